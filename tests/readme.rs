//! The README shows real output: each `console` block is run, and its lines must stand in what the program prints.

use std::path::Path;
use std::process::Command;

/// The width at which the README's examples were made.
const WIDTH: &str = "96";

/// The words of a command line: those in quotation marks are one, `folder/*.txt` is spelt out.
fn arguments(line: &str) -> Vec<String> {
    let parts = line.split('"').enumerate();
    let split = parts.flat_map(|(at, part)| match at % 2 {
        0 => part.split_whitespace().collect(),
        _ => vec![part],
    });
    let mut words = Vec::new();
    for word in split {
        match word.strip_suffix("/*.txt") {
            Some(folder) => {
                let entries = std::fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).expect(folder);
                let mut files: Vec<String> = entries
                    .map(|entry| format!("{folder}/{}", entry.expect(folder).file_name().to_string_lossy()))
                    .filter(|file| file.ends_with(".txt"))
                    .collect();
                files.sort();
                words.extend(files);
            }
            None => words.push(word.to_owned()),
        }
    }
    words
}

#[test]
fn the_examples_are_what_the_program_prints() {
    let readme = include_str!("../README.md");
    let blocks: Vec<&str> =
        readme.split("```console\n").skip(1).filter_map(|rest| rest.split("\n```").next()).collect();
    assert!(blocks.len() >= 3, "the README has lost its examples");
    for block in blocks {
        let (command, shown) = block.split_once('\n').expect("a command and its output");
        let line = command.strip_prefix("$ stancediff ").expect("a block begins with the command");
        let output = Command::new(env!("CARGO_BIN_EXE_stancediff"))
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .env_remove("CLICOLOR_FORCE")
            .args(arguments(line))
            .args(["--width", WIDTH])
            .output()
            .expect("the program runs");
        let printed = String::from_utf8(output.stdout).expect("the program prints UTF-8");
        assert!(printed.contains(shown.trim_end()), "`{line}` prints something else now:\n{printed}");
    }
}
