//! Tokens of a block: one pass over its bytes, ASCII by table.

mod address;
mod chars;
mod hash;
mod marks;
mod word;

pub(super) use chars::{is_blank, is_quote};
pub(super) use hash::lower_hash;

use super::prose::{Token, TokenKind};
use crate::text::Span;
use chars::{Class, class, first_char};

/// Cuts `block` into tokens, leaving out blanks and `markup`.
pub(super) fn split(block: &str, markup: &[Span]) -> Vec<Token> {
    let mut cutter = Cutter { block, tokens: Vec::with_capacity(block.len() / 5 + 1), open_single: false };
    let mut from = 0;
    for mark in markup {
        cutter.piece(from, mark.start as usize);
        from = from.max(mark.end as usize);
    }
    cutter.piece(from, block.len());
    cutter.tokens
}

/// A block being cut.
struct Cutter<'a> {
    block: &'a str,
    tokens: Vec<Token>,
    /// A single quotation mark was opened and not yet closed: the next lone apostrophe closes it.
    open_single: bool,
}

impl Cutter<'_> {
    fn piece(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            at = match class(self.block.as_bytes()[at]) {
                Class::Blank => at + 1,
                Class::Letter | Class::Digit => self.word(at, at, to),
                Class::Mark => self.mark(at, to),
                Class::Wide => self.wide(at, to),
            };
        }
    }

    /// A word whose first letter or digit stands at `at`, pushed from `start` (before it where an apostrophe stands for
    /// missing letters).
    fn word(&mut self, start: usize, at: usize, to: usize) -> usize {
        let word = word::read(self.block, at, to);
        if let Some(end) = address::from_word(self.block, at, word.end, to) {
            self.push(start, end, TokenKind::Address);
            return end;
        }
        let end = word::with_stop(self.block, at, word.end, to);
        let digits = class(self.block.as_bytes()[at]) == Class::Digit;
        let kind = if digits { TokenKind::Number } else { TokenKind::Word };
        match word.clitic(self.block, at) {
            Some(cut) if end == word.end => {
                self.push(start, cut, kind);
                self.push(cut, end, TokenKind::Clitic);
            }
            _ => self.push(start, end, kind),
        }
        end
    }

    fn mark(&mut self, at: usize, to: usize) -> usize {
        let bytes = self.block.as_bytes();
        match bytes[at] {
            b'\'' => self.apostrophe(at, at + 1, to),
            b'@' | b'#' if let Some(end) = address::handle(self.block, at, to) => {
                self.push(at, end, TokenKind::Address);
                end
            }
            b'.' if self.starts_decimal(at, to) => self.number_after_point(at, to),
            _ => self.push_mark(at, to),
        }
    }

    fn wide(&mut self, at: usize, to: usize) -> usize {
        let Some(c) = first_char(self.block, at, to) else { return to };
        match c {
            '\u{2019}' => self.apostrophe(at, at + c.len_utf8(), to),
            _ if is_blank(c) => at + c.len_utf8(),
            _ if chars::in_word(c) => self.word(at, at, to),
            _ => self.push_mark(at, to),
        }
    }

    /// An apostrophe or single quotation mark at `at` that does not stand inside a word, `after` it the next byte.
    fn apostrophe(&mut self, at: usize, after: usize, to: usize) -> usize {
        let curly = after - at > 1;
        let touches_word =
            self.tokens.last().is_some_and(|last| last.span.end as usize == at && last.kind.is_wordlike());
        let next = first_char(self.block, after, to).filter(|c| chars::in_word(*c));
        if !touches_word && next.is_some() && word::is_elision(self.block, at, after, to, curly) {
            return self.word(at, after, to);
        }
        if touches_word && next.is_none() && !self.open_single && self.block[..at].ends_with(['s', 'S']) {
            let doubled = self.block.as_bytes().get(after) == Some(&b'\'');
            if !doubled {
                self.push(at, after, TokenKind::Clitic);
                return after;
            }
        }
        let end = marks::end(self.block, at, to);
        if end == after {
            self.open_single = !touches_word && next.is_some();
        }
        self.push(at, end, TokenKind::Quote);
        end
    }

    fn starts_decimal(&self, at: usize, to: usize) -> bool {
        let bytes = self.block.as_bytes();
        let touches = self.tokens.last().is_some_and(|last| last.span.end as usize == at);
        !touches && at + 1 < to && bytes[at + 1].is_ascii_digit()
    }

    fn number_after_point(&mut self, at: usize, to: usize) -> usize {
        let end = word::read(self.block, at + 1, to).end;
        self.push(at, end, TokenKind::Number);
        end
    }

    fn push_mark(&mut self, at: usize, to: usize) -> usize {
        let end = marks::end(self.block, at, to);
        let first = first_char(self.block, at, to).unwrap_or(' ');
        if first == '\u{2018}' {
            self.open_single = true;
        }
        self.push(at, end, if is_quote(first) { TokenKind::Quote } else { TokenKind::Punctuation });
        end
    }

    fn push(&mut self, start: usize, end: usize, kind: TokenKind) {
        let text = &self.block[start..end];
        let capital = match text.as_bytes()[0] {
            first if first < 0x80 => first.is_ascii_uppercase(),
            _ => text.chars().next().is_some_and(char::is_uppercase),
        };
        let (lower, letters) = hash::look(text);
        self.tokens.push(Token { span: Span::new(start, end), lower, kind, capital, letters });
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        syntax::{Prose, Token, TokenKind},
        text::Span,
    };

    /// The tokens of `text` are `expected`, given with blanks between them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let prose = Prose::new(text, &[]);
        let found: Vec<&str> = prose.tokens.iter().map(|token| token.of(text)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[track_caller]
    fn kinds(text: &str) -> Vec<TokenKind> {
        Prose::new(text, &[]).tokens.iter().map(|token| token.kind).collect()
    }

    #[test]
    fn words_keep_their_inner_marks() {
        check("Sino-Russian AT&T O’Neill’s Xi'an snake_case", "Sino-Russian AT&T O’Neill ’s Xi'an snake_case");
        check("Café naïve co\u{ad}operate Zoë's", "Café naïve co\u{ad}operate Zoë 's");
    }

    #[test]
    fn clitics_are_cut_off() {
        check("Don't they’re I'LL can’t he'd", "Do n't they ’re I 'LL ca n’t he 'd");
        check("the states’ rights and James' car", "the states ’ rights and James ' car");
        assert_eq!(kinds("states’ rights")[1], TokenKind::Clitic);
        assert_eq!(kinds("‘the states’ rights")[3], TokenKind::Quote);
        check("rock 'n' roll ’em '90s ’tis", "rock 'n ' roll ’em '90s ’tis");
    }

    #[test]
    fn quotation_marks_stand_alone() {
        check("``So,'' he said, \"no\" — 'yes' «oui»", "`` So , '' he said , \" no \" — ' yes ' « oui »");
        assert_eq!(kinds("''“’"), [TokenKind::Quote; 3]);
    }

    #[test]
    fn stops_belong_to_abbreviations() {
        check("Mr. A. Vale of U.S. Steel Co. left.", "Mr. A. Vale of U.S. Steel Co. left .");
        check("U.S.-based e.g., No. 5 no. The", "U.S. - based e.g. , No. 5 no . The");
        check("agreed.Beijing etc... end", "agreed . Beijing etc ... end");
    }

    #[test]
    fn numbers_keep_their_separators() {
        check(
            "$1,200.50 is 3.5% at 10:30 on 9/11, 20th .5 £2bn",
            "$ 1,200.50 is 3.5 % at 10:30 on 9/11 , 20th .5 £ 2bn",
        );
        check("2019–2020 a 24-year-old", "2019 – 2020 a 24-year-old");
    }

    #[test]
    fn addresses_are_one_token() {
        let text = "See https://example.com/a_(b)?c=1. Or www.example.org, jo.lee+x@mail.example.com; @jo_lee #Climate, bbc.co.uk.";
        let prose = Prose::new(text, &[]);
        let addresses: Vec<&str> = (prose.tokens.iter())
            .filter(|token| token.kind == TokenKind::Address)
            .map(|token| token.of(text))
            .collect();
        assert_eq!(
            addresses,
            [
                "https://example.com/a_(b)?c=1",
                "www.example.org",
                "jo.lee+x@mail.example.com",
                "@jo_lee",
                "#Climate",
                "bbc.co.uk"
            ]
        );
        check("PERSON #1 (a) 5@6", "PERSON # 1 ( a ) 5 @ 6");
    }

    #[test]
    fn emoji_are_one_token() {
        check("👩‍👩‍👧 🇫🇷🇩🇪 👍🏽! ❤️x", "👩‍👩‍👧 🇫🇷 🇩🇪 👍🏽 ! ❤️ x");
    }

    #[test]
    fn markup_is_left_out() {
        let text = "a **bold** [link](http://x.y) z";
        let marks = [Span::new(2, 4), Span::new(8, 10), Span::new(11, 12), Span::new(16, 29)];
        let prose = Prose::new(text, &marks);
        let found: Vec<&str> = prose.tokens.iter().map(|token| token.of(text)).collect();
        assert_eq!(found, ["a", "bold", "link", "z"]);
    }

    #[test]
    fn one_hash_for_all_typography() {
        assert_eq!(Token::hash_of("Don’t"), Token::hash_of("don't"));
        assert_eq!(Token::hash_of("Sino–Russian"), Token::hash_of("SINO-RUSSIAN"));
        assert_eq!(Token::hash_of("“"), Token::hash_of("\""));
        assert_eq!(Token::hash_of("ÉTÉ"), Token::hash_of("été"));
        assert_ne!(Token::hash_of("says"), Token::hash_of("say"));
    }
}
