//! Random texts out of what breaks editors and parsers.

use copydesk::text::{Encoding, Position};
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

pub const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

/// A text of up to `most` pieces.
pub fn text(most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(select(PIECES), 0..most).prop_map(|pieces| pieces.concat())
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
