//! Tables for spreadsheets and statistics: one row a change, a phrase, a statement.
//!
//! Built from the wire types, so that a cell and the JSON report say the same. RFC 4180: a header, commas, CRLF, quotes
//! where they are needed. Names of columns are promises: more may come, at the end, and none goes.

use super::json::{self, Phrase, PhraseLine};
use super::rows::on_one_line;
use super::track_json::track_report;
use super::words::reason;
use crate::report::{Report, Timeline};
use crate::stance::Reading;

/// What a column holds, by its name in the Table Schema of Frictionless Data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    String,
    Integer,
    Number,
    Boolean,
    Date,
}

impl Type {
    pub(super) fn name(self) -> &'static str {
        match self {
            Type::String => "string",
            Type::Integer => "integer",
            Type::Number => "number",
            Type::Boolean => "boolean",
            Type::Date => "date",
        }
    }
}

/// A column: its name, what it holds, and what that means.
#[derive(Clone, Debug)]
pub(super) struct Column {
    pub(super) name: String,
    pub(super) holds: Type,
    pub(super) about: &'static str,
}

/// Columns and rows.
#[derive(Clone, Debug)]
pub(super) struct Table {
    pub(super) columns: Vec<Column>,
    pub(super) rows: Vec<Vec<String>>,
}

/// What stands between the items of a cell that holds several.
const BETWEEN: &str = " | ";

/// What is known of a change besides its two sides, the words of both sides among it.
const CHANGE: [(&str, Type, &str); 13] = [
    ("id", Type::String, "the change's name: the same after a re-run or an unrelated edit"),
    ("kind", Type::String, "disappeared, reversed, weakened, strengthened, appeared, reworded or kept"),
    ("old_date", Type::Date, "the day of the old statement"),
    ("old_text", Type::String, "the words of the old side; empty where only the new one has the claim"),
    ("new_date", Type::Date, "the day of the newest statement"),
    ("new_text", Type::String, "the words of the new side; empty where only an old one has the claim"),
    ("moved", Type::Boolean, "whether the claim left its place"),
    ("facets", Type::String, "what differs: force, polarity, condition, actor, object, quantity, time, wording"),
    ("reasons", Type::String, "the words that decided"),
    ("doubt", Type::String, "excerpts, translation, near, little-in-common: why to look before saying it aloud"),
    ("similarity", Type::Number, "to the counterpart, or to the nearest that was not accepted, 0 to 1"),
    ("salience", Type::Number, "how much a reader of the series would care, 0 to 1"),
    ("seen_in", Type::String, "the ids of the earlier statements that hold the claim"),
];

/// Which statement a phrase stands in.
const STATEMENT: [(&str, Type, &str); 3] = [
    ("statement", Type::Integer, "the statement's id, from 0"),
    ("path", Type::String, "its file"),
    ("speaker", Type::String, "whose words"),
];

/// What is known of a phrase besides its statement and words.
const PHRASE: [(&str, Type, &str); 16] = [
    ("sentence", Type::Integer, "the number of its sentence, from 0"),
    ("paragraph", Type::Integer, "the number of its paragraph, from 0"),
    ("start", Type::Integer, "where it starts, in code points of the file's text"),
    ("end", Type::Integer, "the code point after its last"),
    ("class", Type::String, "commit, support, oppose, demand, concern, praise, assess or act"),
    ("actor", Type::String, "of whom or what it is said"),
    ("cue", Type::String, "the words that make it a claim"),
    ("polarity", Type::String, "affirmed or negated"),
    ("force_scale", Type::String, "the ladder on which its force is read"),
    ("force_step", Type::Integer, "the step on it"),
    ("force_of", Type::Integer, "the highest step"),
    ("time", Type::String, "past, present or future"),
    ("certainty", Type::String, "certain, probable or possible"),
    ("object", Type::String, "about what"),
    ("conditions", Type::String, "on what terms"),
    ("quantities", Type::String, "its figures"),
];

/// Whose claim a phrase is; it came to the tables later than the other columns and stands behind them.
const HOLDER: [(&str, Type, &str); 1] = [("holder", Type::String, "whose claim it is: the actor's or the speaker's")];

const STATEMENTS: [(&str, Type, &str); 15] = [
    ("id", Type::Integer, "its place in the order of the comparison, from 0; the newest is the last"),
    ("path", Type::String, "the file as given"),
    ("sha256", Type::String, "of the file"),
    ("date", Type::Date, "the day it was published"),
    ("speaker", Type::String, "whose words"),
    ("audience", Type::String, "to whom"),
    ("channel", Type::String, "letter, cable, speech"),
    ("title", Type::String, "its title"),
    ("source", Type::String, "where the text was taken from"),
    ("language", Type::String, "BCP 47 primary subtag"),
    ("extent", Type::String, "whole or excerpts"),
    ("translation", Type::Boolean, "whether it is a translation"),
    ("has_lexicon", Type::Boolean, "whether its language has a lexicon; without one force is not read"),
    ("phrases", Type::Integer, "how many stance phrases"),
    ("sentences", Type::Integer, "how many sentences"),
];

/// What is known of a thread in one statement that holds it.
const TRACK: [(&str, Type, &str); 21] = [
    ("thread", Type::String, "the thread's id: the same after a re-run or when a statement is added"),
    ("query", Type::String, "the reader's own words, where it follows them"),
    ("label", Type::String, "its most typical wording; of a reader's words the closest"),
    (
        "state",
        Type::String,
        "absent, back, reversed, weakened, strengthened, reworded, new, kept or dropped, as of the newest",
    ),
    ("statement", Type::Integer, "the statement's id, from 0"),
    ("event", Type::Integer, "the occasion: readouts of one message are one"),
    ("date", Type::Date, "the day it was published"),
    ("channel", Type::String, "letter, cable, speech"),
    ("source", Type::String, "where the text was taken from"),
    ("path", Type::String, "its file"),
    ("hold", Type::String, "own, again or inside a phrase of another thread"),
    ("verbatim", Type::Boolean, "whether in the very words of the label or of the reader"),
    ("vote", Type::Boolean, "whether a vote quotes it"),
    ("class", Type::String, "what it does here"),
    ("kind", Type::String, "what happened since it was said last"),
    ("against", Type::Integer, "the statement that it is compared with"),
    ("facets", Type::String, "what differs: force, polarity, condition, actor, object, quantity, time, wording"),
    ("similarity", Type::Number, "to the label or to the reader's words, 0 to 1"),
    ("text", Type::String, "the words as they stood"),
    ("start", Type::Integer, "where they start, in code points of the file's text"),
    ("end", Type::Integer, "where they end"),
];

/// Returns the threads of a series as CSV, a row for each thread and statement that holds it.
pub fn track_csv(timeline: &Timeline) -> String {
    let report = track_report(timeline);
    let mut rows = Vec::new();
    for thread in &report.threads {
        let known = |value: &Option<String>| value.as_deref().map(on_one_line).unwrap_or_default();
        for said in &thread.appearances {
            let statement = &report.statements[said.statement];
            rows.push(vec![
                thread.id.clone(),
                known(&thread.query),
                known(&thread.label),
                thread.state.to_owned(),
                said.statement.to_string(),
                said.event.to_string(),
                known(&statement.date),
                known(&statement.channel),
                known(&statement.source),
                statement.path.clone(),
                said.hold.to_owned(),
                said.verbatim.to_string(),
                said.vote.to_string(),
                said.class.unwrap_or_default().to_owned(),
                said.kind.unwrap_or_default().to_owned(),
                said.against.map(|at| at.to_string()).unwrap_or_default(),
                said.facets.join(BETWEEN),
                said.similarity.to_string(),
                on_one_line(&said.text),
                said.span.start.to_string(),
                said.span.end.to_string(),
            ]);
        }
    }
    Table { rows, columns: named("", &TRACK) }.csv()
}

/// Returns the changes of a comparison as CSV, one a row.
pub fn compare_csv(report: &Report) -> String {
    changes(report, &json::compare_report(report)).csv()
}

/// Returns the phrases of statements as CSV, one a row.
pub fn extract_csv(readings: &[Reading]) -> String {
    phrases(readings.iter().enumerate().flat_map(|(id, reading)| json::extract_lines(id, reading))).csv()
}

/// The changes, one a row. The columns of a statement are filled on both sides: where a side lacks the claim they say
/// which statement lacks it.
pub(super) fn changes(report: &Report, wire: &json::CompareReport) -> Table {
    let mut columns = named("", &CHANGE);
    for side in ["old_", "new_"] {
        columns.extend(named(side, &STATEMENT));
        columns.extend(named(side, &PHRASE));
    }
    columns.extend(["old_", "new_"].iter().flat_map(|side| named(side, &HOLDER)));
    let last = wire.statements.len() - 2;
    let rows = wire.changes.iter().zip(&report.changes).map(|(change, told)| {
        let of = |phrase: &Option<Phrase>, or| &wire.statements[phrase.as_ref().map_or(or, |phrase| phrase.statement)];
        let (old, new) = (of(&change.old, last), of(&change.new, last + 1));
        let text = |phrase: &Option<Phrase>| phrase.as_ref().map(|phrase| phrase.text.clone()).unwrap_or_default();
        let reasons: Vec<String> = told.reasons.iter().filter_map(|why| reason(report, told, why)).collect();
        let seen_in: Vec<String> = change.seen_in.iter().map(usize::to_string).collect();
        let mut row = vec![
            change.id.clone(),
            change.kind.to_owned(),
            old.date.clone().unwrap_or_default(),
            text(&change.old),
            new.date.clone().unwrap_or_default(),
            text(&change.new),
            change.moved.to_string(),
            change.facets.join(BETWEEN),
            // The breaks that a terminal is kept from are none of a table's business.
            on_one_line(&reasons.join(BETWEEN)),
            change.doubt.join(BETWEEN),
            change.similarity.to_string(),
            change.salience.to_string(),
            seen_in.join(BETWEEN),
        ];
        for (statement, phrase) in [(old, &change.old), (new, &change.new)] {
            row.extend([statement.id.to_string(), statement.path.clone()]);
            row.push(statement.speaker.clone().unwrap_or_default());
            row.extend(phrase.as_ref().map_or_else(|| vec![String::new(); PHRASE.len()], phrase_cells));
        }
        row.extend([&change.old, &change.new].map(|phrase| phrase.as_ref().map(holder).unwrap_or_default()));
        row
    });
    Table { rows: rows.collect(), columns }
}

/// Phrases, one a row.
pub(super) fn phrases(lines: impl Iterator<Item = PhraseLine>) -> Table {
    let mut columns = named("", &STATEMENT);
    columns.extend(named("", &[("date", Type::Date, "the day it was published")]));
    columns.extend(named("", &[("text", Type::String, "the words")]));
    columns.extend(named("", &PHRASE));
    columns.extend(named("", &HOLDER));
    let rows = lines.map(|line| {
        let mut row = vec![line.phrase.statement.to_string(), line.path, line.speaker.unwrap_or_default()];
        row.extend([line.date.unwrap_or_default(), line.phrase.text.clone()]);
        row.extend(phrase_cells(&line.phrase));
        row.push(holder(&line.phrase));
        row
    });
    Table { rows: rows.collect(), columns }
}

/// Statements, one a row.
pub(super) fn statements(statements: &[json::Statement]) -> Table {
    let rows = statements.iter().map(|statement| {
        let or_none = |text: &Option<String>| text.clone().unwrap_or_default();
        vec![
            statement.id.to_string(),
            statement.path.clone(),
            statement.sha256.clone(),
            or_none(&statement.date),
            or_none(&statement.speaker),
            or_none(&statement.audience),
            or_none(&statement.channel),
            or_none(&statement.title),
            or_none(&statement.source),
            statement.language.clone(),
            statement.extent.to_owned(),
            statement.translation.to_string(),
            statement.has_lexicon.to_string(),
            statement.phrases.to_string(),
            statement.sentences.to_string(),
        ]
    });
    Table { rows: rows.collect(), columns: named("", &STATEMENTS) }
}

fn named(side: &str, columns: &[(&str, Type, &'static str)]) -> Vec<Column> {
    columns.iter().map(|&(name, holds, about)| Column { name: format!("{side}{name}"), holds, about }).collect()
}

/// The cell of [`HOLDER`].
fn holder(phrase: &Phrase) -> String {
    phrase.holder.clone().unwrap_or_default()
}

/// The cells of [`PHRASE`].
fn phrase_cells(phrase: &Phrase) -> Vec<String> {
    let conditions: Vec<String> = phrase.conditions.iter().map(|part| on_one_line(&part.text)).collect();
    let quantities: Vec<String> = phrase.quantities.iter().map(|figure| on_one_line(&figure.text)).collect();
    let (scale, step, of) = match &phrase.force {
        Some(force) => (force.scale.clone(), force.step.to_string(), force.of.to_string()),
        None => Default::default(),
    };
    vec![
        phrase.sentence.to_string(),
        phrase.paragraph.to_string(),
        phrase.span.start.to_string(),
        phrase.span.end.to_string(),
        phrase.class.to_owned(),
        phrase.actor.clone().unwrap_or_default(),
        phrase.cue.clone().unwrap_or_default(),
        phrase.polarity.to_owned(),
        scale,
        step,
        of,
        phrase.time.to_owned(),
        phrase.certainty.to_owned(),
        phrase.object.clone().unwrap_or_default(),
        conditions.join(BETWEEN),
        quantities.join(BETWEEN),
    ]
}

impl Table {
    /// Returns the table as CSV.
    pub(super) fn csv(&self) -> String {
        let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
        let header: Vec<&str> = self.columns.iter().map(|column| column.name.as_str()).collect();
        writer.write_record(header).expect("memory takes it");
        for row in &self.rows {
            let cells = self.columns.iter().zip(row);
            let cells =
                cells.map(|(column, cell)| if column.holds == Type::String { safe(cell) } else { cell.clone() });
            writer.write_record(cells).expect("a row has as many cells as the header");
        }
        String::from_utf8(writer.into_inner().expect("memory takes it")).expect("cells are text")
    }
}

/// A cell that a spreadsheet would reckon with, behind an apostrophe, so that it shows it as text.
fn safe(cell: &str) -> String {
    // The wide forms are read as the narrow ones where Chinese, Japanese or Korean is set.
    let is_reckoned = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']);
    if is_reckoned { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_what_spreadsheets_read_as_text() {
        let columns = named("", &[("a", Type::String, ""), ("b", Type::Integer, "")]);
        let row = |text: &str, number: &str| vec![text.to_owned(), number.to_owned()];
        for (cell, expected) in [
            ("plain", "plain"),
            ("with, comma", "\"with, comma\""),
            ("a \"quoted\" word", "\"a \"\"quoted\"\" word\""),
            ("two\nlines", "\"two\nlines\""),
            ("=1+1", "'=1+1"),
            ("+49", "'+49"),
            ("-x", "'-x"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("＝1", "'＝1"),
            ("1=1", "1=1"),
        ] {
            let table = Table { columns: columns.clone(), rows: vec![row(cell, "-3")] };
            assert_eq!(table.csv(), format!("a,b\r\n{expected},-3\r\n"));
        }
    }
}
