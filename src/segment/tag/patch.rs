//! The patches of a Brill tagger (`tag_patches.tsv`): a word's tag is changed where its neighbours ask for it.

use super::{Draft, Tagged};
use crate::lexicon::{Grammar, Group, Tag};
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

impl Draft<'_> {
    /// Applies the patches in their order, each to the whole sentence.
    pub(super) fn patch(&mut self) {
        let words: Vec<u8> = self.sentence.iter().map(|word| word.known.patch).collect();
        let mut tags: Vec<Tag> = self.sentence.iter().map(|word| word.tag).collect();
        let mut places = Places::of(&tags, &words);
        for patch in &PATCHES.patches {
            if !places.may_take(patch) {
                continue;
            }
            for i in 0..tags.len() {
                if tags[i] == patch.from
                    && patch.conditions.iter().all(|condition| condition.holds(&tags, &words, i))
                    && can_be(&self.sentence[i], patch.from, patch.to)
                {
                    tags[i] = patch.to;
                    places.tags[patch.to as usize] |= Places::bit(i);
                }
            }
        }
        for (word, tag) in self.sentence.iter_mut().zip(tags) {
            word.tag = tag;
        }
    }
}

/// Returns the number of a lower-case word among those that patches ask for, 0 for any other.
pub(super) fn number(lower: &str) -> u8 {
    PATCHES.words.get(lower).copied().unwrap_or(0)
}

/// Returns whether a patch may give the word that tag: not every word can be a verb or an auxiliary.
fn can_be(tagged: &Tagged, from: Tag, to: Tag) -> bool {
    match (from, to) {
        // `in may`
        (Tag::Aux, Tag::Propn) => true,
        (Tag::Aux, to) => to == Tag::Verb && !tagged.known.forms.is_empty(),
        // `began` is nothing but a verb.
        (Tag::Verb, Tag::Noun) => {
            let forms = tagged.known.forms;
            !forms.is_past() && !forms.is_participle() || forms.is_base()
        }
        (Tag::Det, Tag::Adv) => !tagged.known.groups.has(Group::Indefinite),
        (Tag::Adv, Tag::Adj) => !tagged.known.groups.has(Group::FirmAdverbs),
        (_, Tag::Verb) => !tagged.known.forms.is_empty(),
        (Tag::Pron, Tag::Propn) => !tagged.known.groups.has(Group::ObjectPronouns),
        (Tag::Det, Tag::Pron) => !tagged.known.groups.has(Group::BareDeterminers),
        (_, Tag::Aux) => Grammar::english().groups(&tagged.known.lemma).has(Group::Auxiliaries),
        // Only these begin a clause; the treebanks also call `in` before an -ing form a conjunction.
        (Tag::Adp, Tag::Sconj) => tagged.known.groups.has(Group::ClausePrepositions),
        (Tag::Noun | Tag::Verb | Tag::Adj | Tag::Propn, to) => {
            matches!(to, Tag::Noun | Tag::Adj | Tag::Propn | Tag::Adv)
        }
        _ => true,
    }
}

/// A patch: words with one tag get another where all conditions hold.
struct Patch {
    from: Tag,
    to: Tag,
    conditions: Vec<Condition>,
    /// The words that it asks for, a bit each by number.
    words: u64,
}

/// What a patch asks of the surroundings of a word.
#[derive(Clone, Copy)]
enum Condition {
    /// The word so far away is this one, by its number.
    Word(isize, u8),
    /// The word so far away has this tag.
    Tag(isize, Tag),
    /// A word between here and so far away, the far end excluded, has this tag.
    Any(isize, Tag),
    /// The words on both sides have these tags.
    Between(Tag, Tag),
}

impl Condition {
    fn holds(self, tags: &[Tag], words: &[u8], i: usize) -> bool {
        let has_tag = |at: Option<usize>, tag| at.and_then(|at| tags.get(at)) == Some(&tag);
        match self {
            Condition::Word(far, word) => i.checked_add_signed(far).and_then(|at| words.get(at)) == Some(&word),
            Condition::Tag(far, tag) => has_tag(i.checked_add_signed(far), tag),
            Condition::Any(far, tag) => {
                i.checked_add_signed(far).is_some_and(|end| tags[i.min(end)..i.max(end).min(tags.len())].contains(&tag))
            }
            Condition::Between(old, new) => has_tag(i.checked_sub(1), old) && has_tag(Some(i + 1), new),
        }
    }
}

/// Where each tag and each word that patches ask for may stand in a sentence: a bit a place, by its number modulo 64.
///
/// Two hundred patches look at every sentence and few of them apply. Whether there is a place where one might is
/// asked of all places at once; in a sentence of more than 64 words the answer may be yes where it should be no.
struct Places {
    tags: [u64; 16],
    words: [u64; 64],
    /// Which words stand anywhere, a bit each by number.
    known: u64,
}

impl Places {
    fn of(tags: &[Tag], words: &[u8]) -> Places {
        let mut places = Places { tags: [0; 16], words: [0; 64], known: 0 };
        for (i, (&tag, &word)) in tags.iter().zip(words).enumerate() {
            places.tags[tag as usize] |= Places::bit(i);
            places.words[word as usize] |= Places::bit(i);
            places.known |= 1 << word;
        }
        places
    }

    fn bit(i: usize) -> u64 {
        1 << (i % 64)
    }

    #[inline]
    fn may_take(&self, patch: &Patch) -> bool {
        let mut places = self.tags[patch.from as usize];
        // Most patches ask for a word that is not there.
        patch.words & !self.known == 0
            && places != 0
            && patch.conditions.iter().all(|&condition| {
                places &= self.that_may(condition);
                places != 0
            })
    }

    /// Returns the places where a condition may hold.
    #[inline]
    fn that_may(&self, condition: Condition) -> u64 {
        // What stands so far away from a place moves over to it.
        let seen_from = |far: isize, places: u64| places.rotate_right(far.rem_euclid(64) as u32);
        let tag = |far, tag| seen_from(far, self.tags[tag as usize]);
        match condition {
            Condition::Word(far, word) => seen_from(far, self.words[word as usize]),
            Condition::Tag(far, wanted) => tag(far, wanted),
            Condition::Any(far, wanted) => (far.min(0)..far.max(0)).fold(0, |places, far| places | tag(far, wanted)),
            Condition::Between(old, new) => tag(-1, old) & tag(1, new),
        }
    }
}

/// The patches in their order, and the words that they ask for.
struct Patches {
    words: FxHashMap<&'static str, u8>,
    patches: Vec<Patch>,
}

static PATCHES: LazyLock<Patches> =
    LazyLock::new(|| Patches::read(include_str!("../../lexicon/data/en/tag_patches.tsv")));

impl Patches {
    /// Reads the lines of `tag_patches.tsv`; a line that does not parse is dropped, which a test rules out.
    fn read(table: &'static str) -> Patches {
        let mut patches = Patches { words: FxHashMap::default(), patches: Vec::new() };
        for line in table.lines() {
            if let Some(patch) = patches.read_line(line) {
                patches.patches.push(patch);
            }
        }
        patches
    }

    fn read_line(&mut self, line: &'static str) -> Option<Patch> {
        let mut columns = line.split('\t');
        let from = Tag::from_name(columns.next()?)?;
        let to = Tag::from_name(columns.next()?)?;
        let conditions: Vec<Condition> =
            columns.next()?.split(", ").map(|text| self.read_condition(text)).collect::<Option<_>>()?;
        let words = conditions.iter().fold(0, |words, condition| match condition {
            Condition::Word(_, word) => words | 1 << word,
            _ => words,
        });
        Some(Patch { from, to, conditions, words })
    }

    fn read_condition(&mut self, text: &'static str) -> Option<Condition> {
        let mut parts = text.split(' ');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next()?);
        Some(match kind {
            "word" => {
                let number = self.words.len() as u8 + 1;
                Condition::Word(first.parse().ok()?, *self.words.entry(second).or_insert(number))
            }
            "tag" => Condition::Tag(first.parse().ok()?, Tag::from_name(second)?),
            "any" => Condition::Any(first.parse().ok()?, Tag::from_name(second)?),
            "between" => Condition::Between(Tag::from_name(first)?, Tag::from_name(second)?),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn patches_all_parse() {
        let table = include_str!("../../lexicon/data/en/tag_patches.tsv");
        assert_eq!(PATCHES.patches.len(), table.lines().count());
        assert!(PATCHES.words.len() < 64, "a word's number does not fit into `Places`");
    }

    proptest! {
        #[test]
        fn no_patch_is_passed_over(words in proptest::collection::vec((0..16_usize, 0..30_u8), 0..150)) {
            let kinds: Vec<Tag> = PATCHES.patches.iter().map(|patch| patch.from).collect();
            let tags: Vec<Tag> = words.iter().map(|&(tag, _)| kinds[tag * 7]).collect();
            let words: Vec<u8> = words.iter().map(|&(_, word)| word).collect();
            let places = Places::of(&tags, &words);
            for patch in &PATCHES.patches {
                let holds = |i: usize| {
                    tags[i] == patch.from && patch.conditions.iter().all(|condition| condition.holds(&tags, &words, i))
                };
                prop_assert!(places.may_take(patch) || !(0..tags.len()).any(holds));
            }
        }
    }
}
