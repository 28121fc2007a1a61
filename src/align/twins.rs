//! Equal items: which of several with the same words answers which, and who wins a tie.

use std::collections::HashMap;

/// Items by their words and, among several of the same words, by where they stand.
///
/// A bag does not know order, so without this a sentence could answer its mirror. An item is known by a print of its
/// words, never by its number or side, so that neither turning the statements round nor moving a paragraph changes who
/// wins a tie.
pub(super) struct Twins {
    pub(super) old: Vec<Item>,
    pub(super) new: Vec<Item>,
}

/// An item as it is known.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Item {
    /// A print of its words in their order.
    words: u64,
    /// Which of several with the same words it is: by a print of the text around it, then by the page.
    rank: u64,
}

/// What the same order of words adds to a likeness: less than any difference in words.
const TWIN: f64 = 0.005;

impl Twins {
    /// Numbers the items of both sides, each given as its words and a print of the text around it.
    pub(super) fn of(old: &[(Vec<u32>, u64)], new: &[(Vec<u32>, u64)]) -> Twins {
        Twins { old: side(old), new: side(new) }
    }

    /// Returns each old item with the new one of the same words and the same place among its like.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let by_item: HashMap<(u64, u64), usize> =
            self.new.iter().enumerate().map(|(at, item)| ((item.words, item.rank), at)).collect();
        self.old.iter().enumerate().filter_map(move |(at, item)| Some((at, *by_item.get(&(item.words, item.rank))?)))
    }

    /// Returns what being twins adds to the likeness of two items.
    pub(super) fn bonus(&self, old: usize, new: usize) -> f64 {
        if self.old[old].words == self.new[new].words { TWIN } else { 0.0 }
    }

    /// Returns how a pair stands in a tie, the same from either side: the same place among the like comes first, then a
    /// number that is as good as drawn, so that no two sums of such numbers are equal.
    pub(super) fn tie(&self, old: usize, new: usize) -> u64 {
        /// More than the drawn numbers of a million pairs come to.
        const SAME: u64 = 1 << 53;
        let (a, b) = (self.old[old], self.new[new]);
        let mut both = [print([a.words, a.rank]), print([b.words, b.rank])];
        both.sort_unstable();
        (if a == b { SAME } else { 0 }) + (print(both) >> 32)
    }
}

/// Numbers the items of one side.
fn side(items: &[(Vec<u32>, u64)]) -> Vec<Item> {
    let print = |words: &[u32]| print(words.iter().map(|&word| u64::from(word)));
    let mut order: Vec<(u64, u64, usize)> =
        items.iter().enumerate().map(|(at, (words, around))| (print(words), *around, at)).collect();
    order.sort_unstable();
    let mut numbered = vec![Item { words: 0, rank: 0 }; items.len()];
    for like in order.chunk_by(|x, y| x.0 == y.0) {
        for (rank, &(words, _, at)) in (0..).zip(like) {
            numbered[at] = Item { words, rank };
        }
    }
    numbered
}

/// Returns a number that is as good as drawn for each run of numbers, and the same in every run of the program
/// (FNV-1a by 64-bit steps, stirred at the end as in splitmix64).
pub(super) fn print(numbers: impl IntoIterator<Item = u64>) -> u64 {
    let mut print = 0xCBF2_9CE4_8422_2325u64;
    for number in numbers {
        print = (print ^ number).wrapping_mul(0x0000_0100_0000_01B3);
        print ^= print >> 32;
    }
    print = (print ^ print >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    print = (print ^ print >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
    print ^ print >> 31
}
