//! Where items stand among their neighbours, never on the page.

use super::assign::Candidate;
use std::collections::BTreeSet;

/// Where items without a pair stand between items with one, so that place is taken from neighbours, not from the page.
pub(super) struct Gaps {
    old: Vec<Gap>,
    new: Vec<Gap>,
}

/// The pairs next before and after an item in its block, by number; an item with a pair has no gap.
#[derive(Clone, Copy, Default)]
struct Gap {
    is_paired: bool,
    before: Option<usize>,
    after: Option<usize>,
}

impl Gaps {
    /// Finds the gaps that some pairs leave in the blocks of each side.
    pub(super) fn of(old: &[usize], new: &[usize], pairs: &[Candidate]) -> Gaps {
        let side = |blocks: &[usize], at: &dyn Fn(&Candidate) -> usize| {
            let mut by_item: Vec<Option<usize>> = vec![None; blocks.len()];
            for (number, pair) in pairs.iter().enumerate() {
                by_item[at(pair)] = Some(number);
            }
            let mut gaps = vec![Gap::default(); blocks.len()];
            let mut from = 0;
            for block in blocks.chunk_by(|x, y| x == y) {
                let items = from..from + block.len();
                from = items.end;
                let mut before = None;
                for item in items.clone() {
                    gaps[item].is_paired = by_item[item].is_some();
                    gaps[item].before = before;
                    before = by_item[item].or(before);
                }
                let mut after = None;
                for item in items.rev() {
                    gaps[item].after = after;
                    after = by_item[item].or(after);
                }
            }
            gaps
        };
        Gaps { old: side(old, &|pair| pair.0), new: side(new, &|pair| pair.1) }
    }

    /// Returns whether one of two items has a pair already.
    pub(super) fn is_paired(&self, old: usize, new: usize) -> bool {
        self.old[old].is_paired || self.new[new].is_paired
    }

    /// Returns on how many ends the two items stand in the same gap, 0 to 2. The end of a block counts where the other
    /// end is a pair; of two blocks without any pair it has to be asked whether they are one place.
    pub(super) fn agreement(&self, old: usize, new: usize, is_one_place: impl Fn() -> bool) -> f64 {
        let (a, b) = (self.old[old], self.new[new]);
        let ends = [(a.before, b.before), (a.after, b.after)];
        let is_bare = ends == [(None, None); 2];
        let has_pair = ends.iter().any(|(x, y)| x.is_some() && x == y);
        if has_pair || is_bare && is_one_place() { ends.iter().filter(|(x, y)| x == y).count() as f64 } else { 0.0 }
    }
}

/// A pair with its places.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    /// Its place on the old side; no two pairs have the same.
    pub(super) old: usize,
    /// Its place on the new side; no two pairs have the same.
    pub(super) new: usize,
    /// Its words on both sides.
    pub(super) weight: usize,
    /// How it stands in a tie.
    pub(super) tie: u64,
    /// A number to know it by.
    pub(super) number: usize,
}

/// Returns which pairs left their place, by number: those off a longest run in which old and new order agree. Of
/// several longest runs that with the most words stays, so that a short claim has moved past a long one, whichever side
/// is asked.
pub(super) fn moved(mut pairs: Vec<Placed>) -> BTreeSet<usize> {
    /// How much a run has: pairs, words, and who wins a tie; and the place of its last pair.
    type Run = (usize, usize, u128, Option<usize>);
    pairs.sort_unstable_by_key(|pair| pair.old);
    let places = pairs.iter().map(|pair| pair.new + 1).max().unwrap_or(0);
    // The best run that ends before each place, in a tree of sums over prefixes (Fenwick).
    let mut best: Vec<Run> = vec![(0, 0, 0, None); places + 1];
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let mut longest: Run = (0, 0, 0, None);
    for (number, pair) in pairs.iter().enumerate() {
        let mut run: Run = (0, 0, 0, None);
        let mut at = pair.new;
        while at > 0 {
            run = run.max(best[at]);
            at &= at - 1;
        }
        before.push(run.3);
        run = (run.0 + 1, run.1 + pair.weight, run.2 + u128::from(pair.tie), Some(number));
        longest = longest.max(run);
        let mut at = pair.new + 1;
        while at <= places {
            best[at] = best[at].max(run);
            at += at & at.wrapping_neg();
        }
    }
    let mut stays = BTreeSet::new();
    let mut next = longest.3;
    while let Some(at) = next {
        stays.insert(pairs[at].number);
        next = before[at];
    }
    pairs.iter().map(|pair| pair.number).filter(|number| !stays.contains(number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers_moved(order: &[usize], weights: &[usize]) -> Vec<usize> {
        let place = |(old, (&new, &weight))| Placed { old, new, weight, tie: 0, number: old };
        moved(order.iter().zip(weights).enumerate().map(place).collect()).into_iter().collect()
    }

    #[test]
    fn the_longest_run_stays() {
        assert_eq!(numbers_moved(&[0, 3, 1, 2], &[1, 9, 1, 1]), [1]);
        assert!(numbers_moved(&[], &[]).is_empty());
        assert_eq!(numbers_moved(&[2, 1, 0], &[1, 1, 1]).len(), 2);
    }

    #[test]
    fn of_runs_as_long_that_with_more_words_stays() {
        assert_eq!(numbers_moved(&[1, 0], &[5, 9]), [0]);
        assert_eq!(numbers_moved(&[1, 0], &[9, 5]), [1]);
    }
}
