//! Who speaks and about what: actor, holder and object.
//!
//! A phrase is asked in this order: which verb it is told by (`verb`); where the subject of that verb stands, before it
//! (`subject`, with `front` and `noun_phrase`), behind an `it` (`announce`, `impersonal`) or `elsewhere`; whom that stands
//! for, where it is a `pronoun` or stands in a `quotation`; and, where it has none, what it hangs on (`relative`) or goes on
//! with. `holder` then says whether that is the speaker.

mod announce;
mod elsewhere;
mod front;
mod holder;
mod impersonal;
mod noun_phrase;
mod number;
mod pronoun;
mod quotation;
mod relative;
mod subject;
mod verb;
mod words;

use super::{Actor, StancePhrase};
use crate::lexicon::{Case, Lexicon, Role, Tag};
use crate::segment::{Hit, Segments};
use crate::statement::Statement;
use crate::text::{Layout, Span};
use pronoun::Antecedents;
use quotation::Quotation;
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;

/// Whether a claim is the speaker's own or is said of someone or something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Holder {
    /// The speaker, or nobody named, as in a list of aims.
    Speaker,
    /// Somebody or something else.
    Other,
}

/// What is known of actors while a statement is read from its first clause to its last.
pub(super) struct Roles<'s> {
    segments: &'s Segments,
    lexicon: &'s Lexicon,
    /// Whether the speaker says `I` or `we`; a council in the third person is then somebody else.
    has_first_person: bool,
    /// The words of the speaker's name in the front matter; empty where it is not known.
    names: Vec<String>,
    /// The id of the actor that the front matter names, or of the one that it speaks for.
    own: Option<&'s str>,
    /// The bodies that the speaker calls his own: `my Administration`.
    bodies: Vec<&'s str>,
    /// The clause before.
    before: Option<Before>,
    /// The subjects named in this paragraph, which pronouns stand for.
    antecedents: Antecedents,
    /// What is quoted of somebody, in order of place.
    quotations: Vec<Quotation>,
    /// Whether a noun phrase goes on behind a comma up to a verb, where that was asked: in a row of rows it would be asked
    /// anew for every way to cut it.
    joined: RefCell<HashMap<(usize, usize), bool>>,
}

/// The verb that a phrase is told by.
#[derive(Clone, Copy)]
struct Predicate {
    verb: usize,
    /// The first word of its clause: what leads up to it is skipped.
    from: usize,
    /// Whether it makes a clause, and is not a participle in a phrase that has no other verb.
    is_own: bool,
}

/// A subject that a phrase has of its own, with the verb that it is the subject of.
struct Subject {
    tokens: Range<usize>,
    verb: Option<usize>,
}

/// Who was named.
#[derive(Clone)]
struct Named {
    tokens: Range<usize>,
    holder: Holder,
    /// Whether it names nobody: `there`, the `it` of `it is clear that`.
    is_empty: bool,
    /// Whether it stands in an earlier clause.
    is_carried: bool,
}

/// A clause read before.
#[derive(Clone)]
struct Before {
    sentence: usize,
    tokens: Range<usize>,
    verb: Option<usize>,
    /// Its subject.
    named: Named,
    /// The subject of the clause that it hangs on, where it is a relative one.
    main: Option<Named>,
}

/// The id of whom an actor speaks for, else its own: a chancellor for a chancellery, a council for its bank.
fn root(lexicon: &Lexicon, actor: usize) -> &str {
    let actor = &lexicon.actors.all[actor];
    actor.of.as_deref().unwrap_or(&actor.id)
}

/// The bodies that somebody who says `my` calls his own with a capital: `my Administration`.
fn owned_bodies(segments: &Segments) -> Vec<&str> {
    let bodies = segments.hits.iter().filter(|hit| hit.role == Role::Body);
    let is_owned = |hit: &&Hit| {
        let at = hit.tokens.start;
        at > 0 && segments.tokens[at - 1].word == "my" && segments.tokens[at].case != Case::Lower
    };
    bodies.filter(is_owned).map(|hit| segments.tokens[hit.tokens.start].lemma.as_str()).collect()
}

impl<'s> Roles<'s> {
    pub(super) fn new(segments: &'s Segments, lexicon: &'s Lexicon, statement: &Statement) -> Roles<'s> {
        let is_subject = |hit: &Hit| {
            let next = segments.tokens.get(hit.tokens.end);
            hit.role == Role::Speaker && next.is_some_and(|next| next.is_finite || next.tag == Tag::Adv)
        };
        let layout = statement.folded.layout;
        let meta = &statement.meta;
        let names = meta.speaker.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        let mut roles = Roles {
            segments,
            lexicon,
            // Lines stand each for itself: what one says tells nothing of who speaks in another.
            has_first_person: layout == Layout::Prose && segments.hits.iter().any(is_subject),
            own: segments.speaker.map(|actor| root(lexicon, actor)),
            names: names.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect(),
            bodies: owned_bodies(segments),
            before: None,
            antecedents: Antecedents::default(),
            quotations: Vec::new(),
            joined: RefCell::default(),
        };
        let paragraphs = segments.sentences.chunk_by(|one, next| one.paragraph == next.paragraph);
        let mut first = 0;
        for paragraph in paragraphs {
            let found = roles.quotations(paragraph, first);
            roles.quotations.extend(found);
            first += paragraph.len();
        }
        roles
    }

    /// Sets the actor of a phrase, and its verb where that only led up to another.
    pub(super) fn assign(&mut self, phrase: &mut StancePhrase) {
        self.antecedents.enter(self.segments.sentences[phrase.sentence].paragraph);
        let predicate = self.predicate(phrase);
        phrase.verb = phrase.verb.and(predicate.map(|predicate| predicate.verb));
        let subject = self.find(phrase, predicate);
        let verb = subject.as_ref().map_or(predicate.map(|predicate| predicate.verb), |subject| subject.verb);
        let of_relative = || verb.and_then(|verb| self.antecedent(phrase, verb)).map(|tokens| self.named(tokens, true));
        let (named, main) = match subject {
            Some(subject) => (Some(self.stands_for(phrase, subject)), None),
            None => match of_relative() {
                Some(named) => (Some(named), self.before_in(phrase.sentence).map(|before| before.named.clone())),
                None => (self.goes_on(phrase, verb), None),
            },
        };
        let Some(named) = named else { return };
        phrase.actor = match named.is_empty {
            true => {
                let told = self.told_of_it(phrase, &named, verb).or_else(|| self.there_is(phrase, &named, verb));
                told.map(|tokens| self.actor(&self.named(tokens, false)))
            }
            false => Some(self.actor(&named)),
        };
        self.before = Some(Before { sentence: phrase.sentence, tokens: phrase.tokens.clone(), verb, named, main });
    }

    /// The subject that a phrase has of its own.
    fn find(&self, phrase: &StancePhrase, predicate: Option<Predicate>) -> Option<Subject> {
        let of = |verb: Option<usize>| move |tokens| Subject { tokens, verb };
        if phrase.is_dissent {
            return self.dissenter(phrase).map(of(phrase.verb));
        }
        let Some(Predicate { verb, from, is_own }) = predicate else {
            return self.absolute(phrase).map(of(None));
        };
        let here = || phrase.tokens.clone();
        let invited = || self.invited(here(), verb).filter(|_| is_own);
        let before = || {
            let subject = self.subject(from, verb).filter(|subject| is_own || self.is_free(subject))?;
            // `with a toll that is low`
            let is_inside =
                self.preposition_before(&subject).is_some() && (subject.end..verb).any(|at| self.is_relative(at));
            self.behind(phrase, &subject, verb).or_else(|| Some(subject).filter(|_| !is_inside))
        };
        let inside = || match is_own {
            true => self.inverted(phrase, verb).or_else(|| self.inside(phrase, verb)),
            false => self.absolute(phrase),
        };
        let found = match self.is_joined(phrase.tokens.start, verb) {
            true => invited(),
            false => invited()
                .or_else(|| self.presented(here(), verb))
                .or_else(|| self.denied(phrase, verb))
                .or_else(before)
                .or_else(inside),
        };
        found.map(of(Some(verb))).or_else(|| self.beside(phrase, verb))
    }

    /// Some words with who they are.
    fn named(&self, tokens: Range<usize>, is_carried: bool) -> Named {
        Named { holder: self.holder(&tokens), is_empty: !self.is_sound(&tokens), tokens, is_carried }
    }

    /// Who was named, as the actor of a phrase.
    fn actor(&self, named: &Named) -> Actor {
        let tokens = named.tokens.clone();
        let known = self.segments.actor_at(tokens.start).or_else(|| self.segments.actor_at(tokens.end - 1));
        // `The League and I` are more than the League.
        let is_joined = |known: &&crate::lexicon::Named| {
            tokens.clone().any(|at| self.token(at).tag == Tag::Cconj && !known.words.contains(&at))
        };
        let known = known.filter(|known| known.words.len() + 2 >= tokens.len() && !is_joined(known));
        let known = known.map(|known| known.actor);
        Actor { tokens, is_carried: named.is_carried, known, is_speaker: named.holder == Holder::Speaker }
    }

    /// The clause before in a sentence.
    fn before_in(&self, sentence: usize) -> Option<&Before> {
        self.before.as_ref().filter(|before| before.sentence == sentence)
    }
}

/// What a phrase is about: the words after its cue or, where it has none, after its verb.
pub(super) fn object(segments: &Segments, phrase: &StancePhrase) -> Option<Span> {
    let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(|&at| segments.tokens[at].is_gerund));
    let from = phrase.cue.as_ref().map(|cue| cue.end).or(verb.map(|verb| verb + 1))?.max(phrase.tokens.start);
    (from < phrase.tokens.end).then(|| segments.span(from..phrase.tokens.end))
}
