//! What is wrong with a lexicon that is well formed: forms claimed twice, steps off their ladder, names of nothing.
//!
//! The built-in lexicon is checked by a test, a user's layers whenever they are read. Whether examples fire is judged in
//! `segment`, which can read them.

use super::actors::Use;
use super::file::Remove;
use super::load::pieces;
use super::{Entry, Lexicon, LexiconError, Origin, Piece, Role, Scale, Slot};
use rustc_hash::FxHashMap;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The facets of which a scale can tell.
const FACETS: [&str; 6] = ["force", "polarity", "condition", "object", "quantity", "time"];

/// How many gaps a form may have: each makes the search six times longer.
const GAPS: usize = 2;

/// Returns all that is wrong, in order of layer, file and line.
pub(super) fn check(lexicon: &Lexicon, removed: &[Remove]) -> Vec<LexiconError> {
    let mut check = Check { lexicon, removed, faults: Vec::new() };
    check.entries();
    check.scales();
    check.issuers();
    check.groups();
    check.actors();
    check.faults.sort_by(|a, b| a.origin().cmp(&b.origin()));
    check.faults
}

struct Check<'l> {
    lexicon: &'l Lexicon,
    removed: &'l [Remove],
    faults: Vec<LexiconError>,
}

impl<'l> Check<'l> {
    fn fault(&mut self, what: &'static str, id: &str, origin: &Origin, key: &str, fault: impl Into<String>) {
        let (id, key, fault) = (id.to_owned(), key.to_owned(), fault.into());
        self.faults.push(LexiconError::Fault { origin: origin.clone(), what, id, key, fault });
    }

    /// The entries with those of later layers last, so that the newcomer is told that a form is taken.
    fn in_order(&self) -> Vec<&'l Entry> {
        let mut entries: Vec<&Entry> = self.lexicon.entries.iter().collect();
        entries.sort_by_key(|entry| &entry.origin);
        entries
    }

    fn entries(&mut self) {
        let mut claimed: HashMap<(Slot, String), &Entry> = HashMap::new();
        let mut numbers = FxHashMap::default();
        let on_ladders: BTreeSet<&String> =
            self.lexicon.ladders.values().flat_map(|ladder| ladder.steps.keys()).collect();
        for entry in self.in_order() {
            for form in entry.spelled_out() {
                let pieces = pieces(&form, &mut numbers);
                let is_whole = matches!(pieces.first(), Some(Piece::Word(_))) && pieces.last() != Some(&Piece::Gap);
                if !is_whole {
                    self.of(entry, "forms", format!("`{form}` does not begin and end with words; write it so"));
                }
                if pieces.iter().filter(|piece| **piece == Piece::Gap).count() > GAPS {
                    self.of(entry, "forms", format!("`{form}` has more than {GAPS} gaps; make two forms of it"));
                }
                if form != form.to_lowercase() {
                    self.of(entry, "forms", format!("`{form}` has capitals; write it in lower case"));
                }
                if let Some(other) = claimed.insert((entry.slot(), form.clone()), entry) {
                    self.of(entry, "forms", taken(&form, other));
                }
            }
            if entry.role == Role::Cue && entry.class.is_none() {
                self.of(entry, "class", "is missing; a cue makes a claim of some class");
            }
            if entry.role == Role::Grade && entry.scale.is_none() && !on_ladders.contains(&entry.id) {
                self.of(entry, "scale", "is missing; a grade stands on a scale, its own or an issuer's");
            }
            self.step(entry, &entry.scale, entry.step, ["scale", "step"]);
            if entry.whose.is_some() && entry.role != Role::Cue {
                self.of(entry, "whose", "is for cues only; take it out");
            }
            if let Some(others) = &entry.others {
                if entry.role != Role::Cue {
                    self.of(entry, "others", "is for cues only; take it out");
                }
                self.step(entry, &others.scale, others.step, ["others", "others"]);
            }
        }
    }

    /// Checks that an entry stands on a step of a scale that there is; told of the keys that say so.
    fn step(&mut self, entry: &Entry, scale: &Option<String>, step: Option<i32>, [of_scale, of_step]: [&str; 2]) {
        let (Some(name), Some(step)) = (scale, step) else {
            match (scale, step) {
                (Some(_), None) => self.of(entry, of_step, "is missing; an entry of a scale stands on a step"),
                (None, Some(_)) => self.of(entry, of_scale, "is missing; a step is one of some scale"),
                _ => {}
            }
            return;
        };
        let scale = self.lexicon.scales.get(name);
        match scale {
            Some(scale) if scale.holds(step) => {}
            // Whoever came last made the mistake.
            Some(scale) if scale.origin.layer > entry.origin.layer => {
                let fault = format!(
                    "leaves no step {step} for the entry `{}` of `{}`; give that entry another step too",
                    entry.id, entry.origin.file
                );
                self.fault("scale", &scale.id, &scale.origin, "of", fault);
            }
            Some(scale) => self.of(entry, of_step, off(step, scale)),
            None if self.lexicon.ladders.contains_key(name) => {
                self.of(entry, of_scale, format!("`{name}` is an issuer's; name the entry in its `steps` instead"));
            }
            None => match self.removed.iter().find(|remove| remove.id == *name) {
                Some(remove) if remove.origin.layer > entry.origin.layer => {
                    let fault =
                        format!("`{name}` holds the entry `{}` of `{}`; remove it too", entry.id, entry.origin.file);
                    self.fault("", "", &remove.origin, "remove", fault);
                }
                _ => {
                    let known: Vec<&str> = self.lexicon.scales.keys().map(String::as_str).collect();
                    self.of(entry, of_scale, format!("`{name}` is no known scale; choose from {}", known.join(", ")));
                }
            },
        }
    }

    fn of(&mut self, entry: &Entry, key: &str, fault: impl Into<String>) {
        self.fault("entry", &entry.id, &entry.origin, key, fault);
    }

    fn scales(&mut self) {
        let (lexicon, removed) = (self.lexicon, self.removed);
        for scale in lexicon.scales.values().chain(lexicon.ladders.values()) {
            if scale.base.as_ref().is_some_and(|base| !lexicon.scales.contains_key(base)) {
                // Without its base it has no keys to be judged by; that has been told.
                continue;
            }
            let mut wrong = |key: &str, fault: String| self.fault("scale", &scale.id, &scale.origin, key, fault);
            if !(-1..=1).contains(&scale.sign) {
                wrong("sign", format!("{} is no sign; write 1, 0 or -1", scale.sign));
            }
            if scale.of < 1 {
                wrong("of", format!("{} is no highest step; write 1 or more", scale.of));
            }
            if !(1..=3).contains(&scale.rank) {
                wrong("rank", format!("{} is no rank; write 1, 2 or 3", scale.rank));
            }
            if !FACETS.contains(&scale.facet.as_str()) {
                wrong("facet", format!("cannot be `{}`; choose from {}", scale.facet, FACETS.join(", ")));
            }
            if let Some(bare) = scale.bare.filter(|&bare| !scale.holds(bare)) {
                wrong("bare", off(bare, scale));
            }
            if scale.issuer.is_empty() {
                for (key, is_empty) in [
                    ("base", scale.base.is_none()),
                    ("steps", scale.steps.is_empty()),
                    ("class", scale.class.is_none()),
                ] {
                    if !is_empty {
                        wrong(key, "is for an issuer's ladder; name the `issuer` or take it out".into());
                    }
                }
                continue;
            }
            if scale.steps.is_empty() {
                wrong("steps", "is missing; give the entries that stand on the ladder".into());
            }
            let says = |source: &String| ["S: ", "K: ", "I: "].iter().any(|evidence| source.starts_with(evidence));
            let advice =
                "open it with `S: ` (a source states it), `K: ` (known, not read for it) or `I: ` (interpolated)";
            match &scale.source {
                None => wrong("source", format!("is missing; {advice}")),
                Some(source) if !says(source) => wrong("source", format!("says nothing of its evidence; {advice}")),
                Some(_) => {}
            }
            for (id, source) in &scale.sources {
                if !scale.steps.contains_key(id) {
                    wrong("sources", format!("`{id}` is no entry of `steps`; add it there or take it out"));
                } else if !says(source) {
                    wrong("sources", format!("`{id}` says nothing of its evidence; {advice}"));
                }
            }
            for (id, &step) in &scale.steps {
                let is_known = lexicon.entries.binary_search_by(|entry| entry.id.cmp(id)).is_ok();
                let is_removed =
                    removed.iter().any(|remove| remove.id == *id && remove.origin.layer > scale.origin.layer);
                if !is_known && !is_removed {
                    wrong("steps", format!("`{id}` is no known entry; add one or take it out"));
                }
                if !scale.holds(step) {
                    wrong("steps", format!("`{id}`: {}", off(step, scale)));
                }
            }
        }
    }

    /// Checks the ladders of each issuer together: no entry on two, no form twice on one.
    fn issuers(&mut self) {
        for issuer in self.lexicon.issuers() {
            let mut stands: BTreeMap<&str, &Scale> = BTreeMap::new();
            for ladder in self.lexicon.ladders.values().filter(|ladder| ladder.issuer.iter().any(|own| own == issuer)) {
                for id in ladder.steps.keys() {
                    if let Some(other) = stands.insert(id, ladder) {
                        let fault = format!("`{id}` stands on `{}` of `{issuer}` already; keep one of them", other.id);
                        self.fault("scale", &ladder.id, &ladder.origin, "steps", fault);
                    }
                }
            }
            let mut claimed: HashMap<(&str, String), &Entry> = HashMap::new();
            for entry in self.in_order().into_iter().filter(|entry| entry.role == Role::Grade) {
                let Some(ladder) = stands.get(entry.id.as_str()) else { continue };
                for form in entry.spelled_out() {
                    if let Some(other) = claimed.insert((&ladder.id, form.clone()), entry) {
                        self.fault(
                            "scale",
                            &ladder.id,
                            &ladder.origin,
                            "steps",
                            format!("`{}`: {}", entry.id, taken(&form, other)),
                        );
                    }
                }
            }
        }
    }

    fn groups(&mut self) {
        let mut groups: Vec<_> = self.lexicon.synonyms.iter().collect();
        groups.sort_by_key(|group| &group.origin);
        let mut claimed: HashMap<&str, &str> = HashMap::new();
        for group in groups {
            for word in &group.words {
                if let Some(other) = claimed.insert(word, &group.words[0]) {
                    let fault =
                        format!("`{word}` stands in the group of `{other}` already; a word stands in one group");
                    self.fault("group", &group.words[0], &group.origin, "words", fault);
                }
            }
        }
    }

    fn actors(&mut self) {
        let (actors, issuers, removed) = (&self.lexicon.actors, &self.lexicon.issuers, self.removed);
        // An actor may outlive what a later layer took from it.
        let is_bereft = |origin: &Origin| removed.iter().any(|remove| remove.origin.layer > origin.layer);
        let mut all: Vec<_> = actors.all.iter().collect();
        all.sort_by_key(|actor| &actor.origin);
        let mut claimed: HashMap<(bool, &str), &str> = HashMap::new();
        for actor in all {
            let mut wrong = |key: &str, fault: String| self.fault("actor", &actor.id, &actor.origin, key, fault);
            for (name, use_) in actor.names() {
                let key = match use_ {
                    // In its own statements each is sure of whom it means.
                    Use::Short => continue,
                    Use::Plain => "aliases",
                    Use::Adjective => "adjectives",
                };
                if let Some(other) = claimed.insert((use_ == Use::Plain, name), &actor.id) {
                    wrong(key, format!("`{name}` is a name of `{other}` already; take it out of one of them"));
                }
            }
            for name in actor.ambiguous.iter().filter(|name| actor.name != **name && !actor.aliases.contains(name)) {
                wrong("ambiguous", format!("`{name}` is none of its names; add it to `aliases` or take it out"));
            }
            if let Some(of) = actor.of.as_ref().filter(|of| actors.find(of).is_none() && !is_bereft(&actor.origin)) {
                wrong("of", format!("`{of}` is no known actor; add one or take it out"));
            }
            if let Some(issuer) =
                actor.issuer.as_ref().filter(|issuer| !issuers.contains_key(*issuer) && !is_bereft(&actor.origin))
            {
                wrong("issuer", format!("`{issuer}` has no ladder; name it in the `issuer` of a scale or take it out"));
            }
        }
    }
}

fn taken(form: &str, other: &Entry) -> String {
    let Origin { file, .. } = &other.origin;
    format!("`{form}` is a form of `{}` of `{file}` already; take it out, or give all of `{}` anew", other.id, other.id)
}

fn off(step: i32, scale: &Scale) -> String {
    let from = if scale.sign == 0 { -scale.of } else { 0 };
    format!("{step} is not on `{}`, which goes from {from} to {}; choose a step on it", scale.id, scale.of)
}
