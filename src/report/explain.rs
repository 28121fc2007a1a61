//! Why one change is told as it is, worked out again for a reader who asks.

use super::salience::{NewWord, new_words};
use super::{Place, Report, ReportedChange};
use crate::align::{Alignment, Found, Link, align, shared_subject};
use crate::change::{Change, Rule, classify};
use crate::stance::Reading;
use std::collections::BTreeMap;
use std::ops::Range;

/// The chain of reasons for a change.
#[derive(Clone, Debug)]
pub struct Explanation {
    /// The earlier statement that the newest was compared with, by its place in [`Report::old`].
    pub old: usize,
    /// How the pair was found, or why nothing was.
    pub found: Found,
    /// Which rule gave the verdict.
    pub rule: Rule,
    /// Of a pair, the words that both sides have, the weightiest first.
    pub shared: Vec<SharedWord>,
    /// What all words of each side weigh, old and new.
    pub totals: [f64; 2],
    /// The words that one side has and the other has not, the weightiest first.
    pub own: Vec<NewWord>,
}

/// A word that both sides of a pair have, or that is a synonym.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SharedWord {
    /// Where it first stands on the old side.
    pub old: usize,
    /// Where it first stands on the new side.
    pub new: usize,
    /// What it weighs, as often as both have it.
    pub weight: f64,
}

/// Works out why a change of a report is told as it is.
pub fn explain(report: &Report, change: &ReportedChange) -> Explanation {
    let at = change.old.map_or(report.old.len() - 1, |old| old.statement);
    let (old, new) = (&report.old[at], report.new);
    let alignment = align(old, new);
    let is_told = |link: &Link| {
        let phrase = |place: Option<Place>| place.map(|place| place.phrase);
        (phrase(change.old), phrase(change.new))
            == match *link {
                Link::Both { old, new, .. } => (Some(old.0), Some(new.0)),
                Link::OnlyOld { old, .. } => (Some(old.0), None),
                Link::OnlyNew { new, .. } => (None, Some(new.0)),
            }
    };
    let number = alignment.links.iter().position(is_told).expect("a report tells the links of its statements");
    let change = &classify(old, new, &alignment)[number];
    let bags = phrases(change);
    let total = |is_new: bool, phrase: Option<usize>| -> f64 {
        let reading = if is_new { new } else { old };
        let tokens = phrase.into_iter().flat_map(|at| compared(reading, at));
        tokens.map(|tokens| alignment.weights.bag(is_new, reading, tokens).total()).sum()
    };
    let mut own = new_words(&alignment, change);
    own.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.is_new.cmp(&y.is_new)).then(x.token.cmp(&y.token)));
    Explanation {
        old: at,
        found: alignment.found[number].clone(),
        rule: change.rule,
        shared: shared(&alignment, old, new, bags),
        totals: [total(false, bags[0]), total(true, bags[1])],
        own,
    }
}

/// The phrases of a change, old and new.
fn phrases(change: &Change) -> [Option<usize>; 2] {
    match change.link {
        Link::Both { old, new, .. } => [Some(old.0), Some(new.0)],
        Link::OnlyOld { old, .. } => [Some(old.0), None],
        Link::OnlyNew { new, .. } => [None, Some(new.0)],
    }
}

/// The words by which a phrase is compared.
fn compared(reading: &Reading, phrase: usize) -> impl Iterator<Item = Range<usize>> {
    let phrase = &reading.phrases[phrase];
    shared_subject(reading, phrase).into_iter().chain([phrase.tokens.clone()])
}

/// The words that two phrases share, the weightiest first.
fn shared(alignment: &Alignment, old: &Reading, new: &Reading, phrases: [Option<usize>; 2]) -> Vec<SharedWord> {
    let [Some(a), Some(b)] = phrases else { return Vec::new() };
    let words = |is_new: bool, reading: &Reading, phrase: usize| {
        let mut words: BTreeMap<u32, (usize, f64)> = BTreeMap::new();
        for token in compared(reading, phrase).flatten() {
            for &(concept, weight) in alignment.weights.bag(is_new, reading, token..token + 1).weighed() {
                words.entry(concept).or_insert((token, 0.0)).1 += weight;
            }
        }
        words
    };
    let mine = words(false, old, a);
    let theirs = words(true, new, b);
    let mut shared: Vec<SharedWord> = mine
        .iter()
        .filter_map(|(concept, &(old, weight))| {
            let &(new, other) = theirs.get(concept)?;
            Some(SharedWord { old, new, weight: weight.min(other) })
        })
        .collect();
    shared.sort_by(|x, y| y.weight.total_cmp(&x.weight).then(x.old.cmp(&y.old)));
    shared
}
