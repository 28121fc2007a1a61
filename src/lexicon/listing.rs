//! What is in force, laid open: ladders with their rungs, entries, synonyms, actors; all of it, or what was asked for.

use super::{Actor, Class, Entry, Lexicon, Role, Scale, Synonyms};

/// What of a lexicon is wanted; what is empty narrows nothing.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// A scale, or an issuer and with it all ladders of its own.
    pub scale: Option<String>,
    /// Cues of these classes.
    pub class: Vec<Class>,
    /// Entries of these roles.
    pub role: Vec<Role>,
    /// Entries, synonyms and actors that hold one of these words or are called so.
    pub words: Vec<String>,
}

/// What of a lexicon was asked for.
#[derive(Debug)]
pub struct Listing<'l> {
    /// The lexicon.
    pub lexicon: &'l Lexicon,
    /// The general scales and then the issuers' ladders, by name, with the rungs asked for.
    pub scales: Vec<Ladder<'l>>,
    /// The entries, by id.
    pub entries: Vec<&'l Entry>,
    /// Groups of words that stand for one another, by their first word.
    pub synonyms: Vec<&'l Synonyms>,
    /// The actors, by id.
    pub actors: Vec<&'l Actor>,
}

/// A scale with what stands on it.
#[derive(Debug)]
pub struct Ladder<'l> {
    /// The scale.
    pub scale: &'l Scale,
    /// Its rungs, the lowest first.
    pub rungs: Vec<Rung<'l>>,
}

/// An entry on its step of a scale.
#[derive(Debug)]
pub struct Rung<'l> {
    /// The step.
    pub step: i32,
    /// The entry.
    pub entry: &'l Entry,
    /// Where the step comes from.
    pub source: Option<&'l str>,
}

impl Lexicon {
    /// Lists what is wanted.
    pub fn list(&self, wanted: &Wanted) -> Listing<'_> {
        let entries: Vec<&Entry> = self.entries.iter().filter(|entry| wanted.admits(entry)).collect();
        let is_wanted = |scale: &&Scale| wanted.scale.as_ref().is_none_or(|name| scale.is_called(name));
        let is_narrow = !(wanted.class.is_empty() && wanted.role.is_empty() && wanted.words.is_empty());
        let all = self.scales.values().chain(self.ladders.values());
        let scales: Vec<Ladder> = all
            .filter(is_wanted)
            .map(|scale| Ladder { scale, rungs: rungs(scale, &entries) })
            .filter(|ladder| !is_narrow || !ladder.rungs.is_empty())
            .collect();
        let is_shown = |entry: &&Entry| {
            let stands = |ladder: &Ladder| ladder.rungs.iter().any(|rung| rung.entry.id == entry.id);
            wanted.scale.is_none() || scales.iter().any(stands)
        };
        // Synonyms and actors have words and nothing else to be asked for by.
        let has_names = wanted.scale.is_none() && wanted.class.is_empty() && wanted.role.is_empty();
        let synonyms = self.synonyms.iter().filter(|group| has_names && wanted.names(&group.words));
        let actors = self.actors.all.iter().filter(|actor| has_names && wanted.means(actor));
        Listing {
            lexicon: self,
            entries: entries.into_iter().filter(is_shown).collect(),
            synonyms: synonyms.collect(),
            actors: actors.collect(),
            scales,
        }
    }

    /// Returns whether there is a scale or issuer of this name.
    pub fn has_scale(&self, name: &str) -> bool {
        self.scales.values().chain(self.ladders.values()).any(|scale| scale.is_called(name))
    }
}

impl Scale {
    /// Whether it goes by a name: its own or that of an issuer.
    fn is_called(&self, name: &str) -> bool {
        self.id == name || self.issuer.iter().any(|issuer| issuer == name)
    }
}

impl Wanted {
    fn admits(&self, entry: &Entry) -> bool {
        (self.class.is_empty() || entry.class.is_some_and(|class| self.class.contains(&class)))
            && (self.role.is_empty() || self.role.contains(&entry.role))
            && (self.is_called(&entry.id) || self.names(&entry.spelled_out()))
    }

    fn means(&self, actor: &Actor) -> bool {
        let names = [&actor.aliases, &actor.short, &actor.adjectives];
        self.is_called(&actor.id) || self.names([&actor.name]) || names.into_iter().any(|names| self.names(names))
    }

    fn is_called(&self, id: &str) -> bool {
        self.words.iter().any(|word| word == id)
    }

    /// Whether some form or name holds one of the words; several words given as one must stand side by side.
    fn names<'n>(&self, names: impl IntoIterator<Item = &'n String>) -> bool {
        let spaced = |text: &str| format!(" {} ", text.to_lowercase());
        let words: Vec<String> = self.words.iter().map(|word| spaced(word)).collect();
        words.is_empty() || names.into_iter().any(|name| words.iter().any(|word| spaced(name).contains(word)))
    }
}

/// The entries that stand on a scale, in order of step and id.
fn rungs<'l>(scale: &'l Scale, entries: &[&'l Entry]) -> Vec<Rung<'l>> {
    let stands = |entry: &&'l Entry| {
        if scale.issuer.is_empty() {
            let step = entry.step.filter(|_| entry.scale.as_ref() == Some(&scale.id))?;
            return Some(Rung { step, entry, source: entry.source.as_deref() });
        }
        let step = *scale.steps.get(&entry.id)?;
        let source = scale.sources.get(&entry.id).or(scale.source.as_ref());
        Some(Rung { step, entry, source: source.map(String::as_str) })
    };
    let mut rungs: Vec<Rung> = entries.iter().filter_map(stands).collect();
    rungs.sort_by_key(|rung| rung.step);
    rungs
}
