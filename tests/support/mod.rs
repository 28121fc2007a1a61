//! What several tests share: the samples, read once, and reports as scripts see them.

// Each test is a crate of its own and uses a part of this.
#![allow(dead_code)]

use serde_json::Value;
use stancediff::render::json;
use stancediff::report::compare;
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read};
use std::fs;
use std::path::{Path, PathBuf};

/// The project's folder.
pub(crate) fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the folders of `samples/` that hold a series, in order.
pub(crate) fn sample_series() -> Vec<PathBuf> {
    let samples = project().join("samples");
    let series =
        [samples.clone(), samples.join("languages")].iter().flat_map(|folder| folders(folder)).collect::<Vec<_>>();
    series.into_iter().filter(|folder| !statements(folder).is_empty()).collect()
}

/// Returns the folders in a folder, in order.
pub(crate) fn folders(folder: &Path) -> Vec<PathBuf> {
    sorted(folder, Path::is_dir)
}

/// Returns the statements of a series, in order of date.
pub(crate) fn statements(series: &Path) -> Vec<PathBuf> {
    sorted(series, |path| path.extension().is_some_and(|extension| extension == "txt"))
}

fn sorted(folder: &Path, is_wanted: impl Fn(&Path) -> bool) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).filter(|path| is_wanted(path)).collect();
    paths.sort();
    paths
}

/// Reads a statement for stance.
pub(crate) fn reading(path: &Path) -> Reading {
    analyse(read(path, ReadOptions::default()).unwrap_or_else(|error| panic!("{error}")))
}

/// Returns the report of `compare --format json`.
pub(crate) fn report(old: &[Reading], new: &Reading) -> Value {
    serde_json::to_value(json::compare_report(&compare(old, new))).expect("a report serialises")
}

/// Returns the folder of corpora, where there is one.
pub(crate) fn corpora() -> Option<PathBuf> {
    match std::env::var_os("STANCEDIFF_CORPORA") {
        Some(path) => {
            let path = PathBuf::from(path);
            assert!(path.is_dir(), "STANCEDIFF_CORPORA is no folder: {}", path.display());
            Some(path)
        }
        None => Some(project().join("../shared/corpora")).filter(|path| path.is_dir()),
    }
}
