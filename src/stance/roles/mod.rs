//! Who speaks and about what: actor, holder and object.

mod subject;

use super::antecedents::{Antecedent, Antecedents};
use super::cue::{self, Claim};
use super::{Actor, StancePhrase};
use crate::lexicon::{Case, Class, Grammar, Group, Kind, Lexicon, Role, Tag};
use crate::segment::{Hit, Segments, Sentence, Token};
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
    /// What is quoted of somebody, in order of place.
    quotations: Vec<Quotation>,
}

/// Words of somebody between quotation marks.
struct Quotation {
    sentence: usize,
    tokens: Range<usize>,
    /// Who says them.
    owner: Range<usize>,
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
        let mut roles = Roles {
            segments,
            lexicon,
            // Lines stand each for itself: what one says tells nothing of who speaks in another.
            has_first_person: layout == Layout::Prose && segments.hits.iter().any(is_subject),
            own: own.map(|actor| root(lexicon, actor)),
            names: names.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect(),
            before: None,
            main: None,
            named: Antecedents::default(),
            quotations: Vec::new(),
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

    /// What a paragraph quotes of somebody, up to the mark that closes it: `The captain said: "We will sail. We are ready."`
    fn quotations(&self, paragraph: &[Sentence], first: usize) -> Vec<Quotation> {
        let mut found = Vec::new();
        let tokens = &self.segments.tokens;
        let end = paragraph.last().map_or(0, |last| last.tokens.end);
        let mut next = 0;
        for (number, sentence) in paragraph.iter().enumerate() {
            for open in sentence.tokens.clone() {
                if open < next.max(sentence.tokens.start + 2) || tokens[open].word != "\"" {
                    continue;
                }
                let Some(close) = (open + 1..end).find(|&at| tokens[at].word == "\"") else { return found };
                let owner = self.quoted(sentence, first + number, open);
                let quotation = |owner| Quotation { sentence: first + number, tokens: open + 1..close, owner };
                found.extend(owner.map(quotation));
                next = close + 1;
            }
        }
        found
    }

    /// Who says what a quotation mark opens: a colon stands before it, or a comma behind a verb that says.
    fn quoted(&self, sentence: &Sentence, number: usize, open: usize) -> Option<Range<usize>> {
        let lead = self.token(open - 1).word.as_str();
        let says = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::ThatVerbs);
        let finite = || (sentence.tokens.start..open - 1).rev().filter(|&at| self.token(at).is_finite);
        let verb = finite().find(|&at| says(at)).or_else(|| finite().next())?;
        let is_short = (verb + 1..open - 1).all(|at| self.is_object(at));
        if !(lead == ":" || lead == "," && self.token(verb).tag == Tag::Verb && (says(verb) || is_short)) {
            return None;
        }
        let clause = sentence.clauses.iter().find(|clause| clause.tokens.contains(&verb))?;
        // `a sign that says: "Stay out"`
        let which = verb.checked_sub(1).filter(|&at| at >= clause.tokens.start && self.is_relative(at));
        let owner = match which {
            Some(which) => self.noun_before(number, which, verb)?,
            None => self.subject(clause.tokens.start, verb)?,
        };
        (!self.is_first_person(&owner)).then_some(owner)
    }

    /// Whether words are `I`, `we` or the like.
    fn is_first_person(&self, tokens: &Range<usize>) -> bool {
        tokens.len() == 1 && self.segments.hits_in(tokens.clone()).iter().any(|hit| hit.role == Role::Speaker)
    }

    /// Whom the `I` or `we` of a quotation stands for.
    fn quoting(&self, subject: &Range<usize>) -> Option<Range<usize>> {
        let next = self.quotations.partition_point(|quotation| quotation.tokens.start <= subject.start);
        let quotation = self.quotations[..next].last().filter(|one| one.tokens.contains(&subject.start))?;
        let owner = &quotation.owner;
        let hits = self.segments.hits_in(owner.clone());
        let is_pronoun = hits.iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *owner);
        let meant = || self.meant(quotation.sentence, owner.start).filter(|_| is_pronoun);
        self.is_first_person(subject).then(|| meant().unwrap_or_else(|| owner.clone()))
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
        } else if let Some(word) = verb.and_then(|verb| self.presented(phrase.tokens.clone(), verb)) {
            Some(word)
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
            // `At a time when tolls rise, they`
            let is_clause = self.token(tokens.end).tag == Tag::Sconj || self.is_complement(tokens.end);
            let is_led = !self.is_free(&tokens) && is_clause;
            let is_named = !is_led && self.standing(&tokens, Some(inner), verb) == Standing::Own;
            is_named.then(|| self.antecedent_of(phrase.sentence, tokens, Some(inner)))
        });
        if let Some(named) = first {
            self.named.add(named);
        }
        let antecedent =
            subject.as_ref().filter(|_| is_pronoun).and_then(|subject| self.meant(phrase.sentence, subject.start));
        let antecedent = antecedent.or_else(|| self.quoting(subject.as_ref()?));
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
        let is_first_person = self.is_first_person(&named.tokens);
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

    /// The word that only presents what follows: `With trade growing, | now | is the time to build`.
    fn presented(&self, tokens: Range<usize>, verb: usize) -> Option<Range<usize>> {
        let at = verb.checked_sub(1).filter(|at| tokens.contains(at) && verb + 1 < tokens.end)?;
        let presents = Grammar::english().groups(&self.token(at).word).has(Group::PresentingWords);
        let before = (tokens.start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
        let is_led = before.is_none_or(|at| matches!(self.token(at).tag, Tag::Punct | Tag::Cconj));
        let is_name = matches!(self.token(verb + 1).tag, Tag::Det | Tag::Pron);
        (presents && is_led && is_name && self.token(verb).lemma == "be").then_some(at..verb)
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
            let is_act = |hit: &Hit| hit.role == Role::Cue && class(hit) == Some(Class::Act);
            self.segments.hits_in(at..at + 1).iter().any(is_act)
                || Grammar::english().groups(&self.token(at).lemma).has(Group::DeedVerbs)
        };
        // `covered by the fund`, but not `covered by 2040`
        let is_date = |at: usize| {
            self.segments.quantities_in(at..phrase.tokens.end).first().is_some_and(|date| date.tokens.start == at)
        };
        let is_by = |at: usize| self.token(at).word == "by" && !is_date(at);
        done.is_some_and(|done| {
            !self.token(done).is_gerund && is_deed(done) && !(done + 1..phrase.tokens.end.min(done + 3)).any(is_by)
        })
    }

    /// The claim inside the `that` clause of an opinion, where it is more than a judgement.
    fn inner_claim(&self, phrase: &StancePhrase, outer: &Hit) -> Option<Claim<'s>> {
        let segments = self.segments;
        let opens = |at: &usize| segments.hits_in(*at..*at + 1).iter().any(|hit| hit.role == Role::Complementizer);
        let that = (outer.tokens.end - 1..phrase.tokens.end.min(outer.tokens.end + 2)).find(opens);
        let from = that.map_or(outer.tokens.end, |that| that + 1);
        let verb = (from..phrase.tokens.end).find(|&at| self.token(at).is_finite)?;
        let hit = cue::main_cue(segments, from..phrase.tokens.end, Some(verb), None)?;
        // `We think both sides should meet`
        let is_bare = |at: usize| !opens(&at) && self.token(at).tag != Tag::Sconj && !self.token(at).is_mark;
        let is_asked = || {
            let asks = self.lexicon.entries[hit.entry].class == Some(Class::Demand);
            asks && hit.tokens.start == verb && self.token(verb).tag == Tag::Aux && (from..verb).all(is_bare)
        };
        if that.is_none() && !is_asked() {
            return None;
        }
        // `The Council confirmed that it will`
        let before = self.before_in(phrase.sentence);
        // but not `The Council expects that they will`
        let is_one = before.is_some_and(|before| self.number(&before.named.tokens) == Some(false));
        let is_same = |subject: &Range<usize>| {
            let hits = self.segments.hits_in(subject.clone());
            let is_many = !Grammar::english().groups(&self.token(subject.start).word).has(Group::SingularSubjects);
            !(is_one && is_many) && hits.iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *subject)
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
        // `The League and I`
        let last = subject.end - 1;
        if self.is_pure_subject(last) && has(last..subject.end, Role::Speaker) {
            return Holder::Speaker;
        }
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
        let of = near.checked_sub(1).filter(|&at| at > first && matches!(self.token(at).word.as_str(), "of" | "in"));
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
        let is_far = |far: usize| {
            let is_of = self.token(near - 1).word == "of";
            !differs(far..noun + 1) && (is_of && differs(near..noun + 1) || is_title(far))
        };
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
        if word == "there" || Grammar::english().groups(word).has(Group::PresentingWords) {
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
            // `It is shocking that`, but not `It is building a port that`
            let goes_on = |at: usize| is_that(at) && (at + 1..end).any(|at| self.token(at).is_finite);
            let is_done = next.is_some_and(|next| !self.token(next).is_gerund || next + 1 < end && goes_on(next + 1));
            let is_led = matches!(tag, Some(Tag::Adj | Tag::Verb | Tag::Adp | Tag::Part)) && is_done && that;
            // `It will be important to act`, but not `It must be open`
            let from = if is_bare { subject.start } else { verb + 1 };
            let is_asked = matches!(tag, Some(Tag::Adj | Tag::Noun))
                && self.segments.hits_in(from..next.map_or(end, |next| next + 1).max(from)).iter().any(demands);
            if is_led || tag == Some(Tag::Num) || is_asked || self.is_put_off(verb, end) {
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

    /// Whether what an `it` announces stands behind, as an infinitive: `It is now right to wait`, `It has been an honour to
    /// serve`; but not `It is ready to sail`, `It is a plan to sail`.
    fn is_put_off(&self, verb: usize, end: usize) -> bool {
        let is_to = |at: &usize| self.token(*at).tag == Tag::Part && self.token(*at).word == "to";
        let is_inside = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Aux | Tag::Adv | Tag::Det | Tag::Pron | Tag::Adj | Tag::Noun)
        };
        let Some(to) = (verb + 1..end).find(|at| !is_inside(at)).filter(is_to) else { return false };
        let head = self.token(to - 1);
        let groups = Grammar::english().groups(&head.lemma);
        match head.tag {
            Tag::Adj => !groups.has(Group::WillingWords),
            Tag::Noun => groups.has(Group::EvaluatingNouns),
            _ => false,
        }
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
