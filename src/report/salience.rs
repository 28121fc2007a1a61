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
use std::collections::BTreeMap;
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
pub(crate) const NOVEL: f64 = 30.0;

/// The most that novelty gives.
pub(crate) const NOVELTY: f64 = 0.5;

/// The most that the three parts come to.
pub(crate) const MOST: f64 = 3.5;

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
        let weight: f64 = new_words(alignment, change).iter().map(|word| word.weight).sum();
        let novelty = NOVELTY * (1.0 - (-weight / NOVEL).exp());
        Salience { class: class(phrase), kind, novelty }
    }

    /// Returns the parts by name.
    pub fn parts(&self) -> [(&'static str, f64); 3] {
        [("class", self.class), ("kind", self.kind), ("novelty", self.novelty)]
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

/// A word that one side of a change has and the other has not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NewWord {
    /// Whether it is the new side.
    pub is_new: bool,
    /// The first place at which it stands there.
    pub token: usize,
    /// What it weighs; what stands nowhere in the other statement counts twice.
    pub weight: f64,
    /// Whether it stands nowhere in the other statement.
    pub is_unknown: bool,
}

/// Returns the words of both sides that the other side does not have.
pub(super) fn new_words(alignment: &Alignment, change: &Change) -> Vec<NewWord> {
    let weights = &alignment.weights;
    let keys = |is_new: bool, tokens: &Option<Range<usize>>| -> BTreeMap<u32, usize> {
        let tokens = tokens.clone().unwrap_or_default().rev();
        tokens.map(|token| (weights.keys(is_new)[token], token)).collect()
    };
    let sides = [keys(false, &change.old), keys(true, &change.new)];
    let own = |is_new: bool| {
        let (mine, theirs) = (&sides[usize::from(is_new)], &sides[usize::from(!is_new)]);
        mine.iter().filter(|(key, _)| !theirs.contains_key(key)).map(move |(&key, &token)| {
            let is_unknown = !weights.is_known(!is_new, key);
            let weight = weights.weight(key) * if is_unknown { 2.0 } else { 1.0 };
            NewWord { is_new, token, weight, is_unknown }
        })
    };
    own(false).chain(own(true)).collect()
}
