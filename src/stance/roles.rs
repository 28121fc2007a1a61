//! Who speaks and about what: actor and object.

use super::{Actor, StancePhrase};
use crate::lexicon::{Role, Tag};
use crate::segment::Segments;
use std::ops::Range;

/// Sets actor and object of every phrase.
///
/// The actor is the noun phrase before the finite verb; a predicate joined to the one before keeps that one's actor.
pub(super) fn assign(segments: &Segments, phrases: &mut [StancePhrase]) {
    let mut before: Option<(usize, Range<usize>)> = None;
    // Who a pronoun stands for: the last actor named in the paragraph.
    let mut named: Option<(usize, Range<usize>)> = None;
    for phrase in phrases {
        let paragraph = segments.sentences[phrase.sentence].paragraph;
        // `with prices having risen`: the participle is all the predicate there is.
        let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(|&at| segments.tokens[at].is_gerund));
        let subject = if phrase.is_dissent {
            dissenter(segments, phrase)
        } else {
            verb.and_then(|verb| subject(segments, phrase.tokens.start, verb))
        };
        let is_pronoun = subject.as_ref().is_some_and(|subject| stands_for_another(segments, subject, verb));
        phrase.actor = match (subject, &before) {
            (Some(_), _) if is_pronoun && named.as_ref().is_some_and(|(place, _)| *place == paragraph) => {
                named.clone().map(|(_, tokens)| Actor { tokens, is_carried: true })
            }
            (Some(tokens), _) => Some(Actor { tokens, is_carried: false }),
            (None, Some((sentence, tokens))) if *sentence == phrase.sentence => {
                Some(Actor { tokens: tokens.clone(), is_carried: true })
            }
            _ => None,
        };
        if let Some(actor) = &phrase.actor {
            before = Some((phrase.sentence, actor.tokens.clone()));
            if !is_pronoun {
                named = Some((paragraph, actor.tokens.clone()));
            }
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

/// Whether a subject is a pronoun that stands for someone named before; not the `it` of `it is important that`.
fn stands_for_another(segments: &Segments, subject: &Range<usize>, verb: Option<usize>) -> bool {
    let is_pronoun =
        segments.hits_in(subject.clone()).iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *subject);
    let is_empty = verb.is_some_and(|verb| {
        let next = segments.tokens.get(verb + 1).map(|token| token.tag);
        segments.tokens[verb].lemma == "be" && matches!(next, Some(Tag::Adj | Tag::Det | Tag::Noun))
    });
    is_pronoun && !is_empty
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
