//! The program from outside: exit codes, streams, and what goes wrong.

use regex::Regex;
use serde_json::Value;
use std::fs;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const OLD: &str = "samples/free-ports/2021-03-18.txt";
const NEW: &str = "samples/free-ports/2021-06-17.txt";
const SERIES: [&str; 3] = [
    "samples/xi-to-kim/2021-01-11-cable.txt",
    "samples/xi-to-kim/2021-03-22-verbal-message.txt",
    "samples/xi-to-kim/2021-07-11-letter.txt",
];
const LEXICON: &str = "samples/lexicon/free-ports.toml";
const ESCAPE: u8 = 0x1b;

/// What a run left behind.
#[derive(Debug, PartialEq)]
struct Run {
    code: Option<i32>,
    out: Vec<u8>,
    err: String,
}

impl Run {
    /// Returns standard output of a run that went well and had nothing else to say.
    fn text(&self) -> &str {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""));
        std::str::from_utf8(&self.out).unwrap()
    }

    fn json(&self) -> Value {
        serde_json::from_str(self.text()).unwrap()
    }
}

/// Returns the program, to be run in the project's folder, where no wish of the caller's about colour reaches it.
fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_stancediff"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    for name in ["NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

fn finished(command: &mut Command, input: &[u8]) -> Run {
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // A program that stops before it reads closes the pipe, which is its right.
    let _ = child.stdin.take().unwrap().write_all(input);
    let output = child.wait_with_output().unwrap();
    let err = String::from_utf8(output.stderr).unwrap();
    assert!(!err.contains("panicked"), "{err}");
    Run { code: output.status.code(), out: output.stdout, err }
}

fn run(args: &[&str]) -> Run {
    finished(program().args(args), b"")
}

/// Returns an empty folder of a test's own.
fn folder(test: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// Fails unless a run ended in trouble: exit code 2, nothing on standard output, one line that holds `words`.
fn assert_trouble(run: &Run, words: &str, args: &[&str]) {
    assert_eq!((run.code, run.out.as_slice()), (Some(2), &b""[..]), "{args:?}: {}", run.err);
    let is_line = run.err.starts_with("stancediff: ") && run.err.ends_with('\n') && run.err.lines().count() == 1;
    assert!(is_line, "{args:?}: {:?}", run.err);
    assert!(run.err.contains(words), "{args:?}: `{words}` is not in {:?}", run.err);
}

#[test]
fn exit_codes_say_what_was_asked_for() {
    let summary = run(&["compare", OLD, NEW, "--format", "json"]).json()["summary"].clone();
    let kinds = ["reworded", "strengthened", "weakened", "reversed", "appeared", "disappeared"];
    let (there, absent): (Vec<&str>, Vec<&str>) = kinds.iter().partition(|kind| summary[**kind] != 0);
    assert!(!there.is_empty() && !absent.is_empty(), "{summary}");
    let all = there.join(",");
    let mixed = format!("{},{}", absent[0], there[0]);
    for (args, code) in [
        (vec![OLD, NEW], 0),
        (vec![OLD, NEW, "--exit-code"], 1),
        (vec![OLD, OLD, "--exit-code"], 0),
        (vec![OLD, NEW, "--fail-on", there[0]], 1),
        (vec![OLD, NEW, "--fail-on", absent[0]], 0),
        (vec![OLD, NEW, "--fail-on", &mixed], 1),
        (vec![OLD, OLD, "--fail-on", &all], 0),
        (vec![OLD, OLD, "--fail-on", "kept"], 1),
    ] {
        for format in ["terminal", "json", "jsonl", "csv", "markdown", "html"] {
            let run = run(&[&["compare", "--format", format], args.as_slice()].concat());
            assert_eq!((run.code, run.err.as_str()), (Some(code), ""), "{args:?}");
            assert!(!run.out.is_empty(), "{args:?}");
        }
    }
}

#[test]
fn bad_input_is_told_on_one_line() {
    let folder = folder("bad_input");
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        fs::write(&path, bytes).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let missing = folder.join("missing.txt").to_str().unwrap().to_owned();
    for (path, words) in [
        (missing.clone(), "there is no file"),
        (folder.to_str().unwrap().to_owned(), "is a folder"),
        (format!("{OLD}/inside"), "inside"),
        (file("empty.txt", b""), "holds no words"),
        (file("blank.txt", b" \n\n\t"), "holds no words"),
        (file("head.txt", b"---\ndate: 2021-01-11\n---\n"), "holds no words"),
        (file("binary.txt", b"\x7fELF\x02\x01\0\0\0words"), "binary"),
        (file("paper.pdf", b"%PDF-1.7\nwords"), "binary"),
        (file("utf16.txt", b"\xff\xfeW\0e\0 \0w\0"), "UTF-16"),
        (file("latin1.txt", b"We will meet in Z\xfcrich."), "byte 17 is 0xFC"),
        (file("open.txt", b"---\ndate: 2021-01-11\nWe will meet."), "line 1 never closes"),
        (file("keyless.txt", b"---\nno key\n---\nWe will meet."), "line 2"),
        (file("nested.txt", b"---\nspeaker:\n  - one\n---\nWe will meet."), "line 3"),
        (file("twice.txt", b"---\ndate: 2021-01-11\ndate: 2021-01-12\n---\nWe will meet."), "line 3"),
        (file("never.txt", b"---\ndate: 2021-02-30\n---\nWe will meet."), "2021-02-30"),
        (file("extent.txt", b"---\nextent: some\n---\nWe will meet."), "`some`"),
        (file("2021-02-30.txt", b"We will meet."), "no day 2021-02-30"),
    ] {
        for args in [&["compare", OLD, &path][..], &["compare", &path, NEW], &["extract", &path], &["text", &path]] {
            assert_trouble(&run(args), words, args);
            assert_trouble(&run(args), Path::new(&path).file_name().unwrap().to_str().unwrap(), args);
        }
    }
    // The first trouble is enough.
    assert_trouble(&run(&["compare", &missing, &missing]), "there is no file", &[]);
    for (args, words) in [
        (&["compare", "-", "-"][..], "`-` was given twice"),
        (&["extract", "-", OLD, "-"], "`-` was given twice"),
        (&["compare", OLD, NEW, "--topic", "("], "`--topic`"),
        (&["extract", OLD, "--topic", "a{2,1}"], "`--topic`"),
        (&["extract", "-"], "`-` holds no words"),
    ] {
        assert_trouble(&run(args), words, args);
    }
}

#[test]
fn bad_flags_are_told() {
    for (args, words) in [
        (&["compare", OLD, NEW, "--kind", "vanished"][..], "disappeared, reversed"),
        (&["compare", OLD, NEW, "--fail-on", "vanished"], "disappeared, reversed"),
        (&["compare", OLD, NEW, "--class", "threat"], "commit, support"),
        (&["compare", OLD, NEW, "--format", "nonsense"], "json"),
        (&["extract", OLD, "--format", "nonsense"], "jsonl"),
        (&["compare", OLD, NEW, "--color", "blue"], "never"),
        (&["compare", OLD, NEW, "--bundle", "folder", "--format", "csv"], "cannot be used with"),
        (&["compare", OLD, NEW, "--quote", "c-1", "--format", "csv"], "cannot be used with"),
        (&["compare", OLD, NEW, "--width", "3"], "20"),
        (&["compare", OLD], "2"),
        (&["schema", "nonsense"], "extract"),
        (&["lexicon", "--role", "nonsense"], "furniture"),
        (&["lexicon", "show", "--class", "threat"], "commit, support"),
        (&["lexicon", "check"], "FILE"),
        (&["completions", "nonsense"], "bash"),
        (&["nonsense"], "nonsense"),
        (&[], "Usage"),
    ] {
        let run = run(args);
        assert_eq!((run.code, run.out.as_slice()), (Some(2), &b""[..]), "{args:?}");
        assert!(run.err.contains(words), "{args:?}: `{words}` is not in {:?}", run.err);
    }
}

#[test]
fn help_and_version_are_no_trouble() {
    assert!(run(&["--help"]).text().contains("compare"));
    assert!(run(&["compare", "--help"]).text().contains("--fail-on"));
    assert_eq!(run(&["--version"]).text(), format!("stancediff {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn a_dash_is_standard_input() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let input = fs::read(project.join(OLD)).unwrap();
    let piped = |args: &[&str]| finished(program().args(args), &input);
    let by_name = run(&["compare", OLD, NEW, "--format", "json"]).json();
    let mut by_pipe = piped(&["compare", "-", NEW, "--format", "json"]).json();
    assert_eq!(by_pipe["statements"][0]["path"], "-");
    by_pipe["statements"][0]["path"] = OLD.into();
    assert_eq!(by_pipe, by_name);
    assert_eq!(piped(&["text", "-"]).out, input);
    let lines = piped(&["extract", "-", "--format", "jsonl"]);
    let phrases = run(&["extract", OLD, "--format", "jsonl"]);
    assert_eq!(lines.text(), phrases.text().replace(&format!("{{\"path\":\"{OLD}\""), "{\"path\":\"-\""));
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = folder("output");
    let path = folder.join("report.json");
    let to = |path: &Path, args: &[&str]| run(&[args, &["-o", path.to_str().unwrap()]].concat());
    let args = ["compare", OLD, NEW, "--format", "json"];
    let report = run(&args).out;
    assert_eq!(to(&path, &args).text(), "");
    assert_eq!(fs::read(&path).unwrap(), report);
    // The exit code is the same as on standard output, and the old file gives way to the new.
    let found = to(&path, &["compare", OLD, NEW, "--exit-code"]);
    assert_eq!((found.code, found.out.as_slice()), (Some(1), &b""[..]));
    assert_eq!(fs::read(&path).unwrap(), run(&["compare", OLD, NEW]).out);
    let page = ["track", "samples/halmere-to-ostrey", "--format", "html"];
    for args in [&["extract", OLD, "--format", "jsonl"][..], &["text", OLD], &page] {
        assert_eq!(to(&path, args).text(), "");
        assert_eq!(fs::read(&path).unwrap(), run(args).out);
    }
    // Where the input is bad nothing is touched.
    let before = fs::read(&path).unwrap();
    assert_trouble(&to(&path, &["compare", OLD, "missing.txt"]), "missing.txt", &[]);
    assert_eq!(fs::read(&path).unwrap(), before);
    let inside = folder.join("missing/report.json");
    assert_trouble(&to(&inside, &args), "missing/report.json", &args);
    fs::create_dir(folder.join("folder")).unwrap();
    assert_trouble(&to(&folder.join("folder"), &args), "folder", &args);
    assert_eq!(names(&folder), ["folder", "report.json"]);
    assert_eq!(names(&folder.join("folder")), [""; 0]);
}

#[test]
fn a_closed_pipe_is_no_trouble() {
    for args in [
        &["compare", OLD, NEW, "--format", "json"][..],
        &["compare", OLD, NEW, "--all"],
        &["track", "samples/halmere-to-ostrey", "--format", "html"],
        &["extract", OLD, NEW, "--format", "json"],
        &["text", OLD],
        &["schema"],
        &["man"],
        &["lexicon"],
    ] {
        let mut child = program().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""), "{args:?}");
    }
    // A pipe that is closed after the first bytes; the report is longer than a pipe holds, so the program still writes.
    let args = ["compare", OLD, NEW, "--format", "json", "--exit-code"];
    let mut child = program().args(args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut first = [0; 2];
    child.stdout.take().unwrap().read_exact(&mut first).unwrap();
    assert_eq!(&first, b"{\n");
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(1), ""));
}

#[test]
fn text_prints_the_file_byte_for_byte() {
    let odd = folder("text").join("odd.txt");
    fs::write(&odd, "\u{feff}---\r\nspeaker: X\r\n---\r\n\r\nWe\u{a0}will \u{201c}meet\u{201d}\u{ad} \u{548c}\u{5e73}.\r\n\r\n\tNo end").unwrap();
    for path in [OLD, SERIES[2], "samples/languages/zh/2021-03-10.txt", odd.to_str().unwrap()] {
        let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap();
        assert_eq!(run(&["text", path]).text().as_bytes(), bytes, "{path}");
    }
}

#[test]
fn two_runs_print_the_same_bytes() {
    for args in [
        &["compare", OLD, NEW][..],
        &["compare", OLD, NEW, "--format", "json"],
        &["compare", SERIES[0], SERIES[1], SERIES[2], "--format", "json"],
        &["compare", SERIES[0], SERIES[1], SERIES[2], "--format", "html"],
        &["track", "samples/halmere-to-ostrey", "--format", "html"],
        &["track", "samples/xi-to-kim", "--phrase", "political settlement", "--format", "html"],
        &["compare", OLD, NEW, "--format", "markdown"],
        &["compare", OLD, NEW, "--format", "csv"],
        &["extract", OLD, NEW],
        &["extract", OLD, NEW, "--format", "json"],
        &["extract", OLD, NEW, "--format", "jsonl"],
        &["schema", "extract"],
        &["lexicon"],
        &["lexicon", "show", "--format", "json"],
        &["extract", OLD, "--lexicon", LEXICON, "--format", "json"],
    ] {
        let first = run(args);
        assert!(!first.text().is_empty());
        assert_eq!(first, run(args), "{args:?}");
    }
}

#[test]
fn a_pairing_that_may_not_be_the_best_is_told() {
    let folder = folder("cut-short");
    let write = |name: &str, first: usize, count: usize| {
        let line = |pier: usize| format!("The Council will keep pier {pier} open.\n\n");
        let lines: String = (first..first + count).map(line).collect();
        let path = folder.join(name);
        fs::write(&path, format!("---\nlanguage: en\n---\n\n{lines}")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    // Of 720 claims on each side any may answer any other: more than are solved exactly.
    for (count, said) in [(720, "the best pairs were taken first"), (7, "")] {
        let (old, new) = (write("old.txt", 0, count), write("new.txt", 1000, count));
        let run = run(&["compare", &old, &new, "--format", "json"]);
        assert_eq!(run.code, Some(0));
        assert_eq!(run.err.lines().count(), usize::from(!said.is_empty()), "{}", run.err);
        assert!(run.err.contains(said), "{}", run.err);
        let report: Value = serde_json::from_slice(&run.out).unwrap();
        assert_eq!(report["changes"].as_array().unwrap().len(), count);
    }
}

#[test]
fn reports_can_be_narrowed() {
    let report = |flags: &[&str]| run(&[&["compare", OLD, NEW, "--format", "json"], flags].concat()).json();
    let changes = |report: &Value| report["changes"].as_array().unwrap().clone();
    let full = report(&[]);
    let sides =
        |change: &Value| ["old", "new"].map(|side| change[side].clone()).into_iter().filter(|side| !side.is_null());
    let any = |change: &Value, is_wanted: &dyn Fn(Value) -> bool| sides(change).any(is_wanted);
    let strait = Regex::new("(?i)strait|sea(farers)?\\b").unwrap();
    type Wanted<'w> = &'w dyn Fn(&Value) -> bool;
    let cases: [(&[&str], Wanted); 6] = [
        (&["--kind", "strengthened"], &|change| change["kind"] == "strengthened"),
        (&["--kind", "appeared,reworded"], &|change| change["kind"] == "appeared" || change["kind"] == "reworded"),
        (&["--class", "concern,demand"], &|change| {
            any(change, &|side| side["class"] == "concern" || side["class"] == "demand")
        }),
        (&["--actor", "COUNCIL"], &|change| {
            any(change, &|side| side["actor"].as_str().is_some_and(|actor| actor.to_lowercase().contains("council")))
        }),
        (&["--topic", "(?i)strait|sea(farers)?\\b"], &|change| {
            any(change, &|side| strait.is_match(side["text"].as_str().unwrap()))
        }),
        (&["--kind", "kept", "--topic", "Vell"], &|change| {
            change["kind"] == "kept" && any(change, &|side| side["text"].as_str().unwrap().contains("Vell"))
        }),
    ];
    for (flags, is_wanted) in cases {
        let narrow = report(flags);
        let expected: Vec<Value> = changes(&full).into_iter().filter(is_wanted).collect();
        assert!((1..changes(&full).len()).contains(&expected.len()), "{flags:?} chooses {}", expected.len());
        assert_eq!(changes(&narrow), expected, "{flags:?}");
        assert_eq!(narrow["sentences"], full["sentences"], "{flags:?}");
        let kept = expected.iter().filter(|change| change["kind"] == "kept").count();
        assert_eq!(narrow["summary"]["kept"], kept, "{flags:?}");
    }
    assert_eq!(changes(&report(&["--topic", "no such words"])), Vec::<Value>::new());
    let lines = |flags: &[&str]| {
        run(&[&["extract", OLD, "--format", "jsonl"], flags].concat())
            .text()
            .lines()
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let narrow = lines(&["--class", "commit", "--topic", "levy"]);
    let is_wanted = |line: &String| {
        let phrase: Value = serde_json::from_str(line).unwrap();
        phrase["class"] == "commit" && phrase["text"].as_str().unwrap().contains("levy")
    };
    assert!(!narrow.is_empty());
    assert_eq!(narrow, lines(&[]).into_iter().filter(is_wanted).collect::<Vec<_>>());
}

#[test]
fn colour_is_as_asked() {
    let with = |name: &str, value: &str, flags: &[&str]| {
        let run = finished(program().args(["compare", OLD, NEW]).args(flags).env(name, value), b"");
        run.text().as_bytes().to_vec()
    };
    let (plain, coloured) =
        (run(&["compare", OLD, NEW, "--color", "never"]).out, run(&["compare", OLD, NEW, "--color", "always"]).out);
    assert_ne!(plain, coloured);
    assert!(!plain.contains(&ESCAPE));
    assert_eq!(run(&["compare", OLD, NEW]).out, plain, "a pipe is no terminal");
    assert_eq!(with("NO_COLOR", "1", &[]), plain);
    assert_eq!(with("NO_COLOR", "1", &["--color", "always"]), coloured, "a flag beats the environment");
    assert_eq!(with("CLICOLOR_FORCE", "1", &[]), coloured);
    assert_eq!(with("CLICOLOR_FORCE", "0", &[]), plain);
    assert_eq!(with("CLICOLOR_FORCE", "1", &["--color", "never"]), plain);
    let both = finished(program().args(["compare", OLD, NEW]).env("NO_COLOR", "1").env("CLICOLOR_FORCE", "1"), b"");
    assert_eq!(both.text().as_bytes(), plain);
    assert!(!run(&["compare", OLD, NEW, "--format", "json", "--color", "always"]).out.contains(&ESCAPE));
}

#[test]
fn completions_and_manual_are_printed() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = run(&["completions", shell]);
        assert!(script.text().contains("stancediff") && script.text().contains("fail-on"), "{shell}");
    }
    let page = run(&["man"]);
    assert!(page.text().contains(".TH stancediff 1"), "{}", page.text());
}

#[test]
fn a_claim_that_is_back_says_where_it_stood() {
    let files = ["2022-03-17", "2022-06-16", "2022-09-15"].map(|day| format!("samples/free-ports/{day}.txt"));
    let report = run(&["compare", &files[0], &files[1], &files[2], "--format", "json"]).json();
    let changes = report["changes"].as_array().unwrap();
    let seen_in = |words: &str| -> Value {
        let holds = |change: &&Value| change["new"]["text"].as_str().is_some_and(|text| text.contains(words));
        let change = changes.iter().filter(holds).find(|change| change["kind"] == "appeared");
        change.unwrap_or_else(|| panic!("`{words}` did not appear"))["seen_in"].clone()
    };
    assert_eq!(seen_in("Freedom of passage"), serde_json::json!([0]));
    // The promise to raise is no earlier promise to lower.
    assert_eq!(seen_in("prepared to lower"), serde_json::json!([]));
}

#[test]
fn several_old_statements_say_where_a_claim_was_seen() {
    let report = run(&["compare", SERIES[0], SERIES[1], SERIES[2], "--format", "json"]).json();
    let found = |words: &str| {
        let changes = report["changes"].as_array().unwrap();
        let change =
            changes.iter().find(|change| change["old"]["text"].as_str().is_some_and(|text| text.contains(words)));
        let change = change.unwrap_or_else(|| panic!("no change holds `{words}`"));
        (change["kind"].as_str().unwrap().to_owned(), change["old"]["statement"].clone(), change["seen_in"].clone())
    };
    assert_eq!(found("political resolution"), ("disappeared".into(), 0.into(), serde_json::json!([0])));
    assert_eq!(found("the region's peace"), ("disappeared".into(), 1.into(), serde_json::json!([1])));
    // A claim that stands in both earlier statements is told once, and both are named.
    let report = run(&["compare", OLD, OLD, NEW, "--format", "json"]).json();
    let single = run(&["compare", OLD, NEW, "--format", "json"]).json();
    let of_old: Vec<&Value> =
        report["changes"].as_array().unwrap().iter().filter(|change| !change["old"].is_null()).collect();
    assert!(of_old.iter().all(|change| change["seen_in"] == serde_json::json!([0, 1])));
    assert_eq!(report["summary"], single["summary"]);
}

#[test]
fn a_change_is_told_in_a_sentence() {
    let quote = |id: &str| run(&["compare", SERIES[0], SERIES[1], SERIES[2], "--quote", id]);
    let told = "On 22 March 2021 Xi Jinping said, in translation, “prepared to make a new proactive contribution [to] the \
                region's peace, stability, development, and prosperity”; the letter of 11 July 2021, of which only \
                excerpts in translation are given, does not say so in them, though the two texts have little in common.\n";
    for id in ["c-4a7ff028", "c-4a7", "4a7f", "#c-4a7ff028"] {
        assert_eq!(quote(id).text(), told);
    }
    for (id, words) in
        [("c-0000000000", "no change has the id `c-0000000000`"), ("c-", "begins 6 ids"), ("", "begins 6 ids")]
    {
        assert_trouble(&quote(id), words, &["--quote", id]);
    }
    // A filter does not hide what is asked for by name.
    let run = run(&["compare", SERIES[0], SERIES[1], SERIES[2], "--quote", "4a7f", "--kind", "appeared"]);
    assert_eq!(run.text(), told);
}

#[test]
fn a_change_is_explained_in_numbers_that_add_up() {
    let pair = ["compare", "samples/free-ports/2021-12-16.txt", "samples/free-ports/2022-03-17.txt"];
    let with = |more: &[&str]| run(&[&pair[..], more].concat());
    let report = with(&["--format", "json"]).json();
    let changes = report["changes"].as_array().unwrap();
    let sum = |numbers: &Value| -> f64 {
        numbers.as_array().unwrap().iter().map(|number| number["value"].as_f64().unwrap()).sum()
    };
    let is_near = |a: f64, b: &Value| (a - b.as_f64().unwrap()).abs() < 0.004;
    for change in changes {
        let id = change["id"].as_str().unwrap();
        let told = with(&["--explain", id, "--format", "json"]).json();
        assert_eq!(&told["change"], change);
        let (pairing, salience) = (&told["pairing"], &told["salience"]);
        let is_pair = !change["old"].is_null() && !change["new"].is_null();
        assert_eq!(pairing["step"] != "alone", is_pair, "{id}");
        if is_pair {
            assert!(is_near(sum(&pairing["parts"]), &pairing["sum"]), "{id}");
            assert!(pairing["sum"].as_f64() >= pairing["least"].as_f64(), "{id}");
        }
        let of = salience["of"].as_f64().unwrap();
        assert!(is_near(sum(&salience["parts"]) / of, &change["salience"]), "{id}");
        let rule = match change["kind"].as_str().unwrap() {
            "appeared" | "disappeared" => "alone",
            "reversed" => "polarity",
            "strengthened" | "weakened" => "scales",
            "reworded" => "words",
            _ => "same",
        };
        assert_eq!(told["verdict"]["rule"], rule, "{id}");
    }
    let weakened = changes.iter().find(|change| change["kind"] == "weakened").unwrap();
    let text = with(&["--explain", &weakened["id"].as_str().unwrap()[..6], "--width", "200"]);
    for heading in
        ["How the old side was read", "How the pair was found", "What decided", "Where it stands in the report"]
    {
        assert!(text.text().contains(&format!("\n{heading}\n")), "{}", text.text());
    }
    assert!(text.text().contains("Next in the new statement"), "{}", text.text());
    assert_trouble(&with(&["--explain", "c-0000000000"]), "no change has the id", &["--explain"]);
    let csv = with(&["--explain", &weakened["id"].as_str().unwrap()[..6], "--format", "csv"]);
    assert_trouble(&csv, "`--explain` is written as", &["--explain", "--format csv"]);
}

#[test]
fn a_package_is_written_whole_or_not_at_all() {
    let folder = folder("package");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let package = path("package");
    let bundle = |into: &str| run(&["compare", OLD, NEW, "--bundle", into]);
    assert_eq!(bundle(&package).text(), "");
    let files = ["changes.csv", "datapackage.json", "phrases.csv", "statements.csv"];
    assert_eq!(names(Path::new(&package)), files);
    // It replaces itself, and a folder that is empty.
    fs::write(folder.join("package/changes.csv"), "stale").unwrap();
    assert_eq!(bundle(&package).text(), "");
    assert!(fs::metadata(folder.join("package/changes.csv")).unwrap().len() > 1000);
    fs::create_dir(folder.join("empty")).unwrap();
    assert_eq!(bundle(&format!("{}/", path("empty"))).text(), "");
    // It touches nothing else.
    fs::create_dir(folder.join("taken")).unwrap();
    fs::write(folder.join("taken/letter.txt"), "mine").unwrap();
    fs::write(folder.join("file"), "mine").unwrap();
    for (into, words) in [
        (path("taken"), "it holds `letter.txt`; name a folder of its own"),
        (path("file"), "Not a directory"),
        (path("missing/package"), "No such file"),
        (path("package/.."), "name a folder of its own"),
    ] {
        assert_trouble(&bundle(&into), words, &[&into]);
    }
    assert_eq!(names(&folder), ["empty", "file", "package", "taken"]);
    assert_eq!(fs::read_to_string(folder.join("taken/letter.txt")).unwrap(), "mine");
    let run = run(&["compare", OLD, NEW, "--bundle", &package, "--exit-code"]);
    assert_eq!((run.code, run.out.len()), (Some(1), 0));
}

#[test]
fn a_language_without_a_lexicon_is_said_on_standard_error() {
    let (old, new) = ("samples/languages/zh/2021-03-10.txt", "samples/languages/zh/2021-06-09.txt");
    let run = run(&["compare", old, new, "--format", "json"]);
    assert_eq!(run.code, Some(0));
    let report: Value = serde_json::from_slice(&run.out).unwrap();
    for (statement, path) in [old, new].iter().enumerate() {
        let has_lexicon = report["statements"][statement]["has_lexicon"].as_bool().unwrap();
        let is_told = run.err.lines().any(|line| line.starts_with("stancediff: ") && line.contains(path));
        assert_ne!(has_lexicon, is_told, "{path}: {}", run.err);
    }
}

#[test]
fn a_line_can_be_a_sentence() {
    let input = b"We will meet. We will talk.\n\nThey welcome\nthe talks of peace";
    let sentences = |flags: &[&str]| {
        let args = [&["extract", "-", "--format", "json"], flags].concat();
        finished(program().args(args), input).json()["statements"][0]["sentences"].clone()
    };
    assert_eq!((sentences(&[]), sentences(&["--sentence-per-line"])), (3.into(), 3.into()));
    let input = b"We will meet. We will talk\nThey welcome the talks\n";
    let run = finished(program().args(["extract", "-", "--format", "json", "--sentence-per-line"]), input);
    assert_eq!(run.json()["statements"][0]["sentences"], 2);
}

#[test]
fn a_strange_name_stays_on_its_line() {
    let run = run(&["extract", "samples/no\nsuch\u{1b}[31m\r.txt"]);
    assert_trouble(&run, "there is no file", &[]);
    assert!(!run.err.trim_end().contains(char::is_control), "{:?}", run.err);
}

const FOLDER: &str = "samples/halmere-to-ostrey";

/// The dates of the statements of a track report.
fn dates(report: &Value) -> Vec<&str> {
    report["statements"].as_array().unwrap().iter().map(|statement| statement["date"].as_str().unwrap()).collect()
}

#[test]
fn a_series_is_put_in_order_and_narrowed() {
    let track = |args: &[&str]| run(&[&["track", "--format", "json"], args].concat()).json();
    let all = track(&[FOLDER]);
    assert!(dates(&all).is_sorted() && dates(&all).len() == 12);
    // Files given in another order, one of them twice, are the same series.
    let last = format!("{FOLDER}/2022-09-02-cable.txt");
    assert_eq!(track(&[&last, FOLDER])["threads"], all["threads"]);
    let cables = track(&[FOLDER, "--channel", "Cable"]);
    assert_eq!(dates(&cables), ["2019-09-02", "2020-09-02", "2021-09-02", "2022-09-02"]);
    assert_eq!(dates(&track(&[FOLDER, "--since", "2022-02-14", "--until", "2022-07-08"])).len(), 3);
    assert_eq!(dates(&track(&[FOLDER, "--speaker", "TORVANE", "--audience", "marrow"])).len(), 12);
    // Of two readouts one is followed, and single ones stay.
    let herald = track(&[FOLDER, "--by-source", "herald"]);
    assert_eq!((dates(&herald).len(), herald["events"].as_array().unwrap().len()), (11, 11));
    let count = |report: &Value| report["threads"].as_array().unwrap().len();
    let several = track(&[FOLDER, "--min-statements", "3"]);
    assert!((1..count(&all)).contains(&count(&several)));
    let threads = several["threads"].as_array().unwrap();
    assert!(threads.iter().all(|thread| thread["present_in"].as_array().unwrap().len() >= 3));
    let opposed = track(&[FOLDER, "--class", "oppose", "--topic", "border|troops"]);
    assert_eq!(count(&opposed), 2);
    let given = track(&["--order", "given", NEW, OLD]);
    assert_eq!(dates(&given), ["2021-06-17", "2021-03-18"]);
}

#[test]
fn a_series_in_every_format() {
    let report = run(&["track", FOLDER, "--format", "json"]).json();
    let threads = report["threads"].as_array().unwrap();
    let lines = run(&["track", FOLDER, "--format", "jsonl"]);
    let lines: Vec<Value> = lines.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(
        lines.iter().map(|line| &line["id"]).collect::<Vec<_>>(),
        threads.iter().map(|t| &t["id"]).collect::<Vec<_>>()
    );
    let rows = run(&["track", FOLDER, "--format", "csv"]);
    let appearances: usize = threads.iter().map(|thread| thread["appearances"].as_array().unwrap().len()).sum();
    assert_eq!(rows.text().lines().count(), 1 + appearances);
    assert!(rows.text().starts_with("thread,query,label,state,statement,"));
    let page = run(&["track", FOLDER]);
    let gone = "absent from the cable of 2 September 2022; said in 6 of the 10 before, last on";
    assert!(page.text().split_whitespace().collect::<Vec<_>>().join(" ").contains(gone), "{}", page.text());
    for format in ["json", "jsonl", "csv", "terminal"] {
        let args = ["track", FOLDER, "--format", format];
        assert_eq!(run(&args), run(&args));
    }
}

#[test]
fn phrases_are_followed() {
    let report = run(&[
        "track",
        "samples/xi-to-kim",
        "--format",
        "json",
        "--phrase",
        "political settlement of the Korean Peninsula issue",
        "--phrase",
        "PENINSULA ISSUES",
    ])
    .json();
    let threads = report["threads"].as_array().unwrap();
    let found: Vec<(&str, &Value, &Value)> = threads
        .iter()
        .map(|thread| (thread["query"].as_str().unwrap(), &thread["present_in"], &thread["verbatim_in"]))
        .collect();
    let (none, first) = (serde_json::json!([]), serde_json::json!([0]));
    assert_eq!(
        found,
        [("political settlement of the Korean Peninsula issue", &first, &none), ("PENINSULA ISSUES", &first, &first)]
    );
}

#[test]
fn trouble_with_a_series_is_told_on_one_line() {
    let folder = folder("series");
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let write = |name: &str, text: &str| {
        fs::create_dir_all(folder.join(name).parent().unwrap()).unwrap();
        fs::write(folder.join(name), text).unwrap();
    };
    write("undated/one.txt", "We will meet.");
    write("undated/2021-01-01.txt", "We will meet.");
    write("undated/two.txt", "We will meet.");
    fs::create_dir(folder.join("empty")).unwrap();
    write("notes/table.csv", "a,b");
    for (args, words) in [
        (&[path("undated").as_str()][..], "2 of 3 statements have no date: `"),
        (&[&path("undated")], "two.txt`; give each a `date:`"),
        (&[&path("empty")], "no statement in the folder"),
        (&[&path("notes")], "no statement in the folder"),
        (&[&path("missing")], "there is no file"),
        (&[FOLDER, "--channel", "telegram"], "none of 12 statements"),
        (&[FOLDER, "--phrase", " "], "`--phrase  ` holds no words"),
        (&[FOLDER, "--topic", "("], "`--topic`"),
        (&["-", "-"], "`-` was given twice"),
    ] {
        assert_trouble(&run(&[&["track"], args].concat()), words, args);
    }
    let given = run(&["track", &path("undated"), "--order", "given", "--format", "json"]).json();
    assert_eq!(given["statements"].as_array().unwrap().len(), 3);
    for (args, words) in [
        (&["track"][..], "PATH"),
        (&["track", FOLDER, "--since", "2021"], "YYYY-MM-DD"),
        (&["track", FOLDER, "--format", "markdown"], "jsonl"),
        (&["track", FOLDER, "--phrase", "peace", "--topic", "peace"], "cannot be used with"),
    ] {
        let run = run(args);
        assert_eq!((run.code, run.out.as_slice()), (Some(2), &b""[..]), "{args:?}");
        assert!(run.err.contains(words), "{args:?}: `{words}` is not in {:?}", run.err);
    }
}

#[test]
fn a_series_without_a_lexicon_is_noted_once() {
    let run = run(&["track", "samples/languages/zh", "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.starts_with("stancediff: 2 of 2 statements are in `zh`"), "{}", run.err);
    assert_eq!(run.err.lines().count(), 1, "{}", run.err);
}

#[test]
fn a_readme_is_no_statement_of_a_folder() {
    let folder = folder("readme");
    fs::write(folder.join("README.md"), "We will explain.").unwrap();
    fs::write(folder.join("2021-01-01.md"), "We will *meet*.").unwrap();
    fs::write(folder.join("2021-02-01.txt"), "We may meet.").unwrap();
    let run = run(&["track", folder.to_str().unwrap(), "--format", "json"]);
    assert_eq!(run.code, Some(0));
    assert!(run.err.contains("README.md` left out") && run.err.lines().count() == 1, "{}", run.err);
    let report: Value = serde_json::from_slice(&run.out).unwrap();
    assert_eq!(dates(&report), ["2021-01-01", "2021-02-01"]);
}

#[test]
fn a_lexicon_is_shown_and_narrowed() {
    let shown = |args: &[&str]| run(&[&["lexicon", "--width", "80"], args].concat()).text().to_owned();
    let all = shown(&[]);
    assert_eq!(run(&["lexicon", "show", "--width", "80"]).text(), all, "`lexicon` alone is `lexicon show`");
    assert!(all.lines().all(|line| line.chars().count() <= 80));
    for words in ["concern/japan", "request", "synonyms", "actors", "cues.toml:", "S: Sankei", "be committed to"] {
        assert!(all.contains(words), "{words}");
    }
    let cases: [(&[&str], &[&str], &[&str]); 6] = [
        (&["--scale", "japan"], &["concern/japan", "7 condemn"], &["concern/china", "synonyms", "actors", "urge"]),
        (&["--scale", "oppose"], &["oppose", "categorically-reject"], &["condemn-strongest", "actors"]),
        (&["--class", "praise"], &["commend"], &["regret", "actors"]),
        (&["--role", "dissent"], &["voting-against"], &["regret", "synonyms"]),
        (&["vigilance"], &["strong-vigilance", "commit/ecb"], &["regret", "actors"]),
        (&["north korea"], &["DPRK", "actors"], &["synonyms", "regret"]),
    ];
    for (args, held, absent) in cases {
        let text = shown(args);
        assert!(held.iter().all(|words| text.contains(words)), "{args:?}\n{text}");
        assert!(absent.iter().all(|words| !text.contains(words)), "{args:?}\n{text}");
    }
    assert!(shown(&["no such word"]).contains("nothing in it"));
    assert!(shown(&["--lexicon", LEXICON, "black"]).contains("samples/lexicon/free-ports.toml:"));
    let report = run(&["lexicon", "show", "--scale", "japan", "--format", "json"]).json();
    let rungs = report["scales"][0]["rungs"].as_array().unwrap();
    assert_eq!((report["scales"][0]["id"].as_str(), &rungs[0]["step"]), (Some("concern/japan"), &1.into()));
    assert!(rungs.iter().all(|rung| rung["source"].as_str().is_some_and(|source| source.get(1..3) == Some(": "))));
    let args = ["lexicon", "--scale", "nonsense"];
    assert_trouble(&run(&args), "`--scale nonsense` is the name of no ladder; choose from china, dprk", &args);
}

#[test]
fn a_lexicon_is_checked() {
    let folder = folder("check");
    let file = |name: &str, text: &str| {
        let path = folder.join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let sound = run(&["lexicon", "check", LEXICON]);
    assert_eq!(sound.text(), format!("`{LEXICON}`: 2 entries, 1 scale, 1 synonym group, 2 actors, no faults\n"));
    let entry = "[[entry]]\nid = \"moor\"\nrole = \"cue\"\nclass = \"act\"\nforms = [\"moor\"]\n";
    let quiet = file("quiet.toml", &format!("{entry}examples = [\"We sail.\"]\ncounter = [\"We moor.\"]\n"));
    let wrong = file("wrong.toml", &format!("{entry}mood = 1\nstep = \"2\"\nexamples = []\n"));
    for (path, keys) in [(&quiet, vec!["examples", "counter"]), (&wrong, vec!["mood", "step", "examples"])] {
        let told = run(&["lexicon", "check", path]);
        assert_eq!((told.code, told.out.as_slice()), (Some(2), &b""[..]));
        let lines: Vec<&str> = told.err.lines().collect();
        assert!(lines.len() >= 2, "{}", told.err);
        for key in keys {
            let words = format!("stancediff: lexicon `{path}`, line 1, entry `moor`, key `{key}`: ");
            assert!(lines.iter().any(|line| line.starts_with(&words)), "{words}\n{}", told.err);
        }
    }
    // Elsewhere one line is enough, and it says where to learn of the others.
    for args in [
        &["extract", OLD, "--lexicon", &wrong][..],
        &["compare", OLD, NEW, "--lexicon", LEXICON, "--lexicon", &wrong],
        &["lexicon", "show", "--lexicon", &wrong],
    ] {
        assert_trouble(&run(args), "wrong.toml`, line 1, entry `moor`, key `", args);
        assert_trouble(&run(args), "`stancediff lexicon check` tells 2 more", args);
    }
    let missing = folder.join("missing.toml").to_str().unwrap().to_owned();
    assert_trouble(&run(&["lexicon", "check", &missing]), "missing.toml`", &[]);
    assert_trouble(&run(&["extract", OLD, "--lexicon", &missing]), "cannot read the lexicon", &[]);
}

#[test]
fn a_lexicon_of_the_users_is_layered() {
    let report = |flags: &[&str]| run(&[&["compare", OLD, NEW, "--format", "json"], flags].concat()).json();
    let (plain, layered) = (report(&[]), report(&["--lexicon", LEXICON]));
    assert_eq!(plain["tool"]["lexicon"]["name"], "en");
    assert_eq!(layered["tool"]["lexicon"]["name"], "en+free-ports.toml");
    assert_ne!(plain["tool"]["lexicon"]["sha256"], layered["tool"]["lexicon"]["sha256"]);
    let issuers =
        |report: &Value| [report["statements"][0]["issuer"].clone(), report["statements"][1]["issuer"].clone()];
    assert_eq!(issuers(&plain), [Value::Null, Value::Null]);
    assert_eq!(issuers(&layered), ["free-ports", "free-ports"]);
    let ladders = |report: &Value| {
        let changes = report["changes"].as_array().unwrap();
        let forces = changes.iter().map(|change| change["new"]["force"]["scale"].clone());
        forces.filter(|scale| *scale == "concern/free-ports").count()
    };
    assert_eq!(ladders(&plain), 0);
    assert!(ladders(&layered) > 0);
}

#[test]
fn a_scale_picks_the_issuer() {
    let folder = folder("scale");
    let file = |name: &str, speaker: &str, words: &str| {
        let path = folder.join(name);
        fs::write(&path, format!("---\nspeaker: {speaker}\n---\n{words}\n")).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let (old, new) = ("We regret the long blockade.", "We are concerned about the long blockade.");
    let paths = [file("old.txt", "Japan", old), file("new.txt", "Japan", new), file("us.txt", "United States", new)];
    let verdict = |new: &str, flags: &[&str]| {
        let report = run(&[&["compare", &paths[0], new, "--format", "json"], flags].concat()).json();
        let change = &report["changes"][0];
        let scales = ["old", "new"].map(|side| change[side]["force"]["scale"].as_str().unwrap().to_owned());
        let issuer = report["statements"][1]["issuer"].as_str().unwrap().to_owned();
        (change["kind"].as_str().unwrap().to_owned(), scales.join(" "), issuer)
    };
    let told = |kind: &str, scales: &str, issuer: &str| (kind.to_owned(), scales.to_owned(), issuer.to_owned());
    assert_eq!(verdict(&paths[1], &[]), told("weakened", "concern/japan concern/japan", "japan"));
    assert_eq!(verdict(&paths[1], &["--scale", "us"]), told("strengthened", "concern/us concern/us", "us"));
    // Two issuers, two ladders: nothing to compare.
    assert_eq!(verdict(&paths[2], &[]), told("reworded", "concern/japan concern/us", "us"));
    assert_eq!(verdict(&paths[2], &["--scale", "us"]), told("strengthened", "concern/us concern/us", "us"));
    let list = run(&["extract", &paths[0]]);
    assert!(list.text().contains("on the ladders of japan") && list.text().contains("ladder: concern/japan"));
    for args in [&["extract", OLD, "--scale", "vell"][..], &["compare", OLD, NEW, "--scale", "concern"]] {
        assert_trouble(&run(args), "is the name of no ladder; choose from china, dprk, ecb, fed, japan, rok", args);
    }
    let args = ["extract", OLD, "--lexicon", LEXICON, "--scale", "free-ports", "--format", "json"];
    assert_eq!(run(&args).json()["statements"][0]["issuer"], "free-ports");
}
