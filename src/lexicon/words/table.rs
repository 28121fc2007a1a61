//! A table of words as it lies in the binary, and where each word stands in it.

use std::fmt;

/// Lines with a word in the first column, and an open hash table over them.
///
/// The compiler fills the index, so that a run finds it in the binary and a word in one look or two. To fill it at the
/// start took a sixth of what a run takes for a sentence.
pub(super) struct Table<const SLOTS: usize> {
    text: &'static str,
    /// Where lines begin, each in the slot of its word or the next free one; their number is a power of two.
    slots: [u32; SLOTS],
}

const FREE: u32 = u32::MAX;

impl<const SLOTS: usize> Table<SLOTS> {
    /// Notes where the lines of a text begin, each of which is ended; a `#` begins a comment.
    pub(super) const fn new(text: &'static str) -> Table<SLOTS> {
        assert!(SLOTS.is_power_of_two());
        let bytes = text.as_bytes();
        let mut slots = [FREE; SLOTS];
        let mut at = 0;
        while at < bytes.len() {
            let (start, mut hash) = (at, BASIS);
            while bytes[at] != b'\t' && bytes[at] != b'\n' {
                hash = hashed(hash, bytes[at]);
                at += 1;
            }
            if bytes[at] == b'\t' && bytes[start] != b'#' {
                let mut slot = Self::slot(hash);
                while slots[slot] != FREE {
                    slot = Self::next(slot);
                }
                slots[slot] = start as u32;
            }
            while bytes[at] != b'\n' {
                at += 1;
            }
            at += 1;
        }
        Table { text, slots }
    }

    /// Finds the line of a word, the first if it has several.
    pub(super) fn find(&self, word: &str) -> Option<&'static str> {
        let mut slot = Self::slot(word.bytes().fold(BASIS, hashed));
        while self.slots[slot] != FREE {
            let line = &self.text[self.slots[slot] as usize..];
            if line.strip_prefix(word).is_some_and(|rest| rest.starts_with('\t')) {
                return line.lines().next();
            }
            slot = Self::next(slot);
        }
        None
    }

    const fn slot(hash: u64) -> usize {
        (hash ^ hash >> 32) as usize & (SLOTS - 1)
    }

    const fn next(slot: usize) -> usize {
        (slot + 1) & (SLOTS - 1)
    }
}

/// What FNV-1a begins with, a hash that does well on short words.
const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// Takes a byte into a hash.
const fn hashed(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

impl<const SLOTS: usize> fmt::Debug for Table<SLOTS> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Table").field("bytes", &self.text.len()).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_whole_words_and_the_first_of_two() {
        let table: Table<8> = Table::new("# word\tcomment\nget\tV\ngetaway\tN\nget\tN\nlast\tJ\n");
        assert_eq!(table.find("get"), Some("get\tV"));
        assert_eq!(table.find("getaway"), Some("getaway\tN"));
        assert_eq!(table.find("last"), Some("last\tJ"));
        for word in ["", "ge", "gets", "# word", "word"] {
            assert_eq!(table.find(word), None, "`{word}`");
        }
    }
}
