//! Blocks, sentences and tokens lie where they must, in both syntaxes.

#![no_main]

use copydesk::{
    syntax::{Prose, parse},
    text::Span,
};
use copydesk_fuzz::{Text, language};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, Text)| {
    let (is_markdown, Text(text)) = input;
    let mut end = 0;
    for block in &parse(&text, language(is_markdown)).blocks {
        assert!(block.span.start >= end && !block.span.is_empty(), "{block:?} after {end}");
        end = block.span.end;
        assert_tokens(text.get(block.span.range()).expect("a block of the text"), &block.markup);
    }
});

fn assert_tokens(block: &str, markup: &[Span]) {
    let prose = Prose::new(block, markup);
    let mut end = 0;
    for token in &prose.tokens {
        assert!(block.get(token.span.range()).is_some() && token.span.start >= end && !token.span.is_empty());
        assert!(!markup.iter().any(|mark| mark.overlaps(token.span)));
        end = token.span.end;
    }
    let mut next = 0;
    for sentence in &prose.sentences {
        assert_eq!(sentence.tokens.0, next);
        next = sentence.tokens.1;
    }
    assert_eq!(next as usize, prose.tokens.len());
}
