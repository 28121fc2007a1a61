//! What happened to each link.
//!
//! In: two [`Reading`]s and their [`Alignment`]. Out: a [`Change`] for every link, with what differs inside and the
//! words that decided. In which order a reader sees them is left to `report`.

mod polarity;
mod slots;
mod verdict;
mod wording;

pub use wording::{Edit, edits};

use crate::align::{Alignment, Link};
use crate::stance::Reading;
use crate::text::Span;
use std::ops::Range;

/// What happened to a claim, in the order in which the report tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The old statement has it, the new one has no counterpart.
    Disappeared,
    /// The same matter, opposite polarity or direction.
    Reversed,
    /// The same claim made less firmly or widely.
    Weakened,
    /// The same claim made more firmly or widely.
    Strengthened,
    /// The new statement has it, the old one has no counterpart.
    Appeared,
    /// The same claim in other words, force not clearly moved.
    Reworded,
    /// The same claim in the same words, or trivially other ones.
    Kept,
}

impl ChangeKind {
    /// All kinds in order.
    pub const ALL: [ChangeKind; 7] = [
        ChangeKind::Disappeared,
        ChangeKind::Reversed,
        ChangeKind::Weakened,
        ChangeKind::Strengthened,
        ChangeKind::Appeared,
        ChangeKind::Reworded,
        ChangeKind::Kept,
    ];

    /// Returns the word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            ChangeKind::Disappeared => "disappeared",
            ChangeKind::Reversed => "reversed",
            ChangeKind::Weakened => "weakened",
            ChangeKind::Strengthened => "strengthened",
            ChangeKind::Appeared => "appeared",
            ChangeKind::Reworded => "reworded",
            ChangeKind::Kept => "kept",
        }
    }
}

/// What differs inside a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Facet {
    /// How firmly it is said.
    Force,
    /// Which way it points.
    Polarity,
    /// On what terms.
    Condition,
    /// Who holds it.
    Actor,
    /// About what.
    Object,
    /// How much.
    Quantity,
    /// When.
    Time,
    /// Only the words.
    Wording,
}

impl Facet {
    /// Returns the word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Facet::Force => "force",
            Facet::Polarity => "polarity",
            Facet::Condition => "condition",
            Facet::Actor => "actor",
            Facet::Object => "object",
            Facet::Quantity => "quantity",
            Facet::Time => "time",
            Facet::Wording => "wording",
        }
    }

    /// Returns the facet of a name in the lexicon; a name that is none is `force`.
    fn named(name: &str) -> Facet {
        [Facet::Polarity, Facet::Condition, Facet::Object, Facet::Quantity, Facet::Time]
            .into_iter()
            .find(|facet| facet.name() == name)
            .unwrap_or(Facet::Force)
    }
}

/// One reason for a verdict: the words on each side and what they say on which scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// What it tells of.
    pub facet: Facet,
    /// The rule: the name of the scale, or what was compared.
    pub rule: String,
    /// The words on the old side, with the entry and its step.
    pub old: Option<Grade>,
    /// The words on the new side.
    pub new: Option<Grade>,
    /// What it does to the claim: -1 weakens, 1 strengthens, 0 neither.
    pub sign: i32,
}

/// Words on a scale.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grade {
    /// Where they stand.
    pub span: Span,
    /// The entry's id.
    pub entry: String,
    /// The step.
    pub step: i32,
}

/// Which rule gave the verdict, in the order in which they are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// Nothing answers it.
    Alone,
    /// The two sides point different ways.
    Polarity,
    /// The scales of a rank say so, the signs of whose reasons come to `sum`; nothing of a lower rank decided.
    Scales {
        /// 1 for what makes the claim, 2 for what grades it, 3 for the rest.
        rank: u8,
        /// Above 0 it strengthens, below it weakens.
        sum: i32,
    },
    /// No scale moved, and the words differ.
    Words,
    /// No scale moved, and the words are the same or trivially other ones.
    Same,
}

impl Rule {
    /// Returns the word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Alone => "alone",
            Rule::Polarity => "polarity",
            Rule::Scales { .. } => "scales",
            Rule::Words => "words",
            Rule::Same => "same",
        }
    }

    fn kind(self) -> ChangeKind {
        match self {
            Rule::Polarity => ChangeKind::Reversed,
            Rule::Scales { sum, .. } if sum > 0 => ChangeKind::Strengthened,
            Rule::Scales { .. } => ChangeKind::Weakened,
            Rule::Words | Rule::Alone => ChangeKind::Reworded,
            Rule::Same => ChangeKind::Kept,
        }
    }
}

/// What happened to one link.
#[derive(Clone, Debug)]
pub struct Change {
    /// The verdict.
    pub kind: ChangeKind,
    /// Whether it left its place among its neighbours.
    pub is_moved: bool,
    /// What differs, in order, without doubles.
    pub facets: Vec<Facet>,
    /// The link.
    pub link: Link,
    /// What decided.
    pub reasons: Vec<Reason>,
    /// Which rule did.
    pub rule: Rule,
    /// The tokens compared on the old side: those of the phrase, or the part of it that answers the other side.
    pub old: Option<Range<usize>>,
    /// The tokens compared on the new side.
    pub new: Option<Range<usize>>,
}

/// Judges every link, in the alignment's order.
pub fn classify(old: &Reading, new: &Reading, alignment: &Alignment) -> Vec<Change> {
    alignment
        .links
        .iter()
        .enumerate()
        .map(|(at, link)| match *link {
            Link::Both { .. } => verdict::two_sided(old, new, alignment, *link, alignment.moved.contains(&at)),
            Link::OnlyOld { old: a, .. } => {
                one_sided(ChangeKind::Disappeared, *link, Some(old.phrases[a.0].tokens.clone()), None)
            }
            Link::OnlyNew { new: b, .. } => {
                one_sided(ChangeKind::Appeared, *link, None, Some(new.phrases[b.0].tokens.clone()))
            }
        })
        .collect()
}

fn one_sided(kind: ChangeKind, link: Link, old: Option<Range<usize>>, new: Option<Range<usize>>) -> Change {
    Change { kind, is_moved: false, facets: Vec::new(), link, reasons: Vec::new(), rule: Rule::Alone, old, new }
}
