//! Splits and merges: phrases that live on inside one of the other side, or answer what its pair leaves of it.

use super::assign::Candidate;
use super::pairs::{Pairing, Parts, sum};
use super::trace::{Part, Step};
use super::{Link, New, Old};

/// The least share of a phrase's words that must stand in a phrase of the other side to be said to live on in it. From 0.75
/// to 0.80 the same figures; at 0.85 one in a hundred more of what is live is called gone in the central bank's ledgers, and
/// a half more in a hundred of its changes is named right.
pub(super) const LIVES_ON: f64 = 0.80;

/// What speaks for a phrase and one of the other side that answers another must come to if the phrase answers the rest of
/// it: more than for a pair, which has a claim to itself. The gone_precision of the central bank's ledgers is 0.918, for 0.903
/// with 0.60 and 0.889 without; with 0.45 more strangers join in speeches that were written anew.
pub(super) const REST: f64 = 0.50;

/// By what a phrase joined one of the other side, and what adds up to it.
pub(super) type Joined = (Step, Parts);

/// A phrase of the other side that one joins.
#[derive(Clone)]
struct Host {
    joined: Joined,
    score: f64,
    tie: u64,
    other: usize,
}

impl Host {
    /// Whether the phrase and its host answer each other in part only; two that are much alike are compared whole.
    fn is_part(&self) -> bool {
        let (step, parts) = &self.joined;
        *step != Step::Inside || parts[0].0 != Part::Likeness
    }

    fn is_beaten_by(&self, found: &Host) -> bool {
        let (mine, theirs) = (&self.joined, &found.joined);
        let order = mine.0.cmp(&theirs.0).then(sum(&theirs.1).total_cmp(&sum(&mine.1)));
        order.then(found.score.total_cmp(&self.score)).then(found.tie.cmp(&self.tie)).is_gt()
    }
}

/// Turns pairs of phrases into links: leftovers that live on inside a phrase of the other side join it, the rest
/// stands alone. What joined comes with what joined it.
pub(super) fn phrases(pairing: &Pairing, near: &[Candidate]) -> Vec<(Link, Option<Joined>)> {
    let [old, new] = pairing.sides;
    // For each phrase the one it is paired with.
    let mut partners = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    let mut nearest = [vec![0.0f64; old.phrases.len()], vec![0.0f64; new.phrases.len()]];
    for &(a, b, score) in near {
        nearest[0][a] = nearest[0][a].max(score);
        nearest[1][b] = nearest[1][b].max(score);
    }
    let both = |a: usize, b: usize, is_part: bool| {
        let score = old.phrases[a].likeness(&new.phrases[b]);
        Link::Both { old: Old(a), new: New(b), is_part, score }
    };
    let mut links = Vec::new();
    for &(a, b, _) in &pairing.pairs {
        partners[0][a] = Some(b);
        partners[1][b] = Some(a);
        links.push((both(a, b, false), None));
    }
    // Of two hosts that are joined in one way as well, the one that is more like the phrase, then who wins the tie.
    let mut hosts: [Vec<Option<Host>>; 2] = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    for &(a, b, score) in near {
        let (is_new, phrase, other, answered) = match (partners[0][a], partners[1][b]) {
            (None, Some(answered)) => (false, a, b, answered),
            (Some(answered), None) => (true, b, a, answered),
            _ => continue,
        };
        let Some(joined) = joins(pairing, (a, b, score), is_new, answered) else { continue };
        let found = Host { joined, score, tie: pairing.twins.tie(a, b), other };
        let best = &mut hosts[usize::from(is_new)][phrase];
        if best.as_ref().is_none_or(|best| best.is_beaten_by(&found)) {
            *best = Some(found);
        }
    }
    for a in (0..old.phrases.len()).filter(|&a| partners[0][a].is_none()) {
        links.push(match hosts[0][a].take() {
            Some(host) => (both(a, host.other, host.is_part()), Some(host.joined)),
            None => (Link::OnlyOld { old: Old(a), nearest: nearest[0][a] }, None),
        });
    }
    for b in (0..new.phrases.len()).filter(|&b| partners[1][b].is_none()) {
        links.push(match hosts[1][b].take() {
            Some(host) => (both(host.other, b, host.is_part()), Some(host.joined)),
            None => (Link::OnlyNew { new: New(b), nearest: nearest[1][b] }, None),
        });
    }
    links
}

/// Returns by what a phrase that stands alone joins one of the other side that answers another, and what adds up to it.
fn joins(pairing: &Pairing, candidate: Candidate, is_new: bool, answered: usize) -> Option<Joined> {
    let [old, new] = pairing.sides;
    let (a, b, _) = candidate;
    let (mine, phrase, other, host) = if is_new { (new, b, old, a) } else { (old, a, new, b) };
    let held = mine.held(phrase, other, host);
    if sum(&held) >= LIVES_ON && mine.bar(phrase, other, host, Some(answered)).is_none() {
        return Some((Step::Inside, held));
    }
    let is_rest = pairing.may_answer(a, b) && mine.answers_rest(phrase, other, host, answered);
    let parts = is_rest.then(|| pairing.by_words(candidate))?;
    (sum(&parts) >= REST).then_some((Step::Rest, parts))
}
