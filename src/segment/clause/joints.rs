//! Borders at `and`, `but`, `or`: between two predicates or two clauses, not between the limbs of one.

use super::asides::ASIDE;
use super::{Cutter, TAIL};
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::Token;

impl Cutter<'_> {
    /// `and`, `but`, `or` between two predicates or two clauses.
    pub(super) fn is_joined(&self, from: usize, at: usize) -> bool {
        let token = self.token(at);
        if token.tag != Tag::Cconj || self.is_pairing(at) {
            return false;
        }
        let Some(next) = self.skip_aside(at + 1) else { return false };
        if self.joins_modifiers(at) || self.is_parallel(at) {
            return false;
        }
        // `If trade falls and if prices rise, the Council acts`
        let lead = self.lead(from);
        let has_claim = || self.has_claim_behind_comma(next..self.stretch(next));
        let are_conditions = self.hit(lead, Role::Condition).is_some() && self.hit(next, Role::Condition).is_some();
        // `knows that, as long as trade falls, and as long as prices rise, | it must`
        let is_repeated = || {
            let hit = self.hit(next, Role::Condition).or_else(|| self.hit(next, Role::Term));
            hit.is_some_and(|hit| self.segments.hits_in(from..at).iter().any(|first| first.entry == hit.entry))
                && has_claim()
        };
        let is_first = are_conditions || self.is_bound(lead) && self.is_bound(next) && has_claim() || is_repeated();
        if !is_first && (self.is_same_opener(from, next) || self.is_further_term(next)) {
            return true;
        }
        // `When prices rise or trade falls — then`
        let is_before_dash = self.stretch(at) < self.sentence.end
            && self.is_dependent(from..at)
            && self.is_dependent(from..self.stretch(at));
        let is_inside = is_before_dash || self.is_in_condition(from, at) || self.is_correlated(from, at, next);
        // `Trade slowed, | reflecting the storms, | and wages fell`
        // `a sea on which crews, traders, | and islands can sail`: its clause has not.
        let has_ended = from > self.sentence.start
            && self.is(at - 1, ",")
            && self.finite(from..at).is_none()
            && !(from..at).any(|at| self.is_complementizer(at));
        if !(self.is_complete(from, at) || has_ended) || is_inside || self.shares_object(at, next) {
            return false;
        }
        // `whether the port will stay open or will close`
        let inner = (from..at).rev().find(|&at| self.is_complementizer(at));
        if token.lemma == "or" && inner.is_some_and(|at| self.is(at, "whether")) {
            return false;
        }
        // `not by going back but forward to the sea`
        let is_denied = |at: usize| {
            self.token(at).is_negator && !self.token(at - 1).is_finite && self.token(at + 1).tag == Tag::Adp
        };
        let head = self.skip(next, |token| token.tag == Tag::Adv);
        if self.token(at).lemma == "but"
            && self.finite(head..self.sentence.end.min(head + 1)).is_none()
            && (from + 1..at).any(|open| is_denied(open) && self.finite(open..at).is_none())
        {
            return false;
        }
        // `not only with the nets we mend but with the ships we build`
        let is_paired = |at: usize| {
            self.is(at, "only") && self.is(at - 1, "not") && self.token(at + 1).word == self.token(head).word
        };
        if token.lemma == "but" && self.token(head).tag == Tag::Adp && (from + 1..at).any(is_paired) {
            return false;
        }
        // `is expected to stay low but | to rise`; not `seeks not to rule but to serve`
        let is_contrast = self.token(at).lemma == "but" && self.is_to(next);
        if is_contrast && !(from..at).any(|at| self.token(at).is_negator) {
            return self.words(next..self.stretch(next)) > TAIL;
        }
        if let Some(to) = self.joined_infinitive(at) {
            // `is committed to watch prices and to weigh them`, `urge the ports to open and to stay so`: half of it without the cue would be another claim.
            let is_in_cue = |to: usize| {
                let mut hits = self.segments.hits_in(from..to + 1).iter();
                let verb = (from..to).rev().find(|&at| self.token(at).tag == Tag::Verb);
                let is_asked = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::AskingVerbs);
                hits.any(|hit| hit.role == Role::Cue && hit.tokens.contains(&to)) || verb.is_some_and(is_asked)
            };
            let first = (from..at).rev().find(|&at| self.is_to(at) && (at == 0 || !self.token(at - 1).is_finite));
            let first = first.filter(|&to| !is_in_cue(to));
            let is_long = |first: usize| self.words(first..at) > TAIL && self.words(to..self.stretch(to)) > TAIL;
            // A list of three stays whole, and so does what is denied.
            let is_listed = |at: usize| self.is(at, ",") && self.is_to(at + 1);
            let is_plain = !(from..at).any(|at| self.token(at).is_negator || is_listed(at));
            // `To honour the crews and to help them, we`: both are what the claim is for.
            let is_first = self.is_to(lead) && self.main_verb(lead..at).is_none();
            return is_plain && !is_first && first.is_some_and(is_long);
        }
        if self.ends_names(from, at, next) {
            return false;
        }
        let head = self.skip(next, |token| token.tag == Tag::Adv || token.word == "not");
        if head < self.sentence.end && self.token(head).is_finite {
            return !self.is_waiting(from, at)
                && !self.disagrees(from, head)
                && !self.ends_inner_list(from, at, head)
                && !self.is_of_relative(from, at, head)
                // `will outline the plan, and will then explain it`: a line that only tells what will be told is whole.
                && self.hit(head, Role::Announcement).is_none()
                && !self.leaves_object(at);
        }
        // `Trade grew, and that is good`
        let is_plain = !(from + 1..at).any(|at| self.is_complementizer(at) && self.can_have_relative(at - 1));
        let is_verb = |at: usize| at < self.sentence.end && self.token(at).tag == Tag::Aux && self.token(at).is_finite;
        if self.is(next, "that") && is_plain && is_verb(next + 1) {
            return true;
        }
        if self.token(next).tag == Tag::Sconj && self.token(next).word == "that" {
            // `that trade grows, that wages rise and that ports open`: the last of a list.
            let is_listed = |at: usize| self.is(at, ",") && self.is(at + 1, "that") && self.is_complementizer(at + 1);
            // `It is the crews that keep the peace and that we thank`
            let follows_noun = |at: usize| self.is(at, "that") && self.is_complementizer(at) && self.is_noun(at - 1);
            let is_one = self.is_cleft(from) && (from + 1..at).any(follows_noun);
            return !is_one
                && !self.is_waiting(from, at)
                && !(from..at - 1).any(is_listed)
                && self.finite(next..self.stretch(next)).is_some();
        }
        // `Those that build ports and crews must`; but what a noun tells stands alone: `The risk that trade slows | and`.
        // `The fact that trade slows and grain rots is`
        let lead = self.lead(from);
        let is_fact = (lead + 1..at)
            .find(|&at| self.is_complementizer(at))
            .is_some_and(|open| self.is(open - 1, "fact") && self.finite(lead..open).is_none());
        let is_relative =
            (lead + 1..at).rfind(|&at| self.is_complementizer(at)).is_some_and(|at| self.token(at).tag != Tag::Sconj);
        !((is_relative || is_fact) && self.is_waiting(from, at))
            && !self.is_of_place(from, at, next)
            && (self.has_subject_and_predicate(next) || self.has_led_claim(from, at, next))
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
        let is_lead = self.token(next).tag == Tag::Adp
            || self.token(next).tag == Tag::Det
                && is_time(comma - 1)
                && !(next..comma).any(|at| self.token(at).tag == Tag::Adp);
        is_lead && self.token(comma + 1).tag != Tag::Cconj && self.has_subject_and_predicate(comma + 1)
    }

    /// Whether `and` closes a row of nouns, which a comma has opened without a verb behind it: `the crews, ports | and ships
    /// are safe`, but not `in the ports, trade and wages rose`, where it joins the first two.
    fn ends_names(&self, from: usize, at: usize, next: usize) -> bool {
        let is_phrase = |at: &usize| {
            let token = self.token(*at);
            let is_owner = || Grammar::english().groups(&token.word).has(Group::Possessives);
            self.is_noun(*at) || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Num) || is_owner()
        };
        let is_person = || Grammar::english().groups(&self.token(next).word).has(Group::Subjects);
        // `grain, wool, timber, | and iron`: with a comma before it, one noun more is needed to tell a row from an aside.
        let is_apart = self.is(at - 1, ",");
        let end = at - usize::from(is_apart);
        let opens = |end: usize| {
            let comma = (from..end).rev().find(|at| !is_phrase(at)).filter(|&comma| self.is(comma, ","))?;
            (comma > from && self.is_noun(end - 1) && self.is_noun(comma - 1)).then_some(comma)
        };
        let comma = if is_apart { opens(end).and_then(opens) } else { opens(end) };
        let is_row = comma.is_some_and(|comma| self.finite(self.innermost(from, at)..comma).is_some());
        is_row && next < self.sentence.end && is_phrase(&next) && !is_person()
    }

    /// Where `and` goes on with a second infinitive, and that has an object: `stands ready to buy grain and | to sell timber`.
    pub(super) fn joined_infinitive(&self, at: usize) -> Option<usize> {
        let is_joined = at > self.sentence.start && self.is(at, "and") && at + 2 < self.sentence.end;
        (is_joined && self.is_to(at + 1) && self.has_object(at + 2)).then_some(at + 1)
    }

    /// Whether what is joined is a term or condition of its own: `at least through spring and | in any case for as long as
    /// needed`, `if trade grows, or | if prices fall`.
    fn is_further_term(&self, at: usize) -> bool {
        // `strikes or | lockouts until`: the term is that of the noun.
        !self.is_noun(at)
            && (at..self.sentence.end.min(at + 5))
                .take_while(|&at| !self.token(at).is_finite && !self.token(at).is_mark)
                .any(|at| self.hit(at, Role::Term).is_some())
            || self.hit(at, Role::Condition).is_some_and(|hit| self.has_predicate(hit.tokens.end))
    }

    /// Whether what is joined opens as the clause it is joined to: `with prices high and | with trade weak`.
    fn is_same_opener(&self, from: usize, at: usize) -> bool {
        matches!((self.hit(self.lead(from), Role::Opener), self.hit(at, Role::Opener)), (Some(a), Some(b)) if a.entry == b.entry && self.lexicon.entries[a.entry].verbless)
    }

    /// Whether the innermost open clause is a condition or term, whose limbs stay together: `until A and B`.
    fn is_in_condition(&self, from: usize, at: usize) -> bool {
        let terms = self.segments.hits_in(from..at).iter().rev();
        // `as trade recovers and wages rise`, behind its claim
        let opens = |open: &usize| {
            let hit = self.hit(*open, Role::Opener).filter(|hit| !self.lexicon.entries[hit.entry].stands);
            hit.is_some() && self.is_open_word(*open) && self.finite(*open..at).is_some()
        };
        let clause = (self.lead(from) + 1..at).rev().find(opens);
        let is_behind = |open: usize| self.finite(from..open).is_some() && !(open..at).any(|at| self.token(at).is_mark);
        if clause.is_some_and(is_behind) {
            return true;
        }
        // `As trade grows and wages rise, the Council`
        let first = self.lead(from);
        let is_first = opens(&first) && !(first..at).any(|at| self.token(at).is_mark);
        // `Trade slowed, | as grain rotted, crews left | and ports closed`: a list of clauses.
        let is_list = || {
            let is_next = |comma: usize| {
                self.is(comma, ",")
                    && self.token(comma + 1).tag != Tag::Cconj
                    && self.has_subject_and_predicate(comma + 1)
            };
            first == from && from > self.sentence.start && self.is(from - 1, ",") && (first..at).any(is_next)
        };
        if opens(&first) && is_list() {
            return true;
        }
        let claim = || (at..self.stretch(at)).find(|&at| self.is(at, ",")).map(|comma| comma + 1);
        if is_first && claim().is_some_and(|claim| self.has_subject_and_predicate(claim)) {
            return true;
        }
        // What stands between shows that a clause is open; `as appropriate and` opens none.
        let open = terms
            .filter(|hit| matches!(hit.role, Role::Condition | Role::Term))
            .find(|hit| hit.role == Role::Term && hit.tokens.end < at || self.finite(hit.tokens.end..at).is_some());
        open.is_some_and(|hit| {
            let mut commas = (hit.tokens.end..at).filter(|&at| self.is(at, ","));
            // `as long as prices rise, trade grows, and wages hold`: a list of limbs, which only a term that stands
            // behind its claim can have, as one put first ends at its comma.
            let is_list = hit.tokens.start > self.lead(from)
                && commas
                    .clone()
                    .any(|comma| self.token(comma + 1).tag != Tag::Cconj && self.has_subject_and_predicate(comma + 1));
            let is_behind = hit.tokens.start > self.lead(from);
            commas.next().is_none() || is_list || is_behind && self.token(at).lemma == "or"
        })
    }

    /// Whether a word that asks for a pair stands before, so that `and` only completes the pair: `between one and two
    /// years`, `either stable or edged down`, but not `weighs the risks to both sides and judges`.
    fn is_correlated(&self, from: usize, at: usize, next: usize) -> bool {
        // `either fell or were unchanged`
        let goes_on = |&at: &usize| {
            !self.token(at).is_finite && self.token(at).tag != Tag::Cconj
                || self.is_pairing(at)
                || at > from && self.is_pairing(at - 1)
        };
        let head = self.skip(next, |token| token.tag == Tag::Adv);
        let is_verb = head < self.sentence.end && self.token(head).is_finite;
        let pairing = (from..at).rev().take_while(goes_on).find(|&at| self.is_pairing(at));
        pairing.is_some_and(|pairing| !(is_verb && (pairing + 1..at).any(|at| self.is_noun(at))))
    }

    /// Whether two words of one kind before one noun are joined: `on economic and financial matters`, but not `trade is slow and
    /// financial matters rest`.
    fn joins_modifiers(&self, at: usize) -> bool {
        // `at levels at or below those of spring`
        let is_preposition = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adp;
        if is_preposition(at - 1) && is_preposition(at + 1) {
            return true;
        }
        // `less and less`, `as far and as high as`
        let is_owner = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::Possessives);
        if !self.token(at - 1).is_mark && self.token(at - 1).word == self.token(at + 1).word
            // `his or her ships`
            || is_owner(at - 1) && is_owner(at + 1)
            || self.is(at + 1, "as") && self.is(at.saturating_sub(2), "as")
        {
            return true;
        }
        // `each and every port`
        let is_determiner = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Det;
        let is_object = || at > self.sentence.start + 1 && self.token(at - 2).is_finite;
        if is_determiner(at - 1) && is_determiner(at + 1) && !is_object() {
            return true;
        }
        // `the growth of ports and that of islands`, `those and other ports`
        if self.is(at + 1, "that") && self.is(at + 2, "of") {
            return true;
        }
        if matches!(self.token(at - 1).tag, Tag::Det | Tag::Pron) && self.is(at + 1, "other") {
            return true;
        }
        // `for 2024 and 2025`
        let is_number = |at: usize| {
            let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
            self.sentence.contains(&at) && is_year(&self.token(at).word)
        };
        if is_number(at - 1) && is_number(at + 1) {
            return true;
        }
        // `in building and manning ships`
        let is_gerund = |at: usize| self.sentence.contains(&at) && self.token(at).is_gerund;
        if is_gerund(at - 1) && is_gerund(at + 1) {
            return true;
        }
        // `sooner or later`
        let is_adverb = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adv;
        if self.token(at).lemma == "or" && is_adverb(at - 1) && is_adverb(at + 1) {
            return true;
        }
        let is_modifier = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adj;
        let next = self.skip(at + 1, |token| token.tag == Tag::Adv);
        // `a broad, fair and lasting peace`: what stands before the whole row.
        let is_row = |at: usize| matches!(self.token(at).tag, Tag::Adv | Tag::Adj) || self.is(at, ",");
        // `a long, fair, and lasting peace`
        let last = at - 1 - usize::from(self.is(at - 1, ","));
        let before = (self.sentence.start..last).rev().find(|&at| !is_row(at));
        let is_predicate = before.is_none_or(|before| {
            matches!(self.token(before).tag, Tag::Verb | Tag::Aux | Tag::Punct) || self.token(before).is_finite
        });
        // `is open and free, and new ports`: with a comma before `and` the row has one more.
        let is_row = last == at - 1 || before.is_some_and(|before| (before..last).any(|at| self.is(at, ",")));
        // `a larger, faster and richer fleet than`: a row behind its determiner has its noun to come.
        let is_open = || {
            let row = before.filter(|&before| self.token(before).tag == Tag::Det);
            last == at - 1
                && next == at + 1
                && self.is_noun(next)
                && row.is_some_and(|row| (row..last).any(|at| self.is(at, ",")))
        };
        is_modifier(last) && (is_modifier(next) && is_row && !is_predicate || is_open())
    }

    /// Whether what is joined is only another auxiliary, whose complement follows both: `has been, | and will be, our aim`.
    fn is_parallel(&self, at: usize) -> bool {
        // `has been and remains our aim`
        let before = (self.sentence.start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
        // `to quickly and fully open the port`
        let is_split = |before: usize| self.is_to(before) && before + 1 < at && self.token(at + 1).tag == Tag::Adv;
        if before.is_some_and(|before| self.token(before).tag == Tag::Aux || is_split(before)) {
            return true;
        }
        if !self.is(at - 1, ",") {
            return false;
        }
        // `cannot, must not, and will not turn back`
        let head = (self.sentence.start..at - 1)
            .rev()
            .find(|&at| !self.token(at).is_negator || self.token(at).tag == Tag::Aux);
        let next = self.skip(at + 1, |token| token.tag == Tag::Adv);
        // `we're` has a subject of its own.
        let is_bare = self.token(next).tag == Tag::Aux && !self.token(next).word.contains(['\'', '’']);
        if is_bare && head.is_some_and(|at| self.token(at).tag == Tag::Aux) {
            return true;
        }
        let is_helper = |token: &Token| matches!(token.tag, Tag::Aux | Tag::Adv) || token.word == "not";
        let end = self.skip(at + 1, is_helper);
        // `was, and always remains, our aim`
        let is_copula = |at: usize| self.sentence.contains(&at) && self.hit(at, Role::Copula).is_some();
        let end = if is_copula(at.saturating_sub(2)) && is_copula(end) { end + 1 } else { end };
        // `does not accept, and condemns, the raid`
        let is_inserted = || {
            let (object, grammar) = (self.token((end + 2).min(self.sentence.end - 1)), Grammar::english());
            self.token(at - 2).tag == Tag::Verb
                && end < self.sentence.end
                && self.token(end).is_finite
                && self.is(end + 1, ",")
                && (object.tag == Tag::Det || grammar.groups(&object.word).has(Group::Possessives))
        };
        end > at + 1 && self.is(end, ",") || at > self.sentence.start + 1 && is_inserted()
    }

    /// Whether two verbs of one form have one object between them: `We respect and protect the rights`.
    fn shares_object(&self, at: usize, verb: usize) -> bool {
        let (first, second) = (self.token(at - 1), self.token(verb));
        let is_like = (first.word == first.lemma) == (second.word == second.lemma)
            && first.word.ends_with('s') == second.word.ends_with('s');
        let is_verb = |token: &Token| token.tag == Tag::Verb && token.is_finite;
        // `live and trade in the north`: neither has one.
        is_verb(first) && is_verb(second) && is_like && self.hit(verb, Role::Copula).is_none()
    }

    /// Whether the verb before waits for the object of the verb that is joined: `has honoured | and will keep its word`.
    fn leaves_object(&self, at: usize) -> bool {
        let verb = self.token(at - 1);
        // `accede to | and keep the treaty`
        if verb.word == "to" {
            return self.has_object(at);
        }
        let is_perfect = || {
            let before = (self.sentence.start..at - 1).rev().find(|&at| self.token(at).tag != Tag::Adv);
            before.is_some_and(|at| self.token(at).lemma == "have")
        };
        // `has paid | and continues to pay a high toll`
        let is_told_again = || {
            let to = self.skip(at + 2, |token| token.tag == Tag::Adv);
            let again = self.skip(to + 1, |token| token.tag == Tag::Adv);
            to < self.sentence.end
                && again < self.sentence.end
                && self.is_to(to)
                && self.token(again).tag == Tag::Verb
                && self.token(again).lemma == verb.lemma
        };
        verb.tag == Tag::Verb
            && (Grammar::english().groups(&verb.lemma).has(Group::TransitiveVerbs) || is_told_again())
            && (verb.is_finite || verb.word == verb.lemma || is_perfect())
            && self.has_object(at)
    }

    /// Whether a verb in the third person cannot have the subject of the piece, as that is a pronoun of another person at its
    /// head or before its verb, so that it goes on with a clause inside: `We know a fleet that sails | and threatens the coast`.
    fn disagrees(&self, from: usize, verb: usize) -> bool {
        let lead = self.lead(from);
        let token = self.token(verb);
        // `a port that pays and is free`, but `hold that the port pays | and is free`
        let is_relative =
            || (from..verb).rfind(|&at| self.is_complementizer(at)).is_some_and(|at| self.token(at).tag != Tag::Sconj);
        let is_verb = token.tag == Tag::Verb || token.tag == Tag::Aux && !token.is_preterite && is_relative();
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
    /// keeps | and guards its ports`.
    fn is_of_relative(&self, from: usize, at: usize, verb: usize) -> bool {
        let is_relative = |at: &usize| self.is_complementizer(*at) && self.token(*at).tag != Tag::Sconj;
        let Some(relative) = (from..at).rev().find(is_relative) else { return false };
        let noun = relative.saturating_sub(1);
        let is_attached = self.can_have_relative(noun);
        let Some(inner) = self.finite(relative..at) else { return false };
        let main = self.finite(from..relative);
        is_attached
            && !self.is(at - 1, ",")
            && (self.token(at).lemma != "but" || !(from..at).any(|at| self.token(at).is_negator))
            && self.is_like(inner, verb)
            && main.map_or(relative == from, |main| !self.is_like(main, verb))
    }

    /// Whether a clause with a noun as its subject goes on with a relative clause of place, in the tense of that: `a league
    /// in which trade grows | and wages rise`, `the flag under which ships sailed | and crews fought`.
    pub(super) fn is_of_place(&self, from: usize, at: usize, next: usize) -> bool {
        let is_relative = |at: &usize| self.is_complementizer(*at);
        let Some(relative) = (from + 1..at).rev().find(is_relative) else { return false };
        let is_placed = self.is(relative, "where") || self.token(relative - 1).tag == Tag::Adp;
        let noun = (relative - 1).saturating_sub(usize::from(!self.is(relative, "where")));
        let (Some(inner), Some(verb)) = (self.finite(relative..at), self.finite(next..self.stretch(next))) else {
            return false;
        };
        let is_person = Grammar::english().groups(&self.token(next).word).has(Group::Subjects);
        is_placed
            && self.is_noun(noun)
            && !is_person
            && self.finite(inner + 1..at).is_none()
            && !(relative..at + 1).any(|at| self.is(at, ","))
            && self.token(inner).is_past() == self.token(verb).is_past()
    }

    /// Whether a verb is the last of a list of three inside a relative clause: `crews that keep the rules, mend the nets
    /// | and watch the sea`.
    fn ends_inner_list(&self, from: usize, at: usize, verb: usize) -> bool {
        let Some(relative) = (from + 1..at).rev().find(|&at| self.is_complementizer(at)) else { return false };
        let form = |at: usize| ["s", "ed"].map(|ending| self.token(at).word.ends_with(ending));
        let is_like = |at: usize| {
            self.token(at).is_finite && self.token(at).tag == self.token(verb).tag && form(at) == form(verb)
        };
        let is_listed =
            |comma: usize| self.is(comma, ",") && is_like(self.skip(comma + 1, |t| t.tag == Tag::Adv).min(at));
        // `ports in which crews`
        let noun = (relative - 1).saturating_sub(usize::from(self.token(relative - 1).tag == Tag::Adp));
        let follows_noun = self.is_noun(noun);
        follows_noun && self.finite(relative..at).is_some_and(is_like) && (relative..at - 1).any(is_listed)
    }

    fn is_pairing(&self, at: usize) -> bool {
        Grammar::english().groups(&self.token(at).word).has(Group::Pairing)
    }
}
