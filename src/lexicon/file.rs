//! One file of a lexicon as it is written: TOML to entries, scales, synonyms and actors.
//!
//! Every fault of shape is told, not only the first: a key that is unknown, missing or of another type, a name that is
//! none. What a file says beside others is checked in `check`.

use super::actors::{Actor, Kind};
use super::{After, Class, Entry, LexiconError, Origin, Others, Role, Speech, Synonyms, Whose};
use std::collections::BTreeMap;
use std::sync::Arc;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

/// What a file holds.
#[derive(Debug, Default)]
pub(super) struct File {
    /// The ids that it takes away.
    pub(super) remove: Vec<Remove>,
    pub(super) entries: Vec<Entry>,
    pub(super) scales: Vec<Draft>,
    pub(super) groups: Vec<Synonyms>,
    pub(super) actors: Vec<Actor>,
    pub(super) frames: Vec<Frame>,
}

/// An id that a file takes away.
#[derive(Clone, Debug)]
pub(super) struct Remove {
    pub(super) id: String,
    pub(super) origin: Origin,
}

/// A scale as written: what it leaves out it takes from its base.
#[derive(Clone, Debug)]
pub(super) struct Draft {
    pub(super) id: String,
    pub(super) sign: Option<i32>,
    pub(super) of: Option<i32>,
    pub(super) about: Option<String>,
    pub(super) bare: Option<i32>,
    pub(super) rank: Option<u8>,
    pub(super) facet: Option<String>,
    pub(super) base: Option<String>,
    pub(super) issuer: Vec<String>,
    pub(super) class: Option<Class>,
    pub(super) steps: BTreeMap<String, i32>,
    pub(super) source: Option<String>,
    pub(super) sources: BTreeMap<String, String>,
    pub(super) origin: Origin,
}

/// What stands around the name of an actor and means the same one: `government of`, `side`.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) toward: Vec<String>,
    pub(super) sent: Vec<String>,
}

impl File {
    /// Reads a file and tells what is wrong with its shape.
    pub(super) fn read(name: &str, layer: usize, text: &str) -> (File, Vec<LexiconError>) {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mut reader = Reader { file: name.into(), layer, text, seen: (0, 1), faults: Vec::new() };
        for error in errors {
            let origin = reader.origin(error.span().map_or(0, |span| span.start));
            let fault = format!("no TOML: {}", error.message().replace('\n', " "));
            reader.faults.push(LexiconError::Syntax { origin, fault });
        }
        // What is left of a broken table would only add faults that follow from the first.
        let file = if reader.faults.is_empty() { reader.file(table.get_ref()) } else { File::default() };
        (file, reader.faults)
    }
}

/// A file being read.
struct Reader<'t> {
    file: Arc<str>,
    layer: usize,
    text: &'t str,
    /// A byte of the text and its line, from which lines are counted on.
    seen: (usize, usize),
    faults: Vec<LexiconError>,
}

/// A table of a file being read, or the file itself.
struct Item<'r, 't> {
    reader: &'r mut Reader<'t>,
    what: &'static str,
    id: String,
    origin: Origin,
}

type Key<'t> = Spanned<std::borrow::Cow<'t, str>>;
type Value<'t> = Spanned<DeValue<'t>>;

impl<'t> Reader<'t> {
    fn origin(&mut self, at: usize) -> Origin {
        let at = at.min(self.text.len());
        let (from, line) = if at < self.seen.0 { (0, 1) } else { self.seen };
        let line = line + self.text.as_bytes()[from..at].iter().filter(|&&byte| byte == b'\n').count();
        self.seen = (at, line);
        Origin { layer: self.layer, file: self.file.clone(), line }
    }

    fn file(&mut self, table: &DeTable) -> File {
        let mut file = File::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "remove" => {
                    let mut item = self.item("", "", key.span().start);
                    let ids = item.texts(key, value);
                    let origin = item.origin;
                    file.remove = ids.into_iter().map(|id| Remove { id, origin: origin.clone() }).collect();
                }
                "entry" => file.entries = self.tables("entry", key, value, entry),
                "scale" => file.scales = self.tables("scale", key, value, scale),
                "group" => file.groups = self.tables("group", key, value, group),
                "actor" => file.actors = self.tables("actor", key, value, actor),
                "frame" => file.frames = self.tables("frame", key, value, frame),
                _ => self.item("", "", key.span().start).unknown(key, &FILE_KEYS),
            }
        }
        file
    }

    /// Reads the tables `[[what]]` in their order.
    fn tables<T>(
        &mut self,
        what: &'static str,
        key: &Key,
        value: &Value,
        read: fn(&mut Item<'_, 't>, &DeTable) -> Option<T>,
    ) -> Vec<T> {
        let tables = value.get_ref().as_array().map(|array| array.iter());
        let Some(tables) = tables.filter(|tables| tables.clone().all(|value| value.get_ref().is_table())) else {
            self.item("", "", key.span().start).fault(what, format!("is no list of tables; write `[[{what}]]`"));
            return Vec::new();
        };
        let tables = tables.filter_map(|value| Some((value.span().start, value.get_ref().as_table()?)));
        let mut found = Vec::new();
        for (number, (at, table)) in tables.enumerate() {
            let id = table.iter().find(|(key, _)| key.get_ref() == "id").and_then(|(_, id)| id.get_ref().as_str());
            let number = (number + 1).to_string();
            let mut item = self.item(what, id.unwrap_or(&number), at);
            found.extend(read(&mut item, table));
        }
        found
    }

    fn item(&mut self, what: &'static str, id: &str, at: usize) -> Item<'_, 't> {
        let origin = self.origin(at);
        Item { reader: self, what, id: id.to_owned(), origin }
    }
}

impl Item<'_, '_> {
    fn fault(&mut self, key: &str, fault: impl Into<String>) {
        self.reader.faults.push(LexiconError::Fault {
            origin: self.origin.clone(),
            what: self.what,
            id: self.id.clone(),
            key: key.into(),
            fault: fault.into(),
        });
    }

    fn unknown(&mut self, key: &Key, known: &[&str]) {
        let key = key.get_ref();
        self.fault(key, format!("is no key; choose from {}", known.join(", ")));
    }

    fn is_missing(&mut self, key: &str, advice: &str) {
        self.fault(key, format!("is missing; {advice}"));
    }

    fn text(&mut self, key: &Key, value: &Value) -> Option<String> {
        match value.get_ref().as_str() {
            Some(text) if !text.trim().is_empty() => return Some(text.to_owned()),
            Some(_) => self.fault(key.get_ref(), "is empty; write something or take it out"),
            None => self.fault(key.get_ref(), "is no text; put it in quotes"),
        }
        None
    }

    fn texts(&mut self, key: &Key, value: &Value) -> Vec<String> {
        let texts = value.get_ref().as_array().map(|array| array.iter().map(|text| text.get_ref().as_str()));
        let texts: Option<Vec<&str>> = texts.and_then(Iterator::collect);
        let Some(texts) = texts else {
            self.fault(key.get_ref(), "is no list of texts; write `[\"...\", \"...\"]`");
            return Vec::new();
        };
        if texts.is_empty() {
            self.fault(key.get_ref(), "is empty; give at least one text or take it out");
        }
        if texts.iter().any(|text| text.trim().is_empty()) {
            self.fault(key.get_ref(), "holds an empty text; write something or take it out");
        }
        texts.into_iter().filter(|text| !text.trim().is_empty()).map(str::to_owned).collect()
    }

    fn number<N: TryFrom<i64>>(&mut self, key: &Key, value: &Value) -> Option<N> {
        let number = value.get_ref().as_integer().and_then(|integer| integer.as_str().parse::<i64>().ok());
        let number = number.and_then(|number| N::try_from(number).ok());
        if number.is_none() {
            self.fault(key.get_ref(), "is no whole number that fits here; write one without quotes, such as `3`");
        }
        number
    }

    fn flag(&mut self, key: &Key, value: &Value) -> bool {
        if !value.get_ref().is_bool() {
            self.fault(key.get_ref(), "is neither `true` nor `false`; write one of them without quotes");
        }
        value.get_ref().as_bool().unwrap_or_default()
    }

    /// Reads a name of a fixed set.
    fn one_of<T: Copy>(&mut self, key: &Key, value: &Value, all: &[T], name: fn(T) -> &'static str) -> Option<T> {
        let text = self.text(key, value)?;
        let found = all.iter().copied().find(|&one| name(one) == text);
        if found.is_none() {
            let names: Vec<&str> = all.iter().map(|&one| name(one)).collect();
            self.fault(key.get_ref(), format!("cannot be `{text}`; choose from {}", names.join(", ")));
        }
        found
    }

    /// Reads `{ id = ..., id = ... }`.
    fn table<T>(
        &mut self,
        key: &Key,
        value: &Value,
        read: fn(&mut Self, &Key, &Value) -> Option<T>,
    ) -> BTreeMap<String, T> {
        let Some(table) = value.get_ref().as_table() else {
            self.fault(key.get_ref(), "is no table; write `{ entry-id = ..., entry-id = ... }`");
            return BTreeMap::new();
        };
        let read = |(id, value): (&Key, &Value)| Some((id.get_ref().to_string(), read(self, key, value)?));
        table.iter().filter_map(read).collect()
    }
}

const FILE_KEYS: [&str; 6] = ["remove", "entry", "scale", "group", "actor", "frame"];

const ENTRY_KEYS: [&str; 23] = [
    "id", "role", "forms", "class", "scale", "step", "others", "whose", "past", "present", "carries", "future",
    "negated", "dilutes", "tag", "after", "verbless", "stands", "leads", "speaks", "source", "examples", "counter",
];

fn entry(item: &mut Item, table: &DeTable) -> Option<Entry> {
    let mut entry = Entry {
        id: item.id.clone(),
        role: Role::Cue,
        forms: Vec::new(),
        class: None,
        scale: None,
        step: None,
        others: None,
        whose: None,
        past: None,
        present: None,
        carries: false,
        future: false,
        negated: false,
        dilutes: false,
        tag: None,
        after: After::default(),
        verbless: false,
        stands: false,
        leads: false,
        speaks: false,
        source: None,
        examples: Vec::new(),
        counter: Vec::new(),
        origin: item.origin.clone(),
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => drop(item.text(key, value)),
            "role" => entry.role = item.one_of(key, value, &Role::ALL, Role::name).unwrap_or(entry.role),
            "forms" => entry.forms = item.texts(key, value),
            "class" => entry.class = item.one_of(key, value, &Class::ALL, Class::name),
            "scale" => entry.scale = item.text(key, value),
            "step" => entry.step = item.number(key, value),
            "others" => entry.others = others(item, key, value),
            "whose" => entry.whose = item.one_of(key, value, &Whose::ALL, Whose::name),
            "past" => entry.past = item.one_of(key, value, &Class::ALL, Class::name),
            "present" => entry.present = item.one_of(key, value, &Class::ALL, Class::name),
            "carries" => entry.carries = item.flag(key, value),
            "future" => entry.future = item.flag(key, value),
            "negated" => entry.negated = item.flag(key, value),
            "dilutes" => entry.dilutes = item.flag(key, value),
            "tag" => entry.tag = item.one_of(key, value, &Speech::ALL, Speech::name),
            "after" => entry.after = item.one_of(key, value, &After::ALL, After::name).unwrap_or_default(),
            "verbless" => entry.verbless = item.flag(key, value),
            "stands" => entry.stands = item.flag(key, value),
            "leads" => entry.leads = item.flag(key, value),
            "speaks" => entry.speaks = item.flag(key, value),
            "source" => entry.source = item.text(key, value),
            "examples" => entry.examples = item.texts(key, value),
            "counter" => entry.counter = item.texts(key, value),
            _ => item.unknown(key, &ENTRY_KEYS),
        }
    }
    let has = |key: &str| table.iter().any(|(known, _)| known.get_ref() == key);
    for (key, advice) in [
        ("id", "name it"),
        ("role", "say what the entry does"),
        ("forms", "give at least one"),
        ("examples", "give a sentence in which the entry fires"),
    ] {
        if !has(key) {
            item.is_missing(key, advice);
        }
    }
    Some(entry)
}

/// Reads `{ class = ..., scale = ..., step = ... }`; its faults are told of the key that holds it.
fn others(item: &mut Item, key: &Key, value: &Value) -> Option<Others> {
    let Some(table) = value.get_ref().as_table() else {
        item.fault(key.get_ref(), "is no table; write `{ class = \"...\", scale = \"...\", step = ... }`");
        return None;
    };
    let (mut class, mut scale, mut step) = (None, None, None);
    for (inner, value) in table {
        match inner.get_ref().as_ref() {
            "class" => class = item.one_of(key, value, &Class::ALL, Class::name),
            "scale" => scale = item.text(key, value),
            "step" => step = item.number(key, value),
            unknown => {
                item.fault(key.get_ref(), format!("`{unknown}` is no key of it; choose from class, scale, step"))
            }
        }
    }
    if !table.iter().any(|(inner, _)| inner.get_ref() == "class") {
        item.fault(key.get_ref(), "says no class; give one");
    }
    Some(Others { class: class?, scale, step })
}

const SCALE_KEYS: [&str; 13] =
    ["id", "about", "sign", "of", "bare", "facet", "rank", "base", "issuer", "class", "steps", "source", "sources"];

fn scale(item: &mut Item, table: &DeTable) -> Option<Draft> {
    let mut scale = Draft {
        id: item.id.clone(),
        sign: None,
        of: None,
        about: None,
        bare: None,
        rank: None,
        facet: None,
        base: None,
        issuer: Vec::new(),
        class: None,
        steps: BTreeMap::new(),
        source: None,
        sources: BTreeMap::new(),
        origin: item.origin.clone(),
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => drop(item.text(key, value)),
            "about" => scale.about = item.text(key, value),
            "sign" => scale.sign = item.number(key, value),
            "of" => scale.of = item.number(key, value),
            "bare" => scale.bare = item.number(key, value),
            "facet" => scale.facet = item.text(key, value),
            "rank" => scale.rank = item.number(key, value),
            "base" => scale.base = item.text(key, value),
            "issuer" => scale.issuer = item.texts(key, value),
            "class" => scale.class = item.one_of(key, value, &Class::ALL, Class::name),
            "steps" => scale.steps = item.table(key, value, Item::number),
            "source" => scale.source = item.text(key, value),
            "sources" => scale.sources = item.table(key, value, Item::text),
            _ => item.unknown(key, &SCALE_KEYS),
        }
    }
    if !table.iter().any(|(key, _)| key.get_ref() == "id") {
        item.is_missing("id", "name it");
        return None;
    }
    Some(scale)
}

fn group(item: &mut Item, table: &DeTable) -> Option<Synonyms> {
    let mut words = Vec::new();
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "words" => words = item.texts(key, value),
            _ => item.unknown(key, &["words"]),
        }
    }
    if words.len() < 2 {
        item.fault("words", "holds fewer than two words; give those that stand for one another");
        return None;
    }
    Some(Synonyms { words, origin: item.origin.clone() })
}

const ACTOR_KEYS: [&str; 11] =
    ["id", "name", "kind", "aliases", "short", "adjectives", "ambiguous", "of", "issuer", "examples", "counter"];

fn actor(item: &mut Item, table: &DeTable) -> Option<Actor> {
    let mut actor = Actor {
        id: item.id.clone(),
        name: String::new(),
        kind: Kind::State,
        aliases: Vec::new(),
        short: Vec::new(),
        adjectives: Vec::new(),
        ambiguous: Vec::new(),
        of: None,
        issuer: None,
        examples: Vec::new(),
        counter: Vec::new(),
        origin: item.origin.clone(),
    };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "id" => drop(item.text(key, value)),
            "name" => actor.name = item.text(key, value).unwrap_or_default(),
            "kind" => actor.kind = item.one_of(key, value, &Kind::ALL, Kind::name).unwrap_or(actor.kind),
            "aliases" => actor.aliases = item.texts(key, value),
            "short" => actor.short = item.texts(key, value),
            "adjectives" => actor.adjectives = item.texts(key, value),
            "ambiguous" => actor.ambiguous = item.texts(key, value),
            "of" => actor.of = item.text(key, value),
            "issuer" => actor.issuer = item.text(key, value),
            "examples" => actor.examples = item.texts(key, value),
            "counter" => actor.counter = item.texts(key, value),
            _ => item.unknown(key, &ACTOR_KEYS),
        }
    }
    for (key, advice) in [("id", "name it"), ("name", "give the name most used"), ("kind", "say what it is")] {
        if !table.iter().any(|(known, _)| known.get_ref() == key) {
            item.is_missing(key, advice);
        }
    }
    Some(actor)
}

fn frame(item: &mut Item, table: &DeTable) -> Option<Frame> {
    let mut frame = Frame { before: Vec::new(), after: Vec::new(), toward: Vec::new(), sent: Vec::new() };
    for (key, value) in table {
        match key.get_ref().as_ref() {
            "before" => frame.before = item.texts(key, value),
            "after" => frame.after = item.texts(key, value),
            "toward" => frame.toward = item.texts(key, value),
            "sent" => frame.sent = item.texts(key, value),
            _ => item.unknown(key, &["before", "after", "toward", "sent"]),
        }
    }
    Some(frame)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn lines_are_counted_from_one() {
        let text = "[[group]]\nwords = [\"a\", \"ä\"]\n\n[[group]]\nwords = [\"b\", \"c\"]\nmood = 1\n";
        let (file, faults) = File::read("x.toml", 1, text);
        let lines: Vec<usize> = file.groups.iter().map(|group| group.origin.line).collect();
        assert_eq!(lines, [1, 4]);
        let told: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(told, ["lexicon `x.toml`, line 4, group `2`, key `mood`: is no key; choose from words"]);
    }

    proptest! {
        /// Whatever is in a file, it is read or its faults are told.
        #[test]
        fn no_file_is_too_strange(parts in prop::collection::vec(prop::sample::select(vec![
            "[[entry]]\n", "[[scale]]\n", "[[actor]]\n", "[[frame]]\n", "[entry]\n", "remove", "id", "forms", "steps", "step",
            "role", " = ", "\"", "'", "\"\"\"", "[", "]", "{", "}", ",", "\n", "cue", "1", "-1", "99999999999999999999", "0x", "1.5",
            "true", "é", "\u{0}", "\r", "#", ".", "1979-05-27",
        ]), 0..40)) {
            let text = parts.concat();
            let (_, faults) = File::read("x.toml", 1, &text);
            for fault in faults {
                prop_assert!(fault.origin().is_some_and(|origin| origin.line >= 1));
            }
        }
    }
}
