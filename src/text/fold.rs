//! Folding: a copy of the text that is easy to match and remembers where each byte was.

use super::Span;
use std::ops::Range;

/// How a text is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Paragraphs set apart by blank lines; a single line end is a space.
    #[default]
    Prose,
    /// Each non-blank line is one sentence and a paragraph of its own.
    Lines,
}

/// A text made easy to match, paragraph by paragraph.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The paragraphs in reading order, none of them empty.
    pub paragraphs: Vec<Paragraph>,
    /// How the text was laid out.
    pub layout: Layout,
}

/// One paragraph: its folded text and its words.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The folded text: case kept, quotes and dashes unified, white space collapsed.
    pub text: String,
    /// Words and marks in order.
    pub words: Vec<Word>,
    /// For each byte of `text` the original bytes it came from.
    origin: Vec<Span>,
}

/// A word, number or mark of a paragraph.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in the original text.
    pub span: Span,
    /// Where it stands in the paragraph's folded text.
    pub at: Range<usize>,
    /// Whether it is punctuation rather than a word or number.
    pub is_mark: bool,
}

impl Folded {
    /// Folds the parts of `text` that a reader sees.
    pub fn new(text: &str, visible: &[Span], layout: Layout) -> Folded {
        todo!("{} {} {layout:?}", text.len(), visible.len())
    }
}

impl Paragraph {
    /// Returns the word as folded, case kept.
    pub fn word(&self, word: &Word) -> &str {
        &self.text[word.at.clone()]
    }

    /// Returns the original bytes behind a range of the folded text.
    pub fn span(&self, at: Range<usize>) -> Span {
        self.origin[at.start].to(self.origin[at.end - 1])
    }
}
