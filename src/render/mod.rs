//! What a report looks like. Decides nothing.
//!
//! In: a finished report. Out: bytes. A renderer that has to work something out is a sign that the report lacks it.

pub mod bundle;
mod escape;
pub mod explain;
mod head;
pub mod html;
pub mod json;
mod ledger;
pub mod lexicon;
mod lines;
pub mod markdown;
mod marks;
mod page;
mod parts;
mod picture;
pub mod quote;
mod rows;
mod sentences;
mod strip;
pub mod table;
pub mod terminal;
mod theme;
pub mod track;
pub mod track_html;
pub mod track_json;
mod why;
mod words;
mod wrap;
