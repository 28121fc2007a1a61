//! When what is claimed happens, and how sure it is made to be.

use super::{Certainty, Effect, StancePhrase, Time};
use crate::lexicon::{Class, Lexicon, Role};
use crate::segment::{Hit, Segments, Token};

/// Past where the predicate is past, future where something is promised, asked for or foreseen.
pub(super) fn time(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase, modal: Option<usize>) -> Time {
    let is_outlook = |hit: &&Hit| {
        let entry = &lexicon.entries[hit.entry];
        let is_over =
            (entry.past.is_some() || entry.class == Some(Class::Demand)) && segments.tokens[hit.tokens.start].is_past();
        matches!(hit.role, Role::Cue | Role::Grade) && entry.future && !is_over
    };
    let shared = modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1));
    let is_foreseen = segments.hits_in(phrase.tokens.clone()).iter().chain(shared).any(|hit| is_outlook(&hit));
    // `thought that prices would fall`
    // but not `renewed its commitment to peace`
    let is_outlook_then = |hit: &Hit| is_outlook(&hit) && lexicon.entries[hit.entry].class != Some(Class::Commit);
    let is_foreseen_then =
        phrase.verb.is_some_and(|verb| segments.hits_in(verb + 1..phrase.tokens.end).iter().any(is_outlook_then));
    let is_promised = phrase.class == Class::Commit && phrase.force.is_some() || phrase.class == Class::Demand;
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    let is_past = verb.is_some_and(Token::is_past);
    let has_cue = phrase.because.iter().any(|e| {
        let entry = &lexicon.entries[e.entry];
        e.effect == Effect::Cue && entry.future && entry.past.is_none() && entry.class != Some(Class::Demand)
    });
    if (is_foreseen || is_promised) && (!is_past || has_cue || is_foreseen_then) {
        Time::Future
    } else if is_past {
        Time::Past
    } else {
        Time::Present
    }
}

/// The least sure word of the phrase says how sure it is.
pub(super) fn certainty(phrase: &StancePhrase) -> Certainty {
    let least = phrase.marks.iter().filter(|mark| mark.is_on("certainty")).map(|mark| mark.step).min();
    match least {
        Some(..=2) => Certainty::Possible,
        Some(3..=4) => Certainty::Probable,
        _ => Certainty::Certain,
    }
}
