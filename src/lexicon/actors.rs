//! Who is meant by a name: states, bodies and people, each under all the names that texts give it.
//!
//! In: `actors.toml`. Out: [`Actors`]. Names are known by their words and by capitals: `us` is a pronoun, `US` a state.

use super::file::Frame;
use super::{Origin, Tag};
use rustc_hash::FxHashMap;
use std::borrow::Cow;
use std::ops::Range;

/// A state, body, office or person under all its names.
#[derive(Clone, Debug)]
pub struct Actor {
    /// Its id, unique among actors.
    pub id: String,
    /// The name that it goes by in a report.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Its other names.
    pub aliases: Vec<String>,
    /// Names that mean it only in its own statements: `the Committee`.
    pub short: Vec<String>,
    /// Words that mean it before those of a frame: `Chinese`, as in `the Chinese side`.
    pub adjectives: Vec<String>,
    /// Those of its names that are names of others too: they count only where no other name stands beside them.
    pub ambiguous: Vec<String>,
    /// The id of the state or body for which it speaks.
    pub of: Option<String>,
    /// The issuer whose ladders it speaks on.
    pub issuer: Option<String>,
    /// Sentences that name it.
    pub examples: Vec<String>,
    /// Sentences that hold one of its names and mean another.
    pub counter: Vec<String>,
    /// Where it was read.
    pub origin: Origin,
}

/// What an actor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Kind {
    /// A state or territory.
    State,
    /// An organisation, council, bank, ministry.
    Body,
    /// An office, whoever holds it.
    Office,
    /// A person.
    Person,
}

impl Kind {
    /// All kinds in order.
    pub const ALL: [Kind; 4] = [Kind::State, Kind::Body, Kind::Office, Kind::Person];

    /// Returns the word that a lexicon uses.
    pub fn name(self) -> &'static str {
        match self {
            Kind::State => "state",
            Kind::Body => "body",
            Kind::Office => "office",
            Kind::Person => "person",
        }
    }
}

/// How a word is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// It begins with no capital.
    #[default]
    Lower,
    /// It begins with a capital.
    Capital,
    /// It has several letters, all of them capitals.
    Upper,
}

impl Case {
    /// Returns how a word is written.
    pub fn of(word: &str) -> Case {
        let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
        match letters.next() {
            Some(first) if first.is_uppercase() => {
                let mut others = letters.peekable();
                let is_upper = others.peek().is_some() && others.all(char::is_uppercase);
                if is_upper { Case::Upper } else { Case::Capital }
            }
            _ => Case::Lower,
        }
    }
}

/// A word or mark of a text, as much as a name is known by.
#[derive(Clone, Copy, Debug)]
pub struct NameWord<'w> {
    /// The word in lower case.
    pub word: &'w str,
    /// How it was written.
    pub case: Case,
    /// Its part of speech.
    pub tag: Tag,
}

/// An actor named in a run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Named {
    /// Which of the actors.
    pub actor: usize,
    /// The words that name it.
    pub words: Range<usize>,
}

/// All actors, looked up by name.
#[derive(Debug, Default)]
pub struct Actors {
    /// The actors, sorted by id.
    pub all: Vec<Actor>,
    /// Their names by first word.
    names: FxHashMap<String, Vec<Name>>,
    /// What may stand before a name, by first word: `government of the`.
    before: FxHashMap<String, Vec<String>>,
    /// What may stand after one, and must after an adjective: `side`, `government`.
    after: Vec<String>,
    /// What stands before whom a speaker speaks to: `to the`.
    toward: Vec<String>,
    /// What stands behind the body that a speaker is sent to: `representative`.
    sent: Vec<String>,
}

/// A name, ready to be matched.
#[derive(Debug)]
struct Name {
    /// Its words in lower case, one space between two.
    words: String,
    actor: usize,
    use_: Use,
    /// Whether it counts only in capitals: `US`.
    is_upper: bool,
    is_ambiguous: bool,
}

/// When a name counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    /// Always.
    Plain,
    /// In the actor's own statements.
    Short,
    /// Before the words of a frame.
    Adjective,
}

impl Actors {
    pub(super) fn new(mut all: Vec<Actor>, frames: Vec<Frame>) -> Actors {
        all.sort_by(|a, b| a.id.cmp(&b.id));
        let mut actors = Actors::default();
        for frame in frames {
            for words in frame.before.iter().map(|words| words.to_lowercase()) {
                let first = words.split(' ').next().unwrap_or_default().to_owned();
                actors.before.entry(first).or_default().push(words);
            }
            actors.after.extend(frame.after.iter().map(|words| words.to_lowercase()));
            actors.toward.extend(frame.toward.iter().map(|words| words.to_lowercase()));
            actors.sent.extend(frame.sent.iter().map(|words| words.to_lowercase()));
        }
        for (index, actor) in all.iter().enumerate() {
            for (name, use_) in actor.names() {
                let words = split(name);
                let Some(first) = words.first() else { continue };
                let is_upper = words.iter().all(|word| word.case == Case::Upper);
                let words = words.iter().map(|word| word.lower.as_str()).collect::<Vec<_>>().join(" ");
                let is_ambiguous = actor.ambiguous.iter().any(|ambiguous| ambiguous == name);
                let name = Name { words, actor: index, use_, is_upper, is_ambiguous };
                actors.names.entry(first.lower.clone()).or_default().push(name);
            }
        }
        actors.all = all;
        actors
    }

    /// Returns the index of the actor with an id.
    pub fn find(&self, id: &str) -> Option<usize> {
        self.all.binary_search_by(|actor| actor.id.as_str().cmp(id)).ok()
    }

    /// Returns the issuer on whose ladders an actor speaks: its own, else that of whom it speaks for.
    pub fn issuer(&self, actor: usize) -> Option<&str> {
        let actor = &self.all[actor];
        let of = || self.all[self.find(actor.of.as_deref()?)?].issuer.as_deref();
        actor.issuer.as_deref().or_else(of)
    }

    /// Returns a sentence for each name of an actor that must name it, with the key that gives the name.
    pub(crate) fn sentences(&self, actor: usize) -> Vec<(&'static str, &str, String)> {
        let sentence = |(name, use_): (&'_ String, Use)| match use_ {
            Use::Plain => Some(("aliases", format!("{name} welcomed the talks."))),
            Use::Short => Some(("short", format!("The {name} welcomed the talks."))),
            Use::Adjective => {
                self.after.first().map(|frame| ("adjectives", format!("The {name} {frame} welcomed the talks.")))
            }
        };
        let names = self.all[actor].names();
        names.filter_map(|name| sentence(name).map(|(key, sentence)| (key, name.0.as_str(), sentence))).collect()
    }

    /// Returns the actors named in the words of a sentence, in order of place: at each place the longest name wins.
    ///
    /// In a statement of `speaker` the short names of it and of whom it speaks for count too.
    pub fn named(&self, words: &[NameWord], speaker: Option<usize>) -> Vec<Named> {
        let mut named: Vec<Named> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.longest(words, at, speaker, named.last()) {
                Some((actor, end)) => {
                    named.push(Named { actor, words: at..end });
                    at = end;
                }
                None => at += 1,
            }
        }
        named
    }

    /// Returns the longest name that begins at a word, with what frames it, and where it ends. `before` is the actor
    /// named last before it.
    fn longest(
        &self,
        words: &[NameWord],
        at: usize,
        speaker: Option<usize>,
        before: Option<&Named>,
    ) -> Option<(usize, usize)> {
        let name = |at: usize| self.name(words, at, speaker, before);
        let frames = self.before.get(words[at].word).map_or(&[][..], Vec::as_slice);
        let framed = frames.iter().filter_map(|frame| name(matched(frame, words, at)?));
        framed.chain(name(at)).max_by_key(|&(_, end)| end)
    }

    /// Returns the longest name that begins at a word itself.
    fn name(
        &self,
        words: &[NameWord],
        at: usize,
        speaker: Option<usize>,
        before: Option<&Named>,
    ) -> Option<(usize, usize)> {
        let first = words.get(at).filter(|first| first.case != Case::Lower)?;
        let mut best = None;
        for name in self.names.get(first.word).map_or(&[][..], Vec::as_slice) {
            let Some(end) = matched(&name.words, words, at).filter(|_| !name.is_upper || first.case == Case::Upper)
            else {
                continue;
            };
            let framed = self.after.iter().filter_map(|frame| matched(frame, words, end)).max();
            let is_meant = match name.use_ {
                Use::Adjective => framed.is_some(),
                Use::Short => speaker.is_some_and(|speaker| self.speaks_for(speaker, name.actor)),
                Use::Plain => framed.is_some() || !name.is_ambiguous || !stands_by_a_name(words, at..end, before),
            };
            let end = framed.unwrap_or(end);
            if is_meant && best.is_none_or(|(_, longest)| end > longest) {
                best = Some((name.actor, end));
            }
        }
        best
    }

    /// Returns whether a short name of an actor means it in a speaker's mouth: its own, or that of one who speaks for it.
    pub fn speaks_for(&self, speaker: usize, actor: usize) -> bool {
        speaker == actor || self.all[speaker].of.as_ref() == Some(&self.all[actor].id)
    }

    /// Returns the actor whose words a statement is, by what its front matter says of speaker and title.
    ///
    /// `Christine Lagarde (European Central Bank)` speaks for what stands in brackets, `President Xi Jinping` is named
    /// outright, `Li Zhaoxing (Minister for Foreign Affairs)` says nothing and leaves it to a title such as `China:
    /// statement in the General Debate`. A `UN Representative` is sent to that body by whom the title names, if it names
    /// any.
    pub fn speaker(&self, speaker: Option<&str>, title: Option<&str>) -> Option<usize> {
        let in_text = |text: &str| {
            let words = split(text);
            let words: Vec<NameWord> = words.iter().map(Word::seen).collect();
            let is_addressed = |named: &Named| {
                let ends = |at| self.toward.iter().any(|toward| matched(toward, &words, at) == Some(named.words.start));
                (0..named.words.start).any(ends)
            };
            let named = self.named(&words, None).into_iter().find(|named| !is_addressed(named))?;
            let is_sent = self.all[named.actor].kind == Kind::Body
                && self.sent.iter().any(|sent| matched(sent, &words, named.words.end).is_some());
            Some(Found { actor: named.actor, is_all: named.words == (0..words.len()), is_sent })
        };
        let in_brackets = |text: &str| {
            let (_, rest) = text.split_once(['(', '（'])?;
            in_text(rest.split([')', '）']).next()?)
        };
        let of_speaker = speaker.and_then(|speaker| in_brackets(speaker).or_else(|| in_text(speaker)));
        let of_title = || {
            let (head, _) = title?.split_once(':')?;
            in_text(head).filter(|found| found.is_all)
        };
        let found = match of_speaker {
            Some(found) if !found.is_sent => Some(found),
            other => of_title().or(other),
        };
        found.map(|found| found.actor)
    }
}

/// An actor named in a line of front matter.
struct Found {
    actor: usize,
    /// Whether the line says nothing else.
    is_all: bool,
    /// Whether it is the body that a speaker is sent to.
    is_sent: bool,
}

impl Actor {
    /// The names it is found by, and when each counts.
    pub(super) fn names(&self) -> impl Iterator<Item = (&String, Use)> {
        let plain = std::iter::once(&self.name).chain(&self.aliases).map(|name| (name, Use::Plain));
        let short = self.short.iter().map(|name| (name, Use::Short));
        plain.chain(short).chain(self.adjectives.iter().map(|name| (name, Use::Adjective)))
    }
}

/// Returns where the words of a name or frame end that begin at a place.
fn matched(name: &str, words: &[NameWord], at: usize) -> Option<usize> {
    let mut rest = name;
    for (word, end) in words.get(at..)?.iter().zip(at + 1..) {
        rest = rest.strip_prefix(word.word)?;
        if rest.is_empty() {
            return Some(end);
        }
        rest = rest.strip_prefix(' ')?;
    }
    None
}

/// Whether a name is part of a longer one or of an address: `Michael Jordan`, `Jordan Valley`, `Mr. Jordan`, `Atlanta,
/// Georgia,`.
fn stands_by_a_name(words: &[NameWord], name: Range<usize>, before: Option<&Named>) -> bool {
    let is_name = |at: usize| {
        let is_actor = before.is_some_and(|named| named.words.contains(&at));
        !is_actor && words.get(at).is_some_and(|word| word.case != Case::Lower && is_nominal(word.tag))
    };
    let is_mark = |at: usize, marks: &[&str]| words.get(at).is_none_or(|word| marks.contains(&word.word));
    let Range { start, end } = name;
    let is_addressed = start >= 2
        && is_name(start - 2)
        && (words[start - 1].word == "." || words[start - 1].word == "," && is_mark(end, &[",", "."]));
    is_name(end) || start >= 1 && is_name(start - 1) || is_addressed
}

/// Whether a word of this part of speech can be part of a name.
fn is_nominal(tag: Tag) -> bool {
    matches!(tag, Tag::Propn | Tag::Noun | Tag::Adj)
}

/// A word of a name or of front matter.
struct Word {
    lower: String,
    case: Case,
}

impl Word {
    fn seen(&self) -> NameWord<'_> {
        // No sentence stands around it by which a tagger could tell: a capital is a name.
        let tag = if self.case == Case::Lower { Tag::Noun } else { Tag::Propn };
        NameWord { word: &self.lower, case: self.case, tag }
    }
}

/// Cuts a name into words and marks as `text` cuts a statement.
fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut push = |text: &str| {
        if !text.is_empty() {
            words.push(Word { lower: text.to_lowercase(), case: Case::of(text) });
        }
    };
    for chunk in text.split_whitespace() {
        let chunk = match chunk.is_ascii() {
            true => Cow::from(chunk),
            false => chunk.replace(['’', '‘'], "'").into(),
        };
        let is_mark = |c: char| !c.is_alphanumeric();
        let core = chunk.trim_start_matches(is_mark);
        let (before, core) = chunk.split_at(chunk.len() - core.len());
        let word = core.trim_end_matches(is_mark);
        // `U.S.` keeps its last dot, `St.` does not.
        let keeps_dot = word.contains('.') && core[word.len()..].starts_with('.');
        let (word, after) = core.split_at(word.len() + usize::from(keeps_dot));
        let stem = word.strip_suffix("'s").unwrap_or(word);
        before.char_indices().for_each(|(at, mark)| push(&before[at..at + mark.len_utf8()]));
        push(stem);
        push(&word[stem.len()..]);
        after.char_indices().for_each(|(at, mark)| push(&after[at..at + mark.len_utf8()]));
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn front_matter_names_the_speaker() {
        let lexicon = Lexicon::built_in("en").unwrap();
        for (speaker, title, id, issuer) in [
            (Some("Federal Open Market Committee"), None, "fed", Some("fed")),
            (Some("Christine Lagarde (European Central Bank)"), None, "ecb", Some("ecb")),
            (Some("Governing Council (European Central Bank)"), None, "ecb", Some("ecb")),
            (Some("President Xi Jinping"), None, "xi-jinping", Some("china")),
            (Some("Ministry of Foreign Affairs of Japan"), None, "japan", Some("japan")),
            (Some("Chinese Foreign Ministry spokesperson"), None, "china", Some("china")),
            (Some("Ambassador of India to the United States"), None, "india", None),
            (
                Some("Chon Yong Jin (Permanent Representative to the United Nations)"),
                Some("Democratic People's Republic of Korea: statement in the UN General Debate, session 79 (2024)"),
                "dprk",
                Some("dprk"),
            ),
            (None, Some("Republic of Korea: statement"), "rok", Some("rok")),
            (
                Some("Ada Hale (UN Representative)"),
                Some("China: statement in the UN General Debate"),
                "china",
                Some("china"),
            ),
            (Some("Ada Hale (US Ambassador)"), Some("Japan: a visit"), "us", Some("us")),
        ] {
            let found = lexicon.actors.speaker(speaker, title);
            let found = found.map(|actor| (lexicon.actors.all[actor].id.as_str(), lexicon.actors.issuer(actor)));
            assert_eq!(found, Some((id, issuer)), "{speaker:?} {title:?}");
        }
        for (speaker, title) in [
            (Some("Council of the Free Ports"), Some("Japan and the levy: a statement")),
            (Some("Michael Jordan"), None),
            (Some("us"), None),
            (None, Some("Japan")),
            (None, None),
            (Some(""), Some(":")),
            (Some("("), None),
        ] {
            assert_eq!(lexicon.actors.speaker(speaker, title), None, "{speaker:?} {title:?}");
        }
    }

    #[test]
    fn short_names_mean_the_speaker() {
        let actors = &Lexicon::built_in("en").unwrap().actors;
        for (speaker, is_fed) in [
            ("Federal Open Market Committee", true),
            ("Jerome H. Powell", true),
            ("Bank of England", false),
            ("Japan", false),
        ] {
            let words = split("The Committee met");
            let words: Vec<NameWord> = words.iter().map(Word::seen).collect();
            let named = actors.named(&words, actors.speaker(Some(speaker), None));
            let is_named = named.iter().any(|named| actors.all[named.actor].id == "fed" && named.words == (1..2));
            assert_eq!(is_named, is_fed, "{speaker}");
        }
    }

    #[test]
    fn names_are_cut_as_texts_are() {
        let cut = |text: &str| split(text).iter().map(|word| word.lower.clone()).collect::<Vec<_>>().join(" ");
        for (name, expected) in [
            ("U.S.", "u.s."),
            ("St. Lucia", "st . lucia"),
            ("Democratic People’s Republic of Korea", "democratic people 's republic of korea"),
            ("Workers' Party", "workers ' party"),
            ("Iran (Islamic Republic of)", "iran ( islamic republic of )"),
            ("Côte d'Ivoire", "côte d'ivoire"),
            ("G-20", "g-20"),
        ] {
            assert_eq!(cut(name), expected);
        }
    }

    #[test]
    fn capitals_are_told() {
        for (word, expected) in [
            ("US", Case::Upper),
            ("U.S.", Case::Upper),
            ("Fed", Case::Capital),
            ("I", Case::Capital),
            ("us", Case::Lower),
            ("5", Case::Lower),
        ] {
            assert_eq!(Case::of(word), expected, "{word}");
        }
    }
}
