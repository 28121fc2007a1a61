//! What is quoted of somebody, and who is `we` in it.

use super::Roles;
use crate::lexicon::{Grammar, Group, Tag};
use crate::segment::Sentence;
use std::ops::Range;

/// Words of somebody between quotation marks.
pub(super) struct Quotation {
    sentence: usize,
    tokens: Range<usize>,
    /// Who says them.
    owner: Range<usize>,
}

impl Roles<'_> {
    /// What a paragraph quotes of somebody, up to the mark that closes it: `The captain said: "We will sail. We are ready."`
    pub(super) fn quotations(&self, paragraph: &[Sentence], first: usize) -> Vec<Quotation> {
        let mut found = Vec::new();
        let tokens = &self.segments.tokens;
        let end = paragraph.last().map_or(0, |last| last.tokens.end);
        let mut next = 0;
        for (number, sentence) in paragraph.iter().enumerate() {
            for open in sentence.tokens.clone() {
                if open < next.max(sentence.tokens.start + 2) || tokens[open].word != "\"" {
                    continue;
                }
                let Some(close) = (open + 1..end).find(|&at| tokens[at].word == "\"") else { return found };
                let owner = self.quoted(sentence, first + number, open);
                let quotation = |owner| Quotation { sentence: first + number, tokens: open + 1..close, owner };
                found.extend(owner.map(quotation));
                next = close + 1;
            }
        }
        found
    }

    /// Who says what a quotation mark opens: a colon stands before it, or a comma behind a verb that says.
    fn quoted(&self, sentence: &Sentence, number: usize, open: usize) -> Option<Range<usize>> {
        let lead = self.token(open - 1).word.as_str();
        let says = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::ThatVerbs);
        let finite = || (sentence.tokens.start..open - 1).rev().filter(|&at| self.token(at).is_finite);
        let verb = finite().find(|&at| says(at)).or_else(|| finite().next())?;
        let is_short = (verb + 1..open - 1).all(|at| self.is_object(at));
        if !(lead == ":" || lead == "," && self.token(verb).tag == Tag::Verb && (says(verb) || is_short)) {
            return None;
        }
        let clause = sentence.clauses.iter().find(|clause| clause.tokens.contains(&verb))?;
        // `a sign that says: "Stay out"`
        let which = verb.checked_sub(1).filter(|&at| at >= clause.tokens.start && self.is_relative(at));
        let owner = match which {
            Some(which) => self.noun_before(number, which, verb)?,
            None => self.subject(clause.tokens.start, verb)?,
        };
        (!self.is_first_person(&owner)).then_some(owner)
    }

    /// Whom the `I` or `we` of a quotation stands for.
    pub(super) fn quoting(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let next = self.quotations.partition_point(|quotation| quotation.tokens.start <= subject.start);
        let quotation = self.quotations[..next].last().filter(|one| one.tokens.contains(&subject.start))?;
        let owner = &quotation.owner;
        let meant = || self.meant(quotation.sentence, owner.start).filter(|_| self.is_pronoun(owner));
        self.is_first_person(subject).then(|| meant().unwrap_or_else(|| owner.clone()))
    }
}
