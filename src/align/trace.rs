//! How a link was found, for a reader who asks.

use super::assign::Candidate;
use super::groups::{Joined, LIVES_ON, REST};
use super::pairs::{LEAST, Pairing, sum};
use super::{Link, New, Old};
use std::collections::HashMap;

/// By what two phrases were found to answer each other, in the order in which it is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Their words, wherever they stand.
    Words,
    /// Some of their words and where they stand.
    Place,
    /// One lives on inside the other, which answers another phrase too.
    Inside,
    /// One answers what is left of the other, which answers another phrase too.
    Rest,
    /// Nothing answers.
    Alone,
}

impl Step {
    /// Returns what the parts must come to.
    fn least(self) -> f64 {
        match self {
            Step::Inside => LIVES_ON,
            Step::Rest => REST,
            Step::Words | Step::Place | Step::Alone => LEAST,
        }
    }

    /// Returns the word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Step::Words => "words",
            Step::Place => "place",
            Step::Inside => "inside",
            Step::Rest => "rest",
            Step::Alone => "alone",
        }
    }
}

/// One of the numbers that add up to how well two phrases answer each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// How alike their words are.
    Likeness,
    /// What their subjects add or take.
    Subject,
    /// What it takes away that the claims are of two classes.
    Class,
    /// What it adds that both have the same verb.
    Verb,
    /// What it takes away that nothing of what they say first is the same.
    Matter,
    /// What it adds that their sentences are alike.
    Sentence,
    /// What it adds that their paragraphs are alike.
    Paragraph,
    /// What it adds that all words are the same in the same order.
    Order,
    /// What it adds that their sentences answer each other.
    Answered,
    /// What it adds that their neighbours answer each other.
    Neighbours,
    /// Which share of the words of the one stands in the other.
    Share,
    /// What the same subject adds to that share.
    SameSubject,
}

impl Part {
    /// Returns the words that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Part::Likeness => "likeness",
            Part::Subject => "subject",
            Part::Class => "another class",
            Part::Verb => "same verb",
            Part::Matter => "another matter",
            Part::Sentence => "sentence",
            Part::Paragraph => "paragraph",
            Part::Order => "order",
            Part::Answered => "sentences answer",
            Part::Neighbours => "neighbours answer",
            Part::Share => "share of words",
            Part::SameSubject => "same subject",
        }
    }
}

/// How a link was found.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// By what.
    pub step: Step,
    /// What adds up; nothing where nothing answers.
    pub parts: Vec<(Part, f64)>,
    /// What that sum had to reach.
    pub least: f64,
    /// For each side of the link the most alike phrase of the other side that it was not linked with.
    pub rivals: Vec<Rival>,
}

impl Found {
    /// Returns what the parts come to.
    pub fn sum(&self) -> f64 {
        sum(&self.parts)
    }
}

/// Why a phrase does not live on inside another, whatever that holds of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bar {
    /// They speak of different times.
    Time,
    /// What both say answers another phrase, and what this one says beyond that one is not there.
    Taken,
}

impl Bar {
    /// Returns the word that reports use.
    pub fn name(self) -> &'static str {
        match self {
            Bar::Time => "time",
            Bar::Taken => "taken",
        }
    }
}

/// A phrase that might have answered and does not.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rival {
    /// Whether it stands in the new statement.
    pub is_new: bool,
    /// Its number there.
    pub phrase: usize,
    /// How alike it is to the phrase of the other side, 0 to 1.
    pub likeness: f64,
    /// How much of that phrase stands in it, by its words and its subject.
    pub holds: f64,
    /// How much it would have had to hold of it to be said to hold it.
    pub least: f64,
    /// Why holding that much is not enough.
    pub bar: Option<Bar>,
    /// The phrase of the other side that it answers.
    pub answers: Option<usize>,
}

/// Finds how each link was found.
pub(super) fn found(pairing: &Pairing, near: &[Candidate], links: &[(Link, Option<Joined>)]) -> Vec<Found> {
    let [old, new] = pairing.sides;
    let numbers: HashMap<(usize, usize), usize> =
        pairing.pairs.iter().enumerate().map(|(number, &(a, b, _))| ((a, b), number)).collect();
    let of_old: HashMap<usize, usize> = pairing.pairs.iter().map(|&(a, b, _)| (a, b)).collect();
    let of_new: HashMap<usize, usize> = pairing.pairs.iter().map(|&(a, b, _)| (b, a)).collect();
    // The two most alike of each phrase: one of them may be what it is linked with.
    let mut best = [vec![Vec::new(); old.phrases.len()], vec![Vec::new(); new.phrases.len()]];
    for &(a, b, likeness) in near {
        for (side, phrase, other) in [(0, a, b), (1, b, a)] {
            let list: &mut Vec<(f64, usize)> = &mut best[side][phrase];
            list.push((likeness, other));
            list.sort_by(|x, y| y.0.total_cmp(&x.0).then(x.1.cmp(&y.1)));
            list.truncate(2);
        }
    }
    let rival = |is_new: bool, phrase: usize, partner: Option<usize>| -> Option<Rival> {
        let list = &best[usize::from(!is_new)][phrase];
        let &(likeness, other) = list.iter().find(|(_, other)| Some(*other) != partner)?;
        let (mine, theirs, answered) = if is_new { (old, new, &of_new) } else { (new, old, &of_old) };
        let answers = answered.get(&other).copied();
        let holds = sum(&mine.held(phrase, theirs, other));
        let bar = mine.bar(phrase, theirs, other, answers);
        Some(Rival { is_new, phrase: other, likeness, holds, least: LIVES_ON, bar, answers })
    };
    links
        .iter()
        .map(|(link, joined)| match *link {
            Link::Both { old: Old(a), new: New(b), .. } => {
                let (step, parts) = joined.clone().unwrap_or_else(|| pairing.why(numbers[&(a, b)]));
                let rivals = [rival(true, a, Some(b)), rival(false, b, Some(a))].into_iter().flatten().collect();
                Found { step, parts, least: step.least(), rivals }
            }
            Link::OnlyOld { old: Old(a), .. } => alone(rival(true, a, None)),
            Link::OnlyNew { new: New(b), .. } => alone(rival(false, b, None)),
        })
        .collect()
}

fn alone(rival: Option<Rival>) -> Found {
    Found { step: Step::Alone, parts: Vec::new(), least: Step::Alone.least(), rivals: rival.into_iter().collect() }
}
