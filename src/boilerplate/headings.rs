//! Headings of the article that are taken for furniture: those that the writer marked as headings in Markdown, those
//! that every reader knows ("Conclusion", "FAQ"), where text stands under them, and those whose words that text takes up
//! ("Log out" over "To log out of your account, …").

use super::{Kind, Lines, lexicon, words};
use crate::syntax::{Article, BlockKind, Language};
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Dates that head the parts of a timeline or a live report, at least.
const DATES: usize = 3;

/// Takes dates out of `furniture` that stand right above text, as several others do.
pub(super) fn keep_dates(lines: &Lines, furniture: &mut [bool]) {
    let heads: Vec<usize> =
        (0..lines.len().saturating_sub(1)).filter(|&at| is_date_head(lines, furniture, at)).collect();
    if heads.len() >= DATES {
        heads.iter().for_each(|&at| furniture[at] = false);
    }
}

/// Line `at` is a year, or a date without a time of day, and the line under it reads as text.
fn is_date_head(lines: &Lines, furniture: &[bool], at: usize) -> bool {
    let line = lines.lines[at];
    let date = line.phrase.is_some_and(|phrase| phrase.kind == Kind::DateStamp) && line.look.words <= 4.0;
    let text = !furniture[at + 1] && lines.lines[at + 1].look.is_closed() && lines.blank[at + 1] == 0.0;
    (date || line.look.count) && line.look.year && line.look.colon < 0.0 && text
}

/// Takes them out of `furniture`, with the lines under them that no phrase names.
pub(super) fn keep(article: &Article, lines: &Lines, furniture: &mut [bool]) {
    for at in 0..lines.len() {
        let heading = !lines.lines[at].is_sure() && is_heading(article, lines, furniture, at);
        if furniture[at] && (heading || is_taken_up(lines, furniture, at)) {
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

/// Words of the longest heading that the text under it takes up.
const LABEL: f32 = 6.0;

/// Line `at` stands over a paragraph of the body in which all its words come again.
fn is_taken_up(lines: &Lines, furniture: &[bool], at: usize) -> bool {
    let line = lines.lines[at];
    let over_body = at + 1 < lines.len() && lines.is_body(at + 1) && !furniture[at + 1];
    let label = line.look.words <= LABEL && !line.look.is_closed() && !line.topic.is_empty();
    over_body && label && line.topic.iter().all(|word| lines.lines[at + 1].topic.binary_search(word).is_ok())
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
