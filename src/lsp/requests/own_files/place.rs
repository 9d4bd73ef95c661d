use crate::text::Span;

/// Where in a TOML file a cursor stands, as far as single lines tell.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Place<'a> {
    /// The table, without brackets; empty at the top.
    pub section: &'a str,
    /// What the cursor touches, without quotation marks. Bytes of the file; empty where it touches nothing.
    pub word: Span,
    /// The word with its quotation marks, as far as they are written.
    pub quoted: Span,
    /// The cursor stands behind the equals sign.
    pub is_value: bool,
}

impl<'a> Place<'a> {
    /// The place of byte `offset` in `text`; `None` inside a comment.
    pub(super) fn new(text: &'a str, offset: u32) -> Option<Self> {
        let (before, after) = text.split_at_checked(offset as usize)?;
        let line = before.rsplit('\n').next().unwrap_or_default();
        if line.trim_start().starts_with('#') {
            return None;
        }
        let above = &before[..before.len() - line.len()];
        let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/' | '*');
        let start = before.trim_end_matches(is_name).len();
        let end = text.len() - after.trim_start_matches(is_name).len();
        let is_quote = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)) == Some(&b'"');
        let quoted =
            Span::new(start - usize::from(is_quote(start.checked_sub(1))), end + usize::from(is_quote(Some(end))));
        Some(Self { section: section(above), word: Span::new(start, end), quoted, is_value: line.contains('=') })
    }
}

/// The last table that begins in `above`.
fn section(above: &str) -> &str {
    let header = above.lines().rev().map(str::trim).find(|line| line.starts_with('['));
    header.map_or("", |header| header.trim_matches(['[', ']', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(drawn: &str) -> Option<(String, String, String, bool)> {
        let offset = drawn.find('|').expect("a cursor");
        let text = drawn.replacen('|', "", 1);
        let place = Place::new(&text, offset as u32)?;
        let words = |span: Span| span.of(&text).to_owned();
        Some((place.section.to_owned(), words(place.word), words(place.quoted), place.is_value))
    }

    #[test]
    fn tables_words_and_values_are_told_apart() {
        let is = |section: &str, word: &str, quoted: &str, value| {
            Some((section.to_owned(), word.to_owned(), quoted.to_owned(), value))
        };
        assert_eq!(place("excl|ude = []\n"), is("", "exclude", "exclude", false));
        assert_eq!(place("[rules]\n\"people/|\n"), is("rules", "people/", "\"people/", false));
        assert_eq!(place("[rules]\n\"people/*\" = \"o|ff\"\n"), is("rules", "off", "\"off\"", true));
        assert_eq!(place("[[person]]\n|\n"), is("person", "", "", false));
        assert_eq!(place("# [rul|es]\n"), None);
    }
}
