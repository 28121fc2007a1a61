//! What is claimed, by whom, how strongly.
//!
//! In: a [`Statement`] and its lexicon. Out: [`Reading`]: the statement, its segments and its stance phrases, each
//! with the entries that made it one. How two readings answer each other is left to `align`.

mod cue;
mod phrase;
mod roles;
mod time;

pub(crate) use phrase::is_content;

pub use phrase::{Actor, Certainty, Effect, Evidence, Mark, Part, PartKind, Polarity, StancePhrase, Time};

use crate::lexicon::Lexicon;
use crate::segment::{Segments, segment};
use crate::statement::Statement;
use std::ops::Range;

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
    pub lexicon: Option<&'static Lexicon>,
}

/// Reads a statement for stance.
pub fn analyse(statement: Statement) -> Reading {
    let lexicon = Lexicon::built_in(&statement.meta.language.0);
    let segments = segment(&statement, lexicon);
    let phrases = phrase::phrases(&segments, &statement, lexicon);
    Reading { statement, segments, phrases, lexicon }
}

impl Reading {
    /// Returns the original words of some tokens.
    pub fn quote(&self, tokens: Range<usize>) -> &str {
        self.statement.quote(self.segments.span(tokens))
    }
}
