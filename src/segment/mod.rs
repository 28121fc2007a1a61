//! Where sentences and clauses lie.
//!
//! In: a [`Statement`] and the lexicon of its language. Out: [`Segments`]: tagged tokens, what the lexicon found
//! among them, sentences, and the clauses each sentence is cut into. What a clause claims is left to `stance`.

mod clause;
mod examples;
mod find;
mod quantity;
mod sentence;
mod tag;

pub use examples::faulty_examples;
pub use find::Hit;
pub use quantity::{Day, Quantity};

use crate::lexicon::{Case, Grammar, Group, Lexicon, NameWord, Named, Role, Tag};
use crate::statement::Statement;
use crate::text::{Paragraph, Span, Word};
use smol_str::{SmolStr, StrExt};
use std::ops::Range;

/// A statement cut up.
#[derive(Clone, Debug, Default)]
pub struct Segments {
    /// All words and marks in reading order.
    pub tokens: Vec<Token>,
    /// What the lexicon found, in order of place.
    pub hits: Vec<Hit>,
    /// The actors named, by their number in the lexicon, in order of place.
    pub actors: Vec<Named>,
    /// Whose words they are, by its number in the lexicon, where that is known.
    pub speaker: Option<usize>,
    /// The figures and dates in reading order.
    pub quantities: Vec<Quantity>,
    /// The sentences in reading order.
    pub sentences: Vec<Sentence>,
    /// For each token how many hits begin before it.
    hits_before: Vec<usize>,
}

/// A word or mark, with what grammar says of it.
#[derive(Clone, Debug)]
pub struct Token {
    /// Where it stands in the original.
    pub span: Span,
    /// The folded word, lower case.
    pub word: SmolStr,
    /// How it was written, now that it is in lower case.
    pub case: Case,
    /// Its dictionary form; that of a figure is what it comes to, on its first word, and nothing on the others.
    pub lemma: SmolStr,
    /// Its part of speech.
    pub tag: Tag,
    /// Whether it is the head of a predicate (`is`, `will`, `expects`).
    pub is_finite: bool,
    /// Whether it is an -ing form.
    pub is_gerund: bool,
    /// Whether it can be a past participle.
    pub is_participle: bool,
    /// Whether it can be a past tense.
    pub is_preterite: bool,
    /// Whether it is punctuation.
    pub is_mark: bool,
    /// Whether it denies what follows.
    pub is_negator: bool,
    /// Whether it says nothing of its own: a greeting, the last meeting, what opens a vote.
    pub is_furniture: bool,
}

impl Token {
    /// Returns whether it is a verb told in the past or done: `built`, `has built`, `was`; not a verb like `set`, which
    /// shows it by no letter.
    pub fn is_past(&self) -> bool {
        let is_told = match self.tag {
            Tag::Verb => (self.lemma == "be" || !self.word.ends_with('s')) && (self.is_preterite || self.is_participle),
            Tag::Aux => self.is_preterite,
            _ => false,
        };
        is_told && self.lemma != self.word
    }

    /// Returns whether it is the `to` of an infinitive.
    pub fn is_to(&self) -> bool {
        self.tag == Tag::Part && self.word == "to"
    }

    /// Returns whether it is a modal: an auxiliary other than `be`, `have` and `do`.
    pub fn is_modal(&self) -> bool {
        self.tag == Tag::Aux && !Grammar::english().groups(&self.lemma).has(Group::Auxiliaries)
    }
}

/// The least number of words with a meaning of their own that a clause without a predicate needs to be a claim:
/// headings and stubs have fewer.
pub(crate) const LEAST_CONTENT: usize = 3;

/// Whether a token has a meaning of its own, and not only a function in the sentence.
pub(crate) fn is_content(token: &Token) -> bool {
    !token.is_mark
        // The first word of a figure stands for the whole.
        && !token.lemma.is_empty()
        && !matches!(token.tag, Tag::Det | Tag::Adp | Tag::Aux | Tag::Part | Tag::Cconj | Tag::Sconj | Tag::Pron)
}

/// One sentence.
#[derive(Clone, Debug)]
pub struct Sentence {
    /// Where it stands in the original.
    pub span: Span,
    /// The paragraph it stands in, from 0.
    pub paragraph: usize,
    /// Its tokens.
    pub tokens: Range<usize>,
    /// Its clauses in order; together they hold every token.
    pub clauses: Vec<Clause>,
}

/// A stretch of a sentence with one predicate, or a sentence part that stands like one.
#[derive(Clone, Debug)]
pub struct Clause {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What it is.
    pub kind: ClauseKind,
    /// The head of its main predicate: a finite verb, or a bare one that shares the modal of an earlier clause.
    pub verb: Option<usize>,
    /// That modal, or the `have` of a row: `will keep its stores, | buy grain`, `has kept its stores, | bought grain`.
    pub modal: Option<usize>,
}

/// What a clause is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClauseKind {
    /// It may hold a claim.
    Plain,
    /// A list of names, or what the text says of itself, and no claim.
    Roll,
    /// Who voted against, against what, for what reason: one claim.
    Dissent,
}

impl Segments {
    /// Returns the span from the first to the last token of a range.
    pub fn span(&self, tokens: Range<usize>) -> Span {
        self.tokens[tokens.start].span.to(self.tokens[tokens.end - 1].span)
    }

    /// Returns the hits that begin in a range of tokens.
    pub fn hits_in(&self, tokens: Range<usize>) -> &[Hit] {
        let before = |at: usize| self.hits_before.get(at).copied().unwrap_or(self.hits.len());
        &self.hits[before(tokens.start)..before(tokens.end)]
    }

    /// Returns whether a form of a role begins at a token.
    pub fn begins(&self, at: usize, role: Role) -> bool {
        self.hits_in(at..at + 1).iter().any(|hit| hit.role == role)
    }

    /// Returns the figures and dates that lie in a range of tokens.
    pub fn quantities_in(&self, tokens: Range<usize>) -> &[Quantity] {
        let from = self.quantities.partition_point(|quantity| quantity.tokens.start < tokens.start);
        let to = self.quantities.partition_point(|quantity| quantity.tokens.end <= tokens.end);
        &self.quantities[from..to.max(from)]
    }

    /// Returns the actor of which a token is part of the name.
    pub fn actor_at(&self, token: usize) -> Option<&Named> {
        let next = self.actors.partition_point(|named| named.words.start <= token);
        self.actors[..next].last().filter(|named| named.words.contains(&token))
    }
}

/// Cuts a statement into sentences and clauses. Without a lexicon every clause ends at a mark that ends one.
pub fn segment(statement: &Statement, lexicon: Option<&Lexicon>) -> Segments {
    let words = statement.folded.paragraphs.iter().map(|paragraph| paragraph.words.len()).sum();
    let meta = &statement.meta;
    let speaker = lexicon.and_then(|lexicon| lexicon.actors.speaker(meta.speaker.as_deref(), meta.title.as_deref()));
    let mut segments = Segments { tokens: Vec::with_capacity(words), speaker, ..Segments::default() };
    for (number, paragraph) in statement.folded.paragraphs.iter().enumerate() {
        for words in sentence::split(paragraph, &statement.meta.language, statement.folded.layout) {
            let from = segments.tokens.len();
            let words = &paragraph.words[words];
            segments.tokens.extend(match lexicon {
                Some(_) => tagged(paragraph, words),
                None => untagged(paragraph, words),
            });
            let tokens = from..segments.tokens.len();
            if let Some(lexicon) = lexicon {
                let found = find::find(lexicon, &segments.tokens[tokens.clone()], from);
                for hit in &found {
                    if hit.role == Role::Negator {
                        segments.tokens[hit.tokens.start].is_negator = true;
                    }
                    if matches!(hit.role, Role::Furniture | Role::Connective | Role::Roll | Role::Dissent) {
                        segments.tokens[hit.tokens.clone()].iter_mut().for_each(|token| token.is_furniture = true);
                    }
                }
                let before = |at| segments.hits.len() + found.partition_point(|hit| hit.tokens.start < at);
                segments.hits_before.extend(tokens.clone().map(before));
                segments.hits.extend(found);
                segments.actors.extend(actors(lexicon, &segments.tokens[tokens.clone()], from, speaker));
            }
            if lexicon.is_some() {
                let texts: Vec<&str> = words.iter().map(|word| paragraph.word(word)).collect();
                let quantities = quantity::read(&mut segments.tokens[tokens.clone()], &texts, from);
                segments.quantities.extend(quantities);
            }
            let clauses = clause::cut(&segments, tokens.clone(), lexicon);
            let span = segments.span(tokens.clone());
            segments.sentences.push(Sentence { span, paragraph: number, tokens, clauses });
        }
    }
    segments
}

/// Returns the actors named in one sentence whose first token has number `from`.
fn actors(lexicon: &Lexicon, tokens: &[Token], from: usize, speaker: Option<usize>) -> Vec<Named> {
    let words: Vec<NameWord> =
        tokens.iter().map(|token| NameWord { word: &token.word, case: token.case, tag: token.tag }).collect();
    let mut named = lexicon.actors.named(&words, speaker);
    for named in &mut named {
        named.words = named.words.start + from..named.words.end + from;
    }
    named
}

/// Tags the words of one sentence.
fn tagged(paragraph: &Paragraph, words: &[Word]) -> Vec<Token> {
    let texts: Vec<&str> = words.iter().map(|word| paragraph.word(word)).collect();
    let tagged = tag::tag(&texts);
    let token = |(at, word): (usize, &Word)| Token {
        span: word.span,
        word: tagged[at].lower().clone(),
        case: Case::of(texts[at]),
        lemma: tagged[at].lemma().clone(),
        tag: tagged[at].tag,
        is_finite: tag::is_finite(&tagged, &texts, at),
        is_gerund: tagged[at].forms.is_ing(),
        is_participle: tagged[at].forms.is_participle(),
        is_preterite: tagged[at].forms.is_past(),
        is_mark: word.is_mark,
        is_negator: false,
        is_furniture: false,
    };
    words.iter().enumerate().map(token).collect()
}

/// Takes the words of one sentence as they are: without a lexicon each is its own dictionary form.
fn untagged(paragraph: &Paragraph, words: &[Word]) -> Vec<Token> {
    let token = |word: &Word| {
        let lower = paragraph.word(word).to_lowercase_smolstr();
        Token {
            span: word.span,
            lemma: lower.clone(),
            word: lower,
            case: Case::of(paragraph.word(word)),
            tag: if word.is_mark { Tag::Punct } else { Tag::Noun },
            is_finite: false,
            is_gerund: false,
            is_participle: false,
            is_preterite: false,
            is_mark: word.is_mark,
            is_negator: false,
            is_furniture: false,
        }
    };
    words.iter().map(token).collect()
}
