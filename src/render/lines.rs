//! How the lines of a series are said to people: their words, what decided, how often they were said.

use super::head::{named, told};
use super::rows::{DOT, Label, Piece, Text, atoms, counted, on_one_line};
use crate::change::{ChangeKind, Edit, Grade, edits};
use crate::report::{Appearance, Event, Hold, Move, Record, State, Thread, Timeline};
use crate::stance::Reading;
use crate::statement::{Extent, Statement};

/// From how far apart the share of occasions of one channel that have a line and that of all are told: one in five is
/// what a reader would notice.
const OTHERWISE: f64 = 0.2;

/// Whether only passages of the statements of an occasion are given.
pub(super) fn is_excerpt(timeline: &Timeline, event: &Event) -> bool {
    event.statements.clone().all(|at| timeline.readings[at].statement.meta.extent == Extent::Excerpts)
}

/// The words of a thread: as it stands now with what went and came since it was said last, or as it was said last.
pub(super) fn wording(timeline: &Timeline, thread: &Thread) -> Vec<Piece> {
    // Not the words of a longer clause that it lives on inside of.
    let Some(last) = thread.appearances.iter().rev().find(|said| said.hold == Hold::Own) else {
        return Vec::new();
    };
    if last.event + 1 == timeline.events.len() { moved(timeline, thread, last) } else { quoted(timeline, last) }
}

/// The words of an appearance with what went and came where they are not kept.
pub(super) fn moved(timeline: &Timeline, thread: &Thread, said: &Appearance) -> Vec<Piece> {
    match &said.change {
        Some(Move { kind, against: Some(against), .. }) if *kind != ChangeKind::Kept => {
            let before = thread.appearances.iter().find(|said| said.statement == *against);
            before.map_or_else(|| quoted(timeline, said), |before| edited(timeline, before, said))
        }
        _ => quoted(timeline, said),
    }
}

/// The words of an appearance in quotation marks.
pub(super) fn quoted(timeline: &Timeline, said: &Appearance) -> Vec<Piece> {
    vec![Piece::new(format!("“{}”", on_one_line(timeline.quote(said))), &[])]
}

/// The words of an appearance with what went and came since the one before.
fn edited(timeline: &Timeline, before: &Appearance, said: &Appearance) -> Vec<Piece> {
    let (Some(old), Some(new)) = (before.phrase, said.phrase) else { return quoted(timeline, said) };
    let (a, b) = (&timeline.readings[before.statement], &timeline.readings[said.statement]);
    let mut text = Text::default();
    text.push("“", false, &[]);
    let mut is_first = true;
    for edit in edits(a, a.phrases[old].tokens.clone(), b, b.phrases[new].tokens.clone()) {
        let (reading, span, labels): (_, _, &[Label]) = match edit {
            Edit::Equal { new, .. } => (b, new, &[]),
            Edit::Delete { old } => (a, old, &[Label::DeletedWord]),
            Edit::Insert { new } => (b, new, &[Label::InsertedWord]),
        };
        let from = reading.segments.tokens.partition_point(|token| token.span.start < span.start);
        let to = reading.segments.tokens.partition_point(|token| token.span.end <= span.end);
        for (at, atom) in atoms(reading, from..to).into_iter().enumerate() {
            // Words that went and those that came in their stead stand apart.
            let is_parted = at == 0 && !labels.is_empty();
            text.push(&atom.text, !is_first && (atom.has_space || is_parted), labels);
            is_first = false;
        }
    }
    text.push("”", false, &[]);
    text.pieces
}

/// The words of a followed phrase as they stand, in the stance phrase around them.
pub(super) fn context(timeline: &Timeline, said: &Appearance) -> Vec<Piece> {
    let reading = &timeline.readings[said.statement];
    let Some(phrase) = said.phrase.map(|at| &reading.phrases[at]) else { return quoted(timeline, said) };
    let mut text = Text::default();
    text.push("“", false, &[]);
    for (at, atom) in atoms(reading, phrase.tokens.clone()).into_iter().enumerate() {
        let span = reading.segments.tokens[atom.token].span;
        let labels: &[Label] = if said.span.contains(span) { &[Label::Cue] } else { &[] };
        text.push(&atom.text, at > 0 && atom.has_space, labels);
    }
    text.push("”", false, &[]);
    text.pieces
}

/// What decided about the last move of a line, how it came to stand here, and how often it was said.
pub(super) fn note(timeline: &Timeline, thread: &Thread) -> String {
    let mut notes: Vec<String> = Vec::new();
    if let Some(class) = timeline.class(thread).filter(|_| has_lexicon(timeline, thread)) {
        notes.push(class.name().to_owned());
    }
    match timeline.state(thread) {
        State::Changed(_) => {
            let last = thread.appearances.iter().rev().find(|said| said.change.is_some());
            notes.extend(last.map(|last| reasons(timeline, last)).unwrap_or_default());
        }
        State::Back => {
            if let Some(back) = thread.returns().last() {
                let gap = counted(back.event - back.since - 1, "occasion");
                notes.push(format!("after {gap} without it"));
            }
        }
        _ => {}
    }
    notes.push(record(timeline, thread));
    notes.join(DOT)
}

/// Whether the words of a thread were read for what they do.
pub(super) fn has_lexicon(timeline: &Timeline, thread: &Thread) -> bool {
    thread.label.is_some_and(|label| timeline.readings[label.statement].lexicon.is_some())
}

/// The words that decided about a move.
pub(super) fn reasons(timeline: &Timeline, said: &Appearance) -> Vec<String> {
    let Some(Move { against: Some(against), reasons, .. }) = &said.change else { return Vec::new() };
    let words = |statement: usize, grade: &Grade| {
        format!("“{}”", on_one_line(timeline.readings[statement].statement.quote(grade.span)))
    };
    reasons
        .iter()
        .filter_map(|reason| {
            let old = reason.old.as_ref().map(|grade| words(*against, grade));
            let new = reason.new.as_ref().map(|grade| words(said.statement, grade));
            let told = match (old, new) {
                (Some(old), Some(new)) => format!("{old} → {new}"),
                (Some(old), None) => format!("{old} gone"),
                (None, Some(new)) => format!("{new} added"),
                (None, None) => return None,
            };
            Some(format!("{}: {told}", reason.rule))
        })
        .collect()
}

/// How often a line was said and when, so that an absence can be weighed: `absent from the letter of 11 July 2021; said
/// in 2 of the 3 statements before, last on 22 March 2021`.
pub(super) fn record(timeline: &Timeline, thread: &Thread) -> String {
    let events = thread.events();
    let (Some(&first), Some(&last), Some(newest)) = (events.first(), events.last(), timeline.newest()) else {
        return format!("in none of {}", counted(timeline.events.len(), "statement"));
    };
    let newest_at = timeline.events.len() - 1;
    let name = named(&timeline.readings[newest.statements.start].statement);
    let day = |event: usize| when(timeline, event);
    let record = timeline.record(thread, |_| true);
    let of = match (first, record.of) {
        (_, 1) => "the one before".to_owned(),
        (0, of) => format!("{} of the {of} before", record.said),
        // Since when is told where the series is older than the line.
        (_, of) => format!("{} of the {of} since {}", record.said, day(first)),
    };
    let mut told = if last < newest_at {
        let gone = if is_excerpt(timeline, newest) { "not in the excerpts given of" } else { "absent from" };
        match (record.said, newest_at) {
            (1, 1) => format!("{gone} {name}; said in the one before, on {}", day(last)),
            (1, before) => format!("{gone} {name}; said once in the {before} before, on {}", day(last)),
            _ => format!("{gone} {name}; said in {of}, last on {}", day(last)),
        }
    } else if record.of == 0 {
        "for the first time".to_owned()
    } else {
        format!("as in {of}")
    };
    // A line that is skipped as long as that anyway is not missed yet.
    if record.longest_gap > 0 {
        told += &format!("; skipped up to {} in a row", record.longest_gap);
    }
    // A letter is not missed from a cable that never had it: told where this channel says it more or less often.
    let channel = |event: &Event| timeline.readings[event.statements.start].statement.meta.channel.clone();
    if let Some(own) = channel(newest) {
        let alike = timeline.record(thread, |event| channel(event).as_ref() == Some(&own));
        let share = |record: Record| record.said as f64 / record.of.max(1) as f64;
        if alike.of > 0 && (share(alike) - share(record)).abs() > OTHERWISE {
            told += &format!("; by {} in {} of {}", on_one_line(&own), alike.said, alike.of);
        }
    }
    told
}

/// The day of an occasion, or the path of a statement that has none.
pub(super) fn when(timeline: &Timeline, event: usize) -> String {
    let statement = &timeline.readings[timeline.events[event].statements.start].statement;
    statement.meta.date.map_or_else(|| on_one_line(&statement.path), told)
}

/// The day of a statement, and its channel where they differ.
pub(super) fn source(timeline: &Timeline, statement: &Statement) -> String {
    let day = statement.meta.date.map_or_else(|| on_one_line(&statement.path), told);
    let is_other = |reading: &Reading| reading.statement.meta.channel != statement.meta.channel;
    let channel = statement.meta.channel.as_deref().filter(|_| timeline.readings.iter().any(is_other));
    let channel = channel.map(on_one_line);
    [Some(day), channel].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Who gives a readout: its source, else its file.
pub(super) fn origin(statement: &Statement) -> String {
    on_one_line(statement.meta.source.as_deref().unwrap_or(&statement.path))
}
