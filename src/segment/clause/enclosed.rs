//! Clauses around both sides of a joint, whose limbs stay together: a condition, a relative clause, a subject that waits.

use super::Cutter;
use super::joints::Joint;
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::{Hit, Token};
use std::ops::Range;

impl Cutter<'_> {
    /// Whether a clause that is no claim is open before a joint and goes on behind it.
    pub(super) fn is_enclosed(&self, joint: Joint) -> bool {
        self.is_before_dash(joint)
            || self.is_in_clause_behind(joint)
            || self.is_in_clause_first(joint)
            || self.is_in_term(joint)
            || self.is_correlated(joint)
            || self.is_in_question(joint)
            || self.is_in_outcome(joint)
            || self.is_in_gap(joint)
            || self.is_in_wish(joint)
            || self.is_further_outcome(joint)
    }

    /// `ensure that tolls fall and that trade grows`
    fn is_further_outcome(&self, joint: Joint) -> bool {
        let is_pair = self.is(joint.next, "that") && self.token(joint.at).lemma != "but";
        is_pair && (joint.from + 1..joint.at).any(|at| self.is_ensured(at))
    }

    /// `We hope that storms end and tolls fall`, `the fear that storms end trade and grain rots`: what hangs on more than a
    /// judgement is no claim without it.
    fn is_in_wish(&self, joint: Joint) -> bool {
        let Joint { from, at, next, head, .. } = joint;
        let Some(open) = (from + 1..at).rev().find(|&at| self.is_complementizer(at)) else { return false };
        let is_wish = |hit: &Hit| {
            (hit.tokens.end == open || hit.tokens.end == open + 1) && self.lexicon.entries[hit.entry].tells_attitude()
        };
        // `lives in the fear that storms end trade and grain rots`
        let is_named = || {
            let is_noun = |at: usize| {
                let groups = Grammar::english().groups(&self.token(at).lemma);
                self.is_noun(at) && groups.has(Group::ThatNouns)
            };
            is_noun(open - 1) && self.finite(from..open).is_some()
        };
        // `ensure that storms end and trade grows`, but not `and to feed the crews`, `and will feed the crews`
        let is_aim = || self.is_ensured(open) && !self.is_to(next) && !self.token(head).is_modal();
        // `The Council hopes that storms end and supports the crews`
        let is_main = || {
            let like = |range: Range<usize>| self.finite(range).is_some_and(|verb| self.is_like(verb, head));
            self.token(head).is_finite && like(from..open) && !like(open..at)
        };
        self.token(open).tag == Tag::Sconj
            && self.is(open, "that")
            && !self.is(at - 1, ",")
            && !self.is(next, "that")
            && next == at + 1
            && !Grammar::english().groups(&self.token(next).word).has(Group::PureSubjects)
            && (self.segments.hits_in(from..open + 1).iter().any(is_wish) || is_named() || is_aim())
            && !is_main()
    }

    /// Whether `that` tells what is to be brought about, which is not so yet: `We must ensure | that the ports are open`, `Make
    /// sure | that all are paid`; but not `We are sure that`.
    pub(super) fn is_ensured(&self, that: usize) -> bool {
        let word = self.token(that - 1);
        let groups = |token: &Token| Grammar::english().groups(&token.lemma);
        let is_made = || {
            let verb = (self.sentence.start..that - 1).rev().find(|&at| self.token(at).tag != Tag::Adv);
            verb.is_some_and(|verb| self.token(verb).lemma == "make")
        };
        self.is(that, "that")
            && self.is_complementizer(that)
            && groups(word).has(Group::EnsuringWords)
            && (word.tag != Tag::Adj || is_made())
    }

    /// `so that tolls fall and trade grows`
    fn is_in_outcome(&self, joint: Joint) -> bool {
        let inner = (joint.from..joint.at).rev().find(|&at| self.is_complementizer(at));
        let is_aim = |at: usize| self.is(at, "that") && at > joint.from && self.is(at - 1, "so");
        inner.is_some_and(is_aim) && !self.is(joint.at - 1, ",")
    }

    /// Whether two clauses of one relative pronoun each leave out what it stands for: `the oath that I have sworn and you have
    /// heard`.
    fn is_in_gap(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let Some(relative) = (from + 1..at).rev().find(|&at| self.opens_relative(at)) else { return false };
        let is_verb = |at: usize| matches!(self.token(at).tag, Tag::Verb | Tag::Aux);
        let Some(verb) = self.finite(next..self.stretch(next)) else { return false };
        let end = self.skip(verb, |token| matches!(token.tag, Tag::Verb | Tag::Aux | Tag::Adv));
        !self.is(relative, "who")
            && is_verb(at - 1)
            && verb > next
            && self.token(end).is_mark
            && self.finite(relative + 1..at).is_some_and(|first| {
                // `the rate at which ports are opened may slow and`: that is the verb of the noun.
                first > relative + 1 && self.finite(first + 1..at).is_none()
            })
            && is_verb(end - 1)
            && (relative..at).all(|at| !self.token(at).is_mark)
    }

    /// `When prices rise or trade falls — then`
    fn is_before_dash(&self, joint: Joint) -> bool {
        let Joint { from, at, .. } = joint;
        let end = self.stretch(at);
        end < self.sentence.end && self.is_dependent(from..at) && self.is_dependent(from..end)
    }

    /// `whether the port will stay open or will close`
    fn is_in_question(&self, joint: Joint) -> bool {
        let inner = (joint.from..joint.at).rev().find(|&at| self.is_complementizer(at));
        self.token(joint.at).lemma == "or" && inner.is_some_and(|at| self.is(at, "whether"))
    }

    /// `Trade grows as storms end and tolls fall`, `as storms end, tolls fall and ports open`
    fn is_in_clause_behind(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, .. } = joint;
        let clause = (lead + 1..at).rev().find(|&open| self.is_clause_of_time(open, at));
        clause.is_some_and(|open| {
            let is_list = || {
                // `holds that, as trade grows, ports thrive`: its claim is still to come.
                let told = (from..open).rev().find(|&at| self.is_complementizer(at)).unwrap_or(from);
                let is_behind = self.begins_with_subject(lead) && self.finite(told..open).is_some();
                let first = self.finite(open..at).filter(|_| is_behind);
                first.is_some_and(|first| self.lists_clauses(first..at))
            };
            self.finite(from..open).is_some() && (!self.has_mark(open..at) || is_list())
        })
    }

    /// `As trade grows and wages rise, the Council acts`, or a list of clauses: `Trade slowed, | as grain rotted, crews left
    /// and ports closed`.
    fn is_in_clause_first(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, .. } = joint;
        if !self.is_clause_of_time(lead, at) {
            return false;
        }
        let is_behind = lead == from && from > self.sentence.start && self.is(from - 1, ",");
        is_behind && self.lists_clauses(lead..at)
            || !self.has_mark(lead..at) && self.has_claim_behind_comma(at..self.stretch(at))
    }

    /// Whether the innermost open clause is a condition or term: `until A and B`.
    fn is_in_term(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, .. } = joint;
        // What stands between shows that a clause is open; `as appropriate and` opens none.
        let is_open = |hit: &&Hit| match hit.role {
            Role::Term => hit.tokens.end < at || self.finite(hit.tokens.end..at).is_some(),
            Role::Condition => self.finite(hit.tokens.end..at).is_some(),
            _ => false,
        };
        self.segments.hits_in(from..at).iter().rev().find(is_open).is_some_and(|hit| {
            let rest = hit.tokens.end..at;
            // One put first ends at its comma, so that only one that stands behind its claim can hold a list: `as long as
            // prices rise, trade grows, and wages hold`.
            let is_behind = hit.tokens.start > lead;
            // `The Council waits until it sees trade grow, and it judges that`: both say until when; but not `We stay until we
            // win, and we`.
            let is_same = || {
                let (first, person) = (self.token(rest.start), self.token(joint.next));
                hit.role == Role::Term
                    && self.token(at).lemma == "and"
                    && first.tag == Tag::Pron
                    && first.word == person.word
                    && first.word != self.token(lead).word
                    && !self.token(joint.next + 1).is_modal()
            };
            !rest.clone().any(|at| self.is(at, ","))
                || is_behind && (self.token(at).lemma == "or" || is_same() || self.lists_clauses(rest.clone()))
        })
    }

    /// Whether a clause of time or reason opens and has its verb before a place.
    fn is_clause_of_time(&self, open: usize, at: usize) -> bool {
        let hit = self.hit(open, Role::Opener).filter(|hit| !self.lexicon.entries[hit.entry].stands);
        hit.is_some() && self.is_open_word(open) && self.finite(open..at).is_some()
    }

    /// Whether a further clause follows a comma of a range: `prices rise, | trade grows`.
    fn lists_clauses(&self, range: Range<usize>) -> bool {
        let is_next = |at: usize| self.token(at).tag != Tag::Cconj && self.has_subject_and_predicate(at);
        range.into_iter().any(|at| self.is(at, ",") && is_next(at + 1))
    }

    /// Whether a piece begins with its subject, so that no comma ends what is put before that: `The ports | thrive where`,
    /// but not `In a port where`.
    pub(super) fn begins_with_subject(&self, lead: usize) -> bool {
        matches!(self.token(lead).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num)
    }

    /// Whether the last clause to open in a range is a relative one.
    fn ends_in_relative(&self, mut range: Range<usize>) -> bool {
        range.rfind(|&at| self.is_complementizer(at)).is_some_and(|at| self.opens_relative(at))
    }

    fn has_mark(&self, mut range: Range<usize>) -> bool {
        range.any(|at| self.token(at).is_mark)
    }

    /// Whether a clause with a subject of its own still belongs to that of the piece, which waits for its verb: `Those that
    /// build ports and crews must`, `The fact that trade slows and grain rots is`. Else what a noun tells stands alone: `The
    /// risk that trade slows | and`.
    pub(super) fn is_of_subject(&self, joint: Joint) -> bool {
        let Joint { from, lead, at, .. } = joint;
        let opens = |at: &usize| self.is_complementizer(*at);
        let is_fact = (lead + 1..at)
            .find(opens)
            .is_some_and(|open| self.is(open - 1, "fact") && self.finite(lead..open).is_none());
        let is_relative = self.ends_in_relative(lead + 1..at);
        // `The principle that none can be the guard of peace and | order holds`: a bare noun is no subject of its own.
        let is_bare = !self.is(at - 1, ",")
            && self.is_noun(at - 1)
            && self.token(joint.next).tag == Tag::Noun
            && self.token(joint.next).lemma == self.token(joint.next).word
            && (lead + 1..at).find(opens).is_some_and(|open| {
                let is_told = self.is(open, "that")
                    && self.token(open).tag == Tag::Sconj
                    && self.is_noun(open - 1)
                    && self.finite(lead..open).is_none();
                is_told && self.begins_with_subject(lead) && self.main_verb(from..at).is_none()
            });
        let is_fact = is_fact || is_bare;
        // `What the League can do for its crews and | pilots is`
        let is_free = self.is(lead, "what");
        (is_relative || is_fact || is_free) && self.is_waiting(from, at) || self.is_waiting_for_contact(lead, at)
    }

    /// Whether a noun joined to one right behind a verb of thinking is with it the subject of what is thought: `We think the
    /// tide and the winds are right`.
    pub(super) fn is_of_thought(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let is_person = Grammar::english().groups(&self.token(next).word).has(Group::PureSubjects);
        let is_name = |&at: &usize| {
            matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp | Tag::Num)
                || self.is_owner(at)
        };
        let verb = (from..at).rev().find(|at| !is_name(at)).filter(|&verb| verb + 1 < at);
        let verb = verb.filter(|&verb| self.token(verb + 1).tag != Tag::Adp && !is_person);
        // `make sure the crews and their pilots are safe`
        let is_made_sure = |verb: usize| {
            let groups = Grammar::english().groups(&self.token(verb + 1).word);
            self.token(verb).lemma == "make" && groups.has(Group::EnsuringWords)
        };
        verb.is_some_and(|verb| {
            is_made_sure(verb) || Grammar::english().groups(&self.token(verb).lemma).has(Group::ThinkingVerbs)
        })
    }

    /// Whether what is joined ends a noun phrase that a comma has opened and that has no verb yet: `The fleet was beaten, the
    /// rule of fear and | hatred was broken`; not `trade grew in the north, the ports and | the crews sailed`.
    pub(super) fn is_of_name(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let comma = (from + 1..at).rev().find(|&at| self.token(at).is_mark).filter(|&comma| self.is(comma, ","));
        let is_name = |at: usize| {
            self.is_noun(at)
                || matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Adp | Tag::Num)
                || self.is_owner(at)
        };
        let opens = |at: usize| self.token(at).tag == Tag::Det || self.is_owner(at);
        let is_bare = matches!(self.token(next).tag, Tag::Noun | Tag::Adj) && !self.is_owner(next);
        is_bare
            && comma.is_some_and(|comma| {
                // `The wells had been spoilt, ports and | northern roads had been shut`
                let is_alone = comma + 2 == at && self.is_noun(at - 1);
                (is_alone || opens(comma + 1) && (comma + 1..at).all(is_name)) && self.finite(from..comma).is_some()
            })
    }

    /// Whether nouns are joined that a measure waits to be told of: `as far as our skill and | our ships will take us`, but
    /// not `act as a port and | trade`, nor `rose by more than a third and | wages fell`.
    pub(super) fn is_of_measure(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let is_name =
            |&at: &usize| self.is_noun(at) || matches!(self.token(at).tag, Tag::Det | Tag::Adj) || self.is_owner(at);
        let is_pair = |open: usize| self.is(open, "as") && (from..open).rev().take(3).any(|at| self.is(at, "as"));
        let open = (from + 1..at).rev().find(|at| !is_name(at)).filter(|&open| open + 1 < at);
        let is_person = Grammar::english().groups(&self.token(next).word).has(Group::PureSubjects);
        !is_person && open.is_some_and(is_pair)
    }

    /// Whether a verb has the subject of a clause inside, and not that of the piece.
    pub(super) fn is_of_inner_clause(&self, joint: Joint) -> bool {
        let Joint { from, at, head, .. } = joint;
        self.is_waiting(from, at)
            || self.disagrees(from, head)
            || self.ends_inner_list(from, at, head)
            || self.is_of_relative(from, at, head)
    }

    /// Whether a verb in the third person cannot have the subject of the piece, as that is a pronoun of another person at its
    /// head or before its verb, so that it goes on with a clause inside: `We know a fleet that sails | and threatens the coast`.
    fn disagrees(&self, from: usize, verb: usize) -> bool {
        let lead = self.lead(from);
        let token = self.token(verb);
        // `a port that pays and is free`, but `hold that the port pays | and is free`
        let is_verb =
            token.tag == Tag::Verb || token.tag == Tag::Aux && !token.is_preterite && self.ends_in_relative(from..verb);
        let is_third = is_verb && token.word != token.lemma && token.word.ends_with('s');
        let is_other = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).word);
            groups.has(Group::PureSubjects) && !groups.has(Group::SingularSubjects)
        };
        let main = || self.finite(lead..verb).filter(|&main| main > lead);
        // `nor does it`
        let is_inverted = Grammar::english().groups(&self.token(verb + 1).word).has(Group::Subjects);
        is_third && !is_inverted && (is_other(lead) || main().is_some_and(|main| is_other(main - 1)))
    }

    /// Whether a verb goes on with a relative clause, as it has its form and the main verb has another: `is a nation that
    /// keeps | and guards its ports`, or is a call (`Join the crews who sail | and trade with us`); or as that clause stands
    /// behind a comma, and no other has closed it: `I met Ada Hale, who is a pilot | and has sailed with us`.
    fn is_of_relative(&self, from: usize, at: usize, verb: usize) -> bool {
        let Some(relative) = (from..at).rev().find(|&at| self.opens_relative(at)) else { return false };
        let Some(inner) = self.finite(relative..at) else { return false };
        let main = self.finite(from..relative);
        // `ships, most of which came | and have gone`
        let is_share = |at: &usize| matches!(self.token(*at).tag, Tag::Adp | Tag::Det | Tag::Adj | Tag::Num);
        let comma = (from + 1..relative).rev().find(|at| !is_share(at)).filter(|&at| self.token(at).is_mark);
        if comma.is_some_and(|comma| self.can_have_relative(comma - 1)) && !self.is(relative, "that") {
            return main.is_some() && !(relative..at).any(|at| self.token(at).is_mark);
        }
        self.can_have_relative(relative.saturating_sub(1))
            && !self.is(at - 1, ",")
            && (self.token(at).lemma != "but" || !(from..at).any(|at| self.token(at).is_negator))
            && (self.is_like(inner, verb)
                && main.map_or(relative == from, |main| main == self.sentence.start || !self.is_like(main, verb))
                || main.is_some_and(|main| self.agrees(inner, verb) && !self.agrees(main, verb))
                    && self.finite(inner + 1..at).is_none())
    }

    /// Whether two verbs in the present can have one subject by their number: `are` and `need`, but not `needs` and `are`.
    fn agrees(&self, first: usize, second: usize) -> bool {
        // A modal and a past tense have none.
        let number = |at: usize| {
            let token = self.token(at);
            let is_open = token.is_modal() || token.is_past() && !matches!(token.word.as_str(), "was" | "were");
            let is_third = token.word.ends_with('s') && token.word != token.lemma;
            (!is_open).then_some(is_third)
        };
        !matches!((number(first), number(second)), (Some(first), Some(second)) if first != second)
    }

    /// Whether a clause with a noun as its subject goes on with a relative clause of place, in the tense of that: `a league
    /// in which trade grows | and wages rise`, `the flag under which ships sailed | and crews fought`; or ends a row of
    /// such: `a port where trade grows, wages rise, | and all are safe`.
    pub(super) fn is_of_place(&self, from: usize, at: usize, next: usize) -> bool {
        let is_relative = |at: &usize| self.is_complementizer(*at);
        let Some(relative) = (from + 1..at).rev().find(is_relative).filter(|&at| self.opens_place(at)) else {
            return false;
        };
        let (Some(inner), Some(verb)) = (self.finite(relative..at), self.finite(next..self.stretch(next))) else {
            return false;
        };
        let is_person = Grammar::english().groups(&self.token(next).word).has(Group::Subjects);
        let is_pair = || self.finite(inner + 1..at).is_none() && !(relative..at + 1).any(|at| self.is(at, ","));
        let is_row = || {
            let is_open = self.finite(from..relative).is_some() || self.begins_with_subject(self.lead(from));
            is_open && self.lists_clauses(inner..at)
        };
        !is_person && (is_pair() || is_row()) && self.token(inner).is_past() == self.token(verb).is_past()
    }

    /// Whether a relative clause of place begins here: `a port | where`, `a port in | which`.
    pub(super) fn opens_place(&self, at: usize) -> bool {
        let is_where = self.is(at, "where");
        if at < self.sentence.start + 2 || !is_where && self.token(at - 1).tag != Tag::Adp {
            return false;
        }
        let before = at - 1 - usize::from(!is_where);
        // `not of its own making, but by which`, `the islands — old and new — in which`
        self.is_complementizer(at)
            && (self.is_noun(before) || self.token(before).tag == Tag::Cconj || self.is(before, "—"))
    }

    /// Whether a verb is the last of a list of three in a clause inside: `crews that keep the rules, mend the nets | and watch
    /// the sea`, `ask that we close the ports, mend the nets | and watch the sea`.
    fn ends_inner_list(&self, from: usize, at: usize, verb: usize) -> bool {
        let Some(relative) = (from + 1..at).rev().find(|&at| self.is_complementizer(at)) else { return false };
        let form = |at: usize| (self.token(at).word.ends_with('s'), self.token(at).is_past());
        let is_like = |at: usize| {
            self.token(at).is_finite && self.token(at).tag == self.token(verb).tag && form(at) == form(verb)
        };
        let is_listed =
            |comma: usize| self.is(comma, ",") && is_like(self.skip(comma + 1, |t| t.tag == Tag::Adv).min(at));
        let Some(first) = self.finite(relative..at).filter(|&first| is_like(first)) else { return false };
        // A subject may hold commas before its verb: `where every crew, in a storm, must keep the port and must mend it`.
        let start = if self.is(relative, "that") && self.token(relative).tag == Tag::Sconj { first } else { relative };
        // `keep ports, which are old, sail`: its comma ends the clause, unless only the verb of that is of one form with the row.
        let is_apart = self.is(relative - 1, ",");
        let is_other = || self.finite(from..relative).is_some_and(|main| !self.is_like(main, verb));
        (!is_apart || is_other()) && (start..at - 1).any(is_listed)
    }
}
