//! What does not change the verdict: which of two statements is called the old one, where a paragraph stands, and that a
//! statement says what it says. Over every pair of the samples and, where the folder of corpora is there, of real series.
//!
//! The corpora are looked for in `../shared/corpora`, or where `STANCEDIFF_CORPORA` says.

mod support;

use stancediff::change::{ChangeKind, Edit, Grade};
use stancediff::report::{Place, Report, SentenceOp, compare};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};
use stancediff::text::Span;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::slice::from_ref;

/// How a report is written down to be held against another.
#[derive(Clone, Copy)]
struct Writing {
    /// Whether old is written as new and new as old.
    is_turned: bool,
    /// Whether words are written with their place and whether they moved.
    has_places: bool,
}

/// Writes down every change and every row of sentences, in an order of its own.
fn lines(report: &Report, writing: Writing) -> Vec<String> {
    let last = report.old.len() - 1;
    let readings = [&report.old[last], report.new];
    let quote = |side: usize, span: Span| {
        let words = readings[side].statement.quote(span).split_whitespace().collect::<Vec<_>>().join(" ");
        if writing.has_places { format!("{words} @{}", span.start) } else { words }
    };
    let phrase = |side: usize, place: Option<Place>| {
        place.map_or("nothing".into(), |place| quote(side, readings[side].phrases[place.phrase].span))
    };
    let grade = |side: usize, grade: &Option<Grade>| {
        grade
            .as_ref()
            .map_or("nothing".into(), |grade| format!("{} {} {}", grade.entry, grade.step, quote(side, grade.span)))
    };
    let turn = |old: String, new: String| if writing.is_turned { [new, old] } else { [old, new] };
    let kind = |kind: ChangeKind| match kind {
        _ if !writing.is_turned => kind,
        ChangeKind::Appeared => ChangeKind::Disappeared,
        ChangeKind::Disappeared => ChangeKind::Appeared,
        ChangeKind::Strengthened => ChangeKind::Weakened,
        ChangeKind::Weakened => ChangeKind::Strengthened,
        kind => kind,
    };
    let changes = report.changes.iter().map(|change| {
        let [old, new] = turn(phrase(0, change.old), phrase(1, change.new));
        let reasons = change.reasons.iter().map(|reason| {
            let [old, new] = turn(grade(0, &reason.old), grade(1, &reason.new));
            let sign = if writing.is_turned { -reason.sign } else { reason.sign };
            format!("{} {sign} {old} -> {new}", reason.rule)
        });
        let mut reasons: Vec<String> = reasons.collect();
        reasons.sort();
        format!(
            "{} {} {:?} {:.6} {:?}: {old} => {new}: {reasons:?}",
            kind(change.kind).name(),
            change.is_moved && writing.has_places,
            change.facets,
            change.similarity,
            change.doubt
        )
    });
    let sentences = report.sentences.iter().map(|row| {
        let side = |side: usize, numbers: &[usize]| {
            let spans = numbers.iter().map(|&at| readings[side].segments.sentences[at].span);
            spans.map(|span| quote(side, span)).collect::<Vec<_>>().join(" + ")
        };
        let [old, new] = turn(side(0, &row.old), side(1, &row.new));
        let mut edits = row.edits.iter().map(|edit| match *edit {
            Edit::Equal { old, .. } => format!("={}", readings[0].statement.quote(old).to_lowercase()),
            Edit::Delete { old } if writing.is_turned => format!("+{}", readings[0].statement.quote(old)),
            Edit::Delete { old } => format!("-{}", readings[0].statement.quote(old)),
            Edit::Insert { new } if writing.is_turned => format!("-{}", readings[1].statement.quote(new)),
            Edit::Insert { new } => format!("+{}", readings[1].statement.quote(new)),
        });
        let edits = if writing.has_places { edits.by_ref().collect() } else { Vec::new() };
        format!("sentences {}: {old} => {new} ({} edits)", row.is_moved && writing.has_places, edits.len())
    });
    let mut lines: Vec<String> = changes.chain(sentences).collect();
    lines.sort();
    lines
}

/// Returns what stands in one of two sorted lists and not in the other.
fn difference(here: &[String], there: &[String]) -> Vec<String> {
    let mut counts: BTreeMap<&str, i32> = BTreeMap::new();
    here.iter().for_each(|line| *counts.entry(line).or_default() += 1);
    there.iter().for_each(|line| *counts.entry(line).or_default() -= 1);
    let sign = |count: i32| if count > 0 { "only before" } else { "only after" };
    counts
        .into_iter()
        .filter(|(_, count)| *count != 0)
        .map(|(line, count)| format!("{}: {line}", sign(count)))
        .collect()
}

/// Turned round, what appeared has disappeared, what was strengthened is weakened, and nothing else differs.
fn faults_turned(old: &Reading, new: &Reading, _: &[PathBuf; 2]) -> Vec<String> {
    let report = compare(from_ref(old), new);
    let turned = compare(from_ref(new), old);
    difference(
        &lines(&report, Writing { is_turned: false, has_places: true }),
        &lines(&turned, Writing { is_turned: true, has_places: true }),
    )
}

/// With itself, all is kept and nothing moved.
fn faults_with_itself(old: &Reading, _: &Reading, _: &[PathBuf; 2]) -> Vec<String> {
    let report = compare(from_ref(old), old);
    let changes = report.changes.iter().filter(|change| change.kind != ChangeKind::Kept || change.is_moved);
    let changes = changes.map(|change| format!("{} {} {:?}", change.kind.name(), change.is_moved, change.old));
    let rows = report.sentences.iter().filter(|row| row.op != SentenceOp::Kept || row.is_moved);
    changes.chain(rows.map(|row| format!("sentences {:?} {:?}", row.op, row.old))).collect()
}

/// The orders into which paragraphs are brought.
const SEEDS: [u64; 3] = [1, 2, 3];

/// With its paragraphs in any order, a statement is judged as before but for what moved.
fn faults_shuffled(old: &Reading, new: &Reading, _: &[PathBuf; 2]) -> Vec<String> {
    let paragraphs: Vec<&str> = new
        .statement
        .folded
        .paragraphs
        .iter()
        .filter_map(|paragraph| Some(paragraph.words.first()?.span.to(paragraph.words.last()?.span)))
        .map(|span| new.statement.quote(span))
        .collect();
    let written = |order: &[usize]| {
        let body: Vec<&str> = order.iter().map(|&at| paragraphs[at]).collect();
        let language = &new.statement.meta.language.0;
        let text = format!("---\nlanguage: {language}\n---\n\n{}\n", body.join("\n\n"));
        analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).unwrap())
    };
    let mut order: Vec<usize> = (0..paragraphs.len()).collect();
    let writing = Writing { is_turned: false, has_places: false };
    let plain = written(&order);
    let before = lines(&compare(from_ref(old), &plain), writing);
    let mut faults = Vec::new();
    for seed in SEEDS {
        shuffle(&mut order, seed);
        let shuffled = written(&order);
        faults.extend(difference(&before, &lines(&compare(from_ref(old), &shuffled), writing)));
    }
    faults
}

/// Brings items into an order that depends on the seed alone (Fisher and Yates, numbers from a xorshift).
fn shuffle(items: &mut [usize], seed: u64) {
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    for at in (1..items.len()).rev() {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        items.swap(at, (state % (at as u64 + 1)) as usize);
    }
}

fn assert_holds(look: fn(&Reading, &Reading, &[PathBuf; 2]) -> Vec<String>) {
    let mut pairs: Vec<_> = support::sample_series().iter().flat_map(|series| support::pairs(series)).collect();
    assert!(!pairs.is_empty());
    pairs.extend(support::english_pairs());
    let faults = support::faults_of(&pairs, look);
    assert!(faults.is_empty(), "{} of {} pairs:\n{}", faults.len(), pairs.len(), faults.join("\n"));
}

#[test]
fn turning_round_turns_the_verdicts() {
    assert_holds(faults_turned);
}

#[test]
fn a_statement_keeps_what_it_says_itself() {
    assert_holds(faults_with_itself);
}

#[test]
fn where_a_paragraph_stands_is_no_verdict() {
    assert_holds(faults_shuffled);
}
