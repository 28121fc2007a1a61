//! Words of a sentence with what went and came marked, each changed phrase between its sign and word and a closing sign.

use super::rows::{Label, Text, atoms, count_from_one};
use super::words::{is_narrowed, sign, word};
use crate::change::{ChangeKind, Edit};
use crate::report::{Report, ReportedChange, SentenceOp, SentenceRow};
use crate::stance::Reading;
use crate::text::Span;
use std::collections::BTreeMap;

/// A phrase of the old statement or of the new one.
pub(super) type Phrase = (bool, usize);

/// An earlier statement and the newest, whose sentences are set.
pub(super) struct Body<'r> {
    old: &'r Reading,
    new: &'r Reading,
    report: &'r Report<'r>,
    /// The changes in which a phrase stands, by their place in the report.
    changes: BTreeMap<Phrase, Vec<usize>>,
    is_narrowed: bool,
}

/// A word with what is said of it.
pub(super) struct Marked {
    text: String,
    has_space: bool,
    edit: Option<Label>,
    /// The phrase around it, if something is told of it.
    phrase: Option<Phrase>,
    /// The changes in which a phrase around it stands, told or not.
    changes: Vec<usize>,
}

/// What is told of a phrase: a kind with its words, and the changes that say so.
struct Told {
    kind: ChangeKind,
    words: String,
    changes: Vec<usize>,
}

impl<'r> Body<'r> {
    /// Gathers the changes between one of the earlier statements and the newest.
    pub(super) fn new(report: &'r Report<'r>, earlier: usize) -> Body<'r> {
        let mut changes: BTreeMap<Phrase, Vec<usize>> = BTreeMap::new();
        for (at, change) in report.changes.iter().enumerate() {
            if let Some(place) = change.old.filter(|place| place.statement == earlier) {
                changes.entry((false, place.phrase)).or_default().push(at);
            }
            if let Some(place) = change.new {
                changes.entry((true, place.phrase)).or_default().push(at);
            }
        }
        Body { old: &report.old[earlier], new: report.new, report, changes, is_narrowed: is_narrowed(report) }
    }

    fn reading(&self, is_new: bool) -> &'r Reading {
        if is_new { self.new } else { self.old }
    }

    fn sentence_of(&self, phrase: Phrase) -> usize {
        self.reading(phrase.0).phrases[phrase.1].sentence
    }

    /// The paragraphs in which a row begins.
    pub(super) fn paragraphs(&self, row: &SentenceRow) -> (Option<usize>, Option<usize>) {
        let paragraph = |reading: &Reading, sentences: &[usize]| {
            sentences.first().map(|&at| reading.segments.sentences[at].paragraph)
        };
        (paragraph(self.old, &row.old), paragraph(self.new, &row.new))
    }

    /// Whether a row holds nothing that was asked for.
    pub(super) fn is_folded(&self, row: &SentenceRow) -> bool {
        let is_plain = row.op == SentenceOp::Kept && !row.is_moved;
        let has_mark = self.phrases(row).any(|phrase| self.is_marked(row, phrase));
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
    fn tale(&self, row: &SentenceRow, phrase: Phrase) -> Vec<Told> {
        let mut tale: Vec<Told> = Vec::new();
        for &at in self.changes.get(&phrase).into_iter().flatten() {
            let change = &self.report.changes[at];
            let elsewhere = self.answer(row, phrase, change).filter(|(_, is_here)| !is_here).map(|(answer, _)| answer);
            // Of a whole sentence that moved, the row says so.
            let is_moved = change.is_moved && (!row.is_moved || elsewhere.is_some());
            if change.kind == ChangeKind::Kept && !is_moved && elsewhere.is_none() {
                continue;
            }
            let mut words = match (change.kind, is_moved) {
                (ChangeKind::Kept, true) => "↷\u{a0}moved".to_owned(),
                (kind, is_moved) => {
                    let moved = if is_moved { " ↷\u{a0}moved" } else { "" };
                    format!("{}\u{a0}{}{moved}", sign(kind), word(change))
                }
            };
            if let Some(answer) = elsewhere {
                let tense = if phrase.0 { "was" } else { "now" };
                words += &format!(", {tense} in sentence\u{a0}{}", count_from_one(self.sentence_of(answer)));
            }
            match tale.iter_mut().find(|told| told.words == words) {
                Some(told) => told.changes.push(at),
                None => tale.push(Told { kind: change.kind, words, changes: vec![at] }),
            }
        }
        tale.sort_by_key(|told| told.kind);
        tale
    }

    /// The words of one side.
    pub(super) fn side(&self, row: &SentenceRow, is_new: bool) -> Vec<Marked> {
        let reading = self.reading(is_new);
        let one_sided = if is_new { Label::Added } else { Label::Removed };
        let word_edit = if is_new { Label::InsertedWord } else { Label::DeletedWord };
        let own: Vec<Span> = row.edits.iter().filter_map(|edit| edit.only_on(is_new)).collect();
        let sentences = if is_new { &row.new } else { &row.old };
        let mut words = Vec::new();
        for &sentence in sentences {
            for atom in atoms(reading, reading.segments.sentences[sentence].tokens.clone()) {
                let span = reading.segments.tokens[atom.token].span;
                let edit = match row.op {
                    SentenceOp::Added | SentenceOp::Removed => Some(one_sided),
                    _ => own.iter().any(|own| own.contains(span)).then_some(word_edit),
                };
                let phrase = self.around(is_new, atom.token);
                let changes = phrase.and_then(|phrase| self.changes.get(&phrase)).cloned().unwrap_or_default();
                let phrase = phrase.filter(|&phrase| self.is_marked(row, phrase));
                words.push(Marked { text: atom.text, has_space: atom.has_space, edit, phrase, changes });
            }
        }
        words
    }

    /// The words of both sides in one run, what went before what came.
    pub(super) fn both_sides(&self, row: &SentenceRow) -> Vec<Marked> {
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
        let (mut gone, mut has_new) = (None, false);
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
                let marked =
                    |is_new, token| self.around(is_new, token).filter(|&phrase: &Phrase| self.is_marked(row, phrase));
                let old = old.next().and_then(|old| marked(false, old));
                // An old phrase without an answer here stands in words that the new side has too.
                let phrase = marked(is_new, atom.token).or(old);
                let phrase = phrase.map(|phrase| self.newest(row, phrase));
                // The first new word follows what went before it, not the sentence before.
                let has_space = match gone {
                    Some(gone) if is_new && !has_new => self.has_space_after(gone),
                    _ => atom.has_space,
                };
                if is_new {
                    has_new = true
                } else {
                    gone = Some(atom.token)
                }
                words.push(Marked { text: atom.text, has_space, edit: label, phrase, changes: Vec::new() });
            }
        }
        words
    }

    /// Whether white space stands after an old word.
    fn has_space_after(&self, token: usize) -> bool {
        let next = token + 1..(token + 2).min(self.old.segments.tokens.len());
        atoms(self.old, next).first().is_none_or(|atom| atom.has_space)
    }

    /// The phrase around a word.
    fn around(&self, is_new: bool, token: usize) -> Option<Phrase> {
        let phrases = &self.reading(is_new).phrases;
        let at = phrases.partition_point(|phrase| phrase.tokens.end <= token);
        phrases.get(at).filter(|phrase| phrase.tokens.contains(&token))?;
        Some((is_new, at))
    }

    /// Whether something is told of a phrase in this row.
    fn is_marked(&self, row: &SentenceRow, phrase: Phrase) -> bool {
        !self.tale(row, phrase).is_empty()
    }

    /// The new phrase that answers an old one in the same row, else the phrase itself.
    fn newest(&self, row: &SentenceRow, phrase: Phrase) -> Phrase {
        let answers = self.changes.get(&phrase).into_iter().flatten();
        let here = answers
            .filter_map(|&change| self.answer(row, phrase, &self.report.changes[change]))
            .find(|(_, is_here)| *is_here);
        match here {
            Some((answer, _)) if !phrase.0 && self.is_marked(row, answer) => answer,
            _ => phrase,
        }
    }

    /// Sets words, each marked phrase between what is told of it and where it ends.
    pub(super) fn set(&self, row: &SentenceRow, words: Vec<Marked>, text: &mut Text) {
        let mut ends: BTreeMap<Phrase, (usize, usize)> = BTreeMap::new();
        for (at, word) in words.iter().enumerate() {
            if let Some(phrase) = word.phrase {
                ends.entry(phrase).or_insert((at, at)).1 = at;
            }
        }
        let kind = |phrase: Phrase| Label::Kind(self.tale(row, phrase)[0].kind);
        let is_first = text.pieces.is_empty();
        for (at, word) in words.iter().enumerate() {
            let mut has_space = if at == 0 { !is_first } else { word.has_space };
            let mut opening: Vec<Phrase> =
                ends.iter().filter(|(_, (first, _))| *first == at).map(|(phrase, _)| *phrase).collect();
            opening.sort_by_key(|phrase| std::cmp::Reverse(ends[phrase].1));
            for phrase in opening {
                for told in self.tale(row, phrase) {
                    text.changes = told.changes;
                    text.push(&told.words, has_space, &[kind(phrase), Label::Open]);
                    has_space = false;
                }
                has_space = true;
            }
            text.changes.clone_from(&word.changes);
            let mut labels: Vec<Label> = word.phrase.map(kind).into_iter().collect();
            match word.edit {
                // The kind is more particular than that the whole sentence came or went.
                Some(edit @ (Label::Added | Label::Removed)) => labels.insert(0, edit),
                edit => labels.extend(edit),
            }
            text.push(&word.text, has_space, &labels);
            for phrase in ends.iter().filter(|(_, (_, last))| *last == at).map(|(phrase, _)| *phrase) {
                text.push("", false, &[kind(phrase), Label::Close]);
            }
        }
        text.changes.clear();
    }
}
