use super::Facts;
use crate::{syntax::Article, text::count_words};

/// How many words `text` has, furniture included: runs of characters that are no blanks. Blocks were counted once; what
/// stands between them is short.
pub(super) fn count(text: &str, article: &Article, facts: &[Facts]) -> usize {
    let mut words = Words { text, at: 0, count: 0 };
    for (block, facts) in article.blocks.iter().zip(facts) {
        let (start, end) = (block.span.start as usize, block.span.end as usize);
        words.go_to(start, count_words);
        words.go_to(end, |_| facts.words);
    }
    words.go_to(text.len(), count_words);
    words.count
}

struct Words<'a> {
    text: &'a str,
    /// Up to where words are counted.
    at: usize,
    count: usize,
}

impl Words<'_> {
    /// Goes on to byte `end`, with as many words as `count` finds in between. A word that goes on is one.
    fn go_to(&mut self, end: usize, count: impl FnOnce(&str) -> usize) {
        let Some(piece) = self.text.get(self.at..end).filter(|piece| !piece.is_empty()) else { return };
        let goes_on = piece.starts_with(is_dark) && self.text[..self.at].ends_with(is_dark);
        self.count = self.count + count(piece) - usize::from(goes_on);
        self.at = end;
    }
}

fn is_dark(c: char) -> bool {
    !c.is_whitespace()
}
