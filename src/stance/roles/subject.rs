//! Where the subject of a verb stands.

use super::Roles;
use crate::lexicon::{Grammar, Group, Tag};
use crate::segment::Token;
use std::ops::Range;

impl Roles<'_> {
    /// The noun phrase with which the clause of a verb begins; it holds a noun or pronoun. What stands in front of it is
    /// skipped, and it ends before what is hung on it: `In spring, | the data | received since the Council met, ... show`.
    pub(super) fn subject(&self, from: usize, verb: usize) -> Option<Range<usize>> {
        // `We'll`, `you're`
        let is_owner = |(word, _): (&str, &str)| {
            let groups = Grammar::english().groups(word);
            self.is_person(verb) || groups.has(Group::Subjects) && !groups.has(Group::Relatives) && word != "there"
        };
        if self.token(verb).word.split_once('\'').is_some_and(is_owner) {
            return Some(verb..verb + 1);
        }
        // `The harbour there | is small`, `Those who live there | agree`
        let is_place = |at: usize| {
            at > from && self.token(at).word == "there" && (self.is_noun(at - 1) || self.token(at - 1).is_finite)
        };
        let is_skipped = |at: &usize| {
            let token = self.token(*at);
            let is_denied = token.tag == Tag::Part && token.word == "not";
            token.tag == Tag::Adv || token.is_furniture || is_denied || is_place(*at)
        };
        // `Both | help`, but not `They both | help`
        let opener = (from..verb).find(|at| !is_skipped(at))?;
        let is_pair = self.token(opener).tag == Tag::Cconj
            && !self.token(opener).is_negator
            && Grammar::english().groups(&self.token(opener).word).has(Group::Pairing);
        if is_pair && (opener + 1..verb).all(|at| is_skipped(&at)) {
            return Some(opener..opener + 1);
        }
        // `and that | means more trade`
        let first = (from..verb).find(|at| !is_skipped(at) && self.token(*at).tag != Tag::Cconj)?;
        if self.stands_alone(first) && (first + 1..verb).all(|at| is_skipped(&at)) {
            return Some(first..first + 1);
        }
        let last = (from..verb).rev().find(|at| !is_skipped(at))?;
        // `because | that | means more trade`
        if self.token(last).word == "that" && last > from && self.token(last - 1).tag == Tag::Sconj {
            return Some(last..last + 1);
        }
        // `This year | we`
        let is_led = last > from && self.token(last - 1).tag == Tag::Adp;
        // `Ada Hale and I | agree`
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        let is_joined = last > from + 1
            && self.token(last - 1).tag == Tag::Cconj
            && is_name(last - 2)
            && !(from..last).any(|at| self.token(at).is_finite || self.is_relative(at));
        if self.is_pure_subject(last) && !is_led && !is_joined {
            return Some(last..last + 1);
        }
        // `ports in which | ships lie`
        let which = |&at: &usize| self.is_which(at) && self.token(at - 1).tag == Tag::Adp;
        let inner = (from + 1..verb).rev().take_while(|&at| !self.is_verb(at)).find(which);
        let from = inner.map_or(from, |which| which + 1);
        let mut start = self.clause_start(from, verb)?;
        // `What is meant | is to wait`
        if let Some(what) = self.free_relative(start, verb) {
            return Some(what..verb);
        }
        let mut end = match self.token(start).tag == Tag::Verb && self.lists_deeds(start, verb) {
            true => last + 1,
            false => self.noun_phrase_end(start, verb),
        };
        // `which | has risen` says of nobody by name.
        let is_named = |start: usize, at: usize| {
            let tag = self.token(at).tag;
            // `Few | would agree`, `Too many still | are idle`
            let is_link = |at: usize| matches!(self.token(at).tag, Tag::Cconj | Tag::Adv);
            let (is_first, is_alone) = ((start..at).all(is_link), (from..at).all(is_link));
            let is_many = Grammar::english().groups(&self.token(at).word).has(Group::Quantities);
            let is_aux = self.token(verb).tag == Tag::Aux;
            let is_few = tag == Tag::Adj && at == last && (is_many && is_first || is_aux && is_alone && at + 1 == verb);
            // `Sailing | becomes harder`
            let is_deed = tag == Tag::Verb
                && self.token(at).is_gerund
                && at == start
                && at == last
                && (at == from || self.token(at - 1).tag != Tag::Adp);
            // `All those who | ask`, `Many of those who | ask`
            let is_those = |at: usize| {
                let is_first = at <= start + 1 || self.token(at - 1).word == "of";
                is_first && self.is_relative(at + 1) && !self.is_verb(start)
            };
            matches!(tag, Tag::Noun | Tag::Propn | Tag::Num)
                || is_deed
                || tag == Tag::Pron && !self.is_relative(at)
                // `That | is so`, `Some still | ask`, `All of that | is so`
                || tag == Tag::Det
                    && (at == last || at == start && self.token(at + 1).tag == Tag::Adp || is_those(at))
                || is_few
                // `The poor | ask`
                || tag == Tag::Adj
                    && at == last
                    && at > start
                    && self.token(start).tag == Tag::Det
                    && !Grammar::english().groups(&self.token(at).word).has(Group::DegreeWords)
        };
        // `More recently, | trade`
        while !(start..end).any(|at| is_named(start, at)) {
            let comma = self.comma(start..verb)?;
            start = self.clause_start(comma + 1, verb)?;
            end = self.noun_phrase_end(start, verb);
        }
        // `Tomorrow | our ports`
        let is_noun = |at: usize| self.token(at).tag == Tag::Noun && self.segments.quantities_in(at..at + 1).is_empty();
        let opens = |&at: &usize| {
            let groups = Grammar::english().groups(&self.token(at).word);
            // but not `Opening the ports | will help`
            // `Each day | the ports`
            let is_time = Grammar::english().groups(&self.token(at - 1).lemma).has(Group::TimeNouns);
            let is_det = (at == start + 1 || is_time)
                && self.token(at).tag == Tag::Det
                && groups.has(Group::BareDeterminers)
                // `Sailors the world over | agree`
                && !(at + 2 < end && self.is_postposed(at + 2))
                && !self.token(start).is_gerund;
            is_noun(at - 1) && (is_det || groups.has(Group::Possessives)) && !(at..verb).any(|at| self.is_verb(at))
        };
        let start = (start + 1..end).find(opens).unwrap_or(start);
        // `At last | a new age`, `For too long | this port`, but not `such a port`
        let is_behind_adjective = start + 1 < end
            && self.token(start).tag == Tag::Adj
            && !self.token(start).is_gerund
            && self.token(start + 1).tag == Tag::Det
            && !Grammar::english().groups(&self.token(start).word).has(Group::Quantities);
        let start = start + usize::from(is_behind_adjective);
        // `What | the League | wants is a plan`
        let is_what = start + 1 < end
            && self.is_complement(start)
            && Grammar::english().groups(&self.token(start).word).has(Group::ClauseDeterminers)
            && matches!(self.token(start + 1).tag, Tag::Det | Tag::Propn);
        // `but that | tolls are high`
        let is_that = start + 1 < end
            && self.token(start).word == "that"
            && start != self.first_of(start)
            && self.number_of_verb(verb) == Some(true);
        let start = start + usize::from(is_what || is_that);
        Some(start..end)
    }

    /// Whether a `that` points to what was said before, and opens no clause that hangs on a word: it opens the sentence,
    /// or follows a comma and a conjunction with no relative clause to go on with.
    fn stands_alone(&self, at: usize) -> bool {
        let first = self.first_of(at);
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Cconj);
        let before = (first..at).rev().find(|at| !is_link(at));
        let is_relative = |at: usize| self.token(at).word == "that" && self.token(at).tag == Tag::Pron;
        self.token(at).word == "that"
            && before.is_none_or(|before| match self.token(before).word.as_str() {
                "," => before + 1 < at && !(first..before).any(is_relative),
                mark => matches!(mark, ";" | ":"),
            })
    }

    /// Whether a noun phrase is not led by a preposition, unless it is one that takes a participle: `with prices | rising`.
    pub(super) fn is_free(&self, subject: &Range<usize>) -> bool {
        let takes = |token: &Token| Grammar::english().groups(&token.word).has(Group::AbsolutePrepositions);
        self.preposition_before(subject).is_none_or(takes)
    }

    /// The preposition that leads a noun phrase.
    pub(super) fn preposition_before(&self, name: &Range<usize>) -> Option<&Token> {
        name.start.checked_sub(1).map(|at| self.token(at)).filter(|token| token.tag == Tag::Adp)
    }

    /// Whether `that` stands before the noun that is the subject of the verb, with no other verb between.
    pub(super) fn points(&self, at: usize, verb: usize) -> bool {
        at + 1 < verb
            && (at + 1..verb).all(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Adj))
            && at == self.first_of(at)
    }
}
