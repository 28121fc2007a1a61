//! A series as one page: what became of its lines in the newest statement, each with its history as a row of marks over
//! time and, folded beneath, in words.
//!
//! A line is named by its thread (`#t-5f1c0000`), a statement by its place in the series (`#s-12`).

use super::lines::{context, has_lexicon, moved, note, origin, quoted, reasons, record, source, when, wording};
use super::page::{self, Chip, choice, lang, pieces};
use super::parts::{self, Part};
use super::picture::{Picture, level};
use super::rows::{DOT, Piece, capital, count_from_one, counted, force, on_one_line};
use super::strip::{Loudness, Mark};
use super::terminal::shown;
use super::{head, page::source as link};
use crate::change::ChangeKind;
use crate::report::{Appearance, Event, Hold, Move, State, Thread, Timeline};
use crate::statement::Extent;
use maud::{Markup, html};
use std::collections::BTreeMap;

const STYLE: &str = include_str!("track.css");
const SCRIPT: &str = include_str!("track.js");

/// How many threads of a part a page holds unless all are asked for, so that a century of speeches is a page too.
const HELD: usize = 60;

/// Up to how many statements are listed unfolded.
const LISTED: usize = 12;

/// Lays a series out as a page. Without `shows_all` it holds the most telling threads of each part only.
pub fn track(timeline: &Timeline, shows_all: bool) -> String {
    let sheet = Sheet { timeline, picture: Picture::new(timeline), shows_all };
    let title = parts::whom(timeline).unwrap_or_else(|| "A series of statements".to_owned());
    let language = timeline.readings.first().map_or("", |reading| reading.statement.meta.language.0.as_str());
    let is_followed = timeline.threads.iter().any(|thread| thread.query.is_some());
    let page = html! {
        a.skip href="#lines" { "Skip to the lines" }
        (page::masthead("A series, line by line", &title, language, &sheet.head()))
        main #lines data-columns=(sheet.picture.columns()) {
            @if is_followed { (sheet.followed()) } @else { (sheet.parts()) }
            (sheet.readouts())
        }
        (sheet.colophon())
    };
    let style = STYLE.to_owned() + &sheet.picture.style(timeline);
    page::whole(&format!("{title}: {}", parts::about(timeline)), &page, &style, SCRIPT)
}

/// A page in the making.
struct Sheet<'t, 'r> {
    timeline: &'t Timeline<'r>,
    picture: Picture,
    shows_all: bool,
}

/// A stretch of a thread's history.
enum Stretch<'t> {
    /// Said in the same words on some occasions in a row.
    Said(Vec<&'t Appearance>),
    /// Not said, from one occasion to another.
    Gone(usize, usize),
}

impl Sheet<'_, '_> {
    /// Which statements.
    fn head(&self) -> Markup {
        let newest = self.timeline.newest().map(|newest| &self.timeline.readings[newest.statements.start].statement);
        html! {
            div.head {
                p { strong { (parts::about(self.timeline)) } }
                @if let Some(newest) = newest {
                    p {
                        "The newest: " (shown(&head::named(newest)))
                        @if let Some(title) = &newest.meta.title { ", " (shown(&on_one_line(title))) }
                        @if let Some(from) = &newest.meta.source { (DOT) (link(from)) }
                    }
                }
            }
        }
    }

    /// The threads by where they stand when the newest statement is read.
    fn parts(&self) -> Markup {
        let parts = parts::parts(self.timeline);
        let chip = |part: &Part| Chip {
            name: part.name,
            kind: part.kind,
            sign: part.sign,
            word: part.word,
            count: part.threads.len(),
        };
        let chips: Vec<Chip> = parts.iter().map(chip).collect();
        let chips = &chips;
        let newest = self.timeline.newest().map(|newest| &self.timeline.readings[newest.statements.start].statement);
        html! {
            section #newest aria-labelledby="newest-name" {
                h2 #newest-name { @if let Some(newest) = newest { (shown(&capital(&head::named(newest)))) } @else { "No statement" } }
                @if parts.is_empty() { p.nothing { "Nothing here answers what was asked for." } }
                (page::counts(chips))
                (page::filters(chips, &self.classes(), &hint()))
            }
            (self.legend())
            (self.axis())
            @for part in &parts { (self.part(part)) }
        }
    }

    fn classes(&self) -> Markup {
        let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
        let read = self.timeline.threads.iter().filter(|thread| has_lexicon(self.timeline, thread));
        for class in read.filter_map(|thread| self.timeline.class(thread)) {
            *classes.entry(class.name()).or_default() += 1;
        }
        let classes: Vec<(String, String)> =
            classes.iter().map(|(class, count)| ((*class).to_owned(), format!("{class} ({count})"))).collect();
        choice("class", "Class", &classes)
    }

    /// What the marks mean.
    fn legend(&self) -> Markup {
        let threads = &self.timeline.threads;
        let mut marks: Vec<Mark> =
            threads.iter().flat_map(|thread| self.picture.strip.marks(self.timeline, thread)).collect();
        marks.sort_unstable();
        marks.dedup();
        marks.retain(|mark| *mark != Mark::Before);
        let has_force = threads.iter().any(|thread| thread.query.is_none() && has_lexicon(self.timeline, thread));
        let is_missed = threads.iter().any(|thread| self.timeline.state(thread) == State::Absent);
        html! {
            ul.key aria-label="What the marks mean" {
                @if has_force {
                    li { span.swatches { @for level in ["f1", "f2", "f3", "f4"] { span.swatch.(level) { } } } " said, from mild to firm" }
                }
                @for mark in marks {
                    @match mark {
                        Mark::Said => { @if !has_force { li { span.swatch { } " said as before" } } }
                        Mark::Absent => {
                            li { span.swatch.thin { } " absent" }
                            @if is_missed { li.disappeared { span.swatch.lost { } b { " −" } " missing now" } }
                        }
                        Mark::Verbatim => { li { span.swatch.f4 { } " " (mark.sign()) " " (mark.word()) } }
                        Mark::Close => { li { span.swatch.open { } " " (mark.sign()) " " (mark.word()) } }
                        mark => { li class=(mark.label().name()) { b { (mark.sign()) } " " (mark.word()) } }
                    }
                }
            }
        }
    }

    /// The years over the lines; they stay in sight.
    fn axis(&self) -> Markup {
        let letters = self.picture.channels(self.timeline).map(|(_, letters)| letters).unwrap_or_default();
        let letters: Vec<String> = letters
            .iter()
            .map(|(letter, channel)| format!("{letter}\u{a0}{}", on_one_line(channel).replace(' ', "\u{a0}")))
            .collect();
        let size = self.picture.strip.cells.iter().map(std::ops::Range::len).max().unwrap_or_default();
        html! {
            div.years {
                p {
                    @if letters.is_empty() { "One column a statement" } @else { (shown(&letters.join("\u{a0} "))) }
                    @if size > 1 { ": up to " (counted(size, "occasion")) " in a row, the loudest mark of them" }
                }
                (self.picture.axis(self.timeline))
            }
        }
    }

    fn part(&self, part: &Part) -> Markup {
        let held = if self.shows_all { part.threads.len() } else { part.threads.len().min(HELD) };
        let left = part.threads.len() - held;
        let is_quiet = matches!(part.name, "kept" | "dropped");
        html! {
            section.group.(part.kind.name()).quiet[is_quiet] #{ "kind-" (part.name) } {
                h3 { (part.sign) " " (shown(&part.heading)) " (" (part.threads.len()) ")" }
                (page::list(&part.threads[..held], self.shows_all, |thread| self.thread(part, thread)))
                @if left > 0 { p.dim.left { "… and " (left) " more, said less often; " code { "--all" } " writes them too." } }
            }
        }
    }

    /// A thread: its words, how often it was said, its marks and its history.
    fn thread(&self, part: &Part, thread: &Thread) -> Markup {
        let class = self.timeline.class(thread).filter(|_| has_lexicon(self.timeline, thread));
        let spoken = thread.appearances.iter().rev().find(|said| said.hold == Hold::Own);
        html! {
            li.entry.thread.(part.kind.name()) #(thread.id) data-kind=(part.name) data-class=(class.map_or("", |class| class.name())) {
                div.told {
                    span.sign { (part.sign) " " span.unseen { (part.word) } }
                    p.quote lang=[spoken.and_then(|said| self.lang(said))] dir="auto" { (pieces(&wording(self.timeline, thread))) }
                    p.note { (shown(&self.note(thread))) }
                }
                (self.picture.line(self.timeline, thread, &record(self.timeline, thread)))
                (self.history(thread))
            }
        }
    }

    /// What is said of a thread; of an absent one the heading has said so.
    fn note(&self, thread: &Thread) -> String {
        let note = note(self.timeline, thread);
        if !matches!(self.timeline.state(thread), State::Absent | State::Dropped) {
            return note;
        }
        let class = note.split_once(DOT).filter(|_| has_lexicon(self.timeline, thread)).map(|(class, _)| class);
        let rest = note.split_once("; ").map_or(note.as_str(), |(_, rest)| rest);
        class.into_iter().chain([rest]).collect::<Vec<_>>().join(DOT)
    }

    /// A reader's own words: where they stand, and where something close does.
    fn followed(&self) -> Markup {
        html! {
            section #newest aria-labelledby="newest-name" {
                h2 #newest-name { (counted(self.timeline.threads.len(), "phrase")) " followed by meaning" }
                p.keys { (hint()) }
            }
            (self.legend())
            (self.axis())
            section.group {
                ol { @for thread in &self.timeline.threads { (self.query(thread)) } }
            }
        }
    }

    fn query(&self, thread: &Thread) -> Markup {
        let record = record(self.timeline, thread);
        html! {
            li.entry.thread.followed #(thread.id) {
                div.told {
                    p.quote dir="auto" { "“" (shown(&on_one_line(thread.query.as_deref().unwrap_or_default()))) "”" }
                    p.note { (shown(&record)) }
                }
                (self.picture.line(self.timeline, thread, &record))
                (self.history(thread))
            }
        }
    }

    /// The history of a line: the same words in a row are one stretch, and so is an absence.
    fn stretches<'t>(&self, thread: &'t Thread) -> Vec<Stretch<'t>> {
        let said: Vec<&Appearance> = thread.appearances.iter().filter(|said| said.hold != Hold::Again).collect();
        let words =
            |said: &Appearance| -> String { self.words(thread, said).into_iter().map(|piece| piece.text).collect() };
        let is_one = |one: &&Appearance, next: &&Appearance| {
            let is_told = next.change.as_ref().is_none_or(|change| change.kind == ChangeKind::Kept);
            next.event <= one.event + 1 && one.hold == next.hold && is_told && words(one) == words(next)
        };
        let runs = said.chunk_by(is_one).map(|run| Stretch::Said(run.to_vec())).collect();
        let is_followed = thread.query.is_some();
        self.with_gaps(runs, said.first().filter(|_| !is_followed).map_or(0, |first| first.event))
    }

    /// The words of an appearance, with what came and went or what was looked for.
    fn words(&self, thread: &Thread, said: &Appearance) -> Vec<Piece> {
        if thread.query.is_some() { context(self.timeline, said) } else { moved(self.timeline, thread, said) }
    }

    /// Puts the absences between what was said, from an occasion to the newest.
    fn with_gaps<'t>(&self, runs: Vec<Stretch<'t>>, from: usize) -> Vec<Stretch<'t>> {
        let mut stretches = Vec::new();
        let mut next = from;
        for run in runs {
            if let Stretch::Said(said) = &run
                && let (Some(first), Some(last)) = (said.first(), said.last())
            {
                if first.event > next {
                    stretches.push(Stretch::Gone(next, first.event - 1));
                }
                next = next.max(last.event + 1);
            }
            stretches.push(run);
        }
        if next < self.timeline.events.len() {
            stretches.push(Stretch::Gone(next, self.timeline.events.len() - 1));
        }
        stretches
    }

    /// Every wording with its day, and the absences between.
    fn history(&self, thread: &Thread) -> Markup {
        let stretches = self.stretches(thread);
        let wordings = stretches.iter().filter(|stretch| matches!(stretch, Stretch::Said(_))).count();
        html! {
            details.history {
                summary {
                    @if thread.query.is_some() { (counted(wordings, "place")) }
                    @else { (counted(wordings, "wording")) " through time" }
                }
                ol { @for stretch in &stretches { (self.stretch(thread, stretch)) } }
                p.place { a href={ "#" (thread.id) } { (thread.id) } }
            }
        }
    }

    fn stretch(&self, thread: &Thread, stretch: &Stretch) -> Markup {
        match stretch {
            Stretch::Gone(from, to) => self.gone(*from, *to),
            Stretch::Said(run) => {
                let (Some(first), Some(last)) = (run.first(), run.last()) else { return html! {} };
                self.said(thread, first, last, run.len())
            }
        }
    }

    /// Some occasions on which a line was not said.
    fn gone(&self, from: usize, to: usize) -> Markup {
        let is_excerpt = |event: &Event| {
            event.statements.clone().all(|at| self.timeline.readings[at].statement.meta.extent == Extent::Excerpts)
        };
        let mark = if self.timeline.events[from..=to].iter().all(is_excerpt) { Mark::Unknown } else { Mark::Absent };
        html! {
            li.gone data-at=(self.at(from, to)) {
                p.day {
                    span.mark { (mark.sign()) " " (mark.word()) } " "
                    @if from == to { (shown(&when(self.timeline, from))) }
                    @else {
                        (shown(&when(self.timeline, from))) " to " (shown(&when(self.timeline, to))) ", "
                        (counted(to - from + 1, "occasion"))
                    }
                }
            }
        }
    }

    /// Some occasions in a row on which a line was said in the same words.
    fn said(&self, thread: &Thread, first: &Appearance, last: &Appearance, count: usize) -> Markup {
        let reading = &self.timeline.readings[first.statement];
        let mark = self.mark(thread, first);
        let is_oldest = mark == Mark::Said && first.change.is_none();
        let word = if is_oldest { "in the first statement" } else { mark.word() };
        let day = |said: &Appearance| {
            let statement = &self.timeline.readings[said.statement].statement;
            html! { a href={ "#s-" (said.statement) } { (shown(&source(self.timeline, statement))) } }
        };
        let phrase = first.phrase.map(|at| &reading.phrases[at]);
        let force = phrase.and_then(|phrase| force(reading, phrase));
        let against = first.change.as_ref().and_then(|change| change.against).filter(|_| thread.query.is_none());
        let mut notes = if thread.query.is_none() { reasons(self.timeline, first) } else { Vec::new() };
        if thread.query.is_some() && !first.is_verbatim {
            notes.push(format!("likeness {:.2}", first.similarity));
        }
        if first.hold == Hold::Inside {
            notes.push("inside a longer clause".to_owned());
        }
        notes.extend(phrase.map(|phrase| format!("sentence\u{a0}{}", count_from_one(phrase.sentence))));
        html! {
            li.(mark.label().name()) data-at=(self.at(first.event, last.event)) data-now=(first.statement) data-was=[against] {
                p.day {
                    span.mark { (mark.sign()) " " (word) } " "
                    (day(first))
                    @if count > 1 { " to " (day(last)) ", " (counted(count, "statement")) }
                    @if let Some(force) = force { (DOT) span class={ "swatch f" (level(self.timeline, first)) } { } " " (force) }
                }
                p.words lang=[self.lang(first)] dir="auto" { (pieces(&self.words(thread, first))) }
                @if !notes.is_empty() { p.note { (shown(&notes.join(DOT))) } }
            }
        }
    }

    /// What an appearance is marked as.
    fn mark(&self, thread: &Thread, said: &Appearance) -> Mark {
        match &said.change {
            _ if thread.query.is_some() => Mark::of_hit(said),
            Some(Move { kind, .. }) if *kind != ChangeKind::Kept => Mark::Changed(Loudness(*kind)),
            _ => Mark::Said,
        }
    }

    /// The columns of some occasions in a row.
    fn at(&self, from: usize, to: usize) -> String {
        format!("{} {}", self.picture.column(from), self.picture.column(to))
    }

    /// The language of an appearance, where it is not the page's.
    fn lang(&self, said: &Appearance) -> Option<&str> {
        lang(&self.timeline.readings[said.statement].statement.meta.language.0).filter(|language| *language != "en")
    }

    /// What one readout of an occasion has and another lacks.
    fn readouts(&self) -> Markup {
        html! {
            @for (at, event, threads) in parts::readouts(self.timeline) {
                @let name = head::named(&self.timeline.readings[event.statements.start].statement);
                section.readouts {
                    h3 { (Mark::Partly.sign()) " In one readout of " (shown(&name)) " and not in another (" (threads.len()) ")" }
                    (page::list(&threads, self.shows_all, |thread| self.readout(at, thread)))
                }
            }
        }
    }

    fn readout(&self, event: usize, thread: &Thread) -> Markup {
        let here = thread.appearances.iter().filter(|said| said.event == event && said.hold != Hold::Again);
        let from = |said: &Appearance| origin(&self.timeline.readings[said.statement].statement);
        let words = |said: &Appearance| -> Vec<Piece> { quoted(self.timeline, said) };
        html! {
            li.readout {
                @for said in here {
                    p.note { (shown(&from(said))) ": " }
                    p.quote lang=[self.lang(said)] dir="auto" { (pieces(&words(said))) }
                }
            }
        }
    }

    /// The statements, and what made the page.
    fn colophon(&self) -> Markup {
        let readings = self.timeline.readings;
        let events = self.timeline.events.iter().enumerate();
        let columns: Vec<usize> = events
            .flat_map(|(at, event)| event.statements.clone().map(move |_| at))
            .map(|at| self.picture.column(at))
            .collect();
        let list = html! {
            ol.statements {
                @for (at, reading) in readings.iter().enumerate() {
                    li #{ "s-" (at) } data-column=(columns[at]) { (page::origin(reading)) }
                }
            }
        };
        html! {
            footer {
                h2 { "Where this comes from" }
                @if readings.len() <= LISTED { (list) }
                @else { details { summary { (counted(readings.len(), "statement")) } (list) } }
                (page::maker(readings.iter()))
            }
        }
    }
}

/// How the marks are used.
fn hint() -> Markup {
    html! {
        "Point at a mark to see the words of that day; click to open them beside those before. Keys: " kbd { "Tab" }
        " to a line, " kbd { "←" } " " kbd { "→" } " from wording to wording, " kbd { "↑" } " " kbd { "↓" } " from line to line, "
        kbd { "Enter" } " to open, " kbd { "Esc" } " to close."
    }
}
