//! How much a reader who knows the series would care.

use crate::align::{Alignment, Link};
use crate::change::{Change, ChangeKind};
use crate::lexicon::Class;
use crate::stance::{Reading, StancePhrase};
use std::ops::Range;

/// The parts of a change's salience, each 0 to 1: their product, so that each can be redone by hand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Salience {
    /// What a claim of this class weighs.
    pub class: f64,
    /// What a change of this kind weighs.
    pub kind: f64,
    /// How much of it is new to the other statement.
    pub novelty: f64,
}

/// The weight of words new to the other statement at which novelty stands at about two thirds.
const NOVEL: f64 = 10.0;

impl Salience {
    /// Weighs a change between two readings.
    pub(super) fn of(old: &Reading, new: &Reading, alignment: &Alignment, change: &Change) -> Salience {
        let phrase: Option<&StancePhrase> = match change.link {
            Link::Both { new: b, .. } | Link::OnlyNew { new: b, .. } => new.phrases.get(b.0),
            Link::OnlyOld { old: a, .. } => old.phrases.get(a.0),
        };
        let class = phrase.map_or(1.0, |phrase| match phrase.class {
            Class::Assess => 0.7,
            _ => 1.0,
        });
        let kind = match change.kind {
            ChangeKind::Kept => 0.1,
            ChangeKind::Reworded => 0.6,
            ChangeKind::Strengthened | ChangeKind::Weakened => 0.9,
            ChangeKind::Appeared | ChangeKind::Disappeared | ChangeKind::Reversed => 1.0,
        };
        let own = |is_new: bool, tokens: &Option<Range<usize>>| -> f64 {
            let keys = alignment.weights.keys(is_new);
            let mut own: Vec<u32> = tokens.clone().map(|tokens| keys[tokens].to_vec()).unwrap_or_default();
            own.sort_unstable();
            own.dedup();
            own.retain(|&key| !alignment.weights.is_known(!is_new, key));
            own.into_iter().map(|key| alignment.weights.weight(key)).sum()
        };
        let weight = own(false, &change.old) + own(true, &change.new);
        let novelty = 0.4 + 0.6 * (1.0 - (-weight / NOVEL).exp());
        Salience { class, kind, novelty }
    }

    /// Returns the product of the parts, 0 to 1.
    pub fn value(&self) -> f64 {
        self.class * self.kind * self.novelty
    }
}
