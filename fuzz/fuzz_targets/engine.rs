//! The whole engine: everything it says lies in the text, and after an edit it says what it would say from scratch.

#![no_main]

use copydesk::analysis::Memo;
use copydesk_fuzz::{Text, analysis, assert_lies_in, language};
use libfuzzer_sys::fuzz_target;

#[derive(arbitrary::Arbitrary, Debug)]
struct Input {
    is_markdown: bool,
    at: u16,
    length: u8,
    typed: Box<str>,
    start: Text,
}

fuzz_target!(|input: Input| {
    let (mut text, language) = (input.start.0, language(input.is_markdown));
    let mut memo = Memo::default();
    assert_lies_in(&text, &analysis(&text, language, &mut memo));

    let at = text.floor_char_boundary(usize::from(input.at) % (text.len() + 1));
    let end = text.floor_char_boundary((at + usize::from(input.length)).min(text.len())).max(at);
    text.replace_range(at..end, &input.typed);
    let incremental = analysis(&text, language, &mut memo);
    assert_lies_in(&text, &incremental);
    assert_eq!(incremental, analysis(&text, language, &mut Memo::default()));
});
