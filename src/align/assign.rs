//! The best one-to-one pairing, whatever the order.
//!
//! The sum of the scores decides. Where two pairings come to the same sum, the items themselves decide, by
//! [`Twins::tie`]: so there is one best pairing, and it is the same one when old and new are turned round.

use super::twins::Twins;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};

/// Two items that may answer each other: old, new and score.
pub(super) type Candidate = (usize, usize, f64);

/// The most candidates of a tangle that is solved exactly; of ten thousand items with fifty each it takes seconds.
const LARGEST: usize = 500_000;

/// Returns the pairs, by old, of the one-to-one pairing with the highest sum of scores.
///
/// Candidates, each of which scores above 0, fall into tangles that share no item; each is solved on its own. A tangle
/// that is too large is paired best first.
pub(super) fn assign(twins: &Twins, candidates: &[Candidate]) -> Vec<Candidate> {
    assigned(twins, candidates).0
}

/// Returns the pairs of the one-to-one pairing with the highest sum of scores, and whether all of it is the best.
pub(super) fn assigned(twins: &Twins, candidates: &[Candidate]) -> (Vec<Candidate>, bool) {
    let mut pairs = Vec::new();
    let mut is_best = true;
    for tangle in tangles(twins.old.len(), twins.new.len(), candidates) {
        if tangle.len() == 1 {
            pairs.push(tangle[0]);
        } else if tangle.len() > LARGEST {
            pairs.extend(best_first(twins, tangle));
            is_best = false;
        } else {
            pairs.extend(Tangle::of(twins, &tangle).solve().into_iter().map(|at| tangle[at]));
        }
    }
    pairs.sort_by_key(|&(a, _, _)| a);
    (pairs, is_best)
}

/// Groups candidates that share an old or new item, directly or through others.
fn tangles(old: usize, new: usize, candidates: &[Candidate]) -> Vec<Vec<Candidate>> {
    let mut parent: Vec<usize> = (0..old + new).collect();
    fn root(parent: &mut [usize], mut at: usize) -> usize {
        while parent[at] != at {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        at
    }
    for &(a, b, _) in candidates {
        let (a, b) = (root(&mut parent, a), root(&mut parent, old + b));
        parent[a.max(b)] = a.min(b);
    }
    let mut groups: Vec<Vec<Candidate>> = vec![Vec::new(); old + new];
    for &candidate in candidates {
        let at = root(&mut parent, candidate.0);
        groups[at].push(candidate);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// A score as a whole number, so that sums are exact, with the tie below it.
pub(super) fn weight(twins: &Twins, &(a, b, score): &Candidate) -> i128 {
    /// What one of score comes to: finer than any difference that means something.
    const ONE: f64 = (1 << 30) as f64;
    /// The bits that the sum of the ties of a million pairs needs.
    const TIES: u32 = 74;
    ((score * ONE).round() as i128) << TIES | i128::from(twins.tie(a, b))
}

/// Pairs the most alike first.
fn best_first(twins: &Twins, mut tangle: Vec<Candidate>) -> Vec<Candidate> {
    tangle.sort_by_cached_key(|candidate| Reverse(weight(twins, candidate)));
    let (mut old, mut new) = (HashSet::new(), HashSet::new());
    tangle.retain(|&(a, b, _)| !old.contains(&a) && !new.contains(&b) && old.insert(a) && new.insert(b));
    tangle
}

/// Candidates by row, with the prices that prove a pairing the best one.
///
/// The textbook's shortest augmenting paths (Jonker and Volgenant 1987) on sparse rows: each row in turn takes the
/// cheapest path to a column that is free, or to a row that would rather stay alone, which costs nothing.
struct Tangle {
    /// The edges of each row: column, cost and the candidate's place.
    rows: Vec<Vec<(usize, i128, usize)>>,
    columns: usize,
}

impl Tangle {
    fn of(twins: &Twins, tangle: &[Candidate]) -> Tangle {
        let numbers = |item: fn(&Candidate) -> usize| {
            let mut items: Vec<usize> = tangle.iter().map(item).collect();
            items.sort_unstable();
            items.dedup();
            items
        };
        let (old, new) = (numbers(|candidate| candidate.0), numbers(|candidate| candidate.1));
        let mut rows = vec![Vec::new(); old.len()];
        for (at, candidate) in tangle.iter().enumerate() {
            let row = old.partition_point(|&a| a < candidate.0);
            let column = new.partition_point(|&b| b < candidate.1);
            rows[row].push((column, -weight(twins, candidate), at));
        }
        Tangle { rows, columns: new.len() }
    }

    /// Returns the places of the candidates that are pairs.
    fn solve(&self) -> Vec<usize> {
        let cheapest = |row: &Vec<(usize, i128, usize)>| row.iter().map(|edge| edge.1).min().unwrap_or(0);
        let mut row_price: Vec<i128> = self.rows.iter().map(cheapest).collect();
        let mut column_price = vec![0i128; self.columns];
        // For each row its column, for each column its row and the candidate that joins them.
        let mut column_of: Vec<Option<usize>> = vec![None; self.rows.len()];
        let mut row_of: Vec<Option<(usize, usize)>> = vec![None; self.columns];
        // For each column the length of the path to it, and the row and the candidate by which it is reached.
        let mut reached: Vec<Option<(i128, usize, usize)>> = vec![None; self.columns];
        for start in 0..self.rows.len() {
            let (mut open, mut touched, mut settled) = (BinaryHeap::new(), Vec::new(), Vec::new());
            let (mut row, mut length) = (start, 0);
            // The shortest way to end by leaving a row alone, with that row.
            let mut alone = (-row_price[start], start);
            let end = loop {
                for &(column, cost, at) in &self.rows[row] {
                    let to = length + cost - row_price[row] - column_price[column];
                    if reached[column].is_none_or(|(known, ..)| to < known) {
                        if reached[column].is_none() {
                            touched.push(column);
                        }
                        reached[column] = Some((to, row, at));
                        open.push(Reverse((to, column)));
                    }
                }
                alone = alone.min((length - row_price[row], row));
                // Of a column that was reached again by a shorter path the longer ones are out of date.
                while open.peek().is_some_and(|Reverse((to, column))| reached[*column].is_some_and(|way| way.0 < *to)) {
                    open.pop();
                }
                let Some(Reverse((to, column))) = open.pop().filter(|Reverse((to, _))| *to < alone.0) else {
                    break None;
                };
                let Some((owner, _)) = row_of[column] else { break Some((to, column)) };
                settled.push((column, to, owner));
                (row, length) = (owner, to);
            };
            let total = end.map_or(alone.0, |(to, _)| to);
            row_price[start] += total;
            for (column, to, owner) in settled {
                column_price[column] -= total - to;
                row_price[owner] += total - to;
            }
            // Back along the path, each column goes to the row that reached it, which leaves its own.
            let mut next = match end {
                Some((_, column)) => Some(column),
                None => column_of[alone.1].take(),
            };
            while let Some((column, (_, row, at))) = next.and_then(|column| Some((column, reached[column]?))) {
                row_of[column] = Some((row, at));
                next = column_of[row].replace(column);
            }
            touched.into_iter().for_each(|column| reached[column] = None);
        }
        row_of.into_iter().flatten().map(|(_, at)| at).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn items(words: std::ops::Range<u32>) -> Vec<(Vec<u32>, u64)> {
        words.map(|word| (vec![word], 0)).collect()
    }

    /// Items that all differ.
    fn distinct(old: usize, new: usize) -> Twins {
        Twins::of(&items(0..old as u32), &items(100..100 + new as u32))
    }

    #[test]
    fn the_sum_counts_not_the_best_pair() {
        let candidates = [(0, 0, 0.9), (0, 1, 0.8), (1, 0, 0.8)];
        assert_eq!(assign(&distinct(2, 2), &candidates), vec![(0, 1, 0.8), (1, 0, 0.8)]);
    }

    #[test]
    fn more_rows_than_columns_leave_rows_alone() {
        let candidates = [(0, 0, 0.5), (1, 0, 0.9), (2, 0, 0.4)];
        assert_eq!(assign(&distinct(3, 1), &candidates), vec![(1, 0, 0.9)]);
    }

    #[test]
    fn no_candidates_no_pairs() {
        assert!(assign(&distinct(3, 2), &[]).is_empty());
    }

    /// The best sum by trying everything.
    fn best_sum(candidates: &[Candidate], used: (u32, u32)) -> f64 {
        let Some((&(a, b, score), rest)) = candidates.split_first() else { return 0.0 };
        let without = best_sum(rest, used);
        if used.0 >> a & 1 == 1 || used.1 >> b & 1 == 1 {
            return without;
        }
        without.max(score + best_sum(rest, (used.0 | 1 << a, used.1 | 1 << b)))
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

        #[test]
        fn is_the_best_and_the_same_turned_round(scores in prop::collection::vec(0u8..6, 20)) {
            // Scores of few values, so that many pairings come to the same sum; 0 is no candidate.
            let candidates: Vec<Candidate> = scores
                .iter()
                .enumerate()
                .filter(|(_, score)| **score > 0)
                .map(|(at, &score)| (at / 4, at % 4, f64::from(score) / 4.0))
                .collect();
            let pairs = assign(&distinct(5, 4), &candidates);
            let sum: f64 = pairs.iter().map(|pair| pair.2).sum();
            prop_assert!((sum - best_sum(&candidates, (0, 0))).abs() < 1e-9);
            let twins = Twins::of(&items(100..104), &items(0..5));
            let turned: Vec<Candidate> = candidates.iter().map(|&(a, b, score)| (b, a, score)).collect();
            let mut back: Vec<Candidate> = assign(&twins, &turned).iter().map(|&(b, a, score)| (a, b, score)).collect();
            back.sort_by_key(|pair| pair.0);
            prop_assert_eq!(pairs, back);
        }
    }
}
