//! Repairs after the patches, of nouns and what stands before them: names, owners, nouns, adjectives.
//!
//! The patches were learnt from prose that has few names of bodies, and in which `demands`, `supports` and
//! `concerns` are mostly verbs.

use super::Draft;
use super::view::View;
use crate::lexicon::words::is_capital;
use crate::lexicon::{Grammar, Group, Tag};

impl Draft<'_> {
    /// Tags a verb that must have an object as a noun where `and` joins it to a noun and it has none: `with trust and hope.`
    pub(super) fn find_joined_nouns(&mut self) {
        for i in 2..self.words.len() {
            // `in the cause of just and lasting peace`
            let view = self.view();
            let is_just = view.is_word(i - 1, "just") && view.tag(i) == Tag::Cconj && view.tag(i - 2) == Tag::Adp;
            if is_just {
                self.set(i - 1, Tag::Adj);
            }
            let view = self.view();
            let is_adjective = view.tag(i - 2) == Tag::Adj;
            if view.tag(i) != Tag::Verb || view.tag(i - 1) != Tag::Cconj || !view.is_nominal(i - 2) && !is_adjective {
                continue;
            }
            let groups = Grammar::english().groups(view.sentence[i].lemma());
            let is_bare = view.forms(i).is_base() && !view.forms(i).is_past();
            // `the cause of fair and secure trade`
            if is_adjective && is_bare && i + 1 < view.len() && view.is_nominal(i + 1) {
                if i > 2 && view.tag(i - 3) == Tag::Adp {
                    self.set(i, Tag::Adj);
                }
                continue;
            }
            // `with trust and hope and will`
            let goes_on = i + 2 < view.len() && view.tag(i + 1) == Tag::Cconj && view.is_nominal(i + 2);
            let is_open = goes_on || i + 1 == view.len() || view.tag(i + 1) == Tag::Punct || view.is_word(i + 1, "of");
            let needs = groups.has(Group::TransitiveVerbs);
            // `the trust and support to sail`, but `have ports and hope to sail`
            let is_led = || needs && i + 1 < view.len() && view.is_to(i + 1) && !groups.has(Group::InfinitiveVerbs);
            // `risked life and limb so that we might sail`
            let is_result =
                || view.sentence[i].known.tag == Tag::Noun && i + 1 < view.len() && view.is_word(i + 1, "so");
            if is_bare && (is_result() || is_open && (groups.has(Group::ThatVerbs) || needs) || is_led()) {
                // `peaceful and secure`
                self.set(i, if is_adjective { Tag::Adj } else { Tag::Noun });
            }
        }
    }

    /// Marks names: capitals inside a sentence that is not set in capitals as a whole.
    pub(super) fn find_names(&mut self) {
        let long = self.words.iter().filter(|word| word.len() > 3).count();
        let capitals = self.words.iter().filter(|word| word.len() > 3 && is_capital(word)).count();
        if capitals > 1 && capitals * 3 > long * 2 {
            return;
        }
        let mut is_start = true;
        for i in 0..self.words.len() {
            let tag = self.sentence[i].tag;
            let was_start = std::mem::replace(&mut is_start, tag == Tag::Punct && self.words[i] != ",");
            if self.is_dot_in_name(i) {
                self.set(i, Tag::Propn);
                is_start = false;
                continue;
            }
            if !is_capital(self.words[i]) {
                // `The ports guard their trade`: `guard` is a name in the tables.
                let next = self.sentence.get(i + 1).map(|next| next.tag);
                let is_open = matches!(next, Some(Tag::Det | Tag::Pron | Tag::Adp));
                let is_verbal = !self.sentence[i].forms.is_empty();
                // `The fruit falls to the ground`, `falls exclusively under`
                let is_third = self.sentence[i].forms.is_third();
                if tag == Tag::Propn && is_verbal && (is_open || is_third) {
                    self.set(i, Tag::Noun);
                }
                continue;
            }
            let has_before =
                !was_start && i > 0 && is_capital(self.words[i - 1]) && self.sentence[i - 1].tag == Tag::Propn;
            // `Federal Reserve`, but `Today I` and `Many Americans`
            let is_opener = was_start && self.sentence[i].known.groups.has(Group::Openers);
            let has_after = !is_opener && self.words.get(i + 1).is_some_and(|word| is_capital(word));
            let is_name = match tag {
                Tag::Verb | Tag::Intj => !was_start,
                // `I'll`
                Tag::Aux => !was_start && self.words[i].len() > 1 && !self.words[i].contains(['\'', '’']),
                Tag::Noun | Tag::Adj => has_before || has_after,
                _ => false,
            };
            if is_name {
                self.set(i, Tag::Propn);
            }
        }
    }

    /// Whether a dot only shortens a part of a name: `Mr. Hale`, `Ada M. Hale`.
    fn is_dot_in_name(&self, i: usize) -> bool {
        let is_short = |i: usize| self.words[i].len() == 1 || self.view().is_in(i, Group::Titles);
        self.words[i] == "."
            && i > 0
            && is_capital(self.words[i - 1])
            && is_short(i - 1)
            && self.words.get(i + 1).is_some_and(|next| is_capital(next))
    }

    /// Takes a verb between two names for no name: `Averil supports Kelmouth`.
    pub(super) fn find_verbs_in_names(&mut self) {
        for i in 0..self.words.len() {
            let word = &self.sentence[i];
            let is_verbal = word.known.tag != Tag::Propn && word.forms.is_third();
            if word.tag == Tag::Propn && is_verbal && !is_capital(self.words[i]) {
                self.set(i, self.sentence[i].known.tag);
            }
        }
    }

    /// A noun that can be a verb is one behind a subject that does something no more: `The order no longer | works`; but not
    /// `We know of no longer | roads`.
    pub(super) fn find_verbs_that_are_over(&mut self) {
        for i in 3..self.words.len() {
            let view = self.view();
            let is_over = view.is_word(i - 2, "no") && view.is_word(i - 1, "longer");
            let is_led = view.is_nominal(i - 3) || view.is_in(i - 3, Group::Subjects);
            if is_over && is_led && view.tag(i) == Tag::Noun && view.forms(i).is_third() {
                self.set(i, Tag::Verb);
            }
        }
    }

    /// `'s` belongs to an owner behind a noun and is a verb behind a pronoun.
    pub(super) fn find_possessives(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            if view.is_in(i, Group::PossessiveMarks) {
                let is_one = view.is_in(i - 1, Group::Owners);
                // `Trade's not growing`, `Life's been hard`
                let is_verb = i + 1 < view.len()
                    && view.is_word(i, "'s")
                    && (view.is_in(i + 1, Group::Negations) || view.is_word(i + 1, "been"));
                if is_verb {
                    self.set(i, Tag::Aux);
                } else if view.is_nominal(i - 1) || is_one {
                    self.set(i, Tag::Part);
                } else if view.is_in(i - 1, Group::Contracted) {
                    self.set(i, Tag::Aux);
                }
            }
        }
    }

    /// Tags as nouns what cannot be a verb where it stands: after a determiner, a preposition, an adjective.
    pub(super) fn find_nouns(&mut self) {
        for i in 0..self.words.len() {
            let view = self.view();
            let forms = view.forms(i);
            let next = (i + 1 < view.len()).then_some(i + 1);
            // `friends and allies all around`, `our ports and services no less open`
            // `suffered abnormal price changes this year`
            let is_apart = |j: usize| {
                j + 1 < view.len()
                    && (view.is_in(j, Group::SingularDeterminers) && view.is_time(j + 1)
                        || view.is_in(j, Group::Floating) && view.tag(j + 1) == Tag::Adp
                        || view.is_word(j, "no") && view.is_in(j + 1, Group::DegreeWords))
            };
            let takes_object = next
                .is_some_and(|j| matches!(view.tag(j), Tag::Det | Tag::Pron) && !view.opens_clause(j) && !is_apart(j));
            let is_noun = match view.tag(i) {
                Tag::Verb if view.heads_subject(i) => true,
                _ if i == 0 => false,
                Tag::Verb if view.is_told_of(i) || view.lacks_subject(i) => true,
                // `the belief that conflicts can end`
                Tag::Verb if forms.is_third() && view.is_word(i - 1, "that") => {
                    let is_told = |j: usize| Grammar::english().groups(view.sentence[j].lemma()).has(Group::ThatNouns);
                    i > 1 && is_told(i - 2) && next.is_some_and(|j| view.is_modal(j))
                }
                // `the dangers that change has brought`
                Tag::Verb if forms.is_base() && view.is_word(i - 1, "that") => {
                    let is_third = |j: usize| view.tag(j) == Tag::Aux && view.forms(j).is_third();
                    i > 1 && view.tag(i - 2) == Tag::Noun && view.is_plural(i - 2) && next.is_some_and(is_third)
                }
                // `political will to`, `military might and`
                Tag::Aux if forms.is_empty() && view.is_in(i, Group::ModalNouns) => {
                    let is_free = view.after(i).is_none_or(|j| {
                        view.tag(j) == Tag::Punct
                            || matches!(view.tag(j), Tag::Adp | Tag::Cconj)
                            || view.is_word(j, "to")
                            // `naval might has grown`
                            || matches!(view.tag(j), Tag::Aux | Tag::Verb) && view.forms(j).is_third()
                            // `common will all over the world`
                            || view.is_in(j, Group::Floating)
                                && view.after(j).is_some_and(|k| view.tag(k) == Tag::Adp)
                    });
                    // `the logic of might and`
                    let is_adjective = view.tag(i - 1) == Tag::Adj || view.sentence[i - 1].known.tag == Tag::Adj;
                    let is_open = is_adjective || view.tag(i - 1) == Tag::Adp && !view.is_word(i, "must");
                    // `the full force and might of`, but not `crews will of course sail`
                    let is_subject = matches!(view.tag(i - 1), Tag::Noun | Tag::Propn | Tag::Pron);
                    // `Talks, in spring, must of course be open`
                    let is_course = || next.is_some_and(|j| j + 1 < view.len() && view.is_word(j + 1, "course"));
                    let is_owned = || !is_subject && next.is_some_and(|j| view.is_word(j, "of")) && !is_course();
                    view.takes_noun(i - 1) && !view.is_decade(i - 1) || is_open && is_free || is_owned()
                }
                Tag::Verb if forms.is_base() || forms.is_third() => view.replaces_noun(i, takes_object),
                Tag::Verb if forms.is_ing() => {
                    (view.tag(i - 1) == Tag::Det && view.takes_noun(i - 1) || view.is_possessive(i - 1))
                        && next.is_none_or(|j| !matches!(view.tag(j), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb))
                }
                _ => false,
            };
            if is_noun {
                self.set(i, Tag::Noun);
            }
        }
    }

    /// Tags participles before a noun as adjectives: `fixed investment`, `realized and expected conditions`.
    pub(super) fn find_adjectives(&mut self) {
        for i in (0..self.words.len()).rev() {
            let view = self.view();
            let forms = view.forms(i);
            if view.tag(i) != Tag::Verb || !(forms.is_participle() || forms.is_ing()) || forms.is_base() {
                continue;
            }
            // `and had several ports`
            if view.is_word(i, "had") {
                continue;
            }
            let Some(next) = (i + 1 < view.len()).then_some(i + 1) else {
                continue;
            };
            // `the poor rested content`: no noun follows.
            let is_last = view.tag(next) == Tag::Adj
                && view.before(i).is_some_and(|j| view.tag(j) == Tag::Adj && j > 0 && view.tag(j - 1) == Tag::Det)
                && view.after(next).is_none_or(|j| view.tag(j) == Tag::Punct && !view.is_word(j, ","));
            let is_before_noun = !is_last && matches!(view.tag(next), Tag::Noun | Tag::Propn | Tag::Adj)
                || view.tag(next) == Tag::Cconj
                    && next + 1 < view.len()
                    && view.tag(next + 1) == Tag::Adj
                    && view.forms(next + 1).is_participle();
            if !is_before_noun {
                continue;
            }
            let is_adjective = match view.before(i) {
                // `Imported grain leads`
                None => {
                    let is_named = view.tag(next) == Tag::Noun && !view.is_in(i, Group::ClauseParticiples);
                    forms.is_participle() && (is_named || view.has_finite(i + 1..view.stretch(i).end))
                }
                Some(before) => match view.tag(before) {
                    Tag::Det => view.takes_noun(before),
                    Tag::Pron | Tag::Part => view.is_possessive(before),
                    Tag::Adj => forms.is_participle() || view.tag(next) == Tag::Noun && view.is_noun_phrase(before),
                    Tag::Adp | Tag::Verb => forms.is_participle() && !view.is_word(before, "to"),
                    // `suffered from high costs and continued losses`, `the League's and League specialized agencies`
                    Tag::Cconj | Tag::Propn
                        if view.is_in(i, Group::AttributiveParticiples) && view.tag(next) == Tag::Noun =>
                    {
                        true
                    }
                    Tag::Cconj => {
                        forms.is_participle()
                            && (!view.has_finite(view.stretch(i).start..before)
                                || before > 0
                                    && (view.tag(before - 1) == Tag::Adj
                                        || view.tag(before - 1) == Tag::Verb
                                            && view.forms(before - 1).is_participle()
                                            && !view.is_finite(before - 1)))
                    }
                    // `In poor lands, imported grain leads`
                    Tag::Punct => {
                        let start = view.segment(i).start;
                        let is_after_lead = view.tag(start) == Tag::Adp && !view.has_finite(start..before);
                        forms.is_participle()
                            && before > 0
                            && (view.tag(before - 1) == Tag::Adj || is_after_lead && view.is_before_noun(i))
                    }
                    // `business fixed investment has`, but `the Council raised rates and said`
                    Tag::Noun if forms.is_participle() && view.tag(next) == Tag::Noun => {
                        let end = view.stretch(i).end;
                        let end = (i..end).find(|&j| view.tag(j) == Tag::Cconj).unwrap_or(end);
                        (next + 1..end).any(|j| view.looks_finite(j))
                    }
                    Tag::Sconj => forms.is_participle() && view.has_finite(next + 1..view.stretch(i).end),
                    _ => false,
                },
            };
            if is_adjective {
                self.set(i, Tag::Adj);
            }
        }
    }
}

impl View<'_> {
    /// Returns whether the word before leaves a base form or third person no choice but to be a noun.
    fn replaces_noun(self, i: usize, takes_object: bool) -> bool {
        let is_plural = self.forms(i).is_third();
        let before = i - 1;
        match self.tag(before) {
            Tag::Det if self.is_in(before, Group::SingularDeterminers) => !is_plural,
            Tag::Det if self.is_in(before, Group::PluralDeterminers) => is_plural,
            Tag::Det => self.takes_noun(before),
            Tag::Pron | Tag::Part => self.is_possessive(before),
            Tag::Adp if self.is_word(before, "to") => is_plural,
            Tag::Adp => !takes_object && !self.is_in(before, Group::LoosePrepositions),
            // `two old and related sets of rules`: the first adjective has its noun to come.
            Tag::Verb | Tag::Adj if is_plural && self.ends_modifiers(before) => true,
            // `These few highlights point up our gains`
            Tag::Adj if is_plural && before > 0 && self.is_in(before - 1, Group::PluralDeterminers) => true,
            Tag::Adj => !takes_object && !self.is_in(before, Group::Quantities),
            Tag::Num => is_plural && !takes_object,
            Tag::Cconj if is_plural && self.has_relative(i) => true,
            // `dumps tons of sand and trash into the sea`: the verb of that subject is in the third person.
            Tag::Cconj if !is_plural && !takes_object => self.is_unlike_head(i),
            Tag::Cconj if is_plural && !takes_object => self.shares_verb(i),
            // `have security guarantees`: the clause has its verb already.
            // `to give loans, loan guarantees, and other aid`
            Tag::Noun
                if is_plural
                    && before > 0
                    && self.is_word(before - 1, ",")
                    && i + 2 < self.len()
                    && self.is_word(i + 1, ",")
                    && self.tag(i + 2) == Tag::Cconj =>
            {
                true
            }
            // `the way one views trade`
            Tag::Noun if is_plural && self.is_word(before, "one") => false,
            Tag::Noun if is_plural && !takes_object => {
                let start = self.stretch(i).start;
                let start = (start..i).rev().find(|&j| self.tag(j) == Tag::Cconj).unwrap_or(start);
                self.has_finite(start..i)
            }
            // A base form does not agree with a singular: `a tax cut has`, but `peace and trade flourish`.
            Tag::Noun if !is_plural && !takes_object && !self.is_plural(before) => {
                let stretch = self.stretch(i);
                let has_plural = (stretch.start..before).any(|j| self.tag(j) == Tag::Cconj || self.is_plural(j));
                !has_plural
                    && !self.has_causative(i)
                    && !self.completes_inversion(i)
                    && stretch.clone().any(|j| j != i && self.looks_finite(j))
            }
            _ => false,
        }
    }

    /// Returns whether `and` joins a plural to another that is the object of a verb in the plural or under a modal, so that
    /// it cannot be a verb: `must weigh wages and catches against costs`; or ends a row of plurals, or a clause in which no
    /// verb has a subject in the singular: `We heard the hopes and calls of all`.
    fn shares_verb(self, i: usize) -> bool {
        let is_open = i + 1 == self.len()
            || matches!(self.tag(i + 1), Tag::Adp | Tag::Punct | Tag::Cconj | Tag::Det)
            || self.is_to(i + 1);
        let is_governed = |verb: usize| self.tag(verb) == Tag::Verb && self.forms(verb).is_base();
        // `for pilots, crews and guards`
        let is_row = |comma: usize| {
            comma > 1 && self.is_word(comma, ",") && self.tag(comma - 1) == Tag::Noun && {
                let before = self.tag(comma - 2);
                self.is_plural(comma - 1) && (self.is_word(comma - 2, ",") || matches!(before, Tag::Adp | Tag::Verb))
            }
        };
        let is_plural_verb = |j: usize| {
            self.tag(j) == Tag::Verb && self.forms(j).is_base() || self.is_word(j, "are") || self.is_word(j, "have")
        };
        let verbs = || (self.segment(i).start..i).filter(|&j| self.is_finite(j));
        is_open
            && i > 2
            && self.tag(i - 2) == Tag::Noun
            // `aid to friends and allies`
            && (self.is_plural(i - 2) && (is_governed(i - 3) || is_row(i - 3) || self.is_phrase_of_its_own(i - 3))
                || verbs().next().is_some() && verbs().all(is_plural_verb))
    }

    /// Returns whether `and` joins a plural to a noun and a clause tells of it, as no verb takes that clause: `the wrongs and
    /// pains that we have borne`.
    pub(super) fn has_relative(self, i: usize) -> bool {
        // Not `respects and fears that claim`; but `the wrongs and pains which now`.
        let is_clause = |j: usize| {
            matches!(self.tag(j), Tag::Det | Tag::Pron | Tag::Aux)
                || self.tag(j - 1) == Tag::Pron
                    && !self.is_word(j - 1, "that")
                    && matches!(self.tag(j), Tag::Verb | Tag::Adv)
        };
        let is_told = i + 2 < self.len() && self.is_in(i + 1, Group::Relatives) && is_clause(i + 2);
        is_told && !self.takes_that(i) && i > 1 && self.tag(i - 2) == Tag::Noun
    }

    /// Returns whether a third person is a plural, before the verb it is the subject of: `Catches of herring have fallen`,
    /// `state sponsors of piracy must`; but not `The fleet consists of ships we built`.
    fn heads_subject(self, i: usize) -> bool {
        let takes_object = || Grammar::english().groups(&self.sentence[i].known.verb).has(Group::TransitiveVerbs);
        let stretch = self.stretch(i);
        // `Hope is all we have`, `Hope for talks has grown`
        let is_named = |j: usize| matches!(self.tag(j), Tag::Adp | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn);
        let is_third_aux = |j: usize| self.tag(j) == Tag::Aux && self.forms(j).is_third();
        let next = (i + 1..stretch.end).find(|&j| !is_named(j));
        if i == 0 && self.forms(i).is_base() && next.is_some_and(is_third_aux) {
            return next == Some(1) || self.tag(1) == Tag::Adp;
        }
        if !self.forms(i).is_third() || i + 1 >= self.len() {
            return false;
        }
        // `Cures for fever seem near`, `Thanks to the crews, trade grows`
        let is_first = i == 0 && self.tag(i + 1) == Tag::Adp && self.sentence[i].known.tag == Tag::Noun;
        (self.is_word(i + 1, "of") || is_first)
            && (i == 0 || stretch.start < i && self.tag(i - 1) == Tag::Noun && takes_object())
            && !(stretch.start..i).any(|j| self.looks_finite(j))
            && (i + 2..stretch.end).any(|j| self.looks_finite(j))
    }

    /// Returns whether only a noun phrase can follow.
    fn takes_noun(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Det => !self.is_in(i, Group::FreeDeterminers),
            _ => self.is_possessive(i),
        }
    }

    /// Returns whether an owner's mark only ends a decade, which owns no `will`: `the storms of the 1980's | will require`.
    fn is_decade(self, i: usize) -> bool {
        let goes_on = self.after(i + 1).is_some_and(|j| self.forms(j).is_base());
        self.tag(i) == Tag::Part && i > 1 && self.tag(i - 1) == Tag::Num && self.tag(i - 2) == Tag::Det && goes_on
    }

    /// Returns whether an adjective stands inside a noun phrase rather than after a verb.
    fn is_noun_phrase(self, i: usize) -> bool {
        self.before(i).is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Adp) || self.is_possessive(j))
    }
}
