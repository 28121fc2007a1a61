//! A table of words as it lies in the binary, and where each word stands in it.

use memchr::{memchr, memchr_iter};
use std::fmt;

/// Lines with a word in the first column, and an open hash table over them.
///
/// The index takes less than a millisecond to fill, once; then a word is found in one look or two, where halving
/// the sorted text takes some twenty.
pub(super) struct Table {
    text: &'static str,
    /// Where lines begin, each in the slot of its word or the next free one; their number is a power of two.
    slots: Vec<u32>,
}

const FREE: u32 = u32::MAX;

impl Table {
    /// Notes where the lines of a text begin, each of which is ended; a `#` begins a comment.
    pub(super) fn new(text: &'static str) -> Table {
        let bytes = text.as_bytes();
        let count = memchr_iter(b'\n', bytes).count();
        let mut table = Table { text, slots: vec![FREE; (count * 2 + 1).next_power_of_two()] };
        let mut start = 0;
        for end in memchr_iter(b'\n', bytes) {
            let line = &bytes[start..end];
            if let Some(tab) = memchr(b'\t', line)
                && !line.starts_with(b"#")
            {
                let mut slot = table.slot(&line[..tab]);
                while table.slots[slot] != FREE {
                    slot = table.next(slot);
                }
                table.slots[slot] = start as u32;
            }
            start = end + 1;
        }
        table
    }

    /// Finds the line of a word, the first if it has several.
    pub(super) fn find(&self, word: &str) -> Option<&'static str> {
        let mut slot = self.slot(word.as_bytes());
        while self.slots[slot] != FREE {
            let line = &self.text[self.slots[slot] as usize..];
            if line.strip_prefix(word).is_some_and(|rest| rest.starts_with('\t')) {
                return line.lines().next();
            }
            slot = self.next(slot);
        }
        None
    }

    /// Hashes by FNV-1a, which does well on short words.
    fn slot(&self, word: &[u8]) -> usize {
        let step = |hash: u64, &byte: &u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        let hash = word.iter().fold(0xcbf2_9ce4_8422_2325_u64, step);
        (hash ^ hash >> 32) as usize & (self.slots.len() - 1)
    }

    fn next(&self, slot: usize) -> usize {
        (slot + 1) & (self.slots.len() - 1)
    }
}

impl fmt::Debug for Table {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_and_the_first_of_two() {
        let table = Table::new("# word\tcomment\nget\tV\ngetaway\tN\nget\tN\nlast\tJ\n");
        assert_eq!(table.find("get"), Some("get\tV"));
        assert_eq!(table.find("getaway"), Some("getaway\tN"));
        assert_eq!(table.find("last"), Some("last\tJ"));
        for word in ["", "ge", "gets", "# word", "word"] {
            assert_eq!(table.find(word), None, "`{word}`");
        }
    }
}
