//! How kinds, reasons and doubts are said to people.

use super::rows::on_one_line;
use crate::change::{ChangeKind, Facet, Grade, Reason};
use crate::report::{Doubt, Report, ReportedChange};
use crate::stance::{Effect, Polarity, Reading};

/// The sign of a kind.
pub(super) fn sign(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Disappeared => "−",
        ChangeKind::Reversed => "⇄",
        ChangeKind::Weakened => "▼",
        ChangeKind::Strengthened => "▲",
        ChangeKind::Appeared => "+",
        ChangeKind::Reworded => "~",
        ChangeKind::Kept => "=",
    }
}

/// The word for a change: its kind, unless the other side is too short to tell.
pub(super) fn word(change: &ReportedChange) -> &'static str {
    match change.kind {
        ChangeKind::Disappeared if is_unsure(change) => "not in the excerpts given",
        ChangeKind::Appeared if is_unsure(change) => "not in the excerpts given before",
        kind => kind.name(),
    }
}

/// What a kind means, for a reader who meets it first.
pub(super) fn meaning(kind: ChangeKind, is_unsure: bool) -> &'static str {
    match kind {
        ChangeKind::Disappeared if is_unsure => {
            "an earlier statement says it, the excerpts given of the new one do not"
        }
        ChangeKind::Appeared if is_unsure => "the new statement says it, the excerpts given of the old one do not",
        ChangeKind::Disappeared => "the old statement says it, and nothing in the new one answers it",
        ChangeKind::Reversed => "the same matter with the opposite answer or direction",
        ChangeKind::Weakened => "the same claim, worded less firmly or widely",
        ChangeKind::Strengthened => "the same claim, worded more firmly or widely",
        ChangeKind::Appeared => "the new statement says it, and nothing in the old one answers it",
        ChangeKind::Reworded => "the same claim in other words, its force not clearly moved",
        ChangeKind::Kept => "the same words, or trivially other ones",
    }
}

/// Whether the other side is given only in excerpts.
pub(super) fn is_unsure(change: &ReportedChange) -> bool {
    change.doubt.contains(&Doubt::Excerpts)
}

/// Whether some phrase stands in no change, so that a reader has asked for some of them only.
pub(super) fn is_narrowed(report: &Report) -> bool {
    let last = report.old.len() - 1;
    let sides = [(last, &report.old[last]), (report.old.len(), report.new)];
    sides.iter().any(|(statement, reading)| {
        let mut is_told = vec![false; reading.phrases.len()];
        for place in report.changes.iter().flat_map(|change| [change.old, change.new]).flatten() {
            if place.statement == *statement {
                is_told[place.phrase] = true;
            }
        }
        is_told.contains(&false)
    })
}

/// Why a change is not sure, in a sentence.
pub(super) fn doubt(doubt: Doubt, change: &ReportedChange) -> String {
    match (doubt, change.kind) {
        (Doubt::Excerpts, ChangeKind::Disappeared) => "only passages of that statement are given: it may say so still",
        (Doubt::Excerpts, _) => "only passages of that statement are given: it may have said so already",
        (Doubt::Translation, _) => "read in translation: the wording may be the translator's",
        (Doubt::LittleInCommon, ChangeKind::Disappeared) => {
            "the two texts have little in common: what is gone may stand there in other words"
        }
        (Doubt::LittleInCommon, _) => {
            "the two texts have little in common: what is new may have stood there in other words"
        }
        (Doubt::Near, ChangeKind::Disappeared) => {
            return format!("something similar remains, likeness {:.2}", change.similarity);
        }
        (Doubt::Near, _) => return format!("something similar stood there before, likeness {:.2}", change.similarity),
    }
    .to_owned()
}

/// The words that decided, in a sentence.
pub(super) fn reason(report: &Report, change: &ReportedChange, reason: &Reason) -> Option<String> {
    let (Some(old), Some(new)) = (change.old, change.new) else { return None };
    let (before, after) = (report.reading(old), report.reading(new));
    let quoted = |reading: &Reading, grade: &Grade| format!("“{}”", on_one_line(reading.statement.quote(grade.span)));
    let words = match (&reason.old, &reason.new) {
        (Some(a), Some(b)) => format!("{} → {}", quoted(before, a), quoted(after, b)),
        (Some(a), None) => format!("{} gone", quoted(before, a)),
        (None, Some(b)) => format!("{} added", quoted(after, b)),
        (None, None) => negation(report, change)?,
    };
    let mut told = format!("{}: {words}", reason.rule);
    if reason.facet != Facet::Condition
        && let Some(scale) = before.lexicon.as_ref().and_then(|lexicon| lexicon.scales.get(&reason.rule))
        && scale.sign != 0
        && let Some(from) = reason.old.as_ref().map(|grade| grade.step).or(scale.bare)
        && let Some(to) = reason.new.as_ref().map(|grade| grade.step).or(scale.bare)
    {
        told += &format!(" (step {from} to {to} of\u{a0}{})", scale.of);
    }
    if is_outweighed(change, reason) {
        told += if reason.sign > 0 { ", which strengthens" } else { ", which weakens" };
    }
    Some(told)
}

/// Whether a reason speaks for another kind than the verdict.
pub(super) fn is_outweighed(change: &ReportedChange, reason: &Reason) -> bool {
    let expected = match change.kind {
        ChangeKind::Strengthened => 1,
        ChangeKind::Weakened => -1,
        _ => 0,
    };
    reason.sign != 0 && reason.sign != expected
}

/// Which negator came or went.
pub(super) fn negation(report: &Report, change: &ReportedChange) -> Option<String> {
    let (old, new) = (change.old?, change.new?);
    let (p, q) = (report.phrase(old), report.phrase(new));
    let (negated, reading, does) = match (p.polarity, q.polarity) {
        (Polarity::Affirmed, Polarity::Negated) => (q, report.reading(new), "added"),
        (Polarity::Negated, Polarity::Affirmed) => (p, report.reading(old), "gone"),
        _ => return None,
    };
    let negator = negated.because.iter().find(|evidence| evidence.effect == Effect::Negation);
    Some(match negator {
        Some(negator) => format!("“{}” {does}", on_one_line(reading.statement.quote(negator.span))),
        None if does == "added" => "affirmed → denied".to_owned(),
        None => "denied → affirmed".to_owned(),
    })
}
