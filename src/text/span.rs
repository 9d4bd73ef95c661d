use std::ops::Range;

/// A half-open range of byte offsets, on character boundaries of the text it belongs to.
///
/// What the offsets count from (the file or a block) is said where a span is stored.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// First byte after the span.
    pub end: u32,
}

impl Span {
    /// The span of `start..end`; an end before the start gives an empty span at the start.
    pub fn new(start: usize, end: usize) -> Self {
        let start = clamp(start);
        Self { start, end: clamp(end).max(start) }
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Holds no byte.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// As a range to index a string with.
    pub fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text of the span. Empty when the span does not lie in `text`.
    pub fn of(self, text: &str) -> &str {
        text.get(self.range()).unwrap_or("")
    }

    /// The same span counted from `base` bytes earlier: block-relative to file offsets.
    pub fn shift(self, base: u32) -> Self {
        Self { start: self.start + base, end: self.end + base }
    }

    /// The same span so many bytes later, modulo 2³².
    pub fn moved(self, bytes: u32) -> Self {
        Self { start: self.start.wrapping_add(bytes), end: self.end.wrapping_add(bytes) }
    }

    /// The same span counted from `base`: file offsets to block-relative.
    pub fn relative_to(self, base: u32) -> Self {
        Self { start: self.start.saturating_sub(base), end: self.end.saturating_sub(base) }
    }

    /// `offset` lies in the span, its end excluded.
    pub fn contains(self, offset: u32) -> bool {
        self.start <= offset && offset < self.end
    }

    /// `offset` lies in the span or at its end: where a cursor touches it.
    pub fn touches(self, offset: u32) -> bool {
        self.start <= offset && offset <= self.end
    }

    /// Every byte of `other` lies in the span.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that covers both.
    pub fn join(self, other: Span) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

fn clamp(offset: usize) -> u32 {
    u32::try_from(offset).unwrap_or(u32::MAX)
}
