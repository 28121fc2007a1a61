//! Borders at a word that opens a clause, and behind what such a word puts first: `although`, `in light of`.

use super::{Cutter, TAIL};
use crate::lexicon::{After, Grammar, Group, Role, Tag};
use crate::segment::{Hit, LEAST_CONTENT, Token, is_content};
use std::ops::Range;

/// How many words with a meaning a reason put first must hold to be quoted by itself: labelled ones of three and more
/// stand alone (`In light of the fall in prices and wages`), those of two with their claim (`Based on our assessment`).
const REASON: usize = 3;

impl Cutter<'_> {
    /// A word that opens a clause: `although`, `because`, `in light of`.
    pub(super) fn is_opened(&self, from: usize, at: usize) -> bool {
        let is_after_comma = self.is(at - 1, ",");
        // A condition or term is part of its claim.
        // `, mostly owing to`
        let head = if is_after_comma { self.skip(at, |token| token.tag == Tag::Adv) } else { at };
        // `in part because`
        let part = head + 1 + usize::from(self.token(head + 1).tag == Tag::Adj);
        let head = if self.is(head, "in") && self.is(part, "part") { part + 1 } else { head };
        let opener = |at: usize| {
            self.hit(at, Role::Opener).filter(|hit| match self.lexicon.entries[hit.entry].after {
                After::Anywhere => true,
                After::Comma => is_after_comma || self.follows_state(from, at),
                After::Claim => is_after_comma || self.lexicon.entries[hit.entry].verbless,
                After::Joint => false,
            })
        };
        let Some(hit) = opener(at).or_else(|| opener(head)) else { return false };
        // `, as long as trade grows`: the longer form is heard.
        let is_term =
            |term: &Hit| matches!(term.role, Role::Term | Role::Condition) && term.tokens.end > hit.tokens.end;
        if self.segments.hits_in(at..at + 1).iter().any(is_term) {
            return false;
        }
        let entry = &self.lexicon.entries[hit.entry];
        // `is strong because of the crews that we trust`: a noun, whatever is told of it.
        if self.is(hit.tokens.end, "of") && !entry.verbless && !is_after_comma {
            return false;
        }
        // `It is precisely | because`, `We continue to be, | as we have been, its friends`: the predicate is still to come.
        let is_empty = |at: usize| {
            let token = self.token(at);
            token.is_negator || token.lemma == "be" || matches!(token.tag, Tag::Pron | Tag::Det | Tag::Adv)
        };
        // `because A but also | because B`: one reason with two limbs.
        let is_limb = || {
            let before = (from..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
            before.is_some_and(|before| self.token(before).tag == Tag::Cconj)
                && !entry.verbless
                && self.segments.hits_in(from..at).iter().any(|first| first.entry == hit.entry)
        };
        // `is a draft only because`; `not just because wages rose but because`: what is denied has its other half to come.
        let is_focused = || {
            let before = self.token(at - 1);
            let is_focus = Grammar::english().groups(&before.word).has(Group::FocusWords);
            entry.after == After::Anywhere && (before.is_negator || is_focus)
        };
        let is_nothing = || {
            let inner = self.innermost(from, at).max(self.lead(from));
            // `That, Mr. Hale, is because`
            let is_called = |at: usize| self.token(at).tag == Tag::Propn || self.token(at).is_mark;
            (inner..at).all(|at| is_empty(at) || is_called(at) || at == inner && self.is_complementizer(at))
        };
        // `The Council will, | in view of the storms, act`, but not `crews who cannot, because`
        let is_in_verb =
            is_after_comma && entry.after != After::Anywhere && self.token(at.saturating_sub(2)).is_modal();
        // `We do not sail because we are rich`: the reason may be what is denied.
        let is_denied = || {
            self.is(at, "because")
                && self.is(hit.tokens.start, "because")
                && self.main_verb(from..at).is_some_and(|verb| {
                    let after = self.skip(verb + 1, |token| token.tag == Tag::Adv && !token.is_negator);
                    self.token(verb).is_negator || self.token(after).is_negator && self.token(after).tag == Tag::Part
                })
                && !is_after_comma
        };
        if is_limb()
            || is_denied()
            || is_in_verb
            || is_focused()
            || is_empty(at - 1) && is_nothing()
            || entry.after == After::Comma && is_after_comma && at > from + 1 && self.awaits_rest(from, at - 1)
        {
            return false;
        }
        let stretch = self.stretch(at);
        // `a land where some feast | while others go hungry`
        if !entry.verbless && entry.stands && !is_after_comma && self.is_of_place(from, at, hit.tokens.end) {
            return false;
        }
        let has_predicate = if entry.verbless {
            // A reason or contrast that stands after the claim needs no predicate: `despite higher prices`.
            // `The Council, together with its members, | will`
            // `to open ports, based on trust, and to build roads`
            let is_aside = self.skip_aside(at - 1).is_some_and(|after| {
                let resumes = self.is_complementizer(after) || self.is(after, "to") || self.token(after).is_finite;
                let head = self.skip(after + 1, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                let goes_on = self.is_to(head)
                    || self.token(head).is_finite
                    || self.token(head).tag == Tag::Verb && self.token(head).is_participle;
                let is_joined = self.token(after).tag == Tag::Cconj && goes_on;
                // `to address, on the basis of law, these problems`
                // `will, together with its members, address`
                let before = self.token(at.saturating_sub(2));
                let is_open = before.tag == Tag::Aux
                    || before.tag == Tag::Verb
                        && before.word == before.lemma
                        && Grammar::english().groups(&before.lemma).has(Group::TransitiveVerbs);
                is_after_comma && (resumes || is_joined || is_open)
            });
            // Less is no claim of its own and stays with the one before: `despite weak trade`.
            // `, based on trust, | and to seek`: as far as it goes.
            let resumes = |at: usize| {
                self.is(at, ",") && at + 2 < stretch && self.token(at + 1).tag == Tag::Cconj && {
                    let head = self.skip(at + 2, |token| token.tag == Tag::Adv).min(stretch);
                    let is_clause = || {
                        let is_inside = (hit.tokens.end..at).any(|at| self.is_complementizer(at));
                        !is_inside && self.has_subject_and_predicate(at + 2)
                    };
                    self.is_to(head) || self.token(head).is_finite || is_clause()
                }
            };
            let end = (hit.tokens.end..stretch).find(|&at| resumes(at)).unwrap_or(stretch);
            let content = (hit.tokens.end..end).filter(|&at| is_content(self.token(at))).count();
            // `a lasting peace, based on respect for the law of the sea`: a participle tells of what stands before.
            let first = self.token(hit.tokens.start);
            // `and, based on our forecast, we will act` opens the next claim.
            let is_joined = self.token(at.saturating_sub(2)).tag == Tag::Cconj;
            let is_told = first.is_participle && !first.is_gerund && first.tag == Tag::Verb && !is_joined;
            let tells = entry.stands && !is_told || self.has_state(hit.tokens.end..end);
            // `despite the storms`: short, it stays, as any tail does.
            let is_short = entry.after == After::Claim && self.words(at..end) <= TAIL;
            !is_aside && !is_short && content >= LEAST_CONTENT && tells
        } else {
            let is_aim = || {
                let verb = self.finite(hit.tokens.end..stretch);
                verb.is_some_and(|at| Grammar::english().groups(&self.token(at).word).has(Group::AimModals))
            };
            // `Just as trade grows, so do`
            let is_answered = || {
                let first = self.skip(self.lead(from), |token| token.tag == Tag::Adv);
                self.hit(first, Role::Opener).is_some() && !self.has_claim_behind_comma(first..at - 1)
            };
            // `ready, as a member, to serve`, `can meet, as we have each spring, and talk`, `agreed, though we sail, to talk`
            let is_aside = || {
                let after = self.skip_clause(at - 1).or_else(|| self.skip_aside(at - 1)).filter(|_| is_after_comma)?;
                let joint = self.skip(after, |token| token.tag == Tag::Cconj);
                let verb = self.skip(joint, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                let token = self.token(verb);
                let is_bare = token.tag == Tag::Verb && token.word == token.lemma;
                // `as it has moved to keep the peace, to open ports`: a row of its own.
                let is_resumed = || self.is_to(after) && !(at..after).any(|at| self.is_to(at));
                Some(is_resumed() || entry.after == After::Comma && (self.is_to(verb) || joint > after && is_bare))
            };
            let is_clause = match entry.after {
                // `so that prices hold`, `so far`
                After::Claim => self.has_subject_and_predicate(hit.tokens.end) && !is_aim() && !is_answered(),
                _ => self.has_predicate(hit.tokens.end),
            };
            // `as a friend, as a port that is open to all`
            let is_role = || {
                let verb = self.finite(hit.tokens.end..stretch).unwrap_or(hit.tokens.end);
                let groups = Grammar::english().groups(&self.token(hit.tokens.end).word);
                groups.has(Group::Indefinite) && (hit.tokens.end..verb).any(|at| self.is(at, ","))
            };
            is_clause
                && !is_role()
                && is_aside() != Some(true)
                && !(entry.after == After::Comma && self.is_evidence(hit.tokens.end))
                && !(is_after_comma && self.is(hit.tokens.start, "as") && self.is_beside(hit.tokens.end))
        };
        // `Those who fear the storms | while they sail are few`
        let is_of_subject = || self.begins_with_subject(self.lead(from)) && self.is_waiting(from, at);
        has_predicate && self.is_complete(from, at) && !is_of_subject()
    }

    /// Whether a state is told right before, so that a clause behind it can only give its reason, as behind a comma: `Tolls
    /// remain high | as storms go on`; but not `are as high as`, `are fit as we sail`, `are rich as crews have never been`.
    fn follows_state(&self, from: usize, at: usize) -> bool {
        let before = (from..at - 1).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_person = self.is(at, "as") && Grammar::english().groups(&self.token(at + 1).word).has(Group::Subjects);
        self.token(at - 1).tag == Tag::Adj
            && !self.is(at.saturating_sub(2), "as")
            && !is_person
            && before.is_some_and(|at| self.token(at).is_finite && self.hit(at, Role::Copula).is_some())
            && self.has_subject_and_predicate(at + 1)
            && self.token(self.stretch(at) - 1).tag != Tag::Aux
    }

    /// Whether what a verb says is still to come behind the comma: `This requires, | as we know, much patience`, `We are
    /// not, | as they think, lost`.
    fn awaits_rest(&self, from: usize, comma: usize) -> bool {
        let verb = (from..comma).rev().find(|&at| !self.token(at).is_negator).unwrap_or(from);
        let token = self.token(verb);
        let is_open = token.is_finite && !token.is_past();
        let needs = || Grammar::english().groups(&token.lemma).has(Group::TransitiveVerbs);
        self.hit(verb, Role::Copula).is_some() || token.tag == Tag::Verb && is_open && needs()
    }

    /// Whether a clause only says where its claim is seen or told: it has no subject (`as is the case abroad`, `as shown
    /// by the survey`), or a verb of knowing or telling without what is known (`as we have seen in spring`).
    fn is_evidence(&self, at: usize) -> bool {
        let head = self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
        let first = self.token(head);
        if first.tag == Tag::Aux && first.is_finite || first.tag == Tag::Verb && first.is_participle {
            return true;
        }
        let Some(verb) = self.finite(at..self.stretch(at)) else { return false };
        let verb = self.skip(verb, |token| matches!(token.tag, Tag::Aux | Tag::Adv)).min(self.sentence.end - 1);
        let after = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        let groups = Grammar::english().groups(&self.token(verb).lemma);
        (groups.has(Group::ThatVerbs) || groups.has(Group::PledgingVerbs))
            && (after >= self.sentence.end || self.token(after).is_mark || self.token(after).tag == Tag::Adp)
    }

    /// Whether a clause behind `as` only says what the claim is like or when it is so: its verb stands for that of the claim
    /// (`as the islands did in spring`), or tells what the speaker is at (`as we build new ports`). A state is a reason:
    /// `as we need the grain`.
    fn is_beside(&self, at: usize) -> bool {
        let Some(verb) = self.finite(at..self.stretch(at)) else { return false };
        let grammar = Grammar::english();
        let first = self.token(verb);
        let groups = grammar.groups(&first.lemma);
        let is_state =
            [Group::StateVerbs, Group::ThatVerbs, Group::ThinkingVerbs].iter().any(|&group| groups.has(group));
        // `even as we build them` is a concession, `just as we ask you` a claim.
        let is_under_way = self.hit(at, Role::Speaker).is_some()
            && self.is(at.saturating_sub(2), ",")
            && self.token(at).tag == Tag::Pron
            && self.skip(at + 1, |token| token.tag == Tag::Adv) == verb
            && first.tag == Tag::Verb
            && !first.is_past()
            && !is_state;
        let last = self.skip(verb, |token| matches!(token.tag, Tag::Aux | Tag::Adv) && token.lemma != "do");
        let is_done = last < self.sentence.end && self.token(last).lemma == "do";
        let end = if is_done { last + 1 } else { last };
        // `as tolls have been above those of spring` has its predicate.
        let is_open = self.token(end.saturating_sub(1)).lemma != "be";
        let is_link = |token: &Token| token.is_mark || is_open && matches!(token.tag, Tag::Adp | Tag::Sconj);
        let is_short = end >= self.sentence.end
            || is_link(self.token(end))
            || grammar.groups(&self.token(end + 1).lemma).has(Group::TimeNouns);
        is_under_way || (is_done || first.lemma != "be") && end > verb && is_short
    }

    /// The main clause after a reason or purpose that stands before it: `In light of ..., | the Committee decided`.
    pub(super) fn is_after_lead(&self, from: usize, at: usize) -> bool {
        if !self.is(at - 1, ",") {
            return false;
        }
        let first = self.lead(from);
        // `to ensure that tolls, over time, are low,`: the verb is that of what is ensured.
        let opens = |at: usize| self.token(at).tag == Tag::Sconj && self.is_complementizer(at);
        let is_told = |verb| (first..verb).any(opens) && self.main_verb(first..at).is_none();
        if self.token(first).tag == Tag::Part && self.finite(first..at).is_none_or(is_told) {
            // One purpose is part of its claim, two are labelled alone: `To support trade and to steady prices, | the Council`.
            let has_two = (first + 1..at).any(|at| self.is_to(at) && self.token(at - 1).tag == Tag::Cconj);
            return has_two && self.has_subject_and_predicate(at);
        }
        let Some(hit) = self.hit(first, Role::Opener) else { return false };
        let entry = &self.lexicon.entries[hit.entry];
        // `Despite weak trade, the ports grew`: only part of its claim.
        if matches!(entry.after, After::Joint | After::Claim) {
            return false;
        }
        let rest = hit.tokens.end..at;
        let content = || rest.clone().filter(|&at| is_content(self.token(at))).count();
        let tells = match entry.verbless {
            true => self.has_state(rest.clone()) || entry.stands && content() >= REASON,
            false => entry.stands && self.has_subject_and_predicate(rest.start),
        };
        // `With this, the Council holds that, for now, the risks are low`: its claim has begun before.
        // `With trade growing, | wages rising, the Council`: the lead goes on.
        let goes_on = || {
            let comma = (at..self.stretch(at)).find(|&at| self.is(at, ","));
            comma.is_some_and(|comma| self.finite(at..comma).is_none() && self.has_state(at..comma))
        };
        tells
            && !self.has_claim_behind_comma(first..at - 1)
            && self.has_subject_and_predicate(at)
            && !(entry.verbless && goes_on())
    }

    /// Whether a noun is said to be or do something without a finite verb: `inflation having fallen`, `prices still high`.
    fn has_state(&self, range: Range<usize>) -> bool {
        // `inflation measured in June` is a name for it.
        let is_told = |at: usize| {
            let token = self.token(at);
            let is_named = token.is_participle && at + 1 < self.sentence.end && self.token(at + 1).tag == Tag::Adp;
            token.is_gerund || token.tag == Tag::Adj || token.tag == Tag::Verb && !is_named
        };
        // Not `with further firming of prices`.
        let is_noun_like = |at: usize| match self.token(at).tag {
            Tag::Adp => false,
            Tag::Adj => Grammar::english().groups(&self.token(at).word).has(Group::Quantities),
            _ => true,
        };
        range.clone().any(|at| {
            let head = self.skip(at + 1, |token| token.tag == Tag::Adv);
            // `with most standing at 2 per cent`
            let is_subject = self.is_noun(at)
                || at == range.start
                    && is_noun_like(at)
                    && range.contains(&head)
                    && self.token(head).is_gerund
                    && self.token(head).tag == Tag::Verb;
            is_subject && range.contains(&head) && is_told(head)
        })
    }
}
