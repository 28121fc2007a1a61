//! How much a reader who knows the series would care.
//!
//! A sum of three parts, so that a person can redo it: what the claim is (0 to 2), what happened to it (0 to 1) and
//! how much of it is new (0 to 0.5), over the most that they can come to. The weights were chosen on hand-checked
//! changes of central-bank statements, in steps of a tenth: the share of the changes that a reader of the series
//! named, and of headline changes, among the first five. Which of two weights is larger is what matters.

use crate::align::{Alignment, Link};
use crate::change::{Change, ChangeKind};
use crate::lexicon::Class;
use crate::stance::{Reading, StancePhrase};
use std::ops::Range;

/// The parts of a change's salience.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Salience {
    /// What the claim is, 0 to 2.
    pub class: f64,
    /// What happened to it, 0 to 1.
    pub kind: f64,
    /// How much of it is new, 0 to 0.5.
    pub novelty: f64,
}

/// The weight of changed words at which two thirds of what novelty can give is given: half a dozen rare words.
const NOVEL: f64 = 30.0;

/// The most that novelty gives.
const NOVELTY: f64 = 0.5;

/// The most that the three parts come to.
const MOST: f64 = 3.5;

/// The step of the ladder of commitment from which an act decides (`decided to`).
const DECIDES: i32 = 8;

impl Salience {
    /// Weighs a change between two readings.
    pub(super) fn of(old: &Reading, new: &Reading, alignment: &Alignment, change: &Change) -> Salience {
        let phrase = match change.link {
            Link::Both { new: b, .. } | Link::OnlyNew { new: b, .. } => &new.phrases[b.0],
            Link::OnlyOld { old: a, .. } => &old.phrases[a.0],
        };
        let kind = match change.kind {
            ChangeKind::Kept => 0.0,
            ChangeKind::Reworded | ChangeKind::Appeared | ChangeKind::Disappeared => 0.8,
            ChangeKind::Strengthened | ChangeKind::Weakened => 0.9,
            ChangeKind::Reversed => 1.0,
        };
        let weight =
            changed(alignment, false, &change.old, &change.new) + changed(alignment, true, &change.new, &change.old);
        let novelty = NOVELTY * (1.0 - (-weight / NOVEL).exp());
        Salience { class: class(phrase), kind, novelty }
    }

    /// Returns the sum of the parts over the most that they can come to, 0 to 1.
    pub fn value(&self) -> f64 {
        (self.class + self.kind + self.novelty) / MOST
    }
}

/// What a claim is worth by what it does: decisions first, then promises, then positions, then judgements.
fn class(phrase: &StancePhrase) -> f64 {
    let step = phrase.force.as_ref().map_or(0, |force| force.step);
    match phrase.class {
        Class::Act if step >= DECIDES => 2.0,
        Class::Act if phrase.is_dissent => 0.4,
        Class::Act => 0.5,
        Class::Commit => 0.9,
        // What is expected guides as much as what is promised.
        Class::Assess if phrase.force.is_some() => 0.9,

        Class::Support | Class::Oppose | Class::Demand | Class::Concern | Class::Praise => 0.7,
        Class::Assess => 0.6,
    }
}

/// The weight of a side's words that the other side of the pair does not have; those that stand nowhere in the other
/// statement count twice.
fn changed(alignment: &Alignment, is_new: bool, mine: &Option<Range<usize>>, theirs: &Option<Range<usize>>) -> f64 {
    let keys = |is_new: bool, tokens: &Option<Range<usize>>| -> Vec<u32> {
        let mut keys = tokens.clone().map_or(Vec::new(), |tokens| alignment.weights.keys(is_new)[tokens].to_vec());
        keys.sort_unstable();
        keys.dedup();
        keys
    };
    let theirs = keys(!is_new, theirs);
    keys(is_new, mine)
        .into_iter()
        .filter(|key| theirs.binary_search(key).is_err())
        .map(|key| alignment.weights.weight(key) * if alignment.weights.is_known(!is_new, key) { 1.0 } else { 2.0 })
        .sum()
}
