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
    let scope = scope(segments, lexicon, phrase);
    let chain = scope.chain.clone();
    let is_thought = scope.thought.is_some();
    // `dreaming that one day trade will grow`
    let is_that = |at: usize| segments.tokens[at].tag == Tag::Sconj && segments.tokens[at].word == "that";
    // `has bought grain for this year and next year`, but not `has decided to`
    let is_done = scope.is_perfect(segments)
        && !(phrase.tokens.clone()).any(|at| segments.tokens[at].tag == Tag::Part && segments.tokens[at].word == "to");
    let is_own = |hit: &Hit| {
        let Some(chain) = &chain else { return true };
        // `next year` says when, wherever it stands; `will` and `seek` are verbs of their clause.
        let is_adverbial = hit.role == Role::Grade
            && !lexicon.entries[hit.entry].scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"));
        let at = hit.tokens.start;
        is_adverbial && (is_thought || !is_done && !(chain.end..at).any(is_that))
            || hit.tokens.end > chain.start && at < chain.end
            || scope.is_matter(segments, at)
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
    // `is seeking another way`, but not `is planning another port`
    let is_under_way = scope.is_progressive(segments);
    let is_promised =
        phrase.class == Class::Commit && phrase.force.is_some() && !is_under_way || phrase.class == Class::Demand;
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    // `Last year we set out`
    let is_past_word = |at: usize| {
        let groups = |at: usize| Grammar::english().groups(&segments.tokens[at].lemma);
        let is_last = segments.tokens[at].tag == Tag::Adj;
        groups(at).has(Group::PastWords)
            && (!is_last || at + 1 < phrase.tokens.end && groups(at + 1).has(Group::TimeNouns))
    };
    // `It set out in spring`, where it would be `sets` today
    let is_bare_past = |at: usize| {
        let token = &segments.tokens[at];
        let before = (phrase.tokens.start..at).rev().find(|&at| segments.tokens[at].tag != Tag::Adv);
        let is_one = |at: usize| Grammar::english().groups(&segments.tokens[at].word).has(Group::SingularSubjects);
        let is_then = || phrase.tokens.clone().any(is_past_word);
        token.tag == Tag::Verb
            && token.is_preterite
            && token.word == token.lemma
            && before.is_some_and(|before| is_one(before) || is_then())
    };
    let is_told_of = |at: usize| segments.tokens[at].is_finite && segments.tokens[at].is_past();
    // `had expected trade to fall`
    let is_pluperfect = verb.is_some_and(|verb| verb.lemma == "have" && verb.is_past());
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
    if (is_foreseen || is_promised) && !is_pluperfect && (!is_past || has_cue || is_foreseen_then) {
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

/// What of a phrase is its claim's own, and no matter of a clause inside it.
struct Scope {
    /// The predicate; none in a piece without one.
    chain: Option<Range<usize>>,
    /// Where the matter begins of what the predicate says is thought or told: `We believe | that trade will grow`.
    thought: Option<usize>,
}

impl Scope {
    /// Whether the predicate is a present `be` with a gerund: `is seeking`.
    fn is_progressive(&self, segments: &Segments) -> bool {
        let verb = |at: &usize| segments.tokens[*at].tag == Tag::Verb;
        self.chain.clone().is_some_and(|mut chain| {
            let first = &segments.tokens[chain.start];
            let next = chain.find(|at| *at > 0 && verb(at) && segments.tokens[*at].lemma != "be");
            first.lemma == "be"
                && next.is_some_and(|at| segments.tokens[at].is_gerund && segments.tokens[at].word != "going")
        })
    }

    /// Whether the predicate is a perfect: `has bought`.
    fn is_perfect(&self, segments: &Segments) -> bool {
        self.chain.clone().is_some_and(|chain| {
            segments.tokens[chain.start].lemma == "have"
                && segments.tokens[chain].iter().skip(1).any(|token| token.tag == Tag::Verb && token.is_past())
        })
    }

    /// Whether a word stands in the matter of what is thought: `We hold that | trade will grow | because ports will open`.
    fn is_matter(&self, segments: &Segments, at: usize) -> bool {
        self.thought.is_some_and(|from| from <= at && !is_inside(segments, from + 1..at))
    }
}

/// Whether what follows some tokens stands in a clause that begins among them and has not ended: by a comma or, before
/// an auxiliary, by a verb of its own (`the ports that have closed | will open`).
fn is_inside(segments: &Segments, range: Range<usize>) -> bool {
    let token = |at: usize| &segments.tokens[at];
    let opener = range.clone().rev().find(|&at| opens_clause(segments, at));
    opener.is_some_and(|opener| {
        let has_verb = (opener + 1..range.end).any(|at| token(at).is_finite);
        let is_of = |tag: Tag| range.end < segments.tokens.len() && token(range.end).tag == tag;
        // `sees trade as | likely to fall`
        let is_clause = has_verb || is_of(Tag::Aux) || is_of(Tag::Verb);
        is_clause && !(opener + 1..range.end).any(|at| token(at).word == ",") && !(has_verb && is_of(Tag::Aux))
    })
}

/// Whether a clause inside another begins at a word: `because`, `if`, `which`, but not a `that` that says what is known
/// or feared (`We know that they expect | that`).
fn opens_clause(segments: &Segments, at: usize) -> bool {
    let opens = |hit: &Hit| hit.role == Role::Complementizer && hit.tokens.start == at;
    let token = &segments.tokens[at];
    let is_after = |tag: Tag| at > 0 && segments.tokens[at - 1].tag == tag;
    let is_of_noun = || at > 0 && Grammar::english().groups(&segments.tokens[at - 1].lemma).has(Group::ThatNouns);
    // `measures that | few could have foreseen`
    let is_told = || token.tag == Tag::Sconj && !(is_after(Tag::Noun) && is_relative(segments, at));
    (token.tag == Tag::Sconj || token.tag != Tag::Det && segments.hits_in(at..at + 1).iter().any(opens))
        && !((is_told() || is_of_noun()) && is_that_clause(segments, at, segments.tokens.len()))
}

/// Whether a `that` behind a plural noun opens a clause about it that has a subject of its own: `ports that few could`.
fn is_relative(segments: &Segments, at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| &segments.tokens[before]);
    let next = segments.tokens.get(at + 1);
    before.is_some_and(|before| before.word != before.lemma)
        && next.is_some_and(|next| Grammar::english().groups(&next.word).has(Group::Quantities))
        && segments.tokens.get(at + 2).is_some_and(|next| next.tag == Tag::Aux)
}

/// Whether `that` opens a clause with a subject of its own: `the view that trade will grow`, but not `a port that will open`.
fn is_that_clause(segments: &Segments, at: usize, end: usize) -> bool {
    let token = &segments.tokens[at];
    let next = |step: usize| segments.tokens.get(at + step).filter(|_| at + step < end).map(|token| token.tag);
    // `that | tolls will`: a noun that can be a verb too.
    let has_subject = match next(1) {
        Some(Tag::Verb) => next(2) == Some(Tag::Aux),
        other => other.is_some_and(|tag| tag != Tag::Aux),
    };
    token.word == "that" && token.tag != Tag::Det && has_subject
}

fn scope(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase) -> Scope {
    let end = phrase.tokens.end;
    let Some(verb) = phrase.verb else { return Scope { chain: None, thought: None } };
    let chain = predicate(segments, verb..end);
    // `There was a risk that trade would fall`, but not `There are ports that will open`
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
    let held = phrase
        .cue
        .as_ref()
        .filter(|cue| cue.start < chain.end && cue.end < end && segments.tokens[cue.end].word == "that");
    let that = |at: &usize| is_that_clause(segments, *at, end);
    let thought = held
        .map(|cue| cue.end)
        .or_else(|| (chain.end..end).find(that).filter(|_| is_there))
        .or_else(|| thought(segments, lexicon, chain.clone(), end));
    // `There was a notion that ports would last`: what was only thought then is over; but not `There was a risk that`.
    let is_notion = |that: &usize| Grammar::english().groups(&segments.tokens[*that - 1].lemma).has(Group::Notions);
    let is_over = is_there && segments.tokens[verb].is_past() && thought.as_ref().is_some_and(is_notion);
    Scope { chain: Some(chain), thought: thought.filter(|_| !is_found && !is_over) }
}

/// Whether a hit says that something is sure: `will`.
fn is_sure(lexicon: &Lexicon, hit: &Hit) -> bool {
    lexicon.entries[hit.entry].step.is_some_and(|step| step >= SURE)
}

/// The step of the scale of certainty on which a bare assertion stands.
const SURE: i32 = 5;

/// Where the matter begins of what a predicate says is thought or told: `They expect | that`, `They took the view | that`,
/// but not `It gave rise to worries that`.
fn thought(segments: &Segments, lexicon: &Lexicon, chain: Range<usize>, end: usize) -> Option<usize> {
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
    // `It is clear, therefore, that`
    let is_aside = |at: usize| segments.tokens[at].is_mark || segments.tokens[at].tag == Tag::Adv;
    let opens = |at: &usize| {
        let token = &segments.tokens[*at];
        // `depends on whether trade will grow`, but not `the ports where ships may land`
        let is_of_noun = matches!(segments.tokens[*at - 1].tag, Tag::Noun | Tag::Propn);
        let asks = token.tag == Tag::Sconj && token.word != "that" && is_complement(*at) && !is_of_noun;
        let says = token.word == "that"
            && token.tag != Tag::Det
            && ((chain.end..*at).all(is_aside)
                || is_that_clause(segments, *at, end) && (is_view(*at - 1) || (chain.start..*at).any(tells)));
        asks || says
    };
    let clause = (chain.end..end).find(opens);
    let is_opinion = segments.hits_in(chain.clone()).iter().any(is_opinion);
    // `We think trade will grow now that the ports are open`
    let is_direct = |that: &usize| !is_opinion || !(chain.end..*that).any(|at| segments.tokens[at].is_finite);
    clause.filter(is_direct).or(is_opinion.then_some(chain.end))
}

/// The least sure word of the claim's own says how sure it is: a word of its predicate or of what it says is thought, or an
/// adverb of its sentence (`Perhaps trade will grow`).
pub(super) fn certainty(
    segments: &Segments,
    lexicon: &Lexicon,
    phrase: &StancePhrase,
    modal: Option<usize>,
) -> Certainty {
    let scope = scope(segments, lexicon, phrase);
    let tag = |at: usize| segments.tokens.get(at).filter(|_| at < phrase.tokens.end).map(|token| token.tag);
    // `the likely cause`, but not `will likely cause`
    let is_of_noun = |mark: &Mark| {
        let next = (mark.tokens.end..phrase.tokens.end).find(|&at| tag(at) != Some(Tag::Adj));
        let is_verbal = mark.tokens.start > 0 && segments.tokens[mark.tokens.start - 1].tag == Tag::Aux;
        tag(mark.tokens.start) == Some(Tag::Adj)
            && !is_verbal
            && matches!(next.and_then(tag), Some(Tag::Noun | Tag::Propn))
    };
    let is_own = |mark: &Mark| {
        let at = mark.tokens.start;
        let Some(chain) = &scope.chain else {
            return !is_inside(segments, phrase.tokens.start + 1..at.max(phrase.tokens.start + 1));
        };
        if mark.tokens.end <= chain.start {
            let is_verbal = || matches!(tag(mark.tokens.end), Some(Tag::Verb | Tag::Aux));
            let is_adverb = tag(at) == Some(Tag::Adv) || tag(at) == Some(Tag::Adj) && is_verbal();
            return is_adverb && !is_inside(segments, phrase.tokens.start..at);
        }
        let is_fused = |at: usize| {
            let mut hits = segments.hits_in(at..at + 1).iter();
            hits.any(|hit| matches!(hit.role, Role::Speaker | Role::Pronoun))
        };
        let ends = |at: usize| tag(at).is_none_or(|next| next == Tag::Punct);
        // `shows signs of recovery`, `is strong and likely to grow`, `has grown and might fall`, but not `the aid they may need`
        let follows = || {
            let before = (chain.start..at).rfind(|&at| segments.tokens[at].tag != Tag::Adv).and_then(tag);
            let is_free = match tag(at) {
                Some(Tag::Adj | Tag::Adv) => true,
                // `the goods they'd like to sell`
                Some(Tag::Aux) => before != Some(Tag::Pron) && !is_fused(at),
                // `weighs gains both made and expected`
                Some(Tag::Verb) if segments.tokens[at].is_past() && ends(mark.tokens.end) => false,
                Some(Tag::Verb) => {
                    before == Some(Tag::Cconj) || before != Some(Tag::Pron) && segments.tokens[at].is_finite
                }
                _ => (chain.end..at).all(|at| matches!(tag(at), Some(Tag::Det | Tag::Adj))),
            };
            let is_told = (chain.end..at).any(|that| is_that_clause(segments, that, at + 1));
            is_free && !is_told && !is_inside(segments, chain.end..at)
        };
        at < chain.end || scope.is_matter(segments, at) || follows()
    };
    // `Both sides should meet` is asked for, not thought likely.
    let asks = |tokens: &Range<usize>| {
        phrase.class == Class::Demand && phrase.cue.as_ref().is_some_and(|cue| cue.start == tokens.start)
    };
    let shared = modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1)).filter_map(|hit| {
        let entry = &lexicon.entries[hit.entry];
        entry
            .step
            .filter(|_| !asks(&hit.tokens) && entry.scale.as_deref().is_some_and(|scale| is_on(scale, "certainty")))
    });
    let own = phrase
        .marks
        .iter()
        .filter(|mark| mark.is_on("certainty") && is_own(mark) && !is_of_noun(mark) && !asks(&mark.tokens));
    match own.map(|mark| mark.step).chain(shared).min() {
        Some(..=2) => Certainty::Possible,
        Some(3..=4) => Certainty::Probable,
        _ => Certainty::Certain,
    }
}
