//! A statement as published: its text, unaltered, and what its front matter says of it.
//!
//! In: a file or bytes. Out: [`Statement`]. Which bytes a reader sees is said here
//! (`visible`); how they are folded is `text`'s matter, where sentences lie is `segment`'s.

mod front_matter;
mod read;
mod visible;

pub use read::{ReadError, ReadOptions, read, read_bytes};

use crate::text::{CodePoints, Folded, Span};
use jiff::civil::Date;

/// One text published by one issuer on one day.
#[derive(Clone, Debug)]
pub struct Statement {
    /// The path as the user gave it; `-` for standard input.
    pub path: String,
    /// The SHA-256 of the file's bytes, in hexadecimal.
    pub sha256: String,
    /// The decoded text, unaltered, front matter included. Every span refers to it.
    pub text: String,
    /// What is known about it.
    pub meta: Meta,
    /// The visible text made easy to match.
    pub folded: Folded,
}

impl Statement {
    /// Returns the original words of a span, which must lie on character borders.
    pub fn quote(&self, span: Span) -> &str {
        &self.text[span.start..span.end]
    }

    /// Counts the text through once, so that byte spans can be told in Unicode code points.
    pub fn code_points(&self) -> CodePoints<'_> {
        CodePoints::new(&self.text)
    }
}

/// What is known about a statement besides its words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Meta {
    /// The day it was published: from the front matter, else from the file's name.
    pub date: Option<Date>,
    /// Whose words they are.
    pub speaker: Option<String>,
    /// To whom.
    pub audience: Option<String>,
    /// Letter, cable, speech, ...
    pub channel: Option<String>,
    /// The language: from the front matter, else detected.
    pub language: Language,
    /// Its title.
    pub title: Option<String>,
    /// Where the text was taken from.
    pub source: Option<String>,
    /// Whether all of it is here.
    pub extent: Extent,
    /// Whether it is a translation of the original.
    pub is_translation: bool,
    /// Keys that are not ours, in the order of the file.
    pub other: Vec<(String, String)>,
}

/// A language by its primary BCP 47 subtag (`en`, `zh`, `ko`); empty where it could not be told.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(pub String);

/// How much of a statement a file holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    #[default]
    Whole,
    /// Passages of it: what is not here may still have been said.
    Excerpts,
}
