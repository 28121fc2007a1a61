//! Bytes and where they are. Knows nothing of statements.
//!
//! In: decoded text. Out: [`Folded`], a copy that is easy to match, cut into paragraphs and words that
//! all remember where they stood in the original. What a word means is left to `lexicon`, where a
//! sentence ends to `segment`.

mod code_points;
mod fold;
mod words;

pub use code_points::CodePoints;
pub use fold::{Folded, Layout, Paragraph, Region, Word};

pub(crate) use fold::lines;

/// A half-open range of bytes in an original text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Span {
    /// The first byte.
    pub start: usize,
    /// The byte after the last.
    pub end: usize,
}

impl Span {
    /// Returns the span from `start` to before `end`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span { start, end }
    }

    /// Returns the smallest span that holds both.
    pub fn to(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// Returns the number of bytes.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Returns whether nothing stands in the span.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns whether `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns how many bytes the two share.
    pub fn overlap(self, other: Span) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }
}
