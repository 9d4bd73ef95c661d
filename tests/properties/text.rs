//! Ropes and positions against a plain string and counting from its start.

use crate::generate::{self, ENCODINGS};
use copydesk::text::{Buffer, Change, Encoding, LineIndex, Position, Span};
use proptest::prelude::*;

/// Starts of lines, found character by character.
fn line_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![0];
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let pair = c == '\r' && chars.peek().is_some_and(|&(_, next)| next == '\n');
        if (c == '\n' || c == '\r') && !pair {
            starts.push(at + 1);
        }
    }
    starts
}

/// The byte of `position`, by the words of the protocol.
fn byte_of(text: &str, position: Position, encoding: Encoding) -> usize {
    let starts = line_starts(text);
    let Some(&start) = starts.get(position.line as usize) else { return text.len() };
    let mut units = 0;
    for (at, c) in text[start..].char_indices() {
        units += encoding.units(c);
        if c == '\n' || c == '\r' || units > position.character as usize {
            return start + at;
        }
    }
    text.len()
}

proptest! {
    #![proptest_config(generate::config(400))]

    #[test]
    fn edits_do_what_they_do_to_a_string(
        start in generate::text(40),
        edits in prop::collection::vec((generate::position(), generate::position(), generate::text(6), 0..3_usize, prop::bool::weighted(0.05)), 1..25),
    ) {
        let mut model = start.clone();
        let mut buffer = Buffer::new(&start, 0);
        for (number, (from, to, text, encoding, whole)) in edits.into_iter().enumerate() {
            let encoding = ENCODINGS[encoding];
            if whole {
                model = text.clone();
            } else {
                let from = byte_of(&model, from, encoding);
                let to = byte_of(&model, to, encoding).max(from);
                model.replace_range(from..to, &text);
            }
            let range = (!whole).then_some((from, to));
            buffer.apply(&[Change { range, text }], number as i32 + 1, encoding);
            prop_assert_eq!(buffer.text(), model.as_str());
            prop_assert_eq!(buffer.len(), model.len());
        }
    }

    #[test]
    fn positions_lead_back_to_their_bytes(text in generate::text(1_500)) {
        let lines = LineIndex::new(&text);
        prop_assert_eq!(lines.len(), line_starts(&text).len());
        for encoding in ENCODINGS {
            for (offset, _) in text.char_indices().chain([(text.len(), ' ')]).step_by(1 + text.len() / 300) {
                let inside_break = offset > 0 && text[..offset].ends_with('\r') && text[offset..].starts_with('\n');
                let position = lines.position(&text, offset as u32, encoding);
                let back = lines.offset(&text, position, encoding) as usize;
                prop_assert_eq!(back, if inside_break { offset - 1 } else { offset });
            }
        }
    }

    #[test]
    fn any_position_is_clamped_as_the_protocol_says(text in generate::text(60), position in generate::position(), encoding in 0..3_usize) {
        let encoding = ENCODINGS[encoding];
        let lines = LineIndex::new(&text);
        prop_assert_eq!(lines.offset(&text, position, encoding) as usize, byte_of(&text, position, encoding));
    }

    #[test]
    fn a_span_is_found_where_its_ends_are(text in generate::text(600), from in 0..900_u32, length in 0..700_u32) {
        let lines = LineIndex::new(&text);
        let span = Span { start: from, end: from + length };
        for encoding in ENCODINGS {
            let ends = (lines.position(&text, span.start, encoding), lines.position(&text, span.end, encoding));
            prop_assert_eq!(lines.range(&text, span, encoding), ends);
        }
    }

    #[test]
    fn any_offset_has_a_position(text in generate::text(60), offset in 0..400_u32) {
        let lines = LineIndex::new(&text);
        for encoding in ENCODINGS {
            let position = lines.position(&text, offset, encoding);
            let back = lines.offset(&text, position, encoding);
            prop_assert!(back <= offset.min(text.len() as u32));
            prop_assert!(text.is_char_boundary(back as usize));
        }
    }
}

/// A line of ten megabytes takes edits and positions as a short one does.
#[test]
fn one_long_line_costs_what_a_short_one_does() {
    let text = "naïve words 😀 ".repeat(600_000);
    let started = std::time::Instant::now();
    let mut buffer = Buffer::new(&text, 0);
    let lines = LineIndex::new(&text);
    let units = text.encode_utf16().count() as u32;
    for number in 0..2_000 {
        let position = Position { line: 0, character: units / 2_000 * number };
        let change = Change { range: Some((position, position)), text: "é".into() };
        buffer.apply(&[change], number as i32, Encoding::Utf16);
        let offset = lines.offset(&text, position, Encoding::Utf16);
        assert!(lines.position(&text, offset, Encoding::Utf16).character <= position.character);
    }
    assert_eq!(buffer.len(), text.len() + 2 * 2_000);
    assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
}
