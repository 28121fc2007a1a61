//! Whether words tell of one or of many.

use super::Roles;
use crate::lexicon::{Grammar, Group, Kind, Tag};
use std::ops::Range;

impl Roles<'_> {
    /// What the table of actors says that words name as a whole; what that does not know may be a body by its noun.
    pub(super) fn kind(&self, tokens: &Range<usize>) -> Option<Kind> {
        let start = tokens.clone().find(|&at| self.token(at).tag != Tag::Det)?;
        let known = self.segments.actor_at(start).filter(|known| known.words.end >= tokens.end);
        known.map(|known| self.lexicon.actors.all[known.actor].kind)
    }

    /// Whether a verb tells of many: `are`, `support` beside `is`, `supports`.
    pub(super) fn number_of_verb(&self, verb: usize) -> Option<bool> {
        let token = self.token(verb);
        let is_one = token.word != token.lemma && token.word.ends_with('s');
        if token.tag == Tag::Aux && token.lemma == "be" && token.is_past() {
            return Some(token.word != "was");
        }
        let is_many = match token.tag {
            Tag::Verb => token.word == token.lemma || token.lemma == "be",
            _ => {
                Grammar::english().groups(&token.lemma).has(Group::Auxiliaries) && !is_one && !token.word.contains('\'')
            }
        };
        (token.is_finite && !token.is_past() && (is_one || is_many)).then_some(!is_one)
    }

    /// Whether a noun phrase names many; nothing where its words do not tell.
    pub(super) fn number(&self, tokens: &Range<usize>) -> Option<bool> {
        // `Tolls in the north`, `Trade excluding grain and wool`
        let hangs = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Adp || Grammar::english().groups(&token.word).has(Group::LimitingParticiples)
        };
        let head = tokens.clone().skip(1).find(|&at| hangs(at)).unwrap_or(tokens.end);
        let is_pair = (tokens.start..head).any(|at| self.token(at).tag == Tag::Cconj);
        let last = self.token(head - 1);
        let groups = Grammar::english().groups(&last.word);
        match last.tag {
            _ if is_pair => Some(true),
            Tag::Noun => Some(groups.has(Group::PluralNouns) || last.word != last.lemma),
            // `Traders`, `Agnes`
            Tag::Propn => (self.kind(tokens).is_some() || !last.word.ends_with('s')).then_some(false),
            Tag::Num => Some(true),
            _ => Some(groups.has(Group::PluralPronouns) || groups.has(Group::Quantities)),
        }
    }
}
