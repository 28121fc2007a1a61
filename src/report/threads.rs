//! Which phrases of a series are one line.
//!
//! Statement by statement, the phrases of the next one are given to the threads so far, each thread one at most, by the
//! optimal assignment that pairs two statements too. A phrase is compared with the last few wordings of a thread, so
//! that a formula may change a word at a time, and with what is typical of the thread, so that a chain of small steps
//! does not lead from one formula to its neighbour. Since a statement has one phrase for each thread, two formulas that
//! once stood side by side stay two. Which threads a phrase is compared with is `lookup`'s matter, which wording shows a
//! line best that of `labels`.
//!
//! The thresholds were chosen on the labelled threads beside the tests and by reading the threads of 240 central-bank
//! statements. The figures that say why are of those two: how many threads the bank's statements fall into, and whether
//! one that a reader would name (its decision on the rate, the rate of unemployment) is whole.

use super::labels;
use super::lookup::{Index, Near};
use crate::align::{Bag, Line, Series, assign};
use crate::stance::Reading;
use std::collections::HashMap;

/// The phrases of one line.
#[derive(Clone, Debug)]
pub(super) struct Strand {
    /// Where they stand, in the order of the statements.
    pub(super) members: Vec<Member>,
    /// The most typical of them.
    pub(super) label: Member,
}

/// A phrase of a line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Member {
    pub(super) statement: usize,
    pub(super) phrase: usize,
    pub(super) hold: Hold,
    /// How alike it is to the label.
    pub(super) similarity: f64,
    /// Whether it has the label's very words.
    pub(super) is_verbatim: bool,
}

/// How a statement holds a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hold {
    /// In a phrase of its own.
    Own,
    /// In one more phrase that says it again.
    Again,
    /// Inside a phrase that belongs to another line.
    Inside,
}

/// How many of its last wordings a thread is known by: with one, a wording that is tried once and taken back breaks
/// the thread.
const FACES: usize = 3;

/// The least likeness of a phrase to a wording of a thread that stood in the event before. From 0.42 to 0.50 the same
/// threads but for a few; at 0.55 the labelled series lose a line that is said in turn as a call and as a hope.
pub(super) const LEAST: f64 = 0.45;

/// The least likeness of a phrase to a wording of a thread that was absent in between: with no neighbour to speak for
/// it, the words must say more. At 0.50 fragments of lists come back as one another, at 0.60 the bank's description of
/// its aims becomes two threads.
pub(super) const LEAST_BACK: f64 = 0.57;

/// The least likeness of a phrase to what is typical of a thread. At 0.40 the bank's promise to act in time ends as the
/// pace at which it sells securities; at 0.55 its decision on the rate falls in two.
const LEAST_TYPICAL: f64 = 0.50;

/// How many wordings weigh in what is typical: with 6 the drift is followed anywhere, from 12 to 40 the same.
const MEMORY: usize = 20;

/// What each event of absence takes from a score, and the most that absence takes: of two equal threads the living one
/// wins, and no more than that.
const ABSENCE: f64 = 0.01;

/// See [`ABSENCE`].
const MOST_ABSENCE: f64 = 0.10;

/// The share of a line's words that must stand in a longer phrase for it to live on inside; between two
/// statements less is asked (`align::groups`).
const LIVES_ON: f64 = 0.90;

/// The least number of words with a meaning of their own, its subject's included, by which a line is told from others.
/// A shorter one (`We must do more`) lives on inside no other, and is the same only in nearly the same words.
const LEAST_WORDS: usize = 3;

/// The likeness from which a second phrase of a statement says the same line again.
const AGAIN: f64 = 0.85;

/// A thread while it grows.
#[derive(Default)]
pub(super) struct Growing {
    strand: Vec<Member>,
    /// The last wordings, the newest last.
    faces: Vec<Line>,
    pub(super) typical: Bag,
    /// How many wordings `typical` is made of.
    count: usize,
    last_event: usize,
    /// The last statement that holds it.
    last_statement: Option<usize>,
    /// The words it can be found by, sorted.
    pub(super) found_by: Vec<u32>,
}

/// Groups the phrases of statements into lines. `events` gives the event of each statement, rising by one at most.
pub(super) fn strands(readings: &[Reading], series: &Series, events: &[usize]) -> Vec<Strand> {
    let mut loom =
        Loom { threads: Vec::new(), index: Index::new(series.count()), live: Vec::new(), lines_of: Vec::new() };
    for (statement, reading) in readings.iter().enumerate() {
        loom.take(series.lines(statement, reading), events);
    }
    let strands = loom.threads.into_iter().map(|thread| thread.strand);
    labels::labelled(strands.collect(), readings, &loom.lines_of)
}

/// The threads so far.
struct Loom {
    threads: Vec<Growing>,
    index: Index,
    /// The threads that were said in this event or the one before.
    live: Vec<usize>,
    /// The lines of the statements so far.
    lines_of: Vec<Vec<Line>>,
}

impl Loom {
    /// Takes the lines of the next statement in.
    fn take(&mut self, lines: Vec<Line>, events: &[usize]) {
        let statement = self.lines_of.len();
        let event = events[statement];
        self.live.retain(|&thread| self.threads[thread].last_event + 1 >= event);
        let near = self.index.near(&lines, &self.threads, &self.live);
        let mut of_phrase = self.assign(&near, &lines, event);
        self.hold_more(&near, &lines, event, &mut of_phrase);
        let mut first: HashMap<Vec<u32>, usize> = HashMap::new();
        for (phrase, line) in lines.iter().enumerate() {
            let key = line.key();
            let known = of_phrase[phrase].or_else(|| {
                // The very words of a phrase before it in the statement.
                let again = first.get(&key).copied().filter(|_| !key.is_empty())?;
                self.threads[again].say(statement, phrase, Hold::Again, event);
                Some(again)
            });
            let thread = known.unwrap_or_else(|| self.begin(phrase, line, &near, events));
            first.entry(key).or_insert(thread);
            self.threads[thread].learn(line);
            self.index.add(thread, &mut self.threads[thread].found_by, line);
            self.live.push(thread);
        }
        self.live.extend(near.iter().map(|near| near.thread).filter(|&thread| self.threads[thread].is_in(statement)));
        self.live.sort_unstable();
        self.live.dedup();
        self.lines_of.push(lines);
    }

    /// Gives phrases to threads, one to one, and returns the thread of each phrase that has one.
    fn assign(&mut self, near: &[Near], lines: &[Line], event: usize) -> Vec<Option<usize>> {
        let score = |near: &Near| candidate(near, &self.threads[near.thread], &lines[near.phrase], event);
        let candidates: Vec<_> = near.iter().filter_map(score).collect();
        // Numbered anew, so that the work does not grow with all the threads there are.
        let mut threads: Vec<usize> = candidates.iter().map(|&(_, thread, _)| thread).collect();
        threads.sort_unstable();
        threads.dedup();
        let number = |thread: usize| threads.partition_point(|&other| other < thread);
        let numbered: Vec<_> =
            candidates.iter().map(|&(phrase, thread, score)| (phrase, number(thread), score)).collect();
        let mut of_phrase = vec![None; lines.len()];
        let mine: Vec<&Line> = lines.iter().collect();
        let theirs: Vec<&Line> = threads.iter().map(|&thread| self.threads[thread].last()).collect();
        for (phrase, number, _) in assign(&mine, &theirs, &numbered) {
            of_phrase[phrase] = Some(threads[number]);
            self.threads[threads[number]].say(self.lines_of.len(), phrase, Hold::Own, event);
        }
        of_phrase
    }

    /// Finds what says again what another phrase of the statement says, and what lives on inside one.
    fn hold_more(&mut self, near: &[Near], lines: &[Line], event: usize, of_phrase: &mut [Option<usize>]) {
        let statement = self.lines_of.len();
        for &Near { phrase, thread, likeness } in near {
            if of_phrase[phrase].is_none() && self.threads[thread].is_in(statement) && likeness >= AGAIN {
                of_phrase[phrase] = Some(thread);
                self.threads[thread].say(statement, phrase, Hold::Again, event);
            }
        }
        for &Near { phrase, thread, .. } in near {
            let growing = &mut self.threads[thread];
            if lives_on(growing.last(), &lines[phrase]) && !growing.is_in(statement) {
                growing.say(statement, phrase, Hold::Inside, event);
            }
        }
    }

    /// Begins a thread with a phrase that none of those so far has, and returns its number.
    fn begin(&mut self, phrase: usize, line: &Line, near: &[Near], events: &[usize]) -> usize {
        let statement = self.lines_of.len();
        let from = near.partition_point(|near| near.phrase < phrase);
        let hosts = near[from..].iter().take_while(|near| near.phrase == phrase);
        let inside = hosts.map(|near| inside(line, &self.threads[near.thread].strand, &self.lines_of, events));
        let mut new = Growing { strand: inside.max_by_key(Vec::len).unwrap_or_default(), ..Growing::default() };
        new.say(statement, phrase, Hold::Own, events[statement]);
        self.threads.push(new);
        self.threads.len() - 1
    }
}

/// The score of a phrase and a thread that may be one.
fn candidate(near: &Near, thread: &Growing, line: &Line, event: usize) -> Option<(usize, usize, f64)> {
    let absent = event.saturating_sub(thread.last_event + 1);
    let least = match absent {
        _ if line.rare.len() < LEAST_WORDS => AGAIN,
        0 => LEAST,
        _ => LEAST_BACK,
    };
    let is_one = near.likeness >= least && thread.typical_likeness(line) >= LEAST_TYPICAL;
    // Squared, since the sum over all pairs decides: a wording that is kept must not be given away for two half alike.
    let score = (near.likeness - (ABSENCE * absent as f64).min(MOST_ABSENCE)).powi(2);
    is_one.then_some((near.phrase, near.thread, score))
}

/// Where a line that now has a phrase of its own stood inside phrases of another thread up to the event before, back to
/// the first.
fn inside(line: &Line, host: &[Member], lines_of: &[Vec<Line>], events: &[usize]) -> Vec<Member> {
    let now = lines_of.len();
    let before = host.iter().rev().skip_while(|member| member.statement == now);
    if before.clone().next().is_none_or(|last| events[last.statement] + 1 < events[now]) {
        return Vec::new();
    }
    let holds = |member: &&Member| lives_on(line, &lines_of[member.statement][member.phrase]);
    let mut strand: Vec<Member> = before.take_while(holds).copied().collect();
    strand.reverse();
    strand.dedup_by_key(|member| member.statement);
    strand.iter_mut().for_each(|member| member.hold = Hold::Inside);
    strand
}

/// Whether a line lives on inside another.
fn lives_on(line: &Line, host: &Line) -> bool {
    line.rare.len() >= LEAST_WORDS && line.words.share_in(&host.words) >= LIVES_ON
}

impl Growing {
    fn is_in(&self, statement: usize) -> bool {
        self.last_statement == Some(statement)
    }

    fn say(&mut self, statement: usize, phrase: usize, hold: Hold, event: usize) {
        self.strand.push(Member { statement, phrase, hold, similarity: 1.0, is_verbatim: true });
        self.last_event = event;
        self.last_statement = Some(statement);
    }

    /// Takes a wording in.
    fn learn(&mut self, line: &Line) {
        self.count += 1;
        self.typical = self.typical.mixed(&line.words, 1.0 / self.count.min(MEMORY) as f64);
        let known = self.faces.iter().position(|face| face.words == line.words);
        if known.is_some() || self.faces.len() == FACES {
            self.faces.remove(known.unwrap_or(0));
        }
        self.faces.push(line.clone());
    }

    /// The last wording; a thread is begun with one.
    fn last(&self) -> &Line {
        self.faces.last().expect("a thread has a wording")
    }

    /// How alike a phrase is to the nearest of the last wordings.
    pub(super) fn likeness(&self, line: &Line) -> f64 {
        self.faces.iter().map(|face| face.likeness(line)).fold(0.0, f64::max)
    }

    /// How alike a phrase is to what is typical.
    fn typical_likeness(&self, line: &Line) -> f64 {
        let subjects = self.faces.iter().map(|face| face.agreement(line)).fold(f64::NEG_INFINITY, f64::max);
        self.typical.likeness(&line.words) + subjects
    }
}
