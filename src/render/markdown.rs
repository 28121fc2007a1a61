//! The ledger as a table for a note or an issue.

use super::head::told;
use super::ledger::{Entry, Group, Ledger};
use super::rows::{self, Cell, DOT, Form, Label, Page, Piece, Row};
use super::terminal::shown;
use super::words::{sign, word};
use crate::report::Report;
use crate::statement::Statement;

/// Writes the ledger of a comparison, kept phrases only where all are to be shown.
pub fn compare(report: &Report, shows_all: bool) -> String {
    let Page { head, ledger, .. } = rows::compare(report, Form::Inline, shows_all);
    let mut lines = vec!["## What changed".to_owned(), String::new()];
    lines.extend(head_lines(&head));
    lines.push(String::new());
    if let Some(nothing) = &ledger.nothing {
        lines.extend([escaped(nothing), String::new()]);
    }
    if !ledger.groups.is_empty() {
        let (old, new) =
            (dated("Was", report.old.last().map(|old| &old.statement)), dated("Now", Some(&report.new.statement)));
        lines.extend([format!("| | {old} | {new} | Why |"), "| --- | --- | --- | --- |".to_owned()]);
        lines
            .extend(ledger.groups.iter().flat_map(|group| group.entries.iter().map(|entry| row(report, group, entry))));
        lines.push(String::new());
        lines.extend(doubts(&ledger));
    }
    lines.push(escaped(&ledger.summary));
    lines.join("\n") + "\n"
}

/// The statements, one an item.
fn head_lines(head: &[Row]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for cell in head.iter().filter_map(|row| if let Row::Line(cell) = row { Some(cell) } else { None }) {
        let Cell { margin, text } = cell;
        let (name, line) = (pieces(margin), pieces(text));
        match lines.last_mut() {
            Some(last) if name.is_empty() => *last += &format!("; {line}"),
            _ => lines.push(format!("- {name}: {line}")),
        }
    }
    lines
}

/// A column's name with the day of its statement.
fn dated(name: &str, statement: Option<&Statement>) -> String {
    let date = statement.and_then(|statement| statement.meta.date);
    date.map_or_else(|| name.to_owned(), |date| format!("{name}, {}", escaped(&told(date))))
}

fn row(report: &Report, group: &Group, entry: &Entry) -> String {
    let change = &report.changes[entry.change];
    let side = |is_new: bool| match (entry.quotes.as_slice(), change.old) {
        // A pair in the same words is quoted once.
        ([only], Some(_)) if only.is_new => {
            if is_new {
                "the same".to_owned()
            } else {
                pieces(&only.words)
            }
        }
        (quotes, _) => {
            quotes.iter().find(|quote| quote.is_new == is_new).map_or_else(String::new, |quote| pieces(&quote.words))
        }
    };
    let mut why: Vec<String> = entry.notes.iter().map(|note| escaped(note)).collect();
    let place: Vec<&str> = entry.place.iter().map(String::as_str).chain([change.id.as_str()]).collect();
    why.push(escaped(&place.join(DOT)));
    format!(
        "| {} {} | {} | {} | {} |",
        escaped(sign(group.kind)),
        word(change),
        side(false),
        side(true),
        why.join("<br>")
    )
}

/// What all changes of a kind have to be doubted for.
fn doubts(ledger: &Ledger) -> Vec<String> {
    let groups = ledger.groups.iter().filter(|group| !group.doubts.is_empty());
    let mut lines: Vec<String> =
        groups.map(|group| format!("- {}: {}", escaped(&group.heading), escaped(&group.doubts.join(" ")))).collect();
    if !lines.is_empty() {
        lines.push(String::new());
    }
    lines
}

/// Pieces with what went and came marked. Elements hold where stars do not: beside marks and between characters.
fn pieces(pieces: &[Piece]) -> String {
    let piece = |piece: &Piece| {
        let text = escaped(&piece.text);
        let has = |label: Label| piece.labels.contains(&label);
        match (has(Label::DeletedWord), has(Label::InsertedWord)) {
            (true, _) => format!("<del>{text}</del>"),
            (_, true) => format!("<ins>{text}</ins>"),
            _ => text,
        }
    };
    pieces.iter().map(piece).collect()
}

/// A text in which nothing is markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in shown(&text.replace('\u{a0}', " ")).chars() {
        match c {
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' => escaped.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => escaped.extend(['\\', c]),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn nothing_is_markup() {
        for (text, expected) in [
            ("a | b", "a \\| b"),
            ("`code`", "\\`code\\`"),
            ("<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"),
            ("R&D", "R&amp;D"),
            ("[to](x) *a* _b_ ~~c~~ \\ #1 $x$", "\\[to\\](x) \\*a\\* \\_b\\_ \\~\\~c\\~\\~ \\\\ \\#1 \\$x\\$"),
            ("2\u{a0}March", "2 March"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }
}
