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

/// A sound entry, for what is wrong beside it.
const MOOR: &str = r#"
[[entry]]
id = "moor"
role = "cue"
class = "act"
forms = ["moor"]
examples = ["We moor at noon."]
"#;

/// Every kind of mistake is told with file, line, id and key, and with what to do.
#[test]
fn mistakes_are_told_one_by_one() {
    let entry = |keys: &str| format!("[[entry]]\nid = \"x\"\nforms = [\"moor\"]\nexamples = [\"We moor.\"]\n{keys}\n");
    let cue = |keys: &str| entry(&format!("role = \"cue\"\nclass = \"act\"\n{keys}"));
    let scale = |keys: &str| format!("[[scale]]\nid = \"x\"\n{keys}\n");
    let ladder = |keys: &str| {
        scale(&format!("base = \"concern\"\nissuer = [\"x\"]\nsource = \"I: so\"\nsteps = {{ regret = 1 }}\n{keys}"))
    };
    let actor = |keys: &str| format!("[[actor]]\nid = \"x\"\nname = \"Vell\"\nkind = \"state\"\n{keys}\n");
    for (text, expected) in [
        // The file.
        ("id = ".to_owned(), "line 1: no TOML: "),
        ("[[entry]".to_owned(), "line 1: no TOML: "),
        (
            "colour = 1".to_owned(),
            "line 1, key `colour`: is no key; choose from remove, entry, scale, group, actor, frame",
        ),
        ("entry = 1".to_owned(), "line 1, key `entry`: is no list of tables; write `[[entry]]`"),
        (
            "remove = [\"nothing\"]".to_owned(),
            "line 1, key `remove`: `nothing` is no entry, scale, group or actor so far",
        ),
        ("remove = [\"support\"]".to_owned(), "key `remove`: `support` is the id of entry and scale"),
        ("remove = \"regret\"".to_owned(), "key `remove`: is no list of texts"),
        ("remove = [\"scale:concern\"]".to_owned(), "key `remove`: `concern` holds the entry `"),
        (
            "remove = [\"scale:concern\"]".to_owned(),
            "key `remove`: `concern` is the base of `concern/us` of `issuers.toml`",
        ),
        // Entries.
        (cue("colour = 1"), "line 1, entry `x`, key `colour`: is no key; choose from id, role, forms"),
        (entry("role = \"clue\""), "entry `x`, key `role`: cannot be `clue`; choose from cue, grade"),
        (entry("class = \"act\""), "entry `x`, key `role`: is missing"),
        (entry("role = \"cue\""), "entry `x`, key `class`: is missing"),
        (entry("role = \"grade\""), "entry `x`, key `scale`: is missing"),
        (cue("step = \"3\""), "entry `x`, key `step`: is no whole number"),
        (cue("step = 3"), "entry `x`, key `scale`: is missing"),
        (cue("scale = \"commit\""), "entry `x`, key `step`: is missing"),
        (cue("scale = \"commit\"\nstep = 12"), "entry `x`, key `step`: 12 is not on `commit`, which goes from 0 to 9"),
        (
            cue("scale = \"direction\"\nstep = 2"),
            "entry `x`, key `step`: 2 is not on `direction`, which goes from -1 to 1",
        ),
        (
            cue("scale = \"commitment\"\nstep = 1"),
            "entry `x`, key `scale`: `commitment` is no known scale; choose from",
        ),
        (cue("scale = \"concern/japan\"\nstep = 1"), "entry `x`, key `scale`: `concern/japan` is an issuer's"),
        (cue("negated = \"yes\""), "entry `x`, key `negated`: is neither `true` nor `false`"),
        (cue("tag = \"particle\""), "entry `x`, key `tag`: cannot be `particle`; choose from verb, noun"),
        (cue("source = \"\""), "entry `x`, key `source`: is empty"),
        (MOOR.replace("forms = [\"moor\"]", "forms = []"), "entry `moor`, key `forms`: is empty"),
        (MOOR.replace("forms = [\"moor\"]", "forms = [\" \"]"), "entry `moor`, key `forms`: holds an empty text"),
        (MOOR.replace("forms = [\"moor\"]", "forms = \"moor\""), "entry `moor`, key `forms`: is no list of texts"),
        (
            MOOR.replace("forms = [\"moor\"]", "forms = [\"... moor\"]"),
            "entry `moor`, key `forms`: `... moor` does not begin",
        ),
        (
            MOOR.replace("\"moor\"]", "\"a ... b ... c ... d\"]"),
            "key `forms`: `a ... b ... c ... d` has more than 2 gaps",
        ),
        (MOOR.replace("forms = [\"moor\"]", "forms = [\"Moor\"]"), "entry `moor`, key `forms`: `Moor` has capitals"),
        (MOOR.replace("forms = [\"moor\"]", "forms = [\"moor\", \"moor\"]"), "key `forms`: `moor` is a form of `moor`"),
        (
            MOOR.replace("forms = [\"moor\"]", "forms = [\"vow to\"]"),
            "key `forms`: `vow to` is a form of `vow` of `cues.toml`",
        ),
        (MOOR.replace("examples = [\"We moor at noon.\"]", "examples = []"), "entry `moor`, key `examples`: is empty"),
        (MOOR.replace("id = \"moor\"", ""), "line 2, entry `1`, key `id`: is missing"),
        (format!("{MOOR}{MOOR}"), "line 9, entry `moor`: stands in line 2 of"),
        // Scales.
        (scale("base = \"concern\""), "line 1, scale `x`, key `base`: is for an issuer's ladder"),
        (scale("issuer = [\"x\"]"), "scale `x`, key `sign`: is missing; give it, or a `base`"),
        (ladder("colour = 1"), "scale `x`, key `colour`: is no key"),
        (ladder("of = 0"), "scale `x`, key `of`: 0 is no highest step"),
        (ladder("of = 1\nrank = 4"), "scale `x`, key `rank`: 4 is no rank"),
        (ladder("facet = \"mood\""), "scale `x`, key `facet`: cannot be `mood`; choose from force"),
        (ladder("sign = 2"), "scale `x`, key `sign`: 2 is no sign"),
        (ladder("bare = 13"), "scale `x`, key `bare`: 13 is not on `x`, which goes from 0 to 12"),
        (ladder("class = \"threat\""), "scale `x`, key `class`: cannot be `threat`"),
        (ladder("sources = { condemn = \"I: so\" }"), "scale `x`, key `sources`: `condemn` is no entry of `steps`"),
        (ladder("sources = { regret = \"so\" }"), "scale `x`, key `sources`: `regret` says nothing of its evidence"),
        (
            ladder("").replace("I: so", "so"),
            "scale `x`, key `source`: says nothing of its evidence; open it with `S: `",
        ),
        (ladder("").replace("regret = 1", "rue = 1"), "scale `x`, key `steps`: `rue` is no known entry"),
        (ladder("").replace("regret = 1", "regret = 13"), "scale `x`, key `steps`: `regret`: 13 is not on `x`"),
        (ladder("").replace("{ regret = 1 }", "1"), "scale `x`, key `steps`: is no table"),
        (ladder("").replace("\"concern\"", "\"worry\""), "scale `x`, key `base`: `worry` is no known scale"),
        (
            ladder("").replace("\"concern\"", "\"concern/us\""),
            "scale `x`, key `base`: `concern/us` is no general scale",
        ),
        (
            ladder("").replace("[\"x\"]", "[\"japan\"]"),
            "scale `x`, key `steps`: `regret` stands on `concern/japan` of `japan` already",
        ),
        (
            "[[scale]]\nid = \"commit\"\nsign = 1\nof = 3\nabout = \"x\"\nfacet = \"force\"\nrank = 1".to_owned(),
            "scale `commit`, key `of`: leaves no step",
        ),
        // Groups and actors.
        ("[[group]]\nwords = [\"quay\"]".to_owned(), "line 1, group `1`, key `words`: holds fewer than two words"),
        (
            "[[group]]\nwords = [\"quay\", \"peace\"]".to_owned(),
            "group `quay`, key `words`: `peace` stands in the group",
        ),
        (actor("colour = 1"), "actor `x`, key `colour`: is no key"),
        (
            actor("").replace("\"state\"", "\"realm\""),
            "actor `x`, key `kind`: cannot be `realm`; choose from state, body",
        ),
        (actor("").replace("name = \"Vell\"", ""), "actor `x`, key `name`: is missing"),
        (actor("aliases = [\"DPRK\"]"), "actor `x`, key `aliases`: `DPRK` is a name of `dprk` already"),
        (actor("ambiguous = [\"Averil\"]"), "actor `x`, key `ambiguous`: `Averil` is none of its names"),
        (actor("of = \"averil\""), "actor `x`, key `of`: `averil` is no known actor"),
        (actor("issuer = \"averil\""), "actor `x`, key `issuer`: `averil` has no ladder"),
    ] {
        let faults = layered("mistakes", &[&text]).expect_err(&text);
        let told = told(&faults);
        assert!(
            told.lines().any(|line| line.contains("0.toml`") && line.contains(expected)),
            "{text}\n{told}{expected}"
        );
        assert!(told.lines().all(|line| line.starts_with("lexicon `") && line.contains("0.toml`")), "{told}");
    }
}

#[test]
fn all_mistakes_of_a_file_are_told() {
    let text = "[[entry]]\nid = \"x\"\nrole = \"clue\"\nforms = 1\n\n[[entry]]\nid = \"y\"\ncolour = 1\n";
    let faults = layered("all", &[text]).unwrap_err();
    let places: Vec<usize> = faults.iter().filter_map(|fault| Some(fault.origin()?.line)).collect();
    // Of `x` its role, forms and examples; of `y` its colour, role, forms and examples.
    assert_eq!(places, [1, 1, 1, 6, 6, 6, 6], "{}", told(&faults));
    let missing = Lexicon::layered(&["no/such.toml"]).unwrap_err();
    assert!(told(&missing).starts_with("cannot read the lexicon `no/such.toml`: "), "{}", told(&missing));
}

#[test]
fn layers_replace_add_and_take_away() {
    let builtin = Lexicon::built_in("en").unwrap();
    let find = |lexicon: &Lexicon, id: &str| lexicon.entries.iter().find(|entry| entry.id == id).cloned();
    let regret = "[[entry]]\nid = \"regret\"\nrole = \"cue\"\nclass = \"concern\"\nforms = [\"rue\"]\nexamples = [\"We rue it.\"]\n";
    let first = format!("remove = [\"entry:condemn\", \"concern/us\", \"actor:chad\", \"group:talk\"]\n{regret}{MOOR}");
    let second = MOOR.replace("forms = [\"moor\"]", "forms = [\"moor\", \"berth\"]");
    let lexicon = layered("layers", &[&first, &second]).unwrap_or_else(|faults| panic!("\n{}", told(&faults)));
    assert_eq!(find(&lexicon, "regret").unwrap().forms, ["rue"]);
    assert_eq!(find(&lexicon, "moor").unwrap().forms, ["moor", "berth"]);
    assert_eq!((find(&lexicon, "moor").unwrap().origin.layer, find(&lexicon, "regret").unwrap().origin.layer), (2, 1));
    assert!(find(&lexicon, "condemn").is_none() && find(builtin, "condemn").is_some());
    assert!(!lexicon.ladders.contains_key("concern/us") && lexicon.of_issuer("us").is_none());
    assert!(lexicon.actors.find("chad").is_none() && builtin.actors.find("chad").is_some());
    assert_eq!((lexicon.concept("negotiation"), builtin.concept("negotiation")), ("negotiation", "talk"));
    // Ladders that held what was taken away hold the rest.
    assert!(lexicon.of_issuer("japan").is_some());
    // A report tells which lexicon it was.
    assert_eq!((lexicon.name.as_str(), builtin.name.as_str()), ("en+0.toml+1.toml", "en"));
    assert_ne!(lexicon.sha256, builtin.sha256);
    // With it the new words are heard and the old ones are not.
    let cue = |sentence| {
        let reading = analyse_with(statement("The Harbour Board", sentence), &lexicon);
        let phrase = reading.phrases[0].clone();
        phrase.cue.map(|cue| reading.quote(cue).to_owned())
    };
    assert_eq!(cue("We berth at noon."), Some("berth".to_owned()));
    assert_eq!(cue("We condemn it."), None);
}

#[test]
fn a_lexicon_for_one_language_leaves_others_alone() {
    let lexicon = layered("language", &[MOOR]).unwrap();
    let korean = read_bytes("-", "우리는 평화를 바란다.".into(), ReadOptions::default()).unwrap();
    assert!(analyse_with(korean, &lexicon).lexicon.is_none());
}

#[test]
fn the_sample_lexicon_has_no_faults() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/lexicon/free-ports.toml");
    let lexicon = Lexicon::layered(&[path]).unwrap_or_else(|faults| panic!("\n{}", told(&faults)));
    let faults = faulty_examples(&lexicon, 1);
    assert!(faults.is_empty(), "\n{}", told(&faults));
    let read = |sentence| analyse_with(statement("Council of the Free Ports", sentence), &lexicon);
    let (old, new) = ("The Council condemns the seizure.", "The Council hoists the black ball over the seizure.");
    assert_eq!(read(old).lexicon.unwrap().issuer.as_deref(), Some("free-ports"));
    assert_eq!(kinds(read(old), &read(new)), [ChangeKind::Strengthened]);
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
