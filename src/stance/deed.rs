//! What the speaker tells to have done or to be doing.

use super::cue::cleft;
use super::scope::is_that_clause;
use super::{Actor, StancePhrase};
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::{Segments, Token};

/// Whether a claim without a cue tells a deed of the speaker: a verb that does something to something, or works, told in the past, the
/// perfect or as under way (`We rebuilt the port`, `We have rebuilt the port`, `We are training crews`); but not `We lost the
/// port`, `We have the port`, `We rest`, `Our ships have been seen`.
///
/// A limb may share the `have` of an earlier one: `We have built a port and | opened it`.
pub(super) fn is_deed(segments: &Segments, phrase: &StancePhrase, shared: Option<usize>) -> bool {
    // `Our plan has opened the port` tells of the plan, `Ada Hale and I have opened the port` of us.
    let acts = |actor: &Actor| {
        let (first, last) = (actor.tokens.start, actor.tokens.end - 1);
        let is_person = |at: usize| Grammar::english().groups(&segments.tokens[at].word).has(Group::PureSubjects);
        let is_named = |at: usize| is_person(at) || segments.actor_at(at).is_some();
        let is_fused = segments.tokens[first].tag == Tag::Aux;
        is_fused || is_person(first) || is_named(last) || segments.begins(last, Role::Body)
    };
    let is_own = phrase.actor.as_ref().is_some_and(|actor| actor.is_speaker && acts(actor));
    let (true, true, Some(verb)) = (is_own, phrase.cue.is_none(), phrase.verb) else { return false };
    // `It is in this spirit that we | rebuilt the port`
    let verb = cleft(segments, phrase.tokens.clone(), verb).unwrap_or(verb);
    let end = phrase.tokens.end;
    // `provided that trade grows`
    if segments
        .hits_in(verb..verb + 1)
        .iter()
        .any(|hit| matches!(hit.role, Role::Condition | Role::Term | Role::Opener))
    {
        return false;
    }
    let groups = |token: &Token| Grammar::english().groups(&token.lemma);
    let is_link = |token: &Token| token.tag == Tag::Adv || groups(token).has(Group::Auxiliaries);
    let Some(main) = (verb..end).find(|&at| !is_link(&segments.tokens[at])) else { return false };
    let (first, done) = (&segments.tokens[verb], &segments.tokens[main]);
    let is_passive = !done.is_gerund && segments.tokens[verb..main].iter().any(|token| token.lemma == "be");
    // `We paid for the port, | building the road`
    let is_own = first.is_finite || shared.is_some_and(|shared| segments.tokens[shared].lemma == "have");
    let is_told = is_own && (done.is_gerund || done.is_past() || done.is_participle);
    if done.tag != Tag::Verb || is_passive || !is_told || groups(done).has(Group::DeedlessVerbs) {
        return false;
    }
    // `We took the view that trade would grow`
    if (main..end).any(|at| is_that_clause(segments, at, end)) {
        return false;
    }
    if groups(done).has(Group::WorkingVerbs) {
        return true;
    }
    // `set up | a fund`
    let is_particle = |token: &Token| Grammar::english().groups(&token.word).has(Group::VerbParticles);
    let next = segments.tokens[main + 1..end].iter().find(|token| token.tag != Tag::Adv && !is_particle(token));
    next.is_some_and(|next| {
        matches!(next.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num)
            || Grammar::english().groups(&next.word).has(Group::Possessives)
    })
}
