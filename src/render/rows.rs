//! The report laid out once, as rows of labelled pieces, for every renderer that shows it to people.
//!
//! In: a finished report. Out: [`Page`]. A piece says what its words mean, never how wide or of which colour they are.

use super::escape::is_obeyed;
use super::ledger::Ledger;
use super::{head, sentences};
use crate::change::ChangeKind;
use crate::report::Report;
use crate::stance::{Polarity, Reading, StancePhrase};
use std::ops::Range;

/// What a piece of text means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Words of a phrase that changed so, or what tells of it.
    Kind(ChangeKind),
    /// The sign of a kind.
    Mark,
    /// The sign and word that open a phrase; several in a row open it together.
    Open,
    /// Where the phrase ends; it has no words of its own.
    Close,
    /// A remark between the words of a statement.
    Aside,
    /// It left its place.
    Moved,
    /// A sentence that only the old statement holds.
    Removed,
    /// A sentence that only the new statement holds.
    Added,
    /// Words of a pair that only the old side holds.
    DeletedWord,
    /// Words of a pair that only the new side holds.
    InsertedWord,
    /// The words that make a claim.
    Cue,
    /// Opens a part of the page.
    Heading,
    /// A number in the margin.
    Number,
    /// Of less weight than the rest.
    Dim,
}

impl Label {
    /// All labels.
    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = Label> {
        use Label::*;
        let others =
            [Mark, Open, Close, Aside, Moved, Removed, Added, DeletedWord, InsertedWord, Cue, Heading, Number, Dim];
        ChangeKind::ALL.into_iter().map(Kind).chain(others)
    }

    /// Whether it is said of the words of a statement rather than by them.
    pub(super) fn is_set_apart(self) -> bool {
        matches!(self, Label::Open | Label::Close | Label::Aside)
    }

    /// Returns the name that the theme knows it by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Label::Kind(kind) => kind.name(),
            Label::Mark | Label::Open | Label::Close | Label::Aside => "mark",
            Label::Moved => "moved",
            Label::Removed => "removed",
            Label::Added => "added",
            Label::DeletedWord => "deleted-word",
            Label::InsertedWord => "inserted-word",
            Label::Cue => "cue",
            Label::Heading => "heading",
            Label::Number => "number",
            Label::Dim => "dim",
        }
    }
}

/// Text with what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The text. A no-break space and a word joiner in it hold its words together.
    pub(super) text: String,
    /// What it means, the more particular last.
    pub(super) labels: Vec<Label>,
    /// The changes whose words they are, by their place in the report.
    pub(super) changes: Vec<usize>,
}

impl Piece {
    /// Labels a text.
    pub(super) fn new(text: impl Into<String>, labels: &[Label]) -> Piece {
        Piece { text: text.into(), labels: labels.to_vec(), changes: Vec::new() }
    }
}

/// A run of text, with what stands in the margin before it.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    /// The columns of the margin, one piece each; they line up with those of the rows around.
    pub(super) margin: Vec<Piece>,
    /// The text.
    pub(super) text: Vec<Piece>,
}

/// A row of the page.
#[derive(Clone, Debug)]
pub(super) enum Row {
    /// Across the page.
    Line(Cell),
    /// Old left, new right.
    Pair(Cell, Cell),
    /// A gap between two paragraphs.
    Gap,
    /// Rows that are told in one line, for a reader who may ask for them.
    Fold(Cell, Vec<Row>),
}

impl Row {
    /// A line without a margin.
    pub(super) fn line(text: impl Into<String>, labels: &[Label]) -> Row {
        Row::Line(Cell { margin: Vec::new(), text: vec![Piece::new(text, labels)] })
    }
}

/// How the sentences of two statements are set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Old left, new right.
    Columns,
    /// One column.
    Inline,
}

/// A comparison as rows.
#[derive(Clone, Debug)]
pub(super) struct Page {
    /// The statements.
    pub(super) head: Vec<Row>,
    /// Their sentences.
    pub(super) body: Vec<Row>,
    /// What changed, by kind.
    pub(super) ledger: Ledger,
}

/// Lays out a comparison.
pub(super) fn compare(report: &Report, form: Form, shows_all: bool) -> Page {
    Page {
        head: head::compared(report, form),
        body: sentences::rows(report, form, shows_all),
        ledger: Ledger::new(report, shows_all),
    }
}

/// Lays out the phrases of statements.
pub(super) fn extract(readings: &[Reading]) -> Vec<Row> {
    let mut rows = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        if at > 0 {
            rows.push(Row::Gap);
        }
        rows.extend(head::single(reading));
        for phrase in &reading.phrases {
            rows.push(Row::Gap);
            rows.extend(phrase_rows(reading, phrase));
        }
    }
    rows
}

/// Who holds a claim that is more than a judgement and said of somebody else: `The ports must open`.
fn asker<'r>(reading: &'r Reading, phrase: &StancePhrase) -> Option<&'r str> {
    let is_of_another = phrase.actor.as_ref().is_some_and(|actor| !actor.is_speaker);
    (phrase.class.is_stance() && is_of_another && !phrase.is_attributed).then(|| reading.holder(phrase)).flatten()
}

/// A phrase: what it is in the margin, its words with the cue marked, who holds it.
fn phrase_rows(reading: &Reading, phrase: &StancePhrase) -> Vec<Row> {
    let mut text = Text::default();
    for atom in atoms(reading, phrase.tokens.clone()) {
        let is_cue = phrase.cue.as_ref().is_some_and(|cue| cue.contains(&atom.token));
        text.push(&atom.text, atom.has_space, if is_cue { &[Label::Cue] } else { &[] });
    }
    let number = Piece::new(count_from_one(phrase.sentence), &[Label::Number]);
    let mut rows = vec![Row::Line(Cell {
        margin: vec![number, Piece::new(force(reading, phrase).unwrap_or_default(), &[])],
        text: text.pieces,
    })];
    let mut notes = Vec::new();
    if let Some(actor) = &phrase.actor {
        notes.push(format!("actor: {}", on_one_line(reading.name(actor))));
    }
    notes.extend(asker(reading, phrase).map(|holder| format!("holder: {}", on_one_line(holder))));
    if phrase.polarity == Polarity::Negated {
        notes.push("negated".to_owned());
    }
    let ladders = reading.lexicon.as_ref().map(|lexicon| &lexicon.ladders);
    let own = phrase.force.as_ref().filter(|force| ladders.is_some_and(|ladders| ladders.contains_key(&force.scale)));
    notes.extend(own.map(|force| format!("ladder: {}", force.scale)));
    let figures: Vec<String> = reading
        .segments
        .quantities_in(phrase.tokens.clone())
        .iter()
        .map(|quantity| on_one_line(reading.quote(quantity.tokens.clone())))
        .collect();
    let figures = (!figures.is_empty()).then(|| format!("figures: {}", figures.join(DOT)));
    let notes = (!notes.is_empty()).then(|| notes.join(DOT));
    for note in notes.into_iter().chain(figures) {
        let margin = vec![Piece::new("", &[]), Piece::new("", &[])];
        rows.push(Row::Line(Cell { margin, text: vec![Piece::new(note, &[Label::Dim])] }));
    }
    rows
}

/// The class, and the step on its ladder where there is one: `commit 5/9`. Nothing where no lexicon could tell.
pub(super) fn force(reading: &Reading, phrase: &StancePhrase) -> Option<String> {
    let class = reading.lexicon.as_ref().map(|_| phrase.class.name())?;
    Some(match &phrase.force {
        Some(force) => format!("{class}\u{a0}{}/{}", force.step, force.of),
        None => class.to_owned(),
    })
}

/// What stands between two short notes; a line does not begin with it.
pub(super) const DOT: &str = "\u{a0}· ";

/// A number as people count.
pub(super) fn count_from_one(number: usize) -> String {
    (number + 1).to_string()
}

/// `1 sentence`, `2 sentences`.
pub(super) fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

/// A text with its first letter in upper case.
pub(super) fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// A text of the user's with its white space as single spaces.
pub(super) fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A word or mark as it stands in a statement.
#[derive(Clone, Debug)]
pub(super) struct Atom {
    /// Its number in the statement.
    pub(super) token: usize,
    /// The words.
    pub(super) text: String,
    /// Whether white space stands before it.
    pub(super) has_space: bool,
}

/// The visible words and marks of a stretch of a statement, with what a terminal would obey between them.
pub(super) fn atoms(reading: &Reading, tokens: Range<usize>) -> Vec<Atom> {
    let all = &reading.segments.tokens;
    tokens
        .map(|token| {
            let span = all[token].span;
            let before = token.checked_sub(1).map_or(span.start, |before| all[before].span.end.min(span.start));
            let gap = &reading.statement.text[before..span.start];
            let mut text: String = gap.chars().filter(|&c| is_obeyed(c) && !c.is_whitespace()).collect();
            text += &on_one_line(reading.statement.quote(span));
            Atom { token, text, has_space: gap.contains(char::is_whitespace) }
        })
        .collect()
}

/// Pieces put together word by word.
#[derive(Debug, Default)]
pub(super) struct Text {
    /// What there is so far.
    pub(super) pieces: Vec<Piece>,
    /// The changes whose words come next.
    pub(super) changes: Vec<usize>,
}

impl Text {
    /// Adds a word; the space before it means what the words on both its sides have in common.
    pub(super) fn push(&mut self, word: &str, has_space: bool, labels: &[Label]) {
        if has_space && let Some(last) = self.pieces.last().filter(|last| !last.text.ends_with(' ')) {
            let is_shared = |label: &Label| labels.contains(label) && !label.is_set_apart();
            let shared: Vec<Label> = last.labels.iter().copied().filter(is_shared).collect();
            let changes = if last.changes == self.changes { self.changes.clone() } else { Vec::new() };
            self.add(" ", &shared, changes);
        }
        self.add(word, labels, self.changes.clone());
    }

    fn add(&mut self, text: &str, labels: &[Label], changes: Vec<usize>) {
        let is_set_apart = labels.iter().any(|label| label.is_set_apart());
        match self.pieces.last_mut() {
            Some(last) if !is_set_apart && last.labels == labels && last.changes == changes => last.text.push_str(text),
            _ => self.pieces.push(Piece { text: text.to_owned(), labels: labels.to_vec(), changes }),
        }
    }
}
