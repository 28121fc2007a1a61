//! Where a text says what some words say, though not in their order and not all of them.
//!
//! A person's few words are no clause, so likeness would fail them: it asks what a whole clause has in common with them.
//! Here the question is how much of the words stands close together somewhere.

use super::Series;
use crate::lexicon::Tag;
use crate::segment::Token;
use crate::stance::Reading;
use smol_str::SmolStr;
use std::collections::HashMap;
use std::ops::Range;

/// Words to be looked for.
#[derive(Debug)]
pub(crate) struct Sought {
    /// The words themselves, lower case, in order, marks left out.
    words: Vec<SmolStr>,
    /// What each weighs.
    weights: Vec<f64>,
    /// For a key of the series which of the words it is or is akin to, and how much.
    by_key: HashMap<u32, Vec<(usize, f64)>>,
    total: f64,
    /// The word that the others say more of: without it nothing is found.
    head: Option<usize>,
    /// How many of the words must be there: one word of several says too little, whatever it weighs.
    least: usize,
    /// How many tokens the words may be spread over.
    reach: usize,
}

/// A place where much of what is sought stands close together.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Found {
    /// The tokens from the first to the last of the words.
    pub(crate) tokens: Range<usize>,
    /// How much of what is sought, 0 to 1.
    pub(crate) share: f64,
}

/// What a noun or verb weighs beside a word that only says more of one: without the settlement there is no political
/// settlement.
const HEAD: f64 = 2.0;

/// The share of the words that must be there where no lexicon tells which of them matter.
const LEAST_UNREAD: f64 = 0.8;

/// Below which share of the greatest rarity a word counts less the commoner it is.
const COMMON: f64 = 0.5;

/// How much a word counts for another form of it (`Korean` for `Korea`).
const FORM: f64 = 0.8;

/// The least length in letters of a stem that has another form.
const LEAST_FORM: usize = 5;

/// The letters that a form may have more than the other.
const MORE: usize = 3;

/// Over how many times as many tokens the words may be spread, and over how many at least.
const SPREAD: usize = 3;

/// See [`SPREAD`].
const LEAST_SPREAD: usize = 12;

impl Sought {
    /// Makes words ready to be looked for. `at` is their place in the series.
    pub(crate) fn new(series: &Series, at: usize, query: &Reading) -> Sought {
        let tokens: Vec<(usize, &Token)> =
            query.segments.tokens.iter().enumerate().filter(|(_, token)| !token.is_mark).collect();
        let keys: Vec<u32> = tokens.iter().map(|&(token, _)| series.concept(at, token)).collect();
        let is_noun = |at: usize| tokens.get(at).is_some_and(|(_, token)| matches!(token.tag, Tag::Noun | Tag::Propn));
        // The last of some nouns in a row is what they speak of. Without a lexicon no noun is known.
        let is_head =
            |at: usize| query.lexicon.is_some() && (tokens[at].1.tag == Tag::Verb || is_noun(at) && !is_noun(at + 1));
        let rank = |at: usize| match tokens[at].1 {
            _ if is_head(at) => HEAD,
            token if crate::stance::is_content(token) => 1.0,
            _ => 0.0,
        };
        // A name's words, which stand in every other sentence, count less each.
        let rarity = |key: u32| (series.rarity(key) / (COMMON * series.most())).min(1.0);
        let mut weights: Vec<f64> = keys.iter().enumerate().map(|(at, &key)| rank(at) * rarity(key)).collect();
        if weights.iter().all(|&weight| weight == 0.0) {
            weights.fill(1.0);
        }
        let head = (0..tokens.len()).find(|&at| is_head(at));
        let count = weights.iter().filter(|&&weight| weight > 0.0).count();
        let least = match query.lexicon {
            Some(_) => count.min(2),
            None => (LEAST_UNREAD * count as f64).ceil() as usize,
        };
        let mut by_key: HashMap<u32, Vec<(usize, f64)>> = HashMap::new();
        for (word, &key) in keys.iter().enumerate().filter(|&(word, _)| weights[word] > 0.0) {
            by_key.entry(key).or_default().push((word, 1.0));
            for (other, share) in series.akin(key, akin) {
                by_key.entry(other).or_default().push((word, share));
            }
        }
        let total = weights.iter().sum();
        let reach = (SPREAD * tokens.len()).max(LEAST_SPREAD);
        let words = tokens.iter().map(|(_, token)| token.word.clone()).collect();
        Sought { words, weights, by_key, total, head, least, reach }
    }

    /// Returns where the very words stand in some tokens of a statement.
    pub(crate) fn verbatim(&self, reading: &Reading, tokens: Range<usize>) -> Vec<Range<usize>> {
        let said: Vec<usize> = tokens.filter(|&at| !reading.segments.tokens[at].is_mark).collect();
        let is_here =
            |run: &&[usize]| run.iter().zip(&self.words).all(|(&at, word)| reading.segments.tokens[at].word == *word);
        let runs = said.windows(self.words.len().max(1)).filter(is_here);
        runs.map(|run| run[0]..run[run.len() - 1] + 1).collect()
    }

    /// Returns the place in some tokens of a statement that says most of it.
    pub(crate) fn nearest(&self, series: &Series, statement: usize, tokens: Range<usize>) -> Option<Found> {
        let here: Vec<(usize, &Vec<(usize, f64)>)> =
            tokens.filter_map(|at| Some((at, self.by_key.get(&series.concept(statement, at))?))).collect();
        let mut best: Option<Found> = None;
        for (from, &(start, _)) in here.iter().enumerate() {
            let mut heard = vec![0.0f64; self.weights.len()];
            for &(at, words) in here[from..].iter().take_while(|(at, _)| *at < start + self.reach) {
                for &(word, share) in words {
                    heard[word] = heard[word].max(share);
                }
                let words = heard.iter().filter(|&&heard| heard > 0.0).count();
                if words < self.least || self.head.is_some_and(|head| heard[head] == 0.0) {
                    continue;
                }
                let sum: f64 = heard.iter().zip(&self.weights).map(|(heard, weight)| heard * weight).sum();
                let found = Found { tokens: start..at + 1, share: sum / self.total };
                let is_better = |best: &Found| (found.share, best.tokens.len()) > (best.share, found.tokens.len());
                if best.as_ref().is_none_or(is_better) {
                    best = Some(found);
                }
            }
        }
        best
    }
}

/// How much one stem counts for another that is written much like it.
fn akin(stem: &str, other: &str) -> Option<f64> {
    let (short, long) = if stem.len() < other.len() { (stem, other) } else { (other, stem) };
    let more = long.strip_prefix(short)?.chars().count();
    (short.chars().count() >= LEAST_FORM && (1..=MORE).contains(&more)).then_some(FORM)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::analyse;
    use crate::statement::{ReadOptions, read_bytes};

    fn reading(text: &str) -> Reading {
        analyse(read_bytes("-", text.into(), ReadOptions::default()).unwrap())
    }

    #[test]
    fn says_how_much_of_the_words_stands_close_together() {
        let filler = "The harbour is deep. Trade has grown in every harbour this year.";
        for (words, text, verbatim, least, most) in [
            ("political settlement of the issue", "It seeks a political settlement of the issue.", 1, 1.0, 1.0),
            ("political settlement of the issue", "A political resolution of the question is sought.", 0, 1.0, 1.0),
            ("political settlement of the issue", "A settlement of the question is sought.", 0, 0.7, 0.9),
            ("political settlement of the issue", "The issue is political.", 0, 0.0, 0.0),
            ("peace in Korea", "It works for the peace of the Korean people.", 0, 0.8, 0.99),
            ("keep the port open", "It will keep open the old port.", 0, 1.0, 1.0),
            ("whatever", "Nothing of that kind.", 0, 0.0, 0.0),
        ] {
            let readings = [reading(&format!("{filler} {text}"))];
            let query = reading(words);
            let series = Series::of(&readings, std::slice::from_ref(&query));
            let sought = Sought::new(&series, 1, &query);
            let sentence = readings[0].segments.sentences.last().unwrap().tokens.clone();
            assert_eq!(sought.verbatim(&readings[0], sentence.clone()).len(), verbatim, "{words}: {text}");
            let share = sought.nearest(&series, 0, sentence).map_or(0.0, |found| found.share);
            assert!((least..=most).contains(&share), "{words}: {text}: {share}");
        }
    }

    #[test]
    fn forms_of_a_word_are_akin() {
        for (stem, other, expected) in [
            ("korea", "korean", Some(FORM)),
            ("korean", "korea", Some(FORM)),
            ("korea", "korea", None),
            ("port", "ports", None),
            ("state", "statement", None),
            ("nation", "internation", None),
        ] {
            assert_eq!(akin(stem, other), expected, "{stem}, {other}");
        }
    }
}
