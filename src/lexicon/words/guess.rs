//! Words that no table holds, read by their shape: spelling, inflection, prefix, ending, hyphens.

use super::{WordReading, Words};
use crate::lexicon::grammar::{Grammar, Spelling};
use crate::lexicon::{Tag, VerbForms};
use std::borrow::Cow;

impl Words {
    /// Reads a lower-case word that no table holds.
    pub(super) fn guess(&self, lower: &str, is_capital: bool) -> WordReading {
        if !lower.chars().any(char::is_alphanumeric) {
            return WordReading::new(lower, Tag::Punct);
        }
        if lower.bytes().any(|byte| byte.is_ascii_digit()) {
            // `12-month` and `21st` stand before a noun; `1990s` and `2-1/4` stand for themselves.
            let is_counted = lower.rsplit('-').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_lowercase()));
            let is_ordinal = Grammar::english().ordinals.iter().any(|end| lower.ends_with(end.as_str()));
            return WordReading::new(lower, if is_counted || is_ordinal { Tag::Adj } else { Tag::Num });
        }
        if let Some(owner) = lower.strip_suffix("'s").or(lower.strip_suffix('\'')).filter(|owner| !owner.is_empty()) {
            return self.read_known(owner).unwrap_or_else(|| self.guess(owner, is_capital));
        }
        if let Some((head, last)) = lower.rsplit_once('-')
            && !head.is_empty()
            && !last.is_empty()
        {
            return self.guess_compound(lower, head, last, is_capital);
        }
        if is_capital && lower.chars().count() < 5 {
            return WordReading::new(lower, Tag::Propn);
        }
        self.guess_simple(lower).unwrap_or_else(|| {
            let tag = if is_capital { Tag::Propn } else { Tag::Noun };
            let mut reading = WordReading::new(lower, tag);
            if tag == Tag::Noun && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") {
                reading.lemma = lower[..lower.len() - 1].to_string().into();
            }
            reading
        })
    }

    /// Returns the spelling by which a lower-case word is compared: the American one (`harbor`), and that without a hyphen
    /// where it is the same word (`peacekeeping`, and all that begin with a prefix).
    pub(crate) fn spelt<'w>(&self, word: &'w str) -> Cow<'w, str> {
        let Grammar { prefixes, apart, variants, .. } = Grammar::english();
        if let Some((head, rest)) = word.split_once('-')
            && !rest.contains('-')
            && !apart.iter().any(|whole| whole == word)
        {
            let joined = [head, rest].concat();
            if prefixes.iter().any(|prefix| prefix == head) || self.look_up(&joined).is_some() {
                return self.spelt(&joined).into_owned().into();
            }
        }
        if let Some(american) = variants.get(word) {
            return american.as_str().into();
        }
        // What the tables hold in British spelling is one word with the American where they say so.
        let is_same = |american: &String| match self.look_up(word) {
            Some(entry) => entry.lemma == american,
            None => self.look_up(american).is_some(),
        };
        respell(word).filter(is_same).map_or(word.into(), Cow::from)
    }

    /// Reads a word that a table holds, as it stands or in American spelling.
    fn read_known(&self, lower: &str) -> Option<WordReading> {
        self.look_up(lower).map(WordReading::from)
    }

    /// Reads a word without hyphens from its spelling, inflection, prefix or ending, in that order.
    fn guess_simple(&self, lower: &str) -> Option<WordReading> {
        let guess = |lower: &str| {
            self.read_known(lower)
                .or_else(|| self.read_inflected(lower))
                .or_else(|| self.read_compared(lower))
                .or_else(|| self.read_prefixed(lower))
        };
        respell(lower)
            .and_then(|american| guess(&american))
            .or_else(|| guess(lower))
            .or_else(|| guess_by_ending(respell(lower).as_deref().unwrap_or(lower)))
            .map(|reading| WordReading { is_known: false, ..reading })
    }

    /// Reads a regular inflection of a known base.
    fn read_inflected(&self, lower: &str) -> Option<WordReading> {
        for (base, letters) in bases(lower) {
            let Some(entry) = self.look_up(&base).filter(|entry| entry.lemma == base || entry.verb == base) else {
                continue;
            };
            let is_noun = matches!(entry.tag, Tag::Noun | Tag::Propn);
            if !(entry.forms.is_base() || letters == "z" && is_noun) {
                continue;
            }
            let forms = if entry.forms.is_base() { VerbForms::from_letters(letters) } else { VerbForms::default() };
            let tag = if letters == "z" && is_noun { entry.tag } else { Tag::Verb };
            let lemma = Cow::from(base);
            return Some(WordReading { tag, verb: lemma.clone(), lemma, forms, is_known: false });
        }
        None
    }

    /// Reads `gravest` and `wealthier` through `grave` and `wealthy`.
    fn read_compared(&self, lower: &str) -> Option<WordReading> {
        let stem = lower.strip_suffix("est").or_else(|| lower.strip_suffix("er"))?;
        let is_adjective = |base: &String| self.look_up(base).is_some_and(|entry| entry.tag == Tag::Adj);
        restored(stem, true).iter().any(is_adjective).then(|| WordReading::new(lower, Tag::Adj))
    }

    /// Reads `denuclearize` through `nuclearize`: a known word behind a prefix; and `unharvested` as
    /// an adjective.
    fn read_prefixed(&self, lower: &str) -> Option<WordReading> {
        let grammar = Grammar::english();
        grammar.prefixes.iter().find_map(|prefix| {
            let rest = lower.strip_prefix(prefix.as_str()).filter(|rest| rest.len() + prefix.len() >= 6)?;
            let reading = self
                .read_known(rest)
                .or_else(|| self.read_inflected(rest))
                .filter(|reading| matches!(reading.tag, Tag::Adj | Tag::Adv | Tag::Noun | Tag::Verb))?;
            let is_state = reading.forms.is_participle() && grammar.adjectival.contains(prefix);
            Some(if is_state { WordReading::new(lower, Tag::Adj) } else { reading.prefixed(prefix) })
        })
    }

    /// Reads a hyphenated word from its last part.
    fn guess_compound(&self, lower: &str, head: &str, last: &str, is_capital: bool) -> WordReading {
        let reading = self.read(last);
        if Grammar::english().prefixes.iter().any(|prefix| prefix == head) {
            return WordReading { is_known: false, ..reading.prefixed(&format!("{head}-")) };
        }
        if is_capital && !reading.is_known {
            return WordReading::new(lower, Tag::Propn);
        }
        let first = self.read(head.split('-').next().unwrap_or(head)).tag;
        let tag = match reading.tag {
            Tag::Verb if !reading.forms.is_base() => Tag::Adj,
            Tag::Adp | Tag::Adv | Tag::Verb => Tag::Noun,
            // `high-level`, `two-state`, but `peace-keepers`.
            Tag::Noun if reading.lemma == last && matches!(first, Tag::Adj | Tag::Adv | Tag::Num | Tag::Adp) => {
                Tag::Adj
            }
            Tag::Propn => Tag::Adj,
            tag => tag,
        };
        let mut compound = WordReading::new(lower, tag);
        if tag == Tag::Noun && reading.tag == Tag::Noun {
            compound.lemma = format!("{head}-{}", reading.lemma).into();
        }
        compound
    }
}

/// Returns the bases that a regular inflection could come from, with the verb forms it would be.
fn bases(lower: &str) -> Vec<(String, &'static str)> {
    let mut bases = Vec::new();
    let mut add = |stem: &str, end: &str, letters| {
        if stem.len() + end.len() >= 3 {
            bases.push((format!("{stem}{end}"), letters));
        }
    };
    if let Some(stem) = lower.strip_suffix('s').filter(|stem| !stem.ends_with('s')) {
        add(stem, "", "z");
        if let Some(stem) = lower.strip_suffix("ies") {
            add(stem, "y", "z");
        }
        if let Some(stem) = lower.strip_suffix("es") {
            add(stem, "", "z");
        }
    }
    for (suffix, letters) in [("ed", "dn"), ("ing", "g")] {
        let Some(stem) = lower.strip_suffix(suffix) else {
            continue;
        };
        for base in restored(stem, suffix == "ed") {
            add(&base, "", letters);
        }
    }
    bases
}

/// Returns the words that may stand before `ed`, `er` or the like: as it is, with the silent e that it lost (`grav|est`), with
/// the y that it turned (`wealthi|er`) where it does, without the letter that it doubled (`bigg|est`).
fn restored(stem: &str, turns_y: bool) -> Vec<String> {
    let mut words = vec![stem.to_owned(), format!("{stem}e")];
    words.extend(stem.strip_suffix('i').filter(|_| turns_y).map(|stem| format!("{stem}y")));
    let mut ends = stem.chars().rev();
    if let (Some(last), Some(before)) = (ends.next(), ends.next())
        && last == before
    {
        words.push(stem[..stem.len() - last.len_utf8()].to_owned());
    }
    words
}

/// Returns the American spelling of a word that is in British spelling.
fn respell(lower: &str) -> Option<String> {
    Grammar::english().spellings.iter().find_map(|Spelling { british, american, tails }| {
        tails.iter().find_map(|tail| {
            let stem = lower.strip_suffix(tail.as_str())?.strip_suffix(british.as_str())?;
            Some(format!("{stem}{american}{tail}"))
        })
    })
}

/// Reads a word from its ending alone.
fn guess_by_ending(lower: &str) -> Option<WordReading> {
    let read = |word: &str| {
        let fits = |end: &String| word.len() >= end.len() + 2 && word.ends_with(end.as_str());
        let found = Grammar::english().endings.iter().find(|row| row.endings.iter().any(fits))?;
        Some((found.tag, VerbForms::from_letters(&found.forms)))
    };
    if let Some((tag, forms)) = read(lower) {
        let base = if tag == Tag::Verb && !forms.is_base() { bases(lower).into_iter().next() } else { None };
        let mut reading = WordReading { forms, ..WordReading::new(lower, tag) };
        if let Some((base, _)) = base {
            // `-izing` and the like lost an e; the rest is left as it stands.
            let ends = Grammar::english().silent_e.iter().any(|end| base.ends_with(end.as_str()));
            let base = if ends { format!("{base}e") } else { base };
            (reading.lemma, reading.verb) = (base.clone().into(), base.into());
        }
        return Some(reading);
    }
    // A plural or a third person: the ending of the base decides which.
    bases(lower).into_iter().filter(|(_, letters)| *letters == "z").find_map(|(base, letters)| {
        let (tag, forms) = read(&base).filter(|(tag, _)| matches!(tag, Tag::Noun | Tag::Verb))?;
        // `shortcomings`: an -ing form with an s is a noun.
        let tag = if forms.is_base() { tag } else { Tag::Noun };
        let forms = if forms.is_base() { VerbForms::from_letters(letters) } else { VerbForms::default() };
        let lemma = Cow::from(base);
        Some(WordReading { tag, verb: lemma.clone(), lemma, forms, is_known: false })
    })
}
