//! The wire types of a series, versioned apart from our own like those of `json`, and its rows.

use super::json::{self, Counted, SCHEMA_VERSION, Span, Tool, counted, rounded};
use crate::report::{Appearance, Hold, State, Thread, Timeline};
use crate::stance::Polarity;
use schemars::JsonSchema;
use serde::Serialize;

/// The report of `track`.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff track report")]
pub struct TrackReport {
    /// The version of this shape.
    pub schema_version: u32,
    /// What made the report.
    pub tool: Tool,
    /// The statements in order.
    pub statements: Vec<json::Statement>,
    /// The occasions in order: readouts of one message are one.
    pub events: Vec<TrackEvent>,
    /// The threads, longest-standing first, of equal ones that which changed last; with a reader's own phrases one for
    /// each, in the order given.
    pub threads: Vec<TrackThread>,
}

/// An occasion.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrackEvent {
    /// Its place in this list.
    pub id: usize,
    /// YYYY-MM-DD.
    pub date: Option<String>,
    /// The statements made on it.
    pub statements: Vec<usize>,
}

/// One stance followed through the series.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrackThread {
    /// The same after a re-run or when a statement is added.
    pub id: String,
    /// The reader's own words, where it follows them.
    pub query: Option<String>,
    /// The most typical wording; for a reader's words the closest.
    pub label: Option<String>,
    /// What the label does.
    #[schemars(extend("enum" = ["commit", "support", "oppose", "demand", "concern", "praise", "assess", "act", null]))]
    pub class: Option<&'static str>,
    /// Where it stands when the newest statement is read: absent (said not long before), back, changed in one of four
    /// ways, new, kept, or dropped (not said for some time).
    #[schemars(extend("enum" = ["absent", "back", "reversed", "weakened", "strengthened", "reworded", "new", "kept", "dropped"]))]
    pub state: &'static str,
    /// YYYY-MM-DD; null where never said or where statements have no dates.
    pub first_seen: Option<String>,
    /// YYYY-MM-DD.
    pub last_seen: Option<String>,
    /// The statements that hold it.
    pub present_in: Vec<usize>,
    /// Those of them that hold the very words of the label, or of the reader.
    pub verbatim_in: Vec<usize>,
    /// Those of them in which only a vote quotes it.
    pub vote_only_in: Vec<usize>,
    /// The date of the first occasion after it was said last; null while it is said.
    pub absent_since: Option<String>,
    /// The first statement of that occasion.
    pub absent_from: Option<usize>,
    /// How often it was said before the newest statement, so that an absence can be weighed.
    pub record: TrackRecord,
    /// The absences that ended.
    pub returns: Vec<TrackReturn>,
    /// Where it was said, in order.
    pub appearances: Vec<TrackAppearance>,
}

/// How often a line was said.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrackRecord {
    /// On how many occasions, from the first on which it was said to the last before the newest.
    pub said: usize,
    /// Of how many.
    pub of: usize,
    /// On how many in a row it was left out at most, before it was said again.
    pub longest_gap: usize,
}

/// An absence that ended.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrackReturn {
    /// The first statement that has it again.
    pub statement: usize,
    /// Its date.
    pub date: Option<String>,
    /// The last statement that had it before.
    pub since: usize,
    /// On how many occasions in between it was absent.
    pub absent: usize,
}

/// A line as it stood in a statement.
#[derive(Debug, Serialize, JsonSchema)]
pub struct TrackAppearance {
    /// The statement.
    pub statement: usize,
    /// The occasion.
    pub event: usize,
    /// The words, exactly.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// The sentence's number in the statement.
    pub sentence: Option<usize>,
    /// own: in a phrase of its own. again: one more phrase of the statement that says it. inside: inside a phrase that
    /// belongs to another thread.
    #[schemars(extend("enum" = ["own", "again", "inside"]))]
    pub hold: &'static str,
    /// Whether these are the very words of the label, or of the reader.
    pub verbatim: bool,
    /// Whether a vote quotes it.
    pub vote: bool,
    /// To the label, or to the reader's words; 0 to 1.
    pub similarity: f64,
    /// What it does here.
    #[schemars(extend("enum" = ["commit", "support", "oppose", "demand", "concern", "praise", "assess", "act", null]))]
    pub class: Option<&'static str>,
    /// affirmed or negated.
    #[schemars(extend("enum" = ["affirmed", "negated", null]))]
    pub polarity: Option<&'static str>,
    /// How firmly.
    pub force: Option<json::Force>,
    /// What happened since it was said last: null in the first statements, and where a statement says it again.
    #[schemars(extend("enum" = ["appeared", "reversed", "strengthened", "weakened", "reworded", "kept", null]))]
    pub kind: Option<&'static str>,
    /// The statement that it is compared with.
    pub against: Option<usize>,
    /// force, polarity, condition, actor, object, quantity, time, wording.
    pub facets: Vec<&'static str>,
    /// What decided.
    pub reasons: Vec<json::Reason>,
}

/// A thread on a line of its own, with the dates of its statements.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "stancediff track line")]
pub struct ThreadLine {
    /// The paths of the statements that hold it.
    pub paths: Vec<String>,
    /// The thread.
    #[serde(flatten)]
    pub thread: TrackThread,
}

/// Builds the wire form of a series.
pub fn track_report(timeline: &Timeline) -> TrackReport {
    let readings = counted(timeline.readings.iter());
    TrackReport {
        schema_version: SCHEMA_VERSION,
        tool: json::tool(timeline.readings.iter()),
        statements: readings.iter().map(json::statement).collect(),
        events: timeline
            .events
            .iter()
            .enumerate()
            .map(|(id, event)| TrackEvent {
                id,
                date: date(timeline, event.statements.start),
                statements: event.statements.clone().collect(),
            })
            .collect(),
        threads: timeline.threads.iter().map(|thread| self::thread(timeline, thread, &readings)).collect(),
    }
}

/// Builds the wire form of threads, one a line.
pub fn track_lines(timeline: &Timeline) -> Vec<ThreadLine> {
    let threads = track_report(timeline).threads.into_iter();
    let path = |&at: &usize| timeline.readings[at].statement.path.clone();
    threads.map(|thread| ThreadLine { paths: thread.present_in.iter().map(path).collect(), thread }).collect()
}

fn date(timeline: &Timeline, statement: usize) -> Option<String> {
    timeline.readings[statement].statement.meta.date.map(|date| date.to_string())
}

fn thread(timeline: &Timeline, thread: &Thread, readings: &[Counted]) -> TrackThread {
    let statements = thread.statements();
    let of = |statement: usize| thread.appearances.iter().filter(move |said| said.statement == statement);
    let first_of = |event: usize| timeline.events[event].statements.start;
    let absent = thread.absent_since(timeline.events.len()).map(first_of);
    let record = timeline.record(thread, |_| true);
    let last_before =
        |event: usize| statements[statements.partition_point(|&at| at < timeline.events[event].statements.end) - 1];
    let return_of = |back: crate::report::Return| {
        let statement = statements[statements.partition_point(|&at| at < first_of(back.event))];
        TrackReturn {
            statement,
            date: date(timeline, statement),
            since: last_before(back.since),
            absent: back.event - back.since - 1,
        }
    };
    TrackThread {
        id: thread.id.clone(),
        query: thread.query.clone(),
        label: thread.label.map(|place| {
            timeline.readings[place.statement]
                .statement
                .quote(timeline.readings[place.statement].phrases[place.phrase].span)
                .to_owned()
        }),
        class: timeline.class(thread).map(|class| class.name()),
        state: match timeline.state(thread) {
            State::Absent => "absent",
            State::Back => "back",
            State::Changed(kind) => kind.name(),
            State::New => "new",
            State::Kept => "kept",
            State::Dropped => "dropped",
        },
        first_seen: statements.first().and_then(|&at| date(timeline, at)),
        last_seen: statements.last().and_then(|&at| date(timeline, at)),
        verbatim_in: statements.iter().copied().filter(|&at| of(at).any(|said| said.is_verbatim)).collect(),
        vote_only_in: statements.iter().copied().filter(|&at| of(at).all(|said| said.is_vote)).collect(),
        absent_since: absent.and_then(|at| date(timeline, at)),
        absent_from: absent,
        record: TrackRecord { said: record.said, of: record.of, longest_gap: record.longest_gap },
        returns: thread.returns().into_iter().map(return_of).collect(),
        appearances: thread.appearances.iter().map(|said| appearance(timeline, said, readings)).collect(),
        present_in: statements,
    }
}

fn appearance(timeline: &Timeline, said: &Appearance, readings: &[Counted]) -> TrackAppearance {
    let here = &readings[said.statement];
    let phrase = said.phrase.map(|at| &timeline.readings[said.statement].phrases[at]);
    let change = said.change.as_ref();
    let against = change.and_then(|change| change.against);
    TrackAppearance {
        statement: said.statement,
        event: said.event,
        text: here.quote(said.span),
        span: here.span(said.span),
        sentence: phrase.map(|phrase| phrase.sentence),
        hold: match said.hold {
            Hold::Own => "own",
            Hold::Again => "again",
            Hold::Inside => "inside",
        },
        verbatim: said.is_verbatim,
        vote: said.is_vote,
        similarity: rounded(said.similarity),
        class: phrase.map(|phrase| phrase.class.name()),
        polarity: phrase.map(|phrase| match phrase.polarity {
            Polarity::Affirmed => "affirmed",
            Polarity::Negated => "negated",
        }),
        force: phrase.and_then(json::force),
        kind: change.map(|change| change.kind.name()),
        against,
        facets: change.map_or(Vec::new(), |change| change.facets.iter().map(|facet| facet.name()).collect()),
        reasons: change.map_or(Vec::new(), |change| {
            let old = against.map(|at| &readings[at]);
            change.reasons.iter().map(|reason| json::reason(reason, old, Some(here))).collect()
        }),
    }
}
