//! The statements of a series: found, read in parallel, narrowed and put in order.

use crate::args::{Order, Track};
use crate::run::{self, asked_for, is_standard_input, statement};
use stancediff::render::terminal::shown;
use stancediff::report::occasions;
use stancediff::stance::{Reading, analyse, analyse_with};
use stancediff::statement::{ReadError, ReadOptions, Statement, read_bytes};
use stancediff::text::Layout;
use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

/// A series as a user asked for it.
pub(crate) struct Series {
    /// The statements in order.
    pub(crate) readings: Vec<Reading>,
    /// The user's own phrases.
    pub(crate) queries: Vec<Reading>,
    /// What is said while it takes long.
    pub(crate) progress: Progress,
}

/// Why a series cannot be followed.
#[derive(Debug)]
pub(crate) enum Error {
    /// A folder could not be searched.
    Folder { path: String, source: io::Error },
    /// A folder without statements.
    NoStatements { path: String },
    /// Statements that have no date, of so many.
    Undated { paths: Vec<String>, of: usize },
    /// Nothing is left of so many statements.
    NothingLeft { of: usize },
    /// A phrase without words.
    Phrase { text: String },
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Folder { path, source } => write!(f, "cannot search the folder `{path}`: {source}"),
            Error::NoStatements { path } => {
                write!(f, "no statement in the folder `{path}`; it is searched for .txt and .md files")
            }
            Error::Undated { paths, of } => {
                let paths: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
                write!(
                    f,
                    "{} of {of} statements have no date: {}; give each a `date:` in its front matter or a name that begins \
                     with YYYY-MM-DD, or keep the order in which they are given with `--order given`",
                    paths.len(),
                    paths.join(", ")
                )
            }
            Error::NothingLeft { of } => {
                write!(
                    f,
                    "none of {of} statements is by the speaker, to the audience, by the channel and of the time asked for"
                )
            }
            Error::Phrase { text } => write!(f, "`--phrase {text}` holds no words"),
        }
    }
}

impl From<Error> for run::Error {
    fn from(error: Error) -> run::Error {
        run::Error::Series(error)
    }
}

impl Series {
    /// Reads the statements that a user asked for.
    pub(crate) fn read(args: &Track) -> Result<Series, run::Error> {
        let files = files(&args.paths)?;
        if files.iter().filter(|file| is_standard_input(file)).count() > 1 {
            return Err(run::Error::TwoInputs);
        }
        let layout = if args.read.sentence_per_line { Layout::Lines } else { Layout::Prose };
        let progress = Progress::new();
        let lexicon = asked_for(&args.read)?;
        let read = |statement: Statement| match &lexicon {
            Some(lexicon) => analyse_with(statement, lexicon),
            None => analyse(statement),
        };
        let mut readings = readings(&files, ReadOptions { layout }, &read, &progress)?;
        let of = readings.len();
        readings.retain(|reading| is_wanted(args, &reading.statement));
        if readings.is_empty() {
            return Err(Error::NothingLeft { of }.into());
        }
        if args.order == Order::Date {
            let undated = readings.iter().filter(|reading| reading.statement.meta.date.is_none());
            let paths: Vec<String> = undated.map(|reading| reading.statement.path.clone()).collect();
            if !paths.is_empty() {
                return Err(Error::Undated { paths, of: readings.len() }.into());
            }
            readings.sort_by_cached_key(|reading| {
                let path = Path::new(&reading.statement.path);
                (reading.statement.meta.date, path.file_name().map(ToOwned::to_owned), reading.statement.path.clone())
            });
        }
        if let Some(source) = &args.by_source {
            keep_readouts(&mut readings, source);
        }
        let queries = args.phrase.iter().map(|phrase| query(phrase, &readings[0], &read)).collect::<Result<_, _>>()?;
        progress.say("following the lines");
        Ok(Series { readings, queries, progress })
    }
}

impl Series {
    /// Says of how many statements only sentences and words are compared.
    pub(crate) fn note_languages(&self) {
        let unread: Vec<&Reading> = self.readings.iter().filter(|reading| reading.lexicon.is_none()).collect();
        let mut languages: Vec<&str> =
            unread.iter().map(|reading| reading.statement.meta.language.0.as_str()).collect();
        languages.sort_unstable();
        languages.dedup();
        let named = |language: &&str| match *language {
            "" => "languages that could not be told".to_owned(),
            language => format!("`{}`", shown(language)),
        };
        if !unread.is_empty() {
            let _ = writeln!(
                io::stderr(),
                "stancediff: {} of {} statements are in {}, for which there is no lexicon yet: followed by sentences and \
                 words, force is not read",
                unread.len(),
                self.readings.len(),
                languages.iter().map(named).collect::<Vec<_>>().join(", ")
            );
        }
    }
}

/// Returns the files that are meant: those named, and those of folders that look like statements.
fn files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    let mut skipped = Vec::new();
    for path in paths {
        if path.is_dir() {
            let before = (files.len(), skipped.len());
            search(path, &mut files, &mut skipped)?;
            if files.len() == before.0 {
                return Err(Error::NoStatements { path: path.display().to_string() });
            }
        } else {
            files.push(path.clone());
        }
    }
    if let [first, rest @ ..] = &skipped[..] {
        let more = if rest.is_empty() { String::new() } else { format!(" and {} like it", rest.len()) };
        let _ = writeln!(
            io::stderr(),
            "stancediff: `{}`{more} left out: a README is taken for no statement unless it is named itself",
            first.display()
        );
    }
    // A file that is named and stands in a named folder too is one statement.
    let mut seen = BTreeSet::new();
    let mut is_new = |file: &PathBuf| seen.insert(file.canonicalize().unwrap_or_else(|_| file.clone()));
    files.retain(|file| is_standard_input(file) || is_new(file));
    Ok(files)
}

/// Searches a folder and those in it, by name. Links to folders are not followed, so that no circle is walked.
fn search(folder: &Path, files: &mut Vec<PathBuf>, skipped: &mut Vec<PathBuf>) -> Result<(), Error> {
    let fail = |source| Error::Folder { path: folder.display().to_string(), source };
    let mut entries = std::fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>).map_err(fail)?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().to_lowercase();
        let is_folder = entry.file_type().map_err(fail)?.is_dir();
        if name.starts_with('.') {
            continue;
        }
        if is_folder {
            search(&path, files, skipped)?;
        } else if [".txt", ".md", ".markdown"].iter().any(|ending| name.ends_with(ending)) && path.is_file() {
            if name.starts_with("readme") { skipped.push(path) } else { files.push(path) }
        }
    }
    Ok(())
}

/// Reads statements on all processors, the only place where that is done.
fn readings(
    files: &[PathBuf],
    options: ReadOptions,
    analyse: &(impl Fn(Statement) -> Reading + Sync),
    progress: &Progress,
) -> Result<Vec<Reading>, run::Error> {
    let next = AtomicUsize::new(0);
    let (sender, receiver) = mpsc::channel();
    let mut read: Vec<Option<Result<Reading, run::Error>>> = files.iter().map(|_| None).collect();
    thread::scope(|scope| {
        let workers = thread::available_parallelism().map_or(1, std::num::NonZero::get).min(files.len());
        for _ in 0..workers {
            let (sender, next) = (sender.clone(), &next);
            scope.spawn(move || {
                while let Some(at) = Some(next.fetch_add(1, Ordering::Relaxed)).filter(|&at| at < files.len()) {
                    // Nobody listens any more only where the program is ending.
                    let _ = sender.send((at, statement(&files[at], options).map(analyse)));
                }
            });
        }
        drop(sender);
        for (count, (at, reading)) in receiver.iter().enumerate() {
            read[at] = Some(reading);
            progress.tell(&format!("{} of {} statements read", count + 1, files.len()));
        }
    });
    // In the order of the files, so that of several faults the first is told.
    read.into_iter().flatten().collect()
}

/// Whether a statement is by whom, to whom, by what and of when it was asked for.
fn is_wanted(args: &Track, statement: &Statement) -> bool {
    let meta = &statement.meta;
    let holds = |wanted: &Option<String>, value: &Option<String>| {
        wanted.as_ref().is_none_or(|wanted| {
            value.as_ref().is_some_and(|value| value.to_lowercase().contains(&wanted.to_lowercase()))
        })
    };
    holds(&args.speaker, &meta.speaker)
        && holds(&args.audience, &meta.audience)
        && holds(&args.channel, &meta.channel)
        && args.since.is_none_or(|since| meta.date.is_some_and(|date| date >= since))
        && args.until.is_none_or(|until| meta.date.is_some_and(|date| date <= until))
}

/// Leaves of several readouts of one occasion those of a source, where it has one.
fn keep_readouts(readings: &mut Vec<Reading>, source: &str) {
    let source = source.to_lowercase();
    let is_of = |reading: &Reading| {
        let name = Path::new(&reading.statement.path).file_name().map(|name| name.to_string_lossy().to_lowercase());
        let given = reading.statement.meta.source.as_ref().map(|given| given.to_lowercase());
        [name, given].into_iter().flatten().any(|text| text.contains(&source))
    };
    let mut is_kept = vec![true; readings.len()];
    for occasion in occasions(readings) {
        if occasion.statements.clone().any(|at| is_of(&readings[at])) {
            occasion.statements.for_each(|at| is_kept[at] = is_of(&readings[at]));
        }
    }
    let mut at = 0;
    readings.retain(|_| {
        at += 1;
        is_kept[at - 1]
    });
}

/// Reads a user's phrase in the language of the series.
fn query(phrase: &str, like: &Reading, analyse: &impl Fn(Statement) -> Reading) -> Result<Reading, Error> {
    let mut statement = match read_bytes("--phrase", phrase.as_bytes().to_vec(), ReadOptions { layout: Layout::Lines })
    {
        Ok(statement) => statement,
        Err(ReadError::Empty { .. } | _) => return Err(Error::Phrase { text: phrase.to_owned() }),
    };
    statement.meta.language = like.statement.meta.language.clone();
    Ok(analyse(statement))
}

/// What is said on standard error while the reading takes more than a second and somebody is looking.
pub(crate) struct Progress {
    since: Instant,
    last: Cell<Option<Instant>>,
    is_watched: bool,
}

/// How long nothing is said; a tenth of it is how long a word stands at least.
const QUIET: Duration = Duration::from_secs(1);

impl Progress {
    fn new() -> Progress {
        Progress { since: Instant::now(), last: Cell::new(None), is_watched: io::stderr().is_terminal() }
    }

    /// Says how far it is, not too often.
    fn tell(&self, words: &str) {
        if self.last.get().is_none_or(|last| last.elapsed() >= QUIET / 10) {
            self.say(words);
        }
    }

    /// Says what is done now.
    fn say(&self, words: &str) {
        if self.is_watched && self.since.elapsed() >= QUIET {
            self.last.set(Some(Instant::now()));
            let mut stderr = io::stderr();
            let _ = write!(stderr, "\r\u{1b}[K{words}").and_then(|()| stderr.flush());
        }
    }

    /// Wipes what was said.
    pub(crate) fn done(&self) {
        if self.last.get().is_some() {
            let _ = write!(io::stderr(), "\r\u{1b}[K");
        }
    }
}
