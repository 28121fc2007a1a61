//! From a clause to a stance phrase: what is quoted, which cue makes it a claim, what grades it.

use super::roles;
use crate::lexicon::{Class, Force, Lexicon, Role, Tag, is_on};
use crate::segment::{Clause, ClauseKind, Hit, Segments, Token};
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
    /// The head of its main predicate; none in a piece without a finite verb.
    pub verb: Option<usize>,
    /// Whether it is a vote against; its actor is who cast it.
    pub is_dissent: bool,
    /// What it does.
    pub class: Class,
    /// Who holds it, where the text says so.
    pub actor: Option<Actor>,
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

/// Who holds a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The tokens that name it.
    pub tokens: Range<usize>,
    /// Whether they stand in an earlier clause: `The Council rejects X | and supports Y`, `The Council met. | It supports`.
    pub is_carried: bool,
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
    /// Turned it into its opposite.
    Negation,
    /// Graded it.
    Grade,
    /// Set a term.
    Condition,
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

/// The least number of words with a meaning of their own that a clause without a predicate needs to be a claim:
/// headings and stubs have fewer.
const LEAST_CONTENT: usize = 3;

/// Returns the stance phrases of a statement in reading order.
pub(super) fn phrases(segments: &Segments, lexicon: Option<&Lexicon>) -> Vec<StancePhrase> {
    let mut phrases = Vec::new();
    for (number, sentence) in segments.sentences.iter().enumerate() {
        for clause in &sentence.clauses {
            if let Some(tokens) = quoted(segments, clause) {
                let is_dissent = clause.kind == ClauseKind::Dissent;
                phrases.push(phrase(segments, lexicon, number, tokens, is_dissent));
            }
        }
    }
    roles::assign(segments, &mut phrases);
    phrases
}

/// Returns the tokens of a clause that are worth quoting, or nothing where the clause is furniture.
fn quoted(segments: &Segments, clause: &Clause) -> Option<Range<usize>> {
    if clause.kind == ClauseKind::Roll {
        return None;
    }
    let tokens = trimmed(segments, clause.tokens.clone());
    let own = |at: &usize| is_content(&segments.tokens[*at]) && !segments.tokens[*at].is_furniture;
    let words = tokens.clone().filter(own).count();
    let has_predicate = tokens.clone().any(|at| segments.tokens[at].is_finite);
    let is_reporter =
        segments.hits_in(tokens.clone()).iter().any(|hit| hit.role == Role::Reporter && hit.tokens.end == tokens.end);
    (words >= if has_predicate { 1 } else { LEAST_CONTENT } && !is_reporter).then_some(tokens)
}

/// Strips marks and what links a clause to the one before from both its ends.
fn trimmed(segments: &Segments, tokens: Range<usize>) -> Range<usize> {
    let mut from = tokens.start;
    let mut to = tokens.end;
    loop {
        let start = from;
        let links = segments.hits_in(from..from + 1);
        if let Some(hit) = links.iter().find(|hit| hit.role == Role::Connective && hit.tokens.end < to) {
            // `In addition,` goes; `also prepared` keeps its adverb's neighbour.
            from = hit.tokens.end;
        }
        let is_link =
            |token: &Token| token.is_mark || token.tag == Tag::Cconj || token.tag == Tag::Sconj && token.word == "that";
        while from < to && is_link(&segments.tokens[from]) {
            from += 1;
        }
        if from == start || from >= to {
            break;
        }
    }
    while to > from && segments.tokens[to - 1].is_mark && !matches!(segments.tokens[to - 1].word.as_str(), ")" | "%") {
        to -= 1;
    }
    from..to
}

/// Whether a token has a meaning of its own, and not only a function in the sentence.
pub(crate) fn is_content(token: &Token) -> bool {
    !token.is_mark
        && !matches!(token.tag, Tag::Det | Tag::Adp | Tag::Aux | Tag::Part | Tag::Cconj | Tag::Sconj | Tag::Pron)
}

/// Builds one phrase.
fn phrase(
    segments: &Segments,
    lexicon: Option<&Lexicon>,
    sentence: usize,
    tokens: Range<usize>,
    is_dissent: bool,
) -> StancePhrase {
    let mut phrase = StancePhrase {
        span: segments.span(tokens.clone()),
        sentence,
        verb: None,
        is_dissent: false,
        class: Class::Assess,
        actor: None,
        cue: None,
        polarity: Polarity::Affirmed,
        force: None,
        time: Time::Present,
        certainty: Certainty::Certain,
        object: None,
        parts: Vec::new(),
        marks: Vec::new(),
        because: Vec::new(),
        tokens: tokens.clone(),
    };
    let Some(lexicon) = lexicon else { return phrase };
    let hits = segments.hits_in(tokens.clone());
    phrase.parts = hits
        .iter()
        .filter(|hit| matches!(hit.role, Role::Condition | Role::Term))
        .map(|hit| part(segments, hit, tokens.end))
        .collect();
    phrase.verb = main_verb(segments, &tokens, &phrase.parts);
    let cue = main_cue(segments, hits, phrase.verb);
    if let Some(hit) = cue {
        let entry = &lexicon.entries[hit.entry];
        phrase.class = entry.class.unwrap_or(Class::Assess);
        phrase.force = lexicon.force(entry);
        phrase.cue = Some(hit.tokens.clone());
        if entry.negated {
            phrase.polarity = Polarity::Negated;
        }
    }
    if is_dissent {
        phrase.class = Class::Act;
        phrase.force = None;
        phrase.is_dissent = true;
    }
    for hit in hits {
        let entry = &lexicon.entries[hit.entry];
        if let (Some(scale), Some(step)) = (&entry.scale, entry.step) {
            phrase.marks.push(Mark { entry: hit.entry, scale: scale.clone(), step, tokens: hit.tokens.clone() });
        }
        let effect = match hit.role {
            Role::Cue if cue == Some(hit) => Effect::Cue,
            Role::Negator if negates(segments, &phrase, hit) => {
                phrase.polarity = match phrase.polarity {
                    Polarity::Affirmed => Polarity::Negated,
                    Polarity::Negated => Polarity::Affirmed,
                };
                Effect::Negation
            }
            Role::Condition | Role::Term => Effect::Condition,
            Role::Grade => Effect::Grade,
            _ => continue,
        };
        phrase.because.push(Evidence { span: segments.span(hit.tokens.clone()), entry: hit.entry, effect });
    }
    let quantities = tokens.clone().filter(|&at| segments.tokens[at].tag == Tag::Num).map(|at| Part {
        kind: PartKind::Quantity,
        span: segments.tokens[at].span,
        tokens: at..at + 1,
    });
    phrase.parts.extend(quantities);
    phrase.parts.sort_by_key(|part| part.tokens.start);
    phrase.time = time(segments, &phrase);
    phrase.certainty = certainty(&phrase);
    phrase
}

/// The head of the main predicate: the first finite verb outside conditions, terms and furniture.
fn main_verb(segments: &Segments, tokens: &Range<usize>, parts: &[Part]) -> Option<usize> {
    let is_verb = |at: &usize| segments.tokens[*at].is_finite && !segments.tokens[*at].is_furniture;
    let mut verbs = tokens.clone().filter(is_verb);
    let first = verbs.clone().next();
    verbs.find(|at| !parts.iter().any(|part| part.tokens.contains(at))).or(first)
}

/// How many words after the main verb its cue may begin: `has also repeatedly called on`.
const CUE_REACH: usize = 4;

/// The cue that makes the claim: the one that stands with the main verb, else the first.
fn main_cue<'h>(segments: &Segments, hits: &'h [Hit], verb: Option<usize>) -> Option<&'h Hit> {
    let mut cues = hits.iter().filter(|hit| hit.role == Role::Cue);
    let first = cues.clone().next();
    let Some(verb) = verb else { return first };
    let stands_with = |hit: &&Hit| {
        let gap = verb.min(hit.tokens.start)..hit.tokens.start;
        hit.tokens.end > verb && gap.len() <= CUE_REACH && !gap.clone().any(|at| segments.tokens[at].is_mark)
    };
    cues.find(stands_with).or(first)
}

/// A condition or term runs from its first word to the next comma or the end of the phrase.
fn part(segments: &Segments, hit: &Hit, end: usize) -> Part {
    let to = (hit.tokens.end..end).find(|&at| segments.tokens[at].word == ",").unwrap_or(end);
    let kind = if hit.role == Role::Condition { PartKind::Condition } else { PartKind::Term };
    let tokens = hit.tokens.start..to.max(hit.tokens.end);
    Part { kind, span: segments.span(tokens.clone()), tokens }
}

/// A negator turns the claim when it stands with the predicate: at most three words from the main verb, before any
/// object.
fn negates(segments: &Segments, phrase: &StancePhrase, hit: &Hit) -> bool {
    let Some(verb) = phrase.verb else {
        return hit.tokens.start == phrase.tokens.start;
    };
    let (from, to) = (verb.min(hit.tokens.start), verb.max(hit.tokens.start));
    to - from <= 3
        && !(from..to).any(|at| segments.tokens[at].is_mark)
        && (hit.tokens.start < verb || !(verb + 1..hit.tokens.start).any(|at| segments.tokens[at].tag == Tag::Noun))
}

/// Future where a modal of the future or a commissive cue stands; past where the predicate is past.
fn time(segments: &Segments, phrase: &StancePhrase) -> Time {
    let is_promise = phrase.class == Class::Commit && phrase.force.as_ref().is_some_and(|force| force.is_on("commit"));
    let verb = phrase.verb.map(|at| &segments.tokens[at]);
    let has_future = phrase
        .marks
        .iter()
        .any(|mark| mark.is_on("certainty") && (1..5).contains(&mark.step) || mark.is_on("commit") && mark.step < 8);
    if is_promise || has_future {
        Time::Future
    } else if verb.is_some_and(|verb| verb.lemma != verb.word && verb.word.ends_with('d')) {
        Time::Past
    } else {
        Time::Present
    }
}

/// The least sure word of the phrase says how sure it is.
fn certainty(phrase: &StancePhrase) -> Certainty {
    let least = phrase.marks.iter().filter(|mark| mark.is_on("certainty")).map(|mark| mark.step).min();
    match least {
        Some(..=2) => Certainty::Possible,
        Some(3..=4) => Certainty::Probable,
        _ => Certainty::Certain,
    }
}
