//! Days, months, quarters and years of the calendar.

use super::number::is_digits;
use super::{Day, Found, Reader};
use crate::lexicon::{Bound, Grammar, QuantityKind, QuantityRole as Role, Tag, Words};

/// A point or stretch of the calendar, as far as it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct When {
    year: Year,
    month: Option<u32>,
    day: Option<u32>,
    /// A part of the year or month: `Q3`, `end`.
    part: Option<String>,
    /// The month of the year to which the part reaches.
    reach: Option<u32>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
enum Year {
    #[default]
    Untold,
    Number(i32),
    Decade(i32),
    /// `this year`, `next quarter`, `year`
    Relative(String),
}

/// What stands for a whole date or range, and the atom after it.
type Read = (When, Option<When>, usize);

/// The years that four digits are taken for; other numbers of four digits count something.
const YEARS: std::ops::RangeInclusive<i32> = 1500..=2199;

/// The longest stretch that `this` and `next` place, in months: this century is no date.
const LONGEST: u32 = 120;

impl Reader<'_> {
    /// Reads a date that begins at an atom.
    pub(super) fn date(&self, at: usize) -> Option<Found> {
        let (mut first, mut last, mut end) = self.days(at).or_else(|| self.when(at))?;
        let opener = self.form_before(at, Role::Opener);
        let is_between = opener.is_some_and(|(form, _)| form.value == "and");
        let joiner = if is_between { Role::And } else { Role::Joiner };
        if last.is_none()
            && let Some((_, next)) = self.form(end, joiner)
            && let Some((to, None, after)) = self.when(next)
        {
            (last, end) = (Some(to), after);
        }
        let start = if last.is_some() { opener.map_or(at, |(_, start)| start) } else { at };
        if let Some(last) = &last
            && first.year == Year::Untold
        {
            first.year = last.year.clone();
        }
        // `11 and 13 May` are two days.
        let is_apart = self.is_apart(at, &first, last.as_ref());
        let value = match &last {
            Some(last) => format!("{}{}{}", first.shown(), if is_apart { ", " } else { ".." }, last.shown()),
            None => first.shown(),
        };
        Some(Found {
            atoms: start..end,
            kind: QuantityKind::Date,
            bound: if last.is_some() && !is_apart { Bound::FromTo } else { Bound::Exact },
            keys: if first.day.is_some() { vec![(at..end, value.clone())] } else { Vec::new() },
            value,
            reach: last.unwrap_or(first).reach(),
            is_placed: true,
        })
    }

    /// Whether two days that `and` joins do not follow each other.
    fn is_apart(&self, at: usize, first: &When, last: Option<&When>) -> bool {
        let is_joined = (at..at + 4).any(|at| self.form(at, Role::And).is_some());
        let days = first.day.zip(last.and_then(|last| last.day));
        is_joined && days.is_some_and(|(first, last)| last > first + 1) && self.form_before(at, Role::Opener).is_none()
    }

    /// `17 and 18 June 2023`, `28-29 January`: a bare day and the date that completes it.
    fn days(&self, at: usize) -> Option<Read> {
        let (day, end) = self.day(at)?;
        let next = self.joined(end)?;
        let (last, None, end) = self.day_first(next)? else { return None };
        let first = When { day: Some(day), ..last.clone() };
        (last.day > first.day).then_some((first, Some(last), end))
    }

    /// The atom after what joins two days: `and`, `to`, a hyphen.
    fn joined(&self, at: usize) -> Option<usize> {
        let is_glued = self.atoms.get(at).is_some_and(|atom| !atom.is_first);
        let word = || self.form(at, Role::And).or_else(|| self.form(at, Role::Joiner)).map(|(_, after)| after);
        if is_glued { Some(at) } else { word() }
    }

    fn when(&self, at: usize) -> Option<Read> {
        let one = |(when, end)| (when, None, end);
        self.day_first(at)
            .or_else(|| self.month_first(at))
            .or_else(|| self.iso(at).map(one))
            .or_else(|| self.years(at))
            .or_else(|| self.part_of(at).map(one))
            .or_else(|| self.season(at).map(one))
            .or_else(|| self.quarter(at).map(one))
            .or_else(|| self.relative(at).or_else(|| self.relative_month(at)).map(one))
    }

    /// A day of the month: `30`, `30th`.
    fn day(&self, at: usize) -> Option<(u32, usize)> {
        let text = self.text(at);
        let day = text.parse().ok().filter(|day| (1..=31).contains(day) && is_digits(text))?;
        let is_ordinal = self.atoms.get(at + 1).is_some_and(|atom| !atom.is_first)
            && Grammar::english().ordinals.iter().any(|end| end == self.text(at + 1));
        Some((day, at + 1 + usize::from(is_ordinal)))
    }

    /// A month; without a capital `may` and `march` are verbs.
    fn month(&self, at: usize) -> Option<(u32, usize)> {
        let month = self.value(at, Role::Month)?.whole()?;
        let is_name = self.is_capital(at) || !self.atoms[at].is_first;
        // `Jan. 2`
        let is_short = self.text(at + 1) == "." && self.is_glued(at + 1);
        let dot = usize::from(is_short && self.text(at + 2).starts_with(|char: char| char.is_ascii_digit()));
        is_name.then_some((month, at + 1 + dot))
    }

    /// `30 June 2023`, `30th of June`
    fn day_first(&self, at: usize) -> Option<Read> {
        let (day, end) = self.day(at)?;
        let of = self.form(end, Role::Of).map_or(end, |(_, after)| after);
        let (month, end) = self.month(of)?;
        let (year, end) = self.year_after(end);
        Some((When { year, month: Some(month), day: Some(day), ..When::default() }, None, end))
    }

    /// `June 30, 2023`, `June 17-18`, `June 2023`, `June`
    fn month_first(&self, at: usize) -> Option<Read> {
        let (month, end) = self.month(at)?;
        let mut first = When { month: Some(month), ..When::default() };
        let is_day = |end: usize| self.is_start(end) && self.form(end, Role::Unit).is_none();
        let mut last = None;
        let mut after = end;
        if let Some((day, end)) = self.day(end).filter(|&(_, end)| self.form(end, Role::Unit).is_none()) {
            let next = self.joined(end).and_then(|next| self.day(next));
            let next = next.filter(|&(to, end)| to > day && is_day(end) && self.month(end).is_none());
            last = next.map(|(to, _)| to);
            if let Some(end) = next.map(|(_, end)| end).or(Some(end).filter(|&end| is_day(end))) {
                (first.day, after) = (Some(day), end);
            }
        }
        let (year, end) = self.year_after(after);
        first.year = year;
        // `May` begins wishes too, and `March` orders.
        let is_name = || {
            let is_always = Words::english().look_up(self.text(at)).is_some_and(|word| word.tag == Tag::Propn);
            self.atoms[at].is_first && self.token(at).tag == Tag::Propn && (at > 0 || is_always)
        };
        if first.day.is_none() && first.year == Year::Untold && !is_name() {
            return None;
        }
        let last = last.map(|day| When { day: Some(day), ..first.clone() });
        Some((first, last, end))
    }

    /// The year after a month or day, with what links it: `, 2023`, `of 2023`, `of this year`.
    fn year_after(&self, at: usize) -> (Year, usize) {
        let next = match self.text(at) {
            "," => at + 1,
            _ => self.form(at, Role::Of).map_or(at, |(_, after)| after),
        };
        if let Some((year, end)) = self.year(next).filter(|&(_, end)| self.is_start(end)) {
            return (Year::Number(year), end);
        }
        let is_year = |year: &str| year.ends_with("year");
        match self.relative(next) {
            Some((When { year: Year::Relative(year), .. }, end)) if self.text(at) != "," && is_year(&year) => {
                (Year::Relative(year), end)
            }
            _ => (Year::Untold, at),
        }
    }

    /// A year in digits that counts nothing.
    pub(super) fn year(&self, at: usize) -> Option<(i32, usize)> {
        let text = self.text(at);
        let year: i32 = text.parse().ok().filter(|year| text.len() == 4 && YEARS.contains(year))?;
        let counted = [Role::Unit, Role::Currency, Role::Scale, Role::Stretch];
        let is_counted = counted.iter().any(|&role| self.form(at + 1, role).is_some());
        // `more than 2000 ships`, but `by 2030` and `lies about 2020`.
        let has_noun = self.tag(at + 1).is_some_and(|tag| matches!(tag, Tag::Noun | Tag::Adj));
        let is_bound =
            has_noun && self.form_before(at, Role::Bound).is_some() && self.form_before(at, Role::DateBound).is_none();
        let is_money = self.form_before(at, Role::CurrencySign).is_some();
        (!is_counted && !is_bound && !is_money).then_some((year, at + 1))
    }

    /// `2023`, `the year 2023`, `1990s`, `2019-20`, `2021/22`
    fn years(&self, at: usize) -> Option<Read> {
        let at = self.form(at, Role::YearLead).map_or(at, |(_, after)| after);
        let when = |year| When { year: Year::Number(year), ..When::default() };
        if let Some((first, last)) = self.text(at).split_once('/') {
            let (from, to): (i32, i32) = (first.parse().ok()?, last.parse().ok()?);
            let to = from / 100 * 100 + to;
            let is_season = first.len() == 4 && last.len() == 2 && YEARS.contains(&from) && from < to;
            return is_season.then_some((when(from), Some(when(to)), at + 1));
        }
        let (year, end) = self.year(at)?;
        let Some(next) = self.atoms.get(end).filter(|atom| !atom.is_first) else {
            return Some((when(year), None, end));
        };
        if next.text == "s" && year % 10 == 0 {
            return Some((When { year: Year::Decade(year), ..When::default() }, None, end + 1));
        }
        let short_quarter = self.short_quarter(end).map(|(part, end)| (part.within(Year::Number(year)), None, end));
        short_quarter.or_else(|| {
            let to: i32 = next.text.parse().ok().filter(|_| is_digits(next.text))?;
            let to = match next.text.len() {
                2 => year / 100 * 100 + to,
                4 => to,
                _ => return None,
            };
            (year < to && YEARS.contains(&to) && self.is_start(end + 1)).then(|| (when(year), Some(when(to)), end + 1))
        })
    }

    /// `2023-06-30`
    fn iso(&self, at: usize) -> Option<(When, usize)> {
        let part = |at: usize, most: u32| -> Option<u32> {
            let text = self.text(at);
            let is_glued = self.atoms.get(at).is_some_and(|atom| !atom.is_first) && text.len() == 2 && is_digits(text);
            text.parse().ok().filter(|part| is_glued && (1..=most).contains(part))
        };
        let (year, _) = self.year(at)?;
        let (month, day) = (part(at + 1, 12)?, part(at + 2, 31)?);
        Some((When { year: Year::Number(year), month: Some(month), day: Some(day), ..When::default() }, at + 3))
    }

    /// `the end of 2023`, `mid-2015`, `early next year`, `the end of the year`, `late June`
    fn part_of(&self, at: usize) -> Option<(When, usize)> {
        let (form, next) = self.form(at, Role::Part)?;
        let reach = form.entry.reach;
        // `the end of the second quarter` is a part of a part.
        let with_part = |when: When| match when.part {
            Some(part) => When { part: Some(format!("{part}-{}", form.value)), ..when },
            None => When { part: Some(form.value.to_owned()), reach, ..when },
        };
        if let Some((year, end)) = self.stretch_of(next) {
            return Some((with_part(When { year, ..When::default() }), end));
        }
        let ranked = self.form(next, Role::Definite).map_or(next, |(_, after)| after);
        let other = || self.relative(next).or_else(|| self.quarter(ranked)).or_else(|| self.month_in(next));
        let year = self.years(next).and_then(|(when, last, end)| last.is_none().then_some((when, end)));
        if let Some((when, end)) = year.or_else(other) {
            return Some((with_part(when), end));
        }
        // `year-end` is whole by itself.
        let is_whole = form.words.len() == 2 && self.form(at, Role::Stretch).is_some();
        is_whole.then(|| (with_part(When { year: Year::Relative(form.words[0].to_owned()), ..When::default() }), next))
    }

    /// A month behind a part of it, where it needs no other word: `late June`.
    fn month_in(&self, at: usize) -> Option<(When, usize)> {
        let (month, end) = self.month(at)?;
        let (year, end) = self.year_after(end);
        Some((When { year, month: Some(month), ..When::default() }, end))
    }

    /// `the year`, or `year` in `mid-year`: a stretch of the calendar that only its part makes a date.
    fn stretch_of(&self, at: usize) -> Option<(Year, usize)> {
        let definite = self.form(at, Role::Definite).map(|(_, after)| after);
        let is_glued = self.atoms.get(at).is_some_and(|atom| !atom.is_first);
        let next = definite.or(is_glued.then_some(at))?;
        let (form, end) = self.form(next, Role::Stretch).filter(|(form, _)| is_placed(form.value))?;
        Some((Year::Relative(form.words[0].to_owned()), end))
    }

    /// `autumn 2022`, `the autumn`, `next spring`
    fn season(&self, at: usize) -> Option<(When, usize)> {
        let relative = self.form(at, Role::Relative);
        let next = relative.map_or(at, |(_, after)| after);
        let (form, end) = self.form(next, Role::Season)?;
        let season = When { part: Some(form.value.to_owned()), reach: form.entry.reach, ..When::default() };
        // A fall is no season unless it is that of a year.
        let is_plain = form.words[0] == form.value;
        if let Some((relative, _)) = relative {
            return is_plain.then(|| (season.within(Year::Relative(relative.value.to_owned())), end));
        }
        let (year, after) = self.year_after(end);
        let is_known = self.form_before(at, Role::Definite).is_some() && is_plain;
        (year != Year::Untold || is_known && self.form(end, Role::Of).is_none()).then(|| (season.within(year), after))
    }

    /// `the third quarter of 2023`, `the second half of the year`, `Q3 2021`
    fn quarter(&self, at: usize) -> Option<(When, usize)> {
        let (part, end) = self.short_quarter(at).or_else(|| self.ranked(at))?;
        let of = self.form(end, Role::Of);
        let next = of.map_or(end, |(_, after)| after);
        let year = self.year(next).map(|(year, end)| (Year::Number(year), end));
        let year = year.or_else(|| self.relative(next).map(|(when, end)| (when.year, end)));
        let year = year.or_else(|| self.stretch_of(next));
        let is_last = part.part.is_none();
        match year {
            // `the last quarter of 2021`
            Some((year, end)) if is_last => Some((When::quarter(4).within(year), end)),
            Some((year, end)) => Some((part.within(year), end)),
            // `the first half of the match`
            None if of.is_some_and(|(form, _)| form.words == ["of"]) || is_last => None,
            None => Some((part, end)),
        }
    }

    /// `third quarter`, `first half`, and `last quarter` without its part.
    fn ranked(&self, at: usize) -> Option<(When, usize)> {
        if let Some((relative, next)) = self.form(at, Role::Relative).filter(|(form, _)| form.value == "last")
            && let Some((_, end)) = self.form(next, Role::Quarter)
        {
            return (relative.words.len() == 1).then_some((When::default(), end));
        }
        let (rank, next) = self.form(at, Role::Ordinal)?;
        let rank = rank.number?.whole()?;
        let quarter = self.form(next, Role::Quarter).map(|(_, end)| (When::quarter(rank), end));
        let half = || self.form(next, Role::HalfYear).filter(|_| rank <= 2).map(|(_, end)| (When::half(rank), end));
        quarter.or_else(half).filter(|&(_, end)| self.is_start(end))
    }

    /// `Q3`
    fn short_quarter(&self, at: usize) -> Option<(When, usize)> {
        let (_, next) = self.form(at, Role::ShortQuarter)?;
        let rank = self.text(next).parse().ok().filter(|rank| (1..=4).contains(rank))?;
        (!self.atoms[next].is_first).then(|| (When::quarter(rank), next + 1))
    }

    /// `last May`
    fn relative_month(&self, at: usize) -> Option<(When, usize)> {
        let (relative, next) = self.form(at, Role::Relative)?;
        let (month, end) = self.month(next)?;
        let year = Year::Relative(relative.value.to_owned());
        Some((When { year, month: Some(month), ..When::default() }, end))
    }

    /// `this year`, `next month`: a stretch that the day of speaking places. `The next year` is a length of time.
    fn relative(&self, at: usize) -> Option<(When, usize)> {
        let (relative, next) = self.form(at, Role::Relative)?;
        let (form, end) = self.form(next, Role::Stretch).filter(|(form, _)| is_placed(form.value))?;
        let is_one = self.form_before(at, Role::Definite).is_none();
        let year = Year::Relative(format!("{} {}", relative.value, form.words[0]));
        is_one.then(|| (When { year, ..When::default() }, end))
    }
}

/// Whether `this` and `next` place a stretch of such a length in the calendar, as no hour, day or century.
fn is_placed(length: &str) -> bool {
    let months = length.strip_suffix(" month").and_then(|months| months.parse::<u32>().ok());
    length == "7 day" || months.is_some_and(|months| months <= LONGEST)
}

impl When {
    fn quarter(rank: u32) -> When {
        When { part: Some(format!("Q{rank}")), reach: Some(3 * rank), ..When::default() }
    }

    fn half(rank: u32) -> When {
        When { part: Some(format!("H{rank}")), reach: Some(6 * rank), ..When::default() }
    }

    fn within(self, year: Year) -> When {
        When { year, ..self }
    }

    /// The date by ISO 8601 as far as it goes: `2023-06-30`, `2023-06`, `--06-30`, `2023-Q3`, `next year-H1`.
    fn shown(&self) -> String {
        let mut shown = match &self.year {
            Year::Untold => String::new(),
            Year::Number(year) => year.to_string(),
            Year::Decade(year) => format!("{year}s"),
            Year::Relative(words) => words.clone(),
        };
        if let Some(month) = self.month {
            let gap = if shown.is_empty() { "--" } else { "-" };
            shown.push_str(&format!("{gap}{month:02}"));
        }
        if let Some(day) = self.day {
            shown.push_str(&format!("-{day:02}"));
        }
        if let Some(part) = &self.part {
            let gap = if shown.is_empty() { "" } else { "-" };
            shown.push_str(&format!("{gap}{part}"));
        }
        shown
    }

    /// The last day to which it reaches, where its year is told; a month has 31 days to whoever compares.
    fn reach(&self) -> Option<Day> {
        const LAST: u32 = 31;
        let part = self.reach.unwrap_or(12);
        let (year, month, day) = match (&self.year, self.month, self.day) {
            (&Year::Decade(year), ..) => (year + 9, 12, LAST),
            (&Year::Number(year), Some(month), Some(day)) => (year, month, day),
            (&Year::Number(year), Some(month), None) => (year, month, LAST * part / 12),
            (&Year::Number(year), None, _) => (year, part, LAST),
            _ => return None,
        };
        Some((year, month, day))
    }
}
