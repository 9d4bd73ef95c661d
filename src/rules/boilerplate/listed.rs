//! Phrases of a list, found in the prose of an article.

use crate::{rules::Context, syntax::Block, text::Span};
use aho_corasick::{AhoCorasick, MatchKind};

/// A list of phrases that is searched for in one pass, without regard to case.
pub(super) struct Listed(Option<AhoCorasick>);

impl Listed {
    /// The phrases of a lexicon file; apostrophes also match in their typographic form.
    pub fn new(list: &str) -> Self {
        let entries = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let phrases = entries.flat_map(|entry| {
            let curly = entry.contains('\'').then(|| entry.replace('\'', "\u{2019}"));
            std::iter::once(entry.to_owned()).chain(curly)
        });
        let built =
            AhoCorasick::builder().ascii_case_insensitive(true).match_kind(MatchKind::LeftmostLongest).build(phrases);
        Self(built.ok())
    }

    /// The places where a phrase stands as whole words, each with its block. Bytes of the file.
    pub fn find<'a>(&'a self, context: &'a Context) -> impl Iterator<Item = (Span, &'a Block)> {
        let found = self.0.iter().flat_map(|phrases| phrases.find_iter(context.text));
        found.filter_map(|found| {
            let span = Span::new(found.start(), found.end());
            let block = context.article.blocks.get(context.article.block_at(span.start)?)?;
            let stands = block.kind.is_prose() && block.span.covers(span) && is_whole(context.text, span);
            stands.then_some((span, block))
        })
    }
}

/// No word goes on before or after the span.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let after = text[span.end as usize..].chars().next();
    let first = text[span.range()].chars().next();
    let last = text[span.range()].chars().next_back();
    let joined =
        |a: Option<char>, b: Option<char>| a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric);
    !joined(before, first) && !joined(last, after)
}

/// `span` stands between quotation marks of its block: somebody else's words.
pub(super) fn is_quoted(text: &str, block: &Block, span: Span) -> bool {
    let before = &text[block.span.start as usize..span.start as usize];
    let straight = before.matches('"').count();
    let opened = before.matches(['\u{201c}', '\u{00ab}']).count();
    let closed = before.matches(['\u{201d}', '\u{00bb}']).count();
    straight % 2 == 1 || opened > closed
}
