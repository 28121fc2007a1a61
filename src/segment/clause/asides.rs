//! What stands inside a clause and is not cut: asides between dashes, brackets and commas.

use super::Cutter;
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::{Segments, Token};
use std::ops::Range;

/// How many words an aside between commas may hold.
pub(super) const ASIDE: usize = 10;

/// How many words a quotation may hold that is cut no further.
const QUOTATION: usize = 25;

/// The marks besides a dash that end a stretch.
const ENDS: [&str; 5] = [";", ":", ".", "!", "?"];

/// For each token of a sentence whether it is inside brackets, or between two dashes where no verb is or where the
/// clause before still goes on: `wages — that is, what crews earn — rose`, `keep the levy — it is low — until spring`.
/// One pass, as a sentence may be a book.
pub(super) fn inserted(segments: &Segments, sentence: Range<usize>) -> Vec<bool> {
    let tokens = &segments.tokens[sentence.clone()];
    let mut inserted = vec![false; tokens.len()];
    let mut is_in_brackets = false;
    // Where the dash stands, and whether a verb stood before and after it.
    let mut dash: Option<(usize, bool, bool)> = None;
    let mut has_verb = false;
    for (at, token) in tokens.iter().enumerate() {
        inserted[at] = is_in_brackets;
        match token.word.as_str() {
            "(" | "[" => is_in_brackets = true,
            ")" | "]" => is_in_brackets = false,
            ";" | ":" => (dash, has_verb) = (None, false),
            "—" => {
                if let Some((open, has_before, has_inside)) = dash {
                    let next = (at + 1..tokens.len()).find(|&at| tokens[at].tag != Tag::Adv);
                    // `tolls rose — which few had seen — while trade fell`
                    let is_opened = next.is_some_and(|next| {
                        tokens[next].tag == Tag::Sconj && segments.begins(sentence.start + next, Role::Opener)
                    });
                    let next = next.map(|next| &tokens[next]);
                    let resumes = next.is_some_and(|next| {
                        next.is_finite || matches!(next.tag, Tag::Adp | Tag::Part) || next.word == "until"
                    });
                    // `ports were built — were lost — are ours` is a row of predicates.
                    let is_row = tokens[open + 1].is_finite && tokens[open + 1].tag == Tag::Aux;
                    // `were I to bring — after a week — a plan`, `has been — as it will be again — a good port`
                    let is_adverbial = tokens.len() > at + 1
                        && match tokens[open + 1].tag {
                            Tag::Adp if !has_inside => true,
                            Tag::Adp | Tag::Sconj => next.is_some_and(|next| next.tag != Tag::Cconj),
                            _ => false,
                        };
                    // `whose trading — and I stress the word — arm was`: what an aside says has no place in a row.
                    let is_remark = has_inside && {
                        let is_free = next.is_some_and(|next| !matches!(next.tag, Tag::Cconj | Tag::Pron));
                        let is_unfinished = open > 0 && tokens[open - 1].tag == Tag::Adj;
                        tokens[open + 1].tag == Tag::Cconj && is_free && is_unfinished
                    };
                    // `hold the ports — which are open to all — hostage`; but not `sold the ports — which were ours — they lost
                    // them`, where a clause of its own follows.
                    let is_relative = || {
                        let groups = |token: &Token| Grammar::english().groups(&token.word);
                        let first = &tokens[open + 1];
                        let is_person = next.is_some_and(|next| groups(next).has(Group::Subjects));
                        has_inside && groups(first).has(Group::Relatives) && first.word != "that" && !is_person
                    };
                    // `rose on trade — as crews know — and low tolls`: what is joined has no verb.
                    let is_joined = || {
                        let mut behind = tokens[at + 1..].iter().take_while(|token| !ENDS.contains(&&*token.word));
                        next.is_some_and(|next| next.tag == Tag::Cconj)
                            && !behind.any(|token| token.is_finite || token.word == "—")
                    };
                    let is_aside = resumes && !is_row || is_joined() || is_adverbial || is_remark || is_relative();
                    if is_aside && !is_opened || !has_before {
                        inserted[open..=at].fill(true);
                        has_verb = has_before;
                    } else if !has_inside {
                        inserted[open + 1..at].fill(true);
                    }
                    dash = None;
                } else {
                    dash = Some((at, has_verb, false));
                }
            }
            _ => {}
        }
        has_verb |= token.is_finite;
        if let Some((_, _, has_inside)) = &mut dash {
            *has_inside |= token.is_finite;
        }
    }
    inserted
}

/// For each token of a sentence the next mark from it on that ends a stretch, or the end of the sentence.
pub(super) fn stretches(tokens: &[Token], sentence: Range<usize>, inserted: &[bool]) -> Vec<usize> {
    let (start, mut end) = (sentence.start, sentence.end);
    let ends = |at: usize| {
        let is_strong = tokens[at].word == "—" || ENDS.contains(&&*tokens[at].word);
        // The dot of `Mr. Hale` is part of the name.
        is_strong && tokens[at].tag == Tag::Punct && !inserted[at - start]
    };
    let mut stretches: Vec<usize> = sentence
        .rev()
        .map(|at| {
            end = if ends(at) { at } else { end };
            end
        })
        .collect();
    stretches.reverse();
    stretches
}

impl Cutter<'_> {
    /// Whether the quotation around `at` is too short to hold clauses of its own: a title, a catchword.
    pub(super) fn is_short_quotation(&self, at: usize) -> bool {
        let open = (self.sentence.start..at).rev().find(|&at| self.is(at, "\""));
        let close = (at..self.sentence.end).find(|&at| self.is(at, "\""));
        matches!((open, close), (Some(open), Some(close)) if self.words(open..close) <= QUOTATION)
    }

    /// Skips an aside between commas (`and, over time, could`); nothing where the sentence ends.
    pub(super) fn skip_aside(&self, at: usize) -> Option<usize> {
        if at >= self.sentence.end {
            return None;
        }
        if !self.is(at, ",") {
            return Some(at);
        }
        let close = (at + 1..self.sentence.end.min(at + ASIDE)).find(|&at| self.is(at, ","))?;
        (close + 1 < self.sentence.end).then_some(close + 1)
    }

    /// Skips a clause of time, reason or condition between commas, however long: `and, while the islands have been at war, |
    /// trade grew`.
    pub(super) fn skip_clause(&self, at: usize) -> Option<usize> {
        let open = self.skip(at + 1, |token| token.tag == Tag::Adv);
        if !self.is(at, ",") || !(self.is_open_word(open) || self.opens_term(open)) {
            return None;
        }
        let end = self.stretch(at);
        let verb = self.finite(at..end)?;
        let close = (verb..end).find(|&at| self.is(at, ","))?;
        (close + 1 < end).then_some(close + 1)
    }
}
