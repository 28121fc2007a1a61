//! Figures: so much of something, a range of it, a share, a vote.

use super::number::{Number, is_digits};
use super::{Found, Reader};
use crate::lexicon::{Bound, QuantityForm, QuantityKind as Kind, QuantityRole as Role, Ratio, Tag};

/// A number with what it counts.
#[derive(Clone, Copy, Debug)]
struct Measure {
    start: usize,
    number: Number,
    value: Ratio,
    currency: Option<&'static str>,
    unit: Option<&'static QuantityForm>,
    /// The atoms of the unit begin here, where there is one; else it ends here.
    unit_start: usize,
    end: usize,
}

/// A range from a number to a measure.
#[derive(Clone, Copy, Debug)]
struct Ends {
    start: usize,
    low: Ratio,
    last: Measure,
}

impl Reader<'_> {
    /// Reads a figure that begins at an atom; `from` is the end of the one before.
    pub(super) fn figure(&self, at: usize, from: usize) -> Option<Found> {
        if let Some(found) = self.stretch_alone(at, from) {
            return Some(found);
        }
        let first = self.measure(at)?;
        self.vote(first).or_else(|| self.out_of(first)).or_else(|| {
            let range = self.range(first);
            let unit = first.unit.or_else(|| self.shared_unit(first).filter(|_| range.is_none()));
            self.told(Measure { unit, ..first }, range, from)
        })
    }

    /// A number with its sign, currency and unit.
    fn measure(&self, at: usize) -> Option<Measure> {
        let (sign, after_sign) = self.sign(at);
        let before = self.form(after_sign, Role::CurrencySign);
        let number = self.number(before.map_or(after_sign, |(_, after)| after))?;
        let number = self.glued_scale(number, before.is_some());
        let mut measure = Measure {
            start: at,
            number,
            value: number.value.times(Ratio::new(sign, 1)?)?,
            currency: before.map(|(form, _)| form.value),
            unit: None,
            unit_start: number.end,
            end: number.end,
        };
        if let Some((form, end)) = self.form(number.end, Role::Currency)
            && measure.currency.is_none_or(|code| code == form.value)
        {
            return Some(Measure { currency: Some(form.value), unit_start: end, end, ..measure });
        }
        if measure.currency.is_some() {
            return Some(measure);
        }
        let of = self.form(number.end, Role::OfA).filter(|_| number.is_part).map_or(number.end, |(_, after)| after);
        for at in [number.end, of] {
            let drawn = self.form(at, Role::DrawnOut).map_or(at, |(_, after)| after);
            if let Some((form, end)) = self.form(at, Role::Unit).or_else(|| self.stretch(drawn)) {
                measure = Measure { unit: Some(form), unit_start: at, end, ..measure };
                break;
            }
        }
        Some(measure)
    }

    /// The unit of `5.1 and 3.8 percent`, which all numbers of the row have.
    fn shared_unit(&self, first: Measure) -> Option<&'static QuantityForm> {
        // A longer row of numbers is a table.
        const LONGEST: usize = 8;
        let mut last = first;
        for _ in 0..LONGEST {
            if last.number.is_word || last.currency.is_some() || last.unit.is_some() {
                return None;
            }
            // `2- and 4-year loans`
            let is_open = self.text(last.end) == "-" && self.is_glued(last.end);
            let comma = last.end + usize::from(is_open || self.text(last.end) == ",");
            let next = self.form(comma, Role::And).map_or(comma, |(_, after)| after);
            last = self.measure(next).filter(|_| next > last.end)?;
            if let Some(unit) = last.unit.filter(|unit| is_open || unit.role == Role::Unit) {
                return Some(unit);
            }
        }
        None
    }

    /// `-1.2` and `minus 1.2`; a dash before a space is none.
    fn sign(&self, at: usize) -> (i128, usize) {
        if let Some((_, after)) = self.form(at, Role::Minus) {
            return (-1, after);
        }
        let is_minus = self.text(at) == "-" && self.is_glued(at + 1) && !self.is_glued(at);
        if is_minus && self.text(at + 1).starts_with(|char: char| char.is_ascii_digit()) {
            (-1, at + 1)
        } else {
            (1, at)
        }
    }

    /// `€1.5bn`; `m` alone could as well be a metre or a name.
    fn glued_scale(&self, number: Number, is_money: bool) -> Number {
        let scaled = || {
            let times = self.value(number.end, Role::GluedScale).filter(|_| !number.is_word)?;
            let is_glued = self.atoms.get(number.end).is_some_and(|atom| !atom.is_first);
            let is_clear = is_glued && self.text(number.end).len() > 1;
            (is_money || is_clear).then_some(())?;
            Some(Number { value: number.value.times(times)?, scale: times, end: number.end + 1, ..number })
        };
        scaled().unwrap_or(number)
    }

    /// The range that begins with a measure, where there is one.
    fn range(&self, first: Measure) -> Option<Ends> {
        let opener = self.form_before(first.start, Role::Opener);
        let is_between = opener.is_some_and(|(form, _)| form.value == "and");
        let is_glued = self.atoms.get(first.end).is_some_and(|atom| !atom.is_first) && first.unit.is_none();
        let joiner = self.form(first.end, if is_between { Role::And } else { Role::Joiner });
        let next = if is_glued { first.end } else { joiner?.1 };
        let last = self.measure(next)?;
        let is_same = |a: &'static QuantityForm, b: &'static QuantityForm| a.value == b.value && a.number == b.number;
        let fits = match (first.unit, last.unit) {
            (Some(a), Some(b)) => is_same(a, b) && self.form_before(first.start, Role::Step).is_none(),
            (Some(_), None) => false,
            (None, _) => first.currency.is_none() || last.unit.is_none(),
        };
        // `$40 to $50 billion`, `$40-50 billion`, `40 to 50 billion dollars`
        let is_one_currency = match (first.currency, last.currency) {
            (Some(a), Some(b)) => a == b,
            _ => true,
        };
        let is_year = last.unit.is_none() && last.currency.is_none() && self.year(next).is_some();
        // `11-51384` is the number of a document.
        let is_code = is_glued && self.text(next).len() > self.text(first.start).len() + 2;
        let is_mixed = first.number.is_part != last.number.is_part && last.unit.is_none();
        if !fits || !is_one_currency || is_year || is_code || is_mixed {
            return None;
        }
        // `2 to 3 million`, where the lower end is not one by itself.
        let one = Ratio::new(1, 1)?;
        let is_shared = first.number.scale == one && last.number.scale != one;
        let scaled = first.value.times(last.number.scale).filter(|low| is_shared && low.is_less(last.value));
        let low = scaled.unwrap_or(first.value);
        let start = opener.map_or(first.start, |(_, start)| start);
        (opener.is_some() || low.is_less(last.value)).then_some(Ends { start, low, last })
    }

    /// The figure that a measure tells, or a range that begins with it.
    fn told(&self, first: Measure, range: Option<Ends>, from: usize) -> Option<Found> {
        let Ends { start, low, last } = range.unwrap_or(Ends { start: first.start, low: first.value, last: first });
        let (unit, currency) = (last.unit, last.currency.or(first.currency));
        let shown = |show: &dyn Fn(Ratio) -> Option<String>| -> Option<String> {
            let high = show(last.value)?;
            Some(if range.is_some() { format!("{}..{high}", show(low)?) } else { high })
        };
        let bound = if range.is_some() { Bound::FromTo } else { Bound::Exact };
        let mut found = Found {
            atoms: start..last.end,
            kind: Kind::Count,
            bound,
            value: String::new(),
            reach: None,
            is_placed: false,
            keys: Vec::new(),
        };
        let mut key = shown(&|value| Some(value.to_string()))?;
        if let Some(currency) = currency {
            found.kind = Kind::Money;
            found.value = format!("{currency} {key}");
            key = found.value.to_lowercase();
        } else if let Some(unit) = unit.filter(|unit| is_stretch(unit)) {
            found.kind = Kind::Period;
            found.value = shown(&|value| period(value, unit.value))?;
            if let Some((anchor, start)) = self.anchor(start).filter(|&(_, start)| start >= from) {
                found.atoms.start = start;
                found.value = format!("{anchor} {}", found.value);
                found.is_placed = true;
            }
        } else if let Some(unit) = unit {
            let factor = unit.number.or(Ratio::new(1, 1))?;
            found.kind = unit.entry.kind.unwrap_or(Kind::Amount);
            key = shown(&|value| value.times(factor).map(|value| value.to_string()))?;
            found.value = format!("{key} {}", unit.value);
        } else if last.number.is_part {
            found.kind = Kind::Share;
            key = shown(&|value| Some(value.fraction()))?;
            found.value = key.clone();
        } else {
            if !self.counts(first, range.is_some()) {
                return None;
            }
            found.value = key.clone();
        }
        found.keys.push((first.start..last.unit_start, key));
        if let Some(unit) = unit {
            let name = if is_stretch(unit) { unit.words[0] } else { unit.value };
            found.keys.push((last.unit_start..last.end, name.to_owned()));
        }
        if let Some((per, end)) = self.per(last.end, unit.is_some() || currency.is_some() || !last.number.is_word) {
            found.kind = Kind::Rate;
            found.value = format!("{} per {per}", found.value);
            found.atoms.end = end;
        }
        Some(found)
    }

    /// Whether a bare number counts something anew.
    fn counts(&self, first: Measure, is_range: bool) -> bool {
        let start = first.start;
        let before = start.checked_sub(1).map(|at| self.token(at)).filter(|token| !token.is_mark);
        let is_named = before.is_some_and(|token| token.tag == Tag::Propn);
        if first.number.is_word {
            // `one` is a pronoun more often, and `the two sides` are no figure.
            let is_pronoun = !is_range && first.number.value.whole().is_none_or(|value| value < 2);
            let is_small = Some(first.number.scale) == Ratio::new(1, 1);
            let is_known = is_small && self.form_before(start, Role::Known).is_some();
            // `talks with the League three`
            let is_last = is_named && self.tag(first.end).is_none_or(|tag| !matches!(tag, Tag::Noun | Tag::Adj));
            return !(is_pronoun || is_known || is_last);
        }
        let is_plain = is_digits(self.text(start)) && first.end == start + 1;
        // `Agenda 21`, `the Airbus 320`; the number of a document or plan is longer, and not grouped.
        !(is_plain && (is_named || self.text(start).len() > 5))
    }

    /// `a 12 - 0 vote`, `a vote of 12 to 3`, `12 votes to 3`
    fn vote(&self, first: Measure) -> Option<Found> {
        if first.unit.is_some() || first.currency.is_some() {
            return None;
        }
        let said = self.form(first.end, Role::Vote).map(|(_, after)| after);
        let joined = self.form(first.end, Role::Joiner).map(|(_, after)| after);
        let glued = self.atoms.get(first.end).filter(|atom| !atom.is_first).map(|_| first.end);
        let next = said.or(joined).or(glued)?;
        let last = self.measure(next).filter(|last| last.unit.is_none() && last.currency.is_none())?;
        let after = self.form(last.end, Role::Vote);
        if said.is_none() && after.is_none() && self.form_before(first.start, Role::Vote).is_none() {
            return None;
        }
        let value = format!("{}-{}", first.value.whole()?, last.value.whole()?);
        Some(Found {
            atoms: first.start..last.end,
            kind: Kind::Vote,
            bound: Bound::Exact,
            keys: vec![(first.start..last.end, value.clone())],
            value,
            reach: None,
            is_placed: false,
        })
    }

    /// `one in four`, `nine out of ten`
    fn out_of(&self, first: Measure) -> Option<Found> {
        let (_, next) = self.form(first.end, Role::OutOf)?;
        let last = self.measure(next)?;
        let is_bare = |measure: &Measure| measure.unit.is_none() && measure.currency.is_none();
        let (part, all) = (first.value.whole()?, last.value.whole()?);
        if !is_bare(&first) || !is_bare(&last) || part == 0 || part >= all || self.year(next).is_some() {
            return None;
        }
        let value = format!("{part}/{all}");
        Some(Found {
            atoms: first.start..last.end,
            kind: Kind::Share,
            bound: Bound::Exact,
            keys: vec![(first.start..last.end, value.clone())],
            value,
            reach: None,
            is_placed: false,
        })
    }

    /// `the past decade`, `within a year`: a stretch of time without a number.
    fn stretch_alone(&self, at: usize, from: usize) -> Option<Found> {
        let (unit, mut end) = self.form(at, Role::Stretch)?;
        let is_article = |start: usize| self.form(start, Role::Article).is_some_and(|(_, after)| after == at);
        let mut count = Ratio::new(1, 1)?;
        if let Some((half, after)) = self.and_a_half(end) {
            (count, end) = (count.plus(half)?, after);
        }
        let mut value = period(count, unit.value)?;
        let anchor = self.anchor(at);
        let mut bound = Bound::Exact;
        // `the next year or two`
        if let Some((_, next)) = self.form(end, Role::Joiner).filter(|(form, _)| form.words[0].chars().count() > 1)
            && let Some(last) = self.measure(next).filter(|last| last.unit.is_none() && last.number.is_word)
            && count.is_less(last.value)
        {
            value = format!("{value}..{}", period(last.value, unit.value)?);
            (bound, end) = (Bound::FromTo, last.end);
        }
        let (start, value) = if let Some((anchor, start)) = anchor {
            (start, format!("{anchor} {value}"))
        } else if at > 0 && is_article(at - 1) {
            let lasting = [Role::Lasting, Role::Bound].iter().any(|&role| self.form_before(at - 1, role).is_some());
            let is_placed = self.form(end, Role::Ago).is_some();
            (at - 1, (lasting || is_placed).then_some(value)?)
        } else {
            return None;
        };
        (start >= from).then_some(Found {
            atoms: start..end,
            kind: Kind::Period,
            bound,
            value,
            reach: None,
            is_placed: anchor.is_some(),
            keys: Vec::new(),
        })
    }

    /// `the next` before an atom: what it means and where it begins. Without `the` it is a date: `next year`.
    fn anchor(&self, at: usize) -> Option<(&'static str, usize)> {
        let (form, start) = self.form_before(at, Role::Anchor)?;
        let (_, start) = self.form_before(start, Role::Known)?;
        Some((form.value, start))
    }

    /// `per month`, `a quarter`, `annually`: by what it is told, and the atom after.
    fn per(&self, at: usize, has_unit: bool) -> Option<(&'static str, usize)> {
        if let Some((form, end)) = self.form(at, Role::Rate) {
            return Some((form.value, end));
        }
        let (_, next) = self.form(at, Role::Per).filter(|_| has_unit)?;
        let (form, end) = self.form(next, Role::Stretch).or_else(|| self.form(next, Role::Unit))?;
        Some((if form.role == Role::Stretch { form.words[0] } else { form.value }, end))
    }
}

fn is_stretch(unit: &QuantityForm) -> bool {
    matches!(unit.role, Role::Stretch | Role::Stretches)
}

/// A length of time by ISO 8601: `P2Y`, `P18M`, `P30D`, `PT48H`.
fn period(count: Ratio, unit: &str) -> Option<String> {
    let (times, unit) = unit.split_once(' ')?;
    let all = count.times(Ratio::parse(times)?)?;
    let years = all.times(Ratio::new(1, 12)?)?;
    Some(match unit {
        "month" if years.whole().is_some_and(|years| years > 0) => format!("P{years}Y"),
        "month" => format!("P{all}M"),
        "day" => format!("P{all}D"),
        "hour" => format!("PT{all}H"),
        "minute" => format!("PT{all}M"),
        _ => format!("PT{all}S"),
    })
}
