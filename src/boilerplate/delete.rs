//! Deleting blocks whole: what is cut out of the file, and what stays in order around it.

use crate::{
    syntax::{Article, BlockKind, Language},
    text::Span,
};
use std::ops::Range;

/// What to cut out of the file so that `blocks` (indices of neighbours) are gone: their lines, and as many of the
/// blank lines around them as would be left doubled. `None` where other text stands on their lines or hangs on them,
/// and for an empty range. Bytes of the file.
pub fn deletion(text: &str, article: &Article, blocks: Range<usize>) -> Option<Span> {
    let run = article.blocks.get(blocks.clone())?;
    let span = Span { start: run.first()?.span.start, end: run.last()?.span.end };
    let mut lines =
        Lines { text, start: line_start(text, span.start as usize), end: line_end(text, span.end as usize) };
    if article.language == Language::Markdown {
        if run.iter().any(|block| matches!(block.kind, BlockKind::Heading(_))) {
            lines.take_underline();
        }
        if lines.parent_of_what_follows(span.start as usize) {
            return None;
        }
    }
    let before = blocks.start.checked_sub(1).and_then(|index| article.blocks.get(index));
    let after = article.blocks.get(blocks.end);
    let shared = before.is_some_and(|block| block.span.end as usize > lines.start)
        || after.is_some_and(|block| (block.span.start as usize) < lines.end);
    (!shared).then(|| lines.close_gap(article.language))
}

/// Whole lines that go.
struct Lines<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

impl Lines<'_> {
    /// Takes the line of `===` or `---` under a setext heading with it.
    fn take_underline(&mut self) {
        let end = line_end(self.text, self.end);
        let line = self.text[self.end..end].trim();
        if !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-')) {
            self.end = end;
        }
    }

    /// The line after the deleted ones is indented more than they are, so it would hang on something else. `words`:
    /// where the words of the first deleted line start.
    fn parent_of_what_follows(&self, words: usize) -> bool {
        let next = self.text[self.end..].lines().find(|line| !line.trim().is_empty()).unwrap_or("");
        let indent = next.len() - next.trim_start().len();
        let own = &self.text[self.start..words];
        let own_indent = own.len() - own.trim_start().len();
        own_indent < own.len() && indent > own_indent
    }

    /// The lines and the blank lines that would be left doubled. Where two blocks of Markdown would run into one, the
    /// last line break stays.
    fn close_gap(self, language: Language) -> Span {
        let before = self.blank_start();
        let after = self.blank_end();
        if before == 0 {
            return Span::new(0, after);
        }
        if after == self.text.len() {
            return Span::new(before, after);
        }
        if before == self.start && after == self.end && language == Language::Markdown {
            return Span::new(self.start, self.end - terminator(&self.text[..self.end]));
        }
        let above = count_lines(&self.text[before..self.start]);
        let below = count_lines(&self.text[self.end..after]);
        let mut end = self.end;
        for _ in 0..above.min(below) {
            end = line_end(self.text, end);
        }
        Span::new(self.start, end)
    }

    /// Where the blank lines before the lines begin.
    fn blank_start(&self) -> usize {
        let mut start = self.start;
        while start > 0 {
            let line = line_start(self.text, start - terminator(&self.text[..start]));
            if !self.text[line..start].trim().is_empty() {
                break;
            }
            start = line;
        }
        start
    }

    /// Where the blank lines after the lines end.
    fn blank_end(&self) -> usize {
        let mut end = self.end;
        while end < self.text.len() {
            let next = line_end(self.text, end);
            if !self.text[end..next].trim().is_empty() {
                break;
            }
            end = next;
        }
        end
    }
}

/// Start of the line that holds the character before `offset`, or that begins at `offset`.
fn line_start(text: &str, offset: usize) -> usize {
    memchr::memrchr2(b'\n', b'\r', &text.as_bytes()[..offset]).map_or(0, |at| at + 1)
}

/// End of the line that holds `offset`, its terminator included.
fn line_end(text: &str, offset: usize) -> usize {
    let bytes = text.as_bytes();
    match memchr::memchr2(b'\n', b'\r', &bytes[offset..]) {
        None => bytes.len(),
        Some(at) => {
            let at = offset + at;
            at + if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') { 2 } else { 1 }
        }
    }
}

/// Length of the line terminator at the end of `text`.
fn terminator(text: &str) -> usize {
    match text.as_bytes() {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n' | b'\r'] => 1,
        _ => 0,
    }
}

fn count_lines(blank: &str) -> usize {
    let mut at = 0;
    let mut count = 0;
    while at < blank.len() {
        at = line_end(blank, at);
        count += 1;
    }
    count
}
