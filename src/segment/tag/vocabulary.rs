//! The words of a statement, each read once however often it stands there.

use super::patch;
use crate::lexicon::words::{WordReading, is_capital, lower_case};
use crate::lexicon::{Grammar, Groups, Tag, VerbForms, Words};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::rc::Rc;

/// The words of a statement.
#[derive(Default)]
pub(in crate::segment) struct Vocabulary<'s> {
    words: FxHashMap<&'s str, Rc<Known>>,
}

/// What is known of a word wherever it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Known {
    /// The word in lower case.
    pub(super) lower: SmolStr,
    /// The most frequent part of speech.
    pub(super) tag: Tag,
    /// The lemma under that tag.
    pub(super) lemma: SmolStr,
    /// Whether that is another form of the word, and not only another spelling.
    pub(super) is_inflected: bool,
    /// The forms of a verb that the word can be.
    pub(super) forms: VerbForms,
    /// The lemma when it is read as a verb.
    pub(super) verb: SmolStr,
    /// The lists of the grammar that it stands in.
    pub(super) groups: Groups,
    /// Its number among the words that patches ask for.
    pub(super) patch: u8,
}

impl<'s> Vocabulary<'s> {
    /// Returns what is known of a word, which is read where it is met for the first time.
    pub(super) fn word(&mut self, word: &'s str) -> Rc<Known> {
        if let Some(known) = self.words.get(word) {
            return known.clone();
        }
        let known = Rc::new(Known::of(word));
        self.words.insert(word, known.clone());
        known
    }
}

impl Known {
    fn of(word: &str) -> Known {
        let lower = lower_case(word);
        let WordReading { tag, lemma, forms, verb, .. } = Words::english().read_lower(&lower, is_capital(word));
        // Compared by one spelling, lest `programme` and `program` be two words.
        let spelt = |word: &str| SmolStr::from(Words::english().spelt(word));
        let own = spelt(&lower);
        let lemma = if lemma == lower { own.clone() } else { spelt(&lemma) };
        let verb = if verb == lower { own.clone() } else { spelt(&verb) };
        Known {
            tag,
            is_inflected: lemma != own,
            lemma,
            forms,
            verb,
            groups: Grammar::english().groups(&lower),
            patch: patch::number(&lower),
            lower: lower.into(),
        }
    }
}
