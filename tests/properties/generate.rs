//! Random texts out of what breaks editors and parsers.

use copydesk::{
    syntax::Language,
    text::{Encoding, Position},
};
use proptest::{prelude::*, sample::select, test_runner::Config};
use std::time::Duration;

/// Line breaks, combining marks, pairs of surrogates, joined emoji, blanks that are not blanks.
const PIECES: &[&str] = &[
    "a",
    "word ",
    "é",
    "e\u{301}",
    "漢",
    "😀",
    "👩\u{200d}👩\u{200d}👧",
    "🇫🇷",
    "\n",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\u{2028}",
    "\u{85}",
    "\u{b}",
    "\u{feff}",
    "\u{a0}",
    "\t",
    "\0",
    "\u{202e}",
];

/// What articles are made of: names, claims, quotations, furniture, both syntaxes, and the seams between them.
const PROSE: &[&str] = &[
    "Anna Koroleva, the transport minister, said the talks would resume. ",
    "Koroleva said so twice. ",
    "Anna Korolyova left early. ",
    "Mr. Tom Vale of Harbor Lines Inc. told reporters: “We will win.” ",
    "“It is widely seen as a failure,” Vale said. ",
    "Experts argue that the plan will fail. ",
    "Several analysts have described the port as a ruin. ",
    "According to officials, 45 percent of 1,200 cranes are idle. ",
    "The harbor is widely regarded as lost. ",
    "“Nobody in this town has seen a crane move since the spring of last year.” ",
    "She walked home. ",
    "The minister met “her aides ",
    "in the U.S. at 5 p.m. on Sept. 3",
    ".",
    " ",
    "\"",
    "é",
    "😀",
    "\n",
    "\n\n",
    "\r\n",
    "\nShare this article\n",
    "\nRead More: Cranes of the North\n",
    "\nSubscribe to our newsletter\n",
    "\nBy Anna Koroleva\n",
    "\nLeave A Reply\n",
    "\nMonday, June 17, 2024\n",
    "\n\nWhat Comes Next\n\n",
    "\n1. To deepen the harbor:\n",
    "\n# Harbor talks\n",
    "\n- one crane\n",
    "\n| Port | View |\n|---|---|\n| North | idle |\n",
    "\n> Quoted words ",
    "\n<!-- copydesk-ignore -->\n",
    "\n<!-- copydesk-off -->\n",
    "\n<!-- copydesk-on -->\n",
    "[a link](http://x.example/a) ",
    "**bold** ",
    "`code` ",
    "\n```\n",
    "\n---\n",
    "TK ",
    "lorem ipsum ",
    "<div>",
    "[^1]",
    "www.example.com ",
    "\u{a0}",
];

pub const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// A text of up to `most` pieces.
pub fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..most).prop_map(|pieces| pieces.concat())
}

/// An article of up to `most` pieces, in either syntax.
pub fn article(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PROSE), 0..most).prop_map(|pieces| pieces.concat())
}

/// One edit: where it starts and ends, as shares of the text, and what stands there afterwards.
pub fn edit() -> impl Strategy<Value = (f64, f64, &'static str)> {
    let length = prop_oneof![3 => Just(0.0), 6 => 0.0..0.02, 1 => 0.0..0.5];
    (0.0..1.0, length, select(PROSE))
}

/// Applies an edit of [`edit`] to `text`.
pub fn apply(text: &mut String, (start, length, piece): (f64, f64, &str)) {
    let boundary = |share: f64| {
        let wanted = (share.min(1.0) * text.len() as f64) as usize;
        (0..=wanted.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
    };
    let (from, to) = (boundary(start), boundary(start + length));
    text.replace_range(from..to, piece);
}

pub fn language() -> impl Strategy<Value = Language> {
    select(vec![Language::Markdown, Language::PlainText])
}

/// A position in or around a text of a few lines.
pub fn position() -> impl Strategy<Value = Position> {
    let column = prop_oneof![9 => 0..12_u32, 1 => Just(u32::MAX)];
    let line = prop_oneof![19 => 0..12_u32, 1 => Just(u32::MAX)];
    (line, column).prop_map(|(line, character)| Position { line, character })
}

/// `cases` random cases, or as many as fit into `COPYDESK_LONG` seconds.
pub fn config(cases: u32) -> Config {
    let long = std::env::var("COPYDESK_LONG").ok().and_then(|seconds| seconds.parse().ok()).map(Duration::from_secs);
    Config { cases: if long.is_some() { u32::MAX } else { cases }, failure_persistence: None, ..Config::default() }
}
