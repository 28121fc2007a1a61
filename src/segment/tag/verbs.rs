//! Repairs after the patches, of verbs: infinitives, verbs after modals and pronouns, and the verb that a
//! clause must have though its words are nouns everywhere else (`demands`, `urges`, `supports`).

use super::Draft;
use super::view::View;
use crate::lexicon::{Grammar, Group, Tag, VerbForms};
use std::ops::Range;

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
            let splits = view.is_in(i, Group::SplitAdverbs) && i > 0 && view.is_in(i - 1, Group::PureSubjects);
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
                    let is_progressive = forms.is_ing() && is_object;
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
                Tag::Adj if view.is_subject(before) => {
                    let is_past = forms.is_past() && view.is_in(before, Group::PureSubjects);
                    let takes_object = matches!(next, Some(Tag::Det | Tag::Pron | Tag::Num));
                    // `We focused on the north`, `I close on this note`, but `are we focused on it`
                    let is_led = next == Some(Tag::Adp)
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
            let is_first = i == 0 || view.is_word(i - 1, ",") || view.tag(i - 1) == Tag::Cconj;
            let Some(next) = view.after(i).filter(|_| is_first && view.is_word(i, "that")) else { continue };
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
            });
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
                // `urge traders and labor to cooperate`
                Tag::Part => view.is_to(next) && view.tag(before) == Tag::Cconj && !view.is_asked(before),
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
            if takes_object && is_like {
                self.set(i, Tag::Verb);
            }
        }
    }

    /// Gives a stretch without a finite verb one, if a noun in it could be that verb and agrees.
    pub(super) fn find_missing_heads(&mut self) {
        let mut start = 0;
        while start < self.words.len() {
            let view = self.view();
            let from = start + usize::from(view.is_border(start) && !view.opens_clause(start));
            let end = (start + 1..self.words.len()).find(|&j| view.is_border(j));
            start = end.unwrap_or(self.words.len());
            let stretch = from..start;
            if stretch.is_empty() {
                continue;
            }
            if view.has_finite(stretch.clone()) {
                if let Some(i) = view.inner_verb(stretch.clone()).or_else(|| view.second_verb(stretch)) {
                    self.set(i, Tag::Verb);
                }
                continue;
            }
            let mut segment = view.segment(stretch.start);
            let is_clause = view.opens_clause(stretch.start);
            // `demands that they cease and urges`: what is joined on has its subject before.
            let is_joined_on = |j: usize| view.before(j).is_some_and(|k| view.tag(k) == Tag::Cconj);
            let has_main = segment.any(|j| view.is_finite(j) && !view.is_subordinate(j) && !is_joined_on(j));
            // `deals with it and now covers it`: what `and` joins on is no head for what stands before.
            let is_joined = end.is_some_and(|j| {
                view.tag(j) == Tag::Cconj
                    || view.is_word(j, ",") && view.after_joint(j).is_some_and(|k| view.is_subject(k))
                    || view.is_word(j, ",") && (view.is_joined_clause(j + 1) || view.is_joined_verb(j + 1))
            });
            let needs_head = is_clause || is_joined || !has_main;
            let best = stretch
                .clone()
                .filter_map(|i| Some((view.head_score(i, &stretch, needs_head)?, i)))
                .min_by_key(|&(score, i)| (score, i));
            if let Some((_, i)) = best {
                self.set(i, Tag::Verb);
            }
        }
    }
}

impl View<'_> {
    /// Returns whether the word is a verb after which `that` nearly always opens a clause.
    fn reports(self, i: usize) -> bool {
        self.tag(i) == Tag::Verb && Grammar::english().groups(self.sentence[i].lemma()).has(Group::ThatVerbs)
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

    /// Returns a noun that must be the verb of a clause inside a noun phrase, as no plural can stand right before the
    /// verb of that phrase: `the fact that democracy works is`.
    fn inner_verb(self, stretch: Range<usize>) -> Option<usize> {
        if !self.is_word(stretch.start, "that") || !self.before(stretch.start).is_some_and(|j| self.is_nominal(j)) {
            return None;
        }
        let main = stretch.clone().find(|&j| self.is_finite(j))?;
        let is_singular = self.forms(main).is_third() || self.is_word(main, "was");
        let inner = self.before(main).filter(|&j| j > stretch.start + 1 && self.tag(j) == Tag::Noun)?;
        let subject = self.before(inner).filter(|&j| j > stretch.start && self.tag(j) == Tag::Noun)?;
        let is_needed = is_singular && !self.has_finite(self.segment(main).start..stretch.start);
        (is_needed && self.forms(inner).is_third() && !self.is_plural(subject)).then_some(inner)
    }

    /// Returns whether the stretch follows an aside after the plural subject of its sentence, and that subject still
    /// waits for its verb: `threats, such as this one, | present a challenge`.
    fn resumes_plural(self, start: usize) -> bool {
        let segment = self.segment(start);
        let comma = |j: usize| self.is_word(j, ",");
        let Some(first) = (segment.start..start).find(|&j| comma(j)) else { return false };
        let is_aside = start > first + 2 && comma(start - 1);
        // `The long storms at sea, however, | exhibit few signs of abating`: the noun before its first preposition.
        let end = (segment.start..first).find(|&j| self.tag(j) == Tag::Adp).unwrap_or(first);
        let is_plain = |j: usize| match self.tag(j) {
            Tag::Verb => self.forms(j).is_ing(),
            tag => !matches!(tag, Tag::Sconj | Tag::Adv),
        };
        let is_subject = end > segment.start && self.is_plural(end - 1) && (segment.start..first).all(is_plain);
        is_aside && is_subject && !self.has_finite(segment)
    }

    /// Returns whether `and` stands here before a clause with a subject and verb of its own: `, and the vacancy rate has
    /// fallen`.
    fn is_joined_clause(self, i: usize) -> bool {
        i + 1 < self.len()
            && self.tag(i) == Tag::Cconj
            && matches!(self.tag(i + 1), Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron)
            && self.has_finite(i + 2..self.stretch(i + 1).end)
    }

    /// Returns whether `and` stands here before a finite verb: `, and expects`.
    fn is_joined_verb(self, i: usize) -> bool {
        i < self.len() && self.tag(i) == Tag::Cconj && self.after(i).is_some_and(|j| self.is_finite(j))
    }

    /// Returns a noun that must be the verb of a second clause of the same form, as no plural can stand inside a compound:
    /// `the north loves peace and the southern coast values harmony`.
    fn second_verb(self, stretch: Range<usize>) -> Option<usize> {
        let joint =
            (stretch.start..stretch.end).find(|&j| self.tag(j) == Tag::Cconj && self.has_finite(stretch.start..j))?;
        let first = (stretch.start..joint).find(|&j| self.is_finite(j))?;
        let opens = joint + 1 < stretch.end && self.tag(joint + 1) == Tag::Det;
        if !opens || self.has_finite(joint..stretch.end) {
            return None;
        }
        let is_phrase = |j: usize| matches!(self.tag(j), Tag::Adj | Tag::Noun);
        let end = (joint + 2..stretch.end).find(|&j| !is_phrase(j)).unwrap_or(stretch.end);
        (joint + 3..end).find(|&j| {
            let takes_object = j + 1 < stretch.end && matches!(self.tag(j + 1), Tag::Noun | Tag::Det | Tag::Pron);
            let is_bare = self.tag(j - 1) == Tag::Noun && takes_object;
            let (is_third, is_many) = (self.forms(j).is_third(), self.is_plural(j - 1));
            // `storms close the ports and the crews need a harbour`
            let is_plural = || is_many && self.forms(j).is_base() && self.tag(j + 1) == Tag::Det;
            is_bare && (is_third && !is_many && self.forms(first).is_third() || is_plural())
        })
    }

    /// Returns whether a noun is the second of a pair, which takes a plural verb: `trade and old customs`.
    fn is_pair(self, i: usize) -> bool {
        let joint = (0..i).rev().find(|&j| !matches!(self.tag(j), Tag::Adj | Tag::Noun));
        joint.is_some_and(|j| j > 0 && self.is_word(j, "and") && self.is_nominal(j - 1))
    }

    /// Returns whether the word as a verb nearly always takes a clause with `that`.
    fn takes_that(self, i: usize) -> bool {
        Grammar::english().groups(&self.sentence[i].known.verb).has(Group::ThatVerbs)
    }

    /// Returns whether `and` joins a base form to another that has an object.
    fn shares_object(self, i: usize, joint: usize) -> bool {
        joint + 2 < self.len()
            && self.forms(i).is_base()
            && self.forms(joint + 1).is_base()
            && matches!(self.tag(joint + 2), Tag::Det | Tag::Pron)
            && !self.opens_clause(joint + 2)
    }

    /// Returns whether the noun before the first preposition, with which a verb behind must agree, is a plural or is none:
    /// `The rise in tolls | demands a reply`, `All kinds of aid | benefit the ports`.
    fn has_head(self, range: Range<usize>, is_plural: bool) -> bool {
        let is_phrase = |j: usize| match self.tag(j) {
            Tag::Pron => self.is_possessive(j),
            // `The steps taken at the summit | open the way`
            Tag::Verb => self.forms(j).is_participle() && !self.is_finite(j),
            tag => !matches!(tag, Tag::Aux | Tag::Sconj | Tag::Punct),
        };
        let ends = |j: &usize| matches!(self.tag(*j), Tag::Adp | Tag::Verb);
        let end = range.clone().find(ends).filter(|&j| j > range.start);
        end.is_some_and(|j| {
            self.tag(j - 1) == Tag::Noun && self.is_plural(j - 1) == is_plural && range.clone().all(is_phrase)
        })
    }

    /// Returns how badly a noun would do as the finite verb of its stretch; none if it cannot be.
    pub(super) fn head_score(self, i: usize, stretch: &Range<usize>, needs_head: bool) -> Option<u8> {
        let forms = self.forms(i);
        let is_past = forms.is_past() && !forms.is_base();
        let is_open = match self.tag(i) {
            Tag::Noun => true,
            // `violence and fear present a threat`
            Tag::Adj => {
                let is_before_object =
                    self.words.get(i + 1).is_some_and(|_| matches!(self.tag(i + 1), Tag::Det | Tag::Pron));
                let is_after_noun = i > stretch.start && self.is_nominal(i - 1);
                is_past || forms.is_base() && (i == stretch.start || is_before_object && is_after_noun)
            }
            _ => false,
        };
        if !is_open || forms.is_empty() || forms.is_ing() {
            return None;
        }
        let before = self.before(i).filter(|&j| j >= stretch.start);
        let takes_object =
            i + 1 < self.len() && matches!(self.tag(i + 1), Tag::Det | Tag::Pron) && !self.opens_clause(i + 1);
        let agrees = match before {
            Some(j) if self.tag(j) == Tag::Propn => true,
            Some(j) if self.is_nominal(j) && is_past => true,
            Some(j) if self.is_plural(j) => {
                forms.is_base()
                    || forms.is_third() && self.tag(j) == Tag::Noun && self.has_head(stretch.start..j, false)
            }
            Some(j) if self.tag(j) == Tag::Noun => {
                // `The ports of the north still lack stores`
                let is_split = self.tag(i - 1) == Tag::Adv;
                let is_far = || (takes_object || is_split) && self.has_head(stretch.start..j, true);
                forms.is_third() || forms.is_base() && (self.is_pair(j) || is_far())
            }
            Some(j) if self.opens_clause(j) => forms.is_third() && !self.is_word(j, "what"),
            Some(_) => false,
            // `Demands that`, `The Council, on its own behalf, demands that`
            None if forms.is_third() => needs_head,
            None => i == stretch.start && forms.is_base() && self.resumes_plural(i),
        };
        if !agrees {
            return None;
        }
        let is_third = forms.is_third();
        let Some(next) = self.words.get(i + 1).map(|_| i + 1).filter(|&j| self.tag(j) != Tag::Punct) else {
            // `When one side reforms, the other follows`
            return (is_third && before.is_some() && self.tag(stretch.start) == Tag::Sconj).then_some(5);
        };
        match self.tag(next) {
            Tag::Det | Tag::Pron if !self.opens_clause(next) => Some(0),
            Tag::Det | Tag::Pron | Tag::Sconj => Some(0).filter(|_| needs_head),
            _ if self.is_to(next) => Some(1).filter(|_| needs_head),
            Tag::Adv | Tag::Propn | Tag::Num => Some(2).filter(|_| needs_head),
            Tag::Adp => Some(3).filter(|_| needs_head && before.is_some()),
            // `This fact places both ports in danger`
            Tag::Cconj if self.is_in(next, Group::Pairing) => {
                let is_pair = next + 1 < stretch.end && self.is_nominal(next + 1);
                Some(1).filter(|_| needs_head && before.is_some() && is_pair)
            }
            // `Islanders respect and honour their crews`
            Tag::Cconj => Some(4).filter(|_| needs_head && before.is_some() && self.shares_object(i, next)),
            // `Ending the war means opening the ports`
            Tag::Verb => Some(3).filter(|_| {
                needs_head && is_third && before.is_some() && self.forms(next).is_ing() && self.takes_that(i)
            }),
            Tag::Adj => Some(3).filter(|_| needs_head && !is_past && i > 0),
            Tag::Noun => {
                // `the islands vote`, but `all vote counts`
                let is_noun = |j: usize| self.is_plural(j) && self.tag(j) != Tag::Det;
                let is_many = before.is_some_and(is_noun) && forms.is_base();
                let is_split = i > 0 && self.tag(i - 1) == Tag::Adv;
                Some(4).filter(|_| needs_head && (is_third || is_many || is_split) && i > 0)
            }
            _ => None,
        }
    }
}
