//! The `key: value` lines between two `---` lines at the head of a file.

use super::{Extent, Language, Meta, ReadError};
use crate::text::{Span, lines};
use jiff::civil::Date;

/// The key, value and line of each entry that has a value.
struct Entry {
    line: usize,
    key: String,
    value: String,
}

/// Reads the front matter of a text, and returns with it the byte where the statement itself begins.
pub(super) fn read(path: &str, text: &str) -> Result<(Meta, usize), ReadError> {
    let head = text.len() - text.trim_start_matches('\u{FEFF}').len();
    let mut rest = lines(text).map(|line| (line, &text[line.start.max(head)..line.end]));
    if !rest.next().is_some_and(|(_, first)| is_fence(first)) {
        return Ok((Meta::default(), head));
    }
    let (inside, end) = up_to_fence(rest).ok_or_else(|| ReadError::Unclosed { path: path.into() })?;
    let mut entries: Vec<Entry> = Vec::new();
    for (index, words) in inside.into_iter().enumerate() {
        let line = index + 2;
        let Some((key, value)) = entry(path, line, words)? else {
            continue;
        };
        if let Some(old) = entries.iter().find(|entry| entry.key.eq_ignore_ascii_case(key)) {
            return Err(ReadError::Duplicate { path: path.into(), line, key: key.into(), first: old.line });
        }
        let key = key.to_string();
        entries.push(Entry { line, key, value });
    }
    Ok((meta(path, entries)?, end))
}

fn is_fence(line: &str) -> bool {
    line.trim_end() == "---"
}

/// Returns the lines before the closing `---` and where that ends.
fn up_to_fence<'t>(lines: impl Iterator<Item = (Span, &'t str)>) -> Option<(Vec<&'t str>, usize)> {
    let mut inside = Vec::new();
    for (span, words) in lines {
        if is_fence(words) {
            return Some((inside, span.end));
        }
        inside.push(words);
    }
    None
}

/// Reads one line; a blank line and a comment are no entry.
fn entry<'t>(path: &str, line: usize, words: &'t str) -> Result<Option<(&'t str, String)>, ReadError> {
    let content = words.trim_start();
    if content.is_empty() || content.starts_with('#') {
        return Ok(None);
    }
    let is_nested = content.len() < words.len();
    if is_nested || content.starts_with("- ") || content.trim_end() == "-" {
        return Err(nested(path, line));
    }
    let (key, value) = content
        .split_once(':')
        .filter(|(key, value)| is_key(key) && (value.is_empty() || value.starts_with([' ', '\t'])))
        .ok_or_else(|| ReadError::NoKey { path: path.into(), line, text: content.trim_end().into() })?;
    let value = value.trim();
    let is_block = matches!(value, "|" | ">" | "|-" | ">-" | "|+" | ">+");
    if is_block || value.starts_with(['[', '{']) {
        return Err(nested(path, line));
    }
    let value = match value.chars().next() {
        Some(quote @ ('"' | '\'')) => {
            quoted(&value[1..], quote).ok_or(ReadError::Quotes { path: path.into(), line })?
        }
        _ => without_comment(value).to_string(),
    };
    Ok(Some((key.trim_end(), value)))
}

fn nested(path: &str, line: usize) -> ReadError {
    ReadError::Nested { path: path.into(), line }
}

fn is_key(key: &str) -> bool {
    let is_inner = |char: char| char.is_alphanumeric() || " _-.".contains(char);
    key.starts_with(char::is_alphabetic) && key.chars().all(is_inner)
}

/// Cuts a comment off: `#` at the head or after white space.
fn without_comment(value: &str) -> &str {
    let is_comment = |&(at, _): &(usize, &str)| {
        let old = value[..at].chars().next_back();
        old.is_none_or(char::is_whitespace)
    };
    let comment = value.match_indices('#').find(is_comment);
    value[..comment.map_or(value.len(), |(at, _)| at)].trim_end()
}

/// Reads a value up to its closing quote, after which only a comment may stand.
fn quoted(inner: &str, quote: char) -> Option<String> {
    let mut value = String::new();
    let mut chars = inner.chars();
    while let Some(char) = chars.next() {
        if char == '\\' && quote == '"' {
            value.push(chars.next()?);
        } else if char != quote {
            value.push(char);
        } else if quote == '\'' && chars.as_str().starts_with('\'') {
            value.extend(chars.next());
        } else {
            let rest = chars.as_str();
            return without_comment(rest).is_empty().then_some(value);
        }
    }
    None
}

fn meta(path: &str, entries: Vec<Entry>) -> Result<Meta, ReadError> {
    let mut meta = Meta::default();
    for Entry { line, key, value } in entries {
        if value.trim().is_empty() {
            continue;
        }
        let wants =
            |wanted| ReadError::Value { path: path.into(), line, key: key.clone(), value: value.clone(), wanted };
        match key.to_ascii_lowercase().as_str() {
            "date" => {
                meta.date = Some(date(&value).ok_or_else(|| ReadError::Date {
                    path: path.into(),
                    line,
                    value: value.clone(),
                })?);
            }
            "speaker" => meta.speaker = Some(value),
            "audience" => meta.audience = Some(value),
            "channel" => meta.channel = Some(value),
            "title" => meta.title = Some(value),
            "source" => meta.source = Some(value),
            "language" => {
                let wanted = "a language code, for instance `en`, `zh` or `ko`";
                meta.language = language(&value).ok_or_else(|| wants(wanted))?;
            }
            "extent" => {
                meta.extent = match value.to_ascii_lowercase().as_str() {
                    "whole" => Extent::Whole,
                    "excerpts" => Extent::Excerpts,
                    _ => return Err(wants("`whole` or `excerpts`")),
                }
            }
            "translation" => {
                meta.is_translation = match value.to_ascii_lowercase().as_str() {
                    "true" | "yes" => true,
                    "false" | "no" => false,
                    _ => return Err(wants("`true` or `false`")),
                }
            }
            _ => meta.other.push((key, value)),
        }
    }
    Ok(meta)
}

/// Reads `YYYY-MM-DD` and nothing else.
pub(super) fn date(value: &str) -> Option<Date> {
    let date = value.parse::<Date>().ok()?;
    is_date_form(value).then_some(date)
}

/// Whether a value has the digits of `YYYY-MM-DD`, be there such a day or not.
pub(super) fn is_date_form(value: &str) -> bool {
    let is_right = |(at, byte): (usize, u8)| match at {
        4 | 7 => byte == b'-',
        _ => byte.is_ascii_digit(),
    };
    value.len() == 10 && value.bytes().enumerate().all(is_right)
}

/// Returns the primary subtag of a BCP 47 tag, so `zh` for `zh-Hans`.
fn language(tag: &str) -> Option<Language> {
    let primary = tag.split(['-', '_']).next()?.to_ascii_lowercase();
    let is_code = (2..=3).contains(&primary.len()) && primary.bytes().all(|byte| byte.is_ascii_lowercase());
    is_code.then_some(Language(primary))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_key() {
        let text = "\u{FEFF}---\r
# a comment\r
date: 2021-01-11\r
speaker: Xi Jinping   # General Secretary\r
audience: 'Kim Jong Un''s party' # who\r
channel:\r
Language: zh-Hans\r
title: \"A \\\"new\\\" era: #1\"\r
extent: excerpts          # whole (default) or excerpts\r
source: https://example.org/a#b\r
translation: yes\r
\r
来源: 人民日报\r
doc-no.: S/2021/3\r
---  \r
Body";
        let (meta, end) = read("x.txt", text).unwrap();
        assert_eq!(&text[end..], "\r\nBody");
        let expected = Meta {
            date: Some(jiff::civil::date(2021, 1, 11)),
            speaker: Some("Xi Jinping".into()),
            audience: Some("Kim Jong Un's party".into()),
            channel: None,
            language: Language("zh".into()),
            title: Some("A \"new\" era: #1".into()),
            source: Some("https://example.org/a#b".into()),
            extent: Extent::Excerpts,
            is_translation: true,
            other: vec![("来源".into(), "人民日报".into()), ("doc-no.".into(), "S/2021/3".into())],
        };
        assert_eq!(meta, expected);
    }

    #[test]
    fn a_text_needs_none() {
        for (text, start) in [("", 0), ("Body", 0), ("\u{FEFF}Body", 3), ("----\nBody", 0), ("\n---\nBody", 0)] {
            assert_eq!(read("x.txt", text).unwrap(), (Meta::default(), start));
        }
        assert_eq!(read("x.txt", "---\n---\n").unwrap(), (Meta::default(), 7));
    }

    #[test]
    fn says_what_is_wrong_and_where() {
        for (text, expected) in [
            (
                "---\ndate: 2021-01-11\n",
                "`x.txt`: the front matter opened by `---` on line 1 never closes; \
                 end it with a line `---`, or take line 1 out",
            ),
            (
                "---\n\nThe Council met.\n---\n",
                "`x.txt`, line 3: `The Council met.` is no front matter; write `key: value`",
            ),
            ("---\ntime:12\n---\n", "`x.txt`, line 2: `time:12` is no front matter; write `key: value`"),
            (
                "---\naudience:\n  - Kim\n---\n",
                "`x.txt`, line 3: the front matter holds no lists or nested values; \
                 write `key: value` on one line",
            ),
            (
                "---\naudience: [Kim, Choe]\n---\n",
                "`x.txt`, line 2: the front matter holds no lists or nested values; \
                 write `key: value` on one line",
            ),
            (
                "---\ntitle: \"War\" and peace\n---\n",
                "`x.txt`, line 2: the value's quotes do not close at its end; \
                 quote all of it or none",
            ),
            (
                "---\ndate: 2021-01-11\nDate: 2021-01-12\n---\n",
                "`x.txt`, line 3: `Date` was given on line 2 already; keep one of them",
            ),
            (
                "---\ndate: 11 January 2021\n---\n",
                "`x.txt`, line 2: `11 January 2021` is not a date; \
                 write YYYY-MM-DD, for instance `2021-01-11`",
            ),
            (
                "---\ndate: 2021-02-29\n---\n",
                "`x.txt`, line 2: `2021-02-29` is not a date; \
                 write YYYY-MM-DD, for instance `2021-01-11`",
            ),
            ("---\nextent: part\n---\n", "`x.txt`, line 2: `extent` cannot be `part`; write `whole` or `excerpts`"),
            (
                "---\ntranslation: maybe\n---\n",
                "`x.txt`, line 2: `translation` cannot be `maybe`; write `true` or `false`",
            ),
            (
                "---\nlanguage: English\n---\n",
                "`x.txt`, line 2: `language` cannot be `English`; \
                 write a language code, for instance `en`, `zh` or `ko`",
            ),
        ] {
            let error = read("x.txt", text).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
    }

    #[test]
    fn takes_dates_in_one_form_only() {
        for (value, is_date) in [
            ("2021-01-11", true),
            ("2021-1-11", false),
            ("20210111", false),
            ("2021-01-11T00:00", false),
            ("+02021-01-11", false),
            ("2021-13-45", false),
        ] {
            assert_eq!(date(value).is_some(), is_date, "{value}");
        }
    }
}
