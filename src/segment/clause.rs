//! Clause borders inside a sentence.
//!
//! The measured setting: one finite clause or joined predicate, a reason before the main clause, a subordinate
//! clause. Finer pieces (`that` clauses, purposes, means) stay inside: as phrases of their own they are stubs and
//! cost precision.

use super::{Clause, ClauseKind, Hit, LEAST_CONTENT, Segments, Token, is_content};
use crate::lexicon::{After, Case, Grammar, Group, Lexicon, Role, Tag};
use crate::text::Span;
use smol_str::SmolStr;
use std::ops::Range;

/// Returns the clauses of a sentence; together they hold all its tokens.
pub(super) fn cut(segments: &Segments, sentence: Range<usize>, lexicon: Option<&Lexicon>) -> Vec<Clause> {
    let Some(lexicon) = lexicon else {
        let starts = (sentence.start + 1..sentence.end).filter(|&at| ends_piece(&segments.tokens[at - 1].word));
        return pieces(sentence.clone(), starts.collect(), ClauseKind::Plain);
    };
    let roll = segments.hits_in(sentence.clone()).iter().find(|hit| matches!(hit.role, Role::Roll | Role::Dissent));
    // Only names may stand before it: `I ask you to vote for` is no roll.
    let is_name = |at: usize| segments.tokens[at].is_mark || segments.tokens[at].tag == Tag::Propn;
    if let Some(hit) = roll.filter(|hit| (sentence.start..hit.tokens.start).all(is_name)) {
        return match hit.role {
            Role::Roll => pieces(sentence, Vec::new(), ClauseKind::Roll),
            _ => pieces(sentence.clone(), dissents(segments, sentence), ClauseKind::Dissent),
        };
    }
    let mut inserted = inserted(&segments.tokens[sentence.clone()]);
    // A figure is not cut: `between one | and two years ahead`.
    for figure in segments.quantities_in(sentence.clone()) {
        inserted[figure.tokens.start + 1 - sentence.start..figure.tokens.end - sentence.start].fill(true);
    }
    let stretches = stretches(&segments.tokens, sentence.clone(), &inserted);
    let cutter = Cutter { segments, lexicon, sentence: sentence.clone(), inserted, stretches };
    let mut clauses = pieces(sentence, cutter.starts(), ClauseKind::Plain);
    for clause in &mut clauses {
        clause.verb = cutter.predicate(clause.tokens.clone());
        if cutter.is_announcement(clause) {
            clause.kind = ClauseKind::Roll;
        }
        if let (None, Some((modal, verb))) = (clause.verb, cutter.shared_modal(clause.tokens.start)) {
            (clause.modal, clause.verb) = (Some(modal), Some(verb));
        }
        let first = clause.tokens.start;
        if first > cutter.sentence.start && cutter.is(first - 1, ",") && clause.verb.is_none() {
            // `, easing the shortage and lifting wages`: it says something of the subject before.
            clause.verb = Some(cutter.skip(first, |token| token.tag == Tag::Adv))
                .filter(|&verb| clause.tokens.contains(&verb) && cutter.token(verb).tag == Tag::Verb);
        }
        if let Some(to) = cutter.joined_infinitive(clause.tokens.start) {
            clause.verb =
                Some(cutter.skip(to + 1, |token| token.tag == Tag::Adv)).filter(|verb| clause.tokens.contains(verb));
        }
    }
    clauses
}

/// Cuts a range at the given places.
fn pieces(range: Range<usize>, starts: Vec<usize>, kind: ClauseKind) -> Vec<Clause> {
    let mut from = range.start;
    let mut clauses = Vec::new();
    for to in starts.into_iter().chain([range.end]) {
        clauses.push(Clause { tokens: from..to, kind, verb: None, modal: None });
        from = to;
    }
    clauses
}

/// Whether a mark ends a piece in a language of which only the marks are known.
fn ends_piece(mark: &str) -> bool {
    matches!(mark, ";" | "；" | "—")
}

/// For each token of a sentence whether it is inside brackets, or between two dashes where no verb is or where the
/// clause before still goes on: `wages — that is, what crews earn — rose`, `keep the levy — it is low — until spring`.
/// One pass, as a sentence may be a book.
fn inserted(tokens: &[Token]) -> Vec<bool> {
    let mut inserted = vec![false; tokens.len()];
    let mut is_in_brackets = false;
    // Where the dash stands, and whether a verb stood before and after it.
    let mut dash: Option<(usize, bool, bool)> = None;
    let mut has_verb = false;
    for (at, token) in tokens.iter().enumerate() {
        inserted[at] = is_in_brackets;
        match token.word.as_str() {
            "(" => is_in_brackets = true,
            ")" => is_in_brackets = false,
            ";" | ":" => (dash, has_verb) = (None, false),
            "—" => {
                if let Some((open, has_before, has_inside)) = dash {
                    let next = tokens[at + 1..].iter().find(|token| token.tag != Tag::Adv);
                    let resumes = next.is_some_and(|next| {
                        next.is_finite || matches!(next.tag, Tag::Adp | Tag::Part) || next.word == "until"
                    });
                    // `ports were built — were lost — are ours` is a row of predicates.
                    let is_row = tokens[open + 1].is_finite && tokens[open + 1].tag == Tag::Aux;
                    // `were I to bring — after a week — a plan`
                    let is_adverbial = !has_inside && tokens[open + 1].tag == Tag::Adp && tokens.len() > at + 1;
                    // `whose trading — and I stress the word — arm was`: what an aside says has no place in a row.
                    let is_remark = has_inside && {
                        let is_free = next.is_some_and(|next| !matches!(next.tag, Tag::Cconj | Tag::Pron));
                        let is_unfinished = open > 0 && tokens[open - 1].tag == Tag::Adj;
                        tokens[open + 1].tag == Tag::Cconj && is_free && is_unfinished
                    };
                    if resumes && !is_row || !has_before || is_adverbial || is_remark {
                        inserted[open..=at].fill(true);
                        has_verb = has_before;
                    } else if !has_inside {
                        inserted[open + 1..at].fill(true);
                    }
                    dash = None;
                } else {
                    dash = Some((at, has_verb, false));
                }
            }
            _ => {}
        }
        has_verb |= token.is_finite;
        if let Some((_, _, has_inside)) = &mut dash {
            *has_inside |= token.is_finite;
        }
    }
    inserted
}

/// For each token of a sentence the next mark from it on that ends a stretch, or the end of the sentence.
fn stretches(tokens: &[Token], sentence: Range<usize>, inserted: &[bool]) -> Vec<usize> {
    let (start, mut end) = (sentence.start, sentence.end);
    let ends =
        |at: usize| matches!(tokens[at].word.as_str(), ";" | ":" | "—" | "." | "!" | "?") && !inserted[at - start];
    let mut stretches: Vec<usize> = sentence
        .rev()
        .map(|at| {
            end = if ends(at) { at } else { end };
            end
        })
        .collect();
    stretches.reverse();
    stretches
}

/// Where each further dissenter of `Voting against were A, who ...; and B, who ...` begins.
fn dissents(segments: &Segments, sentence: Range<usize>) -> Vec<usize> {
    let tokens = &segments.tokens;
    (sentence.start + 1..sentence.end)
        .filter(|&at| tokens[at - 1].word == ";" && tokens[at..sentence.end].iter().any(|token| token.word == "who"))
        .collect()
}

/// How many words an aside between commas may hold.
const ASIDE: usize = 10;

/// How many words with a meaning a reason put first must hold to be quoted by itself: labelled ones of three and more
/// stand alone (`In light of the fall in prices and wages`), those of two with their claim (`Based on our assessment`).
const REASON: usize = 3;

/// The most words of a participle or relative clause, or of a concession, that always stays with the claim before it.
const TAIL: usize = 7;

/// How many words make such a tail a claim of its own whatever it hangs on: `working with you to strengthen ... and set
/// the right direction for ...`.
const LONG_TAIL: usize = 13;

/// How many words a quotation may hold that is cut no further.
const QUOTATION: usize = 25;

/// What is needed to judge a place in a sentence.
struct Cutter<'s> {
    segments: &'s Segments,
    lexicon: &'s Lexicon,
    sentence: Range<usize>,
    /// For each token of the sentence whether it is inside a figure, brackets or an aside between dashes.
    inserted: Vec<bool>,
    /// For each token of the sentence where the stretch that begins with it ends.
    stretches: Vec<usize>,
}

/// What stands before and behind a text.
static OUTSIDE: Token = Token {
    span: Span { start: 0, end: 0 },
    word: SmolStr::new_static(""),
    case: Case::Lower,
    lemma: SmolStr::new_static(""),
    tag: Tag::Punct,
    is_finite: false,
    is_gerund: false,
    is_participle: false,
    is_preterite: false,
    is_mark: true,
    is_negator: false,
    is_furniture: false,
};

impl Cutter<'_> {
    /// The token at a place, or [`OUTSIDE`]: a rule asks what comes next also where the text breaks off (`We keep it, and`).
    fn token(&self, at: usize) -> &Token {
        self.segments.tokens.get(at).unwrap_or(&OUTSIDE)
    }

    fn is(&self, at: usize, word: &str) -> bool {
        self.sentence.contains(&at) && self.token(at).word == word
    }

    fn is_noun(&self, at: usize) -> bool {
        matches!(self.token(at).tag, Tag::Noun | Tag::Propn)
    }

    /// Whether a relative clause may tell of what stands here: `the port that`, `those who`.
    fn can_have_relative(&self, at: usize) -> bool {
        self.is_noun(at) || matches!(self.token(at).tag, Tag::Pron | Tag::Det)
    }

    fn finite(&self, range: Range<usize>) -> Option<usize> {
        range.into_iter().find(|&at| self.token(at).is_finite && !self.inserted[at - self.sentence.start])
    }

    /// Returns where clauses after the first begin.
    fn starts(&self) -> Vec<usize> {
        let mut starts = Vec::new();
        let mut from = self.sentence.start;
        let mut quotes = 0;
        for at in self.sentence.start + 1..self.sentence.end {
            quotes += usize::from(self.is(at - 1, "\""));
            if self.token(at).is_mark || self.inserted[at - self.sentence.start] {
                continue;
            }
            let is_in_title = quotes % 2 == 1 && self.is_short_quotation(at);
            if self.is_numbered(at) || self.is_reported(from, at) || !is_in_title && self.is_border(from, at) {
                starts.push(at);
                from = at;
            }
        }
        starts
    }

    /// Whether the predicate of a clause only tells what the text will tell or where it is found.
    fn is_announcement(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|verb| {
            let hits = self.segments.hits_in(clause.tokens.clone()).iter();
            hits.filter(|hit| hit.role == Role::Announcement)
                .any(|hit| hit.tokens.start <= verb + 1 && verb < hit.tokens.end)
        })
    }

    /// Whether only a number in brackets stands before: `(1) | The levy`.
    fn is_numbered(&self, at: usize) -> bool {
        self.is(at - 1, ")")
            && at - self.sentence.start <= 3
            && (self.sentence.start..at).all(|at| self.token(at).is_mark || self.token(at).tag == Tag::Num)
    }

    /// Whether a clause other than a reported one begins here.
    fn is_border(&self, from: usize, at: usize) -> bool {
        self.is_after_break(from, at)
            || self.is_opened(from, at)
            || self.is_joined(from, at)
            || self.is_sharing(from, at)
            || self.is_spliced(from, at)
            || self.is_in_row(from, at)
            || self.is_tail(from, at)
            || self.is_after_lead(from, at)
    }

    /// Whether the quotation around `at` is too short to hold clauses of its own: a title, a catchword.
    fn is_short_quotation(&self, at: usize) -> bool {
        let open = (self.sentence.start..at).rev().find(|&at| self.is(at, "\""));
        let close = (at..self.sentence.end).find(|&at| self.is(at, "\""));
        matches!((open, close), (Some(open), Some(close)) if self.words(open..close) <= QUOTATION)
    }

    /// Returns how many words, not marks, a range holds.
    fn words(&self, range: Range<usize>) -> usize {
        range.into_iter().filter(|&at| !self.token(at).is_mark).count()
    }

    /// The end of the stretch that begins at `at`: the next mark that ends one, or the end of the sentence.
    fn stretch(&self, at: usize) -> usize {
        self.stretches.get(at - self.sentence.start).copied().unwrap_or(self.sentence.end)
    }

    /// After a semicolon, a dash, a colon or the end of a quoted sentence, where both sides have a predicate.
    fn is_after_break(&self, from: usize, at: usize) -> bool {
        match self.token(at - 1).word.as_str() {
            ";" => self.is_limb(from, at),
            "." if at < from + 2 || self.token(at - 2).word.chars().count() <= 3 => false,
            "—" if self.inserted[at - 1 - self.sentence.start] => false,
            // `two gains: the treaty that ended the feud, and the port`: names, and no clause.
            ":" if self.is_row_of_names(at) || self.is_hung(at, self.stretch(at)) => false,
            // `must be built up — not torn down`
            "—" if self.token(at).is_negator && self.token(at).tag == Tag::Part => false,
            "—" | ":" => {
                self.finite(from..at).is_some()
                    && !self.is_dependent(from..at)
                    && self.main_verb(at..self.stretch(at)).is_some()
            }
            "." | "!" | "?" => self.finite(from..at).is_some() && self.finite(at..self.stretch(at)).is_some(),
            _ => false,
        }
    }

    /// Whether a noun phrase that begins here ends at a comma before any verb, and no verb of its own follows: `old feuds,
    /// the fear that rules the ports, a new levy`.
    fn is_row_of_names(&self, at: usize) -> bool {
        let first = self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
        let is_noun = matches!(self.token(first).tag, Tag::Det | Tag::Adj | Tag::Noun | Tag::Num);
        let verb = self.finite(at..self.stretch(at)).unwrap_or(at);
        let mut before = at..verb;
        // The verb is that of a clause inside the row.
        let is_inside = before.clone().any(|at| self.is_complementizer(at));
        is_noun && is_inside && before.any(|at| self.is(at, ",")) && !self.has_subject_and_predicate(at)
    }

    /// Whether all that begins here hangs on a preposition, as no subject and verb of its own follow: `for a port that is
    /// open to all, knowing that we are bound to it`.
    fn is_hung(&self, at: usize, end: usize) -> bool {
        let first = self.skip(at, |token| token.tag == Tag::Cconj).min(self.sentence.end - 1);
        let Some(verb) = self.finite(first..end) else { return false };
        let is_inside = (first..verb).any(|at| self.is_complementizer(at));
        let has_claim = self.has_claim_behind_comma(first..end);
        self.token(first).tag == Tag::Adp && self.hit(first, Role::Opener).is_none() && is_inside && !has_claim
    }

    /// Whether what a semicolon sets apart says something: it has a verb of its own, finite or not. A name alone goes with
    /// the claim that lists it: `a plan: fair tolls; new ports for our ships`.
    fn is_limb(&self, from: usize, at: usize) -> bool {
        let end = self.stretch(at);
        let head = self.skip(at, |token| token.tag == Tag::Adv || token.tag == Tag::Cconj);
        let is_verbal = head < end && (self.is_to(head) || self.token(head).tag == Tag::Verb);
        let has_clause = self.main_verb(at..end).is_some() && !self.is_dependent(at..end) && !self.is_hung(at, end);
        self.finite(from..at).is_none() || !self.is_dependent(from..at) && (is_verbal || has_clause)
    }

    /// Whether a range is a clause of condition, time or place whose main clause stands elsewhere: `when prices rise`.
    fn is_dependent(&self, range: Range<usize>) -> bool {
        let first = self.lead(range.start);
        if !self.is_bound(self.skip(first, |token| token.tag == Tag::Adv).min(self.sentence.end - 1)) {
            return false;
        }
        !self.has_claim_behind_comma(first..range.end)
    }

    /// Whether a clause of condition, time or place begins here, which is no claim without its main clause.
    fn is_bound(&self, at: usize) -> bool {
        let opener = || self.hit(at, Role::Opener).map(|hit| &self.lexicon.entries[hit.entry]);
        self.hit(at, Role::Condition).is_some() || opener().is_some_and(|entry| entry.after == After::Joint)
    }

    /// A word that opens a clause: `although`, `because`, `in light of`.
    fn is_opened(&self, from: usize, at: usize) -> bool {
        let is_after_comma = self.is(at - 1, ",");
        // A condition or term is part of its claim.
        // `, mostly owing to`
        let head = if is_after_comma { self.skip(at, |token| token.tag == Tag::Adv) } else { at };
        let opener = |at: usize| {
            self.hit(at, Role::Opener).filter(|hit| match self.lexicon.entries[hit.entry].after {
                After::Anywhere => true,
                After::Comma => is_after_comma,
                After::Claim => is_after_comma || self.lexicon.entries[hit.entry].verbless,
                After::Joint => false,
            })
        };
        let Some(hit) = opener(at).or_else(|| opener(head)) else { return false };
        let entry = &self.lexicon.entries[hit.entry];
        // `It is precisely | because`, `We continue to be, | as we have been, its friends`: the predicate is still to come.
        let is_empty = |at: usize| {
            let token = self.token(at);
            token.is_negator || token.lemma == "be" || matches!(token.tag, Tag::Pron | Tag::Det | Tag::Adv)
        };
        // `because A and | because B`: one reason with two limbs.
        let is_limb = || {
            self.token(at - 1).tag == Tag::Cconj
                && !entry.verbless
                && self.hit(self.lead(from), Role::Opener).is_some_and(|first| first.entry == hit.entry)
        };
        if is_limb()
            || is_empty(at - 1) && (self.lead(from)..at).all(is_empty)
            || entry.after == After::Comma && at > from + 1 && self.awaits_rest(at - 2)
        {
            return false;
        }
        let stretch = self.stretch(at);
        let has_predicate = if entry.verbless {
            // A reason or contrast that stands after the claim needs no predicate: `despite higher prices`.
            // `The Council, together with its members, | will`
            // `to open ports, based on trust, and to build roads`
            let is_aside = self.skip_aside(at - 1).is_some_and(|after| {
                let resumes = self.is_complementizer(after) || self.is(after, "to") || self.token(after).is_finite;
                let head = self.skip(after + 1, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                let goes_on = self.is_to(head)
                    || self.token(head).is_finite
                    || self.token(head).tag == Tag::Verb && self.token(head).is_participle;
                let is_joined = self.token(after).tag == Tag::Cconj && goes_on;
                // `to address, on the basis of law, these problems`
                let before = self.token(at.saturating_sub(2));
                let is_open = before.tag == Tag::Verb
                    && before.word == before.lemma
                    && Grammar::english().groups(&before.lemma).has(Group::TransitiveVerbs);
                is_after_comma && (resumes || is_joined || is_open)
            });
            // Less is no claim of its own and stays with the one before: `despite weak trade`.
            // `, based on trust, | and to seek`: as far as it goes.
            let resumes = |at: usize| {
                self.is(at, ",") && at + 2 < stretch && self.token(at + 1).tag == Tag::Cconj && {
                    let head = self.skip(at + 2, |token| token.tag == Tag::Adv).min(stretch);
                    self.is_to(head) || self.token(head).is_finite
                }
            };
            let end = (hit.tokens.end..stretch).find(|&at| resumes(at)).unwrap_or(stretch);
            let content = (hit.tokens.end..end).filter(|&at| is_content(self.token(at))).count();
            let tells = entry.stands || self.has_state(hit.tokens.end..stretch);
            // `despite the storms`: short, it stays, as any tail does.
            let is_short = entry.after == After::Claim && self.words(at..end) <= TAIL;
            !is_aside && !is_short && content >= LEAST_CONTENT && tells
        } else {
            let is_aim = || {
                let verb = self.finite(hit.tokens.end..stretch);
                verb.is_some_and(|at| Grammar::english().groups(&self.token(at).word).has(Group::AimModals))
            };
            // `Just as trade grows, so do`
            let is_answered = || {
                let first = self.skip(self.lead(from), |token| token.tag == Tag::Adv);
                self.hit(first, Role::Opener).is_some() && !self.has_claim_behind_comma(first..at - 1)
            };
            // `ready, as a member, to serve`, `can meet, as we have each spring, and talk`
            let is_aside = || {
                let after = self.skip_aside(at - 1).filter(|_| is_after_comma)?;
                let joint = self.skip(after, |token| token.tag == Tag::Cconj);
                let verb = self.skip(joint, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                let token = self.token(verb);
                let is_bare = token.tag == Tag::Verb && token.word == token.lemma;
                Some(entry.after == After::Comma && (self.is_to(verb) || joint > after && is_bare))
            };
            let is_clause = match entry.after {
                // `so that prices hold`, `so far`
                After::Claim => self.has_subject_and_predicate(hit.tokens.end) && !is_aim() && !is_answered(),
                _ => self.has_predicate(hit.tokens.end),
            };
            is_clause && is_aside() != Some(true) && !(entry.after == After::Comma && self.is_evidence(hit.tokens.end))
        };
        has_predicate && self.is_complete(from, at)
    }

    /// Whether what a verb says is still to come behind the comma: `This requires, | as we know, much patience`.
    fn awaits_rest(&self, verb: usize) -> bool {
        let token = self.token(verb);
        let is_open = token.is_finite && !token.is_past();
        let needs = || Grammar::english().groups(&token.lemma).has(Group::TransitiveVerbs);
        self.hit(verb, Role::Copula).is_some() || token.tag == Tag::Verb && is_open && needs()
    }

    /// Whether a clause only says where its claim is seen or told: it has no subject (`as is the case abroad`, `as shown
    /// by the survey`), or a verb of knowing or telling without what is known (`as we have seen in spring`).
    fn is_evidence(&self, at: usize) -> bool {
        let head = self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
        let first = self.token(head);
        if first.tag == Tag::Aux && first.is_finite || first.tag == Tag::Verb && first.is_participle {
            return true;
        }
        let Some(verb) = self.finite(at..self.stretch(at)) else { return false };
        let verb = self.skip(verb, |token| matches!(token.tag, Tag::Aux | Tag::Adv)).min(self.sentence.end - 1);
        let after = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        Grammar::english().groups(&self.token(verb).lemma).has(Group::ThatVerbs)
            && (after >= self.sentence.end || self.token(after).is_mark || self.token(after).tag == Tag::Adp)
    }

    /// Whether what begins here has its verb before it ends: at a mark, but past an aside between commas.
    ///
    /// `since trade fell` has one; `since the spring, and trade has fallen` has none.
    fn has_predicate(&self, at: usize) -> bool {
        let mut next = at;
        while next < self.stretch(at) {
            if self.token(next).is_finite {
                return true;
            }
            next = match self.is(next, ",") {
                true => match self.skip_aside(next) {
                    Some(after) => after,
                    None => return false,
                },
                false => next + 1,
            };
        }
        false
    }

    /// `and`, `but`, `or` between two predicates or two clauses.
    fn is_joined(&self, from: usize, at: usize) -> bool {
        let token = self.token(at);
        if token.tag != Tag::Cconj || self.is_pairing(at) {
            return false;
        }
        let Some(next) = self.skip_aside(at + 1) else { return false };
        if self.joins_modifiers(at) || self.is_parallel(at) {
            return false;
        }
        // `If trade falls and if prices rise, the Council acts`
        let lead = self.lead(from);
        let has_claim = || self.has_claim_behind_comma(next..self.stretch(next));
        let are_conditions = self.hit(lead, Role::Condition).is_some() && self.hit(next, Role::Condition).is_some();
        let is_first = are_conditions || self.is_bound(lead) && self.is_bound(next) && has_claim();
        if !is_first && (self.is_same_opener(from, next) || self.is_further_term(next)) {
            return true;
        }
        // `When prices rise or trade falls — then`
        let is_before_dash = self.stretch(at) < self.sentence.end
            && self.is_dependent(from..at)
            && self.is_dependent(from..self.stretch(at));
        let is_inside = is_before_dash || self.is_in_condition(from, at) || self.is_correlated(from, at, next);
        // `Trade slowed, | reflecting the storms, | and wages fell`
        // `a sea on which crews, traders, | and islands can sail`: its clause has not.
        let has_ended = from > self.sentence.start
            && self.is(at - 1, ",")
            && self.finite(from..at).is_none()
            && !(from..at).any(|at| self.is_complementizer(at));
        if !(self.is_complete(from, at) || has_ended) || is_inside || self.shares_object(at, next) {
            return false;
        }
        // `not by going back but forward to the sea`
        let is_denied = |at: usize| {
            self.token(at).is_negator && !self.token(at - 1).is_finite && self.token(at + 1).tag == Tag::Adp
        };
        let head = self.skip(next, |token| token.tag == Tag::Adv);
        if self.token(at).lemma == "but"
            && self.finite(head..self.sentence.end.min(head + 1)).is_none()
            && (from + 1..at).any(|open| is_denied(open) && self.finite(open..at).is_none())
        {
            return false;
        }
        // `is expected to stay low but | to rise`; not `seeks not to rule but to serve`
        let is_contrast = self.token(at).lemma == "but" && self.is_to(next);
        if is_contrast && !(from..at).any(|at| self.token(at).is_negator) {
            return self.words(next..self.stretch(next)) > TAIL;
        }
        if let Some(to) = self.joined_infinitive(at) {
            // `is committed to watch prices and to weigh them`, `urge the ports to open and to stay so`: half of it without the cue would be another claim.
            let is_in_cue = |to: usize| {
                let mut hits = self.segments.hits_in(from..to + 1).iter();
                let verb = (from..to).rev().find(|&at| self.token(at).tag == Tag::Verb);
                let is_asked = |at: usize| Grammar::english().groups(&self.token(at).lemma).has(Group::AskingVerbs);
                hits.any(|hit| hit.role == Role::Cue && hit.tokens.contains(&to)) || verb.is_some_and(is_asked)
            };
            let first = (from..at).rev().find(|&at| self.is_to(at) && (at == 0 || !self.token(at - 1).is_finite));
            let first = first.filter(|&to| !is_in_cue(to));
            let is_long = |first: usize| self.words(first..at) > TAIL && self.words(to..self.stretch(to)) > TAIL;
            // A list of three stays whole, and so does what is denied.
            let is_listed = |at: usize| self.is(at, ",") && self.is_to(at + 1);
            let is_plain = !(from..at).any(|at| self.token(at).is_negator || is_listed(at));
            // `To honour the crews and to help them, we`: both are what the claim is for.
            let is_first = self.is_to(lead) && self.main_verb(lead..at).is_none();
            return is_plain && !is_first && first.is_some_and(is_long);
        }
        if self.ends_names(from, at, next) {
            return false;
        }
        let head = self.skip(next, |token| token.tag == Tag::Adv || token.word == "not");
        if head < self.sentence.end && self.token(head).is_finite {
            return !self.is_waiting(from, at)
                && !self.disagrees(from, head)
                && !self.ends_inner_list(from, at, head)
                && !self.is_of_relative(from, at, head)
                // `will outline the plan, and will then explain it`: a line that only tells what will be told is whole.
                && self.hit(head, Role::Announcement).is_none()
                && !self.leaves_object(at);
        }
        // `Trade grew, and that is good`
        let is_plain = !(from..at).any(|at| self.is_complementizer(at));
        let is_verb = |at: usize| at < self.sentence.end && self.token(at).tag == Tag::Aux && self.token(at).is_finite;
        if self.is(next, "that") && is_plain && is_verb(next + 1) {
            return true;
        }
        if self.token(next).tag == Tag::Sconj && self.token(next).word == "that" {
            // `that trade grows, that wages rise and that ports open`: the last of a list.
            let is_listed = |at: usize| self.is(at, ",") && self.is(at + 1, "that") && self.is_complementizer(at + 1);
            // `It is the crews that keep the peace and that we thank`
            let follows_noun = |at: usize| self.is(at, "that") && self.is_complementizer(at) && self.is_noun(at - 1);
            let is_one = self.is_cleft(from) && (from + 1..at).any(follows_noun);
            return !is_one && !(from..at - 1).any(is_listed) && self.finite(next..self.stretch(next)).is_some();
        }
        // `Those that build ports and crews must`; but what a noun tells stands alone: `The risk that trade slows | and`.
        let is_relative = (self.lead(from) + 1..at)
            .rfind(|&at| self.is_complementizer(at))
            .is_some_and(|at| self.token(at).tag != Tag::Sconj);
        !(is_relative && self.is_waiting(from, at)) && self.has_subject_and_predicate(next)
    }

    /// Whether `and` closes a row of nouns, which a comma has opened without a verb behind it: `the crews, ports | and ships
    /// are safe`, but not `in the ports, trade and wages rose`, where it joins the first two.
    fn ends_names(&self, from: usize, at: usize, next: usize) -> bool {
        let is_phrase = |at: &usize| {
            let token = self.token(*at);
            let is_owner = || Grammar::english().groups(&token.word).has(Group::Possessives);
            self.is_noun(*at) || matches!(token.tag, Tag::Det | Tag::Adj | Tag::Num) || is_owner()
        };
        let is_person = || Grammar::english().groups(&self.token(next).word).has(Group::Subjects);
        // `grain, wool, timber, | and iron`: with a comma before it, one noun more is needed to tell a row from an aside.
        let is_apart = self.is(at - 1, ",");
        let end = at - usize::from(is_apart);
        let opens = |end: usize| {
            let comma = (from..end).rev().find(|at| !is_phrase(at)).filter(|&comma| self.is(comma, ","))?;
            (comma > from && self.is_noun(end - 1) && self.is_noun(comma - 1)).then_some(comma)
        };
        let comma = if is_apart { opens(end).and_then(opens) } else { opens(end) };
        let is_row = comma.is_some_and(|comma| self.finite(self.innermost(from, at)..comma).is_some());
        is_row && next < self.sentence.end && is_phrase(&next) && !is_person()
    }

    /// Where `and` goes on with a second infinitive, and that has an object: `stands ready to buy grain and | to sell timber`.
    fn joined_infinitive(&self, at: usize) -> Option<usize> {
        let is_joined = at > self.sentence.start && self.is(at, "and") && at + 2 < self.sentence.end;
        (is_joined && self.is_to(at + 1) && self.has_object(at + 2)).then_some(at + 1)
    }

    fn is_to(&self, at: usize) -> bool {
        self.is(at, "to") && self.token(at).tag == Tag::Part
    }

    /// Whether what is joined is a term or condition of its own: `at least through spring and | in any case for as long as
    /// needed`, `if trade grows, or | if prices fall`.
    fn is_further_term(&self, at: usize) -> bool {
        // `strikes or | lockouts until`: the term is that of the noun.
        !self.is_noun(at)
            && (at..self.sentence.end.min(at + 5))
                .take_while(|&at| !self.token(at).is_finite && !self.token(at).is_mark)
                .any(|at| self.hit(at, Role::Term).is_some())
            || self.hit(at, Role::Condition).is_some_and(|hit| self.has_predicate(hit.tokens.end))
    }

    /// Whether what is joined opens as the clause it is joined to: `with prices high and | with trade weak`.
    fn is_same_opener(&self, from: usize, at: usize) -> bool {
        matches!((self.hit(self.lead(from), Role::Opener), self.hit(at, Role::Opener)), (Some(a), Some(b)) if a.entry == b.entry && self.lexicon.entries[a.entry].verbless)
    }

    /// Whether the innermost open clause is a condition or term, whose limbs stay together: `until A and B`.
    fn is_in_condition(&self, from: usize, at: usize) -> bool {
        let terms = self.segments.hits_in(from..at).iter().rev();
        // `as trade recovers and wages rise`, behind its claim
        let opens = |open: &usize| {
            let hit = self.hit(*open, Role::Opener).filter(|hit| !self.lexicon.entries[hit.entry].stands);
            hit.is_some() && self.is_open_word(*open) && self.finite(*open..at).is_some()
        };
        let clause = (self.lead(from) + 1..at).rev().find(opens);
        let is_behind = |open: usize| self.finite(from..open).is_some() && !(open..at).any(|at| self.token(at).is_mark);
        if clause.is_some_and(is_behind) {
            return true;
        }
        // `As trade grows and wages rise, the Council`
        let first = self.lead(from);
        let is_first = opens(&first) && !(first..at).any(|at| self.token(at).is_mark);
        let claim = || (at..self.stretch(at)).find(|&at| self.is(at, ",")).map(|comma| comma + 1);
        if is_first && claim().is_some_and(|claim| self.has_subject_and_predicate(claim)) {
            return true;
        }
        // What stands between shows that a clause is open; `as appropriate and` opens none.
        let open = terms
            .filter(|hit| matches!(hit.role, Role::Condition | Role::Term))
            .find(|hit| hit.role == Role::Term && hit.tokens.end < at || self.finite(hit.tokens.end..at).is_some());
        open.is_some_and(|hit| {
            let mut commas = (hit.tokens.end..at).filter(|&at| self.is(at, ","));
            // `as long as prices rise, trade grows, and wages hold`: a list of limbs, which only a term that stands
            // behind its claim can have, as one put first ends at its comma.
            let is_list = hit.tokens.start > self.lead(from)
                && commas
                    .clone()
                    .any(|comma| self.token(comma + 1).tag != Tag::Cconj && self.has_subject_and_predicate(comma + 1));
            let is_behind = hit.tokens.start > self.lead(from);
            commas.next().is_none() || is_list || is_behind && self.token(at).lemma == "or"
        })
    }

    /// Whether a word that asks for a pair stands before, so that `and` only completes the pair: `between one and two
    /// years`, `either stable or edged down`, but not `weighs the risks to both sides and judges`.
    fn is_correlated(&self, from: usize, at: usize, next: usize) -> bool {
        let goes_on =
            |&at: &usize| !self.token(at).is_finite && self.token(at).tag != Tag::Cconj || self.is_pairing(at);
        let head = self.skip(next, |token| token.tag == Tag::Adv);
        let is_verb = head < self.sentence.end && self.token(head).is_finite;
        let pairing = (from..at).rev().take_while(goes_on).find(|&at| self.is_pairing(at));
        pairing.is_some_and(|pairing| !(is_verb && (pairing + 1..at).any(|at| self.is_noun(at))))
    }

    /// Whether two words of one kind before one noun are joined: `on economic and financial matters`, but not `trade is slow and
    /// financial matters rest`.
    fn joins_modifiers(&self, at: usize) -> bool {
        // `at levels at or below those of spring`
        let is_preposition = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adp;
        if is_preposition(at - 1) && is_preposition(at + 1) {
            return true;
        }
        // `each and every port`
        let is_determiner = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Det;
        let is_object = || at > self.sentence.start + 1 && self.token(at - 2).is_finite;
        if is_determiner(at - 1) && is_determiner(at + 1) && !is_object() {
            return true;
        }
        // `for 2024 and 2025`
        let is_number = |at: usize| {
            let is_year = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
            self.sentence.contains(&at) && is_year(&self.token(at).word)
        };
        if is_number(at - 1) && is_number(at + 1) {
            return true;
        }
        // `in building and manning ships`
        let is_gerund = |at: usize| self.sentence.contains(&at) && self.token(at).is_gerund;
        if is_gerund(at - 1) && is_gerund(at + 1) {
            return true;
        }
        // `sooner or later`
        let is_adverb = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adv;
        if self.token(at).lemma == "or" && is_adverb(at - 1) && is_adverb(at + 1) {
            return true;
        }
        let is_modifier = |at: usize| self.sentence.contains(&at) && self.token(at).tag == Tag::Adj;
        let next = self.skip(at + 1, |token| token.tag == Tag::Adv);
        // `a broad, fair and lasting peace`: what stands before the whole row.
        let is_row = |at: usize| matches!(self.token(at).tag, Tag::Adv | Tag::Adj) || self.is(at, ",");
        let before = (self.sentence.start..at - 1).rev().find(|&at| !is_row(at));
        let is_predicate = before.is_none_or(|before| {
            matches!(self.token(before).tag, Tag::Verb | Tag::Aux | Tag::Punct) || self.token(before).is_finite
        });
        is_modifier(at - 1) && is_modifier(next) && !is_predicate
    }

    /// Whether what is joined is only another auxiliary, whose complement follows both: `has been, | and will be, our aim`.
    fn is_parallel(&self, at: usize) -> bool {
        // `has been and remains our aim`
        let before = (self.sentence.start..at).rev().find(|&at| self.token(at).tag != Tag::Adv);
        // `to quickly and fully open the port`
        let is_split = |before: usize| self.is_to(before) && before + 1 < at && self.token(at + 1).tag == Tag::Adv;
        if before.is_some_and(|before| self.token(before).tag == Tag::Aux || is_split(before)) {
            return true;
        }
        if !self.is(at - 1, ",") {
            return false;
        }
        let is_helper = |token: &Token| matches!(token.tag, Tag::Aux | Tag::Adv) || token.word == "not";
        let end = self.skip(at + 1, is_helper);
        // `was, and always remains, our aim`
        let is_copula = |at: usize| self.sentence.contains(&at) && self.hit(at, Role::Copula).is_some();
        let end = if is_copula(at.saturating_sub(2)) && is_copula(end) { end + 1 } else { end };
        // `does not accept, and condemns, the raid`
        let is_inserted = || {
            let (object, grammar) = (self.token((end + 2).min(self.sentence.end - 1)), Grammar::english());
            self.token(at - 2).tag == Tag::Verb
                && end < self.sentence.end
                && self.token(end).is_finite
                && self.is(end + 1, ",")
                && (object.tag == Tag::Det || grammar.groups(&object.word).has(Group::Possessives))
        };
        end > at + 1 && self.is(end, ",") || at > self.sentence.start + 1 && is_inserted()
    }

    /// Whether two verbs of one form have one object between them: `We respect and protect the rights`.
    fn shares_object(&self, at: usize, verb: usize) -> bool {
        let (first, second) = (self.token(at - 1), self.token(verb));
        let is_like = (first.word == first.lemma) == (second.word == second.lemma)
            && first.word.ends_with('s') == second.word.ends_with('s');
        let is_verb = |token: &Token| token.tag == Tag::Verb && token.is_finite;
        is_verb(first) && is_verb(second) && is_like && self.has_object(verb) && self.hit(verb, Role::Copula).is_none()
    }

    /// Whether the verb before waits for the object of the verb that is joined: `has honoured | and will keep its word`.
    fn leaves_object(&self, at: usize) -> bool {
        let verb = self.token(at - 1);
        // `accede to | and keep the treaty`
        if verb.word == "to" {
            return self.has_object(at);
        }
        let is_perfect = || {
            let before = (self.sentence.start..at - 1).rev().find(|&at| self.token(at).tag != Tag::Adv);
            before.is_some_and(|at| self.token(at).lemma == "have")
        };
        // `has paid | and continues to pay a high toll`
        let is_told_again = || {
            let to = self.skip(at + 2, |token| token.tag == Tag::Adv);
            let again = self.skip(to + 1, |token| token.tag == Tag::Adv);
            to < self.sentence.end
                && again < self.sentence.end
                && self.is_to(to)
                && self.token(again).tag == Tag::Verb
                && self.token(again).lemma == verb.lemma
        };
        verb.tag == Tag::Verb
            && (Grammar::english().groups(&verb.lemma).has(Group::TransitiveVerbs) || is_told_again())
            && (verb.is_finite || verb.word == verb.lemma || is_perfect())
            && self.has_object(at)
    }

    /// Whether a verb in the third person cannot have the subject of the piece, as that is a pronoun of another person at its
    /// head or before its verb, so that it goes on with a clause inside: `We know a fleet that sails | and threatens the coast`.
    fn disagrees(&self, from: usize, verb: usize) -> bool {
        let lead = self.lead(from);
        let token = self.token(verb);
        let is_third = token.tag == Tag::Verb && token.word != token.lemma && token.word.ends_with('s');
        let is_other = |at: usize| {
            let groups = Grammar::english().groups(&self.token(at).word);
            groups.has(Group::PureSubjects) && !groups.has(Group::SingularSubjects)
        };
        let main = || self.finite(lead..verb).filter(|&main| main > lead);
        is_third && (is_other(lead) || main().is_some_and(|main| is_other(main - 1)))
    }

    /// Whether a verb goes on with a relative clause, as it has its form and the main verb has another: `is a nation that
    /// keeps | and guards its ports`.
    fn is_of_relative(&self, from: usize, at: usize, verb: usize) -> bool {
        let is_relative = |at: &usize| self.is_complementizer(*at) && self.token(*at).tag != Tag::Sconj;
        let Some(relative) = (from..at).rev().find(is_relative) else { return false };
        let noun = relative.saturating_sub(1);
        let is_attached = self.can_have_relative(noun);
        let Some(inner) = self.finite(relative..at) else { return false };
        let main = self.finite(from..relative);
        is_attached
            && !self.is(at - 1, ",")
            && (self.token(at).lemma != "but" || !(from..at).any(|at| self.token(at).is_negator))
            && self.is_like(inner, verb)
            && main.map_or(relative == from, |main| !self.is_like(main, verb))
    }

    /// Whether two finite verbs have one form, so that one subject can have both.
    fn is_like(&self, first: usize, second: usize) -> bool {
        let (first, second) = (self.token(first), self.token(second));
        let form = |token: &Token| (token.is_past(), token.word.ends_with('s') && token.word != token.lemma);
        // `has a fleet that sails and threatens`: `has` is like another `has` only.
        let is_helper = |token: &Token| Grammar::english().groups(&token.lemma).has(Group::Auxiliaries);
        match first.tag == Tag::Aux || second.tag == Tag::Aux || is_helper(first) || is_helper(second) {
            true => first.lemma == second.lemma,
            false => first.tag == second.tag && form(first) == form(second),
        }
    }

    /// A further predicate in a row of three and more with one subject: `feeds the crews, | guards the ports and | clears
    /// the straits`.
    fn is_in_row(&self, from: usize, at: usize) -> bool {
        let head = self.skip(at, |token| token.tag == Tag::Adv);
        if !self.is(at - 1, ",") || head >= self.sentence.end || !self.token(head).is_finite {
            return false;
        }
        let lead = self.lead(from);
        let Some(first) = self.finite(lead..at).filter(|&first| self.is_like(first, head)) else { return false };
        let opens = |at: usize| self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at);
        // `came, saw and left` is one claim.
        let is_full = |verb: usize, end: usize| self.words(verb..end) > 2;
        let is_mark = |at: &usize| self.token(*at).is_mark || self.token(*at).tag == Tag::Cconj;
        let end = (head..self.stretch(at)).find(is_mark).unwrap_or(self.sentence.end);
        let is_last = |joint: usize| {
            let verb = self.skip(joint + 1, |token| token.tag == Tag::Adv);
            self.token(joint).tag == Tag::Cconj
                && self.token(joint).lemma != "or"
                && verb < self.sentence.end
                && self.token(verb).is_finite
                && self.is_like(first, verb)
        };
        // `The Council, in its note dated 9 May, took`: a verb inside an aside.
        let is_name = matches!(self.token(lead).tag, Tag::Det | Tag::Noun | Tag::Propn | Tag::Pron);
        let is_in_aside = is_name && (lead..first).any(|at| self.is(at, ","));
        !is_in_aside
            && is_full(first, at - 1)
            && is_full(head, end)
            && !(lead..at).any(opens)
            && !(head..end).any(opens)
            && (end..self.stretch(at)).any(is_last)
    }

    /// Whether a verb is the last of a list of three inside a relative clause: `crews that keep the rules, mend the nets
    /// | and watch the sea`.
    fn ends_inner_list(&self, from: usize, at: usize, verb: usize) -> bool {
        let Some(relative) = (from + 1..at).rev().find(|&at| self.is_complementizer(at)) else { return false };
        let form = |at: usize| ["s", "ed"].map(|ending| self.token(at).word.ends_with(ending));
        let is_like = |at: usize| {
            self.token(at).is_finite && self.token(at).tag == self.token(verb).tag && form(at) == form(verb)
        };
        let is_listed =
            |comma: usize| self.is(comma, ",") && is_like(self.skip(comma + 1, |t| t.tag == Tag::Adv).min(at));
        // `ports in which crews`
        let noun = (relative - 1).saturating_sub(usize::from(self.token(relative - 1).tag == Tag::Adp));
        let follows_noun = self.is_noun(noun);
        follows_noun && self.finite(relative..at).is_some_and(is_like) && (relative..at - 1).any(is_listed)
    }

    fn is_pairing(&self, at: usize) -> bool {
        Grammar::english().groups(&self.token(at).word).has(Group::Pairing)
    }

    /// A main clause that follows another after a comma alone, in a row of clauses: `Trade grows, | wages rise and | prices
    /// hold`. What stands after a clause put first is no further clause but its claim.
    fn is_spliced(&self, from: usize, at: usize) -> bool {
        if !self.is(at - 1, ",") || self.token(at).tag == Tag::Cconj || self.hit(at, Role::Opener).is_some() {
            return false;
        }
        let first = self.lead(from);
        let lead = self.after_first(from, at).unwrap_or(first);
        let is_first = lead == first
            && ([Role::Opener, Role::Condition, Role::Term].iter().any(|&role| self.hit(lead, role).is_some())
                || self.token(lead).tag == Tag::Sconj
                || self.token(lead).tag == Tag::Adp && !self.ends_in_clause(at)
                || self.is_to(lead));
        let Some(verb) = self.finite(lead..at) else { return false };
        let opens = |at: usize| self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at);
        // `ease as the effects of the storms, | grain prices and tolls fade`: its verb is still to come.
        let waits =
            |at: usize| self.hit(at, Role::Opener).is_some() && matches!(self.token(at).tag, Tag::Sconj | Tag::Adp);
        let is_waiting = || (lead + 1..at).rfind(|&at| waits(at)).is_some_and(|open| self.finite(open..at).is_none());
        let is_plain = || !(lead..at).any(opens) && !is_waiting();
        let Some(next) = self.finite(at..self.stretch(at)) else { return false };
        let is_row = || (next..self.stretch(at)).any(|at| self.token(at).tag == Tag::Cconj || self.is(at, ","));
        // `it is, I think, our task`, `the loss will, we hope, be small`
        let before = at.saturating_sub(2);
        let is_remark = || self.hit(before, Role::Copula).is_some() || self.token(before).tag == Tag::Aux;
        verb > lead
            && !is_first
            && !is_remark()
            && is_plain()
            && is_row()
            && !(at..next).any(|at| self.token(at).is_mark)
            && self.has_subject_and_predicate(at)
    }

    /// Whether a row of clauses goes on to its end, which `and` with a further clause makes.
    fn ends_in_clause(&self, at: usize) -> bool {
        let is_joint = |at: &usize| self.is(*at, ",") && self.token(*at + 1).tag == Tag::Cconj;
        let joint = (at..self.stretch(at) - 1).find(is_joint);
        joint.is_some_and(|joint| self.has_subject_and_predicate(joint + 2))
    }

    /// A further verb under the modal of the first, each with an object of its own: `will keep its stores, | buy grain
    /// and | sell timber`, but not `will monitor, assess and adjust prices`.
    fn is_sharing(&self, from: usize, at: usize) -> bool {
        // A pair without a comma is one claim: `will watch prices and weigh what they mean`.
        self.shared_modal(at).is_some_and(|(modal, _)| {
            // An alternative is one claim: `will choose to lead, or withdraw our ships`.
            let is_list = (self.is(at - 1, ",") || from > modal) && self.token(at).lemma != "or";
            is_list && !(from..modal).any(|at| self.is_complementizer(at))
        })
    }

    /// The modal that a bare verb at the head of a piece shares with the verb before it, and that verb.
    fn shared_modal(&self, at: usize) -> Option<(usize, usize)> {
        if at <= self.sentence.start {
            return None;
        }
        let verb = match self.token(at).tag {
            Tag::Cconj => self.skip(at + 1, |token| token.tag == Tag::Adv),
            _ if self.is(at - 1, ",") => self.skip(at, |token| token.tag == Tag::Adv),
            _ => return None,
        };
        let is_bare = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Verb && !token.is_finite && token.word == token.lemma
        };
        if verb >= self.sentence.end || !is_bare(verb) || !self.has_object(verb) {
            return None;
        }
        let modal = (self.sentence.start..at).rev().find(|&at| self.token(at).is_finite)?;
        let first = self.skip(modal + 1, |token| token.tag == Tag::Adv || token.word == "not");
        // `will let the islands trade, fish and build boats`: the later verbs are the islands'.
        let is_free = |at: usize| self.token(at).word != "to" || at == first + 1;
        let is_shared = self.token(modal).tag == Tag::Aux
            && first < at
            && is_bare(first)
            && self.has_object(first)
            && (first + 1..at).all(|at| is_free(at) && !self.is_complementizer(at) && !self.is_open_word(at));
        is_shared.then_some((modal, verb))
    }

    /// The head of the main predicate of a piece: its first finite verb that is not the verb of a clause inside it
    /// (`Any port that is closed and has no pilot | is`, `When prices rise, the Council | acts`).
    fn predicate(&self, piece: Range<usize>) -> Option<usize> {
        self.main_verb(piece.clone()).or_else(|| self.finite(piece))
    }

    /// The same; nothing where all its verbs are those of clauses inside it.
    fn main_verb(&self, piece: Range<usize>) -> Option<usize> {
        let lead = self.lead(piece.start);
        // `Whatever happens, the Council | acts`
        let after_comma = || {
            let verb =
                self.finite(lead..piece.end).filter(|_| self.is_complementizer(lead) || self.is_open_word(lead))?;
            let comma = (verb..piece.end).find(|&at| self.is(at, ","))?;
            self.has_subject_and_predicate(comma + 1).then_some(comma + 1)
        };
        let start = self.after_first(piece.start, piece.end).or_else(after_comma).unwrap_or(lead);
        let mut inner = 0;
        for at in start..piece.end {
            // What opens the piece as a whole says nothing of a clause inside it.
            let is_head = at == start && self.hit(at, Role::Opener).is_some() || at == piece.start;
            let opens =
                self.is_complementizer(at) || self.is_open_word(at) || self.opens_term(at) || self.opens_comparison(at);
            if self.inserted[at - self.sentence.start] {
                continue;
            }
            if opens && !is_head && self.has_predicate(at + 1)
                || at > start && (self.is_contact(at) || self.is_long_contact(start, at))
            {
                inner += 1;
            } else if self.token(at).is_finite {
                let is_joined = at > start && self.token(at - 1).tag == Tag::Cconj;
                match inner {
                    // `that if you work and save, you`: it is still the verb of that clause.
                    1.. if is_joined => {}
                    0 if !is_joined || !(start..at).any(|at| self.is_complementizer(at)) => return Some(at),
                    0 => {}
                    _ => inner -= 1,
                }
            }
        }
        None
    }

    /// Whether what is compared with has a verb of its own: `even better than it is`, but not `more than three ports are`.
    fn opens_comparison(&self, at: usize) -> bool {
        let next = |at: &usize| !self.token(*at).is_mark;
        // `items other than food and energy are`
        self.is(at, "than")
            && !(at > self.sentence.start && self.is(at - 1, "other"))
            && at + 1 < self.sentence.end
            && self.token(at + 1).tag != Tag::Num
            && (at + 1..self.sentence.end).take_while(next).any(|at| self.token(at).is_finite)
    }

    /// Whether a relative clause without its pronoun begins here, and the verb of its noun follows: `the seas | we sail are`.
    fn is_contact(&self, at: usize) -> bool {
        let is_subject = Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects);
        let verb = self.skip(at + 1, |token| token.tag == Tag::Adv);
        let main = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        is_subject
            && self.is_noun(at - 1)
            && main < self.sentence.end
            && self.token(verb).is_finite
            && self.token(main).is_finite
    }

    /// Whether such a clause goes on past its verb: `The seas | we sail in spring are`. Its verb has no object.
    fn is_long_contact(&self, start: usize, at: usize) -> bool {
        if !Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects) {
            return false;
        }
        let is_noun = |at: usize| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Adj | Tag::Cconj);
        let is_phrase = self.token(start).tag == Tag::Det && start + 1 < at && (start + 1..at).all(is_noun);
        let verb = self.skip(at + 1, |token| token.tag == Tag::Adv);
        let rest = self.skip(verb + 1, |token| token.tag == Tag::Adv);
        if !is_phrase || rest >= self.sentence.end || !self.token(verb).is_finite || self.token(rest).tag != Tag::Adp {
            return false;
        }
        let goes_on = |token: &Token| {
            !token.is_finite && matches!(token.tag, Tag::Adp | Tag::Det | Tag::Adj | Tag::Noun | Tag::Propn | Tag::Adv)
        };
        let main = self.skip(rest, goes_on);
        main < self.sentence.end && self.token(main).is_finite && self.token(main).tag == Tag::Aux
    }

    /// Whether a condition or term with a clause of its own begins here.
    fn opens_term(&self, at: usize) -> bool {
        self.hit(at, Role::Condition).or_else(|| self.hit(at, Role::Term)).is_some()
    }

    /// Whether a noun follows a verb before the next mark or joint.
    fn has_object(&self, verb: usize) -> bool {
        (verb + 1..self.sentence.end)
            .take_while(|&at| !self.token(at).is_mark && self.token(at).tag != Tag::Cconj)
            .any(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Propn | Tag::Pron))
    }

    /// Whether a word opens a clause with a subject of its own: `when`, `although`.
    fn is_open_word(&self, at: usize) -> bool {
        let opener = self.hit(at, Role::Opener);
        // `fell as prices rose`, `after the storm ends`, but not `acts as a bank`
        let has_verb = || {
            // `as grain and wool prices fell`: past the `and` of its subject, but not `as a guide and`.
            let is_role = at + 1 < self.sentence.end
                && Grammar::english().groups(&self.token(at + 1).word).has(Group::BareDeterminers)
                && !self.is(at + 1, "the");
            (at + 1..self.sentence.end)
                .take_while(|&at| !self.token(at).is_mark && (self.token(at).tag != Tag::Cconj || !is_role))
                .take_while(|&at| !self.is_complementizer(at))
                .any(|at| self.token(at).is_finite)
        };
        let is_bare =
            self.token(at).tag == Tag::Adp && at + 1 < self.sentence.end && self.token(at + 1).tag == Tag::Noun;
        (self.token(at).tag == Tag::Sconj || is_bare || self.token(at).tag == Tag::Adp && has_verb())
            && opener.is_some_and(|hit| !self.lexicon.entries[hit.entry].verbless && self.has_predicate(hit.tokens.end))
    }

    /// Whether a noun phrase with its finite verb begins here, with at most an aside in between (`these gains, along
    /// with lower rates, should support`).
    fn has_subject_and_predicate(&self, at: usize) -> bool {
        // `strengthen and | broaden, and trade has grown`: a bare verb is no subject.
        let first = self.token(self.skip(at, |token| token.tag == Tag::Adv).min(self.sentence.end - 1));
        if first.tag == Tag::Verb && !first.is_gerund && !first.is_participle {
            return false;
        }
        let mut next = at;
        while next < self.stretch(at) {
            let token = self.token(next);
            if token.is_finite {
                // `and the aims of the treaty as first agreed`: no verb stands right behind its preposition.
                let before = (at..next).rev().find(|&at| self.token(at).tag != Tag::Adv);
                let is_told = token.tag == Tag::Verb && token.is_participle;
                let is_hung = is_told && before.is_some_and(|at| self.is(at, "as"));
                return next > at && !is_hung;
            }
            // `and the best terms we can get`: the verb is that of a clause without its pronoun.
            let opens = Grammar::english().groups(&self.token(at).word).has(Group::BareDeterminers);
            let is_person = Grammar::english().groups(&token.word).has(Group::PureSubjects);
            // `the wool and grain they need`, but not `and this spring they sail`
            let is_bare = || {
                let is_time = {
                    let (noun, grammar) = (self.token(next - 1), Grammar::english());
                    grammar.groups(&noun.lemma).has(Group::TimeNouns)
                        || grammar.groups(&noun.word).has(Group::TimeWords)
                };
                self.token(at - 1).tag == Tag::Cconj
                    && !self.is(at - 2, ",")
                    && !is_time
                    && (at..next).all(|at| matches!(self.token(at).tag, Tag::Noun | Tag::Adj))
            };
            if is_person && next > at && self.token(next - 1).tag == Tag::Noun && (opens || is_bare()) {
                let is_person = |at: usize| {
                    at < self.sentence.end && Grammar::english().groups(&self.token(at).word).has(Group::PureSubjects)
                };
                // `the good we think we can do`
                loop {
                    let Some(verb) = self.finite(next..self.stretch(at)) else { return false };
                    next = verb + 1;
                    if !is_person(next) {
                        break;
                    }
                }
                continue;
            }
            // `and those who keep the law are free`
            let is_relative = next > at && self.can_have_relative(next - 1);
            if is_relative && token.tag != Tag::Sconj && self.is_complementizer(next) {
                let ends = |at: &usize| {
                    let token = self.token(*at);
                    !token.is_mark && !matches!(token.tag, Tag::Cconj | Tag::Sconj) && !self.is_complementizer(*at)
                };
                let mut verbs = (next + 1..self.stretch(at)).take_while(ends).filter(|&at| self.token(at).is_finite);
                return verbs.by_ref().any(|at| self.token(at).tag == Tag::Verb)
                    && verbs.any(|at| self.token(at).tag == Tag::Aux);
            }
            let is_elsewhere =
                token.tag == Tag::Sconj || self.is_complementizer(next) || token.word == ";" || self.is_to(next);
            if is_elsewhere {
                return false;
            }
            // `financial matters and will keep`, `storms but they sail`: that verb has another subject.
            let head = self.skip(next + 1, |token| token.tag == Tag::Adv);
            if token.tag == Tag::Cconj && head < self.sentence.end {
                let groups = Grammar::english().groups(&self.token(head).word);
                // `the crew and I will`
                let is_person = match groups.has(Group::PureSubjects) {
                    true => token.lemma != "and" || !self.is(head, "i"),
                    false => token.lemma != "and" && groups.has(Group::SingularSubjects),
                };
                let verb = self.skip(head + 1, |token| token.tag == Tag::Adv).min(self.sentence.end - 1);
                if self.token(head).is_finite || next > at && is_person && self.token(verb).is_finite {
                    return false;
                }
            }
            if token.word == "," {
                // `and the old, has fed the young, has`: what follows is no aside.
                if head < self.sentence.end && self.token(head).is_finite {
                    return false;
                }
                let Some(after) = self.skip_aside(next) else { return false };
                let head = self.skip(after, |token| token.tag == Tag::Adv);
                return next > at && head < self.sentence.end && self.token(head).is_finite;
            }
            next += 1;
        }
        false
    }

    /// Whether a claim begins behind a comma of a range: `When prices rise, | the Council acts`.
    fn has_claim_behind_comma(&self, range: Range<usize>) -> bool {
        range.into_iter().any(|at| self.is(at, ",") && self.has_subject_and_predicate(at + 1))
    }

    /// Where the innermost clause that reaches to `at` begins: after the last `that`, or after the comma that closes a
    /// clause put first (`If prices rise, | the Council`).
    fn innermost(&self, from: usize, at: usize) -> usize {
        let has_subject = |open: usize| (open..at).any(|at| self.is_noun(at));
        // `than if tax and duty were`
        let is_condition = |at: usize| {
            let hit = self.hit(at, Role::Condition).filter(|hit| !self.lexicon.entries[hit.entry].dilutes);
            hit.is_some_and(|hit| self.has_predicate(hit.tokens.end))
        };
        let opens =
            |at: usize| self.is_complementizer(at) || (self.is_open_word(at) || is_condition(at)) && has_subject(at);
        let inner = (from..at).rev().find(|&at| opens(at)).unwrap_or(from);
        // `In spring, when prices fell, trade and`: the clause inserted before the main verb ends at its comma.
        let is_inserted = inner > from
            && self.finite(from..inner).is_none()
            && (from..inner).rev().find(|&at| self.token(at).tag != Tag::Adv).is_some_and(|at| self.is(at, ","));
        let close =
            self.finite(inner..at).filter(|_| is_inserted).and_then(|verb| (verb..at).find(|&at| self.is(at, ",")));
        let inner = close.map_or(inner, |comma| comma + 1);
        inner.max(self.after_first(from, at).unwrap_or(from))
    }

    /// Where the main clause begins after a condition, a term or a clause of time or reason put first.
    fn after_first(&self, from: usize, at: usize) -> Option<usize> {
        let first = self.lead(from);
        let belongs = |hit: &&Hit| {
            let entry = &self.lexicon.entries[hit.entry];
            !entry.verbless && entry.after != After::Claim
        };
        let hit = self.hit(first, Role::Condition).or_else(|| self.hit(first, Role::Term));
        let opener = || {
            let hit = self.hit(first, Role::Opener).filter(belongs)?;
            let comma = (first..at).find(|&at| self.is(at, ","))?;
            self.finite(hit.tokens.end..comma).map(|_| hit)
        };
        let hit = hit.or_else(opener)?;
        let verb = self.finite(hit.tokens.end..at)?;
        let comma = (verb..at).find(|&at| self.is(at, ","))?;
        Some(comma + 1)
    }

    /// Whether a word opens a clause inside the clause; not where it points at a noun (`that outlook`).
    fn is_complementizer(&self, at: usize) -> bool {
        let is_pointing = || {
            let token = self.token(at);
            let follows_preposition = at > self.sentence.start && self.token(at - 1).tag == Tag::Adp;
            token.tag == Tag::Det || token.word == "that" && follows_preposition
        };
        self.hit(at, Role::Complementizer).is_some() && !is_pointing()
    }

    /// The form of a role that begins at a place.
    fn hit(&self, at: usize, role: Role) -> Option<&Hit> {
        self.segments.hits_in(at..at + 1).iter().find(|hit| hit.role == role)
    }

    /// Whether the innermost clause that is open before `at` has its predicate, so that another may begin.
    fn is_complete(&self, from: usize, at: usize) -> bool {
        self.finite(self.innermost(from, at)..at).is_some()
    }

    /// Whether the subject still waits for its verb, as the only one so far is that of a relative clause, which
    /// `and` goes on with: `Any port that is closed and has no pilot | is`, `We hope that the talks that were held in the
    /// north and south | will`.
    fn is_waiting(&self, from: usize, at: usize) -> bool {
        let lead = self.lead(from);
        let opens = |start: usize| (start + 1..at).find(|&at| self.is_complementizer(at));
        let waits = |start: usize| {
            let Some(relative) = opens(start) else { return false };
            let noun = (relative - 1).saturating_sub(usize::from(self.is(relative - 1, ",")));
            let is_attached = self.can_have_relative(noun);
            let verbs = (start..at).filter(|&at| self.token(at).is_finite);
            is_attached && self.finite(start..relative).is_none() && verbs.count() < 2
        };
        let inner = opens(lead).filter(|&open| self.token(open).tag == Tag::Sconj);
        waits(lead) || inner.is_some_and(waits)
    }

    /// Skips an aside between commas (`and, over time, could`); nothing where the sentence ends.
    fn skip_aside(&self, at: usize) -> Option<usize> {
        if at >= self.sentence.end {
            return None;
        }
        if !self.is(at, ",") {
            return Some(at);
        }
        let close = (at + 1..self.sentence.end.min(at + ASIDE)).find(|&at| self.is(at, ","))?;
        (close + 1 < self.sentence.end).then_some(close + 1)
    }

    /// Skips tokens while they are of a kind.
    fn skip(&self, mut at: usize, is_skipped: impl Fn(&Token) -> bool) -> usize {
        while at < self.sentence.end && is_skipped(self.token(at)) {
            at += 1;
        }
        at
    }

    /// What hangs on a clause that has its predicate, where it is longer than that clause and so would hide it: `Trade
    /// rose, | supported by ...`, `Wages fell, | which ...`. Less is part of what it hangs on.
    fn is_tail(&self, from: usize, at: usize) -> bool {
        if !self.is(at - 1, ",") || !self.is_complete(from, at) {
            return false;
        }
        // `in part reflecting`
        let first = if self.is(at + 1, "part") { at + 2 } else { at };
        let head = self.skip(first, |token| token.tag == Tag::Adv);
        if head >= self.sentence.end || head - at > 3 || self.goes_on_as_list(at) {
            return false;
        }
        let token = self.token(head);
        let is_passive = token.is_participle && self.is(head + 1, "by");
        let is_participle = token.tag == Tag::Verb && (token.is_gerund || is_passive);
        // `aims at opening ports, | building roads`, `is opening ports, | building roads`: a limb of the claim.
        let is_listed = self.token(head).is_gerund
            && (from..at).any(|at| self.token(at).is_gerund && matches!(self.token(at).tag, Tag::Verb | Tag::Noun));
        // `some of which`
        let which =
            self.skip(at, |token| matches!(token.tag, Tag::Det | Tag::Num | Tag::Adp)).min(self.sentence.end - 1);
        let is_one = |at: usize| self.hit(at, Role::Complementizer).is_some() && self.token(at).tag != Tag::Sconj;
        let opens = is_one(at) || is_one(which);
        // `the prize, which is low, | will be raised` goes on behind it.
        let resumes = |at: usize| {
            let head = self.skip(at + 1, |token| token.tag == Tag::Adv);
            // `keep the islands, which are poor, from closing their ports`
            let is_deed = |at: usize| {
                self.token(at).tag == Tag::Adp && at + 1 < self.sentence.end && self.token(at + 1).is_gerund
            };
            self.is(at, ",")
                && head < self.sentence.end
                && (self.token(head).is_finite
                    || is_deed(head)
                    || self.is_to(head)
                    // `to face a rival, whoever it is, and to defend the port`
                    || self.token(head).tag == Tag::Cconj && self.is_to(head + 1))
        };
        let is_relative = opens
            && self.has_predicate(at + 1)
            && !(at..self.stretch(at)).any(resumes)
            && !(self.is(at, "that") && self.is_cleft(from));
        // `, which will ease the shortage`: an outlook of its own.
        let is_modal = |at: usize| {
            let token = self.token(at);
            token.tag == Tag::Aux && !Grammar::english().groups(&token.lemma).has(Group::Auxiliaries)
        };
        let is_joined =
            || (at..self.stretch(at) - 1).any(|at| self.is(at, ",") && self.token(at + 1).tag == Tag::Cconj);
        let is_outlook = is_relative && !is_joined() && self.finite(at..self.stretch(at)).is_some_and(is_modal);
        // `, thereby easing the shortage`: the adverb ties it to the claim as one of its own.
        let is_led = is_participle && head > at && self.words(head..self.stretch(head)) >= LEAST_CONTENT;
        // `a study, led by the Council, to settle`
        let goes_on = || self.skip_aside(at - 1).is_some_and(|after| self.is_to(after));
        // `by opening ports, | building roads and lowering tolls`: a list under one preposition.
        let is_act = |at: usize| self.token(at).is_gerund && self.token(at).tag != Tag::Adj;
        let is_joint = |at: usize| {
            let after = self.skip(at + 1, |token| token.tag == Tag::Adp).min(self.sentence.end - 1);
            self.token(at).tag == Tag::Cconj && is_act(after)
        };
        let is_list = || {
            let governed = (from + 1..at).rev().find(|&at| is_act(at) && self.token(at - 1).tag == Tag::Adp);
            let is_open = governed.is_some_and(|governed| !(governed..at).any(is_joint));
            is_open && head == at && (head + 2..self.stretch(at)).any(is_joint)
        };
        if is_participle && (goes_on() || is_list()) {
            return false;
        }
        // One that is a cue is a promise of its own: `working with you to strengthen ... and set the right direction for ...`.
        let longer = TAIL.max(self.words(from..at));
        let promises = self.hit(head, Role::Cue).is_some();
        let limit = if promises { longer.min(LONG_TAIL) } else { longer };
        let is_apart = is_participle && (promises || !is_listed);
        is_outlook
            || is_led
            || is_apart && self.words(at..self.stretch(at)) > limit
            || is_relative && self.words(at..self.stretch(at)) > TAIL.max(self.words(from..at)).min(LONG_TAIL)
    }

    /// Whether a piece puts its subject forward, so that what `that` tells is its claim: `It is the crews, not the ships,
    /// that`.
    fn is_cleft(&self, from: usize) -> bool {
        let lead = self.lead(from);
        let verb = self.skip(lead + 1, |token| token.tag == Tag::Adv);
        self.is(lead, "it") && verb < self.sentence.end && self.token(verb).lemma == "be"
    }

    /// Whether a further noun is joined before the stretch ends, so that what begins here is one of a list: `respect for
    /// law, | refraining from force, and patience`.
    fn goes_on_as_list(&self, at: usize) -> bool {
        let end = self.stretch(at);
        let joint = (at..end - 1).rev().find(|&at| self.is(at, ",") && self.token(at + 1).tag == Tag::Cconj);
        joint.is_some_and(|joint| self.finite(at..end).is_none() && !self.token(joint + 2).is_gerund)
    }

    /// The main clause after a reason or purpose that stands before it: `In light of ..., | the Committee decided`.
    fn is_after_lead(&self, from: usize, at: usize) -> bool {
        if !self.is(at - 1, ",") {
            return false;
        }
        let first = self.lead(from);
        if self.token(first).tag == Tag::Part && self.finite(first..at).is_none() {
            // One purpose is part of its claim, two are labelled alone: `To support trade and to steady prices, | the Council`.
            let has_two = (first + 1..at).any(|at| self.is_to(at) && self.token(at - 1).tag == Tag::Cconj);
            return has_two && self.has_subject_and_predicate(at);
        }
        let Some(hit) = self.hit(first, Role::Opener) else { return false };
        let entry = &self.lexicon.entries[hit.entry];
        // `Despite weak trade, the ports grew`: only part of its claim.
        if matches!(entry.after, After::Joint | After::Claim) {
            return false;
        }
        let rest = hit.tokens.end..at;
        let content = || rest.clone().filter(|&at| is_content(self.token(at))).count();
        let tells = match entry.verbless {
            true => self.has_state(rest.clone()) || entry.stands && content() >= REASON,
            false => entry.stands && self.has_subject_and_predicate(rest.start),
        };
        // `With this, the Council holds that, for now, the risks are low`: its claim has begun before.
        tells && !self.has_claim_behind_comma(first..at - 1) && self.has_subject_and_predicate(at)
    }

    /// Whether a noun is said to be or do something without a finite verb: `inflation having fallen`, `prices still high`.
    fn has_state(&self, range: Range<usize>) -> bool {
        // `inflation measured in June` is a name for it.
        let is_told = |at: usize| {
            let token = self.token(at);
            let is_named = token.is_participle && at + 1 < self.sentence.end && self.token(at + 1).tag == Tag::Adp;
            token.is_gerund || token.tag == Tag::Adj || token.tag == Tag::Verb && !is_named
        };
        // Not `with further firming of prices`.
        let is_noun_like = |at: usize| match self.token(at).tag {
            Tag::Adp => false,
            Tag::Adj => Grammar::english().groups(&self.token(at).word).has(Group::Quantities),
            _ => true,
        };
        range.clone().any(|at| {
            let head = self.skip(at + 1, |token| token.tag == Tag::Adv);
            // `with most standing at 2 per cent`
            let is_subject = self.is_noun(at)
                || at == range.start
                    && is_noun_like(at)
                    && range.contains(&head)
                    && self.token(head).is_gerund
                    && self.token(head).tag == Tag::Verb;
            is_subject && range.contains(&head) && is_told(head)
        })
    }

    /// Where a clause begins once its links to the one before are skipped: `However, | with prices high`.
    fn lead(&self, from: usize) -> usize {
        let after = self.hit(from, Role::Connective).map_or(from, |hit| hit.tokens.end);
        let lead = self.skip(after, |token| token.tag == Tag::Cconj || token.is_mark);
        if lead == from || lead >= self.sentence.end { from } else { self.lead(lead) }
    }

    /// The claim after words that report it: `Xi said | he stands ready`, `, stressing that | it is`.
    fn is_reported(&self, from: usize, at: usize) -> bool {
        let ends_here =
            |hit: &Hit| hit.role == Role::Reporter && hit.tokens.end <= at && self.words(hit.tokens.end..at) == 0;
        // `I say this not to hide the cost we bear` tells no claim of its own.
        let has_claim = || {
            let verb = self.finite(at..self.stretch(at))?;
            Some(!(at..verb).any(|at| self.token(at).is_negator && self.is_to(at + 1)))
        };
        self.segments.hits_in(from..at).iter().any(ends_here) && has_claim() == Some(true)
    }
}
