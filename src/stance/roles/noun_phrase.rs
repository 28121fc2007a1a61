//! How far a noun phrase reaches.

use super::Roles;
use crate::lexicon::{Grammar, Group, Tag};
use std::ops::Range;

impl Roles<'_> {
    /// Where a noun phrase ends: before a mark, a clause, a participle behind its noun, an infinitive.
    pub(super) fn noun_phrase_end(&self, start: usize, verb: usize) -> usize {
        let mut at = start;
        while at < verb {
            let token = self.token(at);
            // `The index (of prices) in May | rose`
            if at > start && token.word == "(" {
                match (at..verb).find(|&at| self.token(at).word == ")") {
                    Some(close) => at = close,
                    None => break,
                }
            }
            // `The "Open Ports" pact | holds`
            if token.word == "\"" {
                match (at + 1..verb).find(|&at| self.token(at).word == "\"") {
                    Some(close) => at = close,
                    None if at > start => break,
                    None => {}
                }
            }
            if let Some(close) = self.insert_end(at) {
                at = close + 1;
                continue;
            }
            let follows_noun = || {
                let before = (start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
                before.is_some_and(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron))
            };
            let ends = match self.token(at).tag {
                // `Mr. Hale`, `Hale & Sons`
                Tag::Punct if matches!(token.word.as_str(), "." | "&") => at + 1 >= verb || !self.is_noun(at + 1),
                // `full- scale`
                Tag::Punct if token.word == "-" => at == start || token.span.start > self.token(at - 1).span.end,
                Tag::Punct if token.word == "," && at > start => !self.joins_noun(at, verb),
                Tag::Punct => !matches!(self.token(at).word.as_str(), ")" | "%" | "\""),
                // `A stronger than expected | rise`
                Tag::Sconj if self.is_compared(start, at) => {
                    at += 1;
                    false
                }
                Tag::Sconj => at > start,
                // `To continue to uphold the rules`
                Tag::Part if at > start && token.is_to() && self.token(start).is_to() && self.is_verb(at - 1) => false,
                Tag::Part => matches!(token.word.as_str(), "to" | "not"),
                // `Tolls excluding fees | rose`
                Tag::Verb if Grammar::english().groups(&token.word).has(Group::LimitingParticiples) => !follows_noun(),
                Tag::Verb => self.token(at).is_finite || follows_noun(),
                Tag::Aux => true,
                // `the plan | on which crews agreed`, but not `most of which`
                Tag::Pron | Tag::Det if at > start + 1 && self.is_led_relative(at) => {
                    at -= 1;
                    true
                }
                // `the ports which`, but not `all of that`
                Tag::Pron if self.is_relative(at) => at > start && self.token(at - 1).tag != Tag::Adp,
                // `The day reminds | us`: what stands before is a verb.
                Tag::Pron if self.is_object(at) && at > start + 1 && self.token(at - 1).tag == Tag::Noun => {
                    at -= 1;
                    true
                }
                Tag::Pron => at > start && self.is_pure_subject(at) && follows_noun(),
                _ => false,
            };
            if ends && at > start {
                break;
            }
            at += 1;
        }
        // `They neither | ask nor give`
        let is_skipped = |at: usize| {
            let is_adverb = matches!(self.token(at).tag, Tag::Adv | Tag::Cconj) && !self.is_postposed(at);
            // `help from the outside`, `pilots from abroad`
            let is_led = |at: usize| self.token(at).word == "the" || self.token(at).tag == Tag::Adp;
            let is_named = at > start && is_led(at - 1);
            is_adverb && !is_named || self.token(at).is_furniture
        };
        (start + 1..=at.min(verb)).rev().find(|&end| !is_skipped(end - 1)).unwrap_or(start + 1)
    }

    /// Whether a `than` and a participle grade the noun behind them: `stronger | than expected | growth`.
    fn is_compared(&self, start: usize, than: usize) -> bool {
        let grades = |at: usize| matches!(self.token(at).tag, Tag::Adj | Tag::Adv);
        self.token(than).word == "than"
            && than > start
            && grades(than - 1)
            && self.segments.tokens.get(than + 1).is_some_and(|next| next.is_participle)
    }

    /// Whether a `which` has a preposition that stands right behind a noun: `the plan on | which`.
    fn is_led_relative(&self, at: usize) -> bool {
        let is_led = self.token(at - 1).tag == Tag::Adp && self.token(at - 1).word != "of";
        self.is_which(at) && is_led && self.is_noun(at - 2)
    }

    /// The comma that closes an insert of adverbs between a conjunction and the last of a row: `Averil or, quite recently,
    /// | Kelmouth`.
    fn insert_end(&self, comma: usize) -> Option<usize> {
        // `more recently`
        let is_degree = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::DegreeWords);
        let is_adverb = |at: usize| self.token(at).tag == Tag::Adv || is_degree(at);
        let is_comma = self.segments.tokens.get(comma).is_some_and(|token| token.word == ",");
        let is_open = comma > 0 && is_comma && self.token(comma - 1).tag == Tag::Cconj;
        let close = (comma + 1..self.segments.tokens.len()).find(|&at| !is_adverb(at))?;
        (is_open && close > comma + 1 && self.token(close).word == ",").then_some(close)
    }

    /// Whether the noun phrase of a verb goes on behind a comma: `a long, | dark winter`, `Ports, | crews and traders`; but
    /// not `Crews, | traders and sailors too, | agree`.
    pub(super) fn joins_noun(&self, comma: usize, verb: usize) -> bool {
        if let Some(&joins) = self.joined.borrow().get(&(comma, verb)) {
            return joins;
        }
        let joins = self.opens_next_noun(comma, verb);
        self.joined.borrow_mut().insert((comma, verb), joins);
        joins
    }

    /// The same, asked without looking whether that was asked before.
    fn opens_next_noun(&self, comma: usize, verb: usize) -> bool {
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num);
        let is_adjective =
            |at: usize| self.token(at).tag == Tag::Adj || self.token(at).tag == Tag::Verb && !self.token(at).is_finite;
        if comma + 1 >= verb {
            return false;
        }
        if self.token(comma - 1).tag == Tag::Adj && is_adjective(comma + 1) {
            let is_link = |at: usize| self.token(at).word == "," || self.token(at).tag == Tag::Cconj;
            let end = (comma + 1..verb).find(|&at| !is_adjective(at) && !is_link(at));
            return end.is_some_and(is_noun);
        }
        // `September 11th, | ports and crews`, `Good morning, | the Chair and members`
        if self.is_date(comma - 1) || self.token(comma - 1).is_furniture {
            return false;
        }
        let Some(and) = (comma + 1..verb).find(|&at| self.token(at).tag == Tag::Cconj) else { return false };
        let is_inside = |at: usize| {
            let token = self.token(at);
            // `the spread of dumps (TDs)`
            let is_short = |at: usize| self.token(at - 1).word == "(" && self.token(at + 1).word == ")";
            token.word == ","
                || is_noun(at)
                || token.word == "(" && is_short(at + 1)
                || token.word == ")" && is_short(at - 1)
                || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Adp | Tag::Part)
                || token.tag == Tag::Pron && Grammar::english().groups(&token.word).has(Group::Possessives)
                || token.tag == Tag::Verb && !token.is_finite && token.is_gerund
        };
        let is_led = |at: usize| matches!(self.token(at).tag, Tag::Adp | Tag::Adv | Tag::Verb | Tag::Sconj);
        let is_list = (comma + 1..and).all(is_inside) && (and == comma + 1 || !is_led(comma + 1));
        let next = self.insert_end(and + 1).unwrap_or(and) + 1;
        is_list
            && next < verb
            && !is_led(next)
            && (next..verb).any(|at| is_noun(at) || self.is_pure_subject(at))
            && (self.noun_phrase_end(next, verb)..verb).all(|at| self.token(at).tag == Tag::Adv)
    }

    /// Whether words can name anybody: a noun right before an article is a verb that was read as a noun, or ends what is
    /// no part of the name (`Great ports contest the rules`).
    pub(super) fn is_sound(&self, name: &Range<usize>) -> bool {
        let meets = |at: usize| {
            self.token(at).tag == Tag::Det
                && Grammar::english().groups(&self.token(at).word).has(Group::BareDeterminers)
                && self.token(at - 1).tag == Tag::Noun
                && !self.token(at - 1).is_gerund
                // `Sailors the world over`
                && !(at + 2 < name.end && self.is_postposed(at + 2))
                // `half the ports`
                && !self.segments.quantities_in(name.start..at).iter().any(|figure| figure.tokens.end == at)
        };
        !(name.start + 1..name.end).any(meets)
    }
}
