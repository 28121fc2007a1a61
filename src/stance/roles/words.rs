//! What a word is to those around it.

use super::Roles;
use crate::lexicon::{Grammar, Group, Role, Tag};
use crate::segment::Token;
use std::ops::Range;

impl Roles<'_> {
    pub(super) fn token(&self, at: usize) -> &Token {
        &self.segments.tokens[at]
    }

    /// The first finite verb of some words.
    pub(super) fn finite(&self, mut tokens: Range<usize>) -> Option<usize> {
        tokens.find(|&at| self.token(at).is_finite)
    }

    /// The first comma of some words.
    pub(super) fn comma(&self, mut tokens: Range<usize>) -> Option<usize> {
        tokens.find(|&at| self.token(at).word == ",")
    }

    /// Whether a word is a noun or a name.
    pub(super) fn is_noun(&self, at: usize) -> bool {
        matches!(self.token(at).tag, Tag::Noun | Tag::Propn)
    }

    pub(super) fn is_be(&self, at: usize) -> bool {
        matches!(self.token(at).lemma.as_str(), "be" | "'s")
    }

    /// Whether a word is subject and verb in one: `I'm`.
    pub(super) fn is_fused(&self, at: usize) -> bool {
        self.token(at).tag == Tag::Aux && self.token(at).word.contains('\'')
    }

    /// Whether words are a pronoun that stands for somebody or something else: `it`, `they`.
    pub(super) fn is_pronoun(&self, tokens: &Range<usize>) -> bool {
        self.segments.hits_in(tokens.clone()).iter().any(|hit| hit.role == Role::Pronoun && hit.tokens == *tokens)
    }

    /// The first word of the sentence that a token stands in.
    pub(super) fn first_of(&self, at: usize) -> usize {
        let next = self.segments.sentences.partition_point(|sentence| sentence.tokens.start <= at);
        self.segments.sentences.get(next.wrapping_sub(1)).map_or(at, |sentence| sentence.tokens.start)
    }

    pub(super) fn is_verb(&self, at: usize) -> bool {
        matches!(self.token(at).tag, Tag::Verb | Tag::Aux)
    }

    /// Whether a word is `I`, `we` or a pronoun for somebody named, or begins with one: `I'm`.
    pub(super) fn is_person(&self, at: usize) -> bool {
        let hits = self.segments.hits_in(at..at + 1);
        hits.iter().any(|hit| matches!(hit.role, Role::Speaker | Role::Pronoun) && hit.tokens.contains(&at))
    }

    /// Whether a word follows the noun that it is a preposition of: `the world | over`.
    pub(super) fn is_postposed(&self, at: usize) -> bool {
        self.token(at).word == "over" && self.token(at).tag == Tag::Adv && at > 0 && self.is_noun(at - 1)
    }

    /// Whether a word joins a clause that says what: `that`.
    pub(super) fn is_that(&self, at: usize) -> bool {
        self.token(at).word == "that" && self.token(at).tag == Tag::Sconj
    }

    pub(super) fn is_complement(&self, at: usize) -> bool {
        self.segments.begins(at, Role::Complementizer)
    }

    /// Whether a word is `which`, `who` or the like, and not the `that` of `that aim`.
    pub(super) fn is_relative(&self, at: usize) -> bool {
        self.is_complement(at) && self.token(at).tag != Tag::Det
    }

    /// Whether a word is a relative `which`, or a `what`.
    pub(super) fn is_which(&self, at: usize) -> bool {
        Grammar::english().groups(&self.token(at).word).has(Group::ClauseDeterminers) && self.is_relative(at)
    }

    /// Whether a word is a pronoun that is a subject wherever it stands: `we`, `they`, `you`.
    pub(super) fn is_pure_subject(&self, at: usize) -> bool {
        let token = self.token(at);
        let groups = Grammar::english().groups(&token.word);
        token.tag == Tag::Pron && groups.has(Group::Subjects) && !groups.has(Group::Relatives)
    }

    /// Whether a word is `us`, `them` or the like, and does not own what follows.
    pub(super) fn is_object(&self, at: usize) -> bool {
        let groups = Grammar::english().groups(&self.token(at).word);
        groups.has(Group::ObjectPronouns) && !groups.has(Group::Possessives)
    }

    /// Whether words are `I`, `we` or the like.
    pub(super) fn is_first_person(&self, tokens: &Range<usize>) -> bool {
        self.segments.hits_in(tokens.clone()).iter().any(|hit| hit.role == Role::Speaker && hit.tokens == *tokens)
    }
}
