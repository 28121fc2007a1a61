//! Splits and merges; then, last, what moved.

use super::assign::Candidate;
use super::pairs::Side;
use super::twins::Twins;
use super::{Group, Link, New, Old, Sentences};
use std::collections::{BTreeMap, BTreeSet};

/// The least share of a sentence's words that must stand in its neighbour's counterpart to join it: less finds more
/// splits of German pages and makes more false ones in English essays (0.45: 0.868 and 0.975, 0.9: 0.848 and 0.978).
const JOINS: f64 = 0.6;

/// The least share of a phrase's words that must stand in a phrase of the other side to be said to live on in it.
const LIVES_ON: f64 = 0.80;

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

/// Groups sentences: pairs, and unpaired neighbours that stand in a pair's other side.
pub(super) fn sentences(sides: &[Sentences; 2], twins: &Twins, pairs: &[Candidate]) -> Vec<Group> {
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)> =
        pairs.iter().map(|&(a, b, _)| (BTreeSet::from([a]), BTreeSet::from([b]))).collect();
    let by = |item: fn(&Candidate) -> usize| -> BTreeMap<usize, usize> {
        pairs.iter().enumerate().map(|(group, pair)| (item(pair), group)).collect()
    };
    let (mut by_old, mut by_new) = (by(|pair| pair.0), by(|pair| pair.1));
    // Both sides look at the pairs alone, so that turning the statements round changes nothing.
    let join = |from: &Sentences, to: &Sentences, mine: &BTreeMap<usize, usize>, other: fn(&Candidate) -> usize| {
        let alone = (0..from.bags.len()).filter(|at| !mine.contains_key(at));
        let joining = alone.filter_map(|at| {
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            // Of two hosts that hold as much of it, the one before it.
            let (share, _, group) = neighbours
                .filter(|&neighbour| from.blocks.get(neighbour) == Some(&from.blocks[at]))
                .filter_map(|neighbour| Some((neighbour, *mine.get(&neighbour)?)))
                .map(|(neighbour, group)| (from.bags[at].share_in(&to.bags[other(&pairs[group])]), neighbour, group))
                .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)))?;
            (share >= JOINS).then_some((at, group))
        });
        joining.collect::<Vec<_>>()
    };
    let [old, new] = sides;
    let old_joins = join(old, new, &by_old, |pair| pair.1);
    let new_joins = join(new, old, &by_new, |pair| pair.0);
    for (at, group) in old_joins {
        groups[group].0.insert(at);
        by_old.insert(at, group);
    }
    for (at, group) in new_joins {
        groups[group].1.insert(at);
        by_new.insert(at, group);
    }
    for at in (0..old.bags.len()).filter(|at| !by_old.contains_key(at)) {
        groups.push((BTreeSet::from([at]), BTreeSet::new()));
    }
    for at in (0..new.bags.len()).filter(|at| !by_new.contains_key(at)) {
        groups.push((BTreeSet::new(), BTreeSet::from([at])));
    }
    in_order(groups, sides, twins)
}

/// Puts groups in the order of the new statement, each removed sentence after the one it followed, and says which
/// left their place.
fn in_order(groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)>, sides: &[Sentences; 2], twins: &Twins) -> Vec<Group> {
    let words = |side: usize, sentences: &BTreeSet<usize>| -> usize {
        sentences.iter().map(|&at| sides[side].reading.segments.sentences[at].tokens.len()).sum()
    };
    let two_sided: Vec<Placed> = groups
        .iter()
        .enumerate()
        .filter_map(|(number, (old, new))| {
            let (&a, &b) = (old.first()?, new.first()?);
            Some(Placed { old: a, new: b, weight: words(0, old) + words(1, new), tie: twins.tie(a, b), number })
        })
        .collect();
    let moved = moved(two_sided.clone());
    // A removed sentence follows the last sentence before it that stayed in place.
    let mut stays: Vec<(usize, usize)> = two_sided
        .iter()
        .filter(|placed| !moved.contains(&placed.number))
        .map(|placed| (placed.old, placed.new))
        .collect();
    stays.sort_unstable();
    let anchor = |old: usize| match stays.partition_point(|&(before, _)| before < old) {
        0 => 0,
        after => stays[after - 1].1 + 1,
    };
    let mut keyed: Vec<((usize, usize, usize), Group)> = groups
        .into_iter()
        .enumerate()
        .map(|(at, (old, new))| {
            let key = match (old.first(), new.first()) {
                (_, Some(&new)) => (new, 1, 0),
                (Some(&old), None) => (anchor(old), 0, old),
                (None, None) => (0, 0, 0),
            };
            let group = Group {
                old: old.into_iter().map(Old).collect(),
                new: new.into_iter().map(New).collect(),
                is_moved: moved.contains(&at),
            };
            (key, group)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, group)| group).collect()
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

/// A phrase of the other side inside which one lives on.
#[derive(Clone, Copy)]
struct Host {
    lives_on: f64,
    score: f64,
    tie: u64,
    other: usize,
}

impl Host {
    fn is_beaten_by(&self, found: &Host) -> bool {
        let order = found.lives_on.total_cmp(&self.lives_on).then(found.score.total_cmp(&self.score));
        order.then(found.tie.cmp(&self.tie)).is_gt()
    }
}

/// Turns pairs of phrases into links: leftovers that live on inside a phrase of the other side join it, the rest
/// stands alone.
pub(super) fn phrases(sides: &[Side; 2], twins: &Twins, near: &[Candidate], pairs: &[Candidate]) -> Vec<Link> {
    let [old, new] = sides;
    let mut has_pair = [vec![false; old.phrases.len()], vec![false; new.phrases.len()]];
    let mut nearest = [vec![0.0f64; old.phrases.len()], vec![0.0f64; new.phrases.len()]];
    for &(a, b, score) in near {
        nearest[0][a] = nearest[0][a].max(score);
        nearest[1][b] = nearest[1][b].max(score);
    }
    let both = |a: usize, b: usize, is_part: bool| {
        let score = old.phrases[a].likeness(&new.phrases[b]);
        Link::Both { old: Old(a), new: New(b), score, is_part }
    };
    let mut links: Vec<Link> = Vec::new();
    for &(a, b, _) in pairs {
        has_pair[0][a] = true;
        has_pair[1][b] = true;
        links.push(both(a, b, false));
    }
    // Of two hosts that hold as much of a phrase, the one that is more like it, then who wins the tie.
    let mut hosts: [Vec<Option<Host>>; 2] = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    let take = |host: &mut Option<Host>, lives_on: f64, (a, b, score): Candidate, other: usize| {
        let found = Host { lives_on, score, tie: twins.tie(a, b), other };
        if lives_on >= LIVES_ON && host.is_none_or(|best| best.is_beaten_by(&found)) {
            *host = Some(found);
        }
    };
    for &candidate in near {
        let (a, b, _) = candidate;
        if !has_pair[0][a] && has_pair[1][b] {
            take(&mut hosts[0][a], old.lives_on(a, new, b), candidate, b);
        }
        if !has_pair[1][b] && has_pair[0][a] {
            take(&mut hosts[1][b], new.lives_on(b, old, a), candidate, a);
        }
    }
    for a in (0..old.phrases.len()).filter(|&a| !has_pair[0][a]) {
        links.push(match hosts[0][a] {
            Some(host) => both(a, host.other, true),
            None => Link::OnlyOld { old: Old(a), nearest: nearest[0][a] },
        });
    }
    for b in (0..new.phrases.len()).filter(|&b| !has_pair[1][b]) {
        links.push(match hosts[1][b] {
            Some(host) => both(host.other, b, true),
            None => Link::OnlyNew { new: New(b), nearest: nearest[1][b] },
        });
    }
    links
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
