//! What is put first in a clause, before its subject.

use super::Roles;
use crate::lexicon::{Grammar, Group, QuantityKind, Role, Tag};
use crate::segment::{Hit, Quantity};
use std::ops::Range;

impl Roles<'_> {
    /// Where the clause of a verb begins, once links, adverbs, phrases and clauses put first are skipped.
    pub(super) fn clause_start(&self, from: usize, verb: usize) -> Option<usize> {
        let mut start = from;
        // Where the phrases began that were skipped up to a comma.
        let mut skipped = Vec::new();
        while start < verb {
            let token = self.token(start);
            let comma = |at: usize| self.comma(at..verb);
            let opens = |hit: &Hit| matches!(hit.role, Role::Opener | Role::Condition | Role::Term);
            let opener = self.segments.hits_in(start..start + 1).iter().find(|hit| opens(hit));
            // `Tonight | the League`, but not `Tonight is`, `Today's`
            let is_time = Grammar::english().groups(&token.word).has(Group::TimeWords);
            start = match token.tag {
                _ if is_time && start + 1 < verb && self.token(start + 1).tag != Tag::Part => start + 1,
                // `1951, | despite storms`
                Tag::Num if self.token(start + 1).word == "," && self.is_date(start) => start + 1,
                // `June 6, 1944, | the crews`
                Tag::Propn | Tag::Noun if self.date_end(start).is_some_and(|end| end + 1 < verb) => {
                    self.date_end(start)?
                }
                // `that aim`
                Tag::Sconj if self.is_relative(start) && self.points(start, verb) => return Some(start),
                // `Neither the League nor the Council`
                // but not `Neither closing ports nor taxing them, | the League`
                Tag::Cconj
                    if Grammar::english().groups(&token.word).has(Group::Pairing)
                        && !self.token(start + 1).is_gerund =>
                {
                    return Some(start);
                }
                Tag::Punct | Tag::Cconj | Tag::Intj => start + 1,
                // `15 years ago | the Council`
                Tag::Num | Tag::Det if self.after_ago(start, verb).is_some() => self.after_ago(start, verb)?,
                // `More than a decade ago | the Council`
                Tag::Adj | Tag::Adv
                    if self.token(start + 1).word == "than" && self.after_ago(start + 2, verb).is_some() =>
                {
                    self.after_ago(start + 2, verb)?
                }
                // `3. The Council`
                Tag::Num if start == from && matches!(self.token(start + 1).word.as_str(), "." | ")") => start + 2,
                // `Mutually useful talks | help`
                Tag::Adv if self.grades_noun(start, verb) => return Some(start),
                Tag::Adv if opener.is_none() => start + 1,
                // `Since 1983 | our ports`
                Tag::Num if start > from && self.ends_figure(start, verb).is_some() => self.ends_figure(start, verb)?,
                // `Over 60 percent of the crews, | old and new, sail`
                Tag::Adp if self.opens_figure(start) => return Some(start),
                Tag::Adp | Tag::Part => match comma(start) {
                    // `After storms, fire, and floods, | the port is open`
                    Some(first) => {
                        skipped.push(start);
                        let last = self.opens_list(first, verb).and_then(|last| comma(last + 1));
                        last.or_else(|| self.list_end(first, verb)).unwrap_or(first) + 1
                    }
                    // `To wait is to lose`
                    None if token.tag == Tag::Part => return Some(start),
                    None => {
                        let after = self.after_preposition(start, verb);
                        let is_adverb = |at: &usize| self.token(*at).tag == Tag::Adv;
                        return Some((after..verb).find(|at| !is_adverb(at)).unwrap_or(after));
                    }
                },
                // `Old and growing threats, such as storms, | weigh`
                Tag::Verb if token.is_gerund && self.token(start + 1).tag == Tag::Cconj => return Some(start),
                // `Planned and open ports, built in spring, | help`
                Tag::Verb
                    if token.is_participle
                        && self.token(start + 1).tag == Tag::Cconj
                        && self.token(start + 2).tag == Tag::Adj =>
                {
                    return Some(start);
                }
                // `Renewed tolls, if high, | weigh`, `Opening roads, ports and canals | helps`
                Tag::Verb if self.closes_aside(start, verb) || self.lists_deeds(start, verb) => return Some(start),
                Tag::Verb => match comma(start).filter(|&comma| self.opens_list(comma, verb).is_none()) {
                    Some(comma) => comma + 1,
                    None => return Some(start),
                },
                // `Since then, | Averil, as a port that grew, helps`
                Tag::Sconj if self.token(start + 1).tag == Tag::Adv && comma(start) == Some(start + 2) => start + 3,
                // `As the host of the fair, | Averil`
                Tag::Sconj if self.after_role(start, verb).is_some() => self.after_role(start, verb)?,
                _ if token.tag == Tag::Sconj || opener.is_some() => {
                    let inner = self.finite(start..verb).and_then(comma);
                    let next = opener.map_or(start, |hit| hit.tokens.end - 1) + 1;
                    // `Since 1983 | trade`
                    let after = || self.after_figure(start, verb).or_else(|| self.after_figure(next, verb));
                    inner.map(|comma| comma + 1).or_else(after).unwrap_or(next)
                }
                // `Fellow sailors, | the port`
                _ if self.after_address(start, verb).is_some() => self.after_address(start, verb)?,
                // `Eager for trade, | the ports`
                Tag::Adj if self.takes_phrase(start) && comma(start).is_some() => comma(start)? + 1,
                // `Last year | harbour tolls`
                Tag::Adj | Tag::Det if self.is_bare_time(start, verb) => start + 2,
                _ => match self.after_time(start, verb) {
                    Some(after) => after,
                    None => return Some(start),
                },
            };
        }
        skipped.into_iter().rev().find_map(|start| self.before_aside(start, verb))
    }

    /// Whether an adverb grades the adjective of the noun phrase with which a clause begins: `Mutually useful talks`.
    fn grades_noun(&self, at: usize, verb: usize) -> bool {
        let token = self.token(at);
        let is_sentence = Grammar::english().groups(&token.word).has(Group::SentenceAdverbs);
        let noun = (at + 1..verb).find(|&at| self.token(at).tag != Tag::Adj);
        // `a sound and fiscally careful plan, our crews`
        let is_joined = at > 0 && self.token(at - 1).tag == Tag::Cconj;
        token.word.ends_with("ly")
            && !is_sentence
            && !is_joined
            && noun.is_some_and(|noun| noun > at + 1 && self.is_noun(noun))
    }

    /// What follows a role put first that has no verb: `As the host of the fair, | Averil`; but not `As tolls, net of tax,
    /// rise`.
    fn after_role(&self, start: usize, verb: usize) -> Option<usize> {
        let comma = self.comma(start..verb)?;
        let is_role = Grammar::english().groups(&self.token(start).word).has(Group::LoosePrepositions);
        let last = (comma + 1..verb).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_closed = last.is_none_or(|at| self.token(at).word == ",");
        let has_verb = (start + 1..comma).any(|at| self.is_verb(at));
        (is_role && !is_closed && !has_verb && self.opens_list(comma, verb).is_none()).then_some(comma + 1)
    }

    /// What follows an address: `My fellow sailors, | you too`; but not `Members of the crew, Ada and Tom, | agree`, `Mr.
    /// Hale, chair of the fair, | agrees`.
    fn after_address(&self, start: usize, verb: usize) -> Option<usize> {
        let groups = |at: usize| Grammar::english().groups(&self.token(at).word);
        let first = start + usize::from(groups(start).has(Group::Possessives));
        let comma = self.comma(first..verb)?;
        let is_address = groups(first).has(Group::Addresses) && !groups(first).has(Group::Titles);
        let is_named = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        let is_open = self.token(comma + 1).tag != Tag::Verb && !self.is_relative(comma + 1);
        let is_aside = self.token(verb - 1).word == ",";
        (is_address && is_open && !is_aside && !self.joins_noun(comma, verb) && (comma + 1..verb).any(is_named))
            .then_some(comma + 1)
    }

    /// Whether a time stands first that no preposition leads and no comma ends: `Last year | harbour tolls`.
    fn is_bare_time(&self, start: usize, verb: usize) -> bool {
        let groups = |at: usize| Grammar::english().groups(&self.token(at).word);
        let points = match self.token(start).tag {
            Tag::Adj => groups(start).has(Group::Openers),
            _ => groups(start).has(Group::SingularDeterminers),
        };
        let is_named = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        points
            && start + 2 < verb
            && groups(start + 1).has(Group::TimeNouns)
            && (is_named(start + 2) || matches!(self.token(start + 2).tag, Tag::Adj | Tag::Det))
            && (start + 2..verb).any(is_named)
    }

    /// What follows a noun put first, as in `Next year, | tolls will fall`: one comma stands before the verb, and neither
    /// aside nor list has but one.
    fn after_time(&self, start: usize, verb: usize) -> Option<usize> {
        let mut commas = (start..verb).filter(|&at| self.token(at).word == ",");
        let count = commas.clone().count();
        let first = commas.next()?;
        // `Last month, | ports, crews and traders met`, `Some weeks ago, | Ada Hale, of Averil, wrote`
        let is_time = self.names_time(start..first) || {
            // `Last June in Averil, | the crews, in spring, agreed`
            let place = (start + 1..first).find(|&at| self.token(at).tag == Tag::Adp);
            let leads = |at: usize| matches!(self.token(at).tag, Tag::Adj | Tag::Det | Tag::Num);
            place.is_some_and(|place| {
                self.token(place).word != "of" && (start..place - 1).all(leads) && self.names_time(start..place)
            })
        };
        let closes = self.token(verb - 1).word == ",";
        if is_time && count > 2 * usize::from(closes) {
            return Some(first + 1);
        }
        // `A long, | dark winter`, `The levy, | which has risen`
        let groups = Grammar::english().groups(&self.token(first + 1).word);
        let is_relative =
            self.is_relative(first + 1) && (groups.has(Group::Relatives) || groups.has(Group::Possessives));
        if self.joins_noun(first, verb) || is_relative {
            return None;
        }
        let comma = commas.next().is_none().then_some(first)?;
        // `The port — a harbour of old, lying in the north — | is open`
        if (comma..verb).any(|at| self.token(at).is_mark && self.token(at).word != ",") {
            return None;
        }
        let is_named = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        let is_list = (comma..verb).any(|at| self.token(at).tag == Tag::Cconj);
        (!is_list && (comma + 1..verb).any(is_named)).then_some(comma + 1)
    }

    /// Whether an adjective is no part of a noun phrase but has a phrase of its own: `eager for trade`, but not `more than
    /// trade`, `many of the ports`.
    fn takes_phrase(&self, at: usize) -> bool {
        let next = self.token(at + 1);
        let compares = Grammar::english().groups(&next.word).has(Group::LoosePrepositions);
        next.tag == Tag::Adp && !compares && next.word != "of"
    }

    /// Whether some words end with a noun of time or a date, and adverbs.
    pub(super) fn names_time(&self, tokens: Range<usize>) -> bool {
        let is_adverb = |at: usize| self.token(at).tag == Tag::Adv;
        let noun = tokens.clone().rev().find(|&at| !is_adverb(at)).unwrap_or(tokens.start);
        Grammar::english().groups(&self.token(noun).lemma).has(Group::TimeNouns) || self.is_date(noun)
    }

    /// The last comma of a list of subjects, which `and` follows: `Rising prices, wars, | and storms | weigh`.
    fn opens_list(&self, comma: usize, verb: usize) -> Option<usize> {
        (comma..verb).find(|&at| self.token(at).word == "," && self.token(at + 1).tag == Tag::Cconj)
    }

    /// The comma that ends a list put first: `With Averil, Kelmouth and the League, | rules were agreed`; but not `In spring,
    /// Averil and its leader, | Ada Hale, agreed`.
    fn list_end(&self, first: usize, verb: usize) -> Option<usize> {
        let and = (first..verb).find(|&at| self.token(at).tag == Tag::Cconj)?;
        let close = self.comma(and..verb)?;
        let is_inside = |at: usize| {
            let token = self.token(at);
            matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::Det | Tag::Adj | Tag::Cconj | Tag::Part)
                || token.word == ","
        };
        let opens =
            matches!(self.token(close + 1).tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::Det | Tag::Adj | Tag::Pron);
        let is_last = !(close + 1..verb).any(|at| self.token(at).is_mark);
        ((first..close).all(is_inside) && close + 1 < verb && opens && is_last).then_some(close)
    }

    /// Where the subject begins behind a phrase put first without a comma: `In 2030 | the Council`.
    fn after_preposition(&self, start: usize, verb: usize) -> usize {
        let opens = |at: &usize| {
            let before = self.token(*at - 1).tag;
            // `At its March session | the Council`
            let is_owned = Grammar::english().groups(&self.token(*at - 1).word).has(Group::Possessives);
            let is_free =
                !is_owned && !matches!(before, Tag::Adp | Tag::Det | Tag::Adj | Tag::Propn | Tag::Cconj | Tag::Part);
            // `In Kelmouth | the result`
            let is_name = before == Tag::Propn && self.token(*at).tag == Tag::Det;
            matches!(self.token(*at).tag, Tag::Det | Tag::Pron | Tag::Propn) && is_free && !self.is_relative(*at)
                || is_name
        };
        // `At the meeting (which was short) | the Council`
        let is_bracket = |at: &usize| matches!(self.token(*at).word.as_str(), "(" | ")");
        let is_bracketed =
            |at: &usize| (start..*at).rev().find(is_bracket).is_some_and(|at| self.token(at).word == "(");
        // `In most ports | crews`, `In every port | crews`
        let groups = |at: usize| Grammar::english().groups(&self.token(at).word);
        let is_many = |at: usize| {
            self.token(at).tag == Tag::Noun
                && (self.token(at).word != self.token(at).lemma || groups(at).has(Group::PluralNouns))
        };
        let is_each = groups(start + 1).has(Group::SingularDeterminers);
        let meets = |at: &usize| {
            self.token(*at).tag == Tag::Noun
                && (is_many(*at - 1) || is_each && self.token(*at - 1).tag == Tag::Noun && is_many(*at))
                && self.ends_with_noun(*at, verb)
        };
        // `In this new era | true peace`
        let describes = |at: &usize| {
            self.token(start + 1).tag == Tag::Det
                && !(start + 1..*at).any(|at| self.token(at).tag == Tag::Adp)
                && self.token(*at).tag == Tag::Adj
                && self.token(*at - 1).tag == Tag::Noun
                && self.is_noun(verb - 1)
                && (*at..verb).all(|at| self.is_noun(at) || self.token(at).tag == Tag::Adj)
        };
        self.after_figure(start + 1, verb)
            .or_else(|| self.after_decade(start + 1, verb))
            .or_else(|| (start + 2..verb).find(|at| opens(at) && !is_bracketed(at)))
            .or_else(|| (start + 2..verb).rev().find(meets))
            .or_else(|| (start + 2..verb).find(describes))
            .unwrap_or(start + 1)
    }

    /// Where the subject begins behind a phrase put first without a comma, where no subject stands behind the next one, as
    /// that only opens an aside: `In the north | the crew, at last, is free`; but not `In the north, at last, is a crew`.
    fn before_aside(&self, start: usize, verb: usize) -> Option<usize> {
        let comma = self.comma(start..verb).filter(|_| self.token(start).tag == Tag::Adp)?;
        // `In 2030 | the crew`, but not `In the 4 July | accord`
        let opens = |at: &usize| match self.token(*at).tag {
            Tag::Det | Tag::Pron => matches!(self.token(*at - 1).tag, Tag::Noun | Tag::Propn | Tag::Num),
            Tag::Propn => self.token(*at - 1).tag == Tag::Noun,
            _ => false,
        };
        Some(self.after_preposition(start, comma)).filter(|at| *at > start + 1 && opens(at))
    }

    /// Whether only nouns stand between a word and the verb.
    fn ends_with_noun(&self, at: usize, verb: usize) -> bool {
        (at..verb).all(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Adv))
    }

    /// What follows a time that an article opens: `In the late 1950's | crews`, `In the second quarter | trade`.
    fn after_decade(&self, start: usize, verb: usize) -> Option<usize> {
        let figure = self.segments.quantities_in(start..verb).first()?;
        let is_led = (start..figure.tokens.start).all(|at| matches!(self.token(at).tag, Tag::Det | Tag::Adj));
        let is_owner = self.token(figure.tokens.end).tag == Tag::Part;
        let is_noun = self.token(figure.tokens.end - 1).tag == Tag::Noun;
        let end = figure.tokens.end + usize::from(is_owner);
        let is_time = matches!(figure.kind, QuantityKind::Date);
        (is_time && is_led && (is_owner || is_noun) && end < verb).then_some(end)
    }

    /// Whether a word is part of a date.
    pub(super) fn is_date(&self, at: usize) -> bool {
        let next = self.segments.quantities.partition_point(|figure| figure.tokens.start <= at);
        let figure = self.segments.quantities[..next].last().filter(|figure| figure.tokens.contains(&at));
        figure.is_some_and(|figure| matches!(figure.kind, QuantityKind::Date))
    }

    /// Where a date of more words ends that a comma follows: `June 6, 1944, | the crews`.
    fn date_end(&self, start: usize) -> Option<usize> {
        let next = self.segments.quantities.partition_point(|figure| figure.tokens.start < start);
        let figure = self.segments.quantities.get(next).filter(|figure| figure.tokens.start == start)?;
        let end = figure.tokens.end;
        let is_closed = self.segments.tokens.get(end).is_some_and(|token| token.word == ",");
        (matches!(figure.kind, QuantityKind::Date) && is_closed).then_some(end)
    }

    /// Whether a comma closes an aside right before the verb.
    fn closes_aside(&self, start: usize, verb: usize) -> bool {
        let is_comma = |at: &usize| self.token(*at).word == ",";
        let last = (start..verb).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let first = self.comma(start..verb);
        // `Sailing in spring, the Council, at last, | decided`
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Pron | Tag::Propn);
        last.filter(is_comma).zip(first).is_some_and(|(last, first)| first < last && !is_name(first + 1))
    }

    /// Whether an -ing form takes a list of nouns: `Opening roads, ports and canals`; but not `Looking ahead, ports and
    /// crews`.
    pub(super) fn lists_deeds(&self, start: usize, verb: usize) -> bool {
        let comma = self.comma(start..verb);
        self.token(start).is_gerund
            && comma.is_some_and(|comma| {
                let and = (comma + 1..verb).find(|&at| self.token(at).tag == Tag::Cconj);
                // `falling tolls, rising wages and`
                let is_row = comma == start + 2 && self.token(comma + 1).is_gerund;
                let is_limb = |and: usize| {
                    let from = comma + 1 + usize::from(is_row);
                    // `Hiding pirates, their ships and their helpers | undermines trade`
                    let is_one = self.number_of_verb(verb) == Some(false);
                    let is_more = |at: usize| is_one && matches!(self.token(at).tag, Tag::Det | Tag::Pron);
                    (from..and).all(|at| self.is_noun(at) || self.token(at).tag == Tag::Adj || is_more(at))
                };
                comma > start + 1 && self.is_noun(comma - 1) && and.is_some_and(|and| and > comma + 1 && is_limb(and))
            })
    }

    /// What follows a figure that no noun can belong to: `1983 | our ports`.
    fn ends_figure(&self, start: usize, verb: usize) -> Option<usize> {
        let next = self.after_figure(start, verb).unwrap_or(start + 1);
        (next < verb && matches!(self.token(next).tag, Tag::Det | Tag::Pron)).then_some(next)
    }

    /// What follows a length of time and an adverb that says from when: `Two years ago | the Council`.
    fn after_ago(&self, start: usize, verb: usize) -> Option<usize> {
        let figures = self.segments.quantities_in(start.saturating_sub(1)..verb);
        let is_time = |figure: &&Quantity| matches!(figure.kind, QuantityKind::Period | QuantityKind::Date);
        let figure = figures.iter().filter(is_time).find(|figure| figure.tokens.contains(&start));
        // `A few days ago | the Council`
        let few = (start + 1..verb).find(|&at| Grammar::english().groups(&self.token(at).lemma).has(Group::TimeNouns));
        let few = few.filter(|&noun| (start..noun).all(|at| matches!(self.token(at).tag, Tag::Det | Tag::Adj)));
        let few = few.filter(|&noun| noun + 1 < verb && self.token(noun + 1).word == "ago");
        let end = figure.map(|figure| figure.tokens.end).or(few.map(|noun| noun + 1))?;
        let is_adverb = |at: &usize| self.token(*at).tag == Tag::Adv;
        let after = (end..verb).find(|at| !is_adverb(at))?;
        (after > end).then_some(after)
    }

    /// Whether a word like `over` is part of the figure behind it.
    fn opens_figure(&self, start: usize) -> bool {
        let figures = &self.segments.quantities;
        let figure = figures.get(figures.partition_point(|figure| figure.tokens.start < start));
        figure.is_some_and(|figure| {
            figure.tokens.start == start && !matches!(figure.kind, QuantityKind::Date | QuantityKind::Period)
        })
    }

    /// What follows a year or another figure: `In 1983 | traders`.
    fn after_figure(&self, start: usize, verb: usize) -> Option<usize> {
        let figure = self.segments.quantities_in(start..verb).first().filter(|figure| figure.tokens.start <= start);
        figure.map(|figure| figure.tokens.end).filter(|&end| end < verb)
    }
}
