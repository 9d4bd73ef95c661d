use super::{Encoding, Position};
use ropey::Rope;

/// One change of a document, as a client sends it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What is replaced; `None`: the whole text.
    pub range: Option<(Position, Position)>,
    /// What stands there afterwards.
    pub text: String,
}

/// A text under edit: a rope and the client's version number of it.
#[derive(Clone, Debug)]
pub struct Buffer {
    rope: Rope,
    version: i32,
}

impl Buffer {
    /// A buffer of `text` at `version`.
    pub fn new(text: &str, version: i32) -> Self {
        Self { rope: Rope::from_str(text), version }
    }

    /// The client's number of the text as it stands.
    pub fn version(&self) -> i32 {
        self.version
    }

    /// Applies the changes of one notification in their order, each to the text that the one before it left. Positions
    /// outside the text are clamped as the protocol says; a range whose end lies before its start is empty at its start.
    pub fn apply(&mut self, changes: &[Change], version: i32, encoding: Encoding) {
        for change in changes {
            match change.range {
                None => self.rope = Rope::from_str(&change.text),
                Some((start, end)) => self.replace(start, end, &change.text, encoding),
            }
        }
        self.version = version;
    }

    /// The whole text.
    pub fn text(&self) -> String {
        String::from(&self.rope)
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.rope.len_bytes()
    }

    /// Holds no text.
    pub fn is_empty(&self) -> bool {
        self.rope.len_bytes() == 0
    }

    fn replace(&mut self, start: Position, end: Position, text: &str, encoding: Encoding) {
        let from = self.char_at(start, encoding);
        let to = if start == end { from } else { self.char_at(end, encoding).max(from) };
        if from < to {
            self.rope.remove(from..to);
        }
        if !text.is_empty() {
            self.rope.insert(from, text);
        }
    }

    fn char_at(&self, position: Position, encoding: Encoding) -> usize {
        let line = position.line as usize;
        if line >= self.rope.len_lines() {
            return self.rope.len_chars();
        }
        let start = self.rope.line_to_char(line);
        let column = position.character as usize;
        let at = match encoding {
            Encoding::Utf8 => {
                let byte = self.rope.line_to_byte(line).saturating_add(column);
                self.rope.byte_to_char(byte.min(self.rope.len_bytes()))
            }
            Encoding::Utf16 => {
                let unit = self.rope.char_to_utf16_cu(start).saturating_add(column);
                self.rope.utf16_cu_to_char(unit.min(self.rope.len_utf16_cu()))
            }
            Encoding::Utf32 => start.saturating_add(column),
        };
        at.min(self.line_end(line))
    }

    /// The character index of the end of `line`, before its terminator.
    fn line_end(&self, line: usize) -> usize {
        let start = self.rope.line_to_char(line);
        let end = self.rope.line_to_char(line + 1);
        if line + 1 == self.rope.len_lines() {
            return end;
        }
        let crlf = end >= start + 2 && self.rope.char(end - 2) == '\r' && self.rope.char(end - 1) == '\n';
        if crlf { end - 2 } else { end - 1 }
    }
}
