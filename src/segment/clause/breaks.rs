//! Borders at a strong mark: a semicolon, a dash, a colon, the end of a quoted sentence.

use super::Cutter;
use crate::lexicon::{After, Case, Grammar, Group, Role, Tag};
use crate::segment::Token;
use std::ops::Range;

impl Cutter<'_> {
    /// After a semicolon, a dash, a colon or the end of a quoted sentence, where both sides have a predicate.
    pub(super) fn is_after_break(&self, from: usize, at: usize) -> bool {
        match self.token(at - 1).word.as_str() {
            ";" => self.is_limb(from, at),
            "." if at < from + 2 || self.token(at - 2).word.chars().count() <= 3 => false,
            "—" if self.inserted[at - 1 - self.sentence.start] => false,
            // `two gains: the treaty that ended the feud, and the port`: names, and no clause.
            ":" if self.is_row_of_names(at) || self.is_hung(at, self.stretch(at)) => false,
            // `one aim: to keep the ports open for those we serve`
            ":" if self.is_to(at) => false,
            // `the promise — that all ports will be open`, `We have seen it: that no port is safe`
            ":" if self.is(at, "that") && self.token(at).tag == Tag::Sconj && self.token(at).case == Case::Lower => {
                false
            }
            "—" if self.is_that_clause(at + usize::from(self.token(at).tag == Tag::Cconj)) => false,
            // `the port — which is open to all`
            "—" if self.is_which(at) => false,
            // `must be built up — not torn down`
            "—" if self.token(at).is_negator && self.token(at).tag == Tag::Part => false,
            // `a league — built on trust, bound to the sea`
            "—" if self.is_hanging(at) => false,
            // `Members of the League: | we met`
            ":" if self.is_address(from..at) => self.main_verb(at..self.stretch(at)).is_some(),
            "—" | ":" => {
                self.finite(from..at).is_some()
                    && !self.is_dependent(from..at)
                    && self.main_verb(at..self.stretch(at)).is_some()
            }
            "." | "!" | "?" => self.finite(from..at).is_some() && self.finite(at..self.stretch(at)).is_some(),
            _ => false,
        }
    }

    /// Whether `that` goes on with what stands before a dash; `that is our aim` points back at it.
    fn is_that_clause(&self, at: usize) -> bool {
        self.is(at, "that") && self.token(at + 1).lemma != "be"
    }

    /// Whether a relative pronoun stands here that cannot point back as `that is our aim` does.
    fn is_which(&self, at: usize) -> bool {
        !self.is(at, "that") && Grammar::english().groups(&self.token(at).word).has(Group::Relatives)
    }

    /// Whether a range only calls those who listen.
    fn is_address(&self, range: Range<usize>) -> bool {
        Grammar::english().groups(&self.token(range.start).word).has(Group::Addresses)
            && !range
                .into_iter()
                .any(|at| matches!(self.token(at).tag, Tag::Verb | Tag::Aux) && self.token(at).is_finite)
    }

    /// Whether a noun phrase that begins here ends at a comma before any verb, and no verb of its own follows: `old feuds,
    /// the fear that rules the ports, a new levy`.
    fn is_row_of_names(&self, at: usize) -> bool {
        let first = self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
        let is_noun = matches!(self.token(first).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Num);
        let verb = self.finite(at..self.stretch(at)).unwrap_or(at);
        let mut before = at..verb;
        // The verb is that of a clause inside the row.
        let is_inside = before.clone().any(|at| self.is_complementizer(at));
        is_noun && is_inside && before.any(|at| self.is(at, ",")) && !self.has_subject_and_predicate(at)
    }

    /// Whether all that begins here hangs on a preposition, as no subject and verb of its own follow: `for a port that is
    /// open to all, knowing that we are bound to it`.
    fn is_hung(&self, at: usize, end: usize) -> bool {
        let first = self.skip(at, |token| token.tag == Tag::Cconj).min(self.sentence.end - 1);
        let Some(verb) = self.finite(first..end) else { return false };
        // `by doing all | we can to help`, but not `in this port | we can help the crews`
        let is_contact = verb > first + 1 && {
            let groups = Grammar::english().groups(&self.token(verb - 1).word);
            let rest = self.skip(verb, |token| matches!(token.tag, Tag::Aux | Tag::Adv | Tag::Verb | Tag::Adp));
            groups.has(Group::PureSubjects)
                && self.can_have_relative(verb - 2)
                && (self.token(rest).is_mark || self.is_to(rest))
        };
        let is_inside = is_contact || (first..verb).any(|at| self.is_complementizer(at));
        let has_claim = self.has_claim_behind_comma(first..end);
        self.token(first).tag == Tag::Adp && self.hit(first, Role::Opener).is_none() && is_inside && !has_claim
    }

    /// Whether what a semicolon sets apart says something: it has a verb of its own, finite or not. A name alone goes with
    /// the claim that lists it: `a plan: fair tolls; new ports for our ships`.
    fn is_limb(&self, from: usize, at: usize) -> bool {
        let end = self.stretch(at);
        let head = self.skip(at, |token| token.tag == Tag::Adv || token.tag == Tag::Cconj);
        let is_verbal = head < end && (self.is_to(head) || self.token(head).tag == Tag::Verb);
        let has_clause = self.main_verb(at..end).is_some() && !self.is_dependent(at..end) && !self.is_hung(at, end);
        // `a sea we share: a sea that is open; a coast where ports thrive and crews are safe`
        let first = (from..at).rev().find(|&at| self.is(at, ":")).map(|colon| colon + 1);
        if self.is_hanging(head) {
            return false;
        }
        if first.is_some_and(|first| self.is_item(first) && self.main_verb(first..self.stretch(first)).is_none())
            && self.is_item(head)
        {
            return false;
        }
        self.finite(from..at).is_none() || !self.is_dependent(from..at) && (is_verbal || has_clause)
    }

    /// Whether a participle begins here that tells of a noun before: `built on trust`, `determined to sail`.
    fn is_hanging(&self, at: usize) -> bool {
        let token = self.token(at);
        let is_told = token.tag == Tag::Adj || token.tag == Tag::Verb && token.word != token.lemma;
        token.is_participle && is_told && (self.token(at + 1).tag == Tag::Adp || self.is_to(at + 1))
    }

    /// Whether a noun phrase with `a` begins here that a clause or participle tells of before any verb: `a port that`, `a port
    /// built to`.
    fn is_item(&self, at: usize) -> bool {
        let is_name = |token: &Token| matches!(token.tag, Tag::Adj | Tag::Noun | Tag::Propn);
        let end = self.skip(at + 1, is_name);
        let is_told = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).is_participle;
        Grammar::english().groups(&self.token(at).word).has(Group::Indefinite)
            && end > at + 1
            && (self.is_complementizer(end) || is_told(end) && !self.has_object(end))
    }

    /// Whether a range is a clause of condition, time or place whose main clause stands elsewhere: `when prices rise`.
    pub(super) fn is_dependent(&self, range: Range<usize>) -> bool {
        let first = self.lead(range.start);
        if !self.is_bound(self.skip(first, |token| token.tag == Tag::Adv).min(self.sentence.end - 1)) {
            return false;
        }
        !self.has_claim_behind_comma(first..range.end)
    }

    /// Whether a clause of condition, time or place begins here, which is no claim without its main clause.
    pub(super) fn is_bound(&self, at: usize) -> bool {
        let opener = || self.hit(at, Role::Opener).map(|hit| &self.lexicon.entries[hit.entry]);
        self.hit(at, Role::Condition).is_some() || opener().is_some_and(|entry| entry.after == After::Joint)
    }
}
