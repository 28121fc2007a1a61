//! Whether a word read as a verb can be one: whether a subject stands before it and agrees with it.

use super::view::View;
use crate::lexicon::{Grammar, Group, Tag};

impl View<'_> {
    /// Returns whether `and` joins a base form to the last noun of a clause whose only verb is in the third person, and a
    /// preposition follows that no verb of that form takes.
    pub(super) fn is_unlike_head(self, i: usize) -> bool {
        let start = self.segment(i).start;
        let is_verbal = |j: &usize| matches!(self.tag(*j), Tag::Verb | Tag::Aux) || self.opens_clause(*j);
        let mut verbs = (start..i - 1).filter(is_verbal);
        let head = verbs.next();
        let is_singular =
            head.is_some_and(|j| self.tag(j) == Tag::Verb && self.forms(j).is_third() && self.is_finite(j));
        let is_hung = i + 1 < self.len() && self.tag(i + 1) == Tag::Adp;
        // `have improved the skill and combat strength of`
        let is_done = || {
            let perfect = head.filter(|&j| self.tag(j) == Tag::Aux && self.sentence[j].known.lemma == "have");
            let done = perfect.and_then(|j| self.after(j));
            let is_noun_next = i + 1 < self.len() && self.tag(i + 1) == Tag::Noun;
            let is_last = |j: usize| !(j + 1..i - 1).any(|j| is_verbal(&j) || self.is_to(j));
            is_noun_next
                && done.is_some_and(|j| self.forms(j).is_participle() && !self.forms(j).is_base() && is_last(j))
        };
        i > 1 && self.is_nominal(i - 2) && (is_singular && verbs.next().is_none() && is_hung || is_done())
    }

    /// Returns whether the word is a participle that `and` joins to an adjective inside a noun phrase: `two old and related`.
    pub(super) fn ends_modifiers(self, i: usize) -> bool {
        i > 2
            && self.forms(i).is_participle()
            && self.tag(i - 1) == Tag::Cconj
            && self.tag(i - 2) == Tag::Adj
            && matches!(self.tag(i - 3), Tag::Det | Tag::Num | Tag::Adp)
    }

    /// Returns whether a preposition behind a noun takes the bare noun after it, so that `and` joins another to that one: `aid
    /// to | friends and`.
    pub(super) fn is_phrase_of_its_own(self, preposition: usize) -> bool {
        self.tag(preposition) == Tag::Adp && preposition > 0 && self.is_nominal(preposition - 1)
    }

    /// Returns whether a noun is one of time: `this | year`.
    pub(super) fn is_time(self, i: usize) -> bool {
        self.tag(i) == Tag::Noun && Grammar::english().groups(self.sentence[i].lemma()).has(Group::TimeNouns)
    }

    /// Returns whether a relative clause tells of a third person or a base form, which is no verb then: `ship programs that
    /// waste grain`, `only people who pay`; but not `shows that`.
    pub(super) fn is_told_of(self, i: usize) -> bool {
        let is_usual = self.sentence[i].known.tag == Tag::Noun;
        let is_verb = |j: usize| matches!(self.tag(j), Tag::Verb | Tag::Aux) && !self.forms(j).is_ing();
        i + 2 < self.len()
            && (self.forms(i).is_third() || is_usual)
            && self.is_in(i + 1, Group::Relatives)
            && !(self.is_word(i + 1, "that") && self.takes_that(i))
            && self.after(i + 1).is_some_and(is_verb)
    }

    /// Returns whether nothing that could be its subject stands before a third person or base form: `when programs need`,
    /// `to answer that call`, `a quick bite`.
    pub(super) fn lacks_subject(self, i: usize) -> bool {
        let forms = self.forms(i);
        let before = i - 1;
        let is_third = forms.is_third();
        let is_base = forms.is_base() && !forms.is_past();
        // `as follows`, `that means`
        let opens = self.tag(before) == Tag::Sconj
            && !self.is_in(before, Group::Relatives)
            && !self.is_in(before, Group::ClausePrepositions)
            && !self.is_word(before, "what");
        let is_joined = self.is_word(before, "that") && before > 0 && self.tag(before - 1) == Tag::Verb;
        // `When demand slows, prices are`
        let is_before_aux = || {
            let is_led = matches!(self.tag(before), Tag::Punct | Tag::Cconj);
            let is_aux = |j: usize| self.tag(j) == Tag::Aux && self.forms(j).is_finite() && !self.forms(j).is_third();
            is_led && i + 1 < self.len() && is_aux(i + 1)
        };
        is_third && self.sentence[i].known.tag == Tag::Noun && (opens || is_before_aux())
            || is_base && is_joined && self.is_open_end(i) && !self.takes_that(before - 1)
            || is_base
                && self.ends_singular(before)
                && !self.has_causative(i)
                && !self.completes_inversion(i)
                // `With the start of a new term come new hopes`
                && !Grammar::english().groups(&self.sentence[i].known.verb).has(Group::PresentingVerbs)
            || is_third && self.is_open_end(i) && self.ends_counted(before)
    }

    /// Returns whether a mark, a preposition or the end follows, so that the word has no object.
    fn is_open_end(self, i: usize) -> bool {
        i + 1 == self.len() || matches!(self.tag(i + 1), Tag::Punct | Tag::Adp | Tag::Cconj)
    }

    /// Returns whether a noun ends a phrase that begins with `a` or `each`: no base form agrees with it (`a quick mosquito |
    /// bite`).
    fn ends_singular(self, i: usize) -> bool {
        let is_inside = |j: usize| matches!(self.tag(j), Tag::Adj | Tag::Noun);
        let is_one = |j: usize| self.is_in(j, Group::Indefinite) || self.is_word(j, "each") || self.is_word(j, "every");
        // `a few crews`, `a number of`
        let is_few = |j: usize| self.is_in(j, Group::Quantities) || self.is_plural(j);
        let first = (0..i).rev().find(|&j| !is_inside(j));
        self.tag(i) == Tag::Noun
            && !self.is_plural(i)
            && first.is_some_and(|first| {
                let is_led = first > 0 && matches!(self.tag(first - 1), Tag::Verb | Tag::Adp | Tag::Aux);
                // `the parts of a port | lie`
                let is_hung = first > 1 && self.tag(first - 1) == Tag::Adp && self.is_nominal(first - 2);
                is_led && !is_hung && self.tag(first) == Tag::Det && is_one(first) && !(first + 1..i).any(is_few)
            })
    }

    /// Returns whether a noun in the singular stands behind a determiner of many, so that its plural is to come: `all port |
    /// requests`.
    fn ends_counted(self, i: usize) -> bool {
        let is_inside = |j: usize| matches!(self.tag(j), Tag::Adj | Tag::Noun);
        let first = (0..i).rev().find(|&j| !is_inside(j));
        let is_many = |j: usize| {
            self.is_in(j, Group::PluralDeterminers) || self.is_in(j, Group::Floating) || self.is_word(j, "some")
        };
        self.tag(i) == Tag::Noun
            && !self.is_plural(i)
            && first.is_some_and(|j| self.tag(j) == Tag::Det && is_many(j) && self.sentence[i].known.tag == Tag::Noun)
    }
}
