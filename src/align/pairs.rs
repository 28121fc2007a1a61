//! Which phrase answers which: likeness first, then subjects and neighbours, then claims inside longer ones.

use super::assign::{Candidate, assigned};
use super::place::{Gaps, Placed, moved};
use super::sentences::AROUND;
use super::trace::{self, Bar, Found, Part, Step};
use super::twins::Twins;
use super::{Bag, Group, Link, Sentences, Weights, groups, similarity};
use crate::lexicon::{Role, Tag};
use crate::stance::{Reading, StancePhrase, is_content};
use std::collections::BTreeSet;
use std::f64::consts::LN_2;
use std::ops::Range;

/// What the likeness of two phrases and all that speaks for them must come to if they are one claim. From 0.43 to 0.47 the
/// figures of the labelled pairs stay within a point; below, strangers are paired in speeches that were written anew: with
/// 0.10 less kind_f1 of the diplomatic ledger is 0.52 for 0.57.
pub(super) const LEAST: f64 = 0.45;

/// What a pair must bring to outweigh that its phrases stay without an answer, so that one claim that is plainly told again
/// is not torn into two pairs that are hardly alike. From 0.3 to 0.38 the kind of the central bank's events is 0.837, for
/// 0.827 at nothing; from 0.4 on more live claims are called gone (gone_precision 0.857 for 0.885).
const ALONE: f64 = 0.31;

/// What the likeness of the sentences around two phrases adds to theirs. Of all that tells claims that answer each other
/// from strangers as alike as they, this tells most in every labelled series.
const CONTEXT: f64 = 0.30;

/// What it takes away that one claim promises, say, what the other judges, and what it adds that both have the same verb:
/// family of the central bank's events 0.883 for 0.878, of the diplomatic ledger 0.63 for 0.60.
const OTHER_CLASS: f64 = 0.05;

/// See [`OTHER_CLASS`].
const SAME_VERB: f64 = 0.05;

/// What it takes away that nothing of what two claims say first (their matter) is the same: `will hold the levy | in
/// order to foster trade` and `aims to open ports | in order to foster trade` are two claims. Family of the central
/// bank's events 0.923 for 0.913, depth 0.132 for 0.136; with 0.08 family 0.918, from 0.15 on live claims are called gone
/// (gone_precision 0.866 for 0.889).
const OTHER_MATTER: f64 = 0.10;

/// How many words with a meaning of their own are a claim's matter; from 5 to 7 the same, with 4 more live claims are
/// called gone (gone_precision 0.86 for 0.89).
const MATTER: usize = 6;

/// The weight from which a matter tells claims apart (a rare word, or two that are not), from 4 to 6 the same figures; and
/// the likeness up to which two have nothing in common but words of grammar.
const TELLING_MATTER: (f64, f64) = (4.0, 0.05);

/// The least likeness at which two phrases are looked at at all; with 0.05 no figure is another.
const FAINT: f64 = 0.10;

/// The least likeness of two names of one person (`Ada B. Brook`, `Ada Brook`).
pub(super) const SAME_NAME: f64 = 0.5;

/// What the same subject adds to the likeness of two phrases, and what two different ones take from it: less, since
/// subjects change names. With 0.15 and 0.10 the share of rightly named changes (kind_f1) is 0.807 for 0.817 in the central
/// bank's ledgers and 0.581 for 0.593 in the diplomatic one; with 0.25 for the first it is 0.807 and 0.593.
const SUBJECT: f64 = 0.20;

/// See [`SUBJECT`].
const OTHER_SUBJECT: f64 = 0.12;

/// The weight from which a subject tells a matter apart; `the Committee` weighs less, `inflation` more.
const TELLING: f64 = 2.5;

/// What it adds that their sentences answer each other. Without it a tenth of the central bank's live claims more are
/// called gone.
const ANSWERED: f64 = 0.10;

/// What each neighbour adds that answers the other's neighbour; 0.06 and 0.12 for the two are a point worse on speeches.
const NEIGHBOUR: f64 = 0.10;

/// The least likeness of two paragraphs without any pair that may stand in the same place: at 0.1 strangers are paired
/// (kind of the diplomatic events 0.77 for 0.81), from 0.25 on live claims of central banks are called gone
/// (gone_precision 0.86 for 0.89).
const LIKE_PLACE: f64 = 0.20;

/// What the same subject counts for when a phrase is looked for inside another. From 0 to 0.5 the share of rightly
/// called one-sided changes rose from 0.812 to 0.836.
const SAME_SUBJECT: f64 = 0.5;

/// The least share that must live on of what a phrase says beyond the one that the other answers: `are solid` answers
/// `job gains have been solid`, and so `job gains have moderated` before it is gone. From 0.15 to 0.3 the same figures
/// within half a point (kind_f1 of the central bank's ledgers 0.80 for 0.785 without); from 0.5 on live claims are called gone.
const BEYOND: f64 = 0.3;

/// What a phrase must have in common with what a pair leaves of a claim if it answers that, in words that stand in one
/// sentence alone, and twice as much with the whole claim. From 0.6 to 1.2 the same figures of the central bank; in speeches
/// fewer strangers join the higher it is.
const TELLING_REST: f64 = 0.8;

/// The weight from which what a phrase says beyond another has a word with a meaning of its own.
const MEANT: f64 = 0.5;

/// The share of a phrase beyond another up to which it is the same claim said again: `In any case, | the port is open`.
/// To 0.15 the labelled figures stay, and of 560 pairs of central banks four claims less are told as gone, all of which
/// still stood; at 0.20 one that had appeared is told as an old one.
const SAID_AGAIN: f64 = 0.10;

/// The least likeness of two phrases that answer each other, whatever else speaks for them: 0.15 to 0.20 the same, at
/// 0.25 and above more live claims are called gone.
const LEAST_ALIKE: f64 = 0.20;

/// How many claims of the longer side may have as much in common with a phrase by chance as the one that answers it: what
/// two share must weigh the logarithm of one such part of all claims, as a word weighs the rarer the fewer say it. `The world
/// is changing` and `the world of today is no quiet place` share a word that a tenth of a long speech has. From 6 on no
/// labelled figure moves, at 5 one claim of the diplomatic ledger is called gone; of some 80 pairs of speeches that fall at 6,
/// read by eye, two were of one claim. Who claims and by which words counts for nothing (`told`): of 64 pairs that fall so
/// in 90 of speeches, 5 were of one claim and 5 more may be.
const STRANGERS: f64 = 6.0;

/// The likeness from which two phrases may be one claim though they share common words alone: `God bless you all` twice,
/// `The Council is watching trade` and `The Council watches tolls closely`. From 0.45 to 0.65 the labelled figures are the
/// same; at 0.80 one event of the central bank is called stronger that is new.
const SAME_WORDS: f64 = 0.65;

/// What is compared of one side.
pub(super) struct Side<'r> {
    reading: &'r Reading,
    sentences: &'r Sentences<'r>,
    pub(super) phrases: Vec<Bag>,
    subjects: Vec<Option<Bag>>,
    /// The subjects of what they say was decided.
    decided: Vec<Option<Bag>>,
    matters: Vec<Bag>,
    /// What is told: the words of each phrase without its cue and without the speaker as its subject.
    told: Vec<Bag>,
    /// What a word weighs that stands in one sentence alone.
    rarest: f64,
}

impl<'r> Side<'r> {
    fn of(weights: &Weights, is_new: bool, sentences: &'r Sentences) -> Side<'r> {
        let reading = sentences.reading;
        let bag = |tokens: &Range<usize>| weights.bag(is_new, reading, tokens.clone());
        let bare = |tokens: &Range<usize>| bag(&without_owner(reading, tokens.clone()));
        let actor = |phrase: &StancePhrase| phrase.actor.as_ref().map(|actor| bare(&actor.tokens));
        let subjects: Vec<Option<Bag>> = reading.phrases.iter().map(actor).collect();
        let decided = |phrase: &StancePhrase| phrase.decided.as_ref().map(bare);
        let decided = reading.phrases.iter().map(decided).collect();
        let with_shared = |words: Bag, phrase: &StancePhrase, subject: &Option<Bag>| match subject {
            Some(subject) if shared_subject(reading, phrase).is_some() => words.with(subject),
            _ => words,
        };
        let words =
            |(phrase, subject): (&StancePhrase, &Option<Bag>)| with_shared(bag(&phrase.tokens), phrase, subject);
        let phrases = reading.phrases.iter().zip(&subjects).map(words).collect();
        let matters = reading.phrases.iter().map(|phrase| bag(&matter(reading, phrase))).collect();
        let told = |(phrase, subject): (&StancePhrase, &Option<Bag>)| {
            let told = weights.bag(is_new, reading, told(reading, phrase));
            let is_own = phrase.actor.as_ref().is_some_and(|actor| actor.is_speaker);
            if is_own { told } else { with_shared(told, phrase, subject) }
        };
        let told = reading.phrases.iter().zip(&subjects).map(told).collect();
        Side { reading, sentences, phrases, subjects, decided, matters, told, rarest: weights.rarest() }
    }

    /// What bars a phrase from living on inside one of the other side, whatever that holds of it: it speaks of another
    /// time, or what the phrase says beyond the one that the other answers already is not there.
    pub(super) fn bar(&self, phrase: usize, other: &Side, host: usize, answered: Option<usize>) -> Option<Bar> {
        let is_lost = |answered: usize| {
            let beyond = self.phrases[phrase].without(&self.phrases[answered]);
            let is_meant = beyond.total() >= MEANT.max(SAID_AGAIN * self.phrases[phrase].total());
            is_meant && beyond.share_in(&other.phrases[host]) < BEYOND
        };
        if self.reading.phrases[phrase].time != other.reading.phrases[host].time {
            return Some(Bar::Time);
        }
        answered.is_some_and(is_lost).then_some(Bar::Taken)
    }

    /// Whether a phrase answers enough of what another one leaves of one of the other side.
    pub(super) fn answers_rest(&self, phrase: usize, other: &Side, host: usize, answered: usize) -> bool {
        let (mine, theirs) = (&self.phrases[phrase], &other.phrases[host]);
        let least = TELLING_REST * self.rarest;
        let whole = theirs.shared(mine);
        if whole < 2.0 * least || whole < BEYOND * mine.total() {
            return false;
        }
        let rest = theirs.without(&self.phrases[answered]);
        let part = rest.shared(mine);
        part >= least && part >= BEYOND * rest.total()
    }

    /// How much of a phrase stands inside one of the other side: its words, or its subject with some of what is said of it,
    /// or how alike the two are.
    pub(super) fn held(&self, phrase: usize, other: &Side, host: usize) -> Parts {
        let share = self.phrases[phrase].share_in(&other.phrases[host]);
        let share_in = |theirs: &Option<Bag>| match (&self.subjects[phrase], theirs) {
            (Some(mine), Some(theirs)) if mine.total() >= TELLING => mine.share_in(theirs),
            _ => 0.0,
        };
        let subject = share_in(&other.subjects[host]).max(share_in(&other.decided[host]));
        let held = vec![(Part::Share, share), (Part::SameSubject, SAME_SUBJECT * subject)];
        let likeness = self.phrases[phrase].likeness(&other.phrases[host]);
        // `will stay high` is what `is likely to stay high` says, if not all of its words.
        if likeness > sum(&held) { vec![(Part::Likeness, likeness)] } else { held }
    }

    fn sentence(&self, phrase: usize) -> usize {
        self.reading.phrases[phrase].sentence
    }

    /// The words of each phrase, with a print of the text around it.
    fn words(&self, weights: &Weights, is_new: bool) -> Vec<(Vec<u32>, u64)> {
        let sentences = self.sentences.words(weights, is_new);
        let phrases = self.reading.phrases.iter();
        phrases
            .map(|phrase| {
                let words = weights.words(is_new, self.reading, phrase.tokens.clone());
                (words, sentences[phrase.sentence].1)
            })
            .collect()
    }

    /// The block of each phrase.
    fn blocks(&self) -> Vec<usize> {
        self.reading.phrases.iter().map(|phrase| self.sentences.blocks[phrase.sentence]).collect()
    }
}

/// The subject that the clause before shares with a phrase, which is part of what is compared; one from a sentence before
/// is not, since a paragraph may stand anywhere.
pub(crate) fn shared_subject(reading: &Reading, phrase: &StancePhrase) -> Option<Range<usize>> {
    let sentence = reading.segments.sentences[phrase.sentence].tokens.start;
    let is_before = |tokens: &Range<usize>| sentence <= tokens.start && tokens.end <= phrase.tokens.start;
    phrase.actor.as_ref().map(|actor| actor.tokens.clone()).filter(is_before)
}

/// A subject but for whose it is, where that is the speaker's own: `the levy | of the Council` in its own statement.
pub(crate) fn without_owner(reading: &Reading, tokens: Range<usize>) -> Range<usize> {
    let (segments, actors) = (&reading.segments, reading.lexicon.as_ref().map(|lexicon| &lexicon.actors));
    let owner = tokens.clone().last().and_then(|last| segments.actor_at(last));
    let (Some(actors), Some(speaker), Some(owner)) = (actors, segments.speaker, owner) else { return tokens };
    let is_own = actors.speaks_for(speaker, owner.actor) || actors.speaks_for(owner.actor, speaker);
    let of = (tokens.start..owner.words.start).rev().find(|&at| segments.tokens[at].tag != Tag::Det);
    let of = of.filter(|&at| is_own && at > tokens.start && segments.tokens[at].word == "of");
    tokens.start..of.unwrap_or(tokens.end)
}

/// The words of a phrase without those that only say who claims and how: the speaker's name as its subject and the cue of
/// a stance, `The Council is committed to | free ports`; but not of a judgement or a decision, which is half of what is said.
fn told<'r>(reading: &'r Reading, phrase: &'r StancePhrase) -> impl Iterator<Item = usize> + 'r {
    let segments = &reading.segments;
    let cue = phrase.cue.as_ref().filter(|_| phrase.class.is_stance());
    let subject = phrase.actor.as_ref().filter(|actor| actor.is_speaker).map(|actor| &actor.tokens);
    let names = |at: usize| {
        segments.actor_at(at).is_some() || segments.begins(at, Role::Speaker) || segments.begins(at, Role::Body)
    };
    let is_frame = move |at: &usize| {
        cue.is_some_and(|cue| cue.contains(at)) || subject.is_some_and(|subject| subject.contains(at)) && names(*at)
    };
    phrase.tokens.clone().filter(move |at| !is_frame(at))
}

/// What a claim says first: the words behind its cue, or from its verb on.
fn matter(reading: &Reading, phrase: &StancePhrase) -> Range<usize> {
    let from = phrase.cue.as_ref().map(|cue| cue.end).or(phrase.verb).unwrap_or(0).max(phrase.tokens.start);
    let content = (from..phrase.tokens.end).filter(|&at| is_content(&reading.segments.tokens[at]));
    from..content.take(MATTER).last().map_or(from, |last| last + 1)
}

/// Links the phrases of two sides, so that every phrase stands in at least one link.
pub(super) fn links(weights: &Weights, sentences: &[Sentences; 2], groups: &[Group]) -> Linked {
    let sides = [Side::of(weights, false, &sentences[0]), Side::of(weights, true, &sentences[1])];
    let twins = Twins::of(&sides[0].words(weights, false), &sides[1].words(weights, true));
    let near = similarity::candidates(&sides[0].phrases, &sides[1].phrases, similarity::CONTAINMENT, FAINT);
    let pairing = Pairing::of(&sides, &twins, &near, groups);
    let pairs = &pairing.pairs;
    let words = |side: usize, phrase: usize| sides[side].reading.phrases[phrase].tokens.len();
    let placed = |(number, &(old, new, _)): (usize, &Candidate)| Placed {
        old,
        new,
        weight: words(0, old) + words(1, new),
        tie: twins.tie(old, new),
        number,
    };
    let moved = moved(pairs.iter().enumerate().map(placed).collect());
    let links = groups::phrases(&pairing, &near);
    let found = trace::found(&pairing, &near, &links);
    let links = links.into_iter().map(|(link, _)| link).collect();
    Linked { links, moved, found, is_best: pairing.is_best }
}

/// Links, which of them left their place, and how each was found.
pub(super) struct Linked {
    pub(super) links: Vec<Link>,
    pub(super) moved: BTreeSet<usize>,
    pub(super) found: Vec<Found>,
    pub(super) is_best: bool,
}

/// What two subjects add, `same` at most, or take: most where they are one and tell a matter apart, nothing where they
/// tell little.
pub(super) fn agreement(mine: &Option<Bag>, theirs: &Option<Bag>, same: f64) -> f64 {
    match (mine, theirs) {
        (Some(mine), Some(theirs)) => {
            let tells = (mine.total().min(theirs.total()) / TELLING).min(1.0);
            let likeness = mine.likeness(theirs);
            tells * if likeness > 0.0 { same * likeness } else { -OTHER_SUBJECT }
        }
        _ => 0.0,
    }
}

/// Pairs of phrases, and what else is known of where they stand.
pub(super) struct Pairing<'s> {
    pub(super) sides: &'s [Side<'s>; 2],
    pub(super) twins: &'s Twins,
    /// Pairs of sentences that answer each other, sorted.
    answers: Vec<(usize, usize)>,
    /// Those found by their words come first.
    pub(super) pairs: Vec<Candidate>,
    /// Whether they are the best, rather than taken best first where there were too many candidates.
    is_best: bool,
    by_words: usize,
    gaps: Option<Gaps>,
}

/// What adds up to how well two phrases answer each other.
pub(super) type Parts = Vec<(Part, f64)>;

/// Returns what the parts come to.
pub(super) fn sum(parts: &[(Part, f64)]) -> f64 {
    parts.iter().map(|part| part.1).sum()
}

impl<'s> Pairing<'s> {
    /// Pairs phrases: first those that are alike, then what is left and has the same subject and the same surroundings.
    fn of(sides: &'s [Side<'s>; 2], twins: &'s Twins, near: &[Candidate], sentences: &[Group]) -> Pairing<'s> {
        let [old, new] = sides;
        let mut answers: Vec<(usize, usize)> = sentences
            .iter()
            .flat_map(|group| group.old.iter().flat_map(|a| group.new.iter().map(|b| (a.0, b.0))))
            .collect();
        answers.sort_unstable();
        let mut pairing = Pairing { sides, twins, answers, pairs: Vec::new(), is_best: true, by_words: 0, gaps: None };
        let may_answer = |&&(a, b, likeness): &&Candidate| {
            likeness >= LEAST_ALIKE && pairing.may_answer(a, b) && !pairing.are_strangers(a, b, likeness)
        };
        let near: Vec<Candidate> = near.iter().filter(may_answer).copied().collect();
        let scored = |candidate: Candidate, parts: Parts| {
            let score = sum(&parts);
            (score >= LEAST).then_some((candidate.0, candidate.1, score - ALONE))
        };
        let good: Vec<Candidate> =
            near.iter().filter_map(|&candidate| scored(candidate, pairing.by_words(candidate))).collect();
        (pairing.pairs, pairing.is_best) = assigned(twins, &good);
        pairing.by_words = pairing.pairs.len();
        // Without a lexicon no subject is known, and place alone pairs strangers.
        if old.reading.lexicon.is_none() || new.reading.lexicon.is_none() {
            return pairing;
        }
        let gaps = Gaps::of(&old.blocks(), &new.blocks(), &pairing.pairs);
        let left: Vec<Candidate> = near
            .iter()
            .filter(|&&(a, b, _)| !gaps.is_paired(a, b))
            .filter_map(|&candidate| scored(candidate, pairing.by_place(&gaps, candidate)))
            .collect();
        let (pairs, is_best) = assigned(twins, &left);
        pairing.pairs.extend(pairs);
        pairing.is_best &= is_best;
        pairing.gaps = Some(gaps);
        pairing
    }

    /// A vote against answers only the same member's vote against.
    pub(super) fn may_answer(&self, a: usize, b: usize) -> bool {
        let [old, new] = self.sides;
        let (x, y) = (&old.reading.phrases[a], &new.reading.phrases[b]);
        match (&old.subjects[a], &new.subjects[b]) {
            (Some(mine), Some(theirs)) if x.is_dissent && y.is_dissent => mine.likeness(theirs) >= SAME_NAME,
            _ => !x.is_dissent && !y.is_dissent,
        }
    }

    /// Whether many claims have as much in common with one of two as they have with each other. Three words with a meaning,
    /// common as they may be, are the form of a list: `The Council will keep pier 7 open`.
    fn are_strangers(&self, a: usize, b: usize, likeness: f64) -> bool {
        let [old, new] = self.sides;
        let (mine, theirs) = (&old.told[a], &new.told[b]);
        let claims = old.phrases.len().max(new.phrases.len()) as f64;
        // What a word with a meaning weighs that stands in every sentence.
        let is_meant = |&&(key, weight): &&(u32, f64)| weight.min(theirs.weight(key)) >= LN_2;
        likeness < SAME_WORDS
            && mine.shared(theirs) < (claims / STRANGERS).ln()
            && mine.weighed().iter().filter(is_meant).count() < 3
    }

    fn subject(&self, a: usize, b: usize) -> f64 {
        agreement(&self.sides[0].subjects[a], &self.sides[1].subjects[b], SUBJECT)
    }

    /// What it takes away that two claims speak of different things.
    fn matter(&self, a: usize, b: usize) -> f64 {
        let (mine, theirs) = (&self.sides[0].matters[a], &self.sides[1].matters[b]);
        let (least, most) = TELLING_MATTER;
        let tells = mine.total().min(theirs.total()) >= least;
        if tells && mine.likeness(theirs) <= most { -OTHER_MATTER } else { 0.0 }
    }

    /// What two phrases have in common, wherever they stand.
    pub(super) fn by_words(&self, (a, b, likeness): Candidate) -> Parts {
        let [old, new] = self.sides;
        let (from, to) = (old.sentence(a), new.sentence(b));
        let (p, q) = (&old.reading.phrases[a], &new.reading.phrases[b]);
        let verb = |reading: &'s Reading, phrase: &StancePhrase| Some(&*reading.segments.tokens[phrase.verb?].lemma);
        let verbs = (verb(old.reading, p), verb(new.reading, q));
        let is_one_verb = verbs.0.is_some() && verbs.0 == verbs.1;
        vec![
            (Part::Likeness, likeness),
            (Part::Subject, self.subject(a, b)),
            (Part::Class, if p.class == q.class { 0.0 } else { -OTHER_CLASS }),
            (Part::Verb, if is_one_verb { SAME_VERB } else { 0.0 }),
            (Part::Matter, self.matter(a, b)),
            (Part::Sentence, CONTEXT * old.sentences.bags[from].likeness(&new.sentences.bags[to])),
            (Part::Paragraph, AROUND * old.sentences.around(from, new.sentences, to)),
            (Part::Order, self.twins.bonus(a, b)),
        ]
    }

    /// What speaks for two phrases that were left over.
    fn by_place(&self, gaps: &Gaps, candidate: Candidate) -> Parts {
        let (a, b, _) = candidate;
        let [old, new] = self.sides;
        let (from, to) = (old.sentence(a), new.sentence(b));
        let is_answered = self.answers.binary_search(&(from, to)).is_ok();
        let is_one_place = || old.sentences.around(from, new.sentences, to) >= LIKE_PLACE;
        let mut parts = self.by_words(candidate);
        parts.push((Part::Answered, if is_answered { ANSWERED } else { 0.0 }));
        parts.push((Part::Neighbours, NEIGHBOUR * gaps.agreement(a, b, is_one_place)));
        parts
    }

    /// Returns why the pair of a number answers each other.
    pub(super) fn why(&self, number: usize) -> (Step, Parts) {
        let (a, b, _) = self.pairs[number];
        let candidate = (a, b, self.sides[0].phrases[a].likeness(&self.sides[1].phrases[b]));
        match &self.gaps {
            Some(gaps) if number >= self.by_words => (Step::Place, self.by_place(gaps, candidate)),
            _ => (Step::Words, self.by_words(candidate)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stance::analyse;
    use crate::statement::{ReadOptions, read_bytes};

    #[test]
    fn whose_a_thing_is_counts_unless_it_is_the_speakers_own() {
        let bare = |speaker: &str, subject: &str| {
            let text = format!("---\nlanguage: en\nspeaker: {speaker}\n---\n\n{subject} will be raised.\n");
            let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).unwrap());
            let actor = reading.phrases[0].actor.as_ref().expect("a clause with a subject");
            reading.quote(without_owner(&reading, actor.tokens.clone())).to_owned()
        };
        let subject = "The charge on the loans of the Bank of England";
        assert_eq!(bare("Bank of England", subject), "The charge on the loans");
        assert_eq!(bare("Bank of Japan", subject), subject);
        // What speaks for whoever it belongs to is its own too.
        assert_eq!(
            bare("European Central Bank", "The charge on the loans of the Eurosystem"),
            "The charge on the loans"
        );
        assert_eq!(bare("Bank of England", "The Bank of England"), "The Bank of England");
    }
}
