//! Which bytes of a file a reader sees: front matter, Markdown marks and rules are masked, not removed.

use crate::text::{Region, Span, lines};
use regex::Regex;
use std::sync::LazyLock;

/// How a file is marked up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// Nothing but rules and lists.
    Plain,
    /// Markdown.
    Markdown,
}

/// Returns what a reader sees of `text` from byte `start` on.
pub(super) fn visible(text: &str, start: usize, markup: Markup) -> Vec<Region> {
    let mut mask = Mask { text, start, hidden: Vec::new(), paragraphs: Vec::new() };
    let lines: Vec<Span> =
        lines(text).filter(|line| line.end >= start).map(|line| Span::new(line.start.max(start), line.end)).collect();
    match markup {
        Markup::Plain => mask.blocks(&lines),
        Markup::Markdown => mask.markdown(&lines),
    }
    mask.regions()
}

/// A pattern that is compiled once; the pattern must be right.
fn pattern(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is fixed")
}

/// A line of nothing but three or more of one sign.
static RULE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:=\s*){3,}|(?:_\s*){3,})$"));
/// The mark of a list item. Four digits are a year at the head of a wrapped line.
static BULLET: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\s*(?:[-*+•‣◦▪●■○□◆◇▶]|(?<number>\d{1,3}[.)]))(?:\s+|$)(?:\[[ xX]\]\s+)?"));
static HEADING: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*#{1,6}(?:\s+|$)"));
static HEADING_END: LazyLock<Regex> = LazyLock::new(|| pattern(r"\s+#+\s*$"));
static BLOCKQUOTE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s{0,3}(?:>\s?)+"));
static FENCE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s*(?:`{3,}|~{3,})"));
/// The text of a footnote, and the target of links by name.
static NOTE: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s{0,3}\[\^[^\]]+\]:\s*"));
static TARGET: LazyLock<Regex> = LazyLock::new(|| pattern(r"^\s{0,3}\[[^\]^]+\]:\s*(?:[<./#]|[a-z]+:)\S*(?:\s.*)?$"));
static COMMENT: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?s)<!--.*?-->"));
static TAG: LazyLock<Regex> = LazyLock::new(|| pattern(r"</?[a-zA-Z][a-zA-Z0-9]*(?:\s[^<>]*)?/?>"));
/// A link or an image; its text and its target may hold one level of brackets.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    let target = r"(?:[^()\s]|\([^()\s]*\))*";
    let title = r#"(?:\s+(?:"[^"]*"|'[^']*'))?"#;
    let text = r"(?:[^\[\]]|\[[^\[\]]*\])*";
    pattern(&format!(r"(?<image>!)?\[(?<text>{text})\]\(\s*{target}{title}\s*\)"))
});
static EMPHASIS: LazyLock<Regex> = LazyLock::new(|| pattern(r"\\[[:punct:]]|\*+|_+|`+"));

/// What came before a line.
#[derive(Clone, Copy, PartialEq)]
enum Block {
    /// A blank line, a rule or a heading.
    None,
    /// A paragraph.
    Prose,
    /// A list item.
    Item,
}

/// Collects what is hidden and where paragraphs start.
struct Mask<'t> {
    text: &'t str,
    start: usize,
    hidden: Vec<Span>,
    /// Bytes at or after which a paragraph starts, in order.
    paragraphs: Vec<usize>,
}

impl<'t> Mask<'t> {
    fn words(&self, span: Span) -> &'t str {
        &self.text[span.start..span.end]
    }

    /// Hides what a pattern finds at the head of a line and returns the rest of it.
    fn hide_head(&mut self, pattern: &Regex, line: Span) -> Option<Span> {
        let len = pattern.find(self.words(line))?.end();
        self.hidden.push(Span::new(line.start, line.start + len));
        Some(Span::new(line.start + len, line.end))
    }

    /// Hides a whole line that sets what is after it apart.
    fn hide_line(&mut self, line: Span) {
        self.hidden.push(line);
        self.paragraphs.push(line.end);
    }

    /// Hides rules and the marks of list items.
    fn blocks(&mut self, lines: &[Span]) {
        let mut block = Block::None;
        for &line in lines {
            block = self.block(line, block);
        }
    }

    fn block(&mut self, line: Span, old: Block) -> Block {
        let words = self.words(line);
        if words.trim().is_empty() {
            return Block::None;
        }
        let prose = if old == Block::None { Block::Prose } else { old };
        // No rule and no item begins with a letter, and in most texts every line does.
        if words.trim_start().starts_with(char::is_alphabetic) {
            return prose;
        }
        if RULE.is_match(words) {
            self.hide_line(line);
            return Block::None;
        }
        let Some(bullet) = BULLET.captures(words) else { return prose };
        // Inside a paragraph, "12. " is the end of a sentence that the line broke.
        if old == Block::Prose && bullet.name("number").is_some() {
            return Block::Prose;
        }
        self.paragraphs.push(line.start);
        self.hide_head(&BULLET, line);
        Block::Item
    }

    fn markdown(&mut self, lines: &[Span]) {
        let comments = self.find(&COMMENT);
        let mut block = Block::None;
        let mut at = 0;
        while let Some(&line) = lines.get(at) {
            at += 1;
            if is_inside(line.start, &comments) {
                continue;
            }
            if let Some(len) = self.code(&lines[at - 1..]) {
                let code = line.to(lines[at - 1 + len]);
                self.hide_line(code);
                at += len;
                block = Block::None;
                continue;
            }
            block = self.markdown_line(line, block);
        }
        self.hidden.extend(comments);
        let tags = self.find(&TAG);
        self.hidden.extend(tags);
        self.links();
        self.emphasis();
    }

    fn find(&self, pattern: &Regex) -> Vec<Span> {
        let found = pattern.find_iter(&self.text[self.start..]);
        found.map(|found| Span::new(self.start + found.start(), self.start + found.end())).collect()
    }

    /// Returns how many lines after the first a code block has, if the lines start with one. One that
    /// never closes is taken for text: it would hide the rest of the statement.
    fn code(&self, lines: &[Span]) -> Option<usize> {
        let fence = FENCE.find(self.words(lines[0]))?.as_str().trim_start();
        let closes = |line: &Span| {
            let words = self.words(*line).trim();
            words.starts_with(fence) && words.chars().all(|char| fence.starts_with(char))
        };
        Some(1 + lines[1..].iter().position(closes)?)
    }

    fn markdown_line(&mut self, line: Span, old: Block) -> Block {
        let mut line = line;
        if let Some(quoted) = self.hide_head(&BLOCKQUOTE, line) {
            line = quoted;
            if self.words(line).trim().is_empty() {
                self.paragraphs.push(line.end);
                return Block::None;
            }
        }
        if TARGET.is_match(self.words(line)) {
            self.hide_line(line);
            return Block::None;
        }
        if self.hide_head(&NOTE, line).is_some() {
            self.paragraphs.push(line.start);
            return Block::Item;
        }
        if let Some(title) = self.hide_head(&HEADING, line) {
            if let Some(end) = HEADING_END.find(self.words(title)) {
                let start = title.start + end.start();
                self.hidden.push(Span::new(start, title.end));
            }
            self.paragraphs.extend([line.start, line.end]);
            return Block::None;
        }
        self.block(line, old)
    }

    /// Hides images, and of links all but their text.
    fn links(&mut self) {
        let start = self.start;
        for link in LINK.captures_iter(&self.text[start..]) {
            let whole = link.get_match();
            let whole = Span::new(start + whole.start(), start + whole.end());
            match (link.name("image"), link.name("text")) {
                (None, Some(text)) => self
                    .hidden
                    .extend([Span::new(whole.start, start + text.start()), Span::new(start + text.end(), whole.end)]),
                _ => self.hidden.push(whole),
            }
        }
    }

    /// Hides the marks of emphasis and code, and the backslash before a mark that is none.
    fn emphasis(&mut self) {
        for span in self.find(&EMPHASIS) {
            let old = self.text[..span.start].chars().next_back().unwrap_or(' ');
            let new = self.text[span.end..].chars().next().unwrap_or(' ');
            let is_apart = old.is_whitespace() && new.is_whitespace();
            match self.text.as_bytes()[span.start] {
                b'\\' => self.hidden.push(Span::new(span.start, span.start + 1)),
                // "5 * 3", "5*3", "snake_case" and "____" are no emphasis.
                b'*' if is_apart || (old.is_numeric() && new.is_numeric()) => {}
                b'_' if is_apart || (old.is_alphanumeric() && new.is_alphanumeric()) => {}
                _ => self.hidden.push(span),
            }
        }
    }

    /// Returns what is left, cut where paragraphs start.
    fn regions(mut self) -> Vec<Region> {
        self.hidden.sort();
        self.hidden.push(Span::new(self.text.len(), self.text.len()));
        let mut starts = self.paragraphs.into_iter().peekable();
        let mut regions = Vec::new();
        let mut at = self.start;
        for hidden in self.hidden {
            while at < hidden.start {
                let mut starts_paragraph = false;
                while starts.next_if(|&start| start <= at).is_some() {
                    starts_paragraph = true;
                }
                let end = starts.peek().map_or(hidden.start, |&s| s.min(hidden.start));
                regions.push(Region { span: Span::new(at, end), starts_paragraph });
                at = end;
            }
            at = at.max(hidden.end);
        }
        regions
    }
}

fn is_inside(at: usize, spans: &[Span]) -> bool {
    let next = spans.partition_point(|span| span.end <= at);
    spans.get(next).is_some_and(|span| span.start <= at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, Layout};

    fn paragraphs(text: &str, markup: Markup) -> Vec<String> {
        let folded = Folded::new(text, &visible(text, 0, markup), Layout::Prose);
        folded.paragraphs.into_iter().map(|p| p.text).collect()
    }

    #[test]
    fn plain_text_hides_rules_and_bullets() {
        for (text, expected) in [
            ("one\n---\ntwo", vec!["one", "two"]),
            ("one\n* * *\ntwo\n=====\n", vec!["one", "two"]),
            ("We will:\n- act\n  now;\n• speak", vec!["We will:", "act now;", "speak"]),
            ("1. Decides;\n2) Calls on", vec!["Decides;", "Calls on"]),
            ("to between 1/4 and\n12. In 2015\n2016. So", vec!["to between 1/4 and 12. In 2015 2016. So"]),
            ("5 * 3 **so** _it_ #1", vec!["5 * 3 **so** _it_ #1"]),
            ("# # no heading\n> none", vec!["# # no heading > none"]),
            ("-5 percent\n-", vec!["-5 percent"]),
        ] {
            assert_eq!(paragraphs(text, Markup::Plain), expected, "{text:?}");
        }
    }

    #[test]
    fn markdown_hides_its_marks() {
        for (text, expected) in [
            ("# Title #\nWe will", vec!["Title", "We will"]),
            ("Title\n=====\nWe will", vec!["Title", "We will"]),
            ("a **bold** un*believ*able b", vec!["a bold unbelievable b"]),
            ("__we__ _will_, `now`", vec!["we will, now"]),
            ("5 * 3 and 5*3 in snake_case \\*", vec!["5 * 3 and 5*3 in snake_case *"]),
            ("see [the *joint*\ntext](https://e.org/a_(b) \"T\").", vec!["see the joint text."]),
            ("![a map](map.png) they [have] met", vec!["they have met"]),
            ("> We will\n> act\n>\n> now", vec!["We will act", "now"]),
            ("- [x] act\n- speak\n\n1. one\n2. two", vec!["act", "speak", "one", "two"]),
            ("one <!-- not\n- this\n\nnor this --> two", vec!["one", "two"]),
            ("<!-- a list -->\n1. one", vec!["one"]),
            ("one <!-- open", vec!["one <!— open"]),
            ("one\n```rust\nlet x;\n```\ntwo", vec!["one", "two"]),
            ("one\n```\ntwo", vec!["one two"]),
            ("line<br>end <https://e.org>", vec!["lineend <https://e.org>"]),
            ("one[^1]\n\n[^1]: Note.\n[e]: https://e.org \"T\"", vec!["one", "Note."]),
        ] {
            assert_eq!(paragraphs(text, Markup::Markdown), expected, "{text:?}");
        }
    }

    #[test]
    fn starts_where_it_is_told() {
        for (text, start, expected) in [("\u{FEFF}- one", 3, vec!["one"]), ("---\na: b\n---\n- one", 12, vec!["one"])] {
            let regions = visible(text, start, Markup::Plain);
            let folded = Folded::new(text, &regions, Layout::Prose);
            let texts: Vec<&str> = folded.paragraphs.iter().map(|p| p.text.as_str()).collect();
            assert_eq!(texts, expected, "{text:?}");
        }
    }
}
