use super::{Encoding, ends::CommonEnds};
use std::ops::Range;

/// Bytes between two marks.
const STRIDE: usize = 512;

/// Bytes whose count a single byte holds, and that fill whole registers.
pub(super) const FEW: usize = 128;

/// How many units of each encoding stand before a byte: one mark every [`STRIDE`] bytes, the rest is counted. So a
/// conversion costs the same in a line of ten bytes and one of ten megabytes. An ASCII text needs no marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Units {
    marks: Vec<Count>,
}

/// Units before a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    points: u32,
    utf16: u32,
}

impl Units {
    pub(super) fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self::default();
        }
        let mut before = Count::default();
        let marks = text.as_bytes().chunks(STRIDE).map(|chunk| {
            let mark = before;
            before = before.plus(chunk);
            mark
        });
        Self { marks: marks.collect() }
    }

    /// Those of `text`, of whose last version these are: the two have the bytes of `common` in common.
    pub(super) fn again(&self, text: &str, common: CommonEnds) -> Self {
        let bytes = text.as_bytes();
        if self.marks.is_empty() && common.between(bytes).is_ascii() {
            return Self::default();
        }
        let known = (common.start / STRIDE + 1).min(bytes.len().div_ceil(STRIDE)).min(self.marks.len());
        let mut marks = self.marks[..known].to_vec();
        let mut before = marks.pop().unwrap_or_default();
        for chunk in bytes[marks.len() * STRIDE..].chunks(STRIDE) {
            marks.push(before);
            before = before.plus(chunk);
        }
        let is_ascii = before.points as usize == bytes.len();
        Self { marks: if is_ascii { Vec::new() } else { marks } }
    }

    /// Units of `encoding` before byte `offset` of the text.
    pub(super) fn before(&self, text: &str, offset: usize, encoding: Encoding) -> usize {
        if encoding == Encoding::Utf8 || self.marks.is_empty() {
            return offset;
        }
        let chunk = (offset / STRIDE).min(self.marks.len() - 1);
        self.marks[chunk].plus(&text.as_bytes()[chunk * STRIDE..offset]).of(encoding)
    }

    /// Units of `encoding` in the bytes of `range` of the text.
    pub(super) fn between(&self, text: &str, range: Range<usize>, encoding: Encoding) -> usize {
        if encoding == Encoding::Utf8 || self.marks.is_empty() {
            return range.len();
        }
        if range.len() <= STRIDE {
            let bytes = &text.as_bytes()[range];
            return if bytes.is_ascii() { bytes.len() } else { Count::default().plus(bytes).of(encoding) };
        }
        self.before(text, range.end, encoding) - self.before(text, range.start, encoding)
    }

    /// The last character boundary of the text with at most `units` units of `encoding` before it.
    pub(super) fn offset(&self, text: &str, units: usize, encoding: Encoding) -> usize {
        if encoding == Encoding::Utf8 || self.marks.is_empty() {
            return floor_boundary(text, units);
        }
        let chunk = self.marks.partition_point(|mark| mark.of(encoding) <= units).saturating_sub(1);
        let from = floor_boundary(text, chunk * STRIDE);
        let mut at = from;
        let mut count = self.before(text, from, encoding);
        for c in text[from..].chars() {
            count += encoding.units(c);
            if count > units {
                break;
            }
            at += c.len_utf8();
        }
        at
    }
}

impl Count {
    /// The count after `bytes` more.
    fn plus(self, bytes: &[u8]) -> Self {
        let points = count(bytes, |byte| byte & 0xc0 != 0x80);
        let pairs = count(bytes, |byte| byte >= 0xf0);
        Self { points: self.points + points, utf16: self.utf16 + points + pairs }
    }

    fn of(self, encoding: Encoding) -> usize {
        match encoding {
            Encoding::Utf16 => self.utf16 as usize,
            _ => self.points as usize,
        }
    }
}

/// How many of `bytes` are so. Counts in single bytes as long as they hold it: many at a time.
fn count(bytes: &[u8], is: impl Fn(u8) -> bool) -> u32 {
    let of_few = |few: &[u8]| few.iter().fold(0_u8, |count, &byte| count + u8::from(is(byte)));
    bytes.chunks(FEW).map(|few| u32::from(of_few(few))).sum()
}

/// The last character boundary of `text` at or before byte `offset`.
pub(super) fn floor_boundary(text: &str, offset: usize) -> usize {
    let mut at = offset.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}
