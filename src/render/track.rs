//! A series on a terminal: a row of marks over time for each line, with its words and how often it was said.
//!
//! In: a [`Timeline`], perhaps narrowed. Out: text.

use super::head::named;
use super::lines::{context, note, origin, quoted, record, source, wording};
use super::parts::{self, Part};
use super::rows::{DOT, Label, Piece, counted, on_one_line};
use super::strip::{Mark, Strip};
use super::terminal::Options;
use super::theme::{Paint, formed, painted};
use super::wrap::{Line, Run, columns, wrap};
use crate::report::{Appearance, Hold, Thread, Timeline};
use std::collections::BTreeSet;

/// The widest line of running text, as elsewhere on a terminal.
const MEASURE: usize = 100;

/// The least width of a line's words beside its marks.
const LEAST_WORDS: usize = 24;

/// How many threads of a part are shown unless all are asked for: a part with its notes then fits a screen.
const SHOWN: usize = 8;

/// Lays out the threads of a series.
pub fn track(timeline: &Timeline, options: &Options) -> String {
    track_in(timeline, options, if options.has_color { Paint::Color } else { Paint::Plain })
}

/// Lays out the threads of a series in one of the ways to tell labels apart.
pub fn track_in(timeline: &Timeline, options: &Options, paint: Paint) -> String {
    // Two fifths for the marks, so that the words still read well beside them.
    let most = (options.width * 2 / 5).min(options.width.saturating_sub(LEAST_WORDS + 2));
    let strip = Strip::new(timeline.events.len(), most);
    let shown = if options.shows_all { usize::MAX } else { SHOWN };
    let mut sheet =
        Sheet { timeline, strip, width: options.width, paint, shown, text: String::new(), used: BTreeSet::new() };
    if timeline.threads.iter().any(|thread| thread.query.is_some()) {
        timeline.threads.iter().for_each(|thread| sheet.followed(thread));
    } else {
        sheet.parts();
    }
    sheet.readouts();
    // The head stands first and explains the marks that the rest uses.
    let body = std::mem::take(&mut sheet.text);
    sheet.head();
    sheet.text + &body
}

/// What has been written so far.
struct Sheet<'t, 'r> {
    timeline: &'t Timeline<'r>,
    strip: Strip,
    width: usize,
    paint: Paint,
    shown: usize,
    text: String,
    /// The marks that the legend must explain.
    used: BTreeSet<Mark>,
}

impl Sheet<'_, '_> {
    /// Which statements, and what the marks mean.
    fn head(&mut self) {
        if self.timeline.readings.is_empty() {
            return;
        }
        self.line(&[Piece::new(parts::about(self.timeline), &[Label::Heading])]);
        if let Some(whom) = parts::whom(self.timeline) {
            self.line(&[Piece::new(whom, &[])]);
        }
        self.text.push('\n');
        let mut legend: Vec<Piece> = Vec::new();
        for mark in self.used.iter().filter(|mark| **mark != Mark::Before) {
            if !legend.is_empty() {
                legend.push(Piece::new("\u{a0} ", &[]));
            }
            legend.push(Piece::new(mark.sign(), &[mark.label(), Label::Mark]));
            legend.push(Piece::new(format!("\u{a0}{}", mark.word().replace(' ', "\u{a0}")), &[Label::Dim]));
        }
        self.line(&legend);
        let channels = self.strip.channels(self.timeline);
        if let Some((_, letters)) = &channels {
            let letters: Vec<String> = letters
                .iter()
                .map(|(letter, channel)| format!("{letter}\u{a0}{}", on_one_line(channel).replace(' ', "\u{a0}")))
                .collect();
            self.line(&[Piece::new(letters.join("\u{a0} "), &[Label::Dim])]);
        }
        let size = self.strip.cells.iter().map(std::ops::Range::len).max().unwrap_or_default();
        if size > 1 {
            let told = format!("one column: up to {} in a row, the loudest mark of them", counted(size, "occasion"));
            self.line(&[Piece::new(told, &[Label::Dim])]);
        }
        self.text.push('\n');
        let years = self.strip.years(self.timeline);
        for line in [Some(years), channels.map(|(line, _)| line)].into_iter().flatten() {
            if !line.trim().is_empty() {
                self.line(&[Piece::new(line.replace(' ', "\u{a0}"), &[Label::Dim])]);
            }
        }
    }

    /// The threads by where they stand when the newest statement is read, the most recently changed first.
    fn parts(&mut self) {
        let timeline = self.timeline;
        for part in parts::parts(timeline) {
            self.part(&part);
        }
        if timeline.threads.is_empty() && !timeline.readings.is_empty() {
            self.text.push('\n');
            self.line(&[Piece::new("Nothing here answers what was asked for.", &[Label::Heading])]);
        }
    }

    /// Threads under a heading.
    fn part(&mut self, part: &Part) {
        self.text.push('\n');
        let threads = &part.threads;
        let heading = format!("{}\u{a0}{} ({})", part.sign, part.heading, threads.len());
        self.line(&[Piece::new(heading, &[Label::Kind(part.kind), Label::Heading])]);
        for thread in threads.iter().take(self.shown) {
            self.thread(thread);
        }
        if let Some(left) = threads.len().checked_sub(self.shown).filter(|&left| left > 0) {
            let told = format!("… and {left} more, shown by --all");
            self.line(&[Piece::new(told, &[Label::Dim])]);
        }
    }

    /// A thread: its marks, its words, and beneath them how often it was said.
    fn thread(&mut self, thread: &Thread) {
        let marks = self.strip.marks(self.timeline, thread);
        self.used.extend(marks.iter().copied());
        let strip = marks.iter().map(|mark| Piece::new(mark.sign(), &[mark.label()])).collect();
        let words = wording(self.timeline, thread);
        self.beside(strip, &words);
        self.beside(Vec::new(), &[Piece::new(note(self.timeline, thread), &[Label::Dim])]);
    }

    /// A reader's own words: where they stand, and where something close does.
    fn followed(&mut self, thread: &Thread) {
        let timeline = self.timeline;
        self.text.push('\n');
        let query = thread.query.as_deref().map(on_one_line).unwrap_or_default();
        let marks = self.strip.marks(timeline, thread);
        self.used.extend(marks.iter().copied());
        let strip = marks.iter().map(|mark| Piece::new(mark.sign(), &[mark.label()])).collect();
        self.beside(strip, &[Piece::new(format!("“{query}”"), &[Label::Heading])]);
        self.beside(Vec::new(), &[Piece::new(record(timeline, thread), &[Label::Dim])]);
        let hits: Vec<&Appearance> = thread.appearances.iter().filter(|said| said.hold != Hold::Again).collect();
        let words =
            |said: &Appearance| -> String { context(timeline, said).iter().map(|piece| &*piece.text).collect() };
        // The same words in a row are told once.
        for run in hits.chunk_by(|one, other| Mark::of_hit(one) == Mark::of_hit(other) && words(one) == words(other)) {
            self.hits(run);
        }
    }

    /// The same words in some statements in a row.
    fn hits(&mut self, run: &[&Appearance]) {
        let timeline = self.timeline;
        let source = |said: &Appearance| source(timeline, &timeline.readings[said.statement].statement);
        let [first, .., last] = run else {
            return run.iter().for_each(|only| self.hit(only, vec![source(only)]));
        };
        self.hit(first, vec![format!("{} to {}", source(first), source(last)), counted(run.len(), "statement")]);
    }

    fn hit(&mut self, said: &Appearance, mut about: Vec<String>) {
        let mark = Mark::of_hit(said);
        if !said.is_verbatim {
            about.push(format!("close, {:.2}", said.similarity));
        }
        let mut pieces = vec![Piece::new(format!("{}: ", about.join(DOT)), &[Label::Dim])];
        pieces.extend(context(self.timeline, said));
        self.hanging(Piece::new(mark.sign(), &[mark.label()]), &pieces);
    }

    /// What one readout of an occasion has and another lacks.
    fn readouts(&mut self) {
        let timeline = self.timeline;
        for (at, event, threads) in parts::readouts(timeline) {
            self.text.push('\n');
            let name = named(&timeline.readings[event.statements.start].statement);
            let heading =
                format!("{}\u{a0}In one readout of {name} and not in another ({})", Mark::Partly.sign(), threads.len());
            self.line(&[Piece::new(heading, &[Label::Heading])]);
            for thread in threads.iter().take(self.shown) {
                let said = thread.appearances.iter().filter(|said| said.event == at);
                for said in said.filter(|said| said.hold != Hold::Again) {
                    let from = origin(&timeline.readings[said.statement].statement);
                    let mut pieces = vec![Piece::new(format!("{from}: "), &[Label::Dim])];
                    pieces.extend(quoted(timeline, said));
                    self.beside(Vec::new(), &pieces);
                }
            }
            if let Some(left) = threads.len().checked_sub(self.shown).filter(|&left| left > 0) {
                self.line(&[Piece::new(format!("… and {left} more, shown by --all"), &[Label::Dim])]);
            }
        }
    }

    /// Writes pieces across the page.
    fn line(&mut self, pieces: &[Piece]) {
        for line in wrap(&formed(pieces, self.paint), self.width.min(MEASURE)) {
            self.write(&line);
        }
    }

    /// Writes a strip of marks with pieces beside it.
    fn beside(&mut self, strip: Vec<Piece>, pieces: &[Piece]) {
        let margin = self.strip.cells.len() + 2;
        let width = self.width.saturating_sub(margin).clamp(1, MEASURE);
        let strip: Line = strip.into_iter().map(|piece| Run { text: piece.text, labels: piece.labels }).collect();
        for (at, line) in wrap(&formed(pieces, self.paint), width).into_iter().enumerate() {
            let mut whole: Line = if at == 0 { strip.clone() } else { Line::new() };
            let gap = " ".repeat(margin - columns(&whole));
            whole.push(Run { text: gap, labels: Vec::new() });
            whole.extend(line);
            self.write(&whole);
        }
    }

    /// Writes pieces that hang under a sign.
    fn hanging(&mut self, sign: Piece, pieces: &[Piece]) {
        let indent = Run { text: "  ".into(), labels: Vec::new() };
        let width = self.width.saturating_sub(4).clamp(1, MEASURE);
        for (at, line) in wrap(&formed(pieces, self.paint), width).into_iter().enumerate() {
            let own = match at {
                0 => Run { text: sign.text.clone(), labels: sign.labels.clone() },
                _ => Run { text: " ".into(), labels: Vec::new() },
            };
            let mut whole = vec![indent.clone(), own, Run { text: " ".into(), labels: Vec::new() }];
            whole.extend(line);
            self.write(&whole);
        }
    }

    fn write(&mut self, line: &Line) {
        let mut runs = line.clone();
        // Nothing hangs over the end of a line.
        while let Some(mut last) = runs.pop() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                runs.push(last);
                break;
            }
        }
        self.text.extend(runs.iter().map(|run| painted(run, self.paint)));
        self.text.push('\n');
    }
}
