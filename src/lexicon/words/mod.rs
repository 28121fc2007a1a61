//! What an English word can be: its most frequent part of speech, its lemma and its verb forms.
//!
//! In: one word. Out: a [`WordEntry`] from the tables, or for a word they lack a [`WordReading`] by rule
//! from its ending, its prefix or its hyphenated parts. What the word is in its sentence is left to
//! `segment`.
//!
//! The tables are text, read as they lie in the binary, with an index that the compiler makes.
//! Where they come from is told in `data/NOTICE.md`.

mod guess;
mod table;

use super::{Tag, VerbForms};
use std::borrow::Cow;
use table::Table;

/// A word of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordEntry<'w> {
    /// The most frequent part of speech.
    pub tag: Tag,
    /// The lemma under that tag.
    pub lemma: &'w str,
    /// The forms of a verb that the word can be.
    pub forms: VerbForms,
    /// The lemma when it is read as a verb; the word itself when it cannot be one.
    pub verb: &'w str,
}

/// What is made of a word, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordReading {
    /// The likeliest part of speech.
    pub tag: Tag,
    /// The lemma under that tag.
    pub lemma: Cow<'static, str>,
    /// The forms of a verb that the word can be.
    pub forms: VerbForms,
    /// The lemma when it is read as a verb.
    pub verb: Cow<'static, str>,
    /// Whether the tables hold the word, so that nothing was guessed.
    pub is_known: bool,
}

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    table: Table<{ 1 << 17 }>,
}

/// The hand-kept words, then the baked ones: the first line of a word counts.
// The lint would tell of endless loops; these end after some seconds.
#[allow(long_running_const_eval)]
static ENGLISH: Words = Words {
    table: Table::new(concat!(include_str!("../data/en/words_extra.tsv"), include_str!("../data/en/words.tsv"))),
};

impl Words {
    /// Returns the words of English.
    pub fn english() -> &'static Words {
        &ENGLISH
    }

    /// Looks up a lower-case word.
    pub fn look_up(&self, lower: &str) -> Option<WordEntry<'static>> {
        let line = self.table.find(lower)?;
        let mut columns = line.split('\t');
        let form = columns.next()?;
        let tag = Tag::from_code(*columns.next()?.as_bytes().first()?)?;
        let lemma = columns.next().filter(|lemma| !lemma.is_empty()).unwrap_or(form);
        let forms = VerbForms::from_letters(columns.next().unwrap_or_default());
        let verb = columns.next().unwrap_or(if forms.is_empty() { form } else { lemma });
        Some(WordEntry { tag, lemma, forms, verb })
    }

    /// Reads a word in any case, by the tables if they hold it and by its shape if not.
    pub fn read(&self, word: &str) -> WordReading {
        self.read_lower(&lower_case(word), is_capital(word))
    }

    /// Reads a lower-case word; whether it was written with a capital tells names.
    pub(crate) fn read_lower(&self, lower: &str, is_capital: bool) -> WordReading {
        self.look_up(lower).map_or_else(|| self.guess(lower, is_capital), WordReading::from)
    }
}

/// Returns the word in lower case.
pub(crate) fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) { word.into() } else { word.to_lowercase().into() }
}

/// Returns whether the word begins with a capital.
pub(crate) fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

impl WordReading {
    fn new(lower: &str, tag: Tag) -> WordReading {
        let lemma = Cow::from(lower.to_string());
        WordReading { tag, verb: lemma.clone(), lemma, forms: VerbForms::default(), is_known: false }
    }

    fn prefixed(self, prefix: &str) -> WordReading {
        let lemma = format!("{prefix}{}", self.lemma).into();
        let verb = format!("{prefix}{}", self.verb).into();
        WordReading { lemma, verb, ..self }
    }
}

impl From<WordEntry<'static>> for WordReading {
    fn from(entry: WordEntry<'static>) -> WordReading {
        let WordEntry { tag, lemma, forms, verb } = entry;
        WordReading { tag, lemma: lemma.into(), forms, verb: verb.into(), is_known: true }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Grammar;

    #[test]
    fn tables_are_sorted_and_well_formed() {
        for table in [include_str!("../data/en/words_extra.tsv"), include_str!("../data/en/words.tsv")] {
            assert!(table.ends_with('\n'), "the last line is not ended");
            let lines: Vec<&str> = table.lines().filter(|line| !line.starts_with('#')).collect();
            for pair in lines.windows(2) {
                let keys: Vec<&str> = pair.iter().map(|line| line.split('\t').next().unwrap()).collect();
                assert!(keys[0] < keys[1], "`{}` stands before `{}`", keys[0], keys[1]);
            }
            for line in lines {
                let columns: Vec<&str> = line.split('\t').collect();
                assert!((2..=5).contains(&columns.len()), "`{line}` has the wrong number of columns");
                assert!(columns[1].len() == 1 && Tag::from_code(columns[1].as_bytes()[0]).is_some(), "`{line}`");
                let letters = columns.get(3).unwrap_or(&"");
                assert!(letters.bytes().all(|letter| b"bzdng".contains(&letter)), "`{line}`");
                assert!(ENGLISH.look_up(columns[0]).is_some(), "`{line}` is not found");
            }
        }
    }

    #[test]
    fn hand_kept_words_come_first() {
        for line in include_str!("../data/en/words_extra.tsv").lines().filter(|line| !line.starts_with('#')) {
            let word = line.split('\t').next().unwrap();
            assert_eq!(ENGLISH.table.find(word), Some(line));
        }
    }

    #[test]
    fn reads_words() {
        for (word, tag, lemma) in [
            ("is", Tag::Aux, "be"),
            ("left", Tag::Verb, "leave"),
            ("better", Tag::Adj, "better"),
            ("criteria", Tag::Noun, "criterion"),
            ("condemns", Tag::Verb, "condemn"),
            ("The", Tag::Det, "the"),
            (",", Tag::Punct, ","),
            ("2-1/4", Tag::Num, "2-1/4"),
            ("12-month", Tag::Adj, "12-month"),
            ("market-based", Tag::Adj, "market-based"),
            ("peace-loving", Tag::Adj, "peace-loving"),
            ("two-state", Tag::Adj, "two-state"),
            ("depoliticised", Tag::Verb, "depoliticize"),
            ("militarisation", Tag::Noun, "militarization"),
            ("weaponizing", Tag::Verb, "weaponize"),
            ("reprioritizes", Tag::Verb, "reprioritize"),
            ("brinkmanship", Tag::Noun, "brinkmanship"),
            ("unswervingly", Tag::Adv, "unswervingly"),
            ("Zorvania", Tag::Propn, "zorvania"),
        ] {
            let reading = ENGLISH.read(word);
            assert_eq!((reading.tag, &*reading.lemma), (tag, lemma), "`{word}`");
        }
    }

    #[test]
    fn compares_spellings() {
        let groups = [
            "cooperate co-operate",
            "peacekeeper peace-keeper",
            "noninterference non-interference",
            "counterterrorism counter-terrorism",
            "longstanding long-standing",
            "self-defense self-defence",
            "program programme",
            "harbor harbour",
            "organization organisation",
            "denuclearization denuclearisation",
            "behavior behaviour",
            "long-term",
            "re-form",
            "reform",
            "hour",
            "exercise",
            "four",
            "port-of-call",
        ];
        for group in groups {
            let first = group.split(' ').next().unwrap();
            for word in group.split(' ') {
                assert_eq!(ENGLISH.spelt(word), first, "{word}");
            }
        }
        for (british, american) in &Grammar::english().variants {
            assert_ne!(british, american);
            assert_eq!(ENGLISH.spelt(american), *american, "{british} leads to a spelling that leads on");
        }
    }
}
