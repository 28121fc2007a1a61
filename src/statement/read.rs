//! A file or bytes to [`Statement`].

use super::front_matter::{self, date, is_date_form};
use super::visible::{Markup, visible};
use super::{Language, Statement};
use crate::text::{Folded, Layout};
use jiff::civil::Date;
use sha2::{Digest, Sha256};
use std::fmt;
use std::path::Path;
use whichlang::Lang;

/// How to read.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReadOptions {
    /// How the text is laid out. Default: prose.
    pub layout: Layout,
}

/// Why a statement could not be read. Lower case, no full stop; says which file, what and what to do.
#[derive(Debug)]
pub enum ReadError {
    /// There is no such file.
    Missing {
        /// The file.
        path: String,
    },
    /// It is a folder.
    Folder {
        /// The folder.
        path: String,
    },
    /// The file could not be opened or read.
    Io {
        /// The file.
        path: String,
        /// The cause.
        source: std::io::Error,
    },
    /// Nothing in it is a visible word.
    Empty {
        /// The file.
        path: String,
    },
    /// It is no text at all.
    Binary {
        /// The file.
        path: String,
    },
    /// It is text in UTF-16.
    Utf16 {
        /// The file.
        path: String,
    },
    /// It is not UTF-8.
    Encoding {
        /// The file.
        path: String,
        /// Where the first byte that is not UTF-8 stands, counted from 0.
        offset: usize,
        /// That byte.
        byte: u8,
    },
    /// The front matter has no closing line.
    Unclosed {
        /// The file.
        path: String,
    },
    /// A line of the front matter is not `key: value`.
    NoKey {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        text: String,
    },
    /// The front matter holds a list or a nested value.
    Nested {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// The quotes of a value do not close, or close before its end.
    Quotes {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
    },
    /// The front matter gives a key twice.
    Duplicate {
        /// The file.
        path: String,
        /// The line of the second, counted from 1.
        line: usize,
        /// The key.
        key: String,
        /// The line of the first.
        first: usize,
    },
    /// The date in the front matter is not one.
    Date {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// What stands there.
        value: String,
    },
    /// A value in the front matter is not among those its key can have.
    Value {
        /// The file.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// The key.
        key: String,
        /// What stands there.
        value: String,
        /// What may stand there.
        wanted: &'static str,
    },
    /// The file's name begins like a date, but there is no such day.
    NameDate {
        /// The file.
        path: String,
        /// What its name begins with.
        value: String,
    },
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReadError::Missing { path } => {
                write!(f, "there is no file `{path}`; check its path")
            }
            ReadError::Folder { path } => {
                write!(f, "`{path}` is a folder; name the files in it")
            }
            ReadError::Io { path, source } => write!(f, "cannot read `{path}`: {source}"),
            ReadError::Empty { path } => {
                write!(f, "`{path}` holds no words; give the text of a statement")
            }
            ReadError::Binary { path } => write!(f, "`{path}` looks like a binary file; save its text as UTF-8 first"),
            ReadError::Utf16 { path } => write!(
                f,
                "`{path}` looks like UTF-16; save it as UTF-8, for instance with \
                 `iconv -f UTF-16 -t UTF-8`"
            ),
            ReadError::Encoding { path, offset, byte } => write!(
                f,
                "`{path}` is not UTF-8: byte {offset} is 0x{byte:02X}; save it as UTF-8, for \
                 instance with `iconv -f WINDOWS-1252 -t UTF-8`"
            ),
            ReadError::Unclosed { path } => write!(
                f,
                "`{path}`: the front matter opened by `---` on line 1 never closes; end it with a \
                 line `---`, or take line 1 out"
            ),
            ReadError::NoKey { path, line, text } => {
                write!(f, "`{path}`, line {line}: `{}` is no front matter; write `key: value`", Shown(text))
            }
            ReadError::Nested { path, line } => write!(
                f,
                "`{path}`, line {line}: the front matter holds no lists or nested values; write \
                 `key: value` on one line"
            ),
            ReadError::Quotes { path, line } => write!(
                f,
                "`{path}`, line {line}: the value's quotes do not close at its end; quote all of \
                 it or none"
            ),
            ReadError::Duplicate { path, line, key, first } => {
                write!(f, "`{path}`, line {line}: `{}` was given on line {first} already; keep one of them", Shown(key))
            }
            ReadError::Date { path, line, value } => write!(
                f,
                "`{path}`, line {line}: `{}` is not a date; write YYYY-MM-DD, for instance \
                 `2021-01-11`",
                Shown(value)
            ),
            ReadError::Value { path, line, key, value, wanted } => {
                write!(f, "`{path}`, line {line}: `{}` cannot be `{}`; write {wanted}", Shown(key), Shown(value))
            }
            ReadError::NameDate { path, value } => write!(
                f,
                "the name of `{path}` begins like a date, but there is no day {value}; rename it \
                 or give a `date:` in its front matter"
            ),
        }
    }
}

impl std::error::Error for ReadError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            ReadError::Io { source, .. } => Some(source),
            _ => None,
        }
    }
}

/// A user's words in a message: one short line, whatever they hold.
struct Shown<'w>(&'w str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        const MOST: usize = 60;
        let seen = self.0.chars().filter(|char| !char.is_control());
        seen.clone().take(MOST).try_for_each(|c| write!(f, "{c}"))?;
        let is_cut = seen.count() > MOST;
        f.write_str(if is_cut { "…" } else { "" })
    }
}

/// Reads a statement from a file; the date may come from its name.
///
/// # Errors
///
/// When the file is missing, a folder, unreadable, or holds what [`read_bytes`] refuses.
pub fn read(path: &Path, options: ReadOptions) -> Result<Statement, ReadError> {
    let name = path.display().to_string();
    if path.is_dir() {
        return Err(ReadError::Folder { path: name });
    }
    match std::fs::read(path) {
        Ok(bytes) => read_bytes(&name, bytes, options),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Err(ReadError::Missing { path: name }),
        Err(source) => Err(ReadError::Io { path: name, source }),
    }
}

/// Reads a statement from bytes that came from `path` (`-` for standard input).
///
/// A path that ends in `.md` or `.markdown` is read as Markdown, all else as plain text.
///
/// # Errors
///
/// When the bytes are not UTF-8 text, hold no words, or have a front matter or a name that says
/// something impossible.
pub fn read_bytes(path: &str, bytes: Vec<u8>, options: ReadOptions) -> Result<Statement, ReadError> {
    let sha256 = sha256(&bytes);
    let text = decode(path, bytes)?;
    let (mut meta, start) = front_matter::read(path, &text)?;
    if meta.date.is_none() {
        meta.date = date_in_name(path)?;
    }
    let visible = visible(&text, start, markup(path));
    let folded = Folded::new(&text, &visible, options.layout);
    if !has_words(&folded) {
        return Err(ReadError::Empty { path: path.into() });
    }
    if meta.language.0.is_empty() {
        meta.language = language(&folded);
    }
    Ok(Statement { path: path.into(), sha256, text, meta, folded })
}

fn sha256(bytes: &[u8]) -> String {
    let digits = Sha256::digest(bytes);
    digits.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn decode(path: &str, bytes: Vec<u8>) -> Result<String, ReadError> {
    if is_utf16(&bytes) {
        return Err(ReadError::Utf16 { path: path.into() });
    }
    if is_binary(&bytes) {
        return Err(ReadError::Binary { path: path.into() });
    }
    String::from_utf8(bytes).map_err(|error| {
        let offset = error.utf8_error().valid_up_to();
        ReadError::Encoding { path: path.into(), offset, byte: error.as_bytes()[offset] }
    })
}

/// Whether bytes have the mark of UTF-16, or have none but every other byte of them is zero.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(&[0xFF, 0xFE]) || bytes.starts_with(&[0xFE, 0xFF]) {
        return true;
    }
    let pairs = bytes.chunks_exact(2);
    let count = pairs.len();
    let is_latin = |pair: &&[u8]| (pair[0] == 0) != (pair[1] == 0);
    count >= 4 && pairs.filter(is_latin).count() * 10 > count * 9
}

/// Whether bytes are no text: a zero byte, more than a tenth control characters, or a PDF, whose first
/// page can be free of both.
fn is_binary(bytes: &[u8]) -> bool {
    let is_control = |byte: &&u8| **byte < b' ' && !byte.is_ascii_whitespace();
    let controls = bytes.iter().filter(is_control).count();
    bytes.contains(&0) || controls * 10 > bytes.len() || bytes.starts_with(b"%PDF-")
}

fn markup(path: &str) -> Markup {
    let extension = Path::new(path).extension().unwrap_or_default();
    let is_markdown = ["md", "markdown"].iter().any(|known| extension.eq_ignore_ascii_case(known));
    if is_markdown { Markup::Markdown } else { Markup::Plain }
}

/// Reads the date that a name like `2021-01-11-letter.txt` begins with.
fn date_in_name(path: &str) -> Result<Option<Date>, ReadError> {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    let Some((value, rest)) = name.and_then(|name| name.split_at_checked(10)) else {
        return Ok(None);
    };
    let is_whole = rest.is_empty() || rest.starts_with(['.', '-']);
    if !is_whole || !is_date_form(value) {
        return Ok(None);
    }
    match date(value) {
        Some(date) => Ok(Some(date)),
        None => Err(ReadError::NameDate { path: path.into(), value: value.into() }),
    }
}

fn has_words(folded: &Folded) -> bool {
    let mut words = folded.paragraphs.iter().flat_map(|p| &p.words);
    words.any(|word| !word.is_mark)
}

/// The letters it takes to trust a guess among languages in Latin script. Of English openings of forty
/// characters one in a hundred is taken for another, of ten characters one in six; Chinese and Korean
/// are told by their script at once.
const LATIN_LETTERS: usize = 40;

/// How many bytes are enough to tell a language by: with so many, two thousand statements in English, Chinese and Korean
/// came out as they did when read whole.
const SAMPLE: usize = 10_000;

/// Tells the language by its letters; a text of too few has none. Of a long text every so many paragraphs are read, all
/// through it, so that a title or a quotation in another language weighs what it weighs in the whole.
fn language(folded: &Folded) -> Language {
    let size: usize = folded.paragraphs.iter().map(|p| p.text.len()).sum();
    let texts: Vec<&str> = folded.paragraphs.iter().step_by(1 + size / SAMPLE).map(|p| p.text.as_str()).collect();
    let text = texts.join("\n");
    let letters = text.chars().filter(|char| char.is_alphabetic()).count();
    if letters == 0 {
        return Language::default();
    }
    let lang = whichlang::detect_language(&text);
    let is_sure = matches!(lang, Lang::Ara | Lang::Cmn | Lang::Eng | Lang::Hin | Lang::Jpn | Lang::Kor | Lang::Rus);
    if !is_sure && letters < LATIN_LETTERS {
        return Language::default();
    }
    let code = match lang {
        Lang::Ara => "ar",
        Lang::Cmn => "zh",
        Lang::Deu => "de",
        Lang::Eng => "en",
        Lang::Fra => "fr",
        Lang::Hin => "hi",
        Lang::Ita => "it",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Nld => "nl",
        Lang::Por => "pt",
        Lang::Rus => "ru",
        Lang::Spa => "es",
        Lang::Swe => "sv",
        Lang::Tur => "tr",
        Lang::Vie => "vi",
    };
    Language(code.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use proptest::prelude::*;

    fn read_text(path: &str, text: &str) -> Result<Statement, ReadError> {
        read_bytes(path, text.into(), ReadOptions::default())
    }

    #[test]
    fn keeps_the_text_and_folds_what_is_seen() {
        let text = "\u{FEFF}---\r\ndate: 2021-01-11\r\nspeaker: Xi\r\n---\r\n\r\nChina’s aim was peace.\r\n";
        let statement = read_text("a/2020-02-02.txt", text).unwrap();
        assert_eq!(statement.text, text);
        assert_eq!(statement.path, "a/2020-02-02.txt");
        assert_eq!(statement.meta.date, Some(jiff::civil::date(2021, 1, 11)));
        assert_eq!(statement.meta.language, Language("en".into()));
        assert_eq!(statement.folded.paragraphs.len(), 1);
        let paragraph = &statement.folded.paragraphs[0];
        assert_eq!(paragraph.text, "China's aim was peace.");
        let word = &paragraph.words[0];
        assert_eq!(statement.quote(word.span), "China");
        let before = text.find("China").unwrap();
        let points = text[..before].chars().count();
        assert_eq!(statement.code_points().of(word.span), (points, points + "China".len()));
    }

    #[test]
    fn hashes_the_bytes() {
        let statement = read_text("x.txt", "abc").unwrap();
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(statement.sha256, expected);
    }

    #[test]
    fn takes_the_date_from_the_name() {
        for (path, expected) in [
            ("2021-01-11.txt", "2021-01-11"),
            ("a/b/2021-01-11-letter.md", "2021-01-11"),
            ("2021-01-11", "2021-01-11"),
            ("2021-01-112.txt", ""),
            ("letter-2021-01-11.txt", ""),
            ("2021-1-11.txt", ""),
            ("–2021-01-11.txt", ""),
            ("-", ""),
        ] {
            let date = read_text(path, "We will.").unwrap().meta.date;
            let date = date.map_or(String::new(), |date| date.to_string());
            assert_eq!(date, expected, "{path}");
        }
        let text = "---\ndate: 2021-01-11\n---\nWe will.";
        assert!(read_text("2021-13-45.txt", text).is_ok());
    }

    #[test]
    fn tells_the_language() {
        for (text, expected) in [
            ("The Committee decided to maintain the target range.", "en"),
            ("中方坚决反对任何形式的单边制裁，愿同各方一道维护和平。", "zh"),
            ("한반도의 완전한 비핵화를 위해 함께 노력할 것입니다.", "ko"),
            ("日本政府は断固として抗議します。", "ja"),
            ("Die Bundesregierung verurteilt den Angriff auf das Schärfste.", "de"),
            ("La France condamne avec la plus grande fermeté cette attaque.", "fr"),
            ("Россия выступает против односторонних санкций.", "ru"),
            ("2021, 2 %", ""),
            // Taken for French without a least number of letters.
            ("China's aim.", ""),
        ] {
            let language = read_text("x.txt", text).unwrap().meta.language;
            assert_eq!(language.0, expected, "{text}");
        }
    }

    #[test]
    fn tells_the_language_of_a_long_text_by_all_of_it() {
        let french = "La France condamne avec la plus grande fermeté cette attaque.\n\n".repeat(40);
        let english = "The Committee decided to maintain the target range.\n\n".repeat(600);
        let statement = read_text("x.txt", &format!("{french}{english}")).unwrap();
        assert_eq!(statement.meta.language.0, "en");
    }

    #[test]
    fn markdown_goes_by_the_name() {
        for (path, expected) in
            [("x.txt", "**We** will"), ("x.md", "We will"), ("x.MARKDOWN", "We will"), ("-", "**We** will")]
        {
            let statement = read_text(path, "**We** will").unwrap();
            assert_eq!(statement.folded.paragraphs[0].text, expected, "{path}");
        }
    }

    #[test]
    fn refuses_what_is_no_statement() {
        let utf16 = |text: &str| -> Vec<u8> {
            let units = text.encode_utf16();
            units.flat_map(u16::to_le_bytes).collect()
        };
        for (path, bytes, expected) in [
            ("x.txt", vec![], "`x.txt` holds no words; give the text of a statement"),
            (
                "x.txt",
                b"---\ntitle: A\n---\n\n***\n-- \n".to_vec(),
                "`x.txt` holds no words; give the text of a statement",
            ),
            ("x.pdf", b"%PDF-1.7\n1 0 obj".to_vec(), "`x.pdf` looks like a binary file; save its text as UTF-8 first"),
            (
                "x.txt",
                b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(),
                "`x.txt` looks like a binary file; save its text as UTF-8 first",
            ),
            (
                "x.txt",
                b"\x01\x02\x03 We will".to_vec(),
                "`x.txt` looks like a binary file; save its text as UTF-8 first",
            ),
            (
                "x.txt",
                utf16("\u{FEFF}和平"),
                "`x.txt` looks like UTF-16; save it as UTF-8, for instance with \
                 `iconv -f UTF-16 -t UTF-8`",
            ),
            (
                "x.txt",
                utf16("We will"),
                "`x.txt` looks like UTF-16; save it as UTF-8, for instance with \
                 `iconv -f UTF-16 -t UTF-8`",
            ),
            (
                "x.txt",
                b"caf\xE9 au lait".to_vec(),
                "`x.txt` is not UTF-8: byte 3 is 0xE9; save it as UTF-8, for instance with \
                 `iconv -f WINDOWS-1252 -t UTF-8`",
            ),
            (
                "2021-13-45-letter.txt",
                b"We will".to_vec(),
                "the name of `2021-13-45-letter.txt` begins like a date, but there is no day \
                 2021-13-45; rename it or give a `date:` in its front matter",
            ),
        ] {
            let error = read_bytes(path, bytes, ReadOptions::default()).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn says_that_a_file_is_missing_or_a_folder() {
        for (path, expected) in [
            ("no/such.txt", "there is no file `no/such.txt`; check its path"),
            ("src", "`src` is a folder; name the files in it"),
        ] {
            let error = read(Path::new(path), ReadOptions::default()).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn shows_little_of_a_long_value() {
        let text = format!("---\n{}\u{1B}[1m\n---\nA", "word ".repeat(50));
        let error = read_text("x.txt", &text).unwrap_err().to_string();
        assert!(error.len() < 150 && !error.contains('\u{1B}'), "{error}");
    }

    /// Files made of what is hard to read, with stretches of anything between.
    fn file() -> impl Strategy<Value = Vec<u8>> {
        let pieces = [
            "---\n",
            "\n",
            "date: 2021-01-11\n",
            "title: \"",
            "extent: whole\n",
            "\u{FEFF}",
            "- ",
            "* ",
            "1. ",
            "# ",
            "> ",
            "```\n",
            "<!--",
            "-->",
            "[",
            "](",
            ")",
            "![",
            "**",
            "_",
            "`",
            "\\",
            "<b>",
            "We will",
            "和平",
            "[...]",
            "\r\n",
            "[^1]: ",
            "\u{AD}",
            " ",
        ];
        let piece = prop_oneof![
            8 => proptest::sample::select(pieces.to_vec()).prop_map(|piece| piece.as_bytes().to_vec()),
            2 => "(?s).{0,6}".prop_map(String::into_bytes),
            1 => proptest::collection::vec(any::<u8>(), 0..2),
        ];
        proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
    }

    fn check(path: &str, bytes: Vec<u8>) -> Result<(), TestCaseError> {
        let Ok(statement) = read_bytes(path, bytes.clone(), ReadOptions::default()) else {
            return Ok(());
        };
        prop_assert_eq!(statement.text.as_bytes(), bytes);
        let points = statement.code_points();
        let chars: Vec<char> = statement.text.chars().collect();
        let mut old = Span::new(0, 0);
        for word in statement.folded.paragraphs.iter().flat_map(|p| &p.words) {
            prop_assert!(old.start <= word.span.start && old.end <= word.span.end);
            old = word.span;
            let (start, end) = points.of(word.span);
            let quoted: String = chars[start..end].iter().collect();
            prop_assert_eq!(quoted, statement.quote(word.span));
        }
        Ok(())
    }

    proptest! {
        #[test]
        fn any_bytes_read_or_give_an_error(
            file in file(),
            noise in proptest::collection::vec(any::<u8>(), 0..200),
        ) {
            for path in ["x.txt", "x.md"] {
                check(path, file.clone())?;
                check(path, noise.clone())?;
            }
        }
    }
}
