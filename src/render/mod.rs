//! What a report looks like. Decides nothing.
//!
//! In: a finished report. Out: bytes. A renderer that has to work something out is a sign that the report lacks it.

mod escape;
mod head;
pub mod html;
pub mod json;
mod ledger;
pub mod lexicon;
mod marks;
mod page;
mod rows;
mod sentences;
pub mod terminal;
mod theme;
mod why;
mod words;
mod wrap;
