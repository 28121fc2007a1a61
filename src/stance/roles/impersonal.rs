//! Who is meant where `it` only points to what follows.

use super::super::StancePhrase;
use super::{Named, Roles};
use crate::lexicon::{Class, Grammar, Group, Role, Tag};
use crate::segment::Hit;
use std::ops::Range;

impl Roles<'_> {
    /// Who is meant by an `it is`: who does what is told, whose view it is, or who has to act.
    pub(super) fn meant_by_it(
        &self,
        phrase: &StancePhrase,
        subject: &Range<usize>,
        verb: usize,
    ) -> Option<Range<usize>> {
        let pointed_out = || {
            let owner = || self.owner_of_lead(phrase, subject.start);
            self.pointed_out(verb).or_else(|| self.owned_view(phrase, verb)).or_else(owner)
        };
        self.is_it(subject, verb).then(pointed_out).flatten().or_else(|| self.called_upon(phrase, subject, verb))
    }

    /// Of whom is told what an `it` that names nobody announces: `It is clear that | trade | is slow`, `It was in spring that |
    /// the League | met`; but not `It is clear that there is hope`.
    pub(super) fn told_of_it(&self, phrase: &StancePhrase, named: &Named, verb: Option<usize>) -> Option<Range<usize>> {
        let end = phrase.tokens.end;
        let from = verb.filter(|_| self.token(named.tokens.start).word == "it")? + 1;
        if let Some(name) = self.for_whom(from - 1, end) {
            return Some(name);
        }
        // `It is in that spirit that | we | act`
        let is_fact = self.tells_fact(from - 1, end);
        let opens =
            |at: usize| self.is_relative(at) && self.token(at).word == "that" || is_fact && self.is_told_that(at);
        let that = (from..end).find(|&at| opens(at) && self.token(at - 1).tag != Tag::Adp)?;
        // `It is time to help those that sail`
        let is_deed = |at: usize| {
            self.token(at).is_to() && self.token(at + 1).tag == Tag::Verb && self.token(at + 1).lemma != "be"
        };
        if self.is_noun(that - 1) && (from..that).any(is_deed) {
            return None;
        }
        // `It is vital that trade be free`
        let is_verb = |at: usize| self.token(at).is_finite || self.token(at).word == "be";
        let inner = (that + 1..end).find(|&at| is_verb(at))?;
        let subject = self.subject(that + 1, inner)?;
        let is_empty = |at: usize| matches!(self.token(at).word.as_str(), "it" | "there");
        // `It takes courage to show that trade is free` tells of nobody.
        (!subject.clone().any(is_empty) && !self.only_costs(from - 1..end)).then_some(subject)
    }

    /// What a `there` says exists: `There has been | strong growth | in spring`, `There remain | risks`.
    pub(super) fn there_is(&self, phrase: &StancePhrase, named: &Named, verb: Option<usize>) -> Option<Range<usize>> {
        let end = phrase.tokens.end;
        let verb = verb.filter(|_| self.token(named.tokens.start).word == "there")?;
        // `There are | growing tensions`
        let is_predicate = |at: usize| self.is_verb(at) && !self.token(at).is_gerund || self.token(at).is_to();
        // `There are, however, | risks`
        let is_aside =
            |at: usize| self.token(at).tag == Tag::Adv || self.token(at).is_furniture || self.token(at).word == ",";
        let start = (verb + 1..end).find(|&at| !is_predicate(at) && !is_aside(at))?;
        let subject = start..self.noun_phrase_end(start, end);
        let that = subject.end;
        // `There is no denying the fact that | trade | is slow`
        let is_deed = |at: usize| at < end && self.token(at).is_gerund && self.token(at).tag != Tag::Adj;
        let is_denied = self.token(start).is_negator && is_deed(start + 1);
        // `There is no doubt that | trade | is slow`
        let is_notion = Grammar::english().groups(&self.token(that - 1).lemma).has(Group::Notions);
        let tells = is_denied && that < end && self.token(that).word == "that";
        if tells || is_notion && that < end && self.is_told_that(that) {
            return self.subject(that + 1, self.finite(that + 1..end)?);
        }
        // `There is a need to act` asks, and says of nobody that he is there.
        let asks = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class == Some(Class::Demand);
        let opens = matches!(
            self.token(start).tag,
            Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron | Tag::Verb | Tag::Aux
        );
        let is_name = |at: usize| self.is_noun(at) || self.token(at).tag == Tag::Num;
        (opens && subject.clone().any(is_name) && !self.segments.hits_in(subject.clone()).iter().any(asks))
            .then_some(subject)
    }

    /// Who is pointed out as the doer: `It was | the League | who built the port`.
    fn pointed_out(&self, verb: usize) -> Option<Range<usize>> {
        let start = (verb + 1..self.segments.tokens.len())
            .find(|&at| self.token(at).tag != Tag::Adv && !self.token(at).is_negator)?;
        let is_kind = Grammar::english().groups(&self.token(start).word).has(Group::Indefinite);
        let opens = |at: usize| {
            let is_next = self.segments.tokens.get(at + 1).is_some_and(|next| next.is_finite);
            self.is_relative(at) || self.token(at).word == "that" && is_next
        };
        // `It is our crew's skill and will that matter`
        let is_joint = |at: usize| {
            let token = self.token(at);
            token.word == "of" || token.word == "and" || token.tag == Tag::Part && !token.is_to()
        };
        let is_inside = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron) && !opens(*at)
                // `It is the lives of crews that matter`, but not `It is a tale of crews who sail`
                || *at > start && !is_kind && is_joint(*at)
        };
        let end = start + (start..self.segments.tokens.len()).take_while(is_inside).count();
        let next = self.segments.tokens.get(end + 1).filter(|_| end > start)?;
        // `It is trade that fills the ports`, but not `It is a plan that will help`
        let is_bare = !Grammar::english().groups(&self.token(start).word).has(Group::BareDeterminers)
            || self.number(&(start..end)) == Some(true);
        // `It is the League of Ports that acts`
        let is_name = self.token(end - 1).tag == Tag::Propn && !is_kind;
        let is_told = (next.is_finite || next.tag == Tag::Adv) && self.is_noun(end - 1);
        let is_doer = match self.token(end).word.as_str() {
            "who" => true,
            "that" => (is_bare || is_name) && is_told,
            _ => false,
        };
        is_doer.then_some(start..end)
    }

    /// The view of an owner, whose matter follows: `It is | our belief | that trade will grow`, `It is | my duty | to speak`;
    /// or the owner who is named behind it: `It is the view of | the League | that trade is free`.
    fn owned_view(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let end = phrase.tokens.end;
        let is_aside = |at: usize| self.token(at).tag == Tag::Adv || self.token(at).is_mark;
        let start = (verb + 1..end).find(|&at| !is_aside(at))?;
        let is_owner = |at: usize| self.token(at).tag == Tag::Part && !self.token(at).is_to();
        let is_inside = |at: &usize| matches!(self.token(*at).tag, Tag::Adj | Tag::Noun | Tag::Propn) || is_owner(*at);
        let noun = (start + 1..end).take_while(is_inside).last()?;
        let opens = |from: usize| {
            let next = (from..end).find(|&at| !is_aside(at));
            next.is_some_and(|at| self.is_told_that(at) || self.token(at).is_to())
        };
        let is_held = Grammar::english().groups(&self.token(noun).lemma).has(Group::HeldNouns) || self.is_view(noun);
        if Grammar::english().groups(&self.token(start).word).has(Group::Possessives) {
            return (is_held && opens(noun + 1)).then_some(start..start + 1);
        }
        // `It is | the League | 's wish to sail`
        if let Some(mark) = (start + 1..noun).find(|&at| is_owner(at)) {
            return (is_held && opens(noun + 1)).then_some(start..mark);
        }
        let of = Some(noun + 1).filter(|&at| at < end && self.token(at).word == "of" && is_held)?;
        let next = (of + 1..end).find(|&at| self.is_told_that(at) || self.token(at).is_to() || self.is_verb(at))?;
        // `of the League in our day to sail`
        let is_further = |at: usize| self.token(at).tag == Tag::Adp && self.token(at).word != "of";
        let last = (of + 1..next).find(|&at| is_further(at)).unwrap_or(next);
        let owner = of + 1..self.noun_phrase_end(of + 1, last);
        (self.token(start).word == "the" && !self.is_verb(next) && last > of + 1).then_some(owner)
    }

    /// Whether a `that` opens a clause with a subject of its own.
    pub(super) fn is_told_that(&self, at: usize) -> bool {
        let is_told = self.segments.tokens.get(at + 1).is_some_and(|next| !next.is_finite);
        self.token(at).word == "that" && self.is_complement(at) && is_told
    }

    /// Whether an `it is` names nobody, as it only says of what follows what kind of fact that is: `It is a sad reality that
    /// trade is slow`, `It is of great importance to sail`; but not `It is a port that we know`.
    pub(super) fn tells_fact(&self, verb: usize, end: usize) -> bool {
        let is_fact = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::FactNouns);
        let leads = |at: usize| {
            matches!(self.token(at).tag, Tag::Aux | Tag::Adv | Tag::Det | Tag::Adj | Tag::Adp)
                || Grammar::english().groups(&self.token(at).word).has(Group::Possessives)
                || self.token(at).is_negator
                // `It is, in fact, a port`
                || self.token(at).is_furniture
        };
        let is_inside = |at: usize| {
            leads(at) && self.token(at).tag != Tag::Aux || self.is_noun(at) || self.token(at).tag == Tag::Pron
        };
        let Some(noun) = (verb + 1..end).find(|&at| !leads(at)).filter(|&at| is_fact(at)) else { return false };
        // `It is the source of our will to sail`
        let is_the = (verb + 1..noun).any(|at| self.token(at).word == "the" && self.token(at - 1).tag != Tag::Adp);
        let opens = |at: usize| self.is_told_that(at) || self.token(at).is_to() && !is_the;
        (noun + 1..end).find(|&at| opens(at) || !is_inside(at)).is_some_and(opens)
    }

    /// Who speaks where that is a pleasure of his: `It is | my | pleasure to welcome the crews`.
    fn owner_of_lead(&self, phrase: &StancePhrase, start: usize) -> Option<Range<usize>> {
        let lead = self.segments.hits_in(start..start + 1).iter().find(|hit| hit.role == Role::Ignore)?;
        let owner = lead.tokens.clone().find(|&at| self.segments.begins(at, Role::Speaker))?;
        (owner < phrase.tokens.end).then_some(owner..owner + 1)
    }

    /// Who has to act where nobody's act is asked for first: `It is vital that | the ports | open`, `It is incumbent on | us |
    /// to sail`, `The time has come for | the ports | to open`.
    fn called_upon(&self, phrase: &StancePhrase, subject: &Range<usize>, verb: usize) -> Option<Range<usize>> {
        let end = phrase.tokens.end;
        let is_demand =
            |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class == Some(Class::Demand);
        let mut hits = self.segments.hits_in(subject.start..verb + 1).iter();
        let asks = hits.find(|hit| is_demand(hit) && hit.tokens.contains(&verb))?;
        let from = asks.tokens.end;
        // `It's time`, but not `I'm asking`
        let is_led =
            asks.tokens.start <= subject.start && !(self.is_fused(subject.start) && self.is_person(subject.start));
        let is_nobody = self.is_it(subject, verb) || is_led;
        let last = self.token(from - 1);
        if !is_nobody || from >= end || self.token(from).tag == Tag::Sconj {
            return None;
        }
        // `It is time to recognize that | the League | must act`
        let told = from + 1;
        let is_told = last.is_to() && told < end && self.token(told).word == "that" && self.is_complement(told);
        if is_told {
            let verb = self.finite(told + 1..end)?;
            let is_asked = self.segments.hits_in(verb..verb + 1).iter().any(is_demand);
            return self.subject(told + 1, verb).filter(|_| is_asked);
        }
        if last.word == "that" {
            return self.subject(from, self.finite(from..end)?);
        }
        // `It is necessary, now, for | the League | to act`
        // `It is the duty of | the League | to act`
        let leads = |&at: &usize| {
            let word = self.token(at).word.as_str();
            word == "for" || word == "of" && self.is_noun(at - 1)
        };
        let inner = last.is_to().then(|| asks.tokens.clone().rev().find(leads)).flatten();
        let from = inner.map_or(from, |led| led + 1);
        let to = (from..end).find(|&at| self.token(at).is_to())?;
        let is_led = inner.is_some() || last.tag == Tag::Adp || last.word == "to" && !last.is_to();
        // `for | the League | truly to act`
        let name = from..self.noun_phrase_end(from, to);
        (is_led && to > from && (name.end..to).all(|at| self.token(at).tag == Tag::Adv)).then_some(name)
    }

    fn is_it(&self, subject: &Range<usize>, verb: usize) -> bool {
        self.token(subject.start).word == "it" && self.token(verb).lemma == "be"
    }

    /// Whether a noun names a stance or a thought of its owner.
    pub(super) fn is_view(&self, noun: usize) -> bool {
        let groups = Grammar::english().groups(&self.token(noun).lemma);
        self.segments.begins(noun, Role::Position) || groups.has(Group::Notions)
    }
}
