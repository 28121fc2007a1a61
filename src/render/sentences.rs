//! The sentences of two statements as rows: what went and came marked, each changed phrase under its sign and word.

use super::rows::{Cell, Form, Label, Piece, Row, Text, atoms, count_from_one, counted};
use super::words::{sign, word};
use crate::change::{ChangeKind, Edit};
use crate::report::{Report, ReportedChange, SentenceOp, SentenceRow};
use crate::stance::Reading;
use crate::text::Span;
use std::collections::BTreeMap;

/// Returns the sentences in report order. Runs that are unchanged, or in which a narrowed report found nothing, are one
/// line each, unless all are to be shown.
pub(super) fn rows(report: &Report, form: Form, shows_all: bool) -> Vec<Row> {
    let body = Body::new(report);
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
            continue;
        }
        folded.end(&mut rows, opens);
        match form {
            Form::Columns => rows.push(Row::Pair(body.cell(row, false), body.cell(row, true))),
            Form::Inline => rows.push(Row::Line(body.inline(row))),
        }
    }
    folded.end(&mut rows, false);
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
            rows.push(Row::line(format!("··· {} {what} ···", counted(fold.count, "sentence")), &[Label::Dim]));
        }
        if opens && !rows.is_empty() {
            rows.push(Row::Gap);
        }
    }
}

/// A phrase of the last old statement or of the new one.
type Phrase = (bool, usize);

/// The two statements whose sentences are set.
struct Body<'r> {
    old: &'r Reading,
    new: &'r Reading,
    /// The changes in which a phrase stands.
    changes: BTreeMap<Phrase, Vec<&'r ReportedChange>>,
    is_narrowed: bool,
}

/// A word with what is said of it.
struct Marked {
    text: String,
    has_space: bool,
    edit: Option<Label>,
    phrase: Option<Phrase>,
}

impl<'r> Body<'r> {
    fn new(report: &'r Report<'r>) -> Body<'r> {
        let last = report.old.len() - 1;
        let mut changes: BTreeMap<Phrase, Vec<&ReportedChange>> = BTreeMap::new();
        for change in &report.changes {
            if let Some(place) = change.old.filter(|place| place.statement == last) {
                changes.entry((false, place.phrase)).or_default().push(change);
            }
            if let Some(place) = change.new {
                changes.entry((true, place.phrase)).or_default().push(change);
            }
        }
        Body { old: &report.old[last], new: report.new, changes, is_narrowed: super::words::is_narrowed(report) }
    }

    fn reading(&self, is_new: bool) -> &'r Reading {
        if is_new { self.new } else { self.old }
    }

    fn sentence_of(&self, phrase: Phrase) -> usize {
        self.reading(phrase.0).phrases[phrase.1].sentence
    }

    /// The paragraphs in which a row begins.
    fn paragraphs(&self, row: &SentenceRow) -> (Option<usize>, Option<usize>) {
        let paragraph = |reading: &Reading, sentences: &[usize]| {
            sentences.first().map(|&at| reading.segments.sentences[at].paragraph)
        };
        (paragraph(self.old, &row.old), paragraph(self.new, &row.new))
    }

    /// Whether a row holds nothing that was asked for.
    fn is_folded(&self, row: &SentenceRow) -> bool {
        let is_plain = row.op == SentenceOp::Kept && !row.is_moved;
        let has_mark = self.phrases(row).any(|phrase| !self.tale(row, phrase).is_empty());
        !has_mark && (is_plain || self.is_narrowed)
    }

    /// The phrases of a row.
    fn phrases<'a>(&'a self, row: &'a SentenceRow) -> impl Iterator<Item = Phrase> + 'a {
        let among = |is_new: bool, sentences: &'a [usize]| {
            let phrases = &self.reading(is_new).phrases;
            sentences.iter().flat_map(move |&sentence| {
                let from = phrases.partition_point(|phrase| phrase.sentence < sentence);
                let to = phrases.partition_point(|phrase| phrase.sentence <= sentence);
                (from..to).map(move |at| (is_new, at))
            })
        };
        among(false, &row.old).chain(among(true, &row.new))
    }

    /// The phrase that answers one in a change, and whether it stands in the same row.
    fn answer(&self, row: &SentenceRow, phrase: Phrase, change: &ReportedChange) -> Option<(Phrase, bool)> {
        let place = if phrase.0 { change.old } else { change.new }?;
        let answer = (!phrase.0, place.phrase);
        let sentences = if answer.0 { &row.new } else { &row.old };
        Some((answer, sentences.contains(&self.sentence_of(answer))))
    }

    /// What is told of a phrase in a row: the kind with its words, once each. Nothing of one that is kept in its place.
    fn tale(&self, row: &SentenceRow, phrase: Phrase) -> Vec<(ChangeKind, String)> {
        let mut tale: Vec<(ChangeKind, String)> = Vec::new();
        for change in self.changes.get(&phrase).into_iter().flatten() {
            let elsewhere = self.answer(row, phrase, change).filter(|(_, is_here)| !is_here).map(|(answer, _)| answer);
            // Of a whole sentence that moved, the row says so.
            let is_moved = change.is_moved && (!row.is_moved || elsewhere.is_some());
            if change.kind == ChangeKind::Kept && !is_moved && elsewhere.is_none() {
                continue;
            }
            let mut told = match (change.kind, is_moved) {
                (ChangeKind::Kept, true) => "↷\u{a0}moved".to_owned(),
                (kind, is_moved) => {
                    let moved = if is_moved { " ↷\u{a0}moved" } else { "" };
                    format!("{}\u{a0}{}{moved}", sign(kind), word(change))
                }
            };
            if let Some(answer) = elsewhere {
                let tense = if phrase.0 { "was" } else { "now" };
                told += &format!(", {tense} in sentence\u{a0}{}", count_from_one(self.sentence_of(answer)));
            }
            if !tale.iter().any(|(_, other)| *other == told) {
                tale.push((change.kind, told));
            }
        }
        tale.sort_by_key(|(kind, _)| *kind);
        tale
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
        let (tense, other) = if is_new { ("was", &row.old) } else { ("now", &row.new) };
        if row.is_moved
            && let Some(&other) = other.first()
        {
            let told = format!("‹↷\u{a0}moved, {tense} sentence\u{a0}{}›", count_from_one(other));
            text.push(&told, false, &[Label::Moved, Label::Mark]);
        }
    }

    /// The words of one side.
    fn side(&self, row: &SentenceRow, is_new: bool) -> Vec<Marked> {
        let reading = self.reading(is_new);
        let one_sided = if is_new { Label::Added } else { Label::Removed };
        let word_edit = if is_new { Label::InsertedWord } else { Label::DeletedWord };
        let own: Vec<Span> = row
            .edits
            .iter()
            .filter_map(|edit| match *edit {
                Edit::Delete { old } if !is_new => Some(old),
                Edit::Insert { new } if is_new => Some(new),
                _ => None,
            })
            .collect();
        let sentences = if is_new { &row.new } else { &row.old };
        let mut words = Vec::new();
        for &sentence in sentences {
            for atom in atoms(reading, reading.segments.sentences[sentence].tokens.clone()) {
                let span = reading.segments.tokens[atom.token].span;
                let edit = match row.op {
                    SentenceOp::Added | SentenceOp::Removed => Some(one_sided),
                    _ => own.iter().any(|own| own.contains(span)).then_some(word_edit),
                };
                let phrase = self.marked(row, is_new, atom.token);
                words.push(Marked { text: atom.text, has_space: atom.has_space, edit, phrase });
            }
        }
        words
    }

    /// The words of both sides in one run, what went before what came.
    fn both_sides(&self, row: &SentenceRow) -> Vec<Marked> {
        match (row.old.is_empty(), row.new.is_empty()) {
            (false, true) => return self.side(row, false),
            (true, _) => return self.side(row, true),
            (false, false) => {}
        }
        let tokens = |is_new: bool, span: Span| {
            let all = &self.reading(is_new).segments.tokens;
            let from = all.partition_point(|token| token.span.start < span.start);
            let to = all.partition_point(|token| token.span.start < span.end);
            from..to
        };
        let mut words: Vec<Marked> = Vec::new();
        for edit in &row.edits {
            let (is_new, span, label) = match *edit {
                Edit::Equal { new, .. } => (true, new, None),
                Edit::Delete { old } => (false, old, Some(Label::DeletedWord)),
                Edit::Insert { new } => (true, new, Some(Label::InsertedWord)),
            };
            let mut old = match *edit {
                Edit::Equal { old, .. } => tokens(false, old),
                _ => 0..0,
            };
            for atom in atoms(self.reading(is_new), tokens(is_new, span)) {
                let old = old.next().and_then(|old| self.marked(row, false, old));
                // An old phrase without an answer here stands in words that the new side has too.
                let phrase = self.marked(row, is_new, atom.token).or(old);
                let phrase =
                    phrase.map(|phrase| if label.is_none() || !is_new { self.newest(row, phrase) } else { phrase });
                words.push(Marked { text: atom.text, has_space: atom.has_space, edit: label, phrase });
            }
        }
        words
    }

    /// The phrase around a word, if something is told of it in this row.
    fn marked(&self, row: &SentenceRow, is_new: bool, token: usize) -> Option<Phrase> {
        let phrases = &self.reading(is_new).phrases;
        let at = phrases.partition_point(|phrase| phrase.tokens.end <= token);
        phrases.get(at).filter(|phrase| phrase.tokens.contains(&token))?;
        (!self.tale(row, (is_new, at)).is_empty()).then_some((is_new, at))
    }

    /// The new phrase that answers an old one in the same row, else the phrase itself.
    fn newest(&self, row: &SentenceRow, phrase: Phrase) -> Phrase {
        let answers = self.changes.get(&phrase).into_iter().flatten();
        let here = answers.filter_map(|change| self.answer(row, phrase, change)).find(|(_, is_here)| *is_here);
        match here {
            Some((answer, _)) if !phrase.0 && !self.tale(row, answer).is_empty() => answer,
            _ => phrase,
        }
    }

    /// Sets words, each marked phrase between its sign and word and a closing sign.
    fn set(&self, row: &SentenceRow, words: Vec<Marked>, text: &mut Text) {
        let mut ends: BTreeMap<Phrase, (usize, usize)> = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(phrase) = word.phrase {
                ends.entry(phrase).or_insert((at, at)).1 = at;
            }
        }
        let kind = |phrase: Phrase| Label::Kind(self.tale(row, phrase)[0].0);
        // After an opening sign the space has been set.
        let mut is_set = text.pieces.is_empty();
        for (at, word) in words.iter().enumerate() {
            let mut has_space = if at == 0 { !is_set } else { word.has_space };
            let mut opening: Vec<Phrase> =
                ends.iter().filter(|(_, (first, _))| *first == at).map(|(phrase, _)| *phrase).collect();
            opening.sort_by_key(|phrase| std::cmp::Reverse(ends[phrase].1));
            for phrase in opening {
                let tale: Vec<String> = self.tale(row, phrase).into_iter().map(|(_, told)| told).collect();
                text.push(&format!("‹{}:", tale.join("; ")), has_space, &[kind(phrase), Label::Mark]);
                has_space = true;
            }
            let mut labels: Vec<Label> = word.phrase.map(kind).into_iter().collect();
            match word.edit {
                // The kind is more particular than that the whole sentence came or went.
                Some(edit @ (Label::Added | Label::Removed)) => labels.insert(0, edit),
                edit => labels.extend(edit),
            }
            text.push(&word.text, has_space, &labels);
            for phrase in ends.iter().filter(|(_, (_, last))| *last == at).map(|(phrase, _)| *phrase) {
                text.push("›", false, &[kind(phrase), Label::Mark]);
            }
            is_set = true;
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
