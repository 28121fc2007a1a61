//! Which verb a phrase is told by, and where the clause of that verb begins.

use super::super::StancePhrase;
use super::{Predicate, Roles};
use crate::lexicon::{Class, Grammar, Group, Role, Tag};
use crate::segment::Hit;
use std::ops::Range;

/// Within how many words a comma ends what only calls for attention: `Make no mistake,`.
const CALL: usize = 4;

impl Roles<'_> {
    /// The verb of a phrase and where its clause begins: past what only leads up to it. In a phrase without a verb a
    /// participle is all the predicate there is: `with prices having risen`.
    pub(super) fn predicate(&self, phrase: &StancePhrase) -> Option<Predicate> {
        let here = || phrase.tokens.clone();
        let from = phrase.tokens.start;
        if let Some(verb) = phrase.verb {
            let led = self.why(here(), verb).or_else(|| self.led(here(), verb));
            let led = led.or_else(|| self.behind_participle(here(), verb));
            let led = led.or_else(|| self.behind_relative(here(), verb));
            let led = led.or_else(|| self.behind_free_relative(here(), verb));
            // `Fishing: | The bill opens the banks`
            let label = (from..verb).rfind(|&at| self.token(at).word == ":" && !self.is_date(at));
            let from = label.map_or(from, |label| label + 1);
            return Some(led.unwrap_or(Predicate { verb, from, is_own: true }));
        }
        let is_verb = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).is_gerund;
        // but not `a base for widening the port`
        let is_told = |at: &usize| is_verb(*at) && self.token(*at - 1).tag != Tag::Adp;
        let is_tail = is_verb(from) && from > self.first_of(from);
        let verb = here().skip(1).find(is_told).filter(|_| !is_tail)?;
        Some(Predicate { verb, from, is_own: false })
    }

    /// The clause that `That is why` only points to.
    fn why(&self, tokens: Range<usize>, verb: usize) -> Option<Predicate> {
        let is_adverb = |at: &usize| self.token(*at).tag == Tag::Adv && !self.is_complement(*at);
        let pointer = (tokens.start..verb).rev().find(|at| !is_adverb(at))?;
        let points = matches!(self.token(pointer).tag, Tag::Det | Tag::Pron)
            && Grammar::english().groups(&self.token(pointer).word).has(Group::Subjects);
        let is_be = self.is_be(verb);
        let opener = (verb + 1..tokens.end).find(|at| !is_adverb(at))?;
        let opens = self.is_complement(opener) && self.token(opener).word != "that";
        let from = opener + 1;
        let verb = (from..tokens.end).find(|&at| self.token(at).is_finite || self.is_fused(at))?;
        // `That is what | counts`
        let has_subject = verb > from || self.is_fused(verb);
        (points && is_be && opens && has_subject).then_some(Predicate { verb, from, is_own: true })
    }

    /// The clause behind a lead that holds the verb taken for its own, where it has a subject: `At the time the League was founded, |
    /// trade was slow`, `Save for spring, | trade is slow`, `Based on the charts, | trade is slow`.
    fn led(&self, tokens: Range<usize>, verb: usize) -> Option<Predicate> {
        if tokens.len() < 2 {
            return None;
        }
        let first = self.token(tokens.start);
        // `Thanks to the crews, | trade grows`
        let is_form = first.word == first.lemma
            || first.is_participle && !first.is_gerund
            || tokens.start == self.first_of(tokens.start);
        let is_base = verb == tokens.start && first.tag == Tag::Verb && is_form;
        let takes = self.token(tokens.start + 1).tag == Tag::Adp;
        let is_of_noun = |at: usize| {
            self.token(at).tag == Tag::Noun && matches!(self.token(at + 1).tag, Tag::Det | Tag::Pron | Tag::Propn)
        };
        // `At a time when | trade is slow`
        let is_opener = |at: usize| self.token(at).tag == Tag::Sconj || self.is_complement(at);
        // `Coming after a storm that | closed the port, the League`, `True to the rules | set in spring, the League`
        let is_hung = first.tag == Tag::Adp
            || first.tag == Tag::Verb && first.is_gerund && tokens.start < verb
            || first.tag == Tag::Adj && takes;
        let is_relative = is_hung
            && (self.token(tokens.start + 1).tag == Tag::Det && (tokens.start + 2..verb).any(is_of_noun)
                || (tokens.start + 2..verb).any(is_opener))
            && !(tokens.start..verb).any(|at| self.token(at).is_mark);
        let is_mark = |at: &usize| self.token(*at).is_mark;
        // `Look, | the ports are open`, `Make no mistake, if storms come, | we will act`; but not `Thank you, Averil is free`
        let claims = self.segments.begins(tokens.start, Role::Cue);
        let comma = self.comma(tokens.start..tokens.end.min(tokens.start + CALL));
        let is_call = is_base && first.word == first.lemma && !claims && comma.is_some();
        let is_apposed = first.tag == Tag::Adp && self.is_apposed(tokens.start, verb);
        // `To widen the port built in spring, | the League will act`
        let is_purpose = first.is_to() && self.token(verb).tag == Tag::Verb && self.token(verb).is_participle;
        if !(is_base && takes || is_call || is_relative || is_apposed || is_purpose) {
            return None;
        }
        let inner = |comma: usize| {
            let from = comma + 1;
            let verb = (from..tokens.end).find(|&at| self.token(at).is_finite || self.is_fused(at))?;
            // `Give us, we ask, the strength`
            let is_aside = self.segments.tokens.get(verb + 1).is_some_and(|next| next.word == ",");
            let is_name = (verb > from || self.is_fused(verb))
                && !is_aside
                && !matches!(self.token(from).tag, Tag::Cconj | Tag::Adp | Tag::Sconj | Tag::Part)
                && !self.is_complement(from)
                && (self.noun_phrase_end(from, verb)..verb).all(|at| self.token(at).tag == Tag::Adv);
            is_name.then_some(Predicate { verb, from, is_own: true })
        };
        // `Based on what we know, | trade is slow`
        let from = if is_base && takes { verb + 3 } else { verb + 1 };
        let is_open = |at: &usize| self.token(*at).word == "," && (is_call || !(from..*at).any(is_opener));
        (verb..tokens.end).filter(is_mark).take_while(is_open).find_map(inner)
    }

    /// Whether the verb tells more of a noun that stands beside a phrase put first: `In spring, the best step we | will take
    /// this year, the League`.
    fn is_apposed(&self, start: usize, verb: usize) -> bool {
        let is_adverb = |at: usize| self.token(at).tag == Tag::Adv;
        let subject = (start..verb).rev().find(|&at| !is_adverb(at)).filter(|&at| self.is_pure_subject(at));
        let Some((comma, subject)) = self.comma(start..verb).zip(subject) else { return false };
        let is_inside = |at: usize| {
            is_adverb(at) || self.is_noun(at) || matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Num | Tag::Adp)
        };
        let groups = |at: usize| Grammar::english().groups(&self.token(at).lemma);
        comma + 2 < subject
            && self.token(comma + 1).tag == Tag::Det
            && (comma + 1..subject).all(is_inside)
            && self.is_noun(subject - 1)
            // `In 2030, this year we`
            && !groups(subject - 1).has(Group::TimeNouns)
    }

    /// The verb behind one that only hangs on a noun: `The measures taken in spring | will help`.
    fn behind_participle(&self, tokens: Range<usize>, verb: usize) -> Option<Predicate> {
        if verb + 1 >= tokens.end {
            return None;
        }
        let token = self.token(verb);
        let can_hang = token.tag == Tag::Verb && token.is_participle && token.word != token.lemma;
        // `The gains already | made through trade | help`, `The works | required | entail`
        let noun = (tokens.start..verb).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_last = self.token(verb + 1).is_finite && !self.token(verb + 1).is_past();
        let is_hung =
            noun.is_some_and(|at| self.token(at).tag == Tag::Noun) && (self.token(verb + 1).tag == Tag::Adp || is_last);
        if !can_hang || !is_hung || Grammar::english().groups(&token.lemma).has(Group::ThatVerbs) {
            return None;
        }
        let next = self.finite(verb + 1..tokens.end)?;
        // `rose in ports | the crews had left`
        let opens = |at: usize| {
            self.token(at).is_mark
                || matches!(self.token(at).tag, Tag::Cconj | Tag::Sconj)
                || self.is_complement(at)
                || self.is_pure_subject(at)
                || matches!(self.token(at).tag, Tag::Det | Tag::Pron) && self.token(at - 1).tag == Tag::Noun
        };
        (!(verb + 1..next).any(opens)).then_some(Predicate { verb: next, from: tokens.start, is_own: true })
    }

    /// The verb behind a clause that tells which the subject is: `The treaty (which) we signed in spring | helps trade`,
    /// `Crews who built the port | pay less`.
    fn behind_relative(&self, tokens: Range<usize>, verb: usize) -> Option<Predicate> {
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Cconj | Tag::Adv) || self.token(*at).is_mark;
        let start = tokens.clone().find(|at| !is_link(at))?;
        let is_name = |at: usize| {
            let token = self.token(at);
            matches!(token.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Adp | Tag::Cconj)
                || token.tag == Tag::Part && !token.is_to()
                || Grammar::english().groups(&token.word).has(Group::Possessives)
        };
        let opener = (start..=verb).find(|&at| self.is_relative(at) || !is_name(at))?;
        // `The rules under which ships sail | are old`
        let is_led = self.is_which(opener) && opener > start && self.token(opener - 1).tag == Tag::Adp;
        // `Many of those who fled | have come home`
        let is_name = |at: usize| {
            self.is_noun(at) || at > start && Grammar::english().groups(&self.token(at).word).has(Group::PluralPronouns)
        };
        let last = opener.checked_sub(1 + usize::from(is_led)).filter(|&last| last >= start && is_name(last))?;
        let is_pronoun = |at: usize| self.is_relative(at) && self.token(at).tag == Tag::Pron;
        // `the goods we sell`, but not `This year we sell`
        let is_time = Grammar::english().groups(&self.token(last).lemma).has(Group::TimeNouns) || self.is_date(last);
        let is_contact = |at: usize| (self.is_pure_subject(at) || self.is_fused(at)) && !is_time;
        if self.token(start).tag == Tag::Adp || !is_pronoun(opener) && !is_contact(opener) {
            return None;
        }
        // `the strength we have | is great`
        let is_told = |at: usize| {
            let token = self.token(at);
            let is_bare = token.word == token.lemma || token.word == "been" || token.is_gerund;
            token.is_finite || self.is_be(at) && !is_bare
        };
        let next = (verb + 1..tokens.end).find(|&at| is_told(at))?;
        let opens = |at: usize| {
            let token = self.token(at);
            token.is_mark
                || matches!(token.tag, Tag::Cconj | Tag::Sconj)
                || self.is_complement(at)
                || self.segments.begins(at, Role::Opener)
                || self.is_pure_subject(at)
                || self.is_fused(at)
        };
        let clashes = self.number(&(start..opener)).zip(self.number_of_verb(next)).is_some_and(|(one, two)| one != two);
        // `Those who think trade is slow`
        let thinks = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).lemma);
            groups.has(Group::ThatVerbs) || groups.has(Group::ThinkingVerbs)
        };
        // `The first thing we have to do is | to mend the port`
        let class = |hit: &Hit| self.lexicon.entries[hit.entry].class;
        let is_asked = self.segments.hits_in(verb..verb + 1).iter().any(|hit| class(hit) == Some(Class::Demand))
            && self.is_be(next)
            && self.segments.tokens.get(next + 1).is_some_and(|token| token.is_to());
        let is_inner = (verb + 1..next).any(opens) || clashes || is_asked || (verb..next).any(thinks);
        (!is_inner).then_some(Predicate { verb: next, from: tokens.start, is_own: true })
    }

    /// The verb behind a clause that is its subject: `What is meant | is to close the port`.
    fn behind_free_relative(&self, tokens: Range<usize>, verb: usize) -> Option<Predicate> {
        let from = tokens.start;
        if verb + 1 >= tokens.end {
            return None;
        }
        // `While tolls rise, | what is meant`
        let start = self.clause_start(from, verb).unwrap_or(from);
        let opener = self.free_relative(start, verb + 1)?;
        let is_next = |at: usize| self.token(at).is_finite && self.token(at).tag != Tag::Adj;
        let next = (verb + 1..tokens.end).find(|&at| is_next(at))?;
        let opens = |at: usize| {
            self.token(at).is_mark
                || matches!(self.token(at).tag, Tag::Cconj | Tag::Sconj)
                || self.is_complement(at)
                || self.is_pure_subject(at)
        };
        // `What is needed is a port`
        let class = |hit: &Hit| self.lexicon.entries[hit.entry].class;
        let is_asked =
            self.is_be(next) && self.segments.hits_in(verb..next).iter().any(|hit| class(hit) == Some(Class::Demand));
        // `What matters is that | the League | acts`
        let after = (next + 1..tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        let is_told = self.is_be(next) && after.is_some_and(|at| self.is_that(at));
        let is_next = opener < verb && !is_asked && !is_told && !(verb + 1..next).any(opens);
        is_next.then_some(Predicate { verb: next, from, is_own: true })
    }

    /// The `what` with which the clause of a verb begins, whose own verb stands right behind it.
    pub(super) fn free_relative(&self, from: usize, verb: usize) -> Option<usize> {
        let is_link = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Cconj | Tag::Adv) && !self.is_complement(*at)
                || self.token(*at).tag == Tag::Sconj && self.token(*at).word != "what"
                || self.token(*at).is_mark
        };
        let is_led = |at: usize| at > 0 && self.token(at - 1).tag == Tag::Adp;
        let what = (from..verb).find(|at| !is_link(at)).filter(|&at| self.token(at).word == "what" && !is_led(at))?;
        let next = (what + 1..verb).find(|&at| self.token(at).tag != Tag::Adv)?;
        let is_told = self.is_verb(next) && !self.token(next).is_gerund && !self.is_fused(next);
        // but not `What does the League want`
        let after = (next + 1..verb).find(|&at| self.token(at).tag != Tag::Adv);
        let is_inverted = self.token(next).tag == Tag::Aux
            && !self.is_be(next)
            && after.is_some_and(|at| !self.is_verb(at) && !self.token(at).is_negator);
        let goes_on = |at: usize| self.token(at).is_finite || self.token(at).is_mark;
        (self.token(what).tag != Tag::Det && is_told && !is_inverted && !(next + 1..verb).any(goes_on)).then_some(what)
    }

    /// Whether a phrase begins with the second of two verbs that share a modal, and the verb taken for its own is one that
    /// hangs on it: `will tax grain and | widen the port until trade is free`.
    pub(super) fn is_joined(&self, start: usize, verb: usize) -> bool {
        let token = self.token(start);
        let is_clausal = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::ClausePrepositions);
        let opens = |at: usize| self.token(at).tag == Tag::Sconj || is_clausal(at) || self.is_relative(at);
        let before = start.checked_sub(1).map(|at| self.token(at));
        // `trade is to slow, but | to rise as tolls fall`
        let is_bare = token.is_to() && self.comma(start..verb).is_none();
        let start = if is_bare && start + 1 < verb { start + 1 } else { start };
        let token = self.token(start);
        start < verb
            && token.tag == Tag::Verb
            && !token.is_gerund
            && !token.is_finite
            && token.word == token.lemma
            && before.is_some_and(|before| before.word == "," || before.tag == Tag::Cconj)
            && (start + 1..verb).any(opens)
    }

    /// Whether a colon ends a claim and what is to be done follows: `I ask one thing: | Keep the ports open`; but not `The
    /// Council decided to: | Keep the ports open`.
    pub(in super::super) fn is_order(&self, start: usize) -> bool {
        let Some(colon) = start.checked_sub(1).filter(|&at| at > 0 && self.token(at).word == ":") else { return false };
        let token = self.token(start);
        let is_said = matches!(self.token(colon - 1).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        is_said
            && token.tag == Tag::Verb
            && !token.is_gerund
            && token.word == token.lemma
            && !Grammar::english().groups(&token.word).has(Group::MindingVerbs)
    }
}
