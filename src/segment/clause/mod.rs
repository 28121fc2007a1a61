//! Clause borders inside a sentence.
//!
//! The measured setting: one finite clause or joined predicate, a reason before the main clause, a subordinate
//! clause. Finer pieces (`that` clauses, purposes, means) stay inside: as phrases of their own they are stubs and
//! cost precision.

mod asides;
mod breaks;
mod enclosed;
mod joints;
mod openers;
mod pairs;
mod predicates;
mod rows;
mod tails;

use super::{Clause, ClauseKind, Hit, Segments, Token};
use crate::lexicon::{Case, Grammar, Group, Lexicon, Role, Tag};
use crate::text::Span;
use asides::{inserted, stretches};
use smol_str::SmolStr;
use std::ops::Range;

/// Returns the clauses of a sentence; together they hold all its tokens.
pub(super) fn cut(segments: &Segments, sentence: Range<usize>, lexicon: Option<&Lexicon>) -> Vec<Clause> {
    let Some(lexicon) = lexicon else {
        let starts = (sentence.start + 1..sentence.end).filter(|&at| ends_piece(&segments.tokens[at - 1].word));
        return pieces(sentence.clone(), starts.collect(), ClauseKind::Plain);
    };
    let roll = segments.hits_in(sentence.clone()).iter().find(|hit| matches!(hit.role, Role::Roll | Role::Dissent));
    // Only names may stand before it: `I ask you to vote for` is no roll.
    let is_name = |at: usize| segments.tokens[at].is_mark || segments.tokens[at].tag == Tag::Propn;
    if let Some(hit) = roll.filter(|hit| (sentence.start..hit.tokens.start).all(is_name)) {
        return match hit.role {
            Role::Roll => pieces(sentence, Vec::new(), ClauseKind::Roll),
            _ => pieces(sentence.clone(), dissents(segments, sentence), ClauseKind::Dissent),
        };
    }
    // `[At this point, the master opened the port.]`
    let close = sentence.clone().rev().find(|&at| segments.tokens[at].word == "]");
    let is_remark = segments.tokens[sentence.start].word == "["
        && close.is_none_or(|close| (close + 1..sentence.end).all(|at| segments.tokens[at].is_mark))
        && close.is_none_or(|close| !(sentence.start + 1..close).any(|at| segments.tokens[at].word == "]"));
    if is_remark {
        return pieces(sentence, Vec::new(), ClauseKind::Roll);
    }
    let mut inserted = inserted(segments, sentence.clone());
    // A figure is not cut: `between one | and two years ahead`.
    for figure in segments.quantities_in(sentence.clone()) {
        inserted[figure.tokens.start + 1 - sentence.start..figure.tokens.end - sentence.start].fill(true);
    }
    let stretches = stretches(&segments.tokens, sentence.clone(), &inserted);
    let cutter = Cutter { segments, lexicon, sentence: sentence.clone(), inserted, stretches };
    let mut clauses = pieces(sentence, cutter.starts(), ClauseKind::Plain);
    for clause in &mut clauses {
        let first = clause.tokens.start;
        let main = cutter.main_verb(clause.tokens.clone());
        clause.verb = main.or_else(|| cutter.finite(clause.tokens.clone()));
        if cutter.is_announcement(clause) {
            clause.kind = ClauseKind::Roll;
        }
        // `must feed the crews and | make sure that they are safe`
        if let Some((modal, verb)) = cutter.shared_modal(first).filter(|&(_, verb)| main.is_none_or(|main| verb < main))
        {
            (clause.modal, clause.verb) = (Some(modal), Some(verb));
        }
        if first > cutter.sentence.start && cutter.is(first - 1, ",") && clause.verb.is_none() {
            // `, easing the shortage and lifting wages`: it says something of the subject before.
            clause.verb = Some(cutter.skip(first, |token| token.tag == Tag::Adv))
                .filter(|&verb| clause.tokens.contains(&verb) && cutter.token(verb).tag == Tag::Verb);
        }
        if let Some(to) = cutter.joined_infinitive(first) {
            clause.verb =
                Some(cutter.skip(to + 1, |token| token.tag == Tag::Adv)).filter(|verb| clause.tokens.contains(verb));
        }
    }
    clauses
}

/// Cuts a range at the given places.
fn pieces(range: Range<usize>, starts: Vec<usize>, kind: ClauseKind) -> Vec<Clause> {
    let mut from = range.start;
    let mut clauses = Vec::new();
    for to in starts.into_iter().chain([range.end]) {
        clauses.push(Clause { tokens: from..to, kind, verb: None, modal: None });
        from = to;
    }
    clauses
}

/// Whether a mark ends a piece in a language of which only the marks are known.
fn ends_piece(mark: &str) -> bool {
    matches!(mark, ";" | "；" | "—")
}

/// Where each further dissenter of `Voting against were A, who ...; and B, who ...` begins, and what else one was against:
/// `A, who opposed the levy | and disliked the plan`.
fn dissents(segments: &Segments, sentence: Range<usize>) -> Vec<usize> {
    let tokens = &segments.tokens;
    let is_further = |at: usize| {
        let verb = &tokens[at + 1];
        let who = (sentence.start..at).rev().find(|&at| tokens[at].word == "who");
        let is_plain = |who: usize| {
            let opens = |at: usize| segments.begins(at, Role::Complementizer) && tokens[at].tag != Tag::Det;
            tokens[who + 1].tag == Tag::Verb && tokens[who + 1].is_preterite && !(who + 1..at).any(opens)
        };
        tokens[at].word == "and"
            && verb.tag == Tag::Verb
            && verb.is_finite
            && verb.is_preterite
            && who.is_some_and(is_plain)
    };
    // `, and | Ann Vale, who`
    let is_next = |at: usize| {
        let is_name = |at: &usize| matches!(tokens[*at].tag, Tag::Propn | Tag::Cconj) || tokens[*at].is_mark;
        let is_who = |at: usize| tokens.get(at).is_some_and(|token| token.word == "who");
        tokens[at - 1].word == "," && tokens[at].word == "and" && (sentence.start..at).any(is_who) && {
            let names = (at + 1..sentence.end).take_while(is_name).count();
            names > 1 && is_who(at + 1 + names)
        }
    };
    let has_who = |at: usize| tokens[at..sentence.end].iter().any(|token| token.word == "who");
    (sentence.start + 1..sentence.end)
        .filter(|&at| {
            tokens[at - 1].word == ";" && has_who(at) || at + 1 < sentence.end && (is_further(at) || is_next(at))
        })
        .collect()
}

/// The most words of a participle or of a concession that always stays with the claim before it.
const TAIL: usize = 7;

/// What is needed to judge a place in a sentence.
struct Cutter<'s> {
    segments: &'s Segments,
    lexicon: &'s Lexicon,
    sentence: Range<usize>,
    /// For each token of the sentence whether it is inside a figure, brackets or an aside between dashes.
    inserted: Vec<bool>,
    /// For each token of the sentence where the stretch that begins with it ends.
    stretches: Vec<usize>,
}

/// What stands before and behind a text.
static OUTSIDE: Token = Token {
    span: Span { start: 0, end: 0 },
    word: SmolStr::new_static(""),
    case: Case::Lower,
    lemma: SmolStr::new_static(""),
    tag: Tag::Punct,
    is_finite: false,
    is_gerund: false,
    is_participle: false,
    is_preterite: false,
    is_mark: true,
    is_negator: false,
    is_furniture: false,
};

impl Cutter<'_> {
    /// The token at a place, or [`OUTSIDE`]: a rule asks what comes next also where the text breaks off (`We keep it, and`).
    fn token(&self, at: usize) -> &Token {
        self.segments.tokens.get(at).unwrap_or(&OUTSIDE)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.sentence.contains(&at) && self.token(at).word == word
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.token(at).tag, Tag::Noun | Tag::Propn)
    }

    /// Whether a word says whose what follows is: `our`, `its`.
    fn is_owner(&self, at: usize) -> bool {
        Grammar::english().groups(&self.token(at).word).has(Group::Possessives)
    }

    fn finite(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| self.token(at).is_finite && !self.inserted[at - self.sentence.start])
    }

    /// Returns where clauses after the first begin.
    fn starts(&self) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut from = self.sentence.start;
        let mut quotes = 0;
        for at in self.sentence.start + 1..self.sentence.end {
            quotes += usize::from(self.is(at - 1, "\""));
            if self.token(at).is_mark || self.inserted[at - self.sentence.start] {
                continue;
            }
            let is_in_title = quotes % 2 == 1 && self.is_short_quotation(at);
            if self.is_numbered(at) || self.is_reported(from, at) || !is_in_title && self.is_border(from, at) {
                starts.push(at);
                from = at;
            }
        }
        starts
    }

    /// Whether the predicate of a clause only tells what the text will tell or where it is found.
    fn is_announcement(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|verb| {
            let hits = self.segments.hits_in(clause.tokens.clone()).iter();
            hits.filter(|hit| hit.role == Role::Announcement)
                .any(|hit| hit.tokens.start <= verb + 1 && verb < hit.tokens.end)
        })
    }

    /// Whether only a number in brackets stands before: `(1) | The levy`.
    fn is_numbered(&self, at: usize) -> bool {
        self.is(at - 1, ")")
            && at - self.sentence.start <= 3
            && (self.sentence.start..at).all(|at| self.token(at).is_mark || self.token(at).tag == Tag::Num)
    }

    /// Whether a clause other than a reported one begins here.
    fn is_border(&self, from: usize, at: usize) -> bool {
        !self.is_amid_adjectives(at) && self.is_opening(from, at)
    }

    fn is_opening(&self, from: usize, at: usize) -> bool {
        self.is_after_break(from, at)
            || self.is_opened(from, at)
            || self.is_joined(from, at)
            || self.is_sharing(from, at)
            || self.is_spliced(from, at)
            || self.is_in_row(from, at)
            || self.is_resumed(from, at)
            || self.is_tail(from, at)
            || self.is_after_lead(from, at)
    }

    /// Returns how many words, not marks, a range holds.
    fn words(&self, range: Range<usize>) -> usize {
        range.into_iter().filter(|&at| !self.token(at).is_mark).count()
    }

    /// The end of the stretch that begins at `at`: the next mark that ends one, or the end of the sentence.
    fn stretch(&self, at: usize) -> usize {
        self.stretches.get(at - self.sentence.start).copied().unwrap_or(self.sentence.end)
    }

    fn is_to(&self, at: usize) -> bool {
        self.sentence.contains(&at) && self.token(at).is_to()
    }

    /// The form of a role that begins at a place.
    fn hit(&self, at: usize, role: Role) -> Option<&Hit> {
        self.segments.hits_in(at..at + 1).iter().find(|hit| hit.role == role)
    }

    /// Skips tokens while they are of a kind.
    fn skip(&self, mut at: usize, is_skipped: impl Fn(&Token) -> bool) -> usize {
        while at < self.sentence.end && is_skipped(self.token(at)) {
            at += 1;
        }
        at
    }

    /// Where a clause begins once its links to the one before are skipped: `However, | with prices high`.
    fn lead(&self, from: usize) -> usize {
        let after = self.hit(from, Role::Connective).map_or(from, |hit| hit.tokens.end);
        let lead = self.skip(after, |token| token.tag == Tag::Cconj || token.is_mark);
        if lead == from || lead >= self.sentence.end { from } else { self.lead(lead) }
    }

    /// The claim after words that report it: `Xi said | he stands ready`, `, stressing that | it is`.
    fn is_reported(&self, from: usize, at: usize) -> bool {
        let ends_here =
            |hit: &&Hit| hit.role == Role::Reporter && hit.tokens.end <= at && self.words(hit.tokens.end..at) == 0;
        let Some(hit) = self.segments.hits_in(from..at).iter().find(ends_here) else { return false };
        // `I say this not to hide the cost we bear` tells no claim of its own.
        let Some(verb) = self.finite(at..self.stretch(at)) else { return false };
        if (at..verb).any(|at| self.token(at).is_negator && self.is_to(at + 1)) {
            return false;
        }
        // `We said we would open the ports`: what the speaker promised then is no claim of today.
        let told = hit.tokens.start;
        // `We must work so that all will say | that`, `those who say | that`: who says it is told of inside another claim.
        let open = (from..told).rev().find(|&at| self.token(at).is_mark).unwrap_or(from);
        if (open + 1..told).any(|at| self.is_complementizer(at)) {
            return false;
        }
        let is_ours = told > from && self.hit(told - 1, Role::Speaker).is_some();
        if is_ours && self.token(told).is_past() && self.is(verb, "would") {
            return false;
        }
        // `I say to all who sail: | we are here`, `will say no when storms come`: what is said does not begin yet.
        let opens = |at: usize| matches!(self.token(at).word.as_str(), "that" | ":" | "\"");
        let start = self.skip(at, |token| token.tag == Tag::Adv || token.word == ",");
        (hit.tokens.end - 1..at).any(opens) || verb > start && self.has_subject_and_predicate(start)
    }
}
