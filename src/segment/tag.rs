//! Parts of speech in a sentence, and which verbs are finite.
//!
//! In: the words of one sentence, marks and `'s` as words of their own. Out: for each a [`Tagged`], and by
//! [`is_finite`] whether it heads a predicate. Where clauses begin and end is left to `clause`.
//!
//! Three steps: the most frequent tag of each word, then the patches of a Brill tagger in their order
//! (`tag_patches.tsv`), then a few repairs of our own. The patches were learnt from web pages, interviews
//! and fiction; the repairs put right what such prose does not teach: names of bodies, and verbs that are
//! nouns everywhere else (`demands`, `urges`, `supports`).

use crate::lexicon::words::{Tag, VerbForms, WordReading, Words};
use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

/// A word of a sentence with its part of speech there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tagged {
    /// The part of speech.
    pub tag: Tag,
    /// The lemma under that part of speech, in lower case.
    pub lemma: Cow<'static, str>,
    /// The forms of a verb that the word could be, whatever its tag here.
    pub forms: VerbForms,
}

/// Tags the words of one sentence.
pub fn tag(words: &[&str]) -> Vec<Tagged> {
    let mut usual = Vec::with_capacity(words.len());
    let mut verbs = Vec::with_capacity(words.len());
    let mut sentence = Vec::with_capacity(words.len());
    for word in words {
        let WordReading { tag, lemma, forms, verb, .. } = Words::english().read(word);
        usual.push(tag);
        verbs.push(verb);
        sentence.push(Tagged { tag, lemma, forms });
    }
    let mut draft = Draft { words, sentence };
    draft.find_names();
    draft.patch();
    draft.find_possessives();
    draft.find_infinitives();
    draft.find_predicate_verbs();
    draft.find_nouns();
    draft.find_adjectives();
    draft.find_conjunctions();
    draft.find_coordinated_verbs();
    draft.find_missing_heads();

    let mut sentence = draft.sentence;
    for (i, tagged) in sentence.iter_mut().enumerate() {
        if tagged.tag == usual[i] {
            continue;
        }
        match tagged.tag {
            Tag::Verb | Tag::Aux => tagged.lemma = verbs[i].clone(),
            // `launches` is usually a verb; as a noun it is a `launch`.
            Tag::Noun if tagged.forms.is_third() => {}
            _ if usual[i] == Tag::Verb => tagged.lemma = words[i].to_lowercase().into(),
            _ => {}
        }
    }
    sentence
}

/// Returns whether the word is the finite head of a predicate: a clause can be cut so that it keeps it.
///
/// Infinitives, participles behind an auxiliary, in a noun phrase or in a reduced relative clause
/// (`policies adopted by both sides`) and -ing forms are not.
pub fn is_finite(sentence: &[Tagged], words: &[&str], i: usize) -> bool {
    View { words, sentence }.is_finite(i)
}

/// A sentence whose words have tags, to ask questions of.
#[derive(Clone, Copy)]
struct View<'s> {
    words: &'s [&'s str],
    sentence: &'s [Tagged],
}

impl View<'_> {
    fn tag(self, i: usize) -> Tag {
        self.sentence[i].tag
    }

    fn forms(self, i: usize) -> VerbForms {
        self.sentence[i].forms
    }

    fn is_word(self, i: usize, word: &str) -> bool {
        self.words[i].eq_ignore_ascii_case(word)
    }

    fn is_any(self, i: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.is_word(i, word))
    }

    fn len(self) -> usize {
        self.words.len()
    }

    /// Returns whether a mark ends all that a verb can share with words before it.
    fn is_strong_mark(self, i: usize) -> bool {
        self.tag(i) == Tag::Punct && self.is_any(i, &[";", ":", ".", "!", "?", "(", ")", "—", "–", "--", "..."])
    }

    /// Returns whether a clause of its own begins with the word.
    fn opens_clause(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Sconj => true,
            Tag::Pron => self.is_any(i, &["that", "which", "who", "what"]),
            Tag::Det => self.is_any(i, &["which", "what"]),
            _ => false,
        }
    }

    /// Returns whether a simple clause cannot go on past the word.
    fn is_border(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Punct => true,
            // `and it supports`, `but has`: what comes first has a verb of its own.
            Tag::Cconj => self
                .after(i)
                .is_some_and(|j| self.is_subject(j) || self.forms(j).is_finite() && self.tag(j) == Tag::Aux),
            _ => self.opens_clause(i),
        }
    }

    /// Returns the stretch between borders around the word; a word that opens a clause belongs to it.
    fn stretch(self, i: usize) -> Range<usize> {
        let start = (0..=i).rev().find(|&j| self.is_border(j));
        let start = start.map_or(0, |j| j + usize::from(!self.opens_clause(j)));
        let end = (i + 1..self.len()).find(|&j| self.is_border(j)).unwrap_or(self.len());
        start.min(i)..end
    }

    /// Returns the stretch between strong marks around the word.
    fn segment(self, i: usize) -> Range<usize> {
        let start = (0..i).rev().find(|&j| self.is_strong_mark(j)).map_or(0, |j| j + 1);
        let end = (i + 1..self.len()).find(|&j| self.is_strong_mark(j)).unwrap_or(self.len());
        start..end
    }

    /// Returns the word before, adverbs and `not` skipped.
    fn before(self, i: usize) -> Option<usize> {
        (0..i).rev().find(|&j| !self.is_adverbial(j))
    }

    /// Returns the word after, adverbs and `not` skipped.
    fn after(self, i: usize) -> Option<usize> {
        (i + 1..self.len()).find(|&j| !self.is_adverbial(j))
    }

    /// Returns the word after, conjunctions such as `and` and `yet` skipped too.
    fn after_joint(self, i: usize) -> Option<usize> {
        (i + 1..self.len()).find(|&j| !self.is_adverbial(j) && self.tag(j) != Tag::Cconj)
    }

    fn is_adverbial(self, i: usize) -> bool {
        self.tag(i) == Tag::Adv || self.tag(i) == Tag::Part && self.is_any(i, &["not", "n't"])
    }

    fn is_to(self, i: usize) -> bool {
        self.tag(i) == Tag::Part && self.is_word(i, "to")
    }

    fn is_be(self, i: usize) -> bool {
        self.tag(i) == Tag::Aux && self.sentence[i].lemma == "be"
    }

    /// Returns whether a base form must follow: a modal or `do`.
    fn is_modal(self, i: usize) -> bool {
        self.tag(i) == Tag::Aux && (self.forms(i).is_empty() || self.sentence[i].lemma == "do")
    }

    /// Returns whether the word is a pronoun that can only be a subject.
    fn is_subject(self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Pron | Tag::Det | Tag::Sconj)
            && self.is_any(i, &["i", "we", "you", "he", "she", "it", "they", "who", "which", "that", "this", "there"])
    }

    fn is_possessive(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Pron => self.is_any(i, &["my", "your", "his", "her", "its", "our", "their", "whose"]),
            Tag::Part => !self.is_any(i, &["to", "not", "n't"]),
            _ => false,
        }
    }

    fn is_nominal(self, i: usize) -> bool {
        matches!(self.tag(i), Tag::Noun | Tag::Propn)
    }

    /// Returns whether a noun takes a plural verb; `people` is its own lemma.
    fn is_plural(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Noun => self.is_word(i, "people") || !self.sentence[i].lemma.eq_ignore_ascii_case(self.words[i]),
            Tag::Pron | Tag::Det => self.is_any(i, &["those", "these", "all", "others", "both"]),
            _ => false,
        }
    }

    fn has_finite(self, mut range: Range<usize>) -> bool {
        range.any(|i| self.is_finite(i))
    }

    /// Returns whether a later word looks finite, without asking what stands before it.
    fn looks_finite(self, i: usize) -> bool {
        let forms = self.forms(i);
        match self.tag(i) {
            Tag::Aux => forms.is_empty() || forms.is_finite() && !self.is_word(i, "be") && !self.is_governed(i),
            Tag::Verb if forms.is_third() => true,
            Tag::Verb if forms.is_past() && !forms.is_participle() => true,
            Tag::Verb if forms.is_base() => {
                self.before(i).is_some_and(|j| self.is_subject(j) || self.is_plural(j) || self.tag(j) == Tag::Propn)
            }
            Tag::Verb if forms.is_past() => {
                self.before(i).is_some_and(|j| self.is_subject(j) || self.is_nominal(j) || self.is_word(j, ","))
            }
            _ => false,
        }
    }

    /// Returns whether `to` or an auxiliary stands before and takes the word as its complement.
    fn is_governed(self, i: usize) -> bool {
        let Some(before) = self.before(i) else {
            return false;
        };
        match self.tag(before) {
            Tag::Part => self.is_to(before),
            Tag::Aux => true,
            // `will it have`, `do we support`
            Tag::Pron => self.before(before).is_some_and(|j| self.is_modal(j) && self.forms(i).is_base()),
            _ => false,
        }
    }

    fn is_finite(self, i: usize) -> bool {
        let forms = self.forms(i);
        match self.tag(i) {
            Tag::Aux if forms.is_empty() => true,
            Tag::Aux if !forms.is_finite() || self.is_word(i, "be") => false,
            Tag::Aux if forms.is_base() && self.sentence[i].lemma != "be" => self.is_finite_base(i),
            Tag::Aux => !self.is_governed(i),
            Tag::Verb if forms.is_third() => true,
            Tag::Verb if self.is_governed(i) => false,
            Tag::Verb if self.completes_inversion(i) => false,
            Tag::Verb if forms.is_base() => self.is_finite_base(i),
            Tag::Verb if forms.is_past() && !forms.is_participle() => true,
            Tag::Verb if forms.is_past() => self.is_finite_past(i),
            _ => false,
        }
    }

    /// Returns whether the auxiliary stands before its subject: `did the Council adopt`, `nor have they met`.
    fn completes_inversion(self, i: usize) -> bool {
        let start = self.stretch(i).start;
        let Some(aux) = (start..i).rev().find(|&j| matches!(self.tag(j), Tag::Aux | Tag::Verb)) else {
            return false;
        };
        if self.tag(aux) != Tag::Aux || (aux..i).any(|j| self.tag(j) == Tag::Cconj) {
            return false;
        }
        let forms = self.forms(i);
        if self.sentence[aux].lemma == "do" {
            return forms.is_base();
        }
        let is_inverted =
            self.before(aux).is_none_or(|j| j < start || self.tag(j) == Tag::Cconj || self.opens_clause(j));
        let takes = if self.is_modal(aux) { forms.is_base() } else { forms.is_participle() };
        is_inverted && takes && !self.before(aux).is_some_and(|j| self.is_subject(j))
    }

    /// Tells a present tense from an infinitive that shares its `to` or modal with one before it.
    fn is_finite_base(self, i: usize) -> bool {
        if self.is_governed(i) {
            return false;
        }
        let Some(before) = self.before(i) else {
            return true;
        };
        if self.is_strong_mark(before) {
            return true;
        }
        match self.tag(before) {
            Tag::Cconj | Tag::Punct => {
                self.earlier_head(i).is_none_or(|head| !self.is_modal(head) && self.is_finite(head))
            }
            Tag::Det => self.is_any(before, &["all", "both"]),
            Tag::Adp | Tag::Part | Tag::Verb => false,
            Tag::Pron if self.is_any(before, &["me", "us", "him", "them", "her"]) => false,
            _ if self.forms(i).is_participle() && self.is_reduced_relative(i, self.is_attached(i)) => false,
            _ => !self.has_causative(i),
        }
    }

    /// Returns the last word before that a base form can stand beside: a finite verb or an infinitive.
    fn earlier_head(self, i: usize) -> Option<usize> {
        let start = self.segment(i).start;
        (start..i).rev().find(|&j| self.tag(j) == Tag::Verb && self.forms(j).is_base() || self.is_finite(j))
    }

    /// Returns whether `let`, `help` or the like stands before, so that a base form is its complement.
    fn has_causative(self, i: usize) -> bool {
        let start = self.stretch(i).start.max(i.saturating_sub(6));
        (start..i).any(|j| {
            self.tag(j) == Tag::Verb && ["let", "help", "make", "see"].contains(&self.sentence[j].lemma.as_ref())
        })
    }

    /// Tells a past tense from a past participle where the form can be both.
    fn is_finite_past(self, i: usize) -> bool {
        let segment = self.segment(i);
        let Some(before) = self.before(i).filter(|&j| !self.is_strong_mark(j)) else {
            return !self.has_later_main(i);
        };
        let is_attached = self.is_attached(i);
        match self.tag(before) {
            Tag::Pron | Tag::Sconj | Tag::Det if self.is_subject(before) => {
                self.tag(before) != Tag::Sconj || self.is_word(before, "that")
            }
            Tag::Sconj | Tag::Adp | Tag::Det | Tag::Part | Tag::Verb => false,
            Tag::Pron if self.is_possessive(before) || self.is_any(before, &["those", "these"]) => false,
            Tag::Cconj => match self.last_verb(i) {
                Some(verb) if self.forms(verb).is_participle() => self.is_finite(verb),
                _ => !(is_attached && (i + 1..self.stretch(i).end).any(|j| self.looks_finite(j))),
            },
            Tag::Punct => {
                let has_earlier = (segment.start..before).any(|j| self.is_finite(j) && !self.is_subordinate(j));
                if has_earlier {
                    // `met, discussed the report and adopted it`, but `the plan, adopted in May, is`.
                    !is_attached && self.last_verb(i).is_some_and(|j| self.forms(j).is_past() && self.is_finite(j))
                } else {
                    !(is_attached && self.has_later_main(i))
                }
            }
            _ => !self.is_reduced_relative(i, is_attached),
        }
    }

    /// Returns whether a finite verb seems to follow that is not in a clause of its own.
    fn has_later_main(self, i: usize) -> bool {
        let end = self.stretch(i).end;
        (i + 1..self.segment(i).end).any(|j| self.looks_finite(j) && (j < end || !self.is_subordinate(j)))
    }

    /// Returns whether a preposition or `to` follows, as it does a participle that has lost its object.
    fn is_attached(self, i: usize) -> bool {
        self.after(i).is_some_and(|j| self.tag(j) == Tag::Adp || self.is_to(j))
    }

    fn is_reduced_relative(self, i: usize, is_attached: bool) -> bool {
        let (stretch, segment) = (self.stretch(i), self.segment(i));
        let follows = self.after(i);
        let start = (stretch.start..i).rev().find(|&j| self.tag(j) == Tag::Cconj);
        if self.has_finite(start.unwrap_or(stretch.start)..i) {
            return true;
        }
        let is_passive = follows.is_some_and(|j| {
            self.is_word(j, "by") && j + 1 < self.len() && self.tag(j + 1) != Tag::Num && !self.forms(j + 1).is_ing()
        });
        if is_passive {
            return self.has_finite(segment.start..i)
                || self.has_later_main(i)
                || (i + 1..stretch.end).any(|j| self.head_score(j, &stretch, true).is_some());
        }
        // `data received since the Board met suggest`: one verb for the inner clause and one for us.
        let is_interrupted = follows.is_some_and(|j| self.tag(j) == Tag::Sconj && !self.is_word(j, "that"));
        if is_interrupted {
            let end = (i..segment.end).find(|&j| self.tag(j) == Tag::Punct).unwrap_or(segment.end);
            return (i + 1..end).filter(|&j| self.looks_finite(j)).count() > 1;
        }
        // The inner clause takes the first verb if words before it still wait for theirs.
        let opens_inside = stretch.start > segment.start && self.tag(stretch.start) == Tag::Sconj;
        if opens_inside && !self.has_finite(segment.start..stretch.start) {
            return false;
        }
        // `In annual terms based on the last quarter, output grew`: inside the phrase that a preposition opens.
        let is_opener = self.tag(stretch.start) == Tag::Adp
            && stretch.end < segment.end
            && self.is_word(stretch.end, ",")
            && self.after(stretch.end).is_some_and(|j| self.tag(j) != Tag::Cconj);
        if is_opener && is_attached && self.has_later_main(i) {
            return true;
        }
        let is_open = is_attached || follows.is_none_or(|j| self.is_border(j) || self.looks_finite(j));
        let end = (i..stretch.end).find(|&j| self.tag(j) == Tag::Cconj).unwrap_or(stretch.end);
        is_open && (i + 1..end).any(|j| self.looks_finite(j))
    }

    fn last_verb(self, i: usize) -> Option<usize> {
        let start = self.segment(i).start;
        (start..i).rev().find(|&j| self.tag(j) == Tag::Verb && !self.forms(j).is_ing())
    }

    /// Returns whether the word stands in a stretch that a conjunction or relative pronoun opens.
    fn is_subordinate(self, i: usize) -> bool {
        self.opens_clause(self.stretch(i).start)
    }
}

/// A sentence on its way to its final tags.
struct Draft<'s> {
    words: &'s [&'s str],
    sentence: Vec<Tagged>,
}

impl Draft<'_> {
    fn view(&self) -> View<'_> {
        View { words: self.words, sentence: &self.sentence }
    }

    fn set(&mut self, i: usize, tag: Tag) {
        self.sentence[i].tag = tag;
    }

    /// Marks names: capitals inside a sentence that is not set in capitals as a whole.
    fn find_names(&mut self) {
        let is_capital = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let long = self.words.iter().filter(|word| word.len() > 3).count();
        let capitals = self.words.iter().filter(|word| word.len() > 3 && is_capital(word)).count();
        if capitals > 1 && capitals * 3 > long * 2 {
            return;
        }
        let mut is_start = true;
        for i in 0..self.words.len() {
            let tag = self.sentence[i].tag;
            let was_start = std::mem::replace(&mut is_start, tag == Tag::Punct && self.words[i] != ",");
            if !is_capital(self.words[i]) {
                continue;
            }
            let has_before =
                !was_start && i > 0 && is_capital(self.words[i - 1]) && self.sentence[i - 1].tag == Tag::Propn;
            let has_after = self.words.get(i + 1).is_some_and(|word| is_capital(word));
            let is_name = match tag {
                Tag::Verb | Tag::Intj => !was_start,
                Tag::Aux => !was_start && self.words[i].len() > 1,
                Tag::Noun | Tag::Adj => has_before || has_after,
                _ => false,
            };
            if is_name {
                self.set(i, Tag::Propn);
            }
        }
    }

    /// Applies the patches in their order, each to the whole sentence.
    fn patch(&mut self) {
        let words: Vec<u8> = self.words.iter().map(|word| PATCHES.word(word)).collect();
        let mut tags: Vec<Tag> = self.sentence.iter().map(|word| word.tag).collect();
        let present = words.iter().fold(0, |present, &word| present | 1u64 << word);
        let mut seen = tags.iter().fold(0, |seen, &tag| seen | 1u32 << tag as u32);
        for patch in &PATCHES.patches {
            // Most patches ask for a word or a tag that the sentence has not: passed over as a whole.
            if seen & 1 << patch.from as u32 == 0 || patch.needs & !present != 0 {
                continue;
            }
            for i in 0..tags.len() {
                if tags[i] == patch.from
                    && patch.conditions.iter().all(|condition| condition.holds(&tags, &words, i))
                    && can_be(&self.sentence[i], patch.from, patch.to)
                {
                    tags[i] = patch.to;
                    seen |= 1 << patch.to as u32;
                }
            }
        }
        for (word, tag) in self.sentence.iter_mut().zip(tags) {
            word.tag = tag;
        }
    }

    /// `'s` belongs to an owner behind a noun and is a verb behind a pronoun.
    fn find_possessives(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            if view.is_any(i, &["'s", "’s", "'", "’"]) {
                let is_one = view.is_any(i - 1, &["someone", "everyone", "anyone", "one", "no-one"]);
                if view.is_nominal(i - 1) || is_one {
                    self.set(i, Tag::Part);
                } else if view.is_any(i - 1, &["it", "he", "she", "that", "there", "what", "who"]) {
                    self.set(i, Tag::Aux);
                }
            }
        }
    }

    /// Tells `to` before a verb from `to` before a noun, and tags the verb.
    fn find_infinitives(&mut self) {
        for i in 0..self.words.len() {
            let view = self.view();
            if !view.is_word(i, "to") {
                continue;
            }
            let mut verb = view.after(i).filter(|&j| view.forms(j).is_base() && view.is_infinitive(i, j));
            // `to further support growth`
            if verb.is_none() && i + 2 < view.len() && view.is_any(i + 1, &["further", "better", "best"]) {
                verb = Some(i + 2).filter(|&j| view.forms(j).is_base());
            }
            match verb {
                Some(j) => {
                    self.set(i, Tag::Part);
                    (i + 1..j).for_each(|k| self.set(k, Tag::Adv));
                    if self.sentence[j].tag != Tag::Aux {
                        self.set(j, Tag::Verb);
                    }
                }
                None => self.set(i, Tag::Adp),
            }
        }
    }

    /// Tags what must be a verb: a base form after a modal, a participle after `have` or `be`, and a form
    /// that agrees with a pronoun before it.
    fn find_predicate_verbs(&mut self) {
        for i in 0..self.words.len() {
            let view = self.view();
            let forms = view.forms(i);
            let Some(before) = view.before(i).filter(|_| !forms.is_empty()) else {
                continue;
            };
            let is_name = view.tag(i) == Tag::Propn && view.words[i] != view.words[i].to_lowercase();
            let next = view.words.get(i + 1).map(|_| view.tag(i + 1));
            let is_verb = match view.tag(i) {
                Tag::Noun | Tag::Adj | Tag::Adp | Tag::Propn if view.is_modal(before) => forms.is_base() && !is_name,
                Tag::Noun | Tag::Adj if view.tag(before) == Tag::Aux => {
                    let is_perfect = view.sentence[before].lemma == "have"
                        && forms.is_participle()
                        && !forms.is_base()
                        && next != Some(Tag::Noun);
                    let is_progressive = forms.is_ing() && next == Some(Tag::Det);
                    is_perfect || is_progressive && view.is_be(before)
                }
                // `by building new homes`
                Tag::Noun if view.tag(before) == Tag::Adp && forms.is_ing() => {
                    matches!(next, Some(Tag::Det | Tag::Pron | Tag::Propn | Tag::Num))
                }
                Tag::Noun if view.is_subject(before) => view.agrees_with_pronoun(before, forms),
                Tag::Adj if view.is_subject(before) => {
                    matches!(next, Some(Tag::Det | Tag::Pron)) && view.agrees_with_pronoun(before, forms)
                }
                _ => false,
            };
            if is_verb {
                self.set(i, Tag::Verb);
            }
        }
    }

    /// Tags as nouns what cannot be a verb where it stands: after a determiner, a preposition, an adjective.
    fn find_nouns(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            let forms = view.forms(i);
            let next = (i + 1 < view.len()).then_some(i + 1);
            let takes_object =
                next.is_some_and(|j| matches!(view.tag(j), Tag::Det | Tag::Pron) && !view.opens_clause(j));
            let is_noun = match view.tag(i) {
                // `political will to`, `military might and`
                Tag::Aux if forms.is_empty() && view.is_any(i, &["will", "might", "must", "can"]) => {
                    let is_free = view.after(i).is_none_or(|j| {
                        view.tag(j) == Tag::Punct
                            || matches!(view.tag(j), Tag::Adp | Tag::Cconj)
                            || view.is_word(j, "to")
                    });
                    view.takes_noun(i - 1) || view.tag(i - 1) == Tag::Adj && is_free
                }
                Tag::Verb if forms.is_base() || forms.is_third() => view.replaces_noun(i, takes_object),
                Tag::Verb if forms.is_ing() => {
                    (view.tag(i - 1) == Tag::Det && view.takes_noun(i - 1) || view.is_possessive(i - 1))
                        && next.is_none_or(|j| !matches!(view.tag(j), Tag::Noun | Tag::Propn | Tag::Adj | Tag::Verb))
                }
                _ => false,
            };
            if is_noun {
                self.set(i, Tag::Noun);
            }
        }
    }

    /// Tags participles before a noun as adjectives: `fixed investment`, `realized and expected conditions`.
    fn find_adjectives(&mut self) {
        for i in (0..self.words.len()).rev() {
            let view = self.view();
            let forms = view.forms(i);
            if view.tag(i) != Tag::Verb || !(forms.is_participle() || forms.is_ing()) || forms.is_base() {
                continue;
            }
            let Some(next) = (i + 1 < view.len()).then_some(i + 1) else {
                continue;
            };
            let is_before_noun = matches!(view.tag(next), Tag::Noun | Tag::Propn | Tag::Adj)
                || view.tag(next) == Tag::Cconj
                    && next + 1 < view.len()
                    && view.tag(next + 1) == Tag::Adj
                    && view.forms(next + 1).is_participle();
            if !is_before_noun {
                continue;
            }
            let is_adjective = match view.before(i) {
                None => forms.is_participle() && view.has_finite(i + 1..view.stretch(i).end),
                Some(before) => match view.tag(before) {
                    Tag::Det => view.takes_noun(before),
                    Tag::Pron | Tag::Part => view.is_possessive(before),
                    Tag::Adj => forms.is_participle() || view.tag(next) == Tag::Noun && view.is_noun_phrase(before),
                    Tag::Adp | Tag::Verb => forms.is_participle() && !view.is_word(before, "to"),
                    Tag::Cconj => {
                        forms.is_participle()
                            && (!view.has_finite(view.stretch(i).start..before)
                                || before > 0
                                    && (view.tag(before - 1) == Tag::Adj
                                        || view.tag(before - 1) == Tag::Verb
                                            && view.forms(before - 1).is_participle()
                                            && !view.is_finite(before - 1)))
                    }
                    Tag::Punct => forms.is_participle() && before > 0 && view.tag(before - 1) == Tag::Adj,
                    // `business fixed investment has`, but `the Council raised rates and said`
                    Tag::Noun if forms.is_participle() && view.tag(next) == Tag::Noun => {
                        let end = view.stretch(i).end;
                        let end = (i..end).find(|&j| view.tag(j) == Tag::Cconj).unwrap_or(end);
                        (next + 1..end).any(|j| view.looks_finite(j))
                    }
                    Tag::Sconj => forms.is_participle() && view.has_finite(next + 1..view.stretch(i).end),
                    _ => false,
                },
            };
            if is_adjective {
                self.set(i, Tag::Adj);
            }
        }
    }

    /// Tells `ensure that inflation returns` from `adopt that resolution`: a verb must follow.
    fn find_conjunctions(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            if !(view.tag(i) == Tag::Det && view.is_word(i, "that")) {
                continue;
            }
            let is_open =
                view.before(i).is_some_and(|j| matches!(view.tag(j), Tag::Verb | Tag::Adj | Tag::Noun | Tag::Aux));
            let mut rest = i + 2..view.stretch(i).end;
            if is_open && rest.any(|j| view.looks_finite(j) || view.tag(j) == Tag::Noun && view.forms(j).is_third()) {
                self.set(i, Tag::Sconj);
            }
        }
    }

    /// Tags a noun as a verb where `and` joins it to a verb of the same form: `could lead to war and escalate`.
    fn find_coordinated_verbs(&mut self) {
        for i in 1..self.words.len() {
            let view = self.view();
            let forms = view.forms(i);
            if view.tag(i) != Tag::Noun || !(forms.is_base() || forms.is_third()) {
                continue;
            }
            let Some(before) = view.before(i).filter(|&j| view.tag(j) == Tag::Cconj || view.is_word(j, ",")) else {
                continue;
            };
            let Some(next) = view.after(i) else { continue };
            let takes_object = match view.tag(next) {
                Tag::Det | Tag::Pron | Tag::Propn | Tag::Sconj => true,
                Tag::Adp => view.tag(before) == Tag::Cconj && view.is_any(next, &["into", "up", "out", "upon"]),
                Tag::Part => view.is_to(next) && view.tag(before) == Tag::Cconj,
                _ => false,
            };
            let is_like = view.earlier_head(before).is_some_and(|head| {
                forms.is_third() && view.forms(head).is_third() || forms.is_base() && view.forms(head).is_base()
            });
            if takes_object && is_like {
                self.set(i, Tag::Verb);
            }
        }
    }

    /// Gives a stretch without a finite verb one, if a noun in it could be that verb and agrees.
    fn find_missing_heads(&mut self) {
        let mut start = 0;
        while start < self.words.len() {
            let view = self.view();
            let from = start + usize::from(view.is_border(start) && !view.opens_clause(start));
            let end = (start + 1..self.words.len()).find(|&j| view.is_border(j));
            start = end.unwrap_or(self.words.len());
            let stretch = from..start;
            if stretch.is_empty() {
                continue;
            }
            if view.has_finite(stretch.clone()) {
                continue;
            }
            let mut segment = view.segment(stretch.start);
            let is_clause = view.opens_clause(stretch.start);
            let has_main = segment.any(|j| view.is_finite(j) && !view.is_subordinate(j));
            // `deals with it and now covers it`: what `and` joins on is no head for what stands before.
            let is_joined = end.is_some_and(|j| {
                view.tag(j) == Tag::Cconj
                    || view.is_word(j, ",") && view.after_joint(j).is_some_and(|k| view.is_subject(k))
            });
            let needs_head = is_clause || is_joined || !has_main;
            let best = stretch
                .clone()
                .filter_map(|i| Some((view.head_score(i, &stretch, needs_head)?, i)))
                .min_by_key(|&(score, i)| (score, i));
            if let Some((_, i)) = best {
                self.set(i, Tag::Verb);
            }
        }
    }
}

impl View<'_> {
    /// Returns whether a verb of these forms can be the predicate of the pronoun.
    fn agrees_with_pronoun(self, pronoun: usize, forms: VerbForms) -> bool {
        let antecedent = pronoun.checked_sub(1);
        if self.is_any(pronoun, &["he", "she", "it", "this"]) {
            return forms.is_third();
        }
        if !self.is_any(pronoun, &["who", "which", "that"]) {
            return forms.is_base() && !self.is_word(pronoun, "there");
        }
        let Some(antecedent) = antecedent.filter(|&j| self.tag(j) != Tag::Adp) else {
            return false;
        };
        (!self.is_word(pronoun, "that") || self.is_nominal(antecedent))
            && (forms.is_third() || forms.is_base() && self.is_plural(antecedent))
    }

    /// Returns whether the word before leaves a base form or third person no choice but to be a noun.
    fn replaces_noun(self, i: usize, takes_object: bool) -> bool {
        let is_plural = self.forms(i).is_third();
        let before = i - 1;
        match self.tag(before) {
            Tag::Det if self.is_any(before, &["this", "that", "another", "each", "every"]) => !is_plural,
            Tag::Det if self.is_any(before, &["these", "those"]) => is_plural,
            Tag::Det => self.takes_noun(before),
            Tag::Pron | Tag::Part => self.is_possessive(before),
            Tag::Adp if self.is_word(before, "to") => is_plural,
            Tag::Adp => !takes_object && !self.is_any(before, &["as", "than", "like", "up", "out", "off", "over"]),
            Tag::Adj => !takes_object && !self.is_any(before, &["many", "most", "few", "several", "such", "same"]),
            Tag::Num => is_plural && !takes_object,
            // `have security guarantees`: the clause has its verb already.
            Tag::Noun if is_plural && !takes_object => {
                let start = self.stretch(i).start;
                let start = (start..i).rev().find(|&j| self.tag(j) == Tag::Cconj).unwrap_or(start);
                self.has_finite(start..i)
            }
            // A base form does not agree with a singular: `a tax cut has`, but `peace and trade flourish`.
            Tag::Noun if !is_plural && !takes_object && !self.is_plural(before) => {
                let stretch = self.stretch(i);
                let has_plural = (stretch.start..before).any(|j| self.tag(j) == Tag::Cconj || self.is_plural(j));
                !has_plural
                    && !self.has_causative(i)
                    && !self.completes_inversion(i)
                    && stretch.clone().any(|j| j != i && self.looks_finite(j))
            }
            _ => false,
        }
    }

    /// Returns whether only a noun phrase can follow.
    fn takes_noun(self, i: usize) -> bool {
        match self.tag(i) {
            Tag::Det => !self.is_any(i, &["that", "this", "these", "those", "all", "both", "which", "what"]),
            _ => self.is_possessive(i),
        }
    }

    /// Returns whether an adjective stands inside a noun phrase rather than after a verb.
    fn is_noun_phrase(self, i: usize) -> bool {
        self.before(i).is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Adp) || self.is_possessive(j))
    }

    /// Returns whether the base form at `verb` follows `to` as an infinitive.
    fn is_infinitive(self, to: usize, verb: usize) -> bool {
        let next = (verb + 1 < self.len()).then_some(verb + 1);
        match self.tag(verb) {
            Tag::Verb | Tag::Aux => true,
            Tag::Noun => match next {
                Some(next) if self.tag(next) == Tag::Noun => self.is_plural(next) && self.selects_infinitive(to),
                Some(next)
                    if matches!(
                        self.tag(next),
                        Tag::Punct | Tag::Cconj | Tag::Adp | Tag::Verb | Tag::Aux | Tag::Part
                    ) =>
                {
                    self.selects_infinitive(to) && !self.is_possessive(next)
                }
                Some(_) => true,
                None => self.selects_infinitive(to),
            },
            Tag::Adj | Tag::Adp | Tag::Adv => next.is_some_and(|j| matches!(self.tag(j), Tag::Det | Tag::Pron)),
            _ => false,
        }
    }

    /// Returns whether the word before `to` takes an infinitive rather than a noun, as far as its tag tells.
    fn selects_infinitive(self, to: usize) -> bool {
        self.before(to).is_none_or(|j| matches!(self.tag(j), Tag::Verb | Tag::Adj | Tag::Aux | Tag::Punct | Tag::Cconj))
    }

    /// Returns how badly a noun would do as the finite verb of its stretch; none if it cannot be.
    fn head_score(self, i: usize, stretch: &Range<usize>, needs_head: bool) -> Option<u8> {
        let forms = self.forms(i);
        let is_past = forms.is_past() && !forms.is_base();
        let is_open = match self.tag(i) {
            Tag::Noun => true,
            Tag::Adj => is_past,
            _ => false,
        };
        if !is_open || forms.is_empty() || forms.is_ing() {
            return None;
        }
        let before = self.before(i).filter(|&j| j >= stretch.start);
        let agrees = match before {
            Some(j) if self.tag(j) == Tag::Propn => true,
            Some(j) if self.is_nominal(j) && is_past => true,
            Some(j) if self.is_plural(j) => forms.is_base(),
            Some(j) if self.tag(j) == Tag::Noun => forms.is_third(),
            Some(j) if self.opens_clause(j) => forms.is_third() && !self.is_word(j, "what"),
            Some(_) => false,
            // `Demands that`, `The Council, on its own behalf, demands that`
            None => forms.is_third() && needs_head,
        };
        if !agrees {
            return None;
        }
        let is_third = forms.is_third();
        let Some(next) = self.words.get(i + 1).map(|_| i + 1).filter(|&j| self.tag(j) != Tag::Punct) else {
            // `When one side reforms, the other follows`
            return (is_third && before.is_some() && self.tag(stretch.start) == Tag::Sconj).then_some(5);
        };
        match self.tag(next) {
            Tag::Det | Tag::Pron if !self.opens_clause(next) => Some(0),
            Tag::Det | Tag::Pron | Tag::Sconj => Some(0).filter(|_| needs_head),
            _ if self.is_to(next) => Some(1).filter(|_| needs_head),
            Tag::Adv | Tag::Propn | Tag::Num => Some(2).filter(|_| needs_head),
            Tag::Adp => Some(3).filter(|_| needs_head && before.is_some()),
            Tag::Adj => Some(3).filter(|_| needs_head && !is_past && i > 0),
            Tag::Noun => Some(4).filter(|_| needs_head && is_third && i > 0),
            _ => None,
        }
    }
}

/// Returns whether a patch may give the word that tag: not every word can be a verb or an auxiliary.
fn can_be(tagged: &Tagged, from: Tag, to: Tag) -> bool {
    match (from, to) {
        (Tag::Aux, to) => to == Tag::Verb && !tagged.forms.is_empty(),
        (Tag::Verb, Tag::Noun) => !tagged.forms.is_participle() || tagged.forms.is_base(),
        (_, Tag::Verb) => !tagged.forms.is_empty(),
        (Tag::Det, Tag::Pron) => !matches!(tagged.lemma.as_ref(), "a" | "an" | "the" | "every" | "no"),
        (_, Tag::Aux) => matches!(tagged.lemma.as_ref(), "be" | "have" | "do" | "'s"),
        // Only these begin a clause; the treebanks also call `in` before an -ing form a conjunction.
        (Tag::Adp, Tag::Sconj) => {
            matches!(tagged.lemma.as_ref(), "as" | "than" | "like" | "since" | "before" | "after" | "until" | "till")
        }
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
    /// A bit for the number of each word that the conditions ask for.
    needs: u64,
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

/// The patches in their order, and the words that they ask for.
struct Patches {
    words: Vec<&'static str>,
    patches: Vec<Patch>,
}

static PATCHES: LazyLock<Patches> = LazyLock::new(|| Patches::read(include_str!("../lexicon/data/en/tag_patches.tsv")));

impl Patches {
    /// Reads the lines of `tag_patches.tsv`; a line that does not parse is dropped, which a test rules out.
    fn read(table: &'static str) -> Patches {
        let mut patches = Patches { words: Vec::new(), patches: Vec::new() };
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
        let needs = conditions.iter().fold(0, |needs, condition| match condition {
            Condition::Word(_, word) => needs | 1u64 << word,
            _ => needs,
        });
        Some(Patch { from, to, conditions, needs })
    }

    fn read_condition(&mut self, text: &'static str) -> Option<Condition> {
        let mut parts = text.split(' ');
        let (kind, first, second) = (parts.next()?, parts.next()?, parts.next()?);
        Some(match kind {
            "word" => {
                if !self.words.contains(&second) {
                    self.words.push(second);
                }
                Condition::Word(first.parse().ok()?, self.word(second))
            }
            "tag" => Condition::Tag(first.parse().ok()?, Tag::from_name(second)?),
            "any" => Condition::Any(first.parse().ok()?, Tag::from_name(second)?),
            "between" => Condition::Between(Tag::from_name(first)?, Tag::from_name(second)?),
            _ => return None,
        })
    }

    /// Returns the number of a word, one past the last for all that no patch asks for.
    fn word(&self, word: &str) -> u8 {
        let at = self.words.iter().position(|each| each.eq_ignore_ascii_case(word));
        at.unwrap_or(self.words.len()) as u8
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Sentences with their finite verbs in stars; all of them made up.
    const FINITE: &[&str] = &[
        // Central banks.
        "The Board *decided* to keep the policy rate at 3-1/2 percent .",
        "Data received since the Board *met* in May *suggest* that output *has* been rising at a brisk pace .",
        "Business fixed investment *has* softened , while household spending *continues* to expand .",
        "In light of subdued wage pressures and slowing global demand , the Board *judges* that risks *are* balanced .",
        "The Board *will* assess realized and expected conditions and *is* prepared to adjust its stance as needed .",
        "Survey-based measures of inflation expectations *remain* well anchored , and credit *is* flowing .",
        "The Board *stands* ready to raise rates further and reduce its holdings if prices *rise* faster .",
        "The unemployment rate *edged* down but *is* still above the level that the Board *views* as normal .",
        "Measures taken to support lending *have* helped , and the Board *expects* them to remain in place .",
        "Some indicators *have* weakened and *need* to be watched closely .",
        "We *will* continue to do what *is* needed to ensure that inflation *returns* to target .",
        "How far the slowdown *goes* *depends* on demand abroad .",
        "Voting against this action *was* Maria Lund , who *preferred* to lower the target range .",
        // Assemblies.
        "The Council *deals* with this matter every year , yet it now *covers* up the crimes of one side .",
        "Any incident *could* lead to a clash and escalate into all-out war .",
        "The Assembly *demands* that all parties *cease* fire and *urges* them to return to talks .",
        "The launches conducted by the northern fleet in June *were* a grave provocation .",
        "Never *have* such threats been heard , nor *do* we see any need to answer them .",
        "My delegation *opposes* the sanctions imposed on our neighbours and *calls* for their removal .",
        "Policies adopted by both governments *aim* to preserve peace and strengthen trust .",
        "The Republic *condemns* in the strongest terms the attacks that *took* place last night .",
        "Concerned by these reports , the Council *met* in May and *adopted* a resolution .",
        "The President , noted for her patience , *reaffirmed* our stance and *vowed* to defend it .",
        "On what grounds *did* the Council adopt that text , which *forbids* peaceful research ?",
        "The United Provinces *must* abandon its hostile policy , withdraw its forces and end the drills .",
        "There *is* a need to make progress , and my country *supports* every step that *brings* us closer .",
        "We *urge* those who *need* time to join us and let others speak .",
        "The Council 's demands *are* clear : the occupation *must* end , and the displaced *must* return .",
        "Peace and security *require* trust , but trust *requires* deeds .",
        "It *is* the political will of our people , not military might , that *protects* us .",
    ];

    #[test]
    fn patches_all_parse() {
        let table = include_str!("../lexicon/data/en/tag_patches.tsv");
        assert_eq!(PATCHES.patches.len(), table.lines().count());
    }

    #[test]
    fn finds_finite_verbs() {
        let mut wrong = Vec::new();
        for marked in FINITE {
            let words: Vec<&str> = marked.split(' ').map(|word| word.trim_matches('*')).collect();
            let tagged = tag(&words);
            let found: Vec<String> = (0..words.len())
                .map(|i| if is_finite(&tagged, &words, i) { format!("*{}*", words[i]) } else { words[i].to_string() })
                .collect();
            let found = found.join(" ");
            if found != *marked {
                wrong.push(format!("wanted {marked}\nfound  {found}"));
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }
}
