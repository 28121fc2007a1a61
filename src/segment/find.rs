//! Finds the forms of a lexicon in a sentence: whole words, the longest first, `ignore` before all.

use super::Token;
use crate::lexicon::{Entry, Form, Grammar, Group, Lexicon, Piece, Role, Slot, Tag, UNNUMBERED};
use std::cmp::Reverse;
use std::ops::Range;

/// A form found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The entry in the lexicon.
    pub entry: usize,
    /// What the entry does.
    pub role: Role,
    /// The tokens it covers.
    pub tokens: Range<usize>,
}

/// A token as forms see it.
#[derive(Clone, Copy)]
struct Word {
    /// The number of its lemma among the words of forms.
    lemma: u32,
    /// That of the word as written.
    word: u32,
    is_adverb: bool,
    is_mark: bool,
}

impl Word {
    fn of(lexicon: &Lexicon, token: &Token) -> Word {
        let lemma = lexicon.number(&token.lemma);
        let word = if token.word == token.lemma { lemma } else { lexicon.number(&token.word) };
        Word { lemma, word, is_adverb: token.tag == Tag::Adv, is_mark: token.is_mark }
    }

    fn is(self, number: u32) -> bool {
        self.lemma == number || self.word == number
    }

    /// Its numbers, each once.
    fn numbers(self) -> impl Iterator<Item = u32> + Clone {
        std::iter::once(self.lemma).chain((self.word != self.lemma).then_some(self.word))
    }
}

/// How many words a gap may hold.
const GAP: usize = 6;

/// How many adverbs may stand between two words of a form: `is also strongly committed to`.
const ADVERBS: usize = 2;

/// Returns what the lexicon finds in one sentence whose first token has number `from`, in order of place.
///
/// In one slot the longest form wins at each place and none overlaps the one before; an `ignore` form silences all
/// that lies inside it.
pub(super) fn find(lexicon: &Lexicon, tokens: &[Token], from: usize) -> Vec<Hit> {
    // A sentence has about as many hits as words.
    let mut all: Vec<(Hit, usize)> = Vec::with_capacity(tokens.len());
    let words: Vec<Word> = tokens.iter().map(|token| Word::of(lexicon, token)).collect();
    let mut seconds = Vec::with_capacity(8);
    for at in 0..tokens.len() {
        let token = &tokens[at];
        if words[at].numbers().all(|number| number == UNNUMBERED) {
            continue;
        }
        // `May` is a month and `Will` a name; at the head of a sentence a capital says nothing.
        let is_name = token.tag == Tag::Propn && at > 0;
        find_seconds(&words[at + 1..], &mut seconds);
        let pairs = words[at].numbers().flat_map(|first| seconds.iter().map(move |&second| (first, second)));
        for form in pairs.flat_map(|(first, second)| lexicon.forms(first, second)) {
            let Some(length) = reach(form, &words[at..]) else { continue };
            let entry = &lexicon.entries[form.entry];
            if entry.role == Role::Grade && entry.scale.is_none() {
                // It stands on the ladder of some issuer, and none of those is in force.
                continue;
            }
            // A body is often named with a capital: `the Council`.
            let is_other = is_name && entry.role != Role::Body;
            if entry.tag.map_or(!is_other, |speech| speech.admits(token.tag)) {
                let hit = Hit { entry: form.entry, role: entry.role, tokens: at..at + length };
                let named = form.pieces.iter().filter(|piece| matches!(piece, Piece::Word(_))).count();
                all.push((hit, named));
            }
        }
    }
    // Of two that cover the same words the one that names more of them: `be deeply concerned` before `be concerned`.
    all.sort_by_key(|(hit, named)| (hit.tokens.start, Reverse(hit.tokens.end), Reverse(*named), hit.role, hit.entry));
    let mut all: Vec<Hit> = all.into_iter().map(|(hit, _)| hit).collect();
    drop_idle_leads(lexicon, tokens, &mut all);
    let silent: Vec<Range<usize>> =
        all.iter().filter(|hit| hit.role == Role::Ignore).map(|hit| hit.tokens.clone()).collect();
    let mut kept: Vec<Hit> = Vec::with_capacity(all.len());
    // In order of place the last form of a slot is the only one that can reach into the next.
    let mut ends: Vec<(Slot, usize)> = Vec::with_capacity(all.len());
    for hit in all {
        // `I would like to` says nothing but who speaks.
        let is_silent = !matches!(hit.role, Role::Ignore | Role::Speaker)
            && silent.iter().any(|s| s.start <= hit.tokens.start && hit.tokens.end <= s.end);
        let slot = lexicon.entries[hit.entry].slot();
        let end = ends.iter().position(|(other, _)| *other == slot);
        let overlaps = end.is_some_and(|at| ends[at].1 > hit.tokens.start);
        if !is_silent && !overlaps {
            match end {
                Some(at) => ends[at].1 = hit.tokens.end,
                None => ends.push((slot, hit.tokens.end)),
            }
            kept.push(hit);
        }
    }
    for hit in &mut kept {
        hit.tokens = hit.tokens.start + from..hit.tokens.end + from;
    }
    kept
}

/// Drops the forms that open a speech act where none follows: `I would like to | thank them`, `I would like to begin by |
/// thanking them`, but not `I would like to | sail`.
fn drop_idle_leads(lexicon: &Lexicon, tokens: &[Token], hits: &mut Vec<Hit>) {
    let is_lead = |hit: &Hit| lexicon.entries[hit.entry].leads;
    if !hits.iter().any(is_lead) {
        return;
    }
    let tells = |token: &Token| Grammar::english().groups(&token.lemma).has(Group::TellingVerbs);
    let mut is_speech: Vec<bool> = tokens.iter().map(tells).collect();
    for hit in hits.iter().filter(|hit| speaks(&lexicon.entries[hit.entry])) {
        is_speech[hit.tokens.start] |= tokens[hit.tokens.start].tag == Tag::Verb;
    }
    let leads_on = |hit: &Hit, is_speech: &[bool]| {
        let next = (hit.tokens.end..tokens.len()).find(|&at| tokens[at].tag != Tag::Adv);
        next.is_some_and(|next| is_speech[next])
    };
    // From the last to the first, since what leads may lead to what leads.
    for hit in hits.iter().filter(|hit| is_lead(hit)).rev() {
        is_speech[hit.tokens.start] |= leads_on(hit, &is_speech);
    }
    hits.retain(|hit| !is_lead(hit) || leads_on(hit, &is_speech));
}

/// Whether an entry takes a stance by saying so.
fn speaks(entry: &Entry) -> bool {
    entry.speaks || entry.role == Role::Reporter || entry.tells_attitude()
}

/// Finds the numbers that a second piece of a form may have where these words follow its first: those of the next word and
/// of what stands behind adverbs, or none where the piece is no word or there is none.
fn find_seconds(words: &[Word], seconds: &mut Vec<u32>) {
    seconds.clear();
    seconds.push(UNNUMBERED);
    let mut at = 0;
    for _ in 0..=ADVERBS {
        let Some(word) = words.get(at) else { return };
        for number in word.numbers() {
            if !seconds.contains(&number) {
                seconds.push(number);
            }
        }
        let Some(length) = adverb(&words[at..]) else { return };
        at += length;
    }
}

/// Returns how many tokens a form covers from the first of `words` on, which is its first word.
fn reach(form: &Form, words: &[Word]) -> Option<usize> {
    covered(&form.pieces[1..], words, 1, ADVERBS)
}

/// Returns how many tokens an adverb covers with which words begin: one, or three where commas set it apart.
fn adverb(words: &[Word]) -> Option<usize> {
    match words {
        [first, ..] if first.is_adverb => Some(1),
        [open, inner, close, ..] if open.is_mark && inner.is_adverb && close.is_mark => Some(3),
        _ => None,
    }
}

/// Returns where pieces end that begin at a word, where that many adverbs may stand before the first of them.
fn covered(pieces: &[Piece], words: &[Word], mut at: usize, mut adverbs: usize) -> Option<usize> {
    for (piece, next) in pieces.iter().zip(1..) {
        match piece {
            Piece::Word(numbers) => {
                let is_here = |word: &Word| numbers.iter().any(|&number| word.is(number));
                while !is_here(words.get(at)?) {
                    let length = if adverbs > 0 { adverb(&words[at..])? } else { return None };
                    (at, adverbs) = (at + length, adverbs - 1);
                }
            }
            Piece::Any if words.get(at)?.is_mark => return None,
            Piece::Any => {}
            Piece::Gap => {
                return (at + 1..=at + GAP)
                    .take_while(|end| words.get(end - 1).is_some_and(|word| !word.is_mark))
                    .find_map(|end| covered(&pieces[next..], words, end, 0));
            }
        }
        (at, adverbs) = (at + 1, ADVERBS);
    }
    Some(at)
}
