//! What the program writes for others to read: pages, notes, tables, packages. The page is opened in a browser by
//! `tests/browser`.
//!
//! Where a Python with pandas is there (`python3`, or what `STANCEDIFF_PYTHON` names), pandas reads the tables.

mod support;

use proptest::prelude::*;
use regex::Regex;
use serde_json::Value;
use stancediff::render::{bundle, html, json, markdown, table, track_html};
use stancediff::report::{Hold, Report, Timeline, compare};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

fn written(name: &str, text: &str) -> Reading {
    analyse(read_bytes(name, text.as_bytes().to_vec(), ReadOptions::default()).unwrap())
}

/// Hands on a report of each pair of a series, and of the newest against all others.
fn each_report(mut then: impl FnMut(&Report)) {
    for series in support::sample_series() {
        let readings: Vec<Reading> = support::statements(&series).iter().map(|path| support::reading(path)).collect();
        for pair in readings.windows(2) {
            then(&compare(&pair[..1], &pair[1]));
        }
        let (new, old) = readings.split_last().unwrap();
        then(&compare(old, new));
    }
}

/// Returns what a pattern's group finds.
fn found<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
    Regex::new(pattern).unwrap().captures_iter(text).map(|found| found.get(1).unwrap().as_str()).collect()
}

/// Fails unless a page is whole: its elements are closed in order, its links lead somewhere, nothing is fetched.
fn check_page(page: &str) {
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, rest) = rest.split_once("</style>").unwrap();
    let (body, end) = rest.split_once("<script>").unwrap();
    assert_eq!(end.split_once("</script>").unwrap().1, "</body></html>\n");
    assert!(head.starts_with("<!DOCTYPE html><html lang=\"en\">"), "{head}");

    let tag = Regex::new(r#"<(/?)([a-z0-9]+)((?: [a-z0-9-]+(?:="[^"<>]*")?)*)>"#).unwrap();
    assert_eq!(tag.find_iter(body).count(), body.matches('<').count(), "a `<` opens no element");
    let mut open: Vec<&str> = vec!["body"];
    for found in tag.captures_iter(&body[body.find("<body>").unwrap() + 6..]) {
        let name = found.get(2).unwrap().as_str();
        match &found[1] {
            "/" => assert_eq!(open.pop(), Some(name)),
            _ if matches!(name, "br" | "input") => {}
            _ => open.push(name),
        }
    }
    assert_eq!(open, ["body"]);
    for (at, _) in body.match_indices('&') {
        let rest = &body[at..];
        assert!(["&amp;", "&lt;", "&gt;", "&quot;"].iter().any(|known| rest.starts_with(known)), "{}", &rest[..9]);
    }

    let ids = found(r#" id="([^"]*)""#, body);
    let each: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(each.len(), ids.len(), "an id stands twice");
    for link in found(r##" href="#([^"]*)""##, body) {
        assert!(each.contains(link), "`#{link}` leads nowhere");
    }
    assert!(found(r#"( (?:src|style|on[a-z]+)=")"#, body).is_empty());
}

#[test]
fn a_page_holds_every_change_and_every_word() {
    each_report(|report| {
        let page = html::compare(report, false);
        check_page(&page);
        let body = page.split("<script>").next().unwrap();
        for change in &report.changes {
            assert!(body.contains(&format!(" id=\"{}\"", change.id)), "{} has no line", change.id);
            for (side, place) in [("old", change.old), ("new", change.new)] {
                let id = format!(" id=\"{side}-{}\"", change.id);
                assert_eq!(body.contains(&id), place.is_some(), "{}: {side}", change.id);
            }
        }
        let texts = body.split("id=\"texts\"").nth(1).unwrap();
        let text = shown(texts);
        for reading in report.old.iter().chain([report.new]) {
            for sentence in &reading.segments.sentences {
                for token in &reading.segments.tokens[sentence.tokens.clone()] {
                    let word = reading.statement.quote(token.span);
                    assert!(text.contains(word), "{word} is not in the page");
                }
            }
        }
    });
}

/// What a page shows, without its markup and white space.
fn shown(markup: &str) -> String {
    let text = Regex::new("<[^>]*>").unwrap().replace_all(markup, "");
    text.replace("&amp;", "&").replace("&quot;", "\"").replace(char::is_whitespace, "")
}

#[test]
fn a_page_of_a_series_holds_every_line_and_every_wording() {
    let gone = Regex::new("<del>[^<]*</del>").unwrap();
    for series in support::sample_series() {
        let readings: Vec<Reading> = support::statements(&series).iter().map(|path| support::reading(path)).collect();
        let query = written("--phrase", "a political settlement of the question");
        let followed = Timeline::following(&readings, std::slice::from_ref(&query));
        for timeline in [Timeline::of(&readings), followed] {
            let page = track_html::track(&timeline, true);
            check_page(&page);
            let body = page.split("<script>").next().unwrap();
            for thread in &timeline.threads {
                let entry = body.split(&format!(" id=\"{}\"", thread.id)).nth(1).unwrap();
                let entry = entry.split("<li class=\"entry").next().unwrap();
                // What went stands between the words; it is left out.
                let words = shown(&gone.replace_all(entry, ""));
                for said in thread.appearances.iter().filter(|said| said.hold != Hold::Again) {
                    let quoted = timeline.quote(said).replace(char::is_whitespace, "");
                    assert!(words.contains(&quoted), "{}: {quoted} is not in {words}", thread.id);
                }
            }
            for (at, reading) in readings.iter().enumerate() {
                let statement = body.split(&format!(" id=\"s-{at}\"")).nth(1).unwrap();
                assert!(statement.contains(&reading.statement.sha256[..16]));
            }
        }
    }
}

#[test]
fn a_page_of_a_series_is_bounded() {
    // A statement of 200 lines of its own, after one of 200 others.
    let text = |what: &str| -> String {
        (0..200).map(|at| format!("We will {what} the harbour of Port {}.\n\n", at * 7919 % 10_000)).collect()
    };
    let readings = [written("2021-01-01.txt", &text("reopen")), written("2021-02-01.txt", "We met.")];
    let timeline = Timeline::of(&readings);
    assert!(timeline.threads.len() > 100);
    let entries = |page: &str| page.matches("<li class=\"entry").count();
    let (short, all) = (track_html::track(&timeline, false), track_html::track(&timeline, true));
    check_page(&short);
    assert!(entries(&short) < 70 && short.contains("<code>--all</code> writes them too"));
    assert_eq!(entries(&all), timeline.threads.len());
}

#[test]
fn a_page_of_an_odd_series_is_a_page() {
    let odd =
        ["Hello", "平和。", "!!! ???\n\nWe will.", "Hello", "a a a a a a. a a a a a a."].map(|text| written("-", text));
    for count in 0..=odd.len() {
        check_page(&track_html::track(&Timeline::of(&odd[..count]), false));
        check_page(&track_html::track(&Timeline::following(&odd[..count], &[written("--phrase", "a")]), true));
    }
    // More statements than a screen has columns.
    let many: Vec<Reading> =
        (0..900).map(|at| written("-", if at % 7 == 0 { "We met." } else { "We will keep the port open." })).collect();
    let page = track_html::track(&Timeline::of(&many), false);
    check_page(&page);
    assert!(page.contains("data-columns=\"400\"") && page.contains("up to 3 occasions in a row"));
}

#[test]
fn a_page_folds_what_is_unchanged_unless_asked() {
    let [old, new] = ["2021-03-18", "2021-06-17"]
        .map(|date| support::reading(&support::project().join(format!("samples/free-ports/{date}.txt"))));
    let old = [old];
    let report = compare(&old, &new);
    let (folded, all) = (html::compare(&report, false), html::compare(&report, true));
    assert!(folded.contains("<details class=\"fold\"><summary>") && !folded.contains(" open>"));
    assert!(all.contains("<details class=\"fold\" open><summary>"));
    assert_eq!(folded.len(), all.replace(" open>", ">").len());
}

const HOSTILE: &str = "</script></style><img src=x onerror=\"alert(1)\"><!-- '&quot; | ` \u{202e}\u{0007}";

#[test]
fn hostile_text_stays_text() {
    let head =
        format!("---\ntitle: {HOSTILE}\nspeaker: {HOSTILE}\nchannel: {HOSTILE}\nsource: javascript:alert(1)\n---\n");
    let old = [written(HOSTILE, &format!("{head}We will keep the port open. We support {HOSTILE} talks."))];
    let new = written(HOSTILE, &format!("{head}We may keep the port open. We oppose {HOSTILE} talks."));
    let report = compare(&old, &new);
    let page = html::compare(&report, true);
    check_page(&page);
    assert!(page.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"), "{page}");
    assert!(!page.contains("href=\"javascript:") && !page.contains(['\u{202e}', '\u{7}']));
    let note = markdown::compare(&report, true);
    assert!(note.contains("&lt;img src=x") && !note.contains("<img") && !note.contains("<!--"), "{note}");
    check_note(&note);
    let [old] = old;
    let series = [old, new];
    let query = written("--phrase", &format!("support {HOSTILE} talks"));
    for timeline in [Timeline::of(&series), Timeline::following(&series, &[query])] {
        let page = track_html::track(&timeline, true);
        check_page(&page);
        assert!(page.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt;"), "{page}");
        assert!(!page.contains("href=\"javascript:") && !page.contains(['\u{202e}', '\u{7}']));
    }
}

/// Fails unless every row of a note's table has as many cells as its head, and nothing else is markup.
fn check_note(note: &str) {
    let bars = |line: &str| line.replace("\\\\", "").replace("\\|", "").matches('|').count();
    let rows: Vec<&str> = note.lines().filter(|line| line.starts_with('|')).collect();
    assert!(rows.iter().all(|row| bars(row) == 5), "{note}");
    let elements = found("<([^>]*)>", note);
    assert!(elements.iter().all(|one| ["del", "/del", "ins", "/ins", "br"].contains(one)), "{note}");
}

#[test]
fn a_note_holds_every_change() {
    each_report(|report| {
        let note = markdown::compare(report, true);
        check_note(&note);
        let rows = note.lines().filter(|line| line.starts_with('|')).count();
        assert_eq!(rows.saturating_sub(2), report.changes.len(), "{note}");
        for change in &report.changes {
            assert!(note.contains(&change.id), "{}", change.id);
        }
    });
}

#[test]
fn tables_say_what_the_report_says() {
    each_report(|report| {
        let wire = serde_json::to_value(json::compare_report(report)).unwrap();
        let rows = rows(&table::compare_csv(report));
        let changes = wire["changes"].as_array().unwrap();
        assert_eq!(rows.len(), changes.len());
        for (row, change) in rows.iter().zip(changes) {
            let cell = |name: &str| row.iter().find(|(column, _)| column == name).unwrap().1.as_str();
            assert_eq!([cell("id"), cell("kind")], ["id", "kind"].map(|key| change[key].as_str().unwrap()));
            for side in ["old", "new"] {
                let text = change[side]["text"].as_str().unwrap_or_default();
                assert_eq!(cell(&format!("{side}_text")).trim_start_matches('\''), text.trim_start_matches('\''));
                let start = change[side]["span"]["start"].as_u64().map(|at| at.to_string()).unwrap_or_default();
                assert_eq!(cell(&format!("{side}_start")), start);
                assert!(!cell(&format!("{side}_path")).is_empty());
            }
        }
    });
}

/// Reads CSV as a program would, each row with the names of its columns.
fn rows(text: &str) -> Vec<Vec<(String, String)>> {
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    let each: BTreeSet<&String> = names.iter().collect();
    assert_eq!(each.len(), names.len(), "a column stands twice");
    let cells = |row: csv::Result<csv::StringRecord>| {
        names.iter().cloned().zip(row.unwrap().iter().map(str::to_owned)).collect()
    };
    reader.records().map(cells).collect()
}

#[test]
fn lines_are_the_changes_of_the_report() {
    each_report(|report| {
        let wire = serde_json::to_value(json::compare_report(report)).unwrap();
        let lines = json::compare_lines(report);
        assert_eq!(lines.len(), report.changes.len());
        for (line, change) in lines.iter().zip(wire["changes"].as_array().unwrap()) {
            let line = serde_json::to_value(line).unwrap();
            for (key, value) in change.as_object().unwrap() {
                assert_eq!(&line[key], value);
            }
        }
    });
}

#[test]
fn a_package_describes_its_tables() {
    each_report(|report| {
        let files = bundle::compare(report);
        assert_eq!(files.iter().map(|(name, _)| *name).collect::<Vec<_>>(), bundle::FILES);
        let package: Value = serde_json::from_str(&files[0].1).unwrap();
        let resources = package["resources"].as_array().unwrap();
        let table = |name: &str| {
            let text = &files.iter().find(|(file, _)| *file == format!("{name}.csv")).unwrap().1;
            let resource = resources.iter().find(|resource| resource["name"] == name).unwrap();
            (rows(text), resource["schema"].clone(), text)
        };
        for name in ["changes", "phrases", "statements"] {
            let (rows, schema, text) = table(name);
            let fields = schema["fields"].as_array().unwrap();
            let header: Vec<&str> = text.lines().next().unwrap().split(',').collect();
            assert_eq!(header, fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>());
            let key = schema["primaryKey"].as_array().unwrap();
            let is_key = |name: &str| key.iter().any(|one| one == name);
            let keys: BTreeSet<Vec<&String>> = rows
                .iter()
                .map(|row| row.iter().filter(|(name, _)| is_key(name)).map(|(_, cell)| cell).collect())
                .collect();
            assert_eq!(keys.len(), rows.len(), "a key of {name} stands twice");
            for row in &rows {
                for ((column, cell), field) in row.iter().zip(fields) {
                    let holds = match field["type"].as_str().unwrap() {
                        "integer" => cell.parse::<u64>().is_ok(),
                        "number" => cell.parse::<f64>().is_ok(),
                        "boolean" => ["true", "false"].contains(&cell.as_str()),
                        "date" => cell.parse::<jiff::civil::Date>().is_ok(),
                        _ => true,
                    };
                    assert!(holds || cell.is_empty() && field.get("constraints").is_none(), "{name} {column}: {cell}");
                }
            }
        }
        let phrases: usize = report.old.iter().chain([report.new]).map(|reading| reading.phrases.len()).sum();
        assert_eq!(table("phrases").0.len(), phrases);
        assert_eq!(table("statements").0.len(), report.old.len() + 1);
    });
}

#[test]
fn the_manual_lists_every_column() {
    let manual = include_str!("../docs/tables.md");
    let listed: Vec<String> = manual.lines().filter(|line| line.starts_with("| `")).map(str::to_owned).collect();
    each_report(|report| {
        let package: Value = serde_json::from_str(&bundle::compare(report)[0].1).unwrap();
        let fields = package["resources"].as_array().unwrap().iter().flat_map(|resource| {
            resource["schema"]["fields"].as_array().unwrap().iter().map(|field| {
                let [name, holds, about] = ["name", "type", "description"].map(|key| field[key].as_str().unwrap());
                format!("| `{name}` | {holds} | {about} |")
            })
        });
        let columns: Vec<String> = fields.collect();
        assert_eq!(listed, columns);
    });
}

/// A Python that has pandas, if there is one.
fn python() -> Option<PathBuf> {
    let asked = std::env::var_os("STANCEDIFF_PYTHON");
    let python = PathBuf::from(asked.clone().unwrap_or_else(|| "python3".into()));
    let has_pandas =
        Command::new(&python).args(["-c", "import pandas"]).output().is_ok_and(|output| output.status.success());
    assert!(has_pandas || asked.is_none(), "`{}` has no pandas", python.display());
    has_pandas.then_some(python)
}

#[test]
fn pandas_reads_the_tables_by_their_names_alone() {
    let Some(python) = python() else { return };
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("pandas");
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    let program = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_stancediff")).current_dir(support::project()).args(args).output();
        let output = output.unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };
    let path = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let strange = path("strange.txt");
    let text = "---\ndate: 2021-03-18\nspeaker: \"=HYPERLINK(1)\"\n---\nWe will \"keep\", he said,\nthe port open; it is open. 我们支持谈判。";
    fs::write(&strange, text).unwrap();
    let (old, new) = ("samples/free-ports/2022-03-17.txt", "samples/free-ports/2022-06-16.txt");
    let series = ["samples/xi-to-kim/2021-01-11-cable.txt", old, new, &strange];
    program(&["compare", old, new, "--format", "csv", "-o", &path("changes.csv")]);
    program(&["compare", old, new, "--format", "json", "-o", &path("report.json")]);
    program(&["extract", old, &strange, "--format", "csv", "-o", &path("phrases.csv")]);
    program(&["extract", old, &strange, "--format", "json", "-o", &path("extract.json")]);
    program(&[&["compare"], &series[..], &["--bundle", &path("package")]].concat());
    let script = support::project().join("tests/read_tables.py");
    let output = Command::new(python).arg(script).arg(&folder).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strange_text_makes_sound_pages_notes_and_tables(
        old in r#"(We |will |not |support |=|"|'|<|>|&|\||`|</p>|]]>|平和|。|\PC|\PC|[\u{0}-\u{20}]|[\u{200b}-\u{206f}]|. ){1,60}"#,
        new in r#"(We |will |may |support |@|,|"|<script>|-->|&#x3c;|\\|\*|和平|，|\PC|\PC|[\u{300}-\u{320}]|\n\n|. ){1,60}"#,
    ) {
        let statement = |name: &str, text: &str| read_bytes(name, text.as_bytes().to_vec(), ReadOptions::default());
        if let (Ok(old), Ok(new)) = (statement("old.txt", &old), statement("new.txt", &new)) {
            let (old, new) = ([analyse(old)], analyse(new));
            let report = compare(&old, &new);
            check_page(&html::compare(&report, false));
            check_note(&markdown::compare(&report, true));
            prop_assert_eq!(rows(&table::compare_csv(&report)).len(), report.changes.len());
            let phrases = old[0].phrases.len();
            prop_assert_eq!(rows(&table::extract_csv(&old)).len(), phrases);
        }
    }
}
