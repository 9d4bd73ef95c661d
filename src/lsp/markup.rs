//! Text for a person to read, as Markdown or plain text. Words from articles are escaped here, so that an article
//! cannot put links, images, HTML or commands into an editor.

use tower_lsp::ls_types::{MarkupContent, MarkupKind};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Strong(String),
    Link(String, String),
}

/// A line of text in pieces.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Line(Vec<Piece>);

/// Paragraphs and lists.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Markup(Vec<Block>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Block {
    Paragraph(Line),
    List(Vec<Line>),
}

impl Line {
    /// A line that begins with `text`.
    pub(super) fn of(text: impl Into<String>) -> Self {
        Self::default().text(text)
    }

    /// Goes on with plain words.
    pub(super) fn text(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Text(text.into()));
        self
    }

    /// Goes on with emphasised words.
    pub(super) fn strong(mut self, text: impl Into<String>) -> Self {
        self.0.push(Piece::Strong(text.into()));
        self
    }

    /// Goes on with a link. `url` comes from us or from the team's own files, never from an article.
    pub(super) fn link(mut self, text: impl Into<String>, url: impl Into<String>) -> Self {
        self.0.push(Piece::Link(text.into(), url.into()));
        self
    }

    /// Goes on with the pieces of `other`.
    pub(super) fn and(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }

    fn markdown(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => escaped(text),
            Piece::Strong(text) => format!("**{}**", escaped(text.trim())),
            Piece::Link(text, url) => format!("[{}](<{}>)", escaped(text), safe_url(url)),
        };
        escaped_start(self.0.iter().map(piece).collect())
    }

    fn plain(&self) -> String {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) | Piece::Strong(text) => visible(text),
            Piece::Link(text, url) if text == url => visible(text),
            Piece::Link(text, url) => format!("{} ({})", visible(text), safe_url(url)),
        };
        self.0.iter().map(piece).collect()
    }
}

impl Markup {
    /// Adds a paragraph.
    pub(super) fn paragraph(&mut self, line: Line) {
        self.0.push(Block::Paragraph(line));
    }

    /// Adds a list; nothing where it is empty.
    pub(super) fn list(&mut self, lines: Vec<Line>) {
        if !lines.is_empty() {
            self.0.push(Block::List(lines));
        }
    }

    /// As the client reads it.
    pub(super) fn content(&self, markdown: bool) -> MarkupContent {
        if markdown {
            MarkupContent { kind: MarkupKind::Markdown, value: self.markdown() }
        } else {
            MarkupContent { kind: MarkupKind::PlainText, value: self.plain() }
        }
    }

    fn markdown(&self) -> String {
        let blocks = self.0.iter().map(|block| match block {
            Block::Paragraph(line) => line.markdown(),
            Block::List(lines) => joined(lines, |line| format!("- {}", line.markdown())),
        });
        blocks.collect::<Vec<_>>().join("\n\n")
    }

    /// Lists stand directly under the paragraph that introduces them.
    fn plain(&self) -> String {
        let mut plain = String::new();
        for block in &self.0 {
            let (gap, text) = match block {
                Block::Paragraph(line) => ("\n\n", line.plain()),
                Block::List(lines) => ("\n", joined(lines, |line| format!("- {}", line.plain()))),
            };
            if !plain.is_empty() {
                plain += gap;
            }
            plain += &text;
        }
        plain
    }
}

fn joined(lines: &[Line], shown: impl Fn(&Line) -> String) -> String {
    lines.iter().map(shown).collect::<Vec<_>>().join("\n")
}

/// `text` without line breaks and what else steers a terminal or turns the direction of writing.
fn visible(text: &str) -> String {
    let blank = |c: char| if c.is_control() { ' ' } else { c };
    let turns = |c: &char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().filter(|c| !turns(c)).map(blank).collect()
}

/// `text` as Markdown that shows it letter by letter: no emphasis, links, addresses, images, HTML or entities.
fn escaped(text: &str) -> String {
    let text = visible(text);
    let mut out = String::with_capacity(text.len() + 8);
    for (at, c) in text.char_indices() {
        let makes_link = match c {
            ':' => text[at..].starts_with("://"),
            '.' => text[..at].to_ascii_lowercase().ends_with("www"),
            '@' => true,
            _ => false,
        };
        if makes_link || "\\`*_[]<>&|~$".contains(c) {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// A line that does not begin a heading, list, quotation or rule.
fn escaped_start(line: String) -> String {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marker = match line.as_bytes().get(digits) {
        Some(b'.' | b')') if digits > 0 => Some(digits),
        Some(b'#' | b'-' | b'+' | b'=') if digits == 0 => Some(0),
        _ => None,
    };
    match marker {
        Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
        None => line,
    }
}

/// `url` without what would end it; only of the web and of files.
fn safe_url(url: &str) -> String {
    let known = ["https://", "http://", "file://"].iter().any(|scheme| url.starts_with(scheme));
    let mut out = String::with_capacity(url.len());
    for c in url.chars().filter(|_| known) {
        match c {
            '<' | '>' | '\\' | '"' | ' ' => out += &format!("%{:02X}", c as u32),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn markdown(line: Line) -> String {
        let mut markup = Markup::default();
        markup.paragraph(line);
        markup.content(true).value
    }

    #[test]
    fn words_of_an_article_stay_words() {
        for (words, shown) in [
            ("[go](command:x) ![i](u)", r"\[go\](command:x) !\[i\](u)"),
            ("<img src=x> &lt;", r"\<img src=x\> \&lt;"),
            ("https://a.example www.b.example c@d.example", r"https\://a.example www\.b.example c\@d.example"),
            ("# no *heading*", r"\# no \*heading\*"),
            ("1. no list", r"1\. no list"),
            ("- no list", r"\- no list"),
            ("a\nb\u{202e}c", "a bc"),
        ] {
            assert_eq!(markdown(Line::of(words)), shown);
        }
    }

    #[test]
    fn links_cannot_be_broken_out_of() {
        assert_eq!(markdown(Line::default().link("a", "https://x/> [b](c")), "[a](<https://x/%3E%20[b](c>)");
        assert_eq!(markdown(Line::default().link("a", "command:x")), "[a](<>)");
    }

    #[test]
    fn plain_text_has_no_marks() {
        let mut markup = Markup::default();
        markup.paragraph(Line::default().strong("Ilse Brandt").text(", mayor"));
        markup.paragraph(Line::of("Roles here:"));
        markup.list(vec![Line::of("mayor"), Line::default().link("source", "https://x.example")]);
        let plain = "Ilse Brandt, mayor\n\nRoles here:\n- mayor\n- source (https://x.example)";
        assert_eq!(markup.content(false).value, plain);
    }
}
