//! Which wording shows a line best.

use super::threads::{Hold, Member, Strand};
use crate::align::{Bag, Line};
use crate::stance::Reading;
use std::collections::{BTreeSet, HashMap};

/// Finds the label of every line.
pub(super) fn labelled(strands: Vec<Vec<Member>>, readings: &[Reading], lines_of: &[Vec<Line>]) -> Vec<Strand> {
    let mut strands: Vec<Strand> = strands.into_iter().map(|members| label(members, readings, lines_of)).collect();
    join_equal(&mut strands, readings, lines_of);
    strands
}

/// Joins lines whose most typical wording is the same: a phrase that is said twice in a statement may have begun two.
fn join_equal(strands: &mut Vec<Strand>, readings: &[Reading], lines_of: &[Vec<Line>]) {
    let key = |label: &Member| lines_of[label.statement][label.phrase].key();
    let mut first: HashMap<Vec<u32>, usize> = HashMap::new();
    let mut joined: Vec<Strand> = Vec::new();
    let mut others: Vec<(usize, Strand)> = Vec::new();
    for strand in strands.drain(..) {
        let key = key(&strand.label);
        match first.get(&key).filter(|_| !key.is_empty()) {
            Some(&at) => others.push((at, strand)),
            None => {
                first.insert(key, joined.len());
                joined.push(strand);
            }
        }
    }
    let touched: BTreeSet<usize> = others.iter().map(|(at, _)| *at).collect();
    others.into_iter().for_each(|(at, strand)| joined[at].members.extend(strand.members));
    for at in touched {
        let mut members = std::mem::take(&mut joined[at].members);
        members.sort_by_key(|member| (member.statement, member.hold, member.phrase));
        let mut said = None;
        for member in &mut members {
            if said.replace(member.statement) == Some(member.statement) {
                member.hold = Hold::Again;
            }
        }
        members.dedup_by_key(|member| (member.statement, member.phrase));
        joined[at] = label(members, readings, lines_of);
    }
    *strands = joined;
}

/// Finds the most typical wording of a line: the one most like all of them together, of equal ones the first.
fn label(mut members: Vec<Member>, readings: &[Reading], lines_of: &[Vec<Line>]) -> Strand {
    let line = |member: &Member| &lines_of[member.statement][member.phrase];
    let mut typical = Bag::default();
    for (count, member) in members.iter().filter(|member| member.hold == Hold::Own).enumerate() {
        typical = typical.mixed(&line(member).words, 1.0 / (count + 1) as f64);
    }
    let mut label = members[0];
    let mut most = f64::NEG_INFINITY;
    for member in members.iter().filter(|member| member.hold == Hold::Own) {
        let likeness = line(member).words.likeness(&typical);
        if likeness > most {
            (label, most) = (*member, likeness);
        }
    }
    for member in &mut members {
        member.similarity = line(member).words.likeness(&line(&label).words);
        member.is_verbatim = said(member, readings).eq(said(&label, readings));
    }
    Strand { members, label }
}

/// The words of a phrase.
fn said<'r>(member: &Member, readings: &'r [Reading]) -> impl Iterator<Item = &'r str> {
    let reading = &readings[member.statement];
    let tokens = &reading.segments.tokens[reading.phrases[member.phrase].tokens.clone()];
    tokens.iter().filter(|token| !token.is_mark).map(|token| token.word.as_str())
}
