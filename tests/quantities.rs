//! Figures and dates: every entry's own examples, every word of a family, and what is the same in other words.

use stancediff::lexicon::{Bound, QuantityEntry, QuantityRole as Role, QuantityWords};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};

/// Reads a sentence as an English statement.
fn read(sentence: &str) -> Reading {
    let text = format!("---\nlanguage: en\n---\n\n{sentence}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("an example is a statement"))
}

/// What is read in a sentence: kind, bound where it is one, value.
fn told(sentence: &str) -> String {
    let reading = read(sentence);
    let told = reading.segments.quantities.iter().map(|quantity| match quantity.bound {
        Bound::Exact => format!("{} {}", quantity.kind.name(), quantity.value),
        bound => format!("{} {} {}", quantity.kind.name(), bound.name(), quantity.value),
    });
    told.collect::<Vec<_>>().join("; ")
}

fn forms(entry: &QuantityEntry) -> impl Iterator<Item = &String> {
    entry.forms.iter().chain(&entry.signs).chain(entry.words.keys())
}

/// Whether a form of the entry stands in a sentence: all its words, hyphens and digits aside.
fn tempts(entry: &QuantityEntry, sentence: &str) -> bool {
    let words = |text: &str| -> String {
        let mut spaced = String::from(" ");
        let mut old = None;
        for char in text.to_lowercase().chars() {
            let kind = (char.is_alphabetic(), char.is_ascii_digit(), char == '%' || char == '-');
            if old.is_some_and(|old| old != kind) {
                spaced.push(' ');
            }
            spaced.push(if char == '-' { ' ' } else { char });
            old = Some(kind);
        }
        spaced.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let sentence = format!(" {} ", words(sentence));
    forms(entry).any(|form| form == "-" || sentence.contains(&format!(" {} ", words(form))))
}

#[test]
fn examples_are_read_and_counter_examples_are_not() {
    let mut wrong = Vec::new();
    for entry in QuantityWords::english().entries() {
        let mut say = |fault: String, sentence: &str| wrong.push(format!("`{}` {fault}: {sentence}", entry.id));
        if entry.examples.is_empty() || entry.counter.is_empty() {
            say("lacks an example or a counter-example".into(), "");
        }
        for example in &entry.examples {
            let Some((sentence, expected)) = example.split_once(" => ") else {
                say("has an example without `=>`".into(), example);
                continue;
            };
            let told = told(sentence);
            if told != expected {
                say(format!("reads `{told}` for `{expected}`"), sentence);
            }
            if !tempts(entry, sentence) {
                say("has an example without a form of its".into(), sentence);
            }
        }
        for sentence in &entry.counter {
            let told = told(sentence);
            if !told.is_empty() {
                say(format!("reads `{told}` in a counter-example"), sentence);
            }
            if !tempts(entry, sentence) {
                say("has a counter-example without a form of its".into(), sentence);
            }
        }
    }
    assert!(wrong.is_empty(), "{} sentences are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_word_of_a_family_is_read() {
    let mut wrong = Vec::new();
    for entry in QuantityWords::english().entries() {
        let pairs = entry.words.iter().map(|(form, value)| (form.as_str(), value.as_str()));
        for (form, value) in pairs.chain(entry.forms.iter().map(|form| (form.as_str(), entry.value.as_str()))) {
            let (sentence, expected) = match entry.role {
                Role::Number => (format!("It took {form} tonnes."), format!("amount {value} tonne")),
                Role::Scale => (format!("It took one {form} tonnes."), format!("amount {value} tonne")),
                Role::Currency => (format!("It took 40 {form}."), format!("money {value} 40")),
                Role::Unit if entry.factor.is_none() => (format!("It took 40 {form}."), format!("40 {value}")),
                Role::Month => {
                    let name = format!("{}{}", form[..1].to_uppercase(), &form[1..]);
                    (format!("It met on 3 {name} 2020."), format!("date 2020-{:0>2}-03", value))
                }
                _ => continue,
            };
            let told = told(&sentence);
            if !told.ends_with(&expected) {
                wrong.push(format!("`{told}` for `{expected}`: {sentence}"));
            }
        }
        for sign in &entry.signs {
            let sentence = format!("It took {sign} 40 million.");
            let (told, expected) = (told(&sentence), format!("money {} 40000000", entry.value));
            if told != expected {
                wrong.push(format!("`{told}` for `{expected}`: {sentence}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} words are not read:\n{}", wrong.len(), wrong.join("\n"));
}
