//! What turns a claim: two words that point opposite ways, or a denial.

use super::slots::{Side, Slot, are_decisions};
use super::{Facet, Reason};
use crate::align::Alignment;
use crate::lexicon::{Class, Lexicon, Tag};
use crate::stance::{Effect, Evidence, Mark, PartKind, Polarity, Time, is_content};
use crate::text::Span;
use std::collections::BTreeSet;
use std::ops::Range;

/// The likeness from which a claim that is denied on one side is the one that the other side makes, whatever its verb is said
/// of first. Of 12 verdicts of speeches between 0.4 and 0.6, read by eye, 11 were of two different claims (`We do not seek
/// conflict`, `We seek to manage the rivalry so that it does not tip into conflict`); no labelled one lies there.
const DENIED: f64 = 0.60;

/// Axes on which the two predicates point different ways, or on which a word was replaced by its opposite.
pub(super) fn axes(
    lexicon: &Lexicon,
    slots: &[Slot],
    old: &Side,
    new: &Side,
    alignment: &Alignment,
    is_close: bool,
) -> Vec<Reason> {
    let mut reasons = Vec::new();
    for scale in lexicon.scales.values().filter(|scale| scale.facet == Facet::Polarity.name()) {
        let (p, q) = (old.marks(&scale.id), new.marks(&scale.id));
        let is_one_thing = |(a, b): &(&Mark, &Mark)| {
            // What two claims much alike say of how things are need not name the thing: kind_f1 of the central bank's ledgers
            // 0.845, for 0.851, where this is asked of every axis.
            let is_asked = !is_close || scale.id == "direction";
            !is_asked || are_decisions(old, new) || share_moved(old, a, new, b, alignment, is_close)
        };
        let turned = predicates(old, &p, new, &q)
            // From flat to up is more of the same course and stands on the ladder of growth.
            .filter(|(a, b)| a.step != b.step && (scale.id == "decision" || a.step + b.step != 1))
            .or_else(|| slots.iter().find_map(|slot| replaced(slot, old, &p, new, &q)))
            .filter(is_one_thing);
        reasons.extend(turned.map(|(a, b)| Reason {
            facet: Facet::Polarity,
            rule: scale.id.clone(),
            old: Some(old.grade(lexicon, a)),
            new: Some(new.grade(lexicon, b)),
            sign: 0,
        }));
    }
    reasons
}

/// The words of an axis in the two predicates, where one of them is new and neither goes on: `was unchanged and ran below |
/// ran below` is of one course.
fn predicates<'r>(old: &Side, p: &[&'r Mark], new: &Side, q: &[&'r Mark]) -> Option<(&'r Mark, &'r Mark)> {
    let of_predicate = |side: &Side, marks: &[&'r Mark]| marks.iter().copied().find(|mark| side.is_predicate(mark));
    let (a, b) = (of_predicate(old, p)?, of_predicate(new, q)?);
    let goes_on = |side: &Side, mark: &Mark, other: &Side, others: &[&Mark]| {
        !side.is_own(mark) && others.iter().any(|theirs| theirs.entry == mark.entry && !other.is_own(theirs))
    };
    let is_new = old.is_own(a) || new.is_own(b);
    (is_new && !goes_on(old, a, new, q) && !goes_on(new, b, old, p)).then_some((a, b))
}

/// The words of an axis that stand in one slot and point opposite ways.
fn replaced<'r>(slot: &Slot, old: &Side, p: &[&'r Mark], new: &Side, q: &[&'r Mark]) -> Option<(&'r Mark, &'r Mark)> {
    let here = |side: &Side, range: &Range<usize>, marks: &[&'r Mark]| {
        let is_here = |mark: &&Mark| side.is_own(mark) && range.contains(&mark.tokens.start);
        let mut inside = marks.iter().copied().filter(is_here);
        // `Growth | stalled`: the predicate says where it goes.
        inside.clone().find(|mark| side.is_predicate(mark)).or_else(|| inside.next())
    };
    let (a, b) = (here(old, &slot.old, p)?, here(new, &slot.new, q)?);
    (a.step * b.step < 0).then_some((a, b))
}

/// Whether what two words of an axis move can be one thing: not where both tell what it is and no word is in both
/// (`inflation | falls`, `incomes | rise`), nor, where the claims are not close, where either does not tell (`a recovery`,
/// `to narrow | the gap`). Of all neighbouring pairs four reversals fall by the latter, of which three were wrong.
fn share_moved(old: &Side, a: &Mark, new: &Side, b: &Mark, alignment: &Alignment, is_close: bool) -> bool {
    let words = |side: &Side, mark: &Mark| -> BTreeSet<u32> {
        side.content(moved(side, mark), alignment).map(|key| alignment.weights.concept(key)).collect()
    };
    let (mine, theirs) = (words(old, a), words(new, b));
    is_close && (mine.is_empty() || theirs.is_empty()) || !mine.is_disjoint(&theirs)
}

/// What a word of an axis says is moved: what a verb is said to move (`reduce | the stocks`) or a noun or participle tells
/// of (`growth | of trade`, `rising | incomes`), else what stands before (`the stocks | have fallen`), else a subject from
/// the clause before.
fn moved(side: &Side, mark: &Mark) -> Range<usize> {
    let tokens = &side.phrase.tokens;
    let is_verb = mark.tokens.clone().any(|at| side.token(at).tag == Tag::Verb);
    let is_group = |at: usize| matches!(side.token(at).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Cconj);
    let is_behind = |at: usize| {
        let word = side.token(at).word.as_str();
        side.quantity(at).is_none() && (is_group(at) || word == "of" || word == "'s" || word == "in" && !is_verb)
    };
    let has_noun = |range: &Range<usize>| range.clone().any(|at| matches!(side.token(at).tag, Tag::Noun | Tag::Propn));
    let end = (mark.tokens.end..tokens.end).find(|&at| !is_behind(at)).unwrap_or(tokens.end);
    let behind = mark.tokens.end..end;
    if has_noun(&behind) {
        return behind;
    }
    let is_auxiliary = |at: usize| matches!(side.token(at).tag, Tag::Aux | Tag::Adv | Tag::Part | Tag::Verb);
    let is_before = |at: usize| {
        is_group(at) || side.token(at).word == "," || matches!(side.token(at).tag, Tag::Adp | Tag::Num | Tag::Part)
    };
    let back = |from: usize, is_inside: &dyn Fn(usize) -> bool| {
        (tokens.start..from).rev().find(|&at| !is_inside(at)).map_or(tokens.start, |at| at + 1)
    };
    let head = back(mark.tokens.start, &is_auxiliary);
    let before = back(head, &is_before)..head;
    if has_noun(&before) {
        return before;
    }
    let carried = side.phrase.actor.as_ref().filter(|actor| actor.is_carried);
    carried.map_or(0..0, |actor| actor.tokens.clone())
}

/// One side affirms what the other denies, or stands against what the other stands for.
pub(super) fn negation(lexicon: &Lexicon, old: &Side, new: &Side, alignment: &Alignment, score: f64) -> Option<Reason> {
    // `Will not rise` and `will rise`; not `will not rise` and `a tax to rise is wanted`.
    let lemma = |side: &Side, at: usize| side.token(at).lemma.clone();
    // `Do not seek | conflict` and `seek | conflict`; not `seek | to manage it`.
    let of_what = |side: &Side, head: usize| said(side, head + 1).map(|at| alignment.weights.keys(side.is_new)[at]);
    let turns_on = |mine: &Side, head: Option<usize>, other: &Side| {
        let theirs = other.phrase.verb.and_then(|verb| said(other, verb));
        head.zip(theirs).is_some_and(|(head, theirs)| {
            let is_of_one = score >= DENIED || of_what(mine, head) == of_what(other, theirs);
            is_of_one && lemma(mine, head) == lemma(other, theirs)
        })
    };
    let differs = match (denied(lexicon, old), denied(lexicon, new)) {
        (Some(head), None) => turns_on(old, head, new),
        (None, Some(head)) => turns_on(new, head, old),
        _ => false,
    };
    let differs = differs && say_one_thing(old, new, alignment);
    let differs = differs || has_come(old, new, alignment) || has_come(new, old, alignment);
    let favours = |side: &Side| matches!(side.phrase.class, Class::Support | Class::Praise);
    let objects = |side: &Side| matches!(side.phrase.class, Class::Oppose | Class::Concern);
    let turns = favours(old) && objects(new) || objects(old) && favours(new);
    if differs {
        return Some(Reason { facet: Facet::Polarity, rule: "negation".into(), old: None, new: None, sign: 0 });
    }
    turns.then(|| Reason {
        facet: Facet::Polarity,
        rule: "side".into(),
        old: old.cue(lexicon),
        new: new.cue(lexicon),
        sign: 0,
    })
}

/// Whether one side says that what the other, which denies, waits for has come: `will not lift the levy until | trade has
/// recovered`, `trade has recovered`.
fn has_come(waits: &Side, says: &Side, alignment: &Alignment) -> bool {
    let words = |side: &Side, tokens: Range<usize>| side.content(tokens, alignment).collect::<BTreeSet<u32>>();
    let is_told = matches!(says.phrase.class, Class::Assess | Class::Act) && says.phrase.time != Time::Future;
    if !is_told || waits.phrase.polarity == says.phrase.polarity || says.phrase.polarity == Polarity::Negated {
        return false;
    }
    // Its subject may be a pronoun in the term.
    let subject = says.phrase.actor.as_ref().map_or(0..0, |actor| actor.tokens.clone());
    let (said, subject) = (words(says, says.tokens.clone()), words(says, subject));
    let mut terms = waits.phrase.parts.iter().filter(|part| part.kind == PartKind::Term);
    terms.any(|part| {
        let term = words(waits, part.tokens.clone());
        let is_whole = said.iter().all(|word| term.contains(word) || subject.contains(word));
        is_whole && !term.is_empty() && term.is_subset(&said)
    })
}

/// Whether two claims of which one denies the other have enough in common to be of one thing: two words beside the one that
/// is denied, or that one and the only other of either. `That is fair` and `it is not fair` are of anything.
fn say_one_thing(old: &Side, new: &Side, alignment: &Alignment) -> bool {
    let words = |side: &Side| -> BTreeSet<u32> {
        let actor = side.phrase.actor.as_ref().map_or(0..0, |actor| actor.tokens.clone());
        let is_plain = |at: &usize| !matches!(side.token(*at).tag, Tag::Adv | Tag::Num);
        side.content(actor.chain(side.phrase.tokens.clone()).filter(is_plain), alignment).collect()
    };
    let (mine, theirs) = (words(old), words(new));
    let shared = mine.intersection(&theirs).count();
    shared > 2 || shared == 2 && shared == mine.len().min(theirs.len())
}

/// The word whose say a side denies, if it denies its claim: `does not | rise`. The `not` inside a cue is the cue's own
/// say: `do not support` and `will never tolerate` oppose, and deny nothing.
fn denied(lexicon: &Lexicon, side: &Side) -> Option<Option<usize>> {
    let is_cue = |evidence: &&Evidence| evidence.effect == Effect::Cue;
    let entry = side.phrase.because.iter().find(is_cue).map(|evidence| &lexicon.entries[evidence.entry]);
    let is_refusal = entry.is_some_and(|entry| entry.negated && entry.class != Some(Class::Oppose));
    let has_own = entry.is_some_and(|entry| entry.negated || entry.class == Some(Class::Oppose));
    let cue = side.phrase.cue.clone().filter(|_| has_own).map(|cue| side.reading.segments.span(cue));
    let is_outside = |evidence: &&Evidence| !cue.is_some_and(|cue| cue.contains(evidence.span));
    let all = side.phrase.because.iter().filter(|evidence| evidence.effect == Effect::Negation);
    let outside: Vec<&Evidence> = all.filter(is_outside).collect();
    if (outside.len() % 2 == 1) == is_refusal {
        return None;
    }
    let after = |span: Span| side.tokens.clone().find(|&at| side.token(at).span.start >= span.end);
    Some(outside.last().and_then(|evidence| said(side, after(evidence.span)?)))
}

/// The word that says what is said, from a place on: the verb behind its auxiliaries, or what is said after `be`.
fn said(side: &Side, from: usize) -> Option<usize> {
    (from..side.tokens.end).find(|&at| is_content(side.token(at)) && !matches!(side.token(at).tag, Tag::Adv | Tag::Aux))
}
