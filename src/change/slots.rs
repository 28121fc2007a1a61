//! The two sides of a pair, and the slots in which they differ.

use super::Grade;
use crate::align::Alignment;
use crate::lexicon::{Class, Grammar, Group, Lexicon, Role, Tag};
use crate::segment::{Quantity, Token};
use crate::stance::{Mark, Reading, StancePhrase, is_content};
use similar::DiffOp;
use std::collections::BTreeSet;
use std::ops::Range;

/// One side of a pair, with what stands only here.
pub(super) struct Side<'r> {
    pub(super) is_new: bool,
    pub(super) reading: &'r Reading,
    pub(super) phrase: &'r StancePhrase,
    /// The tokens compared.
    pub(super) tokens: Range<usize>,
    /// Those of them that have no equal on the other side.
    pub(super) own: BTreeSet<usize>,
}

impl Side<'_> {
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.reading.segments.tokens[at]
    }

    /// The marks on a scale that are of the claim itself.
    pub(super) fn marks(&self, scale: &str) -> Vec<&Mark> {
        self.phrase.marks.iter().filter(|mark| mark.scale == scale && !self.is_background(mark)).collect()
    }

    /// Whether some word of a mark stands only here.
    pub(super) fn is_own(&self, mark: &Mark) -> bool {
        mark.tokens.clone().any(|at| self.own.contains(&at))
    }

    /// Whether a word behind the verb tells of what was so before, or is so all the same: `rose after | falling`, `from its |
    /// weak pace`.
    pub(super) fn is_background(&self, mark: &Mark) -> bool {
        let from = self.phrase.verb.map_or(self.phrase.tokens.start, |verb| verb + 1);
        let is_head = |at: &usize| matches!(self.token(*at).tag, Tag::Adp | Tag::Sconj | Tag::Punct);
        let head = (from..mark.tokens.start).rev().find(is_head);
        head.is_some_and(|at| Grammar::english().groups(&self.token(at).word).has(Group::BackgroundWords))
    }

    /// What the words with a meaning of their own count as, of some tokens.
    pub(super) fn content<'s>(
        &'s self,
        tokens: impl Iterator<Item = usize> + 's,
        alignment: &'s Alignment,
    ) -> impl Iterator<Item = u32> + 's {
        let keys = alignment.weights.keys(self.is_new);
        tokens.filter(|&at| is_content(self.token(at))).map(|at| keys[at])
    }

    /// The figure or date that a token is a word of.
    pub(super) fn quantity(&self, at: usize) -> Option<&Quantity> {
        self.reading.segments.quantities_in(self.tokens.clone()).iter().find(|quantity| quantity.tokens.contains(&at))
    }

    pub(super) fn grade(&self, lexicon: &Lexicon, mark: &Mark) -> Grade {
        Grade {
            span: self.reading.segments.span(mark.tokens.clone()),
            entry: lexicon.entries[mark.entry].id.clone(),
            step: mark.step,
        }
    }

    /// Whether a form of a role begins at a place.
    pub(super) fn has(&self, at: usize, role: Role) -> bool {
        self.reading.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == role)
    }

    /// The cue of the phrase, as a grade.
    pub(super) fn cue(&self, lexicon: &Lexicon) -> Option<Grade> {
        let tokens = self.phrase.cue.clone()?;
        let mark = self.phrase.marks.iter().find(|mark| mark.tokens == tokens)?;
        Some(self.grade(lexicon, mark))
    }

    /// Whether the words stand with the predicate: a verb, or what is said of the subject after one.
    pub(super) fn is_predicate(&self, mark: &Mark) -> bool {
        let head = mark.tokens.start;
        // `will | be increased`
        let is_verb = mark.tokens.clone().any(|at| self.token(at).tag == Tag::Verb);
        let Some(verb) = self.phrase.verb else { return is_verb };
        head >= verb && (is_verb || (verb..head).rev().take(3).any(|at| self.has(at, Role::Copula)))
    }
}

/// Whether both say what was decided: `decided to keep the levy | unchanged`, `decided to lower | the rate that it charges
/// for the use of the quays`.
pub(super) fn are_decisions(old: &Side, new: &Side) -> bool {
    [old, new].iter().all(|side| side.phrase.class == Class::Act && side.phrase.force.is_some())
}

/// The part of the longer side that answers the shorter: from its first to its last word in common.
pub(super) fn shared_part(
    ops: &[DiffOp],
    old: Range<usize>,
    new: Range<usize>,
    is_old_shorter: bool,
) -> (Range<usize>, Range<usize>) {
    let equal: Vec<&DiffOp> = ops.iter().filter(|op| matches!(op, DiffOp::Equal { .. })).collect();
    let (Some(first), Some(last)) = (equal.first(), equal.last()) else { return (old, new) };
    if is_old_shorter {
        let part = new.start + first.new_range().start..new.start + last.new_range().end;
        (old, part)
    } else {
        let part = old.start + first.old_range().start..old.start + last.old_range().end;
        (part, new)
    }
}

/// A place where the two differ: the words that went and those that came in their stead.
#[derive(Clone, Debug)]
pub(super) struct Slot {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// The places where the two differ; places with only words of grammar between them are one.
pub(super) fn slots(ops: &[DiffOp], old: &Side, new: &Side) -> Vec<Slot> {
    let mut slots: Vec<Slot> = Vec::new();
    let mut is_open = false;
    for op in ops {
        let (a, b) = (shifted(op.old_range(), old.tokens.start), shifted(op.new_range(), new.tokens.start));
        if matches!(op, DiffOp::Equal { .. }) {
            // The same word may be tagged otherwise on the other side.
            let has_content = |side: &Side, range: Range<usize>| range.into_iter().any(|at| is_content(side.token(at)));
            is_open &= !has_content(old, a) && !has_content(new, b);
            continue;
        }
        match slots.last_mut() {
            Some(slot) if is_open => {
                slot.old.end = a.end;
                slot.new.end = b.end;
            }
            _ => slots.push(Slot { old: a, new: b }),
        }
        is_open = true;
    }
    slots
}

pub(super) fn shifted(range: Range<usize>, by: usize) -> Range<usize> {
    range.start + by..range.end + by
}
