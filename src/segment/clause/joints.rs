//! Borders at `and`, `but`, `or`: between two predicates or two clauses, not between the limbs of one.
//!
//! Asked in turn: whether both sides make one phrase (`pairs`), whether a claim has ended before the joint and is not one
//! with a clause around both sides (`enclosed`), and whether what stands behind it is a limb that can be a claim.

use super::asides::ASIDE;
use super::tails::LONG_TAIL;
use super::{Cutter, TAIL};
use crate::lexicon::{Grammar, Group, Role, Tag};

/// A conjunction at which a sentence may be cut.
#[derive(Clone, Copy)]
pub(super) struct Joint {
    /// Where the piece before begins.
    pub(super) from: usize,
    /// The same past what links it to the piece before.
    pub(super) lead: usize,
    /// Where the conjunction stands.
    pub(super) at: usize,
    /// What stands behind it, past an aside.
    pub(super) next: usize,
    /// The same past adverbs and `not`: the verb, where a predicate is joined.
    pub(super) head: usize,
}

impl Cutter<'_> {
    /// `and`, `but`, `or` between two predicates or two clauses.
    pub(super) fn is_joined(&self, from: usize, at: usize) -> bool {
        let Some(joint) = self.joint(from, at) else { return false };
        if self.is_one_phrase(joint) {
            return false;
        }
        self.opens_anew(joint) || self.has_ended(joint) && !self.is_enclosed(joint) && self.is_limb_of_its_own(joint)
    }

    fn joint(&self, from: usize, at: usize) -> Option<Joint> {
        if self.token(at).tag != Tag::Cconj || self.is_pairing(at) {
            return None;
        }
        let next = self.skip_clause(at + 1).or_else(|| self.skip_aside(at + 1))?;
        let head = self.skip(next, |token| token.tag == Tag::Adv || token.word == "not").min(self.sentence.end - 1);
        Some(Joint { from, lead: self.lead(from), at, next, head })
    }

    /// Whether what is joined opens as a term, a condition or a reason does, and not as a second one before one claim.
    fn opens_anew(&self, joint: Joint) -> bool {
        let opens = self.is_same_opener(joint.lead, joint.next)
            || self.is_further_condition(joint.next)
            || self.is_other_term(joint);
        opens && !self.is_one_lead(joint)
    }

    /// Whether two conditions or clauses of time are of one claim: `If trade falls and if prices rise, the Council acts`,
    /// `knows that, if trade falls, and if prices rise, | it must`.
    fn is_one_lead(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, next, .. } = joint;
        let is_condition = |at: usize| self.hit(at, Role::Condition).is_some();
        let is_repeated = || {
            let hit = self.hit(next, Role::Condition);
            hit.is_some_and(|hit| self.segments.hits_in(from..at).iter().any(|first| first.entry == hit.entry))
        };
        let has_claim = || self.has_claim_behind_comma(next..self.stretch(next));
        // `We sail if the storm ends and if the league agrees`
        let is_pair = || is_condition(next) && !self.is(at - 1, ",") && is_repeated();
        is_condition(lead) && is_condition(next)
            || is_pair()
            || (self.is_bound(lead) && self.is_bound(next) || is_repeated()) && has_claim()
    }

    /// Whether the clause before has its predicate, or is a tail whose claim had it: `Trade slowed, | reflecting the storms, |
    /// and wages fell`, but not `a sea on which crews, traders, | and islands can sail`.
    fn has_ended(&self, joint: Joint) -> bool {
        let Joint { from, at, .. } = joint;
        self.is_complete(from, at)
            || from > self.sentence.start
                && self.is(at - 1, ",")
                && self.finite(from..at).is_none()
                && !(from..at).any(|at| self.is_complementizer(at))
    }

    /// Whether what stands behind the joint can be a claim, by what it begins with.
    fn is_limb_of_its_own(&self, joint: Joint) -> bool {
        if self.is_to(joint.next) {
            self.is_further_aim(joint)
        } else if self.token(joint.head).is_finite {
            self.is_further_predicate(joint)
        } else if self.is(joint.next, "that") && self.token(joint.next).tag == Tag::Sconj {
            self.points_back(joint) || self.is_further_that(joint)
        } else {
            self.points_back(joint) || self.is_further_clause(joint)
        }
    }

    /// A further infinitive, where both are long: `agrees to buy grain from all the islands of the north and | to sell ...`.
    fn is_further_aim(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, next, .. } = joint;
        let is_negated = (from..at).any(|at| self.token(at).is_negator);
        // `is expected to stay low but | to rise`; not `seeks not to rule but to serve`, `not only to ease want but to end it`
        let is_raised = || (from..at).any(|at| self.is(at, "not"));
        if self.token(at).lemma == "but" && !is_negated && !is_raised() {
            return self.words(next..self.stretch(next)) > TAIL;
        }
        let Some(to) = self.joined_infinitive(at) else { return false };
        let first = (from..at).rev().find(|&at| self.is_to(at) && (at == 0 || !self.token(at - 1).is_finite));
        // A list of three stays whole, and so does what is denied.
        let is_listed = |at: usize| self.is(at, ",") && self.is_to(at + 1);
        // `To honour the crews and to help them, we`: both are what the claim is for.
        let is_first = self.is_to(lead) && self.main_verb(lead..at).is_none();
        first.is_some_and(|first| {
            let shorter = self.words(first..at).min(self.words(to..self.stretch(to)));
            let limit = if self.is_asked_for(from, first) { LONG_TAIL } else { TAIL };
            // `in efforts to open the ports and to ease trade`: it says what the noun is.
            let is_tried = first > from && {
                let groups = Grammar::english().groups(&self.token(first - 1).lemma);
                self.is_noun(first - 1) && groups.has(Group::TrialNouns)
            };
            shorter > limit && !is_tried && !is_negated && !is_first && !(from..at).any(is_listed)
        })
    }

    /// Whether an infinitive is what a cue or a request takes, so that half of a pair is a claim without it only where both
    /// are long: `is committed to watch prices and to weigh them`, `urge the ports to open and to stay so`.
    fn is_asked_for(&self, from: usize, to: usize) -> bool {
        let mut hits = self.segments.hits_in(from..to + 1).iter();
        let verb = (from..to).rev().find(|&at| self.token(at).tag == Tag::Verb);
        let asks = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::AskingVerbs);
        hits.any(|hit| hit.role == Role::Cue && hit.tokens.contains(&to)) || verb.is_some_and(asks)
    }

    /// A further predicate of the subject before: `Trade grew and | is strong`.
    fn is_further_predicate(&self, joint: Joint) -> bool {
        // `will outline the plan, and will then explain it`: a line that only tells what will be told is whole.
        let is_announced = self.hit(joint.head, Role::Announcement).is_some();
        // `with courage and resolve`, `grew and fell`: a word alone says too little, if it is a verb at all; but not `and
        // feed and clothe the crews`.
        let after = self.token(joint.head + 1);
        // `decided, for the time being, to wait`
        let goes_on = || {
            let close = (joint.head + 2..self.stretch(joint.head)).take(ASIDE).find(|&at| self.is(at, ","));
            close.is_some_and(|close| self.is_to(close + 1))
        };
        let is_bare = joint.head == joint.next
            && self.token(joint.head).tag == Tag::Verb
            && self.hit(joint.head, Role::Reporter).is_none()
            && (after.is_mark || after.tag == Tag::Cconj && !self.shares_object(joint.head + 1, joint.head + 2));
        !is_announced && (!is_bare || goes_on()) && !self.has_one_object(joint) && !self.is_of_inner_clause(joint)
    }

    /// `Trade grew, and that is good`
    fn points_back(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let has_relative = (from + 1..at).any(|at| self.is_complementizer(at) && self.can_have_relative(at - 1));
        let verb = self.token(next + 1);
        // `and that is good`, `, and that means new ports`
        let is_third = verb.tag == Tag::Verb && !verb.is_past() && self.is(at - 1, ",");
        self.is(next, "that")
            && !has_relative
            && (verb.tag == Tag::Aux || is_third)
            && verb.is_finite
            && next + 1 < self.sentence.end
    }

    /// A further `that` clause, but not the last of three (`that trade grows, that wages rise and that ports open`) or one
    /// that is denied: `do not believe that trade will grow and that wages will rise`, but `does
    /// not mean that we rest but | that we sail`.
    fn is_further_that(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let is_listed = |at: usize| self.is(at, ",") && self.is(at + 1, "that") && self.is_complementizer(at + 1);
        let is_denied = || {
            let first = (from..at).find(|&at| self.is_complementizer(at)).unwrap_or(from);
            // Not `cannot change the fact that`.
            !self.is_noun(first.saturating_sub(1)) && (from..first).any(|at| self.token(at).is_negator)
        };
        (self.token(at).lemma == "but" || !is_denied())
            && !self.is_waiting(from, at)
            && !(from..at - 1).any(is_listed)
            && self.finite(next..self.stretch(next)).is_some()
    }

    /// A clause with a subject of its own: `Trade grew and | wages rose`.
    fn is_further_clause(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        !self.is_of_subject(joint)
            && !self.is_of_thought(joint)
            && !self.is_of_measure(joint)
            && !self.is_of_name(joint)
            && !self.leaves_object(at)
            && !self.is_further_place(joint)
            && !self.is_of_place(from, at, next)
            && !self.is_last_subject(next)
            && (self.has_subject_and_predicate(next)
                || self.has_bound_claim(from, at, next)
                || self.has_led_claim(from, at, next))
    }

    /// Whether what is joined begins with a preposition that stands before too, and the verb behind has no subject of its own:
    /// `The skill of our crews and | of our pilots should be used`; but not `and of the ports the north is`, `and in spring`.
    fn is_further_place(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let is_same = |at: usize| self.token(at).tag == Tag::Adp && self.token(at).word == self.token(next).word;
        let is_near = || (from..at).rev().take_while(|&at| !self.token(at).is_finite).any(is_same);
        let Some(verb) = self.finite(next..self.stretch(next)) else { return false };
        let opens_name = |at: usize| {
            let token = self.token(at);
            let groups = Grammar::english().groups(&token.word);
            let is_subject = groups.has(Group::Subjects) && !self.is_complementizer(at);
            is_subject
                || (self.is_noun(at - 1) || self.token(at - 1).tag == Tag::Adv || self.is(at - 1, ","))
                    && (token.tag == Tag::Det || self.is_owner(at))
        };
        let is_time = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Num || Grammar::english().groups(&token.lemma).has(Group::TimeNouns)
        };
        self.token(next).tag == Tag::Adp
            && self.hit(next, Role::Opener).or_else(|| self.hit(next, Role::Connective)).is_none()
            && is_near()
            && !(next + 2..verb).any(|at| opens_name(at) || self.is(at, ","))
            && !(next + 1..verb).any(is_time)
    }

    /// Whether what is joined behind a comma tells first when or where, between that comma and another: `, and this spring,
    /// | the ports`.
    fn has_led_claim(&self, from: usize, at: usize, next: usize) -> bool {
        let is_time = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::TimeNouns);
        let end = (next..self.sentence.end.min(next + ASIDE)).take_while(|&at| !self.token(at).is_finite);
        let comma = end.clone().find(|&at| self.is(at, ","));
        let Some(comma) = comma.filter(|_| self.is(at - 1, ",") && self.main_verb(from..at).is_some()) else {
            return false;
        };
        // `, and today, | the ports`
        let is_word = comma == next + 1 && Grammar::english().groups(&self.token(next).word).has(Group::TimeWords);
        let is_lead = self.token(next).tag == Tag::Adp
            || is_word
            || self.token(next).tag == Tag::Det
                && is_time(comma - 1)
                && !(next..comma).any(|at| self.token(at).tag == Tag::Adp);
        is_lead && self.token(comma + 1).tag != Tag::Cconj && self.has_subject_and_predicate(comma + 1)
    }

    /// Whether what is joined begins with a term or a clause of time, and its claim follows, as it does before: `Trade rests,
    /// but once the storms end, | ports will open`.
    fn has_bound_claim(&self, from: usize, at: usize, next: usize) -> bool {
        let end = self.stretch(next);
        let verb = self.finite(next..end).filter(|_| self.is_open_word(next) || self.opens_term(next));
        verb.is_some_and(|verb| self.has_claim_behind_comma(verb..end))
            && !self.is_dependent(from..at)
            && self.main_verb(from..at).is_some()
    }

    /// Where `and` goes on with a second infinitive, and that has an object: `stands ready to buy grain and | to sell timber`.
    pub(super) fn joined_infinitive(&self, at: usize) -> Option<usize> {
        let is_joined = at > self.sentence.start && self.is(at, "and") && at + 2 < self.sentence.end;
        (is_joined && self.is_to(at + 1) && self.has_object(at + 2)).then_some(at + 1)
    }

    /// Whether what is joined is a condition of its own: `if trade grows, or | if prices fall`.
    fn is_further_condition(&self, at: usize) -> bool {
        self.hit(at, Role::Condition).is_some_and(|hit| self.has_predicate(hit.tokens.end))
    }

    /// Whether what is joined is a term of another kind than the one before, which makes it a promise of its own: `at least
    /// through spring and | in any case for as long as needed`. Else it is part of the claim: `until spring, or beyond, and
    /// in any case until the storms end`, `for a long time and in any case for as long as needed`.
    fn is_other_term(&self, joint: Joint) -> bool {
        let term = |at: usize| self.hit(at, Role::Term).map(|hit| hit.entry);
        let second = (joint.next..self.sentence.end.min(joint.next + 5))
            .take_while(|&at| !self.token(at).is_finite && !self.token(at).is_mark)
            .find_map(term);
        // `strikes or | lockouts until`: the term is that of the noun.
        let is_term = !self.is_noun(joint.next) && second.is_some();
        let mut first = (joint.from..joint.at).filter_map(term).peekable();
        is_term && first.peek().is_some() && first.all(|first| Some(first) != second)
    }

    /// Whether what is joined opens as the clause it is joined to: `with prices high and | with trade weak`.
    fn is_same_opener(&self, lead: usize, at: usize) -> bool {
        matches!((self.hit(lead, Role::Opener), self.hit(at, Role::Opener)), (Some(a), Some(b)) if a.entry == b.entry && self.lexicon.entries[a.entry].verbless)
    }
}
