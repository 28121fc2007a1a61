//! See what an official statement no longer says.
//!
//! Two statements by the same issuer are read for their stance phrases: what they commit to, support, oppose, ask for,
//! judge. The phrases are paired, whatever their order, and each pair is judged: kept, reworded, weakened, strengthened,
//! reversed. What has no counterpart has appeared or disappeared.
//!
//! ```
//! use stancediff::change::ChangeKind;
//! use stancediff::report::compare;
//! use stancediff::stance::analyse;
//! use stancediff::statement::{ReadError, ReadOptions, read_bytes};
//!
//! let read = |text: &str| read_bytes("-", text.into(), ReadOptions::default()).map(analyse);
//! let old = [read("The Council will keep the port open to all ships. Trade has grown in every harbour this year.")?];
//! let new = read("The Council may keep the port open to all ships. Trade has grown in every harbour this year.")?;
//!
//! let report = compare(&old, &new);
//! let change = &report.changes[0];
//! assert_eq!(change.kind, ChangeKind::Weakened);
//! assert_eq!(change.reasons[0].rule, "certainty");
//! assert_eq!(report.count(ChangeKind::Kept), 1);
//! # Ok::<(), ReadError>(())
//! ```
//!
//! The modules are the pipeline, in order: [`text`] folds, [`lexicon`] knows words, [`statement`] reads, [`segment`] cuts,
//! [`stance`] finds claims, [`align`] pairs them, [`change`] judges, [`report`] orders, [`render`] shows. A module names
//! only itself and those before it. Nothing between reading and writing can fail, print, or look at the clock.

pub mod align;
pub mod change;
pub mod lexicon;
pub mod render;
pub mod report;
pub mod segment;
pub mod stance;
pub mod statement;
pub mod text;
