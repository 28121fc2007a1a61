//! What is claimed, by whom, how strongly.
//!
//! In: a [`Statement`] and its lexicon. Out: [`Reading`]: the statement, its segments and its stance phrases, each
//! with the entries that made it one. How two readings answer each other is left to `align`.

mod aim;
mod cue;
mod deed;
mod furniture;
mod phrase;
mod roles;
mod scope;
mod time;

pub(crate) use crate::segment::is_content;

pub use phrase::{Actor, Certainty, Effect, Evidence, Mark, Part, PartKind, Polarity, StancePhrase, Time};

use crate::lexicon::{Class, Lexicon, Tag};
use crate::segment::{Segments, segment};
use crate::statement::Statement;
use std::ops::Range;
use std::sync::Arc;

/// A statement read for stance.
#[derive(Debug)]
pub struct Reading {
    /// The statement.
    pub statement: Statement,
    /// Its sentences and clauses.
    pub segments: Segments,
    /// Its stance phrases in reading order.
    pub phrases: Vec<StancePhrase>,
    /// The lexicon it was read with; none where its language has none, and then every clause is a phrase.
    pub lexicon: Option<Arc<Lexicon>>,
}

/// Reads a statement for stance with the built-in lexicon of its language.
pub fn analyse(statement: Statement) -> Reading {
    let lexicon = Lexicon::built_in(&statement.meta.language.0).cloned();
    read_with(statement, lexicon)
}

/// Reads a statement for stance with a lexicon, where that is for its language: on the ladders of the issuer that the
/// lexicon was asked for, else on those of the statement's speaker, where it has any.
pub fn analyse_with(statement: Statement, lexicon: &Arc<Lexicon>) -> Reading {
    let lexicon = lexicon.reads(&statement.meta.language.0).then(|| lexicon.clone());
    read_with(statement, lexicon)
}

fn read_with(statement: Statement, lexicon: Option<Arc<Lexicon>>) -> Reading {
    let meta = &statement.meta;
    let lexicon = lexicon.map(|lexicon| lexicon.of_speaker(meta.speaker.as_deref(), meta.title.as_deref()));
    let segments = segment(&statement, lexicon.as_deref());
    let phrases = phrase::phrases(&segments, &statement, lexicon.as_deref());
    Reading { statement, segments, phrases, lexicon }
}

impl Reading {
    /// Returns the words that name an actor; of `I'm` the pronoun.
    pub fn name(&self, actor: &Actor) -> &str {
        let words = self.quote(actor.tokens.clone());
        let is_fused = actor.tokens.len() == 1 && self.segments.tokens[actor.tokens.start].tag == Tag::Aux;
        if is_fused { words.split(['\'', '’']).next().unwrap_or(words) } else { words }
    }

    /// Returns who holds a claim: whom it is told of where it is his, else the speaker; by the name in the table of actors or
    /// in the front matter, else by the words of the text. Nothing where the speaker is not named.
    pub fn holder(&self, phrase: &StancePhrase) -> Option<&str> {
        let lexicon = self.lexicon.as_ref()?;
        // `The League is strong`, in its own words, is said by whoever speaks for it.
        let is_own = |actor: &Actor| actor.is_speaker && phrase.class != Class::Assess;
        let actor = phrase.actor.as_ref().filter(|actor| phrase.is_attributed || is_own(actor));
        let known = actor.and_then(|actor| actor.known).map(|known| lexicon.actors.all[known].name.as_str());
        known.or_else(|| match actor.filter(|actor| !actor.is_speaker) {
            Some(actor) => Some(self.name(actor)),
            None => self.statement.meta.speaker.as_deref(),
        })
    }

    /// Returns the original words of some tokens.
    pub fn quote(&self, tokens: Range<usize>) -> &str {
        self.statement.quote(self.segments.span(tokens))
    }
}
