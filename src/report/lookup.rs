//! Which threads a phrase is worth comparing with.
//!
//! An index over words with a meaning of their own. Threads that were said just now are looked up by all words, all others
//! by a bounded number of places, the rarest words and the newest threads first.

use super::threads::{Growing, LEAST, LEAST_BACK};
use crate::align::Line;
use std::collections::HashMap;

/// What subjects and words of grammar can add to the likeness of the rare words that two phrases share.
const MAY_ADD: f64 = 0.20;

/// How many threads at most are looked up for the rare words of a phrase among all threads, so that time grows with
/// the number of statements and not with its square.
const MOST_LOOKED_UP: usize = 256;

/// What threads can be found by.
pub(super) struct Index {
    /// The threads that have a word in one of their wordings, by its key.
    by_word: Vec<Vec<usize>>,
    /// The last thread with all these words.
    by_wording: HashMap<Vec<u32>, usize>,
    /// Room to work in, kept because clearing all of it for every statement would take the square of their number: the
    /// threads of the moment by word, whether a thread is of the moment, what it shares with a phrase.
    recent: Vec<Vec<usize>>,
    is_live: Vec<bool>,
    shared: Vec<f64>,
}

/// A phrase and a thread that share some words.
pub(super) struct Near {
    pub(super) phrase: usize,
    pub(super) thread: usize,
    pub(super) likeness: f64,
}

impl Index {
    /// Makes an index over so many words.
    pub(super) fn new(count: usize) -> Index {
        Index {
            by_word: vec![Vec::new(); count],
            by_wording: HashMap::new(),
            recent: vec![Vec::new(); count],
            is_live: Vec::new(),
            shared: Vec::new(),
        }
    }

    /// Adds a wording of a thread. `found_by` are the words under which it stands already, sorted.
    pub(super) fn add(&mut self, thread: usize, found_by: &mut Vec<u32>, line: &Line) {
        for &word in &line.rare {
            if let Err(place) = found_by.binary_search(&word) {
                found_by.insert(place, word);
                self.by_word[word as usize].push(thread);
            }
        }
        self.by_wording.insert(line.key(), thread);
    }

    /// Returns the phrases and threads that share so many rare words that they may be one, phrase by phrase. `live` are
    /// the threads of the moment.
    pub(super) fn near(&mut self, lines: &[Line], threads: &[Growing], live: &[usize]) -> Vec<Near> {
        self.is_live.resize(threads.len(), false);
        self.shared.resize(threads.len(), 0.0);
        for &thread in live {
            self.is_live[thread] = true;
            for &word in &threads[thread].found_by {
                self.recent[word as usize].push(thread);
            }
        }
        let mut touched: Vec<usize> = Vec::new();
        let mut near = Vec::new();
        for (phrase, line) in lines.iter().enumerate() {
            let mut touch = |thread: usize, weight: f64| {
                if self.shared[thread] == 0.0 {
                    touched.push(thread);
                }
                self.shared[thread] += weight;
            };
            let mut left = MOST_LOOKED_UP;
            for &word in &line.rare {
                let weight = line.words.weight(word);
                self.recent[word as usize].iter().for_each(|&thread| touch(thread, weight));
                let all = &self.by_word[word as usize];
                for &thread in all.iter().rev().take(left).filter(|&&thread| !self.is_live[thread]) {
                    touch(thread, weight);
                }
                left = left.saturating_sub(all.len());
            }
            if let Some(&thread) = self.by_wording.get(&line.key()) {
                touch(thread, line.words.total());
            }
            touched.sort_unstable();
            for thread in touched.drain(..) {
                let shared = std::mem::take(&mut self.shared[thread]);
                let least = if self.is_live[thread] { LEAST } else { LEAST_BACK };
                if line.words.likeness_with(&threads[thread].typical, shared) + MAY_ADD >= least {
                    near.push(Near { phrase, thread, likeness: threads[thread].likeness(line) });
                }
            }
        }
        for &thread in live {
            self.is_live[thread] = false;
            threads[thread].found_by.iter().for_each(|&word| self.recent[word as usize].clear());
        }
        near
    }
}
