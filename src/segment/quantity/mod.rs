//! Figures and dates, read whole: an amount with its unit, its bound and what it is told by, a day or a stretch of
//! the calendar.
//!
//! In: the tagged words of one sentence and the words of `quantities.toml`. Out: a [`Quantity`] each, with a value that
//! is the same for `2 percent`, `2%` and `two per cent`; and the words of a figure get lemmas that are the same for all
//! its spellings, so that whoever compares words compares figures. This stands here and not in `stance` because lemmas
//! are made here, and because a figure ends where its words end, whatever claim it stands in.

mod atoms;
mod date;
mod measure;
mod number;

use super::Token;
use crate::lexicon::{Bound, QuantityForm, QuantityKind, QuantityRole as Role, Ratio, Tag};
use atoms::{Atom, atoms};
use std::ops::Range;

/// A figure or date.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// What kind of figure it is.
    pub kind: QuantityKind,
    /// Whether it is a limit.
    pub bound: Bound,
    /// What it comes to, the same for all ways of writing it: `2 percent`, `USD 1250000000000`, `2023-06-30`, `P2Y`.
    pub value: String,
    /// The last day to which a date with a year reaches.
    pub reach: Option<Day>,
}

/// A day: year, month and day of the month.
pub type Day = (i32, u32, u32);

/// A figure on its way: its atoms, without its bound.
struct Found {
    atoms: Range<usize>,
    kind: QuantityKind,
    bound: Bound,
    value: String,
    reach: Option<Day>,
    /// Whether it stands in the calendar, so that `over` and `more than` set it no limit.
    is_placed: bool,
    /// Atoms whose words are one word to whoever compares, and that word.
    keys: Vec<(Range<usize>, String)>,
}

/// A sentence as atoms, to read figures from.
struct Reader<'s> {
    tokens: &'s [Token],
    /// The words as written, for their capitals.
    texts: &'s [&'s str],
    atoms: Vec<Atom<'s>>,
}

/// Reads the figures and dates of one sentence, whose first token has number `from`, and gives their words the lemmas
/// by which they are compared: the first word of a figure stands for it, and those after it for nothing.
pub(super) fn read(tokens: &mut [Token], texts: &[&str], from: usize) -> Vec<Quantity> {
    let reader = Reader { tokens, texts, atoms: atoms(tokens) };
    let found = reader.read();
    let quantities = found.iter().map(|found| reader.quantity(found, from)).collect();
    let lemmas: Vec<(usize, String)> = found.iter().flat_map(|found| reader.lemmas(found)).collect();
    for (at, lemma) in lemmas {
        tokens[at].lemma = lemma.into();
    }
    quantities
}

/// What a form with which a figure or date begins does.
const FIRST: [Role; 14] = [
    Role::Article,
    Role::CurrencySign,
    Role::Fraction,
    Role::FractionSign,
    Role::Minus,
    Role::Month,
    Role::Number,
    Role::Ordinal,
    Role::Part,
    Role::Relative,
    Role::Season,
    Role::ShortQuarter,
    Role::Stretch,
    Role::YearLead,
];

impl<'s> Reader<'s> {
    fn text(&self, at: usize) -> &'s str {
        self.atoms.get(at).map_or("", |atom| atom.text)
    }

    /// Whether a word begins with an atom, or the sentence ends before it.
    fn is_start(&self, at: usize) -> bool {
        self.atoms.get(at).is_none_or(|atom| atom.is_first)
    }

    fn token(&self, at: usize) -> &'s Token {
        &self.tokens[self.atoms[at].token]
    }

    fn tag(&self, at: usize) -> Option<Tag> {
        Some(self.tokens[self.atoms.get(at)?.token].tag)
    }

    fn is_capital(&self, at: usize) -> bool {
        self.atoms[at].is_first && self.texts[self.atoms[at].token].starts_with(char::is_uppercase)
    }

    /// Whether nothing stands between two neighbours in the text.
    fn is_glued(&self, at: usize) -> bool {
        at > 0 && at < self.atoms.len() && self.token(at - 1).span.end == self.token(at).span.start
    }

    /// The longest form of a role that begins at an atom, and the atom after it.
    fn form(&self, at: usize, role: Role) -> Option<(&'static QuantityForm, usize)> {
        self.forms(at, role).next()
    }

    /// The forms of a role that begin at an atom, the longest first, each with the atom after it.
    fn forms(&self, at: usize, role: Role) -> impl Iterator<Item = (&'static QuantityForm, usize)> {
        let fits = move |form: &&QuantityForm| {
            form.role == role && form.words.iter().zip(at..).all(|(&word, at)| self.text(at) == word)
        };
        let forms = self.atoms.get(at).and_then(|atom| atom.forms).map_or(&[][..], |forms| forms.with(role));
        forms.iter().filter(fits).map(move |form| (form, at + form.words.len()))
    }

    /// The longest form of a role that ends before an atom, and its first atom.
    fn form_before(&self, end: usize, role: Role) -> Option<(&'static QuantityForm, usize)> {
        const LONGEST: usize = 6;
        (end.saturating_sub(LONGEST)..end)
            .find_map(|at| self.forms(at, role).find(|&(_, to)| to == end).map(|(form, _)| (form, at)))
    }

    /// A stretch of time, one or many.
    fn stretch(&self, at: usize) -> Option<(&'static QuantityForm, usize)> {
        self.form(at, Role::Stretch).or_else(|| self.form(at, Role::Stretches))
    }

    /// The number that a form of a role stands for.
    fn value(&self, at: usize, role: Role) -> Option<Ratio> {
        self.form(at, role)?.0.number
    }

    /// Whether a figure or date can begin with an atom.
    fn may_begin(&self, at: usize) -> bool {
        let Atom { text, is_first, forms, .. } = self.atoms[at];
        is_first
            && (text.starts_with(|c: char| c.is_ascii_digit() || c == '-') || forms.is_some_and(|all| all.has(&FIRST)))
    }

    /// Reads all figures in order.
    fn read(&self) -> Vec<Found> {
        let mut all: Vec<Found> = Vec::new();
        let mut at = 0;
        // The end of the last number that was part of a name.
        let mut named = None;
        while at < self.atoms.len() {
            if !self.may_begin(at) {
                at += 1;
                continue;
            }
            if let Some(end) = self.name(at, named) {
                named = Some(end);
                at = end;
                continue;
            }
            let from = all.last().map_or(0, |last| last.atoms.end);
            // `50-plus`
            let is_whole = |end: usize| {
                self.is_start(end) || self.form(end, Role::BoundAfter).is_some_and(|(_, after)| self.is_start(after))
            };
            let found = self.date(at).or_else(|| self.figure(at, from)).filter(|found| is_whole(found.atoms.end));
            match found {
                Some(mut found) => {
                    // Two figures share no word.
                    found.atoms.start = found.atoms.start.max(from);
                    let found = self.bounded(found, from);
                    at = found.atoms.end.max(at + 1);
                    all.push(found);
                }
                None => at += 1,
            }
        }
        all
    }

    /// The end of a number that is part of a name, the mark of an item or a time of the day.
    fn name(&self, at: usize, named: Option<usize>) -> Option<usize> {
        let number = self.number(at)?;
        let end = number.end;
        let is_joined = |from: usize| {
            from <= at
                && at - from <= 3
                && (from..at).all(|at| self.token(at).is_mark && self.text(at) != "." || self.form(at, Role::And).is_some())
                // `in resolution 1718, 40 ships`, but `resolutions 1695 (2006), 1718 (2006)`.
                && !number.is_word
        };
        if self.form_before(at, Role::Named).is_some() || named.is_some_and(is_joined) {
            let is_year = self.text(end) == "(" && self.year(end + 1).is_some() && self.text(end + 2) == ")";
            return Some(if is_year { end + 3 } else { end });
        }
        let is_name = self.form(end, Role::NamedAfter).is_some() && self.is_capital(end)
            // `the Five Principles`: a number word with a capital where none is due.
            || number.is_word && self.is_capital(at) && at > 0 && !self.token(at - 1).is_mark;
        // `1. The two sides`, `(2) sanctions`
        let is_item = self.text(end) == ")" && at > 0 && self.text(at - 1) == "(" && self.text(at).len() <= 2
            || at == 0 && !number.is_word && matches!(self.text(end), "." | ")") && end + 1 < self.atoms.len();
        if self.text(end) == ":" && self.is_glued(end) && self.is_glued(end + 1) {
            return Some(end + 2);
        }
        (is_name || is_item || self.form(end, Role::Clock).is_some()).then_some(end)
    }

    /// Adds the words that make a figure a limit.
    fn bounded(&self, mut found: Found, from: usize) -> Found {
        let (role, filler, role_after) = match found.is_placed {
            true => (Role::DateBound, Role::Definite, Role::DateBoundAfter),
            false => (Role::Bound, Role::Filler, Role::BoundAfter),
        };
        let before =
            |end: usize| self.form_before(end, role).filter(|&(_, start)| start >= from && self.is_start(start));
        let mut end = found.atoms.start;
        let mut bound = before(end);
        // `up to an additional $200 billion`
        for _ in 0..2 {
            // `by the 1946 rules` sets no limit.
            if bound.is_none()
                && let Some((_, start)) = self.form_before(end, filler).filter(|_| self.year(end).is_none())
            {
                end = start;
                bound = before(end);
            }
        }
        if let Some((form, start)) = bound.filter(|(form, _)| form.value != "exact") {
            found.atoms.start = start;
            found.bound = limit(form, found.bound);
        }
        if let Some((form, end)) = self.form(found.atoms.end, role_after) {
            found.atoms.end = end;
            found.bound = limit(form, found.bound);
        }
        found
    }

    fn quantity(&self, found: &Found, from: usize) -> Quantity {
        let tokens = self.atoms[found.atoms.start].token..self.atoms[found.atoms.end - 1].token + 1;
        Quantity {
            tokens: tokens.start + from..tokens.end + from,
            kind: found.kind,
            bound: found.bound,
            value: found.value.clone(),
            reach: found.reach,
        }
    }

    /// The lemmas of a figure's words.
    fn lemmas(&self, found: &Found) -> Vec<(usize, String)> {
        let mut lemmas: Vec<(usize, String)> = Vec::new();
        for (atoms, key) in &found.keys {
            for at in atoms.clone() {
                let key = if at == atoms.start { key.as_str() } else { "" };
                match lemmas.last_mut() {
                    Some((token, lemma)) if *token == self.atoms[at].token => {
                        // `12-month`: one word of two.
                        if !key.is_empty() {
                            lemma.push_str(&format!("-{key}"));
                        }
                    }
                    _ => lemmas.push((self.atoms[at].token, key.to_owned())),
                }
            }
        }
        lemmas
    }
}

/// The limit that a form sets; a range is a range, whatever stands before it.
fn limit(form: &QuantityForm, old: Bound) -> Bound {
    match (old, form.value) {
        (Bound::FromTo, _) => Bound::FromTo,
        (_, "at-least") => Bound::AtLeast,
        (_, "at-most") => Bound::AtMost,
        _ => Bound::About,
    }
}
