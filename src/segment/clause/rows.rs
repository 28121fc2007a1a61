//! Borders behind a comma alone: a further predicate or clause in a row, or a further verb under one modal.

use super::tails::LONG_TAIL;
use super::{Cutter, TAIL};
use crate::lexicon::{After, Grammar, Group, Role, Tag};
use crate::segment::Hit;

/// How many words of a verb, with its modal and object, are so few that it stays with one that is joined.
const SHORT: usize = 4;

impl Cutter<'_> {
    /// A further predicate in a row of three and more with one subject: `feeds the crews, | guards the ports and | clears
    /// the straits`.
    pub(super) fn is_in_row(&self, from: usize, at: usize) -> bool {
        let head = self.skip(at, |token| token.tag == Tag::Adv);
        if !self.is(at - 1, ",") || head >= self.sentence.end || !self.token(head).is_finite {
            return false;
        }
        let lead = self.lead(from);
        let Some(first) = self.finite(lead..at).filter(|&first| self.is_like(first, head)) else { return false };
        let opens = |at: usize| self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at);
        // `came, saw and left` is one claim.
        let is_full = |verb: usize, end: usize| self.words(verb..end) > 2;
        let is_mark = |at: &usize| self.token(*at).is_mark || self.token(*at).tag == Tag::Cconj;
        let end = (head..self.stretch(at)).find(is_mark).unwrap_or(self.sentence.end);
        let is_last = |joint: usize| {
            let verb = self.skip(joint + 1, |token| token.tag == Tag::Adv);
            self.token(joint).tag == Tag::Cconj
                && self.token(joint).lemma != "or"
                && verb < self.sentence.end
                && self.token(verb).is_finite
                && self.is_like(first, verb)
        };
        // `The Council, in its note dated 9 May, took`: a verb inside an aside.
        let is_name = matches!(self.token(lead).tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron);
        let is_in_aside = is_name && (lead..first).any(|at| self.is(at, ","));
        !is_in_aside
            && is_full(first, at - 1)
            && is_full(head, end)
            && !(lead..at).any(opens)
            && !(head..end).any(opens)
            && (end..self.stretch(at)).any(is_last)
    }

    /// The predicate of a subject from which a relative clause with an outlook of its own parts it: `These steps, which will
    /// bring grain to every harbour of the islands, | should ease the shortage`.
    pub(super) fn is_resumed(&self, from: usize, at: usize) -> bool {
        let is_verb = |at: usize| self.token(self.skip(at, |token| token.tag == Tag::Adv)).is_finite;
        if !self.is(at - 1, ",") || !is_verb(at) {
            return false;
        }
        let lead = self.lead(from);
        let is_name = matches!(self.token(lead).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num);
        let Some(comma) =
            (lead..at - 1).find(|&at| self.is(at, ",")).filter(|&comma| is_name && self.is_noun(comma - 1))
        else {
            return false;
        };
        // Not `which we will build`.
        let head = self.skip(comma + 2, |token| token.tag == Tag::Adv);
        let is_relative = self.opens_relative(comma + 1);
        // `which will keep the peace, guards the straits, is`: only the last is the verb of the subject.
        let goes_on = |at: usize| self.is(at, ",") && is_verb(at + 1);
        is_relative
            && self.finite(lead..comma).is_none()
            && head < at
            && self.token(head).is_modal()
            && !(at..self.stretch(at)).any(goes_on)
            && self.words(comma..at) > LONG_TAIL
            && self.words(at..self.stretch(at)) > TAIL
    }

    /// A main clause that follows another after a comma alone, in a row of clauses: `Trade grows, | wages rise and | prices
    /// hold`. What stands after a clause put first is no further clause but its claim.
    pub(super) fn is_spliced(&self, from: usize, at: usize) -> bool {
        // `, as well as for the help given to us`
        let is_apart = self.hit(at, Role::Opener).or_else(|| self.hit(at, Role::Ignore)).is_some();
        if !self.is(at - 1, ",") || self.token(at).tag == Tag::Cconj || is_apart {
            return false;
        }
        let first = self.lead(from);
        // `expects that, with low tolls, trade will slow, | wages will fall, and | prices will hold`, but not `so that`
        let told = || {
            let that = (first..at).rev().find(|&at| self.is_complementizer(at)).filter(|&at| self.is(at, "that"))?;
            let opens = self.token(that).tag == Tag::Sconj || self.is(that + 1, ",");
            let is_result = that > 0 && self.is(that - 1, "so");
            let verb = self.finite(that..at).filter(|_| opens && !is_result && self.ends_in_clause(at))?;
            Some((that..verb).rev().find(|&at| self.is(at, ",")).unwrap_or(that) + 1)
        };
        let lead = self.after_first(from, at).or_else(told).unwrap_or(first);
        let is_first = lead == first
            && ([Role::Opener, Role::Condition, Role::Term].iter().any(|&role| self.hit(lead, role).is_some())
                || self.token(lead).tag == Tag::Sconj
                || self.token(lead).tag == Tag::Adp && !self.ends_in_clause(at)
                || self.is_to(lead));
        let Some(verb) = self.finite(lead..at) else { return false };
        let opens = |at: usize| self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at);
        // `ease as the effects of the storms, | grain prices and tolls fade`: its verb is still to come.
        let waits =
            |at: usize| self.hit(at, Role::Opener).is_some() && matches!(self.token(at).tag, Tag::Sconj | Tag::Adp);
        let is_waiting = || (lead + 1..at).rfind(|&at| waits(at)).is_some_and(|open| self.finite(open..at).is_none());
        let is_plain = || !(lead..at).any(opens) && !is_waiting();
        let Some(next) = self.finite(at..self.stretch(at)) else { return false };
        // Not `wages rose, and at last, | ports opened`.
        let ends_clause = || {
            let comma = (from..at - 1).rev().find(|&at| self.is(at, ",")).unwrap_or(from);
            self.finite(comma..at).is_some()
        };
        // `They cannot close our ports, | they cannot break our will`; not `I promise you, I will sail`.
        let is_said_again = || {
            let is_person = Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects);
            let is_same = self.token(lead).word == self.token(at).word && verb == lead + 1;
            let is_free = from == self.sentence.start || self.token(from).tag != Tag::Cconj;
            is_person && is_same && is_free && next == at + 1 && self.words(lead..at) >= SHORT && ends_clause()
        };
        // `Tolls fell, wages rose, | ports opened`: the last of a row of clauses without `and`.
        let is_last = || {
            // Not `the tolls we pay, | the ports we'll keep`.
            let is_person = |word: &str| Grammar::english().groups(word).has(Group::PureSubjects);
            let (subject, verb) = (&self.token(next - 1).word, &self.token(next).word);
            let is_contact = next > at
                && (next > at + 1 && is_person(subject)
                    || verb.split_once(['\'', '’']).is_some_and(|(word, _)| is_person(word)));
            let is_limb = lead == from && from > self.sentence.start && self.is(from - 1, ",");
            is_limb && !is_contact && ends_clause() && self.has_subject_and_predicate(from)
        };
        let is_row = || {
            is_said_again()
                || is_last()
                || (next..self.stretch(at)).any(|at| self.token(at).tag == Tag::Cconj || self.is(at, ","))
        };
        // `it is, I think, our task`, `the loss will, we hope, be small`
        let before = at.saturating_sub(2);
        // `most of us, I hope, can`, `changed, for ever I hope, our ways`
        let is_held = self.is(next + 1, ",") && {
            let person = self.skip(at, |token| token.tag == Tag::Adv);
            person + 1 == next && self.token(person).tag == Tag::Pron
        };
        let is_remark = || is_held || self.hit(before, Role::Copula).is_some() || self.token(before).tag == Tag::Aux;
        // `our new, fair port must`, `trade grew, including the trade they hold in the north`
        // `trade is slow, old ports close`: an adjective that is said of the subject ends its clause.
        let is_said = || {
            // Not `is richer, better fed`.
            let has_noun = (at..next).any(|at| self.is_noun(at));
            let head = (lead..before).rev().find(|&at| !matches!(self.token(at).tag, Tag::Adv | Tag::Adj));
            has_noun && head.is_some_and(|at| matches!(self.token(at).tag, Tag::Aux | Tag::Verb))
        };
        let is_inside = self.token(at).tag == Tag::Adp && !self.is(at, "for")
            || self.token(before).tag == Tag::Adj && self.token(at).tag == Tag::Adj && !is_said();
        verb > lead
            && !is_first
            && !is_remark()
            && !is_inside
            && is_plain()
            && is_row()
            && !(at..next).any(|at| self.token(at).is_mark)
            && self.has_subject_and_predicate(at)
    }

    /// Whether a row of clauses goes on to its end, which `and` with a further clause makes.
    fn ends_in_clause(&self, at: usize) -> bool {
        let is_joint = |at: &usize| self.is(*at, ",") && self.token(*at + 1).tag == Tag::Cconj;
        let joint = (at..self.stretch(at) - 1).find(is_joint);
        joint.is_some_and(|joint| self.has_subject_and_predicate(joint + 2))
    }

    /// A further verb under the modal of the first, each with an object of its own: `will keep its stores, | buy grain
    /// and | sell timber`, but not `will monitor, assess and adjust prices`.
    pub(super) fn is_sharing(&self, from: usize, at: usize) -> bool {
        // A short pair without a comma is one claim, which a long verb would hide: `will watch prices and weigh what they mean`.
        self.shared_modal(at).is_some_and(|(modal, verb)| {
            let is_long = || {
                // `can afford to feed the crews and mend the ships`: the verb goes on with the infinitive.
                let is_plain = self.token(at).lemma == "and" && !(modal..at).any(|at| self.is_to(at));
                // `will not only open the ports and feed the crews, it will`, `does not open the ports and feed the crews`
                let end = (verb..self.stretch(at)).find(|&at| self.token(at).is_mark).unwrap_or(self.stretch(at));
                let is_denied = (modal..verb).any(|at| self.token(at).is_negator);
                is_plain
                    && !is_denied
                    && !self.is_in_aim(from, modal)
                    && self.words(modal..at) > SHORT
                    && self.words(verb..self.stretch(at)) > TAIL
                    && self.words(verb..end) > SHORT / 2
            };
            // An alternative is one claim: `will choose to lead, or withdraw our ships`.
            let is_list = (self.is(at - 1, ",") || from > modal || is_long()) && self.token(at).lemma != "or";
            // `As long as all can keep the peace, treat each other well and trade, the league`, `Just as we have kept the peace
            // and armed our ports, so`: inside a term or a clause of time put first.
            let lead = self.lead(from);
            let head = self.skip(lead, |token| token.tag == Tag::Adv);
            let is_open = |at: usize| self.opens_term(at) || self.is_open_word(at);
            let is_first = || (is_open(lead) || is_open(head)) && !self.has_claim_behind_comma(lead..modal);
            is_list && !(from..modal).any(|at| self.is_complementizer(at)) && !is_first()
        })
    }

    /// Whether a participle is a limb of a row under one `have`, and says no more of a noun before it: one behind a comma
    /// alone needs an end of the row, and one without a comma a noun phrase that shows that it is an object: `has seen old
    /// ports and | improved its trade`, but not `and | improved harbours`, `, | built in spring`.
    fn is_perfect_limb(&self, at: usize, verb: usize) -> bool {
        let object = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        let is_marked =
            |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Num | Tag::Pron | Tag::Propn) || self.is_owner(at);
        let is_object = is_marked(object) || matches!(self.token(object).tag, Tag::Adj | Tag::Noun);
        let is_end = |at: usize| {
            let verb = self.skip(at + 1, |token| token.tag == Tag::Adv);
            let is_limb =
                || self.token(verb).tag == Tag::Verb && self.token(verb).is_participle && self.has_object(verb);
            // `, and is strong again`
            let is_predicate =
                || self.is(at - 1, ",") && self.token(verb).is_finite && self.token(verb).tag == Tag::Aux;
            self.token(at).tag == Tag::Cconj && (is_limb() || is_predicate())
        };
        match self.token(at).tag == Tag::Cconj {
            true => is_marked(object) || is_object && self.is(at - 1, ","),
            false => is_object && (object..self.stretch(at)).any(is_end),
        }
    }

    /// Whether a verb is that of what the claim before is for: `so we can feed the crews`.
    fn is_in_aim(&self, from: usize, verb: usize) -> bool {
        let is_outcome = |hit: &Hit| hit.role == Role::Opener && self.lexicon.entries[hit.entry].after == After::Claim;
        let mut hits = self.segments.hits_in(from..verb.max(from)).iter();
        hits.any(|hit| {
            is_outcome(hit) && hit.tokens.start > from && self.finite(hit.tokens.end..verb + 1) == Some(verb)
        })
    }

    /// The modal that a bare verb at the head of a piece shares with the verb before it, and that verb.
    pub(super) fn shared_modal(&self, at: usize) -> Option<(usize, usize)> {
        if at <= self.sentence.start {
            return None;
        }
        let verb = match self.token(at).tag {
            Tag::Cconj => self.skip(at + 1, |token| token.tag == Tag::Adv),
            _ if self.is(at - 1, ",") => self.skip(at, |token| token.tag == Tag::Adv),
            _ => return None,
        };
        let is_bare = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Verb && !token.is_finite && token.word == token.lemma
        };
        // `will build and man the ships and | feed and clothe the crews`: past a second verb with the same object.
        let has_object = |verb: usize| {
            let second = self.skip(verb + 2, |token| token.tag == Tag::Adv);
            self.has_object(verb)
                || self.token(verb + 1).tag == Tag::Cconj && is_bare(second) && self.has_object(second)
        };
        // `strictly and firmly keep the peace`, `under inspection and control which is strict`
        let is_one = self.token(at - 1).tag == Tag::Adv && self.token(at + 1).tag == Tag::Adv;
        let is_noun = self.opens_relative(verb + 1);
        // `a prosperous, peaceful, and secure life`
        let before = at.saturating_sub(2);
        let is_row = self.token(at).tag == Tag::Cconj
            && self.token(before).tag == Tag::Adj
            && self.is(before + 1, ",")
            && self.is(before.saturating_sub(1), ",");
        // `has opened the ports, lowered the tolls and mended the ships`
        let is_participle = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Verb && !token.is_finite && token.is_participle
        };
        if verb >= self.sentence.end
            || !(is_bare(verb) || is_participle(verb) && self.is_perfect_limb(at, verb))
            || is_one
            || is_row
            || is_noun
            || !has_object(verb)
            // `and guard and | man the ships`
            || is_bare(at - 1)
        {
            return None;
        }
        let modal = (self.sentence.start..at).rev().find(|&at| self.token(at).is_finite)?;
        let first = self.skip(modal + 1, |token| token.tag == Tag::Adv || token.word == "not");
        // `will let the islands trade, fish and build boats`: the later verbs are the islands'; but `will keep the port, ask the
        // crews to stay, | and build boats`, where the row has gone on before.
        let is_limb = |comma: &usize| {
            let verb = self.skip(comma + 1, |token| token.tag == Tag::Adv);
            self.is(*comma, ",") && is_bare(verb) && self.has_object(verb)
        };
        let row = (first + 1..at - 1).find(is_limb).filter(|_| self.is(at - 1, ",")).unwrap_or(at);
        let is_free = |at: usize| !self.is_to(at) || at == first + 1 || at > row;
        let is_perfect = self.token(modal).lemma == "have" && first < at && is_participle(first);
        let is_shared = self.token(modal).tag == Tag::Aux
            && first < at
            && (is_perfect && is_participle(verb) || is_bare(first) && is_bare(verb))
            && has_object(first)
            && (first + 1..at).all(|at| is_free(at) && !self.is_complementizer(at) && !self.is_open_word(at));
        is_shared.then_some((modal, verb))
    }
}
