use super::{
    article::{Article, Language},
    markdown, plain,
};
use crate::text::{CommonEnds, LineIndex};

/// How the last version of a text was split, for the next: what stands far from an edit is not read again. What it holds
/// never changes how a text is split.
#[derive(Debug, Default)]
pub struct KeptBlocks {
    plain: plain::KeptBlocks,
    markdown: markdown::KeptBlocks,
}

/// How many blocks of a version are the same as in the last, but for where they stand. Others may be too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unchanged {
    /// So many at the start.
    pub before: usize,
    /// So many at the end.
    pub after: usize,
}

impl KeptBlocks {
    /// Splits `text`, which has the bytes of `common` in common with the last version, into blocks; says what of them is as
    /// it was.
    pub fn parse(
        &mut self,
        text: &str,
        lines: &LineIndex,
        language: Language,
        common: CommonEnds,
    ) -> (Article, Unchanged) {
        match language {
            Language::Markdown => self.markdown.parse(text, lines, common),
            Language::PlainText => self.plain.parse(text, lines, common),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        syntax::{Block, BlockKind, parse},
        text::{KeptText, Span},
    };
    use proptest::{prelude::*, sample::select};

    /// Lines that are headings, paragraphs, items or rows by what stands around them.
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
        "\u{a0}",
    ];

    /// The same, as Markdown has them.
    const MARKED: &[&str] = &[
        "The *council* voted on [Tuesday](https://example.org/vote) to rebuild the wall.",
        "The mayor[^1] said so in [the minutes][minutes] and in `code`.",
        "# Harbor *Talks*",
        "===",
        "---",
        "- Cranes",
        "  - Boats",
        "    that lie in the rain",
        "1. First",
        "> Nobody has counted the cranes.",
        "```",
        "    let wall = 1;",
        "<!-- copydesk-off -->",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "| Port | Cranes |",
        "|---|---|",
        "***",
    ];

    /// What is used elsewhere.
    const DEFINITIONS: &[&str] = &["[minutes]: https://example.org/minutes", "[^1]: Since spring."];

    const ENDS: &[&str] = &["\n", "\n\n", "\n\n", "\n\n", "\r\n", "\r\n\r\n", "\r", ""];

    /// What is typed in the middle of a line.
    const TYPED: &[&str] = &["", " ", "x", "é", "\n", "\n\n", "\r\n", "\r", "    ", "*", "`", "[", "]: x"];

    type Line = (&'static str, &'static str);
    type Edit = (f64, f64, &'static str);

    fn content<'a>(text: &'a str, block: &'a Block) -> (BlockKind, &'a str, &'a [Span]) {
        (block.kind, block.span.of(text), &block.markup)
    }

    fn check(language: Language, lines: Vec<(&str, &str)>, edits: Vec<(f64, f64, &str)>) -> Result<(), TestCaseError> {
        let mut text: String = lines.into_iter().flat_map(|(line, end)| [line, end]).collect();
        let (mut versions, mut kept) = (KeptText::default(), KeptBlocks::default());
        let mut last: Option<(String, Article)> = None;
        for (start, length, piece) in edits {
            let (lines, common) = versions.follow(&text);
            let (article, Unchanged { before, after }) = kept.parse(&text, &lines, language, common);
            prop_assert_eq!(&article, &parse(&text, language));
            if let Some((last_text, last)) = last {
                let (now, was) = (article.blocks.iter(), last.blocks.iter());
                prop_assert!(before + after <= now.len().min(was.len()));
                let pairs = now.clone().zip(was.clone()).take(before).chain(now.rev().zip(was.rev()).take(after));
                for (now, was) in pairs {
                    prop_assert_eq!(content(&text, now), content(&last_text, was));
                }
            }
            last = Some((text.clone(), article));
            let at = |share: f64| text.floor_char_boundary((share.min(1.0) * text.len() as f64) as usize);
            text = [&text[..at(start)], piece, &text[at(start + length)..]].concat();
        }
        Ok(())
    }

    /// Lines of one of the lists, each with what ends it, and edits: where, how much goes, and what comes.
    fn versions(lists: &[Vec<&'static str>]) -> impl Strategy<Value = (Vec<Line>, Vec<Edit>)> {
        select(lists.to_vec()).prop_flat_map(|list| {
            let piece = prop_oneof![select(list.clone()), select(TYPED)];
            let edit = (0.0..1.0, prop_oneof![3 => Just(0.0), 1 => 0.0..0.2], piece);
            (prop::collection::vec((select(list), select(ENDS)), 0..40), prop::collection::vec(edit, 1..12))
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_version_of_plain_text_is_split_as_if_it_were_the_first((lines, edits) in versions(&[LINES.to_vec()])) {
            check(Language::PlainText, lines, edits)?;
        }

        #[test]
        fn every_version_of_markdown_is_split_as_if_it_were_the_first(
            front in select(&["", "", "---\ntitle: Walls\n---\n", "---\n", "\u{feff}"][..]),
            (lines, edits) in versions(&[[LINES, MARKED].concat(), [LINES, MARKED, DEFINITIONS].concat()]),
        ) {
            check(Language::Markdown, [vec![(front, "")], lines].concat(), edits)?;
        }
    }

    #[test]
    fn a_key_in_a_paragraph_leaves_the_others_as_they_are() {
        let paragraph =
            "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring.\n\n";
        for (language, unchanged) in [
            (Language::PlainText, Unchanged { before: 18, after: 18 }),
            (Language::Markdown, Unchanged { before: 19, after: 19 }),
        ] {
            let mut text = paragraph.repeat(40);
            let (mut versions, mut kept) = (KeptText::default(), KeptBlocks::default());
            let (lines, common) = versions.follow(&text);
            kept.parse(&text, &lines, language, common);
            text.insert(paragraph.len() * 20 + 10, 'x');
            let (lines, common) = versions.follow(&text);
            assert_eq!(kept.parse(&text, &lines, language, common).1, unchanged);
        }
    }
}
