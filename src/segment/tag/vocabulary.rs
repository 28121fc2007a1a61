//! The words of all statements that one run reads, each read once however often it stands there.

use super::patch;
use crate::lexicon::words::{WordReading, is_capital, lower_case};
use crate::lexicon::{Grammar, Groups, Tag, VerbForms, Words};
use rustc_hash::FxHashMap;
use smol_str::SmolStr;
use std::cell::RefCell;
use std::rc::Rc;

/// The words met so far, as they were written. What is known of a word depends on nothing but the word, so that no
/// statement can tell which ones were read before it.
#[derive(Default)]
struct Vocabulary {
    words: FxHashMap<SmolStr, Rc<Known>>,
}

/// How many words are kept before all are forgotten: those of some hundred speeches, in six megabytes.
const MOST: usize = 1 << 15;

thread_local! {
    static VOCABULARY: RefCell<Vocabulary> = RefCell::default();
}

/// Returns what is known of the words of a sentence.
pub(super) fn known(words: &[&str]) -> Vec<Rc<Known>> {
    VOCABULARY.with_borrow_mut(|vocabulary| words.iter().map(|word| vocabulary.word(word)).collect())
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

impl Vocabulary {
    /// Returns what is known of a word, which is read where it is met for the first time.
    fn word(&mut self, word: &str) -> Rc<Known> {
        if let Some(known) = self.words.get(word) {
            return known.clone();
        }
        if self.words.len() == MOST {
            self.words.clear();
        }
        let known = Rc::new(Known::of(word));
        self.words.insert(word.into(), known.clone());
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
