//! Lines that are a date or a time, or that begin with one as stamps do.

use super::{
    lexicon::Class,
    words::{Shape, Word},
};

/// Most words of a date line: "Published on Monday, June 17, 2024 at 10:42 a.m. EDT, updated 3 hours ago".
const LONGEST: usize = 20;

/// Every word of the line belongs to a date, and it names a day: month and number, or three numbers, or an ISO date.
pub(super) fn is_date(text: &str, line: &[Word]) -> bool {
    if line.len() < 2 && !line.iter().any(|word| is_dotted(text, word)) || line.len() > LONGEST {
        return false;
    }
    let numbers = line.iter().filter(|word| is_number(word)).count();
    if numbers == 0 || !line.iter().all(|word| is_number(word) || word.class.has(Class::DATE)) {
        return false;
    }
    line.iter().any(|word| word.class.has(Class::MONTH)) || is_numeric_date(text, line)
}

/// Words after the date of a stamp, at most.
const NOTE: usize = 8;

/// The line begins with a date of a year, and after a mark of division or "by" a few words go on: "May 3, 2017 | By Ann
/// Other". A sentence that begins with a date is none.
pub(super) fn is_dated(text: &str, line: &[Word]) -> bool {
    let length = line.iter().take_while(|word| is_number(word) || word.class.has(Class::DATE)).count();
    let (date, rest) = line.split_at(length);
    if rest.is_empty() || rest.len() > NOTE || text.ends_with(['.', '?', '!']) || !is_date(text, date) {
        return false;
    }
    let Some(last) = date.last() else { return false };
    let after = text.get(last.span.end as usize..).unwrap_or_default().trim_start();
    let divided = after.starts_with(['|', '\u{2022}', '\u{b7}', '\u{2013}', '\u{2014}', '-', '/']);
    let by = rest[0].span.of(text).eq_ignore_ascii_case("by");
    let has_year = date.iter().any(|word| is_number(word) && word.span.len() == 4);
    (has_year || is_numeric_date(text, date)) && (divided || by)
}

/// Three numbers of one, two or four digits in a row, such as 17.06.2024 or 2024-06-17.
fn is_numeric_date(text: &str, line: &[Word]) -> bool {
    let is_part = |word: &Word| is_number(word) && matches!(word.span.len(), 1 | 2 | 4);
    line.iter().any(|word| is_dotted(text, word)) || line.windows(3).any(|three| three.iter().all(is_part))
}

/// A number such as 17.06.2024.
fn is_dotted(text: &str, word: &Word) -> bool {
    let mut parts = word.span.of(text).split('.');
    is_number(word) && parts.clone().count() == 3 && parts.all(|part| matches!(part.len(), 1 | 2 | 4))
}

fn is_number(word: &Word) -> bool {
    word.shape == Shape::Number
}
