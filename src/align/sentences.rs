//! Which sentences answer each other.

use super::assign::{Candidate, assigned, weight};
use super::place::{Placed, moved};
use super::similarity::candidates;
use super::twins::{Twins, print};
use super::{Bag, Group, New, Old, Weights};
use crate::segment::Sentence;
use crate::stance::Reading;
use crate::text::Layout;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The share of containment in the likeness of two sentences: with 0.25 English essays are linked worse (0.977 for 0.979),
/// without it German pages (0.869 for 0.875), which have more splits.
const CONTAINMENT: f64 = 0.1;

/// The least likeness of two sentences that answer each other wherever they stand. At 0.35, 0.40 and 0.45 links of drafts
/// of English essays are 0.979, 0.979 and 0.979, of German web pages 0.879, 0.875 and 0.867, of retold fables 0.595,
/// 0.589 and 0.608: flat, so the middle.
const LEAST: f64 = 0.40;

/// The least likeness at which a sentence has moved among its neighbours; below, what crosses another pair is two
/// sentences of one topic. At 0.6, 0.7 and 0.9 changed links of the essays are 0.950, 0.951 and 0.953, whose readers
/// never let links cross, and links of the pages 0.875, 0.875 and 0.872, whose readers do.
const FAR: f64 = 0.70;

/// The mean likeness of paired sentences below which a text was told again rather than edited. It lies in the valley:
/// nearly all drafts of essays are above 0.6, fables below 0.5, and the German pages below it are linked better as retold.
const RETOLD: f64 = 0.55;

/// How many pairs, and how alike, are taken as seen beforehand: one pair alone says little.
const SEEN: (f64, f64) = (2.0, 0.4);

/// The largest gap, in sentences of the one times sentences of the other side, that is filled. A thousand by a thousand
/// sentences without one that has an answer are no gap.
const LARGEST_GAP: usize = 1_000_000;

/// What it adds to the likeness of two sentences or phrases that their paragraphs are alike: enough to tell equal ones
/// apart, too little to tell others.
pub(super) const AROUND: f64 = 0.01;

/// The sentences of one side.
pub(super) struct Sentences<'r> {
    pub(super) reading: &'r Reading,
    pub(super) bags: Vec<Bag>,
    /// The words of each paragraph that has sentences, and which is each one's.
    paragraphs: Vec<Bag>,
    paragraph_of: Vec<usize>,
    /// The block of each: sentences are neighbours only within one. A paragraph is one, since it may stand anywhere;
    /// lines that are sentences make one all together.
    pub(super) blocks: Vec<usize>,
    is_lines: bool,
}

impl<'r> Sentences<'r> {
    pub(super) fn of(weights: &Weights, is_new: bool, reading: &'r Reading) -> Sentences<'r> {
        let sentences = &reading.segments.sentences;
        let paragraphs: Vec<&[Sentence]> = sentences.chunk_by(|x, y| x.paragraph == y.paragraph).collect();
        let paragraph_of: Vec<usize> =
            paragraphs.iter().enumerate().flat_map(|(at, paragraph)| vec![at; paragraph.len()]).collect();
        let is_lines = reading.statement.folded.layout == Layout::Lines;
        Sentences {
            reading,
            bags: sentences.iter().map(|sentence| weights.bag(is_new, reading, sentence.tokens.clone())).collect(),
            paragraphs: paragraphs.iter().map(|paragraph| weights.bag(is_new, reading, tokens(paragraph))).collect(),
            blocks: if is_lines { vec![0; sentences.len()] } else { paragraph_of.clone() },
            paragraph_of,
            is_lines,
        }
    }

    /// Returns how many words a sentence has.
    fn count(&self, sentence: usize) -> usize {
        self.reading.segments.sentences[sentence].tokens.len()
    }

    /// Returns the sentences of a block.
    fn in_block(&self, block: usize) -> Range<usize> {
        self.blocks.partition_point(|&at| at < block)..self.blocks.partition_point(|&at| at <= block)
    }

    /// Returns how alike the paragraphs of two sentences are.
    pub(super) fn around(&self, sentence: usize, other: &Sentences, another: usize) -> f64 {
        let (mine, theirs) = (self.paragraph_of[sentence], other.paragraph_of[another]);
        self.paragraphs[mine].likeness(&other.paragraphs[theirs])
    }

    /// Returns the words of each sentence, with a print of its text and its paragraph's.
    pub(super) fn words(&self, weights: &Weights, is_new: bool) -> Vec<(Vec<u32>, u64)> {
        let sentences = &self.reading.segments.sentences;
        let text = |tokens: Range<usize>| self.reading.quote(tokens).bytes().map(u64::from);
        let paragraphs = sentences.chunk_by(|x, y| x.paragraph == y.paragraph);
        paragraphs
            .flat_map(|paragraph| {
                let around = print(text(tokens(paragraph)));
                paragraph.iter().map(move |sentence| {
                    let text = print(text(sentence.tokens.clone()).chain([around]));
                    (weights.words(is_new, self.reading, sentence.tokens.clone()), text)
                })
            })
            .collect()
    }
}

/// The tokens of neighbouring sentences.
fn tokens(sentences: &[Sentence]) -> Range<usize> {
    sentences[0].tokens.start..sentences[sentences.len() - 1].tokens.end
}

/// Groups the sentences of two sides that answer each other.
///
/// Sentences that are alike are paired wherever they stand. What is left is paired in its place: in order, between pairs
/// of the same two blocks. What is left then joins the pair of a neighbour that says the same. Also returns whether nothing
/// was cut short for its size.
pub(super) fn group(weights: &Weights, sides: &[Sentences; 2]) -> (Vec<Group>, bool) {
    let [old, new] = sides;
    let twins = Twins::of(&old.words(weights, false), &new.words(weights, true));
    let mut near: Vec<Candidate> = candidates(&old.bags, &new.bags, CONTAINMENT, LEAST)
        .into_iter()
        .map(|(a, b, score)| (a, b, score + twins.bonus(a, b) + AROUND * old.around(a, new, b)))
        .collect();
    // Sentences of nothing but furniture weigh nothing, yet a greeting answers the same greeting.
    near.extend(twins.pairs().filter(|&(a, _)| old.bags[a].total() == 0.0).map(|(a, b)| (a, b, 1.0)));
    let (anchors, is_best) = assigned(&twins, &near);
    let (pairs, is_filled) = fill(sides, &twins, anchors);
    (in_order(join(sides, &pairs), sides, &twins), is_best && is_filled)
}

/// How freely the old text was made into the new one, and so what stands for an answer in the same place.
#[derive(Clone, Copy)]
struct Revision {
    /// The least likeness of two sentences left over that stand in the same place.
    least: f64,
    /// What it takes from that likeness to stand at the other end of the place.
    place: f64,
    /// The least share of a sentence's words that must stand in its neighbour's counterpart to join it.
    joins: f64,
}

/// The text was edited, and what was not left alone is mostly new. With 0.22, 0.25 and 0.28 for `least` links of the essays
/// are 0.979; with 0.6, 0.75 and 0.9 for `joins` 0.978, 0.979 and 0.980, and of the German pages 0.882, 0.875 and 0.872.
const EDITED: Revision = Revision { least: 0.25, place: 0.0, joins: 0.75 };

/// The matter was told again, and what stands in the same place mostly says the same. With 0.1 for `least` links of the
/// fables are 0.576 for 0.589, with 0.2 and 0.1 for `joins` 0.578 and 0.581, with 0 for `place` 0.586.
const FREE: Revision = Revision { least: 0.05, place: 0.1, joins: 0.15 };

/// Pairs of sentences, and the revision of the places that run side by side; all others are edited.
struct Pairs {
    pairs: Vec<Candidate>,
    revisions: BTreeMap<(usize, usize), Revision>,
}

/// Whether the matter was told again in other words, by how alike pairs of sentences are that answer each other.
fn is_retold(sides: &[Sentences; 2], anchors: &[Candidate]) -> bool {
    let mut likeness: Vec<f64> =
        anchors.iter().map(|&(a, b, _)| sides[0].bags[a].likeness_by(&sides[1].bags[b], CONTAINMENT)).collect();
    // A sum in one order, whichever side is asked.
    likeness.sort_by(f64::total_cmp);
    let (count, mean) = SEEN;
    (likeness.iter().sum::<f64>() + count * mean) / (likeness.len() as f64 + count) < RETOLD
}

/// Leaves out pairs that lost their order and are no more than alike, and pairs what is left in the gaps.
fn fill(sides: &[Sentences; 2], twins: &Twins, anchors: Vec<Candidate>) -> (Pairs, bool) {
    let [old, new] = sides;
    let is_retold = is_retold(sides, &anchors);
    let mut by_blocks: BTreeMap<(usize, usize), Vec<Candidate>> = BTreeMap::new();
    for pair in anchors {
        by_blocks.entry((old.blocks[pair.0], new.blocks[pair.1])).or_default().push(pair);
    }
    let are_lines = old.is_lines && new.is_lines;
    if are_lines {
        by_blocks.entry((0, 0)).or_default();
    }
    let mut pairs = Vec::new();
    for found in by_blocks.values_mut() {
        let placed = |(number, &(a, b, _)): (usize, &Candidate)| {
            let weight = old.count(a) + new.count(b);
            Placed { old: a, new: b, weight, tie: twins.tie(a, b), number }
        };
        let moved = moved(found.iter().enumerate().map(placed).collect());
        pairs.extend(moved.iter().map(|&number| found[number]).filter(|pair| pair.2 >= FAR));
        let mut number = 0..;
        found.retain(|_| !number.next().is_some_and(|number| moved.contains(&number)));
        pairs.extend(found.iter());
    }
    let is_paired: [BTreeSet<usize>; 2] =
        [pairs.iter().map(|pair| pair.0).collect(), pairs.iter().map(|pair| pair.1).collect()];
    // The place of a block on the other side is where most of it is.
    let mut places: [BTreeMap<usize, (i128, usize)>; 2] = Default::default();
    for (&(p, q), chain) in &by_blocks {
        let total = chain.iter().map(|pair| weight(twins, pair)).sum();
        for (side, block, other) in [(0, p, q), (1, q, p)] {
            let best = places[side].entry(block).or_insert((total, other));
            *best = (*best).max((total, other));
        }
    }
    let mut revisions = BTreeMap::new();
    let mut is_filled = true;
    for (&(p, q), chain) in &by_blocks {
        if places[0][&p].1 != q || places[1][&q].1 != p {
            continue;
        }
        // Two pairs in order say that two paragraphs run side by side; lines are there to be set side by side.
        let is_free = is_retold && (are_lines || chain.len() >= 2);
        let revision = if is_free { FREE } else { EDITED };
        revisions.insert((p, q), revision);
        let (in_old, in_new) = (old.in_block(p), new.in_block(q));
        let mut from = (in_old.start, in_new.start);
        for to in chain.iter().map(|&(a, b, _)| (a, b)).chain([(in_old.end, in_new.end)]) {
            let rows: Vec<usize> = (from.0..to.0).filter(|a| !is_paired[0].contains(a)).collect();
            let columns: Vec<usize> = (from.1..to.1).filter(|b| !is_paired[1].contains(b)).collect();
            is_filled &= rows.len() * columns.len() <= LARGEST_GAP;
            pairs.extend(in_gap(sides, twins, revision, &rows, &columns));
            from = (to.0 + 1, to.1 + 1);
        }
    }
    pairs.sort_by_key(|pair| pair.0);
    (Pairs { pairs, revisions }, is_filled)
}

/// Returns the best pairing in order of the sentences in one gap.
fn in_gap(
    sides: &[Sentences; 2],
    twins: &Twins,
    revision: Revision,
    rows: &[usize],
    columns: &[usize],
) -> Vec<Candidate> {
    if rows.is_empty() || columns.is_empty() || rows.len() * columns.len() > LARGEST_GAP {
        return Vec::new();
    }
    let share = |at: usize, of: usize| (at as f64 + 0.5) / of as f64;
    let cell = |row: usize, column: usize| {
        let (a, b) = (rows[row], columns[column]);
        let apart = (share(row, rows.len()) - share(column, columns.len())).abs();
        let score =
            sides[0].bags[a].likeness_by(&sides[1].bags[b], CONTAINMENT) - revision.place * apart - revision.least;
        (score > 0.0).then_some((a, b, score))
    };
    let width = columns.len() + 1;
    let mut best = vec![0i128; (rows.len() + 1) * width];
    let mut pair = vec![None; best.len()];
    for row in 0..rows.len() {
        for column in 0..columns.len() {
            let at = (row + 1) * width + column + 1;
            let alone = best[at - 1].max(best[at - width]);
            let found = cell(row, column);
            let together = found.map_or(-1, |pair| best[at - width - 1] + weight(twins, &pair));
            best[at] = alone.max(together);
            pair[at] = found.filter(|_| together > alone);
        }
    }
    let mut pairs = Vec::new();
    let (mut row, mut column) = (rows.len(), columns.len());
    while row > 0 && column > 0 {
        let at = row * width + column;
        if let Some(pair) = pair[at] {
            pairs.push(pair);
            (row, column) = (row - 1, column - 1);
        } else if best[at] == best[at - width] {
            row -= 1;
        } else {
            column -= 1;
        }
    }
    pairs
}

/// Old and new sentences that answer each other.
type Sets = (BTreeSet<usize>, BTreeSet<usize>);

/// Returns pairs, each with the unpaired neighbours that stand in its other side, and what stands alone.
fn join(sides: &[Sentences; 2], Pairs { pairs, revisions }: &Pairs) -> Vec<Sets> {
    let [old, new] = sides;
    let least = |&(a, b, _): &Candidate| {
        revisions.get(&(old.blocks[a], new.blocks[b])).map_or(EDITED.joins, |revision| revision.joins)
    };
    let mut groups: Vec<Sets> = pairs.iter().map(|&(a, b, _)| (BTreeSet::from([a]), BTreeSet::from([b]))).collect();
    let by = |item: fn(&Candidate) -> usize| -> BTreeMap<usize, usize> {
        pairs.iter().enumerate().map(|(group, pair)| (item(pair), group)).collect()
    };
    let (mut by_old, mut by_new) = (by(|pair| pair.0), by(|pair| pair.1));
    // Both sides look at the pairs alone, so that turning the statements round changes nothing.
    let joins = |from: &Sentences, to: &Sentences, mine: &BTreeMap<usize, usize>, other: fn(&Candidate) -> usize| {
        let alone = (0..from.bags.len()).filter(|at| !mine.contains_key(at));
        let joining = alone.filter_map(|at| {
            let neighbours = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
            // Of two hosts that hold as much of it, the one before it.
            let (_, _, group) = neighbours
                .filter(|&neighbour| from.blocks.get(neighbour) == Some(&from.blocks[at]))
                .filter_map(|neighbour| Some((neighbour, *mine.get(&neighbour)?)))
                .map(|(neighbour, group)| (from.bags[at].share_in(&to.bags[other(&pairs[group])]), neighbour, group))
                .filter(|(share, _, group)| *share >= least(&pairs[*group]))
                .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)))?;
            Some((at, group))
        });
        joining.collect::<Vec<_>>()
    };
    let old_joins = joins(old, new, &by_old, |pair| pair.1);
    let new_joins = joins(new, old, &by_new, |pair| pair.0);
    for (at, group) in old_joins {
        groups[group].0.insert(at);
        by_old.insert(at, group);
    }
    for (at, group) in new_joins {
        groups[group].1.insert(at);
        by_new.insert(at, group);
    }
    groups.extend(
        (0..old.bags.len()).filter(|at| !by_old.contains_key(at)).map(|at| (BTreeSet::from([at]), BTreeSet::new())),
    );
    groups.extend(
        (0..new.bags.len()).filter(|at| !by_new.contains_key(at)).map(|at| (BTreeSet::new(), BTreeSet::from([at]))),
    );
    groups
}

/// Puts groups in the order of the new statement, each removed sentence after the one it followed, and says which
/// left their place.
fn in_order(groups: Vec<Sets>, sides: &[Sentences; 2], twins: &Twins) -> Vec<Group> {
    let words =
        |side: usize, sentences: &BTreeSet<usize>| -> usize { sentences.iter().map(|&at| sides[side].count(at)).sum() };
    let two_sided: Vec<Placed> = groups
        .iter()
        .enumerate()
        .filter_map(|(number, (old, new))| {
            let (&a, &b) = (old.first()?, new.first()?);
            Some(Placed { old: a, new: b, weight: words(0, old) + words(1, new), tie: twins.tie(a, b), number })
        })
        .collect();
    let moved = moved(two_sided.clone());
    // A removed sentence follows the last sentence before it that stayed in place.
    let mut stays: Vec<(usize, usize)> = two_sided
        .iter()
        .filter(|placed| !moved.contains(&placed.number))
        .map(|placed| (placed.old, placed.new))
        .collect();
    stays.sort_unstable();
    let anchor = |old: usize| match stays.partition_point(|&(before, _)| before < old) {
        0 => 0,
        after => stays[after - 1].1 + 1,
    };
    let mut keyed: Vec<((usize, usize, usize), Group)> = groups
        .into_iter()
        .enumerate()
        .map(|(at, (old, new))| {
            let key = match (old.first(), new.first()) {
                (_, Some(&new)) => (new, 1, 0),
                (Some(&old), None) => (anchor(old), 0, old),
                (None, None) => (0, 0, 0),
            };
            let group = Group {
                old: old.into_iter().map(Old).collect(),
                new: new.into_iter().map(New).collect(),
                is_moved: moved.contains(&at),
            };
            (key, group)
        })
        .collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, group)| group).collect()
}
