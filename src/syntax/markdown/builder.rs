use super::html;
use crate::{
    syntax::{
        article::{Block, BlockKind},
        tokens::is_blank,
        wrap,
    },
    text::{LineIndex, Span},
};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd};
use std::ops::Range;

/// Makes blocks of the parser's events.
pub(super) struct Builder<'a> {
    text: &'a str,
    /// Where the parsed part starts: offsets of events count from here.
    start: usize,
    lines: &'a LineIndex,
    blocks: Vec<Block>,
    leaf: Option<Leaf>,
    /// Depth of block quotes.
    quotes: usize,
    /// Depth of list items.
    items: usize,
    /// Depth of what holds no prose: code, HTML, images, bare addresses.
    hidden: usize,
    /// For each open link, whether its text is hidden.
    links: Vec<bool>,
}

/// A block of inline content being read.
struct Leaf {
    kind: BlockKind,
    /// Everything read of it.
    all: Span,
    /// Its prose, in pieces between marks. Bytes of the file.
    prose: Vec<Span>,
    /// Indices of `prose` at which a new line starts.
    breaks: Vec<usize>,
}

impl<'a> Builder<'a> {
    pub(super) fn new(text: &'a str, start: usize, lines: &'a LineIndex) -> Self {
        Self { text, start, lines, blocks: Vec::new(), leaf: None, quotes: 0, items: 0, hidden: 0, links: Vec::new() }
    }

    /// The blocks of all events.
    pub(super) fn finish(mut self) -> Vec<Block> {
        self.end_leaf();
        self.blocks
    }

    pub(super) fn add(&mut self, event: Event, range: Range<usize>) {
        let span = Span::new(self.start + range.start, self.start + range.end);
        match event {
            Event::Start(tag) => self.open(&tag, span),
            Event::End(tag) => self.close(tag),
            Event::Text(words) if self.hidden == 0 => self.prose(span, &words),
            Event::SoftBreak | Event::HardBreak => {
                if let Some(leaf) = &mut self.leaf {
                    leaf.breaks.push(leaf.prose.len());
                }
            }
            Event::Code(_) | Event::InlineHtml(_) | Event::FootnoteReference(_) => {
                self.leaf(span);
            }
            Event::Rule => {
                self.end_leaf();
                self.push(BlockKind::Markup, span, Vec::new());
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &Tag, span: Span) {
        match tag {
            Tag::Paragraph => self.start_leaf(self.prose_kind()),
            Tag::Heading { level, .. } => {
                let kind = if self.quotes == 0 { BlockKind::Heading(*level as u8) } else { BlockKind::Quote };
                self.start_leaf(kind);
            }
            Tag::TableHead | Tag::TableRow => self.start_leaf(BlockKind::TableRow),
            Tag::CodeBlock(_) => {
                self.end_leaf();
                self.push(BlockKind::Code, span, Vec::new());
                self.hidden += 1;
            }
            Tag::HtmlBlock => {
                self.end_leaf();
                for (kind, piece) in html::pieces(self.text, span) {
                    self.push(kind, piece, Vec::new());
                }
                self.hidden += 1;
            }
            Tag::BlockQuote(_) => {
                self.end_leaf();
                self.quotes += 1;
            }
            Tag::Item => {
                self.end_leaf();
                self.items += 1;
            }
            Tag::List(_) | Tag::Table(_) | Tag::FootnoteDefinition(_) => self.end_leaf(),
            Tag::Link { link_type, .. } => {
                let hidden = matches!(link_type, LinkType::Autolink | LinkType::Email);
                self.links.push(hidden);
                self.hidden += usize::from(hidden);
                self.leaf(span);
            }
            Tag::Image { .. } => {
                self.hidden += 1;
                self.leaf(span);
            }
            _ => {}
        }
    }

    fn close(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::TableHead | TagEnd::TableRow => self.end_leaf(),
            TagEnd::CodeBlock | TagEnd::HtmlBlock | TagEnd::Image => self.hidden = self.hidden.saturating_sub(1),
            TagEnd::BlockQuote(_) => {
                self.end_leaf();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::Item => {
                self.end_leaf();
                self.items = self.items.saturating_sub(1);
            }
            TagEnd::Link => {
                let hidden = self.links.pop().unwrap_or(false);
                self.hidden = self.hidden.saturating_sub(usize::from(hidden));
            }
            _ => {}
        }
    }

    /// The kind of prose that stands here outside headings and tables.
    fn prose_kind(&self) -> BlockKind {
        match (self.quotes, self.items) {
            (0, 0) => BlockKind::Paragraph,
            (0, _) => BlockKind::ListItem,
            _ => BlockKind::Quote,
        }
    }

    /// A piece of prose. A character reference (`&amp;`) is none: its source is not what a reader sees.
    fn prose(&mut self, span: Span, words: &str) {
        let reference = span.of(self.text).starts_with('&') && !words.starts_with('&') || span.of(self.text) == "&amp;";
        let leaf = self.leaf(span);
        if !reference && !span.is_empty() {
            leaf.prose.push(span);
        }
    }

    /// The leaf that `span` belongs to; items of tight lists have no paragraph that would have started one.
    fn leaf(&mut self, span: Span) -> &mut Leaf {
        let kind = self.prose_kind();
        let leaf = self.leaf.get_or_insert_with(|| Leaf::new(kind));
        leaf.all = if leaf.all.is_empty() { span } else { leaf.all.join(span) };
        leaf
    }

    fn start_leaf(&mut self, kind: BlockKind) {
        self.end_leaf();
        self.leaf = Some(Leaf::new(kind));
    }

    fn end_leaf(&mut self) {
        let Some(leaf) = self.leaf.take() else { return };
        match (leaf.kind, leaf.prose.is_empty()) {
            (BlockKind::Heading(_), true) => self.push(leaf.kind, leaf.all, Vec::new()),
            (_, true) => self.push(BlockKind::Markup, leaf.all, Vec::new()),
            (BlockKind::Heading(_) | BlockKind::TableRow, false) => self.push_prose(leaf.kind, &leaf.prose),
            (_, false) => self.push_lines(&leaf),
        }
    }

    /// Lines that are hard-wrapped parts of a paragraph as one block, any other line as a block of its own.
    fn push_lines(&mut self, leaf: &Leaf) {
        if leaf.breaks.is_empty() {
            return self.push_prose(leaf.kind, &leaf.prose);
        }
        let ends = leaf.breaks.iter().copied().chain([leaf.prose.len()]);
        let starts = [0].into_iter().chain(leaf.breaks.iter().copied());
        let pieces: Vec<&[Span]> =
            starts.zip(ends).map(|(from, to)| &leaf.prose[from..to]).filter(|line| !line.is_empty()).collect();
        let lines: Vec<(u32, Span)> = (pieces.iter().enumerate())
            .map(|(number, line)| (number as u32, line[0].join(line[line.len() - 1])))
            .collect();
        let mut at = 0;
        for paragraph in wrap::paragraphs(self.text, &lines) {
            let to = at + paragraph.len();
            self.push_prose(leaf.kind, &pieces[at..to].concat());
            at = to;
        }
    }

    /// A block of `pieces` of prose; what stands between them and is not blank is its markup.
    fn push_prose(&mut self, kind: BlockKind, pieces: &[Span]) {
        let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return };
        let span = first.join(*last);
        let is_gap = |c: char| is_blank(c) || kind == BlockKind::TableRow && c == '|';
        let mut markup = Vec::new();
        for pair in pieces.windows(2) {
            let gap = Span::new(pair[0].end as usize, pair[1].start as usize);
            let inside = trimmed(self.text, gap, is_gap);
            if !inside.is_empty() {
                markup.push(inside.relative_to(span.start));
            }
        }
        self.push(kind, span, markup);
    }

    fn push(&mut self, kind: BlockKind, span: Span, markup: Vec<Span>) {
        let words = trimmed(self.text, span, is_blank);
        if words.is_empty() {
            return;
        }
        let moved = words.start - span.start;
        let markup = markup.into_iter().map(|mark| mark.relative_to(moved)).collect();
        let lines = (self.lines.line_of(words.start) as u32, self.lines.line_of(words.end - 1) as u32 + 1);
        self.blocks.push(Block { kind, span: words, lines, markup });
    }
}

impl Leaf {
    fn new(kind: BlockKind) -> Self {
        Self { kind, all: Span::default(), prose: Vec::new(), breaks: Vec::new() }
    }
}

/// `span` without what `is_gap` says at its ends.
fn trimmed(text: &str, span: Span, is_gap: impl Fn(char) -> bool + Copy) -> Span {
    let whole = span.of(text);
    let body = whole.trim_start_matches(is_gap);
    let start = span.start as usize + whole.len() - body.len();
    Span::new(start, start + body.trim_end_matches(is_gap).len())
}
