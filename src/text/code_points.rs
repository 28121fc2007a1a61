//! From byte spans to spans of Unicode code points, which is what the reports count in.

use super::Span;

/// Bytes between two entries of the table: small enough to count through, large enough to keep the
/// table a fraction of the text.
const BLOCK: usize = 64;

/// Turns byte spans of one text into code point spans.
#[derive(Clone, Debug)]
pub struct CodePoints<'t> {
    bytes: &'t [u8],
    /// For each block the code points that start before it.
    before: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    /// Counts through `text` once.
    pub fn new(text: &'t str) -> CodePoints<'t> {
        let bytes = text.as_bytes();
        let mut count = 0;
        let mut before = vec![0];
        for block in bytes.chunks(BLOCK) {
            count += starts(block);
            before.push(count);
        }
        CodePoints { bytes, before }
    }

    /// Returns the first code point of a byte span and the one after its last.
    ///
    /// The span must lie in the text, on character borders.
    pub fn of(&self, span: Span) -> (usize, usize) {
        (self.at(span.start), self.at(span.end))
    }

    fn at(&self, byte: usize) -> usize {
        let block = byte / BLOCK;
        self.before[block] + starts(&self.bytes[block * BLOCK..byte])
    }
}

/// Counts the bytes that start a character.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn counts_characters_not_bytes() {
        let text = "\u{FEFF}a–b 和平 🕊.";
        let points = CodePoints::new(text);
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        assert_eq!(points.of(span("a")), (1, 2));
        assert_eq!(points.of(span("和平")), (5, 7));
        assert_eq!(points.of(span("🕊.")), (8, 10));
        assert_eq!(CodePoints::new("").of(Span::new(0, 0)), (0, 0));
    }

    proptest! {
        #[test]
        fn agrees_with_counting_from_the_start(text in "(?s).{0,300}") {
            let points = CodePoints::new(&text);
            for (count, (at, char)) in text.char_indices().enumerate() {
                let span = Span::new(at, at + char.len_utf8());
                prop_assert_eq!(points.of(span), (count, count + 1));
            }
        }
    }
}
