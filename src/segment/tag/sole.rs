//! The verb of a sentence in which none was found: the word that does best, by weaker signs than hold elsewhere, as a
//! sentence seldom has none.

use super::Draft;
use super::view::View;
use crate::lexicon::words::is_capital;
use crate::lexicon::{Group, Tag};

impl Draft<'_> {
    /// Gives a sentence without a finite verb the word that is most likely one: `Pilots from abroad | arrived there`, `The
    /// council | acts, by its own rules, for all`.
    pub(super) fn find_sole_verb(&mut self) {
        let view = self.view();
        let end = self.words.len();
        if end < LEAST || view.has_finite(0..end) {
            return;
        }
        let scored = (1..end - 1).filter_map(|i| Some((view.sole_score(i)?, i)));
        if let Some((_, i)) = scored.min() {
            self.sentence[i].tag = Tag::Verb;
            self.sentence[i].is_sole = true;
        }
    }
}

/// The fewest words and marks of a sentence that is taken for a whole one: a subject, a verb, what it says, a full stop.
const LEAST: usize = 4;

impl View<'_> {
    /// Returns how badly a word would do as the only finite verb of its sentence; none if it cannot be.
    fn sole_score(self, i: usize) -> Option<u8> {
        let forms = self.forms(i);
        if forms.is_empty() || forms.is_ing() || !self.follows_subject(i) {
            return None;
        }
        let before = self.before(i)?;
        let is_past = forms.is_past() && !forms.is_base();
        let is_many = self.is_plural(before);
        let next = self.tag(i + 1);
        // `The port's works lie idle`, but not `The Council of the United States`
        let is_open = !is_capital(self.words[i]);
        // `The evil works`, but not `The stern tests of our time`
        let is_bare = self.tag(before) != Tag::Adj;
        match self.tag(i) {
            // `Homes destroyed, roads in ruin`, `studies designed to help`, `towns struck by storms`
            Tag::Verb if is_past => Some(0).filter(|_| {
                next != Tag::Punct && !self.misses_object(i) && !self.after(i).is_some_and(|j| self.is_word(j, "by"))
            }),
            Tag::Adj if is_past => {
                Some(1).filter(|_| !matches!(next, Tag::Noun | Tag::Punct) && !self.misses_object(i))
            }
            // `falls` is a name in the tables.
            Tag::Noun | Tag::Propn if forms.is_third() && is_open => match next {
                Tag::Det | Tag::Pron | Tag::Adv => Some(1),
                // `The port lies in the north`, but not `the causes of trade disputes in the north`
                Tag::Adp | Tag::Adj | Tag::Part if is_bare && !is_many && self.is_first_noun(before) => Some(2),
                // `The council acts, if need be`, but not `More training programs.`, `trade wars, fears and strikes`
                Tag::Punct if is_bare && !is_many && self.is_first_noun(before) => Some(3).filter(|_| {
                    let goes_on =
                        || i + 2 < self.len() && !matches!(self.tag(i + 2), Tag::Noun | Tag::Adj | Tag::Propn);
                    self.sentence[i].known.tag == Tag::Verb || self.is_word(i + 1, ",") && goes_on()
                }),
                _ => None,
            },
            // `Fears abroad often slow trade`
            Tag::Noun | Tag::Adj if forms.is_base() && is_many && is_bare => match next {
                Tag::Det | Tag::Pron => Some(1),
                Tag::Adp | Tag::Noun | Tag::Adj if before + 1 < i => Some(2),
                _ => None,
            },
            _ => None,
        }
    }

    /// Returns whether what could be a subject stands before, not inside a phrase put first or a clause of its own.
    fn follows_subject(self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return false };
        let is_name = match self.tag(before) {
            Tag::Noun | Tag::Propn | Tag::Num => true,
            // `The present bears`
            Tag::Adj => before > 0 && self.tag(before - 1) == Tag::Det,
            Tag::Pron => self.is_in(before, Group::ContactSubjects),
            // `These included`
            Tag::Det => self.is_in(before, Group::FreeDeterminers) || self.is_in(before, Group::SingularDeterminers),
            // `Pilots from abroad`
            Tag::Adp => before + 1 < i,
            _ => false,
        };
        let start = self.segment(i).start;
        let clause = (start..i).rev().find(|&j| self.is_word(j, ",")).map_or(start, |j| j + 1);
        let opens = |j: usize| !self.is_adverbial(j) && self.tag(j) != Tag::Cconj;
        let first = (start..i).find(|&j| opens(j)).unwrap_or(i);
        let is_led = clause <= first && matches!(self.tag(first), Tag::Adp | Tag::Part | Tag::Verb);
        is_name && !is_led && !(start..i).any(|j| self.opens_clause(j))
    }

    /// Returns whether nothing but a noun phrase without prepositions stands before the end of one: `The Council`, but not
    /// `the causes of trade`.
    fn is_first_noun(self, end: usize) -> bool {
        let is_inside = |j: usize| match self.tag(j) {
            Tag::Pron => self.is_possessive(j),
            tag => matches!(tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num | Tag::Part),
        };
        let before = (self.segment(end).start..end).rev().find(|&j| !is_inside(j));
        before.is_none_or(|j| matches!(self.tag(j), Tag::Punct | Tag::Cconj | Tag::Adv))
    }
}
