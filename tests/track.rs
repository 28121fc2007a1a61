//! What the report of a series promises: nothing is lost, every span quotes its words, lines keep to the width, the page
//! shows what is in the report.

mod support;

use serde_json::Value;
use stancediff::render::table::track_csv;
use stancediff::render::terminal::{Options, Paint};
use stancediff::render::track::track_in;
use stancediff::render::track_json::track_report;
use stancediff::report::{Hold, State, Thread, Timeline};
use stancediff::stance::Reading;
use std::path::Path;
use unicode_width::UnicodeWidthStr;

fn readings(folder: &Path) -> Vec<Reading> {
    support::statements(folder).iter().map(|path| support::reading(path)).collect()
}

fn sample(series: &str) -> Vec<Reading> {
    let mut readings = readings(&support::project().join("samples").join(series));
    // Snapshots are the same wherever the project stands.
    for reading in &mut readings {
        let name = Path::new(&reading.statement.path).file_name().unwrap();
        reading.statement.path = format!("samples/{series}/{}", name.to_string_lossy());
    }
    readings
}

/// A series of short statements, one a month, each given as its text.
fn written(texts: &[&str]) -> Vec<Reading> {
    let read = |(month, text): (usize, &&str)| support::written(&format!("2021-{:02}-01.txt", month + 1), text);
    texts.iter().enumerate().map(read).collect()
}

fn query(words: &str) -> Reading {
    support::written("--phrase", words)
}

fn options(width: usize, shows_all: bool) -> Options {
    Options { width, has_color: false, view: None, shows_all }
}

/// The thread that holds some words, by the statements that have it.
fn thread<'t>(timeline: &'t Timeline, words: &str) -> &'t Thread {
    let holds = |thread: &&Thread| thread.appearances.iter().any(|said| timeline.quote(said).contains(words));
    let mut threads = timeline.threads.iter().filter(holds);
    let thread = threads.next().unwrap_or_else(|| panic!("no thread holds `{words}`"));
    assert!(threads.next().is_none(), "two threads hold `{words}`");
    thread
}

#[test]
fn every_phrase_is_in_one_thread() {
    for folder in support::sample_series() {
        let readings = readings(&folder);
        let timeline = Timeline::of(&readings);
        let mut times: Vec<Vec<usize>> = readings.iter().map(|reading| vec![0; reading.phrases.len()]).collect();
        for thread in &timeline.threads {
            assert!(thread.appearances.is_sorted_by_key(|said| said.statement), "{}", thread.id);
            for said in thread.appearances.iter().filter(|said| said.hold != Hold::Inside) {
                times[said.statement][said.phrase.unwrap()] += 1;
            }
            let owns = |statement: &usize| {
                thread.appearances.iter().filter(|said| said.statement == *statement && said.hold == Hold::Own).count()
            };
            assert!(thread.statements().iter().all(|statement| owns(statement) <= 1), "{}", thread.id);
        }
        for (reading, times) in readings.iter().zip(times) {
            assert!(times.iter().all(|&times| times == 1), "{}: {times:?}", reading.statement.path);
        }
    }
}

#[test]
fn spans_quote_their_words() {
    for folder in support::sample_series() {
        let readings = readings(&folder);
        let followed = [query("a political settlement of the question"), query("the region")];
        for timeline in [Timeline::of(&readings), Timeline::following(&readings, &followed)] {
            let report = serde_json::to_value(track_report(&timeline)).unwrap();
            let mut count = 0;
            for said in report["threads"]
                .as_array()
                .unwrap()
                .iter()
                .flat_map(|thread| thread["appearances"].as_array().unwrap())
            {
                let at = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
                let text: Vec<char> = readings[at(&said["statement"])].statement.text.chars().collect();
                let quoted: String = text[at(&said["span"]["start"])..at(&said["span"]["end"])].iter().collect();
                assert_eq!(said["text"], quoted.as_str());
                count += 1;
            }
            assert!(count > 0 || timeline.threads.iter().any(|thread| thread.query.is_some()), "{}", folder.display());
        }
    }
}

#[test]
fn a_formula_may_change_a_word_at_a_time() {
    let readings = written(&[
        "The Council will keep the harbour open to all merchant ships of the northern islands.",
        "The Council will keep the harbour open to all merchant vessels of the northern islands.",
        "The Council will keep the port open to all merchant vessels of the northern islands.",
        "The Council will keep the port open to all trading vessels of the northern islands.",
        "The Council may keep the port open to all trading vessels of the northern isles.",
    ]);
    let timeline = Timeline::of(&readings);
    assert_eq!(timeline.threads.len(), 1);
    assert_eq!(timeline.threads[0].statements(), [0, 1, 2, 3, 4]);
    assert_eq!(timeline.threads[0].kind_at(4).unwrap().name(), "weakened");
}

#[test]
fn two_formulas_that_share_words_stay_two() {
    let readings = written(&[
        "It calls on all parties to exercise restraint. It calls on all parties to return to the talks.",
        "It calls on all parties to return to the talks. It calls on all parties to exercise restraint.",
        "It calls on all parties to exercise restraint and to return to the talks.",
        "It calls on all parties to exercise restraint.",
        "It calls on all parties to return to the talks. It calls on all parties to exercise restraint.",
    ]);
    let timeline = Timeline::of(&readings);
    assert_eq!(timeline.threads.len(), 2, "{:?}", timeline.threads);
    let mut held: Vec<Vec<usize>> = timeline.threads.iter().map(Thread::statements).collect();
    held.sort();
    // In the third statement both live in one clause.
    assert_eq!(held, [vec![0, 1, 2, 3, 4], vec![0, 1, 2, 4]]);
}

#[test]
fn a_line_that_comes_back_is_the_same() {
    let other = "The weather in the strait was mild. Trade in grain has grown in every harbour.";
    let formula = "The Council supports a political settlement of the question of the strait.";
    let again = "The Council supports a political solution of the question of the strait.";
    let both = |line: &str| format!("{other} {line}");
    let texts = [both(formula), both(formula), other.to_owned(), other.to_owned(), both(again), other.to_owned()];
    let readings = written(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let timeline = Timeline::of(&readings);
    let line = thread(&timeline, "political solution");
    assert_eq!(line.statements(), [0, 1, 4]);
    assert_eq!(line.returns().iter().map(|back| (back.event, back.since)).collect::<Vec<_>>(), [(4, 1)]);
    assert_eq!(line.absent_since(6), Some(5));
    assert_eq!(timeline.state(line), State::Absent);
    let record = timeline.record(line, |_| true);
    assert_eq!((record.said, record.of, record.longest_gap), (3, 5, 2));
}

#[test]
fn two_readouts_of_one_day_stand_beside_each_other() {
    let readings = sample("halmere-to-ostrey");
    let timeline = Timeline::of(&readings);
    assert_eq!((readings.len(), timeline.events.len()), (12, 11));
    let day = timeline.events.iter().find(|event| event.statements.len() == 2).unwrap();
    let [gazette, herald] = [day.statements.start, day.statements.start + 1];
    // Neither is compared with the other.
    for said in timeline.threads.iter().flat_map(|thread| &thread.appearances) {
        let against = said.change.as_ref().and_then(|change| change.against);
        assert!(said.statement != herald || against != Some(gazette), "{}", timeline.quote(said));
    }
    let troops = thread(&timeline, "opposes the stationing of any foreign troops");
    assert!(troops.statements().contains(&gazette) && !troops.statements().contains(&herald));
    let text = track_in(&timeline, &options(100, true), Paint::Plain);
    assert!(text.contains("In one readout of the letter of 14 February 2022 and not in another (2)"), "{text}");
}

#[test]
fn a_phrase_is_followed_by_meaning() {
    let readings = sample("xi-to-kim");
    let queries =
        [query("political settlement of the Korean Peninsula issue"), query("peninsula issues"), query("sanctions")];
    let timeline = Timeline::following(&readings, &queries);
    let found: Vec<(Vec<usize>, bool)> = timeline
        .threads
        .iter()
        .map(|thread| (thread.statements(), thread.appearances.iter().any(|said| said.is_verbatim)))
        .collect();
    // The cable says it in other words; the letter does not say it.
    assert_eq!(found, [(vec![0], false), (vec![0], true), (vec![], false)]);
    let text = track_in(&timeline, &options(80, false), Paint::Plain);
    assert!(text.contains("□ 11 January 2021, cable · close, 0.86"), "{text}");
    assert!(text.contains("“sanctions”\n     in none of 3 statements"), "{text}");
}

#[test]
fn a_vote_that_quotes_a_phrase_is_told_apart() {
    let readings = written(&[
        "The Council will keep the levy low for an extended period.",
        "The Council will raise the levy. Voting against the decision was Joss Wend, who preferred to keep the levy low for \
         an extended period.",
    ]);
    let timeline = Timeline::following(&readings, &[query("for an extended period")]);
    let votes: Vec<bool> = timeline.threads[0].appearances.iter().map(|said| said.is_vote).collect();
    assert_eq!(votes, [false, true]);
}

#[test]
fn pages() {
    let timeline = |readings| Timeline::of(Vec::leak(readings));
    let shown =
        |series: &str, width, shows_all| track_in(&timeline(sample(series)), &options(width, shows_all), Paint::Plain);
    insta::assert_snapshot!("track-xi-to-kim-80", shown("xi-to-kim", 80, false));
    insta::assert_snapshot!("track-halmere-100", shown("halmere-to-ostrey", 100, false));
    insta::assert_snapshot!("track-free-ports-120", shown("free-ports", 120, true));
    let readings = sample("free-ports");
    let followed = Timeline::following(&readings, &[query("a political settlement"), query("freedom of passage")]);
    insta::assert_snapshot!("track-phrase-80", track_in(&followed, &options(80, false), Paint::Plain));
    insta::assert_snapshot!(
        "track-xi-to-kim-debug",
        track_in(&timeline(sample("xi-to-kim")), &options(100, false), Paint::Debug)
    );
}

#[test]
fn lines_keep_to_the_width() {
    for folder in support::sample_series() {
        let readings = readings(&folder);
        let followed = [query("a political settlement of the question of the strait")];
        for timeline in [Timeline::of(&readings), Timeline::following(&readings, &followed)] {
            for width in (20..60).chain((60..=200).step_by(10)) {
                let text = track_in(&timeline, &options(width, true), Paint::Plain);
                for line in text.lines() {
                    assert!(line.width() <= width, "{} at {width}: {line:?}", folder.display());
                    assert!(!line.ends_with(' '), "{} at {width}: {line:?}", folder.display());
                }
            }
        }
    }
}

/// Where there are more statements than columns several share one, and the newest keeps its own.
#[test]
fn many_statements_share_columns() {
    let mut texts = vec!["The Council will keep the harbour open to all ships."; 11];
    texts.push("The Council met in the old town hall.");
    let readings = written(&texts);
    let timeline = Timeline::of(&readings);
    let text = track_in(&timeline, &options(30, false), Paint::Plain);
    assert!(text.lines().any(|line| line.starts_with("===·  “")), "{text}");
    assert!(text.contains("one column: up to 4 occasions"), "{text}");
}

#[test]
fn rows_are_for_spreadsheets() {
    let readings = written(&["The Council said, \"we will defend the ports\", and it will. We will open the harbour."]);
    let timeline = Timeline::of(&readings);
    let text = track_csv(&timeline);
    let appearances: usize = timeline.threads.iter().map(|thread| thread.appearances.len()).sum();
    assert_eq!(text.lines().count(), 1 + appearances);
    assert!(text.starts_with("thread,query,label,state,statement,event,date,"), "{text}");
    assert!(text.ends_with("\r\n"), "{text}");
}

#[test]
fn nothing_panics_on_odd_series() {
    let none: Vec<Reading> = Vec::new();
    assert!(Timeline::of(&none).threads.is_empty());
    assert_eq!(track_in(&Timeline::of(&none), &options(80, false), Paint::Plain), "");
    let odd = written(&["Hello", "平和。", "!!! ???\n\nWe will.", "Hello", "a a a a a a. a a a a a a."]);
    for timeline in [Timeline::of(&odd), Timeline::following(&odd, &[query("a"), query("the"), query("平和")])] {
        assert!(!track_in(&timeline, &options(20, true), Paint::Color).is_empty());
        assert!(!track_csv(&timeline).is_empty());
    }
}
