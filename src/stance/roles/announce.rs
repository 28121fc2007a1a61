//! Whether an `it` announces what follows, stands for what was named before, or may be either.

use super::Roles;
use crate::lexicon::{Class, Grammar, Group, Role, Tag, Whose};
use crate::segment::Hit;
use std::ops::Range;

impl Roles<'_> {
    /// Whether an `it` names nobody, as its clause only says of what follows that it is so, right, or what it costs.
    pub(super) fn announces(&self, it: usize, verb: usize, end: usize) -> bool {
        let next = self.predicative(it, verb, end);
        // `It remains vital to act`, `It has become vital to act`
        let seems = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::ImpersonalVerbs);
        let seemed = [Some(verb), next].into_iter().flatten().find(|&at| seems(at));
        let is_bare = self.is_bare(verb);
        // but not `the time it takes to sail`
        let is_named = it > 0 && (self.is_noun(it - 1) || self.is_which(it - 1));
        self.says_be(verb, end)
            && (self.leads_to_clause(verb, next, end)
                || self.asks_by(it, verb, next, end)
                || next.is_some_and(|next| self.token(next).tag == Tag::Num)
                || self.is_put_off(verb, end)
                || self.tells_fact(verb, end))
            || seemed.is_some_and(|at| self.is_put_off(at, end))
            || self.only_seems(if is_bare { next } else { Some(verb) }, end)
            || !is_named && self.only_costs(verb..end)
    }

    /// Whether an `it` that announces nothing stands for what was named: `It is | a port that grows`, `It grows`; but perhaps
    /// not `It is trade`, `It is hard`.
    pub(super) fn refers(&self, it: usize, verb: usize, end: usize) -> bool {
        let Some(next) = self.predicative(it, verb, end).filter(|_| self.says_be(verb, end)) else { return true };
        // `It would be better to wait`
        let is_led = || next + 1 < end && matches!(self.token(next + 1).tag, Tag::Part | Tag::Adp);
        // `It is prepared to act` is said of someone, `It is important to act` of nobody.
        let claims = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class != Some(Class::Demand);
        match self.token(next).tag {
            // `It is monitoring trade`
            Tag::Det | Tag::Noun => self.says_which(next..end) || self.token(next).is_gerund,
            Tag::Adj | Tag::Propn | Tag::Pron => {
                self.describes(next, end)
                    || !(self.is_bare(verb) || is_led())
                    || self.segments.hits_in(it..verb + 1).iter().any(claims)
            }
            _ => true,
        }
    }

    /// What an `it is` says of it: the first word past auxiliaries and adverbs.
    fn predicative(&self, it: usize, verb: usize, end: usize) -> Option<usize> {
        let is_link = |at: &usize| {
            let token = self.token(*at);
            *at == verb
                || token.tag == Tag::Adv
                || Grammar::english().groups(&token.lemma).has(Group::Auxiliaries)
                || token.word == "not"
        };
        (verb.max(it + 1)..end).find(|at| !is_link(at))
    }

    fn says_be(&self, verb: usize, end: usize) -> bool {
        (verb..end.min(verb + 3)).any(|at| self.is_be(at))
    }

    fn is_bare(&self, verb: usize) -> bool {
        Grammar::english().groups(&self.token(verb).lemma).has(Group::Auxiliaries)
    }

    /// Whether a `that` clause follows of which an `it is` only says what that is, when or why: `It is clear that`, `It is only
    /// now that`, `It is projected that`; but not `It is confident that`.
    fn leads_to_clause(&self, verb: usize, next: Option<usize>, end: usize) -> bool {
        let Some(next) = next else { return false };
        let tag = self.token(next).tag;
        let is_that =
            |at: usize| self.token(at).word == "that" && self.is_complement(at) && self.token(at).tag != Tag::Det;
        let that = |to: usize| (next..to).any(is_that);
        // `It is shocking that`, but not `It is building a port that`
        let goes_on = |at: usize| is_that(at) && (at + 1..end).any(|at| self.token(at).is_finite);
        // `It is fitting, therefore, that`
        let is_insert = |at: usize| self.token(at).tag == Tag::Adv || self.token(at).word == ",";
        let leads_on = || (next + 1..end).find(|&at| !is_insert(at)).is_some_and(goes_on);
        let is_done = || !self.token(next).is_gerund || leads_on();
        // `It is confident that trade will grow`, `It is concerned that`, but not `It is deplorable that`
        let thinks = |hit: &Hit| {
            let entry = &self.lexicon.entries[hit.entry];
            let is_felt = entry.class != Some(Class::Concern) || tag == Tag::Verb;
            hit.role == Role::Cue && entry.whose() == Whose::Subject && is_felt
        };
        let is_somebody = || self.segments.hits_in(verb..verb + 1).iter().any(thinks);
        // `It was only a month ago that trade slowed`
        let is_when = |when: Range<usize>| {
            let ago = Grammar::english().groups(&self.token(when.end - 1).word).has(Group::PastWords);
            ago || self.names_time(when.clone()) && self.token(when.start).tag != Tag::Det
        };
        let is_timed = || (next + 1..end).find(|&at| is_that(at)).is_some_and(|that| is_when(next..that));
        match tag {
            // `It may be that trade has slowed`, `It is only because ports are open that trade grows`
            Tag::Sconj if that(end) => true,
            Tag::Adj | Tag::Verb | Tag::Adp | Tag::Part => {
                that(self.finite(next..end).unwrap_or(end)) && is_done() && !is_somebody() || is_timed()
            }
            _ => is_timed(),
        }
    }

    /// Whether an `it is` asks by an adjective or noun: `It will be important to act`, but not `It must be open`.
    fn asks_by(&self, it: usize, verb: usize, next: Option<usize>, end: usize) -> bool {
        let demands = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class == Some(Class::Demand);
        let from = if self.is_bare(verb) { it } else { verb + 1 };
        let to = next.map_or(end, |next| next + 1).max(from);
        next.is_some_and(|next| matches!(self.token(next).tag, Tag::Adj | Tag::Noun))
            && self.segments.hits_in(from..to).iter().any(demands)
    }

    /// Whether words behind `it is` say what kind of thing it is, or which: `It is | the smallest of the ports`, `It is | a port
    /// that grows`; but not `It is the will of all to sail`, `It is the ports that grow`, `It is time for deeds`.
    fn says_which(&self, words: Range<usize>) -> bool {
        let article = &self.token(words.start).word;
        let is_one = Grammar::english().groups(article).has(Group::Indefinite);
        let head = words.start..self.noun_phrase_end(words.start, words.end);
        let judges = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).lemma);
            groups.has(Group::EvaluatingNouns) || groups.has(Group::FactNouns)
        };
        // `It is a safe guess that the port will grow`
        let announces =
            |next: usize| self.token(next).is_to() || self.is_told_that(next) || self.is_relative(next) && !is_one;
        (article == "the" || is_one)
            // `It is a little late`
            && head.clone().any(|at| self.is_noun(at))
            && !head.clone().any(judges)
            // `It was the moment when trade slowed`
            && !self.names_time(head.start..self.first_phrase_end(&head))
            && !(head.end < words.end && announces(head.end))
    }

    /// Whether a verb says of an `it` only that what follows is so: `It seems now that | trade is slow`, `It would
    /// appear as if`; but not `It appeared in spring`, `It seems to be open`.
    fn only_seems(&self, verb: Option<usize>, end: usize) -> bool {
        let Some(verb) = verb else { return false };
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Adp | Tag::Pron | Tag::Adj);
        let is_that = |at: usize| self.token(at).word == "that" && self.is_complement(at);
        let next = (verb + 1..end.saturating_sub(1)).find(|&at| is_that(at) || !is_link(&at));
        let opens = |at: usize| is_that(at) || self.token(at).word == "as" && self.token(at + 1).word == "if";
        Grammar::english().groups(&self.token(verb).lemma).has(Group::ImpersonalVerbs) && next.is_some_and(opens)
    }

    /// Whether a verb says of an `it` only what the infinitive behind costs: `It takes courage to sail`, `It would cost a
    /// crown to sail`; but not `It takes the time to sail`, `It takes steps to sail`.
    pub(super) fn only_costs(&self, words: Range<usize>) -> bool {
        let is_link = |at: usize| matches!(self.token(at).tag, Tag::Aux | Tag::Adv) || self.token(at).is_negator;
        let costs = |&at: &usize| Grammar::english().groups(&self.token(at).lemma).has(Group::CostingVerbs);
        let Some(verb) = words.clone().find(|&at| !is_link(at)).filter(costs) else {
            return false;
        };
        let is_inside = |at: usize| {
            let tag = self.token(at).tag;
            matches!(tag, Tag::Det | Tag::Adj | Tag::Adv | Tag::Num | Tag::Pron | Tag::Adp | Tag::Sconj | Tag::Cconj)
        };
        let mut behind = verb + 2..words.end;
        let to = behind.find(|&at| !self.is_noun(at) && !is_inside(at)).filter(|&to| self.token(to).is_to());
        let Some(object) = to.map(|to| verb + 1..to) else { return false };
        // `It takes many hands to sail`
        let is_counted = Grammar::english().groups(&self.token(object.start).word).has(Group::Quantities);
        let is_bare = object.clone().all(|at| self.is_noun(at) || self.token(at).tag == Tag::Adj) && !is_counted;
        let is_object = self.token(object.start).word != "the" && self.token(object.start).tag != Tag::Adp;
        is_object && !(is_bare && self.number(&object) == Some(true))
    }

    /// Whether what an `it` announces stands behind, as an infinitive: `It is now right to wait`, `It has been an honour to
    /// serve`; but not `It is ready to sail`, `It is a plan to sail`.
    fn is_put_off(&self, verb: usize, end: usize) -> bool {
        let evaluates = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::EvaluatingNouns);
        let is_inside = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Aux | Tag::Adv | Tag::Det | Tag::Pron | Tag::Adj | Tag::Noun)
                // `It's time to sail`: the noun may be tagged as a verb.
                || evaluates(*at)
                // `It is not enough simply to sail` denies, though `not simply` may not.
                || self.token(*at).tag == Tag::Part && !self.token(*at).is_to()
                // `It is in any case time to sail`
                || self.token(*at).is_furniture
        };
        let Some(to) = (verb + 1..end).find(|at| !is_inside(at)) else { return false };
        if !self.token(to).is_to() {
            // `It was vital in spring to sail`
            let led = self.token(to).tag == Tag::Adp && self.token(to).word != "of" && self.judges(to - 1);
            let behind = (led && to + 1 < end).then(|| self.noun_phrase_end(to + 1, end)).filter(|&at| at < end);
            return behind.is_some_and(|at| self.token(at).is_to()) || self.for_whom(verb, end).is_some();
        }
        let head = self.token(to - 1);
        match head.tag {
            // `It is not too late to sail`, `It is not enough to sail`
            Tag::Adv => to > verb + 2 && self.token(to - 2).tag == Tag::Adv || head.word == "enough",
            Tag::Adj => self.judges(to - 1),
            _ => evaluates(to - 1),
        }
    }

    /// Whether an adjective says of an `it` what that is like and to what: `It is able to sail`, `It was vital in spring`; but
    /// not `It is hard to sail`, `It was vital in spring to sail`.
    fn describes(&self, adjective: usize, end: usize) -> bool {
        let after = (adjective + 1..end).find(|&at| self.token(at).tag != Tag::Adv);
        let Some(after) = after.filter(|_| self.token(adjective).tag == Tag::Adj) else { return false };
        let token = self.token(after);
        let is_put_off = || {
            let next = (after + 1..end).find(|&at| self.token(at).is_to() || self.is_verb(at));
            next.is_some_and(|at| self.token(at).is_to())
        };
        match token.tag {
            Tag::Adp => token.word == "of" || token.word != "for" && !is_put_off(),
            _ => token.is_to() && !self.judges(adjective),
        }
    }

    /// Whether an adjective can say of a deed what it is like: `hard`, but not `ready`.
    fn judges(&self, at: usize) -> bool {
        self.token(at).tag == Tag::Adj && !Grammar::english().groups(&self.token(at).lemma).has(Group::WillingWords)
    }

    /// For whom something is said to be so, who does what an infinitive says: `It is hard for | the League | to sail`.
    pub(super) fn for_whom(&self, verb: usize, end: usize) -> Option<Range<usize>> {
        let is_inside = |at: usize| matches!(self.token(at).tag, Tag::Aux | Tag::Adv | Tag::Adj | Tag::Verb);
        let leads = (verb + 1..end).find(|&at| !is_inside(at) && !self.token(at).is_negator)?;
        let is_led = self.token(leads).word == "for" && self.judges(leads - 1) && leads + 1 < end;
        let name = is_led.then(|| leads + 1..self.noun_phrase_end(leads + 1, end))?;
        (name.end < end && self.token(name.end).is_to()).then_some(name)
    }
}
