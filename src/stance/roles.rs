//! Who speaks and about what: actor and object.

use super::{Actor, StancePhrase};
use crate::lexicon::Tag;
use crate::segment::Segments;
use std::ops::Range;

/// Sets actor and object of every phrase.
///
/// The actor is the noun phrase before the finite verb; a predicate joined to the one before keeps that one's actor.
pub(super) fn assign(segments: &Segments, phrases: &mut [StancePhrase]) {
    let mut before: Option<(usize, Range<usize>)> = None;
    for phrase in phrases {
        // `with prices having risen`: the participle is all the predicate there is.
        let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(|&at| segments.tokens[at].is_gerund));
        let subject = if phrase.is_dissent {
            dissenter(segments, phrase)
        } else {
            verb.and_then(|verb| subject(segments, phrase.tokens.start, verb))
        };
        phrase.actor = match (subject, &before) {
            (Some(tokens), _) => Some(Actor { tokens, is_carried: false }),
            (None, Some((sentence, tokens))) if *sentence == phrase.sentence => {
                Some(Actor { tokens: tokens.clone(), is_carried: true })
            }
            _ => None,
        };
        if let Some(actor) = &phrase.actor {
            before = Some((phrase.sentence, actor.tokens.clone()));
        }
        let from = phrase.cue.as_ref().map(|cue| cue.end).or(verb.map(|verb| verb + 1));
        phrase.object =
            from.filter(|&from| from < phrase.tokens.end).map(|from| segments.span(from..phrase.tokens.end));
    }
}

/// The noun phrase that ends before the verb; it holds a noun or pronoun. Skipped are adverbs, furniture and a
/// participle that belongs to the noun (`Information received since the Council met in June | indicates`).
fn subject(segments: &Segments, from: usize, verb: usize) -> Option<Range<usize>> {
    let tokens = &segments.tokens;
    let is_skipped = |at: &usize| tokens[*at].tag == Tag::Adv || tokens[*at].is_furniture;
    let mut end = (from..verb).rev().find(|at| !is_skipped(at))? + 1;
    if end > from + 1 && tokens[end - 1].tag == Tag::Verb && tokens[end - 1].is_participle {
        end -= 1;
    }
    let start = (from..end)
        .rev()
        .take_while(|&at| {
            let token = &tokens[at];
            !token.is_mark && !token.is_finite && !matches!(token.tag, Tag::Sconj | Tag::Verb)
        })
        .last()?;
    let is_named = |at: usize| matches!(tokens[at].tag, Tag::Noun | Tag::Propn | Tag::Pron);
    (start..end).any(is_named).then_some(start..end)
}

/// Who voted against: the names before `who`.
fn dissenter(segments: &Segments, phrase: &StancePhrase) -> Option<Range<usize>> {
    let tokens = &segments.tokens;
    let end = phrase.tokens.clone().find(|&at| tokens[at].word == "who").unwrap_or(phrase.tokens.end);
    let is_name = |at: &usize| tokens[*at].tag == Tag::Propn;
    let start = (phrase.tokens.start..end).find(is_name)?;
    let end = (start..end).rev().find(is_name)? + 1;
    Some(start..end)
}
