//! Borders before what hangs on a clause: a participle that is longer than what it hangs on, a relative clause that is long
//! or an outlook of its own.

use super::{Cutter, TAIL};
use crate::lexicon::{Grammar, Group, QuantityKind, Role, Tag};
use crate::segment::{Hit, LEAST_CONTENT, Token};

/// How many words make such a tail a claim of its own whatever it hangs on: `working with you to strengthen ... and set
/// the right direction for ...`.
pub(super) const LONG_TAIL: usize = 13;

/// The most words of a relative clause that stays with what it tells of, however short that is: `This is a country, which
/// has ...`. At 13 one labelled phrase in 888 more is found (0.930 for 0.929), but f1 of the diplomatic ledger is 0.830 for
/// 0.834, promises are told apart worse (0.617 for 0.622), and what speeches tell of ports and people is torn off.
const LONG_RELATIVE: usize = 20;

impl Cutter<'_> {
    /// What hangs on a clause that has its predicate, where it would hide that or says more than it: `Trade rose, | supported
    /// by ...`, `Wages fell, | which will ...`. Less is part of what it hangs on.
    pub(super) fn is_tail(&self, from: usize, at: usize) -> bool {
        if !self.is(at - 1, ",") || !self.is_complete(from, at) {
            return false;
        }
        if self.is_comparison(at) {
            return true;
        }
        // `in part reflecting`
        let first = if self.is(at + 1, "part") { at + 2 } else { at };
        let head = self.skip(first, |token| token.tag == Tag::Adv);
        if head >= self.sentence.end || head - at > 3 || self.goes_on_as_list(at) {
            return false;
        }
        let token = self.token(head);
        // `We signed the treaty, drafted by the islands`: what we did it with is told of.
        let is_ours = self.hit(self.lead(from), Role::Speaker).is_some() && self.is_noun(at.saturating_sub(2));
        let is_passive = token.is_participle && self.is(head + 1, "by") && !is_ours;
        let is_participle = token.tag == Tag::Verb && (token.is_gerund || is_passive);
        // `aims at opening ports, | building roads and lowering tolls`, `is opening ports, | building roads and lowering
        // tolls`: a limb of the claim.
        let is_listed = self.token(head).is_gerund
            && (head..self.stretch(head)).any(|at| self.token(at).tag == Tag::Cconj)
            && (from..at).any(|at| self.token(at).is_gerund && matches!(self.token(at).tag, Tag::Verb | Tag::Noun));
        // `some of which`
        let which =
            self.skip(at, |token| matches!(token.tag, Tag::Det | Tag::Num | Tag::Adp)).min(self.sentence.end - 1);
        // Not `that of trade`; and `, who` tells of somebody, which is no claim.
        let is_one = |at: usize| {
            self.hit(at, Role::Complementizer).is_some()
                && self.token(at).tag != Tag::Sconj
                && !self.is(at + 1, "of")
                && !self.is(at, "who")
        };
        // `ports that feed the islands, | that keep the crews`
        let is_further = || {
            let first = (from..at).rev().find(|&at| self.is(at, "that") && self.is_complementizer(at));
            self.is(at, "that")
                && first.is_some_and(|first| (first..at).filter(|&at| self.token(at).is_finite).count() == 1)
        };
        // `between those who`
        let is_hung = self.token(at).tag == Tag::Adp && self.token(which - 1).tag == Tag::Det;
        let opens = is_one(at) || !is_hung && is_one(which);
        // `the prize, which is low, | will be raised` goes on behind it.
        let resumes = |at: usize| {
            let head = self.skip(at + 1, |token| token.tag == Tag::Adv);
            // `keep the islands, which are poor, from closing their ports`
            let is_deed = |at: usize| {
                self.token(at).tag == Tag::Adp && at + 1 < self.sentence.end && self.token(at + 1).is_gerund
            };
            self.is(at, ",")
                && head < self.sentence.end
                && (self.token(head).is_finite
                    || is_deed(head)
                    || self.is_to(head)
                    // `to face a rival, whoever it is, and to defend the port`
                    || self.token(head).tag == Tag::Cconj && self.is_to(head + 1))
        };
        let is_relative = opens
            && self.has_predicate(at + 1)
            && !(at..self.stretch(at)).any(resumes)
            && !(self.is(at, "that") && self.is_cleft(from))
            && !is_further();
        // `, which will ease the shortage of grain in the north`: an outlook of its own.
        let is_joined = || {
            (at..self.stretch(at) - 1).any(|comma| {
                // `, which will be 2 per cent this year, and 3 per cent the next` goes on with a figure.
                let is_figure = comma + 2 < self.sentence.end && self.token(comma + 2).tag == Tag::Num;
                self.is(comma, ",") && self.token(comma + 1).tag == Tag::Cconj && !is_figure
            })
        };
        let is_stance = |hit: &Hit| self.lexicon.entries[hit.entry].tells_attitude();
        // `, which we will keep open`, `, which should be mended`: short, it has a say of its own.
        let has_say = || {
            let hits = self.segments.hits_in(at..self.stretch(at));
            hits.iter()
                .any(|hit| hit.role == Role::Speaker && self.token(hit.tokens.start).tag == Tag::Pron || is_stance(hit))
        };
        let is_outlook = is_relative
            && !is_joined()
            && (self.words(at..self.stretch(at)) > TAIL || has_say())
            && self.finite(at..self.stretch(at)).is_some_and(|at| self.token(at).is_modal());
        // `, which we fully support`: what the speaker thinks of it.
        let is_our_stance = || {
            let subject = at + 1;
            let verb = self.skip(subject + 1, |token| token.tag == Tag::Adv);
            let is_speaker = |hit: &Hit| hit.role == Role::Speaker && hit.tokens.len() == 1;
            is_relative
                && self.is(at, "which")
                && self.token(subject).tag == Tag::Pron
                && self.segments.hits_in(subject..subject + 1).iter().any(is_speaker)
                && self.token(verb).is_finite
                && !self.token(verb).is_past()
                && self.segments.hits_in(subject + 1..verb + 1).iter().any(is_stance)
        };
        // `, thereby easing the shortage`: the adverb ties it to the claim as one of its own.
        let is_led = is_participle && head > at && self.words(head..self.stretch(head)) >= LEAST_CONTENT;
        // `a study, led by the Council, to settle`, `It is trade, backed by law, that`
        let goes_on = || {
            let after = self.skip_aside(at - 1);
            after.is_some_and(|after| self.is_to(after) || self.is(after, "that") && self.is_cleft(from))
        };
        // `by opening ports, | building roads and lowering tolls`: a list under one preposition.
        let is_act = |at: usize| self.token(at).is_gerund && self.token(at).tag != Tag::Adj;
        let is_joint = |at: usize| {
            let after = self.skip(at + 1, |token| token.tag == Tag::Adp).min(self.sentence.end - 1);
            self.token(at).tag == Tag::Cconj && is_act(after)
        };
        let is_list = || {
            let governed = (from + 1..at).rev().find(|&at| is_act(at) && self.token(at - 1).tag == Tag::Adp);
            let is_open = governed.is_some_and(|governed| !(governed..at).any(is_joint));
            is_open && head == at && (head + 2..self.stretch(at)).any(is_joint)
        };
        // `Trade fell, reaching 4 per cent`: a figure is part of its claim.
        let is_figure = || {
            let figure = self.segments.quantities_in(head + 1..self.sentence.end).first();
            token.is_gerund
                && figure.is_some_and(|figure| figure.tokens.start == head + 1 && figure.kind == QuantityKind::Share)
        };
        if is_participle && (goes_on() || is_list() || is_figure()) {
            return false;
        }
        // One that is a cue is a promise of its own: `working with you to strengthen ... and set the right direction for ...`.
        let longer = TAIL.max(self.words(from..at));
        let promises = self.hit(head, Role::Cue).is_some() && !(is_listed && self.is_in_gerunds(from, head));
        let limit = if promises { longer.min(LONG_TAIL) } else { longer };
        let is_apart = is_participle && (promises || !is_listed);
        is_outlook
            || is_our_stance()
            || is_led
            || is_apart && self.words(at..self.stretch(at)) > limit
            || is_relative && self.words(at..self.stretch(at)) > LONG_RELATIVE
    }

    /// Whether further gerunds stand behind commas of a stretch, so that one is a limb of what they are all said of: `proud of
    /// opening the ports, | working for peace, mending nets and building ships`.
    fn is_in_gerunds(&self, from: usize, at: usize) -> bool {
        let is_next = |at: usize| {
            let head = self.skip(at + 1, |token| matches!(token.tag, Tag::Adv | Tag::Cconj));
            self.is(at, ",") && self.token(head).is_gerund
        };
        (from..at - 1).chain(at..self.stretch(at)).any(is_next)
    }

    /// How much something has changed, put behind where it stands: `, up slightly from the spring`. Without a word for how
    /// much it only gives the figure of before: `, up from 3 per cent`.
    fn is_comparison(&self, at: usize) -> bool {
        let is_change = |token: &Token| Grammar::english().groups(&token.word).has(Group::ChangeAdverbs);
        let head = self.skip(at, |token| token.tag == Tag::Adv && !is_change(token));
        let from = self.skip(head + 1, |token| token.tag == Tag::Adv);
        is_change(self.token(head)) && self.is(from, "from") && from - at > 1
    }

    /// Whether a piece puts its subject forward, so that what `that` tells is its claim: `It is the crews, not the ships,
    /// that`.
    pub(super) fn is_cleft(&self, from: usize) -> bool {
        let lead = self.lead(from);
        let verb = self.skip(lead + 1, |token| token.tag == Tag::Adv);
        self.is(lead, "it") && verb < self.sentence.end && self.token(verb).lemma == "be"
    }

    /// Whether a further noun is joined before the stretch ends, so that what begins here is one of a list: `respect for
    /// law, | refraining from force, and patience`.
    fn goes_on_as_list(&self, at: usize) -> bool {
        let end = self.stretch(at);
        let joint = (at..end - 1).rev().find(|&at| self.is(at, ",") && self.token(at + 1).tag == Tag::Cconj);
        joint.is_some_and(|joint| self.finite(at..end).is_none() && !self.token(joint + 2).is_gerund)
    }
}
