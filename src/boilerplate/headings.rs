//! Headings of the article that the trees take for furniture: those that the writer marked as headings in Markdown, and
//! those that every reader knows ("Conclusion", "FAQ"), where text stands under them.

use super::{Lines, lexicon, words};
use crate::syntax::{Article, BlockKind, Language};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Takes them out of `furniture`, with the lines under them that no phrase names.
pub(super) fn keep(article: &Article, lines: &Lines, furniture: &mut [bool]) {
    for at in 0..lines.len() {
        if furniture[at] && !lines.lines[at].is_sure() && is_heading(article, lines, furniture, at) {
            furniture[at] = false;
            keep_section(lines, &mut furniture[at + 1..], at + 1);
        }
    }
}

/// The lines right under a heading are of its section up to the first that is not taken for furniture or that a phrase
/// names. `rest[i]` is line `from + i`.
fn keep_section(lines: &Lines, rest: &mut [bool], from: usize) {
    let unnamed = |(at, taken): &(usize, &mut bool)| **taken && lines.lines[from + at].phrase.is_none();
    rest.iter_mut().enumerate().take_while(unnamed).take(SECTION).for_each(|(_, taken)| *taken = false);
}

/// Lines under a heading that are kept with it, at most.
const SECTION: usize = 2;

fn is_heading(article: &Article, lines: &Lines, furniture: &[bool], at: usize) -> bool {
    let marked = article.language == Language::Markdown && matches!(article.blocks[at].kind, BlockKind::Heading(_));
    let text = |at: usize| !furniture[at] && (lines.lines[at].look.is_closed() || lines.lines[at].look.bullet);
    let above_text = lines.len() > at + 1 && text(at + 1);
    marked || above_text && KNOWN.contains(&lines.lines[at].whole)
}

/// Hashes of the known headings, as [`super::BlockLine`] hashes its whole line.
static KNOWN: LazyLock<FxHashSet<u32>> = LazyLock::new(|| {
    let hash = |entry: &str| {
        let mut line = Vec::new();
        words::split(entry, &mut line);
        words::line_hash(&line)
    };
    lexicon::entries(include_str!("lexicon/words/headings.txt")).map(hash).collect()
});
