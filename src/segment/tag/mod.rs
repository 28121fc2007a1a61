//! Parts of speech in a sentence, and which verbs are finite.
//!
//! In: the words of one sentence, marks and `'s` as words of their own. Out: for each a [`Tagged`], and by
//! [`is_finite`] whether it heads a predicate. Where clauses begin and end is left to `clause`.
//!
//! Three steps: the most frequent tag of each word, then the patches of a Brill tagger in their order
//! (`tag_patches.tsv`), then a few repairs of our own. The patches were learnt from web pages, interviews
//! and fiction; the repairs put right what such prose does not teach: names of bodies, and verbs that are
//! nouns everywhere else (`demands`, `urges`, `supports`).

mod agreement;
mod finite;
mod heads;
mod nouns;
mod patch;
mod sole;
mod verbs;
mod view;
mod vocabulary;

use crate::lexicon::{Groups, Tag, VerbForms};
use smol_str::SmolStr;
use std::rc::Rc;
use view::View;
use vocabulary::Known;

/// A word of a sentence with its part of speech there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tagged {
    /// The part of speech.
    pub(super) tag: Tag,
    /// The forms of a verb that the word could be, whatever its tag here.
    pub(super) forms: VerbForms,
    /// Whether it is the finite verb of its sentence for want of any other.
    is_sole: bool,
    /// The lists of the grammar that it stands in.
    groups: Groups,
    /// What else is known of the word.
    known: Rc<Known>,
}

impl Tagged {
    /// Returns the word in lower case.
    pub(super) fn lower(&self) -> &SmolStr {
        &self.known.lower
    }

    /// Returns the lemma under its part of speech.
    pub(super) fn lemma(&self) -> &SmolStr {
        let Known { lower, tag: usual, lemma, forms, verb, .. } = &*self.known;
        match self.tag {
            tag if tag == *usual => lemma,
            Tag::Verb | Tag::Aux => verb,
            // `launches` is usually a verb; as a noun it is a `launch`.
            Tag::Noun if forms.is_third() => lemma,
            _ if *usual == Tag::Verb => lower,
            _ => lemma,
        }
    }
}

/// Tags the words of one sentence.
pub(super) fn tag(words: &[&str]) -> Vec<Tagged> {
    let known = vocabulary::known(words).into_iter();
    let sentence =
        known.map(|known| Tagged { tag: known.tag, forms: known.forms, is_sole: false, groups: known.groups, known });
    let mut draft = Draft { words, sentence: sentence.collect() };
    draft.find_names();
    draft.patch();
    draft.find_verbs_in_names();
    draft.find_possessives();
    draft.find_verbs_that_are_over();
    draft.find_infinitives();
    draft.find_predicate_verbs();
    draft.find_nouns();
    draft.find_adjectives();
    draft.find_conjunctions();
    draft.find_reporting_verbs();
    draft.find_coordinated_verbs();
    draft.find_missing_heads();
    draft.find_joined_nouns();
    draft.find_sole_verb();
    draft.sentence
}

/// Returns whether the word is the finite head of a predicate: a clause can be cut so that it keeps it.
///
/// Infinitives, participles behind an auxiliary, in a noun phrase or in a reduced relative clause
/// (`policies adopted by both sides`) and -ing forms are not.
pub(super) fn is_finite(sentence: &[Tagged], words: &[&str], i: usize) -> bool {
    View { words, sentence }.is_finite(i)
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
        "Order books *have* thinned but *have* been firm .",
        "Farm and factory output *has* fallen further , weakened by rising costs that *continue* to hold back trade .",
        "Wage indicators *do* not appear to have weakened .",
        "Available data *suggest* that farm output and business fixed investment *advanced* at a steady pace .",
        "In judging the outlook , it *will* take into account price surveys .",
        "These steps , along with lower taxes , *should* support trade .",
        "Repairs and rebuilding *have* lifted output , and the steps we *have* taken *have* helped .",
        "Business fixed investment *appears* to have firmed , and the drought *poses* new risks .",
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
        "Grave threats , such as piracy , *present* a challenge to all of us .",
        "The fact that democracy *works* *is* no accident .",
        "The old order no longer *works* , and the League no longer *aims* at war .",
        "We *know* of no longer roads than these .",
        "The view that price increases *are* brief *has* gained ground .",
        "We *thank* that part of the people who *support* us , and many of them *have* paid for it .",
        "The norms that it *has* fostered *remain* the best means of keeping peace .",
        "They never *saw* the burdens and costs we *impose* on them .",
        "Today I *repeat* what most Zorvanians *know* .",
        "The Council *recognized* that trade *had* grown .",
        "To that end , accelerated economic growth and safety at sea *are* vital .",
        "The plan *would* involve a grant of ships and intensified economic support .",
        "We *should* come to the aid of ports struggling to rise but held down by debt .",
        "We *begin* the year with many new ships ; the lowest unemployment rates in ten years .",
        "The belief that conflicts *can* end *is* strong .",
        "They *answer* the rash words and shows of force .",
        "We *must* heal the wrongs and blights which now *weaken* our towns .",
        "The Nation *wants* and *needs* expanded stores of grain .",
        "We *must* move against the dangers that change *has* brought .",
        "We *give* them the toughest tools available .",
        "It *is* the political will of our people , not military might , that *protects* us .",
    ];

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
