//! The sentences of two statements as rows.

use super::marks::Body;
use super::rows::{Cell, Form, Label, Piece, Row, Text, count_from_one, counted};
use crate::report::{Report, SentenceOp, SentenceRow};

/// Returns the sentences in report order. Runs that are unchanged, or in which a narrowed report found nothing, are one
/// line each, unless all are to be shown.
pub(super) fn rows(report: &Report, form: Form, shows_all: bool) -> Vec<Row> {
    let body = Body::new(report, report.old.len() - 1);
    let mut rows = Vec::new();
    let mut folded = Fold::default();
    let mut before: (Option<usize>, Option<usize>) = (None, None);
    for row in &report.sentences {
        let paragraphs = body.paragraphs(row);
        let opens = match paragraphs {
            (_, Some(new)) => before.1.is_some_and(|before| before != new),
            (Some(old), None) => before.0.is_some_and(|before| before != old),
            (None, None) => false,
        };
        before = (paragraphs.0.or(before.0), paragraphs.1.or(before.1));
        if !shows_all && body.is_folded(row) {
            folded.opens |= folded.count == 0 && opens;
            folded.count += row.old.len().max(row.new.len());
            folded.is_changed |= row.op != SentenceOp::Kept;
            if opens && !folded.rows.is_empty() {
                folded.rows.push(Row::Gap);
            }
            folded.rows.push(body.row(row, form));
            continue;
        }
        folded.end(&mut rows, opens);
        rows.push(body.row(row, form));
    }
    folded.end(&mut rows, false);
    rows
}

/// Returns the sentences of a statement before the last, with what the newest no longer says of it.
pub(super) fn earlier(report: &Report, statement: usize) -> Vec<Row> {
    let body = Body::new(report, statement);
    let mut rows = Vec::new();
    let sentences = &report.old[statement].segments.sentences;
    for (at, sentence) in sentences.iter().enumerate() {
        if at > 0 && sentences[at - 1].paragraph != sentence.paragraph {
            rows.push(Row::Gap);
        }
        let row =
            SentenceRow { op: SentenceOp::Kept, old: vec![at], new: Vec::new(), is_moved: false, edits: Vec::new() };
        rows.push(Row::Line(body.cell(&row, false)));
    }
    rows
}

/// A run of sentences that is told in one line.
#[derive(Default)]
struct Fold {
    count: usize,
    /// Whether a paragraph opens before it.
    opens: bool,
    /// Whether some of them changed, but not as was asked for.
    is_changed: bool,
    rows: Vec<Row>,
}

impl Fold {
    /// Writes the run, if there is one, and the gap before the row that ends it.
    fn end(&mut self, rows: &mut Vec<Row>, opens: bool) {
        let fold = std::mem::take(self);
        if fold.count > 0 {
            if fold.opens && !rows.is_empty() {
                rows.push(Row::Gap);
            }
            let what = if fold.is_changed { "left out" } else { "unchanged" };
            let told = Piece::new(format!("··· {} {what} ···", counted(fold.count, "sentence")), &[Label::Dim]);
            rows.push(Row::Fold(Cell { margin: Vec::new(), text: vec![told] }, fold.rows));
        }
        if opens && !rows.is_empty() {
            rows.push(Row::Gap);
        }
    }
}

impl Body<'_> {
    fn row(&self, row: &SentenceRow, form: Form) -> Row {
        match form {
            Form::Columns => Row::Pair(self.cell(row, false), self.cell(row, true)),
            Form::Inline => Row::Line(self.inline(row)),
        }
    }

    /// One side of a row.
    fn cell(&self, row: &SentenceRow, is_new: bool) -> Cell {
        let sentences = if is_new { &row.new } else { &row.old };
        if sentences.is_empty() {
            return Cell::default();
        }
        let mut text = Text::default();
        self.moved(row, is_new, &mut text);
        self.set(row, self.side(row, is_new), &mut text);
        Cell { margin: vec![number(sentences)], text: text.pieces }
    }

    /// Both sides of a row in one.
    fn inline(&self, row: &SentenceRow) -> Cell {
        let (sign, label, number) = match row.op {
            SentenceOp::Removed => ("−", Some(Label::Removed), number(&row.old)),
            SentenceOp::Added => ("+", Some(Label::Added), number(&row.new)),
            _ if row.is_moved => ("↷", Some(Label::Moved), number(&row.new)),
            _ => ("", None, number(&row.new)),
        };
        let mut text = Text::default();
        self.moved(row, true, &mut text);
        self.set(row, self.both_sides(row), &mut text);
        let sign = Piece::new(sign, label.as_slice());
        Cell { margin: vec![sign, number], text: text.pieces }
    }

    /// Says of a sentence that left its place where it was or is.
    fn moved(&self, row: &SentenceRow, is_new: bool, text: &mut Text) {
        let (tense, own, other) = if is_new { ("was", &row.new, &row.old) } else { ("now", &row.old, &row.new) };
        if row.is_moved
            && let (Some(&own), Some(&other)) = (own.first(), other.first())
        {
            // Its number can be the same where only its neighbours went.
            let place =
                if own == other { String::new() } else { format!(", {tense} sentence\u{a0}{}", count_from_one(other)) };
            text.push(&format!("↷\u{a0}moved{place}"), false, &[Label::Moved, Label::Aside]);
        }
    }
}

/// The numbers of sentences, as people count.
fn number(sentences: &[usize]) -> Piece {
    let number = match sentences {
        [] => String::new(),
        [only] => count_from_one(*only),
        [first, .., last] => format!("{}– {}", count_from_one(*first), count_from_one(*last)),
    };
    Piece::new(number, &[Label::Number])
}
