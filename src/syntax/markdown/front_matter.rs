use crate::text::Span;

/// Metadata between fences at the top of a file.
pub(super) struct FrontMatter {
    /// From the opening fence to the end of the closing one.
    pub(super) span: Span,
    /// First byte of the text after it.
    pub(super) end: usize,
    /// The value of `title`, without quotation marks.
    pub(super) title: Option<Span>,
}

/// The front matter that opens the text at byte `start`: YAML between `---` or TOML between `+++`.
pub(super) fn find(text: &str, start: usize) -> Option<FrontMatter> {
    let mut lines = Lines { text, at: start };
    let fence = ["---", "+++"].into_iter().find(|fence| text[start..].starts_with(fence))?;
    lines.next().filter(|line| line.of(text).trim_end() == fence)?;
    let mut title = None;
    while let Some(line) = lines.next() {
        let words = line.of(text).trim_end();
        if words == fence || words == "..." && fence == "---" {
            let span = Span::new(start, line.start as usize + words.len());
            return Some(FrontMatter { span, end: lines.at, title });
        }
        title = title.or_else(|| title_of(text, line, fence == "+++"));
    }
    None
}

/// The value of a line `title: …` or `title = …`.
fn title_of(text: &str, line: Span, toml: bool) -> Option<Span> {
    let words = line.of(text);
    let value = words.strip_prefix("title")?.trim_start().strip_prefix(if toml { '=' } else { ':' })?.trim();
    let bare = ['"', '\''].into_iter().find_map(|mark| value.strip_prefix(mark)?.strip_suffix(mark)).unwrap_or(value);
    let start = line.start as usize + (bare.as_ptr() as usize - words.as_ptr() as usize);
    (!bare.is_empty()).then(|| Span::new(start, start + bare.len()))
}

/// The lines of a text from a byte on, without their terminators.
struct Lines<'a> {
    text: &'a str,
    at: usize,
}

impl Iterator for Lines<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        let rest = self.text.get(self.at..).filter(|rest| !rest.is_empty())?;
        let length = memchr::memchr2(b'\n', b'\r', rest.as_bytes()).unwrap_or(rest.len());
        let terminator = match rest.as_bytes()[length..] {
            [b'\r', b'\n', ..] => 2,
            [] => 0,
            _ => 1,
        };
        let line = Span::new(self.at, self.at + length);
        self.at += length + terminator;
        Some(line)
    }
}
