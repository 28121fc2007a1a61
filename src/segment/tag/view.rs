//! Questions to a sentence whose words have tags: what stands where, and how far a clause reaches.

use super::Tagged;
use crate::lexicon::{Group, Tag, VerbForms};
use std::ops::Range;

/// A sentence whose words have tags, to ask questions of.
#[derive(Clone, Copy)]
pub(super) struct View<'s> {
    pub(super) words: &'s [&'s str],
    pub(super) sentence: &'s [Tagged],
}

impl View<'_> {
    pub(super) fn tag(self, i: usize) -> Tag {
        self.sentence[i].tag
    }

    pub(super) fn forms(self, i: usize) -> VerbForms {
        self.sentence[i].forms
    }

    pub(super) fn is_word(self, i: usize, word: &str) -> bool {
        self.words[i].eq_ignore_ascii_case(word)
    }

    /// Returns whether the word stands in a list of the grammar.
    pub(super) fn is_in(self, i: usize, group: Group) -> bool {
        self.sentence[i].groups.has(group)
    }

    pub(super) fn len(self) -> usize {
        self.words.len()
    }

    /// Returns whether a mark ends all that a verb can share with words before it.
    pub(super) fn is_strong_mark(self, i: usize) -> bool {
        self.tag(i) == Tag::Punct && self.is_in(i, Group::StrongMarks)
    }

    /// Returns whether a clause of its own begins with the word.
    pub(super) fn opens_clause(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Sconj => true,
            Tag::Pron => self.is_in(i, Group::ClausePronouns),
            Tag::Det => self.is_in(i, Group::ClauseDeterminers),
            _ => false,
        }
    }

    /// Returns whether a simple clause cannot go on past the word.
    pub(super) fn is_border(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Punct => true,
            // `and it supports`, `but has`: what comes first has a verb of its own.
            Tag::Cconj => self.after(i).is_some_and(|j| {
                self.is_subject(j)
                    || self.forms(j).is_third() && self.tag(j) == Tag::Verb
                    || self.forms(j).is_finite() && self.tag(j) == Tag::Aux
            }),
            _ => self.opens_clause(i),
        }
    }

    /// Returns the stretch between borders around the word; a word that opens a clause belongs to it.
    pub(super) fn stretch(self, i: usize) -> Range<usize> {
        let start = (0..=i).rev().find(|&j| self.is_border(j));
        let start = start.map_or(0, |j| j + usize::from(!self.opens_clause(j)));
        let end = (i + 1..self.len()).find(|&j| self.is_border(j)).unwrap_or(self.len());
        start.min(i)..end
    }

    /// Returns the stretch between strong marks around the word.
    pub(super) fn segment(self, i: usize) -> Range<usize> {
        let start = (0..i).rev().find(|&j| self.is_strong_mark(j)).map_or(0, |j| j + 1);
        let end = (i + 1..self.len()).find(|&j| self.is_strong_mark(j)).unwrap_or(self.len());
        start..end
    }

    /// Returns the word before, adverbs and `not` skipped.
    pub(super) fn before(self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&j| !self.is_adverbial(j))
    }

    /// Returns the word after, adverbs and `not` skipped.
    pub(super) fn after(self, i: usize) -> Option<usize> {
        (i + 1..self.len()).find(|&j| !self.is_adverbial(j))
    }

    /// Returns the word after, conjunctions such as `and` and `yet` skipped too.
    pub(super) fn after_joint(self, i: usize) -> Option<usize> {
        (i + 1..self.len()).find(|&j| !self.is_adverbial(j) && self.tag(j) != Tag::Cconj)
    }

    pub(super) fn is_adverbial(self, i: usize) -> bool {
        self.tag(i) == Tag::Adv || self.tag(i) == Tag::Part && self.is_in(i, Group::Negations)
    }

    pub(super) fn is_to(self, i: usize) -> bool {
        self.tag(i) == Tag::Part && self.is_word(i, "to")
    }

    pub(super) fn is_be(self, i: usize) -> bool {
        self.tag(i) == Tag::Aux && self.sentence[i].known.lemma == "be"
    }

    /// Returns whether a base form must follow: a modal or `do`, but not the `is` of `it's`.
    pub(super) fn is_modal(self, i: usize) -> bool {
        let is_other = self.is_in(i, Group::PossessiveMarks) && i > 0 && self.is_in(i - 1, Group::Contracted);
        self.tag(i) == Tag::Aux && !is_other && (self.forms(i).is_empty() || self.sentence[i].known.lemma == "do")
    }

    /// Returns whether the word is a pronoun that can only be a subject.
    pub(super) fn is_subject(self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Pron | Tag::Det | Tag::Sconj) && self.is_in(i, Group::Subjects)
    }

    pub(super) fn is_possessive(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Pron => self.is_in(i, Group::Possessives),
            Tag::Part => !self.is_word(i, "to") && !self.is_in(i, Group::Negations),
            _ => false,
        }
    }

    pub(super) fn is_nominal(self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Noun | Tag::Propn)
    }

    /// Returns whether a noun takes a plural verb; `people` is its own lemma.
    pub(super) fn is_plural(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Noun => self.is_in(i, Group::PluralNouns) || self.sentence[i].known.is_inflected,
            Tag::Pron | Tag::Det => self.is_in(i, Group::PluralPronouns),
            _ => false,
        }
    }

    /// Returns whether the word stands in a stretch that a conjunction or relative pronoun opens.
    pub(super) fn is_subordinate(self, i: usize) -> bool {
        self.opens_clause(self.stretch(i).start)
    }
}
