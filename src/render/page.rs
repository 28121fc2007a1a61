//! One page that needs nothing else: no network, no neighbour on the disk. Its style and its script stand in it.
//!
//! Every text is escaped by the writer of markup. Should one slip through even so, the page's own policy lets no other
//! script run and nothing be fetched.

use super::head;
use super::rows::{Label, Piece, capital, counted, on_one_line};
use super::terminal::shown;
use super::theme;
use crate::change::ChangeKind;
use crate::stance::Reading;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// What every page looks like, but for the colours.
const STYLE: &str = include_str!("page.css");

/// What every page does beyond showing.
const SCRIPT: &str = include_str!("page.js");

/// How many lines of a list are shown before the others are folded: what some three screens hold.
const FIRST: usize = 12;

/// Returns a whole page; a kind of page adds a style and a script of its own.
pub(super) fn whole(title: &str, body: &Markup, own_style: &str, own_script: &str) -> String {
    let style = theme::style_sheet() + STYLE + own_style;
    let script = format!("{SCRIPT}{own_script}");
    let policy = format!(
        "default-src 'none'; img-src data:; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        fingerprint(&style),
        fingerprint(&script),
    );
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta http-equiv="Content-Security-Policy" content=(policy);
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ (env!("CARGO_PKG_NAME")) " " (env!("CARGO_PKG_VERSION")) };
                title { (shown(title)) }
                // Else a browser may ask for one.
                link rel="icon" href="data:,";
                style { (PreEscaped(style)) }
            }
            body {
                (body)
                script { (PreEscaped(script)) }
            }
        }
    };
    page.into_string() + "\n"
}

/// Returns the head of a page: what kind it is, whose words it shows, and which.
pub(super) fn masthead(kicker: &str, title: &str, language: &str, head: &Markup) -> Markup {
    html! {
        header.masthead {
            p.kicker { (kicker) button #light type="button" hidden { "Dark" } }
            h1 lang=[lang(language)] { (shown(title)) }
            (head)
        }
    }
}

/// Returns a list whose tail is folded unless all is to be shown.
pub(super) fn list<T>(entries: &[T], shows_all: bool, set: impl Fn(&T) -> Markup) -> Markup {
    // Not worth a fold of its own.
    let few = if entries.len() <= FIRST + 2 { entries.len() } else { FIRST };
    let (first, more) = entries.split_at(few);
    html! {
        ol { @for entry in first { (set(entry)) } }
        @if !more.is_empty() {
            details.more open[shows_all] {
                summary { (more.len()) " more" }
                ol { @for entry in more { (set(entry)) } }
            }
        }
    }
}

/// Returns where a statement was taken from.
pub(super) fn origin(reading: &Reading) -> Markup {
    let statement = &reading.statement;
    html! {
        strong { (shown(&capital(&head::named(statement)))) } ": "
        @if let Some(from) = &statement.meta.source { (source(from)) "; " }
        "file " (shown(&on_one_line(&statement.path)))
        span.size {
            ", " (counted(reading.segments.sentences.len(), "sentence")) ", "
            (counted(reading.phrases.len(), "stance phrase")) ", "
            span.hash { "sha256 " (statement.sha256[..16]) "…" }
        }
    }
}

/// Says what made a page of some statements.
pub(super) fn maker<'r>(mut readings: impl Iterator<Item = &'r Reading>) -> Markup {
    let lexicon = readings.find_map(|reading| reading.lexicon.as_deref());
    html! {
        p {
            "Made by " (env!("CARGO_PKG_NAME")) " " (env!("CARGO_PKG_VERSION"))
            @if let Some(lexicon) = lexicon { ", lexicon " (lexicon.name) " (" (lexicon.sha256[..16]) "…)" }
            ". The same files give the same page."
        }
    }
}

/// A language as an attribute.
pub(super) fn lang(language: &str) -> Option<&str> {
    (!language.is_empty()).then_some(language)
}

/// Returns pieces that belong to no change.
pub(super) fn pieces(pieces: &[Piece]) -> Markup {
    html! { @for piece in pieces { (self::piece(piece)) } }
}

/// Returns a piece by what it means.
pub(super) fn piece(piece: &Piece) -> Markup {
    let text = shown(&piece.text);
    let has = |label: Label| piece.labels.contains(&label);
    let classes: Vec<&str> = piece.labels.iter().map(|label| label.name()).collect();
    html! {
        @if has(Label::DeletedWord) { del { (text) } }
        @else if has(Label::InsertedWord) { ins { (text) } }
        @else if has(Label::Cue) { b { (text) } }
        @else if has(Label::Heading) { strong { (text) } }
        @else if has(Label::Aside) || has(Label::Dim) || has(Label::Added) || has(Label::Removed) {
            span class=(classes.join(" ")) { (text) }
        }
        @else { (text) }
    }
}

/// What an entry of a page may be, and how many are.
pub(super) struct Chip<'a> {
    /// What `data-kind` of such an entry holds.
    pub(super) name: &'a str,
    /// Whose colour it has.
    pub(super) kind: ChangeKind,
    pub(super) sign: &'a str,
    pub(super) word: &'a str,
    pub(super) count: usize,
}

/// Returns how many entries there are of each kind, each with a link to them.
pub(super) fn counts(chips: &[Chip]) -> Markup {
    html! {
        ul.counts {
            @for chip in chips {
                li.(chip.kind.name()) { a href={ "#kind-" (chip.name) } { (chip_words(chip)) } }
            }
        }
    }
}

/// Returns a form that narrows the entries of a page by their kinds, by choices and by words. Without a script it stays
/// hidden.
pub(super) fn filters(chips: &[Chip], choices: &Markup, hint: &Markup) -> Markup {
    html! {
        form #filters hidden {
            fieldset {
                legend.unseen { "Only these kinds" }
                @for chip in chips {
                    label.chip.(chip.kind.name()) {
                        input type="checkbox" name="kind" value=(chip.name);
                        span { (chip_words(chip)) }
                    }
                }
            }
            div.choices {
                (choices)
                label { "Words " input type="search" name="words" autocomplete="off" spellcheck="false"; }
                button type="reset" { "Show all" }
                output aria-live="polite" { }
            }
            p.keys { (hint) }
        }
    }
}

fn chip_words(chip: &Chip) -> Markup {
    html! { b { (chip.count) } " " (chip.sign) "\u{a0}" (chip.word) }
}

/// Returns a choice of a form of filters; its values are what `data-NAME` of an entry holds.
pub(super) fn choice(name: &str, label: &str, options: &[(String, String)]) -> Markup {
    html! {
        @if options.len() > 1 {
            label { (label) " "
                select name=(name) {
                    option value="" { "all" }
                    @for (value, text) in options { option value=(value) { (shown(text)) } }
                }
            }
        }
    }
}

/// Returns a statement's source, as a link where it is the address of a page.
pub(super) fn source(source: &str) -> Markup {
    let is_address =
        ["https://", "http://"].iter().any(|start| source.starts_with(start)) && !source.contains(char::is_whitespace);
    html! {
        @if is_address { a href=(source) rel="noreferrer" { (shown(source)) } }
        @else { (shown(source)) }
    }
}

/// What a content security policy knows a style or a script by.
fn fingerprint(text: &str) -> String {
    format!("sha256-{}", base64(&Sha256::digest(text.as_bytes())))
}

fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for chunk in bytes.chunks(3) {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | u32::from(chunk.get(at).copied().unwrap_or(0)));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            text.push(if at <= chunk.len() { char::from(digit) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::base64;

    #[test]
    fn writes_base64() {
        // RFC 4648, section 10.
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(text.as_bytes()), expected);
        }
    }
}
