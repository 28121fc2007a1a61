//! The built-in lexicon holds together and carries its own tests: examples fire, counter-examples do not; and a user's
//! files layer over it.

use stancediff::lexicon::{Lexicon, LexiconError};
use stancediff::segment::faulty_examples;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Writes files into a folder of a test's own and layers them.
fn layered(test: &str, texts: &[&str]) -> Result<Arc<Lexicon>, Vec<LexiconError>> {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    fs::create_dir_all(&folder).unwrap();
    let files: Vec<PathBuf> = (0..texts.len()).map(|at| folder.join(format!("{at}.toml"))).collect();
    for (file, text) in files.iter().zip(texts) {
        fs::write(file, text).unwrap();
    }
    Lexicon::layered(&files)
}

fn told(faults: &[LexiconError]) -> String {
    faults.iter().map(|fault| format!("{fault}\n")).collect()
}

#[test]
fn the_built_in_lexicon_has_no_faults() {
    let none: [&Path; 0] = [];
    let lexicon = Lexicon::layered(&none).unwrap_or_else(|faults| panic!("\n{}", told(&faults)));
    assert!(lexicon.entries.len() > 100 && !lexicon.ladders.is_empty() && lexicon.actors.all.len() > 100);
}

#[test]
fn examples_fire_and_counter_examples_do_not() {
    let faults = faulty_examples(Lexicon::built_in("en").expect("English is built in"), 0);
    assert!(faults.is_empty(), "{} sentences of the lexicon are wrong:\n{}", faults.len(), told(&faults));
}

/// The judge of examples is no rubber stamp.
#[test]
fn a_sentence_that_proves_nothing_is_told() {
    let text = r#"
        [[entry]]
        id = "moor"
        role = "cue"
        class = "act"
        tag = "verb"
        forms = ["moor", "cast anchor"]
        examples = ["The fleet moored at noon.", "The fleet sailed at noon."]
        counter = ["The fog lay on the moor.", "They moor the fleet.", "The fleet sailed at noon."]

        [[actor]]
        id = "vell"
        name = "Vell"
        kind = "state"
        ambiguous = ["Vell"]
        examples = ["Vell has signed.", "Averil has signed."]
        counter = ["Ada Vell has signed.", "The envoy of Vell has signed."]
    "#;
    let lexicon = layered("proof", &[text]).unwrap_or_else(|faults| panic!("\n{}", told(&faults)));
    let faults = faulty_examples(&lexicon, 1);
    let keys: Vec<String> = faults
        .iter()
        .map(|fault| match fault {
            LexiconError::Fault { what, id, key, .. } => format!("{what} {id} {key}"),
            other => panic!("{other}"),
        })
        .collect();
    let expected = [
        "entry moor examples",
        "entry moor counter",
        "entry moor counter",
        "actor vell examples",
        "actor vell counter",
    ];
    assert_eq!(keys, expected, "{}", told(&faults));
}
