//! What one entry of a lexicon says.

use super::Tag;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The kind of thing a stance phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Class {
    /// Promises or intends something of its own.
    Commit,
    /// Backs, welcomes or agrees.
    Support,
    /// Rejects or condemns.
    Oppose,
    /// Asks something of others.
    Demand,
    /// Worries or warns.
    Concern,
    /// Praises or thanks.
    Praise,
    /// Judges, expects or states a fact.
    Assess,
    /// Does something by being said: decides, votes.
    Act,
}

impl Class {
    /// All classes in order.
    pub const ALL: [Class; 8] = [
        Class::Commit,
        Class::Support,
        Class::Oppose,
        Class::Demand,
        Class::Concern,
        Class::Praise,
        Class::Assess,
        Class::Act,
    ];

    /// Returns whether it is more than a judgement or a deed.
    pub fn is_stance(self) -> bool {
        !matches!(self, Class::Assess | Class::Act)
    }

    /// Returns whether it says what somebody thinks of something, and not what he will do.
    pub fn is_attitude(self) -> bool {
        self.is_stance() && self != Class::Commit
    }

    /// Returns the word that the report uses.
    pub fn name(self) -> &'static str {
        match self {
            Class::Commit => "commit",
            Class::Support => "support",
            Class::Oppose => "oppose",
            Class::Demand => "demand",
            Class::Concern => "concern",
            Class::Praise => "praise",
            Class::Assess => "assess",
            Class::Act => "act",
        }
    }
}

/// What an entry does in a clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Makes a clause a stance phrase of a class; may stand on a ladder.
    Cue,
    /// Stands on a ladder or axis and grades the claim: hedges, boosters, degrees, directions.
    Grade,
    /// Turns the polarity of what follows in its clause.
    Negator,
    /// Swallows a longer form so that an entry inside it stays quiet.
    Ignore,
    /// A term on which the speaker is free: `if`, `unless`, `as appropriate`.
    Condition,
    /// A term to which a promise holds: `until`, `as long as`.
    Term,
    /// Opens a clause of its own after a comma or inside a sentence.
    Opener,
    /// Opens a clause inside a clause that stays part of it: `that`, `which`, `whether`.
    Complementizer,
    /// Links to what was said before and says nothing itself.
    Connective,
    /// Links a subject to what is said of it: `be`, `remain`, `as`.
    Copula,
    /// Stands for an actor named before.
    Pronoun,
    /// The speaker in the first person, alone or as an owner: `we`, `our`.
    Speaker,
    /// A body that can hold a stance: a council, a government, the two sides.
    Body,
    /// What stands for its owner's stance as a subject: `our position is`, `the Council's aim is`.
    Position,
    /// What moves only as its issuer says, so that `will` said of it promises: a policy rate, purchases.
    Instrument,
    /// A fixed formulation without a verb of its own, followed wherever it stands.
    Formula,
    /// Words that are no stance wherever they stand: greetings, the last meeting.
    Furniture,
    /// Introduces reported speech; the claim is what follows.
    Reporter,
    /// Says what the text itself will say, or where it is found: no stance.
    Announcement,
    /// Opens a list of names that is accounted for but is no stance.
    Roll,
    /// Opens a dissent, one phrase for each dissenter.
    Dissent,
}

impl Role {
    /// All roles in order.
    pub const ALL: [Role; 21] = [
        Role::Cue,
        Role::Grade,
        Role::Negator,
        Role::Ignore,
        Role::Condition,
        Role::Term,
        Role::Opener,
        Role::Complementizer,
        Role::Connective,
        Role::Copula,
        Role::Pronoun,
        Role::Speaker,
        Role::Body,
        Role::Position,
        Role::Instrument,
        Role::Formula,
        Role::Furniture,
        Role::Reporter,
        Role::Announcement,
        Role::Roll,
        Role::Dissent,
    ];

    /// Returns the word that a lexicon uses.
    pub fn name(self) -> &'static str {
        match self {
            Role::Cue => "cue",
            Role::Grade => "grade",
            Role::Negator => "negator",
            Role::Ignore => "ignore",
            Role::Condition => "condition",
            Role::Term => "term",
            Role::Opener => "opener",
            Role::Complementizer => "complementizer",
            Role::Connective => "connective",
            Role::Copula => "copula",
            Role::Pronoun => "pronoun",
            Role::Speaker => "speaker",
            Role::Body => "body",
            Role::Position => "position",
            Role::Instrument => "instrument",
            Role::Formula => "formula",
            Role::Furniture => "furniture",
            Role::Reporter => "reporter",
            Role::Announcement => "announcement",
            Role::Roll => "roll",
            Role::Dissent => "dissent",
        }
    }
}

/// Where something of a lexicon was read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// Which layer: 0 is built in, 1 a user's first file.
    pub layer: usize,
    /// The file: its name alone for a built-in one, else the path as given.
    pub file: Arc<str>,
    /// The line on which it begins, from 1.
    pub line: usize,
}

/// A step on a named ladder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Force {
    /// The ladder.
    pub scale: String,
    /// The step, 0 the weakest.
    pub step: i32,
    /// The highest step of the ladder.
    pub of: i32,
}

impl Force {
    /// Returns whether the ladder is the one named or an issuer's own order of it: `concern/japan` is on `concern`.
    pub fn is_on(&self, scale: &str) -> bool {
        is_on(&self.scale, scale)
    }
}

/// Returns whether a scale is the general one named or an issuer's own order of it.
pub(crate) fn is_on(scale: &str, general: &str) -> bool {
    scale.strip_prefix(general).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A part of speech as a lexicon names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Speech {
    /// A verb or auxiliary.
    Verb,
    /// A noun.
    Noun,
    /// An adjective, adverb or participle used as one.
    Modifier,
    /// A name: a month, a country. Only entries that ask for one match names.
    Name,
}

impl Speech {
    /// All kinds in order.
    pub const ALL: [Speech; 4] = [Speech::Verb, Speech::Noun, Speech::Modifier, Speech::Name];

    /// Returns the word that a lexicon uses.
    pub fn name(self) -> &'static str {
        match self {
            Speech::Verb => "verb",
            Speech::Noun => "noun",
            Speech::Modifier => "modifier",
            Speech::Name => "name",
        }
    }

    /// Returns whether a tag is of this kind.
    pub fn admits(self, tag: Tag) -> bool {
        match self {
            Speech::Verb => matches!(tag, Tag::Verb | Tag::Aux),
            Speech::Noun => tag == Tag::Noun,
            Speech::Modifier => matches!(tag, Tag::Adj | Tag::Adv),
            Speech::Name => tag == Tag::Propn,
        }
    }
}

/// Where an opener must stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum After {
    /// Anywhere in a sentence.
    #[default]
    Anywhere,
    /// Only after a comma.
    Comma,
    /// After a comma, or anywhere where it needs no verb; put before its claim it is part of it.
    Claim,
    /// Only as the first word of a sentence or of a joined clause: behind its claim it is part of it.
    Joint,
}

impl After {
    /// All places in order.
    pub const ALL: [After; 4] = [After::Anywhere, After::Comma, After::Claim, After::Joint];

    /// Returns the word that a lexicon uses.
    pub fn name(self) -> &'static str {
        match self {
            After::Anywhere => "anywhere",
            After::Comma => "comma",
            After::Claim => "claim",
            After::Joint => "joint",
        }
    }
}

/// One entry: forms, what they do, and the sentences that prove it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Its name, unique in the lexicon.
    pub id: String,
    /// What it does.
    pub role: Role,
    /// Word sequences, by lemma: `be committed to`. `?` stands for one word, `...` for up to six, `i|we` for either word.
    pub forms: Vec<String>,
    /// The class of the claim (cues).
    pub class: Option<Class>,
    /// The ladder or axis it stands on.
    pub scale: Option<String>,
    /// The step on the ladder, or the sign on the axis.
    pub step: Option<i32>,
    /// What the claim is where someone else than the speaker is its subject: `we must act` promises, `they must act`
    /// demands. A cue that says nothing of it makes a bare judgement then (`they support the plan`).
    pub others: Option<Others>,
    /// Whose claim it is where somebody else than the speaker is its subject; by default that of the subject where the cue
    /// takes a stance and says nothing of others: `they support the plan` is theirs, `they must act` the speaker's.
    pub whose: Option<Whose>,
    /// The class of the claim where the cue itself is told in the past: `we study it` promises, `we studied it` reports.
    pub past: Option<Class>,
    /// The same where it is told in the simple present: `we are considering it` promises, `we consider it a duty` judges.
    pub present: Option<Class>,
    /// Whether it only says that something goes on, and the verb after it what that is: `continues to build`.
    pub carries: bool,
    /// Whether what is claimed with it lies ahead: `will`, `expect`, `by the end of`.
    pub future: bool,
    /// Whether the claim is a negated one (`refuse to`).
    pub negated: bool,
    /// Whether a condition dilutes the promise it stands in by a step of its ladder: `as appropriate`, `in principle`.
    pub dilutes: bool,
    /// Which part of speech its first word must be, where its forms are ambiguous (`moderate`).
    pub tag: Option<Speech>,
    /// Where an opener must stand to open a clause.
    pub after: After,
    /// Whether an opener opens a piece of its own though no verb follows: `in light of`.
    pub verbless: bool,
    /// Whether what an opener opens is a claim of its own where it is put first too: `While wages fall, | prices rise`.
    /// Any other belongs to the claim that follows: `As prices fall, trade grows`.
    pub stands: bool,
    /// Where the step comes from.
    pub source: Option<String>,
    /// Sentences in which it fires.
    pub examples: Vec<String>,
    /// Sentences that hold a form and in which it stays quiet.
    pub counter: Vec<String>,
    /// Whether it stays quiet only before a verb of speech: `I would like to thank them`, but not `I would like to sail`.
    pub leads: bool,
    /// Whether it is a speech act though it takes no stance, so that it may follow what leads: `I would like to | extend my
    /// condolences`, `I wish to | make it clear`.
    pub speaks: bool,
    /// Where it was read.
    pub origin: Origin,
}

/// Whose claim a cue makes that is said of somebody else than the speaker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// The speaker's, who says so of it: `The ports must open`.
    Speaker,
    /// Its subject's: `The League expects trade to grow`.
    Subject,
}

impl Whose {
    /// All in order.
    pub const ALL: [Whose; 2] = [Whose::Speaker, Whose::Subject];

    /// Returns the word that a lexicon uses.
    pub fn name(self) -> &'static str {
        match self {
            Whose::Speaker => "speaker",
            Whose::Subject => "subject",
        }
    }
}

/// What a cue makes of a claim whose subject is not the speaker.
#[derive(Clone, Debug)]
pub struct Others {
    /// The class of the claim.
    pub class: Class,
    /// The ladder it stands on.
    pub scale: Option<String>,
    /// The step on the ladder.
    pub step: Option<i32>,
}

/// A named ladder or axis.
///
/// One that names issuers is their own order of words: it is in force only where one of them speaks, and holds the
/// entries that its `steps` name, at these steps and not their own.
#[derive(Clone, Debug)]
pub struct Scale {
    /// Its name.
    pub id: String,
    /// What going up does to the claim: 1 makes it stronger, -1 weaker, 0 neither (an axis).
    pub sign: i32,
    /// The highest step.
    pub of: i32,
    /// What it measures, in a sentence.
    pub about: String,
    /// The step of a claim that carries no word of the scale; without it only two words are compared.
    pub bare: Option<i32>,
    /// Which scale is heard first where several differ; 1 first.
    pub rank: u8,
    /// The facet a difference on it belongs to.
    pub facet: String,
    /// The general scale that it is another order of, and whose keys it takes where it has none of its own.
    pub base: Option<String>,
    /// Whose ladder it is.
    pub issuer: Vec<String>,
    /// The class of a claim whose cue stands on it, where it is another than the entry's.
    pub class: Option<Class>,
    /// The entries that stand on it while it is in force.
    pub steps: BTreeMap<String, i32>,
    /// Where the order comes from. An issuer's ladder opens it with its evidence: `S:` a source states it, `K:` a known
    /// one that was not read for it, `I:` interpolated.
    pub source: Option<String>,
    /// The same of single entries, where it is another.
    pub sources: BTreeMap<String, String>,
    /// Where it was read.
    pub origin: Origin,
}

impl Scale {
    /// Returns whether a step is on it: an axis goes both ways.
    pub fn holds(&self, step: i32) -> bool {
        (if self.sign == 0 { -self.of..=self.of } else { 0..=self.of }).contains(&step)
    }
}

/// What an entry competes for: of two forms in one slot the longer wins, forms of different slots may overlap.
///
/// A word can stand on several scales (`moderate` grades business and a fall alike), so each scale is a slot.
pub type Slot<'e> = (Role, Option<&'e str>);

impl Entry {
    /// Returns the forms with each word that may be chosen written by itself: `i thank`, `we thank` for `i|we thank`.
    pub fn spelled_out(&self) -> Vec<String> {
        self.forms.iter().flat_map(|form| spelled_out(form)).collect()
    }

    /// Returns whose claim it makes where somebody else than the speaker is its subject.
    pub fn whose(&self) -> Whose {
        let is_stance = self.class.is_some_and(Class::is_stance);
        self.whose.unwrap_or(match is_stance && self.others.is_none() {
            true => Whose::Subject,
            false => Whose::Speaker,
        })
    }

    /// Returns whether it is a cue by which somebody says what he thinks of something: `hope that`, `support`.
    pub fn tells_attitude(&self) -> bool {
        self.role == Role::Cue && self.class.is_some_and(Class::is_attitude)
    }

    /// Returns the slot the entry competes for.
    pub fn slot(&self) -> Slot<'_> {
        (self.role, self.scale.as_deref().filter(|_| self.role == Role::Grade))
    }
}

/// Spells out the words to choose from in a form: `i thank` and `we thank` for `i|we thank`.
pub(super) fn spelled_out(form: &str) -> Vec<String> {
    form.split(' ').fold(vec![String::new()], |forms, words| {
        let with = |form: &String, word: &str| if form.is_empty() { word.to_owned() } else { format!("{form} {word}") };
        forms.iter().flat_map(|form| words.split('|').map(move |word| with(form, word))).collect()
    })
}

/// Spells out the words to choose from that stand behind a gap, which is as short as what follows lets it be, or beside what
/// is no word; the others are one place of a form.
pub(super) fn spelled_behind_gap(form: &str) -> Vec<String> {
    let is_open = |words: &str| words.contains('|') && words.split('|').any(|word| matches!(word, "?" | "..."));
    if form.split(' ').any(is_open) {
        return spelled_out(form);
    }
    match form.split_once(" ... ") {
        Some((head, tail)) => spelled_out(tail).iter().map(|tail| format!("{head} ... {tail}")).collect(),
        None => vec![form.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_to_choose_from_are_spelled_out() {
        assert_eq!(spelled_out("be glad"), ["be glad"]);
        let all = ["i be ... glad to", "i be ... glad of", "we be ... glad to", "we be ... glad of"];
        assert_eq!(spelled_out("i|we be ... glad to|of"), all);
        assert_eq!(spelled_behind_gap("i|we be glad to|of"), ["i|we be glad to|of"]);
        assert_eq!(spelled_behind_gap("i|we be ... glad to|of"), ["i|we be ... glad to", "i|we be ... glad of"]);
        assert_eq!(spelled_behind_gap("i|we seek the|... aid"), spelled_out("i|we seek the|... aid"));
    }
}
