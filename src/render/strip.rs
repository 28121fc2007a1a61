//! A line's history as a row of marks, one for each occasion or, where they are more than fit, for some in a row.

use super::rows::Label;
use super::words::sign;
use crate::change::ChangeKind;
use crate::report::{Appearance, Event, Thread, Timeline, loudness};
use crate::statement::Extent;
use std::collections::BTreeMap;
use std::ops::Range;

/// What a line did on an occasion, the loudest first: of several in one cell the first is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Mark {
    /// Said otherwise than last time, or for the first time.
    Changed(Loudness),
    /// Both stronger and weaker, where a cell is several occasions.
    UpAndDown,
    /// Said in some of the statements only.
    Partly,
    /// Said as last time.
    Said,
    /// The reader's very words.
    Verbatim,
    /// The reader's words by meaning.
    Close,
    /// Quoted by a vote only.
    Vote,
    /// Perhaps said: only passages of the statement are given.
    Unknown,
    /// Not said.
    Absent,
    /// Not said yet.
    Before,
}

/// A kind, ordered by how loud it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Loudness(pub(super) ChangeKind);

impl PartialOrd for Loudness {
    fn partial_cmp(&self, other: &Loudness) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Loudness {
    fn cmp(&self, other: &Loudness) -> std::cmp::Ordering {
        loudness(self.0).cmp(&loudness(other.0))
    }
}

impl Mark {
    /// Returns the mark of a place where a reader's own words stand.
    pub(super) fn of_hit(said: &Appearance) -> Mark {
        match (said.is_verbatim, said.is_vote) {
            (_, true) => Mark::Vote,
            (true, false) => Mark::Verbatim,
            (false, false) => Mark::Close,
        }
    }

    /// Returns the sign, one column wide.
    pub(super) fn sign(self) -> &'static str {
        match self {
            Mark::Changed(Loudness(kind)) => sign(kind),
            Mark::UpAndDown => "±",
            Mark::Partly => "¦",
            Mark::Said => sign(ChangeKind::Kept),
            Mark::Verbatim => "■",
            Mark::Close => "□",
            Mark::Vote => "v",
            Mark::Unknown => "?",
            Mark::Absent => "·",
            Mark::Before => " ",
        }
    }

    /// Returns what the legend says of it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Mark::Changed(Loudness(ChangeKind::Appeared)) => "first said",
            Mark::Changed(Loudness(kind)) => kind.name(),
            Mark::UpAndDown => "strengthened and weakened",
            Mark::Partly => "in some only",
            Mark::Said => "said as before",
            Mark::Verbatim => "the very words",
            Mark::Close => "close to them",
            Mark::Vote => "quoted in a vote only",
            Mark::Unknown => "not in the excerpts given",
            Mark::Absent => "absent",
            Mark::Before => "",
        }
    }

    /// Returns what it means.
    pub(super) fn label(self) -> Label {
        match self {
            Mark::Changed(Loudness(kind)) => Label::Kind(kind),
            Mark::UpAndDown => Label::Kind(ChangeKind::Reworded),
            Mark::Partly | Mark::Said | Mark::Verbatim | Mark::Close | Mark::Vote => Label::Kind(ChangeKind::Kept),
            Mark::Unknown | Mark::Absent | Mark::Before => Label::Dim,
        }
    }
}

/// Which occasions each column shows.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    pub(super) cells: Vec<Range<usize>>,
}

impl Strip {
    /// Spreads the occasions of a series over at most so many columns; the newest has one of its own.
    pub(super) fn new(events: usize, width: usize) -> Strip {
        let before = events.saturating_sub(1);
        let width = width.saturating_sub(1).min(before);
        let cells = (0..width).map(|cell| cell * before / width..(cell + 1) * before / width);
        Strip { cells: cells.chain((events > 0).then_some(before..events)).collect() }
    }

    /// Returns whether each column is one occasion.
    pub(super) fn is_single(&self) -> bool {
        self.cells.iter().all(|cell| cell.len() == 1)
    }

    /// Returns the marks of a thread.
    pub(super) fn marks(&self, timeline: &Timeline, thread: &Thread) -> Vec<Mark> {
        let marks: Vec<Mark> = (0..timeline.events.len()).map(|event| mark(timeline, thread, event)).collect();
        self.cells.iter().map(|cell| together(&marks[cell.clone()])).collect()
    }

    /// Returns the years, each above the first column that shows it, where there is room.
    pub(super) fn years(&self, timeline: &Timeline) -> String {
        let year = |event: usize| {
            let first = timeline.events[event].statements.start;
            timeline.readings[first].statement.meta.date.map(|date| date.year())
        };
        let mut line = String::new();
        let mut last = None;
        for (column, cell) in self.cells.iter().enumerate() {
            let here = cell.clone().find_map(year);
            if here.is_some() && here != last && line.chars().count() <= column {
                line.push_str(&" ".repeat(column - line.chars().count()));
                line.push_str(&format!("'{:02} ", here.unwrap_or_default().rem_euclid(100)));
            }
            last = here.or(last);
        }
        line.truncate(line.trim_end().len());
        line
    }

    /// Returns a letter for the channel of each occasion with what the letters stand for, where columns are single and
    /// channels differ.
    pub(super) fn channels(&self, timeline: &Timeline) -> Option<(String, Vec<(char, String)>)> {
        let channel = |event: &Event| timeline.readings[event.statements.start].statement.meta.channel.clone();
        let channels: Vec<Option<String>> = timeline.events.iter().map(channel).collect();
        let mut letters: BTreeMap<&str, char> = BTreeMap::new();
        for channel in channels.iter().flatten() {
            if !letters.contains_key(channel.as_str()) {
                let wanted = channel.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_uppercase());
                let free = |letter: &char| !letters.values().any(|taken| taken == letter);
                let letter = wanted.chain('0'..='9').find(free).unwrap_or('*');
                letters.insert(channel, letter);
            }
        }
        if letters.len() < 2 || !self.is_single() {
            return None;
        }
        let line = channels.iter().map(|channel| channel.as_deref().map_or(' ', |channel| letters[channel])).collect();
        let mut named: Vec<(char, String)> = Vec::new();
        for channel in channels.iter().flatten() {
            let entry = (letters[channel.as_str()], channel.clone());
            if !named.contains(&entry) {
                named.push(entry);
            }
        }
        Some((line, named))
    }
}

/// What a thread did on an occasion.
fn mark(timeline: &Timeline, thread: &Thread, event: usize) -> Mark {
    let from = thread.appearances.partition_point(|appearance| appearance.event < event);
    let to = thread.appearances.partition_point(|appearance| appearance.event <= event);
    let here = &thread.appearances[from..to];
    let statements = timeline.events[event].statements.clone();
    if here.is_empty() {
        let is_excerpt = |at: usize| timeline.readings[at].statement.meta.extent == Extent::Excerpts;
        return match (from == 0 && thread.query.is_none(), statements.clone().all(is_excerpt)) {
            (true, _) => Mark::Before,
            (false, true) => Mark::Unknown,
            (false, false) => Mark::Absent,
        };
    }
    if thread.query.is_some() {
        return here.iter().map(Mark::of_hit).min().unwrap_or(Mark::Vote);
    }
    match thread.kind_at(event) {
        Some(kind) if kind != ChangeKind::Kept => Mark::Changed(Loudness(kind)),
        _ if statements.clone().any(|at| !here.iter().any(|said| said.statement == at)) => Mark::Partly,
        _ => Mark::Said,
    }
}

/// The mark of several occasions: the loudest; `partly` where nothing changed and it was not said on all.
fn together(marks: &[Mark]) -> Mark {
    let has = |mark: Mark| marks.contains(&mark);
    let kind = |kind| Mark::Changed(Loudness(kind));
    let loudest = marks.iter().copied().min().unwrap_or(Mark::Before);
    if loudest == kind(ChangeKind::Weakened) && has(kind(ChangeKind::Strengthened)) {
        return Mark::UpAndDown;
    }
    let is_silent = |mark: &Mark| *mark >= Mark::Unknown;
    match loudest {
        Mark::Said if marks.iter().any(is_silent) => Mark::Partly,
        loudest => loudest,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn occasions_share_columns_and_the_newest_has_its_own() {
        for (events, width, expected) in [
            (3, 10, &[(0, 1), (1, 2), (2, 3)][..]),
            (5, 3, &[(0, 2), (2, 4), (4, 5)]),
            (6, 3, &[(0, 2), (2, 5), (5, 6)]),
            (4, 1, &[(3, 4)]),
            (1, 5, &[(0, 1)]),
        ] {
            let cells: Vec<_> = Strip::new(events, width).cells.iter().map(|cell| (cell.start, cell.end)).collect();
            assert_eq!(cells, expected, "{events} in {width}");
        }
        assert!(Strip::new(0, 5).cells.is_empty());
    }

    #[test]
    fn the_loudest_mark_speaks_for_a_column() {
        let kind = |kind| Mark::Changed(Loudness(kind));
        let (weaker, stronger, reworded) =
            (kind(ChangeKind::Weakened), kind(ChangeKind::Strengthened), kind(ChangeKind::Reworded));
        for (marks, expected) in [
            (&[Mark::Said, Mark::Said][..], Mark::Said),
            (&[Mark::Said, Mark::Absent], Mark::Partly),
            (&[Mark::Absent, Mark::Unknown], Mark::Unknown),
            (&[Mark::Before, Mark::Absent], Mark::Absent),
            (&[Mark::Said, reworded, Mark::Absent], reworded),
            (&[reworded, weaker], weaker),
            (&[stronger, weaker], Mark::UpAndDown),
            (&[stronger, weaker, kind(ChangeKind::Reversed)], kind(ChangeKind::Reversed)),
            (&[Mark::Close, Mark::Verbatim], Mark::Verbatim),
        ] {
            assert_eq!(together(marks), expected, "{marks:?}");
        }
    }
}
