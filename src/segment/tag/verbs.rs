//! Repairs after the patches, of verbs: infinitives, verbs after modals and pronouns, reporting and joined verbs.

use super::Draft;
use super::view::View;
use crate::lexicon::{Grammar, Group, Tag, VerbForms};

impl Draft<'_> {
    /// Tells `to` before a verb from `to` before a noun, and tags the verb.
    pub(super) fn find_infinitives(&mut self) {
        for i in 0..self.words.len() {
            let view = self.view();
            if !view.is_word(i, "to") {
                continue;
            }
            // `to quickly and fully open the port`
            let is_split = view.len() > i + 2 && view.tag(i + 1) == Tag::Adv && view.tag(i + 2) == Tag::Cconj;
            let next = if is_split { view.after_joint(i) } else { view.after(i) };
            let mut verb = next.filter(|&j| view.forms(j).is_base() && view.is_infinitive(i, j));
            // `to further support growth`
            if verb.is_none() && i + 2 < view.len() && view.is_in(i + 1, Group::SplitAdverbs) {
                verb = Some(i + 2).filter(|&j| view.forms(j).is_base());
            }
            match verb {
                Some(j) => {
                    self.set(i, Tag::Part);
                    for k in i + 1..j {
                        if self.sentence[k].tag != Tag::Cconj {
                            self.set(k, Tag::Adv);
                        }
                    }
                    if self.sentence[j].tag != Tag::Aux {
                        self.set(j, Tag::Verb);
                    }
                }
                None => self.set(i, Tag::Adp),
            }
        }
    }

    /// Tags what must be a verb: a base form after a modal, a participle after `have` or `be`, and a form
    /// that agrees with a pronoun before it.
    pub(super) fn find_predicate_verbs(&mut self) {
        for i in 0..self.words.len() {
            let view = self.view();
            // `We further urge`
            // `should first like to`, but not `will further trade`
            let is_to = view.len() > i + 2 && view.is_to(i + 2);
            let is_led = |j: usize| view.is_in(j, Group::PureSubjects) || view.is_modal(j) && is_to;
            // `will further breed old feuds`: a verb everywhere else.
            let is_verb_next =
                || i + 2 < view.len() && view.sentence[i + 1].known.tag == Tag::Verb && view.forms(i + 1).is_base();
            let is_further = i > 0 && view.is_word(i, "further") && view.is_modal(i - 1) && is_verb_next();
            let splits = view.is_in(i, Group::SplitAdverbs) && i > 0 && (is_led(i - 1) || is_further);
            if splits && view.words.get(i + 1).is_some_and(|_| view.forms(i + 1).is_base()) {
                self.set(i, Tag::Adv);
                continue;
            }
            let forms = view.forms(i);
            // `Ada Hale once said`: as a conjunction it has its subject behind it.
            let is_adverb = i > 1
                && view.is_word(i - 1, "once")
                && view.tag(i) == Tag::Verb
                && forms.is_past()
                && (view.tag(i - 2) == Tag::Propn || view.is_in(i - 2, Group::PureSubjects));
            // `once again urges`: no clause begins there.
            let is_again = view.is_word(i, "once")
                && view.words.len() > i + 2
                && view.is_in(i + 1, Group::RepeatWords)
                && !view.forms(i + 2).is_empty();
            if is_again {
                self.set(i, Tag::Adv);
                continue;
            }
            if is_adverb {
                self.set(i - 1, Tag::Adv);
            }
            let view = self.view();
            // `Launch a programme`, `Double the number of pilots`
            let is_first = i == 0 || i == 1 && view.is_strong_mark(0);
            if is_first && matches!(view.tag(i), Tag::Noun | Tag::Adj) && forms.is_base() {
                // `People the world over cheer`, `Further the fleet will grow`
                let is_other = view.is_plural(i) || view.is_in(i, Group::SplitAdverbs);
                if view.words.len() > i + 1 && view.tag(i + 1) == Tag::Det && !is_other {
                    self.set(i, Tag::Verb);
                }
                continue;
            }
            let Some(before) = view.before(i).filter(|_| !forms.is_empty()) else {
                continue;
            };
            if view.must_be_verb(i, before) {
                self.set(i, Tag::Verb);
                continue;
            }
            let is_name = view.tag(i) == Tag::Propn && view.words[i] != view.words[i].to_lowercase();
            let next = view.words.get(i + 1).map(|_| view.tag(i + 1));
            // `the measures taken have not been`
            let is_perfect = view.tag(i) == Tag::Verb
                && *view.sentence[i].known.verb == *"have"
                && view.after(i).is_some_and(|j| {
                    matches!(view.tag(j), Tag::Verb | Tag::Aux)
                        && view.forms(j).is_participle()
                        && !view.forms(j).is_base()
                });
            if is_perfect {
                self.set(i, Tag::Aux);
                continue;
            }
            let is_verb = match view.tag(i) {
                Tag::Noun | Tag::Adj | Tag::Adp | Tag::Propn if view.is_modal(before) => forms.is_base() && !is_name,
                Tag::Noun | Tag::Adj if view.tag(before) == Tag::Aux => {
                    let is_perfect = view.sentence[before].known.lemma == "have"
                        && forms.is_participle()
                        && !forms.is_base()
                        && next != Some(Tag::Noun);
                    let is_object = matches!(next, Some(Tag::Det | Tag::Adj | Tag::Pron))
                        || next == Some(Tag::Noun) && view.is_plural(i + 1);
                    // `We are also building with care`
                    let is_split = before + 1 < i && next == Some(Tag::Adp);
                    let is_progressive = forms.is_ing() && (is_object || is_split);
                    is_perfect || is_progressive && view.is_be(before)
                }
                // `by building new homes`
                Tag::Noun if view.tag(before) == Tag::Adp && forms.is_ing() => {
                    matches!(next, Some(Tag::Det | Tag::Pron | Tag::Propn | Tag::Num))
                }
                // `risks that demand and output may fall`
                Tag::Noun if view.is_subject(before) => {
                    let is_pair =
                        next == Some(Tag::Cconj) && view.words.get(i + 2).is_some_and(|_| view.is_nominal(i + 2));
                    let is_open = view.is_in(before, Group::Relatives);
                    !(is_pair && is_open) && view.agrees_with_pronoun(before, forms)
                }
                // `One needs care`, `Each differs`: no plural can stand there.
                Tag::Noun if before + 1 == i && (view.is_word(before, "one") || view.is_word(before, "each")) => {
                    let is_alone =
                        before == 0 || !matches!(view.tag(before - 1), Tag::Det | Tag::Adp | Tag::Num | Tag::Adj);
                    is_alone && forms.is_third() && !view.is_word(i, "means")
                }
                Tag::Adj if view.is_subject(before) => {
                    let is_past = forms.is_past() && view.is_in(before, Group::PureSubjects);
                    let takes_object = matches!(next, Some(Tag::Det | Tag::Pron | Tag::Num));
                    // `We focused on the north`, `I close on this note`, but `are we focused on it`
                    // `We also organized, in spring, a fair`
                    let is_led = (next == Some(Tag::Adp) || is_past && next == Some(Tag::Punct))
                        && view.is_in(before, Group::PureSubjects)
                        && view.before(before).is_none_or(|j| view.tag(j) != Tag::Aux);
                    (takes_object || is_led) && (is_past || view.agrees_with_pronoun(before, forms))
                }
                _ => false,
            };
            if is_verb {
                self.set(i, Tag::Verb);
            }
        }
    }

    /// Tags a `that` before its noun where no verb stands before that it could complete: `That aim is ours`, `In time,
    /// that aim`.
    fn find_pointing_that(&mut self) {
        let mut has_verb = false;
        for i in 0..self.words.len() {
            let view = self.view();
            has_verb |= matches!(view.tag(i), Tag::Verb | Tag::Aux);
            let is_first = || i == 0 || view.is_word(i - 1, ",") || view.tag(i - 1) == Tag::Cconj;
            if !view.is_word(i, "that") || !is_first() {
                continue;
            }
            let Some(next) = view.after(i) else { continue };
            // `That will be the end of it`, `That means we must sail`
            let is_subject = i == 0 && (view.tag(next) == Tag::Aux || view.forms(next).is_third());
            // `, and that is why I am here`
            let is_reason = next + 1 < view.len() && view.tag(next) == Tag::Aux && view.is_word(next + 1, "why");
            if is_subject || is_reason || !has_verb && matches!(view.tag(next), Tag::Noun | Tag::Adj) {
                self.set(i, Tag::Det);
            }
        }
    }

    /// Tells `ensure that inflation returns` from `adopt that resolution`: a verb must follow.
    pub(super) fn find_conjunctions(&mut self) {
        self.find_pointing_that();
        for i in 1..self.words.len() {
            let view = self.view();
            // `the risks to that outlook`; only `in that` opens a clause.
            let is_after_preposition = view.tag(i - 1) == Tag::Adp && !view.is_word(i - 1, "in");
            if view.tag(i) == Tag::Sconj && view.is_word(i, "that") && is_after_preposition {
                self.set(i, Tag::Det);
                continue;
            }
            // `Never before have the ports been so full`
            let is_inverted = view.is_word(i, "before")
                && view.tag(i - 1) == Tag::Adv
                && i + 1 < self.words.len()
                && view.tag(i + 1) == Tag::Aux
                && view.looks_finite(i + 1);
            if is_inverted {
                self.set(i, Tag::Adv);
                continue;
            }
            // `Sailors the world over agree`
            let is_postposed = i > 1
                && view.is_word(i, "over")
                && view.tag(i - 1) == Tag::Noun
                && view.tag(i - 2) == Tag::Det
                && i + 1 < self.words.len()
                && matches!(view.tag(i + 1), Tag::Verb | Tag::Aux)
                && !view.forms(i + 1).is_ing();
            if is_postposed {
                self.set(i, Tag::Adv);
                continue;
            }
            // `We hold, however, that`
            let comma = (0..i.saturating_sub(1)).rev().take(4).find(|&j| view.is_word(j, ","));
            let is_resumed = view.is_word(i, "that")
                && view.is_word(i - 1, ",")
                && comma.is_some_and(|j| j > 0 && (view.reports(j - 1) || view.tag(j - 1) == Tag::Adj));
            if is_resumed {
                self.set(i, Tag::Sconj);
                continue;
            }
            if !(view.tag(i) == Tag::Det && view.is_word(i, "that")) {
                continue;
            }
            let is_open = view.before(i).is_some_and(|j| {
                matches!(view.tag(j), Tag::Verb | Tag::Adj | Tag::Noun | Tag::Aux)
                        // `convince them that trade and grain are safe`
                        || view.tag(j) == Tag::Pron && view.is_in(j, Group::ObjectPronouns)
            }) || view.is_word(i - 1, "so");
            // `ensure that crews and pilots benefit`: no plural stands behind a pointing `that`.
            let is_adjective = |j: usize| self.sentence[j].tag == Tag::Adj;
            let noun = (i + 1..view.len()).find(|&j| !is_adjective(j));
            if is_open && noun.is_some_and(|j| view.tag(j) == Tag::Noun && view.is_plural(j)) {
                self.set(i, Tag::Sconj);
                continue;
            }
            // `indicate that grain, timber, and wool have risen`: past the commas of a list.
            let takes_clause = view.before(i).is_some_and(|j| view.reports(j));
            let mut rest = i + 2..if takes_clause { view.segment(i).end } else { view.stretch(i).end };
            if is_open && rest.any(|j| view.looks_finite(j) || view.tag(j) == Tag::Noun && view.forms(j).is_third()) {
                self.set(i, Tag::Sconj);
            }
        }
    }

    /// Tags a noun as a verb where it takes a `that` clause and agrees with the noun before: `the indicators signal that`.
    pub(super) fn find_reporting_verbs(&mut self) {
        for i in 1..self.words.len().saturating_sub(1) {
            let view = self.view();
            let forms = view.forms(i);
            if view.tells_aside(i) {
                self.set(i, Tag::Verb);
                continue;
            }
            if view.tag(i) != Tag::Noun || !view.is_nominal(i - 1) || !view.is_word(i + 1, "that") {
                continue;
            }
            if !view.takes_that(i) {
                continue;
            }
            let agrees = if view.is_plural(i - 1) { forms.is_base() } else { forms.is_third() };
            if agrees {
                self.set(i, Tag::Verb);
                self.set(i + 1, Tag::Sconj);
            }
        }
    }

    /// Tags a noun as a verb where `and` joins it to a verb of the same form: `could lead to war and escalate`.
    pub(super) fn find_coordinated_verbs(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            let forms = view.forms(i);
            if view.tag(i) != Tag::Noun || !(forms.is_base() || forms.is_third()) {
                continue;
            }
            let Some(before) = view.before(i).filter(|&j| view.tag(j) == Tag::Cconj || view.is_word(j, ",")) else {
                continue;
            };
            let Some(next) = view.after(i) else { continue };
            let takes_object = match view.tag(next) {
                // `the burdens and costs we impose`
                Tag::Pron if view.is_in(next, Group::PureSubjects) => false,
                Tag::Det | Tag::Pron | Tag::Propn | Tag::Sconj => true,
                Tag::Adp => view.tag(before) == Tag::Cconj && view.is_in(next, Group::VerbParticles),
                // `urge traders and labor to cooperate`, `have skill and experience to draw on`
                Tag::Part => {
                    let is_led = view.is_to(next) && view.tag(before) == Tag::Cconj;
                    is_led && !view.is_asked(before) && (view.takes_infinitive(i) || !view.misses_object(i))
                }
                _ => false,
            };
            // `proposes to widen the port, and plans to`: the verb that it goes on with stands before an infinitive.
            let is_third = |head: &usize| view.is_finite(*head) && view.forms(*head).is_third();
            let is_next = || {
                let start = view.segment(before).start;
                let last = (start..before).rev().find(|&j| view.is_finite(j)).filter(is_third);
                forms.is_third() && before > 0 && view.is_word(before - 1, ",") && last.is_some()
            };
            let is_like = is_next()
                || view.earlier_head(before).is_some_and(|head| {
                    forms.is_third() && view.forms(head).is_third() || forms.is_base() && view.forms(head).is_base()
                });
            // `The islands' league wants and needs new ports`
            let is_twin = view.tag(before) == Tag::Cconj
                && before + 1 == i
                && forms.is_third()
                && before > 0
                && view.tag(before - 1) == Tag::Verb
                && view.forms(before - 1).is_third()
                && view.is_finite(before - 1)
                && matches!(view.tag(next), Tag::Noun | Tag::Adj | Tag::Verb);
            if is_twin || takes_object && is_like && !view.has_relative(i) {
                self.set(i, Tag::Verb);
            }
        }
    }
}

impl View<'_> {
    /// Returns whether what stands around a noun leaves it no choice but to be a verb.
    fn must_be_verb(self, i: usize, before: usize) -> bool {
        let forms = self.forms(i);
        let next = (i + 1 < self.len()).then_some(i + 1);
        if !matches!(self.tag(i), Tag::Noun | Tag::Adj) {
            return false;
        }
        // `The League will, as always, support the port`
        let is_object = |j: usize| matches!(self.tag(j), Tag::Det | Tag::Pron | Tag::Propn) && !self.opens_clause(j);
        let is_set_apart = || {
            let open = (0..i - 1).rev().take(5).find(|&j| self.is_word(j, ","));
            self.is_word(i - 1, ",")
                && open.is_some_and(|j| j > 0 && self.is_modal(j - 1))
                && next.is_some_and(is_object)
        };
        // `appeal to the ports that it act with care`
        let is_wished = || {
            before + 1 == i
                && before > 0
                && self.is_in(before, Group::SingularSubjects)
                && self.is_word(before - 1, "that")
                && next.is_some_and(|j| self.tag(j) == Tag::Adp)
        };
        // `every one of us needs to sail`
        let is_one_of = || {
            let is_us = before > 1 && self.is_in(before, Group::ObjectPronouns) && self.is_word(before - 1, "of");
            is_us && next.is_some_and(|j| self.is_to(j))
        };
        // `The League also plans to sail`
        let is_split = || {
            let subject = i.checked_sub(2).filter(|_| self.is_in(i - 1, Group::VerbAdverbs));
            let is_one = subject.is_some_and(|j| self.is_nominal(j) && !self.is_plural(j));
            let is_taken =
                |j: usize| self.is_to(j) || is_object(j) || self.is_word(j, "that") || self.tag(j) == Tag::Adp;
            is_one && next.is_some_and(|j| is_taken(j) && !self.is_word(j, "of"))
        };
        // `Some argue, of course, that`
        let is_said = || {
            let is_many = self.tag(before) == Tag::Det && self.is_in(before, Group::PluralPronouns);
            let is_first = before == 0 || matches!(self.tag(before - 1), Tag::Punct | Tag::Cconj);
            before + 1 == i
                && is_many
                && is_first
                && self.takes_that(i)
                && next.is_some_and(|j| self.tag(j) == Tag::Punct)
        };
        // `The price of growth need not be war`
        let is_denied = || self.is_in(i, Group::SemiModals) && next.is_some_and(|j| self.is_in(j, Group::Negations));
        forms.is_base() && (is_set_apart() || is_wished() || is_said() || is_denied())
            || forms.is_third() && (is_one_of() || is_split())
    }

    /// Returns whether the word is a verb after which `that` nearly always opens a clause.
    fn reports(self, i: usize) -> bool {
        self.tag(i) == Tag::Verb && Grammar::english().groups(self.sentence[i].lemma()).has(Group::ThatVerbs)
    }

    /// Returns whether a noun is the verb of an aside that says whose word the claim is: `as the charter | states,`.
    fn tells_aside(self, i: usize) -> bool {
        let is_name = |j: usize| matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn);
        let is_told = self.tag(i) == Tag::Noun && self.forms(i).is_third() && self.takes_that(i);
        is_told && matches!(self.tag(i + 1), Tag::Punct | Tag::Adp) && {
            let end = self.before(i).filter(|&j| self.is_nominal(j) && !self.is_plural(j));
            let open = end.and_then(|end| (0..end).rev().find(|&j| !is_name(j)));
            open.is_some_and(|open| self.is_word(open, "as"))
        }
    }

    /// Returns whether the verb before asks somebody to do something: `urge the ports and`.
    fn is_asked(self, i: usize) -> bool {
        let head = self.earlier_head(i);
        head.is_some_and(|j| Grammar::english().groups(self.sentence[j].lemma()).has(Group::AskingVerbs))
    }

    /// Returns whether a verb of these forms can be the predicate of the pronoun.
    fn agrees_with_pronoun(self, pronoun: usize, forms: VerbForms) -> bool {
        let antecedent = pronoun.checked_sub(1);
        if self.is_in(pronoun, Group::SingularSubjects) {
            return forms.is_third();
        }
        if !self.is_in(pronoun, Group::Relatives) {
            return forms.is_base() && !self.is_word(pronoun, "there");
        }
        // `That means peace`, `And that demands care`: no plural can stand behind it.
        if self.is_word(pronoun, "that") && antecedent.is_none_or(|j| j == 0 && self.tag(j) == Tag::Cconj) {
            return forms.is_third();
        }
        let Some(antecedent) = antecedent.filter(|&j| self.tag(j) != Tag::Adp) else {
            return false;
        };
        // `the officials, who pride themselves`
        let antecedent = match self.is_word(antecedent, ",") && !self.is_word(pronoun, "that") {
            true => antecedent.saturating_sub(1),
            false => antecedent,
        };
        (!self.is_word(pronoun, "that") || self.is_nominal(antecedent))
            && (forms.is_third() || forms.is_base() && self.is_plural(antecedent))
    }

    /// Returns whether the base form at `verb` follows `to` as an infinitive.
    fn is_infinitive(self, to: usize, verb: usize) -> bool {
        let next = (verb + 1 < self.len()).then_some(verb + 1);
        match self.tag(verb) {
            Tag::Verb | Tag::Aux => true,
            Tag::Noun => match next {
                Some(next) if self.tag(next) == Tag::Noun => self.is_plural(next) && self.selects_infinitive(to),
                Some(next)
                    if matches!(
                        self.tag(next),
                        Tag::Punct | Tag::Cconj | Tag::Adp | Tag::Verb | Tag::Aux | Tag::Part
                    ) =>
                {
                    self.selects_infinitive(to) && !self.is_possessive(next)
                }
                Some(_) => true,
                None => self.selects_infinitive(to),
            },
            // `to slow markedly`, `expects to slow spending`, but `committed to open markets`
            Tag::Adj if next.is_some_and(|j| self.tag(j) == Tag::Adv) => true,
            Tag::Adj if self.before(to).is_some_and(|j| self.tag(j) == Tag::Verb && !self.forms(j).is_past()) => true,
            // `to complete and adopt the treaty`
            Tag::Adj if next.is_some_and(|j| self.tag(j) == Tag::Cconj) => {
                let verb = self.after_joint(verb).filter(|&j| self.tag(j) == Tag::Verb && self.forms(j).is_base());
                let object = verb.and_then(|j| self.after(j));
                object.is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Pron))
            }
            Tag::Adj | Tag::Adp | Tag::Adv => next.is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Pron)),
            _ => false,
        }
    }

    /// Returns whether the word before `to` takes an infinitive rather than a noun, as far as its tag tells.
    fn selects_infinitive(self, to: usize) -> bool {
        self.before(to).is_none_or(|j| matches!(self.tag(j), Tag::Verb | Tag::Adj | Tag::Aux | Tag::Punct | Tag::Cconj))
    }

    /// Returns whether the word as a verb always has an object, which may be an infinitive: `aim to sail`.
    fn takes_infinitive(self, i: usize) -> bool {
        Grammar::english().groups(&self.sentence[i].known.verb).has(Group::InfinitiveVerbs)
    }

    /// Returns whether the word as a verb nearly always takes a clause with `that`.
    pub(super) fn takes_that(self, i: usize) -> bool {
        Grammar::english().groups(&self.sentence[i].known.verb).has(Group::ThatVerbs)
    }
}
