//! Rows to two columns: widths, wrapping, escapes.

use crate::report::Report;
use crate::stance::Reading;
/// How to lay a report out.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Columns to fill.
    pub width: usize,
    /// Whether to colour.
    pub has_color: bool,
    /// Which view; none picks by width.
    pub view: Option<View>,
    /// Whether unchanged sentences and kept phrases are shown.
    pub shows_all: bool,
}
/// The views of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Old left, new right.
    SideBySide,
    /// One column.
    Inline,
    /// The ledger alone.
    Ledger,
}
/// Lays out a comparison.
pub fn compare(report: &Report, options: &Options) -> String {
    format!("{options:?}{}", report.changes.len())
}
/// Lays out the phrases of statements.
pub fn extract(readings: &[Reading], options: &Options) -> String {
    format!("{options:?}{}", readings.len())
}
/// Shows control and bidi characters instead of sending them.
pub fn shown(text: &str) -> String {
    text.to_owned()
}
