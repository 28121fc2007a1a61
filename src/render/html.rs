//! A comparison as one page: the ledger on top, below it the two statements side by side.
//!
//! A line of the ledger is named by its change (`#c-5f1c0000`), its places in the texts by `#old-c-5f1c0000` and
//! `#new-c-5f1c0000`; without a script these are plain links.

use super::ledger::{Entry, Group, Ledger, Quote};
use super::page::{self, Chip, choice, lang, piece, pieces};
use super::rows::{self, Cell, DOT, Form, Label, Page, Piece, Row, capital, counted, on_one_line};
use super::terminal::shown;
use super::why::{Claim, Decided, Said, Why};
use super::words::{meaning, sign, word};
use super::{head, json, sentences};
use crate::change::ChangeKind;
use crate::report::{Report, ReportedChange};
use crate::stance::Reading;
use maud::{Markup, html};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Lays a comparison out as a page. Unchanged sentences and kept phrases are there in any case, and unfolded if all are
/// to be shown.
pub fn compare(report: &Report, shows_all: bool) -> String {
    let Page { head, body, .. } = rows::compare(report, Form::Columns, false);
    let sheet = Sheet { report, wire: json::compare_report(report), actors: Actors::new(report), shows_all };
    let title = title(report);
    let page = html! {
        a.skip href="#texts" { "Skip to the texts" }
        (page::masthead(
            "What changed, claim by claim",
            &title,
            &report.new.statement.meta.language.0,
            &sheet.head(&head, &title),
        ))
        main {
            (sheet.ledger(&Ledger::new(report, true)))
            (sheet.texts(&body))
            (sheet.earlier())
        }
        (sheet.colophon())
    };
    let last = &report.old[report.old.len() - 1].statement;
    let name = format!("{title}: {} and {}", head::named(last), head::named(&report.new.statement));
    page::whole(&name, &page, "", "")
}

/// Whose words they are.
fn title(report: &Report) -> String {
    let speaker = |reading: &Reading| reading.statement.meta.speaker.as_deref().map(on_one_line);
    let old = speaker(&report.old[report.old.len() - 1]);
    match (old, speaker(report.new)) {
        (Some(old), Some(new)) if old != new => format!("{old}, {new}"),
        (Some(one), _) | (None, Some(one)) => one,
        (None, None) => "Two statements".to_owned(),
    }
}

/// A page in the making.
struct Sheet<'r> {
    report: &'r Report<'r>,
    /// The same as programs see it.
    wire: json::CompareReport,
    actors: Actors,
    shows_all: bool,
}

impl Sheet<'_> {
    fn last(&self) -> &Reading {
        &self.report.old[self.report.old.len() - 1]
    }

    fn id(&self, change: usize) -> &str {
        &self.report.changes[change].id
    }

    /// The statements, by their names; whose words they are stands above already.
    fn head(&self, rows: &[Row], title: &str) -> Markup {
        let line = |cell: &Cell| {
            let is_title = matches!(cell.text.as_slice(), [only] if only.text == title);
            html! { @if !is_title && !cell.text.is_empty() { p { span.label { (pieces(&cell.margin)) } (pieces(&cell.text)) } } }
        };
        let side = |is_new: bool| {
            let cells =
                rows.iter().filter_map(|row| if let Row::Pair(old, new) = row { Some([old, new]) } else { None });
            html! { div { @for cell in cells { (line(cell[usize::from(is_new)])) } } }
        };
        html! {
            div.head {
                @for row in rows { @if let Row::Line(cell) = row { (line(cell)) } }
                div.pair { (side(false)) (side(true)) }
            }
        }
    }

    /// What changed, by kind.
    fn ledger(&self, ledger: &Ledger) -> Markup {
        html! {
            section #ledger aria-labelledby="ledger-name" {
                h2 #ledger-name { "The ledger" }
                @if let Some(told) = &ledger.nothing { p.nothing { (told) } }
                @if ledger.is_narrowed { p.dim { "Only what was asked for is listed and marked." } }
                (page::counts(&chips(ledger)))
                (self.filters(ledger))
                @for group in &ledger.groups { (self.group(group)) }
                (legend(ledger))
            }
        }
    }

    /// What narrows the ledger.
    fn filters(&self, ledger: &Ledger) -> Markup {
        let mut classes: BTreeMap<&str, usize> = BTreeMap::new();
        for class in self.report.changes.iter().flat_map(|change| self.classes(change)) {
            *classes.entry(class).or_default() += 1;
        }
        let classes: Vec<(String, String)> =
            classes.iter().map(|(class, count)| ((*class).to_owned(), format!("{class} ({count})"))).collect();
        let has_lexicon = self.last().lexicon.is_some() || self.report.new.lexicon.is_some();
        let choices = html! {
            @if has_lexicon { (choice("class", "Class", &classes)) }
            (choice("actor", "Actor", &self.actors.choices()))
        };
        let hint = html! {
            "Choose a line to see it in both texts. Keys: " kbd { "↑" } " " kbd { "↓" } " from line to line, "
            kbd { "Enter" } " to the texts, " kbd { "Esc" } " back."
        };
        page::filters(&chips(ledger), &choices, &hint)
    }

    fn group(&self, group: &Group) -> Markup {
        let kind = group.kind.name();
        let is_kept = group.kind == ChangeKind::Kept;
        html! {
            section.group.(kind) #{ "kind-" (kind) } {
                h3 { (group.heading) }
                @for doubt in &group.doubts { p.doubt { (doubt) } }
                @if is_kept {
                    details.more open[self.shows_all] {
                        summary { (counted(group.entries.len(), "phrase")) " in both statements" }
                        ol { @for entry in &group.entries { (self.entry(group, entry)) } }
                    }
                } @else {
                    (page::list(&group.entries, self.shows_all, |entry| self.entry(group, entry)))
                }
            }
        }
    }

    /// A line of the ledger: old words left, new words right, what decided below.
    fn entry(&self, group: &Group, entry: &Entry) -> Markup {
        let change = &self.report.changes[entry.change];
        let id = &change.id;
        let actors: Vec<String> = self.actors.of[entry.change].iter().map(usize::to_string).collect();
        html! {
            li.entry.(group.kind.name()) #(id) data-kind=(group.kind.name())
                data-class=(self.classes(change).join(" ")) data-actor=(actors.join(" ")) {
                span.sign { (sign(group.kind)) " " span.unseen { (word(change)) } }
                div.quotes { @for quote in &entry.quotes { (self.quote(change, entry, quote)) } }
                @for note in &entry.notes { p.note { (shown(note)) } }
                div.foot {
                    p.place { @for part in &entry.place { (shown(part)) (DOT) } a href={ "#" (id) } { (id) } }
                    (self.why(entry.change))
                }
            }
        }
    }

    fn quote(&self, change: &ReportedChange, entry: &Entry, quote: &Quote) -> Markup {
        let (side, name, place) = if quote.is_new { ("new", "now", change.new) } else { ("old", "was", change.old) };
        let language = place.map_or("", |place| self.report.reading(place).statement.meta.language.0.as_str());
        let is_both = entry.quotes.len() == 1 && change.old.is_some() && change.new.is_some();
        html! {
            div class={ (side) @if is_both { " both" } } {
                @if entry.quotes.len() == 2 { span.label { (name) " " } }
                a.quote href={ "#" (side) "-" (change.id) } lang=[lang(language)] dir="auto" { (pieces(&quote.words)) }
            }
        }
    }

    /// Why it was judged so, on demand.
    fn why(&self, change: usize) -> Markup {
        let why = Why::new(self.report, &self.report.changes[change], &self.wire.changes[change]);
        html! {
            details.why {
                summary { "Why" }
                @if !why.decided.is_empty() {
                    table {
                        thead { tr { th { "What decided" } th { "Was" } th { "Now" } th { "Effect" } } }
                        tbody { @for decided in &why.decided { (decided_row(decided)) } }
                    }
                }
                @for claim in &why.claims { (self.claim(claim)) }
                @for doubt in &why.doubts { p.doubt { (shown(doubt)) } }
                p { (why.weight) }
            }
        }
    }

    fn claim(&self, claim: &Claim) -> Markup {
        html! {
            p {
                b { @if claim.is_new { "Now" } @else { "Was" } } ": " (shown(&claim.facts.join("; ")))
            }
            @if !claim.because.is_empty() {
                ul.because {
                    @for because in &claim.because {
                        li {
                            (because.effect) " " (shown(&because.words)) " by entry " (shown(&because.entry))
                            @if let Some(source) = &because.source { " (" (shown(source)) ")" }
                        }
                    }
                }
            }
        }
    }

    /// The classes of the two sides of a change.
    fn classes(&self, change: &ReportedChange) -> Vec<&'static str> {
        let places = [change.old, change.new].into_iter().flatten();
        let mut classes: Vec<&str> = places.map(|place| self.report.phrase(place).class.name()).collect();
        classes.dedup();
        classes
    }

    /// The last earlier statement and the newest, side by side.
    fn texts(&self, body: &[Row]) -> Markup {
        let name = |reading: &Reading| {
            let statement = &reading.statement;
            statement.meta.date.map_or_else(|| capital(&head::named(statement)), head::told)
        };
        html! {
            section #texts aria-labelledby="texts-name" {
                h2 #texts-name { "The two statements" }
                div.bar {
                    p.pair { span { (shown(&name(self.last()))) } span { (shown(&name(self.report.new))) } }
                    p #chosen hidden { }
                }
                div.rows { @for row in body { (self.row(row)) } }
            }
        }
    }

    fn row(&self, row: &Row) -> Markup {
        match row {
            Row::Gap => html! { div.gap { } },
            Row::Pair(old, new) => {
                let is_plain =
                    |cell: &Cell| !cell.text.is_empty() && cell.text.iter().all(|piece| piece.labels.is_empty());
                let is_same = is_plain(old) && is_plain(new);
                html! {
                    div.pair.same[is_same] {
                        (self.cell(old, "old", self.last()))
                        (self.cell(new, "new", self.report.new))
                    }
                }
            }
            Row::Line(line) => html! { p { (pieces(&line.text)) } },
            Row::Fold(told, rows) => html! {
                details.fold open[self.shows_all] {
                    summary { (pieces(&told.text)) }
                    @for row in rows { (self.row(row)) }
                }
            },
        }
    }

    fn cell(&self, cell: &Cell, side: &str, reading: &Reading) -> Markup {
        html! {
            @if cell.text.is_empty() { div class=(side) { } }
            @else {
                div class=(side) {
                    span.number { @for piece in &cell.margin { (piece.text) } }
                    p lang=[lang(&reading.statement.meta.language.0)] dir="auto" { (self.words(&cell.text, side)) }
                }
            }
        }
    }

    /// Words with what is told of them: a phrase that changed stands in an element that names its changes, behind a
    /// link to each.
    fn words(&self, pieces: &[Piece], side: &str) -> Markup {
        html! {
            @for run in runs(pieces) {
                @let changes = changes(run);
                @if changes.is_empty() { (page::pieces(run)) }
                @else {
                    @let ids: Vec<&str> = changes.iter().map(|&at| self.id(at)).collect();
                    span class={ "phrase " (kind(run).name()) } data-changes=(ids.join(" ")) {
                        @for id in &ids { a.at id={ (side) "-" (id) } { } }
                        @for one in run { (self.phrase_piece(one)) }
                    }
                }
            }
        }
    }

    fn phrase_piece(&self, one: &Piece) -> Markup {
        let first = one.changes.first().filter(|_| one.labels.contains(&Label::Open));
        html! {
            @if let Some(&first) = first {
                a.tag lang="en" href={ "#" (self.id(first)) } class=(self.report.changes[first].kind.name()) { (one.text) }
            } @else if !one.labels.contains(&Label::Close) {
                (piece(one))
            }
        }
    }

    /// The statements before the last, where the changes that stand in them have their place.
    fn earlier(&self) -> Markup {
        let earlier = &self.report.old[..self.report.old.len() - 1];
        html! {
            @for (at, reading) in earlier.iter().enumerate() {
                section.earlier {
                    h2 { (shown(&capital(&head::named(&reading.statement)))) }
                    div.rows {
                        @for row in sentences::earlier(self.report, at) {
                            @match row {
                                Row::Line(cell) => (self.cell(&cell, "old", reading)),
                                _ => div.gap { },
                            }
                        }
                    }
                }
            }
        }
    }

    /// Where the texts were taken from and what made the page.
    fn colophon(&self) -> Markup {
        let readings = self.report.old.iter().chain([self.report.new]);
        html! {
            footer {
                h2 { "Where this comes from" }
                ul {
                    @for reading in readings.clone() { li { (page::origin(reading)) } }
                }
                (page::maker(readings))
            }
        }
    }
}

/// The kinds of the ledger.
fn chips<'a>(ledger: &'a Ledger) -> Vec<Chip<'a>> {
    let chip = |group: &'a Group| {
        let (name, word) = (group.kind.name(), group.word);
        Chip { name, kind: group.kind, sign: sign(group.kind), word, count: group.entries.len() }
    };
    ledger.groups.iter().map(chip).collect()
}

fn decided_row(decided: &Decided) -> Markup {
    let said = |said: &Option<Said>| {
        html! {
            @if let Some(said) = said {
                @if let Some(words) = &said.words { (shown(words)) br; }
                @if let Some(step) = &said.step { span.dim { (step) } }
            } @else { "–" }
        }
    };
    html! {
        tr {
            td { (decided.rule) @if let Some(about) = &decided.about { br; span.dim { (about) } } }
            td { (said(&decided.old)) }
            td { (said(&decided.new)) }
            td { (decided.effect) }
        }
    }
}

/// What the words of the ledger mean.
fn legend(ledger: &Ledger) -> Markup {
    html! {
        details.legend {
            summary { "What the words mean" }
            dl {
                @for group in &ledger.groups {
                    dt class=(group.kind.name()) { (sign(group.kind)) " " (group.word) }
                    dd { (meaning(group.kind, group.word != group.kind.name())) }
                }
            }
        }
    }
}

/// Pieces in runs: a phrase from what is told of it to its end, words of the same changes, or what belongs to none.
fn runs(pieces: &[Piece]) -> Vec<&[Piece]> {
    let mut runs = Vec::new();
    let mut rest = pieces;
    while let Some(first) = rest.first() {
        let length = if first.labels.contains(&Label::Open) {
            rest.iter().position(|piece| piece.labels.contains(&Label::Close)).map_or(rest.len(), |at| at + 1)
        } else {
            let is_same = |piece: &&Piece| piece.changes == first.changes && !piece.labels.contains(&Label::Open);
            rest.iter().take_while(is_same).count()
        };
        let (run, after) = rest.split_at(length);
        runs.push(run);
        rest = after;
    }
    runs
}

/// The changes whose words a run holds, each once.
fn changes(run: &[Piece]) -> Vec<usize> {
    let mut changes: Vec<usize> = run.iter().flat_map(|piece| piece.changes.iter().copied()).collect();
    changes.sort_unstable();
    changes.dedup();
    changes
}

/// What a run is marked as.
fn kind(run: &[Piece]) -> ChangeKind {
    let kinds = run.iter().flat_map(|piece| &piece.labels);
    let mut kinds = kinds.filter_map(|label| if let Label::Kind(kind) = label { Some(*kind) } else { None });
    kinds.next().unwrap_or(ChangeKind::Kept)
}

/// Who holds the claims, most frequent first.
struct Actors {
    /// Their names and in how many changes each stands.
    names: Vec<(String, usize)>,
    /// For each change the numbers of its actors.
    of: Vec<Vec<usize>>,
}

impl Actors {
    fn new(report: &Report) -> Actors {
        let name = |place| {
            let actor = report.phrase(place).actor.as_ref()?;
            Some(capital(&on_one_line(report.reading(place).name(actor))))
        };
        let of: Vec<Vec<String>> = report
            .changes
            .iter()
            .map(|change| {
                let mut names: Vec<String> = [change.old, change.new].into_iter().flatten().filter_map(name).collect();
                names.dedup();
                names
            })
            .collect();
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        of.iter().flatten().for_each(|name| *counts.entry(name).or_default() += 1);
        let mut names: Vec<(String, usize)> =
            counts.into_iter().map(|(name, count)| (name.to_owned(), count)).collect();
        names.sort_by_key(|(_, count)| Reverse(*count));
        let number: BTreeMap<&str, usize> =
            names.iter().enumerate().map(|(at, (name, _))| (name.as_str(), at)).collect();
        let of = of.iter().map(|names| names.iter().map(|name| number[name.as_str()]).collect()).collect();
        Actors { names, of }
    }

    fn choices(&self) -> Vec<(String, String)> {
        let choice = |(at, (name, count)): (usize, &(String, usize))| (at.to_string(), format!("{name} ({count})"));
        self.names.iter().enumerate().map(choice).collect()
    }
}
