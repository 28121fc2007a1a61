//! Where phrases begin and end, and who holds them: made-up sentences with the phrases they give.

use stancediff::stance::analyse;
use stancediff::statement::{ReadOptions, read_bytes};

/// Reads a text as a statement in English; a first line `speaker: NAME` says who speaks.
fn read(text: &str) -> stancediff::stance::Reading {
    let text = format!("---\nlanguage: en\n---\n\n{text}\n");
    analyse(read_bytes("-", text.into_bytes(), ReadOptions::default()).expect("it is read"))
}

/// Sentences with a bar where a phrase begins after another; what is no phrase stands in braces.
const CUT: &[&str] = &[
    // A clause put first belongs to the claim behind it, but a concession is a claim of its own.
    "As the storm season fades, the ports will open again.",
    "Because we know these waters, we keep the harbours free.",
    "When the Council decides to lower the levy, it will give notice to all ports.",
    "While wages have fallen in the north, | prices have risen in the south.",
    "Even though trade has slowed, | the ports remain busy.",
    "Trade has grown, | although wages have fallen.",
    // So does a reason, unless it says much of its own.
    "Based on our assessment, we lowered the levy.",
    "With the growing weight of tolls and the loss of trade, shippers are turning to the railways.",
    "With a view to easing the shortage, we opened the granaries.",
    "In light of the fall in freight prices and the rise in wages, | the Council lowered the levy.",
    "With prices having risen for some time, | the Council raised the levy.",
    // A tail belongs to what it hangs on, unless it is the longer one.
    "Trade has recovered in most harbours, supported by lower tolls.",
    "The Council will keep its stores, thereby easing the shortage.",
    "Wages rose, | lifted by a rise in the number of ships that call at the northern ports each spring.",
    "The treaty, which was signed in spring, holds.",
    "We signed the harbour treaty with the islands, which keeps the straits open.",
];

#[test]
fn phrases_are_cut_where_an_analyst_would() {
    let mut wrong = Vec::new();
    for marked in CUT {
        let text = marked.replace("| ", "").replace(['{', '}'], "");
        let reading = read(&text);
        let found: Vec<String> =
            reading.phrases.iter().map(|phrase| reading.statement.quote(phrase.span).to_owned()).collect();
        let trim = |piece: &str| piece.trim().trim_end_matches([',', '.', ';']).trim().to_owned();
        let wanted: Vec<String> = marked
            .split('|')
            .map(|piece| piece.split(['{', '}']).step_by(2).collect::<String>())
            .map(|piece| trim(&piece))
            .filter(|piece| !piece.is_empty())
            .collect();
        if found != wanted {
            wrong.push(format!("wanted {wanted:?}\nfound  {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
