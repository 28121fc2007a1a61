//! Folding: a copy of the text that is easy to match and remembers where each byte was.

use super::{Span, words};
use memchr::memchr2;
use std::borrow::Cow;
use std::ops::Range;

/// How a text is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// Paragraphs set apart by blank lines; a single line end is a space.
    #[default]
    Prose,
    /// Each non-blank line is one sentence and a paragraph of its own.
    Lines,
}

/// A part of a text that a reader sees.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// Its bytes.
    pub span: Span,
    /// Whether a paragraph starts here even without a blank line before it, as a list item does.
    pub starts_paragraph: bool,
}

impl From<Span> for Region {
    fn from(span: Span) -> Region {
        Region { span, starts_paragraph: false }
    }
}

/// A text made easy to match, paragraph by paragraph.
#[derive(Clone, Debug, Default)]
pub struct Folded {
    /// The paragraphs in reading order, none of them empty.
    pub paragraphs: Vec<Paragraph>,
    /// How the text was laid out.
    pub layout: Layout,
}

/// One paragraph: its folded text and its words.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The folded text: case kept, quotes and dashes unified, white space collapsed.
    pub text: String,
    /// Words and marks in order.
    pub words: Vec<Word>,
    /// For each byte of `text` the original bytes it came from.
    origin: Vec<Span>,
}

/// A word, number or mark of a paragraph.
#[derive(Clone, Debug)]
pub struct Word {
    /// Where it stands in the original text. Editorial brackets around it belong to it.
    pub span: Span,
    /// Where it stands in the paragraph's folded text, in bytes.
    pub at: Range<usize>,
    /// Whether it is punctuation rather than a word or number.
    pub is_mark: bool,
}

impl Folded {
    /// Folds the parts of `text` that a reader sees: regions, or plain spans, in order, apart from each
    /// other and on character borders.
    pub fn new<R>(text: &str, visible: &[R], layout: Layout) -> Folded
    where
        R: Copy + Into<Region>,
    {
        let mut regions: Vec<Region> = visible.iter().map(|&region| region.into()).collect();
        let mut unread = 0;
        let mut paragraphs = Vec::new();
        let mut glyphs = Vec::new();
        for line in lines(text) {
            if is_blank(&text[line.start..line.end]) {
                close(&mut glyphs, &mut paragraphs);
                continue;
            }
            while let Some(region) = regions.get_mut(unread)
                && region.span.start < line.end
            {
                if std::mem::take(&mut region.starts_paragraph) {
                    close(&mut glyphs, &mut paragraphs);
                }
                glyphs.extend(glyphs_of(text, line, region.span));
                if region.span.end > line.end {
                    break; // It goes on in the next line.
                }
                unread += 1;
            }
            let line_end = Span::new(line.end, text.len().min(line.end + 1));
            glyphs.push(Glyph::new('\n', line_end));
            if layout == Layout::Lines {
                close(&mut glyphs, &mut paragraphs);
            }
        }
        close(&mut glyphs, &mut paragraphs);
        Folded { paragraphs, layout }
    }
}

impl Paragraph {
    /// Returns the word as folded, case kept.
    pub fn word(&self, word: &Word) -> &str {
        &self.text[word.at.clone()]
    }

    /// Returns the original bytes behind a range of the folded text, which must not be empty.
    pub fn span(&self, at: Range<usize>) -> Span {
        self.origin[at.start].to(self.origin[at.end - 1])
    }

    fn of(glyphs: &[Glyph]) -> Paragraph {
        let mut writer = Writer::default();
        writer.paragraph.text.reserve(glyphs.len());
        writer.paragraph.origin.reserve(glyphs.len());
        let mut at = 0;
        while let Some(&glyph) = glyphs.get(at) {
            let rest = &glyphs[at + 1..];
            at += 1;
            match glyph.char {
                '-' | '–' if writer.is_set_apart(rest) => writer.push(Glyph::new('—', glyph.span)),
                '-' => at += writer.hyphens(glyph, rest),
                '!'..='~' => writer.push(glyph),
                SOFT_HYPHEN => at += broken_word(rest),
                char if char.is_whitespace() => writer.white(glyph),
                char if is_dropped(char) => {}
                _ => writer.push(glyph),
            }
        }
        let mut paragraph = writer.paragraph;
        let tokens = words::tokens(&paragraph.text);
        paragraph.words = tokens
            .into_iter()
            .map(|token| Word { span: paragraph.span(token.at.clone()), at: token.at, is_mark: token.is_mark })
            .collect();
        paragraph
    }
}

const SOFT_HYPHEN: char = '\u{AD}';

/// A visible character of the original, or the end of a line.
#[derive(Clone, Copy)]
struct Glyph {
    char: char,
    span: Span,
}

impl Glyph {
    fn new(char: char, span: Span) -> Glyph {
        Glyph { char, span }
    }
}

/// Returns the spans of the lines of a text without their ends: `\n`, `\r\n`, `\r`, and the `\r\r\n`
/// of files converted once too often.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Span> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let len = memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let ends = ["\r\r\n", "\r\n", "\n", "\r", ""];
        let end = ends.iter().find(|end| rest[len..].starts_with(**end))?;
        let line = Span::new(at, at + len);
        at = line.end + end.len();
        (!rest.is_empty()).then_some(line)
    })
}

fn is_blank(line: &str) -> bool {
    line.chars().all(|char| char.is_whitespace() || is_dropped(char))
}

/// Returns the characters of a region in one line.
fn glyphs_of(text: &str, line: Span, region: Span) -> impl Iterator<Item = Glyph> {
    let start = region.start.max(line.start);
    let end = region.end.min(line.end).max(start);
    text[start..end].char_indices().map(move |(at, char)| {
        let at = start + at;
        Glyph::new(char, Span::new(at, at + char.len_utf8()))
    })
}

/// Makes a paragraph of the glyphs read so far, if there is anything in them.
fn close(glyphs: &mut Vec<Glyph>, paragraphs: &mut Vec<Paragraph>) {
    let paragraph = Paragraph::of(&without_brackets(glyphs));
    glyphs.clear();
    if !paragraph.text.is_empty() {
        paragraphs.push(paragraph);
    }
}

/// What an editor put between square brackets.
enum Editorial {
    /// A word or three that complete a quotation.
    Words,
    /// A sign that something is left out, stands so in the source, or has a note.
    Sign,
}

/// Takes editorial brackets away: "the Council [has] agreed [. . .]" is matched as it was meant.
fn without_brackets(glyphs: &[Glyph]) -> Cow<'_, [Glyph]> {
    if glyphs.iter().all(|glyph| glyph.char != '[') {
        return glyphs.into();
    }
    let mut kept: Vec<Glyph> = Vec::with_capacity(glyphs.len());
    let mut at = 0;
    while let Some(&glyph) = glyphs.get(at) {
        let Some((inner, editorial)) = editorial(&glyphs[at..]) else {
            kept.push(glyph);
            at += 1;
            continue;
        };
        let close = at + inner.len() + 1;
        let whole = glyph.span.to(glyphs[close].span);
        at = close + 1;
        match editorial {
            Editorial::Words if !is_remark(&kept, inner, &glyphs[at..]) => keep_words(&mut kept, inner, whole),
            _ => {
                let new = glyphs.get(at).map_or(' ', |glyph| glyph.char);
                keep_apart(&mut kept, whole, new);
            }
        }
    }
    kept.into()
}

/// Returns what stands between the brackets that `glyphs` begin with, where it is editorial.
fn editorial(glyphs: &[Glyph]) -> Option<(&[Glyph], Editorial)> {
    let (_, rest) = glyphs.split_first().filter(|(first, _)| first.char == '[')?;
    let is_bracket = |glyph: &Glyph| matches!(glyph.char, '[' | ']');
    let len = rest.iter().position(is_bracket)?;
    if rest[len].char != ']' {
        return None;
    }
    let inner = &rest[..len];
    let words: String =
        inner.iter().map(|glyph| glyph.char).filter(|&char| char.is_whitespace() || !is_dropped(char)).collect();
    let words = words.trim();
    if is_sign(words) {
        Some((inner, Editorial::Sign))
    } else if words.split_whitespace().count() <= 3 {
        Some((inner, Editorial::Words))
    } else {
        None
    }
}

fn is_sign(words: &str) -> bool {
    let is_omission = words.chars().all(|char| char.is_whitespace() || matches!(char, '.' | '…'));
    let note = words.strip_prefix('^').unwrap_or(words);
    // Four digits are a year that was filled in.
    let is_note = (1..=3).contains(&note.len()) && note.bytes().all(|byte| byte.is_ascii_digit());
    is_omission || is_note || words.eq_ignore_ascii_case("sic")
}

/// Whether words in brackets stand between sentences: `The ports are open. | [Applause] | We sail.` A transcript remarks
/// them, and they complete none.
fn is_remark(before: &[Glyph], inner: &[Glyph], after: &[Glyph]) -> bool {
    let is_seen = |glyph: &&Glyph| !glyph.char.is_whitespace() && !is_dropped(glyph.char);
    let is_end = |char: char| matches!(char, '.' | '!' | '?');
    let is_spaced = after.first().is_none_or(|glyph| glyph.char.is_whitespace());
    inner.len() > 1
        && inner.iter().all(|glyph| glyph.char.is_alphabetic())
        && inner[0].char.is_uppercase()
        && before.iter().rfind(is_seen).is_none_or(|glyph| is_end(glyph.char))
        && after.iter().find(is_seen).is_none_or(|glyph| glyph.char.is_uppercase() && is_spaced)
}

/// Keeps the words but not the brackets, which go with the first and the last letter: a quotation that
/// begins or ends there then has both brackets.
fn keep_words(kept: &mut Vec<Glyph>, inner: &[Glyph], whole: Span) {
    let is_seen = |glyph: &Glyph| !glyph.char.is_whitespace() && !is_dropped(glyph.char);
    let first = kept.len() + inner.iter().position(is_seen).unwrap_or(0);
    let last = kept.len() + inner.iter().rposition(is_seen).unwrap_or(0);
    kept.extend(inner);
    kept[first].span.start = whole.start;
    kept[last].span.end = whole.end;
}

/// Keeps what stands before a vanished sign and `new` after it apart, and a closing mark at its word.
fn keep_apart(kept: &mut Vec<Glyph>, sign: Span, new: char) {
    let has_word = kept.last().is_some_and(|old| old.char.is_alphanumeric());
    if matches!(new, '.' | ',' | ';' | ':' | '!' | '?' | ')') {
        while kept.pop_if(|old| old.char.is_whitespace()).is_some() {}
    } else if has_word && new.is_alphanumeric() {
        kept.push(Glyph::new(' ', sign));
    }
}

/// Returns how many glyphs after a soft hyphen to skip: a line end and the white space around it.
fn broken_word(rest: &[Glyph]) -> usize {
    let white = rest.iter().take_while(|glyph| glyph.char.is_whitespace()).count();
    let has_line_end = rest[..white].iter().any(|glyph| glyph.char == '\n');
    if has_line_end { white } else { 0 }
}

/// Builds the folded text of a paragraph.
#[derive(Default)]
struct Writer {
    paragraph: Paragraph,
    gap: Option<Gap>,
}

/// White space that is written once something follows.
#[derive(Clone, Copy)]
struct Gap {
    span: Span,
    has_line_end: bool,
}

impl Writer {
    fn white(&mut self, glyph: Glyph) {
        let has_line_end = glyph.char == '\n';
        self.gap = Some(match self.gap {
            None => Gap { span: glyph.span, has_line_end },
            Some(gap) => Gap { span: gap.span.to(glyph.span), has_line_end: gap.has_line_end || has_line_end },
        });
    }

    fn push(&mut self, glyph: Glyph) {
        if let Some(gap) = self.gap.take()
            && let Some(old) = self.paragraph.text.chars().next_back()
        {
            // Chinese and Japanese break lines inside a sentence and mean no space.
            let is_wrap = gap.has_line_end && is_wide(old) && is_wide(glyph.char);
            if !is_wrap {
                self.write(' ', gap.span);
            }
        }
        self.write(glyph.char, glyph.span);
    }

    fn write(&mut self, char: char, span: Span) {
        let Paragraph { text, origin, .. } = &mut self.paragraph;
        // Most characters stand for themselves.
        if char.is_ascii() && char != '`' {
            text.push(char);
            origin.push(span);
            return;
        }
        fold(char, text);
        origin.extend(std::iter::repeat_n(span, text.len() - origin.len()));
    }

    /// Whether a hyphen before `rest` stands alone between two words, as a dash does: `aid - now`, but not `- aid`, nor
    /// before a number or between names, `April - June`.
    fn is_set_apart(&self, rest: &[Glyph]) -> bool {
        let text = &self.paragraph.text;
        let Some(old) = self.gap.and(text.chars().next_back()) else { return false };
        let new = rest.iter().map(|glyph| glyph.char).find(|&char| !char.is_whitespace() && !is_dropped(char));
        let Some(new) = new.filter(|_| rest[0].char.is_whitespace()) else { return false };
        let is_name = text.rsplit(' ').next().is_some_and(|word| word.starts_with(char::is_uppercase));
        let ends_word = old.is_alphanumeric() || matches!(old, ',' | ')' | '"' | '\'' | '%');
        // `the Isles - Norland and Sorland - have`
        let is_pair = || {
            let ends = |glyph: &Glyph| matches!(glyph.char, '.' | ';' | ':');
            let mut words = rest.split(|glyph| glyph.char.is_whitespace());
            // No further than the next such hyphen, as a text may be a book of them.
            let found = words.find_map(|word| {
                let end = word.iter().position(ends);
                let is_dash = matches!(&word[..end.unwrap_or(word.len())], [dash] if matches!(dash.char, '-' | '–'));
                is_dash.then_some(true).or(end.map(|_| false))
            });
            found == Some(true)
        };
        ends_word && !new.is_ascii_digit() && !(new.is_uppercase() && is_name && !is_pair())
    }

    /// Writes a hyphen and those right after it; two or three are a dash as typewriters have it. Returns
    /// how many glyphs of `rest` were taken.
    fn hyphens(&mut self, first: Glyph, rest: &[Glyph]) -> usize {
        let more = rest.iter().take_while(|glyph| glyph.char == '-').count();
        if let 1 | 2 = more {
            self.push(Glyph::new('—', first.span.to(rest[more - 1].span)));
            return more;
        }
        self.push(first);
        rest[..more].iter().for_each(|&glyph| self.push(glyph));
        more
    }
}

/// Writes a character as it is matched.
fn fold(char: char, text: &mut String) {
    match char {
        '‘' | '’' | '‚' | '‛' | '‹' | '›' | '′' | 'ʹ' | 'ʻ' | 'ʼ' | '`' | '´' | '＇' => {
            text.push('\'')
        }
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' | '〝' | '〞' | '〟' | '＂' => text.push('"'),
        '‐' | '\u{2011}' | '‒' | '–' | '−' | '﹣' | '－' => text.push('-'),
        '―' | '⸺' | '⸻' | '﹘' => text.push('—'),
        '…' => text.push_str("..."),
        'ﬀ' => text.push_str("ff"),
        'ﬁ' => text.push_str("fi"),
        'ﬂ' => text.push_str("fl"),
        'ﬃ' => text.push_str("ffi"),
        'ﬄ' => text.push_str("ffl"),
        'ﬅ' | 'ﬆ' => text.push_str("st"),
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => text.push(narrow(char)),
        _ => text.push(char),
    }
}

/// Returns a full-width letter or digit as the plain one.
fn narrow(char: char) -> char {
    const DISTANCE: u32 = '０' as u32 - '0' as u32;
    char::from_u32(char as u32 - DISTANCE).unwrap_or(char)
}

/// Whether a character is not seen and means nothing to a matcher.
fn is_dropped(char: char) -> bool {
    match char {
        // Soft hyphen, joiners, direction marks, fillers, variation selectors, byte-order mark, tags.
        SOFT_HYPHEN
        | '\u{34F}'
        | '\u{61C}'
        | '\u{115F}'
        | '\u{1160}'
        | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}'
        | '\u{202A}'..='\u{202E}'
        | '\u{2060}'..='\u{206F}'
        | '\u{3164}'
        | '\u{FE00}'..='\u{FE0F}'
        | '\u{FEFF}'
        | '\u{FFA0}'
        | '\u{FFF9}'..='\u{FFFB}'
        | '\u{E0000}'..='\u{E0FFF}' => true,
        _ => char.is_control() && !char.is_whitespace(),
    }
}

/// Whether a character belongs to a script that is written without spaces.
fn is_wide(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{312F}' | '\u{3190}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FE30}'..='\u{FE4F}' | '\u{FF00}'..='\u{FF9F}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn whole(text: &str, layout: Layout) -> Folded {
        Folded::new(text, &[Span::new(0, text.len())], layout)
    }

    fn texts(folded: &Folded) -> Vec<&str> {
        let texts = folded.paragraphs.iter().map(|p| p.text.as_str());
        texts.collect()
    }

    #[test]
    fn folds_typography() {
        for (text, expected) in [
            ("“We will’ »now«", "\"We will' \"now\""),
            ("a\u{A0}b\u{3000}\t c  ", "a b c"),
            ("long‑term 2019–20 −1", "long-term 2019-20 -1"),
            ("aid — now ― ever", "aid — now — ever"),
            ("aid -- now, rates--and --- so", "aid — now, rates—and — so"),
            ("---- a-b", "---- a-b"),
            ("- aid - now, – rates - ", "- aid — now, — rates -"),
            ("April - June; 1 - 2, two- and three-year", "April - June; 1 - 2, two- and three-year"),
            ("the Isles - Norland - have", "the Isles — Norland — have"),
            ("so… on", "so... on"),
            ("ﬁrm ﬂow oﬃce", "firm flow office"),
            ("\u{FEFF}com\u{AD}mit\u{200B}ment\u{202C}\u{7}", "commitment"),
            ("commit\u{AD}\r\n  ment to", "commitment to"),
            ("commit\u{AD} ment", "commit ment"),
            ("one\ntwo\r\nthree\rfour", "one two three four"),
            ("中方坚决\n反对。\n我们", "中方坚决反对。我们"),
            ("한반도\n평화", "한반도 평화"),
            ("２０１８年，ＧＤＰ", "2018年，GDP"),
            ("「和平」、《条约》", "「和平」、《条约》"),
        ] {
            assert_eq!(texts(&whole(text, Layout::Prose)), [expected], "{text:?}");
        }
    }

    #[test]
    fn sees_through_editorial_brackets() {
        for (text, expected) in [
            ("they [have] agreed", "they have agreed"),
            ("[t]he un[re]solved", "the unresolved"),
            ("ready [ to  do so ] now", "ready to do so now"),
            ("uphold [. . .] peace", "uphold peace"),
            ("uphold [...], [sic] [Sic]", "uphold, "),
            ("uphold [\u{2026}]. Peace[1]", "uphold. Peace"),
            ("uphold[…]peace [12].", "uphold peace."),
            ("in [2015] and []", "in 2015 and"),
            ("[to; White House correction]", "[to; White House correction]"),
            ("[[have] [", "[have ["),
            ("[正權] 的", "正權 的"),
        ] {
            let folded = whole(text, Layout::Prose);
            assert_eq!(texts(&folded), [expected.trim_end()], "{text:?}");
        }
        assert!(whole("[. . .]", Layout::Prose).paragraphs.is_empty());
    }

    #[test]
    fn cuts_paragraphs() {
        for (text, prose, lines) in [
            ("", vec![], vec![]),
            (" \n\u{200B}\n ", vec![], vec![]),
            ("a\nb\n\nc", vec!["a b", "c"], vec!["a", "b", "c"]),
            ("a\r\nb\r\n\r\nc", vec!["a b", "c"], vec!["a", "b", "c"]),
            ("a\r\r\nb\r\r\n", vec!["a b"], vec!["a", "b"]),
            ("\n\na\n\t \u{A0}\nb\n", vec!["a", "b"], vec!["a", "b"]),
        ] {
            assert_eq!(texts(&whole(text, Layout::Prose)), prose, "{text:?}");
            assert_eq!(texts(&whole(text, Layout::Lines)), lines, "{text:?}");
        }
    }

    #[test]
    fn reads_only_what_is_visible() {
        let text = "one **two**\n---\nthree\n- four\n\nfive";
        let span = |words: &str| {
            let start = text.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let mut regions: Vec<Region> =
            ["one ", "two", "three", "four", "five"].map(|words| span(words).into()).to_vec();
        let folded = Folded::new(text, &regions, Layout::Prose);
        assert_eq!(texts(&folded), ["one two three four", "five"]);
        regions[3].starts_paragraph = true;
        let folded = Folded::new(text, &regions, Layout::Prose);
        assert_eq!(texts(&folded), ["one two three", "four", "five"]);
    }

    #[test]
    fn a_region_may_start_at_a_line_end() {
        let text = "one\ntwo";
        let mut regions = [Span::new(0, 3), Span::new(3, 7)].map(Region::from);
        regions[1].starts_paragraph = true;
        let folded = Folded::new(text, &regions, Layout::Prose);
        assert_eq!(texts(&folded), ["one", "two"]);
    }

    #[test]
    fn spans_quote_the_original() {
        let text = "They\r\n“[have]  agreed” [sic] to oﬀer rates--now…";
        let folded = whole(text, Layout::Prose);
        let paragraph = &folded.paragraphs[0];
        assert_eq!(paragraph.text, "They \"have agreed\" to offer rates—now...");
        for (words, expected) in [
            ("They", "They"),
            ("have", "[have]"),
            ("\"have agreed\"", "“[have]  agreed”"),
            ("agreed\" to", "agreed” [sic] to"),
            ("offer", "oﬀer"),
            ("rates—now", "rates--now"),
            ("...", "…"),
        ] {
            let start = paragraph.text.find(words).unwrap();
            let span = paragraph.span(start..start + words.len());
            assert_eq!(&text[span.start..span.end], expected);
        }
    }

    /// Texts made of what is hard to fold, with stretches of anything between.
    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            "[", "]", "[...]", "[have]", "[1]", "\u{AD}", "\n", "\r\n", "\n\n", "-", "--", "…", ".", "'", "'s", "”",
            "’", " ", "\u{A0}", "U.S.", "和平", "평화", "ー", "ﬁ", "\u{301}", "\u{200D}", "$85", "6-1/2", "%",
            "Members",
        ];
        let piece = prop_oneof![
            3 => proptest::sample::select(pieces.to_vec()).prop_map(String::from),
            1 => "(?s).{0,4}",
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    /// Cuts a text at some of its character borders and keeps every other piece.
    fn regions(text: &str, cuts: &[bool]) -> Vec<Region> {
        let mut borders: Vec<usize> = text
            .char_indices()
            .zip(cuts.iter().cycle())
            .filter_map(|((at, _), &is_cut)| is_cut.then_some(at))
            .collect();
        borders.push(text.len());
        let pieces = borders.chunks_exact(2).enumerate();
        let regions = pieces
            .map(|(index, piece)| Region { span: Span::new(piece[0], piece[1]), starts_paragraph: index % 3 == 2 });
        regions.collect()
    }

    fn check(text: &str, visible: &[Region], layout: Layout) -> Result<(), TestCaseError> {
        let folded = Folded::new(text, visible, layout);
        let mut at = visible.first().map_or(0, |region| region.span.start);
        let end = visible.last().map_or(0, |region| region.span.end);
        for paragraph in &folded.paragraphs {
            prop_assert!(!paragraph.words.is_empty());
            prop_assert_eq!(paragraph.origin.len(), paragraph.text.len());
            let mut letters = 0;
            for word in &paragraph.words {
                // A ligature can stand across the border of two words and then belongs to both.
                let span = word.span;
                prop_assert!(at <= span.start && span.end <= end && !span.is_empty());
                at = span.start;
                let quoted = &text[span.start..span.end];
                let mut original = String::new();
                quoted.chars().for_each(|char| fold(char, &mut original));
                let mut original = original.chars();
                let folded = paragraph.word(word);
                letters += folded.len();
                let stands_there = |char| original.any(|found| found == char);
                prop_assert!(
                    folded.starts_with('—') || folded.chars().all(stands_there),
                    "{folded:?} is not in {quoted:?}"
                );
            }
            let spaces = paragraph.text.matches(' ').count();
            prop_assert_eq!(letters + spaces, paragraph.text.len(), "{}", paragraph.text);
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn every_word_quotes_back(text in text(), cuts in proptest::collection::vec(any::<bool>(), 1..20)) {
            let all = [Region::from(Span::new(0, text.len()))];
            for layout in [Layout::Prose, Layout::Lines] {
                check(&text, &all, layout)?;
                check(&text, &regions(&text, &cuts), layout)?;
            }
        }
    }
}
