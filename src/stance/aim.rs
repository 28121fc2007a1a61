//! Claims without a subject or a finite verb: what is to be done, as a programme or an order says it.

use super::StancePhrase;
use crate::lexicon::{Class, Grammar, Group, Tag};
use crate::segment::{Segments, Token};

/// The least number of words of an aim that has no mark at its end: shorter ones are headings as often as aims.
const AIM: usize = 10;

/// Where the words of a claim begin behind its number and the adverbs in front: `7. | Widen the port.`, `Boldly | widen
/// the port.`
pub(super) fn head(segments: &Segments, phrase: &StancePhrase) -> usize {
    let leads = |at: &usize| {
        let token = &segments.tokens[*at];
        token.is_mark || matches!(token.tag, Tag::Num | Tag::Adv) && !token.is_negator
    };
    phrase.tokens.clone().find(|at| !leads(at)).unwrap_or(phrase.tokens.start)
}

/// Whether the phrase is an aim in a list: a sentence without a subject or finite verb of its own that opens with what is
/// to be done (`Widen the port.`, `Setting up a fund.`, `To keep prices stable.`), or with what is to be so (`All ports to
/// be opened.`).
pub(super) fn is_aim(segments: &Segments, phrase: &StancePhrase) -> bool {
    let start = head(segments, phrase);
    let tokens = &segments.tokens[start..phrase.tokens.end];
    let sentence = &segments.sentences[phrase.sentence];
    let is_whole = sentence.clauses.len() == 1 || start <= sentence.tokens.start + 2;
    let is_free = phrase.cue.is_none()
        || phrase.class == Class::Act
        // `Let the record show that`, `Think of the crews`
        || phrase.class == Class::Assess && phrase.verb == Some(start);
    let ends = |at: usize| segments.tokens[at].is_mark || phrase.tokens.len() >= AIM;
    if !is_whole || !is_free || !ends(sentence.tokens.end - 1) || calls_to_mind(tokens) {
        return false;
    }
    // `Boldly widen the port`, but not `Generally speaking`
    let is_aside = tokens[0].is_gerund && start > phrase.tokens.start && segments.tokens[start - 1].tag == Tag::Adv;
    let opens = is_done(tokens) && !is_aside || tokens[0].word == "to" && is_done(&tokens[1..]);
    let is_order = || forbids(tokens) || tokens[0].is_finite && is_done(tokens);
    match phrase.verb {
        None => opens && phrase.actor.is_none() || is_to_be(tokens),
        Some(verb) => phrase.actor.is_none() && verb == start && is_order(),
    }
}

/// Whether words open with what is done: a base form or a gerund, and of those that are nouns too one with an object or a
/// particle (`Building a port`, `Setting up a fund`, but not `Building in the north`).
fn is_done(tokens: &[Token]) -> bool {
    let is_taken = || {
        let next = tokens.get(1);
        next.is_some_and(|next| next.tag == Tag::Det || Grammar::english().groups(&next.word).has(Group::VerbParticles))
    };
    tokens.first().is_some_and(|first| match first.tag {
        Tag::Verb => first.is_gerund || first.word == first.lemma,
        Tag::Noun => first.is_gerund && is_taken(),
        _ => false,
    })
}

/// Whether words only call on those who listen to look or think: `Think of the crews`, `Imagine an open port`. Nobody is
/// asked for a deed.
pub(super) fn calls_to_mind(tokens: &[Token]) -> bool {
    let is_call = |first: &Token| Grammar::english().groups(&first.word).has(Group::MindingVerbs);
    tokens.first().is_some_and(|first| first.tag == Tag::Verb && is_call(first))
}

/// Whether the infinitive of a passive ends the noun phrase with which words open: `All ports to be opened`.
fn is_to_be(tokens: &[Token]) -> bool {
    let Some(to) = tokens.iter().position(Token::is_to) else { return false };
    let is_name = |token: &Token| !token.is_mark && token.tag != Tag::Verb;
    let done = tokens[to + 1..].iter().filter(|token| token.tag != Tag::Adv).nth(1);
    to > 0
        && tokens[..to].iter().all(is_name)
        && tokens.get(to + 1).is_some_and(|next| next.word == "be")
        && done.is_some_and(|done| done.tag == Tag::Verb && done.is_past())
}

/// Whether words open by telling somebody not to do something: `Do not close the port`, `Don't`.
fn forbids(tokens: &[Token]) -> bool {
    let first = tokens.first().filter(|first| first.tag == Tag::Aux && first.lemma == "do" && first.word != "does");
    first.is_some_and(|first| {
        first.is_negator && !first.is_past() || first.word == "do" && tokens.get(1).is_some_and(|next| next.is_negator)
    })
}

/// Whether what would be an aim in a list is said to those who listen: a verb in its base form that opens a sentence
/// among others (`Send the bill to my desk. I will sign it.`), or an appeal (`Let all ports be free.`).
pub(super) fn is_order(segments: &Segments, phrase: &StancePhrase) -> bool {
    let sentences = &segments.sentences;
    let paragraph = sentences[phrase.sentence].paragraph;
    let is_beside = |number: Option<usize>| {
        number.and_then(|at| sentences.get(at)).is_some_and(|other| other.paragraph == paragraph)
    };
    let tokens = &segments.tokens[head(segments, phrase)..phrase.tokens.end];
    let is_appeal = |first: &Token| Grammar::english().groups(&first.word).has(Group::Appeals);
    forbids(tokens)
        || tokens.first().is_some_and(is_appeal)
        || tokens.first().is_some_and(|first| first.tag == Tag::Verb && first.word == first.lemma)
            && (is_beside(phrase.sentence.checked_sub(1)) || is_beside(Some(phrase.sentence + 1)))
}

/// Whether a clause wishes for something: `May | the ports stay open`, but not `May I thank the crews`.
pub(super) fn is_wish(segments: &Segments, phrase: &StancePhrase) -> bool {
    let start = head(segments, phrase);
    let Some(next) = segments.tokens.get(start + 1).filter(|_| start + 1 < phrase.tokens.end) else { return false };
    // `Thus | may the ports stay open`
    let opens = start == phrase.tokens.start
        || segments.tokens[start - 1].is_mark
        || segments.tokens[start - 1].tag == Tag::Cconj;
    opens
        && segments.tokens[start].word == "may"
        && segments.tokens[start].tag == Tag::Aux
        && next.word != "i"
        && matches!(next.tag, Tag::Det | Tag::Pron | Tag::Propn)
}
