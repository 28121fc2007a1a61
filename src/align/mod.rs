//! Which old phrase answers which new one.
//!
//! In: two [`Reading`]s. Out: [`Alignment`]: sentences linked to sentences, phrases to phrases, whatever their order.
//! What happened to a link is left to `change`.

mod assign;
mod groups;
mod similarity;

pub(crate) use groups::longest_rising;
pub use similarity::{Bag, Weights};

use similarity::Twins;

use crate::stance::Reading;

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
    /// Every sentence of both sides exactly once, in the order of the new statement.
    pub sentences: Vec<Group>,
    /// How much each word weighs between these two statements.
    pub weights: Weights,
}

/// The least likeness of two phrases that are one claim. From 0.25 to 0.45 the ledgers' f1 moves by less than a
/// point: likenesses have two humps with a valley there.
const LEAST: f64 = 0.32;

/// The least likeness of two sentences that answer each other.
const LEAST_SENTENCE: f64 = 0.35;

/// What the likeness of the sentences around two phrases adds to theirs: enough to tell equal formulas apart, too
/// little to pair strangers.
const CONTEXT: f64 = 0.08;

/// The least likeness at which two phrases are looked at at all.
const FAINT: f64 = 0.05;

/// The least likeness of two names of one person (`Ada B. Brook`, `Ada Brook`).
const SAME_NAME: f64 = 0.5;

/// What the same subject adds to the likeness of two phrases, and what two different ones take from it. Twice as much
/// costs four points of the ledgers' f1: subjects change names.
const SUBJECT: f64 = 0.15;

/// See [`SUBJECT`].
const OTHER_SUBJECT: f64 = 0.10;

/// The weight from which a subject tells a matter apart; `the Committee` weighs less, `inflation` more.
const TELLING: f64 = 2.5;

/// What it adds that their sentences answer each other.
const ANSWERED: f64 = 0.12;

/// What each neighbour adds that answers the other's neighbour.
const NEIGHBOUR: f64 = 0.06;

/// What the same subject counts for when a phrase is looked for inside another.
const SAME_SUBJECT: f64 = 0.5;

/// The least likeness of two phrases left over, whatever their surroundings say.
const LEAST_LEFT: f64 = 0.20;

/// Aligns two readings.
pub fn align(old: &Reading, new: &Reading) -> Alignment {
    let weights = Weights::of(old, new);
    let old_sentences: Vec<Bag> =
        old.segments.sentences.iter().map(|s| weights.bag(false, old, s.tokens.clone())).collect();
    let new_sentences: Vec<Bag> =
        new.segments.sentences.iter().map(|s| weights.bag(true, new, s.tokens.clone())).collect();
    let twins = Twins::of(
        old.segments.sentences.iter().map(|sentence| weights.words(false, old, sentence.tokens.clone())),
        new.segments.sentences.iter().map(|sentence| weights.words(true, new, sentence.tokens.clone())),
    );
    let mut near_sentences: Vec<_> = similarity::candidates(&old_sentences, &new_sentences, LEAST_SENTENCE)
        .into_iter()
        .map(|(a, b, score)| (a, b, score + twins.bonus(a, b)))
        .collect();
    // Sentences of nothing but furniture weigh nothing, yet a greeting answers the same greeting.
    near_sentences.extend(twins.pairs().filter(|&(a, _)| old_sentences[a].total() == 0.0).map(|(a, b)| (a, b, 1.0)));
    let pairs = assign::assign(old_sentences.len(), new_sentences.len(), &near_sentences);
    let sentences = groups::sentences(&old_sentences, &new_sentences, &pairs);

    let sides = [Side::of(&weights, false, old, &old_sentences), Side::of(&weights, true, new, &new_sentences)];
    let near = similarity::candidates(&sides[0].phrases, &sides[1].phrases, FAINT);
    let pairs = pair(&weights, &sides, &near, &sentences);
    let links = groups::phrases(&sides, &near, pairs);
    Alignment { links, sentences, weights }
}

/// What is compared of one side.
struct Side<'r> {
    reading: &'r Reading,
    sentences: &'r [Bag],
    phrases: Vec<Bag>,
    subjects: Vec<Option<Bag>>,
}

impl<'r> Side<'r> {
    fn of(weights: &Weights, is_new: bool, reading: &'r Reading, sentences: &'r [Bag]) -> Side<'r> {
        let bag = |tokens| weights.bag(is_new, reading, tokens);
        Side {
            reading,
            sentences,
            phrases: reading.phrases.iter().map(|phrase| bag(phrase.tokens.clone())).collect(),
            subjects: reading
                .phrases
                .iter()
                .map(|phrase| phrase.actor.as_ref().map(|actor| bag(actor.tokens.clone())))
                .collect(),
        }
    }

    /// How much of a phrase lives on inside one of the other side: its words, or its subject with some of what is
    /// said of it.
    fn lives_on(&self, phrase: usize, other: &Side, host: usize) -> f64 {
        let share = self.phrases[phrase].share_in(&other.phrases[host]);
        let subject = match (&self.subjects[phrase], &other.subjects[host]) {
            (Some(mine), Some(theirs)) if mine.total() >= TELLING => mine.share_in(theirs),
            _ => 0.0,
        };
        share + SAME_SUBJECT * subject
    }

    fn sentence(&self, phrase: usize) -> usize {
        self.reading.phrases[phrase].sentence
    }
}

/// Pairs phrases: first those that are alike, then what is left and has the same subject and the same surroundings.
fn pair(
    weights: &Weights,
    sides: &[Side; 2],
    near: &[(usize, usize, f64)],
    sentences: &[Group],
) -> Vec<(usize, usize, f64)> {
    let [old, new] = sides;
    let words = |is_new: bool, side: &Side| -> Vec<Vec<u32>> {
        let phrases = side.reading.phrases.iter();
        phrases.map(|phrase| weights.words(is_new, side.reading, phrase.tokens.clone())).collect()
    };
    let twins = Twins::of(words(false, old).into_iter(), words(true, new).into_iter());
    // A vote against answers only the same member's vote against.
    let is_one_vote = |a: usize, b: usize| {
        let (x, y) = (&old.reading.phrases[a], &new.reading.phrases[b]);
        match (&old.subjects[a], &new.subjects[b]) {
            (Some(mine), Some(theirs)) if x.is_dissent && y.is_dissent => mine.likeness(theirs) >= SAME_NAME,
            _ => !x.is_dissent && !y.is_dissent,
        }
    };
    // What the subjects add or take: most where they are one and tell a matter apart, nothing where they tell little.
    let subject = |a: usize, b: usize| match (&old.subjects[a], &new.subjects[b]) {
        (Some(x), Some(y)) => {
            let tells = (x.total().min(y.total()) / TELLING).min(1.0);
            let likeness = x.likeness(y);
            tells * if likeness > 0.0 { SUBJECT * likeness } else { -OTHER_SUBJECT }
        }
        _ => 0.0,
    };
    let near: Vec<_> = near.iter().copied().filter(|&(a, b, _)| is_one_vote(a, b)).collect();
    let good: Vec<_> = near
        .iter()
        .map(|&(a, b, score)| (a, b, score + subject(a, b)))
        .filter(|(_, _, score)| *score >= LEAST)
        .map(|(a, b, score)| {
            let around = old.sentences[old.sentence(a)].likeness(&new.sentences[new.sentence(b)]);
            (a, b, score + CONTEXT * around + twins.bonus(a, b))
        })
        .collect();
    let mut pairs = assign::assign(old.phrases.len(), new.phrases.len(), &good);
    // Without a lexicon no subject is known, and place alone pairs strangers.
    if old.reading.lexicon.is_none() || new.reading.lexicon.is_none() {
        return pairs;
    }
    let gaps = groups::Gaps::of(old.phrases.len(), new.phrases.len(), &pairs);
    let mut answers: Vec<(usize, usize)> = sentences
        .iter()
        .flat_map(|group| group.old.iter().flat_map(|a| group.new.iter().map(|b| (a.0, b.0))))
        .collect();
    answers.sort_unstable();
    let left: Vec<_> = near
        .iter()
        .filter(|&&(a, b, score)| score >= LEAST_LEFT && !gaps.is_paired(a, b))
        .map(|&(a, b, score)| {
            let is_answered = answers.binary_search(&(old.sentence(a), new.sentence(b))).is_ok();
            let around = if is_answered { ANSWERED } else { 0.0 } + NEIGHBOUR * gaps.agreement(a, b);
            (a, b, score + subject(a, b) + around)
        })
        .filter(|(_, _, score)| *score >= LEAST)
        .collect();
    pairs.extend(assign::assign(old.phrases.len(), new.phrases.len(), &left));
    pairs
}
