//! Plain text that is split version after version: what stands far from an edit is not read again.

use super::{
    article,
    headings::{Headings, Replaced},
    line::Reader,
    piece::Piece,
    split::split,
};
use crate::{
    syntax::article::Article,
    text::{CommonEnds, LineIndex},
};

/// How the last version of a plain text was split, for the next. What it holds never changes how a text is split.
#[derive(Debug, Default)]
pub struct KeptBlocks(Option<Last>);

#[derive(Debug)]
struct Last {
    /// Length of the text in bytes and in lines.
    length: (usize, usize),
    pieces: Vec<Piece>,
    headings: Headings,
}

/// How many blocks of a version are the same as in the last, but for where they stand. The others may be too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unchanged {
    /// So many at the start.
    pub before: usize,
    /// So many at the end.
    pub after: usize,
}

impl KeptBlocks {
    /// Splits `text`, which has the bytes of `common` in common with the last version; says what of it is as it was.
    pub(in crate::syntax) fn parse(
        &mut self,
        text: &str,
        lines: &LineIndex,
        common: CommonEnds,
    ) -> (Article, Unchanged) {
        let (last, unchanged) = match self.0.take() {
            None => (Last::new(text, lines), Unchanged::default()),
            Some(last) => last.follow(text, lines, common),
        };
        let blocks = last.headings.blocks(&last.pieces);
        self.0 = Some(last);
        (article(blocks), unchanged)
    }
}

impl Last {
    fn new(text: &str, lines: &LineIndex) -> Self {
        let (pieces, _) = split(text, &Reader::new(text), lines, 0, |_| false);
        Self { headings: Headings::find(text, &pieces), length: (text.len(), lines.len()), pieces }
    }

    /// Goes over to the version `text`; says what of it is as before.
    fn follow(mut self, text: &str, lines: &LineIndex, common: CommonEnds) -> (Self, Unchanged) {
        let first = self.first_new(text, lines, common);
        let line = self.pieces.get(first).filter(|_| first > 0).map_or(0, |piece| piece.lines.0 as usize);
        let end_of_new = text.len() - common.end;
        let is_behind = |number: usize| lines.line(text, number).start as usize > end_of_new;
        let (new, end) = split(text, &Reader::of_few_lines(text), lines, line, is_behind);

        let (bytes, last_lines) = self.length;
        let last_end = (end + last_lines - lines.len()) as u32;
        let gone = self.pieces[first..].partition_point(|piece| piece.lines.0 < last_end);
        let replaced =
            Replaced { new: first..first + new.len(), gone, shift: (text.len() as u32).wrapping_sub(bytes as u32) };
        let down = (lines.len() as u32).wrapping_sub(last_lines as u32);
        self.pieces.splice(first..first + gone, new);
        self.pieces[replaced.new.end..].iter_mut().for_each(|piece| piece.go_down(replaced.shift, down));
        let (headings, marked) = Headings::find_again(text, &self.pieces, self.headings, &replaced);

        let after = (self.pieces.len() - replaced.new.end).min(self.pieces.len() - marked.end);
        let unchanged = Unchanged { before: first.min(marked.start), after };
        (Self { headings, length: (text.len(), lines.len()), ..self }, unchanged)
    }

    /// The first piece that must be read again in the version `text`: one below a blank line, before which nothing differs.
    fn first_new(&self, text: &str, lines: &LineIndex, common: CommonEnds) -> usize {
        let is_before = |piece: &Piece| {
            let line = piece.lines.0 as usize;
            line < lines.len() && lines.line(text, line).start as usize <= common.start
        };
        let mut first = self.pieces.partition_point(is_before).saturating_sub(1);
        while first > 0 && self.pieces[first - 1].lines.1 == self.pieces[first].lines.0 {
            first -= 1;
        }
        first
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        syntax::{Block, BlockKind, Language, parse},
        text::KeptText,
    };
    use proptest::{prelude::*, sample::select};

    /// Lines that become headings, paragraphs, items and rows by what stands around them, and what parts them.
    const LINES: &[&str] = &[
        "Harbor Talks Resume",
        "Harbor Talks",
        "What comes next?",
        "1. First steps:",
        "2. Plans",
        "- Cranes of the north, which nobody has counted since",
        "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring, the mayor said.",
        "Residents had asked for it since the flood of two winters ago.",
        "It was late when the last of the council left the hall and walked to",
        "the pier, where the boats of the northern fleet lay in the rain and the",
        "Photo: É. Lind/Reuters",
        "one\ttwo\tthree",
        "-----",
        "## Plans",
        "\n",
        "\n\n",
        "\r\n",
        "\r",
        "",
        "\u{a0}",
    ];

    fn words<'a>(text: &'a str, block: &Block) -> (BlockKind, &'a str) {
        (block.kind, block.span.of(text))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_version_is_split_as_if_it_were_the_first(
            lines in prop::collection::vec((select(LINES), select(&["\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", ""][..])), 0..40),
            edits in prop::collection::vec((0.0..1.0, prop_oneof![3 => Just(0.0), 1 => 0.0..0.2], select(LINES)), 1..12),
        ) {
            let mut text: String = lines.into_iter().flat_map(|(line, end)| [line, end]).collect();
            let (mut versions, mut kept) = (KeptText::default(), KeptBlocks::default());
            let mut last: Option<(String, Article)> = None;
            for (start, length, line) in edits {
                let (lines, common) = versions.follow(&text);
                let (article, Unchanged { before, after }) = kept.parse(&text, &lines, common);
                prop_assert_eq!(&article, &parse(&text, Language::PlainText));
                if let Some((last_text, last)) = last {
                    let (now, was) = (article.blocks.iter(), last.blocks.iter());
                    prop_assert!(before + after <= now.len().min(was.len()));
                    let pairs = now.clone().zip(was.clone()).take(before).chain(now.rev().zip(was.rev()).take(after));
                    for (now, was) in pairs {
                        prop_assert_eq!(words(&text, now), words(&last_text, was));
                    }
                }
                last = Some((text.clone(), article));
                let at = |share: f64| text.floor_char_boundary((share.min(1.0) * text.len() as f64) as usize);
                text = [&text[..at(start)], line, &text[at(start + length)..]].concat();
            }
        }
    }

    #[test]
    fn a_key_in_a_paragraph_leaves_the_others_as_they_are() {
        let paragraph =
            "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.\n\n";
        let mut text = paragraph.repeat(40);
        let (mut versions, mut kept) = (KeptText::default(), KeptBlocks::default());
        let (lines, common) = versions.follow(&text);
        kept.parse(&text, &lines, common);
        text.insert(paragraph.len() * 20 + 10, 'x');
        let (lines, common) = versions.follow(&text);
        let (_, unchanged) = kept.parse(&text, &lines, common);
        assert_eq!(unchanged, Unchanged { before: 18, after: 18 });
    }
}
