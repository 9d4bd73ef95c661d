//! What a line looks like as a heading, from its words alone.

use super::bytes::Kinds;
use crate::syntax::lexicon;

/// Headings are no longer than this, in bytes.
pub(super) const LONGEST: usize = 140;

/// How much a line looks like a heading by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// Not at all: a sentence, a date, a byline, a caption, a quotation, an address.
    None,
    /// It could be one, or a caption, a teaser, a menu word.
    Plain,
    /// Its words are capitalised.
    Title,
}

/// How much `line` looks like a section heading.
pub(super) fn look(line: &str) -> Look {
    let closed = |last| matches!(last, '.' | ',' | ';' | ':' | '!' | '…' | '-' | '—' | '–' | ')' | ']');
    look_open(line, closed, inner_stop)
}

/// How much `line` looks like a title: as a section heading, but stops may stand inside it.
pub(super) fn look_of_title(line: &str) -> Look {
    let closed = |last| matches!(last, ',' | ';' | ':' | '.' | '…');
    look_open(line, closed, |_, _| false)
}

/// How much the words of a numbered line look like a heading; it may end in a colon, and a title in a full stop.
pub(super) fn look_numbered(words: &str) -> Look {
    let short = words.strip_suffix('.').filter(|words| look(words) == Look::Title);
    look(short.or(words.strip_suffix(':')).unwrap_or(words))
}

/// How much `line` looks like a heading that does not end in what is `closed` and does not hold what is `inner`.
fn look_open(line: &str, closed: impl Fn(char) -> bool, inner: impl Fn(&str, Kinds) -> bool) -> Look {
    if line.len() > LONGEST || !line.starts_with(opens) || line.ends_with(closed) || is_quotation(line) {
        return Look::None;
    }
    let kinds = Kinds::of(line);
    if inner(line, kinds) || has_marks(line, kinds) || is_caption(line) || has_credit(line, kinds) {
        return Look::None;
    }
    let count = Words::count(line);
    if count.dates * 2 > count.all || count.is_byline(line) || count.letters == 0 {
        return Look::None;
    }
    let capitals = count.major > 0 && count.capitals * 5 >= count.major * 4;
    if capitals { Look::Title } else { Look::Plain }
}

/// Headings begin with `first`.
fn opens(first: char) -> bool {
    first.is_uppercase() || first.is_ascii_digit() || matches!(first, '‘' | '“' | '\'' | '"' | '$' | '£' | '€' | '¿')
}

/// A sentence ends inside the line.
fn inner_stop(line: &str, kinds: Kinds) -> bool {
    let bytes = line.as_bytes();
    let ends_sentence = |at: usize| bytes.get(at + 1) == Some(&b' ') && ends_sentence(&line[..at]);
    kinds.has(Kinds::CALL) && (line.contains("? ") || line.contains("! "))
        || kinds.has(Kinds::STOP) && memchr::memchr_iter(b'.', bytes).any(ends_sentence)
}

/// The stop behind `before` is not that of an abbreviation.
fn ends_sentence(before: &str) -> bool {
    let word = before.rsplit([' ', '(']).next().unwrap_or("");
    word.len() > 3 && !word.contains('.') && lexicon::abbreviation(word).is_none()
}

/// It ends in a credit: `… on Monday. (AP)`, `… in the city.Reuters`, `Jo Lind/Reuters`.
fn has_credit(line: &str, kinds: Kinds) -> bool {
    let bracketed =
        line.strip_suffix(')').and_then(|open| open.rsplit_once('(')).is_some_and(|(_, credit)| !credit.contains(' '));
    let is_glued = |three: &[u8]| three[0].is_ascii_lowercase() && three[1] == b'.' && three[2].is_ascii_uppercase();
    let is_source = |word: &str| word.contains('/') && word.starts_with(char::is_uppercase);
    bracketed
        || kinds.has(Kinds::STOP) && line.as_bytes().windows(3).any(is_glued)
        || kinds.has(Kinds::SLASH) && line.rsplit(' ').next().is_some_and(is_source)
}

/// Quoted from end to end.
fn is_quotation(line: &str) -> bool {
    line.starts_with(['“', '"']) && line.ends_with(['”', '"'])
}

/// Marks that headings do not hold: of addresses, menus and credits.
fn has_marks(line: &str, kinds: Kinds) -> bool {
    kinds.has(Kinds::MARK)
        || kinds.has(Kinds::WIDE) && line.contains(['•', '·', '→', '»', '›', '©'])
        || kinds.has(Kinds::SLASH) && line.contains("://")
        || kinds.has(Kinds::STOP) && (line.contains("www.") || line.contains("..."))
}

fn is_caption(line: &str) -> bool {
    lexicon::opens_caption(line)
}

/// Counts over the words of a line.
#[derive(Default)]
struct Words {
    all: usize,
    /// Words that are not of a closed class.
    major: usize,
    /// Those of them that start with a capital or a digit.
    capitals: usize,
    /// Months, weekdays, numbers.
    dates: usize,
    letters: usize,
    /// Words in lower case.
    lower: usize,
}

impl Words {
    fn count(line: &str) -> Self {
        let mut count = Self::default();
        for word in line.split_whitespace() {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            let Some(first) = word.chars().next() else { continue };
            let capital = !first.is_lowercase();
            let minor = count.all > 0 && lexicon::is_minor(word);
            count.all += 1;
            count.major += usize::from(!minor);
            count.capitals += usize::from(!minor && capital);
            count.lower += usize::from(!capital);
            count.dates += usize::from(first.is_ascii_digit() || lexicon::is_date_word(word));
            count.letters += usize::from(first.is_alphabetic());
        }
        count
    }

    /// `By Ann Lee`, `By Ann Lee and Jo Ray`.
    fn is_byline(&self, line: &str) -> bool {
        let by = line.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("by "));
        by && self.lower <= usize::from(line.contains(" and ")) + usize::from(line.contains(" for "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_a_line_cannot_hold_is_not_missed(line in "([@|=<>{}\\\\\t•·→»›©’]|://|www\\.|\\.{1,3}|[?!/ aB]){0,6}") {
            let marks = ["@", "|", "=", "<", ">", "{", "}", "\\", "\t", "•", "·", "→", "»", "›", "©", "://", "www.", "..."];
            let kinds = Kinds::of(&line);
            prop_assert_eq!(has_marks(&line, kinds), marks.iter().any(|mark| line.contains(mark)));
            let glued = line.contains("a.B") || line.contains("w.B");
            let source = line.rsplit(' ').next().is_some_and(|word| word.contains('/') && word.starts_with('B'));
            prop_assert_eq!(has_credit(&line, kinds), glued || source);
            let asks = line.contains("? ") || line.contains("! ");
            let stops = line.match_indices(". ").any(|(at, _)| ends_sentence(&line[..at]));
            prop_assert_eq!(inner_stop(&line, kinds), asks || stops);
        }
    }
}
