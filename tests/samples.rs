//! What the report promises of any two statements, over every pair of the samples and, where the folder of corpora is
//! there, of real series: nothing is lost, nothing stands twice, every span quotes its words.
//!
//! The corpora are looked for in `../shared/corpora`, or where `STANCEDIFF_CORPORA` says.

mod support;

use proptest::prelude::*;
use serde_json::Value;
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::slice::from_ref;

/// A text that can be cut by code points, as scripts cut it.
struct Text<'t> {
    text: &'t str,
    /// Where each character starts, and where the last ends.
    starts: Vec<usize>,
}

impl<'t> Text<'t> {
    fn of(reading: &'t Reading) -> Text<'t> {
        let text = reading.statement.text.as_str();
        Text { text, starts: text.char_indices().map(|(at, _)| at).chain([text.len()]).collect() }
    }

    /// Returns the words of a span of the report; none where it is no span of this text.
    fn quote(&self, span: &Value) -> Option<&'t str> {
        let at = |key: &str| self.starts.get(usize::try_from(span[key].as_u64()?).ok()?).copied();
        self.text.get(at("start")?..at("end")?)
    }
}

fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    value[key].as_array().unwrap_or_else(|| panic!("the report has no list `{key}`"))
}

fn number(value: &Value) -> usize {
    value.as_u64().and_then(|number| usize::try_from(number).ok()).unwrap_or_else(|| panic!("{value} is no number"))
}

/// Returns what is wrong with a report on readings, the newest last.
fn faults(report: &Value, readings: &[&Reading]) -> Vec<String> {
    let texts: Vec<Text> = readings.iter().map(|reading| Text::of(reading)).collect();
    let mut faults = Vec::new();
    spans(report, &Value::Null, None, &texts, &mut faults);
    sentences(report, readings, &texts, &mut faults);
    changes(report, readings, &mut faults);
    faults
}

/// Every object with `text` and `span`, wherever it stands, quotes its text. An object with `statement` says in which
/// text, and its parts are of the same; `old` and `new` inside a change without a statement of their own are of its
/// sides.
fn spans(value: &Value, change: &Value, statement: Option<usize>, texts: &[Text], faults: &mut Vec<String>) {
    if let Value::Array(values) = value {
        values.iter().for_each(|value| spans(value, change, statement, texts, faults));
    }
    let Value::Object(object) = value else { return };
    let statement = object.get("statement").map(number).or(statement);
    if let (Some(span), Some(text)) = (object.get("span"), object.get("text").and_then(Value::as_str)) {
        match statement {
            None => faults.push(format!("a span is of no statement: {value}")),
            Some(id) if texts[id].quote(span) != Some(text) || text.trim().is_empty() => {
                faults.push(format!("{span} of statement {id} is {:?}, not {text:?}", texts[id].quote(span)));
            }
            Some(_) => {}
        }
    }
    let change = if object.contains_key("kind") { value } else { change };
    for (key, value) in object {
        let side = change.get(key).and_then(|side| side.get("statement")).map(number);
        spans(value, change, if matches!(key.as_str(), "old" | "new") { side } else { statement }, texts, faults);
    }
}

/// Whether all letters and digits of `part` stand in `whole`, in their order.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().filter(|char| char.is_alphanumeric()).all(|char| rest.any(|other| other == char))
}

/// Every sentence of the last old statement and of the newest stands exactly once, with its span, and the words that
/// stay, go and come are those of the sentences.
fn sentences(report: &Value, readings: &[&Reading], texts: &[Text], faults: &mut Vec<String>) {
    let sides =
        [("old", "old_spans", "delete", readings.len() - 2), ("new", "new_spans", "insert", readings.len() - 1)];
    for (side, side_spans, op, id) in sides {
        let mut times = vec![0; readings[id].segments.sentences.len()];
        for row in items(report, "sentences") {
            let (numbers, spans) = (items(row, side), items(row, side_spans));
            if numbers.len() != spans.len() {
                faults.push(format!("{} {side} sentences have {} spans", numbers.len(), spans.len()));
            }
            let (mut all, mut visible) = (String::new(), String::new());
            for (at, span) in numbers.iter().map(number).zip(spans) {
                let Some(times) = times.get_mut(at) else {
                    faults.push(format!("there is no {side} sentence {at}"));
                    continue;
                };
                *times += 1;
                let (statement, segments) = (&readings[id].statement, &readings[id].segments);
                let sentence = statement.quote(segments.sentences[at].span);
                if texts[id].quote(span) != Some(sentence) {
                    faults.push(format!("{span} of statement {id} is {:?}, not {sentence:?}", texts[id].quote(span)));
                }
                // A run of words may go on into the next sentence, over a list's number between the two.
                let is_next = at > 0 && numbers.iter().any(|other| number(other) + 1 == at);
                let from =
                    if is_next { segments.sentences[at - 1].span.end } else { segments.sentences[at].span.start };
                all.push_str(&statement.text[from..segments.sentences[at].span.end]);
                let tokens = &segments.tokens[segments.sentences[at].tokens.clone()];
                visible.extend(tokens.iter().map(|token| statement.quote(token.span)));
            }
            let is_side = |edit: &&Value| edit["op"] == op || edit["op"] == "equal" && side == "old";
            let edits = items(row, "edits").iter().filter(is_side);
            let edits: String = edits.filter_map(|edit| edit["text"].as_str()).collect();
            // Of what stays the report has the old words, so of the new ones only the inserted can be looked for. What a
            // reader does not see, a footnote's number, may be left out where a run of words ends.
            if !is_within(&edits, &all) || side == "old" && !is_within(&visible, &edits) {
                faults.push(format!("the edits {edits:?} are not of the {side} sentences {all:?}"));
            }
        }
        for (at, times) in times.iter().enumerate().filter(|(_, times)| **times != 1) {
            faults.push(format!("{side} sentence {at} stands {times} times in `sentences`"));
        }
    }
}

type Place = (usize, usize, usize);

/// Returns the statement and span of a side of a change.
fn place(side: &Value) -> Option<Place> {
    let span = side.get("span")?;
    Some((number(&side["statement"]), number(&span["start"]), number(&span["end"])))
}

/// No two changes are of the same words or have the same id, none has no side or one too many, every phrase of the last
/// old statement and of the newest stands in one, the summary counts them and they stand in order.
fn changes(report: &Value, readings: &[&Reading], faults: &mut Vec<String>) {
    let changes = items(report, "changes");
    let mut seen: BTreeMap<(Option<Place>, Option<Place>), usize> = BTreeMap::new();
    let mut ids = BTreeSet::new();
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for change in changes {
        let (old, new) = (place(&change["old"]), place(&change["new"]));
        *seen.entry((old, new)).or_default() += 1;
        let (id, kind) = (change["id"].as_str().unwrap(), change["kind"].as_str().unwrap());
        if !ids.insert(id) {
            faults.push(format!("two changes have the id {id}"));
        }
        *counts.entry(kind).or_default() += 1;
        *counts.entry("moved").or_default() += usize::from(change["moved"] == true);
        let has_sides = match kind {
            "appeared" => old.is_none() && new.is_some(),
            "disappeared" => old.is_some() && new.is_none(),
            _ => old.is_some() && new.is_some(),
        };
        let seen_in: Vec<usize> = items(change, "seen_in").iter().map(number).collect();
        if !has_sides || old.is_some_and(|(statement, ..)| !seen_in.contains(&statement)) {
            faults.push(format!("{kind} does not go with its sides: {old:?} {new:?}, seen in {seen_in:?}"));
        }
    }
    for (place, times) in seen.iter().filter(|(_, times)| **times > 1) {
        faults.push(format!("{times} changes are of the same words {place:?}"));
    }
    for (kind, count) in report["summary"].as_object().unwrap() {
        let counted = counts.get(kind.as_str()).copied().unwrap_or(0);
        if number(count) != counted {
            faults.push(format!("the summary says {count} {kind}, there are {counted}"));
        }
    }
    let rank = |change: &Value| (change["kind"] == "kept", -change["salience"].as_f64().unwrap());
    if !changes.is_sorted_by(|a, b| rank(a) <= rank(b)) {
        faults.push("the changes are not in the order of their salience, kept ones last".into());
    }
    let told: BTreeSet<Place> = seen.keys().flat_map(|(old, new)| [*old, *new]).flatten().collect();
    for (id, reading) in readings.iter().enumerate().skip(readings.len() - 2) {
        let points = reading.statement.code_points();
        for phrase in &reading.phrases {
            let (start, end) = points.of(phrase.span);
            if !told.contains(&(id, start, end)) {
                faults.push(format!("{:?} of statement {id} is in no change", reading.statement.quote(phrase.span)));
            }
        }
    }
}

/// Returns what is wrong with the report of a pair.
fn look(old: &Reading, new: &Reading, paths: &[PathBuf; 2]) -> Vec<String> {
    let report = support::report(from_ref(old), new);
    let mut faults = faults(&report, &[old, new]);
    let [old_again, new_again] = paths.each_ref().map(|path| support::reading(path));
    let bytes = |report: &Value| serde_json::to_vec(report).unwrap();
    if bytes(&support::report(from_ref(&old_again), &new_again)) != bytes(&report) {
        faults.push("two runs differ".into());
    }
    faults
}

#[test]
fn samples_are_sound() {
    let series = support::sample_series();
    let names: Vec<_> = series.iter().map(|folder| folder.file_name().unwrap().to_str().unwrap()).collect();
    assert_eq!(names, ["free-ports", "halmere-to-ostrey", "xi-to-kim", "ko", "zh"]);
    let pairs: Vec<_> = series.iter().flat_map(|series| support::pairs(series)).collect();
    assert_eq!(support::faults_of(&pairs, look), Vec::<String>::new());
}

#[test]
fn english_corpora_are_sound() {
    assert_eq!(support::faults_of(&support::english_pairs(), look), Vec::<String>::new());
}

#[test]
fn several_old_statements_are_sound() {
    let series = support::project().join("samples/free-ports");
    let mut readings: Vec<Reading> = support::statements(&series).iter().map(|path| support::reading(path)).collect();
    let new = readings.pop().unwrap();
    let report = support::report(&readings, &new);
    let all: Vec<&Reading> = readings.iter().chain([&new]).collect();
    assert_eq!(faults(&report, &all), Vec::<String>::new());
    let is_of_earlier = |change: &&Value| change["old"]["statement"].as_u64().is_some_and(|id| id < 6);
    assert!(items(&report, "changes").iter().filter(is_of_earlier).all(|change| change["kind"] == "disappeared"));
    assert!(
        items(&report, "changes").iter().any(|change| is_of_earlier(&change)),
        "nothing only earlier statements had"
    );
}

/// The case this program was made for: what the earlier messages said and the letter does not.
#[test]
fn the_letter_leaves_out_what_the_messages_said() {
    let series = support::project().join("samples/xi-to-kim");
    let readings: Vec<Reading> = support::statements(&series).iter().map(|path| support::reading(path)).collect();
    let [cable, message, letter] = <[Reading; 3]>::try_from(readings).unwrap();
    let report = support::report(&[cable, message], &letter);
    for (id, words) in
        [(0, "adhering to plans for a political resolution of peninsula issues"), (1, "the region's peace")]
    {
        let holds = |change: &&Value| change["old"]["text"].as_str().is_some_and(|text| text.contains(words));
        let found: Vec<&Value> = items(&report, "changes").iter().filter(holds).collect();
        let [change] = found[..] else { panic!("{} changes hold `{words}`", found.len()) };
        assert_eq!(change["kind"], "disappeared", "{words}");
        assert_eq!(change["seen_in"], serde_json::json!([id]), "{words}");
        assert!(items(change, "doubt").contains(&"excerpts".into()), "{words}: {}", change["doubt"]);
    }
}

/// Words and marks as official texts have them, in no order at all.
fn strange_text() -> impl Strategy<Value = String> {
    let pieces = "We will not support trade , . ; : — – - ( ) \u{201c} \u{201d} ' \" … * [ ] / % 3 1,000 4.5 U.S. a) 1. May if unless \
        until and but to that which the Council is are has been was deeply concerned Voting against for these were Mr. Xi \
        it its condemns all resolute \u{548c}\u{5e73} \u{c6b0}\u{b824} caf\u{e9} ? ! ... • § \u{ad} \u{1f54a}";
    let pieces: Vec<&str> = pieces.split_whitespace().chain([" ", "\n", "\n\n", "\r\n\r\n", "\u{a0}", "\t"]).collect();
    let piece = (prop::sample::select(pieces), prop::sample::select(vec![" ", " ", " ", ""]));
    let body = prop::collection::vec(piece, 0..40);
    body.prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn strange_texts_are_sound(old in strange_text(), new in strange_text()) {
        let reading = |body: &str| {
            let text = format!("---\nlanguage: en\n---\n{body} We met.");
            analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).unwrap())
        };
        let (old, new) = (reading(&old), reading(&new));
        let report = support::report(from_ref(&old), &new);
        prop_assert_eq!(faults(&report, &[&old, &new]), Vec::<String>::new());
    }
}

/// What the texts above once stumbled over: a joint with nothing but a comma before it.
#[test]
fn a_text_may_begin_with_a_joint() {
    for body in [", and free ports are open.", ", or will, and may sail.", "and free ports are open."] {
        let text = format!("---\nlanguage: en\n---\n{body}");
        let reading = analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).unwrap());
        assert_eq!(reading.phrases.len(), 1, "{body}");
    }
}

/// And another: praise whose cue goes on into the next clause.
#[test]
fn a_cue_may_reach_beyond_its_clause() {
    let text = "---\nlanguage: en\n---\nwho've faith or no respect for will safeguard";
    let reading = analyse(read_bytes("-", text.as_bytes().to_vec(), ReadOptions::default()).unwrap());
    assert!(!reading.phrases.is_empty());
}

/// The checks above find what they are for: each damage to a sound report is seen.
#[test]
fn damage_is_seen() {
    let series = support::project().join("samples/free-ports");
    let paths = support::statements(&series);
    let (old, new) = (support::reading(&paths[0]), support::reading(&paths[1]));
    let sound = support::report(from_ref(&old), &new);
    let readings = [&old, &new];
    assert_eq!(faults(&sound, &readings), Vec::<String>::new());
    let at = |is_wanted: fn(&Value) -> bool| items(&sound, "changes").iter().position(is_wanted).unwrap();
    let pair = at(|change| change["kind"] == "strengthened" && change["reasons"][0]["new"].is_object());
    let cued = at(|change| change["new"]["because"][0].is_object());
    type Damage<'d> = (&'d str, Box<dyn Fn(&mut Value) + 'd>);
    let shift = |span: &mut Value| span["end"] = (number(&span["end"]) + 1).into();
    let damages: Vec<Damage> = vec![
        ("a phrase's span", Box::new(|report| shift(&mut report["changes"][pair]["old"]["span"]))),
        ("a span inside a phrase", Box::new(|report| shift(&mut report["changes"][cued]["new"]["because"][0]["span"]))),
        ("a span of a reason", Box::new(|report| shift(&mut report["changes"][pair]["reasons"][0]["new"]["span"]))),
        ("a sentence's span", Box::new(|report| shift(&mut report["sentences"][2]["new_spans"][0]))),
        ("a lost sentence", Box::new(|report| drop(report["sentences"].as_array_mut().unwrap().remove(3)))),
        ("a sentence twice", Box::new(|report| report["sentences"][3] = report["sentences"][2].clone())),
        ("other words", Box::new(|report| report["sentences"][2]["edits"][0]["text"] = "nothing".into())),
        ("a lost change", Box::new(|report| drop(report["changes"].as_array_mut().unwrap().pop()))),
        ("a change twice", Box::new(|report| report["changes"][1] = report["changes"][0].clone())),
        ("another kind", Box::new(|report| report["changes"][pair]["kind"] = "appeared".into())),
        ("another order", Box::new(|report| report["changes"].as_array_mut().unwrap().reverse())),
        ("another count", Box::new(|report| report["summary"]["moved"] = 99.into())),
    ];
    for (name, damage) in damages {
        let mut report = sound.clone();
        damage(&mut report);
        assert_ne!(faults(&report, &readings), Vec::<String>::new(), "{name} was not seen");
    }
}
