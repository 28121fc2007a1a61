//! What of a statement claims nothing: headings, forms of address, questions, and what stands at the edges of a claim.

use super::StancePhrase;
use super::aim::{calls_to_mind, head};
use crate::lexicon::{Case, Class, Grammar, Group, Role, Tag};
use crate::segment::{Clause, Hit, LEAST_CONTENT, Segments, Token, is_content};
use std::ops::Range;

/// The most words of a heading: a paragraph of its own without a verb or an end mark.
const HEADING: usize = 12;

/// The most words of a claim that only leads up to the next: longer ones say more.
const LEAD: usize = 10;

/// The most words of a sentence that says nothing because none of its words does.
const LIGHT: usize = 7;

/// The most words of what a transcript remarks in square brackets at the edge of a claim: `[Laughter]`.
const REMARK: usize = 4;

/// Whether a clause is worth quoting and not furniture.
pub(super) fn is_claim(segments: &Segments, clause: &Clause, phrase: &StancePhrase, has_lexicon: bool) -> bool {
    let tokens = phrase.tokens.clone();
    let own = |at: &usize| is_content(&segments.tokens[*at]) && !segments.tokens[*at].is_furniture;
    let words = tokens.clone().filter(own).count();
    let tells = |at: usize| segments.tokens[at].is_finite && !segments.tokens[at].is_furniture;
    let has_predicate = tokens.clone().any(tells) || clause.modal.is_some();
    // `The truth is`
    let is_stub = || {
        let last = tokens.end - 1;
        phrase.verb == Some(last) && segments.tokens[last].lemma == "be" && phrase.cue.is_none() && words <= 2
    };
    // `The point is this: | the port is open`, `We hold to one rule: | ports are open`, `Members of the League: | we met`
    let leads = || {
        if segments.tokens.get(tokens.end).is_none_or(|next| next.word != ":") {
            return false;
        }
        let grammar = Grammar::english();
        let last = &segments.tokens[tokens.end - 1];
        let is_told =
            phrase.verb.is_some_and(|verb| segments.tokens[verb..tokens.end].iter().any(|token| token.lemma == "be"))
                && grammar.groups(&last.word).has(Group::LeadIns);
        let content = |token: &&Token| matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb);
        let announces = || {
            segments.tokens[tokens.clone()].iter().rfind(content).is_some_and(|token| {
                let groups = grammar.groups(&token.lemma);
                groups.has(Group::LeadIns) || token.tag == Tag::Verb && groups.has(Group::ThatVerbs)
            })
        };
        let is_call = || phrase.verb.is_none() && phrase.cue.is_none();
        let is_short = phrase.tokens.len() <= LEAD;
        is_short && (is_told || announces() || points_ahead(segments, phrase)) || is_call()
    };
    // `Mr. Speaker, members of the League`
    let is_address = || {
        let group = |at: usize| Grammar::english().groups(&segments.tokens[at].word);
        // `Members of the League, honoured guests`
        let is_of_guests = |verb: usize| {
            let next = segments.tokens.get(verb + 1).filter(|_| verb + 1 < tokens.end);
            let is_noun = next.is_some_and(|next| matches!(next.tag, Tag::Noun | Tag::Propn));
            let is_listed = verb > tokens.start
                && (segments.tokens[verb - 1].is_mark || segments.tokens[verb - 1].tag == Tag::Cconj);
            segments.tokens[verb].tag == Tag::Verb && segments.tokens[verb].is_past() && is_noun && is_listed
        };
        phrase.verb.is_none_or(is_of_guests) && group(tokens.start).has(Group::Addresses) && phrase.cue.is_none()
    };
    // `Let's do it`
    let is_light = || {
        let says = |token: &Token| {
            token.is_negator
                // `We are the best`
                || Grammar::english().groups(&token.word).has(Group::BareDeterminers)
                || matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb | Tag::Num | Tag::Intj)
                    && !Grammar::english().groups(&token.lemma).has(Group::LightWords)
        };
        tokens.len() <= LIGHT && !segments.tokens[tokens.clone()].iter().any(says)
    };
    // `Look at the ports.`, but not `Let us meet and | remember the crews`
    let is_bare_call = || {
        let start = head(segments, phrase);
        let before = &segments.tokens[segments.sentences[phrase.sentence].tokens.start..start];
        let tokens = &segments.tokens[start..tokens.end];
        tokens.len() <= LIGHT
            && calls_to_mind(tokens)
            && !tokens.iter().skip(1).any(|token| token.is_finite)
            && !before.iter().any(|token| matches!(token.tag, Tag::Verb | Tag::Aux))
    };
    // `We congratulate Ann Vale | on her election`
    let is_ceremony = || {
        // A cue may reach beyond the clause.
        let said = phrase.cue.as_ref().map_or(tokens.end, |cue| cue.end.min(tokens.end));
        let mut hits = segments.hits_in(said..tokens.end).iter();
        phrase.class == Class::Praise && hits.any(|hit| hit.role == Role::Furniture)
    };
    words >= if has_predicate { 1 } else { LEAST_CONTENT }
        && !(has_lexicon
            && (is_heading(segments, clause, phrase)
                || is_stub()
                || is_light()
                || is_address()
                || is_ceremony()
                || is_bare_call()
                || leads()
                || asks(segments, clause, phrase)))
}

/// Whether what a claim is about is still to come behind its colon: it breaks off (`Our tasks will include:`), or points
/// there (`I make this vow:`, `We have two aims:`).
fn points_ahead(segments: &Segments, phrase: &StancePhrase) -> bool {
    let Some(verb) = phrase.verb else { return false };
    let grammar = Grammar::english();
    let predicate = &segments.tokens[verb..phrase.tokens.end];
    let Some((last, before)) = predicate.split_last() else { return false };
    // `Our tasks will be:`, but not `We see them for what they are:`
    let is_verbal = |token: &Token| matches!(token.tag, Tag::Aux | Tag::Adv);
    let awaits =
        last.tag == Tag::Verb && !last.is_participle && grammar.groups(&last.lemma).has(Group::TransitiveVerbs);
    let breaks_off = last.tag == Tag::Adp && !grammar.groups(&last.word).has(Group::VerbParticles)
        || last.is_to()
        || before.iter().all(is_verbal) && (is_verbal(last) || awaits);
    let is_noun = |token: &Token| matches!(token.tag, Tag::Adj | Tag::Noun);
    // `The following ports`, `three ports`: up to the colon.
    let is_last = |at: usize| predicate[at + 1..].iter().all(is_noun);
    let is_small = |number: &Token| number.tag == Tag::Num && number.word.chars().all(char::is_alphabetic);
    let is_listed = predicate.iter().rposition(is_small).is_some_and(|at| at + 1 < predicate.len() && is_last(at));
    let is_following = predicate.iter().position(|token| token.word == "following").is_some_and(is_last);
    // `The islands have met this need:`, `We must meet this need:` look back.
    let is_own = phrase.class != Class::Demand && phrase.actor.as_ref().is_some_and(|actor| actor.is_speaker);
    let is_this = |pair: &[Token]| pair[0].tag != Tag::Adp && pair[1].tag == Tag::Det && pair[1].word == "this";
    breaks_off || is_listed || is_following || is_own && predicate.windows(2).any(is_this)
}

/// Whether a clause asks the speaker or nobody, or leads up to that. It is no claim, whatever its words: `What should we
/// do?`, `Can the League keep the peace?`; but `Why does the League not act?` reproaches, and `Ports are full, | but are we
/// glad?` claims that they are.
fn asks(segments: &Segments, clause: &Clause, phrase: &StancePhrase) -> bool {
    let sentence = &segments.sentences[phrase.sentence];
    let is_closing = |at: &usize| matches!(segments.tokens[*at].word.as_str(), "\"" | "'" | ")");
    let end = sentence.tokens.clone().rev().find(|at| !is_closing(at));
    if end.is_none_or(|at| segments.tokens[at].word != "?") {
        return false;
    }
    // `Can the League keep the peace?`, but not `Can it not?`
    let is_inverted = {
        let start = head(segments, phrase);
        let first = &segments.tokens[start];
        first.is_finite
            && first.tag == Tag::Aux
            && !segments.tokens[start..phrase.tokens.end].iter().any(|token| token.is_negator)
    };
    let is_of_another = phrase.actor.as_ref().is_some_and(|actor| {
        let mut words = segments.hits_in(actor.tokens.clone()).iter();
        let is_name = |at: usize| matches!(segments.tokens[at].tag, Tag::Noun | Tag::Propn);
        !actor.is_speaker && actor.tokens.clone().any(is_name) && !words.any(|hit| hit.role == Role::Speaker)
    });
    let is_last = sentence.clauses.last().is_some_and(|last| last.tokens == clause.tokens);
    let start = phrase.tokens.start;
    let opens = |hit: &Hit| matches!(hit.role, Role::Opener | Role::Condition | Role::Complementizer);
    let is_led = segments.hits_in(start..start + 1).iter().any(opens);
    let is_told =
        phrase.actor.as_ref().zip(phrase.verb).is_some_and(|(actor, verb)| (start..verb).contains(&actor.tokens.start));
    is_inverted || !is_of_another && (is_last || is_led || !is_told)
}

/// Whether a clause is a line of its own that only names what follows: no verb unless all is in capitals, no mark at its
/// end.
fn is_heading(segments: &Segments, clause: &Clause, phrase: &StancePhrase) -> bool {
    let sentence = &segments.sentences[phrase.sentence];
    let is_alone =
        |number: usize| segments.sentences.get(number).is_none_or(|other| other.paragraph != sentence.paragraph);
    let has_verb = |at: usize| matches!(segments.tokens[at].tag, Tag::Verb | Tag::Aux);
    // `RESTORING THE PORTS`
    let mut words = segments.tokens[clause.tokens.clone()].iter().filter(|token| !token.is_mark);
    let is_capital = clause.tokens.len() > 1 && words.all(|token| token.case == Case::Upper || token.word.len() < 2);
    sentence.clauses.len() == 1
        && phrase.sentence.checked_sub(1).is_none_or(is_alone)
        && is_alone(phrase.sentence + 1)
        && clause.tokens.len() <= HEADING
        && !segments.tokens[clause.tokens.end - 1].is_mark
        && (is_capital || !clause.tokens.clone().any(has_verb))
}

/// Where the words of a clause begin behind the foot of a page that ran into its sentence: `16-29667 48/58 | Any storm`.
fn behind_page_number(segments: &Segments, tokens: Range<usize>) -> usize {
    let start = tokens.start;
    let opens = segments.sentences.binary_search_by_key(&start, |sentence| sentence.tokens.start).is_ok();
    let length = segments.tokens[tokens].iter().take_while(|token| token.tag == Tag::Num && !token.is_mark).count();
    let next = segments.tokens.get(start + length);
    let is_named = next.is_some_and(|next| next.case != Case::Lower);
    let is_figure = segments.quantities_in(start..start + length).iter().any(|figure| figure.tokens.len() > 1);
    start + if opens && length > 1 && is_named && !is_figure { length } else { 0 }
}

/// Whether a sentence begins with a conjunction that is a preposition elsewhere: `For | the war on want will be won`, `For |
/// we are many`; but not `For the war to be won`, `For years trade has grown`, `For the ports peace is dear`.
fn opens_reason(segments: &Segments, tokens: Range<usize>) -> bool {
    let groups = |at: usize| Grammar::english().groups(&segments.tokens[at].word);
    let (start, first) = (tokens.start, tokens.start + 1);
    let is_first = || segments.sentences.binary_search_by_key(&start, |sentence| sentence.tokens.start).is_ok();
    if first >= tokens.end || !groups(start).has(Group::ReasonPrepositions) || !is_first() {
        return false;
    }
    let Some(verb) = tokens.clone().find(|&at| segments.tokens[at].is_finite || segments.tokens[at].is_mark) else {
        return false;
    };
    if segments.tokens[first].tag == Tag::Pron {
        return verb == first + 1 && segments.tokens[verb].is_finite;
    }
    let is_named = segments.tokens[first].tag == Tag::Det || groups(first).has(Group::Possessives);
    let is_noun = |at: usize| matches!(segments.tokens[at].tag, Tag::Noun | Tag::Propn);
    // One noun, with others only behind prepositions.
    let is_one = |at: usize| match segments.tokens[at].tag {
        Tag::Noun | Tag::Propn | Tag::Det | Tag::Pron => !is_noun(at - 1),
        tag => matches!(tag, Tag::Adj | Tag::Adp | Tag::Adv | Tag::Part),
    };
    let is_time = |at: usize| Grammar::english().groups(&segments.tokens[at].lemma).has(Group::TimeNouns);
    is_named
        && segments.tokens[verb].is_finite
        && is_noun(verb - 1)
        && (first + 1..verb).all(|at| is_one(at) && !is_time(at))
}

/// Strips marks and what links a clause to the one before from both its ends.
pub(super) fn trimmed(segments: &Segments, tokens: Range<usize>) -> Range<usize> {
    let mut from = behind_page_number(segments, tokens.clone());
    let mut to = tokens.end;
    let is_joint = |token: &Token| {
        let is_pairing = || Grammar::english().groups(&token.word).has(Group::Pairing);
        // `Both ports agree`
        token.tag == Tag::Cconj && !token.is_negator && !is_pairing()
    };
    loop {
        let start = from;
        let links = segments.hits_in(from..from + 1);
        // `Today, trade grows`, but `Today's trade grows`
        let is_owner = |hit: &Hit| {
            let next = &segments.tokens[hit.tokens.end];
            next.tag == Tag::Part && !next.is_to()
        };
        let link = links.iter().find(|hit| hit.role == Role::Connective && hit.tokens.end < to);
        if let Some(hit) = link.filter(|hit| !is_owner(hit)) {
            // `In addition,` goes; `also prepared` keeps its adverb's neighbour.
            from = hit.tokens.end;
        }
        // `You know, that's our aim`: it is the subject.
        let opens = |at: usize| {
            let next = segments.tokens.get(at + 1).filter(|_| at + 1 < to);
            let token = &segments.tokens[at];
            token.tag == Tag::Sconj && token.word == "that" && !next.is_some_and(|next| next.is_finite)
        };
        let is_link = |at: usize| segments.tokens[at].is_mark || is_joint(&segments.tokens[at]) || opens(at);
        while from < to && (is_link(from) || opens_reason(segments, from..to)) {
            from += 1;
        }
        if from == start || from >= to {
            break;
        }
    }
    // `[Laughter] The ports are dear to us — [laughter]`
    let is = |at: usize, mark: &str| segments.tokens[at].word == mark;
    if from > tokens.start && is(from - 1, "[") {
        from = (from..to.min(from + REMARK)).find(|&at| is(at, "]")).map_or(from, |close| close + 1);
    }
    let last = (from..to).rev().find(|&at| !segments.tokens[at].is_mark || is(at, "]"));
    if let Some(close) = last.filter(|&at| is(at, "]")) {
        to = (from.max(close.saturating_sub(REMARK))..close).rev().find(|&at| is(at, "[")).unwrap_or(to);
    }
    // `raise the levy by 2 crowns | and, in view of the storms, | expects to raise it further`
    let is_loose = |token: &Token| token.is_mark && !matches!(token.word.as_str(), ")" | "%") || is_joint(token);
    while to > from && is_loose(&segments.tokens[to - 1]) {
        to -= 1;
    }
    from..to
}
