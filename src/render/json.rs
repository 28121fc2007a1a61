//! The wire types: versioned apart from our own, so that renaming ours breaks no script.
//!
//! Spans are Unicode code points of the decoded text, front matter included.

use super::rows::on_one_line;
use crate::change::{ChangeKind, Edit, Facet};
use crate::report::{Place, Report, ReportedChange, SentenceRow};
use crate::stance::{Certainty, Effect, PartKind, Polarity, Reading, StancePhrase, Time};
use crate::statement::Extent;
use crate::text::{self, CodePoints};
use schemars::JsonSchema;
use serde::Serialize;

/// Goes up when a reader of the old shape would break.
pub const SCHEMA_VERSION: u32 = 1;

/// How much text stands before and after a phrase, in characters: enough to find it again by eye.
const CONTEXT: usize = 32;

/// The report of `compare`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff compare report")]
pub struct CompareReport {
    /// The version of this shape.
    pub schema_version: u32,
    /// What made the report.
    pub tool: Tool,
    /// The statements, earlier ones first, the newest last.
    pub statements: Vec<Statement>,
    /// How many changes there are of each kind.
    pub summary: Summary,
    /// The changes, most salient first, kept ones last.
    pub changes: Vec<Change>,
    /// Every sentence of the last earlier statement and of the newest.
    pub sentences: Vec<Sentences>,
}

/// The report of `extract`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff extract report")]
pub struct ExtractReport {
    /// The version of this shape.
    pub schema_version: u32,
    /// What made the report.
    pub tool: Tool,
    /// The statements.
    pub statements: Vec<Statement>,
    /// Their stance phrases in reading order.
    pub phrases: Vec<Phrase>,
}

/// A phrase on a line of its own, with what tells its statement.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff extract line")]
pub struct PhraseLine {
    /// The statement's path.
    pub path: String,
    /// The statement's date.
    pub date: Option<String>,
    /// The statement's speaker.
    pub speaker: Option<String>,
    /// The phrase.
    #[serde(flatten)]
    pub phrase: Phrase,
}

/// A change on a line of its own, with what tells its statements: where a side lacks the claim, which one lacks it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff compare line")]
pub struct ChangeLine {
    /// The old statement's path.
    pub old_path: String,
    /// The old statement's date.
    pub old_date: Option<String>,
    /// The old statement's speaker.
    pub old_speaker: Option<String>,
    /// The newest statement's path.
    pub new_path: String,
    /// The newest statement's date.
    pub new_date: Option<String>,
    /// The newest statement's speaker.
    pub new_speaker: Option<String>,
    /// The change.
    #[serde(flatten)]
    pub change: Change,
}

/// What made a report.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Tool {
    /// The program.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
    /// The lexicon in force; null where no statement's language has one.
    pub lexicon: Option<LexiconName>,
}

/// A lexicon.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LexiconName {
    /// Its name.
    pub name: String,
    /// SHA-256 over its files.
    pub sha256: String,
}

/// A statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Statement {
    /// Its place in this list.
    pub id: usize,
    /// The path as given.
    pub path: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// YYYY-MM-DD.
    pub date: Option<String>,
    /// Whose words.
    pub speaker: Option<String>,
    /// To whom.
    pub audience: Option<String>,
    /// Letter, cable, speech.
    pub channel: Option<String>,
    /// Its title.
    pub title: Option<String>,
    /// Where it was taken from.
    pub source: Option<String>,
    /// BCP 47 primary subtag; empty where unknown.
    pub language: String,
    /// `whole` or `excerpts`.
    #[schemars(extend("enum" = ["whole", "excerpts"]))]
    pub extent: &'static str,
    /// Whether it is a translation.
    pub translation: bool,
    /// Whether its language has a lexicon; without one a phrase is a sentence and its force is not read.
    pub has_lexicon: bool,
    /// The issuer whose ladders it was read on; null where on the general ones alone.
    pub issuer: Option<String>,
    /// How many stance phrases.
    pub phrases: usize,
    /// How many sentences.
    pub sentences: usize,
    /// Front matter that is not ours.
    pub other: std::collections::BTreeMap<String, String>,
}

/// How many changes of each kind.
#[derive(Debug, Serialize, JsonSchema)]
#[allow(missing_docs)]
pub struct Summary {
    pub kept: usize,
    pub reworded: usize,
    pub strengthened: usize,
    pub weakened: usize,
    pub reversed: usize,
    pub appeared: usize,
    pub disappeared: usize,
    /// How many of them, of whatever kind, left their place.
    pub moved: usize,
}

/// A change.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Change {
    /// The same after a re-run, a better verdict or an unrelated edit.
    pub id: String,
    /// appeared, disappeared, reversed, strengthened, weakened, reworded, kept.
    #[schemars(extend("enum" = ["appeared", "disappeared", "reversed", "strengthened", "weakened", "reworded", "kept"]))]
    pub kind: &'static str,
    /// Whether the claim left its place.
    pub moved: bool,
    /// force, polarity, condition, actor, object, quantity, time, wording.
    pub facets: Vec<&'static str>,
    /// To the counterpart, or to the nearest that was not accepted; 0 to 1.
    pub similarity: f64,
    /// 0 to 1.
    pub salience: f64,
    /// The phrase on the old side.
    pub old: Option<Phrase>,
    /// The phrase on the new side.
    pub new: Option<Phrase>,
    /// Which earlier statements hold the claim.
    pub seen_in: Vec<usize>,
    /// excerpts, translation, near, little-in-common: why to look before saying it aloud.
    pub doubt: Vec<&'static str>,
    /// What decided between the two sides.
    pub reasons: Vec<Reason>,
}

/// Why a pair was judged as it was.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Reason {
    /// The facet it tells of.
    pub facet: &'static str,
    /// The scale, or what was compared.
    pub rule: String,
    /// 1 strengthens, -1 weakens, 0 neither.
    pub sign: i32,
    /// The words on the old side.
    pub old: Option<Grade>,
    /// The words on the new side.
    pub new: Option<Grade>,
}

/// Words on a step of a scale.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Grade {
    /// The entry of the lexicon.
    pub entry: String,
    /// Its step.
    pub step: i32,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// A stance phrase.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Phrase {
    /// The statement's id.
    pub statement: usize,
    /// The sentence's number in it.
    pub sentence: usize,
    /// The paragraph's number in it.
    pub paragraph: usize,
    /// The words, exactly.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The text before.
    pub prefix: String,
    /// The text after.
    pub suffix: String,
    /// commit, support, oppose, demand, concern, praise, assess, act.
    #[schemars(extend("enum" = ["commit", "support", "oppose", "demand", "concern", "praise", "assess", "act"]))]
    pub class: &'static str,
    /// Of whom or what it is said, in the words of the text; for a pronoun, the words that it stands for.
    pub actor: Option<String>,
    /// Whose claim it is: the actor's where the text says that it thinks, wants or promises so, else the speaker's; by the
    /// name in the table of actors or in the front matter, else in the words of the text. Null where the speaker is not named.
    pub holder: Option<String>,
    /// The words that make it a claim.
    pub cue: Option<String>,
    /// affirmed or negated.
    #[schemars(extend("enum" = ["affirmed", "negated"]))]
    pub polarity: &'static str,
    /// How firmly.
    pub force: Option<Force>,
    /// past, present or future.
    #[schemars(extend("enum" = ["past", "present", "future"]))]
    pub time: &'static str,
    /// certain, probable or possible.
    #[schemars(extend("enum" = ["certain", "probable", "possible"]))]
    pub certainty: &'static str,
    /// About what.
    pub object: Option<String>,
    /// On what terms.
    pub conditions: Vec<Part>,
    /// Figures and dates.
    pub quantities: Vec<Quantity>,
    /// Fixed formulations without a verb of their own, followed wherever they stand.
    pub formulas: Vec<Part>,
    /// The entries that made it so.
    pub because: Vec<Evidence>,
}

/// A step on a ladder.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Force {
    /// The ladder.
    pub scale: String,
    /// The step.
    pub step: i32,
    /// The highest step.
    pub of: i32,
}

/// A piece of a phrase.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Part {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
}

/// A figure or date.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Quantity {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// amount, share, money, rate, count, vote, date, period.
    #[schemars(extend("enum" = ["amount", "share", "money", "rate", "count", "vote", "date", "period"]))]
    pub kind: &'static str,
    /// exact, at-least, at-most, about, from-to.
    #[schemars(extend("enum" = ["exact", "at-least", "at-most", "about", "from-to"]))]
    pub bound: &'static str,
    /// What it comes to, the same for all ways of writing it: `2 percent`, `USD 1250000000000`, `2023-06-30`, `P2Y`.
    pub value: String,
}

/// An entry at work.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Evidence {
    /// cue, embedded, negation, grade, condition or formula.
    #[schemars(extend("enum" = ["cue", "embedded", "negation", "grade", "condition", "formula"]))]
    pub effect: &'static str,
    /// The entry of the lexicon.
    pub entry: String,
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// Where the entry's step comes from.
    pub source: Option<String>,
}

/// Sentences that answer each other.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Sentences {
    /// kept, edited, moved, split, merged, added, removed.
    #[schemars(extend("enum" = ["kept", "edited", "moved", "split", "merged", "added", "removed"]))]
    pub op: &'static str,
    /// Numbers in the last earlier statement.
    pub old: Vec<usize>,
    /// Numbers in the newest.
    pub new: Vec<usize>,
    /// Whether they left their place.
    pub moved: bool,
    /// Where the old ones stand.
    pub old_spans: Vec<Span>,
    /// Where the new ones stand.
    pub new_spans: Vec<Span>,
    /// The words that stay, go and come.
    pub edits: Vec<WordEdit>,
}

/// A run of words.
#[derive(Debug, Serialize, JsonSchema)]
pub struct WordEdit {
    /// equal, delete or insert.
    #[schemars(extend("enum" = ["equal", "delete", "insert"]))]
    pub op: &'static str,
    /// The words: of the old statement where they stand on both sides.
    pub text: String,
}

/// A half-open range of Unicode code points.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
pub struct Span {
    /// The first.
    pub start: usize,
    /// The one after the last.
    pub end: usize,
}

/// A reading with its code points counted once.
pub(super) struct Counted<'r> {
    id: usize,
    reading: &'r Reading,
    points: CodePoints<'r>,
}

impl<'r> Counted<'r> {
    fn new(id: usize, reading: &'r Reading) -> Counted<'r> {
        Counted { id, reading, points: reading.statement.code_points() }
    }

    pub(super) fn span(&self, span: text::Span) -> Span {
        let (start, end) = self.points.of(span);
        Span { start, end }
    }

    pub(super) fn quote(&self, span: text::Span) -> String {
        self.reading.statement.quote(span).to_owned()
    }
}

/// Builds the wire form of a comparison.
pub fn compare_report(report: &Report) -> CompareReport {
    let readings: Vec<Counted> = counted(report.old.iter().chain([report.new]));
    let summary = Summary {
        kept: report.count(ChangeKind::Kept),
        reworded: report.count(ChangeKind::Reworded),
        strengthened: report.count(ChangeKind::Strengthened),
        weakened: report.count(ChangeKind::Weakened),
        reversed: report.count(ChangeKind::Reversed),
        appeared: report.count(ChangeKind::Appeared),
        disappeared: report.count(ChangeKind::Disappeared),
        moved: report.count_moved(),
    };
    let (last, new) = (&readings[report.old.len() - 1], &readings[report.old.len()]);
    CompareReport {
        schema_version: SCHEMA_VERSION,
        tool: tool(report.old.iter().chain([report.new])),
        statements: readings.iter().map(statement).collect(),
        summary,
        changes: report.changes.iter().map(|change| self::change(change, &readings)).collect(),
        sentences: report.sentences.iter().map(|row| sentences(row, last, new)).collect(),
    }
}

/// Builds the wire form of extracted phrases.
pub fn extract_report(readings: &[Reading]) -> ExtractReport {
    let counted = counted(readings.iter());
    ExtractReport {
        schema_version: SCHEMA_VERSION,
        tool: tool(readings.iter()),
        statements: counted.iter().map(statement).collect(),
        phrases: counted
            .iter()
            .flat_map(|counted| counted.reading.phrases.iter().map(|phrase| self::phrase(phrase, counted)))
            .collect(),
    }
}

/// Builds the wire form of a statement's phrases, one a line; `id` is the statement's place among those extracted.
pub fn extract_lines(id: usize, reading: &Reading) -> impl Iterator<Item = PhraseLine> {
    let counted = Counted::new(id, reading);
    let statement = &reading.statement;
    let date = statement.meta.date.map(|date| date.to_string());
    reading.phrases.iter().map(move |phrase| PhraseLine {
        path: statement.path.clone(),
        date: date.clone(),
        speaker: statement.meta.speaker.clone(),
        phrase: self::phrase(phrase, &counted),
    })
}

/// Builds the wire form of a comparison, one change a line.
pub fn compare_lines(report: &Report) -> Vec<ChangeLine> {
    let wire = compare_report(report);
    let last = wire.statements.len() - 2;
    let line = |change: Change| {
        let of = |phrase: &Option<Phrase>, or| &wire.statements[phrase.as_ref().map_or(or, |phrase| phrase.statement)];
        let (old, new) = (of(&change.old, last), of(&change.new, last + 1));
        ChangeLine {
            old_path: old.path.clone(),
            old_date: old.date.clone(),
            old_speaker: old.speaker.clone(),
            new_path: new.path.clone(),
            new_date: new.date.clone(),
            new_speaker: new.speaker.clone(),
            change,
        }
    };
    wire.changes.into_iter().map(line).collect()
}

pub(super) fn counted<'r>(readings: impl Iterator<Item = &'r Reading>) -> Vec<Counted<'r>> {
    readings.enumerate().map(|(id, reading)| Counted::new(id, reading)).collect()
}

pub(super) fn tool<'r>(mut readings: impl Iterator<Item = &'r Reading>) -> Tool {
    let lexicon = readings
        .find_map(|reading| reading.lexicon.as_ref())
        .map(|lexicon| LexiconName { name: lexicon.name.clone(), sha256: lexicon.sha256.clone() });
    Tool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION"), lexicon }
}

pub(super) fn statement(counted: &Counted) -> Statement {
    let reading = counted.reading;
    let (statement, meta) = (&reading.statement, &reading.statement.meta);
    Statement {
        id: counted.id,
        path: statement.path.clone(),
        sha256: statement.sha256.clone(),
        date: meta.date.map(|date| date.to_string()),
        speaker: meta.speaker.clone(),
        audience: meta.audience.clone(),
        channel: meta.channel.clone(),
        title: meta.title.clone(),
        source: meta.source.clone(),
        language: meta.language.0.clone(),
        extent: match meta.extent {
            Extent::Whole => "whole",
            Extent::Excerpts => "excerpts",
        },
        translation: meta.is_translation,
        has_lexicon: reading.lexicon.is_some(),
        issuer: reading.lexicon.as_ref().and_then(|lexicon| lexicon.issuer.clone()),
        phrases: reading.phrases.len(),
        sentences: reading.segments.sentences.len(),
        other: meta.other.iter().cloned().collect(),
    }
}

pub(super) fn change(change: &ReportedChange, readings: &[Counted]) -> Change {
    let at = |place: Option<Place>| {
        place.map(|place| {
            let counted = &readings[place.statement];
            phrase(&counted.reading.phrases[place.phrase], counted)
        })
    };
    let of = |place: Option<Place>| place.map(|place| &readings[place.statement]);
    Change {
        id: change.id.clone(),
        kind: change.kind.name(),
        moved: change.is_moved,
        facets: change.facets.iter().map(|facet: &Facet| facet.name()).collect(),
        similarity: rounded(change.similarity),
        salience: rounded(change.salience.value()),
        old: at(change.old),
        new: at(change.new),
        seen_in: change.seen_in.clone(),
        doubt: change.doubt.iter().map(|doubt| doubt.name()).collect(),
        reasons: change.reasons.iter().map(|reason| self::reason(reason, of(change.old), of(change.new))).collect(),
    }
}

pub(super) fn reason(reason: &crate::change::Reason, old: Option<&Counted>, new: Option<&Counted>) -> Reason {
    let grade = |grade: &Option<crate::change::Grade>, counted: Option<&Counted>| {
        let (grade, counted) = (grade.as_ref()?, counted?);
        Some(Grade {
            entry: grade.entry.clone(),
            step: grade.step,
            text: counted.quote(grade.span),
            span: counted.span(grade.span),
        })
    };
    Reason {
        facet: reason.facet.name(),
        rule: reason.rule.clone(),
        sign: reason.sign,
        old: grade(&reason.old, old),
        new: grade(&reason.new, new),
    }
}

pub(super) fn force(phrase: &StancePhrase) -> Option<Force> {
    phrase.force.as_ref().map(|force| Force { scale: force.scale.clone(), step: force.step, of: force.of })
}

fn phrase(phrase: &StancePhrase, counted: &Counted) -> Phrase {
    let reading = counted.reading;
    let part = |span: text::Span| Part { text: counted.quote(span), span: counted.span(span) };
    let parts = |is_wanted: fn(PartKind) -> bool| {
        phrase.parts.iter().filter(|found| is_wanted(found.kind)).map(|found| part(found.span)).collect()
    };
    let (prefix, suffix) = around(&reading.statement.text, phrase.span);
    Phrase {
        statement: counted.id,
        sentence: phrase.sentence,
        paragraph: reading.segments.sentences[phrase.sentence].paragraph,
        text: counted.quote(phrase.span),
        span: counted.span(phrase.span),
        prefix,
        suffix,
        class: phrase.class.name(),
        actor: phrase.actor.as_ref().map(|actor| reading.name(actor).to_owned()),
        holder: reading.holder(phrase).map(on_one_line),
        cue: phrase.cue.clone().map(|cue| counted.quote(reading.segments.span(cue))),
        polarity: match phrase.polarity {
            Polarity::Affirmed => "affirmed",
            Polarity::Negated => "negated",
        },
        force: force(phrase),
        time: match phrase.time {
            Time::Past => "past",
            Time::Present => "present",
            Time::Future => "future",
        },
        certainty: match phrase.certainty {
            Certainty::Certain => "certain",
            Certainty::Probable => "probable",
            Certainty::Possible => "possible",
        },
        object: phrase.object.map(|span| counted.quote(span)),
        conditions: parts(|kind| matches!(kind, PartKind::Condition | PartKind::Term)),
        quantities: reading
            .segments
            .quantities_in(phrase.tokens.clone())
            .iter()
            .map(|quantity| self::quantity(quantity, counted))
            .collect(),
        formulas: parts(|kind| kind == PartKind::Formula),
        because: phrase.because.iter().map(|evidence| self::evidence(evidence, counted)).collect(),
    }
}

fn quantity(quantity: &crate::segment::Quantity, counted: &Counted) -> Quantity {
    let span = counted.reading.segments.span(quantity.tokens.clone());
    Quantity {
        text: counted.quote(span),
        span: counted.span(span),
        kind: quantity.kind.name(),
        bound: quantity.bound.name(),
        value: quantity.value.clone(),
    }
}

fn evidence(evidence: &crate::stance::Evidence, counted: &Counted) -> Evidence {
    let entry = counted.reading.lexicon.as_ref().map(|lexicon| &lexicon.entries[evidence.entry]);
    Evidence {
        effect: match evidence.effect {
            Effect::Cue => "cue",
            Effect::Embedded => "embedded",
            Effect::Formula => "formula",
            Effect::Negation => "negation",
            Effect::Grade => "grade",
            Effect::Condition => "condition",
        },
        entry: entry.map(|entry| entry.id.clone()).unwrap_or_default(),
        text: counted.quote(evidence.span),
        span: counted.span(evidence.span),
        source: entry.and_then(|entry| entry.source.clone()),
    }
}

fn sentences(row: &SentenceRow, old: &Counted, new: &Counted) -> Sentences {
    let spans = |counted: &Counted, numbers: &[usize]| {
        numbers.iter().map(|&at| counted.span(counted.reading.segments.sentences[at].span)).collect()
    };
    Sentences {
        op: row.op.name(),
        old: row.old.clone(),
        new: row.new.clone(),
        moved: row.is_moved,
        old_spans: spans(old, &row.old),
        new_spans: spans(new, &row.new),
        edits: row.edits.iter().map(|edit| word_edit(edit, old, new)).collect(),
    }
}

pub(super) fn word_edit(edit: &Edit, old: &Counted, new: &Counted) -> WordEdit {
    match *edit {
        Edit::Equal { old: span, .. } => WordEdit { op: "equal", text: old.quote(span) },
        Edit::Delete { old: span } => WordEdit { op: "delete", text: old.quote(span) },
        Edit::Insert { new: span } => WordEdit { op: "insert", text: new.quote(span) },
    }
}

/// The text just before and after a span.
fn around(text: &str, span: text::Span) -> (String, String) {
    let before = text[..span.start].char_indices().rev().nth(CONTEXT - 1).map_or(0, |(at, _)| at);
    let after = text[span.end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| span.end + at);
    (text[before..span.start].to_owned(), text[span.end..after].to_owned())
}

/// Three decimals are what a likeness is good for, and keep reports the same across machines.
pub(super) fn rounded(value: f64) -> f64 {
    (value * 1000.0).round() / 1000.0
}
