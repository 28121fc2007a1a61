//! When what is claimed happens, and how sure it is made to be.

use super::{Certainty, Effect, Mark, StancePhrase, Time};
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
    // `is likely to have slowed`, `may have slowed`
    let is_perfect = |hit: &Hit| {
        let is_link = |at: &usize| matches!(segments.tokens[*at].tag, Tag::Adv | Tag::Part);
        let next = |from: usize| (from..phrase.tokens.end).find(|at| !is_link(at));
        let have = next(hit.tokens.end).filter(|&at| segments.tokens[at].word == "have");
        let done = have
            .filter(|&have| have + 1 < phrase.tokens.end && segments.tokens[have + 1].word != "to")
            .and_then(|have| next(have + 1));
        let is_unsure = lexicon.entries[hit.entry].scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"));
        is_unsure
            && !is_sure(lexicon, hit)
            && done.is_some_and(|at| {
                segments.tokens[at].tag == Tag::Verb && segments.tokens[at].is_past()
                    || segments.tokens[at].word == "been"
            })
    };
    let is_outlook = |hit: &Hit| {
        matches!(hit.role, Role::Cue | Role::Grade)
            && lexicon.entries[hit.entry].future
            && !is_over(hit)
            && !is_perfect(hit)
    };
    let hits = segments.hits_in(phrase.tokens.clone());
    let chain = phrase.verb.map(|verb| predicate(segments, verb..phrase.tokens.end));
    let scope = scope(segments, lexicon, phrase);
    let is_thought = scope.is_thought;
    // `dreaming that one day trade will grow`
    let is_that = |at: usize| segments.tokens[at].tag == Tag::Sconj && segments.tokens[at].word == "that";
    let is_own = |hit: &Hit| {
        let Some(chain) = &chain else { return true };
        // `next year` says when, wherever it stands; `will` and `seek` are verbs of their clause.
        let is_adverbial = hit.role == Role::Grade
            && !lexicon.entries[hit.entry].scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"));
        let at = hit.tokens.start;
        is_adverbial && (is_thought || !(chain.end..at).any(is_that))
            || hit.tokens.end > chain.start && at < chain.end
            || is_thought && at >= chain.end
            || phrase.cue.as_ref() == Some(&hit.tokens)
    };
    let shared = modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1));
    let is_foreseen = hits.iter().filter(|hit| is_own(hit)).chain(shared).any(is_outlook);
    // `thought that prices would fall`
    // but not `renewed its commitment to peace`
    // and `said again that the levy will fall`
    let is_outlook_then = |hit: &Hit| {
        let at = hit.tokens.start;
        let is_modal =
            segments.tokens[at].tag == Tag::Aux && chain.as_ref().is_some_and(|chain| (chain.end..at).any(is_that));
        is_outlook(hit) && (is_modal || lexicon.entries[hit.entry].class != Some(Class::Commit))
    };
    let is_foreseen_then = phrase.verb.is_some_and(|verb| {
        segments.hits_in(verb + 1..phrase.tokens.end).iter().filter(|hit| is_own(hit)).any(is_outlook_then)
    });
    let is_promised = phrase.class == Class::Commit && phrase.force.is_some() || phrase.class == Class::Demand;
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    // `It set out in spring`, where it would be `sets` today
    let is_bare_past = |at: usize| {
        let token = &segments.tokens[at];
        let before = (phrase.tokens.start..at).rev().find(|&at| segments.tokens[at].tag != Tag::Adv);
        let is_one = |at: usize| Grammar::english().groups(&segments.tokens[at].word).has(Group::SingularSubjects);
        token.tag == Tag::Verb && token.is_preterite && token.word == token.lemma && before.is_some_and(is_one)
    };
    let is_told_of = |at: usize| segments.tokens[at].is_finite && segments.tokens[at].is_past();
    let is_past = verb.is_some_and(Token::is_past)
        || phrase.verb.is_some_and(is_bare_past)
        || hits.iter().any(|hit| is_own(hit) && is_perfect(hit))
        || phrase.is_dissent && phrase.tokens.clone().any(is_told_of);
    // `pledged to open it`, but not `renewed its pledge to open it`
    // and `confirmed that it will open it`
    let is_told =
        phrase.cue.as_ref().zip(chain.as_ref()).is_none_or(|(cue, chain)| {
            cue.start < chain.end || is_thought && segments.tokens[cue.start].tag == Tag::Aux
        });
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

/// Whether what a predicate says is a thought, and where its own matter ends: with the phrase, or, where it is no
/// thought, before the first clause inside it (`We work hard, dreaming | that trade will grow`).
struct Scope {
    is_thought: bool,
    end: usize,
}

fn scope(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase) -> Scope {
    let end = phrase.tokens.end;
    let Some(verb) = phrase.verb else { return Scope { is_thought: false, end } };
    let chain = predicate(segments, verb..end);
    // `There was a risk that trade would fall`
    let subject = (phrase.tokens.start..verb).rev().find(|&at| segments.tokens[at].tag != Tag::Adv);
    let is_there = subject.is_some_and(|at| segments.tokens[at].word == "there");
    let is_complement = |at: usize| {
        let hits = segments.hits_in(at..at + 1);
        segments.tokens[at].tag != Tag::Det && hits.iter().any(|hit| hit.role == Role::Complementizer)
    };
    // `We found that storms could close ports`: what was found out was so; but not `We found it likely that`.
    let last = chain.end - 1;
    let finds = Grammar::english().groups(&segments.tokens[last].lemma).has(Group::FindingVerbs);
    let is_found = segments.tokens[verb].is_past() && finds && chain.end < end && is_complement(chain.end);
    // `expressed concern that trade would fall`, `took note that it would`
    let takes_that =
        |cue: &Range<usize>| cue.start < chain.end && cue.end < end && segments.tokens[cue.end].word == "that";
    let is_held = phrase.cue.as_ref().is_some_and(takes_that);
    let is_thought = !is_found && (is_there || is_held || thinks(segments, lexicon, chain.clone(), end));
    let inner = (chain.end..end).find(|&at| is_complement(at)).filter(|_| !is_thought);
    Scope { is_thought, end: inner.unwrap_or(end) }
}

/// Whether a hit says that something is sure: `will`.
fn is_sure(lexicon: &Lexicon, hit: &Hit) -> bool {
    lexicon.entries[hit.entry].step.is_some_and(|step| step >= SURE)
}

/// The step of the scale of certainty on which a bare assertion stands.
const SURE: i32 = 5;

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

/// The least sure word of the phrase that is no part of a clause inside it says how sure it is.
pub(super) fn certainty(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase) -> Certainty {
    let end = scope(segments, lexicon, phrase).end;
    let is_own = |mark: &&Mark| mark.is_on("certainty") && mark.tokens.start < end;
    let least = phrase.marks.iter().filter(is_own).map(|mark| mark.step).min();
    match least {
        Some(..=2) => Certainty::Possible,
        Some(3..=4) => Certainty::Probable,
        _ => Certainty::Certain,
    }
}
