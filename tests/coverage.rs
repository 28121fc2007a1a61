//! How much of what real series say the English lexicon hears: of the sentences that hold a finite verb, the share in
//! which some entry fires that says something of stance. Structure (links, openers, names of bodies) does not count; a roll of votes does.
//!
//! Runs where STANCEDIFF_CORPORA names a folder of series; `--nocapture` prints the shares and, with
//! STANCEDIFF_UNHEARD=N, every N-th sentence in which nothing fires.

// The shares are what it is run for by hand.
#![allow(clippy::print_stdout)]

mod support;

use stancediff::lexicon::Role;
use stancediff::stance::Reading;

/// Series by the beginning of their name, with the least share: prose of central banks has few words outside the
/// lexicon, speeches tell stories too.
const FLOORS: [(&str, f64); 4] = [("fomc", 0.95), ("ecb", 0.95), ("ungd", 0.80), ("us-sotu", 0.80)];

fn speaks(role: Role) -> bool {
    matches!(
        role,
        Role::Cue
            | Role::Grade
            | Role::Negator
            | Role::Condition
            | Role::Term
            | Role::Formula
            | Role::Reporter
            | Role::Dissent
            | Role::Roll
    )
}

/// Counts the sentences with a finite verb, and those of them that are heard.
fn count(reading: &Reading, unheard: &mut Vec<String>) -> (usize, usize) {
    let (mut all, mut heard) = (0, 0);
    for sentence in &reading.segments.sentences {
        let has_verb = sentence.tokens.clone().any(|at| reading.segments.tokens[at].is_finite);
        if !has_verb {
            continue;
        }
        all += 1;
        if reading.segments.hits_in(sentence.tokens.clone()).iter().any(|hit| speaks(hit.role)) {
            heard += 1;
        } else {
            unheard.push(reading.quote(sentence.tokens.clone()).split_whitespace().collect::<Vec<_>>().join(" "));
        }
    }
    (all, heard)
}

#[test]
fn most_sentences_are_heard() {
    let Some(corpora) = support::corpora() else { return };
    let every: usize = std::env::var("STANCEDIFF_UNHEARD").ok().and_then(|n| n.parse().ok()).unwrap_or(0);
    let mut low = Vec::new();
    for folder in support::folders(&corpora) {
        let series = folder.file_name().unwrap_or_default().to_string_lossy();
        let Some((_, floor)) = FLOORS.iter().find(|(name, _)| series.starts_with(name)) else { continue };
        let (mut all, mut heard, mut unheard) = (0, 0, Vec::new());
        for file in support::statements(&folder) {
            let (a, h) = count(&support::reading(&file), &mut unheard);
            (all, heard) = (all + a, heard + h);
        }
        let share = heard as f64 / all as f64;
        println!("{series:30} {share:.3} of {all}");
        if every > 0 {
            unheard.iter().step_by(every).for_each(|sentence| println!("    {sentence}"));
        }
        if share < *floor {
            low.push(format!("{series}: {share:.3}, asked {floor}"));
        }
    }
    assert!(low.is_empty(), "too little is heard:\n{}", low.join("\n"));
}
