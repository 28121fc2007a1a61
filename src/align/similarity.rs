//! How alike two stretches of text are, 0 to 1, in one place.
//!
//! Words count by stem, synonyms as one, an actor as one under all its names, each by its rarity between the two statements; words of grammar count a tenth.
//! The measure is Dice (what is shared of both) and a share of containment (what is shared of the shorter), which helps
//! splits and merges a little.

use super::assign::Candidate;
use crate::lexicon::Named;
use crate::segment::Token;
use crate::stance::Reading;
use rust_stemmers::{Algorithm, Stemmer};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// What a word of grammar weighs beside a word with a meaning of its own.
pub(super) const FUNCTION_WORD: f64 = 0.1;

/// The share of containment in the likeness of two phrases: with 0.1 a claim that lives on in a longer one is called gone
/// more often (gone_precision of the diplomatic ledger 0.766 for 0.784).
pub(crate) const CONTAINMENT: f64 = 0.25;

/// The weight below which a word is no part of a mixture any more.
const LEAST_MIXED: f64 = 0.01;

/// How much each word weighs between two statements.
#[derive(Clone, Debug, Default)]
pub struct Weights {
    /// For each key that of the word that stands for it and its synonyms.
    pub(super) concepts: Vec<u32>,
    pub(super) weights: Vec<f64>,
    pub(super) old: Vec<u32>,
    pub(super) new: Vec<u32>,
    pub(super) in_old: Vec<bool>,
    pub(super) in_new: Vec<bool>,
    /// What the words of actors' names count as, old and new: the first one as the actor, whatever it is called, the
    /// others as nothing.
    pub(super) names: [FxHashMap<usize, Option<(u32, f64)>>; 2],
}

/// The words of a stretch of text, as keys sorted, with their weights.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bag {
    /// Key and weight times count, sorted by key.
    words: Vec<(u32, f64)>,
    /// The sum of weights.
    total: f64,
}

impl Weights {
    /// Weighs the words of two statements: rare ones more, over their sentences taken together.
    pub fn of(old: &Reading, new: &Reading) -> Weights {
        let mut weights = Weights::default();
        let stems = [Stems::of(old), Stems::of(new)];
        // Numbered by the alphabet, so that neither side comes first and turning them round changes no sum.
        let mut concepts: BTreeMap<&str, &str> = BTreeMap::new();
        for (stem, concept) in stems.iter().flat_map(|stems| stems.known.values()) {
            concepts.entry(concept).or_insert(concept);
            let known: &mut &str = concepts.entry(stem).or_insert(concept);
            // Lemmas of one stem may stand in different groups; the first by the alphabet speaks for all.
            if *known == stem || concept != stem && concept.as_str() < *known {
                *known = concept;
            }
        }
        let keys: HashMap<&str, u32> = concepts.keys().zip(0..).map(|(&stem, key)| (stem, key)).collect();
        weights.concepts = concepts.values().map(|concept| keys[concept]).collect();
        let number = |reading: &Reading, stems: &Stems| -> Vec<u32> {
            let tokens = reading.segments.tokens.iter();
            tokens.map(|token| keys[stems.known[Stems::word(token)].0.as_str()]).collect()
        };
        weights.old = number(old, &stems[0]);
        weights.new = number(new, &stems[1]);
        let count = keys.len();
        weights.in_old = presence(&weights.old, count);
        weights.in_new = presence(&weights.new, count);
        let mut spread = vec![0u32; count];
        let mut is_content = vec![false; count];
        let mut sentences = 0;
        for (reading, keys) in [(old, &weights.old), (new, &weights.new)] {
            for sentence in &reading.segments.sentences {
                sentences += 1;
                let mut seen: Vec<u32> = keys[sentence.tokens.clone()].to_vec();
                seen.sort_unstable();
                seen.dedup();
                for key in seen {
                    spread[key as usize] += 1;
                }
            }
            for (token, &key) in reading.segments.tokens.iter().zip(keys) {
                is_content[key as usize] |= crate::stance::is_content(token);
            }
        }
        weights.weights = spread
            .iter()
            .zip(is_content)
            .map(|(&spread, is_content)| {
                let rarity = (1.0 + f64::from(sentences) / f64::from(spread.max(1))).ln();
                if is_content { rarity } else { rarity * FUNCTION_WORD }
            })
            .collect();
        weights.names = names([old, new], count as u32, f64::from(sentences));
        weights
    }

    /// Returns the keys of one side's tokens: equal keys are the same word.
    pub fn keys(&self, is_new: bool) -> &[u32] {
        if is_new { &self.new } else { &self.old }
    }

    /// Returns whether a word stands anywhere on a side.
    pub fn is_known(&self, is_new: bool, key: u32) -> bool {
        if is_new { self.in_new[key as usize] } else { self.in_old[key as usize] }
    }

    /// Returns what a word weighs.
    pub fn weight(&self, key: u32) -> f64 {
        self.weights[key as usize]
    }

    /// Returns the word that stands for a word and its synonyms.
    pub fn concept(&self, key: u32) -> u32 {
        self.concepts[key as usize]
    }

    /// Returns what a word weighs that stands in one sentence alone, the most that any does.
    pub(super) fn rarest(&self) -> f64 {
        self.weights.iter().copied().fold(0.0, f64::max)
    }

    /// Returns the words of some tokens in their order, marks left out.
    pub fn words(&self, is_new: bool, reading: &Reading, tokens: Range<usize>) -> Vec<u32> {
        let is_word = |at: &usize| {
            let token = &reading.segments.tokens[*at];
            !token.is_mark && !token.lemma.is_empty()
        };
        tokens.filter(is_word).map(|at| self.keys(is_new)[at]).collect()
    }

    /// Returns the words of some tokens of `reading`, which must be one of the two.
    pub fn bag(&self, is_new: bool, reading: &Reading, tokens: impl IntoIterator<Item = usize>) -> Bag {
        let counted = tokens
            .into_iter()
            .filter(|&at| {
                let token = &reading.segments.tokens[at];
                !token.is_mark && !token.is_furniture && !token.lemma.is_empty()
            })
            .filter_map(|at| {
                let key = self.keys(is_new)[at];
                let word = Some((self.concepts[key as usize], self.weight(key)));
                self.names[usize::from(is_new)].get(&at).copied().unwrap_or(word)
            })
            .collect();
        Bag::of(counted)
    }
}

/// The stems of a reading's lemmas, each with that of the word that stands for it and its synonyms.
pub(super) struct Stems<'r> {
    pub(super) known: HashMap<&'r str, (String, String)>,
}

impl<'r> Stems<'r> {
    pub(super) fn of(reading: &'r Reading) -> Stems<'r> {
        let stemmer = stemmer(&reading.statement.meta.language.0);
        let stem = |word: &str| match &stemmer {
            Some(stemmer) => stemmer.stem(word).into_owned(),
            None => word.to_owned(),
        };
        let mut known = HashMap::new();
        for token in &reading.segments.tokens {
            let word = Stems::word(token);
            known.entry(word).or_insert_with(|| {
                let concept = reading.lexicon.as_ref().map_or(word, |lexicon| lexicon.concept(word));
                (stem(word), stem(concept))
            });
        }
        Stems { known }
    }

    /// What a token is numbered by; all marks are one.
    pub(super) fn word(token: &Token) -> &str {
        if token.is_mark { "" } else { &token.lemma }
    }
}

/// What the words of actors' names count as; actors are numbered from `first` on, by the alphabet, and weighed by how
/// often they are named in so many sentences.
fn names(readings: [&Reading; 2], first: u32, sentences: f64) -> [FxHashMap<usize, Option<(u32, f64)>>; 2] {
    let named = readings.map(|reading| -> Vec<(&str, Range<usize>)> {
        let Some(lexicon) = &reading.lexicon else { return Vec::new() };
        let name = |named: &Named| (lexicon.actors.all[named.actor].id.as_str(), named.words.clone());
        reading.segments.actors.iter().map(name).collect()
    });
    let mut counts: BTreeMap<&str, f64> = BTreeMap::new();
    for (id, _) in named.iter().flatten() {
        *counts.entry(id).or_default() += 1.0;
    }
    let weighed = (first..).zip(&counts).map(|(key, (&id, count))| (id, (key, (1.0 + sentences / count).ln())));
    let terms: HashMap<&str, (u32, f64)> = weighed.collect();
    named.map(|named| {
        let mut counted = FxHashMap::default();
        for (id, words) in named {
            counted.extend(words.clone().map(|at| (at, (at == words.start).then_some(terms[id]))));
        }
        counted
    })
}

/// Which keys occur.
pub(super) fn presence(keys: &[u32], count: usize) -> Vec<bool> {
    let mut present = vec![false; count];
    for &key in keys {
        present[key as usize] = true;
    }
    present
}

/// The stemmer of a language, where there is one.
pub(super) fn stemmer(language: &str) -> Option<Stemmer> {
    let algorithm = match language {
        "en" => Algorithm::English,
        "de" => Algorithm::German,
        "fr" => Algorithm::French,
        "es" => Algorithm::Spanish,
        "it" => Algorithm::Italian,
        "pt" => Algorithm::Portuguese,
        "nl" => Algorithm::Dutch,
        "ru" => Algorithm::Russian,
        "sv" => Algorithm::Swedish,
        "tr" => Algorithm::Turkish,
        "ar" => Algorithm::Arabic,
        _ => return None,
    };
    Some(Stemmer::create(algorithm))
}

impl Bag {
    /// Puts weighed words together; of a word that stands twice both weights count.
    pub(super) fn of(mut counted: Vec<(u32, f64)>) -> Bag {
        counted.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut words: Vec<(u32, f64)> = Vec::new();
        for (key, weight) in counted {
            match words.last_mut() {
                Some((last, sum)) if *last == key => *sum += weight,
                _ => words.push((key, weight)),
            }
        }
        let total = words.iter().map(|(_, weight)| weight).sum();
        Bag { words, total }
    }

    /// The weight of the words both have.
    pub(super) fn shared(&self, other: &Bag) -> f64 {
        let (mut a, mut b) = (self.words.iter().peekable(), other.words.iter().peekable());
        let mut sum = 0.0;
        while let (Some(&&(x, left)), Some(&&(y, right))) = (a.peek(), b.peek()) {
            if x == y {
                sum += left.min(right);
            }
            if x <= y {
                a.next();
            }
            if y <= x {
                b.next();
            }
        }
        sum
    }

    /// Returns how alike two stretches are, 0 to 1; the same from either side.
    pub fn likeness(&self, other: &Bag) -> f64 {
        self.likeness_by(other, CONTAINMENT)
    }

    /// Returns how alike two stretches are where containment has such a share in it.
    pub(super) fn likeness_by(&self, other: &Bag, containment: f64) -> f64 {
        self.score(other, self.shared(other), containment)
    }

    /// Returns how alike two stretches are that share words of a weight.
    pub(crate) fn likeness_with(&self, other: &Bag, shared: f64) -> f64 {
        self.score(other, shared.min(self.total).min(other.total), CONTAINMENT)
    }

    fn score(&self, other: &Bag, shared: f64, containment: f64) -> f64 {
        let shorter = self.total.min(other.total);
        if shorter <= 0.0 {
            return 0.0;
        }
        (1.0 - containment) * 2.0 * shared / (self.total + other.total) + containment * shared / shorter
    }

    /// Returns which share of this stretch stands in the other, 0 to 1.
    pub fn share_in(&self, other: &Bag) -> f64 {
        if self.total > 0.0 { self.shared(other) / self.total } else { 0.0 }
    }

    /// Returns the words that the other has not.
    pub(super) fn without(&self, other: &Bag) -> Bag {
        let rest = |&(key, weight): &(u32, f64)| (key, weight - other.weight(key));
        Bag::of(self.words.iter().map(rest).filter(|&(_, weight)| weight > 0.0).collect())
    }

    /// Returns the words of both.
    pub(crate) fn with(&self, other: &Bag) -> Bag {
        Bag::of(self.words.iter().chain(&other.words).copied().collect())
    }

    /// Returns a bag between this one and another: all of this one at 0, all of the other at 1.
    pub(crate) fn mixed(&self, other: &Bag, share: f64) -> Bag {
        let mine = self.words.iter().map(|&(key, weight)| (key, weight * (1.0 - share)));
        let theirs = other.words.iter().map(|&(key, weight)| (key, weight * share));
        Bag::of(mine.chain(theirs).filter(|&(_, weight)| weight > LEAST_MIXED).collect())
    }

    /// Returns what a word weighs here.
    pub(crate) fn weight(&self, key: u32) -> f64 {
        self.words.binary_search_by_key(&key, |word| word.0).map_or(0.0, |at| self.words[at].1)
    }

    /// Returns the words by their keys, with their weights.
    pub(crate) fn weighed(&self) -> &[(u32, f64)] {
        &self.words
    }

    /// Returns the weight of all words.
    pub fn total(&self) -> f64 {
        self.total
    }
}

/// Returns the pairs that are at least so alike, in order of old and new.
///
/// An index over words finds them, so that pairs with nothing in common cost nothing.
pub(super) fn candidates(old: &[Bag], new: &[Bag], containment: f64, least: f64) -> Vec<Candidate> {
    let mut index: HashMap<u32, Vec<(usize, f64)>> = HashMap::new();
    for (b, bag) in new.iter().enumerate() {
        for &(key, weight) in &bag.words {
            index.entry(key).or_default().push((b, weight));
        }
    }
    let mut shared = vec![0.0; new.len()];
    let mut touched = Vec::new();
    let mut pairs = Vec::new();
    for (a, bag) in old.iter().enumerate() {
        for &(key, weight) in &bag.words {
            for &(b, other) in index.get(&key).map_or(&[][..], Vec::as_slice) {
                if shared[b] == 0.0 {
                    touched.push(b);
                }
                shared[b] += weight.min(other);
            }
        }
        touched.sort_unstable();
        for b in touched.drain(..) {
            let score = bag.score(&new[b], shared[b], containment);
            if score >= least {
                pairs.push((a, b, score));
            }
            shared[b] = 0.0;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::analyse;
    use crate::statement::{ReadOptions, read_bytes};

    #[test]
    fn an_actor_is_one_word_under_all_its_names() {
        let read = |sentence: &str| {
            let text = format!("---\nlanguage: en\n---\n\n{sentence}\n");
            analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).unwrap())
        };
        let likeness = |old: &str, new: &str| {
            let (old, new) = (read(old), read(new));
            let weights = Weights::of(&old, &new);
            let bag = |is_new, reading: &Reading| weights.bag(is_new, reading, 0..reading.segments.tokens.len());
            bag(false, &old).likeness(&bag(true, &new))
        };
        let long = "The Democratic People's Republic of Korea has signed.";
        assert_eq!(likeness("The DPRK has signed.", long), 1.0);
        assert!(likeness("North Korea has signed.", long) > 0.95);
        // A long name in common is no more than a short one.
        assert!(likeness(long, "The Republic of Korea has signed.") < 0.7);
        let about = |name: &str| likeness(&format!("{name} has signed."), &format!("{name} is a cold land."));
        assert!((about("The Democratic People's Republic of Korea") - about("The DPRK")).abs() < 1e-9);
    }
}
