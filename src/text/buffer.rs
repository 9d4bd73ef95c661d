use super::{Encoding, Position, lines::column_to_byte};
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
        let to = self.char_at(end, encoding).max(from);
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
        let text = std::borrow::Cow::from(self.rope.line(line));
        let body = text.trim_end_matches(['\r', '\n']);
        let byte = column_to_byte(body, position.character as usize, encoding);
        self.rope.line_to_char(line) + text[..byte].chars().count()
    }
}
