//! A comparison as a data package: tables, and a description of them that programs read.
//!
//! The description follows the Data Package standard of Frictionless Data, version 2.

use super::rows::on_one_line;
use super::table::{self, Table, Type};
use super::{head, json};
use crate::report::Report;
use serde::Serialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// The description, by the name that the standard gives it.
const DESCRIPTION: &str = "datapackage.json";

/// The names of the files of a package.
pub const FILES: [&str; 4] = [DESCRIPTION, "changes.csv", "phrases.csv", "statements.csv"];

#[derive(Serialize)]
struct Package {
    #[serde(rename = "$schema")]
    schema: &'static str,
    name: &'static str,
    title: String,
    description: &'static str,
    resources: Vec<Resource>,
}

#[derive(Serialize)]
struct Resource {
    name: &'static str,
    path: String,
    #[serde(rename = "type")]
    kind: &'static str,
    /// What readers of version 1 look for.
    profile: &'static str,
    format: &'static str,
    mediatype: &'static str,
    encoding: &'static str,
    bytes: usize,
    hash: String,
    schema: Schema,
}

#[derive(Serialize)]
struct Schema {
    fields: Vec<Field>,
    #[serde(rename = "primaryKey")]
    primary_key: Vec<&'static str>,
    #[serde(rename = "foreignKeys", skip_serializing_if = "Vec::is_empty")]
    foreign_keys: Vec<Value>,
    #[serde(rename = "missingValues")]
    missing_values: [&'static str; 1],
}

#[derive(Serialize)]
struct Field {
    name: String,
    #[serde(rename = "type")]
    holds: &'static str,
    description: &'static str,
    /// What the words of a text may not be without.
    #[serde(skip_serializing_if = "Option::is_none")]
    constraints: Option<Value>,
}

/// Returns the files of a package by their names, in the order of [`FILES`].
pub fn compare(report: &Report) -> Vec<(&'static str, String)> {
    let wire = json::compare_report(report);
    let readings = report.old.iter().chain([report.new]);
    let lines = readings.clone().enumerate().flat_map(|(id, reading)| json::extract_lines(id, reading));
    let refers = |field: &str| json!({"fields": [field], "reference": {"resource": "statements", "fields": ["id"]}});
    let tables = [
        ("changes", table::changes(report, &wire), vec!["id"], vec![refers("old_statement"), refers("new_statement")]),
        ("phrases", table::phrases(lines), vec!["statement", "start"], vec![refers("statement")]),
        ("statements", table::statements(&wire.statements), vec!["id"], vec![]),
    ];
    let mut files: Vec<(&str, String)> = Vec::new();
    let mut resources = Vec::new();
    for ((name, table, primary_key, foreign_keys), path) in tables.into_iter().zip(&FILES[1..]) {
        let text = table.csv();
        let fields = fields(&table, &primary_key);
        let schema = Schema { fields, primary_key, foreign_keys, missing_values: [""] };
        resources.push(resource(name, path, &text, schema));
        files.push((path, text));
    }
    let titles: Vec<String> = readings.map(|reading| head::named(&reading.statement)).collect();
    let package = Package {
        schema: "https://datapackage.org/profiles/2.0/datapackage.json",
        name: "stancediff-compare",
        title: on_one_line(&format!("What changed from {}", titles.join(" to "))),
        description: "The changes between statements, their stance phrases and the statements. A text that a \
                      spreadsheet would take for a formula stands behind an apostrophe; a cell that holds several \
                      items has ` | ` between them; numbers count from 0.",
        resources,
    };
    let described = serde_json::to_string_pretty(&package).expect("strings and numbers serialise") + "\n";
    files.insert(0, (DESCRIPTION, described));
    files
}

fn fields(table: &Table, primary_key: &[&str]) -> Vec<Field> {
    let field = |column: &table::Column| Field {
        name: column.name.clone(),
        holds: column.holds.name(),
        description: column.about,
        constraints: primary_key.contains(&column.name.as_str()).then(|| match column.holds {
            Type::Integer => json!({"required": true, "minimum": 0}),
            _ => json!({"required": true}),
        }),
    };
    table.columns.iter().map(field).collect()
}

fn resource(name: &'static str, path: &str, text: &str, schema: Schema) -> Resource {
    let digest = Sha256::digest(text.as_bytes());
    Resource {
        name,
        path: path.to_owned(),
        kind: "table",
        profile: "tabular-data-resource",
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: text.len(),
        hash: format!("sha256:{}", digest.iter().map(|byte| format!("{byte:02x}")).collect::<String>()),
        schema,
    }
}
