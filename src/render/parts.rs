//! The lines of a series by where they stand when the newest statement is read, for every renderer that shows them to
//! people.

use super::head::{named, told};
use super::lines::is_excerpt;
use super::rows::{capital, counted, on_one_line};
use super::strip::Mark;
use super::words::sign;
use crate::change::ChangeKind;
use crate::report::{Event, State, Thread, Timeline};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Lines that stand alike.
pub(super) struct Part<'t> {
    /// One word for programs.
    pub(super) name: &'static str,
    /// The sign of its heading.
    pub(super) sign: &'static str,
    /// What became of its lines, in a word or two.
    pub(super) word: &'static str,
    /// The heading, without the sign.
    pub(super) heading: String,
    /// The kind whose colour it has.
    pub(super) kind: ChangeKind,
    /// The lines, the most telling first.
    pub(super) threads: Vec<&'t Thread>,
}

/// Returns the parts that hold a line: what the newest statement lacks first, what has long been dropped last.
pub(super) fn parts<'t>(timeline: &'t Timeline) -> Vec<Part<'t>> {
    let Some(newest) = timeline.newest() else { return Vec::new() };
    let name = named(&timeline.readings[newest.statements.start].statement);
    let states: Vec<(&Thread, State)> =
        timeline.threads.iter().map(|thread| (thread, timeline.state(thread))).collect();
    let part = |state: State, name, sign, word, heading, kind| {
        let alike = states.iter().filter(|(_, other)| *other == state).map(|(thread, _)| *thread);
        Part { name, sign, word, heading, kind, threads: alike.collect() }
    };
    let (gone, absent) = match is_excerpt(timeline, newest) {
        true => ("not in the excerpts given", "Not in the excerpts given of"),
        false => ("absent", "Absent from"),
    };
    let (disappeared, appeared, kept) = (ChangeKind::Disappeared, ChangeKind::Appeared, ChangeKind::Kept);
    let mut parts =
        vec![part(State::Absent, "absent", sign(disappeared), gone, format!("{absent} {name}"), disappeared)];
    // A line that was always said is missed most.
    parts[0].threads.sort_by_cached_key(|thread| {
        let record = timeline.record(thread, |_| true);
        Reverse(record.said * record.said * 1000 / record.of.max(1))
    });
    parts.push(part(State::Back, "back", "↩", "back", format!("Back in {name}"), appeared));
    for kind in [ChangeKind::Reversed, ChangeKind::Weakened, ChangeKind::Strengthened, ChangeKind::Reworded] {
        let heading = format!("{} in {name}", capital(kind.name()));
        parts.push(part(State::Changed(kind), kind.name(), sign(kind), kind.name(), heading, kind));
    }
    parts.push(part(State::New, "new", sign(appeared), "new", format!("New in {name}"), appeared));
    let heading = format!("Said as before in {name}");
    parts.push(part(State::Kept, "kept", sign(kept), "said as before", heading, kept));
    let heading = "Dropped earlier".to_owned();
    parts.push(part(State::Dropped, "dropped", Mark::Absent.sign(), "dropped earlier", heading, kept));
    parts.retain(|part| !part.threads.is_empty());
    parts
}

/// Returns the occasions of which one readout has a line and another lacks it, each with those lines.
pub(super) fn readouts<'t>(timeline: &'t Timeline) -> Vec<(usize, &'t Event, Vec<&'t Thread>)> {
    let several = timeline.events.iter().enumerate().filter(|(_, event)| event.statements.len() > 1);
    let differing = several.map(|(at, event)| {
        let differs = |thread: &&Thread| {
            let holds = |statement| thread.appearances.iter().any(|said| said.statement == statement);
            let held = event.statements.clone().filter(|&statement| holds(statement)).count();
            held > 0 && held < event.statements.len()
        };
        (at, event, timeline.threads.iter().filter(differs).collect::<Vec<_>>())
    });
    differing.filter(|(.., threads)| !threads.is_empty()).collect()
}

/// Says which statements: how many, of how many occasions, from when to when.
pub(super) fn about(timeline: &Timeline) -> String {
    let readings = timeline.readings;
    let ends = [readings.first(), readings.last()];
    let dates: Vec<String> =
        ends.into_iter().flatten().filter_map(|reading| reading.statement.meta.date).map(told).collect();
    let mut about = vec![counted(readings.len(), "statement")];
    if timeline.events.len() < readings.len() {
        about.push(format!("of {}", counted(timeline.events.len(), "occasion")));
    }
    if let [from, to] = &dates[..] {
        about.push(format!("from {from} to {to}"));
    }
    about.join(" ")
}

/// Says who speaks, to whom: one name of each, or how many there are.
pub(super) fn whom(timeline: &Timeline) -> Option<String> {
    let metas = || timeline.readings.iter().map(|reading| &reading.statement.meta);
    let speakers = metas().filter_map(|meta| meta.speaker.as_deref()).map(on_one_line).collect();
    let audiences = metas().filter_map(|meta| meta.audience.as_deref()).map(on_one_line).collect();
    let whom = [few(&speakers, "speaker"), few(&audiences, "audience")];
    let whom: Vec<String> = whom.into_iter().flatten().collect();
    (!whom.is_empty()).then(|| whom.join(" → "))
}

/// One name, or how many there are.
fn few(names: &BTreeSet<String>, noun: &str) -> Option<String> {
    match names.len() {
        0 => None,
        1 => names.first().cloned(),
        many => Some(counted(many, noun)),
    }
}
