//! Which verbs are finite: heads of a predicate, rather than infinitives, participles or -ing forms.
//!
//! In: a tagged sentence. Out: yes or no for a word. Two questions are hard: whether a base form is a present
//! tense or shares the `to` or the modal of a verb before, and whether a form in -ed is a past tense or a
//! participle that has lost its `which was`.

use super::view::View;
use crate::lexicon::{Grammar, Group, Tag};
use std::ops::Range;

impl View<'_> {
    pub(super) fn is_finite(self, i: usize) -> bool {
        let forms = self.forms(i);
        match self.tag(i) {
            _ if self.sentence[i].is_sole => true,
            Tag::Aux if forms.is_empty() => true,
            Tag::Aux if !forms.is_finite() || self.is_word(i, "be") => false,
            Tag::Aux if forms.is_base() && self.sentence[i].known.lemma != "be" => self.is_finite_base(i),
            Tag::Aux => !self.is_governed(i),
            Tag::Verb if forms.is_third() => true,
            Tag::Verb if self.is_governed(i) => false,
            Tag::Verb if self.completes_inversion(i) => false,
            Tag::Verb if forms.is_base() => self.is_finite_base(i),
            Tag::Verb if forms.is_past() && !forms.is_participle() => true,
            Tag::Verb if forms.is_past() => self.is_finite_past(i),
            _ => false,
        }
    }

    pub(super) fn has_finite(self, mut range: Range<usize>) -> bool {
        range.any(|i| self.is_finite(i))
    }

    /// Returns whether a later word looks finite, without asking what stands before it.
    pub(super) fn looks_finite(self, i: usize) -> bool {
        let forms = self.forms(i);
        match self.tag(i) {
            Tag::Aux => forms.is_empty() || forms.is_finite() && !self.is_word(i, "be") && !self.is_governed(i),
            Tag::Verb if forms.is_third() => true,
            Tag::Verb if forms.is_past() && !forms.is_participle() => true,
            Tag::Verb if forms.is_base() => {
                // `trade and peace remain`
                let is_pair = |j: usize| self.tag(j) == Tag::Noun && j > 0 && self.tag(j - 1) == Tag::Cconj;
                // `the gains made through trade justify`
                let is_far = |j: usize| {
                    let head = (self.stretch(i).start..j).find(|&k| self.is_nominal(k));
                    self.tag(j) == Tag::Noun && head.is_some_and(|k| self.is_plural(k))
                };
                self.before(i).is_some_and(|j| {
                    self.is_subject(j) || self.is_plural(j) || self.tag(j) == Tag::Propn || is_pair(j) || is_far(j)
                })
            }
            Tag::Verb if forms.is_past() => {
                self.before(i).is_some_and(|j| self.is_subject(j) || self.is_nominal(j) || self.is_word(j, ","))
            }
            _ => false,
        }
    }

    /// Returns whether `to` or an auxiliary stands before and takes the word as its complement.
    fn is_governed(self, i: usize) -> bool {
        let Some(before) = self.before(i) else {
            return false;
        };
        match self.tag(before) {
            Tag::Part => self.is_to(before),
            Tag::Aux => true,
            // `has both raised the toll and closed the port`
            Tag::Cconj | Tag::Det if self.is_in(before, Group::Pairing) && self.forms(i).is_participle() => {
                self.before(before).is_some_and(|j| self.tag(j) == Tag::Aux)
            }
            // `will it have`, `do we support`
            Tag::Pron => self.before(before).is_some_and(|j| self.is_modal(j) && self.forms(i).is_base()),
            _ => false,
        }
    }

    /// Returns whether the auxiliary stands before its subject: `did the Council adopt`, `nor have they met`.
    pub(super) fn completes_inversion(self, i: usize) -> bool {
        let start = self.stretch(i).start;
        let Some(aux) = (start..i).rev().find(|&j| matches!(self.tag(j), Tag::Aux | Tag::Verb)) else {
            return false;
        };
        // `Never have such threats and such drills been seen`
        let is_name =
            |j: usize| matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adv | Tag::Cconj);
        let is_subject = || (aux + 1..i).all(is_name) && self.is_nominal(i - 1);
        if self.tag(aux) != Tag::Aux || (aux..i).any(|j| self.tag(j) == Tag::Cconj) && !is_subject() {
            return false;
        }
        let forms = self.forms(i);
        if self.sentence[aux].known.lemma == "do" {
            return forms.is_base();
        }
        let is_inverted =
            self.before(aux).is_none_or(|j| j < start || self.tag(j) == Tag::Cconj || self.opens_clause(j));
        let takes = if self.is_modal(aux) { forms.is_base() } else { forms.is_participle() };
        is_inverted && takes && !self.before(aux).is_some_and(|j| self.is_subject(j))
    }

    /// Tells a present tense from an infinitive that shares its `to` or modal with one before it.
    fn is_finite_base(self, i: usize) -> bool {
        if self.is_governed(i) {
            return false;
        }
        let Some(before) = self.before(i) else {
            return true;
        };
        match self.tag(before) {
            Tag::Cconj | Tag::Punct => {
                let head = self.earlier_head(i);
                // `need to find rules that are fair, keep them`: past a relative clause that ends at the comma.
                let is_after_comma = self.is_word(before, ",") || before > 0 && self.is_word(before - 1, ",");
                // `let us seek the path that they chose, and let us keep it`
                let is_plea = self.after(i).is_some_and(|j| self.is_in(j, Group::ObjectPronouns));
                // `We are bound to lead, and let us lead well`
                let is_further_plea = is_plea && is_after_comma && self.is_of(i, Group::Causatives);
                // `crews that will hold the port, mend it, and guard it`: under one modal.
                let is_main = |head: usize| (self.is_finite(head) || self.tag(i) == Tag::Aux) && self.is_relative(head);
                let head = match head.filter(|&head| is_after_comma && !is_plea && is_main(head)) {
                    Some(head) => self.earlier_head(self.stretch(head).start).or(Some(head)),
                    None => head,
                };
                // `is found in trust and hope`: it does not agree with the subject of `is`.
                // `Some ports, while pledging to keep the peace, have armed`
                let is_resumed = |head: usize| {
                    self.tag(i) == Tag::Aux
                        && self.is_word(before, ",")
                        && self.before(head).is_some_and(|j| self.is_to(j))
                };
                head.is_none_or(|head| {
                    !self.is_modal(head)
                        && (self.is_finite(head) || is_resumed(head) || is_further_plea)
                        && (is_plea
                            || self.tag(i) == Tag::Aux
                            // `there's a spirit of trust and hope`
                            || !(self.forms(head).is_third() || self.forms(head).is_empty())
                            || self.is_subordinate(head))
                })
            }
            // `some require`
            Tag::Det => self.is_in(before, Group::Floating) || self.is_in(before, Group::PluralPronouns),
            // `disruptions and rebuilding have`, `the steps I have taken have`, `the 1990's have`
            Tag::Part | Tag::Verb if self.tag(i) == Tag::Aux => !self.has_causative(i),
            Tag::Verb => self.is_after_relative(i, before),
            Tag::Adp | Tag::Part => false,
            // `let them speak`, but `many of them speak`
            Tag::Pron if self.is_in(before, Group::ObjectPronouns) => {
                before > 0 && self.is_word(before - 1, "of") && !self.has_causative(i)
            }
            Tag::Pron if self.is_in(before, Group::PureSubjects) => true,
            // `the proposals put forward in its report`
            _ if self.forms(i).is_participle() && self.misses_object(i) => false,
            _ if self.forms(i).is_participle() && self.is_reduced_relative(i, self.is_attached(i)) => false,
            _ => !self.has_causative(i),
        }
    }

    /// Returns whether the verb before ends a relative clause, so that ours is the main one: `the rights that it has
    /// fostered remain`.
    fn is_after_relative(self, i: usize, before: usize) -> bool {
        let start = self.stretch(i).start;
        self.opens_clause(start)
            && self.forms(before).is_participle()
            && self.is_governed(before)
            && !self.has_finite(self.segment(i).start..start)
    }

    /// Returns whether the word stands in a clause that a relative pronoun ties to a noun.
    fn is_relative(self, i: usize) -> bool {
        let start = self.stretch(i).start;
        start > 0 && self.is_in(start, Group::Relatives) && self.tag(start) == Tag::Pron && {
            // `those that are lost`
            self.is_nominal(start - 1) || self.is_in(start - 1, Group::PluralPronouns)
        }
    }

    /// Returns the last word before that a base form can stand beside: a finite verb or an infinitive.
    pub(super) fn earlier_head(self, i: usize) -> Option<usize> {
        let start = self.segment(i).start;
        (start..i).rev().find(|&j| self.tag(j) == Tag::Verb && self.forms(j).is_base() || self.is_finite(j))
    }

    /// Returns whether `let`, `help` or the like stands before, so that a base form is its complement.
    pub(super) fn has_causative(self, i: usize) -> bool {
        let start = self.stretch(i).start;
        // `will not let storms or posing or strife or old feuds stand in our way`: a row of names may be longer.
        let is_row = |j: usize| {
            let is_name = |j: usize| {
                self.is_nominal(j) || matches!(self.tag(j), Tag::Adj | Tag::Cconj | Tag::Det) || self.forms(j).is_ing()
            };
            (j + 1..i).all(is_name)
        };
        let is_near = |j: usize| j + 6 >= i || is_row(j);
        (start..i).any(|j| is_near(j) && self.is_of(j, Group::Causatives) || self.is_of(j, Group::PerceptionVerbs))
    }

    /// Returns whether the word is a verb of a list.
    fn is_of(self, i: usize, group: Group) -> bool {
        self.tag(i) == Tag::Verb && Grammar::english().groups(&self.sentence[i].known.verb).has(group)
    }

    /// Tells a past tense from a past participle where the form can be both.
    fn is_finite_past(self, i: usize) -> bool {
        let segment = self.segment(i);
        let Some(before) = self.before(i).filter(|&j| !self.is_strong_mark(j)) else {
            return !self.has_later_main(i);
        };
        let is_attached = self.is_attached(i);
        // `more complex and more involved`
        let is_compared = i > 0 && self.is_in(i - 1, Group::DegreeWords);
        // `The League used to sail`, but not `The tools used to mend the port are old`
        let is_habit = || {
            self.tag(before) == Tag::Propn
                && self.is_word(i, "used")
                && self.after(i).is_some_and(|j| self.is_to(j))
                && !self.has_finite(segment.start..i)
                && !self.has_later_main(i)
        };
        if is_compared || self.misses_object(i) && !self.is_subject(before) && !is_habit() {
            return false;
        }
        // `trade has slowed, with wages expected to fall`
        let start = self.stretch(i).start;
        if start > segment.start && self.is_in(start, Group::AbsolutePrepositions) {
            return false;
        }
        match self.tag(before) {
            // `of this lost port`
            Tag::Det
                if before + 1 == i && before > 0 && self.tag(before - 1) == Tag::Adp && !self.opens_clause(before) =>
            {
                false
            }
            // `the view that lowered tolls, better ports and trade are good`
            Tag::Pron | Tag::Sconj
                if before + 1 == i && self.tells_of_thought(before) && self.is_before_later_verb(i) =>
            {
                false
            }
            Tag::Pron | Tag::Sconj | Tag::Det if self.is_subject(before) => true,
            // `Some even wondered whether`, `These included old rules`; but not `Those included in the list are`
            Tag::Det
                if self.is_in(before, Group::PluralPronouns)
                    && (before == segment.start || self.tag(before - 1) == Tag::Cconj)
                    && !self.is_before_noun(i)
                    && !is_attached
                    && !self.has_later_main(i) =>
            {
                true
            }
            // `We all agreed`
            Tag::Det if self.is_in(before, Group::Floating) => self.before(before).is_some_and(|j| self.is_subject(j)),
            Tag::Sconj | Tag::Adp | Tag::Det | Tag::Part | Tag::Verb => false,
            Tag::Pron if self.is_possessive(before) => false,
            // `— both realized and expected —`
            Tag::Cconj
                if self.is_in(before, Group::Pairing)
                    && self.before(before).is_none_or(|j| matches!(self.tag(j), Tag::Punct | Tag::Adp)) =>
            {
                false
            }
            // `There are refugees and internally displaced persons`, but `The Council met and lowered tolls`
            Tag::Cconj
                if (self.tag_after(i) == Some(Tag::Noun) || self.is_before_noun(i) && !self.has_past(before))
                    && self.before(before).is_some_and(|j| self.is_nominal(j))
                    && self.last_verb(before).map_or_else(
                        || self.is_in_present(before),
                        |j| !self.forms(j).is_past() || self.is_word(j, "was"),
                    )
                    && !self.last_verb(before).is_some_and(|j| self.forms(j).is_participle()) =>
            {
                false
            }
            // `lists of dead and wounded`
            Tag::Cconj
                if !self.has_object(i)
                    && self
                        .before(before)
                        .is_some_and(|j| self.tag(j) == Tag::Adj && j > 0 && self.tag(j - 1) == Tag::Adp) =>
            {
                false
            }
            // `were crowded and besieged`, `is growing and respected`
            Tag::Cconj if !self.has_object(i) && self.before(before).is_some_and(|j| self.is_progressive(j)) => false,
            // `remain open and varied`, `is more open and assured here`, but `is low and expected to stay so`
            Tag::Cconj
                if !self.has_object(i)
                    && !self.after(i).is_some_and(|j| self.is_to(j))
                    && self.before(before).is_some_and(|j| self.is_said(j)) =>
            {
                false
            }
            // `come to the aid of ports that wish to trade but held back by storms`
            Tag::Cconj if self.is_passive(i) && self.last_verb(i).is_some_and(|j| !self.forms(j).is_past()) => false,
            Tag::Cconj => match self.last_verb(i) {
                Some(verb) if self.forms(verb).is_participle() => self.is_finite(verb),
                _ => !(is_attached && (i + 1..self.stretch(i).end).any(|j| self.looks_finite(j))),
            },
            // `a league that, two years ago, voted for peace`
            Tag::Punct if self.is_word(before, ",") && self.resumes_relative(before) => true,
            Tag::Punct => {
                let has_earlier = (segment.start..before).any(|j| self.is_finite(j) && !self.is_subordinate(j));
                if has_earlier {
                    // `met, discussed the report and adopted it`, but `the plan, adopted in May, is`.
                    !is_attached && self.last_verb(i).is_some_and(|j| self.forms(j).is_past() && self.is_finite(j))
                } else {
                    !(is_attached && self.has_later_main(i))
                }
            }
            // `I believe the fairs in my country showed a way`
            _ if self.is_thought(i) => true,
            // `wish to see the ports and ships of the north widened.`
            _ => {
                // `seek to restore the toll and certain fees made due last spring`
                let is_open =
                    is_attached || self.after(i).is_none_or(|j| self.is_strong_mark(j) || self.tag(j) == Tag::Adj);
                !(self.is_reduced_relative(i, is_attached) || is_open && self.is_joined_name(i))
            }
        }
    }

    /// Returns whether a noun phrase with `the` or the like stands between a verb of thinking and the word, which has an object,
    /// so that it is told of that: `I believe the fairs in my country showed a way`.
    fn is_thought(self, i: usize) -> bool {
        let is_inside = |j: usize| {
            matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp | Tag::Adv | Tag::Num)
                || self.is_possessive(j)
        };
        let verb = (self.segment(i).start..i).rev().find(|&j| !is_inside(j));
        verb.is_some_and(|verb| {
            let is_said = self.is_finite(verb) && self.is_of(verb, Group::ThinkingVerbs);
            is_said && verb + 2 < i && (self.tag(verb + 1) == Tag::Det || self.is_possessive(verb + 1))
        }) && self.after(i).is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Pron))
    }

    /// Returns whether `that` says what the noun before is of: `the view | that`.
    fn tells_of_thought(self, that: usize) -> bool {
        let groups = |j: usize| Grammar::english().groups(self.sentence[j].lemma());
        self.is_word(that, "that") && that.checked_sub(1).is_some_and(|j| groups(j).has(Group::ThatNouns))
    }

    /// Returns whether a noun stands right behind, and a verb in the present further on before a strong mark.
    fn is_before_later_verb(self, i: usize) -> bool {
        let is_present = |j: usize| self.looks_finite(j) && !self.forms(j).is_past();
        i + 1 < self.len() && self.is_nominal(i + 1) && (i + 2..self.segment(i).end).any(is_present)
    }

    /// Returns whether a comma closes an aside right behind a relative pronoun, which still has no verb.
    fn resumes_relative(self, comma: usize) -> bool {
        let open = (comma.saturating_sub(7)..comma).rev().find(|&j| self.is_word(j, ","));
        open.is_some_and(|open| {
            open > 1
                && self.is_in(open - 1, Group::Relatives)
                && self.is_nominal(open - 2)
                && !self.has_finite(open + 1..comma)
        })
    }

    /// Returns whether the word says more of the last of two nouns that a present verb or an infinitive has: `requires skill
    /// and the trust of crews built over years`. A past verb would tell of another time.
    fn is_joined_name(self, i: usize) -> bool {
        let start = self.stretch(i).start;
        let is_phrase = |j: usize| {
            matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adv | Tag::Adp | Tag::Num)
        };
        let Some(joint) = (start..i).rev().find(|&j| !is_phrase(j)).filter(|&j| self.tag(j) == Tag::Cconj) else {
            return false;
        };
        // `welcomes the duties undertaken at sea and the steps announced in spring`
        let is_participle =
            |j: usize| self.tag(j) == Tag::Verb && j > start && self.is_nominal(j - 1) && !self.is_finite(j);
        let is_inside = |j: usize| is_phrase(j) || self.tag(j) == Tag::Pron || is_participle(j);
        let verb = (start..joint).rev().find(|&j| !is_inside(j));
        // `showed the courage and leadership needed to`: under one determiner.
        let is_bare = i == joint + 2 && self.tag(i - 1) == Tag::Noun && !self.is_plural(i - 1);
        let is_one = is_bare
            && self.after(i).is_some_and(|j| self.is_to(j))
            && verb.is_some_and(|j| self.after(j).is_some_and(|j| self.tag(j) == Tag::Det));
        // `has seen trade grow and crews parted from their ships`
        let is_seen =
            |j: usize| self.is_of(j, Group::PerceptionVerbs) && !(self.is_finite(j) && self.forms(j).is_past());
        let is_object = || {
            verb.is_some_and(|j| {
                let forms = self.forms(j);
                // `wants to have the trust and respect owed to`
                let is_verb = self.tag(j) == Tag::Verb || self.before(j).is_some_and(|j| self.is_to(j));
                // `are replaced by orders and tolls imposed without consent`
                let is_suffered = || {
                    is_verb && (forms.is_participle() || forms.is_ing()) && self.is_in_present(j) && self.is_perfect(j)
                };
                is_verb && (forms.is_base() || forms.is_third() || is_one) && !self.is_perfect(j) || is_suffered()
            })
        };
        joint > 0 && self.is_nominal(joint - 1) && is_object() || (start..joint).any(is_seen)
    }

    /// Returns whether `have` or `be` stands before the word.
    fn is_perfect(self, i: usize) -> bool {
        self.before(i).is_some_and(|j| self.tag(j) == Tag::Aux && !self.is_modal(j))
    }

    /// Returns whether a verb that always has an object has none behind it, so that a form in -ed is a participle.
    pub(super) fn misses_object(self, i: usize) -> bool {
        Grammar::english().groups(&self.sentence[i].known.verb).has(Group::TransitiveVerbs) && !self.has_object(i)
    }

    /// Returns whether something that can be an object follows.
    fn has_object(self, i: usize) -> bool {
        // `spent less in spring`
        let is_measured = i + 1 < self.len() && self.is_in(i + 1, Group::DegreeWords);
        // Before `and` the object may stand behind the next verb.
        is_measured
            || self.after(i).is_some_and(|j| match self.tag(j) {
                // `put out a plan`, but not `based upon a plan`
                Tag::Adp
                    if self.forms(i).is_base()
                        && self.is_in(j, Group::VerbParticles)
                        && self.tag_after(j) == Some(Tag::Det) =>
                {
                    true
                }
                // `imposed over 10 million in fines`
                Tag::Adp if self.tag_after(j) == Some(Tag::Num) && self.is_in(j, Group::LoosePrepositions) => true,
                Tag::Adp => self.has_late_object(j),
                // `recognized that trade had grown`
                // `recognized that trade had grown`, `showed how it had`
                Tag::Sconj => self.is_word(j, "that") || self.is_word(j, "how") || self.is_word(j, "whether"),
                // `conducted, to our regret, a series of raids`
                Tag::Punct => self.is_word(j, ",") && self.has_object_behind_aside(j),
                _ => !self.is_to(j),
            })
    }

    /// Returns whether an aside without a verb stands between commas before a noun phrase: `, to our regret, | a series of`.
    fn has_object_behind_aside(self, open: usize) -> bool {
        let close = (open + 1..self.len()).take(8).find(|&j| self.is_word(j, ","));
        close.is_some_and(|close| {
            let is_plain =
                |j: usize| !matches!(self.tag(j), Tag::Verb | Tag::Aux | Tag::Cconj | Tag::Pron | Tag::Punct);
            let is_plain = |j: usize| is_plain(j) || self.is_possessive(j);
            self.tag(open + 1) == Tag::Adp
                && (open + 1..close).all(is_plain)
                && self.tag_after(close) == Some(Tag::Det)
                && !(close + 1..self.segment(open).end).any(|j| self.looks_finite(j))
        })
    }

    /// Returns whether a noun phrase of its own stands behind the one that a preposition takes: `adopted with great care
    /// a new levy`.
    fn has_late_object(self, preposition: usize) -> bool {
        let inside =
            |j: &usize| matches!(self.tag(*j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Adp);
        let end = (preposition..self.len()).find(|j| !inside(j)).unwrap_or(self.len());
        let begins = |j: usize| self.is_nominal(j - 1) && self.tag(j) == Tag::Det && !self.opens_clause(j);
        (preposition + 2..end).any(begins) && !(end..self.stretch(preposition).end).any(|j| self.looks_finite(j))
    }

    /// Returns whether the word is an adjective that a present tense says of its subject: `remain | open`.
    fn is_said(self, i: usize) -> bool {
        let is_degree = |j: usize| self.tag(j) == Tag::Adv || self.is_in(j, Group::DegreeWords);
        let verb = (0..i).rev().find(|&j| !is_degree(j)).filter(|_| self.tag(i) == Tag::Adj);
        verb.is_some_and(|j| matches!(self.tag(j), Tag::Aux | Tag::Verb) && !self.forms(j).is_past())
    }

    /// Returns whether the word is an -ing form under `be`.
    fn is_progressive(self, i: usize) -> bool {
        self.tag(i) == Tag::Verb && self.forms(i).is_ing() && self.before(i).is_some_and(|j| self.is_be(j))
    }

    /// Returns whether a finite verb seems to follow that is not in a clause of its own.
    fn has_later_main(self, i: usize) -> bool {
        let end = self.stretch(i).end;
        (i + 1..self.segment(i).end).any(|j| self.looks_finite(j) && (j < end || !self.is_subordinate(j)))
    }

    /// Returns whether a preposition or `to` follows, as it does a participle that has lost its object.
    fn is_attached(self, i: usize) -> bool {
        self.after(i).is_some_and(|j| self.tag(j) == Tag::Adp || self.is_to(j))
    }

    fn is_reduced_relative(self, i: usize, is_attached: bool) -> bool {
        let (stretch, segment) = (self.stretch(i), self.segment(i));
        let follows = self.after(i);
        let start = (stretch.start..i).rev().find(|&j| self.tag(j) == Tag::Cconj);
        if self.has_finite(start.unwrap_or(stretch.start)..i) {
            return true;
        }
        // `as storms continued to fade and tolls fell`: no passive takes that infinitive.
        let takes_deed = self.is_of(i, Group::DeedTakers) && follows.is_some_and(|j| self.is_to(j));
        if takes_deed {
            return false;
        }
        // `is the base of a port called Averil`
        let is_named = self.is_of(i, Group::NamingVerbs) && follows.is_some_and(|j| self.is_nominal(j));
        if is_named && self.has_finite(segment.start..i) {
            return true;
        }
        if self.is_passive(i) {
            return self.has_finite(segment.start..i)
                || self.has_later_main(i)
                || (i + 1..stretch.end).any(|j| self.head_score(j, &stretch, true).is_some());
        }
        // `data received since the Board met suggest`: one verb for the inner clause and one for us.
        let is_interrupted = follows.is_some_and(|j| self.tag(j) == Tag::Sconj && !self.is_word(j, "that"));
        if is_interrupted {
            let end = (i..segment.end).find(|&j| self.tag(j) == Tag::Punct).unwrap_or(segment.end);
            return (i + 1..end).filter(|&j| self.looks_finite(j)).count() > 1;
        }
        // The inner clause takes the first verb if words before it still wait for theirs.
        let opens_inside = stretch.start > segment.start && self.tag(stretch.start) == Tag::Sconj;
        if opens_inside && !self.has_finite(segment.start..stretch.start) {
            return false;
        }
        // `In annual terms based on the last quarter, output grew`: inside the phrase that a preposition opens.
        let is_opener = self.tag(stretch.start) == Tag::Adp
            && stretch.end < segment.end
            && self.is_word(stretch.end, ",")
            && self.after(stretch.end).is_some_and(|j| self.tag(j) != Tag::Cconj);
        // `During the meeting held last week, they`: the verb has no subject.
        let is_one_phrase = || {
            let phrase = stretch.start + 1..i;
            phrase.len() > 1
                && self.tag(phrase.start) == Tag::Det
                && (phrase.start + 1..i).all(|j| matches!(self.tag(j), Tag::Noun | Tag::Adj | Tag::Adv))
        };
        if is_opener && (is_attached || is_one_phrase()) && self.has_later_main(i) {
            return true;
        }
        let is_open = is_attached || follows.is_none_or(|j| self.is_border(j) || self.looks_finite(j));
        // `views taken from surveys and from markets stand`: past a second preposition.
        let is_joint = |j: usize| self.tag(j) == Tag::Cconj && self.tag_after(j) != Some(Tag::Adp);
        let end = (i..stretch.end).find(|&j| is_joint(j)).unwrap_or(stretch.end);
        is_open && (i + 1..end).any(|j| self.looks_finite(j))
    }

    /// Returns whether a doer follows: `held back by storms`, but not `fell by 3 per cent`, `rose by more than 3 per cent`,
    /// `eased by opening the port`.
    fn is_passive(self, i: usize) -> bool {
        let is_bound = |j: usize| matches!(self.tag(j), Tag::Adv | Tag::Adj) || self.is_word(j, "than");
        self.after(i).is_some_and(|j| {
            let doer = (j + 1..self.len()).find(|&j| !is_bound(j));
            let is_doer = doer.is_some_and(|j| self.tag(j) != Tag::Num);
            // `safety built and kept by our league`
            let is_pair = || {
                let second = self.after(j).filter(|_| self.tag(j) == Tag::Cconj);
                second.is_some_and(|k| {
                    self.tag(k) == Tag::Verb
                        && self.forms(k).is_participle()
                        && self.after(k).is_some_and(|k| self.is_word(k, "by"))
                })
            };
            // `brought on by storms`
            let is_led = || j + 1 < self.len() && self.tag(j) == Tag::Adp && self.is_word(j + 1, "by");
            self.is_word(j, "by") && is_doer && !self.forms(j + 1).is_ing() || is_led() || is_pair()
        })
    }

    /// Returns whether a verb stands before in a form that can be past.
    fn has_past(self, i: usize) -> bool {
        (self.segment(i).start..i).any(|j| self.tag(j) == Tag::Verb && self.forms(j).is_past())
    }

    /// Returns whether an auxiliary stands before that tells of the present: `are shipping salted fish and | dried fruit`.
    fn is_in_present(self, i: usize) -> bool {
        let aux = (self.segment(i).start..i).rev().find(|&j| self.tag(j) == Tag::Aux);
        aux.is_some_and(|j| self.is_be(j) && !self.forms(j).is_past())
    }

    /// Returns whether a noun follows, with at most an adjective or an -ing form in between.
    pub(super) fn is_before_noun(self, i: usize) -> bool {
        let is_modifier = |j: usize| self.tag(j) == Tag::Adj || self.tag(j) == Tag::Verb && self.forms(j).is_ing();
        let next = if i + 1 < self.len() && is_modifier(i + 1) { i + 1 } else { i };
        self.tag_after(next) == Some(Tag::Noun)
    }

    fn tag_after(self, i: usize) -> Option<Tag> {
        (i + 1 < self.len()).then(|| self.tag(i + 1))
    }

    fn last_verb(self, i: usize) -> Option<usize> {
        let start = self.segment(i).start;
        (start..i).rev().find(|&j| self.tag(j) == Tag::Verb && !self.forms(j).is_ing())
    }
}
