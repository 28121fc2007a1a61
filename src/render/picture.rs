//! A line's history drawn: a bar where it was said, the darker the firmer; a thin thread where it was left out; a sign
//! and a tick where it moved.
//!
//! In: the marks of [`Strip`]. Out: vector graphics that stretch to any width; what depends on the width is which signs
//! find room.

use super::strip::{Loudness, Mark, Strip};
use super::words::sign;
use crate::change::ChangeKind;
use crate::report::{Appearance, Hold, State, Thread, Timeline};
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// The most columns: more would be narrower than what a screen can show.
const COLUMNS: usize = 400;

/// How wide a line of marks is at least, in pixels, on a screen and on a phone.
const WIDTHS: [(&str, f64); 2] = [("", 330.0), (" wide", 600.0)];

/// How many pixels a sign and a year take.
const SIGN: f64 = 11.0;
const YEAR: f64 = 40.0;

/// Up to how many columns bars stand apart; more run together.
const APART: usize = 120;

/// The columns of all lines of a series.
pub(super) struct Picture {
    pub(super) strip: Strip,
}

/// Stretches of columns by what they look like.
type Shapes = BTreeMap<&'static str, Vec<(usize, usize)>>;

impl Picture {
    pub(super) fn new(timeline: &Timeline) -> Picture {
        Picture { strip: Strip::new(timeline.events.len(), COLUMNS) }
    }

    pub(super) fn columns(&self) -> usize {
        self.strip.cells.len()
    }

    /// Returns the column that shows an occasion.
    pub(super) fn column(&self, event: usize) -> usize {
        self.strip.cells.partition_point(|cell| cell.end <= event)
    }

    /// Returns the years and, where they differ, the channels, above the columns.
    pub(super) fn axis(&self, timeline: &Timeline) -> Markup {
        let years = self.years(timeline);
        let shown = self.fitting_years(&years);
        let channels = self.channels(timeline).map(|(line, _)| line.chars().collect::<Vec<char>>());
        let letters: Vec<usize> = (0..channels.as_ref().map_or(0, Vec::len)).collect();
        let lettered = self.fitting(&letters, SIGN);
        html! {
            svg.axis.lettered[channels.is_some()] aria-hidden="true" {
                @for (class, columns) in &shown {
                    @for column in columns {
                        @let year = years.iter().find(|(at, _)| at == column).map_or(0, |(_, year)| *year);
                        text class={ "year" (class) } x=(self.left(*column)) y="13" { (year) }
                    }
                }
                @if let Some(channels) = &channels {
                    @for (class, columns) in &lettered {
                        @for &column in columns {
                            text class={ "letter" (class) } x=(self.middle(column)) y="28" { (channels[column]) }
                        }
                    }
                }
            }
        }
    }

    /// Returns a letter for the channel of each column, as [`Strip::channels`] does, where there is room for all.
    pub(super) fn channels(&self, timeline: &Timeline) -> Option<(String, Vec<(char, String)>)> {
        self.strip.channels(timeline).filter(|_| self.columns() as f64 * SIGN <= WIDTHS[1].1)
    }

    /// Returns the style of what stands behind the marks of every line: a rule under each year that the axis
    /// names, the newest column.
    pub(super) fn style(&self, timeline: &Timeline) -> String {
        let columns = self.fitting_years(&self.years(timeline)).into_iter().flat_map(|(_, columns)| columns);
        let columns: BTreeSet<usize> = columns.filter(|&column| column > 0).collect();
        let rules = columns.into_iter().map(|column| {
            let left = self.left(column);
            let [from, to] = ["-", "+"].map(|sign| format!("calc({left} {sign} .5px)"));
            format!("transparent {from},var(--page-rule) {from} {to},transparent {to},")
        });
        let newest = self.left(self.columns().saturating_sub(1));
        let rules: String = rules.collect();
        format!(".strip{{background:linear-gradient(90deg,{rules}transparent {newest},var(--page-wash) {newest})}}\n")
    }

    /// Draws the marks of a thread.
    pub(super) fn line(&self, timeline: &Timeline, thread: &Thread, told: &str) -> Markup {
        let marks = self.strip.marks(timeline, thread);
        let levels = self.levels(timeline, thread);
        let mut shapes = Shapes::new();
        let mut add = |class, column: usize| {
            let stretches: &mut Vec<(usize, usize)> = shapes.entry(class).or_default();
            match stretches.last_mut() {
                // A thread runs on; so do bars that would be slivers.
                Some((_, end))
                    if *end == column && (class == "gone" || class == "unsure" || self.columns() > APART) =>
                {
                    *end += 1;
                }
                _ => stretches.push((column, column + 1)),
            }
        };
        for (column, mark) in marks.iter().enumerate() {
            let level = ["f0", "f1", "f2", "f3", "f4"][levels[column]];
            match mark {
                Mark::Before => {}
                Mark::Absent => add("gone", column),
                Mark::Unknown => add("unsure", column),
                Mark::Close => add("close", column),
                Mark::Vote => add("vote", column),
                Mark::Partly => add("partly", column),
                Mark::Verbatim => add("f4", column),
                Mark::Said | Mark::Changed(_) | Mark::UpAndDown => add(level, column),
            }
            for class in ticks(*mark) {
                add(class, column);
            }
        }
        let silent = marks.iter().rev().take_while(|mark| **mark == Mark::Absent).count();
        let is_missed = timeline.state(thread) == State::Absent && silent > 0;
        if is_missed {
            // What is missed now is plain to see.
            shapes.insert("lost", vec![(self.columns() - silent, self.columns())]);
        }
        let signs = self.signs(&marks, is_missed);
        html! {
            svg.strip role="img" aria-label=(told) {
                @for (class, stretches) in &shapes {
                    g class=(class) {
                        @for &(from, to) in stretches {
                            @if *class == "unsure" {
                                line x1=(self.left(from)) x2=(self.left(to)) y1="24" y2="24" { }
                            } @else {
                                rect x=(self.left(from)) width=(self.width(to - from)) { }
                            }
                        }
                    }
                }
                @for (class, columns) in &signs {
                    @for &column in columns {
                        @let (sign, kind) = sign_of(&marks, column);
                        text class={ (kind) (class) } x=(self.middle(column)) y="11" { (sign) }
                    }
                }
            }
        }
    }

    /// How firmly a thread is said in each column: of its four levels, or 0 where that was not read.
    fn levels(&self, timeline: &Timeline, thread: &Thread) -> Vec<usize> {
        let mut levels = vec![0; self.columns()];
        for said in thread.appearances.iter().filter(|said| said.hold != Hold::Again) {
            levels[self.column(said.event)] = level(timeline, said);
        }
        levels
    }

    /// The signs that find room, the newest and the loudest first: on every screen, and on a wide one besides.
    fn signs(&self, marks: &[Mark], is_missed: bool) -> Vec<(&'static str, Vec<usize>)> {
        let has_sign = |column: &usize| match marks[*column] {
            Mark::Before | Mark::Said => false,
            Mark::Absent => is_missed && column + 1 == marks.len(),
            // Said once where it begins.
            Mark::Unknown => *column + 1 == marks.len() || *column == 0 || marks[column - 1] != Mark::Unknown,
            _ => true,
        };
        let mut columns: Vec<usize> = (0..marks.len()).filter(has_sign).collect();
        columns.sort_by_key(|&column| (column + 1 != marks.len(), marks[column], Reverse(column)));
        self.fitting(&columns, SIGN)
    }

    /// Which columns can be labelled at which width, if a label takes so many pixels; the first have precedence.
    fn fitting(&self, columns: &[usize], pixels: f64) -> Vec<(&'static str, Vec<usize>)> {
        let mut taken: BTreeSet<usize> = BTreeSet::new();
        let mut fitting = Vec::new();
        for (class, width) in WIDTHS {
            let gap = (pixels * self.columns() as f64 / width).ceil() as usize;
            let mut added = Vec::new();
            for &column in columns {
                let around = (column + 1).saturating_sub(gap)..column + gap.max(1);
                if taken.range(around).next().is_none() {
                    taken.insert(column);
                    added.push(column);
                }
            }
            fitting.push((class, added));
        }
        fitting
    }

    /// The years, each with the first column that shows it.
    fn years(&self, timeline: &Timeline) -> Vec<(usize, i16)> {
        let year = |event: usize| {
            let first = timeline.events[event].statements.start;
            timeline.readings[first].statement.meta.date.map(|date| date.year())
        };
        let years = self.strip.cells.iter().map(|cell| cell.clone().find_map(year));
        let mut firsts: Vec<(usize, i16)> = Vec::new();
        for (column, year) in years.enumerate().filter_map(|(column, year)| Some((column, year?))) {
            if firsts.last().is_none_or(|(_, last)| *last != year) {
                firsts.push((column, year));
            }
        }
        firsts
    }

    /// The columns of the years that find room on the axis.
    fn fitting_years(&self, years: &[(usize, i16)]) -> Vec<(&'static str, Vec<usize>)> {
        let mut columns: Vec<usize> = years.iter().map(|(column, _)| *column).collect();
        // None that would hang over the end.
        columns.retain(|&column| column == 0 || column * 100 < self.columns() * 93);
        self.fitting(&columns, YEAR)
    }

    fn percent(&self, columns: f64) -> String {
        let hundredths = (columns * 10_000.0 / self.columns().max(1) as f64).round() as i64;
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        format!("{}%", text.trim_end_matches('0').trim_end_matches('.'))
    }

    fn left(&self, column: usize) -> String {
        self.percent(column as f64)
    }

    fn middle(&self, column: usize) -> String {
        self.percent(column as f64 + 0.5)
    }

    /// The width of so many columns: with a gap behind them where there is room for one.
    fn width(&self, columns: usize) -> String {
        let gap = if self.columns() > APART { 0.0 } else { 0.12 };
        self.percent(columns as f64 - gap)
    }
}

/// How firmly a line is said: a quarter of its ladder, 1 to 4; 0 where it has none.
pub(super) fn level(timeline: &Timeline, said: &Appearance) -> usize {
    let phrase = said.phrase.map(|at| &timeline.readings[said.statement].phrases[at]);
    let force = phrase.and_then(|phrase| phrase.force.as_ref());
    force.map_or(0, |force| (4 * force.step).div_euclid(force.of.max(1)).clamp(0, 3) as usize + 1)
}

/// The ticks over and under a bar: up for firmer, down for less firm, both for the opposite.
fn ticks(mark: Mark) -> &'static [&'static str] {
    use ChangeKind::{Appeared, Reversed, Reworded, Strengthened, Weakened};
    match mark {
        Mark::Changed(Loudness(Strengthened)) => &["up strengthened"],
        Mark::Changed(Loudness(Weakened)) => &["down weakened"],
        Mark::Changed(Loudness(Reversed)) => &["up reversed", "down reversed"],
        Mark::Changed(Loudness(Reworded)) => &["up reworded"],
        Mark::Changed(Loudness(Appeared)) => &["up appeared"],
        Mark::UpAndDown => &["up strengthened", "down weakened"],
        _ => &[],
    }
}

/// The sign of a column and whose colour it has: a line that is missing now is told like the newest change.
fn sign_of(marks: &[Mark], column: usize) -> (&'static str, &'static str) {
    match marks[column] {
        Mark::Absent => (sign(ChangeKind::Disappeared), ChangeKind::Disappeared.name()),
        mark => (mark.sign(), mark.label().name()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_find_room_on_every_screen() {
        for events in [1, 12, 95, 240, 5000] {
            let picture = Picture { strip: Strip::new(events, COLUMNS) };
            let columns: Vec<usize> = (0..picture.columns()).rev().collect();
            let mut shown: Vec<usize> = Vec::new();
            for ((_, added), (_, width)) in picture.fitting(&columns, SIGN).into_iter().zip(WIDTHS) {
                shown.extend(added);
                shown.sort_unstable();
                let column = width / picture.columns() as f64;
                assert!(shown.contains(&(picture.columns() - 1)), "the newest is told first");
                assert!(
                    shown.windows(2).all(|pair| (pair[1] - pair[0]) as f64 * column >= SIGN),
                    "{events}: {shown:?}"
                );
                // Not many fewer than there would be room for.
                let room = (width / SIGN).min(picture.columns() as f64);
                assert!(shown.len() as f64 > room / 2.0, "{events}: {} of {room}", shown.len());
            }
        }
    }

    #[test]
    fn columns_are_told_in_percent() {
        let picture = Picture { strip: Strip::new(8, COLUMNS) };
        assert_eq!([picture.left(0), picture.left(3), picture.middle(0)], ["0%", "37.5%", "6.25%"]);
        assert_eq!(picture.width(2), "23.5%");
        assert_eq!([picture.column(0), picture.column(7)], [0, 7]);
    }
}
