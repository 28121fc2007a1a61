//! Who speaks and about what: actor, holder and object.

use super::cue::{self, Claim};
use super::{Actor, StancePhrase};
use crate::lexicon::{Class, Lexicon, Role, Tag};
use crate::segment::{Hit, Segments, Token};
use crate::statement::Statement;
use crate::text::{Layout, Span};
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
    /// The subject of the clause before, with its sentence.
    before: Option<(usize, Named)>,
    /// The subjects named in this paragraph, which pronouns stand for.
    named: Option<(usize, Named)>,
}

/// Who was named.
#[derive(Clone)]
struct Named {
    tokens: Range<usize>,
    holder: Holder,
}

/// The id of whom an actor speaks for, else its own: a chancellor for a chancellery, a council for its bank.
fn root(lexicon: &Lexicon, actor: usize) -> &str {
    let actor = &lexicon.actors.all[actor];
    actor.of.as_deref().unwrap_or(&actor.id)
}

impl<'s> Roles<'s> {
    pub(super) fn new(segments: &'s Segments, lexicon: &'s Lexicon, statement: &Statement) -> Roles<'s> {
        let is_subject = |hit: &Hit| {
            let next = segments.tokens.get(hit.tokens.end);
            hit.role == Role::Speaker && next.is_some_and(|next| next.is_finite || next.tag == Tag::Adv)
        };
        let layout = statement.folded.layout;
        let meta = &statement.meta;
        let own = lexicon.actors.speaker(meta.speaker.as_deref(), meta.title.as_deref());
        let names = meta.speaker.iter().flat_map(|name| name.split(|c: char| !c.is_alphanumeric()));
        Roles {
            segments,
            lexicon,
            // Lines stand each for itself: what one says tells nothing of who speaks in another.
            has_first_person: layout == Layout::Prose && segments.hits.iter().any(is_subject),
            own: own.map(|actor| root(lexicon, actor)),
            names: names.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect(),
            before: None,
            named: None,
        }
    }

    fn token(&self, at: usize) -> &Token {
        &self.segments.tokens[at]
    }

    /// Sets the actor of a phrase: the noun phrase before its verb; a predicate joined to the one before keeps that
    /// one's actor, and a pronoun stands for the actor named before.
    pub(super) fn assign(&mut self, phrase: &mut StancePhrase) {
        let paragraph = self.segments.sentences[phrase.sentence].paragraph;
        // `with prices having risen`: the participle is all the predicate there is.
        let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(|&at| self.segments.tokens[at].is_gerund));
        let subject = if phrase.is_dissent {
            self.dissenter(phrase)
        } else {
            verb.and_then(|verb| self.subject(phrase.tokens.start, verb))
        };
        let is_pronoun = subject.as_ref().is_some_and(|subject| self.stands_for_another(subject, verb));
        let antecedent = self.named.clone().filter(|(place, _)| is_pronoun && *place == paragraph);
        let carried = self.before.clone().filter(|(sentence, _)| *sentence == phrase.sentence);
        let (named, is_carried) = match (subject, antecedent, carried) {
            (Some(_), Some((_, named)), _) => (named, true),
            (Some(tokens), None, _) => {
                let holder = self.holder(&tokens);
                (Named { tokens, holder }, false)
            }
            (None, _, Some((_, named))) => (named, true),
            (None, _, None) => return,
        };
        self.before = Some((phrase.sentence, named.clone()));
        if !is_pronoun {
            self.named = Some((paragraph, named.clone()));
        }
        let known = self.segments.actor_at(named.tokens.start).or_else(|| self.segments.actor_at(named.tokens.end - 1));
        let known = known.filter(|known| known.words.len() + 2 >= named.tokens.len()).map(|known| known.actor);
        let is_speaker = named.holder == Holder::Speaker;
        phrase.actor = Some(Actor { tokens: named.tokens, is_carried, known, is_speaker });
    }

    /// Returns the cue that makes the clause a claim, and who it is said of.
    ///
    /// A bare opinion gives way to what it is an opinion of: `We believe that both sides should meet` asks for a meeting.
    pub(super) fn claim(&self, phrase: &StancePhrase, modal: Option<usize>) -> Option<Claim<'s>> {
        let segments = self.segments;
        let hit = cue::main_cue(segments, phrase.tokens.clone(), phrase.verb, modal)?;
        let holder = match &self.before {
            Some((sentence, named)) if *sentence == phrase.sentence => named.holder,
            _ => Holder::Speaker,
        };
        // `A fund will be set up` promises for whoever speaks, unless it says by whom.
        let entry = &self.lexicon.entries[hit.entry];
        let is_promised = entry.class == Some(Class::Commit) && !entry.carries && self.is_agentless(phrase, hit);
        let claim = Claim { hit, holder: if is_promised { Holder::Speaker } else { holder } };
        if self.lexicon.entries[hit.entry].class != Some(Class::Assess) || modal.is_some() {
            return Some(claim);
        }
        self.inner_claim(phrase, hit).or(Some(claim))
    }

    /// Whether the cue takes a passive that says of no doer.
    fn is_agentless(&self, phrase: &StancePhrase, hit: &Hit) -> bool {
        let be = (hit.tokens.end..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        let Some(be) = be.filter(|&at| self.token(at).word == "be") else { return false };
        let done = (be + 1..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        // Only deeds: `trade will be strengthened` foresees as much as it promises.
        let is_deed = |at: usize| {
            let class = |hit: &Hit| self.lexicon.entries[hit.entry].class;
            self.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Cue && class(hit) == Some(Class::Act))
        };
        done.is_some_and(|done| {
            is_deed(done) && !(done + 1..phrase.tokens.end.min(done + 3)).any(|at| self.token(at).word == "by")
        })
    }

    /// The claim inside the `that` clause of an opinion, where it is more than a judgement.
    fn inner_claim(&self, phrase: &StancePhrase, outer: &Hit) -> Option<Claim<'s>> {
        let segments = self.segments;
        let opens = |at: &usize| segments.hits_in(*at..*at + 1).iter().any(|hit| hit.role == Role::Complementizer);
        let from = (outer.tokens.end - 1..phrase.tokens.end.min(outer.tokens.end + 2)).find(opens)? + 1;
        let verb = (from..phrase.tokens.end).find(|&at| self.token(at).is_finite)?;
        let hit = cue::main_cue(segments, from..phrase.tokens.end, Some(verb), None)?;
        let holder = self.subject(from, verb).map_or(Holder::Other, |subject| self.holder(&subject));
        let entry = &self.lexicon.entries[hit.entry];
        let class = match holder {
            Holder::Speaker => entry.class,
            Holder::Other => entry.others.as_ref().map(|others| others.class),
        };
        class.is_some_and(|class| class != Class::Assess).then_some(Claim { hit, holder })
    }

    /// Whether a subject is the speaker.
    fn holder(&self, subject: &Range<usize>) -> Holder {
        let has = |range: Range<usize>, role| self.segments.hits_in(range).iter().any(|hit| hit.role == role);
        // The first noun phrase: `the head | of the council`.
        let ends = |at: &usize| {
            let token = self.token(*at);
            *at > subject.start && (token.tag == Tag::Adp || token.is_mark || token.tag == Tag::Sconj)
        };
        let end = subject.clone().find(ends).unwrap_or(subject.end);
        let head = end - 1;
        // What the table of actors knows is no matter of guessing.
        if let (Some(own), Some(known)) = (self.own, (subject.start..end).find_map(|at| self.segments.actor_at(at)))
            && (known.words.contains(&head) || has(head..end, Role::Position) || has(head..end, Role::Body))
        {
            return if root(self.lexicon, known.actor) == own { Holder::Speaker } else { Holder::Other };
        }
        let is_instrument = |hit: &Hit| hit.role == Role::Instrument && hit.tokens.contains(&head);
        if self.segments.hits_in(subject.start..end).iter().any(is_instrument) {
            return Holder::Speaker;
        }
        let is_own = has(subject.clone(), Role::Speaker);
        let is_body = has(subject.start..end, Role::Body) || self.token(head).tag == Tag::Propn;
        if is_own && self.token(head).tag == Tag::Pron {
            return Holder::Speaker;
        }
        let speaks = has(head..end, Role::Body) || has(head..end, Role::Position);
        if is_own && speaks
            || (is_body && self.is_speaker(subject.start..end)) && (speaks || self.token(head).tag == Tag::Propn)
        {
            return Holder::Speaker;
        }
        Holder::Other
    }

    /// Whether a body or name can be the speaker: one that the front matter names, or, where the statement never says
    /// `we`, any whose name the front matter does not rule out.
    fn is_speaker(&self, name: Range<usize>) -> bool {
        let mut words = name.map(|at| self.token(at));
        let is_named = words.clone().any(|token| self.names.iter().any(|name| token.word == *name));
        let has_name = words.any(|token| token.tag == Tag::Propn);
        match has_name {
            true => is_named || self.names.is_empty(),
            false => is_named || !self.has_first_person,
        }
    }

    /// The noun phrase that ends before the verb; it holds a noun or pronoun. Skipped are adverbs, furniture, an aside
    /// between commas and a participle that belongs to the noun (`Information received since the Council met in June |
    /// indicates`).
    fn subject(&self, from: usize, verb: usize) -> Option<Range<usize>> {
        let is_skipped = |at: &usize| self.token(*at).tag == Tag::Adv || self.token(*at).is_furniture;
        let mut end = (from..verb).rev().find(|at| !is_skipped(at))? + 1;
        if self.token(end - 1).word == "," {
            // `These gains, along with lower rates, | support`
            end = (from..end - 1).rev().find(|&at| self.token(at).word == ",")?;
        }
        if end > from + 1 && self.token(end - 1).tag == Tag::Verb && self.token(end - 1).is_participle {
            end -= 1;
        }
        let is_inside = |at: &usize| {
            let token = self.token(*at);
            !token.is_mark
                && !token.is_finite
                && token.tag != Tag::Sconj
                && (token.tag != Tag::Verb || token.is_gerund && *at == from)
        };
        let mut start = end;
        while start > from {
            // `The index (of prices) in May | rose`
            let before = start - 1;
            let open = (from..before).rev().find(|&at| self.token(at).word == "(");
            start = match open.filter(|_| self.token(before).word == ")") {
                Some(open) => open,
                None if is_inside(&before) => before,
                None => break,
            };
        }
        // `But Rather | it`, `In 2030 | the Council`
        while start + 1 < end && matches!(self.token(start).tag, Tag::Cconj | Tag::Adv | Tag::Intj) {
            start += 1;
        }
        if start < end && self.token(start).tag == Tag::Adp {
            let opens = |at: &usize| {
                let before = self.token(*at - 1).tag;
                matches!(self.token(*at).tag, Tag::Det | Tag::Pron | Tag::Propn)
                    && !matches!(before, Tag::Adp | Tag::Det | Tag::Adj | Tag::Propn | Tag::Cconj)
            };
            start = (start + 2..end).find(opens).unwrap_or(start);
        }
        // `which | has risen` says of nobody by name.
        let opens = |at: usize| self.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Complementizer);
        let is_named = |at: usize| {
            let tag = self.token(at).tag;
            matches!(tag, Tag::Noun | Tag::Propn | Tag::Num) || tag == Tag::Pron && !opens(at)
        };
        (start..end).any(is_named).then_some(start..end)
    }

    /// Whether a subject is a pronoun that stands for someone named before; not the `it` of `it is important that`.
    fn stands_for_another(&self, subject: &Range<usize>, verb: Option<usize>) -> bool {
        let hits = self.segments.hits_in(subject.clone());
        let is_pronoun = hits.iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *subject);
        let is_empty = verb.is_some_and(|verb| {
            let is_link = |token: &&Token| token.tag == Tag::Adv || token.lemma == "be" || token.word == "not";
            let next = self.segments.tokens[verb..].iter().find(|token| !is_link(token)).map(|token| token.tag);
            // `It is prepared to act` is said of someone, `It is important to act` of nobody.
            let claims =
                |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class != Some(Class::Demand);
            let is_it =
                self.token(subject.start).word == "it" && !self.segments.hits_in(verb..verb + 1).iter().any(claims);
            self.segments.tokens[verb..].iter().take(3).any(|token| token.lemma == "be")
                && (matches!(next, Some(Tag::Det | Tag::Noun)) || is_it && next == Some(Tag::Adj))
        });
        is_pronoun && !is_empty
    }

    /// Who voted against: the names before `who`.
    fn dissenter(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        let end = phrase.tokens.clone().find(|&at| self.token(at).word == "who").unwrap_or(phrase.tokens.end);
        let is_name = |at: &usize| self.token(*at).tag == Tag::Propn;
        let start = (phrase.tokens.start..end).find(is_name)?;
        let end = (start..end).rev().find(is_name)? + 1;
        Some(start..end)
    }
}

/// What a phrase is about: the words after its cue or, where it has none, after its verb.
pub(super) fn object(segments: &Segments, phrase: &StancePhrase) -> Option<Span> {
    let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(|&at| segments.tokens[at].is_gerund));
    let from = phrase.cue.as_ref().map(|cue| cue.end).or(verb.map(|verb| verb + 1))?.max(phrase.tokens.start);
    (from < phrase.tokens.end).then(|| segments.span(from..phrase.tokens.end))
}
