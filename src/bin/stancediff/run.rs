//! One function per command.

use crate::args::{
    Args, Color, Command, Compare, CompareFormat, Extract, ExtractFormat, Narrow, Read, SchemaOf, Text, Track,
    TrackFormat, View,
};
use crate::series::{self, Series};
use crate::{DONE, FOUND};
use clap::CommandFactory;
use regex::Regex;
use stancediff::change::ChangeKind;
use stancediff::render::{json, terminal, track, track_json};
use stancediff::report::{Report, Timeline, compare};
use stancediff::stance::{Reading, StancePhrase, analyse};
use stancediff::statement::{ReadError, ReadOptions, Statement, read, read_bytes};
use stancediff::text::Layout;
use std::fmt;
use std::io::{self, IsTerminal, Read as _, Write as _};
use std::path::{Path, PathBuf};

/// What can go wrong at the ends.
#[derive(Debug)]
pub(crate) enum Error {
    /// A statement could not be read.
    Read(ReadError),
    /// A report could not be written.
    Write { path: String, source: io::Error },
    /// A pattern that is none.
    Pattern(regex::Error),
    /// Standard input was named twice.
    TwoInputs,
    /// A series that cannot be followed.
    Series(series::Error),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Read(error) => error.fmt(f),
            Error::Write { path, source } => write!(f, "cannot write `{path}`: {source}"),
            Error::Pattern(error) => {
                let message = error.to_string();
                write!(f, "`--topic` is no regular expression: {}", message.lines().last().unwrap_or_default())
            }
            Error::Series(error) => error.fmt(f),
            Error::TwoInputs => f.write_str("`-` was given twice, but standard input can be read only once"),
        }
    }
}

impl From<ReadError> for Error {
    fn from(error: ReadError) -> Error {
        Error::Read(error)
    }
}

/// Tells the user what went wrong, on one line.
pub(crate) fn complain(error: &Error) -> io::Result<()> {
    writeln!(io::stderr(), "stancediff: {}", terminal::shown(&error.to_string()))
}

/// Runs a command and returns the exit code.
pub(crate) fn run(args: Args) -> Result<u8, Error> {
    match args.command {
        Command::Compare(args) => run_compare(&args),
        Command::Extract(args) => run_extract(&args),
        Command::Track(args) => run_track(&args),
        Command::Text(args) => run_text(&args),
        Command::Schema { report } => {
            let schema = match report {
                SchemaOf::Compare => schemars::schema_for!(json::CompareReport),
                SchemaOf::Extract => schemars::schema_for!(json::ExtractReport),
                SchemaOf::Track => schemars::schema_for!(track_json::TrackReport),
            };
            write(None, pretty(&schema).as_bytes())
        }
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Args::command(), "stancediff", &mut script);
            write(None, &script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Args::command())
                .render(&mut page)
                .map_err(|source| Error::Write { path: "the manual page".into(), source })?;
            write(None, &page)
        }
    }
}

fn run_compare(args: &Compare) -> Result<u8, Error> {
    let narrow = Filter::new(&args.narrow)?;
    let mut readings = readings(&args.files, &args.read)?;
    note_languages(&readings);
    let new = readings.pop().expect("clap asks for two files");
    let mut report = compare(&readings, &new);
    narrow_report(&mut report, &narrow, &args.kind);
    let found = report
        .changes
        .iter()
        .any(|change| args.exit_code && change.kind != ChangeKind::Kept || args.fail_on.contains(&change.kind));
    let text = match args.format {
        CompareFormat::Json => pretty(&json::compare_report(&report)),
        CompareFormat::Terminal => terminal::compare(
            &report,
            &terminal::Options {
                width: width(args.write.width),
                has_color: has_color(args.write.color, args.write.output.is_none()),
                view: args.view.map(|view| match view {
                    View::SideBySide => terminal::View::SideBySide,
                    View::Inline => terminal::View::Inline,
                    View::Ledger => terminal::View::Ledger,
                }),
                shows_all: args.all,
            },
        ),
    };
    write(args.write.output.as_deref(), text.as_bytes())?;
    Ok(if found { FOUND } else { DONE })
}

fn run_extract(args: &Extract) -> Result<u8, Error> {
    let narrow = Filter::new(&args.narrow)?;
    let mut readings = readings(&args.files, &args.read)?;
    note_languages(&readings);
    for reading in &mut readings {
        let kept: Vec<StancePhrase> =
            reading.phrases.iter().filter(|phrase| narrow.admits(reading, phrase)).cloned().collect();
        reading.phrases = kept;
    }
    let text = match args.format {
        ExtractFormat::Json => pretty(&json::extract_report(&readings)),
        ExtractFormat::Jsonl => json::extract_lines(&readings)
            .iter()
            .map(|line| serde_json::to_string(line).expect("strings and numbers serialise") + "\n")
            .collect(),
        ExtractFormat::Terminal => terminal::extract(
            &readings,
            &terminal::Options {
                width: width(args.write.width),
                has_color: has_color(args.write.color, args.write.output.is_none()),
                view: None,
                shows_all: true,
            },
        ),
    };
    write(args.write.output.as_deref(), text.as_bytes())
}

fn run_track(args: &Track) -> Result<u8, Error> {
    let narrow = Filter::new(&args.narrow)?;
    let series = Series::read(args)?;
    series.note_languages();
    let timeline = if args.phrase.is_empty() {
        let mut timeline = Timeline::of(&series.readings);
        let admits = |statement: usize, phrase: usize| {
            let reading: &Reading = &series.readings[statement];
            narrow.admits(reading, &reading.phrases[phrase])
        };
        timeline.threads.retain(|thread| {
            thread.events().len() >= args.min_statements
                && thread.appearances.iter().any(|said| said.phrase.is_some_and(|at| admits(said.statement, at)))
        });
        timeline
    } else {
        Timeline::following(&series.readings, &series.queries)
    };
    series.progress.done();
    let text = match args.format {
        TrackFormat::Json => pretty(&track_json::track_report(&timeline)),
        TrackFormat::Jsonl => track_json::track_lines(&timeline)
            .iter()
            .map(|line| serde_json::to_string(line).expect("strings and numbers serialise") + "\n")
            .collect(),
        TrackFormat::Csv => track_json::csv(&track_json::track_rows(&timeline)),
        TrackFormat::Terminal => track::track(
            &timeline,
            &terminal::Options {
                width: width(args.write.width),
                has_color: has_color(args.write.color, args.write.output.is_none()),
                view: None,
                shows_all: args.all,
            },
        ),
    };
    write(args.write.output.as_deref(), text.as_bytes())
}

fn run_text(args: &Text) -> Result<u8, Error> {
    let statement = statement(&args.file, ReadOptions::default())?;
    write(args.output.as_deref(), statement.text.as_bytes())
}

/// Reads the files in the order given.
fn readings(files: &[PathBuf], options: &Read) -> Result<Vec<Reading>, Error> {
    if files.iter().filter(|file| is_standard_input(file)).count() > 1 {
        return Err(Error::TwoInputs);
    }
    let layout = if options.sentence_per_line { Layout::Lines } else { Layout::Prose };
    files.iter().map(|file| Ok(analyse(statement(file, ReadOptions { layout })?))).collect()
}

pub(crate) fn statement(file: &Path, options: ReadOptions) -> Result<Statement, Error> {
    if !is_standard_input(file) {
        return Ok(read(file, options)?);
    }
    let mut bytes = Vec::new();
    io::stdin().lock().read_to_end(&mut bytes).map_err(|source| ReadError::Io { path: "-".into(), source })?;
    Ok(read_bytes("-", bytes, options)?)
}

pub(crate) fn is_standard_input(file: &Path) -> bool {
    file.as_os_str() == "-"
}

/// Says of which language only sentences and words are compared.
fn note_languages(readings: &[Reading]) {
    for reading in readings.iter().filter(|reading| reading.lexicon.is_none()) {
        let path = terminal::shown(&reading.statement.path);
        let language = match reading.statement.meta.language.0.as_str() {
            "" => "a language that could not be told".to_owned(),
            language => format!("`{}`", terminal::shown(language)),
        };
        let _ = writeln!(
            io::stderr(),
            "stancediff: `{path}` is in {language}, for which there is no lexicon yet: compared by sentences and words, force is not read"
        );
    }
}

/// Which claims a user wants to see.
struct Filter<'a> {
    narrow: &'a Narrow,
    topic: Option<Regex>,
}

impl Filter<'_> {
    fn new(narrow: &Narrow) -> Result<Filter<'_>, Error> {
        let topic = narrow.topic.as_deref().map(Regex::new).transpose().map_err(Error::Pattern)?;
        Ok(Filter { narrow, topic })
    }

    fn admits(&self, reading: &Reading, phrase: &StancePhrase) -> bool {
        let quote = |span| reading.statement.quote(span);
        let has_actor = |words: &String| {
            let actor = phrase.actor.as_ref().map(|actor| reading.quote(actor.tokens.clone()).to_lowercase());
            actor.is_some_and(|actor| actor.contains(&words.to_lowercase()))
        };
        (self.narrow.class.is_empty() || self.narrow.class.contains(&phrase.class))
            && self.narrow.actor.as_ref().is_none_or(has_actor)
            && self.topic.as_ref().is_none_or(|topic| topic.is_match(quote(phrase.span)))
    }
}

/// Leaves the changes a user wants to see; a pair stays if either side is wanted.
fn narrow_report(report: &mut Report, filter: &Filter, kinds: &[ChangeKind]) {
    let (old, new) = (report.old, report.new);
    report.changes.retain(|change| {
        (kinds.is_empty() || kinds.contains(&change.kind))
            && [change.old, change.new].into_iter().flatten().any(|place| {
                let reading = place.reading(old, new);
                filter.admits(reading, &reading.phrases[place.phrase])
            })
    });
}

/// Columns to fill: as asked, else the terminal's, else 100.
fn width(asked: Option<u16>) -> usize {
    let terminal = || terminal_size::terminal_size().map(|(width, _)| width.0);
    usize::from(asked.or_else(terminal).unwrap_or(100)).max(20)
}

/// The convention: NO_COLOR, CLICOLOR_FORCE and CLICOLOR, unless the flag says otherwise.
fn has_color(asked: Color, to_stdout: bool) -> bool {
    let is_set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty() && value != "0");
    match asked {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty()) => false,
        Color::Auto if is_set("CLICOLOR_FORCE") => true,
        Color::Auto => {
            let is_off = std::env::var_os("CLICOLOR").is_some_and(|value| value == "0");
            !is_off && to_stdout && io::stdout().is_terminal()
        }
    }
}

fn pretty(value: &impl serde::Serialize) -> String {
    serde_json::to_string_pretty(value).expect("strings and numbers serialise") + "\n"
}

/// Writes to standard output, where a closed pipe is no trouble, or to a file, whole or not at all.
fn write(path: Option<&Path>, bytes: &[u8]) -> Result<u8, Error> {
    let Some(path) = path else {
        let mut stdout = io::stdout().lock();
        return match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
            Err(source) if source.kind() != io::ErrorKind::BrokenPipe => {
                Err(Error::Write { path: "standard output".into(), source })
            }
            _ => Ok(DONE),
        };
    };
    let fail = |source| Error::Write { path: path.display().to_string(), source };
    // A neighbour is on the same disk, so that the rename replaces the file in one step.
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    let part = path.with_file_name(name);
    let done = std::fs::write(&part, bytes).and_then(|()| std::fs::rename(&part, path));
    if done.is_err() {
        // Best effort: the error that matters is the one above.
        let _ = std::fs::remove_file(&part);
    }
    done.map_err(fail).map(|()| DONE)
}
