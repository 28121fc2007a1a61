//! What is said of the statements before their words are compared.

use super::rows::{Cell, DOT, Form, Label, Piece, Row, counted, on_one_line};
use crate::report::Report;
use crate::stance::Reading;
use crate::statement::{Extent, Statement};
use jiff::civil::Date;

/// The statements of a comparison, earlier ones first.
pub(super) fn compared(report: &Report, form: Form) -> Vec<Row> {
    let mut rows = Vec::new();
    let (last, earlier) = report.old.split_last().expect("a report has an old side");
    let named = earlier.iter().map(|reading| ("Earlier", reading));
    match form {
        Form::Columns => {
            for (name, reading) in named {
                rows.extend(cells(name, reading).into_iter().map(Row::Line));
            }
            if !rows.is_empty() {
                rows.push(Row::Gap);
            }
            let (old, new) = (cells("Old", last), cells("New", report.new));
            let at = |cells: &[Cell], at: usize| cells.get(at).cloned().unwrap_or_default();
            rows.extend((0..old.len().max(new.len())).map(|line| Row::Pair(at(&old, line), at(&new, line))));
        }
        Form::Inline => {
            for (name, reading) in named.chain([("Old", last), ("New", report.new)]) {
                rows.extend(cells(name, reading).into_iter().map(Row::Line));
            }
        }
    }
    rows
}

/// One statement and how much was found in it.
pub(super) fn single(reading: &Reading) -> Vec<Row> {
    let mut lines = about(reading);
    let found = match reading.phrases.len() {
        0 => "no stance phrases".to_owned(),
        phrases => counted(phrases, "stance phrase"),
    };
    let sentences = counted(reading.segments.sentences.len(), "sentence");
    let issuer = reading.lexicon.as_ref().and_then(|lexicon| lexicon.issuer.as_ref());
    let ladders = issuer.map_or(String::new(), |issuer| format!("{DOT}on the ladders of {issuer}"));
    lines.push(vec![Piece::new(format!("{found} in {sentences}{ladders}"), &[Label::Dim])]);
    lines.into_iter().map(|text| Row::Line(Cell { margin: vec![], text })).collect()
}

/// A statement on some lines, its name in the margin of the first.
fn cells(name: &str, reading: &Reading) -> Vec<Cell> {
    let named = |(at, text)| {
        let name = if at == 0 { Piece::new(name, &[Label::Heading]) } else { Piece::new("", &[]) };
        Cell { margin: vec![name], text }
    };
    about(reading).into_iter().enumerate().map(named).collect()
}

/// Some lines: when and how, who to whom, under which title, and what to bear in mind.
fn about(reading: &Reading) -> Vec<Vec<Piece>> {
    let statement = &reading.statement;
    let meta = &statement.meta;
    let mut lines = Vec::new();
    let whom = match (&meta.speaker, &meta.audience) {
        (Some(speaker), Some(audience)) => Some(format!("{} → {}", on_one_line(speaker), on_one_line(audience))),
        (Some(speaker), None) => Some(on_one_line(speaker)),
        (None, Some(audience)) => Some(format!("→ {}", on_one_line(audience))),
        (None, None) => None,
    };
    let when = [meta.date.map(told), meta.channel.as_deref().map(on_one_line)];
    let when: Vec<String> = when.into_iter().flatten().collect();
    let title = on_one_line(meta.title.as_ref().unwrap_or(&statement.path));
    let known = [(!when.is_empty()).then(|| when.join(DOT)), whom, Some(title)];
    for (at, text) in known.into_iter().flatten().enumerate() {
        lines.push(vec![Piece::new(text, if at == 0 { &[Label::Heading] } else { &[] })]);
    }
    let caveats = caveats(reading);
    if !caveats.is_empty() {
        lines.push(vec![Piece::new(caveats.join(DOT), &[Label::Dim])]);
    }
    lines
}

/// What a reader of the comparison should bear in mind of a statement.
fn caveats(reading: &Reading) -> Vec<String> {
    let meta = &reading.statement.meta;
    let mut caveats = Vec::new();
    if meta.extent == Extent::Excerpts {
        caveats.push("excerpts".to_owned());
    }
    if meta.is_translation {
        caveats.push("translation".to_owned());
    }
    if reading.lexicon.is_none() {
        let language = on_one_line(&meta.language.0);
        let language = if language.is_empty() { "its language".to_owned() } else { format!("`{language}`") };
        caveats.push(format!("no lexicon for {language}: force is not read"));
    }
    caveats
}

/// Which statement, inside a sentence: `the cable of 11 January 2021`.
pub(super) fn named(statement: &Statement) -> String {
    let meta = &statement.meta;
    let channel = meta.channel.as_deref().map_or("statement".to_owned(), on_one_line);
    match (meta.date, &meta.title) {
        (Some(date), _) => format!("the {channel} of {}", told(date)),
        (None, Some(title)) => format!("the {channel} “{}”", on_one_line(title)),
        (None, None) => format!("the {channel} in {}", on_one_line(&statement.path)),
    }
}

/// A date as a newspaper writes it.
pub(super) fn told(date: Date) -> String {
    date.strftime("%-d\u{a0}%B\u{a0}%Y").to_string()
}
