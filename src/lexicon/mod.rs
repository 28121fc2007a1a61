//! What words mean, as data.
//!
//! In: TOML. Out: [`Lexicon`], the entries in force, looked up by word. Finding them in a sentence is
//! left to `segment`, reading a claim from them to `stance`.

mod entry;
mod grammar;
mod load;
mod quantities;
mod ratio;
mod tag;
pub mod words;

pub use entry::{After, Class, Entry, Force, Others, Role, Scale, Slot, Speech};
pub use load::LexiconError;
pub use quantities::{Bound, QuantityEntry, QuantityKind, QuantityRole, QuantityWords};
pub use tag::{Tag, VerbForms};
pub use words::Words;

pub(crate) use grammar::{Grammar, Group, Groups};
pub(crate) use quantities::QuantityForm;
pub(crate) use ratio::Ratio;

use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};

/// The entries in force for one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Its name: `en` for the built-in English one.
    pub name: String,
    /// SHA-256 over its files, in hexadecimal.
    pub sha256: String,
    /// The entries, sorted by id.
    pub entries: Vec<Entry>,
    /// The ladders and axes by name.
    pub scales: BTreeMap<String, Scale>,
    /// The first word of the group of synonyms that a word stands in.
    concepts: HashMap<String, String>,
    /// Forms by their first word.
    forms: FxHashMap<String, Vec<Form>>,
}

/// One form of an entry, cut into pieces.
#[derive(Clone, Debug)]
pub struct Form {
    /// Which entry it belongs to.
    pub entry: usize,
    /// What must stand one after the other.
    pub pieces: Vec<Piece>,
}

/// A piece of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A word, by lemma or as written.
    Word(String),
    /// Any one word.
    Any,
    /// Up to six words.
    Gap,
}

/// Words that cannot begin a sentence though a sentence splitter may think so, one a line.
const QUOTATIVES: &str = include_str!("data/ko/quotatives.txt");

/// Returns whether a word takes up the quotation before it, so that no sentence begins with it.
pub fn is_quotative(word: &str) -> bool {
    QUOTATIVES.lines().any(|line| line == word)
}

impl Lexicon {
    /// Returns the built-in lexicon of a language, where there is one; an empty language is read as English.
    pub fn built_in(language: &str) -> Option<&'static Lexicon> {
        load::built_in(language)
    }

    /// Returns the forms that begin with a word.
    pub fn forms(&self, first: &str) -> &[Form] {
        self.forms.get(first).map_or(&[], Vec::as_slice)
    }

    /// Returns the word that stands for a lemma and all its synonyms; the lemma itself where it has none.
    pub fn concept<'w>(&'w self, lemma: &'w str) -> &'w str {
        self.concepts.get(lemma).map_or(lemma, String::as_str)
    }

    /// Returns the step an entry stands on, as a force on its ladder.
    pub fn force(&self, entry: &Entry) -> Option<Force> {
        self.step(entry.scale.as_ref()?, entry.step?)
    }

    /// Returns a step as a force on its ladder.
    pub fn step(&self, scale: &str, step: i32) -> Option<Force> {
        self.scales.get(scale).map(|scale| Force { scale: scale.id.clone(), step, of: scale.of })
    }
}
