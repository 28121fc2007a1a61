//! Whether a lexicon's own sentences prove what it says: examples fire, counter-examples tempt and stay quiet.

use super::{Segments, segment};
use crate::lexicon::{Actor, Entry, Lexicon, LexiconError, Origin, Role};
use crate::statement::{ReadOptions, read_bytes};

/// Returns what is wrong with the sentences of the entries and actors of a layer and those above it: 0 is built in.
pub fn faulty_examples(lexicon: &Lexicon, layer: usize) -> Vec<LexiconError> {
    let mut faults = Vec::new();
    for entry in lexicon.entries.iter().filter(|entry| entry.origin.layer >= layer) {
        of_entry(lexicon, entry, &mut faults);
    }
    for (index, actor) in lexicon.actors.all.iter().enumerate().filter(|(_, actor)| actor.origin.layer >= layer) {
        of_actor(lexicon, index, actor, &mut faults);
    }
    faults.sort_by(|a, b| a.origin().cmp(&b.origin()));
    faults
}

fn of_entry(lexicon: &Lexicon, entry: &Entry, faults: &mut Vec<LexiconError>) {
    let lexicon = in_force(lexicon, entry);
    let fires = |segments: &Segments| segments.hits.iter().any(|hit| lexicon.entries[hit.entry].id == entry.id);
    // The first word of a form must stand in a counter-example, else its silence says nothing.
    let firsts = entry.forms.iter().filter_map(|form| form.split_whitespace().next());
    let firsts: Vec<&str> = firsts.flat_map(|words| words.split('|')).collect();
    let tempts = |segments: &Segments| {
        let mut tokens = segments.tokens.iter();
        tokens.any(|token| firsts.contains(&token.word.as_str()) || firsts.contains(&token.lemma.as_str()))
    };
    let mut wrong = |key: &str, fault: String| faults.push(fault_of("entry", &entry.id, &entry.origin, key, fault));
    for sentence in &entry.examples {
        if !read(lexicon, sentence, None).is_some_and(|segments| fires(&segments)) {
            wrong("examples", format!("it stays quiet in `{sentence}`; mend the sentence or the forms"));
        }
    }
    for sentence in &entry.counter {
        let segments = read(lexicon, sentence, None).unwrap_or_default();
        if fires(&segments) {
            wrong("counter", format!("it fires in `{sentence}`; mend the forms, `tag`, or the sentence"));
        } else if !tempts(&segments) {
            wrong("counter", format!("no form can begin in `{sentence}`; give a sentence that tempts it"));
        }
    }
}

/// A grade without a scale of its own is heard only where an issuer's ladder holds it.
fn in_force<'l>(lexicon: &'l Lexicon, entry: &Entry) -> &'l Lexicon {
    let holds = lexicon.ladders.values().find(|ladder| ladder.steps.contains_key(&entry.id));
    let issuer =
        holds.filter(|_| entry.role == Role::Grade && entry.scale.is_none()).and_then(|ladder| ladder.issuer.first());
    issuer.and_then(|issuer| lexicon.of_issuer(issuer)).map_or(lexicon, |lexicon| lexicon)
}

fn of_actor(lexicon: &Lexicon, index: usize, actor: &Actor, faults: &mut Vec<LexiconError>) {
    let mut wrong = |key: &str, fault: String| faults.push(fault_of("actor", &actor.id, &actor.origin, key, fault));
    let names = |segments: &Segments| segments.actors.iter().any(|named| named.actor == index);
    for (key, name, sentence) in lexicon.actors.sentences(index) {
        if !read(lexicon, &sentence, Some(&actor.name)).is_some_and(|segments| names(&segments)) {
            wrong(key, format!("`{name}` is not found in `{sentence}`; write it as texts do"));
        }
    }
    if lexicon.actors.speaker(Some(&actor.name), None) != Some(index) {
        wrong("name", format!("a statement of the speaker `{}` is not known as its; write it as texts do", actor.name));
    }
    for sentence in &actor.examples {
        if !read(lexicon, sentence, None).is_some_and(|segments| names(&segments)) {
            wrong(
                "examples",
                format!("it is not found in `{sentence}`; add the name to `aliases` or mend the sentence"),
            );
        }
    }
    for sentence in &actor.counter {
        if read(lexicon, sentence, None).is_some_and(|segments| names(&segments)) {
            wrong("counter", format!("it is found in `{sentence}`; name what means others in `ambiguous`"));
        }
    }
}

fn fault_of(what: &'static str, id: &str, origin: &Origin, key: &str, fault: String) -> LexiconError {
    LexiconError::Fault { origin: origin.clone(), what, id: id.to_owned(), key: key.to_owned(), fault }
}

/// Cuts up a sentence as a statement in the lexicon's language; nothing where it holds no words.
fn read(lexicon: &Lexicon, sentence: &str, speaker: Option<&str>) -> Option<Segments> {
    let mut statement = read_bytes("-", sentence.into(), ReadOptions::default()).ok()?;
    statement.meta.language.0.clone_from(&lexicon.language);
    statement.meta.speaker = speaker.map(str::to_owned);
    Some(segment(&statement, Some(lexicon)))
}
