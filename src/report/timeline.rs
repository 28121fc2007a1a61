//! A series: which lines stand in it, when each was said, and how its wording and force moved.
//!
//! In: the readings of a series in order. Out: [`Timeline`]: a thread for every line, or for each of a reader's own
//! phrases. How statements are put in order is left to the caller, what a thread looks like to `render`.

use super::threads::{self, Hold};
use super::{Place, follow};
use crate::align::Series;
use crate::change::{ChangeKind, Facet, Reason, classify};
use crate::lexicon::Class;
use crate::stance::{Reading, StancePhrase};
use crate::statement::Meta;
use crate::text::Span;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// A series with its threads.
#[derive(Debug)]
pub struct Timeline<'r> {
    /// The statements in order.
    pub readings: &'r [Reading],
    /// The occasions, in order.
    pub events: Vec<Event>,
    /// The threads: the longest-standing first, of equal ones that which changed last.
    pub threads: Vec<Thread>,
}

/// One occasion, with the readouts that there are of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The statements: readouts of one message stand next to each other.
    pub statements: Range<usize>,
}

/// One stance followed through a series, whatever its wording on the day.
#[derive(Clone, Debug)]
pub struct Thread {
    /// A hash of the words it was first said in, and a counter for equal ones: the same when a statement is added.
    pub id: String,
    /// The reader's own words, where it follows them.
    pub query: Option<String>,
    /// Where its most typical wording stands; nowhere only if a reader's words were never said.
    pub label: Option<Place>,
    /// Where it was said, in order.
    pub appearances: Vec<Appearance>,
}

/// A line as it stood in a statement.
#[derive(Clone, Debug)]
pub struct Appearance {
    /// The statement.
    pub statement: usize,
    /// The occasion.
    pub event: usize,
    /// The words.
    pub span: Span,
    /// The phrase that holds them; none where a reader's own words stand in no stance phrase.
    pub phrase: Option<usize>,
    /// How the statement holds it.
    pub hold: Hold,
    /// Whether it is said in the very words of the label or of the reader.
    pub is_verbatim: bool,
    /// Whether only a vote quotes it.
    pub is_vote: bool,
    /// How alike it is to the label or to the reader's words, 0 to 1.
    pub similarity: f64,
    /// What happened since it was said last; nothing where a statement says it again, or where no statement came before.
    pub change: Option<Move>,
}

/// What happened to a line between two occasions on which it was said.
#[derive(Clone, Debug)]
pub struct Move {
    /// The verdict; `appeared` where it had not been said before.
    pub kind: ChangeKind,
    /// The statement that it is compared with.
    pub against: Option<usize>,
    /// What differs.
    pub facets: Vec<Facet>,
    /// The words that decided.
    pub reasons: Vec<Reason>,
}

/// Where a line stands when the newest statement is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// Not in the newest statement; said not long before.
    Absent,
    /// Said again after an absence.
    Back,
    /// Said in other words or with other force than last time.
    Changed(ChangeKind),
    /// Said for the first time.
    New,
    /// Said as last time.
    Kept,
    /// Not said for some time.
    Dropped,
}

/// How often a line was said, so that an absence can be weighed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// On how many occasions it was said.
    pub said: usize,
    /// Of how many.
    pub of: usize,
    /// On how many in a row it was left out at most.
    pub longest_gap: usize,
}

/// An absence that ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// The occasion on which it was said again.
    pub event: usize,
    /// The one on which it had been said last.
    pub since: usize,
}

/// How many occasions ago a line must have been said for its absence to be news.
const RECENT: usize = 3;

impl<'r> Timeline<'r> {
    /// Follows the lines of a series, which must be in order.
    pub fn of(readings: &'r [Reading]) -> Timeline<'r> {
        let series = Series::of(readings, &[]);
        let (events, of_statement) = events(readings);
        let strands = threads::strands(readings, &series, &of_statement);
        let mut threads: Vec<Thread> = strands
            .into_iter()
            .map(|strand| {
                let place = Place { statement: strand.label.statement, phrase: strand.label.phrase };
                let appearance = |member: &threads::Member| Appearance {
                    statement: member.statement,
                    event: of_statement[member.statement],
                    span: readings[member.statement].phrases[member.phrase].span,
                    phrase: Some(member.phrase),
                    hold: member.hold,
                    is_verbatim: member.is_verbatim,
                    is_vote: readings[member.statement].phrases[member.phrase].is_dissent,
                    similarity: member.similarity,
                    change: None,
                };
                Thread {
                    id: String::new(),
                    query: None,
                    label: Some(place),
                    appearances: strand.members.iter().map(appearance).collect(),
                }
            })
            .collect();
        judge(&mut threads, readings, &series);
        threads.sort_by_cached_key(|thread| {
            let first = thread.appearances[0].clone();
            (
                std::cmp::Reverse(thread.events().len()),
                std::cmp::Reverse(thread.last_change(events.len())),
                first.statement,
                first.phrase,
            )
        });
        name(&mut threads, readings);
        Timeline { readings, events, threads }
    }

    /// Follows a reader's own words through a series, by meaning.
    pub fn following(readings: &'r [Reading], queries: &[Reading]) -> Timeline<'r> {
        let series = Series::of(readings, queries);
        let (events, of_statement) = events(readings);
        let follow = |(at, query)| follow::thread(readings, &series, &of_statement, readings.len() + at, query);
        let mut threads: Vec<Thread> = queries.iter().enumerate().map(follow).collect();
        judge(&mut threads, readings, &series);
        name(&mut threads, readings);
        Timeline { readings, events, threads }
    }

    /// Returns the newest occasion; none where there is no statement.
    pub fn newest(&self) -> Option<&Event> {
        self.events.last()
    }

    /// Returns the words of an appearance.
    pub fn quote(&self, appearance: &Appearance) -> &'r str {
        self.readings[appearance.statement].statement.quote(appearance.span)
    }

    /// Returns the phrase that shows a thread best.
    pub fn label(&self, thread: &Thread) -> Option<&'r StancePhrase> {
        thread.label.map(|place| &self.readings[place.statement].phrases[place.phrase])
    }

    /// Returns what a thread does, as its label says.
    pub fn class(&self, thread: &Thread) -> Option<Class> {
        self.label(thread).map(|phrase| phrase.class)
    }

    /// Returns where a thread stands when the newest statement is read.
    pub fn state(&self, thread: &Thread) -> State {
        let newest = self.events.len().saturating_sub(1);
        let Some(last) = thread.appearances.last().map(|last| last.event) else { return State::Dropped };
        if last < newest {
            return if newest - last <= RECENT { State::Absent } else { State::Dropped };
        }
        let events = thread.events();
        match events.len().checked_sub(2).map(|before| events[before]) {
            None if newest == 0 => State::Kept,
            None => State::New,
            Some(before) if before + 1 < newest => State::Back,
            Some(_) => match thread.kind_at(newest) {
                Some(kind) if kind != ChangeKind::Kept => State::Changed(kind),
                _ => State::Kept,
            },
        }
    }

    /// Returns how often a thread was said on the occasions that `is_counted` names, from the first on which it was
    /// said to before the newest.
    pub fn record(&self, thread: &Thread, is_counted: impl Fn(&Event) -> bool) -> Record {
        let events = thread.events();
        let first = events.first().copied().unwrap_or_default();
        let mut record = Record { said: 0, of: 0, longest_gap: 0 };
        let mut gap = 0;
        let last = events.last().copied().unwrap_or_default();
        for at in (first..self.events.len().saturating_sub(1)).filter(|&at| is_counted(&self.events[at])) {
            record.of += 1;
            if events.binary_search(&at).is_ok() {
                record.said += 1;
                gap = 0;
            } else if at < last {
                gap += 1;
                record.longest_gap = record.longest_gap.max(gap);
            }
        }
        record
    }
}

impl Thread {
    /// Returns the occasions on which it was said.
    pub fn events(&self) -> Vec<usize> {
        let mut events: Vec<usize> = self.appearances.iter().map(|appearance| appearance.event).collect();
        events.dedup();
        events
    }

    /// Returns the statements that hold it.
    pub fn statements(&self) -> Vec<usize> {
        let mut statements: Vec<usize> = self.appearances.iter().map(|appearance| appearance.statement).collect();
        statements.dedup();
        statements
    }

    /// Returns what happened to it on an occasion: of several readouts the loudest.
    pub fn kind_at(&self, event: usize) -> Option<ChangeKind> {
        let from = self.appearances.partition_point(|appearance| appearance.event < event);
        let here = self.appearances[from..].iter().take_while(|appearance| appearance.event == event);
        here.filter_map(|appearance| appearance.change.as_ref())
            .map(|change| change.kind)
            .min_by_key(|kind| loudness(*kind))
    }

    /// Returns the absences that ended.
    pub fn returns(&self) -> Vec<Return> {
        let events = self.events();
        let pairs = events.windows(2).filter(|pair| pair[0] + 1 < pair[1]);
        pairs.map(|pair| Return { event: pair[1], since: pair[0] }).collect()
    }

    /// Returns the first occasion since which it has been absent; none while it is said.
    pub fn absent_since(&self, events: usize) -> Option<usize> {
        self.appearances.last().map(|last| last.event + 1).filter(|&next| next < events)
    }

    /// Returns the last occasion on which something happened to it: it was said otherwise than before, for the first
    /// time, again, or no more.
    pub fn last_change(&self, events: usize) -> usize {
        if let Some(absent) = self.absent_since(events) {
            return absent;
        }
        let is_kept =
            |appearance: &Appearance| appearance.change.as_ref().is_none_or(|change| change.kind == ChangeKind::Kept);
        let changed = self.appearances.iter().rev().find(|appearance| !is_kept(appearance)).map(|last| last.event);
        let back = self.returns().last().map(|back| back.event);
        changed.max(back).unwrap_or(self.appearances.first().map_or(0, |first| first.event))
    }
}

/// The order in which kinds are heard, where one mark must do for several.
pub(crate) fn loudness(kind: ChangeKind) -> usize {
    let order = [
        ChangeKind::Reversed,
        ChangeKind::Weakened,
        ChangeKind::Strengthened,
        ChangeKind::Appeared,
        ChangeKind::Reworded,
        ChangeKind::Disappeared,
        ChangeKind::Kept,
    ];
    order.iter().position(|known| *known == kind).unwrap_or(order.len())
}

/// Returns the occasions of a series, which must be in order: readouts of one message are one.
pub fn occasions(readings: &[Reading]) -> Vec<Event> {
    events(readings).0
}

/// Puts readouts of one occasion together, and says of each statement on which it was made.
pub(super) fn events(readings: &[Reading]) -> (Vec<Event>, Vec<usize>) {
    let mut events: Vec<Event> = Vec::new();
    let mut of_statement = Vec::new();
    for (at, reading) in readings.iter().enumerate() {
        match events.last_mut() {
            Some(event) if is_one_event(&readings[event.statements.start].statement.meta, &reading.statement.meta) => {
                event.statements.end = at + 1;
            }
            _ => events.push(Event { statements: at..at + 1 }),
        }
        of_statement.push(events.len() - 1);
    }
    (events, of_statement)
}

/// Whether two statements are readouts of one: of one day, by and to the same as far as both say.
fn is_one_event(one: &Meta, other: &Meta) -> bool {
    let agree = |one: &Option<String>, other: &Option<String>| match (one, other) {
        (Some(one), Some(other)) => one.to_lowercase() == other.to_lowercase(),
        _ => true,
    };
    one.date.is_some()
        && one.date == other.date
        && agree(&one.speaker, &other.speaker)
        && agree(&one.audience, &other.audience)
}

/// A pair of phrases to be judged: thread, appearance, old phrase, new phrase, likeness.
type Pair = (usize, usize, usize, usize, f64, bool);

/// Judges every appearance against the last before it.
fn judge(threads: &mut [Thread], readings: &[Reading], series: &Series) {
    let mut pairs: BTreeMap<(usize, usize), Vec<Pair>> = BTreeMap::new();
    for (number, thread) in threads.iter_mut().enumerate() {
        let mut unheard = Vec::new();
        for (at, appearance) in thread.appearances.iter().enumerate() {
            if appearance.hold == Hold::Again {
                continue;
            }
            let source = &readings[appearance.statement].statement.meta.source;
            let earlier = &thread.appearances[..at];
            let earlier = &earlier[..earlier.partition_point(|earlier| earlier.event < appearance.event)];
            let Some(last) = earlier.last() else {
                unheard.extend((appearance.event > 0).then_some(at));
                continue;
            };
            // Of several readouts of the last occasion that of the same source.
            let of_last = earlier.iter().filter(|earlier| earlier.event == last.event && earlier.hold != Hold::Again);
            let same = of_last.clone().find(|earlier| readings[earlier.statement].statement.meta.source == *source);
            let Some(before) = same.or_else(|| of_last.clone().next()) else { continue };
            let is_part = before.hold == Hold::Inside || appearance.hold == Hold::Inside;
            if let (Some(old), Some(new)) = (before.phrase, appearance.phrase) {
                let pair = (number, at, old, new, appearance.similarity, is_part);
                pairs.entry((before.statement, appearance.statement)).or_default().push(pair);
            }
        }
        for at in unheard {
            thread.appearances[at].change =
                Some(Move { kind: ChangeKind::Appeared, against: None, facets: Vec::new(), reasons: Vec::new() });
        }
    }
    for ((old, new), pairs) in pairs {
        let links: Vec<_> = pairs.iter().map(|&(_, _, a, b, score, is_part)| (a, b, score, is_part)).collect();
        let changes = classify(&readings[old], &readings[new], &series.alignment(old, new, &links));
        for (change, (thread, at, ..)) in changes.into_iter().zip(pairs) {
            threads[thread].appearances[at].change =
                Some(Move { kind: change.kind, against: Some(old), facets: change.facets, reasons: change.reasons });
        }
    }
}

/// Names every thread by a hash of its first words, with a counter where two begin with the same.
fn name(threads: &mut [Thread], readings: &[Reading]) {
    let mut counts: HashMap<String, usize> = HashMap::new();
    for thread in threads {
        let mut hash = Sha256::new();
        match (&thread.query, thread.appearances.first()) {
            (Some(query), _) => hash.update(query.to_lowercase().as_bytes()),
            (None, Some(Appearance { statement, phrase: Some(phrase), .. })) => {
                let reading = &readings[*statement];
                for token in &reading.segments.tokens[reading.phrases[*phrase].tokens.clone()] {
                    hash.update(token.word.as_bytes());
                    hash.update(b" ");
                }
            }
            _ => {}
        }
        let digest = hash.finalize();
        let id: String = digest[..4].iter().map(|byte| format!("{byte:02x}")).collect();
        let count = counts.entry(id.clone()).or_default();
        *count += 1;
        thread.id = if *count == 1 { format!("t-{id}") } else { format!("t-{id}-{count}") };
    }
}
