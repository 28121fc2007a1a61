//! A file or bytes to [`Statement`].

use super::Statement;
use crate::text::Layout;
use std::fmt;
use std::path::Path;

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// How the text is laid out. Default: prose.
    pub layout: Layout,
}

/// Why a statement could not be read. Lower case, no full stop; says which file, what and what to do.
#[derive(Debug)]
pub enum ReadError {
    /// The file could not be opened or read.
    Io {
        /// The file.
        path: String,
        /// The cause.
        source: std::io::Error,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Io { path, source } => write!(f, "cannot read `{path}`: {source}"),
        }
    }
}

impl std::error::Error for ReadError {}

/// Reads a statement from a file; the date may come from its name.
pub fn read(path: &Path, options: ReadOptions) -> Result<Statement, ReadError> {
    let name = path.display().to_string();
    let bytes = std::fs::read(path).map_err(|source| ReadError::Io { path: name.clone(), source })?;
    read_bytes(&name, bytes, options)
}

/// Reads a statement from bytes that came from `path` (`-` for standard input).
pub fn read_bytes(path: &str, bytes: Vec<u8>, options: ReadOptions) -> Result<Statement, ReadError> {
    todo!("{path} {} {options:?}", bytes.len())
}
