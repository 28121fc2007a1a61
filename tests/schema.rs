//! The schemas that the program prints hold for the reports that it prints.

mod support;

use jsonschema::{Validator, draft202012};
use serde_json::Value;
use stancediff::lexicon::{Lexicon, Wanted};
use stancediff::render::track_json::track_report;
use stancediff::render::{self, json};
use stancediff::report::{Timeline, compare};
use stancediff::stance::Reading;
use std::process::Command;
use std::slice::from_ref;

/// Returns the schema that the program prints, as a validator.
fn validator(report: &str) -> Validator {
    let program = env!("CARGO_BIN_EXE_stancediff");
    let output = Command::new(program).args(["schema", report]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let schema: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    draft202012::meta::validate(&schema).unwrap_or_else(|error| panic!("`schema {report}` is no schema: {error}"));
    draft202012::new(&schema).unwrap()
}

fn assert_valid(validator: &Validator, report: &Value, name: &str) {
    let errors: Vec<String> =
        validator.iter_errors(report).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}:\n{}", errors.join("\n"));
}

fn series() -> Vec<(String, Vec<Reading>)> {
    let readings = |paths: Vec<_>| paths.iter().map(|path: &std::path::PathBuf| support::reading(path)).collect();
    let series = support::sample_series();
    series.iter().map(|series| (series.display().to_string(), readings(support::statements(series)))).collect()
}

#[test]
fn compare_reports_are_valid() {
    let validator = validator("compare");
    for (name, readings) in series() {
        for pair in readings.windows(2) {
            assert_valid(&validator, &support::report(from_ref(&pair[0]), &pair[1]), &name);
        }
        let (new, old) = readings.split_last().unwrap();
        assert_valid(&validator, &support::report(old, new), &name);
    }
}

#[test]
fn explanations_are_valid() {
    let validator = validator("explain");
    for (name, readings) in series() {
        let (new, old) = readings.split_last().unwrap();
        let report = compare(old, new);
        for change in &report.changes {
            let told = serde_json::to_value(render::explain::wire(&report, change)).unwrap();
            assert_valid(&validator, &told, &format!("{name} {}", change.id));
        }
    }
}

#[test]
fn extract_reports_are_valid() {
    let validator = validator("extract");
    for (name, readings) in series() {
        let report = serde_json::to_value(json::extract_report(&readings)).unwrap();
        assert!(!report["phrases"].as_array().unwrap().is_empty(), "{name}");
        assert_valid(&validator, &report, &name);
    }
}

#[test]
fn lexicon_reports_are_valid() {
    let lexicon = Lexicon::built_in("en").unwrap();
    let report = serde_json::to_value(render::lexicon::report(&lexicon.list(&Wanted::default()))).unwrap();
    for list in ["issuers", "scales", "entries", "synonyms", "actors"] {
        assert!(!report[list].as_array().unwrap().is_empty(), "{list}");
    }
    assert_valid(&validator("lexicon"), &report, "lexicon");
}

#[test]
fn lines_are_valid() {
    let (changes, phrases) = (validator("compare-line"), validator("extract-line"));
    for (name, readings) in series() {
        let (new, old) = readings.split_last().unwrap();
        for line in json::compare_lines(&compare(old, new)) {
            assert_valid(&changes, &serde_json::to_value(line).unwrap(), &name);
        }
        for line in readings.iter().enumerate().flat_map(|(id, reading)| json::extract_lines(id, reading)) {
            assert_valid(&phrases, &serde_json::to_value(line).unwrap(), &name);
        }
    }
}

#[test]
fn track_reports_are_valid() {
    let validator = validator("track");
    let words = |words: &str| support::written("--phrase", words);
    let queries = [words("a political settlement"), words("no such words")];
    for (name, readings) in series() {
        for timeline in [Timeline::of(&readings), Timeline::following(&readings, &queries)] {
            let report = serde_json::to_value(track_report(&timeline)).unwrap();
            assert!(!report["threads"].as_array().unwrap().is_empty(), "{name}");
            assert_valid(&validator, &report, &name);
        }
    }
    // Nor is this one a rubber stamp.
    let (_, readings) = series().swap_remove(0);
    let sound = serde_json::to_value(track_report(&Timeline::of(&readings))).unwrap();
    type Damage = (&'static str, fn(&mut Value));
    let damages: [Damage; 3] = [
        ("/threads/0/state", |state| *state = "gone".into()),
        ("/threads/0/appearances/0", |said| drop(said.as_object_mut().unwrap().remove("span"))),
        ("/threads/0/present_in", |present| *present = "everywhere".into()),
    ];
    for (path, damage) in damages {
        let mut report = sound.clone();
        damage(report.pointer_mut(path).unwrap());
        assert!(!validator.is_valid(&report), "{path}");
    }
}

/// The schema is no rubber stamp: what is lost, misnamed or of another type is refused.
#[test]
fn damaged_reports_are_not() {
    let validator = validator("compare");
    let (_, readings) = series().swap_remove(0);
    let sound = support::report(from_ref(&readings[0]), &readings[1]);
    let pair = sound["changes"].as_array().unwrap().iter().position(|change| change["old"].is_object()).unwrap();
    type Damage = (&'static str, fn(&mut Value));
    let damages: [Damage; 4] = [
        ("/changes", |changes| *changes = "none".into()),
        ("/summary", |summary| drop(summary.as_object_mut().unwrap().remove("kept"))),
        ("/old/span", |span| drop(span.as_object_mut().unwrap().remove("end"))),
        ("/old/text", |text| *text = Value::Null),
    ];
    for (path, damage) in damages {
        let mut report = sound.clone();
        let place = if path.starts_with("/old") { format!("/changes/{pair}{path}") } else { path.to_owned() };
        damage(report.pointer_mut(&place).unwrap());
        assert!(!validator.is_valid(&report), "{place}");
    }
}
