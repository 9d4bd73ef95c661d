//! Blocks, sentences and tokens lie where they must, whatever the text.

use crate::generate;
use copydesk::{
    syntax::{Language, Prose, parse},
    text::{LineIndex, Span},
};
use proptest::prelude::*;

fn lies_in(text: &str, span: Span) -> bool {
    text.get(span.range()).is_some()
}

fn check(text: &str, language: Language) -> Result<(), TestCaseError> {
    let article = parse(text, language);
    let lines = LineIndex::new(text);
    let mut end = 0;
    for block in &article.blocks {
        prop_assert!(lies_in(text, block.span), "{:?}", block);
        prop_assert!(block.span.start >= end && !block.span.is_empty(), "{:?} after {end}", block);
        end = block.span.end;
        prop_assert_eq!(block.lines.0, lines.line_of(block.span.start) as u32);
        prop_assert_eq!(block.lines.1, lines.line_of(block.span.end - 1) as u32 + 1);
        check_prose(block.span.of(text), &block.markup)?;
    }
    prop_assert!(article.title.is_none_or(|title| lies_in(text, title)));
    Ok(())
}

fn check_prose(block: &str, markup: &[Span]) -> Result<(), TestCaseError> {
    let mut end = 0;
    for mark in markup {
        prop_assert!(lies_in(block, *mark) && mark.start >= end && !mark.is_empty(), "{:?}", markup);
        end = mark.end;
    }
    let prose = Prose::new(block, markup);
    let mut end = 0;
    for token in &prose.tokens {
        prop_assert!(lies_in(block, token.span) && !token.span.is_empty() && token.span.start >= end);
        prop_assert!(!markup.iter().any(|mark| mark.overlaps(token.span)));
        end = token.span.end;
    }
    let mut next = 0;
    for sentence in &prose.sentences {
        prop_assert_eq!(sentence.tokens.0, next);
        let tokens = prose.tokens_of(sentence);
        prop_assert_eq!(sentence.span.start, tokens[0].span.start);
        prop_assert_eq!(sentence.span.end, tokens[tokens.len() - 1].span.end);
        next = sentence.tokens.1;
    }
    prop_assert_eq!(next as usize, prose.tokens.len());
    Ok(())
}

proptest! {
    #![proptest_config(generate::config(300))]

    #[test]
    fn articles_split(text in generate::article(40), language in generate::language()) {
        check(&text, language)?;
    }

    #[test]
    fn odd_texts_split(text in generate::text(60), language in generate::language()) {
        check(&text, language)?;
    }

    #[test]
    fn any_string_splits(text in "\\PC*", language in generate::language()) {
        check(&text, language)?;
    }

    #[test]
    fn strings_of_marks_split(text in "[-|#>*_`~\\[\\]()!<&;:.,'\"“”‘’0-9aA \\n\\t+=@/]{0,200}", language in generate::language()) {
        check(&text, language)?;
    }
}
