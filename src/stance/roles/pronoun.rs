//! Whom a pronoun stands for.

use super::super::StancePhrase;
use super::{Named, Roles, Subject};
use crate::lexicon::{Class, Grammar, Group, Kind, Role, Tag, Whose};
use crate::segment::Hit;
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
        let is_pronoun = self.is_pronoun(subject);
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
                || Grammar::english().groups(&token.lemma).has(Group::Auxiliaries)
                || token.word == "not"
        };
        let next = (verb.max(subject.end)..end).find(|at| !is_link(at));
        let tag = next.map(|at| self.token(at).tag);
        let is_be = (verb..end.min(verb + 3)).any(|at| self.is_be(at));
        // `It is prepared to act` is said of someone, `It is important to act` of nobody.
        let claims = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class != Some(Class::Demand);
        let demands = |hit: &Hit| hit.role == Role::Cue && self.lexicon.entries[hit.entry].class == Some(Class::Demand);
        let has_cue = |of: &dyn Fn(&Hit) -> bool| self.segments.hits_in(subject.start..verb + 1).iter().any(of);
        let is_bare = Grammar::english().groups(&self.token(verb).lemma).has(Group::Auxiliaries);
        if word == "it" && is_be {
            // `It is clear that`, `It is only now that`, `It is projected that`
            let is_that =
                |at: usize| self.token(at).word == "that" && self.is_complement(at) && self.token(at).tag != Tag::Det;
            let later = next.and_then(|next| self.finite(next..end));
            let that = next.is_some_and(|next| (next..later.unwrap_or(end)).any(is_that));
            // `It is shocking that`, but not `It is building a port that`
            let goes_on = |at: usize| is_that(at) && (at + 1..end).any(|at| self.token(at).is_finite);
            // `It is fitting, therefore, that`
            let is_insert = |at: usize| self.token(at).tag == Tag::Adv || self.token(at).word == ",";
            let leads_on = |next: usize| (next + 1..end).find(|&at| !is_insert(at)).is_some_and(goes_on);
            let is_done = next.is_some_and(|next| !self.token(next).is_gerund || leads_on(next));
            // `It is confident that trade will grow`, `It is concerned that`, but not `It is deplorable that`
            let thinks = |hit: &Hit| {
                let entry = &self.lexicon.entries[hit.entry];
                let is_felt = entry.class != Some(Class::Concern) || tag == Some(Tag::Verb);
                hit.role == Role::Cue && entry.whose() == Whose::Subject && is_felt
            };
            let is_somebody = self.segments.hits_in(verb..verb + 1).iter().any(thinks);
            let is_led =
                matches!(tag, Some(Tag::Adj | Tag::Verb | Tag::Adp | Tag::Part)) && is_done && that && !is_somebody;
            // `It was only a month ago that trade slowed`
            let when = next.and_then(|next| (next + 1..end).find(|&at| is_that(at)).map(|that| next..that));
            let is_when = when.is_some_and(|when| {
                let ago = Grammar::english().groups(&self.token(when.end - 1).word).has(Group::PastWords);
                ago || self.names_time(when.clone()) && self.token(when.start).tag != Tag::Det
            });
            // `It will be important to act`, but not `It must be open`
            let from = if is_bare { subject.start } else { verb + 1 };
            let is_asked = matches!(tag, Some(Tag::Adj | Tag::Noun))
                && self.segments.hits_in(from..next.map_or(end, |next| next + 1).max(from)).iter().any(demands);
            // `It may be that trade has slowed`, `It is only because ports are open that trade grows`
            let is_clause = tag == Some(Tag::Sconj) && next.is_some_and(|next| (next..end).any(is_that));
            if is_led
                || is_clause
                || is_when
                || tag == Some(Tag::Num)
                || is_asked
                || self.is_put_off(verb, end)
                || self.tells_fact(verb, end)
            {
                return Standing::Nothing;
            }
        }
        // `It remains vital to act`, `It has become vital to act`
        let seems = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::ImpersonalVerbs);
        let seemed = [Some(verb), next].into_iter().flatten().find(|&at| seems(at));
        if word == "it" && seemed.is_some_and(|at| self.is_put_off(at, end)) {
            return Standing::Nothing;
        }
        if word == "it" && self.only_seems(if is_bare { next } else { Some(verb) }, end) {
            return Standing::Nothing;
        }
        // but not `the time it takes to sail`
        let is_named = subject.start > 0 && (self.is_noun(subject.start - 1) || self.is_which(subject.start - 1));
        if word == "it" && !is_named && self.only_costs(verb..end) {
            return Standing::Nothing;
        }
        // `It would be better to wait`
        let is_led =
            next.is_some_and(|next| next + 1 < end && matches!(self.token(next + 1).tag, Tag::Part | Tag::Adp));
        let is_one = word == "it" && next.is_some_and(|next| self.says_which(next..end));
        let is_told = word == "it" && next.is_some_and(|next| self.describes(next, end));
        // `It is monitoring trade`
        let is_doing = next.is_some_and(|next| self.token(next).is_gerund);
        let is_own = is_be
            && (matches!(tag, Some(Tag::Det | Tag::Noun)) && !is_one && !is_doing
                || word == "it"
                    && (is_bare || is_led)
                    && matches!(tag, Some(Tag::Adj | Tag::Propn | Tag::Pron))
                    && !is_told
                    && !has_cue(&claims));
        if is_pronoun && !is_own { Standing::Another } else { Standing::Own }
    }

    /// Whether words behind `it is` say what kind of thing it is, or which: `It is | the smallest of the ports`, `It is | a port
    /// that grows`; but not `It is the will of all to sail`, `It is the ports that grow`, `It is time for deeds`.
    fn says_which(&self, words: Range<usize>) -> bool {
        let article = &self.token(words.start).word;
        let is_one = Grammar::english().groups(article).has(Group::Indefinite);
        let head = words.start..self.noun_phrase_end(words.start, words.end);
        let judges = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).lemma);
            groups.has(Group::EvaluatingNouns) || groups.has(Group::FactNouns)
        };
        // `It is a safe guess that the port will grow`
        let announces =
            |next: usize| self.token(next).is_to() || self.is_told_that(next) || self.is_relative(next) && !is_one;
        (article == "the" || is_one)
            // `It is a little late`
            && head.clone().any(|at| self.is_noun(at))
            && !head.clone().any(judges)
            // `It was the moment when trade slowed`
            && !self.names_time(head.start..self.first_phrase_end(&head))
            && !(head.end < words.end && announces(head.end))
    }

    /// Whether a verb says of an `it` only that what follows is so: `It seems now that | trade is slow`, `It would
    /// appear as if`; but not `It appeared in spring`, `It seems to be open`.
    fn only_seems(&self, verb: Option<usize>, end: usize) -> bool {
        let Some(verb) = verb else { return false };
        let is_link = |at: &usize| matches!(self.token(*at).tag, Tag::Adv | Tag::Adp | Tag::Pron | Tag::Adj);
        let is_that = |at: usize| self.token(at).word == "that" && self.is_complement(at);
        let next = (verb + 1..end.saturating_sub(1)).find(|&at| is_that(at) || !is_link(&at));
        let opens = |at: usize| is_that(at) || self.token(at).word == "as" && self.token(at + 1).word == "if";
        Grammar::english().groups(&self.token(verb).lemma).has(Group::ImpersonalVerbs) && next.is_some_and(opens)
    }

    /// Whether a verb says of an `it` only what the infinitive behind costs: `It takes courage to sail`, `It would cost a
    /// crown to sail`; but not `It takes the time to sail`, `It takes steps to sail`.
    pub(super) fn only_costs(&self, words: Range<usize>) -> bool {
        let is_link = |at: usize| matches!(self.token(at).tag, Tag::Aux | Tag::Adv) || self.token(at).is_negator;
        let costs = |&at: &usize| Grammar::english().groups(&self.token(at).lemma).has(Group::CostingVerbs);
        let Some(verb) = words.clone().find(|&at| !is_link(at)).filter(costs) else {
            return false;
        };
        let is_inside = |at: usize| {
            let tag = self.token(at).tag;
            matches!(tag, Tag::Det | Tag::Adj | Tag::Adv | Tag::Num | Tag::Pron | Tag::Adp | Tag::Sconj | Tag::Cconj)
        };
        let mut behind = verb + 2..words.end;
        let to = behind.find(|&at| !self.is_noun(at) && !is_inside(at)).filter(|&to| self.token(to).is_to());
        let Some(object) = to.map(|to| verb + 1..to) else { return false };
        // `It takes many hands to sail`
        let is_counted = Grammar::english().groups(&self.token(object.start).word).has(Group::Quantities);
        let is_bare = object.clone().all(|at| self.is_noun(at) || self.token(at).tag == Tag::Adj) && !is_counted;
        let is_object = self.token(object.start).word != "the" && self.token(object.start).tag != Tag::Adp;
        is_object && !(is_bare && self.number(&object) == Some(true))
    }

    /// Whether what an `it` announces stands behind, as an infinitive: `It is now right to wait`, `It has been an honour to
    /// serve`; but not `It is ready to sail`, `It is a plan to sail`.
    fn is_put_off(&self, verb: usize, end: usize) -> bool {
        let evaluates = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::EvaluatingNouns);
        let is_inside = |at: &usize| {
            matches!(self.token(*at).tag, Tag::Aux | Tag::Adv | Tag::Det | Tag::Pron | Tag::Adj | Tag::Noun)
                // `It's time to sail`: the noun may be tagged as a verb.
                || evaluates(*at)
                // `It is not enough simply to sail` denies, though `not simply` may not.
                || self.token(*at).tag == Tag::Part && !self.token(*at).is_to()
                // `It is in any case time to sail`
                || self.token(*at).is_furniture
        };
        let Some(to) = (verb + 1..end).find(|at| !is_inside(at)) else { return false };
        if !self.token(to).is_to() {
            // `It was vital in spring to sail`
            let led = self.token(to).tag == Tag::Adp && self.token(to).word != "of" && self.judges(to - 1);
            let behind = (led && to + 1 < end).then(|| self.noun_phrase_end(to + 1, end)).filter(|&at| at < end);
            return behind.is_some_and(|at| self.token(at).is_to()) || self.for_whom(verb, end).is_some();
        }
        let head = self.token(to - 1);
        match head.tag {
            // `It is not too late to sail`, `It is not enough to sail`
            Tag::Adv => to > verb + 2 && self.token(to - 2).tag == Tag::Adv || head.word == "enough",
            Tag::Adj => self.judges(to - 1),
            _ => evaluates(to - 1),
        }
    }

    /// Whether an adjective says of an `it` what that is like and to what: `It is able to sail`, `It was vital in spring`; but
    /// not `It is hard to sail`, `It was vital in spring to sail`.
    fn describes(&self, adjective: usize, end: usize) -> bool {
        let after = (adjective + 1..end).find(|&at| self.token(at).tag != Tag::Adv);
        let Some(after) = after.filter(|_| self.token(adjective).tag == Tag::Adj) else { return false };
        let token = self.token(after);
        let is_put_off = || {
            let next = (after + 1..end).find(|&at| self.token(at).is_to() || self.is_verb(at));
            next.is_some_and(|at| self.token(at).is_to())
        };
        match token.tag {
            Tag::Adp => token.word == "of" || token.word != "for" && !is_put_off(),
            _ => token.is_to() && !self.judges(adjective),
        }
    }

    /// Whether an adjective can say of a deed what it is like: `hard`, but not `ready`.
    fn judges(&self, at: usize) -> bool {
        self.token(at).tag == Tag::Adj && !Grammar::english().groups(&self.token(at).lemma).has(Group::WillingWords)
    }

    /// For whom something is said to be so, who does what an infinitive says: `It is hard for | the League | to sail`.
    pub(super) fn for_whom(&self, verb: usize, end: usize) -> Option<Range<usize>> {
        let is_inside = |at: usize| matches!(self.token(at).tag, Tag::Aux | Tag::Adv | Tag::Adj | Tag::Verb);
        let leads = (verb + 1..end).find(|&at| !is_inside(at) && !self.token(at).is_negator)?;
        let is_led = self.token(leads).word == "for" && self.judges(leads - 1) && leads + 1 < end;
        let name = is_led.then(|| leads + 1..self.noun_phrase_end(leads + 1, end))?;
        (name.end < end && self.token(name.end).is_to()).then_some(name)
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
