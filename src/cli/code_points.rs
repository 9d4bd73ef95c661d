use crate::text::Span;

/// Bytes between two marks.
const STRIDE: usize = 64;

/// Byte offsets of a text as code points of its file: one mark every [`STRIDE`] bytes, the rest is counted.
pub(super) struct CodePoints<'a> {
    text: &'a str,
    /// Code points before the text: its byte order mark.
    base: u32,
    /// Empty where every byte is a code point.
    marks: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    /// `marked`: a byte order mark, which `text` does not hold, stands before it in the file.
    pub fn new(text: &'a str, marked: bool) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                marks.push(count);
                count += count_points(chunk);
            }
        }
        Self { text, base: u32::from(marked), marks }
    }

    /// Code points before byte `offset`.
    pub fn at(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        let mark = (offset / STRIDE).min(self.marks.len().saturating_sub(1));
        let before = match self.marks.get(mark) {
            Some(before) => before + count_points(&self.text.as_bytes()[mark * STRIDE..offset]),
            None => offset as u32,
        };
        self.base + before
    }

    /// The text of `span`.
    pub fn text_of(&self, span: Span) -> &'a str {
        span.of(self.text)
    }
}

fn count_points(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}
