//! The flags and their help.

use clap::{Args as Flags, Parser, Subcommand, ValueEnum};
use jiff::civil::Date;
use stancediff::change::ChangeKind;
use stancediff::lexicon::{Class, Role};
use std::path::PathBuf;

/// See what an official statement no longer says.
#[derive(Debug, Parser)]
#[command(name = "stancediff", version, max_term_width = 100, arg_required_else_help = true)]
#[command(
    after_help = "`-` is standard input. Exit code: 0 done, 1 found what --exit-code or --fail-on asked for, 2 trouble."
)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Compare a statement with the one or more before it
    Compare(Compare),
    /// List the stance phrases of statements
    Extract(Extract),
    /// Follow the lines of a series of statements: when each was said, and how it moved
    Track(Track),
    /// Print the text that was read, to which spans refer
    Text(Text),
    /// Show the words and ladders in force, or check a lexicon of your own
    Lexicon(Lexicon),
    /// Print the JSON Schema of a report
    Schema {
        /// Which report
        #[arg(default_value = "compare")]
        report: SchemaOf,
    },
    /// Print a completion script
    Completions {
        /// For which shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

#[derive(Debug, Flags)]
pub(crate) struct Compare {
    /// The statements, oldest first; the last is compared with those before it
    #[arg(required = true, num_args = 2.., value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = CompareFormat::Terminal)]
    pub(crate) format: CompareFormat,
    /// How the statements are laid out on a terminal [default: side-by-side, inline where it is too narrow]
    #[arg(long, value_enum)]
    pub(crate) view: Option<View>,
    /// Show unchanged sentences and kept phrases too; on an HTML page they are folded otherwise
    #[arg(long)]
    pub(crate) all: bool,
    /// Only these kinds of change
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kind)]
    pub(crate) kind: Vec<ChangeKind>,
    #[command(flatten)]
    pub(crate) narrow: Narrow,
    /// Tell one change in a sentence for an article; the beginning of its id will do
    #[arg(long, value_name = "ID", conflicts_with_all = ["format", "view", "all"])]
    pub(crate) quote: Option<String>,
    /// Tell all that led to one change, in words or as JSON; the beginning of its id will do
    #[arg(long, value_name = "ID", conflicts_with_all = ["view", "all", "quote", "bundle"])]
    pub(crate) explain: Option<String>,
    /// Write a data package instead of a report: datapackage.json and its tables, in a folder of its own
    #[arg(long, value_name = "DIR", conflicts_with_all = ["format", "view", "all", "quote", "output"])]
    pub(crate) bundle: Option<PathBuf>,
    /// Exit with 1 if anything changed
    #[arg(long)]
    pub(crate) exit_code: bool,
    /// Exit with 1 if there is a change of one of these kinds
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kind)]
    pub(crate) fail_on: Vec<ChangeKind>,
    #[command(flatten)]
    pub(crate) read: Read,
    #[command(flatten)]
    pub(crate) write: Write,
}

#[derive(Debug, Flags)]
pub(crate) struct Extract {
    /// The statements
    #[arg(required = true, value_name = "FILE")]
    pub(crate) files: Vec<PathBuf>,
    /// How the phrases are written
    #[arg(long, value_enum, default_value_t = ExtractFormat::Terminal)]
    pub(crate) format: ExtractFormat,
    #[command(flatten)]
    pub(crate) narrow: Narrow,
    #[command(flatten)]
    pub(crate) read: Read,
    #[command(flatten)]
    pub(crate) write: Write,
}

#[derive(Debug, Flags)]
pub(crate) struct Track {
    /// The statements of a series, or folders of them (.txt and .md, ordered by date)
    #[arg(required = true, value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Follow these words by meaning instead of the lines found; may be given several times
    #[arg(long, value_name = "WORDS", conflicts_with_all = ["class", "actor", "topic", "min_statements"])]
    pub(crate) phrase: Vec<String>,
    /// How the threads are written
    #[arg(long, value_enum, default_value_t = TrackFormat::Terminal)]
    pub(crate) format: TrackFormat,
    /// Show all threads, not only the first of each part; an HTML page holds some sixty of each otherwise
    #[arg(long)]
    pub(crate) all: bool,
    /// Only statements whose speaker holds these words
    #[arg(long, value_name = "WORDS")]
    pub(crate) speaker: Option<String>,
    /// Only statements whose audience holds these words
    #[arg(long, value_name = "WORDS")]
    pub(crate) audience: Option<String>,
    /// Only statements by this channel: letter, cable, speech, ...
    #[arg(long, value_name = "WORDS")]
    pub(crate) channel: Option<String>,
    /// Only statements of this day or later
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) since: Option<Date>,
    /// Only statements of this day or earlier
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) until: Option<Date>,
    /// Of several readouts of one day only that whose source or file name holds these words
    #[arg(long, value_name = "WORDS")]
    pub(crate) by_source: Option<String>,
    /// How statements are put in order
    #[arg(long, value_enum, default_value_t = Order::Date)]
    pub(crate) order: Order,
    /// Only threads said on at least so many occasions
    #[arg(long, value_name = "NUMBER", default_value_t = 1)]
    pub(crate) min_statements: usize,
    #[command(flatten)]
    pub(crate) narrow: Narrow,
    #[command(flatten)]
    pub(crate) read: Read,
    #[command(flatten)]
    pub(crate) write: Write,
}

#[derive(Debug, Flags)]
pub(crate) struct Text {
    /// The statement
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

#[derive(Debug, Flags)]
#[command(args_conflicts_with_subcommands = true)]
pub(crate) struct Lexicon {
    #[command(subcommand)]
    pub(crate) command: Option<LexiconCommand>,
    #[command(flatten)]
    pub(crate) show: ShowLexicon,
}

#[derive(Debug, Subcommand)]
pub(crate) enum LexiconCommand {
    /// Print the words and ladders in force and where each comes from
    Show(ShowLexicon),
    /// Tell everything that is wrong with lexicons of your own
    Check {
        /// The lexicons, each layered over the built-in one and those before it
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

#[derive(Debug, Flags)]
pub(crate) struct ShowLexicon {
    /// Only what holds one of these words or is called so
    #[arg(value_name = "WORD")]
    pub(crate) words: Vec<String>,
    /// Only this ladder, or all ladders of this issuer
    #[arg(long, value_name = "NAME")]
    pub(crate) scale: Option<String>,
    /// Only cues of these classes
    #[arg(long, value_delimiter = ',', value_name = "CLASS", value_parser = class)]
    pub(crate) class: Vec<Class>,
    /// Only entries of these roles
    #[arg(long, value_delimiter = ',', value_name = "ROLE", value_parser = role)]
    pub(crate) role: Vec<Role>,
    /// Layer this lexicon over the built-in one; the later over the earlier
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// How it is written
    #[arg(long, value_enum, default_value_t = LexiconFormat::Terminal)]
    pub(crate) format: LexiconFormat,
    #[command(flatten)]
    pub(crate) write: Write,
}

#[derive(Debug, Flags)]
pub(crate) struct Narrow {
    /// Only claims of these classes
    #[arg(long, value_delimiter = ',', value_name = "CLASS", value_parser = class)]
    pub(crate) class: Vec<Class>,
    /// Only claims whose actor holds these words
    #[arg(long, value_name = "WORDS")]
    pub(crate) actor: Option<String>,
    /// Only claims whose text matches
    #[arg(long, value_name = "REGEX")]
    pub(crate) topic: Option<String>,
}

#[derive(Debug, Flags)]
pub(crate) struct Read {
    /// Take each non-blank line as one sentence
    #[arg(long)]
    pub(crate) sentence_per_line: bool,
    /// Layer this lexicon over the built-in one; the later over the earlier
    #[arg(long, value_name = "FILE")]
    pub(crate) lexicon: Vec<PathBuf>,
    /// Read on the ladders of this issuer [default: the speaker's, where it has any]
    #[arg(long, value_name = "NAME")]
    pub(crate) scale: Option<String>,
}

#[derive(Debug, Flags)]
pub(crate) struct Write {
    /// Write to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
    /// Columns to fill [default: the terminal's, else 100]
    #[arg(long, value_name = "COLUMNS", value_parser = clap::value_parser!(u16).range(20..))]
    pub(crate) width: Option<u16>,
    /// When to use colour
    #[arg(long, value_enum, default_value_t = Color::Auto)]
    pub(crate) color: Color,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CompareFormat {
    /// Columns and colour
    Terminal,
    /// The whole report
    Json,
    /// One change a line
    Jsonl,
    /// One change a row
    Csv,
    /// The ledger as a table, for a note
    Markdown,
    /// One page that needs nothing else, for a browser
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum LexiconFormat {
    /// A list to read
    Terminal,
    /// All of it
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    /// A list to read
    Terminal,
    /// The whole report
    Json,
    /// One phrase a line
    Jsonl,
    /// One phrase a row
    Csv,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum TrackFormat {
    /// A row of marks over time for each line
    Terminal,
    /// The whole report
    Json,
    /// One thread a line
    Jsonl,
    /// A row for each thread and statement that holds it
    Csv,
    /// One page that needs nothing else, for a browser
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    /// By date, then by file name
    Date,
    /// As given; the files of a folder by name
    Given,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum View {
    /// Old left, new right, then the ledger
    SideBySide,
    /// One column with what went and came, then the ledger
    Inline,
    /// The ledger alone
    Ledger,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaOf {
    /// The report of `compare --format json`
    Compare,
    /// The report of `extract --format json`
    Extract,
    /// The report of `track --format json`
    Track,
    /// The report of `lexicon show --format json`
    Lexicon,
    /// The report of `compare --explain ID --format json`
    Explain,
    /// A line of `compare --format jsonl`
    CompareLine,
    /// A line of `extract --format jsonl`
    ExtractLine,
}

/// Parses a day.
fn date(text: &str) -> Result<Date, String> {
    let is_whole = text.len() == "2021-01-11".len();
    let day = text.parse::<Date>().ok().filter(|_| is_whole);
    day.ok_or_else(|| "no date; write YYYY-MM-DD, for instance 2021-01-11".to_owned())
}

/// Parses the name of a kind of change.
fn kind(name: &str) -> Result<ChangeKind, String> {
    ChangeKind::ALL.into_iter().find(|kind| kind.name() == name).ok_or_else(|| {
        let names: Vec<&str> = ChangeKind::ALL.iter().map(|kind| kind.name()).collect();
        format!("no kind of change; choose from {}", names.join(", "))
    })
}

/// Parses the name of a class.
fn class(name: &str) -> Result<Class, String> {
    Class::ALL.into_iter().find(|class| class.name() == name).ok_or_else(|| {
        let names: Vec<&str> = Class::ALL.iter().map(|class| class.name()).collect();
        format!("no class; choose from {}", names.join(", "))
    })
}

/// Parses the name of a role.
fn role(name: &str) -> Result<Role, String> {
    Role::ALL.into_iter().find(|role| role.name() == name).ok_or_else(|| {
        let names: Vec<&str> = Role::ALL.iter().map(|role| role.name()).collect();
        format!("no role; choose from {}", names.join(", "))
    })
}
