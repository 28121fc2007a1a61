//! What a report looks like. Decides nothing.
//!
//! In: a finished report. Out: bytes. A renderer that has to work something out is a sign that the report lacks it.

pub mod json;
pub mod terminal;
