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
    #[serde(default)]
    light: BTreeMap<String, String>,
    #[serde(default)]
    dark: BTreeMap<String, String>,
}

/// The colours of a page that belong to no label.
const PAGE: &str = "page";

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

/// Returns the colours as variables of a style sheet, `--weakened-ink`, by day, by night and on paper; and for every
/// label a class that hands its own on as `--ink` and `--wash`.
pub(super) fn style_sheet() -> String {
    let variables = |name: &str, of: fn(&Look) -> &BTreeMap<String, String>| {
        let each = THEME.iter().flat_map(|(label, look)| of(look).iter().map(move |color| (label, color)));
        let each: String = each.map(|(label, (key, color))| format!("--{label}-{key}:{color};")).collect();
        format!("color-scheme:{name};{each}")
    };
    let light = variables("light", |look| &look.light);
    let dark = variables("dark", |look| &look.dark);
    let mut sheet = format!(
        ":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n:root[data-light=light]{{{light}}}\n\
         :root[data-light=dark]{{{dark}}}\n@media print{{:root:root:root{{{light}}}}}\n"
    );
    for (label, look) in THEME.iter().filter(|(label, _)| *label != PAGE) {
        let each: String = look.light.keys().map(|key| format!("--{key}:var(--{label}-{key});")).collect();
        if !each.is_empty() {
            sheet += &format!(".{label}{{{each}}}\n");
        }
    }
    sheet
}

#[cfg(test)]
mod tests {
    use super::*;

    /// How far two colours are apart in lightness, 1 to 21, by the formula of WCAG 2.
    fn contrast(a: &str, b: &str) -> f64 {
        let light = |color: &str| {
            let channel = |at: usize| {
                let value = f64::from(u8::from_str_radix(&color[at..at + 2], 16).unwrap()) / 255.0;
                if value <= 0.04045 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
        };
        let (a, b) = (light(a), light(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_ink_can_be_read() {
        assert!((contrast("#000000", "#ffffff") - 21.0).abs() < 1e-9);
        type Colors = fn(&Look) -> &BTreeMap<String, String>;
        let lights: [(&str, Colors); 2] = [("light", |look| &look.light), ("dark", |look| &look.dark)];
        for (light, colors) in lights {
            let page = colors(&THEME[PAGE]);
            // 3 is what it asks of a picture; the shades must differ from each other too.
            let shades: Vec<f64> = (1..=4).map(|at| contrast(&page[&format!("shade-{at}")], &page["wash"])).collect();
            assert!(shades[0] >= 3.0 && shades.windows(2).all(|pair| pair[1] > pair[0] * 1.4), "{light}: {shades:?}");
            for (name, look) in &*THEME {
                let own = colors(look);
                assert!(look.light.keys().eq(look.dark.keys()), "{name} is not the same by day and by night");
                let Some(ink) = own.get("ink") else { continue };
                for (under, paper) in
                    [("paper", Some(&page["paper"])), ("page", Some(&page["wash"])), ("wash", own.get("wash"))]
                {
                    // 4.5 is what WCAG AA asks of small text.
                    let Some(paper) = paper else { continue };
                    assert!(contrast(ink, paper) >= 4.5, "{light}: {name} on {under}: {:.2}", contrast(ink, paper));
                    assert!(contrast(&page["ink"], paper) >= 7.0, "{light}: ink on {name}'s {under}");
                }
            }
        }
    }

    #[test]
    fn every_label_has_a_look_and_every_look_is_known() {
        let names: Vec<&str> = Label::all().map(Label::name).collect();
        for name in &names {
            assert!(THEME.contains_key(*name), "{name} has no look");
        }
        for (name, look) in THEME.iter().filter(|(name, _)| *name != PAGE) {
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
