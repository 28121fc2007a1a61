//! Words.

pub mod words;
