//! A change in one sentence that can be put into an article: who said what when, and what the other statement says
//! instead, with what a careful reader would add.

use super::head::{named, told};
use super::rows::{capital, on_one_line};
use super::terminal::shown;
use super::words::is_unsure;
use crate::change::ChangeKind;
use crate::report::{Doubt, Place, Report, ReportedChange};
use crate::stance::Reading;
use crate::statement::Statement;

/// Why an id names no change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unnamed {
    /// None begins so.
    None,
    /// Several do.
    Several(Vec<String>),
}

/// Returns the change of an id, or of the only id that begins so; `c-` may be left out.
///
/// # Errors
///
/// Fails if no id begins so, or more than one.
pub fn find<'r>(report: &'r Report, id: &str) -> Result<&'r ReportedChange, Unnamed> {
    let id = id.strip_prefix('#').unwrap_or(id);
    let id = if id.starts_with("c-") { id.to_owned() } else { format!("c-{id}") };
    if let Some(change) = report.changes.iter().find(|change| change.id == id) {
        return Ok(change);
    }
    let like: Vec<&ReportedChange> = report.changes.iter().filter(|change| change.id.starts_with(&id)).collect();
    match like.as_slice() {
        [] => Err(Unnamed::None),
        [only] => Ok(only),
        several => Err(Unnamed::Several(several.iter().map(|change| change.id.clone()).collect())),
    }
}

/// Tells a change in a sentence.
pub fn sentence(report: &Report, change: &ReportedChange) -> String {
    let last = &report.old[report.old.len() - 1];
    let told = match (change.old, change.new) {
        (Some(old), Some(new)) => pair(report, change, old, new),
        (Some(old), None) => format!("{}; {}", said(report, old), missing(change, &report.new.statement)),
        (None, Some(new)) => {
            let again: Vec<String> = change.seen_in.iter().map(|&at| named(&report.old[at].statement)).collect();
            let again = if again.is_empty() { String::new() } else { format!(", though {} did", again.join(" and ")) };
            format!("{}; {}{again}", said(report, new), missing(change, &last.statement))
        }
        (None, None) => String::new(),
    };
    shown(&format!("{told}.").replace('\u{a0}', " "))
}

/// Two quotations, and what the one is to the other.
fn pair(report: &Report, change: &ReportedChange, old: Place, new: Place) -> String {
    let first = said(report, old);
    let statement = &report.reading(new).statement;
    if quoted(report, old) == quoted(report, new) {
        return format!("{first}, and {} says so in the same words", named(statement));
    }
    let second = if speaker(report.reading(old)) == speaker(report.reading(new)) {
        format!("{} says{} {}", named(statement), translated(statement), quoted(report, new))
    } else {
        let second = said(report, new);
        second.strip_prefix("On ").map(|rest| format!("on {rest}")).unwrap_or(second)
    };
    let verdict = match change.kind {
        ChangeKind::Reversed => "which reverses it",
        ChangeKind::Weakened => "which is weaker",
        ChangeKind::Strengthened => "which is stronger",
        ChangeKind::Reworded => "in other words",
        _ => "in nearly the same words",
    };
    format!("{first}; {second}, {verdict}")
}

/// A quotation with who said it when.
fn said(report: &Report, place: Place) -> String {
    let reading = report.reading(place);
    let statement = &reading.statement;
    let (words, translated) = (quoted(report, place), translated(statement));
    match (statement.meta.date, speaker(reading)) {
        (Some(date), Some(who)) => format!("On {} {who} said{translated} {words}", told(date)),
        _ => format!("{} said{translated} {words}", capital(&named(statement))),
    }
}

fn translated(statement: &Statement) -> &'static str {
    if statement.meta.is_translation { ", in translation," } else { "" }
}

/// Says of a statement that it does not say so, and why that may not be sure.
fn missing(change: &ReportedChange, statement: &Statement) -> String {
    let (given, so) = match (is_unsure(change), statement.meta.is_translation) {
        (true, true) => (", of which only excerpts in translation are given,", "so in them"),
        (true, false) => (", of which only excerpts are given,", "so in them"),
        (false, true) => (", read in translation,", "so"),
        (false, false) => ("", "so"),
    };
    let does = if change.kind == ChangeKind::Appeared { "did" } else { "does" };
    let doubts: Vec<&str> = [
        (Doubt::Near, "something similar stands there"),
        (Doubt::LittleInCommon, "the two texts have little in common"),
    ]
    .into_iter()
    .filter_map(|(doubt, told)| change.doubt.contains(&doubt).then_some(told))
    .collect();
    let doubts = if doubts.is_empty() { String::new() } else { format!(", though {}", doubts.join(" and ")) };
    format!("{}{given} {does} not say {so}{doubts}", named(statement))
}

/// The words of a phrase on one line, quotations inside in single marks.
fn quoted(report: &Report, place: Place) -> String {
    let reading = report.reading(place);
    let words = on_one_line(reading.statement.quote(report.phrase(place).span));
    format!("“{}”", words.replace('“', "‘").replace('”', "’"))
}

/// Who speaks, with an article where the statement itself puts one before the name's head: the Council of the Free
/// Ports, the Federal Open Market Committee.
fn speaker(reading: &Reading) -> Option<String> {
    let name = on_one_line(reading.statement.meta.speaker.as_ref()?);
    let head =
        name.split(" of ").next().and_then(|head| head.split(' ').next_back()).unwrap_or_default().to_lowercase();
    let tokens = &reading.segments.tokens;
    let has_article = tokens.windows(2).any(|pair| pair[0].word == "the" && pair[1].word == head);
    Some(if has_article && !name.to_lowercase().starts_with("the ") { format!("the {name}") } else { name })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::compare;
    use crate::stance::analyse;
    use crate::statement::{ReadOptions, read_bytes};

    fn reading(head: &str, text: &str) -> Reading {
        analyse(read_bytes("-", format!("---\n{head}\n---\n{text}").into_bytes(), ReadOptions::default()).unwrap())
    }

    /// The sentence on the first change between two statements.
    fn told(old: (&str, &str), new: (&str, &str)) -> String {
        let (old, new) = ([reading(old.0, old.1)], reading(new.0, new.1));
        let report = compare(&old, &new);
        sentence(&report, &report.changes[0])
    }

    #[test]
    fn tells_a_change_in_a_sentence() {
        let council = |rest: &str| format!("speaker: Council of Ports\ndate: 2021-03-0{rest}");
        let (old, new) = (council("1"), council("2"));
        let will = "The Council will keep the port open to all ships.";
        let other = "Trade has grown in every harbour this year.";
        let both = format!("{will} {other}");
        for (before, after, expected) in [
            (
                (old.as_str(), will),
                (new.as_str(), "The Council may keep the port open to all ships."),
                "On 1 March 2021 the Council of Ports said “The Council will keep the port open to all ships”; the \
                 statement of 2 March 2021 says “The Council may keep the port open to all ships”, which is weaker.",
            ),
            (
                (&old, &both),
                (&new, other),
                "On 1 March 2021 the Council of Ports said “The Council will keep the port open to all ships”; the \
                 statement of 2 March 2021 does not say so.",
            ),
            (
                (&old, other),
                (&(council("2") + "\nchannel: letter"), &both),
                "On 2 March 2021 the Council of Ports said “The Council will keep the port open to all ships”; the \
                 statement of 1 March 2021 did not say so.",
            ),
            (
                (&(council("1") + "\ntranslation: true"), &both),
                (&(council("2") + "\nextent: excerpts"), other),
                "On 1 March 2021 the Council of Ports said, in translation, “The Council will keep the port open to \
                 all ships”; the statement of 2 March 2021, of which only excerpts are given, does not say so in them.",
            ),
            (
                ("speaker: Mira Castellane", will),
                ("speaker: Ines Marrable\ndate: 2021-03-02", "The Council will keep the port open to all ships."),
                "The statement in - said “The Council will keep the port open to all ships”, and the statement of 2 \
                 March 2021 says so in the same words.",
            ),
        ] {
            assert_eq!(told(before, after), expected);
        }
    }

    #[test]
    fn finds_a_change_by_the_beginning_of_its_id() {
        let old = [reading("date: 2021-03-01", "We will keep the port open. We support the talks. Trade has grown.")];
        let new = reading("date: 2021-03-02", "We may close the harbour tolls. They condemn the seizure.");
        let report = compare(&old, &new);
        let id = report.changes[1].id.clone();
        for asked in [&id, &id[2..], &id[..id.len() - 1], &format!("#{id}")] {
            assert_eq!(find(&report, asked).map(|change| change.id.clone()), Ok(id.clone()), "{asked}");
        }
        assert!(matches!(find(&report, "c-"), Err(Unnamed::Several(ids)) if ids.len() == report.changes.len()));
        assert_eq!(find(&report, "c-xyz").map(|_| ()), Err(Unnamed::None));
    }
}
