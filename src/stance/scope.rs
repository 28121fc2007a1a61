//! Which words of a phrase are its claim's own, and which are matter of a clause inside it.

use super::StancePhrase;
use crate::lexicon::{Class, Grammar, Group, Lexicon, Role, Tag};
use crate::segment::{Hit, Segments, Token};
use std::ops::Range;

/// A phrase and where its predicate and what that says is thought stand in it.
pub(super) struct Scope<'a> {
    pub(super) segments: &'a Segments,
    pub(super) lexicon: &'a Lexicon,
    pub(super) phrase: &'a StancePhrase,
    /// The predicate; none in a piece without one.
    pub(super) chain: Option<Range<usize>>,
    /// Where the matter begins of what the predicate says is thought or told: `We believe | that trade will grow`.
    pub(super) thought: Option<usize>,
}

impl<'a> Scope<'a> {
    /// Finds the predicate of a phrase and what that says is thought.
    pub(super) fn of(segments: &'a Segments, lexicon: &'a Lexicon, phrase: &'a StancePhrase) -> Self {
        let chain = phrase.verb.map(|verb| predicate(segments, verb..phrase.tokens.end));
        let thought = chain.clone().and_then(|chain| matter(segments, lexicon, phrase, chain));
        Scope { segments, lexicon, phrase, chain, thought }
    }

    /// The subject of what is decided or done: `We decided that | the levy | will stay`.
    pub(super) fn decided(&self) -> Option<Range<usize>> {
        let that = self.chain.as_ref()?.end;
        let end = self.phrase.tokens.end;
        if self.phrase.class != Class::Act || self.thought != Some(that) || that >= end || !self.is_that(that) {
            return None;
        }
        let verb = (that + 1..end).find(|&at| self.token(at).is_finite)?;
        (that + 1 < verb).then_some(that + 1..verb)
    }

    /// A token of the statement.
    pub(super) fn token(&self, at: usize) -> &'a Token {
        &self.segments.tokens[at]
    }

    /// What a word of the phrase is.
    pub(super) fn tag(&self, at: usize) -> Option<Tag> {
        self.segments.tokens.get(at).filter(|_| at < self.phrase.tokens.end).map(|token| token.tag)
    }

    /// Whether a word of the phrase joins a clause that says what: `that`.
    pub(super) fn is_that(&self, at: usize) -> bool {
        self.token(at).tag == Tag::Sconj && self.token(at).word == "that"
    }

    /// Whether the predicate is a present `be` with a gerund: `is seeking`, but not `is going to`.
    pub(super) fn is_progressive(&self) -> bool {
        self.chain.clone().is_some_and(|mut chain| {
            let is_be = self.token(chain.start).lemma == "be";
            let next = chain.find(|&at| self.token(at).tag == Tag::Verb && self.token(at).lemma != "be");
            is_be
                && next.is_some_and(|at| {
                    let token = self.token(at);
                    token.is_gerund && !Grammar::english().groups(&token.word).has(Group::ProspectiveGerunds)
                })
        })
    }

    /// Whether the predicate is a perfect: `has bought`.
    pub(super) fn is_perfect(&self) -> bool {
        self.chain.as_ref().is_some_and(|chain| self.opens_perfect(chain.start))
    }

    /// Whether a word is a `have` with a participle behind it: `has bought`, `likely to | have slowed`.
    pub(super) fn opens_perfect(&self, at: usize) -> bool {
        let end = self.phrase.tokens.end;
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Part);
        let is_to = || at + 1 < end && self.token(at + 1).word == "to";
        let done = (at + 1..end).find(|at| !is_link(at)).map(|at| self.token(at));
        self.token(at).lemma == "have"
            && !is_to()
            && done.is_some_and(|done| done.tag == Tag::Verb && done.is_past() || done.word == "been")
    }

    /// Whether a word stands in the matter of what is thought: `We hold that | trade will grow | because ports will open`.
    pub(super) fn is_matter(&self, at: usize) -> bool {
        self.thought.is_some_and(|from| from <= at && !self.is_inside(from + 1..at))
    }

    /// Whether what follows some tokens stands in a clause that begins among them and has not ended: by a comma or,
    /// before an auxiliary, by a verb of its own (`the ports that have closed | will open`).
    pub(super) fn is_inside(&self, range: Range<usize>) -> bool {
        let opener = range.clone().rev().find(|&at| opens_clause(self.segments, at));
        opener.is_some_and(|opener| {
            let has_verb = (opener + 1..range.end).any(|at| self.token(at).is_finite);
            let is_of = |tag: Tag| self.segments.tokens.get(range.end).is_some_and(|token| token.tag == tag);
            // `sees trade as | likely to fall`
            let is_clause = has_verb || is_of(Tag::Aux) || is_of(Tag::Verb);
            is_clause && !(opener + 1..range.end).any(|at| self.token(at).word == ",") && !(has_verb && is_of(Tag::Aux))
        })
    }
}

/// Whether words say that something was: `ago`, `last year`, but not `at last`.
pub(super) fn tells_past(segments: &Segments, tokens: Range<usize>) -> bool {
    let end = tokens.end;
    let groups = |at: usize| Grammar::english().groups(&segments.tokens[at].lemma);
    tokens.clone().any(|at| {
        let is_last = segments.tokens[at].tag == Tag::Adj;
        groups(at).has(Group::PastWords) && (!is_last || at + 1 < end && groups(at + 1).has(Group::TimeNouns))
    })
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

/// Where the matter begins of what a phrase says is thought, told or so.
fn matter(segments: &Segments, lexicon: &Lexicon, phrase: &StancePhrase, chain: Range<usize>) -> Option<usize> {
    let (verb, end) = (chain.start, phrase.tokens.end);
    // `There was a risk that trade would fall`, but not `There are ports that will open`
    let subject = (phrase.tokens.start..verb).rev().find(|&at| segments.tokens[at].tag != Tag::Adv);
    let is_there = subject.is_some_and(|at| segments.tokens[at].word == "there");
    let is_complement = |at: usize| segments.tokens[at].tag != Tag::Det && segments.begins(at, Role::Complementizer);
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
    // `are concerned whether the ports will open`: what is asked with concern is not foreseen.
    let is_asked =
        |at: &usize| phrase.class == Class::Concern && segments.tokens[*at].word != "that" && is_complement(*at);
    thought.filter(|at| !(is_found || is_over || *at < end && is_asked(at)))
}

/// Where the matter begins of what a predicate says is thought or told: `They expect | that`, `They took the view | that`,
/// but not `It gave rise to worries that`.
fn thought(segments: &Segments, lexicon: &Lexicon, chain: Range<usize>, end: usize) -> Option<usize> {
    let is_opinion = |hit: &Hit| {
        matches!(hit.role, Role::Reporter)
            || hit.role == Role::Cue && lexicon.entries[hit.entry].class == Some(Class::Assess)
    };
    // `have no doubt that`, `have every confidence that`
    let has = segments.tokens[chain.start].lemma == "have";
    let is_notion = |at: usize| Grammar::english().groups(&segments.tokens[at].lemma).has(Group::Notions);
    let is_view = |at: usize| segments.begins(at, Role::Position) || has && is_notion(at);
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
        let asks = token.tag == Tag::Sconj
            && token.word != "that"
            && segments.begins(*at, Role::Complementizer)
            && !is_of_noun;
        let says = token.word == "that"
            && token.tag != Tag::Det
            && ((chain.end..*at).all(is_aside)
                || is_that_clause(segments, *at, end)
                    && (is_view(*at - 1) && !is_remote(segments, chain.end..*at - 1) || (chain.start..*at).any(tells)));
        asks || says
    };
    let clause = (chain.end..end).find(opens);
    let is_opinion = segments.hits_in(chain.clone()).iter().any(is_opinion);
    // `We think trade will grow now that the ports are open`
    let is_direct = |that: &usize| !is_opinion || !(chain.end..*that).any(|at| segments.tokens[at].is_finite);
    clause.filter(is_direct).or(is_opinion.then_some(chain.end))
}

/// Whether what follows some words behind a predicate is no object of it, but of a preposition behind its object: `has sent
/// ships in the | hope that`, but not `comes to the | view that`.
pub(super) fn is_remote(segments: &Segments, between: Range<usize>) -> bool {
    let tokens = &segments.tokens;
    // `keeps the rules of the port, and our | commitment`
    let from = between.clone().rfind(|&at| tokens[at].is_mark).map_or(between.start, |mark| mark + 1);
    let object = (from..between.end).find(|&at| matches!(tokens[at].tag, Tag::Noun | Tag::Propn));
    let led = object.and_then(|object| (object..between.end).rfind(|&at| tokens[at].tag == Tag::Adp));
    // `assures you of the League of Ports' | support`
    let is_owner = |at: usize| tokens[at].tag == Tag::Part && !tokens[at].is_to();
    led.is_some_and(|led| !(led..between.end).any(is_owner))
}

/// Whether a clause inside another begins at a word: `because`, `if`, `which`, but not a `that` that says what is known
/// or feared (`We know that they expect | that`).
fn opens_clause(segments: &Segments, at: usize) -> bool {
    let token = &segments.tokens[at];
    let is_after = |tag: Tag| at > 0 && segments.tokens[at - 1].tag == tag;
    let is_of_noun = || at > 0 && Grammar::english().groups(&segments.tokens[at - 1].lemma).has(Group::ThatNouns);
    // `measures that | few could have foreseen`
    let is_told = || token.tag == Tag::Sconj && !(is_after(Tag::Noun) && is_relative(segments, at));
    (token.tag == Tag::Sconj || token.tag != Tag::Det && segments.begins(at, Role::Complementizer))
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
pub(super) fn is_that_clause(segments: &Segments, at: usize, end: usize) -> bool {
    let token = &segments.tokens[at];
    let next = |step: usize| segments.tokens.get(at + step).filter(|_| at + step < end).map(|token| token.tag);
    // `that | tolls will`: a noun that can be a verb too.
    let has_subject = match next(1) {
        Some(Tag::Verb) => next(2) == Some(Tag::Aux),
        other => other.is_some_and(|tag| tag != Tag::Aux),
    };
    token.word == "that" && token.tag != Tag::Det && has_subject
}
