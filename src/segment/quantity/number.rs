//! Numbers in digits and words.

use super::Reader;
use crate::lexicon::{QuantityRole as Role, Ratio, Tag};

/// A number and the atoms after it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Number {
    /// What it comes to.
    pub(super) value: Ratio,
    /// By how much it is multiplied in words: `million`; 1 where it is not.
    pub(super) scale: Ratio,
    /// The atom after it.
    pub(super) end: usize,
    /// Whether it is written in words alone.
    pub(super) is_word: bool,
    /// Whether it is a part of one: `half`, `two thirds`.
    pub(super) is_part: bool,
}

/// The parts into which a figure is divided in writing; `9/11` and `24/7` are no fractions.
const PARTS: [&str; 13] = ["2", "3", "4", "5", "6", "7", "8", "9", "10", "16", "32", "64", "100"];

impl Reader<'_> {
    /// Reads a number that begins at an atom.
    pub(super) fn number(&self, at: usize) -> Option<Number> {
        // `PV.2`
        if self.text(at.wrapping_sub(1)) == "." && self.is_glued(at) && self.is_glued(at - 1) {
            return None;
        }
        self.part(at).or_else(|| {
            let whole = self.digits(at).or_else(|| self.cardinal(at))?;
            Some(self.mixed(whole).unwrap_or(whole)).map(|number| self.scaled(number))
        })
    }

    /// Digits: `40,000`, `40 000`, `1/4`, `2-1/4`, `1 3/4`, `2½`.
    fn digits(&self, at: usize) -> Option<Number> {
        let one = Ratio::new(1, 1)?;
        let mut number = Number { value: one, scale: one, end: at + 1, is_word: false, is_part: false };
        if let Some(sign) = self.value(at, Role::FractionSign) {
            return Some(Number { value: sign, ..number });
        }
        let text = self.text(at);
        number.value = Ratio::parse(text)?;
        if let Some((_, parts)) = text.split_once('/') {
            return PARTS.contains(&parts).then_some(number);
        }
        if is_digits(text) && text.len() <= 3 {
            let mut grouped = text.to_owned();
            while is_digits(self.text(number.end)) && self.text(number.end).len() == 3 && self.is_word(number.end) {
                grouped.push_str(self.text(number.end));
                number.end += 1;
            }
            number.value = Ratio::parse(&grouped)?;
        }
        if is_digits(text) {
            let next = self.text(number.end);
            let is_fraction = next.split_once('/').is_some_and(|(_, parts)| PARTS.contains(&parts));
            let part = if is_fraction { Ratio::parse(next) } else { self.value(number.end, Role::FractionSign) };
            if let Some(part) = part {
                number = Number { value: number.value.plus(part)?, end: number.end + 1, ..number };
            }
        }
        Some(number)
    }

    /// Whether a word is made of this atom alone.
    fn is_word(&self, at: usize) -> bool {
        self.atoms.get(at).is_some_and(|atom| atom.is_first && atom.is_last)
    }

    /// Words: `twenty-five`, `one hundred and twenty`, `forty thousand`, `a million`.
    fn cardinal(&self, at: usize) -> Option<Number> {
        let one = Ratio::new(1, 1)?;
        let (mut total, mut current, mut end) = (Ratio::new(0, 1)?, None, at);
        let mut scale = one;
        if let Some((_, next)) = self.form(at, Role::Article)
            && self.form(next, Role::Scale).is_some()
        {
            (current, end) = (Some(1), next);
        }
        loop {
            // `hundred and twenty`
            let and = self
                .form(end, Role::And)
                .filter(|_| end > at && current.is_none_or(|old: u32| old.is_multiple_of(100)));
            let after = and.map_or(end, |(_, next)| next);
            let added = self.value(after, Role::Number).and_then(Ratio::whole);
            if let Some(new) = added
                && current.is_none_or(|old: u32| is_room(old, new))
                && (and.is_none() || scale != one || current.is_some_and(|old| old >= 100))
            {
                (current, end) = (Some(current.unwrap_or(0).checked_add(new)?), after + 1);
            } else if let Some(times) = self.value(end, Role::Scale)
                && let Some(old) = current
            {
                end += 1;
                match times.whole().filter(|&times| times <= 100) {
                    Some(times) => current = Some(old.checked_mul(times)?),
                    None => {
                        total = total.plus(Ratio::new(old.into(), 1)?.times(times)?)?;
                        (current, scale) = (None, times);
                    }
                }
            } else {
                break;
            }
        }
        let value = total.plus(Ratio::new(current.unwrap_or(0).into(), 1)?)?;
        (end > at).then_some(Number { value, scale, end, is_word: true, is_part: false })
    }

    /// Adds a half to a whole: `two and a half`.
    fn mixed(&self, whole: Number) -> Option<Number> {
        let (half, end) = self.and_a_half(whole.end)?;
        whole.value.whole()?;
        Some(Number { value: whole.value.plus(half)?, end, ..whole })
    }

    /// `and a half`, and the atom after it.
    pub(super) fn and_a_half(&self, at: usize) -> Option<(Ratio, usize)> {
        let (_, after) = self.form(at, Role::AndA)?;
        let half = self.value(after, Role::Fraction).filter(|&half| Some(half) == Ratio::new(1, 2))?;
        self.is_start(after + 1).then_some((half, after + 1))
    }

    /// Multiplies by the scales that follow: `1.25 trillion`, `1.5bn`.
    fn scaled(&self, mut number: Number) -> Number {
        while let Some(times) = self.value(number.end, Role::Scale) {
            let (Some(value), Some(scale)) = (number.value.times(times), number.scale.times(times)) else { break };
            number = Number { value, scale, end: number.end + 1, ..number };
        }
        number
    }

    /// A part of one: `half`, `a third`, `one-quarter`, `two thirds`, and times a scale: `half a million`.
    ///
    /// Alone, `half` and `a third` may be ranks or terms: what follows must say of what they are a part.
    fn part(&self, at: usize) -> Option<Number> {
        let one = Ratio::new(1, 1)?;
        let half = Ratio::new(1, 2)?;
        let cardinal = self.cardinal(at).filter(|number| number.scale == one);
        let (count, after) = match cardinal {
            Some(number) => (number.value, number.end),
            None => (one, self.form(at, Role::Article).map_or(at, |(_, after)| after)),
        };
        let role = if count == one { Role::Fraction } else { Role::Fractions };
        let unit = self.value(after, role)?;
        // `the second half of our century`
        if self.form_before(at, Role::Ordinal).is_some() {
            return None;
        }
        let number = Number { value: count.times(unit)?, scale: one, end: after + 1, is_word: true, is_part: true };
        if let Some((_, next)) = self.form(number.end, Role::OfA).filter(|_| cardinal.is_none())
            && let Some(times) = self.value(next, Role::Scale)
        {
            return Some(Number {
                value: number.value.times(times)?,
                scale: times,
                end: next + 1,
                is_part: false,
                ..number
            });
        }
        let is_said = self.is_said(number.end);
        let is_bare = after == at && unit != half;
        // `in half`, where the half is not that of something else.
        let is_led = after == at
            && self.form_before(at, Role::FractionLead).is_some()
            && self.tag(number.end).is_none_or(|tag| !matches!(tag, Tag::Noun | Tag::Adj | Tag::Propn));
        // `three quarters` and `one quarter` are terms as well.
        let is_term = self.stretch(after).is_some();
        let is_known = cardinal.is_some() && !is_term;
        (!is_bare && (is_known || is_said || is_led && self.is_start(number.end))).then_some(number)
    }

    /// Whether what follows a fraction says of what it is a part.
    fn is_said(&self, at: usize) -> bool {
        let of_unit = || {
            let next = self.form(at, Role::OfA).map_or(at, |(_, next)| next);
            self.form(next, Role::Unit).is_some() || self.stretch(next).is_some()
        };
        self.is_start(at) && self.form(at, Role::FractionOf).is_some() || of_unit()
    }
}

pub(super) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a smaller number word can follow a larger one and add to it: `twenty five`, `hundred twelve`.
fn is_room(old: u32, new: u32) -> bool {
    let is_hundred = old > 0 && old.is_multiple_of(100) && new < 100;
    let is_ten = (20..100).contains(&(old % 100)) && old.is_multiple_of(10) && new < 10;
    new > 0 && (is_hundred || is_ten)
}
