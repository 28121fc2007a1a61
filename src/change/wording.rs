//! Word-level edits inside a link.

use crate::segment::Token;
use crate::stance::Reading;
use crate::text::Span;
use similar::{Algorithm, DiffOp, capture_diff_slices};
use std::ops::Range;

/// A run of words that stays, goes or comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Stands on both sides.
    Equal {
        /// Where in the old text.
        old: Span,
        /// Where in the new text.
        new: Span,
    },
    /// Stands only in the old text.
    Delete {
        /// Where.
        old: Span,
    },
    /// Stands only in the new text.
    Insert {
        /// Where.
        new: Span,
    },
}

impl Edit {
    /// Returns where it stands if only one side, the new or the old, has it.
    pub fn only_on(&self, is_new: bool) -> Option<Span> {
        match *self {
            Edit::Delete { old } if !is_new => Some(old),
            Edit::Insert { new } if is_new => Some(new),
            _ => None,
        }
    }
}

/// Returns the words of two stretches as runs that stay, go and come, in reading order.
pub fn edits(old: &Reading, old_tokens: Range<usize>, new: &Reading, new_tokens: Range<usize>) -> Vec<Edit> {
    let words = |reading: &Reading, tokens: Range<usize>| -> Vec<String> {
        reading.segments.tokens[tokens].iter().map(|token| token.word.to_string()).collect()
    };
    let (a, b) = (words(old, old_tokens.clone()), words(new, new_tokens.clone()));
    let old_span =
        |range: Range<usize>| old.segments.span(range.start + old_tokens.start..range.end + old_tokens.start);
    let new_span =
        |range: Range<usize>| new.segments.span(range.start + new_tokens.start..range.end + new_tokens.start);
    let mut edits = Vec::new();
    for op in diff(&a, &b) {
        match op {
            DiffOp::Equal { .. } => {
                edits.push(Edit::Equal { old: old_span(op.old_range()), new: new_span(op.new_range()) });
            }
            _ => {
                if !op.old_range().is_empty() {
                    edits.push(Edit::Delete { old: old_span(op.old_range()) });
                }
                if !op.new_range().is_empty() {
                    edits.push(Edit::Insert { new: new_span(op.new_range()) });
                }
            }
        }
    }
    edits
}

/// Returns the difference of two runs of words or keys, the same from either side: stretches that stay, and between them
/// one each of what went and came.
///
/// Patience, because it keeps fewer stray matches between texts that have little in common. Of several differences that
/// are as short it takes one by the order of its arguments, so it is always asked with the smaller one first.
pub(super) fn diff<T: Eq + Ord + std::hash::Hash>(old: &[T], new: &[T]) -> Vec<DiffOp> {
    let is_turned = old > new;
    let ops = if is_turned {
        capture_diff_slices(Algorithm::Patience, new, old)
    } else {
        capture_diff_slices(Algorithm::Patience, old, new)
    };
    let equal = ops.iter().filter_map(|op| match *op {
        DiffOp::Equal { old_index, new_index, len } if is_turned => Some((new_index, old_index, len)),
        DiffOp::Equal { old_index, new_index, len } => Some((old_index, new_index, len)),
        _ => None,
    });
    let mut ops = Vec::new();
    let (mut old_index, mut new_index) = (0, 0);
    for (a, b, len) in equal.chain([(old.len(), new.len(), 0)]) {
        match (a - old_index, b - new_index) {
            (0, 0) => {}
            (old_len, 0) => ops.push(DiffOp::Delete { old_index, old_len, new_index }),
            (0, new_len) => ops.push(DiffOp::Insert { old_index, new_index, new_len }),
            (old_len, new_len) => ops.push(DiffOp::Replace { old_index, old_len, new_index, new_len }),
        }
        if len > 0 {
            ops.push(DiffOp::Equal { old_index: a, new_index: b, len });
        }
        (old_index, new_index) = (a + len, b + len);
    }
    ops
}

/// Returns the difference of two runs of words by their keys. The other words of a figure go where its first word goes,
/// which stands for them.
pub(super) fn diff_words(old: (&[Token], &[u32]), new: (&[Token], &[u32])) -> Vec<DiffOp> {
    let groups = |tokens: &[Token]| -> Vec<Range<usize>> {
        let is_first = |at: &usize| *at == 0 || !tokens[*at].lemma.is_empty();
        let starts: Vec<usize> = (0..tokens.len()).filter(is_first).collect();
        let ends = starts.iter().skip(1).copied().chain([tokens.len()]);
        starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
    };
    let (a, b) = (groups(old.0), groups(new.0));
    let keys =
        |groups: &[Range<usize>], keys: &[u32]| -> Vec<u32> { groups.iter().map(|group| keys[group.start]).collect() };
    // Where groups begin, and where the run ends.
    let place = |groups: &[Range<usize>], at: usize| {
        groups.get(at).map_or_else(|| groups.last().map_or(0, |last| last.end), |group| group.start)
    };
    let mut ops = Vec::new();
    for op in diff(&keys(&a, old.1), &keys(&b, new.1)) {
        let (x, y) = (op.old_range(), op.new_range());
        if matches!(op, DiffOp::Equal { .. }) {
            for (x, y) in a[x].iter().zip(&b[y]) {
                let len = x.len().min(y.len());
                let (old_index, new_index) = (x.start + len, y.start + len);
                ops.push(DiffOp::Equal { old_index: x.start, new_index: y.start, len });
                if x.len() > len {
                    ops.push(DiffOp::Delete { old_index, old_len: x.len() - len, new_index });
                } else if y.len() > len {
                    ops.push(DiffOp::Insert { old_index, new_index, new_len: y.len() - len });
                }
            }
            continue;
        }
        let (old_index, new_index) = (place(&a, x.start), place(&b, y.start));
        let (old_len, new_len) = (place(&a, x.end) - old_index, place(&b, y.end) - new_index);
        ops.push(match op {
            DiffOp::Delete { .. } => DiffOp::Delete { old_index, old_len, new_index },
            DiffOp::Insert { .. } => DiffOp::Insert { old_index, new_index, new_len },
            _ => DiffOp::Replace { old_index, old_len, new_index, new_len },
        });
    }
    ops
}
