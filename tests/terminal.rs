//! What people see on a terminal: snapshots to read, and what holds at every width.

use proptest::prelude::*;
use stancediff::render::terminal::{Options, Paint, View, compare_in, extract};
use stancediff::report::{Report, compare};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, Statement, read, read_bytes};
use unicode_width::UnicodeWidthStr;

const VIEWS: [View; 3] = [View::SideBySide, View::Inline, View::Ledger];

const FREE_PORTS: [&str; 8] = [
    "free-ports/2021-03-18",
    "free-ports/2021-06-17",
    "free-ports/2021-09-16",
    "free-ports/2021-12-16",
    "free-ports/2022-03-17",
    "free-ports/2022-06-16",
    "free-ports/2022-09-15",
    "free-ports/2022-12-15",
];

const XI_TO_KIM: [&str; 3] =
    ["xi-to-kim/2021-01-11-cable", "xi-to-kim/2021-03-22-verbal-message", "xi-to-kim/2021-07-11-letter"];

const CHINESE: [&str; 2] = ["languages/zh/2021-03-10", "languages/zh/2021-06-09"];

const KOREAN: [&str; 2] = ["languages/ko/2021-03-10", "languages/ko/2021-06-09"];

fn sample(name: &str) -> Reading {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/");
    let mut statement = read(format!("{root}{name}.txt").as_ref(), ReadOptions::default()).unwrap();
    statement.path = statement.path.replace(root, "samples/");
    analyse(statement)
}

fn samples(names: &[&str]) -> Vec<Reading> {
    names.iter().map(|name| sample(name)).collect()
}

fn written(name: &str, text: &str) -> Reading {
    analyse(read_bytes(name, text.as_bytes().to_vec(), ReadOptions::default()).unwrap())
}

/// A report of the last reading against those before it, as it is shown.
fn shown(readings: Vec<Reading>, options: Options, paint: Paint) -> String {
    with_report(readings, |report| compare_in(report, &options, paint))
}

fn with_report<T>(mut readings: Vec<Reading>, then: impl FnOnce(&mut Report) -> T) -> T {
    let new = readings.pop().unwrap();
    then(&mut compare(&readings, &new))
}

fn options(width: usize, view: Option<View>) -> Options {
    Options { width, has_color: false, view, shows_all: false }
}

fn all(width: usize, view: Option<View>) -> Options {
    Options { shows_all: true, ..options(width, view) }
}

/// The text without the codes of colours.
fn uncolored(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("\u{1b}[") {
        plain += before;
        rest = after.split_once('m').expect("every code ends").1;
    }
    plain + rest
}

/// What holds of all that is printed.
fn check(text: &str, width: usize) {
    assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{text:?}");
    for line in uncolored(text).lines() {
        assert!(line.width() <= width, "{} columns of {width}: {line:?}", line.width());
        assert!(!line.ends_with(' '), "{line:?}");
        assert!(!line.contains(|c: char| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{line:?}");
    }
}

/// Checks that two columns stand where they should in every line that has two.
fn check_columns(text: &str, width: usize) {
    for line in text.lines() {
        if let Some((old, _)) = line.split_once('│') {
            assert_eq!(old.width(), (width - 3) / 2 + 1, "{line:?}");
        }
    }
}

#[test]
fn founding_case() {
    insta::assert_snapshot!("xi-to-kim-100", shown(samples(&XI_TO_KIM), options(100, None), Paint::Plain));
    insta::assert_snapshot!("xi-to-kim-80", shown(samples(&XI_TO_KIM), options(80, None), Paint::Plain));
}

#[test]
fn free_ports() {
    let pair = |at: usize| samples(&FREE_PORTS[at..at + 2]);
    insta::assert_snapshot!("free-ports-120", shown(pair(3), options(120, None), Paint::Plain));
    insta::assert_snapshot!("free-ports-80", shown(pair(3), options(80, None), Paint::Plain));
    insta::assert_snapshot!("free-ports-debug", shown(pair(0), options(120, None), Paint::Debug));
    insta::assert_snapshot!("free-ports-all", shown(pair(0), all(80, Some(View::Ledger)), Paint::Plain));
}

#[test]
fn chinese_and_korean() {
    insta::assert_snapshot!("zh-100", shown(samples(&CHINESE), options(100, None), Paint::Plain));
    insta::assert_snapshot!("ko-100", shown(samples(&KOREAN), all(100, None), Paint::Plain));
    insta::assert_snapshot!("zh-40", shown(samples(&CHINESE), options(40, None), Paint::Plain));
}

#[test]
fn phrases() {
    insta::assert_snapshot!("extract-xi-to-kim", extract(&samples(&XI_TO_KIM), &options(80, None)));
    let text = extract(&samples(&[FREE_PORTS[0], CHINESE[0], KOREAN[0]]), &options(60, None));
    check(&text, 60);
    assert!(text.contains("*stands ready to*"), "{text}");
    assert!(text.contains("figures: 17 and 18 March 2021"), "{text}");
}

#[test]
fn moved_kept_elsewhere_and_split() {
    let old = "The Council will defend the ports. The Council condemns the seizure of the ferry, and it calls on Vell \
               to release the crew.\n\nIt supports the talks in Dunmere. Trade in grain may grow next year.";
    let new = "Trade in grain will grow next year. The Council condemns the seizure of the ferry. It calls on Vell to \
               release the crew.\n\nThe Council will defend the ports. It supports the talks in Dunmere.";
    let readings = || vec![written("old.txt", old), written("new.txt", new)];
    insta::assert_snapshot!("moved-92", shown(readings(), options(92, None), Paint::Plain));
    insta::assert_snapshot!("moved-60", shown(readings(), options(60, None), Paint::Plain));
}

#[test]
fn lines_keep_to_the_width() {
    let mut groups: Vec<Vec<&str>> = FREE_PORTS.windows(2).map(<[&str]>::to_vec).collect();
    groups.extend([XI_TO_KIM.to_vec(), CHINESE.to_vec(), KOREAN.to_vec(), vec![CHINESE[0], KOREAN[1]]]);
    groups.push(vec![FREE_PORTS[0], CHINESE[1]]);
    for names in groups {
        with_report(samples(&names), |report| {
            for width in (20..60).chain((60..=200).step_by(5)) {
                for view in VIEWS {
                    for paint in [Paint::Plain, Paint::Color] {
                        let text = compare_in(report, &all(width, Some(view)), paint);
                        check(&text, width);
                        if view == View::SideBySide {
                            check_columns(&uncolored(&text), width);
                        }
                    }
                }
            }
        });
    }
}

#[test]
fn every_word_is_there() {
    let is_word = |c: char| c.is_alphanumeric() || "-'.,".contains(c);
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !is_word(c))
            .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
            .filter(|word| !word.is_empty())
            .collect()
    };
    // Whether all words stand in a text in their order, others between them or not.
    let holds = |text: &str, wanted: &str| {
        let text = words(text);
        let mut found = text.iter();
        words(wanted).iter().all(|word| found.any(|other| other == word))
    };
    for names in FREE_PORTS.windows(2) {
        let readings = samples(names);
        let told: Vec<String> = readings
            .iter()
            .map(|reading| {
                let sentences = reading.segments.sentences.iter();
                sentences.map(|sentence| reading.statement.quote(sentence.span)).collect::<Vec<_>>().join(" ")
            })
            .collect();
        for width in [92, 120, 200] {
            let text = shown(samples(names), all(width, Some(View::SideBySide)), Paint::Plain);
            let body = text.split('┼').nth(1).unwrap().split('┴').next().unwrap();
            let columns: Vec<(&str, &str)> = body.lines().filter_map(|line| line.split_once('│')).collect();
            let new: Vec<&str> = columns.iter().map(|(_, new)| *new).collect();
            assert!(holds(&new.join(" "), &told[1]), "new at {width}:\n{text}");
            // The old sentences stand in the order of the new ones.
            let old: String = columns.iter().map(|(old, _)| format!("{old} ")).collect();
            for sentence in &readings[0].segments.sentences {
                assert!(holds(&old, readings[0].statement.quote(sentence.span)), "old at {width}:\n{text}");
            }
        }
        let text = shown(samples(names), all(80, Some(View::Inline)), Paint::Plain);
        assert!(holds(&text, &told[1]), "{text}");
    }
}

#[test]
fn shows_what_a_terminal_would_obey() {
    let old = "---\ntitle: \u{1b}]0;owned\u{7}Title\n---\nThe Council supports \u{202e}peace\u{202c} in the region.";
    let new = "The Council \u{1b}[2Jsupports peace\u{9b} in the re\u{200b}gion, and it will help\u{2066} the islands.";
    for paint in [Paint::Plain, Paint::Color] {
        for view in VIEWS {
            let readings = vec![written("old\u{1b}[31m.txt", old), written("new\n\u{202e}.txt", new)];
            let text = shown(readings, all(100, Some(view)), paint);
            check(&text, 100);
            if paint == Paint::Plain {
                assert!(text.contains("\\u{1b}]0;owned\\u{7}Title"), "{text}");
                if view != View::Ledger {
                    assert!(text.contains("\\u{202e}peace") && text.contains("\\u{1b}[2J"), "{text}");
                }
            }
        }
    }
}

#[test]
fn breaks_a_word_that_fits_nowhere() {
    let long = "reunification-".repeat(28) + "policies";
    assert_eq!(long.len(), 400);
    let old = format!("The Council supports the {long} of the region.");
    let new = format!("The Council strongly supports the {long} of the islands.");
    for width in [20, 21, 80, 120, 200] {
        for view in VIEWS {
            let text =
                shown(vec![written("old.txt", &old), written("new.txt", &new)], all(width, Some(view)), Paint::Plain);
            check(&text, width);
            if view == View::Inline {
                let whole: String = text.split_whitespace().collect();
                assert!(whole.contains(&long), "{text}");
            }
        }
    }
}

#[test]
fn says_plainly_that_nothing_changed() {
    let text = shown(samples(&[FREE_PORTS[0], FREE_PORTS[0]]), options(80, None), Paint::Plain);
    assert!(text.contains("··· 26 sentences unchanged ···\n"), "{text}");
    assert!(text.contains("No change: all 30 stance phrases are kept.\n"), "{text}");
    check(&text, 80);
}

#[test]
fn says_plainly_that_nothing_was_found() {
    with_report(samples(&FREE_PORTS[..2]), |report| {
        report.changes.clear();
        let text = compare_in(report, &options(80, None), Paint::Plain);
        assert!(text.contains("Nothing here answers what was asked for.\n"), "{text}");
        assert!(text.contains("··· 28 sentences left out ···\n"), "{text}");
        check(&text, 80);
    });
    let text =
        shown(vec![written("old.txt", "Hello"), written("new.txt", "Dear all")], options(80, None), Paint::Plain);
    assert!(text.contains("No stance phrase was found in either statement.\n"), "{text}");
}

#[test]
fn a_colour_stays_on_its_side_and_line() {
    let text = shown(samples(&FREE_PORTS[3..5]), options(120, None), Paint::Color);
    for line in text.lines() {
        let (old, new) = line.split_once('│').unwrap_or((line, ""));
        for side in [old, new] {
            let last = side.rsplit_once("\u{1b}[").map_or("0m", |(_, last)| last);
            assert!(last.starts_with("0m"), "{line:?}");
        }
    }
}

#[test]
fn picks_the_view_by_the_width() {
    let text = |width| shown(samples(&FREE_PORTS[..2]), options(width, None), Paint::Plain);
    assert!(text(90).contains(" │ "));
    assert!(!text(89).contains(" │ "));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn strange_text_holds_too(
        old in r"(We |will |not |support |平和|。|（|평화 |\PC|\PC|[\u{0}-\u{20}]|[\u{200b}-\u{206f}]|e\u{301}|👩‍🔬|🇰🇷|ﷺ|. ){1,60}",
        new in r"(We |will |may |support |和平|，|）|평화를 |\PC|\PC|[\u{300}-\u{320}]|[\u{e0001}-\u{e0020}]|👍🏽|\n\n|. ){1,60}",
        width in 20_usize..140,
    ) {
        let statement = |name: &str, text: &str| read_bytes(name, text.as_bytes().to_vec(), ReadOptions::default());
        if let (Ok(old), Ok(new)) = (statement("old.txt", &old), statement("new.txt", &new)) {
            let readings = |statements: [&Statement; 2]| Vec::from(statements.map(|statement| analyse(statement.clone())));
            for view in VIEWS {
                let text = shown(readings([&old, &new]), all(width, Some(view)), Paint::Plain);
                check(&text, width);
                if view == View::SideBySide {
                    check_columns(&text, width);
                }
            }
            check(&extract(&readings([&old, &new]), &options(width, None)), width);
        }
    }
}
