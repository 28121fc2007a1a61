//! Which claims answer each other where several could. All sentences are fictional.

use stancediff::change::ChangeKind::{self, Appeared, Disappeared, Kept, Reworded};
use stancediff::change::Facet;
use stancediff::report::{Place, compare};
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};

fn reading(text: &str) -> Reading {
    let text = format!("---\nlanguage: en\nspeaker: Council of the Free Ports\n---\n\n{text}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("a sentence is a statement"))
}

/// A change as the report tells it: kind, facets, old words, new words.
type Told = (ChangeKind, Vec<Facet>, String, String);

/// Returns the changes between two statements by their words.
fn changes(old: &str, new: &str) -> Vec<Told> {
    let (old, new) = ([reading(old)], reading(new));
    let words = |place: Option<Place>| {
        place.map_or(String::new(), |place| {
            let reading = place.reading(&old, &new);
            reading.quote(reading.phrases[place.phrase].tokens.clone()).to_owned()
        })
    };
    let report = compare(&old, &new);
    let told =
        report.changes.iter().map(|change| (change.kind, change.facets.clone(), words(change.old), words(change.new)));
    let mut told: Vec<Told> = told.collect();
    told.sort_by(|a, b| (&a.2, &a.3).cmp(&(&b.2, &b.3)));
    told
}

#[track_caller]
fn assert_changes(old: &str, new: &str, expected: &[(ChangeKind, &str, &str)]) {
    let told = changes(old, new);
    let short: Vec<_> = told.iter().map(|(kind, _, old, new)| (*kind, old.as_str(), new.as_str())).collect();
    assert_eq!(short, expected);
}

#[test]
fn a_claim_whose_own_words_are_gone_does_not_live_on_in_its_neighbours_answer() {
    assert_changes(
        "Fish stocks have dwindled but have been ample, on average, since the spring.",
        "Fish stocks have been ample, on average, since the spring.",
        &[
            (Disappeared, "Fish stocks have dwindled", ""),
            (
                Kept,
                "have been ample, on average, since the spring",
                "Fish stocks have been ample, on average, since the spring",
            ),
        ],
    );
    // What is told of the past is not told of the future.
    assert_changes(
        "The fleet will grow in the northern ports.",
        "The fleet has grown. The fleet will grow in the northern ports.",
        &[
            (Appeared, "", "The fleet has grown"),
            (Kept, "The fleet will grow in the northern ports", "The fleet will grow in the northern ports"),
        ],
    );
}

#[test]
fn two_poor_pairs_do_not_outweigh_a_good_one() {
    let told = changes(
        "The Council expects it will be right to hold this levy until wages have reached the level of the islands and \
         grain has risen to 2 crowns and is set to exceed 2 crowns for some time. The Council expects to hold an open \
         stance of the harbours until these ends are achieved.",
        "With grain having exceeded 2 crowns for some time, the Council expects it will be right to hold this levy until \
         wages have reached the level of the islands.",
    );
    let is_levy = |words: &str| words.contains("hold this levy");
    assert!(told.iter().any(|told| is_levy(&told.2) && is_levy(&told.3)), "{told:#?}");
}

#[test]
fn a_purpose_that_only_points_back_is_no_change() {
    assert_changes(
        "The Council decided to keep the harbour levy at 3 percent.",
        "In support of these goals, the Council decided to keep the harbour levy at 3 percent.",
        &[(
            Kept,
            "The Council decided to keep the harbour levy at 3 percent",
            "the Council decided to keep the harbour levy at 3 percent",
        )],
    );
}

#[test]
fn who_is_another_only_where_the_subject_differs() {
    let facets = |old, new| {
        let told = changes(old, new);
        let [(Reworded, facets, ..)] = told.as_slice() else { panic!("{told:#?}") };
        facets.contains(&Facet::Actor)
    };
    let old = "Trade with the islands has continued to expand.";
    assert!(facets(old, "Fishing and trade with the islands have continued to expand."));
    assert!(!facets(old, "On the whole coast, trade with the islands has continued to expand."));
}
