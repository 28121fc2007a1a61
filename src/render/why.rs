//! Why a change was judged as it was: the words that decided, what makes each side a claim, and what to doubt.

use super::json;
use super::rows::{capital, on_one_line};
use super::words::{doubt, is_outweighed, negation, reason};
use crate::change::{Facet, Grade, Reason};
use crate::report::{Report, ReportedChange};
use crate::stance::Reading;

/// All that is known of a verdict.
pub(super) struct Why {
    /// What decided between two sides, strongest first.
    pub(super) decided: Vec<Decided>,
    /// What makes each side a claim.
    pub(super) claims: Vec<Claim>,
    /// Why to look before saying it aloud, in sentences.
    pub(super) doubts: Vec<String>,
    /// How alike the sides are and how much the change weighs.
    pub(super) weight: String,
}

/// One reason.
pub(super) struct Decided {
    /// What was compared.
    pub(super) rule: String,
    /// What it measures.
    pub(super) about: Option<String>,
    /// The words on the old side, with their step and entry.
    pub(super) old: Option<Said>,
    /// The words on the new side.
    pub(super) new: Option<Said>,
    /// What it does to the claim.
    pub(super) effect: &'static str,
}

/// Words of one side of a reason.
pub(super) struct Said {
    /// The words, in quotation marks; none where it is said by having none.
    pub(super) words: Option<String>,
    /// Their step, and the entry that gave it.
    pub(super) step: Option<String>,
}

/// One side as a claim.
pub(super) struct Claim {
    /// Whether it is the new side.
    pub(super) is_new: bool,
    /// What it is: `commit, step 5 of 9`, `actor: the Council`.
    pub(super) facts: Vec<String>,
    /// The entries that made it so.
    pub(super) because: Vec<Because>,
}

/// An entry at work.
pub(super) struct Because {
    /// What it did.
    pub(super) effect: &'static str,
    /// The words, in quotation marks.
    pub(super) words: String,
    /// The entry.
    pub(super) entry: String,
    /// Where its step comes from.
    pub(super) source: Option<String>,
}

impl Why {
    /// Gathers what is known of a verdict; `wire` is the same change as programs see it.
    pub(super) fn new(report: &Report, change: &ReportedChange, wire: &json::Change) -> Why {
        let mut reasons: Vec<&Reason> = change.reasons.iter().collect();
        reasons.sort_by_key(|why| is_outweighed(change, why));
        let sides = [(change.old, &wire.old, false), (change.new, &wire.new, true)];
        let likeness = match (change.old, change.new) {
            (Some(_), Some(_)) => format!("likeness of the two sides {:.2}", change.similarity),
            _ if change.similarity > 0.0 => {
                format!("likeness to the nearest on the other side {:.2}", change.similarity)
            }
            _ => "nothing like it on the other side".to_owned(),
        };
        Why {
            decided: reasons.into_iter().filter_map(|why| decided(report, change, why)).collect(),
            claims: sides
                .into_iter()
                .filter_map(|(place, phrase, is_new)| Some(claim(report.reading(place?), phrase.as_ref()?, is_new)))
                .collect(),
            doubts: change.doubt.iter().map(|&why| format!("{}.", capital(&doubt(why, change)))).collect(),
            weight: format!("{} · weight {:.2} of 1", capital(&likeness), change.salience.value()),
        }
    }
}

/// Words as they stand in a text, in quotation marks.
fn quotation(words: &str) -> String {
    format!("“{}”", on_one_line(words))
}

fn decided(report: &Report, change: &ReportedChange, why: &Reason) -> Option<Decided> {
    // What cannot be told in a line has nothing to show in a table either.
    reason(report, change, why)?;
    let (old, new) = (report.reading(change.old?), report.reading(change.new?));
    let scale = old.lexicon.as_deref().and_then(|lexicon| lexicon.scales.get(&why.rule));
    // A condition is counted, not graded.
    let graded = scale.filter(|scale| why.facet != Facet::Condition && scale.sign != 0);
    let said = |reading: &Reading, grade: &Option<Grade>| match (grade, graded) {
        (Some(grade), graded) => {
            let step = graded.map(|scale| format!("step {} of {}, ", grade.step, scale.of)).unwrap_or_default();
            Some(Said {
                words: Some(quotation(reading.statement.quote(grade.span))),
                step: Some(format!("{step}entry {}", grade.entry)),
            })
        }
        (None, Some(scale)) => {
            scale.bare.map(|bare| Said { words: None, step: Some(format!("step {bare} of {}, by default", scale.of)) })
        }
        (None, None) => None,
    };
    let (mut before, mut after) = (said(old, &why.old), said(new, &why.new));
    if why.old.is_none() && why.new.is_none() {
        let told = negation(report, change);
        before = None;
        after = told.map(|told| Said { words: Some(told), step: None });
    }
    let effect = match why.sign {
        1.. => "strengthens",
        0 => "",
        _ => "weakens",
    };
    Some(Decided {
        rule: why.rule.clone(),
        about: scale.map(|scale| scale.about.clone()),
        old: before,
        new: after,
        effect,
    })
}

fn claim(reading: &Reading, phrase: &json::Phrase, is_new: bool) -> Claim {
    if reading.lexicon.is_none() {
        let facts = vec!["no lexicon for its language: compared by its words".to_owned()];
        return Claim { is_new, facts, because: Vec::new() };
    }
    let because = phrase.because.iter().map(|evidence| Because {
        effect: evidence.effect,
        words: quotation(&evidence.text),
        entry: evidence.entry.clone(),
        source: evidence.source.clone(),
    });
    Claim { is_new, facts: facts(reading, phrase), because: because.collect() }
}

/// What a phrase is, in short notes.
fn facts(reading: &Reading, phrase: &json::Phrase) -> Vec<String> {
    let mut facts = vec![match &phrase.force {
        Some(force) => {
            let scale = reading.lexicon.as_deref().and_then(|lexicon| lexicon.scales.get(&force.scale));
            let about = scale.map(|scale| format!(" ({})", scale.about)).unwrap_or_default();
            format!("{}, step {} of {}{about}", phrase.class, force.step, force.of)
        }
        None => phrase.class.to_owned(),
    }];
    facts.extend(phrase.actor.as_ref().map(|actor| format!("actor {}", quotation(actor))));
    facts.extend(
        phrase
            .holder
            .as_ref()
            .filter(|_| phrase.actor != phrase.holder)
            .map(|holder| format!("holder {}", quotation(holder))),
    );
    facts.extend([phrase.polarity, phrase.time, phrase.certainty].map(str::to_owned));
    let terms = phrase.conditions.iter().map(|part| quotation(&part.text));
    let figures = phrase.quantities.iter().map(|figure| quotation(&figure.text));
    for (name, parts) in [("terms", terms.collect::<Vec<_>>()), ("figures", figures.collect())] {
        if !parts.is_empty() {
            facts.push(format!("{name} {}", parts.join(", ")));
        }
    }
    facts
}
