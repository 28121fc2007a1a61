//! See what an official statement no longer says.
//!
//! The modules are the pipeline, in order: `text`, `lexicon`, `statement`, `segment`, `stance`, `align`,
//! `change`, `report`, `render`. A module names only itself and those before it.

pub mod align;
pub mod change;
pub mod lexicon;
pub mod render;
pub mod report;
pub mod segment;
pub mod stance;
pub mod statement;
pub mod text;
