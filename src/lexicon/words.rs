//! What an English word can be: its most frequent part of speech, its lemma and its verb forms.
//!
//! In: one word. Out: a [`WordEntry`] from the tables, or for a word they lack a [`WordReading`] by rule
//! from its ending, its prefix or its hyphenated parts. What the word is in its sentence is left to
//! `segment`.
//!
//! The tables are sorted text, searched as they lie in the binary, so that nothing is parsed at start-up.
//! Where they come from is told in `data/NOTICE.md`.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::OnceLock;

/// A universal part of speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tag {
    /// Adjective.
    Adj,
    /// Preposition or postposition.
    Adp,
    /// Adverb.
    Adv,
    /// Auxiliary or modal.
    Aux,
    /// Coordinating conjunction.
    Cconj,
    /// Determiner.
    Det,
    /// Interjection.
    Intj,
    /// Noun.
    Noun,
    /// Number.
    Num,
    /// Particle: `to` before a verb, `not`, `'s` after a noun.
    Part,
    /// Pronoun, possessives included.
    Pron,
    /// Proper noun.
    Propn,
    /// Punctuation.
    Punct,
    /// Subordinating conjunction.
    Sconj,
    /// Symbol.
    Sym,
    /// Verb.
    Verb,
}

impl Tag {
    /// Reads the letter that stands for a tag in `words.tsv`.
    fn from_code(code: u8) -> Option<Tag> {
        Some(match code {
            b'A' => Tag::Adp,
            b'C' => Tag::Cconj,
            b'D' => Tag::Det,
            b'I' => Tag::Intj,
            b'J' => Tag::Adj,
            b'M' => Tag::Num,
            b'N' => Tag::Noun,
            b'O' => Tag::Pron,
            b'P' => Tag::Propn,
            b'R' => Tag::Adv,
            b'S' => Tag::Sconj,
            b'T' => Tag::Part,
            b'V' => Tag::Verb,
            b'X' => Tag::Aux,
            _ => return None,
        })
    }

    /// Reads the usual name of a tag, such as `NOUN`.
    pub fn from_name(name: &str) -> Option<Tag> {
        Some(match name {
            "ADJ" => Tag::Adj,
            "ADP" => Tag::Adp,
            "ADV" => Tag::Adv,
            "AUX" => Tag::Aux,
            "CCONJ" => Tag::Cconj,
            "DET" => Tag::Det,
            "INTJ" => Tag::Intj,
            "NOUN" => Tag::Noun,
            "NUM" => Tag::Num,
            "PART" => Tag::Part,
            "PRON" => Tag::Pron,
            "PROPN" => Tag::Propn,
            "PUNCT" => Tag::Punct,
            "SCONJ" => Tag::Sconj,
            "SYM" => Tag::Sym,
            "VERB" => Tag::Verb,
            _ => return None,
        })
    }
}

/// The forms of a verb that a word can be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct VerbForms(u8);

impl VerbForms {
    const BASE: u8 = 1;
    const THIRD: u8 = 2;
    const PAST: u8 = 4;
    const PARTICIPLE: u8 = 8;
    const ING: u8 = 16;

    /// Reads the letters of `words.tsv`; any other letter says nothing.
    fn from_letters(letters: &str) -> VerbForms {
        VerbForms(letters.bytes().fold(0, |forms, letter| {
            forms
                | match letter {
                    b'b' => VerbForms::BASE,
                    b'z' => VerbForms::THIRD,
                    b'd' => VerbForms::PAST,
                    b'n' => VerbForms::PARTICIPLE,
                    b'g' => VerbForms::ING,
                    _ => 0,
                }
        }))
    }

    /// Returns whether the word cannot be a verb.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether it can be a base form (`oppose`).
    pub fn is_base(self) -> bool {
        self.0 & VerbForms::BASE != 0
    }

    /// Returns whether it can be a third person (`opposes`).
    pub fn is_third(self) -> bool {
        self.0 & VerbForms::THIRD != 0
    }

    /// Returns whether it can be a past tense (`opposed`).
    pub fn is_past(self) -> bool {
        self.0 & VerbForms::PAST != 0
    }

    /// Returns whether it can be a past participle (`opposed`, `taken`).
    pub fn is_participle(self) -> bool {
        self.0 & VerbForms::PARTICIPLE != 0
    }

    /// Returns whether it can be an -ing form (`opposing`).
    pub fn is_ing(self) -> bool {
        self.0 & VerbForms::ING != 0
    }

    /// Returns whether it can stand alone as a predicate: all but a mere participle or -ing form.
    pub fn is_finite(self) -> bool {
        self.0 & (VerbForms::BASE | VerbForms::THIRD | VerbForms::PAST) != 0
    }
}

/// A word of the tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordEntry<'w> {
    /// The most frequent part of speech.
    pub tag: Tag,
    /// The lemma under that tag.
    pub lemma: &'w str,
    /// The forms of a verb that the word can be.
    pub forms: VerbForms,
    /// The lemma when it is read as a verb; the word itself when it cannot be one.
    pub verb: &'w str,
}

/// What is made of a word, known or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WordReading {
    /// The likeliest part of speech.
    pub tag: Tag,
    /// The lemma under that tag.
    pub lemma: Cow<'static, str>,
    /// The forms of a verb that the word can be.
    pub forms: VerbForms,
    /// The lemma when it is read as a verb.
    pub verb: Cow<'static, str>,
    /// Whether the tables hold the word, so that nothing was guessed.
    pub is_known: bool,
}

/// The words of a language.
#[derive(Debug)]
pub struct Words {
    /// The first table to know a word wins.
    layers: [Table; 2],
}

/// The hand-kept words, then the baked ones.
static ENGLISH: Words = Words {
    layers: [
        Table { text: include_str!("data/en/words_extra.tsv"), starts: OnceLock::new() },
        Table { text: include_str!("data/en/words.tsv"), starts: OnceLock::new() },
    ],
};

/// Sorted lines, the word in the first column.
#[derive(Debug)]
struct Table {
    text: &'static str,
    /// Where the words with each pair of first letters begin: found on first use, by search.
    starts: OnceLock<Vec<usize>>,
}

/// Prefixes that leave part of speech and inflection of the word behind them as they are.
const PREFIXES: [&str; 17] = [
    "anti", "co", "counter", "de", "dis", "inter", "mis", "multi", "non", "out", "over", "pre", "re", "sub", "super",
    "un", "under",
];

/// What an ending says of a word that is in no table; the first that fits wins.
const SUFFIXES: [(&str, Tag, &str); 42] = [
    ("ly", Tag::Adv, ""),
    ("ward", Tag::Adv, ""),
    ("wards", Tag::Adv, ""),
    ("ization", Tag::Noun, ""),
    ("tion", Tag::Noun, ""),
    ("sion", Tag::Noun, ""),
    ("ment", Tag::Noun, ""),
    ("ness", Tag::Noun, ""),
    ("ity", Tag::Noun, ""),
    ("ism", Tag::Noun, ""),
    ("ance", Tag::Noun, ""),
    ("ence", Tag::Noun, ""),
    ("ancy", Tag::Noun, ""),
    ("ency", Tag::Noun, ""),
    ("ship", Tag::Noun, ""),
    ("hood", Tag::Noun, ""),
    ("dom", Tag::Noun, ""),
    ("ist", Tag::Noun, ""),
    ("logy", Tag::Noun, ""),
    ("graphy", Tag::Noun, ""),
    ("ous", Tag::Adj, ""),
    ("ive", Tag::Adj, ""),
    ("able", Tag::Adj, ""),
    ("ible", Tag::Adj, ""),
    ("ful", Tag::Adj, ""),
    ("less", Tag::Adj, ""),
    ("ic", Tag::Adj, ""),
    ("ical", Tag::Adj, ""),
    ("al", Tag::Adj, ""),
    ("ary", Tag::Adj, ""),
    ("ant", Tag::Adj, ""),
    ("ent", Tag::Adj, ""),
    ("ish", Tag::Adj, ""),
    ("like", Tag::Adj, ""),
    ("proof", Tag::Adj, ""),
    ("most", Tag::Adj, ""),
    ("ize", Tag::Verb, "b"),
    ("ise", Tag::Verb, "b"),
    ("ify", Tag::Verb, "b"),
    ("ate", Tag::Verb, "b"),
    ("ing", Tag::Verb, "g"),
    ("ed", Tag::Verb, "dn"),
];

impl Words {
    /// Returns the words of English.
    pub fn english() -> &'static Words {
        &ENGLISH
    }

    /// Looks up a lower-case word.
    pub fn look_up(&self, lower: &str) -> Option<WordEntry<'static>> {
        let line = self.layers.iter().find_map(|table| table.find(lower))?;
        let mut columns = line.split('\t');
        let form = columns.next()?;
        let tag = Tag::from_code(*columns.next()?.as_bytes().first()?)?;
        let lemma = columns.next().filter(|lemma| !lemma.is_empty()).unwrap_or(form);
        let forms = VerbForms::from_letters(columns.next().unwrap_or_default());
        let verb = columns.next().unwrap_or(if forms.is_empty() { form } else { lemma });
        Some(WordEntry { tag, lemma, forms, verb })
    }

    /// Reads a word in any case, by the tables if they hold it and by its shape if not.
    pub fn read(&self, word: &str) -> WordReading {
        let lower: Cow<str> =
            if word.bytes().any(|byte| !byte.is_ascii_lowercase()) { word.to_lowercase().into() } else { word.into() };
        if let Some(entry) = self.look_up(&lower) {
            return entry.into();
        }
        let is_capital = word.chars().next().is_some_and(char::is_uppercase);
        self.guess(&lower, is_capital)
    }

    /// Reads a lower-case word that no table holds.
    fn guess(&self, lower: &str, is_capital: bool) -> WordReading {
        if !lower.bytes().any(|byte| byte.is_ascii_alphanumeric() || byte >= 0x80) {
            return WordReading::new(lower, Tag::Punct);
        }
        if lower.bytes().any(|byte| byte.is_ascii_digit()) {
            // `12-month` and `21st` stand before a noun; `1990s` and `2-1/4` stand for themselves.
            let is_counted = lower.rsplit('-').next().is_some_and(|last| last.bytes().all(|b| b.is_ascii_lowercase()));
            let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| lower.ends_with(end));
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

    /// Reads a word that a table holds, as it stands or in American spelling.
    fn read_known(&self, lower: &str) -> Option<WordReading> {
        self.look_up(lower).map(WordReading::from)
    }

    /// Reads a word without hyphens from its spelling, inflection, prefix or ending, in that order.
    fn guess_simple(&self, lower: &str) -> Option<WordReading> {
        let guess = |lower: &str| {
            self.read_known(lower).or_else(|| self.read_inflected(lower)).or_else(|| self.read_prefixed(lower))
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

    /// Reads `denuclearize` through `nuclearize`: a known word behind a prefix.
    fn read_prefixed(&self, lower: &str) -> Option<WordReading> {
        PREFIXES.iter().find_map(|prefix| {
            let rest = lower.strip_prefix(prefix).filter(|rest| rest.len() + prefix.len() >= 6)?;
            let reading = self
                .read_known(rest)
                .or_else(|| self.read_inflected(rest))
                .filter(|reading| matches!(reading.tag, Tag::Adj | Tag::Adv | Tag::Noun | Tag::Verb))?;
            Some(reading.prefixed(prefix))
        })
    }

    /// Reads a hyphenated word from its last part.
    fn guess_compound(&self, lower: &str, head: &str, last: &str, is_capital: bool) -> WordReading {
        let reading = self.read(last);
        if PREFIXES.contains(&head) {
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

impl WordReading {
    fn new(lower: &str, tag: Tag) -> WordReading {
        let lemma = Cow::from(lower.to_string());
        WordReading { tag, verb: lemma.clone(), lemma, forms: VerbForms::default(), is_known: false }
    }

    fn prefixed(self, prefix: &str) -> WordReading {
        let lemma = format!("{prefix}{}", self.lemma).into();
        let verb = format!("{prefix}{}", self.verb).into();
        WordReading { lemma, verb, ..self }
    }
}

impl From<WordEntry<'static>> for WordReading {
    fn from(entry: WordEntry<'static>) -> WordReading {
        let WordEntry { tag, lemma, forms, verb } = entry;
        WordReading { tag, lemma: lemma.into(), forms, verb: verb.into(), is_known: true }
    }
}

/// Pairs of a letter and a letter, or no letter for what sorts before them.
const PAIRS: usize = 26 * 27;

impl Table {
    /// Finds the line of a word.
    fn find(&self, word: &str) -> Option<&'static str> {
        let all = 0..self.text.len();
        let range = pair(word).map_or(all, |pair| {
            let starts = self.starts.get_or_init(|| self.find_starts());
            starts[pair]..starts[pair + 1]
        });
        let start = self.lower_bound(word, range);
        let rest = self.text.get(start..)?;
        rest.strip_prefix(word).filter(|rest| rest.starts_with('\t'))?;
        rest.lines().next()
    }

    /// Returns where the first line with this word or a later one begins.
    fn lower_bound(&self, word: &str, range: Range<usize>) -> usize {
        let bytes = self.text.as_bytes();
        let (mut low, mut high) = (range.start, range.end);
        while low < high {
            let middle = low + (high - low) / 2;
            let start = bytes[low..middle].iter().rposition(|&byte| byte == b'\n').map_or(low, |at| low + at + 1);
            // A tab sorts before every letter, so a shorter key need not be cut off at it.
            let key = &bytes[start..bytes.len().min(start + word.len())];
            if key < word.as_bytes() {
                low = bytes[middle..].iter().position(|&byte| byte == b'\n').map_or(high, |at| middle + at + 1);
            } else {
                high = start;
            }
        }
        low
    }

    fn find_starts(&self) -> Vec<usize> {
        let mut starts = Vec::with_capacity(PAIRS + 1);
        for first in b'a'..=b'z' {
            for second in b'`'..=b'z' {
                let letters = [first, second];
                let end = if second == b'`' { 1 } else { 2 };
                let from = starts.last().copied().unwrap_or(0);
                let start = std::str::from_utf8(&letters[..end])
                    .map_or(from, |word| self.lower_bound(word, from..self.text.len()));
                starts.push(start);
            }
        }
        starts.push(self.text.len());
        starts
    }
}

/// Returns the number of a word's pair of first letters; none if it begins with no letter.
fn pair(word: &str) -> Option<usize> {
    let bytes = word.as_bytes();
    let first = bytes.first().filter(|byte| byte.is_ascii_lowercase())?;
    let second = bytes.get(1).copied().unwrap_or(0);
    let second = match second {
        b'a'..=b'z' => second - b'`',
        0x80.. => return None,
        _ => 0,
    };
    Some(usize::from(first - b'a') * 27 + usize::from(second))
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
        add(stem, "", letters);
        add(stem, "e", letters);
        if let Some(stem) = stem.strip_suffix('i').filter(|_| suffix == "ed") {
            add(stem, "y", letters);
        }
        let mut ends = stem.chars().rev();
        if let (Some(last), Some(before)) = (ends.next(), ends.next())
            && last == before
        {
            add(&stem[..stem.len() - last.len_utf8()], "", letters);
        }
    }
    bases
}

/// Returns the American spelling of a word in -ise or -our, if it is spelled that way.
fn respell(lower: &str) -> Option<String> {
    for end in ["isation", "isations", "ise", "ises", "ised", "ising", "iser", "isers"] {
        if let Some(stem) = lower.strip_suffix(end) {
            return Some(format!("{stem}iz{}", &end[2..]));
        }
    }
    for end in ["", "s", "ed", "ing", "able", "ably", "ful", "less", "ly", "hood", "er", "ers", "ite"] {
        if let Some(stem) = lower.strip_suffix(end).and_then(|stem| stem.strip_suffix("our")) {
            return Some(format!("{stem}or{end}"));
        }
    }
    None
}

/// Reads a word from its ending alone.
fn guess_by_ending(lower: &str) -> Option<WordReading> {
    let read = |word: &str| {
        SUFFIXES
            .iter()
            .find(|(suffix, ..)| word.len() >= suffix.len() + 2 && word.ends_with(suffix))
            .map(|&(_, tag, letters)| (tag, VerbForms::from_letters(letters)))
    };
    if let Some((tag, forms)) = read(lower) {
        let base = if tag == Tag::Verb && !forms.is_base() { bases(lower).into_iter().next() } else { None };
        let mut reading = WordReading { forms, ..WordReading::new(lower, tag) };
        if let Some((base, _)) = base {
            // `-izing` and the like lost an e; the rest is left as it stands.
            let ends = ["iz", "is", "at"].iter().any(|end| base.ends_with(end));
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_well_formed() {
        for table in &ENGLISH.layers {
            let lines: Vec<&str> = table.text.lines().filter(|line| !line.starts_with('#')).collect();
            for pair in lines.windows(2) {
                let keys: Vec<&str> = pair.iter().map(|line| line.split('\t').next().unwrap()).collect();
                assert!(keys[0] < keys[1], "`{}` stands before `{}`", keys[0], keys[1]);
            }
            for line in lines {
                let columns: Vec<&str> = line.split('\t').collect();
                assert!((2..=5).contains(&columns.len()), "`{line}` has the wrong number of columns");
                assert!(columns[1].len() == 1 && Tag::from_code(columns[1].as_bytes()[0]).is_some(), "`{line}`");
                let letters = columns.get(3).unwrap_or(&"");
                assert!(letters.bytes().all(|letter| b"bzdng".contains(&letter)), "`{line}`");
                assert!(ENGLISH.look_up(columns[0]).is_some(), "`{line}` is not found");
            }
        }
    }

    #[test]
    fn reads_words() {
        for (word, tag, lemma) in [
            ("is", Tag::Aux, "be"),
            ("left", Tag::Verb, "leave"),
            ("better", Tag::Adj, "better"),
            ("criteria", Tag::Noun, "criterion"),
            ("condemns", Tag::Verb, "condemn"),
            ("The", Tag::Det, "the"),
            (",", Tag::Punct, ","),
            ("2-1/4", Tag::Num, "2-1/4"),
            ("12-month", Tag::Adj, "12-month"),
            ("market-based", Tag::Adj, "market-based"),
            ("peace-loving", Tag::Adj, "peace-loving"),
            ("two-state", Tag::Adj, "two-state"),
            ("depoliticised", Tag::Verb, "depoliticize"),
            ("militarisation", Tag::Noun, "militarization"),
            ("weaponizing", Tag::Verb, "weaponize"),
            ("reprioritizes", Tag::Verb, "reprioritize"),
            ("brinkmanship", Tag::Noun, "brinkmanship"),
            ("unswervingly", Tag::Adv, "unswervingly"),
            ("Zorvania", Tag::Propn, "zorvania"),
        ] {
            let reading = ENGLISH.read(word);
            assert_eq!((reading.tag, &*reading.lemma), (tag, lemma), "`{word}`");
        }
    }
}
