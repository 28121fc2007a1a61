//! Where sentences end: `sentencex` paragraph by paragraph, and what it is known to get wrong.

use crate::lexicon::{QuantityWords, is_quotative};
use crate::statement::Language;
use crate::text::{Layout, Paragraph, Word};
use std::ops::Range;

/// The most words and marks of a sentence. The longest in two centuries of speeches has some 800; what is longer is a
/// list or a table, and rules that look back to where a sentence begins would take ever longer over it.
const LONGEST: usize = 1000;

/// Returns the sentences of a paragraph as ranges of its words, none empty, nothing left out.
pub(super) fn split(paragraph: &Paragraph, language: &Language, layout: Layout) -> Vec<Range<usize>> {
    let sentences = whole(paragraph, language, layout).into_iter();
    sentences.flat_map(|sentence| in_pieces(paragraph, sentence)).collect()
}

/// Cuts a sentence that is too long at its semicolons, else at its commas, else anywhere.
fn in_pieces(paragraph: &Paragraph, sentence: Range<usize>) -> Vec<Range<usize>> {
    let mut pieces = Vec::with_capacity(1);
    let mut from = sentence.start;
    while sentence.end - from > LONGEST {
        let window = from..from + LONGEST;
        let last = |mark: &str| window.clone().rev().find(|&at| paragraph.word(&paragraph.words[at]) == mark);
        let to = last(";").or_else(|| last(",")).map_or(window.end, |at| at + 1);
        pieces.push(from..to);
        from = to;
    }
    pieces.push(from..sentence.end);
    pieces
}

/// Returns the sentences of a paragraph however long they are.
fn whole(paragraph: &Paragraph, language: &Language, layout: Layout) -> Vec<Range<usize>> {
    let words = &paragraph.words;
    if words.is_empty() {
        return Vec::new();
    }
    if layout == Layout::Lines {
        return std::iter::once(0..words.len()).collect();
    }
    let mut ends = Vec::new();
    let mut at = 0;
    for piece in sentencex::segment(&language.0, &paragraph.text) {
        at += piece.len();
        ends.push(at);
    }
    ends.extend(ends_in_month(paragraph));
    ends.extend(ends_in_dots(paragraph));
    ends.sort_unstable();
    let mut sentences: Vec<Range<usize>> = Vec::new();
    let mut from = 0;
    for end in ends {
        let to = words.partition_point(|word| word.at.start < end);
        if to == from {
            continue;
        }
        let joins = sentences.last().is_some_and(|before| {
            goes_on(paragraph, from)
                || is_number_only(paragraph, before.clone())
                || is_initial(paragraph, before.clone())
                || is_in_brackets(paragraph, before.clone(), from..to)
        });
        match sentences.last_mut() {
            Some(before) if joins => before.end = to,
            _ => sentences.push(from..to),
        }
        from = to;
    }
    if from < words.len() {
        match sentences.last_mut() {
            Some(last) => last.end = words.len(),
            None => sentences.push(0..words.len()),
        }
    }
    sentences
}

/// Where a sentence ends in `May.`, which is taken for an abbreviation.
fn ends_in_month(paragraph: &Paragraph) -> impl Iterator<Item = usize> {
    let word = |word: &Word| paragraph.word(word);
    paragraph.words.windows(3).filter_map(move |three| {
        let [month, dot, next] = three else { return None };
        let is_end = word(dot) == "." && month.at.end == dot.at.start && dot.at.end < next.at.start;
        let is_next = is_end && word(next).starts_with(char::is_uppercase);
        (is_next && QuantityWords::english().is_full_month(&word(month).to_lowercase())).then_some(next.at.start)
    })
}

/// Where a sentence ends in four dots, three of which stand for what is left out: `in the end. . . . We`.
fn ends_in_dots(paragraph: &Paragraph) -> impl Iterator<Item = usize> {
    let is_dot = |word: &Word| paragraph.word(word) == ".";
    paragraph.words.windows(5).filter_map(move |five| {
        let [dots @ .., next] = five else { return None };
        let is_next = paragraph.word(next).starts_with(char::is_uppercase);
        (is_next && dots.iter().all(is_dot)).then_some(next.at.start)
    })
}

/// Whether a sentence cannot begin so: a lower-case letter (after `para.`, `pct.`), a bare closing mark, a Korean
/// particle of quotation.
fn goes_on(paragraph: &Paragraph, from: usize) -> bool {
    let first = paragraph.word(&paragraph.words[from]);
    // `The port is open. "We sail," she said`: a mark that touches the next word opens a quotation.
    let opens = paragraph.words.get(from + 1).is_some_and(|next| {
        let is_apart = from == 0 || paragraph.words[from - 1].at.end < paragraph.words[from].at.start;
        first == "\"" && is_apart && next.at.start == paragraph.words[from].at.end
    });
    !opens && first.starts_with(|c: char| c.is_lowercase() || matches!(c, ',' | ')' | '"' | '”' | '」' | '』'))
        || is_quotative(first)
}

/// Whether the words are only the number of a clause (`1.`), which belongs to what follows.
fn is_number_only(paragraph: &Paragraph, words: Range<usize>) -> bool {
    paragraph.words[words].iter().all(|word| word.is_mark || paragraph.word(word).chars().all(|c| c.is_ascii_digit()))
}

/// Whether a bracket that the sentence before leaves open is closed by what follows (`see A/72/PV.3)`).
fn is_in_brackets(paragraph: &Paragraph, before: Range<usize>, next: Range<usize>) -> bool {
    let mark = |at: &usize| matches!(paragraph.word(&paragraph.words[*at]), "(" | ")");
    let is = |at: usize, mark: &str| paragraph.word(&paragraph.words[at]) == mark;
    let opens = before.rev().find(mark).is_some_and(|at| is(at, "("));
    opens && next.clone().find(mark).is_some_and(|at| is(at, ")") && at <= next.start + 3)
}

/// Whether the words end with an initial after a name (`Jeffrey M.`), which no sentence does.
fn is_initial(paragraph: &Paragraph, words: Range<usize>) -> bool {
    let [.., name, initial, dot] = &paragraph.words[words] else { return false };
    let is_upper = |word: &str| word.starts_with(char::is_uppercase);
    let (name, initial) = (paragraph.word(name), paragraph.word(initial));
    paragraph.word(dot) == "." && initial.len() == 1 && is_upper(initial) && is_upper(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Folded, Span};

    #[test]
    fn cuts_what_is_too_long_for_a_sentence() {
        let lengths = |text: &str| -> Vec<usize> {
            let folded = Folded::new(text, &[Span::new(0, text.len())], Layout::Prose);
            let sentences = split(&folded.paragraphs[0], &Language("en".into()), Layout::Prose);
            sentences.into_iter().map(|sentence| sentence.len()).collect()
        };
        assert_eq!(lengths(&"grain ".repeat(LONGEST)), [LONGEST]);
        assert_eq!(lengths(&"grain ".repeat(LONGEST * 2 + 1)), [LONGEST, LONGEST, 1]);
        assert_eq!(lengths(&"old grain, ".repeat(LONGEST / 2)), [LONGEST - 1, LONGEST / 2 + 1]);
        let list = ["grain, ", "timber, "].map(|item| item.repeat(LONGEST * 9 / 20));
        assert_eq!(lengths(&list.join("wool; ")), [LONGEST * 9 / 10 + 2, LONGEST * 9 / 10]);
    }
}
