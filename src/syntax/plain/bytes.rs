//! Which kinds of bytes a line holds, from one look at each: it saves searching the line for what cannot stand in it.

/// A set of kinds of bytes.
#[derive(Clone, Copy)]
pub(super) struct Kinds(u8);

impl Kinds {
    /// A full stop.
    pub(super) const STOP: Self = Self(1);
    /// A question mark or an exclamation mark.
    pub(super) const CALL: Self = Self(2);
    /// A slash.
    pub(super) const SLASH: Self = Self(4);
    /// A mark that stands in addresses, menus and credits only.
    pub(super) const MARK: Self = Self(8);
    /// A byte of a character beyond ASCII.
    pub(super) const WIDE: Self = Self(16);

    /// The kinds of the bytes of `line`.
    pub(super) fn of(line: &str) -> Self {
        Self(line.bytes().fold(0, |kinds, byte| kinds | KINDS[usize::from(byte)]))
    }

    /// One of `kinds` is among them.
    pub(super) fn has(self, kinds: Self) -> bool {
        self.0 & kinds.0 != 0
    }
}

/// The kind of each byte, if it is of one.
const KINDS: [u8; 256] = {
    let mut kinds = [0; 256];
    let mut byte = 0;
    while byte < kinds.len() {
        kinds[byte] = match byte as u8 {
            b'.' => Kinds::STOP.0,
            b'?' | b'!' => Kinds::CALL.0,
            b'/' => Kinds::SLASH.0,
            b'@' | b'|' | b'{' | b'}' | b'<' | b'>' | b'=' | b'\\' | b'\t' => Kinds::MARK.0,
            0x80.. => Kinds::WIDE.0,
            _ => 0,
        };
        byte += 1;
    }
    kinds
};
