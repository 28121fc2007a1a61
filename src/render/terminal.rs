//! Rows to a terminal: one column or two, each piece in its colour.

pub use super::escape::shown;
pub use super::theme::Paint;

use super::rows::{self, Cell, Form, Label, Piece, Row};
use super::theme::{formed, painted};
use super::wrap::{Line, Run, columns, wrap};
use crate::lexicon::Listing;
use crate::report::Report;
use crate::stance::Reading;
use unicode_width::UnicodeWidthStr;

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

/// The least width at which two columns are easier to read than one: each then holds some six English words a line.
const TWO_COLUMNS: usize = 90;

/// The widest line of running text; longer ones lose the reader on the way back.
const MEASURE: usize = 100;

/// The least width of a text beside its margin.
const LEAST: usize = 12;

/// What stands between two columns.
const GUTTER: &str = " │ ";

/// Lays out a comparison.
pub fn compare(report: &Report, options: &Options) -> String {
    compare_in(report, options, paint(options))
}

/// Lays out a comparison in one of the ways to tell labels apart.
pub fn compare_in(report: &Report, options: &Options, paint: Paint) -> String {
    let view = match options.view {
        Some(view) => view,
        None if options.width >= TWO_COLUMNS => View::SideBySide,
        None => View::Inline,
    };
    let form = if view == View::SideBySide { Form::Columns } else { Form::Inline };
    let page = rows::compare(report, form, options.shows_all);
    let mut sheet = Sheet { width: options.width, paint, text: String::new() };
    sheet.part(&page.head);
    if view != View::Ledger {
        sheet.rule(form, '┼');
        sheet.part(&page.body);
    }
    sheet.rule(form, '┴');
    sheet.part(&page.ledger.rows(report));
    sheet.text
}

/// Lays out the phrases of statements.
pub fn extract(readings: &[Reading], options: &Options) -> String {
    let mut sheet = Sheet { width: options.width, paint: paint(options), text: String::new() };
    sheet.part(&rows::extract(readings));
    sheet.text
}

/// Lays rows out.
pub(super) fn lay_out(rows: &[Row], options: &Options) -> String {
    let mut sheet = Sheet { width: options.width, paint: paint(options), text: String::new() };
    sheet.part(rows);
    sheet.text
}

/// Lays out what of a lexicon was asked for.
pub fn lexicon(listing: &Listing, options: &Options) -> String {
    let mut sheet = Sheet { width: options.width, paint: paint(options), text: String::new() };
    sheet.part(&super::lexicon::rows(listing));
    sheet.text
}

fn paint(options: &Options) -> Paint {
    if options.has_color { Paint::Color } else { Paint::Plain }
}

/// What has been written so far.
struct Sheet {
    width: usize,
    paint: Paint,
    text: String,
}

impl Sheet {
    /// Writes rows whose margins line up.
    fn part(&mut self, rows: &[Row]) {
        // Lines across the page line up among themselves, and so do pairs.
        let across = margins(
            rows.iter()
                .flat_map(|row| if let Row::Line(cell) | Row::Fold(cell, _) = row { vec![cell] } else { vec![] }),
        );
        let paired =
            margins(rows.iter().flat_map(|row| if let Row::Pair(old, new) = row { vec![old, new] } else { vec![] }));
        for row in rows {
            match row {
                Row::Gap => self.text.push('\n'),
                Row::Line(cell) | Row::Fold(cell, _) => {
                    for line in lines(&self.formed(cell), &across, self.width.min(MEASURE)) {
                        self.write(&line);
                        self.text.push('\n');
                    }
                }
                Row::Pair(old, new) => self.pair(&self.formed(old), &self.formed(new), &paired),
            }
        }
    }

    /// Writes two cells side by side.
    fn pair(&mut self, old: &Cell, new: &Cell, margins: &[usize]) {
        let (left, right) = halves(self.width);
        let (old, new) = (lines(old, margins, left), lines(new, margins, right));
        for at in 0..old.len().max(new.len()) {
            let none = Line::new();
            let (old, new) = (old.get(at).unwrap_or(&none), new.get(at).unwrap_or(&none));
            self.write(old);
            self.text.push_str(&" ".repeat(left.saturating_sub(columns(old))));
            self.text.push_str(if new.is_empty() { GUTTER.trim_end() } else { GUTTER });
            self.write(new);
            self.text.push('\n');
        }
    }

    /// Draws a line under what has been written.
    fn rule(&mut self, form: Form, crossing: char) {
        let line = match form {
            Form::Inline => "─".repeat(self.width.min(MEASURE)),
            Form::Columns => {
                let (left, right) = halves(self.width);
                format!("{}{crossing}{}", "─".repeat(left + 1), "─".repeat(right + 1))
            }
        };
        self.text.push_str(&line);
        self.text.push('\n');
    }

    fn write(&mut self, line: &Line) {
        self.text.extend(line.iter().map(|run| painted(run, self.paint)));
    }

    fn formed(&self, cell: &Cell) -> Cell {
        Cell { margin: cell.margin.clone(), text: formed(&cell.text, self.paint) }
    }
}

/// The widths of the old and the new column.
fn halves(width: usize) -> (usize, usize) {
    let both = width.saturating_sub(GUTTER.width());
    (both / 2, both - both / 2)
}

/// The widths of the columns of the margin, as the widest word in each asks for.
fn margins<'c>(cells: impl Iterator<Item = &'c Cell>) -> Vec<usize> {
    let mut margins: Vec<usize> = Vec::new();
    for cell in cells {
        for (at, piece) in cell.margin.iter().enumerate() {
            let widest = piece.text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or_default();
            match margins.get_mut(at) {
                Some(width) => *width = widest.max(*width),
                None => margins.push(widest),
            }
        }
    }
    margins
}

/// Breaks a cell into lines: the margin stands before the first, and the others hang under its text.
fn lines(cell: &Cell, margins: &[usize], width: usize) -> Vec<Line> {
    let own = &margins[..cell.margin.len()];
    let margin: usize = own.iter().map(|width| width + 1).sum();
    if margin > 0 && width < margin + LEAST {
        return wrap(&run_in(cell), width);
    }
    let columns: Vec<Vec<Line>> =
        cell.margin.iter().zip(own).map(|(piece, &width)| wrap(std::slice::from_ref(piece), width)).collect();
    let mut lines = wrap(&cell.text, width - margin);
    let tallest = columns.iter().map(Vec::len).max().unwrap_or_default();
    lines.resize(lines.len().max(tallest), Line::new());
    for (at, line) in lines.iter_mut().enumerate() {
        let mut before = Line::new();
        for ((piece, column), &width) in cell.margin.iter().zip(&columns).zip(own) {
            let text = column.get(at).cloned().unwrap_or_default();
            let gap = Run { text: " ".repeat(width - self::columns(&text)), labels: Vec::new() };
            match piece.labels.contains(&Label::Number) {
                true => before.extend(std::iter::once(gap).chain(text)),
                false => before.extend(text.into_iter().chain([gap])),
            }
            before.push(Run { text: " ".into(), labels: Vec::new() });
        }
        line.splice(0..0, before);
        while line.last().is_some_and(|run| run.text.chars().all(|c| c == ' ')) {
            line.pop();
        }
    }
    lines
}

/// Where there is no room for a margin, it opens the text.
fn run_in(cell: &Cell) -> Vec<Piece> {
    let margin = cell.margin.iter().filter(|piece| !piece.text.is_empty());
    margin.flat_map(|piece| [piece.clone(), Piece::new(" ", &[])]).chain(cell.text.iter().cloned()).collect()
}
