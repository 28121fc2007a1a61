//! The built-in lexicon holds together and carries its own tests: examples fire, counter-examples do not; and a user's
//! files layer over it.

use stancediff::change::ChangeKind;
use stancediff::lexicon::{Lexicon, LexiconError};
use stancediff::report::compare;
use stancediff::segment::faulty_examples;
use stancediff::stance::{Reading, analyse, analyse_with};
use stancediff::statement::{ReadOptions, Statement, read_bytes};
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

/// A statement of one sentence.
fn statement(speaker: &str, sentence: &str) -> Statement {
    let text = format!("---\nlanguage: en\nspeaker: {speaker}\n---\n\n{sentence}\n");
    read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("a sentence is a statement")
}

/// Returns the kinds of change between two statements, those that are furthest from kept first.
fn kinds(old: Reading, new: &Reading) -> Vec<ChangeKind> {
    let mut kinds: Vec<ChangeKind> = compare(&[old], new).changes.iter().map(|change| change.kind).collect();
    kinds.dedup();
    kinds
}

#[test]
fn issuers_order_words_their_own_way() {
    use ChangeKind::{Reversed, Reworded, Strengthened, Weakened};
    for (speaker, old, new, expected) in [
        ("Council of the Free Ports", "We regret the blockade.", "We are concerned about the blockade.", Weakened),
        ("US Department of State", "We regret the blockade.", "We are concerned about the blockade.", Strengthened),
        ("Japan", "Japan is gravely concerned about the blockade.", "Japan regrets the blockade.", Strengthened),
        ("Japan", "Japan regrets the blockade.", "Japan condemns the blockade.", Strengthened),
        ("China", "China is gravely concerned about the plan.", "China resolutely opposes the plan.", Strengthened),
        ("China", "China does not support the plan.", "China opposes the plan.", Strengthened),
        (
            "Council of the Free Ports",
            "We are gravely concerned about the plan.",
            "We resolutely oppose the plan.",
            Reworded,
        ),
        ("UN Security Council", "It requests all sides to talk.", "It calls upon all sides to talk.", Weakened),
        (
            "Council of the Free Ports",
            "It requests all sides to talk.",
            "It calls upon all sides to talk.",
            Strengthened,
        ),
        ("ECB", "Vigilance is warranted.", "Strong vigilance is warranted.", Strengthened),
        ("Council of the Free Ports", "We oppose the plan.", "We do not oppose the plan.", Reversed),
        ("DPRK", "We strongly condemn the drill.", "We will never tolerate the drill.", Strengthened),
    ] {
        let found = kinds(analyse(statement(speaker, old)), &analyse(statement(speaker, new)));
        assert_eq!(found, [expected], "{speaker}: {old} {new}");
    }
    // Each side is read on its own issuer's ladders, and forces on two ladders do not compare.
    let (old, new) = ("We regret the blockade.", "We are concerned about the blockade.");
    let found = kinds(analyse(statement("Japan", old)), &analyse(statement("United States", new)));
    assert_eq!(found, [Reworded]);
}

#[test]
fn an_issuer_can_be_asked_for() {
    let lexicon = Lexicon::built_in("en").unwrap();
    let us = lexicon.of_issuer("us").expect("the United States have ladders");
    let (old, new) = ("We regret the blockade.", "We are concerned about the blockade.");
    let read = |sentence| analyse_with(statement("Japan", sentence), us);
    assert_eq!(read(old).lexicon.unwrap().issuer.as_deref(), Some("us"));
    assert_eq!(kinds(read(old), &read(new)), [ChangeKind::Strengthened]);
    assert!(lexicon.of_issuer("free-ports").is_none());
    assert_eq!(analyse(statement("Japan", old)).lexicon.unwrap().issuer.as_deref(), Some("japan"));
    assert_eq!(analyse(statement("The Harbour Board", old)).lexicon.unwrap().issuer, None);
}
