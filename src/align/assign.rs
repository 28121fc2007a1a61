//! The best one-to-one pairing, whatever the order.

use lapjv::{Matrix, lapjv};

/// The largest tangle of candidates that is solved exactly; the solver takes the cube of it. A thousand take 50 ms.
const LARGEST: usize = 1500;

/// Returns the pairs, by old, of the one-to-one pairing with the highest sum of scores.
///
/// Candidates fall into tangles that share no item; each is solved on its own. A tangle that is too large is paired
/// best first.
pub(crate) fn assign(old: usize, new: usize, candidates: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    let mut pairs = Vec::new();
    for tangle in tangles(old, new, candidates) {
        let mut rows: Vec<usize> = tangle.iter().map(|&(a, _, _)| a).collect();
        let mut columns: Vec<usize> = tangle.iter().map(|&(_, b, _)| b).collect();
        rows.dedup();
        columns.sort_unstable();
        columns.dedup();
        if tangle.len() == 1 {
            pairs.push(tangle[0]);
        } else if rows.len() + columns.len() > LARGEST {
            pairs.extend(best_first(tangle));
        } else {
            pairs.extend(solve(&rows, &columns, &tangle));
        }
    }
    pairs.sort_by_key(|&(a, _, _)| a);
    pairs
}

/// Groups candidates that share an old or new item, directly or through others.
fn tangles(old: usize, new: usize, candidates: &[(usize, usize, f64)]) -> Vec<Vec<(usize, usize, f64)>> {
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
    let mut groups: Vec<Vec<(usize, usize, f64)>> = vec![Vec::new(); old + new];
    for &candidate in candidates {
        let at = root(&mut parent, candidate.0);
        groups[at].push(candidate);
    }
    groups.retain(|group| !group.is_empty());
    groups
}

/// Solves one tangle exactly. Staying unpaired scores 0, so every candidate scores above it.
fn solve(rows: &[usize], columns: &[usize], tangle: &[(usize, usize, f64)]) -> Vec<(usize, usize, f64)> {
    let size = rows.len().max(columns.len());
    let mut scores = vec![None; size * size];
    for &(a, b, score) in tangle {
        let (Ok(row), Ok(column)) = (rows.binary_search(&a), columns.binary_search(&b)) else { continue };
        scores[row * size + column] = Some(score);
    }
    let costs = scores.iter().map(|score| 2.0 - score.unwrap_or(0.0)).collect();
    let Ok(costs) = Matrix::from_shape_vec((size, size), costs) else { return Vec::new() };
    // The solver fails only on costs that are no numbers; scores are between 0 and 2.
    let Ok((by_row, _)) = lapjv(&costs) else { return best_first(tangle.to_vec()) };
    rows.iter()
        .enumerate()
        .filter_map(|(row, &a)| {
            let column = by_row[row];
            Some((a, *columns.get(column)?, scores[row * size + column]?))
        })
        .collect()
}

/// Pairs the most alike first.
fn best_first(mut tangle: Vec<(usize, usize, f64)>) -> Vec<(usize, usize, f64)> {
    tangle.sort_by(|x, y| y.2.total_cmp(&x.2).then(x.0.cmp(&y.0)).then(x.1.cmp(&y.1)));
    let mut used = (std::collections::HashSet::new(), std::collections::HashSet::new());
    tangle.retain(|&(a, b, _)| !used.0.contains(&a) && !used.1.contains(&b) && used.0.insert(a) && used.1.insert(b));
    tangle
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_counts_not_the_best_pair() {
        let candidates = [(0, 0, 0.9), (0, 1, 0.8), (1, 0, 0.8)];
        assert_eq!(assign(2, 2, &candidates), vec![(0, 1, 0.8), (1, 0, 0.8)]);
    }

    #[test]
    fn more_rows_than_columns_leave_rows_alone() {
        let candidates = [(0, 0, 0.5), (1, 0, 0.9), (2, 0, 0.4)];
        assert_eq!(assign(3, 1, &candidates), vec![(1, 0, 0.9)]);
    }

    #[test]
    fn no_candidates_no_pairs() {
        assert!(assign(3, 2, &[]).is_empty());
    }
}
