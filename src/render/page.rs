//! One page that needs nothing else: no network, no neighbour on the disk. Its style and its script stand in it.
//!
//! Every text is escaped by the writer of markup. Should one slip through even so, the page's own policy lets no other
//! script run and nothing be fetched.

use super::rows::{Label, Piece};
use super::terminal::shown;
use super::theme;
use super::words::sign;
use crate::change::ChangeKind;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

/// What it looks like, but for the colours.
const STYLE: &str = include_str!("page.css");

/// What it does beyond showing.
const SCRIPT: &str = include_str!("page.js");

/// Returns a whole page.
pub(super) fn whole(title: &str, body: &Markup) -> String {
    let style = theme::style_sheet() + STYLE;
    let policy = format!(
        "default-src 'none'; img-src data:; style-src '{}'; script-src '{}'; base-uri 'none'; form-action 'none'",
        fingerprint(&style),
        fingerprint(SCRIPT),
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
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string() + "\n"
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
        @else if has(Label::Heading) { strong { (text) } }
        @else if has(Label::Aside) || has(Label::Dim) || has(Label::Added) || has(Label::Removed) {
            span class=(classes.join(" ")) { (text) }
        }
        @else { (text) }
    }
}

/// Returns a form that narrows the entries of a page by their kinds, by choices and by words; `data-kind` of an entry
/// holds its kind. Without a script it stays hidden.
pub(super) fn filters(kinds: &[(ChangeKind, &str, usize)], choices: &Markup, hint: &Markup) -> Markup {
    html! {
        form #filters hidden {
            fieldset {
                legend.unseen { "Only these kinds" }
                @for (kind, word, count) in kinds {
                    label.chip.(kind.name()) {
                        input type="checkbox" name="kind" value=(kind.name());
                        span { b { (count) } " " (sign(*kind)) "\u{a0}" (word) }
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
