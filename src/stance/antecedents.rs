//! Which subjects a pronoun may stand for.

use std::ops::Range;

/// A subject, by what a pronoun must agree with.
pub(super) struct Antecedent {
    /// The sentence in which it was last spoken of.
    pub(super) sentence: usize,
    /// The words that name it.
    pub(super) tokens: Range<usize>,
    /// Whether it is many; nothing where its words do not tell.
    pub(super) is_plural: Option<bool>,
    /// Whether it names anything: `this` alone does not, but may be what is meant.
    pub(super) is_name: bool,
    /// Whether it is a person, where the table of actors knows.
    pub(super) is_person: Option<bool>,
}

/// The subjects of a paragraph so far.
#[derive(Default)]
pub(super) struct Antecedents {
    paragraph: usize,
    all: Vec<Antecedent>,
}

impl Antecedents {
    /// Forgets what another paragraph named.
    pub(super) fn enter(&mut self, paragraph: usize) {
        if self.paragraph != paragraph {
            self.all.clear();
            self.paragraph = paragraph;
        }
    }

    /// Takes in a subject. What names nothing hides all before it: `it` may mean it.
    pub(super) fn add(&mut self, named: Antecedent) {
        if !named.is_name {
            self.all.clear();
        }
        self.all.push(named);
    }

    /// Notes that a subject was spoken of again.
    pub(super) fn keep(&mut self, sentence: usize, tokens: &Range<usize>) {
        if let Some(named) = self.all.iter_mut().find(|named| named.tokens == *tokens) {
            named.sentence = sentence;
        }
    }

    /// The nearest subject that agrees, of this sentence or of so many before.
    pub(super) fn find(
        &self,
        sentence: usize,
        reach: usize,
        agrees: impl Fn(&Antecedent) -> bool,
    ) -> Option<Range<usize>> {
        let is_near = |named: &&Antecedent| named.sentence + reach >= sentence && agrees(named);
        self.all.iter().rev().find(is_near).filter(|named| named.is_name).map(|named| named.tokens.clone())
    }
}
