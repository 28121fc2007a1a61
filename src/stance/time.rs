//! When what is claimed happens, and how sure it is made to be.

use super::{Certainty, Effect, StancePhrase, Time};
use crate::lexicon::{Class, Grammar, Group, Lexicon, Role, Tag, is_on};
use crate::segment::{Hit, Segments, Token};
use std::ops::Range;

/// Past where the predicate is past, future where something is promised, asked for or foreseen by the predicate itself
/// or by what it says is thought: `We believe that trade will grow`, but not `Worries that trade may fall have grown`.
pub(super) fn time(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase, modal: Option<usize>) -> Time {
    let is_over = |hit: &Hit| {
        let entry = &lexicon.entries[hit.entry];
        let is_told = entry.past.is_some() || matches!(entry.class, Some(Class::Demand | Class::Commit));
        is_told && segments.tokens[hit.tokens.start].is_past()
    };
    let is_outlook =
        |hit: &Hit| matches!(hit.role, Role::Cue | Role::Grade) && lexicon.entries[hit.entry].future && !is_over(hit);
    let hits = segments.hits_in(phrase.tokens.clone());
    let chain = phrase.verb.map(|verb| predicate(segments, verb..phrase.tokens.end));
    // `There was a risk that trade would fall`
    let is_there = phrase.verb.is_some_and(|verb| {
        let subject = (phrase.tokens.start..verb).rev().find(|&at| segments.tokens[at].tag != Tag::Adv);
        subject.is_some_and(|at| segments.tokens[at].word == "there")
    });
    let thinks = |chain: &Range<usize>| is_there || thinks(segments, lexicon, chain.clone(), phrase.tokens.end);
    let is_thought = chain.as_ref().is_some_and(thinks);
    let is_own = |hit: &Hit| {
        let Some(chain) = &chain else { return true };
        // `next year` says when, wherever it stands; `will` and `seek` are verbs of their clause.
        let is_adverbial = hit.role == Role::Grade
            && !lexicon.entries[hit.entry].scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"));
        let at = hit.tokens.start;
        is_adverbial
            || hit.tokens.end > chain.start && at < chain.end
            || is_thought && at >= chain.end
            || phrase.cue.as_ref() == Some(&hit.tokens)
    };
    let shared = modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1));
    let is_foreseen = hits.iter().filter(|hit| is_own(hit)).chain(shared).any(is_outlook);
    // `thought that prices would fall`
    // but not `renewed its commitment to peace`
    let is_outlook_then = |hit: &Hit| is_outlook(hit) && lexicon.entries[hit.entry].class != Some(Class::Commit);
    let is_foreseen_then = phrase.verb.is_some_and(|verb| {
        segments.hits_in(verb + 1..phrase.tokens.end).iter().filter(|hit| is_own(hit)).any(is_outlook_then)
    });
    let is_promised = phrase.class == Class::Commit && phrase.force.is_some() || phrase.class == Class::Demand;
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    let is_past = verb.is_some_and(Token::is_past);
    // `pledged to open it`, but not `renewed its pledge to open it`
    let is_told = phrase.cue.as_ref().zip(chain.as_ref()).is_none_or(|(cue, chain)| cue.start < chain.end);
    let has_cue = is_told
        && phrase.because.iter().any(|e| {
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

/// The verbs and adverbs with which a predicate begins, up to its first noun: `are also set to ease | the loss`.
fn predicate(segments: &Segments, range: Range<usize>) -> Range<usize> {
    let is_inside = |at: &usize| {
        let token = &segments.tokens[*at];
        matches!(token.tag, Tag::Verb | Tag::Aux | Tag::Adv | Tag::Adj | Tag::Part)
    };
    let length = range.clone().skip(1).take_while(is_inside).count();
    range.start..(range.start + 1 + length).min(range.end)
}

/// Whether a predicate says that something is thought or told: what follows is then its matter. `They expect that`,
/// `They took the view that`, but not `It gave rise to worries that`.
fn thinks(segments: &Segments, lexicon: &Lexicon, chain: Range<usize>, end: usize) -> bool {
    let is_opinion = |hit: &Hit| {
        matches!(hit.role, Role::Reporter)
            || hit.role == Role::Cue && lexicon.entries[hit.entry].class == Some(Class::Assess)
    };
    let is_view = |at: usize| segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Position);
    let is_complement = |at: usize| segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Complementizer);
    // `assure the ports that`
    let tells = |at: usize| {
        let token = &segments.tokens[at];
        token.tag == Tag::Verb && Grammar::english().groups(&token.lemma).has(Group::ThatVerbs)
    };
    let opens = |at: &usize| {
        let token = &segments.tokens[*at];
        // `depends on whether trade will grow`, but not `the ports where ships may land`
        let is_of_noun = matches!(segments.tokens[*at - 1].tag, Tag::Noun | Tag::Propn);
        let asks = token.tag == Tag::Sconj && token.word != "that" && is_complement(*at) && !is_of_noun;
        let says = token.word == "that"
            && token.tag != Tag::Det
            && (*at == chain.end || is_view(*at - 1) || (chain.start..*at).any(tells));
        asks || says
    };
    segments.hits_in(chain.clone()).iter().any(is_opinion) || (chain.end..end).any(|at| opens(&at))
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
