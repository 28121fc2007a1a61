//! The words of which figures and dates are made.
//!
//! In: `data/en/quantities.toml`, parsed on first use. Out: [`QuantityWords`], forms looked up by their first word. How
//! they make a figure is left to `segment`.

use super::ratio::Ratio;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What a form is in a figure; what each is for stands in `quantities.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum QuantityRole {
    Ago,
    Anchor,
    And,
    AndA,
    Article,
    Bound,
    BoundAfter,
    Clock,
    Currency,
    /// A form of a currency that may stand before its number: made of `signs`, not written as a role.
    #[serde(skip)]
    CurrencySign,
    DateBound,
    DateBoundAfter,
    Definite,
    DrawnOut,
    Filler,
    Fraction,
    FractionLead,
    FractionOf,
    FractionSign,
    Fractions,
    GluedScale,
    HalfYear,
    Joiner,
    Known,
    Lasting,
    Minus,
    Month,
    Named,
    NamedAfter,
    Number,
    Of,
    OfA,
    Opener,
    Ordinal,
    OutOf,
    Part,
    Per,
    Quarter,
    Rate,
    Relative,
    Scale,
    Season,
    ShortQuarter,
    Step,
    Stretch,
    Stretches,
    Unit,
    Vote,
    YearLead,
}

/// What kind of figure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum QuantityKind {
    /// So much of something that is measured: `40,000 tonnes`.
    Amount,
    /// A part of a whole, or points of one: `2 percent`, `two thirds`, `25 basis points`.
    Share,
    /// A sum of money.
    Money,
    /// So much each month, day, barrel.
    Rate,
    /// So many.
    Count,
    /// How a vote went.
    Vote,
    /// A day, month, quarter or year of the calendar.
    Date,
    /// A length of time.
    Period,
}

/// Whether a figure is what it says, or a limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Bound {
    /// It is what it says.
    Exact,
    /// So much or more, then or later.
    AtLeast,
    /// So much or less, then or earlier.
    AtMost,
    /// Near it.
    About,
    /// From one to another.
    FromTo,
}

impl QuantityKind {
    /// Returns the word that a report uses.
    pub fn name(self) -> &'static str {
        match self {
            QuantityKind::Amount => "amount",
            QuantityKind::Share => "share",
            QuantityKind::Money => "money",
            QuantityKind::Rate => "rate",
            QuantityKind::Count => "count",
            QuantityKind::Vote => "vote",
            QuantityKind::Date => "date",
            QuantityKind::Period => "period",
        }
    }
}

impl Bound {
    /// Returns the word that a report uses.
    pub fn name(self) -> &'static str {
        match self {
            Bound::Exact => "exact",
            Bound::AtLeast => "at-least",
            Bound::AtMost => "at-most",
            Bound::About => "about",
            Bound::FromTo => "from-to",
        }
    }
}

/// Forms that do the same in a figure, as they stand in TOML.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuantityEntry {
    /// Its name, unique.
    pub id: String,
    /// What its forms do.
    pub role: QuantityRole,
    /// What they stand for.
    #[serde(default)]
    pub value: String,
    /// The forms.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Forms of a currency that may stand before the number too.
    #[serde(default)]
    pub signs: Vec<String>,
    /// Forms with a value each.
    #[serde(default)]
    pub words: BTreeMap<String, String>,
    /// What kind of figure a unit makes.
    pub kind: Option<QuantityKind>,
    /// How many of its value one of a unit is.
    pub factor: Option<String>,
    /// The month of a year that a part or season of it reaches to.
    pub reach: Option<u32>,
    /// Sentences and what is read in them.
    pub examples: Vec<String>,
    /// Sentences with a form, in which nothing is read.
    pub counter: Vec<String>,
}

/// A form, cut into words.
#[derive(Clone, Debug)]
pub(crate) struct QuantityForm {
    /// Its words.
    pub(crate) words: Vec<&'static str>,
    /// What it does.
    pub(crate) role: QuantityRole,
    /// What it stands for.
    pub(crate) value: &'static str,
    /// What it stands for, where that is a number; of a unit, how many of its value one is.
    pub(crate) number: Option<Ratio>,
    /// Its entry.
    pub(crate) entry: &'static QuantityEntry,
}

/// The forms that begin with one word, the longest first.
#[derive(Debug, Default)]
pub(crate) struct QuantityForms {
    forms: Vec<QuantityForm>,
    /// Their roles, a bit each.
    roles: u64,
}

impl QuantityForms {
    /// Returns the forms, where one of them has the role, and none where none has.
    pub(crate) fn with(&self, role: QuantityRole) -> &[QuantityForm] {
        if self.has(&[role]) { &self.forms } else { &[] }
    }

    /// Returns whether a form has one of some roles.
    pub(crate) fn has(&self, roles: &[QuantityRole]) -> bool {
        roles.iter().any(|&role| self.roles & 1 << role as u64 != 0)
    }
}

/// All forms.
#[derive(Debug)]
pub struct QuantityWords {
    entries: &'static [QuantityEntry],
    /// By their first word.
    forms: FxHashMap<&'static str, QuantityForms>,
}

/// The file as it stands in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    entry: Vec<QuantityEntry>,
}

static ENTRIES: LazyLock<Vec<QuantityEntry>> = LazyLock::new(|| {
    // The file is compiled in and a test loads it, so this cannot fail in a released build.
    let file = toml::from_str::<File>(include_str!("data/en/quantities.toml"));
    file.unwrap_or_else(|error| panic!("built-in quantities: {error}")).entry
});

static EN: LazyLock<QuantityWords> = LazyLock::new(|| QuantityWords::new(&ENTRIES));

impl QuantityWords {
    /// Returns the words of English.
    pub fn english() -> &'static QuantityWords {
        &EN
    }

    /// Returns the entries in the order of their file.
    pub fn entries(&self) -> &'static [QuantityEntry] {
        self.entries
    }

    /// Returns the forms that begin with a word, where there are any.
    pub(crate) fn forms(&self, first: &str) -> Option<&QuantityForms> {
        self.forms.get(first)
    }

    /// Returns whether a word is the name of a month in full, so that a dot after it ends a sentence.
    pub(crate) fn is_full_month(&self, lower: &str) -> bool {
        let months = self.forms(lower).map_or(&[][..], |forms| forms.with(QuantityRole::Month));
        let Some(form) = months.iter().find(|form| form.role == QuantityRole::Month) else { return false };
        !form
            .entry
            .words
            .iter()
            .any(|(longer, month)| month == form.value && longer.len() > lower.len() && longer.starts_with(lower))
    }

    fn new(entries: &'static [QuantityEntry]) -> QuantityWords {
        let form = |entry: &'static QuantityEntry, role: QuantityRole, form: &'static str, value: &'static str| {
            let number = Ratio::parse(entry.factor.as_deref().unwrap_or(value));
            QuantityForm { words: form.split_whitespace().collect(), role, value, number, entry }
        };
        let mut all: Vec<QuantityForm> = Vec::new();
        for entry in entries {
            let QuantityEntry { role, value, forms, signs, words, .. } = entry;
            all.extend(forms.iter().chain(signs).map(|said| form(entry, *role, said, value)));
            all.extend(signs.iter().map(|sign| form(entry, QuantityRole::CurrencySign, sign, value)));
            all.extend(words.iter().map(|(said, value)| form(entry, *role, said, value)));
        }
        all.sort_by_key(|form| Reverse(form.words.len()));
        let mut forms: FxHashMap<&'static str, QuantityForms> = FxHashMap::default();
        for form in all {
            if let Some(&first) = form.words.first() {
                let first = forms.entry(first).or_default();
                first.roles |= 1 << form.role as u64;
                first.forms.push(form);
            }
        }
        QuantityWords { entries, forms }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_and_holds_no_form_twice() {
        let words = QuantityWords::english();
        let mut said: Vec<(String, QuantityRole)> = Vec::new();
        said.extend(words.forms.values().flat_map(|first| &first.forms).map(|form| (form.words.join(" "), form.role)));
        said.sort_unstable();
        for pair in said.windows(2) {
            assert_ne!(pair[0], pair[1], "a form stands twice");
        }
        for (form, _) in said {
            let is_found = |word: &str| word == word.to_lowercase() && (word == "-" || !word.contains('-'));
            assert!(form.split(' ').all(is_found), "`{form}` is never found");
        }
        let mut ids: Vec<&str> = words.entries().iter().map(|entry| entry.id.as_str()).collect();
        ids.sort_unstable();
        assert!(ids.windows(2).all(|pair| pair[0] != pair[1]), "an id stands twice");
        assert!(words.is_full_month("may") && words.is_full_month("june"));
        assert!(!words.is_full_month("sept") && !words.is_full_month("port"));
    }

    #[test]
    fn knows_what_each_role_needs() {
        use QuantityRole::*;
        let all: Vec<&QuantityForm> = QuantityWords::english().forms.values().flat_map(|first| &first.forms).collect();
        for form in all {
            let entry = form.entry;
            let said = form.words.join(" ");
            if matches!(form.role, Number | Scale | GluedScale | Fraction | Fractions | FractionSign | Ordinal | Month)
            {
                assert!(form.number.is_some(), "`{said}` stands for no number");
            }
            assert_eq!(form.role == Unit, entry.kind.is_some(), "`{said}`: only a unit has a kind, and needs one");
            assert_eq!(
                matches!(form.role, Part | Season),
                entry.reach.is_some(),
                "`{said}`: only a part reaches to a month"
            );
            assert!(!matches!(form.role, Unit | Currency | Part) || !form.value.is_empty(), "`{said}` has no value");
            if matches!(form.role, Stretch | Stretches) {
                let (number, unit) = form.value.split_once(' ').expect("a stretch is so much of a unit");
                assert!(number.parse::<u32>().is_ok() && ["second", "minute", "hour", "day", "month"].contains(&unit));
            }
        }
    }
}
