//! When what is claimed happens, and how sure it is made to be.

use super::{Certainty, Effect, StancePhrase, Time};
use crate::lexicon::{Class, Lexicon, Role, Tag};
use crate::segment::Segments;

/// Past where the predicate is past, future where something is promised, asked for or foreseen.
pub(super) fn time(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase, modal: Option<usize>) -> Time {
    let is_foreseen = segments
        .hits_in(phrase.tokens.clone())
        .iter()
        .chain(modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1)))
        .any(|hit| matches!(hit.role, Role::Cue | Role::Grade) && lexicon.entries[hit.entry].future);
    let is_promised = phrase.class == Class::Commit && phrase.force.is_some() || phrase.class == Class::Demand;
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    let is_past = verb.is_some_and(|verb| verb.tag == Tag::Verb && verb.lemma != verb.word && verb.word.ends_with('d'));
    let has_cue = phrase.because.iter().any(|e| e.effect == Effect::Cue && lexicon.entries[e.entry].future);
    if (is_foreseen || is_promised) && (!is_past || has_cue) {
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
