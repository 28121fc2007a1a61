//! Labels to colours, from `theme.toml`.

use super::rows::{Label, Piece};
use super::wrap::Run;
use colored::{Color, Style, Styles};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// How labels are made visible.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Paint {
    /// By signs around the words.
    Plain,
    /// By colour.
    Color,
    /// By their names, which is what a test reads best.
    Debug,
}

/// What a label looks like.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Look {
    color: Option<String>,
    #[serde(default)]
    style: Vec<String>,
    plain: Option<(String, String)>,
}

static THEME: LazyLock<BTreeMap<String, Look>> =
    LazyLock::new(|| toml::from_str(include_str!("theme.toml")).expect("the theme is ours"));

/// The codes of a terminal, in the order in which they are sent.
const CODES: [(Styles, &str, &str); 5] = [
    (Styles::Bold, "bold", "1"),
    (Styles::Dimmed, "dimmed", "2"),
    (Styles::Italic, "italic", "3"),
    (Styles::Underline, "underline", "4"),
    (Styles::Strikethrough, "strikethrough", "9"),
];

fn looks(labels: &[Label]) -> impl Iterator<Item = &'static Look> {
    labels.iter().filter_map(|label| THEME.get(label.name()))
}

/// Sets apart what is said of words, and puts signs around the words that only colour would tell apart.
pub(super) fn formed(pieces: &[Piece], paint: Paint) -> Vec<Piece> {
    let pieces = bracketed(pieces);
    if paint != Paint::Plain {
        return pieces;
    }
    let sign = |piece: &Piece| looks(&piece.labels).find_map(|look| look.plain.as_ref());
    let mut formed = pieces.to_vec();
    for (at, piece) in pieces.iter().enumerate() {
        let Some((open, close)) = sign(piece) else { continue };
        let is_same = |other: Option<&Piece>| other.and_then(sign) == Some(&(open.clone(), close.clone()));
        if at == 0 || !is_same(pieces.get(at - 1)) {
            formed[at].text.insert_str(0, &format!("{open}\u{2060}"));
        }
        if !is_same(pieces.get(at + 1)) {
            formed[at].text.push_str(&format!("\u{2060}{close}"));
        }
    }
    formed
}

/// Puts a phrase between brackets, with what is told of it behind the first: `‹▼ weakened: words›`.
fn bracketed(pieces: &[Piece]) -> Vec<Piece> {
    let is_open = |piece: Option<&Piece>| piece.is_some_and(|piece| piece.labels.contains(&Label::Open));
    let mut bracketed = pieces.to_vec();
    for (at, piece) in bracketed.iter_mut().enumerate() {
        if piece.labels.contains(&Label::Open) {
            let before = if at > 0 && is_open(pieces.get(at - 1)) { "; " } else { "‹" };
            let after = if is_open(pieces.get(at + 1)) { "" } else { ":" };
            piece.text = format!("{before}{}{after}", piece.text);
        } else if piece.labels.contains(&Label::Close) {
            piece.text.push('›');
        } else if piece.labels.contains(&Label::Aside) {
            piece.text = format!("‹{}›", piece.text);
        }
    }
    bracketed
}

/// Makes the labels of a run visible.
pub(super) fn painted(run: &Run, paint: Paint) -> String {
    match paint {
        Paint::Plain => run.text.clone(),
        Paint::Debug if run.labels.is_empty() => run.text.clone(),
        Paint::Debug => {
            let names: Vec<&str> = run.labels.iter().map(|label| label.name()).collect();
            format!("<{}>{}</>", names.join(" "), run.text)
        }
        Paint::Color => match codes(&run.labels) {
            codes if codes.is_empty() => run.text.clone(),
            codes => format!("\u{1b}[{codes}m{}\u{1b}[0m", run.text),
        },
    }
}

/// The codes of all labels together: styles add up, of two colours the last wins.
///
/// Written here and not by `ColoredString`, which asks the environment again whether to colour at all.
fn codes(labels: &[Label]) -> String {
    let mut style = Style::default();
    let mut color: Option<Color> = None;
    for look in looks(labels) {
        for (styles, name, _) in CODES {
            if look.style.iter().any(|style| style == name) {
                style.add(styles);
            }
        }
        color = look.color.as_deref().map(Color::from).or(color);
    }
    let mut codes: Vec<String> =
        CODES.iter().filter(|(styles, ..)| style.contains(*styles)).map(|(_, _, code)| (*code).to_owned()).collect();
    codes.extend(color.map(|color| color.to_fg_str().into_owned()));
    codes.join(";")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_label_has_a_look_and_every_look_is_known() {
        let names: Vec<&str> = Label::all().map(Label::name).collect();
        for name in &names {
            assert!(THEME.contains_key(*name), "{name} has no look");
        }
        for (name, look) in &*THEME {
            assert!(names.contains(&name.as_str()), "{name} is no label");
            assert!(look.style.iter().all(|style| CODES.iter().any(|(_, known, _)| known == style)), "{name}");
            assert!(look.color.as_deref().is_none_or(|color| color.parse::<Color>().is_ok()), "{name}");
        }
    }

    #[test]
    fn styles_add_up_and_the_last_colour_wins() {
        let labels = [Label::Kind(crate::change::ChangeKind::Weakened), Label::Open, Label::DeletedWord];
        assert_eq!(codes(&labels), "1;9;31");
    }
}
