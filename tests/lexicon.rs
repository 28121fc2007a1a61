//! Every entry of the built-in lexicon carries its own tests: its examples fire it, its counter-examples do not.

use stancediff::lexicon::{Entry, Lexicon};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};
use std::fs;
use std::path::Path;

fn english() -> &'static Lexicon {
    Lexicon::built_in("en").expect("English is built in")
}

/// Reads a sentence as an English statement.
fn read(sentence: &str) -> Reading {
    let text = format!("---\nlanguage: en\n---\n\n{sentence}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("an example is a statement"))
}

fn fires(entry: &Entry, reading: &Reading) -> bool {
    reading.segments.hits.iter().any(|hit| english().entries[hit.entry].id == entry.id)
}

/// Whether the first word of some form stands in the sentence, so that silence says something.
fn tempts(entry: &Entry, reading: &Reading) -> bool {
    let first = |form: &String| form.split_whitespace().next().unwrap_or_default().to_owned();
    let firsts: Vec<String> = entry.forms.iter().map(first).collect();
    reading.segments.tokens.iter().any(|token| firsts.contains(&token.word) || firsts.contains(&token.lemma))
}

/// Returns `file:line` of an entry, for whoever mends it.
fn place(entry: &Entry) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/lexicon/data/en");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|file| file.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).unwrap();
        let key = |line: &str| {
            line.split_once('=').map(|(key, id)| (key.trim() == "id", id.trim() == format!("\"{}\"", entry.id)))
        };
        if let Some(line) = text.lines().position(|line| key(line) == Some((true, true))) {
            return format!("{}:{}", path.file_name().unwrap().to_string_lossy(), line + 1);
        }
    }
    panic!("no file holds the entry `{}`", entry.id)
}

#[test]
fn examples_fire_and_counter_examples_do_not() {
    let mut wrong = Vec::new();
    for entry in &english().entries {
        let mut say =
            |fault: &str, sentence: &str| wrong.push(format!("{}: `{}` {fault}: {sentence}", place(entry), entry.id));
        if entry.examples.is_empty() {
            say("has no example", "");
        }
        for sentence in entry.examples.iter().filter(|sentence| !fires(entry, &read(sentence))) {
            say("stays quiet in its example", sentence);
        }
        for sentence in &entry.counter {
            let reading = read(sentence);
            if fires(entry, &reading) {
                say("fires in its counter-example", sentence);
            } else if !tempts(entry, &reading) {
                say("has a counter-example without a word it could begin with", sentence);
            }
        }
    }
    assert!(wrong.is_empty(), "{} sentences of the lexicon are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_sentence_fires_what_it_holds_and_nothing_else() {
    let entry = |id: &str| english().entries.iter().find(|entry| entry.id == id).unwrap();
    let reading = read("The Council will monitor prices.");
    assert!(fires(entry("monitor"), &reading));
    assert!(!fires(entry("consider"), &reading));
    assert!(!tempts(entry("consider"), &reading));
}
