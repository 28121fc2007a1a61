//! Characters that a terminal would obey instead of showing.

/// Shows control and bidi characters instead of sending them.
///
/// What shows nothing on paper either (soft hyphens, zero-width spaces and joiners of words, byte-order marks) is left
/// out. Joiners inside letters and emoji stay.
pub fn shown(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => {}
            _ if is_obeyed(c) => shown.extend(c.escape_unicode()),
            _ => shown.push(c),
        }
    }
    shown
}

/// Whether a terminal does something else with a character than to print it.
pub(super) fn is_obeyed(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2061}'..='\u{206f}'
                | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}'
        )
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn shows_what_a_terminal_would_obey() {
        for (text, expected) in [
            ("plain – “quoted” 和平 평화", "plain – “quoted” 和平 평화"),
            ("\u{1b}[31mred", "\\u{1b}[31mred"),
            ("a\u{202e}b\u{2066}c", "a\\u{202e}b\\u{2066}c"),
            ("line\nend\t\u{7f}\u{9b}", "line\\u{a}end\\u{9}\\u{7f}\\u{9b}"),
            ("co\u{ad}operate\u{200b}", "cooperate"),
            ("👩\u{200d}🔬", "👩\u{200d}🔬"),
        ] {
            assert_eq!(shown(text), expected);
        }
    }
}
