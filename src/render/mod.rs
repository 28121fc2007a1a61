//! What a report looks like. Decides nothing.
//!
//! In: a finished report. Out: bytes. A renderer that has to work something out is a sign that the report lacks it.

mod escape;
mod head;
pub mod json;
mod ledger;
mod lines;
mod marks;
mod rows;
mod sentences;
mod strip;
pub mod terminal;
mod theme;
pub mod track;
pub mod track_json;
mod words;
mod wrap;
