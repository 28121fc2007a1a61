//! Where the subject of a verb stands, and how far it reaches.

use super::super::StancePhrase;
use super::Roles;
use crate::lexicon::{Grammar, Group, QuantityKind, Role, Tag};
use crate::segment::{Hit, Quantity, Token};
use std::ops::Range;

impl Roles<'_> {
    /// The noun phrase with which the clause of a verb begins; it holds a noun or pronoun. What stands in front of it is
    /// skipped, and it ends before what is hung on it: `In spring, | the data | received since the Council met, ... show`.
    pub(super) fn subject(&self, from: usize, verb: usize) -> Option<Range<usize>> {
        let is_person = |at: usize| {
            let hits = self.segments.hits_in(at..at + 1);
            hits.iter().any(|hit| matches!(hit.role, Role::Speaker | Role::Pronoun) && hit.tokens.contains(&at))
        };
        // `We'll`, `you're`
        let is_owner = |(word, _): (&str, &str)| {
            let groups = Grammar::english().groups(word);
            is_person(verb) || groups.has(Group::Subjects) && !groups.has(Group::Relatives) && word != "there"
        };
        if self.token(verb).word.split_once('\'').is_some_and(is_owner) {
            return Some(verb..verb + 1);
        }
        // `The harbour there | is small`
        let is_place = |at: usize| {
            at > from && self.token(at).word == "there" && matches!(self.token(at - 1).tag, Tag::Noun | Tag::Propn)
        };
        let is_skipped = |at: &usize| {
            let token = self.token(*at);
            let is_denied = token.tag == Tag::Part && token.word == "not";
            token.tag == Tag::Adv || token.is_furniture || is_denied || is_place(*at)
        };
        // `and that | means more trade`
        let first = (from..verb).find(|at| !is_skipped(at) && self.token(*at).tag != Tag::Cconj)?;
        if self.stands_alone(first) && (first + 1..verb).all(|at| is_skipped(&at)) {
            return Some(first..first + 1);
        }
        let last = (from..verb).rev().find(|at| !is_skipped(at))?;
        // `This year | we`
        let is_led = last > from && self.token(last - 1).tag == Tag::Adp;
        // `Ada Hale and I | agree`
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        let is_joined = last > from + 1
            && self.token(last - 1).tag == Tag::Cconj
            && is_name(last - 2)
            && !(from..last).any(|at| self.token(at).is_finite || self.is_relative(at));
        if self.is_pure_subject(last) && !is_led && !is_joined {
            return Some(last..last + 1);
        }
        // `ports in which | ships lie`
        let which = |&at: &usize| {
            let is_one = Grammar::english().groups(&self.token(at).word).has(Group::ClauseDeterminers);
            is_one && self.is_relative(at) && self.token(at - 1).tag == Tag::Adp
        };
        let inner = (from + 1..verb).rev().take_while(|&at| !self.is_verb(at)).find(which);
        let from = inner.map_or(from, |which| which + 1);
        let mut start = self.clause_start(from, verb)?;
        let mut end = match self.token(start).tag == Tag::Verb && self.lists_deeds(start, verb) {
            true => last + 1,
            false => self.noun_phrase_end(start, verb),
        };
        // `which | has risen` says of nobody by name.
        let is_named = |start: usize, at: usize| {
            let tag = self.token(at).tag;
            // `Few | would agree`, `Too many still | are idle`
            let is_link = |at: usize| matches!(self.token(at).tag, Tag::Cconj | Tag::Adv);
            let (is_first, is_alone) = ((start..at).all(is_link), (from..at).all(is_link));
            let is_many = Grammar::english().groups(&self.token(at).word).has(Group::Quantities);
            let is_aux = self.token(verb).tag == Tag::Aux;
            let is_few = tag == Tag::Adj && at == last && (is_many && is_first || is_aux && is_alone && at + 1 == verb);
            // `Sailing | becomes harder`
            let is_deed = tag == Tag::Verb
                && self.token(at).is_gerund
                && at == start
                && at == last
                && (at == from || self.token(at - 1).tag != Tag::Adp);
            matches!(tag, Tag::Noun | Tag::Propn | Tag::Num)
                || is_deed
                || tag == Tag::Pron && !self.is_relative(at)
                // `That | is so`, `Some still | ask`, `All of that | is so`
                || tag == Tag::Det
                    && (at == last
                        || at == start && (self.token(at + 1).tag == Tag::Adp || self.is_relative(at + 1)))
                || is_few
                // `The poor | ask`
                || tag == Tag::Adj
                    && at == last
                    && at > start
                    && self.token(start).tag == Tag::Det
                    && !Grammar::english().groups(&self.token(at).word).has(Group::DegreeWords)
        };
        // `More recently, | trade`
        while !(start..end).any(|at| is_named(start, at)) {
            let comma = (start..verb).find(|&at| self.token(at).word == ",")?;
            start = self.clause_start(comma + 1, verb)?;
            end = self.noun_phrase_end(start, verb);
        }
        // `Tomorrow | our ports`
        let is_noun = |at: usize| self.token(at).tag == Tag::Noun && self.segments.quantities_in(at..at + 1).is_empty();
        let opens = |&at: &usize| {
            let groups = Grammar::english().groups(&self.token(at).word);
            // but not `Opening the ports | will help`
            // `Each day | the ports`
            let is_time = Grammar::english().groups(&self.token(at - 1).lemma).has(Group::TimeNouns);
            let is_det = (at == start + 1 || is_time)
                && self.token(at).tag == Tag::Det
                && groups.has(Group::BareDeterminers)
                && !self.token(start).is_gerund;
            is_noun(at - 1) && (is_det || groups.has(Group::Possessives)) && !(at..verb).any(|at| self.is_verb(at))
        };
        let start = (start + 1..end).find(opens).unwrap_or(start);
        Some(start..end)
    }

    /// Whether a `that` points to what was said before, and opens no clause that hangs on a word: it opens the sentence,
    /// or follows a comma and a conjunction with no relative clause to go on with.
    fn stands_alone(&self, at: usize) -> bool {
        let first = self.first_of(at);
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Cconj);
        let before = (first..at).rev().find(|at| !is_link(at));
        let is_relative = |at: usize| self.token(at).word == "that" && self.token(at).tag == Tag::Pron;
        self.token(at).word == "that"
            && before.is_none_or(|before| match self.token(before).word.as_str() {
                "," => before + 1 < at && !(first..before).any(is_relative),
                mark => matches!(mark, ";" | ":"),
            })
    }

    fn is_verb(&self, at: usize) -> bool {
        matches!(self.token(at).tag, Tag::Verb | Tag::Aux)
    }

    /// Whether a noun phrase is not led by a preposition, unless it is one that takes a participle: `with prices | rising`.
    pub(super) fn is_free(&self, subject: &Range<usize>) -> bool {
        let before = subject.start.checked_sub(1).map(|at| self.token(at));
        let takes = |token: &Token| Grammar::english().groups(&token.word).has(Group::AbsolutePrepositions);
        before.is_none_or(|token| token.tag != Tag::Adp || takes(token))
    }

    /// The clause that `That is why` only points to, from its first word, with its verb.
    pub(super) fn why(&self, tokens: Range<usize>, verb: usize) -> Option<(usize, usize)> {
        let is_adverb = |at: &usize| self.token(*at).tag == Tag::Adv && !self.is_complement(*at);
        let pointer = (tokens.start..verb).rev().find(|at| !is_adverb(at))?;
        let points = matches!(self.token(pointer).tag, Tag::Det | Tag::Pron)
            && Grammar::english().groups(&self.token(pointer).word).has(Group::Subjects);
        let is_be = matches!(self.token(verb).lemma.as_str(), "be" | "'s");
        let opener = (verb + 1..tokens.end).find(|at| !is_adverb(at))?;
        let opens = self.is_complement(opener) && self.token(opener).word != "that";
        // `I'm` is subject and verb in one.
        let is_fused = |at: usize| self.token(at).tag == Tag::Aux && self.token(at).word.contains('\'');
        let inner = (opener + 1..tokens.end).find(|&at| self.token(at).is_finite || is_fused(at))?;
        // `That is what | counts`
        let has_subject = inner > opener + 1 || is_fused(inner);
        (points && is_be && opens && has_subject).then_some((opener + 1, inner))
    }

    /// The clause behind a lead that holds the verb taken for its own, with its verb: `At the time the League was founded, |
    /// trade was slow`, `Save for spring, | trade is slow`, `Based on the charts, | trade is slow`.
    pub(super) fn led(&self, tokens: Range<usize>, verb: usize) -> Option<(usize, usize)> {
        if tokens.len() < 2 {
            return None;
        }
        let first = self.token(tokens.start);
        // `Thanks to the crews, | trade grows`
        let is_form = first.word == first.lemma
            || first.is_participle && !first.is_gerund
            || tokens.start == self.first_of(tokens.start);
        let is_base = verb == tokens.start && first.tag == Tag::Verb && is_form;
        let takes = self.token(tokens.start + 1).tag == Tag::Adp;
        let is_of_noun = |at: usize| {
            matches!(self.token(at).tag, Tag::Noun)
                && matches!(self.token(at + 1).tag, Tag::Det | Tag::Pron | Tag::Propn)
        };
        // `At a time when | trade is slow`
        let is_opener = |at: usize| self.token(at).tag == Tag::Sconj || self.is_complement(at);
        // `Coming after a storm that | closed the port, the League`, `True to the rules | set in spring, the League`
        let is_hung = first.tag == Tag::Adp
            || first.tag == Tag::Verb && first.is_gerund && tokens.start < verb
            || first.tag == Tag::Adj && takes;
        let is_relative = is_hung
            && (self.token(tokens.start + 1).tag == Tag::Det && (tokens.start + 2..verb).any(is_of_noun)
                || (tokens.start + 2..verb).any(is_opener))
            && !(tokens.start..verb).any(|at| self.token(at).is_mark);
        let is_mark = |at: &usize| self.token(*at).is_mark;
        if !(is_base && takes || is_relative) {
            return None;
        }
        let inner = |comma: usize| {
            let inner = (comma + 1..tokens.end).find(|&at| self.token(at).is_finite)?;
            let next = self.token(comma + 1).tag;
            let is_name = inner > comma + 1
                && !matches!(next, Tag::Cconj | Tag::Adp | Tag::Sconj)
                && !self.is_complement(comma + 1)
                && (self.noun_phrase_end(comma + 1, inner)..inner).all(|at| self.token(at).tag == Tag::Adv);
            is_name.then_some((comma + 1, inner))
        };
        let is_open = |at: &usize| self.token(*at).word == "," && !(verb + 1..*at).any(is_opener);
        (verb..tokens.end).filter(is_mark).take_while(is_open).find_map(inner)
    }

    /// The verb behind one that only hangs on a noun: `The measures taken in spring | will help`.
    pub(super) fn behind_participle(&self, tokens: Range<usize>, verb: usize) -> Option<usize> {
        if verb + 1 >= tokens.end {
            return None;
        }
        let token = self.token(verb);
        let can_hang = token.tag == Tag::Verb && token.is_participle && token.word != token.lemma;
        let is_hung =
            verb > tokens.start && self.token(verb - 1).tag == Tag::Noun && self.token(verb + 1).tag == Tag::Adp;
        if !can_hang || !is_hung || Grammar::english().groups(&token.lemma).has(Group::ThatVerbs) {
            return None;
        }
        let next = (verb + 1..tokens.end).find(|&at| self.token(at).is_finite)?;
        // `rose in ports | the crews had left`
        let opens = |at: usize| {
            self.token(at).is_mark
                || matches!(self.token(at).tag, Tag::Cconj | Tag::Sconj)
                || self.is_complement(at)
                || self.is_pure_subject(at)
                || matches!(self.token(at).tag, Tag::Det | Tag::Pron) && self.token(at - 1).tag == Tag::Noun
        };
        (!(verb + 1..next).any(opens)).then_some(next)
    }

    pub(super) fn is_complement(&self, at: usize) -> bool {
        self.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Complementizer)
    }

    /// The subject between an auxiliary put first and its verb: `Rarely have | the ports | seen`, `No longer are | they`.
    pub(super) fn inverted(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let start = verb + 1;
        let is_led = phrase.tokens.start..verb;
        let groups = Grammar::english().groups(&self.token(verb).lemma);
        let is_aux = self.token(verb).tag == Tag::Aux || groups.has(Group::Auxiliaries);
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron | Tag::Num);
        // `What should | we | do?`
        let opens = |at: usize| !is_name(at) || self.is_complement(at) && at == phrase.tokens.start;
        if !is_aux || start >= phrase.tokens.end || !is_led.clone().all(opens) {
            return None;
        }
        let end = match self.is_pure_subject(start) {
            true => start + 1,
            false => {
                let next = (start..phrase.tokens.end).find(|&at| self.is_verb(at)).unwrap_or(phrase.tokens.end);
                self.noun_phrase_end(start, next)
            }
        };
        let is_name = (start..end).any(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron));
        let goes_on = (end..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv && !self.token(at).is_negator);
        let is_split = goes_on.is_some_and(|at| self.token(at).tag == Tag::Verb && !self.token(at).is_gerund);
        // `and is a port` has its subject before.
        let is_be = self.token(verb).lemma == "be";
        let is_denied = is_led.clone().any(|at| self.token(at).is_negator);
        let is_asked = self.is_pure_subject(start) && !self.is_object(start);
        (is_name && (is_asked || is_denied || is_split && !is_be)).then_some(start..end)
    }

    /// The subject inside a clause that is one: `What | I | offer is a plan`, `What is odd is that | they | agree`.
    pub(super) fn inside(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let start =
            phrase.tokens.clone().find(|&at| !matches!(self.token(at).tag, Tag::Cconj | Tag::Adv | Tag::Punct))?;
        if !Grammar::english().groups(&self.token(start).word).has(Group::ClauseDeterminers)
            || !self.is_complement(start)
        {
            return None;
        }
        let finite = |from: usize, to: usize| (from..to).find(|&at| self.token(at).is_finite);
        let own = finite(start + 1, verb).filter(|&inner| inner > start + 1);
        own.and_then(|inner| self.subject(start + 1, inner)).or_else(|| {
            let that = (verb..phrase.tokens.end).find(|&at| self.token(at).word == "that" && self.is_complement(at))?;
            self.subject(that + 1, finite(that + 1, phrase.tokens.end)?)
        })
    }

    /// The subject of a clause without a verb: `with | the decline | owing to a drop in prices`.
    pub(super) fn absolute(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let takes = Grammar::english().groups(&self.token(start).word).has(Group::AbsolutePrepositions);
        let owes = |hit: &Hit| hit.role == Role::Opener && hit.tokens.start > start + 1;
        let end = self.segments.hits_in(phrase.tokens.clone()).iter().find(|hit| owes(hit))?.tokens.start;
        let is_noun =
            |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part);
        (takes && (start + 1..end).all(is_noun)).then_some(start + 1..end)
    }

    /// Whether a word is a pronoun that is a subject wherever it stands: `we`, `they`, `you`.
    pub(super) fn is_pure_subject(&self, at: usize) -> bool {
        let token = self.token(at);
        let groups = Grammar::english().groups(&token.word);
        token.tag == Tag::Pron && groups.has(Group::Subjects) && !groups.has(Group::Relatives)
    }

    /// Whether a word is `us`, `them` or the like, and does not own what follows.
    pub(super) fn is_object(&self, at: usize) -> bool {
        let groups = Grammar::english().groups(&self.token(at).word);
        groups.has(Group::ObjectPronouns) && !groups.has(Group::Possessives)
    }

    /// Whether a word is `which`, `who` or the like, and not the `that` of `that aim`.
    pub(super) fn is_relative(&self, at: usize) -> bool {
        let opens = self.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Complementizer);
        opens && self.token(at).tag != Tag::Det
    }

    /// Where the clause of a verb begins, once links, adverbs, phrases and clauses put first are skipped.
    fn clause_start(&self, from: usize, verb: usize) -> Option<usize> {
        let mut start = from;
        while start < verb {
            let token = self.token(start);
            let comma = |at: usize| (at..verb).find(|&at| self.token(at).word == ",");
            let opens = |hit: &Hit| matches!(hit.role, Role::Opener | Role::Condition | Role::Term);
            let opener = self.segments.hits_in(start..start + 1).iter().find(|hit| opens(hit));
            // `Tonight | the League`, but not `Tonight is`, `Today's`
            let is_time = Grammar::english().groups(&token.word).has(Group::TimeWords);
            start = match token.tag {
                _ if is_time && start + 1 < verb && self.token(start + 1).tag != Tag::Part => start + 1,
                // `1951, | despite storms`
                Tag::Num if self.token(start + 1).word == "," && self.is_date(start) => start + 1,
                // `June 6, 1944, | the crews`
                Tag::Propn | Tag::Noun if self.date_end(start).is_some_and(|end| end < verb) => self.date_end(start)?,
                // `that aim`
                Tag::Sconj if self.is_relative(start) && self.points(start, verb) => return Some(start),
                // `Neither the League nor the Council`
                Tag::Cconj if Grammar::english().groups(&token.word).has(Group::Pairing) => return Some(start),
                Tag::Punct | Tag::Cconj | Tag::Intj => start + 1,
                // `15 years ago | the Council`
                Tag::Num | Tag::Det if self.after_ago(start, verb).is_some() => self.after_ago(start, verb)?,
                // `3. The Council`
                Tag::Num if start == from && matches!(self.token(start + 1).word.as_str(), "." | ")") => start + 2,
                Tag::Adv if opener.is_none() => start + 1,
                // `Since 1983 | our ports`
                Tag::Num if start > from && self.ends_figure(start, verb).is_some() => self.ends_figure(start, verb)?,
                // `Over 60 percent of the crews, | old and new, sail`
                Tag::Adp if self.opens_figure(start) => return Some(start),
                Tag::Adp | Tag::Part => match comma(start) {
                    // `After storms, fire, and floods, | the port is open`
                    Some(first) => {
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
                _ if token.tag == Tag::Sconj || opener.is_some() => {
                    let inner = (start..verb).find(|&at| self.token(at).is_finite).and_then(comma);
                    let next = opener.map_or(start, |hit| hit.tokens.end - 1) + 1;
                    // `Since 1983 | trade`
                    let after = || self.after_figure(start, verb).or_else(|| self.after_figure(next, verb));
                    inner.map(|comma| comma + 1).or_else(after).unwrap_or(next)
                }
                _ => match self.after_time(start, verb) {
                    Some(after) => after,
                    None => return Some(start),
                },
            };
        }
        None
    }

    /// What follows a noun put first, as in `Next year, | tolls will fall`: one comma stands before the verb, and neither
    /// aside nor list has but one.
    fn after_time(&self, start: usize, verb: usize) -> Option<usize> {
        let mut commas = (start..verb).filter(|&at| self.token(at).word == ",");
        let count = commas.clone().count();
        let first = commas.next()?;
        // `Last month, | ports, crews and traders met`, `Some weeks ago, | Ada Hale, of Averil, wrote`
        let is_adverb = |at: usize| self.token(at).tag == Tag::Adv;
        let noun = (start..first).rev().find(|&at| !is_adverb(at)).unwrap_or(start);
        let is_time = Grammar::english().groups(&self.token(noun).lemma).has(Group::TimeNouns) || self.is_date(noun);
        let closes = self.token(verb - 1).word == ",";
        if is_time && count > 2 * usize::from(closes) {
            return Some(first + 1);
        }
        // `A long, | dark winter`
        if self.joins_noun(first, verb) {
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

    /// Whether `that` stands before the noun that is the subject of the verb, with no other verb between.
    fn points(&self, at: usize, verb: usize) -> bool {
        at + 1 < verb
            && (at + 1..verb).all(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Adj))
            && at == self.first_of(at)
    }

    /// The first word of the sentence that a token stands in.
    pub(super) fn first_of(&self, at: usize) -> usize {
        let next = self.segments.sentences.partition_point(|sentence| sentence.tokens.start <= at);
        self.segments.sentences.get(next.wrapping_sub(1)).map_or(at, |sentence| sentence.tokens.start)
    }

    /// The last comma of a list of subjects, which `and` follows: `Rising prices, wars, | and storms | weigh`.
    fn opens_list(&self, comma: usize, verb: usize) -> Option<usize> {
        (comma..verb).find(|&at| self.token(at).word == "," && self.token(at + 1).tag == Tag::Cconj)
    }

    /// The comma that ends a list put first: `With Averil, Kelmouth and the League, | rules were agreed`; but not `In spring,
    /// Averil and its leader, | Ada Hale, agreed`.
    fn list_end(&self, first: usize, verb: usize) -> Option<usize> {
        let and = (first..verb).find(|&at| self.token(at).tag == Tag::Cconj)?;
        let close = (and..verb).find(|&at| self.token(at).word == ",")?;
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
            let is_free = !matches!(before, Tag::Adp | Tag::Det | Tag::Adj | Tag::Propn | Tag::Cconj | Tag::Part);
            // `In Kelmouth | the result`
            let is_name = before == Tag::Propn && self.token(*at).tag == Tag::Det;
            matches!(self.token(*at).tag, Tag::Det | Tag::Pron | Tag::Propn) && is_free || is_name
        };
        // `In most ports | crews`
        let is_many = |at: usize| self.token(at).tag == Tag::Noun && self.token(at).word != self.token(at).lemma;
        let meets =
            |at: &usize| is_many(*at - 1) && matches!(self.token(*at).tag, Tag::Noun) && self.ends_with_noun(*at, verb);
        self.after_figure(start + 1, verb)
            .or_else(|| self.after_decade(start + 1, verb))
            .or_else(|| (start + 2..verb).find(opens))
            .or_else(|| (start + 2..verb).rev().find(meets))
            .unwrap_or(start + 1)
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
    fn is_date(&self, at: usize) -> bool {
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
        let first = (start..verb).find(is_comma);
        // `Sailing in spring, the Council, at last, | decided`
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Pron | Tag::Propn);
        last.filter(is_comma).zip(first).is_some_and(|(last, first)| first < last && !is_name(first + 1))
    }

    /// Whether an -ing form takes a list of nouns: `Opening roads, ports and canals`; but not `Looking ahead, ports and
    /// crews`.
    fn lists_deeds(&self, start: usize, verb: usize) -> bool {
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn);
        let comma = (start..verb).find(|&at| self.token(at).word == ",");
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
                    (from..and).all(|at| is_noun(at) || self.token(at).tag == Tag::Adj || is_more(at))
                };
                comma > start + 1 && is_noun(comma - 1) && and.is_some_and(|and| and > comma + 1 && is_limb(and))
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
        let end = figures.iter().filter(is_time).find(|figure| figure.tokens.contains(&start))?.tokens.end;
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

    /// Where a noun phrase ends: before a mark, a clause, a participle behind its noun, an infinitive.
    fn noun_phrase_end(&self, start: usize, verb: usize) -> usize {
        let mut at = start;
        while at < verb {
            let token = self.token(at);
            // `The index (of prices) in May | rose`
            if at > start && token.word == "(" {
                match (at..verb).find(|&at| self.token(at).word == ")") {
                    Some(close) => at = close,
                    None => break,
                }
            }
            // `The "Open Ports" pact | holds`
            if token.word == "\"" {
                match (at + 1..verb).find(|&at| self.token(at).word == "\"") {
                    Some(close) => at = close,
                    None if at > start => break,
                    None => {}
                }
            }
            let follows_noun = || {
                let before = (start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
                before.is_some_and(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron))
            };
            let ends = match self.token(at).tag {
                // `Mr. Hale`, `Hale & Sons`
                Tag::Punct if matches!(self.token(at).word.as_str(), "." | "&") => {
                    !matches!(self.token(at + 1).tag, Tag::Noun | Tag::Propn)
                }
                // `full- scale`
                Tag::Punct if token.word == "-" => at == start || token.span.start > self.token(at - 1).span.end,
                Tag::Punct if token.word == "," && at > start => !self.joins_noun(at, verb),
                Tag::Punct => !matches!(self.token(at).word.as_str(), ")" | "%" | "\""),
                Tag::Sconj => at > start,
                Tag::Part => matches!(self.token(at).word.as_str(), "to" | "not"),
                Tag::Verb => self.token(at).is_finite || follows_noun(),
                Tag::Aux => true,
                // `the plan | on which crews agreed`, but not `most of which`
                Tag::Pron | Tag::Det if at > start + 1 && self.is_led_relative(at) => {
                    at -= 1;
                    true
                }
                // `the ports which`, but not `all of that`
                Tag::Pron if self.is_relative(at) => at > start && self.token(at - 1).tag != Tag::Adp,
                // `The day reminds | us`: what stands before is a verb.
                Tag::Pron if self.is_object(at) && at > start + 1 && self.token(at - 1).tag == Tag::Noun => {
                    at -= 1;
                    true
                }
                Tag::Pron => at > start && self.is_pure_subject(at) && follows_noun(),
                _ => false,
            };
            if ends && at > start {
                break;
            }
            at += 1;
        }
        // `They neither | ask nor give`
        let is_skipped = |at: usize| matches!(self.token(at).tag, Tag::Adv | Tag::Cconj) || self.token(at).is_furniture;
        (start + 1..=at.min(verb)).rev().find(|&end| !is_skipped(end - 1)).unwrap_or(start + 1)
    }

    /// Whether a `which` has a preposition that stands right behind a noun: `the plan on | which`.
    fn is_led_relative(&self, at: usize) -> bool {
        let is_which = Grammar::english().groups(&self.token(at).word).has(Group::ClauseDeterminers);
        let is_led = self.token(at - 1).tag == Tag::Adp && self.token(at - 1).word != "of";
        is_which && self.is_relative(at) && is_led && matches!(self.token(at - 2).tag, Tag::Noun | Tag::Propn)
    }

    /// Whether the noun phrase of a verb goes on behind a comma: `a long, | dark winter`, `Ports, | crews and traders`; but
    /// not `Crews, | traders and sailors too, | agree`.
    fn joins_noun(&self, comma: usize, verb: usize) -> bool {
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num);
        let is_adjective =
            |at: usize| self.token(at).tag == Tag::Adj || self.token(at).tag == Tag::Verb && !self.token(at).is_finite;
        if comma + 1 >= verb {
            return false;
        }
        if self.token(comma - 1).tag == Tag::Adj && is_adjective(comma + 1) {
            let is_link = |at: usize| self.token(at).word == "," || self.token(at).tag == Tag::Cconj;
            let end = (comma + 1..verb).find(|&at| !is_adjective(at) && !is_link(at));
            return end.is_some_and(is_noun);
        }
        // `September 11th, | ports and crews`, `Good morning, | the Chair and members`
        if self.is_date(comma - 1) || self.token(comma - 1).is_furniture {
            return false;
        }
        let Some(and) = (comma + 1..verb).find(|&at| self.token(at).tag == Tag::Cconj) else { return false };
        let is_inside = |at: usize| {
            let token = self.token(at);
            // `the spread of dumps (TDs)`
            let is_short = |at: usize| self.token(at - 1).word == "(" && self.token(at + 1).word == ")";
            token.word == ","
                || is_noun(at)
                || token.word == "(" && is_short(at + 1)
                || token.word == ")" && is_short(at - 1)
                || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Adp | Tag::Part)
                || token.tag == Tag::Pron && Grammar::english().groups(&token.word).has(Group::Possessives)
                || token.tag == Tag::Verb && !token.is_finite && token.is_gerund
        };
        let is_led = |at: usize| matches!(self.token(at).tag, Tag::Adp | Tag::Adv | Tag::Verb | Tag::Sconj);
        let is_list = (comma + 1..and).all(is_inside) && (and == comma + 1 || !is_led(comma + 1));
        is_list
            && and + 1 < verb
            && !is_led(and + 1)
            && (and + 1..verb).any(|at| is_noun(at) || self.is_pure_subject(at))
            && (self.noun_phrase_end(and + 1, verb)..verb).all(|at| self.token(at).tag == Tag::Adv)
    }

    /// Who is pointed out as the doer: `It was | the League | who built the port`.
    pub(super) fn pointed_out(&self, subject: &Range<usize>, verb: Option<usize>) -> Option<Range<usize>> {
        let verb = verb.filter(|&at| self.token(at).lemma == "be" && self.token(subject.start).word == "it")?;
        let is_inside = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Pron)
                && !self.is_relative(*at)
        };
        let end = verb + 1 + (verb + 1..self.segments.tokens.len()).take_while(is_inside).count();
        let is_doer = end > verb + 1 && self.segments.tokens.get(end).is_some_and(|token| token.word == "who");
        is_doer.then_some(verb + 1..end)
    }

    /// The subject behind its verb: `At the heart of our plan is | a new port`.
    pub(super) fn put_last(
        &self,
        phrase: &StancePhrase,
        subject: &Range<usize>,
        verb: Option<usize>,
    ) -> Option<Range<usize>> {
        let verb = verb.filter(|&at| self.token(at).lemma == "be" && at == subject.end)?;
        let is_name = |at: usize| {
            let token = self.token(at);
            matches!(token.tag, Tag::Det | Tag::Propn | Tag::Num)
                || Grammar::english().groups(&token.word).has(Group::Possessives)
        };
        let is_link = |at: usize| matches!(self.token(at).tag, Tag::Cconj | Tag::Adv);
        let before = subject.start.checked_sub(1).filter(|before| phrase.tokens.contains(before));
        let groups = Grammar::english().groups(&self.token(subject.start).word);
        let first = match before {
            Some(at) if self.token(at).tag == Tag::Adp => at,
            // `Here tonight is`
            Some(_) if groups.has(Group::TimeWords) && subject.len() == 1 => subject.start,
            _ => return None,
        };
        let is_led = phrase.tokens.clone().take_while(|&at| at < first).all(is_link);
        let is_inverted = is_led && verb + 2 < phrase.tokens.end && is_name(verb + 1);
        is_inverted.then(|| verb + 1..self.noun_phrase_end(verb + 1, phrase.tokens.end))
    }
}
