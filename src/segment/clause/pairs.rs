//! Words round a joint that are one phrase, or one predicate, and are never cut: `open and free`, `has been and remains`.

use super::Cutter;
use super::asides::ASIDE;
use super::joints::Joint;
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::Token;

impl Cutter<'_> {
    /// Whether what stands right before and behind a joint is one phrase.
    pub(super) fn is_one_phrase(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        self.joins_openers(at)
            || self.joins_kin(at)
            || self.joins_adjectives(at)
            || self.is_parallel(at)
            || self.ends_names(from, at, next)
            || self.joins_person(joint)
            || self.completes_denial(joint)
            || self.joins_places(joint)
            || self.is_suspended(joint)
    }

    /// Whether a word that opens a clause stands right before, which has all of it to come: `whether or | not tolls rise`,
    /// `when and | where the crews meet`, `once and | for all`.
    fn joins_openers(&self, at: usize) -> bool {
        self.is(at - 1, "once")
            || self.is_complementizer(at - 1) && !self.is(at - 1, "that")
            || self.is(at - 1, "whether")
    }

    /// Whether the verb before a joint and the last one behind it wait, each before a comma, for what follows the second: `We
    /// have built, | and will go on to build, new ports`, `We hope, | and the islands hope, that`; or whether it is said again:
    /// `has been found, | and is still found in`.
    fn is_suspended(&self, joint: Joint) -> bool {
        let Joint { at, head, .. } = joint;
        let is_verb = |at: usize| self.token(at).tag == Tag::Verb && !self.token(at).is_gerund;
        let is_again = || {
            let rest = self.skip(head, |token| matches!(token.tag, Tag::Aux | Tag::Adv) || token.is_to());
            self.token(head).is_finite && rest > head && self.token(rest).word == self.token(at - 2).word
        };
        let end = self.sentence.end.min(at + ASIDE + 2);
        let is_open = |close: &usize| self.is(*close, ",") && is_verb(close - 1);
        let opens = |at: usize| {
            matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Sconj)
                || self.is_owner(at)
                || self.is_to(at)
        };
        at > self.sentence.start + 1
            && self.is(at - 1, ",")
            && is_verb(at - 2)
            && (is_again()
                || (at + 1..end).find(|&at| self.is(at, ",")).filter(is_open).is_some_and(|close| opens(close + 1)))
    }

    /// Whether two phrases with one preposition are joined: `at home and at work, where we`.
    fn joins_places(&self, joint: Joint) -> bool {
        let Joint { from, at, next, .. } = joint;
        let is_name =
            |&at: &usize| matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num);
        let first = (from..at).rev().find(|at| !is_name(at));
        let is_same = |first: usize| self.token(first).word == self.token(next).word && first + 1 < at;
        self.token(next).tag == Tag::Adp
            && first.is_some_and(|first| is_same(first) && self.finite(from..first).is_some())
    }

    /// Whether two words of one kind are joined, which have one work between them: `at or below`, `each and every`, `sooner
    /// or later`, `less and less`, `building and manning ships`, `for 2024 and 2025`, `those and other`.
    fn joins_kin(&self, at: usize) -> bool {
        let (first, second) = (self.token(at - 1), self.token(at + 1));
        let is_year = |token: &Token| token.word.len() == 4 && token.word.bytes().all(|byte| byte.is_ascii_digit());
        let is_kin = first.tag == second.tag
            && match first.tag {
                Tag::Adp => true,
                // `we keep all and every ship sails`
                Tag::Det => !self.token(at.saturating_sub(2)).is_finite,
                // `acts swiftly and firmly against`
                // `we boldly and openly sail`
                Tag::Adv if self.is_subject_before(at - 1) => true,
                Tag::Adv => {
                    let next = self.token(at + 2);
                    self.token(at).lemma == "or" || next.tag == Tag::Adp || next.is_mark && next.word != ","
                }
                _ => false,
            };
        // `in one sea or another`
        let is_one = self.is(at + 1, "another") && self.is(at.saturating_sub(2), "one");
        let is_other = is_one || self.is(at + 1, "other") && matches!(first.tag, Tag::Det | Tag::Pron);
        // `from all or most of its duties`
        let is_share = |token: &Token| {
            let groups = Grammar::english().groups(&token.word);
            groups.has(Group::Quantities) || groups.has(Group::PluralPronouns)
        };
        let is_other = is_other || self.is(at, "or") && is_share(first) && is_share(second);
        is_kin
            || is_other
            || first.word == second.word && !first.is_mark
            || first.is_gerund && second.is_gerund
            || is_year(first) && is_year(second)
    }

    /// Whether a pronoun that can only be a subject stands right before a word: `we | boldly`.
    fn is_subject_before(&self, at: usize) -> bool {
        at > self.sentence.start && Grammar::english().groups(&self.token(at - 1).word).has(Group::PureSubjects)
    }

    /// Whether a pronoun that can only be a subject is joined to another subject: `one thing we | and our crews agree on`.
    fn joins_person(&self, joint: Joint) -> bool {
        let (person, next) = (self.token(joint.at - 1), self.token(joint.next));
        person.tag == Tag::Pron
            && Grammar::english().groups(&person.word).has(Group::PureSubjects)
            && (matches!(next.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn)
                || self.is_owner(joint.next)
                || next.tag == Tag::Pron && !Grammar::english().groups(&next.word).has(Group::PureSubjects))
    }

    /// Whether a comma stands between two words that tell of one noun behind a determiner: `a strong, | growing fleet`.
    pub(super) fn is_amid_adjectives(&self, at: usize) -> bool {
        let comma = at - 1;
        if !self.is(comma, ",") || comma < self.sentence.start + 2 {
            return false;
        }
        let tells = |at: usize| {
            let token = self.token(at);
            // but not `treat each as an equal, put feuds aside`
            let is_form = token.is_gerund || token.is_participle && token.word != token.lemma;
            token.tag == Tag::Adj || token.tag == Tag::Verb && is_form && !token.is_finite
        };
        let is_row = |at: usize| self.token(at).tag == Tag::Adj || self.is(at, ",");
        let before = (self.sentence.start..comma).rev().find(|&at| !is_row(at));
        let is_led = before.is_some_and(|before| {
            self.token(before).tag == Tag::Det && before + 1 < comma && !self.is(before + 1, ",")
        });
        is_led && self.token(comma - 1).tag == Tag::Adj && tells(at) && self.is_noun(at + 1)
    }

    /// Whether two adjectives before one noun are joined: `on economic and financial matters`, but not `trade is slow and
    /// financial matters rest`.
    fn joins_adjectives(&self, at: usize) -> bool {
        let is_modifier = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adj;
        let next = self.skip(at + 1, |token| token.tag == Tag::Adv);
        // `a broad, fair and lasting peace`: what stands before the whole row.
        let is_row = |at: usize| matches!(self.token(at).tag, Tag::Adv | Tag::Adj) || self.is(at, ",");
        // `a long, fair, and lasting peace`
        let last = (at - 1).saturating_sub(usize::from(self.is(at - 1, ",")));
        let before = (self.sentence.start..last).rev().find(|&at| !is_row(at));
        // `is open and free`, but not `has seen civil, free, and open trade`
        let is_predicate = before.is_none_or(|before| {
            let is_verb = matches!(self.token(before).tag, Tag::Verb | Tag::Aux | Tag::Punct);
            let takes_noun =
                last < at - 1 && self.token(before).tag == Tag::Verb && self.hit(before, Role::Copula).is_none();
            // `The strait has been closed, inner and outer ports`
            let is_next = last == at - 1 && last == before + 2 && self.token(before).tag == Tag::Verb;
            (is_verb || self.token(before).is_finite) && !takes_noun && !is_next
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
        // `has shown a steady and welcome rise`, `more urgent and pressing than`: the noun, or what it is held against, is to come.
        let is_unfinished = || {
            let is_article = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::Indefinite);
            let is_name = self.is_noun(next + 1) && !matches!(self.token(next).tag, Tag::Det | Tag::Pron);
            (is_name || is_article(next)) && last == at - 1 && before.is_some_and(is_article)
                || self.is(next + 1, "than")
                    && !Grammar::english().groups(&self.token(next).word).has(Group::DegreeWords)
        };
        is_modifier(last) && (is_modifier(next) && is_row && !is_predicate || is_open() || is_unfinished())
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
        let is_helper = |token: &Token| matches!(token.tag, Tag::Aux | Tag::Adv) || token.word == "not";
        let end = self.skip(at + 1, is_helper);
        // `was, and always remains, our aim`, `does not accept, and condemns, the raid`
        let is_verb = |at: usize| matches!(self.token(at).tag, Tag::Verb | Tag::Aux);
        let end = if at > 1 && is_verb(at - 2) && self.token(end).is_finite { end + 1 } else { end };
        is_bare && head.is_some_and(|at| self.token(at).tag == Tag::Aux) || end > at + 1 && self.is(end, ",")
    }

    /// Whether `and` closes a row of nouns, which a comma has opened without a verb behind it: `the crews, ports | and ships
    /// are safe`, but not `in the ports, trade and wages rose`, where it joins the first two.
    fn ends_names(&self, from: usize, at: usize, next: usize) -> bool {
        let is_phrase = |at: &usize| {
            self.is_noun(*at) || matches!(self.token(*at).tag, Tag::Det | Tag::Adj | Tag::Num) || self.is_owner(*at)
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

    /// Whether what is denied waits for what is so, each behind a preposition: `not by going back but forward to the sea`,
    /// `not only with the nets we mend but with the ships we build`.
    fn completes_denial(&self, joint: Joint) -> bool {
        let Joint { from, at, head, .. } = joint;
        let is_denied = |open: usize| {
            let first = self.skip(open + 1, |token| matches!(token.tag, Tag::Adv | Tag::Adj));
            let is_same = self.token(first).word == self.token(head).word;
            Grammar::english().groups(&self.token(open).word).has(Group::Negations)
                && self.token(first).tag == Tag::Adp
                && (is_same || !self.token(open - 1).is_finite && self.finite(open..at).is_none())
        };
        self.token(at).lemma == "but" && self.token(head).tag == Tag::Adp && (from + 1..at).any(is_denied)
    }

    /// Whether a word that asks for a pair stands before, so that `and` only completes the pair: `between one and two
    /// years`, `either stable or edged down`, but not `weighs the risks to both sides and judges`.
    pub(super) fn is_correlated(&self, joint: Joint) -> bool {
        let Joint { from, at, head, .. } = joint;
        // `either fell or were unchanged`
        let goes_on = |&at: &usize| {
            !self.token(at).is_finite && self.token(at).tag != Tag::Cconj
                || self.is_pairing(at)
                || at > from && self.is_pairing(at - 1)
        };
        let is_verb = self.token(head).is_finite;
        // `the fleets of both islands, and then we seek`
        let is_apart = self.is(at - 1, ",") && self.token(at).lemma == "and" && {
            let verb = self.skip(head + 1, |token| token.tag == Tag::Adv);
            Grammar::english().groups(&self.token(head).word).has(Group::PureSubjects) && self.token(verb).is_finite
        };
        if is_apart {
            return false;
        }
        let pairing = (from..at).rev().take_while(goes_on).find(|&at| self.is_pairing(at));
        pairing.is_some_and(|pairing| !(is_verb && (pairing + 1..at).any(|at| self.is_noun(at))))
    }

    /// Whether the verb before and the one that is joined have one object, which stands behind the second.
    pub(super) fn has_one_object(&self, joint: Joint) -> bool {
        self.shares_object(joint.at, joint.next) || self.leaves_object(joint.at)
    }

    /// Whether two verbs of one form have one object between them: `We respect and protect the rights`.
    pub(super) fn shares_object(&self, at: usize, verb: usize) -> bool {
        let (first, second) = (self.token(at - 1), self.token(verb));
        let is_like = (first.word == first.lemma) == (second.word == second.lemma)
            && first.word.ends_with('s') == second.word.ends_with('s');
        let is_verb = |token: &Token| token.tag == Tag::Verb && token.is_finite;
        // `live and trade in the north`: neither has one.
        is_verb(first) && is_verb(second) && is_like && self.hit(verb, Role::Copula).is_none()
    }

    /// Whether the verb before waits for the object of the verb that is joined: `has honoured | and will keep its word`.
    pub(super) fn leaves_object(&self, at: usize) -> bool {
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

    pub(super) fn is_pairing(&self, at: usize) -> bool {
        Grammar::english().groups(&self.token(at).word).has(Group::Pairing)
    }
}
