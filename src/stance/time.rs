//! When what is claimed happens, and how sure it is made to be.

use super::scope::{Scope, is_that_clause, tells_past};
use super::{Certainty, Effect, Mark, Time};
use crate::lexicon::{Class, Entry, Grammar, Group, Role, Tag, is_on};
use crate::segment::{Hit, Token};
use std::ops::Range;

/// The step of the scale of certainty on which a bare assertion stands.
const SURE: i32 = 5;

impl Scope<'_> {
    /// Past where the predicate is past, future where something is promised, asked for or foreseen by the predicate
    /// itself or by what it says is thought: `We believe that trade will grow`, but not `Worries that trade may fall
    /// have grown`.
    pub(super) fn time(&self, modal: Option<usize>) -> Time {
        let Scope { segments, phrase, .. } = *self;
        let hits = segments.hits_in(phrase.tokens.clone());
        let is_done = self.is_done();
        let mut own = hits.iter().filter(|hit| self.is_own_outlook(hit, is_done));
        let mut shared = modal.into_iter().flat_map(|modal| segments.hits_in(modal..modal + 1));
        let is_foreseen = own.clone().any(|hit| self.is_outlook(hit)) || shared.any(|hit| self.is_outlook(hit));
        // `is seeking another way`, but not `is planning another port`
        let is_under_way = self.is_progressive();
        let is_promised = phrase.class == Class::Commit && !is_under_way || phrase.class == Class::Demand;
        // `has opened ports, | lowered tolls`
        let perfect = modal.filter(|&at| self.token(at).lemma == "have");
        let verb = perfect.or(phrase.verb).map(|at| self.token(at));
        // `had expected trade to fall`
        let is_pluperfect = verb.is_some_and(|verb| verb.lemma == "have" && verb.is_past());
        let is_told_of = |at: usize| self.token(at).is_finite && self.token(at).is_past();
        let is_past = verb.is_some_and(Token::is_past)
            || perfect.is_none() && phrase.verb.is_some_and(|verb| self.is_bare_past(verb))
            || own.clone().any(|hit| self.is_past_chance(hit))
            || phrase.is_dissent && phrase.tokens.clone().any(is_told_of);
        let mut is_foreseen_then =
            || phrase.verb.is_some_and(|verb| own.any(|hit| hit.tokens.start > verb && self.is_outlook_then(hit)));
        // `Last year we pledged that we would open it`
        let is_over = is_past && phrase.class == Class::Act && tells_past(segments, phrase.tokens.clone());
        if (is_foreseen || is_promised)
            && !is_over
            && !is_pluperfect
            && (!is_past || self.has_cue() || is_foreseen_then())
        {
            Time::Future
        } else if is_past {
            Time::Past
        } else {
            Time::Present
        }
    }

    /// Whether a hit looks ahead.
    fn is_outlook(&self, hit: &Hit) -> bool {
        let entry = self.entry(hit);
        let is_told = entry.past.is_some() || matches!(entry.class, Some(Class::Demand | Class::Commit));
        let is_over = is_told && self.token(hit.tokens.start).is_past();
        // `Trade is vital to the islands` asks for nothing.
        let is_judged = entry.class == Some(Class::Demand)
            && self.phrase.class == Class::Assess
            && self.phrase.cue.as_ref() == Some(&hit.tokens);
        matches!(hit.role, Role::Cue | Role::Grade)
            && entry.future
            && !is_over
            && !is_judged
            && !self.is_past_chance(hit)
            && !self.is_present_chance(hit)
    }

    /// Whether a hit looks ahead from a past: `thought that prices would fall`, `said again that the levy will fall`, but
    /// not `renewed its commitment to peace`.
    fn is_outlook_then(&self, hit: &Hit) -> bool {
        let at = hit.tokens.start;
        let is_told = || self.chain.as_ref().is_some_and(|chain| (chain.end..at).any(|at| self.is_that(at)));
        let is_modal = self.token(at).tag == Tag::Aux && is_told();
        self.is_outlook(hit) && (is_modal || self.entry(hit).class != Some(Class::Commit))
    }

    /// Whether a hit says of what is over that it is not sure: `is likely to have slowed`, `may have slowed`.
    fn is_past_chance(&self, hit: &Hit) -> bool {
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Part);
        let entry = self.entry(hit);
        let is_unsure = on_certainty(entry) && entry.step.is_none_or(|step| step < SURE);
        // `Nor could | we | have slowed it`
        let is_modal = self.token(hit.tokens.start).is_modal();
        let is_subject = |at: usize| is_modal && at == hit.tokens.end && self.tag(at) == Some(Tag::Pron);
        let next = || (hit.tokens.end..self.phrase.tokens.end).find(|&at| !is_link(&at) && !is_subject(at));
        is_unsure && next().is_some_and(|at| self.opens_perfect(at))
    }

    /// Whether a hit says of what goes on that it is not sure: `may be closing`, but not `would be closing`.
    fn is_present_chance(&self, hit: &Hit) -> bool {
        let entry = self.entry(hit);
        let is_unsure = on_certainty(entry) && entry.step.is_some_and(|step| step < SURE);
        let modal = self.token(hit.tokens.start);
        let is_link = |at: &usize| self.token(*at).tag == Tag::Adv || self.token(*at).is_negator;
        let mut next = (hit.tokens.end..self.phrase.tokens.end).filter(|at| !is_link(at)).map(|at| self.token(at));
        is_unsure
            && modal.tag == Tag::Aux
            && modal.word != "would"
            && next.next().is_some_and(|next| next.word == "be")
            && next.next().is_some_and(|next| next.is_gerund)
    }

    /// Whether the predicate says what has been done: `has bought grain for this year and next year`, but not `has
    /// decided to`.
    fn is_done(&self) -> bool {
        self.is_perfect() && !self.phrase.tokens.clone().any(|at| self.token(at).is_to())
    }

    /// Whether what a hit says of time is said of the claim: `next year` says when, wherever it stands; `will` and
    /// `seek` are verbs of their clause.
    fn is_own_outlook(&self, hit: &Hit, is_done: bool) -> bool {
        let Some(chain) = &self.chain else { return true };
        let at = hit.tokens.start;
        let is_adverbial = hit.role == Role::Grade && !on_certainty(self.entry(hit));
        let is_free = || self.thought.is_some() || !is_done && !(chain.end..at).any(|at| self.is_that(at));
        is_adverbial && is_free()
            || hit.tokens.end > chain.start && at < chain.end
            || self.is_matter(at)
            || self.phrase.cue.as_ref() == Some(&hit.tokens)
    }

    /// Whether a verb whose past looks like its base form is a past: `It set out in spring`, where it would be `sets`
    /// today, `Last year we set out`.
    fn is_bare_past(&self, at: usize) -> bool {
        let phrase = self.phrase;
        let before = || (phrase.tokens.start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_one = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::SingularSubjects);
        let token = self.token(at);
        token.tag == Tag::Verb
            && token.is_preterite
            && token.word == token.lemma
            && before().is_some_and(|before| is_one(before) || tells_past(self.segments, phrase.tokens.clone()))
    }

    /// Whether the cue looks ahead though its verb is past: `pledged to open it`, `confirmed that it will open it`, but
    /// not `renewed its pledge to open it`.
    fn has_cue(&self) -> bool {
        let phrase = self.phrase;
        let is_told = phrase.cue.as_ref().zip(self.chain.as_ref()).is_none_or(|(cue, chain)| {
            cue.start < chain.end || self.thought.is_some() && self.token(cue.start).tag == Tag::Aux
        });
        is_told
            && phrase.because.iter().any(|evidence| {
                let entry = &self.lexicon.entries[evidence.entry];
                let is_lasting = entry.past.is_none() && entry.class != Some(Class::Demand);
                evidence.effect == Effect::Cue && entry.future && is_lasting
            })
    }

    /// The least sure word of the claim's own says how sure it is: a word of its predicate or of what it says is thought,
    /// or an adverb of its sentence (`Perhaps trade will grow`).
    pub(super) fn certainty(&self, modal: Option<usize>) -> Certainty {
        let phrase = self.phrase;
        let is_own = |mark: &&Mark| {
            mark.is_on("certainty") && self.is_own_doubt(mark) && !self.is_of_noun(mark) && !self.asks(&mark.tokens)
        };
        let shared = modal.into_iter().flat_map(|modal| self.segments.hits_in(modal..modal + 1));
        let shared = shared.filter(|hit| !self.asks(&hit.tokens)).map(|hit| self.entry(hit));
        let shared = shared.filter(|entry| on_certainty(entry)).filter_map(|entry| entry.step);
        match phrase.marks.iter().filter(is_own).map(|mark| mark.step).chain(shared).min() {
            Some(..=2) => Certainty::Possible,
            Some(3..=4) => Certainty::Probable,
            _ => Certainty::Certain,
        }
    }

    /// Whether a mark grades a noun: `the likely cause`, but not `will likely cause`.
    fn is_of_noun(&self, mark: &Mark) -> bool {
        let next = (mark.tokens.end..self.phrase.tokens.end).find(|&at| self.tag(at) != Some(Tag::Adj));
        let is_verbal = mark.tokens.start > 0 && self.token(mark.tokens.start - 1).tag == Tag::Aux;
        self.tag(mark.tokens.start) == Some(Tag::Adj)
            && !is_verbal
            && matches!(next.and_then(|at| self.tag(at)), Some(Tag::Noun | Tag::Propn))
    }

    /// Whether words are those that ask: `Both sides should meet` is asked for, not thought likely.
    fn asks(&self, tokens: &Range<usize>) -> bool {
        let is_cue = |cue: &Range<usize>| cue.start == tokens.start;
        self.phrase.class == Class::Demand && self.phrase.cue.as_ref().is_some_and(is_cue)
    }

    /// Whether a mark says how sure the claim is, and no clause inside it.
    fn is_own_doubt(&self, mark: &Mark) -> bool {
        let (at, start) = (mark.tokens.start, self.phrase.tokens.start);
        let Some(chain) = &self.chain else {
            return !self.is_inside(start + 1..at.max(start + 1));
        };
        if mark.tokens.end <= chain.start {
            let is_verbal = || matches!(self.tag(mark.tokens.end), Some(Tag::Verb | Tag::Aux));
            let is_adverb = self.tag(at) == Some(Tag::Adv) || self.tag(at) == Some(Tag::Adj) && is_verbal();
            return is_adverb && !self.is_inside(start..at);
        }
        at < chain.end || self.is_matter(at) || self.follows(mark, chain)
    }

    /// Whether a mark behind a predicate goes on with it: `shows signs of recovery`, `is strong and likely to grow`, `has
    /// grown and might fall`, but not `the aid they may need`.
    fn follows(&self, mark: &Mark, chain: &Range<usize>) -> bool {
        let at = mark.tokens.start;
        let before = || (chain.start..at).rfind(|&at| self.token(at).tag != Tag::Adv).and_then(|at| self.tag(at));
        let is_fused = || {
            let mut hits = self.segments.hits_in(at..at + 1).iter();
            hits.any(|hit| matches!(hit.role, Role::Speaker | Role::Pronoun))
        };
        let is_last = || self.tag(mark.tokens.end).is_none_or(|next| next == Tag::Punct);
        let is_free = match self.tag(at) {
            Some(Tag::Adj | Tag::Adv) => true,
            // `the goods they'd like to sell`
            Some(Tag::Aux) => before() != Some(Tag::Pron) && !is_fused(),
            // `weighs gains both made and expected`
            Some(Tag::Verb) if self.token(at).is_past() && is_last() => false,
            Some(Tag::Verb) => match before() {
                Some(Tag::Cconj) => true,
                before => before != Some(Tag::Pron) && self.token(at).is_finite,
            },
            _ => (chain.end..at).all(|at| matches!(self.tag(at), Some(Tag::Det | Tag::Adj))),
        };
        let is_told = || (chain.end..at).any(|that| is_that_clause(self.segments, that, at + 1));
        is_free && !is_told() && !self.is_inside(chain.end..at)
    }

    /// The entry of a hit.
    fn entry(&self, hit: &Hit) -> &Entry {
        &self.lexicon.entries[hit.entry]
    }
}

/// Whether an entry grades how sure something is.
fn on_certainty(entry: &Entry) -> bool {
    entry.scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"))
}
