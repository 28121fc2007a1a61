//! TOML to [`Lexicon`]: every mistake in a file is an error that names file, entry and key.

use super::{Entry, Form, Lexicon, Piece, Role, Scale, Slot};
use rustc_hash::FxHashMap;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::sync::LazyLock;

/// The files of the built-in English lexicon, by name.
const ENGLISH: &[(&str, &str)] = &[
    ("scales.toml", include_str!("data/en/scales.toml")),
    ("cues.toml", include_str!("data/en/cues.toml")),
    ("grades.toml", include_str!("data/en/grades.toml")),
    ("directions.toml", include_str!("data/en/directions.toml")),
    ("structure.toml", include_str!("data/en/structure.toml")),
    ("formulas.toml", include_str!("data/en/formulas.toml")),
    ("synonyms.toml", include_str!("data/en/synonyms.toml")),
];

/// What is wrong with a lexicon.
#[derive(Debug)]
pub enum LexiconError {
    /// The file is no TOML of the right shape.
    Syntax {
        /// The file.
        file: String,
        /// The cause, with the line.
        source: Box<toml::de::Error>,
    },
    /// An entry says something that cannot be.
    Entry {
        /// The file.
        file: String,
        /// The entry's id.
        id: String,
        /// The key.
        key: &'static str,
        /// What is wrong with it.
        fault: String,
    },
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LexiconError::Syntax { file, source } => {
                let message = source.to_string();
                let lines: Vec<&str> = message.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
                write!(f, "cannot read the lexicon `{file}`: {}", lines.join(" "))
            }
            LexiconError::Entry { file, id, key, fault } => {
                write!(f, "lexicon `{file}`, entry `{id}`, key `{key}`: {fault}")
            }
        }
    }
}

impl std::error::Error for LexiconError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            LexiconError::Syntax { source, .. } => Some(source),
            LexiconError::Entry { .. } => None,
        }
    }
}

/// A file as it stands in TOML.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    entry: Vec<Entry>,
    #[serde(default)]
    scale: Vec<Scale>,
    #[serde(default)]
    group: Vec<Group>,
}

/// Words that stand for one another, as they stand in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    words: Vec<String>,
}

static EN: LazyLock<Lexicon> = LazyLock::new(|| {
    // The files are compiled in and a test loads them, so this cannot fail in a released build.
    load("en", ENGLISH).unwrap_or_else(|error| panic!("built-in lexicon: {error}"))
});

/// Returns the built-in lexicon of a language.
pub(super) fn built_in(language: &str) -> Option<&'static Lexicon> {
    match language {
        // Too short to tell from its neighbours in Latin letters: nearly always an English heading or fragment.
        "en" | "" => Some(&EN),
        _ => None,
    }
}

/// Builds a lexicon from files, given as names and texts.
pub(super) fn load(name: &str, files: &[(&str, &str)]) -> Result<Lexicon, LexiconError> {
    let mut hash = Sha256::new();
    let mut scales = BTreeMap::new();
    let mut entries: Vec<(String, Entry)> = Vec::new();
    let mut concepts: HashMap<String, String> = HashMap::new();
    for (file, text) in files {
        hash.update(text.as_bytes());
        let read: File = toml::from_str(text)
            .map_err(|source| LexiconError::Syntax { file: (*file).into(), source: Box::new(source) })?;
        scales.extend(read.scale.into_iter().map(|scale| (scale.id.clone(), scale)));
        for group in read.group {
            let Some(first) = group.words.first().cloned() else { continue };
            for word in group.words {
                if concepts.insert(word.clone(), first.clone()).is_some() {
                    let fault = format!("`{word}` stands in two groups");
                    return Err(LexiconError::Entry { file: (*file).into(), id: first, key: "words", fault });
                }
            }
        }
        entries.extend(read.entry.into_iter().map(|entry| ((*file).to_owned(), entry)));
    }
    entries.sort_by(|a, b| a.1.id.cmp(&b.1.id));
    check(&entries, &scales)?;
    let entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    let mut forms: FxHashMap<String, Vec<Form>> = FxHashMap::default();
    for (index, entry) in entries.iter().enumerate() {
        for form in &entry.forms {
            let pieces = pieces(form);
            if let Some(Piece::Word(first)) = pieces.first() {
                forms.entry(first.clone()).or_default().push(Form { entry: index, pieces });
            }
        }
    }
    let sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
    Ok(Lexicon { name: name.into(), sha256, entries, scales, concepts, forms })
}

/// Cuts a form as written into its pieces.
fn pieces(form: &str) -> Vec<Piece> {
    form.split_whitespace()
        .map(|piece| match piece {
            "?" => Piece::Any,
            "..." => Piece::Gap,
            word => Piece::Word(word.to_owned()),
        })
        .collect()
}

/// Checks what the shape of the file cannot: unique ids and forms, known scales, steps in range.
fn check(entries: &[(String, Entry)], scales: &BTreeMap<String, Scale>) -> Result<(), LexiconError> {
    let mut claimed: HashMap<(Slot, &str), &str> = HashMap::new();
    for (at, (file, entry)) in entries.iter().enumerate() {
        let wrong =
            |key, fault: String| Err(LexiconError::Entry { file: file.clone(), id: entry.id.clone(), key, fault });
        if at > 0 && entries[at - 1].1.id == entry.id {
            return wrong("id", "stands twice".into());
        }
        if entry.forms.is_empty() {
            return wrong("forms", "is empty".into());
        }
        if entry.examples.is_empty() {
            return wrong("examples", "is empty; give one sentence in which the entry fires".into());
        }
        for form in &entry.forms {
            if !matches!(pieces(form).as_slice(), [Piece::Word(_), ..]) {
                return wrong("forms", format!("`{form}` does not begin with a word"));
            }
            if let Some(other) = claimed.insert((entry.slot(), form), &entry.id) {
                return wrong("forms", format!("`{form}` is already a form of `{other}`"));
            }
        }
        if entry.role == Role::Cue && entry.class.is_none() {
            return wrong("class", "is missing; a cue makes a claim of some class".into());
        }
        if entry.others.is_some() && entry.role != Role::Cue {
            return wrong("others", "is for cues only".into());
        }
        let others = entry.others.as_ref().map(|others| (&others.scale, others.step));
        for (scale, step) in [(&entry.scale, entry.step)].into_iter().chain(others) {
            match (scale, step) {
                (None, None) => {}
                (Some(scale), Some(step)) => match scales.get(scale) {
                    None => return wrong("scale", format!("`{scale}` is no known scale")),
                    Some(scale) if scale.sign == 0 && !(-scale.of..=scale.of).contains(&step) => {
                        return wrong(
                            "step",
                            format!("{step} is not on `{}`, which goes from -{1} to {1}", scale.id, scale.of),
                        );
                    }
                    Some(scale) if scale.sign != 0 && !(0..=scale.of).contains(&step) => {
                        return wrong(
                            "step",
                            format!("{step} is not on `{}`, which goes from 0 to {}", scale.id, scale.of),
                        );
                    }
                    Some(_) => {}
                },
                _ => return wrong("step", "`scale` and `step` go together".into()),
            }
        }
    }
    Ok(())
}
