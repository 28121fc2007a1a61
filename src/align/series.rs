//! The words of a whole series, numbered and weighed once, so that statements far apart can be compared.
//!
//! The likeness is that of two statements (`similarity`); only what a word weighs is taken from all of them.

use super::pairs::{SAME_NAME, agreement};
use super::similarity::{FUNCTION_WORD, Stems, presence};
use super::twins::Twins;
use super::{Alignment, Bag, Link, New, Old, Weights, assign as pairing};
use crate::stance::{Reading, StancePhrase};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

/// How much faster than its rarity a common word loses weight: at 1 the four words of a country's full name, which stand
/// in every other sentence of its speeches, made lines of all that the name stands in; at 2 the words of a decision that
/// is said in two places of a statement weigh too little to hold it together.
const STEEPNESS: f64 = 1.5;

/// What the same subject adds to the likeness of two phrases: a little less than between two statements, since most lines
/// of a series have one subject. At 0.20 a promise that changed its date falls in two (`tests/scores/breaks.py`, one line
/// 0.57 for 0.71), at 0.16 one that took on a condition; from 0.17 to 0.19 neither.
const SUBJECT: f64 = 0.18;

/// The words of a series.
#[derive(Debug, Default)]
pub(crate) struct Series {
    /// The keys of each statement's tokens.
    keys: Vec<Vec<u32>>,
    /// For each key that of the word that stands for it and its synonyms.
    concepts: Vec<u32>,
    weights: Vec<f64>,
    is_content: Vec<bool>,
    /// The stem of each key.
    stems: Vec<String>,
    /// How rare the rarest words are.
    most: f64,
}

/// A phrase as it is compared through a series.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    /// Its words.
    pub(crate) words: Bag,
    /// Its words with a meaning of their own, the heaviest first.
    pub(crate) rare: Vec<u32>,
    /// Who holds it.
    subject: Option<Bag>,
    is_dissent: bool,
}

impl Series {
    /// Numbers and weighs the words of a series, and numbers those of texts that are looked for in it, which stand after
    /// its statements.
    ///
    /// A word weighs by how few sentences of a statement that holds it hold it: the same as between two statements of
    /// the series. Counted over all sentences instead, the words of a formula that stands in every statement would weigh
    /// next to nothing beside a figure that changes each time, and the formula would fall apart.
    pub(crate) fn of(readings: &[Reading], queries: &[Reading]) -> Series {
        let mut numbers: HashMap<String, u32> = HashMap::new();
        let mut concepts: Vec<u32> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        let mut number = |stem: &str, concepts: &mut Vec<u32>| match numbers.get(stem) {
            Some(&key) => key,
            None => {
                let key = concepts.len() as u32;
                numbers.insert(stem.to_owned(), key);
                concepts.push(key);
                names.push(stem.to_owned());
                key
            }
        };
        let mut keys = Vec::new();
        for reading in readings.iter().chain(queries) {
            let stems = Stems::of(reading);
            let mut known: HashMap<&str, u32> = HashMap::new();
            let tokens = reading.segments.tokens.iter().map(|token| {
                let word = Stems::word(token);
                *known.entry(word).or_insert_with(|| {
                    let (stem, concept) = &stems.known[word];
                    let (key, concept_key) = (number(stem, &mut concepts), number(concept, &mut concepts));
                    // Lemmas of one stem may stand in different groups; the first that is met speaks for all.
                    if concepts[key as usize] == key {
                        concepts[key as usize] = concept_key;
                    }
                    key
                })
            });
            keys.push(tokens.collect());
        }
        let (weights, is_content, most) = weights(readings, &keys, &concepts);
        Series { keys, concepts, weights, is_content, stems: names, most }
    }

    /// Returns the words of some tokens of a statement; those before `from` lead in and count a tenth, like words of
    /// grammar.
    fn bag(&self, statement: usize, reading: &Reading, tokens: Range<usize>, from: usize) -> Bag {
        let is_said = |at: &usize| {
            let token = &reading.segments.tokens[*at];
            !token.is_mark && !token.is_furniture && !token.lemma.is_empty()
        };
        let weighed = |at: usize| {
            let key = self.keys[statement][at] as usize;
            (self.concepts[key], self.weights[key] * if at < from { FUNCTION_WORD } else { 1.0 })
        };
        Bag::of(tokens.filter(is_said).map(weighed).collect())
    }

    /// Returns the phrases of a statement as they are compared.
    ///
    /// The words before a phrase's own subject lead in (`In determining how long to keep the levy at 3 percent, | the
    /// Council will assess ...`) and tell little of which line it is: at full weight the decision on the levy would be
    /// taken for it.
    pub(crate) fn lines(&self, statement: usize, reading: &Reading) -> Vec<Line> {
        let line = |phrase: &StancePhrase| {
            let own = phrase.actor.as_ref().filter(|actor| !actor.is_carried).map(|actor| actor.tokens.start);
            let from = own.filter(|own| phrase.tokens.contains(own)).unwrap_or(phrase.tokens.start);
            let bag = |tokens: &Range<usize>, from| self.bag(statement, reading, tokens.clone(), from);
            let mut words = bag(&phrase.tokens, from);
            let carried = phrase.actor.as_ref().filter(|actor| actor.is_carried);
            if let Some(actor) = carried {
                words = words.with(&bag(&actor.tokens, actor.tokens.start));
            }
            let mut rare: Vec<(u32, f64)> = words.weighed().to_vec();
            rare.retain(|(word, _)| self.is_content[*word as usize]);
            rare.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            Line {
                rare: rare.into_iter().map(|(word, _)| word).collect(),
                subject: phrase.actor.as_ref().map(|actor| bag(&actor.tokens, actor.tokens.start)),
                is_dissent: phrase.is_dissent,
                words,
            }
        };
        reading.phrases.iter().map(line).collect()
    }

    /// Returns how many words there are; their keys are less.
    pub(crate) fn count(&self) -> usize {
        self.concepts.len()
    }

    /// Returns the word, or that which stands for its synonyms, of a token.
    pub(super) fn concept(&self, statement: usize, token: usize) -> u32 {
        self.concepts[self.keys[statement][token] as usize]
    }

    /// Returns how rare a word is, be it one of grammar or not.
    pub(super) fn rarity(&self, key: u32) -> f64 {
        self.weights[key as usize] / if self.is_content[key as usize] { 1.0 } else { FUNCTION_WORD }
    }

    /// Returns how rare the rarest words are.
    pub(super) fn most(&self) -> f64 {
        self.most
    }

    /// Returns the words whose stems are akin to that of a word, as a measure says.
    pub(super) fn akin(&self, key: u32, measure: fn(&str, &str) -> Option<f64>) -> Vec<(u32, f64)> {
        let own = &self.stems[key as usize];
        let others = self.stems.iter().zip(&self.concepts).filter(|&(_, &concept)| concept != key);
        others.filter_map(|(stem, &concept)| Some((concept, measure(own, stem)?))).collect()
    }

    /// Returns an alignment of two statements in which only some phrases answer each other: old, new, likeness, whether
    /// one lives on inside the other.
    pub(crate) fn alignment(&self, old: usize, new: usize, pairs: &[(usize, usize, f64, bool)]) -> Alignment {
        let count = self.concepts.len();
        let link = |&(old, new, score, is_part): &(usize, usize, f64, bool)| Link::Both {
            old: Old(old),
            new: New(new),
            score,
            is_part,
        };
        Alignment {
            links: pairs.iter().map(link).collect(),
            found: Vec::new(),
            moved: BTreeSet::new(),
            sentences: Vec::new(),
            is_cut_short: false,
            weights: Weights {
                concepts: self.concepts.clone(),
                weights: self.weights.clone(),
                in_old: presence(&self.keys[old], count),
                in_new: presence(&self.keys[new], count),
                old: self.keys[old].clone(),
                new: self.keys[new].clone(),
                names: Default::default(),
            },
        }
    }
}

/// Returns the pairs of the one-to-one pairing of lines with the highest sum of scores, as of two statements.
pub(crate) fn assign(old: &[&Line], new: &[&Line], candidates: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    let known = |lines: &[&Line]| -> Vec<(Vec<u32>, u64)> { lines.iter().map(|line| (line.key(), 0)).collect() };
    pairing::assign(&Twins::of(&known(old), &known(new)), candidates)
}

impl Line {
    /// Returns how alike two phrases are, subjects included; a vote against is like no other member's vote.
    pub(crate) fn likeness(&self, other: &Line) -> f64 {
        if self.is_dissent != other.is_dissent {
            return 0.0;
        }
        if let (true, Some(mine), Some(theirs)) = (self.is_dissent, &self.subject, &other.subject)
            && mine.likeness(theirs) < SAME_NAME
        {
            return 0.0;
        }
        self.words.likeness(&other.words) + self.agreement(other)
    }

    /// Returns what the subjects of two phrases add to their likeness or take from it.
    pub(crate) fn agreement(&self, other: &Line) -> f64 {
        agreement(&self.subject, &other.subject, SUBJECT)
    }

    /// Returns what is equal in two phrases of the same words, in whatever order.
    pub(crate) fn key(&self) -> Vec<u32> {
        self.words.weighed().iter().map(|&(word, _)| word).collect()
    }
}

fn weights(readings: &[Reading], keys: &[Vec<u32>], concepts: &[u32]) -> (Vec<f64>, Vec<bool>, f64) {
    let count = concepts.len();
    let mut statements = vec![0u32; count];
    let mut sentences = vec![0u32; count];
    let mut is_content = vec![false; count];
    let mut all = 0;
    for (reading, keys) in readings.iter().zip(keys) {
        let mut spread: Vec<u32> = Vec::new();
        for sentence in &reading.segments.sentences {
            all += 1;
            let mut seen = keys[sentence.tokens.clone()].to_vec();
            seen.sort_unstable();
            seen.dedup();
            spread.extend(seen);
        }
        spread.sort_unstable();
        for &key in &spread {
            sentences[key as usize] += 1;
        }
        spread.dedup();
        for key in spread {
            statements[key as usize] += 1;
        }
        for (token, &key) in reading.segments.tokens.iter().zip(keys) {
            is_content[key as usize] |= crate::stance::is_content(token);
        }
    }
    // A word stands for its synonyms: it has a meaning of its own if one of them has.
    for key in 0..count {
        is_content[concepts[key] as usize] |= is_content[key];
    }
    let mean = f64::from(all) / readings.len().max(1) as f64;
    let most = (1.0 + mean).ln();
    let weights = (0..count)
        .map(|key| {
            let held = f64::from(sentences[key].max(1)) / f64::from(statements[key].max(1));
            let rarity = most * ((1.0 + mean / held).ln() / most).powf(STEEPNESS);
            if is_content[key] { rarity } else { rarity * FUNCTION_WORD }
        })
        .collect();
    (weights, is_content, most)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::analyse;
    use crate::statement::{ReadOptions, read_bytes};

    fn lines(texts: &[&str]) -> Vec<Vec<Line>> {
        let read = |text: &&str| analyse(read_bytes("-", text.as_bytes().to_vec(), ReadOptions::default()).unwrap());
        let readings: Vec<Reading> = texts.iter().map(read).collect();
        let series = Series::of(&readings, &[]);
        readings.iter().enumerate().map(|(at, reading)| series.lines(at, reading)).collect()
    }

    #[test]
    fn a_figure_that_changes_leaves_a_formula_together() {
        let text = |figure: &str| format!("The Council decided to keep the levy at {figure} percent. Trade has grown.");
        let texts: Vec<String> = ["3", "4", "5", "6", "7", "8"].map(text).to_vec();
        let lines = lines(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(lines[0][0].likeness(&lines[5][0]) > 0.8, "{}", lines[0][0].likeness(&lines[5][0]));
        assert!(lines[0][0].likeness(&lines[5][1]) < 0.2);
    }

    #[test]
    fn what_leads_in_counts_little() {
        let decides = "The Council decided to keep the levy at 3 percent.";
        let weighs =
            "In determining how long to keep the levy at 3 percent, the Council will assess the growth of trade.";
        let lines = lines(&[decides, weighs]);
        assert!(lines[0][0].likeness(&lines[1][0]) < 0.45, "{}", lines[0][0].likeness(&lines[1][0]));
    }

    #[test]
    fn who_is_carried_over_is_part_of_the_line() {
        let lines =
            lines(&["The Council supports the talks. It will send observers.", "The Council will send observers."]);
        assert!(lines[0][1].likeness(&lines[1][0]) > 0.9);
    }

    #[test]
    fn a_vote_is_like_no_other_members() {
        let vote = |name: &str| format!("Voting against the decision was {name}, who preferred to keep the levy low.");
        let (one, other) = (vote("Joss Wend"), vote("Mira Castellane"));
        let lines = lines(&[&one, &one, &other]);
        assert!(lines[0][0].likeness(&lines[1][0]) > 0.9);
        assert_eq!(lines[0][0].likeness(&lines[2][0]), 0.0);
    }
}
