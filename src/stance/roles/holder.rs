//! Who holds a claim: the speaker, or somebody else.

use super::super::StancePhrase;
use super::super::cue::{self, Claim, REQUEST};
use super::{Holder, Roles, root};
use crate::lexicon::{Case, Class, Grammar, Group, Named, Role, Tag, Whose};
use crate::segment::Hit;
use std::ops::Range;

impl<'s> Roles<'s> {
    /// Returns the cue that makes the clause a claim, and who it is said of.
    ///
    /// A bare opinion gives way to what it is an opinion of: `We believe that both sides should meet` asks for a meeting.
    pub(in super::super) fn claim(&self, phrase: &StancePhrase, modal: Option<usize>) -> Option<Claim<'s>> {
        let segments = self.segments;
        let hit = cue::main_cue(segments, self.lexicon, phrase.tokens.clone(), phrase.verb, modal)?;
        let holder = self.before_in(phrase.sentence).map_or(Holder::Speaker, |before| before.named.holder);
        // `A fund will be set up` promises for whoever speaks, unless it says by whom.
        let entry = &self.lexicon.entries[hit.entry];
        let is_promised = entry.class == Some(Class::Commit)
            && !entry.carries
            && (self.is_agentless(phrase, hit) || self.is_bare_aim(phrase, hit));
        // `Our view is that trade will grow`
        let inner = (entry.class == Some(Class::Commit)).then(|| self.inner_holder(phrase, hit)).flatten();
        let holder = inner.unwrap_or(holder);
        let claim = Claim { hit, holder: if is_promised { Holder::Speaker } else { holder } };
        // What somebody else thinks is asked for is not asked for by the speaker.
        if entry.class != Some(Class::Assess) || modal.is_some() || phrase.is_of_another() {
            return Some(claim);
        }
        self.inner_claim(phrase, hit).or(Some(claim))
    }

    /// Whom a modal is said of that stands in a clause with a subject of its own: `We know that | trade | will grow`, `I
    /// know | it | will be hard`.
    fn inner_holder(&self, phrase: &StancePhrase, hit: &Hit) -> Option<Holder> {
        let modal = hit.tokens.start;
        let verb = phrase.verb.filter(|&verb| verb < modal && self.token(modal).tag == Tag::Aux)?;
        if let Some(that) = (verb + 1..modal).find(|&at| self.is_that(at)) {
            let subject = self.subject(that + 1, modal)?;
            return (!self.is_pronoun(&subject)).then(|| self.holder(&subject));
        }
        let before = (verb + 1..modal).rev().find(|&at| self.token(at).tag != Tag::Adv)?;
        let points = |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::FreeDeterminers);
        let is_named = self.is_noun(before) || self.is_pure_subject(before) || points(before);
        let subject = is_named.then(|| self.subject(verb + 1, modal)).flatten()?;
        // but not `a plan | we | will keep`
        Some(self.holder(&subject)).filter(|holder| *holder == Holder::Other)
    }

    /// Whether the claim says to what end something is done, and not whose end that is: `The aim will be to open the port`.
    fn is_bare_aim(&self, phrase: &StancePhrase, hit: &Hit) -> bool {
        let Some((verb, before)) = phrase.verb.zip(self.before_in(phrase.sentence)) else { return false };
        let subject = &before.named.tokens;
        let is_position = self.segments.begins(subject.end - 1, Role::Position);
        let is_name = |at: usize| self.token(at).tag == Tag::Propn || self.token(at).tag == Tag::Part;
        let is_owned =
            |at: usize| Grammar::english().groups(&self.token(at).word).has(Group::Possessives) || is_name(at);
        let after = |at: usize| (at + 1..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        let be = if self.is_be(verb) { Some(verb) } else { after(verb).filter(|&at| self.is_be(at)) };
        let is_of_claim = subject.start <= verb && hit.tokens.start <= verb && verb < hit.tokens.end;
        is_position
            && is_of_claim
            && !subject.clone().any(is_owned)
            && be.and_then(after).is_some_and(|at| self.token(at).is_to())
    }

    /// Whether the cue takes a passive that says of no doer.
    fn is_agentless(&self, phrase: &StancePhrase, hit: &Hit) -> bool {
        let be = (hit.tokens.end..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        let Some(be) = be.filter(|&at| self.token(at).word == "be") else { return false };
        let done = (be + 1..phrase.tokens.end).find(|&at| self.token(at).tag != Tag::Adv);
        // Only deeds: `trade will be strengthened` foresees as much as it promises.
        let is_deed = |at: usize| {
            let class = |hit: &Hit| self.lexicon.entries[hit.entry].class;
            let is_act = |hit: &Hit| hit.role == Role::Cue && class(hit) == Some(Class::Act);
            self.segments.hits_in(at..at + 1).iter().any(is_act)
                || Grammar::english().groups(&self.token(at).lemma).has(Group::DeedVerbs)
        };
        // `covered by the fund`, but not `covered by 2040`
        let is_date = |at: usize| {
            self.segments.quantities_in(at..phrase.tokens.end).first().is_some_and(|date| date.tokens.start == at)
        };
        let is_by = |at: usize| self.token(at).word == "by" && !is_date(at);
        done.is_some_and(|done| {
            !self.token(done).is_gerund && is_deed(done) && !(done + 1..phrase.tokens.end.min(done + 3)).any(is_by)
        })
    }

    /// The claim inside the `that` clause of an opinion, where it is more than a judgement.
    fn inner_claim(&self, phrase: &StancePhrase, outer: &Hit) -> Option<Claim<'s>> {
        let segments = self.segments;
        let opens = |at: &usize| self.is_complement(*at);
        let that = (outer.tokens.end - 1..phrase.tokens.end.min(outer.tokens.end + 2)).find(opens);
        let from = that.map_or(outer.tokens.end, |that| that + 1);
        let verb = self.finite(from..phrase.tokens.end)?;
        let hit = cue::main_cue(segments, self.lexicon, from..phrase.tokens.end, Some(verb), None)?;
        // `We think both sides should meet`
        let is_bare = |at: usize| !opens(&at) && self.token(at).tag != Tag::Sconj && !self.token(at).is_mark;
        let is_asked = || {
            let asks = self.lexicon.entries[hit.entry].class == Some(Class::Demand);
            asks && hit.tokens.start == verb && self.token(verb).tag == Tag::Aux && (from..verb).all(is_bare)
        };
        if that.is_none() && !is_asked() {
            return None;
        }
        // `The Council confirmed that it will`
        let before = self.before_in(phrase.sentence);
        // but not `The Council expects that they will`
        let is_one = before.is_some_and(|before| self.number(&before.named.tokens) == Some(false));
        // nor `I am confident that he will`
        let is_speaker = before.is_some_and(|before| self.is_first_person(&before.named.tokens));
        let is_same = |subject: &Range<usize>| {
            let is_many = !Grammar::english().groups(&self.token(subject.start).word).has(Group::SingularSubjects);
            !(is_speaker || is_one && is_many) && self.is_pronoun(subject)
        };
        let holder = self.subject(from, verb).map_or(Holder::Other, |subject| match before {
            Some(before) if is_same(&subject) => before.named.holder,
            _ => self.holder(&subject),
        });
        let entry = &self.lexicon.entries[hit.entry];
        let class = match holder {
            Holder::Speaker => entry.class,
            Holder::Other => entry.others.as_ref().map(|others| others.class),
        };
        // `It is projected that we will have more` foresees and promises nothing, but `We expect that tolls will end` does.
        let is_nobody = before.is_some_and(|before| before.named.is_empty);
        let is_foreseen = is_nobody && self.lexicon.entries[outer.entry].future && class == Some(Class::Commit);
        (class.is_some_and(|class| class != Class::Assess) && !is_foreseen).then_some(Claim { hit, holder })
    }

    /// Whether a phrase is the claim of its actor and not of the speaker who tells of it: `The League expects trade to grow`,
    /// but not `The League has grown`, `The League must act`, `The League is expected to act`, `with the League finding it
    /// hard to act`.
    pub(in super::super) fn is_attributed(&self, phrase: &StancePhrase) -> bool {
        let Some(actor) = &phrase.actor else { return false };
        let hit = phrase
            .verb
            .and_then(|verb| cue::main_cue(self.segments, self.lexicon, phrase.tokens.clone(), Some(verb), None));
        // `Crews can be confident that`, said by whoever thinks they can
        let is_said = phrase.verb.is_some_and(|verb| self.token(verb).is_modal());
        let is_held = |hit: &Hit| {
            let entry = &self.lexicon.entries[hit.entry];
            // `Facts demand an answer`, but not `Critics hope for one`
            let is_asked = entry.class == Some(Class::Demand) && entry.step.is_none_or(|step| step >= REQUEST);
            entry.whose() == Whose::Subject
                && !is_said
                && !cue::is_undergone(self.segments, phrase, hit)
                && (entry.past != Some(Class::Act) || !cue::is_passive(self.segments, hit))
                && !self.perceives(hit)
                && !self.is_behind_object(phrase, hit)
                && (actor.is_speaker || self.can_think(&actor.tokens, is_asked))
        };
        phrase.is_dissent || hit.is_some_and(is_held)
    }

    /// Whether what a cue says is that of an object: `The cause leads | the crews | to believe`.
    fn is_behind_object(&self, phrase: &StancePhrase, hit: &Hit) -> bool {
        let is_name = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron);
        self.token(hit.tokens.start).tag == Tag::Verb
            && phrase.verb.is_some_and(|verb| (verb + 1..hit.tokens.start).any(is_name))
    }

    /// Whether a cue only tells what its subject saw happen: `They see | tolls rising`, but not `They see that`.
    fn perceives(&self, hit: &Hit) -> bool {
        let is_seen = Grammar::english().groups(&self.token(hit.tokens.start).lemma).has(Group::PerceptionVerbs);
        let next = self.segments.tokens.get(hit.tokens.end);
        is_seen && next.is_some_and(|next| next.word != "that" && next.tag != Tag::Adp)
    }

    /// Whether a subject is somebody who can take a stance: a name, a body, and where nothing is asked any that are many
    /// (`critics`); but not `this`, `the state of trade`, `Helping the League`.
    fn can_think(&self, subject: &Range<usize>, is_asked: bool) -> bool {
        let first = self.token(subject.start);
        let head = self.first_phrase_end(subject) - 1;
        let is_person = self.is_pure_subject(subject.start) && first.word != "it";
        let is_named = self.token(head).tag == Tag::Propn || self.segments.begins(head, Role::Body);
        let is_many = || !is_asked && self.number(subject) == Some(true);
        is_person || !first.is_gerund && !self.is_view(head) && (is_named || is_many())
    }

    /// Where the first noun phrase of a subject ends: `the head | of the council`.
    pub(super) fn first_phrase_end(&self, subject: &Range<usize>) -> usize {
        let ends = |at: &usize| {
            let token = self.token(*at);
            token.tag == Tag::Adp || token.is_mark || token.tag == Tag::Sconj
        };
        // `one of our | aims`
        let is_of = self.segments.tokens.get(subject.start + 1).is_some_and(|next| next.word == "of");
        let is_part = is_of && self.token(subject.start).tag == Tag::Num;
        let from = subject.start + if is_part { 2 } else { 1 };
        (from..subject.end).find(ends).unwrap_or(subject.end)
    }

    /// Whether a subject is the speaker.
    pub(super) fn holder(&self, subject: &Range<usize>) -> Holder {
        let has = |range: Range<usize>, role| self.segments.hits_in(range).iter().any(|hit| hit.role == role);
        // `The League and I`, `We all`
        let says = |at: usize| self.is_pure_subject(at) && has(at..at + 1, Role::Speaker);
        if says(subject.end - 1) || says(subject.start) {
            return Holder::Speaker;
        }
        let end = self.first_phrase_end(subject);
        let head = end - 1;
        // What the table of actors knows is no matter of guessing.
        if let (Some(own), Some(known)) = (self.own, (subject.start..end).find_map(|at| self.segments.actor_at(at))) {
            let is_own = |named: &Named| root(self.lexicon, named.actor) == own;
            // `The League and the Council`, in the words of one of them
            let is_joined = (known.words.end..head).any(|at| self.token(at).tag == Tag::Cconj);
            let other = self.segments.actor_at(head).filter(|_| is_joined);
            let is_known = known.words.contains(&head) || has(head..end, Role::Position) || has(head..end, Role::Body);
            if other.is_some() || is_known {
                let is_speaker = is_own(known) || other.is_some_and(is_own);
                return if is_speaker { Holder::Speaker } else { Holder::Other };
            }
        }
        // `The new Administration | of the League`, in its own words
        let is_spoken_for = Grammar::english().groups(&self.token(head).lemma).has(Group::SpokenFor)
            && self.segments.tokens.get(end).is_some_and(|next| next.word == "of");
        let owner = |at: usize| self.segments.actor_at(at).filter(|known| known.words.start == at);
        let owner = (end + 1..subject.end.min(end + 3)).find_map(owner).filter(|_| is_spoken_for);
        if owner.is_some_and(|owner| self.own == Some(root(self.lexicon, owner.actor))) {
            return Holder::Speaker;
        }
        let is_instrument = |hit: &Hit| hit.role == Role::Instrument && hit.tokens.contains(&head);
        if self.segments.hits_in(subject.start..end).iter().any(is_instrument) {
            return Holder::Speaker;
        }
        let is_own = has(subject.clone(), Role::Speaker);
        // `The leader of our league`, but not `people like us`
        let owns = subject.clone().any(|at| !self.is_object(at) && has(at..at + 1, Role::Speaker));
        let is_body = has(subject.start..end, Role::Body) || self.token(head).tag == Tag::Propn;
        if is_own && self.token(head).tag == Tag::Pron || self.is_first_person(subject) {
            return Holder::Speaker;
        }
        // `My thanks | go to the crews`
        let is_cue = |hit: &Hit| hit.role == Role::Cue && hit.tokens.start == subject.start && hit.tokens.end > end;
        let speaks = has(head..end, Role::Body)
            || self.is_view(head)
            || self.segments.hits_in(subject.start..end).iter().any(is_cue);
        if owns && speaks
            || (is_body && self.is_speaker(subject.start..end)) && (speaks || self.token(head).tag == Tag::Propn)
        {
            return Holder::Speaker;
        }
        Holder::Other
    }

    /// Whether a body or name can be the speaker: one that the front matter names, or, where the statement never says
    /// `we`, any whose name the front matter does not rule out.
    fn is_speaker(&self, name: Range<usize>) -> bool {
        let is_own = |at: usize| self.names.iter().any(|name| self.token(at).word == *name);
        let is_name = |at: usize| self.token(at).tag == Tag::Propn;
        let is_body = |at: usize| self.segments.begins(at, Role::Body);
        let has_name = name.clone().any(is_name);
        // `President Hale` is not whoever is president.
        let is_alone = !name.clone().any(|at| is_name(at) && !is_body(at));
        let is_named = name.clone().any(|at| is_own(at) && (is_alone || !is_body(at)));
        // `The Administration will act`, where it was `my Administration`
        let is_owned = || {
            let (the, body) = (self.token(name.start), self.token(name.end - 1));
            name.len() == 2
                && the.word == "the"
                && body.case != Case::Lower
                && self.bodies.contains(&body.lemma.as_str())
                && self.segments.tokens.get(name.end).is_none_or(|next| next.word != "of")
        };
        // `This Administration will act`
        let is_this = || {
            let groups = Grammar::english().groups(&self.token(name.end - 1).lemma);
            name.len() == 2 && self.token(name.start).word == "this" && groups.has(Group::SpokenFor)
        };
        match has_name {
            _ if is_owned() || is_this() => true,
            true => is_named || self.names.is_empty(),
            false => is_named || !self.has_first_person,
        }
    }
}
