use crate::{
    boilerplate::Kind,
    syntax::{Article, BlockKind},
    text::Span,
};

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

/// The sections of an article, without headings that are furniture.
pub(super) fn sections(text: &str, article: &Article, furniture: &[Option<Kind>]) -> Vec<Section> {
    let mut open: Vec<Section> = Vec::new();
    let mut done = Vec::new();
    for (block, kind) in article.blocks.iter().zip(furniture) {
        let (BlockKind::Heading(level), None) = (block.kind, kind) else { continue };
        close(&mut open, &mut done, level, block.span.start);
        open.push(Section { heading: block.span, level, span: block.span, children: Vec::new() });
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
