//! One function per command.

use crate::args::{
    Args, Color, Command, Compare, CompareFormat, Extract, ExtractFormat, LexiconCommand, LexiconFormat, Narrow, Read,
    SchemaOf, ShowLexicon, Text, Track, TrackFormat, View,
};
use crate::series::{self, Series};
use crate::{DONE, FOUND, TROUBLE};
use clap::CommandFactory;
use regex::Regex;
use stancediff::change::ChangeKind;
use stancediff::lexicon::{Lexicon, LexiconError, Wanted};
use stancediff::render::{
    bundle, explain, html, json, lexicon, markdown, quote, table, terminal, track, track_html, track_json,
};
use stancediff::report::{Report, Timeline, compare};
use stancediff::segment::faulty_examples;
use stancediff::stance::{Reading, StancePhrase, analyse, analyse_with};
use stancediff::statement::{ReadError, ReadOptions, Statement, read, read_bytes};
use stancediff::text::Layout;
use std::fmt;
use std::io::{self, IsTerminal, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

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
    /// What is wrong with lexicons of the user's.
    Lexicon(Vec<LexiconError>),
    /// A ladder that there is not, and the names of those that there are.
    Scale { name: String, known: Vec<String> },
    /// An id that names no change, or several.
    NoChange { id: String, unnamed: quote::Unnamed },
    /// A format that an explanation has not.
    Explained,
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
            Error::Lexicon(faults) => match faults.as_slice() {
                [only] => only.fmt(f),
                [first, others @ ..] => {
                    write!(f, "{first}; `stancediff lexicon check` tells {} more", others.len())
                }
                [] => f.write_str("the lexicon cannot be read"),
            },
            Error::Scale { name, known } => {
                write!(f, "`--scale {name}` is the name of no ladder; choose from {}", known.join(", "))
            }
            Error::NoChange { id, unnamed: quote::Unnamed::None } => {
                write!(f, "no change has the id `{id}`; `compare --view ledger` shows the id of each")
            }
            Error::NoChange { id, unnamed: quote::Unnamed::Several(ids) } => {
                let first: Vec<&str> = ids.iter().take(5).map(String::as_str).collect();
                write!(
                    f,
                    "`{id}` begins {} ids ({}{}); give more of one",
                    ids.len(),
                    first.join(", "),
                    if ids.len() > 5 { ", …" } else { "" }
                )
            }
            Error::Explained => f.write_str("`--explain` is written as `--format terminal` or `--format json`"),
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
pub(crate) fn complain(error: &impl fmt::Display) -> io::Result<()> {
    writeln!(io::stderr(), "stancediff: {}", terminal::shown(&error.to_string()))
}

/// Runs a command and returns the exit code.
pub(crate) fn run(args: Args) -> Result<u8, Error> {
    match args.command {
        Command::Compare(args) => run_compare(&args),
        Command::Extract(args) => run_extract(&args),
        Command::Track(args) => run_track(&args),
        Command::Text(args) => run_text(&args),
        Command::Lexicon(args) => match args.command {
            Some(LexiconCommand::Check { files }) => run_lexicon_check(&files),
            Some(LexiconCommand::Show(show)) => run_lexicon_show(show),
            None => run_lexicon_show(args.show),
        },
        Command::Schema { report } => {
            let schema = match report {
                SchemaOf::Compare => schemars::schema_for!(json::CompareReport),
                SchemaOf::Extract => schemars::schema_for!(json::ExtractReport),
                SchemaOf::Track => schemars::schema_for!(track_json::TrackReport),
                SchemaOf::Lexicon => schemars::schema_for!(lexicon::LexiconReport),
                SchemaOf::Explain => schemars::schema_for!(explain::ExplainReport),
                SchemaOf::CompareLine => schemars::schema_for!(json::ChangeLine),
                SchemaOf::ExtractLine => schemars::schema_for!(json::PhraseLine),
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
    let mut readings = all(readings(&args.files, &args.read)?)?;
    let new = readings.pop().expect("clap asks for two files");
    let mut report = compare(&readings, &new);
    if report.is_cut_short {
        note(["so much is alike that the best pairs were taken first, which need not be the best pairing".to_owned()]);
    }
    if let Some(id) = &args.quote {
        let change = quote::find(&report, id).map_err(|unnamed| Error::NoChange { id: id.clone(), unnamed })?;
        return write(args.write.output.as_deref(), (quote::sentence(&report, change) + "\n").as_bytes());
    }
    if let Some(id) = &args.explain {
        let change = quote::find(&report, id).map_err(|unnamed| Error::NoChange { id: id.clone(), unnamed })?;
        let text = match args.format {
            CompareFormat::Json => pretty(&explain::wire(&report, change)),
            CompareFormat::Terminal => explain::terminal(&report, change, &options(args)),
            _ => return Err(Error::Explained),
        };
        return write(args.write.output.as_deref(), text.as_bytes());
    }
    narrow_report(&mut report, &narrow, &args.kind);
    let found = report
        .changes
        .iter()
        .any(|change| args.exit_code && change.kind != ChangeKind::Kept || args.fail_on.contains(&change.kind));
    match &args.bundle {
        Some(folder) => write_folder(folder, &bundle::compare(&report))?,
        None => write(args.write.output.as_deref(), written(args, &report).as_bytes())?,
    };
    Ok(if found { FOUND } else { DONE })
}

/// A comparison in the format asked for.
fn written(args: &Compare, report: &Report) -> String {
    match args.format {
        CompareFormat::Json => pretty(&json::compare_report(report)),
        CompareFormat::Jsonl => lines(&json::compare_lines(report)),
        CompareFormat::Csv => table::compare_csv(report),
        CompareFormat::Markdown => markdown::compare(report, args.all),
        CompareFormat::Html => html::compare(report, args.all),
        CompareFormat::Terminal => terminal::compare(report, &options(args)),
    }
}

/// How a comparison is laid out on a terminal.
fn options(args: &Compare) -> terminal::Options {
    terminal::Options {
        width: width(args.write.width),
        has_color: has_color(args.write.color, args.write.output.is_none()),
        view: args.view.map(|view| match view {
            View::SideBySide => terminal::View::SideBySide,
            View::Inline => terminal::View::Inline,
            View::Ledger => terminal::View::Ledger,
        }),
        shows_all: args.all,
    }
}

fn run_extract(args: &Extract) -> Result<u8, Error> {
    let narrow = Filter::new(&args.narrow)?;
    let readings = readings(&args.files, &args.read)?.map(|reading| Ok(narrow.narrowed(reading?)));
    let bytes = match args.format {
        ExtractFormat::Json => pretty(&json::extract_report(&all(readings)?)).into_bytes(),
        ExtractFormat::Jsonl => phrase_lines(readings)?,
        ExtractFormat::Csv => table::extract_csv(&all(readings)?).into_bytes(),
        ExtractFormat::Terminal => terminal::extract(
            &all(readings)?,
            &terminal::Options {
                width: width(args.write.width),
                has_color: has_color(args.write.color, args.write.output.is_none()),
                view: None,
                shows_all: true,
            },
        )
        .into_bytes(),
    };
    write(args.write.output.as_deref(), &bytes)
}

/// Writes the phrases of each reading, one a line, and lets it go before the next is read.
fn phrase_lines(readings: impl Iterator<Item = Result<Reading, Error>>) -> Result<Vec<u8>, Error> {
    let mut lines = Vec::new();
    let mut notes = Vec::new();
    for (id, reading) in readings.enumerate() {
        let reading = reading?;
        for line in json::extract_lines(id, &reading) {
            serde_json::to_writer(&mut lines, &line).expect("strings and numbers serialise");
            lines.push(b'\n');
        }
        notes.extend(language_note(&reading));
    }
    note(notes);
    Ok(lines)
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
        TrackFormat::Jsonl => lines(&track_json::track_lines(&timeline)),
        TrackFormat::Csv => table::track_csv(&timeline),
        TrackFormat::Html => track_html::track(&timeline, args.all),
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

fn run_lexicon_show(args: ShowLexicon) -> Result<u8, Error> {
    let lexicon = lexicon(&args.lexicon)?;
    if let Some(name) = args.scale.as_ref().filter(|name| !lexicon.has_scale(name)) {
        let scales = lexicon.scales.keys().chain(lexicon.ladders.keys()).map(String::as_str);
        let known = lexicon.issuers().chain(scales).map(str::to_owned).collect();
        return Err(Error::Scale { name: name.clone(), known });
    }
    let wanted = Wanted { scale: args.scale, class: args.class, role: args.role, words: args.words };
    let listing = lexicon.list(&wanted);
    let text = match args.format {
        LexiconFormat::Json => pretty(&lexicon::report(&listing)),
        LexiconFormat::Terminal => terminal::lexicon(
            &listing,
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

/// Tells all that is wrong, a line each; where nothing is, what there is.
fn run_lexicon_check(files: &[PathBuf]) -> Result<u8, Error> {
    let faults = match Lexicon::layered(files) {
        Ok(lexicon) => match faulty_examples(&lexicon, 1) {
            faults if faults.is_empty() => {
                let line = |(file, layer): (&PathBuf, usize)| {
                    format!("`{}`: {}, no faults\n", file.display(), lexicon::counts(&lexicon, layer))
                };
                let lines: String = files.iter().zip(1..).map(line).collect();
                return write(None, lines.as_bytes());
            }
            faults => faults,
        },
        Err(faults) => faults,
    };
    for fault in &faults {
        // Standard error may be closed; the exit code still says that there are faults.
        let _ = complain(fault);
    }
    Ok(TROUBLE)
}

/// The built-in lexicon with the user's files over it.
fn lexicon(files: &[PathBuf]) -> Result<Arc<Lexicon>, Error> {
    match (files.is_empty(), Lexicon::built_in("en")) {
        (true, Some(lexicon)) => Ok(lexicon.clone()),
        _ => Lexicon::layered(files).map_err(Error::Lexicon),
    }
}

/// The lexicon that the flags ask for; nothing where they leave it to the statement.
pub(crate) fn asked_for(options: &Read) -> Result<Option<Arc<Lexicon>>, Error> {
    if options.lexicon.is_empty() && options.scale.is_none() {
        return Ok(None);
    }
    let lexicon = lexicon(&options.lexicon)?;
    let Some(name) = &options.scale else { return Ok(Some(lexicon)) };
    let unknown = || Error::Scale { name: name.clone(), known: lexicon.issuers().map(str::to_owned).collect() };
    lexicon.of_issuer(name).cloned().map(Some).ok_or_else(unknown)
}

/// Reads the files in the order given, each when it is asked for.
fn readings(files: &[PathBuf], options: &Read) -> Result<impl Iterator<Item = Result<Reading, Error>>, Error> {
    if files.iter().filter(|file| is_standard_input(file)).count() > 1 {
        return Err(Error::TwoInputs);
    }
    let layout = if options.sentence_per_line { Layout::Lines } else { Layout::Prose };
    let lexicon = asked_for(options)?;
    let read = move |file: &PathBuf| {
        let statement = statement(file, ReadOptions { layout })?;
        Ok(match &lexicon {
            Some(lexicon) => analyse_with(statement, lexicon),
            None => analyse(statement),
        })
    };
    Ok(files.iter().map(read))
}

/// Takes all readings, and says what there is to note of them.
fn all(readings: impl Iterator<Item = Result<Reading, Error>>) -> Result<Vec<Reading>, Error> {
    let readings: Vec<Reading> = readings.collect::<Result<_, Error>>()?;
    note(readings.iter().filter_map(language_note));
    Ok(readings)
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
fn language_note(reading: &Reading) -> Option<String> {
    if reading.lexicon.is_some() {
        return None;
    }
    let path = terminal::shown(&reading.statement.path);
    let language = match reading.statement.meta.language.0.as_str() {
        "" => "a language that could not be told".to_owned(),
        language => format!("`{}`", terminal::shown(language)),
    };
    Some(format!(
        "`{path}` is in {language}, for which there is no lexicon yet: compared by sentences and words, force is not read"
    ))
}

/// Tells the user what is no trouble but good to know.
fn note(notes: impl IntoIterator<Item = String>) {
    for note in notes {
        let _ = writeln!(io::stderr(), "stancediff: {note}");
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

    /// Leaves the claims a user wants to see.
    fn narrowed(&self, mut reading: Reading) -> Reading {
        let mut phrases = std::mem::take(&mut reading.phrases);
        phrases.retain(|phrase| self.admits(&reading, phrase));
        Reading { phrases, ..reading }
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

/// One value a line.
fn lines(values: &[impl serde::Serialize]) -> String {
    values.iter().map(|value| serde_json::to_string(value).expect("strings and numbers serialise") + "\n").collect()
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

/// Writes a folder of files, whole or not at all. One that is there already must hold nothing else.
fn write_folder(folder: &Path, files: &[(&str, String)]) -> Result<u8, Error> {
    let fail = |source| Error::Write { path: folder.display().to_string(), source };
    let is_ours = |name: &std::ffi::OsStr| files.iter().any(|(file, _)| name == *file);
    let (Some(name), is_there) = (folder.file_name(), folder.exists()) else {
        return Err(fail(io::Error::other("name a folder of its own")));
    };
    if is_there {
        for entry in std::fs::read_dir(folder).map_err(fail)? {
            let entry = entry.map_err(fail)?;
            if !is_ours(&entry.file_name()) {
                let what = format!("it holds `{}`; name a folder of its own", entry.file_name().display());
                return Err(fail(io::Error::other(what)));
            }
        }
    }
    // A neighbour is on the same disk, so that the rename puts the folder there in one step.
    let neighbour = |end: &str| {
        let mut name = name.to_owned();
        name.push(format!(".{}.{end}", std::process::id()));
        folder.with_file_name(name)
    };
    let (part, before) = (neighbour("part"), neighbour("before"));
    let fill = || {
        std::fs::create_dir(&part)?;
        files.iter().try_for_each(|(name, text)| std::fs::write(part.join(name), text))?;
        if is_there {
            std::fs::rename(folder, &before)?;
        }
        std::fs::rename(&part, folder)
    };
    let done = fill();
    // Best effort in both cases: the error that matters is the one above.
    if done.is_ok() {
        let _ = std::fs::remove_dir_all(&before);
    } else {
        let _ = std::fs::remove_dir_all(&part);
        let _ = std::fs::rename(&before, folder);
    }
    done.map_err(fail).map(|()| DONE)
}
