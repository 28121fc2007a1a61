//! Figures and dates: every entry's own examples, every word of a family, and what is the same in other words.

use stancediff::align::align;
use stancediff::change::classify;
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

#[test]
fn the_shape_of_a_number_tells_names_from_figures() {
    let table = [
        ("COVID-19 closed the ports of the G20, the P5 and the F-16 base.", ""),
        ("It recalled plan 502798, document 11-51384 and S/RES/1718 (see A/60/PV.2).", ""),
        ("1. The two sides met after 9/11.", ""),
        ("It asks (1) for peace and (2) for trade.", ""),
        ("The six-party talks and the two-thirds-empty port failed.", ""),
        ("It met 3 times in 2015 and twice in the 1990s.", "count 3; date 2015; date 1990s"),
        ("It spent 2015 dollars and 2,015 crowns in 2015-16.", "money USD 2015; count 2015; date from-to 2015..2016"),
        ("It asked more than 2000 ships to wait until 2000.", "count at-least 2000; date at-most 2000"),
        (
            "Of 5.1, 6 and 7.25 percent, it chose 6-1/2.",
            "share 5.1 percent; share 6 percent; share 7.25 percent; count 6.5",
        ),
        (
            "Prices fell from 2.2 percent in July to 0.7 percent in August.",
            "share 2.2 percent; date --07; share 0.7 percent; date --08",
        ),
        ("It gave 2- and 4-year loans.", "period P2Y; period P4Y"),
        ("It told the truth about 2020, by the 1946 rules.", "date 2020; date 1946"),
        ("It fell -0.5% - the 2nd time - to 3-4%.", "share -0.5 percent; share from-to 3..4 percent"),
        ("\u{2007}40\u{a0}000 tonnes – 99999999999999999999999999999999999999999999 tonnes", "amount 40000 tonne"),
    ];
    let told: Vec<(&str, String)> = table.iter().map(|(sentence, _)| (*sentence, told(sentence))).collect();
    let expected: Vec<(&str, String)> = table.iter().map(|(sentence, told)| (*sentence, told.to_string())).collect();
    assert_eq!(told, expected);
}

/// What is said of a claim's second wording: its kind and facets.
fn said(old: &str, new: &str) -> String {
    let (old, new) = (read(old), read(new));
    let changes = classify(&old, &new, &align(&old, &new));
    let said = changes.iter().map(|change| {
        let facets: Vec<&str> = change.facets.iter().map(|facet| facet.name()).collect();
        [&[change.kind.name()], facets.as_slice()].concat().join(" ")
    });
    said.collect::<Vec<_>>().join("; ")
}

#[test]
fn the_same_figure_in_other_words_is_kept() {
    let groups: [(&str, &[&str]); 9] = [
        ("The Council keeps the levy at {}.", &["2 percent", "2%", "2 per cent", "two percent", "2.0 pct"]),
        ("The Council keeps the levy at {}.", &["1-3/4 percent", "1 3/4 percent", "1.75%", "1¾ per cent"]),
        (
            "The Council keeps the levy in a band of {}.",
            &["2-1/4 to 2-1/2 percent", "2.25-2.50%", "2.25 to 2.5 percent"],
        ),
        (
            "The Council lends {} to the ports.",
            &["$1.25 trillion", "US$1,250 billion", "USD 1.25 trillion", "1.25 trillion dollars", "$1,250,000 million"],
        ),
        ("The Council buys {} of grain.", &["40,000 tonnes", "40 000 tonnes", "forty thousand metric tons"]),
        (
            "The Council raises the levy by {}.",
            &["25 basis points", "0.25 percentage points", "a quarter of a percentage point", "1/4 percentage point"],
        ),
        (
            "The Council opens the port on {}.",
            &["30 June 2023", "June 30, 2023", "the 30th of June 2023", "2023-06-30"],
        ),
        (
            "The Council supports a {} for the ports.",
            &["defence programme of co-operation", "defense program of cooperation"],
        ),
        ("The Council welcomes the {}.", &["denuclearisation and peace-keeping", "denuclearization and peacekeeping"]),
    ];
    let mut wrong = Vec::new();
    for (frame, figures) in groups {
        for (a, b) in figures.iter().flat_map(|a| figures.iter().map(move |b| (a, b))) {
            let said = said(&frame.replace("{}", a), &frame.replace("{}", b));
            if said != "kept" {
                wrong.push(format!("`{a}` -> `{b}`: {said}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} pairs are not kept:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn another_figure_is_none_of_the_same() {
    let table = [
        ("The Council keeps the levy at {}.", "2 percent", "2.25 percent", "reworded quantity"),
        ("The Council keeps the levy at {}.", "2 percent", "2-1/4%", "reworded quantity"),
        ("The Council keeps the levy at {}.", "1 3/4 percent", "1 1/4 percent", "reworded quantity"),
        ("The Council lends {} to the ports.", "$40 billion", "$40 million", "reworded quantity"),
        ("The Council lends {} to the ports.", "$40 billion", "€40 billion", "reworded quantity"),
        ("The Council buys {} of grain.", "40,000 tonnes", "50 000 tonnes", "reworded quantity"),
        ("The Council opens the port on {}.", "30 June 2023", "July 30, 2023", "reworded time"),
        ("The Council opens the port within {}.", "30 days", "60 days", "reworded time"),
        ("The Council will keep the levy until {}.", "June 2023", "the end of 2023", "strengthened force time"),
        ("The Council will keep the levy until {}.", "30 June 2023", "15 June 2023", "weakened force time"),
        ("The Council will keep the levy until {}.", "mid-2024", "the third quarter of 2023", "weakened force time"),
        ("The Council will keep the levy until {}.", "the end of 2023", "the end of 2023", "kept"),
    ];
    let mut wrong = Vec::new();
    for (frame, a, b, expected) in table {
        let said = said(&frame.replace("{}", a), &frame.replace("{}", b));
        if said != expected {
            wrong.push(format!("`{a}` -> `{b}`: `{said}` for `{expected}`"));
        }
    }
    assert!(wrong.is_empty(), "{} pairs are misread:\n{}", wrong.len(), wrong.join("\n"));
}
