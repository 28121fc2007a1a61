//! From a clause to a stance phrase: what is quoted, which cue makes it a claim, what grades it.

use super::aim::{head, is_aim, is_order, is_wish};
use super::cue;
use super::deed::is_deed;
use super::furniture::{is_claim, trimmed};
use super::roles::{self, Roles};
use super::scope::Scope;
use crate::lexicon::{Class, Force, Grammar, Group, Lexicon, Role, Tag, is_on};
use crate::segment::{Clause, ClauseKind, Hit, Segments, Token};
use crate::statement::Statement;
use crate::text::Span;
use std::ops::Range;

/// The smallest clause-level piece of a statement that says one thing its issuer commits to, judges or does.
#[derive(Clone, Debug)]
pub struct StancePhrase {
    /// The words an analyst would quote.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// The head of its main predicate: a finite verb, or a bare one under a modal that stands in an earlier phrase; none
    /// in a piece without a predicate.
    pub verb: Option<usize>,
    /// Whether it is a vote against; its actor is who cast it.
    pub is_dissent: bool,
    /// What it does.
    pub class: Class,
    /// Of whom or what it is said.
    pub actor: Option<Actor>,
    /// Whether it is the claim of its actor, whoever else only tells of it: `The League expects trade to grow`,
    /// but not `The League has grown`, `The League must act`.
    pub is_attributed: bool,
    /// The subject of what it says was decided: `The Council decided that | the levy | will stay`.
    pub decided: Option<Range<usize>>,
    /// The cue that makes it a claim; none where it is one by its predicate alone.
    pub cue: Option<Range<usize>>,
    /// Whether it affirms or denies.
    pub polarity: Polarity,
    /// How firmly it is made, where its cue stands on a ladder.
    pub force: Option<Force>,
    /// Past, present or future.
    pub time: Time,
    /// How sure it is made to be.
    pub certainty: Certainty,
    /// What it is about: the words after its predicate.
    pub object: Option<Span>,
    /// Conditions, terms, quantities inside it.
    pub parts: Vec<Part>,
    /// The words that grade it or point somewhere, in order of place.
    pub marks: Vec<Mark>,
    /// The entries that made it so.
    pub because: Vec<Evidence>,
}

impl StancePhrase {
    /// Returns whether it is the claim of somebody else than the speaker.
    pub fn is_of_another(&self) -> bool {
        self.is_attributed && self.actor.as_ref().is_some_and(|actor| !actor.is_speaker)
    }
}

/// Of whom or what a claim is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Whether they stand in an earlier clause: `The Council rejects X | and supports Y`, `The Council met. | It supports`.
    pub is_carried: bool,
    /// Its index in the lexicon's table of actors, where that knows it.
    pub known: Option<usize>,
    /// Whether it is whoever speaks: `we`, or the body that the front matter names.
    pub is_speaker: bool,
}

/// A word of a scale, where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The entry.
    pub entry: usize,
    /// The scale.
    pub scale: String,
    /// The step or sign.
    pub step: i32,
    /// Its tokens.
    pub tokens: Range<usize>,
}

impl Mark {
    /// Returns whether the scale is the one named or an issuer's own order of it.
    pub fn is_on(&self, scale: &str) -> bool {
        is_on(&self.scale, scale)
    }
}

/// A piece inside a phrase that has a say of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// What it is.
    pub kind: PartKind,
    /// Where it stands.
    pub span: Span,
    /// Its tokens.
    pub tokens: Range<usize>,
}

/// What a part is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartKind {
    /// A term on which the speaker is free.
    Condition,
    /// A term to which a promise holds.
    Term,
    /// A figure or date.
    Quantity,
    /// A fixed formulation that is followed wherever it stands.
    Formula,
}

/// Which words, by which entry, had which effect.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evidence {
    /// The words.
    pub span: Span,
    /// The entry's index in the lexicon.
    pub entry: usize,
    /// What it did.
    pub effect: Effect,
}

/// What an entry did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Made the clause a claim.
    Cue,
    /// Stands below the cue and lowers it: `decided to consider`.
    Embedded,
    /// Turned it into its opposite.
    Negation,
    /// Graded it.
    Grade,
    /// Set a term.
    Condition,
    /// Is a formula that is followed.
    Formula,
}

/// Whether a claim affirms or denies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Polarity {
    /// It affirms.
    Affirmed,
    /// It denies.
    Negated,
}

/// When what is claimed happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Time {
    /// It has happened.
    Past,
    /// It is so.
    Present,
    /// It is to happen.
    Future,
}

/// How sure a claim is made to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// A bare assertion or more.
    Certain,
    /// Likely, expected.
    Probable,
    /// May, could.
    Possible,
}

/// Returns the stance phrases of a statement in reading order.
pub(super) fn phrases(segments: &Segments, statement: &Statement, lexicon: Option<&Lexicon>) -> Vec<StancePhrase> {
    let mut phrases = Vec::new();
    let mut roles = lexicon.map(|lexicon| Roles::new(segments, lexicon, statement));
    // Who is quoted, and where the quotation ends.
    let mut quoted: Option<(Option<Actor>, usize)> = None;
    for (number, sentence) in segments.sentences.iter().enumerate() {
        // Whether the phrase before stands in this sentence and says what is expected.
        let mut was_expected = false;
        let mut reporter: Option<StancePhrase> = None;
        quoted = quoted.filter(|(_, end)| *end > sentence.tokens.start);
        for clause in &sentence.clauses {
            let tokens = trimmed(segments, clause.tokens.clone());
            if clause.kind == ClauseKind::Roll || tokens.is_empty() {
                continue;
            }
            let mut phrase = bare(segments, number, tokens);
            let mut is_expected = false;
            if let (Some(lexicon), Some(roles)) = (lexicon, &mut roles) {
                phrase.is_dissent = clause.kind == ClauseKind::Dissent;
                read(segments, lexicon, roles, clause, &mut phrase);
                if let Some(before) = phrases.last().filter(|before| goes_with(segments, before, &phrase)) {
                    (phrase.time, phrase.certainty) = (before.time, before.certainty);
                    phrase.is_attributed |= before.is_attributed;
                }
                let before = phrases.last().filter(|_| was_expected);
                let limb = before.filter(|before| is_limb(segments, before, &phrase)).map(|before| before.certainty);
                phrase.certainty = limb.unwrap_or(phrase.certainty);
                is_expected = limb.is_some() || expects(lexicon, &phrase);
                if let Some(before) = phrases.last().filter(|before| goes_on(segments, before, &phrase)) {
                    (phrase.class, phrase.force) = (before.class, before.force.clone());
                }
                if let Some(reporter) = reporter.take() {
                    report(segments, &reporter, &mut phrase);
                }
                if let Some((actor, _)) = quoted.as_ref().filter(|(_, end)| *end > phrase.tokens.start) {
                    phrase.actor = actor.clone();
                    phrase.is_attributed = actor.is_some();
                    phrase.class = Class::Assess;
                    phrase.force = None;
                }
            }
            if let Some(end) = quotation(segments, &phrase) {
                quoted = Some((phrase.actor.clone().map(|actor| Actor { is_carried: true, ..actor }), end));
            }
            if is_reporter(segments, &phrase.tokens) {
                reporter = Some(phrase);
            } else if is_claim(segments, clause, &phrase, lexicon.is_some()) {
                was_expected = is_expected;
                phrases.push(phrase);
            }
        }
    }
    phrases
}

/// Whether what goes with a claim is foreseen as that is: `We expect trade to grow, | with ports continuing to fill`.
fn goes_with(segments: &Segments, before: &StancePhrase, phrase: &StancePhrase) -> bool {
    let start = phrase.tokens.start;
    let is_outlook =
        before.class == Class::Assess && before.time == Time::Future && before.certainty != Certainty::Certain;
    let is_verbal = |at: usize| segments.tokens[at].is_finite || segments.tokens[at].is_gerund;
    before.sentence == phrase.sentence
        && is_outlook
        && before.tokens.end <= start
        && start > 0
        && segments.tokens[start - 1].word == ","
        && Grammar::english().groups(&segments.tokens[start].word).has(Group::AbsolutePrepositions)
        && phrase.tokens.clone().find(|&at| is_verbal(at)).is_some_and(|at| segments.tokens[at].is_gerund)
}

/// Whether a phrase goes on with what the one before asks for or promises: `We urge the ports to open | and to sail`.
fn goes_on(segments: &Segments, before: &StancePhrase, phrase: &StancePhrase) -> bool {
    let (start, gap) = (phrase.tokens.start, before.tokens.end..phrase.tokens.start);
    let is_link = |token: &Token| token.is_mark || token.tag == Tag::Cconj;
    before.sentence == phrase.sentence
        && matches!(before.class, Class::Demand | Class::Commit)
        && phrase.verb.is_none()
        && segments.tokens[start].is_to()
        && before.tokens.end <= start
        && segments.tokens[gap].iter().all(is_link)
}

/// Whether a phrase says by its cue that something is expected.
fn expects(lexicon: &Lexicon, phrase: &StancePhrase) -> bool {
    let is_outlook = |evidence: &Evidence| {
        let entry = &lexicon.entries[evidence.entry];
        evidence.effect == Effect::Cue
            && entry.future
            && entry.scale.as_deref().is_some_and(|scale| is_on(scale, "certainty"))
    };
    phrase.class == Class::Assess
        && phrase.time == Time::Future
        && phrase.certainty == Certainty::Probable
        && phrase.because.iter().any(is_outlook)
}

/// Whether a phrase goes on with what is expected in the one before: `The Council expects that trade will grow | and tolls
/// will fall`.
fn is_limb(segments: &Segments, before: &StancePhrase, phrase: &StancePhrase) -> bool {
    let modal = phrase.verb.map(|verb| &segments.tokens[verb]).filter(|verb| verb.is_modal());
    let start = phrase.tokens.start;
    let is_link =
        |token: &Token| token.is_mark || token.tag == Tag::Cconj || token.tag == Tag::Sconj && token.word == "that";
    phrase.class == Class::Assess
        && phrase.certainty == Certainty::Certain
        && before.tokens.end <= start
        && segments.tokens[before.tokens.end..start].iter().all(is_link)
        && modal
            .is_some_and(|modal| segments.tokens[before.tokens.clone()].iter().any(|token| token.word == modal.word))
}

/// Whether a clause only says who says what follows: `The Chancellor said that | the ports are open`.
fn is_reporter(segments: &Segments, tokens: &Range<usize>) -> bool {
    segments.hits_in(tokens.clone()).iter().any(|hit| hit.role == Role::Reporter && hit.tokens.end == tokens.end)
}

/// Where the words end that a clause says somebody else has spoken: `The captain said: | "Trade is slow. We wait."` A
/// mark that opens a paragraph opens the quotation again.
fn quotation(segments: &Segments, reporter: &StancePhrase) -> Option<usize> {
    let colon = reporter.tokens.end;
    let is_mark = |at: usize, word: &str| segments.tokens.get(at).is_some_and(|token| token.word == word);
    // `This is what we would like to say:` quotes nobody else.
    let points = |at: usize| Grammar::english().groups(&segments.tokens[at].word).has(Group::FreeDeterminers);
    let is_other = reporter.actor.as_ref().is_some_and(|actor| !actor.is_speaker && !actor.tokens.clone().all(points));
    if !is_other || !is_reporter(segments, &reporter.tokens) || !is_mark(colon, ":") || !is_mark(colon + 1, "\"") {
        return None;
    }
    let opens = |at: usize| {
        let before = &segments.sentences[segments.sentences.partition_point(|one| one.tokens.end < at)..];
        let here = before.iter().find(|one| one.tokens.start == at);
        here.is_some_and(|here| {
            before.first().is_none_or(|one| one.tokens.start == at || one.paragraph != here.paragraph)
        })
    };
    (colon + 2..segments.tokens.len()).find(|&at| is_mark(at, "\"") && !opens(at))
}

/// Gives what is reported to whoever reports it, unless that is the speaker; the speaker's own `I regret to say that` is
/// how the claim is held.
fn report(segments: &Segments, reporter: &StancePhrase, phrase: &mut StancePhrase) {
    let Some(actor) = &reporter.actor else { return };
    let is_own = actor.is_speaker && matches!(reporter.class, Class::Concern | Class::Praise | Class::Oppose);
    if is_own && phrase.class == Class::Assess {
        phrase.class = reporter.class;
        phrase.force = reporter.force.clone();
        phrase.because.extend(reporter.because.iter().cloned());
        phrase.because.sort_by_key(|evidence| (evidence.span, evidence.entry));
    }
    // `The day tells us that` reports nothing.
    let is_name = segments.hits_in(actor.tokens.clone()).iter().any(|hit| hit.role == Role::Body)
        || actor.known.is_some()
        || actor.tokens.clone().any(|at| segments.tokens[at].tag == Tag::Propn)
        || actor.tokens.len() == 1 && names_some(&segments.tokens[actor.tokens.start]);
    if is_own || !actor.is_speaker && is_name {
        phrase.actor = Some(Actor { is_carried: true, ..actor.clone() });
        phrase.is_attributed = !actor.is_speaker;
    }
}

/// Whether a word stands for people whom nobody names: `They say that | trade is slow`, `Some say`.
fn names_some(token: &Token) -> bool {
    let groups = Grammar::english().groups(&token.word);
    groups.has(Group::PureSubjects) || groups.has(Group::Anybody)
}

/// A phrase of which only the place is known.
fn bare(segments: &Segments, sentence: usize, tokens: Range<usize>) -> StancePhrase {
    StancePhrase {
        span: segments.span(tokens.clone()),
        sentence,
        verb: None,
        is_dissent: false,
        class: Class::Assess,
        actor: None,
        is_attributed: false,
        decided: None,
        cue: None,
        polarity: Polarity::Affirmed,
        force: None,
        time: Time::Present,
        certainty: Certainty::Certain,
        object: None,
        parts: Vec::new(),
        marks: Vec::new(),
        because: Vec::new(),
        tokens,
    }
}

/// Reads what a clause claims.
fn read(segments: &Segments, lexicon: &Lexicon, roles: &mut Roles, clause: &Clause, phrase: &mut StancePhrase) {
    let tokens = phrase.tokens.clone();
    let hits = segments.hits_in(tokens.clone());
    phrase.verb = clause.verb.filter(|verb| tokens.contains(verb));
    phrase.verb = phrase.verb.map(|verb| uninverted(segments, &tokens, verb).unwrap_or(verb));
    phrase.parts = parts(segments, hits, phrase);
    roles.assign(phrase);
    phrase.is_attributed = roles.is_attributed(phrase);
    if let Some(claim) = roles.claim(phrase, clause.modal) {
        cue::apply(segments, lexicon, phrase, &claim);
    }
    if phrase.is_dissent {
        phrase.class = Class::Act;
        phrase.force = None;
    } else if leads_speech(segments, head(segments, phrase)) {
        // `Let me say a word of trade` asks for nothing.
    } else if is_aim(segments, phrase) {
        phrase.class = if is_order(segments, phrase) { Class::Demand } else { Class::Commit };
    } else if phrase.class == Class::Assess && is_wish(segments, phrase)
        || clause.modal.is_none()
            && roles.is_order(tokens.start)
            && (phrase.cue.is_none() || phrase.class == Class::Act)
    {
        phrase.class = Class::Demand;
        phrase.force = None;
    } else if phrase.class == Class::Assess && is_deed(segments, phrase, clause.modal) {
        phrase.class = Class::Act;
    }
    let mut denied: Option<usize> = None;
    for hit in hits {
        let entry = &lexicon.entries[hit.entry];
        if let (Some(scale), Some(step)) = (&entry.scale, entry.step) {
            phrase.marks.push(Mark { entry: hit.entry, scale: scale.clone(), step, tokens: hit.tokens.clone() });
        }
        let effect = match hit.role {
            // `cannot and must not`, `neither ... nor` deny once.
            Role::Negator if negates(segments, phrase, hit) && !joins(segments, denied, hit) => {
                denied = Some(hit.tokens.start);
                phrase.polarity = match phrase.polarity {
                    Polarity::Affirmed => Polarity::Negated,
                    Polarity::Negated => Polarity::Affirmed,
                };
                Effect::Negation
            }
            Role::Condition | Role::Term => Effect::Condition,
            Role::Grade => Effect::Grade,
            Role::Formula => Effect::Formula,
            _ => continue,
        };
        cue::evidence(segments, phrase, hit, effect);
    }
    // `We do not ban it`, `We can ban it` do nothing, but `I would like to express my thanks` does.
    let is_led = |verb: usize| hits.iter().any(|hit| hit.role == Role::Ignore && hit.tokens.contains(&verb));
    let is_able = phrase.verb.is_some_and(|verb| {
        Grammar::english().groups(&segments.tokens[verb].word).has(Group::AimModals) && !is_led(verb)
    });
    if phrase.class == Class::Act
        && (phrase.polarity == Polarity::Negated || is_able)
        && phrase.force.is_none()
        && !phrase.is_dissent
    {
        phrase.class = Class::Assess;
    }
    phrase.because.sort_by_key(|evidence| (evidence.span, evidence.entry));
    phrase.object = roles::object(segments, phrase);
    let scope = Scope::of(segments, lexicon, phrase);
    let (time, certainty, decided) = (scope.time(clause.modal), scope.certainty(clause.modal), scope.decided());
    (phrase.time, phrase.certainty, phrase.decided) = (time, certainty, decided);
}

/// Whether words that only open a speech act begin at a place: `Let me | thank the crews`.
fn leads_speech(segments: &Segments, at: usize) -> bool {
    segments.begins(at, Role::Ignore)
        && segments.tokens[at].tag == Tag::Verb
        && segments.tokens.get(at + 1).is_some_and(|next| next.word == "me")
}

/// The main verb behind a condition that its auxiliary opens: `Should trade fall, the Council | will act`.
fn uninverted(segments: &Segments, tokens: &Range<usize>, verb: usize) -> Option<usize> {
    let is_inverted =
        verb == tokens.start && Grammar::english().groups(&segments.tokens[verb].word).has(Group::Inverted);
    let comma = (verb..tokens.end).find(|&at| is_inverted && segments.tokens[at].word == ",")?;
    (comma..tokens.end).find(|&at| segments.tokens[at].is_finite)
}

/// Conditions, terms, formulas and quantities, in order of place.
fn parts(segments: &Segments, hits: &[Hit], phrase: &StancePhrase) -> Vec<Part> {
    let part = |kind, tokens: Range<usize>| Part { kind, span: segments.span(tokens.clone()), tokens };
    let of_hit = |hit: &Hit| match hit.role {
        Role::Condition => Some(part(PartKind::Condition, term(segments, phrase, hit))),
        Role::Term => Some(part(PartKind::Term, term(segments, phrase, hit))),
        Role::Formula => Some(part(PartKind::Formula, hit.tokens.clone())),
        _ => None,
    };
    let mut parts: Vec<Part> = hits.iter().filter_map(of_hit).collect();
    let quantities = segments.quantities_in(phrase.tokens.clone()).iter();
    parts.extend(quantities.map(|quantity| part(PartKind::Quantity, quantity.tokens.clone())));
    parts.sort_by_key(|part| part.tokens.start);
    parts
}

/// A condition or term runs from its first word to the next comma, or, where it stands behind its claim and goes on with
/// further limbs (`as long as trade grows, prices hold, and wages rise`), to the end of the phrase.
fn term(segments: &Segments, phrase: &StancePhrase, hit: &Hit) -> Range<usize> {
    let (start, end) = (hit.tokens.start, phrase.tokens.end);
    let comma = (hit.tokens.end..end).find(|&at| segments.tokens[at].word == ",");
    let is_behind = phrase.verb.is_some_and(|verb| verb < start);
    let goes_on = |comma: usize| is_behind && (comma..end).any(|at| segments.tokens[at].is_finite);
    start..comma.filter(|&comma| !goes_on(comma)).unwrap_or(end).max(hit.tokens.end)
}

/// Whether a negator only goes on with one before it.
fn joins(segments: &Segments, before: Option<usize>, hit: &Hit) -> bool {
    let is_link = |at: usize| segments.tokens[at].tag == Tag::Cconj;
    before.is_some_and(|before| (before + 1..=hit.tokens.start).any(is_link))
}

/// A negator turns the claim when it stands with the predicate: at most three words from the main verb, before any
/// object.
fn negates(segments: &Segments, phrase: &StancePhrase, hit: &Hit) -> bool {
    let Some(verb) = phrase.verb else {
        // `the measures taken so far have | not been enough`
        let first = hit.tokens.start;
        let is_verb = |at: usize| matches!(segments.tokens[at].tag, Tag::Verb | Tag::Aux);
        return first == phrase.tokens.start || segments.tokens[first].tag == Tag::Part && is_verb(first - 1);
    };
    let (from, to) = (verb.min(hit.tokens.start), verb.max(hit.tokens.start));
    // `can do so without new taxes` denies the taxes.
    let is_of_noun = segments.tokens[hit.tokens.start].tag == Tag::Adp;
    // `our pledge to never sail alone stands`
    let is_of_infinitive =
        hit.tokens.start < verb && hit.tokens.start > 0 && segments.tokens[hit.tokens.start - 1].word == "to";
    // `will spare no effort` does not deny.
    let is_inside = |cue: &Hit| {
        cue.role == Role::Cue
            && cue.tokens.start < hit.tokens.start
            && hit.tokens.end < cue.tokens.end
            && matches!(segments.tokens[hit.tokens.end].tag, Tag::Noun | Tag::Adj)
    };
    // `Crews who do not pay | will lose their vote`
    let is_relative = |at: usize| segments.begins(at, Role::Complementizer) && segments.tokens[at].tag == Tag::Pron;
    let is_verb = |at: usize| segments.tokens[at].tag == Tag::Verb;
    let is_of_relative = hit.tokens.start < verb
        && (phrase.tokens.start + 1..hit.tokens.start).any(is_relative)
        && (hit.tokens.end..verb).any(is_verb);
    !is_of_noun
        && !is_of_infinitive
        && !is_of_relative
        && !segments.hits_in(phrase.tokens.clone()).iter().any(is_inside)
        && cue::foil(segments, from..phrase.tokens.end).is_none_or(|foil| foil.start != hit.tokens.start)
        && to - from <= 3
        && !(from..to).any(|at| segments.tokens[at].is_mark)
        && (hit.tokens.start < verb || !(verb + 1..hit.tokens.start).any(|at| segments.tokens[at].tag == Tag::Noun))
}
