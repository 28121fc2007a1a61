//! Who speaks and about what: actor and object.

use super::StancePhrase;
use crate::lexicon::Tag;
use crate::segment::Segments;
use crate::statement::Statement;
use crate::text::Span;

/// Sets actor and object of every phrase.
///
/// The actor is the noun phrase before the finite verb; a predicate joined to the one before keeps that one's actor.
pub(super) fn assign(_statement: &Statement, segments: &Segments, phrases: &mut [StancePhrase]) {
    let mut before: Option<(usize, Span)> = None;
    for phrase in phrases {
        let verb = phrase.tokens.clone().find(|&at| segments.tokens[at].is_finite);
        let subject = verb.and_then(|verb| subject(segments, phrase.tokens.start, verb));
        let carried = before.filter(|(sentence, _)| *sentence == phrase.sentence).map(|(_, actor)| actor);
        phrase.actor = subject.or(carried);
        if let Some(actor) = phrase.actor {
            before = Some((phrase.sentence, actor));
        }
        let from = phrase.cue.as_ref().map(|cue| cue.end).or(verb.map(|verb| verb + 1));
        phrase.object = from.filter(|&from| from < phrase.tokens.end).map(|from| segments.span(from..phrase.tokens.end));
    }
}

/// The noun phrase that ends before the verb, adverbs skipped.
fn subject(segments: &Segments, from: usize, verb: usize) -> Option<Span> {
    let tokens = &segments.tokens;
    let end = (from..verb).rev().find(|&at| tokens[at].tag != Tag::Adv)? + 1;
    let start = (from..end)
        .rev()
        .take_while(|&at| {
            let token = &tokens[at];
            !token.is_mark && !token.is_finite && !matches!(token.tag, Tag::Sconj | Tag::Verb)
        })
        .last()?;
    Some(segments.span(start..end))
}
