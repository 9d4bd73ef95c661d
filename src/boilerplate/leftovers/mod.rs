//! What is left in a block that was not meant for the reader: a writing assistant's words, gaps to be filled in.

mod gaps;
mod listed;

use crate::{syntax::Block, text::Span};
use listed::Listed;
use std::sync::LazyLock;

pub use gaps::Gap;

static OPENINGS: LazyLock<Listed> =
    LazyLock::new(|| Listed::of_openings(include_str!("../lexicon/leftovers/assistant-openings.txt")));
/// Marks of assistants, and text that stands in for text.
static MARKS: LazyLock<Listed> = LazyLock::new(|| {
    let (marks, filler) =
        (include_str!("../lexicon/leftovers/assistant-marks.txt"), include_str!("../lexicon/leftovers/filler.txt"));
    Listed::new(&[marks, filler])
});
static STOCK: LazyLock<Listed> =
    LazyLock::new(|| Listed::new(&[include_str!("../lexicon/leftovers/stock-phrases.txt")]));

/// What was left in one block by itself; memoised with the block. Spans are bytes of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockLeftovers {
    /// Words of a writing assistant, in order.
    pub assistant: Vec<Span>,
    /// What is still to be filled in, in order and apart.
    pub gaps: Vec<Gap>,
}

impl BlockLeftovers {
    /// Looks at the words of `block`; nothing is left in what is no prose.
    pub fn new(block: &Block, text: &str) -> Self {
        if !block.kind.is_prose() {
            return Self::default();
        }
        let (mut assistant, mut filler) = (Vec::from_iter(OPENINGS.opening(text)), Vec::new());
        for (list, span) in MARKS.find(text) {
            match list {
                0 if span.start != 0 && !is_quoted(text, span) => assistant.push(span),
                0 => {}
                _ => filler.push(span),
            }
        }
        Self { assistant, gaps: gaps::find(block, text, filler) }
    }
}

/// Worn phrases in a block of words `text`, those in quotation marks left aside. Bytes of the block, in order.
pub fn stock_phrases(text: &str) -> impl Iterator<Item = Span> {
    STOCK.find(text).map(|(_, span)| span).filter(move |span| !is_quoted(text, *span))
}

/// `span` stands between quotation marks of the block: somebody else's words.
fn is_quoted(text: &str, span: Span) -> bool {
    let before = &text[..span.start as usize];
    let straight = before.matches('"').count();
    let opened = before.matches(['\u{201c}', '\u{00ab}']).count();
    let closed = before.matches(['\u{201d}', '\u{00bb}']).count();
    straight % 2 == 1 || opened > closed
}
