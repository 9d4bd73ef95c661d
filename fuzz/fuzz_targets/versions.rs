//! Version after version, a text is split and its lines are found as if each were the first.

#![no_main]

use copydesk::{
    syntax::{KeptBlocks, parse},
    text::{KeptText, LineIndex},
};
use copydesk_fuzz::{Text, language};
use libfuzzer_sys::fuzz_target;

#[derive(arbitrary::Arbitrary, Debug)]
struct Input {
    is_markdown: bool,
    edits: Vec<(u16, u8, Piece)>,
    start: Text,
}

#[derive(arbitrary::Arbitrary, Debug)]
enum Piece {
    Typed(char),
    Mark(u8),
    Pasted(Box<str>),
}

/// What changes how other lines are read.
const MARKS: &[&str] = &[
    "\n", "\n\n", "\r", "\r\n", "    ", "\t", "```\n", "> ", "- ", "1. ", "# ", "---\n", "===\n", "<!--", "-->",
    "<div>\n", "|", "[a]: b\n",
];

fuzz_target!(|input: Input| {
    let (mut text, language) = (input.start.0, language(input.is_markdown));
    let (mut versions, mut blocks) = (KeptText::default(), KeptBlocks::default());
    let mut check = |text: &str| {
        let (lines, common) = versions.follow(text);
        assert_eq!(lines, LineIndex::new(text));
        assert_eq!(blocks.parse(text, &lines, language, common).0, parse(text, language));
    };
    check(&text);
    for (at, length, piece) in input.edits.into_iter().take(16) {
        let at = text.floor_char_boundary(usize::from(at) % (text.len() + 1));
        let end = text.floor_char_boundary((at + usize::from(length / 8)).min(text.len())).max(at);
        match piece {
            Piece::Typed(typed) => text.replace_range(at..end, typed.encode_utf8(&mut [0; 4])),
            Piece::Mark(number) => text.replace_range(at..end, MARKS[usize::from(number) % MARKS.len()]),
            Piece::Pasted(pasted) => text.replace_range(at..end, &pasted),
        }
        check(&text);
    }
});
