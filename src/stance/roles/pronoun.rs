//! Whom a pronoun stands for.

use super::super::StancePhrase;
use super::{Named, Roles, Subject};
use crate::lexicon::{Grammar, Group, Kind, Tag};
use std::ops::Range;

/// How many sentences after a person was named `he` or `she` may still stand for it.
const PERSON: usize = 3;

/// What a subject that is a pronoun stands for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    /// For itself, or it is no pronoun.
    Own,
    /// For somebody or something named before.
    Another,
    /// For nothing: `it is clear that`.
    Nothing,
}

/// A subject, by what a pronoun must agree with.
pub(super) struct Antecedent {
    /// The sentence in which it was last spoken of.
    pub(super) sentence: usize,
    /// The words that name it.
    pub(super) tokens: Range<usize>,
    /// Whether it is many; nothing where its words do not tell.
    pub(super) is_plural: Option<bool>,
    /// Whether it names anything: `this` alone does not, but may be what is meant.
    pub(super) is_name: bool,
    /// Whether it is a person, where the table of actors knows.
    pub(super) is_person: Option<bool>,
}

/// The subjects of a paragraph so far.
#[derive(Default)]
pub(super) struct Antecedents {
    paragraph: usize,
    all: Vec<Antecedent>,
}

impl Antecedents {
    /// Forgets what another paragraph named.
    pub(super) fn enter(&mut self, paragraph: usize) {
        if self.paragraph != paragraph {
            self.all.clear();
            self.paragraph = paragraph;
        }
    }

    /// Takes in a subject. What names nothing hides all before it: `it` may mean it.
    fn add(&mut self, named: Antecedent) {
        if !named.is_name {
            self.all.clear();
        }
        self.all.push(named);
    }

    /// Notes that a subject was spoken of again.
    fn keep(&mut self, sentence: usize, tokens: &Range<usize>) {
        if let Some(named) = self.all.iter_mut().find(|named| named.tokens == *tokens) {
            named.sentence = sentence;
        }
    }

    /// The nearest subject that agrees, of this sentence or of so many before.
    pub(super) fn find(
        &self,
        sentence: usize,
        reach: usize,
        agrees: impl Fn(&Antecedent) -> bool,
    ) -> Option<Range<usize>> {
        let is_near = |named: &&Antecedent| named.sentence + reach >= sentence && agrees(named);
        self.all.iter().rev().find(is_near).filter(|named| named.is_name).map(|named| named.tokens.clone())
    }
}

impl Roles<'_> {
    /// Who is named by a subject, or by what it stands for; a later pronoun may stand for it in turn.
    pub(super) fn stands_for(&mut self, phrase: &StancePhrase, subject: Subject) -> Named {
        let Subject { tokens, verb } = subject;
        let standing = self.standing(&tokens, verb, phrase.tokens.end);
        let is_pronoun = standing == Standing::Another;
        if let Some(first) = verb.filter(|_| is_pronoun).and_then(|verb| self.put_first(phrase, verb)) {
            self.antecedents.add(first);
        }
        let meant = || self.meant(phrase.sentence, tokens.start).filter(|_| is_pronoun);
        if let Some(other) = meant().or_else(|| self.quoting(&tokens)) {
            self.antecedents.keep(phrase.sentence, &other);
            return self.named(other, true);
        }
        let mut named = self.named(tokens, false);
        named.is_empty |= standing == Standing::Nothing;
        // Nobody says `they` or `it` of himself.
        if !named.is_empty && !is_pronoun && !self.is_first_person(&named.tokens) {
            self.antecedents.add(self.antecedent_of(phrase.sentence, named.tokens.clone(), verb));
        }
        if let Some(told) = verb.and_then(|verb| self.told_of(phrase, &named, verb)) {
            self.antecedents.add(told);
        }
        named
    }

    /// The subject of what is said to be so, where nobody else says it than the speaker: `We know that | the League | is
    /// strong. It will act`, `The fact is that | trade | is slow. It fell`; but not `The League thinks that`. Or what there
    /// is many of.
    fn told_of(&self, phrase: &StancePhrase, named: &Named, verb: usize) -> Option<Antecedent> {
        let is_fact = || {
            let groups = Grammar::english().groups(&self.token(named.tokens.end - 1).lemma);
            groups.has(Group::ThatNouns) || groups.has(Group::LeadIns)
        };
        if !(named.is_empty || self.is_first_person(&named.tokens) || is_fact()) {
            return None;
        }
        let end = phrase.tokens.end;
        let Some(that) = (verb + 1..end).find(|&at| self.is_that(at)) else {
            // `There are | ports | in the north. They are free`; an `it` seldom means what there is.
            let tokens = self.there_is(phrase, named, Some(verb))?;
            let there = self.antecedent_of(phrase.sentence, tokens, Some(verb));
            return Some(there).filter(|there| there.is_plural == Some(true));
        };
        let inner = self.finite(that + 1..end)?;
        let tokens = self.subject(that + 1, inner)?;
        let is_named = tokens.clone().any(|at| self.is_noun(at));
        // A person without a name is seldom meant.
        let is_thing = !tokens.clone().any(|at| self.token(at).tag == Tag::Propn);
        let told = self.antecedent_of(phrase.sentence, tokens, Some(inner));
        is_named.then(|| Antecedent { is_person: told.is_person.or(is_thing.then_some(false)), ..told })
    }

    /// The subject of a clause put first, for which the pronoun of the clause behind it stands: `When the Council decides,
    /// it will tell`.
    fn put_first(&self, phrase: &StancePhrase, verb: usize) -> Option<Antecedent> {
        let inner = self.finite(phrase.tokens.start..verb)?;
        let tokens = self.subject(phrase.tokens.start, inner)?;
        // `At a time when tolls rise, they`
        let is_clause = self.token(tokens.end).tag == Tag::Sconj || self.is_complement(tokens.end);
        let is_led = !self.is_free(&tokens) && is_clause;
        let is_named = !is_led && self.standing(&tokens, Some(inner), verb) == Standing::Own;
        is_named.then(|| self.antecedent_of(phrase.sentence, tokens, Some(inner)))
    }

    /// What a subject stands for, if it is a pronoun.
    fn standing(&self, subject: &Range<usize>, verb: Option<usize>, end: usize) -> Standing {
        let word = self.token(subject.start).word.as_str();
        let verb = verb.filter(|_| subject.len() == 1);
        let is_told = self.segments.tokens.get(subject.end).is_some_and(|next| next.word == "who");
        let is_nobody = || word == "there" || Grammar::english().groups(word).has(Group::PresentingWords);
        match verb {
            Some(_) if is_nobody() => Standing::Nothing,
            Some(verb) if word == "it" && self.announces(subject.start, verb, end) => Standing::Nothing,
            Some(verb) if word == "it" && !self.refers(subject.start, verb, end) => Standing::Own,
            // but not `He who sails`
            _ if self.is_pronoun(subject) && !is_told => Standing::Another,
            _ => Standing::Own,
        }
    }

    /// Who a pronoun stands for: the nearest subject of its number in this sentence or the one before; nobody where there
    /// is none.
    pub(super) fn meant(&self, sentence: usize, pronoun: usize) -> Option<Range<usize>> {
        // `they're`
        let word = self.token(pronoun).word.split('\'').next().unwrap_or_default();
        let groups = Grammar::english().groups(word);
        let is_plural = !groups.has(Group::SingularSubjects);
        let is_thing = !is_plural && !groups.has(Group::PureSubjects);
        // A person with a name is spoken of for longer.
        let reach = if is_plural || is_thing { 1 } else { PERSON };
        let found = self.antecedents.find(sentence, reach, |named| {
            let is_name = |at: usize| self.token(at).tag == Tag::Propn;
            named.is_plural.is_none_or(|is_many| is_many == is_plural)
                && (named.sentence + 1 >= sentence || named.tokens.clone().all(is_name))
                && (is_plural || named.is_person.is_none_or(|is_person| is_person != is_thing))
        })?;
        // `Ada's ship sank. She waits.`
        let is_owner = |&at: &usize| self.token(at).tag == Tag::Part && self.token(at - 1).tag == Tag::Propn;
        let owner = (found.start + 1..found.end).find(is_owner).filter(|_| !is_plural && !is_thing);
        Some(found.start..owner.unwrap_or(found.end))
    }

    /// What a later pronoun may stand for.
    fn antecedent_of(&self, sentence: usize, tokens: Range<usize>, verb: Option<usize>) -> Antecedent {
        let kind = self.kind(&tokens);
        // `if it were open`
        let sure = verb.filter(|&verb| self.token(verb).word != "were");
        let is_plural = sure.and_then(|verb| self.number_of_verb(verb)).or_else(|| self.number(&tokens));
        let is_name = tokens.clone().any(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num));
        let is_person = kind.map(|kind| kind == Kind::Person);
        Antecedent { sentence, tokens, is_plural, is_name, is_person }
    }
}
