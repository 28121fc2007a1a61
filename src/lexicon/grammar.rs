//! Closed lists of grammar: what a word does to those around it, and what the shape of a word says.
//!
//! In: `data/en/grammar.toml`, parsed on first use. Out: [`Grammar`]. How the lists are used is left to
//! `words` and, for whole sentences, to `segment`.

use super::Tag;
use rustc_hash::FxHashMap;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// A list of words; what it is for stands in `grammar.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Group {
    AbsolutePrepositions,
    Addresses,
    AimModals,
    Anybody,
    Appeals,
    AskingVerbs,
    AttributiveParticiples,
    Auxiliaries,
    BackgroundWords,
    BareDeterminers,
    Causatives,
    ChangeAdverbs,
    ClauseDeterminers,
    ClauseParticiples,
    ClausePrepositions,
    ClausePronouns,
    ContactSubjects,
    Contracted,
    CostingVerbs,
    DeedTakers,
    DeedVerbs,
    DeedlessVerbs,
    DegreeWords,
    EnsuringWords,
    EvaluatingNouns,
    FactNouns,
    FindingVerbs,
    FirmAdverbs,
    Floating,
    FocusWords,
    FreeDeterminers,
    HeldNouns,
    ImpersonalVerbs,
    Indefinite,
    InfinitiveVerbs,
    Inverted,
    LeadIns,
    LightWords,
    LimitingParticiples,
    LoosePrepositions,
    MindingVerbs,
    ModalNouns,
    NamingVerbs,
    Negations,
    NominalAdjectives,
    Notions,
    ObjectPronouns,
    Openers,
    Owners,
    Pairing,
    PastWords,
    PerceptionVerbs,
    PledgingVerbs,
    PluralDeterminers,
    PluralNouns,
    PluralPronouns,
    PossessiveMarks,
    Possessives,
    PresentingVerbs,
    PresentingWords,
    ProspectiveGerunds,
    PureSubjects,
    Quantities,
    ReasonPrepositions,
    Relatives,
    RepeatWords,
    SemiModals,
    SentenceAdverbs,
    SingularDeterminers,
    SingularSubjects,
    SplitAdverbs,
    SpokenFor,
    StateVerbs,
    StrongMarks,
    Subjects,
    TellingVerbs,
    ThatNouns,
    ThatVerbs,
    ThinkingVerbs,
    TimeNouns,
    TimeWords,
    Titles,
    TransitiveVerbs,
    TrialNouns,
    VerbAdverbs,
    VerbParticles,
    WantingVerbs,
    WillingWords,
    WorkingVerbs,
}

/// The lists that a word stands in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Groups(u128);

impl Groups {
    /// Returns whether the word stands in the list.
    pub(crate) fn has(self, group: Group) -> bool {
        self.0 & (1 << group as u32) != 0
    }
}

/// The grammar of a language.
#[derive(Debug)]
pub(crate) struct Grammar {
    /// What can stand before a word without changing what it is.
    pub(crate) prefixes: Vec<String>,
    /// Those of them that make an adjective of a participle.
    pub(crate) adjectival: Vec<String>,
    /// Words that are others without their hyphen.
    pub(crate) apart: Vec<String>,
    /// Spellings that no rule tells, each with the one by which it is compared.
    pub(crate) variants: BTreeMap<String, String>,
    /// The endings of ordinal numbers.
    pub(crate) ordinals: Vec<String>,
    /// The ends of stems that have lost an e.
    pub(crate) silent_e: Vec<String>,
    /// What endings say, in order.
    pub(crate) endings: Vec<Endings>,
    /// Spellings that the tables lack.
    pub(crate) spellings: Vec<Spelling>,
    groups: FxHashMap<String, Groups>,
}

/// Endings that say the same.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Endings {
    /// The part of speech they make.
    pub(crate) tag: Tag,
    /// The verb forms they make, in the letters of `words.tsv`.
    #[serde(default)]
    pub(crate) forms: String,
    /// The endings.
    pub(crate) endings: Vec<String>,
}

/// A British spelling.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Spelling {
    /// What is spelled otherwise.
    pub(crate) british: String,
    /// How the tables spell it.
    pub(crate) american: String,
    /// What must follow up to the end of the word.
    pub(crate) tails: Vec<String>,
}

/// The file as it stands in TOML.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    prefixes: Vec<String>,
    adjectival: Vec<String>,
    apart: Vec<String>,
    variants: BTreeMap<String, String>,
    ordinals: Vec<String>,
    silent_e: Vec<String>,
    ending: Vec<Endings>,
    spelling: Vec<Spelling>,
    groups: BTreeMap<Group, Vec<String>>,
}

static EN: LazyLock<Grammar> = LazyLock::new(|| {
    // The file is compiled in and a test loads it, so this cannot fail in a released build.
    let file = toml::from_str(include_str!("data/en/grammar.toml"));
    Grammar::new(file.unwrap_or_else(|error| panic!("built-in grammar: {error}")))
});

impl Grammar {
    /// Returns the grammar of English.
    pub(crate) fn english() -> &'static Grammar {
        &EN
    }

    /// Returns the lists that a lower-case word stands in.
    pub(crate) fn groups(&self, lower: &str) -> Groups {
        self.groups.get(lower).copied().unwrap_or_default()
    }

    fn new(file: File) -> Grammar {
        let File { prefixes, adjectival, apart, variants, ordinals, silent_e, .. } = file;
        let (endings, spellings, lists) = (file.ending, file.spelling, file.groups);
        let mut groups: FxHashMap<String, Groups> = FxHashMap::default();
        for (group, list) in lists {
            for word in list {
                groups.entry(word).or_default().0 |= 1 << group as u32;
            }
        }
        Grammar { prefixes, adjectival, apart, variants, ordinals, silent_e, endings, spellings, groups }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loads_and_knows_every_list() {
        let file: File = toml::from_str(include_str!("data/en/grammar.toml")).expect("the grammar parses");
        assert_eq!(file.groups.len(), Group::WorkingVerbs as usize + 1, "a list is missing");
        for (group, list) in &file.groups {
            assert!(!list.is_empty(), "{group:?} is empty");
            assert!(list.iter().all(|word| *word == word.to_lowercase()), "{group:?} is not in lower case");
        }
        assert!(Grammar::english().groups("which").has(Group::Relatives));
        assert!(!Grammar::english().groups("which").has(Group::Owners));
    }
}
