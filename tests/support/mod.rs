//! What several tests share: the samples, read once, and reports as scripts see them.

// Each test is a crate of its own and uses a part of this.
#![allow(dead_code)]

use serde_json::Value;
use stancediff::render::json;
use stancediff::report::compare;
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read, read_bytes};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

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

/// Reads a text for stance as if it stood in a file of this name.
pub(crate) fn written(name: &str, text: &str) -> Reading {
    let statement = read_bytes(name, text.as_bytes().to_vec(), ReadOptions::default());
    analyse(statement.unwrap_or_else(|error| panic!("{error}")))
}

/// Returns the report of `compare --format json`.
pub(crate) fn report(old: &[Reading], new: &Reading) -> Value {
    serde_json::to_value(json::compare_report(&compare(old, new))).expect("a report serialises")
}

/// Returns each statement of a series with the next, and the last with itself.
pub(crate) fn pairs(series: &Path) -> Vec<[PathBuf; 2]> {
    let statements = statements(series);
    let next = statements.iter().skip(1).chain(statements.last());
    statements.iter().zip(next).map(|(old, new)| [old.clone(), new.clone()]).collect()
}

/// Returns the pairs of all English series of the corpora; none where there are no corpora.
pub(crate) fn english_pairs() -> Vec<[PathBuf; 2]> {
    let Some(corpora) = corpora() else { return Vec::new() };
    let is_english = |series: &PathBuf| {
        statements(series).first().is_some_and(|path| reading(path).statement.meta.language.0 == "en")
    };
    let series: Vec<PathBuf> = folders(&corpora).into_iter().filter(is_english).collect();
    assert!(series.iter().any(|series| series.ends_with("fomc")), "no English series in {}", corpora.display());
    series.iter().flat_map(|series| pairs(series)).collect()
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

/// Returns what `look` finds wrong with any of the pairs, in order.
pub(crate) fn faults_of(
    pairs: &[[PathBuf; 2]],
    look: fn(&Reading, &Reading, &[PathBuf; 2]) -> Vec<String>,
) -> Vec<String> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    let workers = std::thread::available_parallelism().map_or(1, |count| count.get());
    std::thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                while let Some(pair) = pairs.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let [old, new] = pair.each_ref().map(|path| reading(path));
                    let faults = look(&old, &new, pair);
                    if !faults.is_empty() {
                        let [old, new] = pair.each_ref().map(|path| path.display());
                        let some = faults.iter().take(4).map(String::as_str).collect::<Vec<_>>().join("\n    ");
                        let count = faults.len();
                        found.lock().unwrap().push(format!("{old} -> {new}: {count} faults:\n    {some}"));
                    }
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort();
    found
}
