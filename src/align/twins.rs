//! Equal items: which of several with the same words answers which.

use std::collections::HashMap;

/// Items with the very same words in the same order, and which of several such an item is.
///
/// A bag does not know order, so without this a sentence could answer its mirror, and the first of two equal
/// sentences the second.
pub(super) struct Twins {
    old: Vec<(usize, usize)>,
    new: Vec<(usize, usize)>,
}

/// What the same order of words adds, and as much again that both are the first, second, ... of their kind: less than
/// any difference in words.
const TWIN: f64 = 0.005;

impl Twins {
    /// Numbers the items of both sides by their words.
    pub(super) fn of(mut old: impl Iterator<Item = Vec<u32>>, mut new: impl Iterator<Item = Vec<u32>>) -> Twins {
        let mut kinds: HashMap<Vec<u32>, usize> = HashMap::new();
        let mut number = |items: &mut dyn Iterator<Item = Vec<u32>>| -> Vec<(usize, usize)> {
            let mut seen: HashMap<usize, usize> = HashMap::new();
            let mut numbered = Vec::new();
            for words in items {
                let next = kinds.len();
                let kind = *kinds.entry(words).or_insert(next);
                let rank = seen.entry(kind).or_default();
                numbered.push((kind, *rank));
                *rank += 1;
            }
            numbered
        };
        Twins { old: number(&mut old), new: number(&mut new) }
    }

    /// Returns each old item with the new one of the same words and the same place among its like.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let by_kind: HashMap<(usize, usize), usize> =
            self.new.iter().enumerate().map(|(at, &twin)| (twin, at)).collect();
        self.old.iter().enumerate().filter_map(move |(at, twin)| Some((at, *by_kind.get(twin)?)))
    }

    /// Returns what being twins adds to the likeness of two items.
    pub(super) fn bonus(&self, old: usize, new: usize) -> f64 {
        let ((kind, rank), (other, place)) = (self.old[old], self.new[new]);
        match (kind == other, rank == place) {
            (true, true) => 2.0 * TWIN,
            (true, false) => TWIN,
            _ => 0.0,
        }
    }
}
