//! Words and marks of a folded text.

use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// Where a word or mark stands in a folded text.
pub(super) struct Token {
    pub(super) at: Range<usize>,
    pub(super) is_mark: bool,
}

/// A word, number or mark. Scripts written without spaces give a word a character: their word borders
/// are a matter of dictionaries, and lexicon entries match across characters as they do across words.
static TOKEN: LazyLock<Regex> = LazyLock::new(|| {
    let cjk = r"\p{Han}\p{Hiragana}\p{Katakana}ーｰ";
    let letter = format!(r"[\p{{L}}--[{cjk}]]");
    let inner = format!(r"[[\p{{L}}\p{{M}}\p{{Nd}}\p{{Nl}}¼-¾⅐-⅞]--[{cjk}]]");
    let number = r"\d+(?:[.,]\d+)*";
    // U.S. with its last dot, but not the dot of "Mr." or of a missing space, as in "peace.The". No word
    // border (`\b`) is asked for here or below: on text that is not ASCII it is twenty times slower.
    let initials = format!(r"(?:{letter}\.){{2,}}");
    let part = format!(r"(?:\p{{Sc}}{number}{inner}*|{initials}|(?:{number}|{inner})+)");
    // A Korean particle follows a closing quote without a space, so no apostrophe joins Hangul.
    let word = format!(r"{part}(?:[/-]{part}|'[{inner}--\p{{Hangul}}]{inner}*)*");
    let tokens = format!(r"\.{{2,}}|[{cjk}]\p{{M}}*|{word}|\S\p{{M}}*");
    Regex::new(&tokens).expect("the pattern is fixed")
});

/// Cuts a folded text into words and marks.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut quote = Quote::Closed;
    for found in TOKEN.find_iter(text) {
        let token = found.as_str();
        if let Some(last) = tokens.last_mut()
            && is_possessive(&text[..last.at.end], found.start(), token)
        {
            last.at.end = found.end();
            last.is_mark = false;
            continue;
        }
        let is_mark = match token {
            "'" => !quote.is_possessive_at(text, found.start()),
            "%" | "％" => false,
            _ => !token.contains(char::is_alphanumeric),
        };
        // "Committee's" is two words: the possessive must not hide the word from the lexicon.
        let stem = found.end() - possessive(token);
        for at in [found.start()..stem, stem..found.end()] {
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
    let owner = old.strip_suffix('\'').filter(|_| old.len() == at);
    matches!(word, "s" | "S") && owner.is_some_and(|owner| owner.ends_with([')', ']', '"', '%']))
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

#[cfg(test)]
mod tests {
    use super::*;

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
}
