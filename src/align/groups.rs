//! Splits and merges: phrases that live on inside one of the other side.

use super::assign::Candidate;
use super::pairs::{Side, sum};
use super::twins::Twins;
use super::{Link, New, Old};

/// The least share of a phrase's words that must stand in a phrase of the other side to be said to live on in it. From 0.75
/// to 0.80 the same figures; at 0.85 one in a hundred more of what is live is called gone in the central bank's ledgers, and
/// a half more in a hundred of its changes is named right.
pub(super) const LIVES_ON: f64 = 0.80;

/// A phrase of the other side inside which one lives on.
#[derive(Clone, Copy)]
struct Host {
    lives_on: f64,
    score: f64,
    tie: u64,
    other: usize,
}

impl Host {
    fn is_beaten_by(&self, found: &Host) -> bool {
        let order = found.lives_on.total_cmp(&self.lives_on).then(found.score.total_cmp(&self.score));
        order.then(found.tie.cmp(&self.tie)).is_gt()
    }
}

/// Turns pairs of phrases into links: leftovers that live on inside a phrase of the other side join it, the rest
/// stands alone.
pub(super) fn phrases(sides: &[Side; 2], twins: &Twins, near: &[Candidate], pairs: &[Candidate]) -> Vec<Link> {
    let [old, new] = sides;
    // For each phrase the one it is paired with.
    let mut partners = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    let mut nearest = [vec![0.0f64; old.phrases.len()], vec![0.0f64; new.phrases.len()]];
    for &(a, b, score) in near {
        nearest[0][a] = nearest[0][a].max(score);
        nearest[1][b] = nearest[1][b].max(score);
    }
    let both = |a: usize, b: usize, is_part: bool| {
        let score = old.phrases[a].likeness(&new.phrases[b]);
        Link::Both { old: Old(a), new: New(b), score, is_part }
    };
    let mut links: Vec<Link> = Vec::new();
    for &(a, b, _) in pairs {
        partners[0][a] = Some(b);
        partners[1][b] = Some(a);
        links.push(both(a, b, false));
    }
    // Of two hosts that hold as much of a phrase, the one that is more like it, then who wins the tie.
    let mut hosts: [Vec<Option<Host>>; 2] = [vec![None; old.phrases.len()], vec![None; new.phrases.len()]];
    let take = |host: &mut Option<Host>, lives_on: f64, (a, b, score): Candidate, other: usize| {
        let found = Host { lives_on, score, tie: twins.tie(a, b), other };
        if lives_on >= LIVES_ON && host.is_none_or(|best| best.is_beaten_by(&found)) {
            *host = Some(found);
        }
    };
    for &candidate in near {
        let (a, b, _) = candidate;
        match (partners[0][a], partners[1][b]) {
            (None, answered @ Some(_)) if old.bar(a, new, b, answered).is_none() => {
                take(&mut hosts[0][a], sum(&old.held(a, new, b)), candidate, b);
            }
            (answered @ Some(_), None) if new.bar(b, old, a, answered).is_none() => {
                take(&mut hosts[1][b], sum(&new.held(b, old, a)), candidate, a);
            }
            _ => {}
        }
    }
    for a in (0..old.phrases.len()).filter(|&a| partners[0][a].is_none()) {
        links.push(match hosts[0][a] {
            Some(host) => both(a, host.other, true),
            None => Link::OnlyOld { old: Old(a), nearest: nearest[0][a] },
        });
    }
    for b in (0..new.phrases.len()).filter(|&b| partners[1][b].is_none()) {
        links.push(match hosts[1][b] {
            Some(host) => both(host.other, b, true),
            None => Link::OnlyNew { new: New(b), nearest: nearest[1][b] },
        });
    }
    links
}
