//! Who speaks and about what: actor, holder and object.

use super::antecedents::{Antecedent, Antecedents};
use super::cue::{self, Claim};
use super::{Actor, StancePhrase};
use crate::lexicon::{Case, Class, Grammar, Group, Kind, Lexicon, QuantityKind, Role, Tag};
use crate::segment::{Hit, Quantity, Segments, Token};
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

/// How many sentences after a person was named `he` or `she` may still stand for it.
const PERSON: usize = 3;

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
    /// The clause before.
    before: Option<Before>,
    /// The subject before a relative clause whose verb is in the third person singular, with its sentence.
    main: Option<(usize, Named)>,
    /// The subjects named in this paragraph, which pronouns stand for.
    named: Antecedents,
}

/// Who was named.
#[derive(Clone)]
struct Named {
    tokens: Range<usize>,
    holder: Holder,
    /// Whether it names nobody: `there`, the `it` of `it is clear that`.
    is_empty: bool,
}

/// A clause read before.
#[derive(Clone)]
struct Before {
    sentence: usize,
    tokens: Range<usize>,
    verb: Option<usize>,
    /// Its subject.
    named: Named,
}

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
            main: None,
            named: Antecedents::default(),
        }
    }

    fn token(&self, at: usize) -> &Token {
        &self.segments.tokens[at]
    }

    /// The clause before in a sentence.
    fn before_in(&self, sentence: usize) -> Option<&Before> {
        self.before.as_ref().filter(|before| before.sentence == sentence)
    }

    /// The subject inside the clause before that a joined verb goes on with, where it agrees with that one's verb and not
    /// with the outer: `We met crews who sailed and | were lost`, `The vote ensures that tolls will fall and | will stay low`.
    fn inner_subject(&self, before: &Before, start: usize, verb: usize) -> Option<Range<usize>> {
        let outer = before.verb?;
        let is_joined = start > before.tokens.end
            && (before.tokens.end..start).all(|at| self.token(at).tag == Tag::Cconj)
            && self.token(verb).is_finite
            && (start..verb).all(|at| self.token(at).tag == Tag::Adv);
        let opens = |at: &usize| self.is_relative(*at) || self.token(*at).word == "that" && self.is_complement(*at);
        let opener = (outer + 1..before.tokens.end).rev().find(opens).filter(|_| is_joined)?;
        let inner = (opener + 1..before.tokens.end).find(|&at| self.token(at).is_finite)?;
        let is_gap = (opener + 1..inner).all(|at| self.token(at).tag == Tag::Adv);
        let subject = match is_gap {
            true => self.noun_before(before.sentence, opener, inner),
            false => self.subject(opener + 1, inner),
        }?;
        let clashes = |tokens: &Range<usize>| {
            let is_we = tokens.len() == 1 && self.is_pure_subject(tokens.start);
            let is_many = match is_we {
                true => Some(!Grammar::english().groups(&self.token(tokens.start).word).has(Group::SingularSubjects)),
                false => self.number(tokens),
            };
            is_many.zip(self.number_of_verb(verb)).is_some_and(|(subject, verb)| subject != verb)
        };
        let is_same = |one: usize| {
            let (one, verb) = (self.token(one), self.token(verb));
            let is_modal =
                |token: &Token| token.tag == Tag::Aux && !matches!(token.lemma.as_str(), "be" | "have" | "do");
            match is_modal(one) || is_modal(verb) {
                true => one.word == verb.word,
                false => one.is_past() == verb.is_past(),
            }
        };
        let goes_on = clashes(&before.named.tokens) || is_same(inner) && !is_same(outer);
        // `it` is mostly the outer one again.
        let is_outer = subject.len() == 1
            && Grammar::english().groups(&self.token(subject.start).word).has(Group::SingularSubjects);
        (!is_outer && !clashes(&subject) && goes_on).then_some(subject)
    }

    /// The subject of another verb of the phrase, where what was taken for its own has none: `Together, since 1981, | we've
    /// opened ten ports, cut tolls`, `Allied | trade grows`.
    fn beside(&self, phrase: &StancePhrase, verb: usize) -> Option<(Range<usize>, usize)> {
        let start = phrase.tokens.start;
        let is_fused = |at: &usize| self.token(*at).tag == Tag::Aux && self.token(*at).word.contains('\'');
        if let Some(at) = (start..verb).find(is_fused) {
            return self.subject(start, at).map(|subject| (subject, at));
        }
        let token = self.token(start);
        let next = (verb + 1..phrase.tokens.end).find(|&at| self.token(at).is_finite)?;
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn);
        let is_whole = verb == start
            && token.is_participle
            && token.word != token.lemma
            && next > start + 1
            && (start + 1..next).all(is_noun);
        is_whole.then_some((start..next, next))
    }

    /// Sets the actor of a phrase: the noun phrase before its verb; a predicate joined to the one before keeps that
    /// one's actor, and a pronoun stands for the actor named before.
    pub(super) fn assign(&mut self, phrase: &mut StancePhrase) {
        let paragraph = self.segments.sentences[phrase.sentence].paragraph;
        // `with prices having risen`: the participle is all the predicate there is.
        // but not `a base for widening the port`.
        let is_verb = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).is_gerund;
        let is_told = |at: &usize| is_verb(*at) && self.token(*at - 1).tag != Tag::Adp;
        let is_tail = is_verb(phrase.tokens.start) && phrase.tokens.start > self.first_of(phrase.tokens.start);
        let told = || phrase.tokens.clone().skip(1).find(is_told).filter(|_| !is_tail);
        let verb = phrase.verb.or_else(told);
        let why = phrase.verb.and_then(|verb| self.why(phrase.tokens.clone(), verb));
        phrase.verb = why.map_or(phrase.verb, |(_, verb)| Some(verb));
        let (from, verb) = why.map_or((phrase.tokens.start, verb), |(from, verb)| (from, Some(verb)));
        let led = phrase.verb.filter(|_| why.is_none()).and_then(|verb| {
            let reduced = || self.behind_participle(phrase.tokens.clone(), verb).map(|next| (from, next));
            self.led(phrase.tokens.clone(), verb).or_else(reduced)
        });
        phrase.verb = led.map_or(phrase.verb, |(_, verb)| Some(verb));
        let (from, verb) = led.map_or((from, verb), |(from, verb)| (from, Some(verb)));
        let invited = phrase.verb.and_then(|verb| self.invited(phrase.tokens.clone(), verb));
        let is_joined = verb.is_some_and(|verb| self.is_joined(phrase.tokens.start, verb));
        let subject = if phrase.is_dissent {
            self.dissenter(phrase)
        } else if invited.is_some() || is_joined {
            invited
        } else {
            verb.and_then(|verb| self.subject(from, verb))
                .filter(|subject| phrase.verb.is_some() || self.is_free(subject))
        };
        let subject = subject.map(|subject| {
            let found = self.pointed_out(&subject, verb).or_else(|| self.put_last(phrase, &subject, verb));
            found.unwrap_or(subject)
        });
        let subject = subject.or_else(|| match phrase.verb {
            _ if is_joined => None,
            Some(verb) => self.inverted(phrase, verb).or_else(|| self.inside(phrase, verb)),
            None => self.absolute(phrase),
        });
        let beside = verb.filter(|_| subject.is_none()).and_then(|verb| self.beside(phrase, verb));
        let verb = beside.as_ref().map(|(_, verb)| *verb).or(verb);
        let subject = subject.or(beside.map(|(subject, _)| subject));
        let of_relative = verb.filter(|_| subject.is_none()).and_then(|verb| self.antecedent(phrase, verb));
        let standing =
            subject.as_ref().map_or(Standing::Own, |subject| self.standing(subject, verb, phrase.tokens.end));
        let is_pronoun = standing == Standing::Another;
        self.named.enter(paragraph);
        // `When the Council decides, it will tell`
        let first = verb.filter(|_| is_pronoun).and_then(|verb| {
            let inner = (phrase.tokens.start..verb).find(|&at| self.token(at).is_finite)?;
            let tokens = self.subject(phrase.tokens.start, inner)?;
            let is_named = self.standing(&tokens, Some(inner), verb) == Standing::Own;
            is_named.then(|| self.antecedent_of(phrase.sentence, tokens, Some(inner)))
        });
        if let Some(named) = first {
            self.named.add(named);
        }
        let antecedent =
            subject.as_ref().filter(|_| is_pronoun).and_then(|subject| self.meant(phrase.sentence, subject.start));
        let carried = self.before_in(phrase.sentence).filter(|_| !self.is_order(phrase.tokens.start)).map(|before| {
            let inner = verb.and_then(|verb| self.inner_subject(before, phrase.tokens.start, verb));
            let inner = inner.map(|tokens| Named { holder: self.holder(&tokens), tokens, is_empty: false });
            inner.unwrap_or_else(|| before.named.clone())
        });
        // `We want to share our success, which was won with others, and | strive to open the ports`
        let main = self.main.take();
        let is_bare = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).word == self.token(at).lemma;
        let main = main.filter(|(sentence, _)| *sentence == phrase.sentence && verb.is_some_and(is_bare));
        let carried = main.map(|(_, named)| named).or(carried);
        let (named, is_carried) = match (subject, antecedent, carried) {
            (Some(_), Some(tokens), _) => (Named { holder: self.holder(&tokens), tokens, is_empty: false }, true),
            (Some(tokens), None, _) => {
                let holder = self.holder(&tokens);
                (Named { tokens, holder, is_empty: standing == Standing::Nothing }, false)
            }
            (None, ..) if of_relative.is_some() => {
                let tokens = of_relative.clone().unwrap_or_default();
                let holder = self.holder(&tokens);
                (Named { tokens, holder, is_empty: false }, true)
            }
            (None, _, Some(named)) => (named, true),
            (None, _, None) => return,
        };
        let is_singular = |at: usize| {
            let token = self.token(at);
            token.is_finite && token.word != token.lemma && token.word.ends_with('s')
        };
        if of_relative.is_some() && verb.is_some_and(is_singular) {
            self.main = self.before_in(phrase.sentence).map(|before| (phrase.sentence, before.named.clone()));
        }
        let named = Named { is_empty: named.is_empty || !self.is_sound(&named.tokens), ..named };
        let tokens = phrase.tokens.clone();
        self.before = Some(Before { sentence: phrase.sentence, tokens, verb, named: named.clone() });
        if named.is_empty {
            return;
        }
        // Nobody says `they` or `it` of himself.
        let is_first_person = named.tokens.len() == 1
            && self.segments.hits_in(named.tokens.clone()).iter().any(|hit| hit.role == Role::Speaker);
        if is_pronoun {
            self.named.keep(phrase.sentence, &named.tokens);
        } else if !is_first_person && !is_carried {
            self.named.add(self.antecedent_of(phrase.sentence, named.tokens.clone(), verb));
        }
        let known = self.segments.actor_at(named.tokens.start).or_else(|| self.segments.actor_at(named.tokens.end - 1));
        let known = known.filter(|known| known.words.len() + 2 >= named.tokens.len()).map(|known| known.actor);
        let is_speaker = named.holder == Holder::Speaker;
        phrase.actor = Some(Actor { tokens: named.tokens, is_carried, known, is_speaker });
    }

    /// Who is invited to join in: `Tonight, let | us | open the port`.
    fn invited(&self, tokens: Range<usize>, verb: usize) -> Option<Range<usize>> {
        let next = verb + 1..verb + 2;
        if self.token(verb).word != "let" || next.end > tokens.end || !self.is_object(next.start) {
            return None;
        }
        let is_led = verb == tokens.start || {
            let before = self.token(verb - 1);
            matches!(before.tag, Tag::Adv | Tag::Cconj | Tag::Intj | Tag::Punct)
                || Grammar::english().groups(&before.word).has(Group::TimeWords)
        };
        let is_own = |hit: &Hit| hit.role == Role::Speaker;
        (is_led && self.segments.hits_in(next.clone()).iter().any(is_own)).then_some(next)
    }

    /// Whether a phrase begins with the second of two verbs that share a modal, and the verb taken for its own is one that
    /// hangs on it: `will tax grain and | widen the port until trade is free`.
    fn is_joined(&self, start: usize, verb: usize) -> bool {
        let token = self.token(start);
        let opens = |at: usize| self.token(at).tag == Tag::Sconj || self.is_relative(at);
        let before = start.checked_sub(1).map(|at| self.token(at));
        start < verb
            && token.tag == Tag::Verb
            && !token.is_gerund
            && !token.is_finite
            && token.word == token.lemma
            && before.is_some_and(|before| before.word == "," || before.tag == Tag::Cconj)
            && (start + 1..verb).any(opens)
    }

    /// Whether words can name anybody: a noun right before an article is a verb that was read as a noun, or ends what is
    /// no part of the name (`Great ports contest the rules`).
    fn is_sound(&self, name: &Range<usize>) -> bool {
        let meets = |at: usize| {
            self.token(at).tag == Tag::Det
                && Grammar::english().groups(&self.token(at).word).has(Group::BareDeterminers)
                && self.token(at - 1).tag == Tag::Noun
                && !self.token(at - 1).is_gerund
                // `half the ports`
                && !self.segments.quantities_in(name.start..at).iter().any(|figure| figure.tokens.end == at)
        };
        !(name.start + 1..name.end).any(meets)
    }

    /// Whether a colon ends a claim and what is to be done follows: `I ask one thing: | Keep the ports open`; but not `The
    /// Council decided to: | Keep the ports open`.
    pub(super) fn is_order(&self, start: usize) -> bool {
        let Some(colon) = start.checked_sub(1).filter(|&at| at > 0 && self.token(at).word == ":") else { return false };
        let token = self.token(start);
        let is_said = matches!(self.token(colon - 1).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        is_said && token.tag == Tag::Verb && !token.is_gerund && token.word == token.lemma
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

    /// What the table of actors says that words name as a whole; what that does not know may be a body by its noun.
    fn kind(&self, tokens: &Range<usize>) -> Option<Kind> {
        let start = tokens.clone().find(|&at| self.token(at).tag != Tag::Det)?;
        let known = self.segments.actor_at(start).filter(|known| known.words.end >= tokens.end);
        known.map(|known| self.lexicon.actors.all[known.actor].kind)
    }

    /// Whether a verb tells of many: `are`, `support` beside `is`, `supports`.
    fn number_of_verb(&self, verb: usize) -> Option<bool> {
        let token = self.token(verb);
        let is_one = token.word != token.lemma && token.word.ends_with('s');
        if token.tag == Tag::Aux && token.lemma == "be" && token.is_past() {
            return Some(token.word != "was");
        }
        let is_many = match token.tag {
            Tag::Verb => token.word == token.lemma,
            _ => matches!(token.lemma.as_str(), "be" | "have" | "do") && !is_one && !token.word.contains('\''),
        };
        (token.is_finite && !token.is_past() && (is_one || is_many)).then_some(!is_one)
    }

    /// Whether a noun phrase names many; nothing where its words do not tell.
    fn number(&self, tokens: &Range<usize>) -> Option<bool> {
        let head = tokens.clone().skip(1).find(|&at| self.token(at).tag == Tag::Adp).unwrap_or(tokens.end);
        let is_pair = (tokens.start..head).any(|at| self.token(at).tag == Tag::Cconj);
        let last = self.token(head - 1);
        let groups = Grammar::english().groups(&last.word);
        match last.tag {
            _ if is_pair => Some(true),
            Tag::Noun => Some(groups.has(Group::PluralNouns) || last.word != last.lemma),
            // `Traders`, `Agnes`
            Tag::Propn => (self.kind(tokens).is_some() || !last.word.ends_with('s')).then_some(false),
            Tag::Num => Some(true),
            _ => Some(groups.has(Group::PluralPronouns) || groups.has(Group::Quantities)),
        }
    }

    /// Who a pronoun stands for: the nearest subject of its number in this sentence or the one before; nobody where there
    /// is none.
    fn meant(&self, sentence: usize, pronoun: usize) -> Option<Range<usize>> {
        // `they're`
        let word = self.token(pronoun).word.split('\'').next().unwrap_or_default();
        let groups = Grammar::english().groups(word);
        let is_plural = !groups.has(Group::SingularSubjects);
        let is_thing = !is_plural && !groups.has(Group::PureSubjects);
        // A person with a name is spoken of for longer.
        let reach = if is_plural || is_thing { 1 } else { PERSON };
        let found = self.named.find(sentence, reach, |named| {
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

    /// Returns the cue that makes the clause a claim, and who it is said of.
    ///
    /// A bare opinion gives way to what it is an opinion of: `We believe that both sides should meet` asks for a meeting.
    pub(super) fn claim(&self, phrase: &StancePhrase, modal: Option<usize>) -> Option<Claim<'s>> {
        let segments = self.segments;
        let hit = cue::main_cue(segments, phrase.tokens.clone(), phrase.verb, modal)?;
        let holder = self.before_in(phrase.sentence).map_or(Holder::Speaker, |before| before.named.holder);
        // `A fund will be set up` promises for whoever speaks, unless it says by whom.
        let entry = &self.lexicon.entries[hit.entry];
        let is_promised = entry.class == Some(Class::Commit) && !entry.carries && self.is_agentless(phrase, hit);
        // `Our view is that trade will grow`
        let inner = (entry.class == Some(Class::Commit)).then(|| self.inner_holder(phrase, hit)).flatten();
        let holder = inner.unwrap_or(holder);
        let claim = Claim { hit, holder: if is_promised { Holder::Speaker } else { holder } };
        if self.lexicon.entries[hit.entry].class != Some(Class::Assess) || modal.is_some() {
            return Some(claim);
        }
        self.inner_claim(phrase, hit).or(Some(claim))
    }

    /// Whom a modal is said of that stands in a `that` clause with a subject of its own.
    fn inner_holder(&self, phrase: &StancePhrase, hit: &Hit) -> Option<Holder> {
        let verb =
            phrase.verb.filter(|&verb| verb < hit.tokens.start && self.token(hit.tokens.start).tag == Tag::Aux)?;
        let is_that = |at: &usize| self.token(*at).word == "that" && self.token(*at).tag == Tag::Sconj;
        let that = (verb + 1..hit.tokens.start).find(is_that)?;
        let subject = self.subject(that + 1, hit.tokens.start)?;
        let is_pronoun = |one: &Hit| one.role == Role::Pronoun && one.tokens == subject;
        let is_same = self.segments.hits_in(subject.clone()).iter().any(is_pronoun);
        (!is_same).then(|| self.holder(&subject))
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
        // `The Council confirmed that it will`
        let before = self.before_in(phrase.sentence);
        let is_same = |subject: &Range<usize>| {
            let hits = self.segments.hits_in(subject.clone());
            hits.iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *subject)
        };
        let holder = self.subject(from, verb).map_or(Holder::Other, |subject| match before {
            Some(before) if is_same(&subject) => before.named.holder,
            _ => self.holder(&subject),
        });
        let entry = &self.lexicon.entries[hit.entry];
        let class = match holder {
            Holder::Speaker => entry.class,
            Holder::Other => entry.others.as_ref().map(|others| others.class),
        };
        // `It is projected that we will have more` foresees and promises nothing, but `We expect that tolls will end` does.
        let is_nobody = before.is_some_and(|before| before.named.is_empty);
        let is_foreseen = is_nobody && self.lexicon.entries[outer.entry].future && class == Some(Class::Commit);
        (class.is_some_and(|class| class != Class::Assess) && !is_foreseen).then_some(Claim { hit, holder })
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
        // `I'm` is subject and verb in one.
        let is_fused = subject.len() == 1 && self.token(head).tag == Tag::Aux;
        if is_own && (self.token(head).tag == Tag::Pron || is_fused) {
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

    /// The noun phrase with which the clause of a verb begins; it holds a noun or pronoun. What stands in front of it is
    /// skipped, and it ends before what is hung on it: `In spring, | the data | received since the Council met, ... show`.
    fn subject(&self, from: usize, verb: usize) -> Option<Range<usize>> {
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
        let is_skipped = |at: &usize| self.token(*at).tag == Tag::Adv || self.token(*at).is_furniture || is_place(*at);
        // `and that | means more trade`
        let first = (from..verb).find(|at| !is_skipped(at) && self.token(*at).tag != Tag::Cconj)?;
        if self.stands_alone(first) && (first + 1..verb).all(|at| is_skipped(&at)) {
            return Some(first..first + 1);
        }
        let last = (from..verb).rev().find(|at| !is_skipped(at))?;
        // `This year | we`
        let is_led = last > from && self.token(last - 1).tag == Tag::Adp;
        if self.is_pure_subject(last) && !is_led {
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
    fn is_free(&self, subject: &Range<usize>) -> bool {
        let before = subject.start.checked_sub(1).map(|at| self.token(at));
        let takes = |token: &Token| Grammar::english().groups(&token.word).has(Group::AbsolutePrepositions);
        before.is_none_or(|token| token.tag != Tag::Adp || takes(token))
    }

    /// The clause that `That is why` only points to, from its first word, with its verb.
    fn why(&self, tokens: Range<usize>, verb: usize) -> Option<(usize, usize)> {
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
    fn led(&self, tokens: Range<usize>, verb: usize) -> Option<(usize, usize)> {
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
    fn behind_participle(&self, tokens: Range<usize>, verb: usize) -> Option<usize> {
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

    fn is_complement(&self, at: usize) -> bool {
        self.segments.hits_in(at..at + 1).iter().any(|hit| hit.role == Role::Complementizer)
    }

    /// The subject between an auxiliary put first and its verb: `Rarely have | the ports | seen`, `No longer are | they`.
    fn inverted(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
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
    fn inside(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
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
    fn absolute(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let takes = Grammar::english().groups(&self.token(start).word).has(Group::AbsolutePrepositions);
        let owes = |hit: &Hit| hit.role == Role::Opener && hit.tokens.start > start + 1;
        let end = self.segments.hits_in(phrase.tokens.clone()).iter().find(|hit| owes(hit))?.tokens.start;
        let is_noun =
            |at: usize| matches!(self.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Part);
        (takes && (start + 1..end).all(is_noun)).then_some(start + 1..end)
    }

    /// Whether a word is a pronoun that is a subject wherever it stands: `we`, `they`, `you`.
    fn is_pure_subject(&self, at: usize) -> bool {
        let token = self.token(at);
        let groups = Grammar::english().groups(&token.word);
        token.tag == Tag::Pron && groups.has(Group::Subjects) && !groups.has(Group::Relatives)
    }

    /// Whether a word is `us`, `them` or the like, and does not own what follows.
    fn is_object(&self, at: usize) -> bool {
        let groups = Grammar::english().groups(&self.token(at).word);
        groups.has(Group::ObjectPronouns) && !groups.has(Group::Possessives)
    }

    /// Whether a word is `which`, `who` or the like, and not the `that` of `that aim`.
    fn is_relative(&self, at: usize) -> bool {
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
    fn first_of(&self, at: usize) -> usize {
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

    /// Whether a word is or opens a date.
    fn is_date(&self, at: usize) -> bool {
        self.segments.quantities_in(at..at + 1).iter().any(|figure| matches!(figure.kind, QuantityKind::Date))
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
                let is_limb = |and: usize| (comma + 1..and).all(|at| is_noun(at) || self.token(at).tag == Tag::Adj);
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
            let end = (comma + 1..verb).find(|&at| !is_adjective(at) && self.token(at).word != ",");
            return end.is_some_and(is_noun);
        }
        // `September 11th, | ports and crews`
        if self.is_date(comma - 1) {
            return false;
        }
        let Some(and) = (comma + 1..verb).find(|&at| self.token(at).tag == Tag::Cconj) else { return false };
        let is_inside = |at: usize| {
            let token = self.token(at);
            token.word == ","
                || is_noun(at)
                || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Adp | Tag::Part)
                || token.tag == Tag::Pron && Grammar::english().groups(&token.word).has(Group::Possessives)
                || token.tag == Tag::Verb && !token.is_finite && token.is_gerund
        };
        let is_led = |at: usize| matches!(self.token(at).tag, Tag::Adp | Tag::Adv | Tag::Verb | Tag::Sconj);
        let is_list = (comma + 1..and).all(is_inside) && (and == comma + 1 || !is_led(comma + 1));
        is_list
            && and + 1 < verb
            && !is_led(and + 1)
            && (and + 1..verb).any(is_noun)
            && (self.noun_phrase_end(and + 1, verb)..verb).all(|at| self.token(at).tag == Tag::Adv)
    }

    /// Who is pointed out as the doer: `It was | the League | who built the port`.
    fn pointed_out(&self, subject: &Range<usize>, verb: Option<usize>) -> Option<Range<usize>> {
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
    fn put_last(&self, phrase: &StancePhrase, subject: &Range<usize>, verb: Option<usize>) -> Option<Range<usize>> {
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

    /// The noun phrase right before a relative clause, for which its pronoun stands.
    fn antecedent(&self, phrase: &StancePhrase, verb: usize) -> Option<Range<usize>> {
        let start = phrase.tokens.start;
        let which = (start..phrase.tokens.end.min(start + 3)).find(|&at| self.is_relative(at))?;
        let is_pronoun = self.token(which).tag != Tag::Sconj;
        self.noun_before(phrase.sentence, start, verb).filter(|_| is_pronoun)
    }

    /// The noun phrase right before a relative clause: of `the plan of the ports` that of the number of the clause's verb,
    /// and of `the Bank of Averil` the whole.
    fn noun_before(&self, sentence: usize, start: usize, verb: usize) -> Option<Range<usize>> {
        let first = self.segments.sentences[sentence].tokens.start;
        let is_one = |at: &usize| matches!(self.token(*at).tag, Tag::Noun | Tag::Propn);
        let noun = (first..start).rev().find(|&at| !self.token(at).is_mark).filter(is_one)?;
        let is_inside =
            |at: &usize| matches!(self.token(*at).tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Part);
        let start_of = |noun: usize| {
            let begin = (first..noun).rev().take_while(is_inside).last().unwrap_or(noun);
            let owner = begin.checked_sub(1).filter(|at| *at >= first);
            owner.filter(|at| matches!(self.token(*at).tag, Tag::Det | Tag::Pron)).unwrap_or(begin)
        };
        let near = start_of(noun);
        let of = near.checked_sub(1).filter(|&at| at > first && self.token(at).word == "of");
        let far = of.map(|of| of - 1).filter(is_one).map(start_of);
        let number = self.number_of_verb(verb);
        let differs = |tokens: Range<usize>| {
            let head = self.number(&tokens);
            number.zip(head).is_some_and(|(verb, head)| verb != head)
        };
        let is_title = |far: usize| {
            (far..noun + 1)
                .all(|at| matches!(self.token(at).tag, Tag::Adp | Tag::Det) || self.token(at).case != Case::Lower)
        };
        let is_far = |far: usize| !differs(far..noun + 1) && (differs(near..noun + 1) || is_title(far));
        let begin = far.filter(|&far| is_far(far)).unwrap_or(near);
        Some(begin..noun + 1)
    }

    /// What a subject stands for, if it is a pronoun.
    fn standing(&self, subject: &Range<usize>, verb: Option<usize>, end: usize) -> Standing {
        let hits = self.segments.hits_in(subject.clone());
        let is_pronoun = hits.iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *subject);
        let word = self.token(subject.start).word.as_str();
        let Some(verb) = verb.filter(|_| subject.len() == 1) else {
            return if is_pronoun { Standing::Another } else { Standing::Own };
        };
        if word == "there" {
            return Standing::Nothing;
        }
        let is_link = |at: &usize| {
            let token = self.token(*at);
            *at == verb
                || token.tag == Tag::Adv
                || matches!(token.lemma.as_str(), "be" | "have" | "'s")
                || token.word == "not"
        };
        let next = (verb.max(subject.end)..end).find(|at| !is_link(at));
        let tag = next.map(|at| self.token(at).tag);
        let is_be = (verb..end.min(verb + 3)).any(|at| matches!(self.token(at).lemma.as_str(), "be" | "'s"));
        // `It is prepared to act` is said of someone, `It is important to act` of nobody.
        let claims = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class != Some(Class::Demand);
        let demands = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class == Some(Class::Demand);
        let has_cue = |of: &dyn Fn(&Hit) -> bool| self.segments.hits_in(subject.start..verb + 1).iter().any(of);
        let is_bare = matches!(self.token(verb).lemma.as_str(), "be" | "have" | "'s");
        if word == "it" && is_be {
            // `It is clear that`, `It is only now that`, `It is projected that`
            let is_that =
                |at: usize| self.token(at).word == "that" && self.is_complement(at) && self.token(at).tag != Tag::Det;
            let later = next.and_then(|next| (next..end).find(|&at| self.token(at).is_finite));
            let that = next.is_some_and(|next| (next..later.unwrap_or(end)).any(is_that));
            let is_led = matches!(tag, Some(Tag::Adj | Tag::Verb | Tag::Adp | Tag::Part)) && that;
            // but not `It must be open`
            let is_asked = is_bare && matches!(tag, Some(Tag::Adj | Tag::Noun)) && has_cue(&demands);
            if is_led || tag == Some(Tag::Num) || is_asked {
                return Standing::Nothing;
            }
        }
        // `It would be better to wait`
        let is_led =
            next.is_some_and(|next| next + 1 < end && matches!(self.token(next + 1).tag, Tag::Part | Tag::Adp));
        let is_own = is_be
            && (matches!(tag, Some(Tag::Det | Tag::Noun))
                || word == "it"
                    && (is_bare || is_led)
                    && matches!(tag, Some(Tag::Adj | Tag::Propn | Tag::Pron))
                    && !has_cue(&claims));
        if is_pronoun && !is_own { Standing::Another } else { Standing::Own }
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
