use crate::{
    boilerplate::Kind,
    syntax::{Article, BlockKind, Language},
    text::Span,
};
use rustc_hash::FxHashMap;

/// A heading and what stands under it. Spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The heading's words.
    pub heading: Span,
    /// 1 to 6.
    pub level: u8,
    /// From the heading to the next heading of the same or a higher level, or the end of the text.
    pub span: Span,
    /// Sections of lower level inside.
    pub children: Vec<Section>,
}

/// The sections of an article: its headings without those that are furniture.
///
/// In plain text every line above the body that could be the title is a heading of level 1 for the parser; here, where
/// the furniture is known, one of them is taken. A text without a title has its sections on level 1.
/// `mentions`: every mention of a named person, by place.
pub(super) fn sections(
    text: &str,
    article: &Article,
    furniture: &[Option<Kind>],
    mentions: &[(Span, usize)],
) -> Vec<Section> {
    let mut headings: Vec<(usize, u8)> = (article.blocks.iter().zip(furniture).enumerate())
        .filter_map(|(at, (block, kind))| match (block.kind, kind) {
            (BlockKind::Heading(level), None) => Some((at, level)),
            _ => None,
        })
        .collect();
    if article.language == Language::PlainText {
        headings.retain(|(at, _)| !is_name(article.blocks[*at].span, mentions));
        keep_one_title(text, article, furniture, &mut headings);
    }
    nest(text, headings.into_iter().map(|(at, level)| (article.blocks[at].span, level)))
}

/// Leaves of the headings of level 1 the likeliest title and where it stands again; without any, the rest moves up.
fn keep_one_title(text: &str, article: &Article, furniture: &[Option<Kind>], headings: &mut Vec<(usize, u8)>) {
    let words = |at: usize| article.blocks[at].span.of(text);
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for (at, _) in headings.iter().filter(|(_, level)| *level == 1) {
        *counts.entry(words(*at)).or_default() += 1;
    }
    let likelihood = |at: usize| {
        let again = counts.get(words(at)).is_some_and(|count| *count > 1);
        4 * u32::from(again) + 3 * u32::from(stands_over_byline(furniture, at)) + u32::from(words(at).len() >= 30)
    };
    let title = (headings.iter().filter(|(_, level)| *level == 1))
        .map(|&(at, _)| (likelihood(at), std::cmp::Reverse(at)))
        .max()
        .map(|(_, std::cmp::Reverse(at))| at);
    match title {
        Some(title) => headings.retain(|&(at, level)| level > 1 && at > title || words(at) == words(title)),
        None => headings.iter_mut().for_each(|(_, level)| *level -= 1),
    }
}

/// A byline or date stands within the next three blocks after block `at`.
fn stands_over_byline(furniture: &[Option<Kind>], at: usize) -> bool {
    let below = furniture.iter().skip(at + 1).take(3);
    below.flatten().any(|kind| matches!(kind, Kind::Byline | Kind::DateStamp))
}

/// Names of people fill most of `line`: it credits somebody.
fn is_name(line: Span, mentions: &[(Span, usize)]) -> bool {
    let first = mentions.partition_point(|(mention, _)| mention.start < line.start);
    let inside = mentions[first..].iter().take_while(|(mention, _)| mention.end <= line.end);
    inside.map(|(mention, _)| mention.len()).sum::<usize>() * 2 > line.len()
}

/// Sections under each other by level.
fn nest(text: &str, headings: impl Iterator<Item = (Span, u8)>) -> Vec<Section> {
    let mut open: Vec<Section> = Vec::new();
    let mut done = Vec::new();
    for (heading, level) in headings {
        close(&mut open, &mut done, level, heading.start);
        open.push(Section { heading, level, span: heading, children: Vec::new() });
    }
    close(&mut open, &mut done, 0, text.len() as u32);
    done
}

/// Ends at `end` every open section whose level is `level` or lower in rank.
fn close(open: &mut Vec<Section>, done: &mut Vec<Section>, level: u8, end: u32) {
    while open.last().is_some_and(|section| section.level >= level) {
        let Some(mut section) = open.pop() else { return };
        section.span.end = end;
        open.last_mut().map_or(&mut *done, |parent| &mut parent.children).push(section);
    }
}
