//! Splits and merges; then, last, what moved.

use super::{Bag, Group, Link, New, Old, Side};
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

/// The pairs next before and after an item, by number; an item with a pair has no gap.
#[derive(Clone, Copy, Default)]
struct Gap {
    is_paired: bool,
    before: Option<usize>,
    after: Option<usize>,
}

impl Gaps {
    /// Finds the gaps that some pairs leave.
    pub(super) fn of(old: usize, new: usize, pairs: &[(usize, usize, f64)]) -> Gaps {
        let side = |count: usize, at: &dyn Fn(&(usize, usize, f64)) -> usize| {
            let mut by_item: Vec<Option<usize>> = vec![None; count];
            for (number, pair) in pairs.iter().enumerate() {
                by_item[at(pair)] = Some(number);
            }
            let mut gaps = vec![Gap::default(); count];
            let mut before = None;
            for item in 0..count {
                gaps[item].is_paired = by_item[item].is_some();
                gaps[item].before = before;
                before = by_item[item].or(before);
            }
            let mut after = None;
            for item in (0..count).rev() {
                gaps[item].after = after;
                after = by_item[item].or(after);
            }
            gaps
        };
        Gaps { old: side(old, &|pair| pair.0), new: side(new, &|pair| pair.1) }
    }

    /// Returns whether one of two items has a pair already.
    pub(super) fn is_paired(&self, old: usize, new: usize) -> bool {
        self.old[old].is_paired || self.new[new].is_paired
    }

    /// Returns on how many ends the two items stand in the same gap, 0 to 2; the page's ends count where both do.
    pub(super) fn agreement(&self, old: usize, new: usize) -> f64 {
        let (a, b) = (self.old[old], self.new[new]);
        f64::from(u8::from(a.before == b.before) + u8::from(a.after == b.after))
    }
}

/// Groups sentences: pairs, and unpaired neighbours that stand in a pair's other side.
pub(super) fn sentences(old: &[Bag], new: &[Bag], pairs: &[(usize, usize, f64)]) -> Vec<Group> {
    let mut groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)> =
        pairs.iter().map(|&(a, b, _)| (BTreeSet::from([a]), BTreeSet::from([b]))).collect();
    let by = |item: fn(&(usize, usize, f64)) -> usize| -> BTreeMap<usize, usize> {
        pairs.iter().enumerate().map(|(group, pair)| (item(pair), group)).collect()
    };
    let (mut by_old, mut by_new) = (by(|pair| pair.0), by(|pair| pair.1));
    // Both sides look at the pairs alone, so that turning the statements round changes nothing.
    let join = |from: &[Bag], to: &[Bag], mine: &BTreeMap<usize, usize>, other: fn(&(usize, usize, f64)) -> usize| {
        let alone = (0..from.len()).filter(|at| !mine.contains_key(at));
        let joining = alone.filter_map(|at| {
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            let (share, group) = neighbours
                .filter_map(|neighbour| mine.get(&neighbour).copied())
                .map(|group| (from[at].share_in(&to[other(&pairs[group])]), group))
                .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)))?;
            (share >= JOINS).then_some((at, group))
        });
        joining.collect::<Vec<_>>()
    };
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
    for at in (0..old.len()).filter(|at| !by_old.contains_key(at)) {
        groups.push((BTreeSet::from([at]), BTreeSet::new()));
    }
    for at in (0..new.len()).filter(|at| !by_new.contains_key(at)) {
        groups.push((BTreeSet::new(), BTreeSet::from([at])));
    }
    in_order(groups)
}

/// Puts groups in the order of the new statement, each removed sentence after the one it followed, and says which
/// left their place.
fn in_order(groups: Vec<(BTreeSet<usize>, BTreeSet<usize>)>) -> Vec<Group> {
    let mut two_sided: Vec<(usize, usize, usize)> =
        groups.iter().enumerate().filter_map(|(at, (old, new))| Some((*old.first()?, *new.first()?, at))).collect();
    two_sided.sort_unstable();
    let moved = moved(&two_sided);
    // A removed sentence follows the last sentence before it that stayed in place.
    let anchor = |old: usize| {
        two_sided
            .iter()
            .rfind(|&&(before, _, group)| before < old && !moved.contains(&group))
            .map_or(0, |&(_, new, _)| new + 1)
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

/// Returns which pairs left their place: those off a longest run in which old and new order agree. A pair is an old
/// place, a new place and a number to be known by; pairs are in order.
pub(crate) fn moved(pairs: &[(usize, usize, usize)]) -> BTreeSet<usize> {
    let stays = longest_rising(&pairs.iter().map(|&(_, new, _)| new).collect::<Vec<_>>());
    pairs.iter().enumerate().filter(|(at, _)| !stays.contains(at)).map(|(_, &(_, _, number))| number).collect()
}

/// Returns the places of a longest strictly rising run of values.
fn longest_rising(values: &[usize]) -> BTreeSet<usize> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = vec![None; values.len()];
    for (at, value) in values.iter().enumerate() {
        let length = tails.partition_point(|&tail| values[tail] < *value);
        before[at] = length.checked_sub(1).map(|shorter| tails[shorter]);
        if length == tails.len() { tails.push(at) } else { tails[length] = at }
    }
    let mut run = BTreeSet::new();
    let mut next = tails.last().copied();
    while let Some(at) = next {
        run.insert(at);
        next = before[at];
    }
    run
}

/// Turns pairs of phrases into links: leftovers that live on inside a phrase of the other side join it, the rest
/// stands alone.
pub(super) fn phrases(sides: &[Side; 2], near: &[(usize, usize, f64)], pairs: Vec<(usize, usize, f64)>) -> Vec<Link> {
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
    for (a, b, _) in pairs {
        has_pair[0][a] = true;
        has_pair[1][b] = true;
        links.push(both(a, b, false));
    }
    let mut hosts: [Vec<Option<(f64, usize)>>; 2] = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    let take = |host: &mut Option<(f64, usize)>, lives_on: f64, other: usize| {
        if lives_on >= LIVES_ON && host.is_none_or(|(most, _)| lives_on > most) {
            *host = Some((lives_on, other));
        }
    };
    for &(a, b, _) in near {
        if !has_pair[0][a] && has_pair[1][b] {
            take(&mut hosts[0][a], old.lives_on(a, new, b), b);
        }
        if !has_pair[1][b] && has_pair[0][a] {
            take(&mut hosts[1][b], new.lives_on(b, old, a), a);
        }
    }
    for a in (0..old.phrases.len()).filter(|&a| !has_pair[0][a]) {
        links.push(match hosts[0][a] {
            Some((_, b)) => both(a, b, true),
            None => Link::OnlyOld { old: Old(a), nearest: nearest[0][a] },
        });
    }
    for b in (0..new.phrases.len()).filter(|&b| !has_pair[1][b]) {
        links.push(match hosts[1][b] {
            Some((_, a)) => both(a, b, true),
            None => Link::OnlyNew { new: New(b), nearest: nearest[1][b] },
        });
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_run_stays() {
        assert_eq!(longest_rising(&[0, 3, 1, 2]), BTreeSet::from([0, 2, 3]));
        assert_eq!(longest_rising(&[]), BTreeSet::new());
        assert_eq!(longest_rising(&[2, 1, 0]).len(), 1);
    }
}
