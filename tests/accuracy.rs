//! How much of a hand-made ledger the program finds, with floors that only rise.
//!
//! `changes.jsonl` beside the samples lists every stance-level change of every pair; `samples/SOURCES.md` says what its
//! fields mean. A reported change and a row match when their words overlap, each matching one other at most, the closest
//! first.

mod support;

use serde_json::Value;
use std::fs;
use std::ops::Range;
use std::path::Path;
use std::slice::from_ref;

/// The folder under `samples/`, the least f1 of changes found, the least f1 of changes found and rightly named. Floors
/// only rise; they stand a little below what was last measured.
const FLOORS: [(&str, f64, f64); 3] =
    [("free-ports", 0.885, 0.78), ("languages/zh", 0.99, 0.66), ("languages/ko", 0.99, 0.66)];

/// The least overlap of a match: shared characters of both sides by all characters of both.
const LEAST: f64 = 0.3;

/// A change, reported or labelled.
struct Item {
    /// The kind it has or, labelled, may have.
    kinds: Vec<String>,
    /// Its words on each side, in code points.
    sides: [Option<Range<usize>>; 2],
}

/// What was counted over pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
struct Tally {
    found: usize,
    labelled: usize,
    matched: usize,
    named: usize,
}

impl Tally {
    fn add(&mut self, found: &[Item], labelled: &[Item]) {
        let matches = matches(found, labelled);
        self.found += found.len();
        self.labelled += labelled.len();
        self.matched += matches.len();
        self.named += matches.iter().filter(|(a, b)| labelled[*b].kinds.contains(&found[*a].kinds[0])).count();
    }

    fn f1(&self) -> f64 {
        2.0 * self.matched as f64 / (self.found + self.labelled) as f64
    }

    fn kind_f1(&self) -> f64 {
        2.0 * self.named as f64 / (self.found + self.labelled) as f64
    }
}

fn overlap(a: &Item, b: &Item) -> f64 {
    let (mut shared, mut all) = (0, 0);
    for (a, b) in a.sides.iter().zip(&b.sides) {
        let length = |side: &Option<Range<usize>>| side.as_ref().map_or(0, |side| side.len());
        let common = match (a, b) {
            (Some(a), Some(b)) => a.end.min(b.end).saturating_sub(a.start.max(b.start)),
            _ => 0,
        };
        shared += common;
        all += length(a) + length(b) - common;
    }
    if all == 0 { 0.0 } else { shared as f64 / all as f64 }
}

/// Returns which of `found` answers which of `labelled`, one to one, the closest first.
fn matches(found: &[Item], labelled: &[Item]) -> Vec<(usize, usize)> {
    let close = |a: usize, b: usize| (overlap(&found[a], &labelled[b]), a, b);
    let mut pairs: Vec<_> = (0..found.len()).flat_map(|a| (0..labelled.len()).map(move |b| close(a, b))).collect();
    pairs.retain(|(overlap, ..)| *overlap >= LEAST);
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut taken = (vec![false; found.len()], vec![false; labelled.len()]);
    let mut matches = Vec::new();
    for (_, a, b) in pairs {
        if !taken.0[a] && !taken.1[b] {
            (taken.0[a], taken.1[b]) = (true, true);
            matches.push((a, b));
        }
    }
    matches
}

/// Returns where a row's words stand in a text, in code points.
fn place(text: &str, words: &Value) -> Option<Range<usize>> {
    let words = words.as_str()?;
    let found: Vec<usize> = text.match_indices(words).map(|(at, _)| at).collect();
    let [at] = found[..] else { panic!("`{words}` stands {} times in its statement", found.len()) };
    let start = text[..at].chars().count();
    Some(start..start + words.chars().count())
}

fn reported(change: &Value) -> Item {
    let number = |value: &Value| usize::try_from(value.as_u64().unwrap()).unwrap();
    let side = |key: &str| change[key].get("span").map(|span| number(&span["start"])..number(&span["end"]));
    Item { kinds: vec![change["kind"].as_str().unwrap().to_owned()], sides: [side("old"), side("new")] }
}

fn labelled(row: &Value, old: &str, new: &str) -> Item {
    let also = row["also"].as_array().unwrap();
    let kinds = [&row["kind"]].into_iter().chain(also).map(|kind| kind.as_str().unwrap().to_owned()).collect();
    Item { kinds, sides: [place(old, &row["phrase_from"]), place(new, &row["phrase_to"])] }
}

/// Counts over all pairs of a ledger; kept rows stand apart and are not counted.
fn tally(series: &Path) -> Tally {
    let ledger = fs::read_to_string(series.join("changes.jsonl")).unwrap();
    let rows: Vec<Value> = ledger.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let statements = support::statements(series);
    let mut tally = Tally::default();
    let mut seen = 0;
    for pair in statements.windows(2) {
        let [from, to] = [&pair[0], &pair[1]].map(|path| path.file_stem().unwrap().to_str().unwrap());
        let [old, new] = [&pair[0], &pair[1]].map(|path| support::reading(path));
        let rows: Vec<&Value> = rows.iter().filter(|row| row["from"] == from && row["to"] == to).collect();
        seen += rows.len();
        let labelled: Vec<Item> =
            rows.iter().map(|row| labelled(row, &old.statement.text, &new.statement.text)).collect();
        let report = support::report(from_ref(&old), &new);
        let reported: Vec<Item> = report["changes"].as_array().unwrap().iter().map(reported).collect();
        let changed = |items: Vec<Item>| items.into_iter().filter(|item| item.kinds[0] != "kept").collect::<Vec<_>>();
        tally.add(&changed(reported), &changed(labelled));
    }
    assert_eq!(seen, rows.len(), "{}: rows are of no pair", series.display());
    tally
}

#[test]
fn ledgers_are_met() {
    let mut wrong = Vec::new();
    for (series, f1, kind_f1) in FLOORS {
        let tally = tally(&support::project().join("samples").join(series));
        if tally.f1() < f1 || tally.kind_f1() < kind_f1 {
            let (now, kind_now) = (tally.f1(), tally.kind_f1());
            wrong.push(format!("{series}: f1 {now:.3}, floor {f1}; kind_f1 {kind_now:.3}, floor {kind_f1}; {tally:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_matches_one_at_most_the_closest_first() {
    let item = |kinds: &[&str], old: Option<Range<usize>>, new: Option<Range<usize>>| Item {
        kinds: kinds.iter().map(|kind| (*kind).to_owned()).collect(),
        sides: [old, new],
    };
    let found = [
        item(&["weakened"], Some(0..10), Some(0..10)),
        item(&["reworded"], Some(0..10), Some(0..9)),
        item(&["appeared"], None, Some(50..60)),
        item(&["disappeared"], Some(50..60), None),
    ];
    let labelled = [
        item(&["reworded", "weakened"], Some(0..10), Some(0..10)),
        item(&["reversed"], None, Some(48..58)),
        item(&["disappeared"], Some(58..68), None),
    ];
    assert_eq!(matches(&found, &labelled), [(0, 0), (2, 1)]);
    let mut tally = Tally::default();
    tally.add(&found, &labelled);
    assert_eq!(tally, Tally { found: 4, labelled: 3, matched: 2, named: 1 });
    assert_eq!((tally.f1(), tally.kind_f1()), (4.0 / 7.0, 2.0 / 7.0));
}
