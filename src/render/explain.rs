//! The chain of reasons for one change, as numbers and words that a person can follow and redo.

use super::json::{self, Counted, Span, rounded};
use super::ledger;
use super::rows::{Cell, DOT, Label, Piece, Row, count_from_one, on_one_line};
use super::terminal::{Options, lay_out};
use super::why::{Claim, Decided, Said, Why};
use crate::align::{Bar, CONTAINMENT, Part, Rival, Step};
use crate::change::{ChangeKind, Edit, Rule, edits};
use crate::report::{Explanation, MOST, NOVEL, NOVELTY, NewWord, Report, ReportedChange, SharedWord, explain};
use crate::stance::Reading;
use schemars::JsonSchema;
use serde::Serialize;

/// How many words are told one by one; the others are summed up.
const TOLD: usize = 8;

/// The report of `compare --explain`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff compare explanation")]
pub struct ExplainReport {
    /// The version of this shape.
    pub schema_version: u32,
    /// What made the report.
    pub tool: json::Tool,
    /// The statements, earlier ones first, the newest last.
    pub statements: Vec<json::Statement>,
    /// The change, as in the report of `compare`; how each side was read stands in its `because`.
    pub change: json::Change,
    /// How the pair was found, or why nothing was.
    pub pairing: Pairing,
    /// What gave the verdict; the words that decided stand in the change's `reasons`.
    pub verdict: Verdict,
    /// What adds up to the change's salience.
    pub salience: Salience,
}

/// How a pair was found.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Pairing {
    /// words, place, inside, rest or alone, in the order in which they are tried.
    #[schemars(extend("enum" = ["words", "place", "inside", "rest", "alone"]))]
    pub step: &'static str,
    /// What adds up.
    pub parts: Vec<Number>,
    /// What it comes to.
    pub sum: f64,
    /// What it had to reach.
    pub least: f64,
    /// The words that both sides have.
    pub shared: Vec<Shared>,
    /// What all words of each side weigh, old and new.
    pub totals: [f64; 2],
    /// The most alike phrase on the other side that is not the answer, for each side of the change.
    pub rivals: Vec<Runner>,
}

/// A number with its name.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Number {
    /// What it is.
    pub name: &'static str,
    /// How much.
    pub value: f64,
}

/// A word that both sides have.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Shared {
    /// As the old side has it.
    pub old: String,
    /// As the new side has it.
    pub new: String,
    /// What it weighs.
    pub weight: f64,
}

/// A phrase that might have answered.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Runner {
    /// The statement it stands in.
    pub statement: usize,
    /// Its words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// How alike it is.
    pub likeness: f64,
    /// How much it holds of the phrase of the other side, by words and subject.
    pub holds: f64,
    /// How much it would have had to hold.
    pub least: f64,
    /// Why holding that much is not enough: `time`, they speak of different times; `taken`, what they share answers another
    /// phrase and what this one says beyond that one is not there.
    #[schemars(extend("enum" = ["time", "taken", null]))]
    pub bar: Option<&'static str>,
    /// The words of the phrase that it answers instead.
    pub answers: Option<String>,
}

/// What gave the verdict.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Verdict {
    /// alone, polarity, scales, words or same.
    #[schemars(extend("enum" = ["alone", "polarity", "scales", "words", "same"]))]
    pub rule: &'static str,
    /// The rank of the scales that decided; null where none did.
    pub rank: Option<u8>,
    /// What the signs of their reasons come to.
    pub sum: Option<i32>,
    /// The words that went and came.
    pub edits: Vec<json::WordEdit>,
}

/// What adds up to a salience.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Salience {
    /// The parts.
    pub parts: Vec<Number>,
    /// What their sum is divided by.
    pub of: f64,
    /// The sum over that.
    pub value: f64,
    /// What the words weigh that one side has and the other has not.
    pub weight: f64,
    /// Those words.
    pub words: Vec<Own>,
}

/// A word that one side of a change has.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Own {
    /// The statement it stands in.
    pub statement: usize,
    /// The word.
    pub text: String,
    /// What it weighs, twice where the other statement has it nowhere.
    pub weight: f64,
    /// Whether the other statement has it nowhere.
    pub unknown: bool,
}

/// What an explanation is told from.
struct Told<'r> {
    report: &'r Report<'r>,
    at: usize,
    change: &'r ReportedChange,
    why: Explanation,
}

impl<'r> Told<'r> {
    /// Works out the explanation of a change of the report.
    fn of(report: &'r Report, change: &'r ReportedChange) -> Told<'r> {
        let at = report.changes.iter().position(|other| other.id == change.id).expect("a change of the report");
        Told { report, at, change, why: explain(report, change) }
    }

    /// The reading on one side, whether or not the change has a phrase there.
    fn reading(&self, is_new: bool) -> &'r Reading {
        if is_new { self.report.new } else { &self.report.old[self.why.old] }
    }

    fn statement(&self, is_new: bool) -> usize {
        if is_new { self.report.old.len() } else { self.why.old }
    }

    fn word(&self, is_new: bool, token: usize) -> String {
        on_one_line(self.reading(is_new).quote(token..token + 1))
    }

    fn phrase(&self, is_new: bool, phrase: usize) -> String {
        let reading = self.reading(is_new);
        on_one_line(reading.quote(reading.phrases[phrase].tokens.clone()))
    }

    fn edits(&self) -> Vec<Edit> {
        let (Some(old), Some(new)) = (self.change.old, self.change.new) else { return Vec::new() };
        let tokens = |place| self.report.phrase(place).tokens.clone();
        edits(self.report.reading(old), tokens(old), self.report.reading(new), tokens(new))
    }
}

/// Builds the wire form of the reasons for a change of the report.
pub fn wire(report: &Report, change: &ReportedChange) -> ExplainReport {
    let told = Told::of(report, change);
    let readings: Vec<Counted> = json::counted(report.old.iter().chain([report.new]));
    let why = &told.why;
    let numbers = |parts: &[(Part, f64)]| {
        parts.iter().map(|(part, value)| Number { name: part.name(), value: rounded(*value) }).collect()
    };
    let runner = |rival: &Rival| {
        let counted = &readings[told.statement(rival.is_new)];
        let span = told.reading(rival.is_new).phrases[rival.phrase].span;
        Runner {
            statement: told.statement(rival.is_new),
            text: counted.quote(span),
            span: counted.span(span),
            likeness: rounded(rival.likeness),
            holds: rounded(rival.holds),
            least: rival.least,
            bar: rival.bar.map(Bar::name),
            answers: rival.answers.map(|phrase| told.phrase(!rival.is_new, phrase)),
        }
    };
    let shared = |word: &SharedWord| Shared {
        old: told.word(false, word.old),
        new: told.word(true, word.new),
        weight: rounded(word.weight),
    };
    let own = |word: &NewWord| Own {
        statement: told.statement(word.is_new),
        text: told.word(word.is_new, word.token),
        weight: rounded(word.weight),
        unknown: word.is_unknown,
    };
    let (rank, sum) = match why.rule {
        Rule::Scales { rank, sum } => (Some(rank), Some(sum)),
        _ => (None, None),
    };
    let sides = [&readings[told.statement(false)], &readings[told.statement(true)]];
    ExplainReport {
        schema_version: json::SCHEMA_VERSION,
        tool: json::tool(report.old.iter().chain([report.new])),
        statements: readings.iter().map(json::statement).collect(),
        change: json::change(change, &readings),
        pairing: Pairing {
            step: why.found.step.name(),
            parts: numbers(&why.found.parts),
            sum: rounded(why.found.sum()),
            least: why.found.least,
            shared: why.shared.iter().map(shared).collect(),
            totals: why.totals.map(rounded),
            rivals: why.found.rivals.iter().map(runner).collect(),
        },
        verdict: Verdict {
            rule: why.rule.name(),
            rank,
            sum,
            edits: told.edits().iter().map(|edit| json::word_edit(edit, sides[0], sides[1])).collect(),
        },
        salience: Salience {
            parts: change
                .salience
                .parts()
                .into_iter()
                .map(|(name, value)| Number { name, value: rounded(value) })
                .collect(),
            of: MOST,
            value: rounded(change.salience.value()),
            weight: rounded(weight(&why.own)),
            words: why.own.iter().map(own).collect(),
        },
    }
}

/// Lays out the reasons for a change of the report.
pub fn terminal(report: &Report, change: &ReportedChange, options: &Options) -> String {
    lay_out(&rows(&Told::of(report, change)), options)
}

fn weight(words: &[NewWord]) -> f64 {
    words.iter().map(|word| word.weight).sum()
}

fn rows(told: &Told) -> Vec<Row> {
    let (report, change) = (told.report, told.change);
    let wire = json::change(change, &json::counted(report.old.iter().chain([report.new])));
    let why = Why::new(report, change, &wire);
    let mut rows = ledger::single(report, told.at);
    for claim in &why.claims {
        rows.extend(heading(if claim.is_new { "How the new side was read" } else { "How the old side was read" }));
        rows.extend(read(claim));
    }
    rows.extend(heading("How the pair was found"));
    rows.extend(found(told));
    rows.extend(heading("What decided"));
    rows.extend(decided(told, &why));
    rows.extend(heading("Where it stands in the report"));
    rows.extend(weighed(told));
    rows
}

fn heading(text: &str) -> [Row; 2] {
    [Row::Gap, Row::line(text, &[Label::Heading])]
}

fn line(text: impl Into<String>) -> Row {
    noted("", text)
}

/// A line with a word before it.
fn noted(note: &str, text: impl Into<String>) -> Row {
    Row::Line(Cell { margin: vec![Piece::new(note, &[Label::Dim])], text: vec![Piece::new(text, &[])] })
}

/// What a side is, and the entries that made it so.
fn read(claim: &Claim) -> Vec<Row> {
    let mut rows = vec![line(claim.facts.join(DOT))];
    rows.extend(claim.because.iter().map(|because| {
        let source = because.source.as_ref().map(|source| format!(" ({source})")).unwrap_or_default();
        line(format!("{}: {} by entry {}{source}", because.effect, because.words, because.entry))
    }));
    rows
}

/// The numbers that made two phrases a pair, and what else was tried.
fn found(told: &Told) -> Vec<Row> {
    let found = &told.why.found;
    let mut rows = Vec::new();
    let (how, needed) = match found.step {
        Step::Words => ("By their words, wherever they stand", "enough to be one claim"),
        Step::Place => {
            ("Left over by their words, then paired by some words and their place", "enough to be one claim")
        }
        Step::Inside => ("One lives on inside the other, which answers another phrase too", "enough to live on"),
        Step::Rest => ("One answers what another phrase leaves of the other", "enough to be part of one claim"),
        Step::Alone => ("Tried by words, by place, inside longer claims and as a part of one: nothing answers", ""),
    };
    if found.parts.is_empty() {
        rows.push(line(format!("{how}.")));
    } else {
        let parts = sum(found.parts.iter().map(|(part, value)| (part.name(), *value)));
        rows.push(line(format!("{how}: {parts} = {:.2}; {:.2} is {needed}.", found.sum(), found.least)));
    }
    if !told.why.shared.is_empty() {
        let [old, new] = told.why.totals;
        let words = told.why.shared.iter().map(|word| (told.word(true, word.new), word.weight));
        let shared: f64 = told.why.shared.iter().map(|word| word.weight).sum();
        rows.push(line(format!(
            "The words that both have weigh {shared:.1} of {old:.1} in the old side and {new:.1} in the new: {}.",
            listed(words)
        )));
        if found.step != Step::Inside {
            rows.push(line(format!(
                "Likeness = {:.2} × 2 × {shared:.1} / ({old:.1} + {new:.1}) + {CONTAINMENT:.2} × {shared:.1} / {:.1}.",
                1.0 - CONTAINMENT,
                old.min(new)
            )));
        }
    }
    for rival in &found.rivals {
        let side = if rival.is_new { "new" } else { "old" };
        let fate = match rival.answers {
            Some(phrase) => format!("answers “{}”", told.phrase(!rival.is_new, phrase)),
            None => "answers nothing".to_owned(),
        };
        let bar = match rival.bar.filter(|_| rival.holds >= rival.least) {
            None => format!("{:.2} would be enough to live on inside it", rival.least),
            Some(Bar::Time) => "at another time, so it cannot live on inside it".to_owned(),
            Some(Bar::Taken) => {
                "but nothing of what it says beyond the claim answered there, so it cannot live on inside it".to_owned()
            }
        };
        rows.push(line(format!(
            "Next in the {side} statement: “{}”, likeness {:.2}, holds {:.2} of it ({bar}); {fate}.",
            told.phrase(rival.is_new, rival.phrase),
            rival.likeness,
            rival.holds,
        )));
    }
    if found.step == Step::Alone && found.rivals.is_empty() {
        rows.push(line("No phrase of the other statement has a word of weight in common with it."));
    }
    rows
}

/// The rule that gave the verdict, with the words on their scales.
fn decided(told: &Told, why: &Why) -> Vec<Row> {
    let change = told.change;
    let mut rows = Vec::new();
    let slots = slots(told);
    if !slots.is_empty() {
        rows.push(line(format!("The two differ in {}.", slots.join("; "))));
    }
    rows.extend(why.decided.iter().map(|decided| line(reason(decided))));
    let kind = change.kind.name();
    rows.push(line(match told.why.rule {
        Rule::Alone if change.kind == ChangeKind::Disappeared => format!("Nothing new answers it, so it {kind}."),
        Rule::Alone => format!("Nothing old answers it, so it {kind}."),
        Rule::Polarity => format!("Opposite ways come before all else, so it is {kind}."),
        Rule::Scales { rank, sum } => format!(
            "Nothing points opposite ways. Of the scales that differ those of rank {rank} come first, and their signs come to {sum:+}, so it is {kind}."
        ),
        Rule::Words => format!("No scale moved it up or down, and the words differ, so it is {kind}."),
        Rule::Same => format!("No scale moved it up or down, and no word of weight differs, so it is {kind}."),
    }));
    rows
}

/// Words of a pair that went and those that came in their stead.
fn slots(told: &Told) -> Vec<String> {
    let mut slots: Vec<(Option<String>, Option<String>)> = Vec::new();
    let mut is_open = false;
    let quote = |is_new: bool, span| Some(format!("“{}”", on_one_line(told.reading(is_new).statement.quote(span))));
    for edit in told.edits() {
        if !is_open || matches!(edit, Edit::Equal { .. }) {
            slots.push((None, None));
        }
        is_open = !matches!(edit, Edit::Equal { .. });
        let Some(slot) = slots.last_mut() else { continue };
        match edit {
            Edit::Delete { old } => slot.0 = quote(false, old),
            Edit::Insert { new } => slot.1 = quote(true, new),
            Edit::Equal { .. } => {}
        }
    }
    slots
        .into_iter()
        .filter_map(|slot| match slot {
            (Some(old), Some(new)) => Some(format!("{old} → {new}")),
            (Some(old), None) => Some(format!("{old} gone")),
            (None, Some(new)) => Some(format!("{new} added")),
            (None, None) => None,
        })
        .collect()
}

/// A reason with its steps.
fn reason(decided: &Decided) -> String {
    let side = |said: &Option<Said>| {
        let said = said.as_ref()?;
        let told: Vec<&str> = said.words.iter().chain(&said.step).map(String::as_str).collect();
        Some(told.join(", "))
    };
    let words = match (side(&decided.old), side(&decided.new)) {
        (Some(old), Some(new)) => format!("{old} → {new}"),
        (Some(old), None) => format!("{old} gone"),
        (None, Some(new)) => format!("{new} added"),
        (None, None) => String::new(),
    };
    let about = decided.about.as_ref().map(|about| format!(" ({about})")).unwrap_or_default();
    let effect = if decided.effect.is_empty() { String::new() } else { format!(": {}", decided.effect) };
    format!("{}{about}: {words}{effect}", decided.rule)
}

/// The parts of the salience.
fn weighed(told: &Told) -> Vec<Row> {
    let salience = &told.change.salience;
    let all = weight(&told.why.own);
    let rank = told.report.changes.iter().filter(|change| change.kind != ChangeKind::Kept).count();
    let place = if told.change.kind == ChangeKind::Kept {
        "Kept, so after all that changed".to_owned()
    } else {
        format!("Number {} of {rank}", count_from_one(told.at))
    };
    let mut rows = vec![line(format!(
        "{place}: salience {:.2} = ({}) / {MOST:.2}.",
        salience.value(),
        sum(salience.parts().into_iter())
    ))];
    let words = told.why.own.iter().map(|word| {
        let text = told.word(word.is_new, word.token);
        (if word.is_unknown { format!("{text} (nowhere else)") } else { text }, word.weight)
    });
    if !told.why.own.is_empty() {
        rows.push(line(format!(
            "Novelty = {NOVELTY:.2} × (1 − e^(−{all:.1} / {NOVEL:.0})), where {all:.1} is what the words of one side weigh that the other has not, those that its whole statement has not twice: {}.",
            listed(words)
        )));
    }
    rows
}

/// `likeness 0.81 + subject 0.02`.
fn sum<'n>(parts: impl Iterator<Item = (&'n str, f64)>) -> String {
    let mut told = String::new();
    for (name, value) in parts.filter(|(_, value)| *value != 0.0) {
        let sign = match (told.is_empty(), value < 0.0) {
            (true, _) => "",
            (false, false) => " + ",
            (false, true) => " − ",
        };
        told += &format!("{sign}{name} {:.2}", value.abs());
    }
    told
}

/// The first words with their weights, and what the others come to.
fn listed(words: impl Iterator<Item = (String, f64)>) -> String {
    let words: Vec<(String, f64)> = words.collect();
    let mut told: Vec<String> = words.iter().take(TOLD).map(|(word, weight)| format!("{word} {weight:.1}")).collect();
    if let Some(others) = words.get(TOLD..).filter(|others| !others.is_empty()) {
        told.push(format!("{} more {:.1}", others.len(), others.iter().map(|word| word.1).sum::<f64>()));
    }
    told.join(", ")
}
