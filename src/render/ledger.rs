//! The ledger: what changed, by kind.

use super::head::named;
use super::rows::{Cell, DOT, Label, Piece, Row, Text, atoms, capital, count_from_one, counted, force};
use super::words::{doubt, is_narrowed, is_outweighed, is_unsure, reason, sign, word};
use crate::change::{ChangeKind, Edit, Reason, edits};
use crate::report::{Doubt, Place, Report, ReportedChange};
use crate::text::Span;

/// What changed, by kind.
#[derive(Clone, Debug)]
pub(super) struct Ledger {
    /// What is said where there is nothing to list.
    pub(super) nothing: Option<String>,
    /// The changes of each kind there is.
    pub(super) groups: Vec<Group>,
    /// Whether a reader has asked for some of the changes only.
    pub(super) is_narrowed: bool,
    /// The counts.
    pub(super) summary: String,
}

/// The changes of one kind.
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// The kind.
    pub(super) kind: ChangeKind,
    /// The word for it.
    pub(super) word: &'static str,
    /// Its sign and name, and how many there are.
    pub(super) heading: String,
    /// Doubts that all of them share, in sentences.
    pub(super) doubts: Vec<String>,
    /// The changes, most telling first.
    pub(super) entries: Vec<Entry>,
}

/// One change.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// Its place in the report.
    pub(super) change: usize,
    /// Its words, old before new; of a pair in which all words are the same only the new.
    pub(super) quotes: Vec<Quote>,
    /// What decided, then what to bear in mind.
    pub(super) notes: Vec<String>,
    /// What differs, which statements had it, and in which sentence.
    pub(super) place: Vec<String>,
}

/// The words of one side.
#[derive(Clone, Debug)]
pub(super) struct Quote {
    /// Whether it is the new side.
    pub(super) is_new: bool,
    /// The words in quotation marks, with those marked that the other side lacks.
    pub(super) words: Vec<Piece>,
}

impl Ledger {
    /// Lists the changes of a report, kept ones only where all are to be shown.
    pub(super) fn new(report: &Report, shows_all: bool) -> Ledger {
        let is_narrowed = is_narrowed(report);
        let mut groups = Vec::new();
        for kind in ChangeKind::ALL {
            let changes: Vec<(usize, &ReportedChange)> =
                report.changes.iter().enumerate().filter(|(_, change)| change.kind == kind).collect();
            if !changes.is_empty() && (kind != ChangeKind::Kept || shows_all) {
                groups.push(group(report, kind, &changes));
            }
        }
        Ledger { nothing: nothing(report, is_narrowed), groups, is_narrowed, summary: summary(report, is_narrowed) }
    }

    /// The groups one below the other, then the counts.
    pub(super) fn rows(&self, report: &Report) -> Vec<Row> {
        let mut rows = Vec::new();
        if let Some(told) = &self.nothing {
            rows.extend([Row::line(told, &[Label::Heading]), Row::Gap]);
        }
        for group in &self.groups {
            rows.push(Row::line(&group.heading, &[Label::Kind(group.kind), Label::Heading]));
            rows.extend(group.doubts.iter().map(|doubt| Row::line(doubt, &[Label::Dim])));
            for entry in &group.entries {
                // Kept phrases are a list, the others are read one by one.
                if group.kind != ChangeKind::Kept {
                    rows.push(Row::Gap);
                }
                rows.extend(entry.rows(group.kind, &report.changes[entry.change].id));
            }
            rows.push(Row::Gap);
        }
        rows.push(Row::line(&self.summary, &[Label::Heading]));
        rows
    }
}

impl Entry {
    /// Its words, what decided, and where to find it.
    fn rows(&self, kind: ChangeKind, id: &str) -> Vec<Row> {
        let mark = Piece::new(sign(kind), &[Label::Kind(kind), Label::Mark]);
        let none = Piece::new("", &[]);
        let mut rows = Vec::new();
        // Where a group has two-sided entries their words line up, and so do the notes below.
        let mut margin = vec![none.clone()];
        if let [old, new] = self.quotes.as_slice() {
            for (word, mark, quote) in [("was:", mark, old), ("now:", none.clone(), new)] {
                let margin = vec![mark, Piece::new(word, &[Label::Dim])];
                rows.push(Row::Line(Cell { margin, text: quote.words.clone() }));
            }
            margin.push(none);
        } else {
            let only = self.quotes.iter().map(|quote| quote.words.clone());
            rows.extend(only.map(|text| Row::Line(Cell { margin: vec![mark.clone()], text })));
        }
        let note = |text: &str, labels: &[Label]| {
            Row::Line(Cell { margin: margin.clone(), text: vec![Piece::new(text, labels)] })
        };
        rows.extend(self.notes.iter().map(|told| note(told, &[])));
        let place: Vec<&str> = self.place.iter().map(String::as_str).chain([id]).collect();
        let place = place.join(DOT);
        if kind == ChangeKind::Kept
            && let Some(Row::Line(cell)) = rows.last_mut()
        {
            cell.text.push(Piece::new(format!("{DOT}{place}"), &[Label::Dim]));
        } else {
            rows.push(note(&place, &[Label::Dim]));
        }
        rows
    }
}

/// One change as the ledger shows it, with all its doubts.
pub(super) fn single(report: &Report, at: usize) -> Vec<Row> {
    let change = &report.changes[at];
    entry(report, at, change, &[]).rows(change.kind, &change.id)
}

/// The changes of a kind, and the doubts that they share.
fn group(report: &Report, kind: ChangeKind, changes: &[(usize, &ReportedChange)]) -> Group {
    let first = changes[0].1;
    let is_shared = |why: &Doubt| *why != Doubt::Near && changes.iter().all(|(_, change)| change.doubt.contains(why));
    let shared: Vec<Doubt> = first.doubt.iter().copied().filter(is_shared).collect();
    Group {
        kind,
        word: if is_unsure(first) { word(first) } else { kind.name() },
        heading: heading(report, kind, changes),
        doubts: shared.iter().map(|&why| sentence(&doubt(why, first))).collect(),
        entries: changes.iter().map(|&(at, change)| entry(report, at, change, &shared)).collect(),
    }
}

/// What is said where there is nothing to list.
fn nothing(report: &Report, is_narrowed: bool) -> Option<String> {
    let kept = report.count(ChangeKind::Kept);
    let moved = report.count_moved();
    if kept < report.changes.len() {
        return None;
    }
    let phrases = counted(kept, "stance phrase");
    Some(match (is_narrowed, kept, moved) {
        (true, 0, _) => "Nothing here answers what was asked for.".to_owned(),
        (true, 1, _) => "No change: the one stance phrase asked for is kept.".to_owned(),
        (true, ..) => format!("No change: all {phrases} asked for are kept."),
        (false, 0, _) => "No stance phrase was found in either statement.".to_owned(),
        (false, 1, _) => "No change: the one stance phrase is kept.".to_owned(),
        (false, _, 0) => format!("No change: all {phrases} are kept."),
        (false, _, 1) => format!("No change but in order: all {phrases} are kept, one of them moved."),
        (false, ..) => format!("No change but in order: all {phrases} are kept, {moved} of them moved."),
    })
}

/// A kind and how many there are of it: `▲ Strengthened (4)`.
fn heading(report: &Report, kind: ChangeKind, changes: &[(usize, &ReportedChange)]) -> String {
    let is_unsure = changes.iter().all(|(_, change)| is_unsure(change));
    let last = &report.old[report.old.len() - 1];
    let name = match kind {
        ChangeKind::Disappeared if is_unsure => {
            format!("not in the excerpts given of {}", named(&report.new.statement))
        }
        ChangeKind::Appeared if is_unsure => format!("not in the excerpts given of {}", named(&last.statement)),
        kind => kind.name().to_owned(),
    };
    format!("{}\u{a0}{} ({})", sign(kind), capital(&name), changes.len())
}

fn entry(report: &Report, at: usize, change: &ReportedChange, shared: &[Doubt]) -> Entry {
    let kind = Label::Kind(change.kind);
    let edits = wording(report, change);
    let quotes = match (change.old, change.new) {
        (Some(old), Some(new)) if edits.iter().any(|edit| !matches!(edit, Edit::Equal { .. })) => {
            let own = |is_new| -> Vec<Span> { edits.iter().filter_map(|edit| edit.only_on(is_new)).collect() };
            let quote = |place, is_new| Quote { is_new, words: quoted(report, place, kind, &own(is_new), is_new) };
            vec![quote(old, false), quote(new, true)]
        }
        (_, Some(place)) => vec![Quote { is_new: true, words: quoted(report, place, kind, &[], true) }],
        (Some(place), None) => vec![Quote { is_new: false, words: quoted(report, place, kind, &[], false) }],
        (None, None) => Vec::new(),
    };
    // What decided comes before what pulled the other way.
    let mut reasons: Vec<&Reason> = change.reasons.iter().collect();
    reasons.sort_by_key(|why| is_outweighed(change, why));
    let mut notes: Vec<String> = reasons.into_iter().filter_map(|why| reason(report, change, why)).collect();
    notes.extend(change.doubt.iter().filter(|doubt| !shared.contains(doubt)).map(|&why| doubt(why, change)));
    Entry { change: at, quotes, notes, place: place(report, change) }
}

/// The words of a pair that stay, go and come; none where the change has one side.
fn wording(report: &Report, change: &ReportedChange) -> Vec<Edit> {
    let (Some(old), Some(new)) = (change.old, change.new) else { return Vec::new() };
    let tokens = |place| report.phrase(place).tokens.clone();
    edits(report.reading(old), tokens(old), report.reading(new), tokens(new))
}

/// The words of a phrase in quotation marks, with those marked that the other side lacks.
fn quoted(report: &Report, place: Place, kind: Label, own: &[Span], is_new: bool) -> Vec<Piece> {
    let reading = report.reading(place);
    let edit = if is_new { Label::InsertedWord } else { Label::DeletedWord };
    let mut text = Text::default();
    text.push("“", false, &[kind]);
    for (at, atom) in atoms(reading, report.phrase(place).tokens.clone()).into_iter().enumerate() {
        let span = reading.segments.tokens[atom.token].span;
        let is_own = own.iter().any(|own| own.contains(span));
        let labels = [kind, edit];
        text.push(&atom.text, at > 0 && atom.has_space, if is_own { &labels } else { &labels[..1] });
    }
    text.push("”", false, &[kind]);
    text.pieces
}

/// What differs, which statements had it, and in which sentence.
fn place(report: &Report, change: &ReportedChange) -> Vec<String> {
    let mut told: Vec<String> = Vec::new();
    let facets: Vec<&str> = change.facets.iter().map(|facet| facet.name()).collect();
    match (change.old, change.new) {
        (Some(_), Some(_)) if !facets.is_empty() => told.push(format!("differs in {}", facets.join(", "))),
        (Some(place), None) | (None, Some(place)) => told.extend(force(report.reading(place), report.phrase(place))),
        _ => {}
    }
    let statements: Vec<String> = change.seen_in.iter().map(|&at| named(&report.old[at].statement)).collect();
    match change.kind {
        ChangeKind::Disappeared => told.push(format!("as in {}", listed(&statements))),
        // It stood in an earlier statement, though not in the last.
        ChangeKind::Appeared if !statements.is_empty() => told.push(format!("again, as in {}", listed(&statements))),
        _ => {}
    }
    if change.is_moved {
        told.push("↷\u{a0}moved".to_owned());
    }
    let number = |place: Place| count_from_one(report.phrase(place).sentence);
    told.push(match (change.old.map(number), change.new.map(number)) {
        (Some(old), Some(new)) if old != new => format!("sentence\u{a0}{old}\u{a0}→\u{a0}{new}"),
        (Some(only), _) | (None, Some(only)) => format!("sentence\u{a0}{only}"),
        (None, None) => String::new(),
    });
    told
}

/// `a`, `a and b`, `a, b and c`.
fn listed(names: &[String]) -> String {
    match names {
        [names @ .., last] if !names.is_empty() => format!("{} and {last}", names.join(", ")),
        names => names.concat(),
    }
}

/// The counts, in the order of the ledger.
fn summary(report: &Report, is_narrowed: bool) -> String {
    let moved = report.count_moved();
    let mut counts: Vec<String> = ChangeKind::ALL
        .into_iter()
        .map(|kind| {
            let mut changes = report.changes.iter().filter(|change| change.kind == kind).peekable();
            let name = match changes.peek() {
                Some(change) if is_unsure(change) => word(change),
                _ => kind.name(),
            };
            format!("{} {name}", changes.count()).replace(' ', "\u{a0}")
        })
        .collect();
    if moved > 0 {
        counts.push(format!("{moved}\u{a0}moved"));
    }
    let name = if is_narrowed { "Of what was asked for" } else { "Summary" };
    format!("{name}: {}", counts.join(DOT))
}

fn sentence(text: &str) -> String {
    format!("{}.", capital(text))
}
