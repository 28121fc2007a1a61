//! What is wrong with a lexicon, told to its author in one line.

use super::Origin;
use std::fmt;
use std::io;

/// One thing that is wrong with a lexicon.
#[derive(Debug)]
pub enum LexiconError {
    /// The file cannot be read.
    Io {
        /// The file.
        file: String,
        /// The cause.
        source: io::Error,
    },
    /// The file is no TOML.
    Syntax {
        /// Where.
        origin: Origin,
        /// What is wrong.
        fault: String,
    },
    /// The file says something that cannot be.
    Fault {
        /// Where.
        origin: Origin,
        /// Of what: `entry`, `scale`, `actor`, `group`; empty for the file itself.
        what: &'static str,
        /// Its id, or its number in the file where it has none.
        id: String,
        /// The key; empty where all of it is at fault.
        key: String,
        /// What is wrong and what to do.
        fault: String,
    },
}

impl LexiconError {
    /// Returns where the fault is; nothing where the file could not be read.
    pub fn origin(&self) -> Option<&Origin> {
        match self {
            LexiconError::Io { .. } => None,
            LexiconError::Syntax { origin, .. } | LexiconError::Fault { origin, .. } => Some(origin),
        }
    }
}

impl fmt::Display for LexiconError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            LexiconError::Io { file, source } => write!(f, "cannot read the lexicon `{file}`: {source}"),
            LexiconError::Syntax { origin, fault } => {
                write!(f, "lexicon `{}`, line {}: {fault}", origin.file, origin.line)
            }
            LexiconError::Fault { origin, what, id, key, fault } => {
                write!(f, "lexicon `{}`, line {}", origin.file, origin.line)?;
                if !what.is_empty() {
                    write!(f, ", {what} `{id}`")?;
                }
                if !key.is_empty() {
                    write!(f, ", key `{key}`")?;
                }
                write!(f, ": {fault}")
            }
        }
    }
}

impl std::error::Error for LexiconError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            LexiconError::Io { source, .. } => Some(source),
            LexiconError::Syntax { .. } | LexiconError::Fault { .. } => None,
        }
    }
}
