//! No module names one that stands after it in the pipeline.
//!
//! When this fails, move the type down; do not reorder the list to please it.

use regex::Regex;
use std::fs;
use std::path::{Path, PathBuf};

/// The modules in order: each may name itself and those before it.
const ORDER: [&str; 9] = ["text", "lexicon", "statement", "segment", "stance", "align", "change", "report", "render"];

/// Returns the words and marks of a source, without comments, strings and character literals.
fn tokens(source: &str) -> Vec<String> {
    let quiet = [
        r"//[^\n]*",
        r"/\*.*?\*/",
        r##"r#".*?"#"##,
        r#"\br".*?""#,
        r#""(?:\\.|[^"\\])*""#,
        r"'(?:\\'|\\[^']+|[^'\\])'",
    ];
    let code = Regex::new(&format!("(?s){}", quiet.join("|"))).unwrap().replace_all(source, " ").into_owned();
    Regex::new(r"\w+|::|\S").unwrap().find_iter(&code).map(|token| token.as_str().to_owned()).collect()
}

/// Returns the first name after every `crate::`, one for each path of a group, and what is named by `super::` of the
/// modules in order.
fn names(tokens: &[String]) -> Vec<&str> {
    let mut names = Vec::new();
    for (at, pair) in tokens.windows(2).enumerate() {
        if !matches!(pair[0].as_str(), "crate" | "super") || pair[1] != "::" {
            continue;
        }
        let mut depth = 0;
        let mut is_first = true;
        let from = names.len();
        for token in &tokens[at + 2..] {
            match token.as_str() {
                "{" => depth += 1,
                "}" => depth -= 1,
                "," if depth == 1 => is_first = true,
                name if is_first => {
                    names.push(name);
                    is_first = false;
                }
                _ => {}
            }
            if depth <= 0 {
                break;
            }
        }
        if pair[0] == "super" {
            let found = names.split_off(from);
            names.extend(found.into_iter().filter(|name| ORDER.contains(name)));
        }
    }
    names
}

/// Returns what a source of `module` names and may not: a later module, or anything the crate's root only re-exports.
fn faults(module: &str, source: &str) -> Vec<String> {
    let rank = |name: &str| ORDER.iter().position(|known| *known == name);
    let own = rank(module).unwrap_or_else(|| panic!("`{module}` has no place in the order"));
    let is_fault = |name: &&str| rank(name).is_none_or(|rank| rank > own);
    names(&tokens(source)).into_iter().filter(is_fault).map(str::to_owned).collect()
}

/// Returns every source file under a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

#[test]
fn no_module_names_a_later_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut wrong = Vec::new();
    let mut seen = Vec::new();
    for path in sources(&root) {
        let inside = path.strip_prefix(&root).unwrap();
        let module = inside.iter().next().unwrap().to_str().unwrap();
        if matches!(module, "bin" | "lib.rs") {
            continue;
        }
        let module = module.trim_end_matches(".rs");
        seen.push(module.to_owned());
        let source = fs::read_to_string(&path).unwrap();
        wrong.extend(faults(module, &source).iter().map(|name| format!("src/{} names `{name}`", inside.display())));
    }
    assert!(ORDER.iter().all(|module| seen.contains(&(*module).to_owned())), "not every module was read: {seen:?}");
    assert!(wrong.is_empty(), "a module names only itself and those before it:\n{}", wrong.join("\n"));
}

#[test]
fn a_planted_violation_is_caught() {
    let planted = [
        ("use crate::render::json;", vec!["render"]),
        (
            "use crate::{\n    stance::{Mark, Part},\n    text, // crate::align\n    report::Report,\n};",
            vec!["stance", "report"],
        ),
        ("fn f<'a>(x: &'a str) -> crate::change::Edit { g('\"', crate::align::align) }", vec!["change", "align"]),
        ("use crate::Reading;", vec!["Reading"]),
        ("use super::super::align::Link;", vec!["align"]),
        ("use super::report;", vec!["report"]),
        (
            "/* crate::report */ /// crate::report\n//! crate::report\nconst A: &str = \"crate::report \\\" crate::report\";",
            vec![],
        ),
        ("const A: &str = r#\"crate::report \" crate::report\"#; pub(crate) use fold::lines;", vec![]),
        ("use crate::{lexicon::{self, Tag}, text::{Span, Word}};\nuse super::Token;", vec![]),
    ];
    for (source, expected) in planted {
        assert_eq!(faults("segment", source), expected, "in {source}");
    }
}
