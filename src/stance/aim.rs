//! Claims without a subject or a finite verb: what is to be done, as a programme or an order says it.

use super::StancePhrase;
use crate::lexicon::{Class, Tag};
use crate::segment::{Segments, Token};

/// The least number of words of an aim that has no mark at its end: shorter ones are headings as often as aims.
const AIM: usize = 10;

/// Whether the phrase is an aim in a list: a sentence without a subject or finite verb that opens with what is to be
/// done (`Widen the port.`, `Setting up a fund.`, `To keep prices stable.`), or with what is to be so (`All ports to be
/// opened.`).
pub(super) fn is_aim(segments: &Segments, phrase: &StancePhrase) -> bool {
    // `7. Widen the port.`
    let is_number = |at: &usize| segments.tokens[*at].tag == Tag::Num || segments.tokens[*at].is_mark;
    let start = phrase.tokens.clone().find(|at| !is_number(at)).unwrap_or(phrase.tokens.start);
    let tokens = &segments.tokens[start..phrase.tokens.end];
    let sentence = &segments.sentences[phrase.sentence];
    let is_whole = sentence.clauses.len() == 1 || start <= sentence.tokens.start + 2;
    let is_done = |token: &Token| token.tag == Tag::Verb && (token.is_gerund || token.word == token.lemma);
    let is_free = phrase.actor.is_none()
        && (phrase.cue.is_none()
            || phrase.class == Class::Act
            // `Let the record show that`, `Think of the crews`
            || phrase.class == Class::Assess && phrase.verb == Some(start));
    let ends = |at: usize| segments.tokens[at].is_mark || phrase.tokens.len() >= AIM;
    let Some(first) = tokens.first().filter(|_| is_whole && is_free && ends(sentence.tokens.end - 1)) else {
        return false;
    };
    let second = tokens.get(1);
    let opens = is_done(first) || first.word == "to" && second.is_some_and(is_done);
    // `All ports to be opened`: the infinitive ends the first noun phrase.
    let is_to_be = || {
        let to = tokens.iter().position(|token| token.tag == Tag::Part && token.word == "to");
        first.tag == Tag::Det
            && to.is_some_and(|to| tokens[..to].iter().all(|token| !token.is_mark && token.tag != Tag::Verb))
    };
    phrase.verb.is_none() && (opens || is_to_be())
        || (is_done(first) && first.is_finite || forbids(tokens)) && phrase.verb == Some(start)
}

/// Whether words open by telling somebody not to do something: `Do not close the port`, `Don't`.
fn forbids(tokens: &[Token]) -> bool {
    let first = tokens.first().filter(|first| first.tag == Tag::Aux && first.lemma == "do" && first.word != "does");
    first.is_some_and(|first| {
        first.is_negator && !first.is_past() || first.word == "do" && tokens.get(1).is_some_and(|next| next.is_negator)
    })
}

/// Whether what would be an aim in a list is said to those who listen: a verb in its base form that opens a sentence
/// among others (`Send the bill to my desk. I will sign it.`).
pub(super) fn is_order(segments: &Segments, phrase: &StancePhrase) -> bool {
    let sentences = &segments.sentences;
    let paragraph = sentences[phrase.sentence].paragraph;
    let is_beside = |number: Option<usize>| {
        number.and_then(|at| sentences.get(at)).is_some_and(|other| other.paragraph == paragraph)
    };
    let tokens = &segments.tokens[phrase.tokens.clone()];
    forbids(tokens)
        || tokens.first().is_some_and(|first| first.tag == Tag::Verb && first.word == first.lemma)
            && (is_beside(phrase.sentence.checked_sub(1)) || is_beside(Some(phrase.sentence + 1)))
}
