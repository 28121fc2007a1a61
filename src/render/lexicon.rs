//! A lexicon laid open, for people and for programs.

use super::json::{LexiconName, SCHEMA_VERSION};
use super::rows::{Cell, DOT, Label, Piece, Row, counted};
use crate::lexicon::{self, Entry, Listing, Origin, Role, Rung};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The report of `lexicon show`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff lexicon report")]
pub struct LexiconReport {
    /// The version of this shape.
    pub schema_version: u32,
    /// The lexicon.
    pub lexicon: LexiconName,
    /// The language it is for.
    pub language: String,
    /// The issuers that have ladders of their own.
    pub issuers: Vec<String>,
    /// The general scales, then the issuers' ladders.
    pub scales: Vec<Scale>,
    /// The entries.
    pub entries: Vec<Word>,
    /// Words that stand for one another.
    pub synonyms: Vec<Synonyms>,
    /// Who is meant by which names.
    pub actors: Vec<Actor>,
}

/// Where something was read.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Place {
    /// The file: its name alone for a built-in one.
    pub file: String,
    /// The line on which it begins, from 1.
    pub line: usize,
    /// Whether it is built in.
    pub built_in: bool,
}

/// A ladder or axis.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Scale {
    /// Its name.
    pub id: String,
    /// What it measures.
    pub about: String,
    /// 1: a higher step makes a claim stronger; -1: weaker; 0: an axis.
    pub sign: i32,
    /// The highest step.
    pub of: i32,
    /// The step of a claim without a word of the scale.
    pub bare: Option<i32>,
    /// The facet that a difference on it belongs to.
    pub facet: String,
    /// Which is heard first; 1 first.
    pub rank: u8,
    /// The general scale that it is another order of.
    pub base: Option<String>,
    /// Whose ladder it is; empty where it is a general one.
    pub issuer: Vec<String>,
    /// The class of a claim whose cue stands on it, where it is another than the entry's.
    pub class: Option<&'static str>,
    /// Where the order comes from.
    pub source: Option<String>,
    /// What stands on it, the lowest step first.
    pub rungs: Vec<OnStep>,
    /// Where it was read.
    pub origin: Place,
}

/// An entry on a step.
#[derive(Debug, Serialize, JsonSchema)]
pub struct OnStep {
    /// The step.
    pub step: i32,
    /// The entry.
    pub entry: String,
    /// Where the step comes from; on an issuer's ladder opened by its evidence, S, K or I.
    pub source: Option<String>,
}

/// An entry.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Word {
    /// Its name.
    pub id: String,
    /// What it does.
    pub role: &'static str,
    /// The class of the claim, for a cue.
    pub class: Option<&'static str>,
    /// Its forms by lemma.
    pub forms: Vec<String>,
    /// The scale it stands on by default.
    pub scale: Option<String>,
    /// Its step there.
    pub step: Option<i32>,
    /// Where the step comes from.
    pub source: Option<String>,
    /// Whether it makes a negated claim.
    pub negated: bool,
    /// Which part of speech its first word must be.
    pub tag: Option<&'static str>,
    /// Sentences in which it fires.
    pub examples: Vec<String>,
    /// Sentences in which it does not.
    pub counter: Vec<String>,
    /// Where it was read.
    pub origin: Place,
}

/// Words that stand for one another.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Synonyms {
    /// The words.
    pub words: Vec<String>,
    /// Where they were read.
    pub origin: Place,
}

/// An actor.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Actor {
    /// Its id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// state, body, office or person.
    pub kind: &'static str,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Names that mean it in its own statements.
    pub short: Vec<String>,
    /// Words that mean it before `government`, `side` and their like.
    pub adjectives: Vec<String>,
    /// For whom it speaks.
    pub of: Option<String>,
    /// On whose ladders its words are read.
    pub issuer: Option<String>,
    /// Where it was read.
    pub origin: Place,
}

/// Builds the wire form of a listing.
pub fn report(listing: &Listing) -> LexiconReport {
    let lexicon = listing.lexicon;
    LexiconReport {
        schema_version: SCHEMA_VERSION,
        lexicon: LexiconName { name: lexicon.name.clone(), sha256: lexicon.sha256.clone() },
        language: lexicon.language.clone(),
        issuers: lexicon.issuers().map(str::to_owned).collect(),
        scales: listing.scales.iter().map(scale).collect(),
        entries: listing.entries.iter().map(|entry| word(entry)).collect(),
        synonyms: listing
            .synonyms
            .iter()
            .map(|group| Synonyms { words: group.words.clone(), origin: place(&group.origin) })
            .collect(),
        actors: listing.actors.iter().map(|actor| self::actor(actor)).collect(),
    }
}

fn place(origin: &Origin) -> Place {
    Place { file: origin.file.to_string(), line: origin.line, built_in: origin.layer == 0 }
}

fn scale(ladder: &lexicon::Ladder) -> Scale {
    let scale = ladder.scale;
    let on_step =
        |rung: &Rung| OnStep { step: rung.step, entry: rung.entry.id.clone(), source: rung.source.map(str::to_owned) };
    Scale {
        id: scale.id.clone(),
        about: scale.about.clone(),
        sign: scale.sign,
        of: scale.of,
        bare: scale.bare,
        facet: scale.facet.clone(),
        rank: scale.rank,
        base: scale.base.clone(),
        issuer: scale.issuer.clone(),
        class: scale.class.map(lexicon::Class::name),
        source: scale.source.clone(),
        rungs: ladder.rungs.iter().map(on_step).collect(),
        origin: place(&scale.origin),
    }
}

fn word(entry: &Entry) -> Word {
    Word {
        id: entry.id.clone(),
        role: entry.role.name(),
        class: entry.class.map(lexicon::Class::name),
        forms: entry.spelled_out(),
        scale: entry.scale.clone(),
        step: entry.step,
        source: entry.source.clone(),
        negated: entry.negated,
        tag: entry.tag.map(lexicon::Speech::name),
        examples: entry.examples.clone(),
        counter: entry.counter.clone(),
        origin: place(&entry.origin),
    }
}

fn actor(actor: &lexicon::Actor) -> Actor {
    Actor {
        id: actor.id.clone(),
        name: actor.name.clone(),
        kind: actor.kind.name(),
        aliases: actor.aliases.clone(),
        short: actor.short.clone(),
        adjectives: actor.adjectives.clone(),
        of: actor.of.clone(),
        issuer: actor.issuer.clone(),
        origin: place(&actor.origin),
    }
}

/// Lays a listing out: ladders with their rungs, then what stands on none, by role, then synonyms and actors.
pub(super) fn rows(listing: &Listing) -> Vec<Row> {
    let lexicon = listing.lexicon;
    let mut rows = vec![line("", &lexicon.name, &format!("sha256 {}", lexicon.sha256))];
    for ladder in &listing.scales {
        rows.push(Row::Gap);
        rows.extend(head(ladder.scale));
        let mut before = None;
        for rung in &ladder.rungs {
            let step = if before == Some(rung.step) { String::new() } else { rung.step.to_string() };
            before = Some(rung.step);
            // What the ladder says for all its rungs is not said again.
            let is_ladders = rung.source == ladder.scale.source.as_deref();
            let evidence = rung.source.filter(|_| is_ladders).and_then(|source| source.split(':').next());
            rows.extend(entry(&step, rung.entry, evidence, rung.source.filter(|_| !is_ladders)));
        }
    }
    let mut by_role: BTreeMap<Role, Vec<&Entry>> = BTreeMap::new();
    let stands =
        |entry: &Entry| listing.scales.iter().flat_map(|ladder| &ladder.rungs).any(|rung| rung.entry.id == entry.id);
    for entry in listing.entries.iter().filter(|entry| !stands(entry)) {
        by_role.entry(entry.role).or_default().push(entry);
    }
    for (role, entries) in by_role {
        rows.push(Row::Gap);
        rows.push(line("", &format!("{} on no scale", role.name()), ""));
        rows.extend(entries.into_iter().flat_map(|entry| self::entry("", entry, None, entry.source.as_deref())));
    }
    if !listing.synonyms.is_empty() {
        rows.push(Row::Gap);
        rows.push(line("", "synonyms", ""));
        rows.extend(listing.synonyms.iter().map(|group| {
            let words = Piece::new(group.words.join(", "), &[]);
            cell("", vec![words, Piece::new(format!("{DOT}{}", told(&group.origin)), &[Label::Dim])])
        }));
    }
    if !listing.actors.is_empty() {
        rows.push(Row::Gap);
        rows.push(line("", "actors", ""));
        rows.extend(listing.actors.iter().map(|actor| named(actor)));
    }
    if rows.len() == 1 {
        rows.push(line("", "", "nothing in it is called so or holds such words"));
    }
    rows
}

/// What a scale is.
fn head(scale: &lexicon::Scale) -> Vec<Row> {
    let goes = match scale.sign {
        0 => format!("{} to {}, neither way stronger", -scale.of, scale.of),
        1 => format!("0 to {}, higher is stronger", scale.of),
        _ => format!("0 to {}, higher is weaker", scale.of),
    };
    let mut notes = vec![goes];
    notes.extend(scale.bare.map(|bare| format!("{bare} without a word of it")));
    notes.push(format!("facet {}", scale.facet));
    notes.push(format!("rank {}", scale.rank));
    if !scale.issuer.is_empty() {
        notes.push(format!("only for {}", scale.issuer.join(", ")));
    }
    notes.extend(scale.base.as_ref().map(|base| format!("an order of {base}")));
    notes.push(told(&scale.origin));
    let mut rows = vec![line("", &scale.id, &scale.about), cell("", vec![dim(notes.join(DOT))])];
    rows.extend(scale.source.as_ref().map(|source| cell("", vec![dim(source.clone())])));
    rows
}

/// An entry: what it is, its forms, and where its step comes from.
fn entry(step: &str, entry: &Entry, evidence: Option<&str>, source: Option<&str>) -> Vec<Row> {
    let mut notes: Vec<String> = evidence.map(str::to_owned).into_iter().collect();
    notes.push(match entry.class {
        Some(class) => format!("{}, {}", entry.role.name(), class.name()),
        None => entry.role.name().to_owned(),
    });
    notes.extend(entry.tag.map(|tag| format!("as a {}", tag.name())));
    if entry.negated {
        notes.push("negated".to_owned());
    }
    notes.push(told(&entry.origin));
    let mut rows =
        vec![line(step, &entry.id, &notes.join(DOT)), cell("", vec![Piece::new(entry.spelled_out().join(", "), &[])])];
    rows.extend(source.map(|source| cell("", vec![dim(source.to_owned())])));
    rows
}

/// An actor under all its names.
fn named(actor: &lexicon::Actor) -> Row {
    let adjectives = actor.adjectives.iter().map(|word| format!("{word} …"));
    let short = actor.short.iter().map(|word| format!("{word} (in its own words)"));
    let names = actor.aliases.iter().cloned().chain(adjectives).chain(short).map(|name| format!(", {name}"));
    let mut notes = vec![actor.id.clone(), actor.kind.name().to_owned()];
    notes.extend(actor.of.as_ref().map(|of| format!("speaks for {of}")));
    notes.extend(actor.issuer.as_ref().map(|issuer| format!("on the ladders of {issuer}")));
    notes.push(told(&actor.origin));
    let notes = dim(format!("{DOT}{}", notes.join(DOT)));
    cell("", vec![Piece::new(&actor.name, &[Label::Heading]), Piece::new(names.collect::<String>(), &[]), notes])
}

/// A step in the margin, a name, and what is to be said of it.
fn line(step: &str, name: &str, about: &str) -> Row {
    let mut text = vec![Piece::new(name, &[Label::Heading])];
    if !about.is_empty() {
        text.push(dim(if name.is_empty() { about.to_owned() } else { format!("{DOT}{about}") }));
    }
    cell(step, text)
}

fn cell(step: &str, text: Vec<Piece>) -> Row {
    Row::Line(Cell { margin: vec![Piece::new(step, &[Label::Number])], text })
}

fn dim(text: String) -> Piece {
    Piece::new(text, &[Label::Dim])
}

/// `cues.toml:12`, on one line.
fn told(origin: &Origin) -> String {
    format!("{}:{}", origin.file, origin.line)
}

/// `4 entries, 1 scale, 2 actors`: what a layer of a lexicon holds.
pub fn counts(lexicon: &lexicon::Lexicon, layer: usize) -> String {
    let count = |origins: Vec<&Origin>| origins.into_iter().filter(|origin| origin.layer == layer).count();
    let entries = count(lexicon.entries.iter().map(|entry| &entry.origin).collect());
    let scales = count(lexicon.scales.values().chain(lexicon.ladders.values()).map(|scale| &scale.origin).collect());
    let groups = count(lexicon.synonyms.iter().map(|group| &group.origin).collect());
    let actors = count(lexicon.actors.all.iter().map(|actor| &actor.origin).collect());
    let entries = if entries == 1 { "1 entry".to_owned() } else { format!("{entries} entries") };
    [entries, counted(scales, "scale"), counted(groups, "synonym group"), counted(actors, "actor")].join(", ")
}
