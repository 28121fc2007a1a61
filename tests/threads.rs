//! How well the threads of a series are those that a reader sees, with floors that only rise.
//!
//! `tests/threads/` holds the labels and says by which rules they were made and what the figures mean.

mod support;

use serde_json::Value;
use stancediff::report::Timeline;
use stancediff::stance::Reading;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The series, the least purity and the least completeness. Floors only rise; they stand a little below what was last
/// measured (free-ports 1.000 and 0.982, halmere-to-ostrey 1.000 and 1.000).
const FLOORS: [(&str, f64, f64); 2] = [("free-ports", 0.99, 0.97), ("halmere-to-ostrey", 0.97, 0.97)];

/// The least share of labelled words that a phrase must hold to be where they stand.
const LEAST: f64 = 0.49;

/// For each labelled place its thread and the program's threads that hold it.
type Places = Vec<(String, BTreeSet<usize>)>;

fn places(timeline: &Timeline, labels: &[Value], least: f64) -> Places {
    let mut places = Places::new();
    for label in labels {
        for said in label["said"].as_array().unwrap() {
            let (file, words) = (said["in"].as_str().unwrap(), said["words"].as_str().unwrap());
            let is_file = |reading: &Reading| Path::new(&reading.statement.path).file_stem().unwrap() == file;
            let statement = timeline.readings.iter().position(is_file).unwrap_or_else(|| panic!("no `{file}`"));
            let text = &timeline.readings[statement].statement.text;
            let found: Vec<usize> = text.match_indices(words).map(|(at, _)| at).collect();
            let [start] = found[..] else { panic!("`{words}` stands {} times in `{file}`", found.len()) };
            let end = start + words.len();
            let holds = |number: &usize| {
                timeline.threads[*number].appearances.iter().any(|appearance| {
                    let shared = appearance.span.end.min(end).saturating_sub(appearance.span.start.max(start));
                    appearance.statement == statement && shared as f64 > least * words.len() as f64
                })
            };
            let threads = (0..timeline.threads.len()).filter(holds).collect();
            places.push((label["thread"].as_str().unwrap().to_owned(), threads));
        }
    }
    places
}

/// Returns purity and completeness.
fn figures(places: &Places) -> (f64, f64) {
    // How many places of each label each thread holds.
    let mut held: BTreeMap<&str, BTreeMap<usize, usize>> = BTreeMap::new();
    let mut count: BTreeMap<&str, usize> = BTreeMap::new();
    for (label, threads) in places {
        *count.entry(label).or_default() += 1;
        let held = held.entry(label).or_default();
        threads.iter().for_each(|thread| *held.entry(*thread).or_default() += 1);
    }
    // A clause that says two things stands in two threads; it counts for the one that has most of its label.
    let mut by_thread: BTreeMap<usize, BTreeMap<&str, usize>> = BTreeMap::new();
    for (label, threads) in places {
        let best = threads.iter().max_by_key(|&&thread| (held[label.as_str()][&thread], std::cmp::Reverse(thread)));
        if let Some(&best) = best {
            *by_thread.entry(best).or_default().entry(label).or_default() += 1;
        }
    }
    let all: usize = by_thread.values().flat_map(BTreeMap::values).sum();
    let pure: usize = by_thread.values().filter_map(|labels| labels.values().max()).sum();
    let several: Vec<&str> = count.iter().filter(|(_, count)| **count > 1).map(|(label, _)| *label).collect();
    let whole: usize = several.iter().filter_map(|label| held[label].values().max()).sum();
    let wanted: usize = several.iter().map(|label| count[label]).sum();
    (pure as f64 / all as f64, whole as f64 / wanted as f64)
}

fn labels(series: &str) -> Vec<Value> {
    let path = support::project().join("tests/threads").join(format!("{series}.jsonl"));
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

fn readings(series: &str) -> Vec<Reading> {
    let folder = support::project().join("samples").join(series);
    support::statements(&folder).iter().map(|path| support::reading(path)).collect()
}

#[test]
fn threads_are_those_a_reader_sees() {
    let mut low = Vec::new();
    for (series, least_purity, least_completeness) in FLOORS {
        let readings = readings(series);
        assert!(readings.len() >= 8, "{series} is too short to tell");
        let (purity, completeness) = figures(&places(&Timeline::of(&readings), &labels(series), LEAST));
        if purity < least_purity || completeness < least_completeness {
            low.push(format!("{series}: purity {purity:.3}, completeness {completeness:.3}"));
        }
    }
    assert!(low.is_empty(), "below the floor: {}", low.join("; "));
}

/// The labels are complete: no phrase is left out but what the rules leave out.
#[test]
fn every_phrase_has_a_label() {
    for (series, ..) in FLOORS {
        let readings = readings(series);
        let timeline = Timeline::of(&readings);
        let labelled: BTreeSet<usize> =
            places(&timeline, &labels(series), 0.0).into_iter().flat_map(|(_, threads)| threads).collect();
        for (number, thread) in timeline.threads.iter().enumerate().filter(|(number, _)| !labelled.contains(number)) {
            let words = timeline.quote(&thread.appearances[0]);
            let is_opening = words.contains(" met in ")
                || words.contains("thanks the people")
                || words.contains("sends its greetings");
            assert!(is_opening, "{series}: thread {number}, “{words}”, has no label");
        }
    }
}

/// The measure can fail: all in one thread is impure, each phrase on its own is incomplete.
#[test]
fn a_wrong_grouping_scores_low() {
    let readings = readings("free-ports");
    let labels = labels("free-ports");
    let sound = places(&Timeline::of(&readings), &labels, LEAST);
    let one: Places = sound.iter().map(|(label, _)| (label.clone(), BTreeSet::from([0]))).collect();
    let many: Places = sound.iter().zip(0..).map(|((label, _), at)| (label.clone(), BTreeSet::from([at]))).collect();
    assert!(figures(&one).0 < 0.1 && figures(&one).1 == 1.0, "{:?}", figures(&one));
    assert!(figures(&many).0 == 1.0 && figures(&many).1 < 0.2, "{:?}", figures(&many));
}
