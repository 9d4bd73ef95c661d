use crate::{people::plain, text::Span};

/// Words before the cursor that may be the beginning of one name.
const MOST_WORDS: usize = 4;

/// What was typed before the cursor on its line, as the beginning of a name: the last word, the last two and so on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Typed {
    /// Each in its comparable form, the longest first. Bytes of the file.
    beginnings: Vec<(Span, String)>,
}

impl Typed {
    /// What stands in `text` between the start of the line and `cursor`. Empty where the last word is no capitalised one.
    pub(super) fn new(text: &str, line: u32, cursor: u32) -> Self {
        let before = Span { start: line, end: cursor.max(line) }.of(text);
        let mut beginnings = Vec::new();
        let mut rest = before;
        while beginnings.len() < MOST_WORDS {
            let word = last_word(rest);
            let is_initial = word.len() <= 3 && word.ends_with('.');
            let goes_on = beginnings.is_empty() || word.ends_with(char::is_alphanumeric) || is_initial;
            if word.is_empty() || !goes_on {
                break;
            }
            rest = &rest[..rest.len() - word.len()];
            let start = line + rest.len() as u32;
            let span = Span { start, end: cursor };
            beginnings.push((span, plain(span.of(text))));
            rest = match rest.strip_suffix(' ') {
                Some(rest) => rest,
                None => break,
            };
        }
        let is_name = |(span, _): &(Span, String)| span.of(text).starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase());
        if !beginnings.first().is_some_and(is_name) {
            return Self::default();
        }
        beginnings.reverse();
        Self { beginnings }
    }

    /// Nothing that begins a name.
    pub(super) fn is_empty(&self) -> bool {
        self.beginnings.is_empty()
    }

    /// Where the beginning of `name`, or of one of its later words, was typed, and the rest of the name from that word
    /// on. The longest that fits; `None` when none does, or the name stands there in full.
    pub(super) fn begins<'a>(&self, name: &'a str) -> Option<(Span, &'a str)> {
        if !self.may_begin(name) || self.beginnings.iter().any(|(_, typed)| plain(name) == *typed) {
            return None;
        }
        let fit = |(span, typed): &(Span, String)| {
            let from_word = words(name).find(|rest| plain(rest).starts_with(typed))?;
            Some((*span, from_word))
        };
        self.beginnings.iter().find_map(fit)
    }

    /// A word of `name` may begin with the first letter of the last word typed. Quick, for thousands of names.
    fn may_begin(&self, name: &str) -> bool {
        let letter = self.beginnings.last().and_then(|(_, typed)| typed.chars().next());
        let mut first = name.split(' ').filter_map(|word| word.chars().next());
        first.any(|own| !own.is_ascii() || Some(own.to_ascii_lowercase()) == letter)
    }

    /// `offset` lies where the last word was typed.
    pub(super) fn touches(&self, span: Span) -> bool {
        self.beginnings.last().is_some_and(|(typed, _)| typed.overlaps(span) || typed.end == span.end)
    }
}

/// `name` from each of its words on.
fn words(name: &str) -> impl Iterator<Item = &str> {
    let starts = name.match_indices(' ').map(|(at, blank)| at + blank.len());
    std::iter::once(0).chain(starts).map(|at| &name[at..])
}

/// The word that `text` ends with, with hyphens, apostrophes and full stops.
fn last_word(text: &str) -> &str {
    let in_word = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’' | '.');
    let start = text.char_indices().rev().take_while(|(_, c)| in_word(*c)).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `name` would replace at the end of `text`, and from where on the name is compared.
    fn begun<'a>(text: &'a str, name: &'a str) -> Option<(&'a str, &'a str)> {
        let (span, rest) = Typed::new(text, 0, text.len() as u32).begins(name)?;
        Some((span.of(text), rest))
    }

    #[test]
    fn the_longest_beginning_of_a_name_counts() {
        assert_eq!(begun("He met Il", "Ilse Brandt"), Some(("Il", "Ilse Brandt")));
        assert_eq!(begun("He met Bra", "Ilse Brandt"), Some(("Bra", "Brandt")));
        assert_eq!(begun("He met Ilse Br", "Ilse Brandt"), Some(("Ilse Br", "Ilse Brandt")));
        assert_eq!(begun("Dvor", "Jan Dvořák"), Some(("Dvor", "Dvořák")));
        assert_eq!(begun("O’Br", "Ann O’Brien"), Some(("O’Br", "O’Brien")));
    }

    #[test]
    fn small_letters_and_whole_names_begin_nothing() {
        assert_eq!(begun("He met il", "Ilse Brandt"), None);
        assert_eq!(begun("Ilse Brandt", "Ilse Brandt"), None);
        assert_eq!(begun("", "Ilse Brandt"), None);
        assert_eq!(begun("He met Xi", "Ilse Brandt"), None);
    }
}
