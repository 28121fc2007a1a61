//! The verb that a stretch without one must have, though its words are nouns everywhere else (`demands`, `urges`,
//! `supports`): which of them could head it and agrees with what stands before.

use super::Draft;
use super::view::View;
use crate::lexicon::words::is_capital;
use crate::lexicon::{Grammar, Group, Tag};
use std::ops::Range;

impl Draft<'_> {
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
                if let Some(i) = view
                    .inner_verb(stretch.clone())
                    .or_else(|| view.outer_verb(stretch.clone()))
                    .or_else(|| view.second_verb(stretch))
                {
                    self.set(i, Tag::Verb);
                }
                continue;
            }
            let segment = view.segment(stretch.start);
            let is_clause = view.opens_clause(stretch.start);
            // `demands that they cease and urges`: what is joined on has its subject before.
            let is_joined_on = |j: usize| view.before(j).is_some_and(|k| view.tag(k) == Tag::Cconj);
            let is_main = |j: usize| view.is_finite(j) && !view.is_subordinate(j) && !is_joined_on(j);
            let mains: Vec<usize> = segment.filter(|&j| is_main(j)).collect();
            let has_main = !mains.is_empty();
            // `deals with it and now covers it`: what `and` joins on is no head for what stands before.
            let is_joined = end.is_some_and(|j| {
                view.tag(j) == Tag::Cconj
                    || view.is_word(j, ",") && view.after_joint(j).is_some_and(|k| view.is_subject(k))
                    || view.is_word(j, ",") && (view.is_joined_clause(j + 1) || view.is_joined_verb(j + 1))
            });
            let is_joined = is_joined && !view.is_listed(from);
            let needs_head = is_clause || is_joined || !has_main || view.is_opposed(&stretch);
            let best = |needs_head: bool| {
                let scored = stretch.clone().filter_map(|i| Some((view.head_score(i, &stretch, needs_head)?, i)));
                scored.min_by_key(|&(score, i)| (score, i)).map(|(_, i)| i)
            };
            // `Reports point to growth, led by trade`: what a comma divides off may be a participle.
            let is_loose = |&j: &usize| {
                let forms = view.forms(j);
                j > start && view.is_word(j - 1, ",") && forms.is_past() && forms.is_participle()
            };
            let opens = |&i: &usize| i == from + 1 && view.is_plural(from) && view.forms(i).is_base();
            let loose = || best(true).filter(opens).filter(|_| mains.iter().all(is_loose));
            if let Some(i) = best(needs_head).or_else(loose) {
                self.set(i, Tag::Verb);
            }
        }
    }
}

impl View<'_> {
    /// Returns whether the stretch is a further name of a row with which the sentence begins, whose verb stands behind the last:
    /// `Dear grain, | demand pressures in the ports, and long storms slow trade`.
    fn is_listed(self, from: usize) -> bool {
        let start = self.segment(from).start;
        let is_bare = |i: usize| matches!(self.tag(i), Tag::Adj | Tag::Noun);
        // `Rising tolls, | demand pressures`, but not `Following talks, | the League plans`
        let is_rising = self.forms(start).is_ing() && is_bare(from);
        let opens = matches!(self.tag(start), Tag::Det | Tag::Propn) || is_bare(start) || is_rising;
        // but not `Today, | our ports`
        let is_behind = from > start + 2 && self.is_word(from - 1, ",") && self.is_nominal(from - 2);
        is_behind && opens && !self.has_finite(start..from)
    }

    /// Returns whether `but` joins the stretch to a clause, so that it is one too: `, but the latest data point to a storm`,
    /// `The port bears the cost, | but, in spring,`; not `not trade, but war`.
    fn is_opposed(self, stretch: &Range<usize>) -> bool {
        let Range { start, end } = *stretch;
        let segment = self.segment(start);
        let is_denied =
            |mut range: Range<usize>| range.any(|j| self.is_in(j, Group::Negations) || self.is_word(j, "no"));
        let is_subject =
            |j: usize| j < self.len() && matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn);
        let is_behind = self.is_word(start, "but")
            && start > segment.start
            && self.is_word(start - 1, ",")
            && is_subject(start + 1)
            && !is_denied(segment.start..start);
        let is_before = || {
            end + 2 < self.len()
                && self.is_word(end, ",")
                && self.is_word(end + 1, "but")
                && self.is_word(end + 2, ",")
                && is_subject(start)
                && !is_denied(start..end)
        };
        is_behind || is_before()
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

    /// Returns a noun that must be the verb of the subject that a relative clause tells of, as none follows: `Every port
    /// that seeks the way to peace moves at its own pace`.
    fn outer_verb(self, stretch: Range<usize>) -> Option<usize> {
        let opener = stretch.start;
        let is_relative = self.is_in(opener, Group::Relatives) && opener > 0 && self.tag(opener - 1) == Tag::Noun;
        if !is_relative || self.is_plural(opener - 1) || self.has_finite(self.stretch(opener - 1)) {
            return None;
        }
        // `, and the islands will`: a verb behind is not that of the subject.
        let end = stretch.end;
        let is_last =
            end == self.len() || self.is_strong_mark(end) || self.is_word(end, ",") && self.is_joined_clause(end + 1);
        let inner = self.after(opener).filter(|&j| self.is_finite(j) && is_last)?;
        let is_open =
            |j: usize| matches!(self.tag(j), Tag::Adp | Tag::Det | Tag::Adv | Tag::Pron) && !self.opens_clause(j);
        (inner + 2..end.min(self.len() - 1))
            .rev()
            .find(|&j| self.tag(j) == Tag::Noun && self.forms(j).is_third() && self.is_nominal(j - 1) && is_open(j + 1))
    }

    /// Returns whether the stretch follows an aside after the plural subject of its sentence, and that subject still
    /// waits for its verb: `threats, such as this one, | present a challenge`.
    fn resumes_plural(self, start: usize) -> bool {
        let segment = self.segment(start);
        let comma = |j: usize| self.is_word(j, ",");
        let Some(first) = (segment.start..start).find(|&j| comma(j)) else { return false };
        let is_aside = start > first + 2 && comma(start - 1);
        // `We, as a league of ports, | need to stand together`
        if first == segment.start + 1 && self.is_in(segment.start, Group::ContactSubjects) {
            let is_many = !self.is_in(segment.start, Group::SingularSubjects);
            return is_aside && is_many && !self.has_finite(segment);
        }
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
            && !self.is_last_subject(i + 1)
    }

    /// Returns whether a noun in the singular is with nouns before it the subject of a verb in the plural: `fair tolls, and a
    /// strong fleet | are our aims`.
    fn is_last_subject(self, start: usize) -> bool {
        let is_phrase = |j: usize| matches!(self.tag(j), Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp);
        let verb = (start..self.len()).find(|&j| !is_phrase(j)).filter(|&j| self.is_finite(j));
        let is_many = |j: usize| {
            self.forms(j).is_base() && !self.forms(j).is_past() || self.is_word(j, "are") || self.is_word(j, "were")
        };
        let Some(verb) = verb.filter(|&j| is_many(j)) else { return false };
        let end = (start..verb).find(|&j| self.tag(j) == Tag::Adp).unwrap_or(verb);
        // `a number of ports are`
        let is_share = self.is_word(end, "of") && (end..verb).any(|j| self.is_plural(j));
        end > start && !is_share && self.tag(end - 1) == Tag::Noun && !(start..end).any(|j| self.is_plural(j))
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

    /// Returns whether `and` joins a form to another like it that has an object: `respect and honour their crews`, `respects
    /// and supports efforts`.
    fn shares_object(self, i: usize, joint: usize) -> bool {
        let next = joint + 1;
        if joint + 2 >= self.len() {
            return false;
        }
        let is_base = self.forms(i).is_base() && self.forms(next).is_base();
        let is_third = self.forms(i).is_third() && self.forms(next).is_third() && self.tag(i - 1) == Tag::Propn;
        let takes_object = matches!(self.tag(joint + 2), Tag::Det | Tag::Pron) && !self.opens_clause(joint + 2);
        let is_noun = matches!(self.tag(joint + 2), Tag::Adj | Tag::Noun | Tag::Propn);
        is_base && takes_object || is_third && (takes_object || is_noun)
    }

    /// Returns whether the noun before the first preposition, with which a verb behind must agree, is a plural or is none:
    /// `The rise in tolls | demands a reply`, `All kinds of aid | benefit the ports`.
    fn has_head(self, range: Range<usize>, is_plural: bool) -> bool {
        let is_phrase = |j: usize| match self.tag(j) {
            Tag::Pron => self.is_possessive(j),
            // `The steps taken at the summit | open the way`
            Tag::Verb => j > 0 && self.is_to(j - 1) || self.forms(j).is_participle() && !self.is_finite(j),
            tag => !matches!(tag, Tag::Aux | Tag::Sconj | Tag::Punct),
        };
        let ends = |j: &usize| matches!(self.tag(*j), Tag::Adp | Tag::Verb) || self.is_to(*j);
        let end = range.clone().find(ends).filter(|&j| j > range.start);
        end.is_some_and(|j| {
            self.tag(j - 1) == Tag::Noun && self.is_plural(j - 1) == is_plural && range.clone().all(is_phrase)
        })
    }

    /// Returns whether a noun behind one in the singular can only be a verb before an infinitive: `the League needs to act`.
    fn wants_deed(self, i: usize, before: Option<usize>) -> bool {
        let is_one = before.is_some_and(|j| j + 1 == i && self.is_nominal(j) && !self.is_plural(j));
        let is_verb = i + 2 < self.len() && self.tag(i + 2) == Tag::Verb;
        let groups = Grammar::english().groups(&self.sentence[i].known.verb);
        is_one && is_verb && self.forms(i).is_third() && groups.has(Group::WantingVerbs)
    }

    /// Returns whether a number above one stands before a noun in the singular, with nothing but its modifiers in between.
    fn is_counted(self, start: usize, noun: usize) -> bool {
        let is_inside = |j: usize| matches!(self.tag(j), Tag::Adj | Tag::Noun);
        let first = (start..noun).rev().find(|&j| !is_inside(j));
        first.is_some_and(|j| {
            self.tag(j) == Tag::Num && !self.is_word(j, "one") && self.words[j] != "1" && !self.is_plural(noun)
                // `In 2016 trade rises`, `The FY 79 budget raises`, `$11 billion results`
                && !(j > 0 && (self.tag(j - 1) == Tag::Adp || self.is_nominal(j - 1) || self.is_word(j - 1, "$")))
        })
    }

    /// Returns how badly a noun would do as the finite verb of its stretch; none if it cannot be.
    pub(super) fn head_score(self, i: usize, stretch: &Range<usize>, needs_head: bool) -> Option<u8> {
        let forms = self.forms(i);
        let is_past = forms.is_past() && !forms.is_base();
        let is_before_name = i + 1 < self.len() && matches!(self.tag(i + 1), Tag::Det | Tag::Pron);
        let is_split = i > 0 && self.tag(i - 1) == Tag::Adv;
        let is_open = match self.tag(i) {
            Tag::Noun => true,
            // `violence and fear present a threat`
            Tag::Adj => {
                let is_after_noun = i > stretch.start && self.is_nominal(i - 1);
                is_past || forms.is_base() && (i == stretch.start || is_before_name && is_after_noun)
            }
            _ => false,
        };
        if !is_open || forms.is_empty() || forms.is_ing() {
            return None;
        }
        let before = self.before(i).filter(|&j| j >= stretch.start);
        let takes_object = is_before_name && !self.opens_clause(i + 1);
        // `although | the role of ports means`
        let first = stretch.start + usize::from(self.opens_clause(stretch.start));
        let agrees = match before {
            Some(j) if self.tag(j) == Tag::Propn => true,
            Some(j) if self.is_nominal(j) && is_past => true,
            Some(j) if self.is_plural(j) => {
                forms.is_base() || forms.is_third() && self.tag(j) == Tag::Noun && self.has_head(first..j, false)
            }
            // `100 more harbour guards to help`: the noun that is counted has its plural to come.
            Some(j) if self.tag(j) == Tag::Noun && forms.is_third() && self.is_counted(stretch.start, j) => false,
            Some(j) if self.tag(j) == Tag::Noun => {
                // `The ports of the north still lack stores`, `Steps to end the strife need to begin`
                let takes_deed = || i + 1 < self.len() && self.is_to(i + 1);
                let is_far = || (takes_object || is_split || takes_deed()) && self.has_head(first..j, true);
                forms.is_third() || forms.is_base() && (self.is_pair(j) || is_far())
            }
            // `The first relates to trade`, `The poor need care`
            Some(j) if self.is_in(j, Group::NominalAdjectives) && j > 0 && self.tag(j - 1) == Tag::Det => {
                let is_taken = |k: usize| match self.tag(k) {
                    Tag::Det | Tag::Pron => !self.opens_clause(k),
                    Tag::Adj => is_capital(self.words[j]),
                    _ => self.is_word(k, "to"),
                };
                forms.is_third() && j + 1 == i && i + 1 < self.len() && is_taken(i + 1)
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
            _ if self.is_to(next) => Some(1).filter(|_| needs_head || self.wants_deed(i, before)),
            Tag::Adv | Tag::Propn | Tag::Num => Some(2).filter(|_| needs_head),
            // `the lowest unemployment rates in years`
            Tag::Adp => Some(3).filter(|_| needs_head && before.is_some() && !self.misses_object(i)),
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
                // `the League advanced proposals`
                let is_told = is_past && self.tag(i) == Tag::Adj && self.is_plural(next);
                Some(4).filter(|_| needs_head && (is_third || is_many || is_split || is_told) && i > 0)
            }
            _ => None,
        }
    }
}
