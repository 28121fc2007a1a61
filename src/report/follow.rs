//! A reader's own words followed through a series, by meaning.

use super::Place;
use super::threads::Hold;
use super::timeline::{Appearance, Thread};
use crate::align::{Series, Sought};
use crate::segment::ClauseKind;
use crate::stance::Reading;
use std::ops::Range;

/// The least share of the words, weighed by what they are, that must stand close together to say the same.
const CLOSE: f64 = 0.65;

/// A place that says what was looked for.
struct Hit {
    sentence: usize,
    tokens: Range<usize>,
    share: f64,
    is_verbatim: bool,
    is_vote: bool,
}

/// Follows the words of `query`, which is the statement `at` of the series.
pub(super) fn thread(readings: &[Reading], series: &Series, events: &[usize], at: usize, query: &Reading) -> Thread {
    let sought = Sought::new(series, at, query);
    let mut appearances = Vec::new();
    let mut label: Option<(f64, Place)> = None;
    for (statement, reading) in readings.iter().enumerate() {
        let mut hits = hits(series, &sought, statement, reading);
        // What stands for the statement comes first: the very words, outside a vote, the closest.
        let rank = |hit: &Hit| (hit.is_vote, !hit.is_verbatim);
        hits.sort_by(|a, b| {
            rank(a).cmp(&rank(b)).then(b.share.total_cmp(&a.share)).then(a.tokens.start.cmp(&b.tokens.start))
        });
        for (number, hit) in hits.into_iter().enumerate() {
            let phrase = phrase(reading, &hit);
            if let Some(phrase) = phrase
                && label.is_none_or(|(most, _)| hit.share > most)
            {
                label = Some((hit.share, Place { statement, phrase }));
            }
            appearances.push(Appearance {
                statement,
                event: events[statement],
                span: reading.segments.span(hit.tokens.clone()),
                phrase,
                hold: if number == 0 { Hold::Own } else { Hold::Again },
                is_verbatim: hit.is_verbatim,
                is_vote: hit.is_vote,
                similarity: hit.share,
                change: None,
            });
        }
    }
    let text = query.statement.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Thread { id: String::new(), query: Some(text), label: label.map(|(_, place)| place), appearances }
}

/// The very words wherever they stand, and of every other sentence the place that is close enough.
fn hits(series: &Series, sought: &Sought, statement: usize, reading: &Reading) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (sentence, cut) in reading.segments.sentences.iter().enumerate() {
        let hit = |tokens: Range<usize>, share: f64, is_verbatim: bool| {
            let is_vote = cut.clauses.iter().any(|clause| {
                clause.kind != ClauseKind::Plain && clause.tokens.start < tokens.end && tokens.start < clause.tokens.end
            });
            Hit { sentence, tokens, share, is_verbatim, is_vote }
        };
        let verbatim = sought.verbatim(reading, cut.tokens.clone());
        if verbatim.is_empty() {
            let found = sought.nearest(series, statement, cut.tokens.clone());
            hits.extend(found.filter(|found| found.share >= CLOSE).map(|found| hit(found.tokens, found.share, false)));
        } else {
            hits.extend(verbatim.into_iter().map(|tokens| hit(tokens, 1.0, true)));
        }
    }
    hits
}

/// The phrase that holds most of a hit.
fn phrase(reading: &Reading, hit: &Hit) -> Option<usize> {
    let from = reading.phrases.partition_point(|phrase| phrase.sentence < hit.sentence);
    let here = reading.phrases[from..].iter().take_while(|phrase| phrase.sentence == hit.sentence);
    let shared =
        |tokens: &Range<usize>| tokens.end.min(hit.tokens.end).saturating_sub(tokens.start.max(hit.tokens.start));
    here.enumerate()
        .map(|(at, phrase)| (shared(&phrase.tokens), from + at))
        .filter(|(shared, _)| *shared > 0)
        .max_by_key(|&(shared, at)| (shared, std::cmp::Reverse(at)))
        .map(|(_, at)| at)
}
