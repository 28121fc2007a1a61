//! Parts of speech, and the forms of a verb that a word can be.

use serde::Deserialize;
use serde::de::value::{Error, StrDeserializer};

/// A universal part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Tag {
    /// Adjective.
    Adj,
    /// Preposition or postposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary or modal.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Number.
    Num,
    /// Particle: `to` before a verb, `not`, `'s` after a noun.
    Part,
    /// Pronoun, possessives included.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
}

impl Tag {
    /// Reads the letter that stands for a tag in `words.tsv`.
    pub(super) fn from_code(code: u8) -> Option<Tag> {
        Some(match code {
            b'A' => Tag::Adp,
            b'C' => Tag::Cconj,
            b'D' => Tag::Det,
            b'I' => Tag::Intj,
            b'J' => Tag::Adj,
            b'M' => Tag::Num,
            b'N' => Tag::Noun,
            b'O' => Tag::Pron,
            b'P' => Tag::Propn,
            b'R' => Tag::Adv,
            b'S' => Tag::Sconj,
            b'T' => Tag::Part,
            b'V' => Tag::Verb,
            b'X' => Tag::Aux,
            _ => return None,
        })
    }

    /// Reads the usual name of a tag, such as `NOUN`.
    pub fn from_name(name: &str) -> Option<Tag> {
        Tag::deserialize(StrDeserializer::<Error>::new(name)).ok()
    }
}

/// The forms of a verb that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VerbForms(u8);

impl VerbForms {
    const BASE: u8 = 1;
    const THIRD: u8 = 2;
    const PAST: u8 = 4;
    const PARTICIPLE: u8 = 8;
    const ING: u8 = 16;

    /// Reads the letters of `words.tsv`; any other letter says nothing.
    pub(super) fn from_letters(letters: &str) -> VerbForms {
        VerbForms(letters.bytes().fold(0, |forms, letter| {
            forms
                | match letter {
                    b'b' => VerbForms::BASE,
                    b'z' => VerbForms::THIRD,
                    b'd' => VerbForms::PAST,
                    b'n' => VerbForms::PARTICIPLE,
                    b'g' => VerbForms::ING,
                    _ => 0,
                }
        }))
    }

    /// Returns whether the word cannot be a verb.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether it can be a base form (`oppose`).
    pub fn is_base(self) -> bool {
        self.0 & VerbForms::BASE != 0
    }

    /// Returns whether it can be a third person (`opposes`).
    pub fn is_third(self) -> bool {
        self.0 & VerbForms::THIRD != 0
    }

    /// Returns whether it can be a past tense (`opposed`).
    pub fn is_past(self) -> bool {
        self.0 & VerbForms::PAST != 0
    }

    /// Returns whether it can be a past participle (`opposed`, `taken`).
    pub fn is_participle(self) -> bool {
        self.0 & VerbForms::PARTICIPLE != 0
    }

    /// Returns whether it can be an -ing form (`opposing`).
    pub fn is_ing(self) -> bool {
        self.0 & VerbForms::ING != 0
    }

    /// Returns whether it can stand alone as a predicate: all but a mere participle or -ing form.
    pub fn is_finite(self) -> bool {
        self.0 & (VerbForms::BASE | VerbForms::THIRD | VerbForms::PAST) != 0
    }
}
