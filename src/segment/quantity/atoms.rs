//! Words cut finer: at hyphens, and where digits meet letters or signs.

use crate::lexicon::{QuantityForms, QuantityWords};
use crate::segment::Token;

/// A piece of a word: `mid` and `2015`, `25`, `basis` and `point`, `€`, `1.5` and `bn`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Atom<'t> {
    /// The piece, in lower case.
    pub(super) text: &'t str,
    /// The word, counted from the first of the sentence.
    pub(super) token: usize,
    /// Whether the word begins with it.
    pub(super) is_first: bool,
    /// Whether the word ends with it.
    pub(super) is_last: bool,
    /// The forms that begin with it.
    pub(super) forms: Option<&'static QuantityForms>,
}

/// Cuts the words of a sentence into atoms.
pub(super) fn atoms(tokens: &[Token]) -> Vec<Atom<'_>> {
    let words = QuantityWords::english();
    let mut atoms = Vec::with_capacity(tokens.len() + 8);
    for (token, word) in tokens.iter().map(|token| token.word.as_str()).enumerate() {
        let from = atoms.len();
        let mut add = |text| {
            atoms.push(Atom { text, token, is_first: false, is_last: false, forms: words.forms(text) });
        };
        if word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            add(word);
        } else if word.contains('-') && word != "-" {
            word.split('-').filter(|part| !part.is_empty()).for_each(|part| cut(part, &mut add));
        } else {
            cut(word, &mut add);
        }
        if let [first, ..] = &mut atoms[from..] {
            first.is_first = true;
        }
        if let [.., last] = &mut atoms[from..] {
            last.is_last = true;
        }
    }
    atoms
}

/// Cuts where digits end or begin; a word without any stays whole.
fn cut<'t>(word: &'t str, add: &mut impl FnMut(&'t str)) {
    if !word.contains(is_figure) {
        return add(word);
    }
    let mut from = 0;
    let mut old = None;
    for (at, char) in word.char_indices() {
        let is_inside =
            matches!(char, '.' | ',' | '/') && word[at + 1..].starts_with(|next: char| next.is_ascii_digit());
        let kind = match char {
            '0'..='9' => Kind::Digit,
            _ if is_inside && old == Some(Kind::Digit) => Kind::Digit,
            _ if is_figure(char) => Kind::Fraction,
            _ if char.is_alphabetic() => Kind::Letter,
            _ => Kind::Sign,
        };
        if old.is_some_and(|old| old != kind) {
            add(&word[from..at]);
            from = at;
        }
        old = Some(kind);
    }
    add(&word[from..]);
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Digit,
    Fraction,
    Letter,
    Sign,
}

fn is_figure(char: char) -> bool {
    matches!(char, '0'..='9' | '¼'..='¾' | '⅐'..='⅞')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_words() {
        for (word, expected) in [
            ("port", "port"),
            ("-", "-"),
            ("mid-2015", "mid 2015"),
            ("25-basis-point", "25 basis point"),
            ("2-1/4", "2 1/4"),
            ("2¼", "2 ¼"),
            ("€1.5bn", "€ 1.5 bn"),
            ("rmb443.2", "rmb 443.2"),
            ("1,234.50", "1,234.50"),
            ("1990s", "1990 s"),
            ("u.s.-led", "u.s. led"),
            ("s/res/1718", "s / res / 1718"),
            ("5.", "5 ."),
            ("--", ""),
        ] {
            let mut cuts = Vec::new();
            let mut add = |text| cuts.push(text);
            word.split('-').filter(|part| !part.is_empty()).for_each(|part| cut(part, &mut add));
            if word == "-" {
                cut(word, &mut |text| cuts.push(text));
            }
            assert_eq!(cuts.join(" "), expected, "{word}");
        }
    }
}
