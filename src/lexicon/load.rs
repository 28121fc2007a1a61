//! Files to [`Lexicon`]: the built-in ones, and a user's layered over them.

use super::actors::{Actor, Actors};
use super::check::check;
use super::entry::spelled_behind_gap;
use super::file::{Draft, File, Frame, Remove};
use super::{Entry, Form, Lexicon, LexiconError, Origin, Piece, Scale, Synonyms, UNNUMBERED};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, LazyLock, OnceLock};

/// The language of the built-in lexicon.
const LANGUAGE: &str = "en";

/// The files of the built-in English lexicon, by name.
const ENGLISH: &[(&str, &str)] = &[
    ("scales.toml", include_str!("data/en/scales.toml")),
    ("cues.toml", include_str!("data/en/cues.toml")),
    ("cues_ladders.toml", include_str!("data/en/cues_ladders.toml")),
    ("grades.toml", include_str!("data/en/grades.toml")),
    ("directions.toml", include_str!("data/en/directions.toml")),
    ("structure.toml", include_str!("data/en/structure.toml")),
    ("formulas.toml", include_str!("data/en/formulas.toml")),
    ("synonyms.toml", include_str!("data/en/synonyms.toml")),
    ("issuers.toml", include_str!("data/en/issuers.toml")),
    ("actors.toml", include_str!("data/en/actors.toml")),
];

static EN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
    // The files are compiled in and a test loads and checks them, so this cannot fail in a released build.
    let (parts, faults) = Parts::read(&[]);
    assert!(faults.is_empty(), "built-in lexicon: {}", faults[0]);
    Arc::new(parts.lexicon())
});

/// Returns the built-in lexicon of a language.
pub(super) fn built_in(language: &str) -> Option<&'static Arc<Lexicon>> {
    // Only who needs it waits for it.
    (language.is_empty() || language == LANGUAGE).then(|| &*EN)
}

/// Layers files over the built-in lexicon and tells all that is wrong with them.
pub(super) fn layered<P: AsRef<Path>>(files: &[P]) -> Result<Arc<Lexicon>, Vec<LexiconError>> {
    let (mut texts, mut faults) = (Vec::new(), Vec::new());
    for path in files {
        let file = path.as_ref().display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => texts.push((file, text)),
            Err(source) => faults.push(LexiconError::Io { file, source }),
        }
    }
    if faults.is_empty() { layered_texts(&texts) } else { Err(faults) }
}

/// The same for files whose text is at hand.
pub(super) fn layered_texts(files: &[(String, String)]) -> Result<Arc<Lexicon>, Vec<LexiconError>> {
    let (mut parts, mut faults) = Parts::read(files);
    let removed = std::mem::take(&mut parts.removed);
    let lexicon = parts.lexicon();
    // Of a file that cannot be read, and of an item that has a fault already, no more can be told that is sure.
    if !faults.iter().any(|fault| matches!(fault, LexiconError::Syntax { .. })) {
        let place = |fault: &LexiconError| match fault {
            LexiconError::Fault { origin, what, .. } if !what.is_empty() => Some(origin.clone()),
            _ => None,
        };
        let told: Vec<Origin> = faults.iter().filter_map(place).collect();
        let is_new = |fault: &LexiconError| place(fault).is_none_or(|origin| !told.contains(&origin));
        faults.extend(check(&lexicon, &removed).into_iter().filter(is_new));
        faults.sort_by(|a, b| a.origin().cmp(&b.origin()));
    }
    if faults.is_empty() { Ok(Arc::new(lexicon)) } else { Err(faults) }
}

/// What the files hold together, by id.
#[derive(Default)]
struct Parts {
    name: String,
    sha256: String,
    entries: BTreeMap<String, Entry>,
    scales: BTreeMap<String, Scale>,
    groups: BTreeMap<String, Synonyms>,
    actors: BTreeMap<String, Actor>,
    frames: Vec<Frame>,
    removed: Vec<Remove>,
}

impl Parts {
    /// Reads the built-in files and those layered over them.
    fn read(files: &[(String, String)]) -> (Parts, Vec<LexiconError>) {
        let mut parts = Parts { name: LANGUAGE.into(), ..Parts::default() };
        let (mut faults, mut hash) = (Vec::new(), Sha256::new());
        let mut drafts: BTreeMap<String, Draft> = BTreeMap::new();
        let built_in = ENGLISH.iter().map(|&(name, text)| (0, name, text));
        let layers = files.iter().zip(1..).map(|((name, text), layer)| (layer, name.as_str(), text.as_str()));
        for (layer, name, text) in built_in.chain(layers) {
            hash.update(text.as_bytes());
            if layer > 0 {
                let name = Path::new(name).file_name().map_or(name.into(), |name| name.to_string_lossy());
                parts.name = format!("{}+{name}", parts.name);
            }
            let (mut file, mut wrong) = File::read(name, layer, text);
            parts.remove(&mut drafts, std::mem::take(&mut file.remove), &mut wrong);
            put("entry", &mut parts.entries, file.entries, |entry| (&entry.id, &entry.origin), &mut wrong);
            put("scale", &mut drafts, file.scales, |scale| (&scale.id, &scale.origin), &mut wrong);
            put("group", &mut parts.groups, file.groups, |group| (&group.words[0], &group.origin), &mut wrong);
            put("actor", &mut parts.actors, file.actors, |actor| (&actor.id, &actor.origin), &mut wrong);
            parts.frames.extend(file.frames);
            faults.extend(wrong);
        }
        for draft in drafts.values() {
            let base = draft.base.as_ref().and_then(|base| drafts.get(base));
            faults.extend(unfit_base(draft, base, &parts.removed));
            parts.scales.insert(draft.id.clone(), resolved(draft, base, &mut faults));
        }
        parts.sha256 = hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        (parts, faults)
    }

    /// Takes ids away: `regret`, `group:talk`, and `scale:support` where an entry is called so too.
    fn remove(&mut self, scales: &mut BTreeMap<String, Draft>, ids: Vec<Remove>, faults: &mut Vec<LexiconError>) {
        for remove in ids {
            let (kind, id) = remove.id.split_once(':').unwrap_or(("", &remove.id));
            let found: Vec<&str> = [
                ("entry", self.entries.contains_key(id)),
                ("scale", scales.contains_key(id)),
                ("group", self.groups.contains_key(id)),
                ("actor", self.actors.contains_key(id)),
            ]
            .into_iter()
            // A group has no id but its first word, which says too little alone.
            .filter_map(|(name, has)| (has && (kind == name || kind.is_empty() && name != "group")).then_some(name))
            .collect();
            let fault = match found.as_slice() {
                [only] => {
                    match *only {
                        "entry" => drop(self.entries.remove(id)),
                        "scale" => drop(scales.remove(id)),
                        "group" => drop(self.groups.remove(id)),
                        _ => drop(self.actors.remove(id)),
                    }
                    self.removed.push(Remove { id: id.to_owned(), origin: remove.origin });
                    continue;
                }
                [] => format!("`{}` is no entry, scale, group or actor so far; take it out", remove.id),
                [first, ..] => format!("`{id}` is the id of {}; write `{first}:{id}`, say", found.join(" and ")),
            };
            let (what, id, key) = ("", String::new(), "remove".into());
            faults.push(LexiconError::Fault { origin: remove.origin, what, id, key, fault });
        }
    }

    fn lexicon(self) -> Lexicon {
        let entries: Vec<Entry> = self.entries.into_values().collect();
        let mut numbers: FxHashMap<String, u32> = FxHashMap::default();
        let mut forms: FxHashMap<(u32, u32), Vec<Form>> = FxHashMap::default();
        for (index, entry) in entries.iter().enumerate() {
            for form in entry.forms.iter().flat_map(|form| spelled_behind_gap(form)) {
                let pieces: Arc<[Piece]> = pieces(&form, &mut numbers).into();
                let Some(Piece::Word(firsts)) = pieces.first() else { continue };
                let seconds: &[u32] = match pieces.get(1) {
                    Some(Piece::Word(seconds)) => seconds,
                    _ => &[UNNUMBERED],
                };
                for (&first, &second) in
                    firsts.iter().flat_map(|first| seconds.iter().map(move |second| (first, second)))
                {
                    forms.entry((first, second)).or_default().push(Form { entry: index, pieces: pieces.clone() });
                }
            }
        }
        let groups: Vec<Synonyms> = self.groups.into_values().collect();
        let words =
            groups.iter().flat_map(|group| group.words.iter().map(|word| (word.clone(), group.words[0].clone())));
        let concepts = words.collect();
        let (ladders, scales): (BTreeMap<_, _>, BTreeMap<_, _>) =
            self.scales.into_iter().partition(|(_, scale)| !scale.issuer.is_empty());
        let issuers = ladders.values().flat_map(|ladder: &Scale| &ladder.issuer);
        Lexicon {
            name: self.name,
            language: LANGUAGE.into(),
            sha256: self.sha256,
            issuers: issuers.map(|issuer| (issuer.clone(), OnceLock::new())).collect(),
            entries,
            scales,
            ladders: Arc::new(ladders),
            issuer: None,
            actors: Arc::new(Actors::new(self.actors.into_values().collect(), self.frames)),
            synonyms: Arc::new(groups),
            concepts: Arc::new(concepts),
            numbers: Arc::new(numbers),
            forms: Arc::new(forms),
        }
    }
}

/// Puts what a file holds beside what there is: the same id replaces, but not inside one layer.
fn put<T>(
    what: &'static str,
    all: &mut BTreeMap<String, T>,
    new: Vec<T>,
    named: fn(&T) -> (&String, &Origin),
    faults: &mut Vec<LexiconError>,
) {
    for item in new {
        let (id, origin) = (named(&item).0.clone(), named(&item).1.clone());
        let old = all.get(&id).map(|old| named(old).1).filter(|old| old.layer == origin.layer);
        if let Some(old) = old {
            let fault = format!("stands in line {} of `{}` already; keep one of them", old.line, old.file);
            faults.push(LexiconError::Fault { origin, what, id, key: String::new(), fault });
            continue;
        }
        all.insert(id, item);
    }
}

/// Returns what is wrong with the base that a scale names, where that is none or no general scale.
fn unfit_base(draft: &Draft, base: Option<&Draft>, removed: &[Remove]) -> Option<LexiconError> {
    let name = draft.base.as_ref()?;
    let by_removal = removed.iter().find(|remove| remove.id == *name && remove.origin.layer > draft.origin.layer);
    let wrong = |key: &str, fault: String| {
        let (what, id) = ("scale", draft.id.clone());
        LexiconError::Fault { origin: draft.origin.clone(), what, id, key: key.into(), fault }
    };
    match (base, by_removal) {
        (Some(base), _) if base.base.is_some() || !base.issuer.is_empty() => {
            Some(wrong("base", format!("`{name}` is no general scale; name the one it is an order of")))
        }
        (Some(_), _) => None,
        (None, Some(remove)) => Some(LexiconError::Fault {
            origin: remove.origin.clone(),
            what: "",
            id: String::new(),
            key: "remove".into(),
            fault: format!("`{name}` is the base of `{}` of `{}`; remove it too", draft.id, draft.origin.file),
        }),
        (None, None) => Some(wrong("base", format!("`{name}` is no known scale; name a general one or take it out"))),
    }
}

/// Fills in what a scale takes from its base; without one it must say all itself.
fn resolved(draft: &Draft, base: Option<&Draft>, faults: &mut Vec<LexiconError>) -> Scale {
    let mut wrong = |key: &str, fault: String| {
        let (what, id) = ("scale", draft.id.clone());
        faults.push(LexiconError::Fault { origin: draft.origin.clone(), what, id, key: key.into(), fault });
    };
    let mut must = |key: &str, has: bool| {
        if !has && draft.base.is_none() {
            wrong(key, "is missing; give it, or a `base` to take it from".into());
        }
    };
    let sign = draft.sign.or(base.and_then(|base| base.sign));
    let of = draft.of.or(base.and_then(|base| base.of));
    let rank = draft.rank.or(base.and_then(|base| base.rank));
    let about = draft.about.as_ref().or(base.and_then(|base| base.about.as_ref()));
    let facet = draft.facet.as_ref().or(base.and_then(|base| base.facet.as_ref()));
    must("sign", sign.is_some());
    must("of", of.is_some());
    must("rank", rank.is_some());
    must("about", about.is_some());
    must("facet", facet.is_some());
    Scale {
        id: draft.id.clone(),
        sign: sign.unwrap_or_default(),
        of: of.unwrap_or_default(),
        about: about.cloned().unwrap_or_default(),
        bare: draft.bare.or(base.and_then(|base| base.bare)),
        rank: rank.unwrap_or_default(),
        facet: facet.cloned().unwrap_or_default(),
        base: draft.base.clone(),
        issuer: draft.issuer.clone(),
        class: draft.class,
        steps: draft.steps.clone(),
        source: draft.source.clone(),
        sources: draft.sources.clone(),
        origin: draft.origin.clone(),
    }
}

/// Cuts a form as written into its pieces; a word that has no number yet gets the next.
pub(super) fn pieces(form: &str, numbers: &mut FxHashMap<String, u32>) -> Vec<Piece> {
    let mut number = |word: &str| match numbers.get(word) {
        Some(&number) => number,
        None => {
            let number = numbers.len() as u32 + 1;
            numbers.insert(word.to_owned(), number);
            number
        }
    };
    form.split_whitespace()
        .map(|piece| match piece {
            "?" => Piece::Any,
            "..." => Piece::Gap,
            words => Piece::Word(words.split('|').map(&mut number).collect()),
        })
        .collect()
}
