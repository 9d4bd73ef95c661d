use super::prose::{Token, TokenKind};
use crate::text::Span;

const CLITICS: [&str; 8] = ["'s", "n't", "'re", "'ve", "'ll", "'d", "'m", "'S"];

/// Cuts `block` into tokens, leaving out blanks and `markup`.
pub(super) fn split(block: &str, markup: &[Span]) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(block.len() / 5);
    let mut from = 0;
    for mark in markup {
        split_piece(block, from, mark.start as usize, &mut tokens);
        from = from.max(mark.end as usize);
    }
    split_piece(block, from, block.len(), &mut tokens);
    tokens
}

/// Hash of `word` in lower case with straight apostrophes.
pub(super) fn lower_hash(word: &str) -> u32 {
    let mut hash: u32 = 0x811c_9dc5;
    let mut add = |byte: u8| hash = (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193);
    if word.is_ascii() {
        word.bytes().for_each(|byte| add(byte.to_ascii_lowercase()));
    } else {
        for c in word.chars() {
            let c = if is_apostrophe(c) { '\'' } else { c };
            for c in c.to_lowercase() {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(&mut add);
            }
        }
    }
    hash
}

fn split_piece(block: &str, from: usize, to: usize, tokens: &mut Vec<Token>) {
    let mut at = from;
    while let Some(c) = block.get(at..to).and_then(|rest| rest.chars().next()) {
        if c.is_whitespace() {
            at += c.len_utf8();
        } else if c.is_alphanumeric() {
            let end = at + word_length(&block[at..to]);
            push_word(block, at, end, tokens);
            at = end;
        } else {
            let end = at + mark_length(&block[at..to], c);
            let kind = if is_quote(c) { TokenKind::Quote } else { TokenKind::Punctuation };
            push(block, at, end, kind, tokens);
            at = end;
        }
    }
}

/// Length of the word at the start of `rest`: letters and digits, with single hyphens, apostrophes, and full stops or
/// commas between them where they belong to the word.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    let mut last = ' ';
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, next)| next);
        let inside = if c.is_alphanumeric() || is_combining(c) {
            true
        } else if next.is_some_and(char::is_alphanumeric) {
            match c {
                '-' | '\u{2010}' | '\u{2011}' | '&' => true,
                '\'' | '\u{2019}' => last.is_alphabetic(),
                '.' => {
                    last.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit())
                        || is_initials(&rest[..at]) && next.is_some_and(char::is_alphabetic)
                }
                ',' => last.is_ascii_digit() && next.is_some_and(|c| c.is_ascii_digit()),
                _ => false,
            }
        } else {
            c == '.' && (is_initials(&rest[..at]) && at > 1 || is_title(&rest[..at]))
        };
        if !inside {
            break;
        }
        end = at + c.len_utf8();
        last = c;
    }
    end
}

/// `U`, `U.S`: single letters between full stops.
fn is_initials(word: &str) -> bool {
    word.split('.').all(|part| part.chars().count() == 1 && part.chars().all(char::is_alphabetic))
}

fn is_title(word: &str) -> bool {
    matches!(
        word,
        "Mr" | "Mrs"
            | "Ms"
            | "Dr"
            | "Gen"
            | "Sen"
            | "Rep"
            | "Gov"
            | "Lt"
            | "Col"
            | "Sgt"
            | "St"
            | "Jr"
            | "Sr"
            | "Prof"
            | "Rev"
    )
}

fn mark_length(rest: &str, first: char) -> usize {
    let run = |c: char| rest.bytes().take_while(|&byte| byte == c as u8).count();
    match first {
        '.' | '-' | '`' | '\'' => run(first).max(1),
        _ => first.len_utf8(),
    }
}

fn push_word(block: &str, start: usize, end: usize, tokens: &mut Vec<Token>) {
    let word = &block[start..end];
    let kind = if word.starts_with(|c: char| c.is_ascii_digit()) { TokenKind::Number } else { TokenKind::Word };
    let cut = clitic_length(word);
    push(block, start, end - cut, kind, tokens);
    if cut > 0 {
        push(block, end - cut, end, TokenKind::Clitic, tokens);
    }
}

/// Length of the clitic at the end of `word`; 0 where the word has none or nothing else.
fn clitic_length(word: &str) -> usize {
    let tail_start = word.char_indices().rev().take(3).last().map_or(0, |(at, _)| at);
    let tail = word[tail_start..].replace('\u{2019}', "'");
    let Some(clitic) = CLITICS.iter().find(|clitic| tail.ends_with(**clitic)) else {
        return 0;
    };
    let start = word.char_indices().rev().nth(clitic.chars().count() - 1).map_or(0, |(at, _)| at);
    if start == 0 { 0 } else { word.len() - start }
}

fn push(block: &str, start: usize, end: usize, kind: TokenKind, tokens: &mut Vec<Token>) {
    let text = &block[start..end];
    tokens.push(Token {
        span: Span::new(start, end),
        lower: lower_hash(text),
        kind,
        capital: text.chars().next().is_some_and(char::is_uppercase),
    });
}

fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '`' | '“' | '”' | '‘' | '’' | '„' | '‟' | '«' | '»' | '‹' | '›')
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\u{2019}' | '\u{02bc}')
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{0300}'..='\u{036f}' | '\u{200d}' | '\u{00ad}')
}
