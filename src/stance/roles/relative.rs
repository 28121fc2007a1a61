//! For whom a relative clause, or a verb joined to it, is said.

use super::super::StancePhrase;
use super::{Before, Named, Roles};
use crate::lexicon::{Case, Grammar, Group, Tag};
use std::ops::Range;

impl Roles<'_> {
    /// Who holds a clause without a subject of its own: that of the clause before in its sentence, or one inside it.
    pub(super) fn goes_on(&self, phrase: &StancePhrase, verb: Option<usize>) -> Option<Named> {
        let before = self.before_in(phrase.sentence).filter(|_| !self.is_order(phrase.tokens.start))?;
        // `We want to share our success, which was won with others, and | strive to open the ports`
        let is_bare = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).word == self.token(at).lemma;
        let is_one = before.verb.and_then(|verb| self.number_of_verb(verb)) == Some(false);
        let main = before.main.as_ref().filter(|_| is_one && verb.is_some_and(is_bare));
        let inner = || self.inner_subject(before, phrase.tokens.start, verb?).map(|tokens| self.named(tokens, true));
        let named = main.cloned().or_else(inner).unwrap_or_else(|| before.named.clone());
        Some(Named { is_carried: true, ..named })
    }

    /// The noun phrase right before a relative clause, for which its pronoun stands.
    pub(super) fn antecedent(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let which = (start..phrase.tokens.end.min(start + 3)).find(|&at| self.is_relative(at))?;
        let is_pronoun = self.token(which).tag != Tag::Sconj;
        self.noun_before(phrase.sentence, start, verb).filter(|_| is_pronoun)
    }

    /// The noun phrase right before a relative clause: of `the plan of the ports` that of the number of the clause's verb,
    /// and of `the Bank of Averil` the whole.
    pub(super) fn noun_before(&self, sentence: usize, start: usize, verb: usize) -> Option<Range<usize>> {
        let first = self.segments.sentences[sentence].tokens.start;
        let is_inside =
            |at: &usize| matches!(self.token(*at).tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Part);
        let start_of = |noun: usize| {
            let begin = (first..noun).rev().take_while(is_inside).last().unwrap_or(noun);
            let owner = begin.checked_sub(1).filter(|at| *at >= first);
            owner.filter(|at| matches!(self.token(*at).tag, Tag::Det | Tag::Pron)).unwrap_or(begin)
        };
        // `the Tolls Act of 1973`
        let is_year =
            |at: usize| at > first + 1 && self.token(at).tag == Tag::Num && self.token(at - 1).tag == Tag::Adp;
        let is_one = |at: &usize| self.is_noun(*at) || is_year(*at);
        let last = |end: usize| (first..end).rev().find(|&at| !self.token(at).is_mark).filter(is_one);
        let noun = last(start)?;
        // `storms, | especially in the north, | which close the ports`
        let led = start_of(noun).checked_sub(1).filter(|&at| at > first && self.token(at).tag == Tag::Adp);
        let open = led.and_then(|led| (first..led).rev().find(|&at| self.token(at).tag != Tag::Adv));
        let is_aside = |open: &usize| self.token(*open).word == "," && self.token(start - 1).word == ",";
        let noun = open.filter(is_aside).and_then(last).unwrap_or(noun);
        let before = |start: usize| {
            let led = start.checked_sub(1).filter(|&at| at > first && self.token(at).tag == Tag::Adp)?;
            self.is_noun(led - 1).then(|| start_of(led - 1))
        };
        let near = if is_year(noun) { before(noun)? } else { start_of(noun) };
        let number = self.number_of_verb(verb);
        let differs = |tokens: Range<usize>| {
            let head = self.number(&tokens);
            number.zip(head).is_some_and(|(verb, head)| verb != head)
        };
        let is_title = |far: usize| {
            (far..noun + 1)
                .all(|at| matches!(self.token(at).tag, Tag::Adp | Tag::Det) || self.token(at).case != Case::Lower)
        };
        let agreeing =
            std::iter::successors(Some(near), |&start| before(start)).find(|&start| !differs(start..noun + 1));
        let begin = agreeing.unwrap_or(near);
        let title = before(begin).filter(|&far| is_title(far) && !differs(far..noun + 1));
        Some(title.unwrap_or(begin)..noun + 1)
    }

    /// The subject inside the clause before that a joined verb goes on with, where it agrees with that one's verb and not
    /// with the outer: `We met crews who sailed and | were lost`, `The vote ensures that tolls will fall and | will stay low`.
    fn inner_subject(&self, before: &Before, start: usize, verb: usize) -> Option<Range<usize>> {
        let outer = before.verb?;
        let is_joined = start > before.tokens.end
            && (before.tokens.end..start).all(|at| self.token(at).tag == Tag::Cconj)
            && self.token(verb).is_finite
            && (start..verb).all(|at| self.token(at).tag == Tag::Adv);
        let opens = |at: &usize| self.is_relative(*at) || self.token(*at).word == "that" && self.is_complement(*at);
        let opener = (outer + 1..before.tokens.end).rev().find(opens).filter(|_| is_joined)?;
        let inner = self.finite(opener + 1..before.tokens.end)?;
        let is_gap = (opener + 1..inner).all(|at| self.token(at).tag == Tag::Adv);
        let subject = match is_gap {
            true => self.noun_before(before.sentence, opener, inner),
            false => self.subject(opener + 1, inner),
        }?;
        let clashes = |tokens: &Range<usize>| {
            let is_we = tokens.len() == 1 && self.is_pure_subject(tokens.start);
            let is_many = match is_we {
                true => Some(!Grammar::english().groups(&self.token(tokens.start).word).has(Group::SingularSubjects)),
                false => self.number(tokens),
            };
            is_many.zip(self.number_of_verb(verb)).is_some_and(|(subject, verb)| subject != verb)
        };
        let is_same = |one: usize| {
            let (one, verb) = (self.token(one), self.token(verb));
            match one.is_modal() || verb.is_modal() {
                true => one.word == verb.word,
                false => one.is_past() == verb.is_past(),
            }
        };
        let goes_on = clashes(&before.named.tokens) || is_same(inner) && !is_same(outer);
        // `it` is mostly the outer one again.
        let is_outer = subject.len() == 1
            && Grammar::english().groups(&self.token(subject.start).word).has(Group::SingularSubjects);
        (!is_outer && !clashes(&subject) && goes_on).then_some(subject)
    }
}
