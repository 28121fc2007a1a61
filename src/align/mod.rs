//! Which old phrase answers which new one.
//!
//! In: two [`Reading`]s. Out: [`Alignment`]: sentences linked to sentences, phrases to phrases, whatever their order.
//! What happened to a link is left to `change`.

mod assign;
mod groups;
mod pairs;
mod place;
mod seek;
mod sentences;
mod series;
mod similarity;
mod trace;
mod twins;

pub(crate) use pairs::{shared_subject, without_owner};
pub(crate) use seek::Sought;
pub(crate) use series::{Line, Series, assign};
pub(crate) use similarity::CONTAINMENT;
pub use similarity::{Bag, Weights};
pub use trace::{Bar, Found, Part, Rival, Step};

use crate::stance::Reading;
use sentences::Sentences;
use std::collections::BTreeSet;

/// The number of an item (phrase or sentence) on the old side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Old(pub usize);

/// The number of an item (phrase or sentence) on the new side.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct New(pub usize);

/// One phrase or pair of phrases.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Link {
    /// A claim that stands on both sides.
    Both {
        /// The old phrase.
        old: Old,
        /// The new phrase.
        new: New,
        /// How alike they are, 0 to 1.
        score: f64,
        /// Whether one side lives on inside a phrase that answers another: split or merged.
        is_part: bool,
    },
    /// A claim without counterpart in the new statement.
    OnlyOld {
        /// The old phrase.
        old: Old,
        /// How alike the nearest new phrase is, 0 to 1.
        nearest: f64,
    },
    /// A claim without counterpart in the old statement.
    OnlyNew {
        /// The new phrase.
        new: New,
        /// How alike the nearest old phrase is, 0 to 1.
        nearest: f64,
    },
}

/// Sentences that answer each other: one to one, one to several, several to one, or alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Old sentences, in order.
    pub old: Vec<Old>,
    /// New sentences, in order.
    pub new: Vec<New>,
    /// Whether it left its place among its neighbours.
    pub is_moved: bool,
}

/// Which old phrase answers which new one.
#[derive(Clone, Debug)]
pub struct Alignment {
    /// Every phrase of both sides at least once.
    pub links: Vec<Link>,
    /// How each link was found.
    pub found: Vec<Found>,
    /// Which links left their place among the others.
    pub moved: BTreeSet<usize>,
    /// Every sentence of both sides exactly once, in the order of the new statement.
    pub sentences: Vec<Group>,
    /// How much each word weighs between these two statements.
    pub weights: Weights,
    /// Whether there was so much to choose from that somewhere pairs were taken best first, or left out.
    pub is_cut_short: bool,
}

/// Aligns two readings.
pub fn align(old: &Reading, new: &Reading) -> Alignment {
    let weights = Weights::of(old, new);
    let sides = [Sentences::of(&weights, false, old), Sentences::of(&weights, true, new)];
    let (sentences, is_exact) = sentences::group(&weights, &sides);
    let pairs::Linked { links, moved, found, is_best } = pairs::links(&weights, &sides, &sentences);
    Alignment { links, found, moved, sentences, weights, is_cut_short: !(is_exact && is_best) }
}
