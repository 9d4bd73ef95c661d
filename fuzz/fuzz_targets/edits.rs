//! Edits of a rope do what they do to a string, at any position of any encoding.

#![no_main]

use copydesk::text::{Buffer, Change, Encoding, LineIndex, Position};
use copydesk_fuzz::Text;
use libfuzzer_sys::fuzz_target;

const ENCODINGS: [Encoding; 3] = [Encoding::Utf8, Encoding::Utf16, Encoding::Utf32];

#[derive(arbitrary::Arbitrary, Debug)]
struct Input {
    encoding: u8,
    edits: Vec<((u8, u8), (u8, u8), Option<Box<str>>)>,
    start: Text,
}

fuzz_target!(|input: Input| {
    let encoding = ENCODINGS[usize::from(input.encoding) % 3];
    let mut model = input.start.0;
    let mut buffer = Buffer::new(&model, 0);
    for (version, (from, to, text)) in (1..).zip(input.edits) {
        let position = |(line, column): (u8, u8)| Position { line: line.into(), character: column.into() };
        let text = text.unwrap_or_default().into_string();
        let lines = LineIndex::new(&model);
        let start = lines.offset(&model, position(from), encoding) as usize;
        let end = (lines.offset(&model, position(to), encoding) as usize).max(start);
        model.replace_range(start..end, &text);
        buffer.apply(&[Change { range: Some((position(from), position(to))), text }], version, encoding);
        assert_eq!(buffer.text(), model.as_str());
    }
    let lines = LineIndex::new(&model);
    for (offset, _) in model.char_indices().step_by(1 + model.len() / 256) {
        let position = lines.position(&model, offset as u32, encoding);
        let back = lines.offset(&model, position, encoding) as usize;
        let inside_break = model[..offset].ends_with('\r') && model[offset..].starts_with('\n');
        assert_eq!(back, offset - usize::from(inside_break));
    }
});
