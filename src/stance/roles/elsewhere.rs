//! Subjects that do not stand before their verb.

use super::super::StancePhrase;
use super::{Roles, Subject};
use crate::lexicon::{Grammar, Group, Role, Tag};
use std::ops::Range;

impl Roles<'_> {
    /// Who is meant by a subject that only points behind its verb.
    pub(super) fn behind(&self, phrase: &StancePhrase, subject: &Range<usize>, verb: usize) -> Option<Range<usize>> {
        self.meant_by_it(phrase, subject, verb).or_else(|| self.put_last(phrase, subject, verb))
    }

    /// Who voted against: the names before `who`.
    pub(super) fn dissenter(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        // `A, who opposed the levy | and disliked the plan`
        if self.token(phrase.tokens.start).is_finite {
            return None;
        }
        let end = phrase.tokens.clone().find(|&at| self.token(at).word == "who").unwrap_or(phrase.tokens.end);
        let is_name = |at: &usize| self.token(*at).tag == Tag::Propn;
        let start = (phrase.tokens.start..end).find(is_name)?;
        let end = (start..end).rev().find(is_name)? + 1;
        Some(start..end)
    }

    /// Who is invited to join in or lets himself be heard: `Tonight, let | us | open the port`, `Allow | me | to thank them`.
    pub(super) fn invited(&self, tokens: Range<usize>, verb: usize) -> Option<Range<usize>> {
        let next = verb + 1..verb + 2;
        let is_plea = self.token(verb).tag == Tag::Verb && self.segments.begins(verb, Role::Ignore);
        if self.token(verb).word != "let" && !is_plea || next.end > tokens.end {
            return None;
        }
        let is_led = verb == tokens.start || {
            let before = self.token(verb - 1);
            matches!(before.tag, Tag::Adv | Tag::Cconj | Tag::Intj)
                // `the "Let's Sail!" fair`
                || before.tag == Tag::Punct && before.word != "\""
                || Grammar::english().groups(&before.word).has(Group::TimeWords)
        };
        // `let's` is named as it stands.
        let invited = if self.is_object(next.start) { next } else { verb..next.end };
        (is_led && self.is_first_person(&invited)).then_some(invited)
    }

    /// The word that only presents what follows: `With trade growing, | now | is the time to build`.
    pub(super) fn presented(&self, tokens: Range<usize>, verb: usize) -> Option<Range<usize>> {
        let at = verb.checked_sub(1).filter(|at| tokens.contains(at) && verb + 1 < tokens.end)?;
        let presents = Grammar::english().groups(&self.token(at).word).has(Group::PresentingWords);
        let before = (tokens.start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_led = before.is_none_or(|at| matches!(self.token(at).tag, Tag::Punct | Tag::Cconj));
        let is_name = matches!(self.token(verb + 1).tag, Tag::Det | Tag::Pron);
        (presents && is_led && is_name && self.token(verb).lemma == "be").then_some(at..verb)
    }

    /// The subject behind its verb: `At the heart of our plan is | a new port`.
    fn put_last(&self, phrase: &StancePhrase, subject: &Range<usize>, verb: usize) -> Option<Range<usize>> {
        // `Of that change has come | new hope`
        let goes_on = |at: usize| self.token(at).tag == Tag::Aux && self.token(at + 1).tag == Tag::Verb;
        let main = if verb + 1 < phrase.tokens.end && goes_on(verb) { verb + 1 } else { verb };
        let is_be = self.token(main).lemma == "be";
        let presents = Grammar::english().groups(&self.token(main).lemma).has(Group::PresentingVerbs);
        // `Among the matters which have come up is | the port`
        let is_told = self.preposition_before(subject).is_some()
            && self.is_relative(subject.end)
            && self.finite(subject.end..verb).is_some();
        // `For we are a people`
        if !presents || verb != subject.end && !is_told || self.is_pure_subject(subject.start) {
            return None;
        }
        let is_name = |at: usize| {
            let token = self.token(at);
            matches!(token.tag, Tag::Det | Tag::Propn | Tag::Num)
                || Grammar::english().groups(&token.word).has(Group::Possessives)
                // `With the spring come fresh hopes`
                || !is_be && matches!(token.tag, Tag::Adj | Tag::Noun)
        };
        let is_link = |at: usize| matches!(self.token(at).tag, Tag::Cconj | Tag::Adv);
        let before = subject.start.checked_sub(1).filter(|before| phrase.tokens.contains(before));
        let groups = Grammar::english().groups(&self.token(subject.start).word);
        let first = match before {
            Some(at) if self.token(at).tag == Tag::Adp => at,
            _ if !is_be => return None,
            // `Here tonight is`
            Some(_) if groups.has(Group::TimeWords) && subject.len() == 1 => subject.start,
            // `Equally bright is | the new lamp`
            _ if subject.len() == 1 && self.token(subject.start).tag == Tag::Adj && !groups.has(Group::Quantities) => {
                subject.start
            }
            // `Joining us are | the crews`
            _ if self.presents_others(subject, verb) => subject.start,
            _ => return None,
        };
        let is_led = phrase.tokens.clone().take_while(|&at| at < first).all(is_link);
        let is_inverted = is_led && main + 2 < phrase.tokens.end && is_name(main + 1);
        is_inverted.then(|| main + 1..self.noun_phrase_end(main + 1, phrase.tokens.end))
    }

    /// Whether a deed is only what others do who stand behind the verb: `Joining us tonight are | the crews`, `Joining us is |
    /// Ada Hale`; but not `Joining the League is the aim`.
    fn presents_others(&self, deed: &Range<usize>, verb: usize) -> bool {
        let is_deed = self.token(deed.start).is_gerund && self.token(deed.start + 1).tag != Tag::Noun;
        let is_pair = deed.clone().any(|at| self.token(at).tag == Tag::Cconj);
        let is_many = self.number_of_verb(verb) == Some(true);
        let is_name = self.segments.tokens.get(verb + 1).is_some_and(|next| next.tag == Tag::Propn);
        is_deed && !is_pair && (is_many || is_name)
    }

    /// The subject between an auxiliary and its verb behind a phrase that denies or limits: `In no way does | the League | agree`.
    pub(super) fn denied(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let start = phrase.tokens.clone().find(|&at| self.token(at).tag == Tag::Adp).filter(|&at| at + 2 < verb)?;
        let is_led = (phrase.tokens.start..start).all(|at| matches!(self.token(at).tag, Tag::Cconj | Tag::Adv));
        // but not `for no crew should wait`
        let is_reason = Grammar::english().groups(&self.token(start).word).has(Group::ReasonPrepositions);
        // `Only through trade can we thrive`
        let is_only = start > phrase.tokens.start
            && Grammar::english().groups(&self.token(start - 1).word).has(Group::FocusWords);
        let is_denied = self.token(start + 1).is_negator && !is_reason || is_only;
        let is_phrase = (start + 2..verb).all(|at| self.is_noun(at) || self.token(at).tag == Tag::Adj);
        let is_aux = self.token(verb).tag == Tag::Aux && verb + 1 < phrase.tokens.end;
        if !(is_led && is_denied && is_phrase && is_aux) {
            return None;
        }
        // `Only in this way can | the required works | begin`
        let is_told = |at: usize| {
            self.token(at).is_participle && self.segments.tokens.get(at + 1).is_some() && self.is_noun(at + 1)
        };
        let end = (verb + 1..phrase.tokens.end).find(|&at| self.is_verb(at) && !is_told(at));
        let subject = match self.is_pure_subject(verb + 1) {
            true => verb + 1..verb + 2,
            false => verb + 1..self.noun_phrase_end(verb + 1, end.unwrap_or(phrase.tokens.end)),
        };
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        subject.clone().any(is_name).then_some(subject)
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
        // `Only then will trade again | be free`, but not `Will trade be free?`, `How will trade be free?`
        let is_led_by_adverb = verb > phrase.tokens.start && !self.is_complement(phrase.tokens.start);
        let is_bare_be = |at: usize| is_led_by_adverb && self.token(verb).is_modal() && self.token(at).word == "be";
        let is_split =
            goes_on.is_some_and(|at| self.token(at).tag == Tag::Verb && !self.token(at).is_gerund || is_bare_be(at));
        // `and is a port` has its subject before.
        let is_be = self.token(verb).lemma == "be";
        let is_denied = is_led.clone().any(|at| self.token(at).is_negator);
        // `Wages rise, and so do | tolls`
        let is_as_well = verb > phrase.tokens.start
            && self.token(verb - 1).word == "so"
            && (end == phrase.tokens.end || self.is_relative(end));
        let is_asked = self.is_pure_subject(start) && !self.is_object(start) || is_as_well;
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
        let finite = |from: usize, to: usize| self.finite(from..to);
        let own = finite(start + 1, verb).filter(|&inner| inner > start + 1);
        own.and_then(|inner| self.subject(start + 1, inner)).or_else(|| {
            let that = (verb..phrase.tokens.end).find(|&at| self.token(at).word == "that" && self.is_complement(at))?;
            self.subject(that + 1, finite(that + 1, phrase.tokens.end)?)
        })
    }

    /// The subject of a clause without a verb: `with | the decline | owing to a drop in prices`, `with | risks | likely to rise`.
    pub(super) fn absolute(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let takes = Grammar::english().groups(&self.token(start).word).has(Group::AbsolutePrepositions);
        let owes = |at: usize| self.segments.begins(at, Role::Opener);
        let is_noun =
            |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part);
        let is_said = |at: usize| owes(at) || matches!(self.token(at).tag, Tag::Adj | Tag::Adv | Tag::Verb);
        let end = (start + 2..phrase.tokens.end).find(|&at| self.is_noun(at - 1) && is_said(at)).filter(|_| takes)?;
        (start + 1..end).all(is_noun).then_some(start + 1..end)
    }

    /// The subject of another verb of the phrase, where what was taken for its own has none: `Together, since 1981, | we've
    /// opened ten ports, cut tolls`, `Allied | trade grows`.
    pub(super) fn beside(&self, phrase: &StancePhrase, verb: usize) -> Option<Subject> {
        let start = phrase.tokens.start;
        if let Some(at) = (start..verb).find(|&at| self.is_fused(at)) {
            return self.subject(start, at).map(|tokens| Subject { tokens, verb: Some(at) });
        }
        let token = self.token(start);
        let next = self.finite(verb + 1..phrase.tokens.end)?;
        let is_whole = verb == start
            && token.is_participle
            && token.word != token.lemma
            && next > start + 1
            && (start + 1..next).all(|at| self.is_noun(at));
        is_whole.then_some(Subject { tokens: start..next, verb: Some(next) })
    }
}
