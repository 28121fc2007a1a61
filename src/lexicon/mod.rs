//! What words mean, as data.
//!
//! In: TOML. Out: [`Lexicon`], the entries in force, looked up by word. Finding them in a sentence is
//! left to `segment`, reading a claim from them to `stance`.

mod actors;
mod check;
mod entry;
mod fault;
mod file;
mod grammar;
mod listing;
mod load;
mod quantities;
mod ratio;
mod tag;
pub mod words;

pub use actors::{Actor, Actors, Case, Kind, NameWord, Named};
pub use entry::{After, Class, Entry, Force, Origin, Others, Role, Scale, Slot, Speech, Whose};
pub use fault::LexiconError;
pub use listing::{Ladder, Listing, Rung, Wanted};
pub use quantities::{Bound, QuantityEntry, QuantityKind, QuantityRole, QuantityWords};
pub use tag::{Tag, VerbForms};
pub use words::Words;

pub(crate) use entry::is_on;
pub(crate) use grammar::{Grammar, Group, Groups};
pub(crate) use quantities::{QuantityForm, QuantityForms};
pub(crate) use ratio::Ratio;

use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, OnceLock};

/// The entries in force for one language.
#[derive(Debug)]
pub struct Lexicon {
    /// Its name: `en` for the built-in English one, `en+ports.toml` with a user's file over it.
    pub name: String,
    /// The language it is for, by its primary BCP 47 subtag.
    pub language: String,
    /// SHA-256 over its files, in hexadecimal.
    pub sha256: String,
    /// The entries, sorted by id.
    pub entries: Vec<Entry>,
    /// The ladders and axes in force, by name.
    pub scales: BTreeMap<String, Scale>,
    /// The ladders of issuers by name, be they in force or not.
    pub ladders: Arc<BTreeMap<String, Scale>>,
    /// Whose ladders are in force; none where the general ones are alone.
    pub issuer: Option<String>,
    /// Who is meant by which names.
    pub actors: Arc<Actors>,
    /// Words that stand for one another, as they were read.
    pub synonyms: Arc<Vec<Synonyms>>,
    /// The first word of the group of synonyms that a word stands in.
    concepts: Arc<HashMap<String, String>>,
    /// The number of each word that forms are made of, from 1.
    numbers: Arc<FxHashMap<String, u32>>,
    /// Forms by the numbers of their first two words.
    forms: Arc<FxHashMap<(u32, u32), Vec<Form>>>,
    /// The lexicon with the ladders of each issuer in force, made when first asked for.
    issuers: BTreeMap<String, OnceLock<Arc<Lexicon>>>,
}

/// Words that stand for one another.
#[derive(Clone, Debug)]
pub struct Synonyms {
    /// The words.
    pub words: Vec<String>,
    /// Where they were read.
    pub origin: Origin,
}

/// One form of an entry, cut into pieces.
#[derive(Clone, Debug)]
pub struct Form {
    /// Which entry it belongs to.
    pub entry: usize,
    /// What must stand one after the other.
    pub pieces: Arc<[Piece]>,
}

/// A piece of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// A word, by lemma or as written: its number, or those of the words to choose from.
    Word(Box<[u32]>),
    /// Any one word.
    Any,
    /// Up to six words.
    Gap,
}

/// The number of a word of which no form is made.
pub const UNNUMBERED: u32 = 0;

/// Words that cannot begin a sentence though a sentence splitter may think so, one a line.
const QUOTATIVES: &str = include_str!("data/ko/quotatives.txt");

/// Returns whether a word takes up the quotation before it, so that no sentence begins with it.
pub fn is_quotative(word: &str) -> bool {
    !word.is_ascii() && QUOTATIVES.lines().any(|line| line == word)
}

impl Lexicon {
    /// Returns the built-in lexicon of a language, where there is one; an empty language is read as English.
    pub fn built_in(language: &str) -> Option<&'static Arc<Lexicon>> {
        load::built_in(language)
    }

    /// Layers a user's files over the built-in English lexicon, the later over the earlier: the same id replaces, a new
    /// one adds, `remove` takes away.
    pub fn layered<P: AsRef<Path>>(files: &[P]) -> Result<Arc<Lexicon>, Vec<LexiconError>> {
        load::layered(files)
    }

    /// Returns whether it is for statements in a language; one that could not be told is read as English.
    pub fn reads(&self, language: &str) -> bool {
        language.is_empty() || language == self.language
    }

    /// Returns the issuers that have ladders of their own, in order.
    pub fn issuers(&self) -> impl Iterator<Item = &str> {
        self.issuers.keys().map(String::as_str)
    }

    /// Returns the lexicon with the ladders of an issuer in force; nothing where the issuer has none.
    pub fn of_issuer(&self, issuer: &str) -> Option<&Arc<Lexicon>> {
        Some(self.issuers.get(issuer)?.get_or_init(|| Arc::new(self.with_ladders(issuer))))
    }

    /// Returns the lexicon for a statement of whom its front matter names: with the ladders of that issuer in force,
    /// unless those of some issuer are already.
    pub fn of_speaker(self: &Arc<Lexicon>, speaker: Option<&str>, title: Option<&str>) -> Arc<Lexicon> {
        let issuer = || self.actors.issuer(self.actors.speaker(speaker, title)?);
        issuer().and_then(|issuer| self.of_issuer(issuer)).unwrap_or(self).clone()
    }

    fn with_ladders(&self, issuer: &str) -> Lexicon {
        let (mut entries, mut scales) = (self.entries.clone(), self.scales.clone());
        for ladder in self.ladders.values().filter(|ladder| ladder.issuer.iter().any(|own| own == issuer)) {
            for (id, &step) in &ladder.steps {
                // A rung of an entry that a user took away is no rung.
                let Ok(at) = entries.binary_search_by(|entry| entry.id.cmp(id)) else { continue };
                let entry = &mut entries[at];
                entry.scale = Some(ladder.id.clone());
                entry.step = Some(step);
                entry.class = entry.class.map(|class| ladder.class.unwrap_or(class));
            }
            scales.insert(ladder.id.clone(), ladder.clone());
        }
        Lexicon {
            name: self.name.clone(),
            language: self.language.clone(),
            sha256: self.sha256.clone(),
            entries,
            scales,
            ladders: self.ladders.clone(),
            issuer: Some(issuer.to_owned()),
            actors: self.actors.clone(),
            synonyms: self.synonyms.clone(),
            concepts: self.concepts.clone(),
            numbers: self.numbers.clone(),
            forms: self.forms.clone(),
            issuers: BTreeMap::new(),
        }
    }

    /// Returns the number of a word among those that forms are made of; [`UNNUMBERED`] for any other.
    pub fn number(&self, word: &str) -> u32 {
        self.numbers.get(word).copied().unwrap_or(UNNUMBERED)
    }

    /// Returns the forms that begin with the words of two numbers, or those whose second piece is no word.
    ///
    /// Some words begin hundreds of forms (`be`), and few of those have the word that stands behind.
    pub fn forms(&self, first: u32, second: u32) -> &[Form] {
        self.forms.get(&(first, second)).map_or(&[], Vec::as_slice)
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
