//! Markdown that is split version after version: what stands far from an edit is not parsed again.

use super::{Parsed, article, front_matter, parsed};
use crate::{
    syntax::{
        Unchanged,
        article::{Article, Block},
    },
    text::{CommonEnds, LineIndex},
};

/// How the last version of a Markdown text was split, for the next.
#[derive(Debug, Default)]
pub(in crate::syntax) struct KeptBlocks(Option<Last>);

#[derive(Debug)]
struct Last {
    /// Length of the text in bytes and in lines.
    length: (usize, usize),
    /// Where the text begins behind its front matter.
    body: usize,
    parsed: Parsed,
}

/// A version as compared to the last.
struct Version<'a> {
    text: &'a str,
    lines: &'a LineIndex,
    common: CommonEnds,
    body: usize,
}

impl KeptBlocks {
    /// Splits `text`, which has the bytes of `common` in common with the last version; says what of it is as it was.
    pub(in crate::syntax) fn parse(
        &mut self,
        text: &str,
        lines: &LineIndex,
        common: CommonEnds,
    ) -> (Article, Unchanged) {
        let (front, body) = front_matter(text);
        let version = Version { text, lines, common, body };
        let (parsed, unchanged) = match self.0.take().and_then(|last| last.follow(&version)) {
            None => (parsed(text, body..text.len(), lines), Unchanged::default()),
            Some((parsed, Unchanged { before, after })) => {
                (parsed, Unchanged { before: before + usize::from(front.is_some()), after })
            }
        };
        let blocks = parsed.blocks.clone();
        self.0 = Some(Last { length: (text.len(), lines.len()), body, parsed });
        (article(lines, front, blocks), unchanged)
    }
}

impl Last {
    /// Goes over to `version`; says what behind the front matter is as before. `None` where all of it must be parsed.
    fn follow(self, version: &Version) -> Option<(Parsed, Unchanged)> {
        let &Version { text, lines, common, body } = version;
        let (bytes, last_lines) = self.length;
        if body != self.body || body > common.start || !self.parsed.is_local {
            return None;
        }
        let shift = (text.len() as u32).wrapping_sub(bytes as u32);
        let down = (lines.len() as u32).wrapping_sub(last_lines as u32);
        let Parsed { mut blocks, mut seams, .. } = self.parsed;

        // From a seam whose line is as it was, to one that stands behind the difference: if it still is one, all behind it
        // is as before. What begins there is read too, for it may tell what it is in its second line.
        let first = seams.partition_point(|&seam| version.is_before(seam));
        let from = first.checked_sub(1).map_or(body as u32, |last| seams[last]);
        let first = first.saturating_sub(1);
        let behind = first + seams[first..].partition_point(|&seam| seam as usize <= bytes - common.end);
        let place = |seam: Option<&u32>| seam.map_or(text.len() as u32, |seam| seam.wrapping_add(shift));
        let (end, end_of_next) = (place(seams.get(behind)), place(seams.get(behind + 1)));
        let mut new = parsed(text, from as usize..end_of_next as usize, lines);
        let is_seam = end as usize == text.len() || new.seams.binary_search(&end).is_ok();
        if !new.is_local || !is_seam {
            return None;
        }
        new.blocks.truncate(new.blocks.partition_point(|block| block.span.start < end));
        new.seams.truncate(new.seams.partition_point(|&seam| seam < end));

        let is_kept = |block: &Block| block.span.start < from;
        let (before, last_end) = (blocks.partition_point(is_kept), end.wrapping_sub(shift));
        let gone = blocks[before..].partition_point(|block| block.span.start < last_end);
        let after = blocks.len() - before - gone;
        let come = new.blocks.len();
        blocks.splice(before..before + gone, new.blocks);
        blocks[before + come..].iter_mut().for_each(|block| block.go_down(shift, down));
        let come = new.seams.len();
        seams.splice(first..behind, new.seams);
        seams[first + come..].iter_mut().for_each(|seam| *seam = seam.wrapping_add(shift));
        Some((Parsed { blocks, seams, is_local: true }, Unchanged { before, after }))
    }
}

impl Version<'_> {
    /// The line that begins at byte `start` in the last version stands as it was, to its end.
    fn is_before(&self, start: u32) -> bool {
        let next = self.lines.line_of(start) + 1;
        next < self.lines.len() && self.lines.line(self.text, next).start as usize <= self.common.start
    }
}
