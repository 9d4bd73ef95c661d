//! Lines that are nothing but a date or a time.

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
    if numbers == 0 || !line.iter().all(|word| is_number(word) || Class::of(word.hash).has(Class::DATE)) {
        return false;
    }
    line.iter().any(|word| Class::of(word.hash).has(Class::MONTH)) || is_numeric_date(text, line)
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
