use super::{
    Encoding, Position, Span,
    breaks::{add_line_starts, line_starts},
    ends::CommonEnds,
    units::{Units, floor_boundary},
};

/// Where the lines of a text start: at its beginning and after each CRLF, LF or lone CR.
///
/// Built once a snapshot; converts byte offsets to positions and back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<u32>,
    units: Units,
}

impl LineIndex {
    /// The index of `text`.
    pub fn new(text: &str) -> Self {
        Self { starts: line_starts(text.as_bytes()), units: Units::new(text) }
    }

    /// The index of `text`, where this one is of its last version, of `length` bytes: the two have the bytes of `common` in
    /// common.
    pub(super) fn again(&self, length: usize, text: &str, common: CommonEnds) -> Self {
        let is_kept = |&start: &u32| start == 0 || (start as usize) < common.start;
        let is_behind = |&start: &u32| start as usize > length - common.end;
        let (before, after) = (self.starts.partition_point(is_kept), self.starts.partition_point(|at| !is_behind(at)));
        let mut starts = Vec::with_capacity(self.starts.len() + 1);
        starts.extend_from_slice(&self.starts[..before]);
        let range = common.start.saturating_sub(1)..text.len() - common.end;
        add_line_starts(text.as_bytes(), range, &mut starts);
        let shift = (text.len() as u32).wrapping_sub(length as u32);
        starts.extend(self.starts[after..].iter().map(|start| start.wrapping_add(shift)));
        Self { starts, units: self.units.again(text, common) }
    }

    /// Number of lines; an empty text has one.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Never: every text has a line.
    pub fn is_empty(&self) -> bool {
        false
    }

    /// The line (from zero) that holds byte `offset`; offsets past the end lie in the last.
    pub fn line_of(&self, offset: u32) -> usize {
        self.starts.partition_point(|&start| start <= offset) - 1
    }

    /// Bytes of line `line` without its terminator. Empty at the end of the text for lines past it.
    pub fn line(&self, text: &str, line: usize) -> Span {
        let Some(&start) = self.starts.get(line) else {
            return Span::new(text.len(), text.len());
        };
        let Some(&next) = self.starts.get(line + 1) else {
            return Span::new(start as usize, text.len());
        };
        let crlf = text.as_bytes().get(..next as usize).is_some_and(|before| before.ends_with(b"\r\n"));
        Span { start, end: next - if crlf { 2 } else { 1 } }
    }

    /// The position of byte `offset`: past the end of the text, its end; between CR and LF, the end of the line;
    /// inside a character, its start.
    pub fn position(&self, text: &str, offset: u32, encoding: Encoding) -> Position {
        self.position_in(self.line_of(offset), text, offset, encoding)
    }

    /// The positions where `span` starts and ends. Looks for the line of the end only where it is another one.
    pub fn range(&self, text: &str, span: Span, encoding: Encoding) -> (Position, Position) {
        let first = self.line_of(span.start);
        let next = self.starts.get(first + 1);
        let last = if next.is_none_or(|&next| span.end < next) { first } else { self.line_of(span.end) };
        let position = |line, offset| self.position_in(line, text, offset, encoding);
        (position(first, span.start), position(last, span.end))
    }

    /// The position of byte `offset`, which lies in `line`.
    fn position_in(&self, line: usize, text: &str, offset: u32, encoding: Encoding) -> Position {
        let span = self.line(text, line);
        let upto = floor_boundary(text, offset.min(span.end) as usize);
        let character = self.units.between(text, span.start as usize..upto, encoding);
        Position { line: line as u32, character: character as u32 }
    }

    /// The byte offset of `position`: a line past the end gives the end of the text, a column past the end the end of
    /// the line before its terminator, a column inside a character the character's start.
    pub fn offset(&self, text: &str, position: Position, encoding: Encoding) -> u32 {
        if position.line as usize >= self.starts.len() {
            return text.len() as u32;
        }
        let span = self.line(text, position.line as usize);
        let before = self.units.before(text, span.start as usize, encoding);
        let offset = self.units.offset(text, before.saturating_add(position.character as usize), encoding);
        (offset as u32).min(span.end)
    }
}
