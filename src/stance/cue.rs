//! Which words make a clause a claim, of which class, and how firmly.

use super::roles::Holder;
use super::scope::{is_remote, is_that_clause, tells_past};
use super::{Effect, Evidence, Polarity, StancePhrase};
use crate::lexicon::{Class, Entry, Grammar, Group, Lexicon, Role, Tag};
use crate::segment::{Hit, Segments};
use std::ops::Range;

/// How many words after the main verb its cue may begin: `has also repeatedly called on`.
const CUE_REACH: usize = 4;

/// How many words before the main verb what leads to a speech act may begin: `I | also wish to`.
const LEAD_REACH: usize = 3;

/// How many words may stand between a cue and the verb it embeds: `decided | today | to consider`.
const EMBEDDED_REACH: usize = 3;

/// A cue at work: where it stands, and who it is said of.
pub(super) struct Claim<'h> {
    pub(super) hit: &'h Hit,
    pub(super) holder: Holder,
}

/// The cue that stands with a verb, else the first, of those that begin in a range; those that begin at a modal shared
/// with an earlier clause come before all.
pub(super) fn main_cue<'s>(
    segments: &'s Segments,
    lexicon: &Lexicon,
    tokens: Range<usize>,
    verb: Option<usize>,
    modal: Option<usize>,
) -> Option<&'s Hit> {
    let is_cue = |hit: &&Hit| hit.role == Role::Cue;
    if let Some(hit) = modal.and_then(|modal| segments.hits_in(modal..modal + 1).iter().find(is_cue)) {
        return Some(hit);
    }
    let mut cues = segments.hits_in(tokens.clone()).iter().filter(is_cue);
    let first = cues.clone().next()?;
    let Some(verb) = verb else { return Some(first) };
    let foil = foil(segments, verb..tokens.end);
    let verb = cleft(segments, tokens, verb).unwrap_or(verb);
    let stands_with = |hit: &&Hit| {
        let gap = verb.min(hit.tokens.start)..hit.tokens.start;
        let tokens = &segments.tokens;
        // `do so without | raising taxes`
        let is_of_noun = hit.tokens.start > verb + 1
            && tokens[hit.tokens.start].is_gerund
            && tokens[hit.tokens.start - 1].tag == Tag::Adp;
        // `took a step | endorsed by the League`, but not `has in turn | endorsed a step`
        let at = &tokens[hit.tokens.start];
        let is_of_object = !Grammar::english().groups(&tokens[verb].lemma).has(Group::Auxiliaries)
            && at.is_participle
            && at.word != at.lemma
            && !at.is_gerund
            && gap.clone().any(|at| matches!(tokens[at].tag, Tag::Noun | Tag::Propn));
        // `is a plan that | will help`
        let is_relative =
            |at: usize| at > verb && tokens[at].tag == Tag::Pron && segments.begins(at, Role::Complementizer);
        let is_near =
            gap.len() <= CUE_REACH && !is_of_noun && !is_of_object && !gap.clone().any(|at| tokens[at].is_mark);
        // `would, if asked, | be ready to`
        let is_behind_aside = || {
            hit.tokens.start > verb + 2
                && tokens[verb].tag == Tag::Aux
                && tokens[verb + 1].word == ","
                && tokens[hit.tokens.start - 1].word == ","
                && (verb + 2..hit.tokens.start - 1).all(|at| !tokens[at].is_mark)
                && tokens[hit.tokens.start].word == tokens[hit.tokens.start].lemma
                && matches!(tokens[hit.tokens.start].tag, Tag::Aux | Tag::Verb)
        };
        // `are here not to | congratulate ourselves, but to sail`
        let is_of_foil = foil.as_ref().is_some_and(|foil| {
            foil.contains(&hit.tokens.start) && (foil.start..hit.tokens.start).any(|at| tokens[at].is_to())
        });
        hit.tokens.end > verb
            && !is_of_foil
            && !gap.clone().any(is_relative)
            // `I should like, before the talks, to | thank the crews`, `let me begin by | thanking the crews`
            && (is_near || is_behind_aside() || is_led(segments, verb, hit.tokens.start))
    };
    // A verb elsewhere is that of another clause or of a noun: `a plan | that will help`, `a scheme | aimed at peace`.
    // So is a noun behind the object (`We have won trust through | our commitment to peace`), unless it is one of what is
    // asked for (`The ports were at one on | the need to act`).
    let is_noun = |hit: &&Hit| {
        let at = hit.tokens.start;
        let is_own = || lexicon.entries[hit.entry].class == Some(Class::Demand) || !is_remote(segments, verb + 1..at);
        at > verb && !matches!(segments.tokens[at].tag, Tag::Verb | Tag::Aux) && is_own()
    };
    cues.clone().find(stands_with).or_else(|| cues.find(is_noun))
}

/// The words that are denied only to set off what is affirmed: `Ports are | not rivals | but partners`; but not `Ports are
/// not full, but we sail`.
pub(super) fn foil(segments: &Segments, range: Range<usize>) -> Option<Range<usize>> {
    let token = |at: usize| &segments.tokens[at];
    let groups = |at: usize| Grammar::english().groups(&token(at).word);
    // `nothing but`
    let is_silent = |at: usize| {
        let hits = segments.hits_in(range.start..at + 1);
        hits.iter().any(|hit| hit.role == Role::Ignore && hit.tokens.contains(&at))
    };
    let but = range.clone().find(|&at| token(at).word == "but" && token(at).tag == Tag::Cconj && !is_silent(at))?;
    let denies = |at: usize| token(at).is_negator && matches!(token(at).tag, Tag::Part | Tag::Aux | Tag::Adv);
    let not = (range.start..but).rfind(|&at| denies(at))?;
    let next = |from: usize| (from..range.end).find(|&at| !token(at).is_mark && token(at).tag != Tag::Adv);
    let (denied, affirmed) = (next(not + 1)?, next(but + 1)?);
    // `They did not want a swift but | dear voyage`
    let is_pair = token(but - 1).tag == Tag::Adj && token(affirmed).tag == Tag::Adj && denied != but - 1;
    // `would not object, but only when`, but `not because it is easy, but because`
    let is_term = token(affirmed).tag == Tag::Sconj && token(affirmed).word != token(denied).word;
    let is_plain = |at: usize| !groups(at).has(Group::StrongMarks) && (at == denied || token(at).tag != Tag::Sconj);
    // `but | let us sail`, `but | I've sailed`
    let is_clause = || {
        let opens = |at: usize| token(at).tag == Tag::Sconj || segments.begins(at, Role::Complementizer);
        let told = (affirmed..range.end).find(|&at| token(at).is_finite);
        groups(affirmed).has(Group::Appeals)
            || groups(affirmed).has(Group::PureSubjects)
            || token(affirmed).tag == Tag::Aux
            || told.is_some_and(|told| !(affirmed..told).any(opens))
    };
    let is_denied_too = segments.begins(but + 1, Role::Negator);
    ((not + 1..but).all(is_plain) && !is_pair && !is_term && !is_denied_too && !is_clause()).then_some(not..but)
}

/// The verb of what an `it` only sets off: `It is in this spirit that | we | will | sail`.
pub(super) fn cleft(segments: &Segments, tokens: Range<usize>, verb: usize) -> Option<usize> {
    let token = |at: usize| &segments.tokens[at];
    let is_idle = |at: &usize| token(*at).tag == Tag::Adv;
    let subject = (tokens.start..verb).rev().find(|at| !is_idle(at))?;
    let led = (verb + 1..tokens.end).find(|at| !is_idle(at))?;
    // `It is of great importance that`
    let is_cue = || segments.hits_in(verb..verb + 1).iter().any(|hit| hit.role == Role::Cue);
    if token(subject).word != "it" || token(verb).lemma != "be" || token(led).tag != Tag::Adp || is_cue() {
        return None;
    }
    let that = (led + 1..tokens.end).find(|&at| token(at).is_finite || is_that_clause(segments, at, tokens.end))?;
    let inner = (that + 1..tokens.end).find(|&at| token(at).is_finite)?;
    (!token(that).is_finite).then_some(inner)
}

/// Whether what only leads to a speech act fills the words from a verb on: `May I take this occasion to | thank them`, but
/// not `I began by thanking them`.
fn is_led(segments: &Segments, verb: usize, start: usize) -> bool {
    if segments.tokens[verb].tag == Tag::Verb && segments.tokens[verb].is_past() {
        return false;
    }
    let leads = segments.hits_in(verb.saturating_sub(LEAD_REACH)..start).iter().filter(|hit| hit.role == Role::Ignore);
    let is_idle = |from: usize, to: usize| (from..to).all(|at| segments.tokens[at].tag == Tag::Adv);
    // `Allow me, in the name of the League, to | thank the crews`, `May I at the outset | thank the crews`
    let is_aside = |from: usize| {
        let token = |at: usize| &segments.tokens[at];
        let opens = token(from).is_mark || matches!(token(from).tag, Tag::Adp | Tag::Adv | Tag::Adj);
        let is_bare = token(start).tag == Tag::Verb && token(start).word == token(start).lemma;
        opens && is_bare && !(from..start).any(|at| matches!(token(at).tag, Tag::Verb | Tag::Aux))
    };
    let end = leads.fold(verb, |end, lead| match lead.tokens.end > end && is_idle(end, lead.tokens.start) {
        true => lead.tokens.end,
        false => end,
    });
    end > verb && end <= start && (is_idle(end, start) || is_aside(end))
}

/// Sets class, cue, polarity and force by the cue and by who it is said of.
pub(super) fn apply(segments: &Segments, lexicon: &Lexicon, phrase: &mut StancePhrase, claim: &Claim) {
    let (hit, is_promise) = carried_on(segments, lexicon, phrase, claim.hit);
    let entry = &lexicon.entries[hit.entry];
    let inner = phrase.verb.and_then(|verb| cleft(segments, phrase.tokens.clone(), verb));
    let holder = match phrase.actor.as_ref().filter(|_| inner.is_some()) {
        Some(actor) if actor.is_speaker => Holder::Speaker,
        Some(_) => Holder::Other,
        None => claim.holder,
    };
    let claim = &Claim { hit, holder };
    phrase.cue = Some(claim.hit.tokens.clone());
    evidence(segments, phrase, claim.hit, Effect::Cue);
    if entry.negated {
        phrase.polarity = Polarity::Negated;
    }
    let own = entry.class.unwrap_or(Class::Assess);
    if says_importance(segments, phrase, claim.hit, entry) || is_suffered(segments, phrase, claim.hit, own) {
        phrase.class = Class::Assess;
        return;
    }
    let told =
        if is_promise { told(segments, phrase, inner.or(phrase.verb), claim.hit, entry) } else { Some(Class::Assess) };
    if let Some(told) = told {
        // `We were considered a league of traders`
        let is_thought = is_passive(segments, claim.hit) && phrase.actor.as_ref().is_some_and(|actor| actor.is_speaker);
        phrase.class = if claim.holder == Holder::Speaker && !is_thought { told } else { Class::Assess };
        return;
    }
    if claim.holder == Holder::Speaker || own == Class::Assess {
        phrase.class = own;
        phrase.force = lexicon.force(entry);
    } else if entry.class == Some(Class::Demand)
        && entry.others.as_ref().is_some_and(|others| others.class == Class::Assess)
        && can_act(segments, phrase)
    {
        // `The ports should help`, but not `Low tolls should help`
        phrase.class = own;
        phrase.force = lexicon.force(entry);
    } else if let Some(others) =
        entry.others.as_ref().filter(|_| !is_aim_of_another(segments, phrase, claim.hit, entry))
    {
        phrase.class = others.class;
        phrase.force = others.scale.as_ref().zip(others.step).and_then(|(scale, step)| lexicon.step(scale, step));
    } else {
        phrase.class = Class::Assess;
        phrase.force = None;
    }
    if asks_of_others(segments, phrase, claim) {
        phrase.class = Class::Demand;
        phrase.force = None;
    }
    temper(segments, lexicon, phrase, claim.hit, entry);
    if let Some(class) = embedded_class(segments, lexicon, phrase, claim.hit) {
        phrase.class = class;
    }
}

/// Whether the head of a claim's subject is a name or a body, which can act.
fn can_act(segments: &Segments, phrase: &StancePhrase) -> bool {
    phrase.actor.as_ref().is_some_and(|actor| names_body(segments, actor.tokens.clone()))
}

/// Whether the head of a noun phrase is a name or a body: `the ports' | council`, but not `trade with the League`.
fn names_body(segments: &Segments, tokens: Range<usize>) -> bool {
    let ends = |at: &usize| segments.tokens[*at].tag == Tag::Adp || segments.tokens[*at].is_mark;
    let end = tokens.clone().skip(1).find(ends).unwrap_or(tokens.end);
    end > tokens.start && (segments.tokens[end - 1].tag == Tag::Propn || segments.begins(end - 1, Role::Body))
}

/// Whether an aim is that of somebody else: `The Council aims to`, but not `The plan aims to`.
fn is_aim_of_another(segments: &Segments, phrase: &StancePhrase, hit: &Hit, entry: &Entry) -> bool {
    let is_own = segments.hits_in(hit.tokens.clone()).iter().any(|hit| hit.role == Role::Speaker);
    let is_aim = entry.others.as_ref().is_some_and(|others| others.class == Class::Commit);
    is_aim && !is_own && can_act(segments, phrase)
}

/// Whether the speaker expects something of somebody: `We expect the ports to open`, but not `We expect trade to grow`.
fn asks_of_others(segments: &Segments, phrase: &StancePhrase, claim: &Claim) -> bool {
    let (start, end) = (claim.hit.tokens.start, claim.hit.tokens.end);
    let token = &segments.tokens[start];
    let asks = Grammar::english().groups(&token.lemma).has(Group::AskingVerbs);
    let to = (end..phrase.tokens.end).find(|&at| segments.tokens[at].is_to() || segments.tokens[at].is_finite);
    // but not `The Council expects them to last`
    let is_pronoun = || {
        let subject = phrase.actor.as_ref().map(|actor| &segments.tokens[actor.tokens.start].word);
        subject.is_some_and(|subject| Grammar::english().groups(subject).has(Group::PureSubjects))
    };
    // `We can expect the ports to open`, `We do not expect them to`
    let lifts = |at: usize| segments.tokens[at].is_modal() || segments.tokens[at].is_negator;
    let is_able = phrase.verb.is_some_and(|verb| (verb.min(start)..start).any(lifts));
    let is_somebody = |to: usize| {
        let is_person = to == end + 1
            && is_pronoun()
            && Grammar::english().groups(&segments.tokens[end].word).has(Group::ObjectPronouns);
        let is_known = || to > 0 && segments.actor_at(to - 1).is_some();
        segments.tokens[to].is_to() && (is_person || is_known() || names_body(segments, end..to))
    };
    claim.holder == Holder::Speaker
        && phrase.class == Class::Assess
        && asks
        && !is_able
        && token.tag == Tag::Verb
        && !token.is_participle
        && to.is_some_and(|to| to > end && is_somebody(to))
}

/// Whether a cue that asks only says of what its subject is good for: `Trade is vital to the islands`, but not `It is vital
/// to trade`, `It is vital for the ports to open`.
fn says_importance(segments: &Segments, phrase: &StancePhrase, hit: &Hit, entry: &Entry) -> bool {
    let asks = entry.others.as_ref().is_some_and(|others| others.class == Class::Demand);
    let last = &segments.tokens[hit.tokens.end - 1];
    let has_deed = || (hit.tokens.end..phrase.tokens.end).any(|at| segments.tokens[at].is_to());
    asks && segments.tokens[hit.tokens.start].lemma == "be"
        && has_subject(segments, phrase, hit)
        // `Ports are in need of trade`
        && last.tag == Tag::Adp && last.word != "of"
        // `Ports are called upon to open`
        && segments.tokens[hit.tokens.clone()].iter().skip(1).all(|token| token.tag != Tag::Verb)
        && (last.word == "to" || !has_deed())
}

/// Whether somebody or something named is the subject of a cue, and not what an `it` before it announces.
fn has_subject(segments: &Segments, phrase: &StancePhrase, hit: &Hit) -> bool {
    let is_before =
        |tokens: &Range<usize>| tokens.start < hit.tokens.start && segments.tokens[tokens.start].word != "it";
    phrase.actor.as_ref().is_some_and(|actor| is_before(&actor.tokens))
}

/// Whether a cue tells what others think of its subject: `Our aims are respected`, `We were warned by the storm`.
fn is_suffered(segments: &Segments, phrase: &StancePhrase, hit: &Hit, class: Class) -> bool {
    let is_attitude = matches!(class, Class::Support | Class::Praise | Class::Oppose | Class::Concern);
    is_attitude
        && has_subject(segments, phrase, hit)
        && segments.tokens[hit.tokens.start].tag == Tag::Verb
        && is_undergone(segments, phrase, hit)
}

/// Whether what a cue says is done to its subject: `The League was | asked to act`, but not `The League is concerned`.
pub(super) fn is_undergone(segments: &Segments, phrase: &StancePhrase, hit: &Hit) -> bool {
    let token = &segments.tokens[hit.tokens.start];
    // `been neither duly respected nor kept`
    let is_inside = |at: usize| {
        let token = &segments.tokens[at];
        token.tag == Tag::Adv || Grammar::english().groups(&token.word).has(Group::Pairing)
    };
    let before = || (phrase.tokens.start..hit.tokens.start).rev().find(|&at| !is_inside(at));
    token.is_participle && !token.is_gerund && before().is_some_and(|at| segments.tokens[at].lemma == "be")
}

/// Whether a cue is itself a passive: `The plan | was discussed`, but not `The League | was discussing it`.
pub(super) fn is_passive(segments: &Segments, hit: &Hit) -> bool {
    let (be, done) = (&segments.tokens[hit.tokens.start], &segments.tokens[hit.tokens.end - 1]);
    be.lemma == "be" && done.tag == Tag::Verb && done.is_participle && !done.is_gerund
}

/// What a cue makes of a claim by the tense it is told in: `We studied the plan`; what had been promised or hoped for is so
/// no more.
fn told(segments: &Segments, phrase: &StancePhrase, main: Option<usize>, hit: &Hit, entry: &Entry) -> Option<Class> {
    // `The task | was | to`
    let at = main.filter(|verb| hit.tokens.contains(verb)).unwrap_or(hit.tokens.start);
    let token = &segments.tokens[at];
    let verb = main.map(|verb| &segments.tokens[verb]);
    let is_told =
        |lemma: &str, is_past: bool| verb.is_some_and(|verb| verb.lemma == lemma && verb.is_past() == is_past);
    let looks_ahead = matches!(entry.class, Some(Class::Commit | Class::Demand));
    // `was looking forward to`, `have been looking forward to`
    let is_been = || {
        is_told("have", false)
            && main.is_some_and(|verb| segments.tokens[verb.min(at)..at].iter().any(|token| token.word == "been"))
    };
    let is_under_way = token.is_gerund && (is_told("be", true) || is_been());
    // `did not ask for`
    let is_done = looks_ahead && (is_told("have", true) || is_told("do", true));
    // `Last year we pledged to open it`
    let is_long_past = entry.class == Some(Class::Commit)
        && main == Some(hit.tokens.start)
        && token.is_past()
        && tells_past(segments, phrase.tokens.clone());
    // `We honoured our commitment to the ports`
    let is_kept = entry.class == Some(Class::Commit)
        && token.tag == Tag::Noun
        && verb.is_some_and(|verb| verb.tag == Tag::Verb && verb.is_past());
    if is_long_past && entry.past.is_none() || is_kept {
        return Some(Class::Act);
    }
    // `New ports are needed`
    match token.is_past() && !is_told("be", false) || is_under_way || is_told("do", true) {
        true => entry.past.or_else(|| is_done.then_some(Class::Assess)),
        false => entry.present.filter(|_| token.is_finite && token.tag == Tag::Verb),
    }
}

/// What is carried on, where the cue says only that something is: `continues to call for talks` asks for them. What is
/// done is promised on (`continues to build`), and what is thought is only thought.
fn carried_on<'h>(segments: &'h Segments, lexicon: &Lexicon, phrase: &StancePhrase, lead: &'h Hit) -> (&'h Hit, bool) {
    if !lexicon.entries[lead.entry].carries {
        return (lead, true);
    }
    let after = lead.tokens.end..phrase.tokens.end.min(lead.tokens.end + EMBEDDED_REACH);
    let is_free = |hit: &&Hit| !(lead.tokens.end..hit.tokens.start).any(|at| segments.tokens[at].is_mark);
    let inner = segments.hits_in(after).iter().filter(is_free).find(|hit| hit.role == Role::Cue);
    match inner.map(|hit| (hit, lexicon.entries[hit.entry].class)) {
        None | Some((_, None | Some(Class::Assess))) => (lead, false),
        // `have continued to | fund the port`
        Some((hit, Some(Class::Act))) => match segments.tokens[lead.tokens.start].is_past() {
            true => (hit, true),
            false => (lead, true),
        },
        Some((hit, _)) => (hit, true),
    }
}

/// The least step of a request: what is only invited or proposed (`will propose a levy`) is done by who promises it.
pub(super) const REQUEST: i32 = 4;

/// The class of a stance that the speaker promises to take: `will support the plan` supports, `will oppose it` opposes.
fn embedded_class(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase, lead: &Hit) -> Option<Class> {
    if phrase.class != Class::Commit {
        return None;
    }
    let after = lead.tokens.end..phrase.tokens.end.min(lead.tokens.end + EMBEDDED_REACH);
    // `is committed to supporting trade`
    let is_deed = |at: usize| segments.tokens[at].is_gerund && segments.tokens[at - 1].word == "to";
    let hit = segments.hits_in(after).iter().find(|hit| hit.role == Role::Cue && !is_deed(hit.tokens.start))?;
    let entry = &lexicon.entries[hit.entry];
    let class = entry.class.filter(|class| *class != Class::Demand || entry.step.is_none_or(|step| step >= REQUEST))?;
    matches!(class, Class::Support | Class::Oppose | Class::Demand | Class::Concern | Class::Praise).then_some(class)
}

/// Lowers a promise by what it embeds and by what dilutes it: `decided to consider` is no firmer than `consider`, and
/// each `as appropriate` takes a step.
fn temper(segments: &Segments, lexicon: &Lexicon, phrase: &mut StancePhrase, lead: &Hit, entry: &Entry) {
    let Some(mut force) = phrase.force.clone() else { return };
    let after = lead.tokens.end..phrase.tokens.end.min(lead.tokens.end + EMBEDDED_REACH);
    let is_on_scale = |hit: &Hit| lexicon.entries[hit.entry].scale == entry.scale && hit.role == Role::Cue;
    if matches!(phrase.class, Class::Commit | Class::Act)
        && let Some(hit) = segments.hits_in(after).iter().find(|hit| is_on_scale(hit))
        && let Some(step) = lexicon.entries[hit.entry].step.filter(|step| *step < force.step)
    {
        force.step = step;
        evidence(segments, phrase, hit, Effect::Embedded);
    }
    if matches!(phrase.class, Class::Commit | Class::Act) {
        let is_diluter = |hit: &&Hit| hit.role == Role::Condition && lexicon.entries[hit.entry].dilutes;
        let diluters = segments.hits_in(phrase.tokens.clone()).iter().filter(is_diluter).count();
        force.step = (force.step - diluters as i32).max(0);
    }
    phrase.force = Some(force);
}

/// Notes which words had which effect.
pub(super) fn evidence(segments: &Segments, phrase: &mut StancePhrase, hit: &Hit, effect: Effect) {
    phrase.because.push(Evidence { span: segments.span(hit.tokens.clone()), entry: hit.entry, effect });
}
