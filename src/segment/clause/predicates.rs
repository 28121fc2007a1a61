//! Which verb is the main one of a stretch, and what a clause inside it is.

use super::Cutter;
use super::asides::ASIDE;
use crate::lexicon::{After, Grammar, Group, Role, Tag};
use crate::segment::{Hit, Token};
use std::ops::Range;

impl Cutter<'_> {
    /// Whether a relative clause may tell of what stands here: `the port that`, `those who`.
    pub(super) fn can_have_relative(&self, at: usize) -> bool {
        self.is_noun(at) || matches!(self.token(at).tag, Tag::Pron | Tag::Det)
    }

    /// Whether what begins here has its verb before it ends: at a mark, but past an aside between commas.
    ///
    /// `since trade fell` has one; `since the spring, and trade has fallen` has none.
    pub(super) fn has_predicate(&self, at: usize) -> bool {
        let mut next = at;
        while next < self.stretch(at) {
            if self.token(next).is_finite {
                return true;
            }
            next = match self.is(next, ",") {
                true => match self.skip_aside(next) {
                    Some(after) => after,
                    None => return false,
                },
                false => next + 1,
            };
        }
        false
    }

    /// Whether two finite verbs have one form, so that one subject can have both.
    pub(super) fn is_like(&self, first: usize, second: usize) -> bool {
        let (first, second) = (self.token(first), self.token(second));
        let form = |token: &Token| (token.is_past(), token.word.ends_with('s') && token.word != token.lemma);
        // `has a fleet that sails and threatens`: `has` is like another `has` only.
        let is_helper = |token: &Token| Grammar::english().groups(&token.lemma).has(Group::Auxiliaries);
        match first.tag == Tag::Aux || second.tag == Tag::Aux || is_helper(first) || is_helper(second) {
            true => first.lemma == second.lemma,
            false => first.tag == second.tag && form(first) == form(second),
        }
    }

    /// The head of the main predicate of a piece: its first finite verb that is not the verb of a clause inside it
    /// (`Any port that is closed and has no pilot | is`, `When prices rise, the Council | acts`); none where all are.
    pub(super) fn main_verb(&self, piece: Range<usize>) -> Option<usize> {
        let lead = self.lead(piece.start);
        // `Whatever happens, the Council | acts`
        let after_comma = || {
            let verb =
                self.finite(lead..piece.end).filter(|_| self.is_complementizer(lead) || self.is_open_word(lead))?;
            let comma = (verb..piece.end).find(|&at| self.is(at, ","))?;
            self.has_subject_and_predicate(comma + 1).then_some(comma + 1)
        };
        let start = self.after_first(piece.start, piece.end).or_else(after_comma).unwrap_or(lead);
        // `Based on the experience | we have gained`, `addressing the issues | we face`
        let first = self.token(start);
        let is_deed = first.tag == Tag::Verb && !first.is_finite && (first.is_gerund || first.is_participle);
        let is_told_more = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).word);
            is_deed && at > start + 1 && groups.has(Group::ContactSubjects) && self.is_noun(at - 1)
        };
        let mut inner = 0;
        let mut place = None;
        for at in start..piece.end {
            // What opens the piece as a whole says nothing of a clause inside it.
            let is_head = at == start && self.hit(at, Role::Opener).is_some() || at == piece.start;
            let opens =
                self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at) || self.opens_comparison(at);
            if self.inserted[at - self.sentence.start] {
                continue;
            }
            if opens && !is_head && self.has_predicate(at + 1)
                || at > start
                    && (self.is_contact(at) || self.is_long_contact(start, at) || inner == 0 && is_told_more(at))
            {
                inner += 1;
                place = place.or(Some(at).filter(|&at| self.tells_of_place(start, at)));
            } else if self.token(at).is_finite {
                let is_joined = at > start && self.token(at - 1).tag == Tag::Cconj;
                match inner {
                    // `that if you work and save, you`: it is still the verb of that clause.
                    1.. if is_joined => {}
                    0 if place.is_some_and(|place| self.has_own_subject(place, at)) => {}
                    0 if !is_joined || !(start..at).any(|at| self.is_complementizer(at)) => {
                        return self.behind_aside(start, at, piece.end).or(Some(at));
                    }
                    0 => {}
                    _ => inner -= 1,
                }
            }
        }
        None
    }

    /// Whether a clause of place tells of the noun that a piece begins with and that has no verb yet: `a port | where`. Such a
    /// noun with `a` is what is hoped for; another is mostly the subject of a verb to come: `The speed with which`.
    fn tells_of_place(&self, start: usize, at: usize) -> bool {
        let is_hoped = Grammar::english().groups(&self.token(start).word).has(Group::Indefinite);
        is_hoped && self.opens_place(at) && self.finite(start..at).is_none()
    }

    /// Whether a verb has a subject of its own behind a comma or joint, so that it is one of a row in the clause that opened
    /// before: `a port where trade grows, wages | rise and all | are safe`.
    fn has_own_subject(&self, open: usize, verb: usize) -> bool {
        let is_joint = |at: &usize| self.is(*at, ",") || self.token(*at).tag == Tag::Cconj;
        (open..verb).rev().find(is_joint).is_some_and(|joint| {
            // Not `a port on which the crew and I agreed | is`.
            self.finite(joint + 1..verb + 1) == Some(verb) && self.has_subject_and_predicate(joint + 1)
        })
    }

    /// The verb behind an aside that holds the one found first: `The ports, fitted to all ships, | remain open`, `Averil,
    /// recalling the help it had, | will help`.
    fn behind_aside(&self, start: usize, verb: usize, end: usize) -> Option<usize> {
        let opens = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Verb && (token.is_gerund || token.is_participle && at == verb)
                || token.tag == Tag::Adj && self.token(at + 1).tag == Tag::Adp
        };
        let open = (start..verb).find(|&at| self.is(at, ","))?;
        let first = self.skip(open + 1, |token| token.tag == Tag::Adv);
        let is_led = matches!(self.token(start).tag, Tag::Adp | Tag::Sconj | Tag::Part | Tag::Adv | Tag::Punct)
            || self.token(start).is_gerund
            || self.token(start).tag == Tag::Verb && self.token(start + 1).tag == Tag::Adp;
        let is_aside = !is_led && self.is_noun(open - 1) && first <= verb && opens(first);
        let next = self.finite(verb + 1..end).filter(|_| is_aside)?;
        let close = (verb + 1..next).rev().find(|&at| self.token(at).tag != Tag::Adv)?;
        self.is(close, ",").then_some(next)
    }

    /// Whether what is compared with has a verb of its own: `even better than it is`, but not `more than three ports are`.
    fn opens_comparison(&self, at: usize) -> bool {
        let next = |at: &usize| !self.token(*at).is_mark;
        // `items other than food and energy are`
        self.is(at, "than")
            && !(at > self.sentence.start && self.is(at - 1, "other"))
            && at + 1 < self.sentence.end
            && self.token(at + 1).tag != Tag::Num
            && (at + 1..self.sentence.end).take_while(next).any(|at| self.token(at).is_finite)
    }

    /// Whether a relative clause without its pronoun begins here, and the verb of its noun follows: `the seas | we sail are`.
    fn is_contact(&self, at: usize) -> bool {
        let is_subject = Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects);
        let verb = self.skip(at + 1, |token| token.tag == Tag::Adv);
        let main = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        is_subject
            && self.is_noun(at - 1)
            && main < self.sentence.end
            && self.token(verb).is_finite
            && self.token(main).is_finite
    }

    /// Whether such a clause goes on past its verb: `The seas | we sail in spring are`. Its verb has no object.
    fn is_long_contact(&self, start: usize, at: usize) -> bool {
        if !Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects) {
            return false;
        }
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Cconj);
        let is_phrase = self.token(start).tag == Tag::Det && start + 1 < at && (start + 1..at).all(is_noun);
        let verb = self.skip(at + 1, |token| token.tag == Tag::Adv);
        let rest = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        if !is_phrase || rest >= self.sentence.end || !self.token(verb).is_finite || self.token(rest).tag != Tag::Adp {
            return false;
        }
        let goes_on = |token: &Token| {
            !token.is_finite && matches!(token.tag, Tag::Adp | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adv)
        };
        let main = self.skip(rest, goes_on);
        main < self.sentence.end && self.token(main).is_finite && self.token(main).tag == Tag::Aux
    }

    /// Whether a condition or term with a clause of its own begins here.
    pub(super) fn opens_term(&self, at: usize) -> bool {
        self.hit(at, Role::Condition).or_else(|| self.hit(at, Role::Term)).is_some()
    }

    /// Whether a noun follows a verb before the next mark or joint.
    pub(super) fn has_object(&self, verb: usize) -> bool {
        (verb + 1..self.sentence.end)
            .take_while(|&at| !self.token(at).is_mark && self.token(at).tag != Tag::Cconj)
            .any(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron))
    }

    /// Whether a word opens a clause with a subject of its own: `when`, `although`.
    pub(super) fn is_open_word(&self, at: usize) -> bool {
        let opener = self.hit(at, Role::Opener);
        // `fell as prices rose`, `after the storm ends`, but not `acts as a bank`
        let has_verb = || {
            // `as grain and wool prices fell`: past the `and` of its subject, but not `as a guide and`.
            let start = opener.map_or(at + 1, |hit| hit.tokens.end);
            let is_role = Grammar::english().groups(&self.token(start).word).has(Group::Indefinite);
            (at + 1..self.sentence.end)
                .take_while(|&at| !self.token(at).is_mark && (self.token(at).tag != Tag::Cconj || !is_role))
                .take_while(|&at| !self.is_complementizer(at))
                .any(|at| self.token(at).is_finite)
        };
        let is_bare =
            self.token(at).tag == Tag::Adp && at + 1 < self.sentence.end && self.token(at + 1).tag == Tag::Noun;
        (self.token(at).tag == Tag::Sconj || is_bare || self.token(at).tag == Tag::Adp && has_verb())
            && opener.is_some_and(|hit| {
                !self.lexicon.entries[hit.entry].verbless
                    && self.has_predicate(hit.tokens.end)
                    && !self.ends_before_joint(hit.tokens.end)
            })
    }

    /// Whether the next verb is that of a clause which a joint begins, so that what stands before it has none: `after the
    /// storm | and it sank`; but not `after he and she met`.
    fn ends_before_joint(&self, at: usize) -> bool {
        let Some(verb) = self.finite(at..self.stretch(at)) else { return false };
        let is_next = |joint: usize| {
            let subject = self.skip(joint + 1, |token| token.tag == Tag::Adv);
            self.token(joint).tag == Tag::Cconj
                && self.token(joint - 1).tag != Tag::Pron
                && self.token(subject).tag == Tag::Pron
                && Grammar::english().groups(&self.token(subject).word).has(Group::Subjects)
                && self.skip(subject + 1, |token| token.tag == Tag::Adv) == verb
                && !self.is(subject, "i")
        };
        (at + 1..verb).any(is_next) || self.is_singular_behind_joint(at, verb)
    }

    /// Whether `and` stands before a noun in the singular whose auxiliary is in the third person, so that it begins a clause: two
    /// nouns would take a plural (`since our spring fair | and our fleet has grown`).
    fn is_singular_behind_joint(&self, at: usize, verb: usize) -> bool {
        let is_name = |at: usize| {
            self.is_noun(at) || matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Num) || self.is_owner(at)
        };
        let joint = (at + 1..verb).rev().find(|&at| !is_name(at));
        let joint = joint.filter(|&joint| self.is(joint, "and") && joint + 1 < verb && self.is_noun(joint - 1));
        let word = self.token(verb);
        let is_third = matches!(word.word.as_str(), "is" | "was" | "has");
        let opens = |at: usize| self.token(at).tag == Tag::Det || self.is_owner(at);
        joint.is_some_and(|joint| is_third && opens(joint + 1) && (at + 1..joint).all(is_name))
    }

    /// Whether a noun phrase with its finite verb begins here, with at most an aside in between (`these gains, along
    /// with lower rates, should support`).
    pub(super) fn has_subject_and_predicate(&self, at: usize) -> bool {
        // `strengthen and | broaden, and trade has grown`: a bare verb is no subject.
        let first = self.token(self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1));
        if first.tag == Tag::Verb && !first.is_gerund && !first.is_participle {
            return false;
        }
        let mut next = at;
        // Where an infinitive began that tells what the subject is.
        let mut told = None;
        // `growth and efforts to raise it`: of a bare noun, no comma tells whether it is the first of a clause.
        let is_apart = at > 1 && self.is(at - 2, ",") || matches!(self.token(at).tag, Tag::Det | Tag::Pron | Tag::Num);
        while next < self.stretch(at) {
            let token = self.token(next);
            if told.is_some_and(|told| self.opens_inside(told, next)) {
                return false;
            }
            if token.is_finite && !self.inserted[next - self.sentence.start] {
                // `and the aims of the treaty as first agreed`: no verb stands right behind its preposition.
                let before = (at..next).rev().find(|&at| self.token(at).tag != Tag::Adv);
                let is_told = token.tag == Tag::Verb && token.is_participle;
                let is_hung = is_told && before.is_some_and(|at| self.is(at, "as"));
                // `the fear of storms or tolls is old`: a plural has another verb.
                let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Adj);
                let is_one = matches!(token.word.as_str(), "is" | "was" | "has") && (at..next).all(is_name);
                let is_many =
                    |at: usize| self.token(at).tag == Tag::Noun && self.token(at).lemma != self.token(at).word;
                if is_one && next > at && is_many(next - 1) && self.token(next - 1).word.ends_with('s') {
                    return false;
                }
                // `though | we've built ports`: subject and verb in one word.
                let is_whole = token
                    .word
                    .split_once(['\'', '’'])
                    .is_some_and(|(subject, _)| Grammar::english().groups(subject).has(Group::PureSubjects));
                return (next > at || is_whole) && !is_hung;
            }
            // `and the best terms we can get`: the verb is that of a clause without its pronoun.
            let start = self.skip(at, |token| matches!(token.tag, Tag::Adv | Tag::Adp)).min(self.sentence.end - 1);
            let opens = Grammar::english().groups(&self.token(start).word).has(Group::BareDeterminers);
            let is_person = Grammar::english().groups(&token.word).has(Group::ContactSubjects);
            // `the wool and grain they need`, but not `and this spring they sail`
            let is_time = || {
                let (noun, grammar) = (self.token(next - 1), Grammar::english());
                grammar.groups(&noun.lemma).has(Group::TimeNouns) || grammar.groups(&noun.word).has(Group::TimeWords)
            };
            // `and peace in the sea we share`
            let is_bare = || {
                let is_time = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::TimeNouns);
                let is_hung = |at: usize| {
                    let is_name =
                        self.is_noun(at) || matches!(self.token(at).tag, Tag::Adj | Tag::Adp | Tag::Det | Tag::Num);
                    // `and skill in its use rather than the haste we see`, `and suffering on a scale we fear`
                    // `and calm and comfort she brings`, `and talks on rules or on the steps they plan`
                    let is_pair = self.token(at).tag == Tag::Cconj
                        && (self.is_noun(at + 1) || self.token(at + 1).tag == Tag::Adp);
                    is_name || is_pair || self.is(at + 1, "than") || self.token(at).is_gerund || self.is_owner(at)
                };
                // `or | even a share in what`
                let first = self.skip(at, |token| token.tag == Tag::Adv);
                self.token(at - 1).tag == Tag::Cconj
                    && !self.is(at - 2, ",")
                    && (matches!(self.token(first).tag, Tag::Noun | Tag::Propn | Tag::Adj)
                        || self.token(first).is_gerund)
                    && (first..next).all(is_hung)
                    && !(first..next).any(is_time)
            };
            // `and of the ports they saw in the north`, but not `and in the north they saw new ports`
            let is_hung = || {
                self.token(start.saturating_sub(1)).tag != Tag::Adp || self.is(start - 1, "of") || {
                    let rest = self.finite(next..self.stretch(at)).unwrap_or(next);
                    let rest = self.skip(rest, |token| matches!(token.tag, Tag::Aux | Tag::Adv | Tag::Verb));
                    // `the future we aim for`
                    let rest = rest + usize::from(self.token(rest).tag == Tag::Adp);
                    rest >= self.sentence.end || matches!(self.token(rest).tag, Tag::Cconj | Tag::Punct)
                }
            };
            // `and fishing fleet the coast has seen`, `and port our crews have built`
            let is_owner = || {
                let is_name = |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Noun | Tag::Adj);
                (self.is(next, "the") || self.is_owner(next)) && self.is_noun(next - 1) && (at..next).all(is_name)
            };
            let is_contact =
                next > start && (is_person || is_owner()) && self.token(next - 1).tag == Tag::Noun && !is_time();
            // `and all we do`
            let is_all = || {
                let is_person = Grammar::english().groups(&token.word).has(Group::PureSubjects);
                next == at + 1 && is_person && self.is(at, "all") && self.is(at - 1, "and")
            };
            if is_contact && (opens && is_hung() || is_bare()) || is_all() {
                let is_person = |at: usize| {
                    at < self.sentence.end && Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects)
                };
                // `the good we think we can do`
                loop {
                    let Some(verb) = self.finite(next..self.stretch(at)) else { return false };
                    next = verb + 1;
                    if !is_person(next) {
                        break;
                    }
                }
                continue;
            }
            // `and those who keep the law are free`
            let is_relative = next > at && self.can_have_relative(next - 1);
            if is_relative && token.tag != Tag::Sconj && self.is_complementizer(next) {
                let is_second = |at: usize| (next + 1..at).filter(|&at| self.token(at).is_finite).count() == 1;
                let ends = |at: &usize| {
                    let token = self.token(*at);
                    // `crews who were richer than they have been`, `goods which I have long thought were dear`
                    let is_other = token.word == "than" || {
                        let groups = Grammar::english().groups(&token.lemma);
                        !token.is_finite && (groups.has(Group::ThatVerbs) || groups.has(Group::ThinkingVerbs))
                    };
                    // `crews who knew they could not pay`
                    let is_person = Grammar::english().groups(&token.word).has(Group::PureSubjects);
                    let is_told = is_person && self.token(*at - 1).is_finite && is_second(*at);
                    !token.is_mark
                        && !matches!(token.tag, Tag::Cconj | Tag::Sconj)
                        && !self.is_complementizer(*at)
                        && !is_told
                        && !is_other
                };
                let mut verbs = (next + 1..self.stretch(at)).take_while(ends).filter(|&at| self.token(at).is_finite);
                let first = verbs.next();
                return first.is_some_and(|first| is_apart || self.token(first).tag == Tag::Verb)
                    && verbs.any(|at| self.token(at).tag == Tag::Aux);
            }
            // `and railways than we do`, `and skill of the crews than has ever been done`
            let is_compared = self.is(next, "than") && {
                let after = self.token(next + 1);
                // `and richer than our fathers were`, but not `and more than half the ports are`
                let is_grade = |token: &Token| token.tag == Tag::Adj || token.is_participle;
                // `a greater share of the risk or work than others were asked to bear`
                let is_noun = || next == at + 1 && self.is_noun(at) && self.opens_comparison(next);
                let is_graded =
                    || next > at + 1 && is_grade(self.token(next - 1)) && self.opens_comparison(next) || is_noun();
                after.is_finite || Grammar::english().groups(&after.word).has(Group::Subjects) || is_graded()
            };
            // `and guilds after they have grown`, `and guilds only after they have grown`
            let is_hung = || {
                let before = (at..next).rev().find(|&at| self.token(at).tag != Tag::Adv);
                before.is_some_and(|before| self.is_noun(before))
            };
            // `and a day after a storm sank us`
            let is_time = next > at && {
                let groups = Grammar::english().groups(&self.token(next - 1).lemma);
                let is_link = Grammar::english().groups(&token.word).has(Group::ClausePrepositions);
                groups.has(Group::TimeNouns) && is_link && self.hit(next, Role::Opener).is_some()
            };
            let opens = token.tag == Tag::Adp && is_hung() && {
                let is_person = Grammar::english().groups(&self.token(next + 1).word).has(Group::PureSubjects);
                is_person && self.hit(next, Role::Opener).is_some()
            };
            // `and timber so they never rot`, `and short-range boats as long as the islands agree`
            let is_led = || {
                let term = self.hit(next, Role::Condition).or_else(|| self.hit(next, Role::Term));
                let has_clause =
                    |hit: &Hit| !self.token(hit.tokens.end).is_finite && self.has_predicate(hit.tokens.end);
                let is_result = || {
                    let hit = self.hit(next, Role::Opener);
                    let is_subject =
                        |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects);
                    hit.is_some_and(|hit| {
                        self.lexicon.entries[hit.entry].after == After::Claim && is_subject(hit.tokens.end)
                    })
                };
                // `and in doing so we`
                next > at && self.token(next - 1).lemma != "do" && (term.is_some_and(has_clause) || is_result())
            };
            let is_elsewhere = token.tag == Tag::Sconj
                || is_time
                || opens
                || is_led()
                || self.is_complementizer(next)
                || is_compared
                || token.word == ";"
                || self.is_to(next);
            // `and efforts to open it again have`, `and means such as new tolls will`: it only tells what the subject is.
            let is_told = next > at
                && is_apart
                && self.token(at).tag != Tag::Adp
                && (self.is_to(next) && self.is_noun(next - 1) && self.token(next + 1).tag == Tag::Verb
                    || self.is(next, "as") && self.is(next - 1, "such"));
            if is_told {
                told = told.or(Some(next).filter(|&next| self.is_to(next)));
                next += 1;
                continue;
            }
            if is_elsewhere {
                return false;
            }
            // `financial matters and will keep`, `storms but they sail`: that verb has another subject.
            let head = self.skip(next + 1, |token| token.tag == Tag::Adv);
            // `fairness in its rules and, moreover, will`
            let head = match token.tag == Tag::Cconj && self.is(head, ",") {
                true => self.skip_aside(head).unwrap_or(head),
                false => head,
            };
            if token.tag == Tag::Cconj && head < self.sentence.end {
                let groups = Grammar::english().groups(&self.token(head).word);
                // `the crew and I will`, but not `care for the crew and I will`
                let is_hung = || (at..next).any(|at| self.token(at).tag == Tag::Adp);
                let is_person = match groups.has(Group::PureSubjects) {
                    // `and wool tolls and I am`
                    true => token.lemma != "and" || !self.is(head, "i") || is_hung() || self.is(head + 1, "am"),
                    false => token.lemma != "and" && groups.has(Group::SingularSubjects),
                };
                let verb = self.skip(head + 1, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                // `a share in trade and northern wool and | the ports will rest`
                let is_bare = || {
                    let is_name = |at: usize| self.is_noun(at) || self.token(at).tag == Tag::Adj;
                    self.token(at - 1).tag == Tag::Cconj
                        && !self.is(at - 2, ",")
                        && (at..next).all(is_name)
                        && (groups.has(Group::BareDeterminers)
                            || groups.has(Group::PluralDeterminers) && self.token(head).tag == Tag::Det
                            || self.is_owner(head))
                };
                if self.token(head).is_finite
                    || next > at && is_person && self.token(verb).is_finite
                    || next > at && token.lemma == "and" && is_bare()
                {
                    return false;
                }
            }
            if token.word == "," {
                // `and trade, which, in a storm, is`: the verb is that of the pronoun.
                // `the safety of crews and pilots, who are in need, help the ports`
                if self.opens_relative(next + 1) && (!is_apart || self.is(next + 2, ",")) {
                    return false;
                }
                // `better terms for grain and for wool, and new ports, will`: a preposition's phrase is no subject.
                if self.token(start - 1).tag == Tag::Adp && start > at {
                    return false;
                }
                // `and the old, has fed the young, has`: what follows is no aside.
                if head < self.sentence.end && self.token(head).is_finite {
                    return false;
                }
                // `and envoys from the north, the south and overseas have`
                if (at..next).any(|at| self.token(at).tag == Tag::Adp) && self.is_row_before_verb(next) {
                    return true;
                }
                // `and the league, with its old, proud ports, holds`: any comma may close the aside.
                let is_close = |close: &usize| {
                    let head = self.skip(close + 1, |token| token.tag == Tag::Adv);
                    self.is(*close, ",") && head < self.sentence.end && self.token(head).is_finite
                };
                let mut inside =
                    (next + 1..self.sentence.end.min(next + ASIDE)).take_while(|&at| !self.token(at).is_finite);
                let is_short = || self.skip_aside(next).is_some_and(|after| is_close(&(after - 1)));
                let mut is_long = || self.token(next + 1).tag != Tag::Cconj && inside.any(|at| is_close(&at));
                // `and hopes of the north, and as such, serves`: what is joined is not set in before its verb.
                let is_joined =
                    self.token(next + 1).tag == Tag::Cconj && matches!(self.token(next + 2).tag, Tag::Adp | Tag::Sconj);
                return next > at && !is_joined && (is_short() || is_long());
            }
            next += 1;
        }
        false
    }

    /// Whether what stands here belongs to the infinitive that began before, so that a verb behind is not that of the noun
    /// which the infinitive tells of: `the means to build ports | we need`, `a plan to see | that`, `rules to make | sure ships are`.
    fn opens_inside(&self, told: usize, at: usize) -> bool {
        let token = self.token(at);
        let groups = |token: &Token| Grammar::english().groups(&token.word);
        let is_contact = self.is_noun(at - 1)
            && (groups(token).has(Group::ContactSubjects) || token.tag == Tag::Det || self.is_owner(at));
        let is_said = at > told && token.tag == Tag::Verb && !token.is_finite && {
            let groups = Grammar::english().groups(&token.lemma);
            groups.has(Group::ThatVerbs) || groups.has(Group::ThinkingVerbs)
        };
        token.word == "," || is_contact || is_said || groups(token).has(Group::EnsuringWords) && token.tag == Tag::Adj
    }

    /// Whether nothing but the rest of a row of names stands behind a comma before a verb, the last with `and`: `, the south
    /// and overseas | have`; but not `, and`, nor a row before another comma.
    fn is_row_before_verb(&self, comma: usize) -> bool {
        let is_name = |token: &Token| {
            matches!(token.tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Det | Tag::Num) && !token.is_finite
        };
        let joint = self.skip(comma + 1, |token| is_name(token) || token.word == ",");
        let end = self.skip(joint + 1, |token| is_name(token) || token.tag == Tag::Adv);
        joint > comma + 1
            && self.is_noun(comma - 1)
            && self.is(joint, "and")
            && !self.is(joint - 1, ",")
            && end > joint + 1
            && self.token(end).is_finite
            && end < self.sentence.end
    }

    /// Whether a noun in the singular is with nouns before it the subject of a verb in the plural, so that it has none of its
    /// own: `fair tolls, and a strong fleet | are our aims`.
    pub(super) fn is_last_subject(&self, start: usize) -> bool {
        let is_phrase = |token: &Token| {
            matches!(token.tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adp) && !token.is_finite
        };
        let verb = self.skip(start, is_phrase);
        let is_base =
            |token: &Token| token.is_finite && !token.is_preterite && !token.is_modal() && token.word == token.lemma;
        let is_many = matches!(self.token(verb).word.as_str(), "are" | "were") || is_base(self.token(verb));
        let end = (start..verb).find(|&at| self.token(at).tag == Tag::Adp).unwrap_or(verb);
        let is_plural = |at: usize| {
            let token = self.token(at);
            let groups = Grammar::english().groups(&token.word);
            groups.has(Group::PluralNouns)
                || groups.has(Group::PluralPronouns)
                || token.tag == Tag::Noun
                    && (token.lemma != token.word || token.word.ends_with('s') && !token.word.ends_with("ss"))
        };
        // `a number of ports are`
        let is_share = self.is(end, "of") && (end..verb).any(is_plural);
        is_many && end > start && self.token(end - 1).tag == Tag::Noun && !is_share && !(start..end).any(is_plural)
    }

    /// Whether a claim begins behind a comma of a range: `When prices rise, | the Council acts`.
    pub(super) fn has_claim_behind_comma(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.is(at, ",") && self.has_subject_and_predicate(at + 1))
    }

    /// Where the innermost clause that reaches to `at` begins: after the last `that`, or after the comma that closes a
    /// clause put first (`If prices rise, | the Council`).
    pub(super) fn innermost(&self, from: usize, at: usize) -> usize {
        let has_subject = |open: usize| (open..at).any(|at| self.is_noun(at));
        // `than if tax and duty were`
        let is_condition = |at: usize| {
            let hit = self.hit(at, Role::Condition).filter(|hit| !self.lexicon.entries[hit.entry].dilutes);
            hit.is_some_and(|hit| self.has_predicate(hit.tokens.end))
        };
        // `as agreed in spring and holds`: no verb of its own.
        let is_told = |at: usize| {
            let token = self.token(at + 1);
            token.tag == Tag::Verb && token.is_participle && !token.is_finite
        };
        // `at a time when storms and`, `as if storms and`: one form, which opens a clause all the same.
        let ends_phrase = |open: usize| {
            let is_phrase = |hit: &Hit| hit.role == Role::Ignore && hit.tokens.end == open + 1;
            self.token(open).tag == Tag::Sconj
                && !self.is(open, "than")
                && !(open..at).any(|at| self.token(at).is_mark)
                && self.segments.hits_in(from..open).iter().any(is_phrase)
        };
        let opens = |at: usize| {
            self.is_complementizer(at)
                || (self.is_open_word(at) && !is_told(at) || is_condition(at) || ends_phrase(at)) && has_subject(at)
        };
        let inner = (from..at).rev().find(|&at| opens(at)).unwrap_or(from);
        // `In spring, when prices fell, trade and`, `holds that, when prices fall, trade and`: the clause inserted before the
        // main verb ends at its comma.
        let outer = (from..inner).rev().find(|&at| self.is_complementizer(at)).unwrap_or(from);
        let is_inserted = inner > from
            && self.finite(outer..inner).is_none()
            && (from..inner).rev().find(|&at| self.token(at).tag != Tag::Adv).is_some_and(|at| {
                // `is sure that when prices fall, trade and`
                self.is(at, ",") || at == outer && self.is(at, "that")
            });
        let close =
            self.finite(inner..at).filter(|_| is_inserted).and_then(|verb| (verb..at).find(|&at| self.is(at, ",")));
        let inner = close.map_or(inner, |comma| comma + 1);
        inner.max(self.after_first(from, at).unwrap_or(from))
    }

    /// Where the main clause begins after a condition, a term or a clause of time or reason put first.
    pub(super) fn after_first(&self, from: usize, at: usize) -> Option<usize> {
        let first = self.lead(from);
        let belongs = |hit: &&Hit| {
            let entry = &self.lexicon.entries[hit.entry];
            !entry.verbless && entry.after != After::Claim
        };
        let hit = self.hit(first, Role::Condition).or_else(|| self.hit(first, Role::Term));
        let opener = || {
            let hit = self.hit(first, Role::Opener).filter(belongs)?;
            let comma = (first..at).find(|&at| self.is(at, ","))?;
            self.finite(hit.tokens.end..comma).map(|_| hit)
        };
        let hit = hit.or_else(opener)?;
        let verb = self.finite(hit.tokens.end..at)?;
        let commas = || (verb..at).filter(|&at| self.is(at, ","));
        // `If trade falls, as we fear, if wages fall or rise, the Council`: past a row and past further clauses put first.
        let is_claim = |comma: &usize| {
            let head = comma + 1;
            let end = commas().find(|&at| at > head).unwrap_or(at);
            let groups = |at: usize| Grammar::english().groups(&self.token(at).word);
            // `let us sail`
            let is_plea = self.token(head).is_finite && groups(head + 1).has(Group::ObjectPronouns);
            let has_verb = || self.begins_with_subject(head) && self.finite(head..end).is_some();
            // `When tolls fall, yes, that helps`
            let opens = self.is_complementizer(head) && !self.is(head, "that");
            !opens
                && self.hit(head, Role::Opener).is_none()
                && self.token(head).tag != Tag::Adp
                && (is_plea || self.has_subject_and_predicate(head) || has_verb())
        };
        let comma = commas().find(is_claim).or_else(|| commas().next())?;
        // `Trade grew, | as storms ended, and`: its claim stands before.
        let is_behind = first == from && from > self.sentence.start && self.is(from - 1, ",");
        (!is_behind || comma + 1 < at).then_some(comma + 1)
    }

    /// Whether a word opens a clause inside the clause; not where it points at a noun (`that outlook`, `that of trade`).
    pub(super) fn is_complementizer(&self, at: usize) -> bool {
        let is_pointing = || {
            let token = self.token(at);
            let follows_preposition = at > self.sentence.start && self.token(at - 1).tag == Tag::Adp;
            token.tag == Tag::Det || token.word == "that" && (follows_preposition || self.is(at + 1, "of"))
        };
        self.hit(at, Role::Complementizer).is_some() && !is_pointing()
    }

    /// Whether a word opens a relative clause, and not what is said or thought.
    pub(super) fn opens_relative(&self, at: usize) -> bool {
        self.is_complementizer(at) && self.token(at).tag != Tag::Sconj
    }

    /// Whether the innermost clause that is open before `at` has its predicate, so that another may begin.
    pub(super) fn is_complete(&self, from: usize, at: usize) -> bool {
        // `Nor can the crews or | the pilots agree`, `does not and | will not agree`: the verb is still to come.
        let is_inverted = |modal: usize| {
            let is_name = |at: usize| {
                matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Num | Tag::Adp)
                    || self.is_owner(at)
                    || self.token(at).is_negator
            };
            let is_helper = self.token(modal).is_modal() || self.token(modal).lemma == "do";
            // `Not only has the time of storms and | tolls passed`
            let is_denied = || modal > 0 && self.token(modal).lemma == "have" && self.is(modal - 1, "only");
            // `has with skill and | care steered us`
            let is_split = self.token(modal).lemma == "have" && self.token(modal + 1).tag == Tag::Adp;
            let is_inside = |at: usize| is_name(at) || is_split && self.token(at).tag == Tag::Cconj;
            (self.token(modal).tag == Tag::Aux && (is_helper || is_split) || is_denied())
                && modal + 1 < at
                && (modal + 1..at).all(is_inside)
        };
        let inner = self.innermost(from, at);
        // `will open the ports and | feed the crews`: its modal stands before.
        let is_sharing = || {
            let shared = self.shared_modal(from).filter(|&(_, verb)| inner == from && verb < at);
            shared.is_some_and(|(_, verb)| self.has_object(verb) && !self.is_to(verb + 1))
        };
        // `It is right that the port be open, but | the toll falls`
        let is_subjunctive = || {
            self.is(at - 1, ",")
                && self.is(inner, "that")
                && (inner + 2..at).any(|at| self.is(at, "be") && self.is_noun(at - 1))
        };
        self.finite(inner..at).map_or_else(|| is_sharing() || is_subjunctive(), |verb| !is_inverted(verb))
    }

    /// Whether the subject still waits for its verb, as the only one so far is that of a relative clause, which
    /// `and` goes on with: `Any port that is closed and has no pilot | is`, `We hope that the talks that were held in the
    /// north and south | will`.
    pub(super) fn is_waiting(&self, from: usize, at: usize) -> bool {
        let lead = self.lead(from);
        let opens = |start: usize| (start + 1..at).find(|&at| self.is_complementizer(at));
        let waits = |start: usize| {
            let Some(relative) = opens(start) else { return false };
            let noun = (relative - 1).saturating_sub(usize::from(self.is(relative - 1, ",")));
            let is_attached = self.can_have_relative(noun);
            let verbs = (start..at).filter(|&at| self.token(at).is_finite);
            is_attached && self.finite(start..relative).is_none() && verbs.count() < 2
        };
        let inner = opens(lead).filter(|&open| self.token(open).tag == Tag::Sconj);
        // `The fact that trade, which fed us all, has slowed and is at rest | is`
        let is_fact = || {
            let open = inner.filter(|&open| self.is_noun(open - 1) && self.finite(lead..open).is_none());
            open.is_some() && self.main_verb(from..at).is_none()
        };
        // `What the League can do for its crews and | pilots is`
        let is_free = || {
            self.is(lead, "what")
                && self.token(lead).tag == Tag::Pron
                && !(lead..at).any(|at| self.is(at, ","))
                && (lead..at).filter(|&at| self.token(at).is_finite).count() == 1
        };
        waits(lead) || inner.is_some_and(waits) || is_fact() || is_free() || self.is_waiting_for_contact(lead, at)
    }

    /// Whether the first verb of a piece is that of a clause without its pronoun, which tells of the noun it begins with: `No
    /// toll we pay in spring and`; but not `This spring we sail and`.
    pub(super) fn is_waiting_for_contact(&self, lead: usize, at: usize) -> bool {
        let groups = |at: usize| Grammar::english().groups(&self.token(at).word);
        let is_name = |token: &Token| matches!(token.tag, Tag::Adj | Tag::Noun);
        let subject = self.skip(lead + 1, is_name);
        let is_time = || {
            let noun = subject - 1;
            Grammar::english().groups(&self.token(noun).lemma).has(Group::TimeNouns)
                || groups(noun).has(Group::TimeWords)
        };
        let verb = self.skip(subject + 1, |token| token.tag == Tag::Adv);
        groups(lead).has(Group::BareDeterminers)
            && subject > lead + 1
            && groups(subject).has(Group::PureSubjects)
            && self.token(verb).is_finite
            && !is_time()
            && !(lead..at).any(|at| self.token(at).is_mark)
            && self.finite(verb + 1..at).is_none()
    }
}
