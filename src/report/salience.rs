//! How much a reader who knows the series would care.
//!
//! A sum of six parts, so that a person can redo it, over the most that they can come to:
//!
//! | part | of | what |
//! | --- | --- | --- |
//! | class | 2.0 | what the claim does: a decision 2.0, an expectation or other graded judgement of the speaker's 1.0, a promise 0.7, a position, a bare judgement and a deed 0.6, a request 0.5, another act 0.3, a vote against 0.2 |
//! | holder | 0.2 | it is said of somebody known, who can hold a claim: the speaker or a name of the table of actors, not "inflation" |
//! | hedge | 0.1 | it is said to be probable or possible |
//! | kind | 1.0 | what happened to it: reversed, strengthened or weakened 1.0, appeared 0.9, disappeared or reworded 0.8 |
//! | novelty | 0.5 | how much of it is new, by the weight of the words that the other side has not |
//! | standing | 0.3 | 0.1 for each statement before the last that had the claim too, where such are given |
//!
//! The weights were chosen in steps of a tenth on hand-checked changes of central-bank statements and of speeches: the share
//! of the changes that a reader of the series named, and of headline changes, among the first five, and how far down the
//! list of a long speech they come. A tenth more or less in any one of them moves the first by three points at most, the
//! second by six in the bank's statements and by one change of ten in the speeches, the third from 0.11 to 0.15 at most.
//! Where a claim stands in the text adds nothing: page order is no better than chance.

use crate::align::{Alignment, Link};
use crate::change::{Change, ChangeKind};
use crate::lexicon::Class;
use crate::stance::{Certainty, Reading, StancePhrase};
use std::collections::BTreeMap;
use std::ops::Range;

/// The parts of a change's salience.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Salience {
    /// What the claim does, 0 to 2.
    pub class: f64,
    /// Whether somebody known holds it, 0 or 0.2.
    pub holder: f64,
    /// Whether it is said to be less than certain, 0 or 0.1.
    pub hedge: f64,
    /// What happened to it, 0 to 1.
    pub kind: f64,
    /// How much of it is new, 0 to 0.5.
    pub novelty: f64,
    /// How long it had stood, 0 to 0.3.
    pub standing: f64,
}

/// The weight of changed words at which two thirds of what novelty can give is given: six or seven rare words. Well
/// beyond, a long clause has not more news than a short one.
pub(crate) const NOVEL: f64 = 40.0;

/// The most that novelty gives.
pub(crate) const NOVELTY: f64 = 0.5;

/// What it adds that somebody known holds the claim.
const HOLDER: f64 = 0.2;

/// What it adds that a claim is hedged.
const HEDGE: f64 = 0.1;

/// What each earlier statement adds that had the claim, and the most that they add.
const STANDING: (f64, f64) = (0.1, 0.3);

/// The most that the parts come to.
pub(crate) const MOST: f64 = 4.1;

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
            ChangeKind::Reworded | ChangeKind::Disappeared => 0.8,
            ChangeKind::Appeared => 0.9,
            ChangeKind::Strengthened | ChangeKind::Weakened | ChangeKind::Reversed => 1.0,
        };
        let weight: f64 = new_words(alignment, change).iter().map(|word| word.weight).sum();
        let novelty = NOVELTY * (1.0 - (-weight / NOVEL).exp());
        let is_held = phrase.actor.as_ref().is_some_and(|actor| actor.known.is_some() || actor.is_speaker);
        Salience {
            class: class(phrase),
            holder: if is_held { HOLDER } else { 0.0 },
            hedge: if phrase.certainty == Certainty::Certain { 0.0 } else { HEDGE },
            kind,
            novelty,
            standing: 0.0,
        }
    }

    /// Adds how long the claim had stood: the number of statements before the last one that had it too.
    pub(super) fn stood(&mut self, earlier: usize) {
        let (each, most) = STANDING;
        self.standing = (each * earlier as f64).min(most);
    }

    /// Returns the parts by name.
    pub fn parts(&self) -> [(&'static str, f64); 6] {
        [
            ("class", self.class),
            ("holder", self.holder),
            ("hedge", self.hedge),
            ("kind", self.kind),
            ("novelty", self.novelty),
            ("standing", self.standing),
        ]
    }

    /// Returns the sum of the parts over the most that they can come to, 0 to 1.
    pub fn value(&self) -> f64 {
        self.parts().iter().map(|part| part.1).sum::<f64>() / MOST
    }
}

/// What a claim is worth by what it does: decisions first, then what is expected, which guides as much as what is promised.
fn class(phrase: &StancePhrase) -> f64 {
    let step = phrase.force.as_ref().map_or(0, |force| force.step);
    match phrase.class {
        Class::Act if step >= DECIDES => 2.0,
        Class::Act if phrase.is_dissent => 0.2,
        // `We have built a port` tells as much as `The port is built`.
        Class::Act if phrase.cue.is_none() => 0.6,
        Class::Act => 0.3,
        Class::Commit => 0.7,
        // What somebody else expects guides nobody.
        Class::Assess if phrase.force.is_some() && !phrase.is_of_another() => 1.0,
        Class::Demand => 0.5,
        Class::Support | Class::Oppose | Class::Concern | Class::Praise | Class::Assess => 0.6,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_of_all_parts_is_one() {
        let mut most =
            Salience { class: 2.0, holder: HOLDER, hedge: HEDGE, kind: 1.0, novelty: NOVELTY, standing: 0.0 };
        let before = most.value();
        most.stood(1);
        assert!((most.value() - before - 0.1 / MOST).abs() < 1e-9);
        most.stood(9);
        assert!((most.value() - 1.0).abs() < 1e-9);
    }
}
