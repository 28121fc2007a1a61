//! What turns a claim, makes it firmer or softer, and what only looks so. All sentences are fictional.

use stancediff::change::ChangeKind::{self, Kept, Reversed, Reworded, Strengthened, Weakened};
use stancediff::report::compare;
use stancediff::stance::{Reading, analyse};
use stancediff::statement::{ReadOptions, read_bytes};

fn reading(sentence: &str) -> Reading {
    let text = format!("---\nlanguage: en\nspeaker: Council of the Free Ports\n---\n\n{sentence}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("a sentence is a statement"))
}

/// Returns the kinds of change between two sentences.
fn kinds(old: &str, new: &str) -> Vec<ChangeKind> {
    let (old, new) = ([reading(old)], reading(new));
    compare(&old, &new).changes.iter().map(|change| change.kind).collect()
}

#[track_caller]
fn assert_kind(expected: ChangeKind, old: &str, new: &str) {
    assert_eq!(kinds(old, new), [expected], "{old} / {new}");
    let turned = match expected {
        Strengthened => Weakened,
        Weakened => Strengthened,
        same => same,
    };
    assert_eq!(kinds(new, old), [turned], "{new} / {old}");
}

#[test]
fn a_grading_word_is_read_before_what_both_sides_have() {
    // The noun or verb that it grades is on both sides, though the rest of the clause is another.
    assert_kind(
        Weakened,
        "The storms pose considerable risks to the fishing fleet.",
        "Risks to the fishing fleet remain.",
    );
    assert_kind(
        Weakened,
        "The Council will closely monitor the traffic in the northern strait.",
        "As winter comes on, the Council will continue to monitor the traffic in the northern strait.",
    );
    // Another word took its place.
    assert_kind(
        Reworded,
        "The Council will carefully weigh any changes to the harbour levy.",
        "The Council will carefully weigh new changes to the harbour levy.",
    );
}

#[test]
fn a_claim_is_denied_by_what_denies_its_own_verb() {
    assert_kind(Reversed, "The Council will raise the harbour levy.", "The Council will not raise the harbour levy.");
    assert_kind(
        Reversed,
        "The levy is sufficient to repair the sea walls.",
        "The levy is not sufficient to repair the sea walls.",
    );
    // So little in common is of anything.
    assert_kind(Reworded, "That is fair.", "It is not fair.");
    assert_kind(Reworded, "The ports want to.", "Nobody wants to.");
    // What is denied is another thing than what the other side says.
    assert_kind(
        Reworded,
        "The Council will repair the sea walls of the northern islands.",
        "The sea walls of the northern islands do not protect the harbour.",
    );
    // The same said twice with another word of denial.
    assert_kind(
        Reworded,
        "There must not be senior and junior members of the League.",
        "There cannot be senior or junior members of the League.",
    );
    assert_kind(Kept, "The Council will not raise the harbour levy.", "The Council will not raise the harbour levy.");
}

#[test]
fn how_sure_a_claim_is_tells_nothing_of_one_that_is_hardly_alike() {
    assert_kind(
        Reworded,
        "All efforts should be made for the growth of the small ports.",
        "In the League efforts have been made to link the growth of tolls to the wages of crews.",
    );
}

#[test]
fn what_is_moved_the_other_way_is_one_thing() {
    let [stocks, register] = [
        "The League will work with the islands to reduce the stocks of arms.",
        "The League will work with the islands to strengthen the register of boats by adding older yards to it.",
    ];
    assert_kind(Reworded, stocks, register);
}

#[test]
fn where_the_meeting_was_held_is_no_part_of_what_it_decided() {
    assert_kind(
        Kept,
        "At today's meeting the Council decided to keep the levy.",
        "At today's meeting, which was held in Saltmouth, the Council decided to keep the levy.",
    );
    assert_kind(Reworded, "The fair held in Saltmouth was a success.", "The fair held in Wrenhaven was a success.");
}

#[test]
fn what_moves_the_other_way_turns_a_claim() {
    assert_kind(Reversed, "Catches of herring have increased.", "Catches of herring have declined.");
    // `firms` that trade do not firm, and a moderate pace is no decline.
    let kinds = kinds("Loans to firms were stable in spring.", "Demand of firms for loans has weakened in spring.");
    assert!(!kinds.contains(&Reversed), "{kinds:?}");
    assert_kind(Reworded, "Growth of the fleet has been moderate.", "Growth of the fleet has continued in all ports.");
    // Two things of a kind: what the one does says nothing of the other.
    assert_kind(
        Reworded,
        "Conditions on the cod grounds of the islands have worsened of late.",
        "Conditions in the grain markets of the islands have improved.",
    );
    assert_kind(Reversed, "Conditions on the cod grounds have worsened.", "Conditions on the grounds have improved.");
}

#[test]
fn claims_on_one_object_are_weighed_however_little_else_they_share() {
    assert_kind(Strengthened, "We regret the closing of the strait.", "We condemn the closing of the strait.");
    assert_kind(Reversed, "We support the treaty of the islands.", "We oppose the treaty of the islands.");
}

#[test]
fn two_words_turn_a_claim_only_where_they_move_one_thing() {
    // The verb says where it goes, not the noun before it.
    assert_kind(Strengthened, "Toll growth has weakened.", "Tolls declined.");
    // The dues go down on both sides.
    assert_kind(
        Reworded,
        "The reform would help to reduce the harbour dues in the next years.",
        "The reform would help to raise the yield of the piers and reduce the harbour dues in the next years.",
    );
    // Nobody says what recovers.
    assert_kind(
        Reworded,
        "A most urgent task for the league is delivering a lasting recovery from the storms of the winter.",
        "In an age of steam, one of the most urgent tasks for the league is promoting schools to narrow the gap between crews.",
    );
    // What goes on is not turned.
    assert_kind(
        Reworded,
        "Leaving out grain, the tolls were little changed and continued to run somewhat below the target.",
        "The tolls continued to run somewhat below the target.",
    );
}

#[test]
fn what_was_so_before_is_not_the_claim() {
    assert_kind(
        Reworded,
        "Trade in the ports has been expanding at a moderate rate.",
        "Growth of trade in the ports has picked up from the modest pace seen in the spring.",
    );
    assert_kind(
        Reversed,
        "The traffic edged down in the spring.",
        "The traffic has picked up after edging down in the spring.",
    );
}

#[test]
fn what_is_promised_and_what_is_done_are_no_grades_of_one_claim() {
    assert_kind(
        Reworded,
        "The League will soon sign the treaty on tolls.",
        "Last spring the League signed the treaty on tolls.",
    );
    assert_kind(
        Weakened,
        "The League will soon sign the treaty on tolls.",
        "The League will sign the treaty on tolls.",
    );
}

#[test]
fn what_a_refusal_waited_for_has_come() {
    assert_kind(
        Reversed,
        "The Council will not lift the levy until the grain ships of the islands have come back into the strait.",
        "The grain ships of the islands have come back into the strait.",
    );
}

#[test]
fn a_denial_is_of_a_claim_that_is_much_alike() {
    let turned =
        kinds("We do not seek a quarrel.", "We seek to manage the rivalry so that it does not become a quarrel.");
    assert!(!turned.contains(&Reversed), "{turned:?}");
}
