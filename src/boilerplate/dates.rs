//! Lines that are a date or a time, or that begin with one as stamps do.

use super::{
    lexicon::Class,
    phrases::Strength,
    words::{Shape, Word},
};

/// Whether the line is a date stamp. It is surely one where a word such as "Published" stands before a date.
pub(super) fn stamp(text: &str, line: &[Word]) -> Option<Strength> {
    if is_stamped(text, line) {
        Some(Strength::Sure)
    } else if is_date(text, line) || is_dated(text, line) {
        Some(Strength::Likely)
    } else {
        None
    }
}

/// Most words of a date line: "Published on Monday, June 17, 2024 at 10:42 a.m. EDT, updated 3 hours ago".
const LONGEST: usize = 20;

/// Every word of the line belongs to a date, and it names a day: month and number, or three numbers, or an ISO date.
fn is_date(text: &str, line: &[Word]) -> bool {
    if line.len() < 2 && !is_numeric_date(text, line) || line.len() > LONGEST {
        return false;
    }
    let numbers = line.iter().filter(|word| is_number(word)).count();
    if numbers == 0 || !line.iter().all(|word| is_number(word) || word.class.has(Class::DATE)) {
        return false;
    }
    if line.iter().any(|word| word.class.has(Class::MONTH)) {
        return line.iter().all(|word| !has_point(text, word));
    }
    is_numeric_date(text, line)
}

/// The line begins with a word such as "Published" and a date, and not many words go on.
fn is_stamped(text: &str, line: &[Word]) -> bool {
    let length = line.iter().take_while(|word| is_number(word) || word.class.has(Class::DATE)).count();
    let stamped = line[..length].iter().any(|word| word.class.has(Class::STAMP));
    stamped && line.len() - length <= NOTE && !text.ends_with(['.', '?', '!']) && is_date(text, &line[..length])
}

/// Words after the date of a stamp, at most.
const NOTE: usize = 8;

/// The line begins with a date of a year, and after a mark of division or "by" a few words go on: "May 3, 2017 | By Ann
/// Other", "May 3, 2017 · 6 Comments". A sentence that begins with a date is none.
fn is_dated(text: &str, line: &[Word]) -> bool {
    let length = line.iter().take_while(|word| is_number(word) || word.class.has(Class::DATE)).count();
    (1..=length.min(LONGEST)).any(|length| is_dated_to(text, line.split_at(length)))
}

fn is_dated_to(text: &str, (date, rest): (&[Word], &[Word])) -> bool {
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

/// A day, a month and a year as three numbers, such as 17.06.2024 or 2024-06-17.
fn is_numeric_date(text: &str, line: &[Word]) -> bool {
    let apart =
        |pair: &[Word]| matches!(text.get(pair[0].span.end as usize..pair[1].span.start as usize), Some("/" | "-"));
    let parts = |three: &[Word]| is_day_of_year(three.iter().map(|word| word.span.of(text)));
    line.iter().any(|word| is_number(word) && is_day_of_year(word.span.of(text).split('.')))
        || line.windows(3).any(|three| three.windows(2).all(apart) && parts(three))
}

/// Three numbers, the first or the last a year of two or four digits, the others a day and a month.
fn is_day_of_year<'a>(mut parts: impl Iterator<Item = &'a str>) -> bool {
    let (Some(first), Some(middle), Some(last), None) = (parts.next(), parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let small = |part: &str| part.len() <= 2 && part.parse::<u8>().is_ok_and(|number| (1..=31).contains(&number));
    let year = |part: &str, lengths: [usize; 2]| lengths.contains(&part.len()) && part.parse::<u16>().is_ok();
    small(middle) && (small(first) && year(last, [2, 4]) || year(first, [4, 4]) && small(last))
}

/// A number such as 4.2, which is no time of day.
fn has_point(text: &str, word: &Word) -> bool {
    let number = word.span.of(text);
    let time = |(hour, minute): (&str, &str)| hour.len() <= 2 && minute.len() == 2;
    is_number(word)
        && number.contains('.')
        && !number.split_once('.').is_some_and(time)
        && !is_day_of_year(number.split('.'))
}

fn is_number(word: &Word) -> bool {
    word.shape == Shape::Number
}
