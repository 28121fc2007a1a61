//! Pieces to lines of a width.
//!
//! Everything that is printed comes through here, so here what a terminal would obey becomes visible.

use super::escape::shown;
use super::rows::{Label, Piece};
use unicode_width::UnicodeWidthStr;

/// A part of a line in which all words mean the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Run {
    pub(super) text: String,
    pub(super) labels: Vec<Label>,
}

/// What one line holds.
pub(super) type Line = Vec<Run>;

/// Returns the columns a line takes.
pub(super) fn columns(line: &[Run]) -> usize {
    line.iter().map(|run| run.text.as_str()).collect::<String>().width()
}

/// A character with the marks that join it.
struct Cluster {
    text: String,
    width: usize,
    piece: usize,
    is_space: bool,
    /// Whether a line may end before it.
    can_break: bool,
}

/// Breaks pieces into lines of at most `width` columns: at spaces, between characters of scripts that have none, and
/// anywhere inside a word that is wider than a line. There is always a first line.
pub(super) fn wrap(pieces: &[Piece], width: usize) -> Vec<Line> {
    let clusters = clusters(pieces);
    let mut page = Broken { width: width.max(2), used: 0, lines: vec![Vec::new()] };
    let mut space = None;
    let mut at = 0;
    while at < clusters.len() {
        if clusters[at].is_space {
            space = Some(&clusters[at]);
            at += 1;
            continue;
        }
        let more = clusters[at + 1..].iter().take_while(|cluster| !cluster.is_space && !cluster.can_break).count();
        page.place(space.take(), &clusters[at..=at + more]);
        at += more + 1;
    }
    page.lines.iter().map(|line| runs(pieces, line)).collect()
}

/// The lines so far.
struct Broken<'c> {
    width: usize,
    /// Columns taken of the last line.
    used: usize,
    lines: Vec<Vec<&'c Cluster>>,
}

impl<'c> Broken<'c> {
    /// Places a word on the last line, after a space if there is one, or on a line of its own.
    fn place(&mut self, space: Option<&'c Cluster>, word: &'c [Cluster]) {
        let needed: usize = word.iter().map(|cluster| cluster.width).sum();
        // What no line can hold together is parted at its no-break spaces first.
        if needed > self.width
            && let Some(at) = word.iter().position(|cluster| cluster.text == " ")
        {
            self.place(space, &word[..at]);
            self.place(Some(&word[at]), &word[at + 1..]);
            return;
        }
        if self.used > 0 && !word.is_empty() {
            if self.used + space.map_or(0, |_| 1) + needed > self.width {
                self.lines.push(Vec::new());
                self.used = 0;
            } else if let Some(space) = space {
                self.push(space);
            }
        }
        for cluster in word {
            if self.used > 0 && self.used + cluster.width > self.width {
                self.lines.push(Vec::new());
                self.used = 0;
            }
            self.push(cluster);
        }
    }

    fn push(&mut self, cluster: &'c Cluster) {
        self.lines.last_mut().expect("there is a first line").push(cluster);
        self.used += cluster.width;
    }
}

fn runs(pieces: &[Piece], line: &[&Cluster]) -> Line {
    let mut runs: Line = Vec::new();
    for cluster in line {
        let labels = &pieces[cluster.piece].labels;
        match runs.last_mut() {
            Some(run) if run.labels == *labels => run.text.push_str(&cluster.text),
            _ => runs.push(Run { text: cluster.text.clone(), labels: labels.clone() }),
        }
    }
    runs
}

fn clusters(pieces: &[Piece]) -> Vec<Cluster> {
    let mut clusters: Vec<Cluster> = Vec::new();
    // Whether the last character holds on to the next.
    let mut holds = false;
    for (piece, text) in pieces.iter().map(|piece| piece.text.as_str()).enumerate() {
        let mut buffer = [0; 4];
        for c in text.chars() {
            match c {
                '\u{a0}' => {
                    clusters.push(Cluster { text: " ".into(), width: 1, piece, is_space: false, can_break: false });
                    holds = true;
                }
                '\u{2060}' => holds = true,
                _ if c.is_whitespace() => {
                    clusters.push(Cluster { text: " ".into(), width: 1, piece, is_space: true, can_break: true });
                    holds = false;
                }
                _ => {
                    for c in shown(c.encode_utf8(&mut buffer)).chars() {
                        push(&mut clusters, c, piece, std::mem::take(&mut holds));
                    }
                }
            }
        }
    }
    clusters
}

fn push(clusters: &mut Vec<Cluster>, c: char, piece: usize, is_held: bool) {
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    let width = text.width();
    if let Some(last) = clusters.last_mut().filter(|last| !last.is_space) {
        let is_tone = matches!(c, '\u{1f3fb}'..='\u{1f3ff}');
        if width == 0 || is_tone || last.text.ends_with('\u{200d}') {
            last.text.push(c);
            last.width = last.text.width();
            return;
        }
    }
    let before = clusters.last().and_then(|last| last.text.chars().next());
    let can_break = !is_held && before.is_some_and(|before| can_part(before, c));
    clusters.push(Cluster { text: text.to_owned(), width, piece, is_space: false, can_break });
}

/// Whether a line may end between two characters that no space parts.
fn can_part(before: char, after: char) -> bool {
    let is_between_brackets = matches!(before, ')' | ']' | '}' | '›') && matches!(after, '(' | '[' | '{' | '‹');
    let parts = has_no_spaces(before) || has_no_spaces(after) || before == '—' || is_between_brackets;
    parts && !is_opening(before) && !is_closing(after)
}

/// Whether a character is of a script that is written without spaces: wide, but not Korean.
fn has_no_spaces(c: char) -> bool {
    let is_hangul = matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3130}'..='\u{318f}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}');
    let mut buffer = [0; 4];
    let text: &str = c.encode_utf8(&mut buffer);
    !is_hangul && text.width() == 2
}

fn is_opening(c: char) -> bool {
    "([{‹«“‘（［｛「『【〈《〔〖〘〚".contains(c)
}

/// Marks that may not begin a line, small kana among them.
fn is_closing(c: char) -> bool {
    "!%),.:;?]}›»”’…—·、。，．：；！？％）］｝」』】〉》〕〗〙〛‧・ー々ゝゞぁぃぅぇぉっゃゅょァィゥェォッャュョ"
        .contains(c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<String> {
        let pieces = [Piece::new(text, &[])];
        wrap(&pieces, width).iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
    }

    #[test]
    fn breaks_where_a_reader_would() {
        for (text, width, expected) in [
            ("", 10, &[""][..]),
            ("  one  two ", 10, &["one two"]),
            ("one two three", 7, &["one two", "three"]),
            ("one-two three", 7, &["one-two", "three"]),
            ("incomprehensible", 7, &["incompr", "ehensib", "le"]),
            ("an incomprehensible", 7, &["an", "incompr", "ehensib", "le"]),
            ("和平与发展。", 10, &["和平与发", "展。"]),
            ("维护（和平）", 6, &["维护", "（和", "平）"]),
            ("추진할 용의가", 8, &["추진할", "용의가"]),
            ("추진할", 4, &["추진", "할"]),
            ("a\u{a0}b c", 3, &["a b", "c"]),
            ("one\u{a0}two\u{a0}three", 8, &["one two", "three"]),
            ("和[-\u{2060}平\u{2060}-]。", 6, &["和", "[-平-]", "。"]),
            ("e\u{301}e\u{301}e\u{301}", 2, &["e\u{301}e\u{301}", "e\u{301}"]),
            ("a\u{1b}b", 20, &["a\\u{1b}b"]),
        ] {
            assert_eq!(lines(text, width), expected, "{text}");
        }
    }
}
