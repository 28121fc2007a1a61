//! Who speaks and about what: actor, holder and object.

use super::cue::{self, Claim};
use super::{Actor, StancePhrase};
use crate::lexicon::{Class, Grammar, Group, Lexicon, Role, Tag};
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
    /// The subject before a relative clause whose verb is in the third person singular, with its sentence.
    main: Option<(usize, Named)>,
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
            main: None,
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
        // but not `a base for widening the port`.
        let is_verb = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).is_gerund;
        let is_told = |at: &usize| is_verb(*at) && self.token(*at - 1).tag != Tag::Adp;
        let verb = phrase.verb.or_else(|| phrase.tokens.clone().skip(1).find(is_told));
        let subject = if phrase.is_dissent {
            self.dissenter(phrase)
        } else {
            verb.and_then(|verb| self.subject(phrase.tokens.start, verb))
        };
        let subject = subject.map(|subject| {
            let found = self.pointed_out(&subject, verb).or_else(|| self.put_last(phrase, &subject, verb));
            found.unwrap_or(subject)
        });
        let of_relative = if subject.is_none() && verb.is_some() { self.antecedent(phrase) } else { None };
        let is_pronoun = subject.as_ref().is_some_and(|subject| self.stands_for_another(subject, verb));
        // `When the Council decides, it will tell`
        let first = verb.filter(|_| is_pronoun).and_then(|verb| {
            let inner = (phrase.tokens.start..verb).find(|&at| self.token(at).is_finite)?;
            let tokens = self.subject(phrase.tokens.start, inner)?;
            (!self.stands_for_another(&tokens, Some(inner))).then(|| Named { holder: self.holder(&tokens), tokens })
        });
        if let Some(named) = first {
            self.named = Some((paragraph, named));
        }
        let antecedent = self.named.clone().filter(|(place, _)| is_pronoun && *place == paragraph);
        let carried = self.before.clone().filter(|(sentence, _)| *sentence == phrase.sentence);
        // `We want to share our success, which was won with others, and | strive to open the ports`
        let main = self.main.take();
        let is_bare = |at: usize| self.token(at).tag == Tag::Verb && self.token(at).word == self.token(at).lemma;
        let main = main.filter(|(sentence, _)| *sentence == phrase.sentence && verb.is_some_and(is_bare));
        let carried = main.or(carried);
        let (named, is_carried) = match (subject, antecedent, carried) {
            (Some(_), Some((_, named)), _) => (named, true),
            (Some(tokens), None, _) => {
                let holder = self.holder(&tokens);
                (Named { tokens, holder }, false)
            }
            (None, ..) if of_relative.is_some() => {
                let tokens = of_relative.clone().unwrap_or_default();
                let holder = self.holder(&tokens);
                (Named { tokens, holder }, true)
            }
            (None, _, Some((_, named))) => (named, true),
            (None, _, None) => return,
        };
        let is_singular = |at: usize| {
            let token = self.token(at);
            token.is_finite && token.word != token.lemma && token.word.ends_with('s')
        };
        if of_relative.is_some() && verb.is_some_and(is_singular) {
            self.main = self.before.clone().filter(|(sentence, _)| *sentence == phrase.sentence);
        }
        self.before = Some((phrase.sentence, named.clone()));
        // Nobody says `they` or `it` of himself.
        let is_first_person = named.tokens.len() == 1
            && self.segments.hits_in(named.tokens.clone()).iter().any(|hit| hit.role == Role::Speaker);
        if !is_pronoun && !is_first_person && of_relative.is_none() {
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
        // `We'll`
        if self.token(verb).word.contains('\'') && is_person(verb) {
            return Some(verb..verb + 1);
        }
        let is_skipped = |at: &usize| self.token(*at).tag == Tag::Adv || self.token(*at).is_furniture;
        let last = (from..verb).rev().find(|at| !is_skipped(at))?;
        // `This year | we`
        let is_led = last > from && self.token(last - 1).tag == Tag::Adp;
        if self.is_pure_subject(last) && !is_led {
            return Some(last..last + 1);
        }
        let mut start = self.clause_start(from, verb)?;
        let mut end = self.noun_phrase_end(start, verb);
        // `which | has risen` says of nobody by name.
        let is_named = |at: usize| {
            let tag = self.token(at).tag;
            // `Few | would agree`
            let is_first = at == from || at == from + 1 && self.token(from).tag == Tag::Cconj;
            let is_few = tag == Tag::Adj && at == last && is_first && self.token(at + 1).tag == Tag::Aux;
            matches!(tag, Tag::Noun | Tag::Propn | Tag::Num)
                || tag == Tag::Pron && !self.is_relative(at)
                // `That | is so`
                || tag == Tag::Det && at + 1 == verb
                || is_few
        };
        // `More recently, | trade`
        while !(start..end).any(is_named) {
            let comma = (start..verb).find(|&at| self.token(at).word == ",")?;
            start = self.clause_start(comma + 1, verb)?;
            end = self.noun_phrase_end(start, verb);
        }
        Some(start..end)
    }

    /// Whether a word is a pronoun that is a subject wherever it stands: `we`, `they`, `you`.
    fn is_pure_subject(&self, at: usize) -> bool {
        let token = self.token(at);
        let groups = Grammar::english().groups(&token.word);
        token.tag == Tag::Pron && groups.has(Group::Subjects) && !groups.has(Group::Relatives)
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
            start = match token.tag {
                // `that aim`
                Tag::Sconj if self.is_relative(start) && self.points(start, verb) => return Some(start),
                Tag::Punct | Tag::Cconj | Tag::Intj => start + 1,
                // `3. The Council`
                Tag::Num if start == from && matches!(self.token(start + 1).word.as_str(), "." | ")") => start + 2,
                Tag::Adv if opener.is_none() => start + 1,
                // `Since 1983 | our ports`
                Tag::Num if start > from && self.ends_figure(start, verb).is_some() => self.ends_figure(start, verb)?,
                Tag::Adp | Tag::Part => match comma(start) {
                    Some(comma) => comma + 1,
                    // `To wait is to lose`
                    None if token.tag == Tag::Part => return Some(start),
                    None => return Some(self.after_preposition(start, verb)),
                },
                // `Old and growing threats, such as storms, | weigh`
                Tag::Verb if token.is_gerund && self.token(start + 1).tag == Tag::Cconj => return Some(start),
                Tag::Verb => match comma(start).filter(|&comma| self.opens_list(comma, verb).is_none()) {
                    Some(comma) => comma + 1,
                    None => return Some(start),
                },
                _ if token.tag == Tag::Sconj || opener.is_some() => {
                    let inner = (start..verb).find(|&at| self.token(at).is_finite).and_then(comma);
                    let next = opener.map_or(start, |hit| hit.tokens.end - 1) + 1;
                    inner.map(|comma| comma + 1).or_else(|| self.after_figure(next, verb)).unwrap_or(next)
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
        let first = commas.next()?;
        // `Last month, | ports, crews and traders met`
        if self.token(start).tag == Tag::Adj && self.after_figure(start, verb) == Some(first) {
            return Some(first + 1);
        }
        let comma = commas.next().is_none().then_some(first)?;
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

    /// Where the subject begins behind a phrase put first without a comma: `In 2030 | the Council`.
    fn after_preposition(&self, start: usize, verb: usize) -> usize {
        let opens = |at: &usize| {
            let before = self.token(*at - 1).tag;
            let is_free = !matches!(before, Tag::Adp | Tag::Det | Tag::Adj | Tag::Propn | Tag::Cconj | Tag::Part);
            // `In Kelmouth | the result`
            let is_name = before == Tag::Propn && self.token(*at).tag == Tag::Det;
            matches!(self.token(*at).tag, Tag::Det | Tag::Pron | Tag::Propn) && is_free || is_name
        };
        self.after_figure(start + 1, verb).or_else(|| (start + 2..verb).find(opens)).unwrap_or(start + 1)
    }

    /// What follows a figure that no noun can belong to: `1983 | our ports`.
    fn ends_figure(&self, start: usize, verb: usize) -> Option<usize> {
        let next = self.after_figure(start, verb).unwrap_or(start + 1);
        (next < verb && matches!(self.token(next).tag, Tag::Det | Tag::Pron)).then_some(next)
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
            let follows_noun = || {
                let before = (start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
                before.is_some_and(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Num | Tag::Pron))
            };
            let ends = match self.token(at).tag {
                Tag::Punct => !matches!(self.token(at).word.as_str(), ")" | "%" | "\""),
                Tag::Sconj => at > start,
                Tag::Part => matches!(self.token(at).word.as_str(), "to" | "not"),
                Tag::Verb => self.token(at).is_finite || follows_noun(),
                Tag::Aux => true,
                Tag::Pron => at > start && (self.is_relative(at) || self.is_pure_subject(at) && follows_noun()),
                _ => false,
            };
            if ends && at > start {
                break;
            }
            at += 1;
        }
        let is_skipped = |at: usize| self.token(at).tag == Tag::Adv || self.token(at).is_furniture;
        (start + 1..=at.min(verb)).rev().find(|&end| !is_skipped(end - 1)).unwrap_or(start + 1)
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
        let is_det = |at: usize| self.token(at).tag == Tag::Det;
        let first = subject.start.checked_sub(1).filter(|&at| self.token(at).tag == Tag::Adp)?;
        let is_led = phrase.tokens.clone().take_while(|&at| at < first).all(|at| self.token(at).tag == Tag::Cconj);
        let is_inverted = is_led && is_det(subject.start) && verb + 2 < phrase.tokens.end && is_det(verb + 1);
        is_inverted.then(|| verb + 1..self.noun_phrase_end(verb + 1, phrase.tokens.end))
    }

    /// The noun phrase right before a relative clause, for which its pronoun stands.
    fn antecedent(&self, phrase: &StancePhrase) -> Option<Range<usize>> {
        let first = self.segments.sentences[phrase.sentence].tokens.start;
        let start = phrase.tokens.start;
        let which = (start..phrase.tokens.end.min(start + 3)).find(|&at| self.is_relative(at))?;
        let is_one = |at: &usize| matches!(self.token(*at).tag, Tag::Noun | Tag::Propn);
        let noun = (first..start).rev().find(|&at| !self.token(at).is_mark).filter(is_one)?;
        let is_inside =
            |at: &usize| matches!(self.token(*at).tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Num | Tag::Part);
        let begin = (first..noun).rev().take_while(is_inside).last().unwrap_or(noun);
        let owner =
            begin.checked_sub(1).filter(|at| matches!(self.token(*at).tag, Tag::Det | Tag::Pron) && *at >= first);
        (self.token(which).tag != Tag::Sconj).then_some(owner.unwrap_or(begin)..noun + 1)
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
                && (matches!(next, Some(Tag::Det | Tag::Noun))
                    || is_it && matches!(next, Some(Tag::Adj | Tag::Propn | Tag::Pron)))
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
