//! Which claims answer each other where several could. All sentences are fictional.

use stancediff::align::{Bar, Part};
use stancediff::change::ChangeKind::{self, Appeared, Disappeared, Kept, Reversed, Reworded, Strengthened};
use stancediff::change::Facet;
use stancediff::report::{Explanation, Place, compare, explain};
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

/// A claim with eighty more, of which every fourth speaks of the fleet; the words of two such speeches are others.
fn speech(claim: &str, first: &str, verb: &str) -> String {
    let syllables = ["ba", "ko", "mi", "tu", "re", "so", "la", "ni", "du", "fe"];
    let word = |number: usize| format!("{first}{}{}n", syllables[number % 10], syllables[number / 10 % 10]);
    (0..80).fold(claim.to_owned(), |text, number| {
        let fleet = if number % 4 == 0 { "fleet" } else { "yawl" };
        let ship = if first == "P" || number % 4 == 0 { fleet } else { "barge" };
        format!("{text}\n\nThe {ship} {verb} {} {}.", word(number), word(number + 37))
    })
}

#[test]
fn who_claims_and_how_pairs_none_of_a_long_speech() {
    let is_paired = |old: &str, new: &str| {
        let (old, new) = (speech(old, "P", "sails to"), speech(new, "Q", "waits in"));
        changes(&old, &new).iter().any(|(_, _, old, new)| old.contains("Council") && new.contains("Council"))
    };
    let dredging = "The Council firmly opposes the dredging of reefs near the mouth of the bay.";
    assert!(!is_paired(dredging, "The Council firmly opposes all smuggling of grain by night."));
    assert!(is_paired(dredging, "The Council firmly opposes all dredging."));
}

#[test]
fn a_word_that_many_claims_have_pairs_none_of_a_long_speech() {
    let [old, new] = ["The fleet is changing.", "The fleet is growing old."];
    let is_paired = |old: &str, new: &str| {
        changes(old, new).iter().any(|(kind, _, old, _)| *kind == Reworded && old == "The fleet is changing")
    };
    assert!(is_paired(old, new));
    assert!(!is_paired(&speech(old, "P", "sails to"), &speech(new, "Q", "waits in")));
}

#[test]
fn one_decision_that_is_told_as_two_is_not_half_new() {
    let grain =
        "The Council will sell grain from the northern granaries at a pace of eight barges a month rather than ten";
    let salt = "it will sell salt from the island pans of the southern bay, under seal, at a pace of five boats a month rather than six";
    let both = "The Council decided to continue selling grain from the northern granaries at a pace of ten barges a month and \
                salt from the island pans of the southern bay, under seal, at a pace of six boats a month";
    assert_changes(
        &format!("{both}."),
        &format!("{grain}, and {salt}."),
        &[(Reworded, both, grain), (Reworded, both, salt)],
    );
    // Where one of the two is answered by itself and nothing is left of it, the other is new.
    let tide = "The Council will sell the tide tables of the southern lighthouses at a pace of two books a month";
    assert_changes(&format!("{both}."), &format!("{both}. {tide}."), &[(Appeared, "", tide), (Kept, both, both)]);
}

#[test]
fn each_of_several_decisions_that_are_told_as_one_is_turned() {
    let apart = [
        "The levy on the grain quays will be raised by 2 crowns to 9 crowns, with effect from 4 May",
        "The levy on the salt quays will be raised by 3 crowns to 8 crowns, with effect from 4 May",
        "The levy on the timber quays will be raised by 4 crowns to 6 crowns, starting on 7 May",
    ];
    let as_one = "At its meeting the Council decided that the levy on the timber quays and the levies on the grain quays \
                  and the salt quays will remain unchanged at 9, 8 and 6 crowns respectively";
    let before = apart.map(|decision| format!("{decision}.")).join("\n\n");
    assert_changes(&before, &format!("{as_one}."), &apart.map(|decision| (Reversed, decision, as_one)));
    assert_changes(&format!("{as_one}."), &before, &apart.map(|decision| (Reversed, as_one, decision)));
}

#[test]
fn a_claim_that_was_made_twice_is_not_gone_when_it_is_made_once() {
    let claim = "the stores of the League are fully able to provide the outer islands with grain, timber, salt, oil, \
                 wool, rope, tar, candles and fresh water if needed";
    let again = format!("In any case, {claim}");
    let gone = |old: &str, new: &str| -> Vec<String> {
        changes(old, new).into_iter().filter(|told| told.0 == Disappeared).map(|told| told.2).collect()
    };
    let new = format!(
        "Today {claim}. The harbours are calm. Trade is brisk. Fish is plentiful. The roads are dry. Wages rose in May. \
         Rents fell."
    );
    assert_eq!(gone(&format!("{new} {again}."), &new), [""; 0]);
    // Both times it is told in the same way.
    let [likely, sure] =
        ["are likely to", "will"].map(|cue| format!("Prices {cue} stay above our goal for a long time."));
    let told = changes(&format!("{likely} Trade is brisk. {likely}"), &format!("{sure} Trade is brisk."));
    let kinds: Vec<ChangeKind> = told.iter().map(|told| told.0).collect();
    assert_eq!(kinds, [Strengthened, Strengthened, Kept]);
    // What is said twice of two things is two claims.
    let claim = |thing: &str| format!("The price of {thing} is likely to stay above our goal for a long time");
    let new = format!("{}. Trade is brisk.", claim("grain"));
    assert_eq!(gone(&format!("{new} {}.", claim("timber")), &new), [claim("timber")]);
}

#[test]
fn a_long_tail_in_common_does_not_make_two_claims_one() {
    let (kept, voyages) = ("Fish stocks have been ample", "Voyages to the islands have grown");
    let old = "The Council judges that some further rises of the levy will be in keeping with steady trade in order to \
               foster steady trade among the islands";
    let new = "Pilots may bring their wages well above 2 crowns for some time in order to foster steady trade among the \
               islands";
    assert_changes(
        &format!("{kept}. {voyages}.\n\n{old}."),
        &format!("{new}.\n\n{kept}. {voyages}."),
        &[(Appeared, "", new), (Kept, kept, kept), (Disappeared, old, ""), (Kept, voyages, voyages)],
    );
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

/// Explains the change between two statements whose words on either side hold `words`.
fn explained(old: &str, new: &str, words: &str) -> Explanation {
    let (old, new) = ([reading(old)], reading(new));
    let report = compare(&old, &new);
    let holds = |place: Option<Place>| {
        place.is_some_and(|place| {
            let reading = place.reading(&old, &new);
            reading.quote(reading.phrases[place.phrase].tokens.clone()).contains(words)
        })
    };
    let change =
        report.changes.iter().find(|change| holds(change.old) || holds(change.new)).expect("some change holds it");
    explain(&report, change)
}

#[test]
fn a_claim_that_is_held_and_yet_gone_says_why() {
    let why = |old, new, words| {
        let told = explained(old, new, words);
        let [rival] = told.found.rivals.as_slice() else { panic!("{told:#?}") };
        (rival.holds > rival.least, rival.bar)
    };
    let stocks = "Fish stocks have been ample, on average, since the spring.";
    let both = "Fish stocks have dwindled but have been ample, on average, since the spring.";
    assert_eq!(why(both, stocks, "dwindled"), (false, Some(Bar::Taken)));
    let grows = "The fleet will grow in the northern ports.";
    assert_eq!(why(grows, &format!("The fleet has grown. {grows}"), "has grown"), (true, Some(Bar::Time)));
}

#[test]
fn likeness_is_worked_out_from_the_words_that_are_shown() {
    let told = explained(
        "Fish stocks have been ample, on average, since the spring.",
        "Fish stocks have dwindled but have been ample, on average, since the winter.",
        "ample",
    );
    let shared: f64 = told.shared.iter().map(|word| word.weight).sum();
    let [old, new] = told.totals;
    let likeness = 0.75 * 2.0 * shared / (old + new) + 0.25 * shared / old.min(new);
    let (part, value) = told.found.parts[0];
    assert_eq!(part, Part::Likeness);
    assert!((likeness - value).abs() < 1e-9, "{likeness} for {value}");
}
