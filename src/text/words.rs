//! Words and marks of a folded text.

use std::ops::Range;
use unicode_general_category::{GeneralCategory, get_general_category};

/// Where a word or mark stands in a folded text.
pub(super) struct Token {
    pub(super) at: Range<usize>,
    pub(super) is_mark: bool,
}

/// Cuts a folded text into words and marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    // English has a word or mark for five or six bytes.
    let mut tokens: Vec<Token> = Vec::with_capacity(text.len() / 5 + 1);
    let mut quote = Quote::Closed;
    let scanner = Scanner { text };
    let mut end = 0;
    while let Some(start) = scanner.start(end) {
        end = scanner.token(start);
        let token = &text[start..end];
        // Most words are plain letters, of which nothing need be asked.
        if token.len() > 1 && token.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            tokens.push(Token { at: start..end, is_mark: false });
            continue;
        }
        if let Some(last) = tokens.last_mut()
            && is_possessive(&text[..last.at.end], start, token)
        {
            last.at.end = end;
            last.is_mark = false;
            continue;
        }
        let is_mark = match token {
            "'" => !quote.is_possessive_at(text, start),
            "%" | "％" => false,
            _ => !token.contains(char::is_alphanumeric),
        };
        // "Committee's" is two words: the possessive must not hide the word from the lexicon.
        let stem = end - possessive(token);
        for at in [start..stem, stem..end] {
            if !at.is_empty() {
                tokens.push(Token { at, is_mark });
            }
        }
    }
    tokens
}

/// Returns the length of the possessive that a word ends in.
fn possessive(word: &str) -> usize {
    let ends = word.ends_with("'s") || word.ends_with("'S");
    if ends { "'s".len() } else { 0 }
}

/// Whether `word` is the "s" of a possessive after a mark, as in "(EU)'s".
fn is_possessive(old: &str, at: usize, word: &str) -> bool {
    let owner = || old.strip_suffix('\'').filter(|_| old.len() == at);
    matches!(word, "s" | "S") && owner().is_some_and(|owner| owner.ends_with([')', ']', '"', '%']))
}

/// Whether a single quotation mark was opened and not closed yet.
#[derive(PartialEq)]
enum Quote {
    Open,
    Closed,
}

impl Quote {
    /// Takes note of the `'` at byte `at` and returns whether it is the possessive of a plural, as in
    /// "members' views", rather than a quotation mark.
    fn is_possessive_at(&mut self, text: &str, at: usize) -> bool {
        let old = text[..at].chars().next_back();
        let new = text[at + 1..].chars().next();
        let opens =
            old.is_none_or(|c| c.is_whitespace() || "([\"—-/".contains(c)) && new.is_some_and(|c| !c.is_whitespace());
        let was_open = *self == Quote::Open;
        *self = if opens { Quote::Open } else { Quote::Closed };
        !was_open && !opens && old.is_some_and(|c| matches!(c, 's' | 'S'))
    }
}

/// What a character can be in a word.
#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Letter,
    Digit,
    /// A Roman numeral or a fraction.
    Numeral,
    /// A mark that goes with the character before it.
    Accent,
    Currency,
    /// Stands in no word, or is one by itself: scripts written without spaces give a word a character. Their word
    /// borders are a matter of dictionaries, and lexicon entries match across characters as they do across words.
    Other,
}

impl Kind {
    fn of(char: char) -> Kind {
        use GeneralCategory::*;
        match char {
            'a'..='z' | 'A'..='Z' => Kind::Letter,
            '0'..='9' => Kind::Digit,
            '¼'..='¾' | '⅐'..='⅞' => Kind::Numeral,
            _ if is_unspaced(char) => Kind::Other,
            _ => match get_general_category(char) {
                UppercaseLetter | LowercaseLetter | TitlecaseLetter | ModifierLetter | OtherLetter => Kind::Letter,
                DecimalNumber => Kind::Digit,
                LetterNumber => Kind::Numeral,
                NonspacingMark | SpacingMark | EnclosingMark => Kind::Accent,
                CurrencySymbol => Kind::Currency,
                _ => Kind::Other,
            },
        }
    }

    /// Whether the character can stand anywhere in a word.
    fn is_inner(self) -> bool {
        matches!(self, Kind::Letter | Kind::Digit | Kind::Numeral | Kind::Accent)
    }
}

/// Whether a character belongs to Han or kana.
fn is_unspaced(char: char) -> bool {
    matches!(char,
        '\u{2E80}'..='\u{2FDF}' | '々' | '〇' | '〡'..='〩' | '〸'..='〻' | 'ぁ'..='ゖ' | 'ゝ'..='ゟ' | 'ァ'..='ヿ'
        | 'ㇰ'..='ㇿ' | '㐀'..='䶿' | '一'..='鿿' | '\u{F900}'..='\u{FAFF}' | 'ｦ'..='ﾝ' | '\u{16FE2}'..='\u{16FE3}'
        | '\u{1AFF0}'..='\u{1B16F}' | '\u{20000}'..='\u{3FFFF}')
}

/// Whether a character is a Korean letter.
fn is_hangul(char: char) -> bool {
    matches!(char,
        '\u{1100}'..='\u{11FF}' | '\u{302E}'..='\u{302F}' | '\u{3131}'..='\u{318E}' | '\u{A960}'..='\u{A97C}'
        | '가'..='\u{D7FB}' | '\u{FFA0}'..='\u{FFDC}')
}

/// Reads words and marks off a text: each method takes a place and returns the end of what stands there, if it does.
struct Scanner<'t> {
    text: &'t str,
}

impl Scanner<'_> {
    fn char(&self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }

    /// Returns the end of the characters of a kind, be there any or none.
    fn run(&self, at: usize, is_wanted: impl Fn(char) -> bool) -> usize {
        let end = self.text[at..].char_indices().find(|&(_, char)| !is_wanted(char));
        end.map_or(self.text.len(), |(end, _)| at + end)
    }

    /// Returns where the next word or mark begins.
    fn start(&self, at: usize) -> Option<usize> {
        let start = self.run(at, char::is_whitespace);
        (start < self.text.len()).then_some(start)
    }

    /// A word, dots in a row, or one mark with the accents on it.
    fn token(&self, at: usize) -> usize {
        // Most words are plain letters with nothing behind them that could belong to them.
        let letters = self.text.as_bytes()[at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if letters > 0 && matches!(self.text.as_bytes().get(at + letters), None | Some(b' ' | b',')) {
            return at + letters;
        }
        let dots = self.run(at, |char| char == '.');
        if dots >= at + 2 {
            return dots;
        }
        self.word(at).unwrap_or_else(|| {
            let char = self.char(at).map_or(0, char::len_utf8);
            self.run(at + char, |char| Kind::of(char) == Kind::Accent)
        })
    }

    /// Parts joined by `/`, `-` or an apostrophe: `12-month`, `and/or`, `don't`.
    fn word(&self, at: usize) -> Option<usize> {
        let mut end = self.part(at)?;
        loop {
            let joined = match self.char(end) {
                Some('/' | '-') => self.part(end + 1),
                Some('\'') => self.after_apostrophe(end + 1),
                _ => None,
            };
            match joined {
                Some(joined) => end = joined,
                None => return Some(end),
            }
        }
    }

    /// What an apostrophe joins on. A Korean particle follows a closing quote without a space, so Hangul is not joined.
    fn after_apostrophe(&self, at: usize) -> Option<usize> {
        let first = self.char(at)?;
        (Kind::of(first).is_inner() && !is_hangul(first)).then(|| self.run(at, |char| Kind::of(char).is_inner()))
    }

    /// A price, initials, or letters and numbers in any order.
    fn part(&self, at: usize) -> Option<usize> {
        let first = self.char(at)?;
        match Kind::of(first) {
            Kind::Currency => self.amount(at + first.len_utf8()),
            Kind::Letter => self.initials(at).or_else(|| self.stem(at)),
            Kind::Digit | Kind::Numeral | Kind::Accent => self.stem(at),
            Kind::Other => None,
        }
    }

    /// What follows a currency: `$85`, `€1.5bn`
    fn amount(&self, at: usize) -> Option<usize> {
        let number = self.number(at)?;
        Some(self.run(number, |char| Kind::of(char).is_inner()))
    }

    /// `U.S.` with its last dot, but not the dot of `Mr.` or of a missing space, as in `peace.The`.
    fn initials(&self, at: usize) -> Option<usize> {
        let mut end = at;
        let mut count = 0;
        while let Some(char) = self.char(end).filter(|&char| Kind::of(char) == Kind::Letter)
            && self.text[end + char.len_utf8()..].starts_with('.')
        {
            end += char.len_utf8() + 1;
            count += 1;
        }
        (count >= 2).then_some(end)
    }

    fn stem(&self, at: usize) -> Option<usize> {
        let letters = |at| self.run(at, |char| matches!(Kind::of(char), Kind::Letter | Kind::Numeral | Kind::Accent));
        let mut end = letters(at);
        while let Some(number) = self.number(end) {
            end = letters(number);
        }
        (end > at).then_some(end)
    }

    /// Digits, and dots and commas between digits: `1,234.5`
    fn number(&self, at: usize) -> Option<usize> {
        let digits = |at| Some(self.run(at, |char| Kind::of(char) == Kind::Digit)).filter(|&end| end > at);
        let mut end = digits(at)?;
        while self.text[end..].starts_with(['.', ','])
            && let Some(more) = digits(end + 1)
        {
            end = more;
        }
        Some(end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use regex::Regex;
    use std::sync::LazyLock;

    /// Words as they stand, marks in parentheses.
    fn cut(text: &str) -> String {
        let shown = tokens(text).into_iter().map(|token| {
            let word = &text[token.at];
            match token.is_mark {
                true => format!("({word})"),
                false => word.to_string(),
            }
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn cuts_words_and_marks() {
        for (text, expected) in [
            ("", ""),
            ("We will, too.", "We will (,) too (.)"),
            ("the Committee's view", "the Committee 's view"),
            ("members' views", "members ' views"),
            ("the 'allies' met", "the (') allies (') met"),
            ("(EU)'s aim", "(() EU ()) 's aim"),
            ("don't, O'Brien's", "don't (,) O'Brien 's"),
            ("U.S. and U.N. aid", "U.S. and U.N. aid"),
            ("the U.S.-led force", "the U.S.-led force"),
            ("U.S.'s", "U.S. 's"),
            ("the U.S.A.", "the U.S.A."),
            ("Mr. Lee, in Jan. 2", "Mr (.) Lee (,) in Jan (.) 2"),
            ("peace.The D.The U.S.The", "peace (.) The D (.) The U.S. The"),
            ("т.е. мир", "т.е. мир"),
            ("2 1,234.5 2-1/4 1/4 6-1/2", "2 1,234.5 2-1/4 1/4 6-1/2"),
            ("6½ percent, 2%.", "6½ percent (,) 2 % (.)"),
            ("$85 billion, €1.5bn", "$85 billion (,) €1.5bn"),
            ("US$ 5", "US ($) 5"),
            ("12-month COVID-19 mid-2015", "12-month COVID-19 mid-2015"),
            ("S/RES/1718 (2006)", "S/RES/1718 (() 2006 ())"),
            ("and/or 1990s, the 2nd", "and/or 1990s (,) the 2nd"),
            ("short- and long-term", "short (-) and long-term"),
            ("so... it ended", "so (...) it ended"),
            ("aid—now", "aid (—) now"),
            ("中方愿于2018年推动AI。", "中 方 愿 于 2018 年 推 动 AI (。)"),
            ("コロナを", "コ ロ ナ を"),
            ("2018년 한반도 평화를", "2018년 한반도 평화를"),
            ("'평화'를 위해", "(') 평화 (') 를 위해"),
            ("cafe\u{301} 🕊", "cafe\u{301} (🕊)"),
        ] {
            assert_eq!(cut(text), expected, "{text}");
        }
    }

    #[test]
    fn takes_a_very_long_word_whole() {
        let word = "reunification-".repeat(40) + "policy";
        assert_eq!(cut(&word), word);
    }

    /// What [`Scanner`] reads, as one pattern. It says the same and takes four milliseconds to compile.
    static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
        let cjk = r"[\p{Han}\p{Hiragana}\p{Katakana}ーｰ--\p{M}]";
        let letter = format!(r"[\p{{L}}--[{cjk}]]");
        let inner = format!(r"[[\p{{L}}\p{{M}}\p{{Nd}}\p{{Nl}}¼-¾⅐-⅞]--[{cjk}]]");
        let number = r"\d+(?:[.,]\d+)*";
        let initials = format!(r"(?:{letter}\.){{2,}}");
        let part = format!(r"(?:\p{{Sc}}{number}{inner}*|{initials}|(?:{number}|{inner})+)");
        let word = format!(r"{part}(?:[/-]{part}|'[{inner}--\p{{Hangul}}]{inner}*)*");
        let tokens = format!(r"\.{{2,}}|[{cjk}]\p{{M}}*|{word}|\S\p{{M}}*");
        Regex::new(&tokens).expect("the pattern is fixed")
    });

    fn scanned(text: &str) -> Vec<&str> {
        let scanner = Scanner { text };
        let mut end = 0;
        std::iter::from_fn(|| {
            let start = scanner.start(end)?;
            end = scanner.token(start);
            Some(&text[start..end])
        })
        .collect()
    }

    fn matched(text: &str) -> Vec<&str> {
        TOKEN.find_iter(text).map(|found| found.as_str()).collect()
    }

    /// Texts of what words are made of, and of anything between.
    fn text() -> impl Strategy<Value = String> {
        let pieces = [
            ".", "..", ",", "'", "-", "/", " ", "\u{A0}", "(", "%", "$", "€", "￥", "a", "B", "é", "т", "ß", "1", "23",
            "٣", "½", "Ⅳ", "²", "\u{301}", "\u{93F}", "\u{94D}", "क", "한", "ᄒ", "ㄱ", "中", "々", "〇", "カ", "ー",
            "ｶ", "〆", "ㄅ", "\u{3099}", "\u{200D}", "🕊", "—", "'s",
        ];
        let piece = prop_oneof![
            6 => proptest::sample::select(pieces.to_vec()).prop_map(String::from),
            1 => "(?s).{0,3}",
        ];
        proptest::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
    }

    proptest! {
        #[test]
        fn scans_what_the_pattern_matches(text in text()) {
            prop_assert_eq!(scanned(&text), matched(&text));
        }
    }
}
