//! What the targets share: texts out of bytes, and what must hold of a whole analysis.

#[path = "../../tests/properties/spans.rs"]
mod spans;

use arbitrary::{Arbitrary, Result, Unstructured};
use copydesk::{
    analysis::{Analysis, Memo, Settings, analyze},
    syntax::Language,
    text::Span,
};

/// Pieces that articles are made of, one a line: invented people, claims, quotations, furniture, both syntaxes.
const PIECES: &str = include_str!("../pieces.txt");

/// A text: pieces of articles and whatever the engine invents, mixed.
#[derive(Debug, Clone)]
pub struct Text(pub String);

impl<'a> Arbitrary<'a> for Text {
    fn arbitrary(bytes: &mut Unstructured<'a>) -> Result<Self> {
        let pieces: Vec<&str> = PIECES.lines().collect();
        let mut text = String::new();
        while !bytes.is_empty() && text.len() < 8 << 10 {
            match bytes.arbitrary::<u8>()? {
                0..128 => text.push_str(bytes.choose(&pieces)?),
                128..160 => text.push('\n'),
                160..176 => text.push_str("\n\n"),
                176..184 => text.push_str("\r\n"),
                184..224 => text.push(bytes.int_in_range(b' '..=b'~')?.into()),
                _ => text.push(bytes.arbitrary()?),
            }
        }
        Ok(Self(text))
    }
}

/// Markdown or plain text.
pub fn language(is_markdown: bool) -> Language {
    if is_markdown { Language::Markdown } else { Language::PlainText }
}

/// The analysis of `text`, made with `memo`.
pub fn analysis(text: &str, language: Language, memo: &mut Memo) -> Analysis {
    analyze(text, language, &Settings::default(), memo, &|| false).expect("nobody cancels")
}

/// Asserts that everything `analysis` says lies in `text`, on character boundaries.
pub fn assert_lies_in(text: &str, analysis: &Analysis) {
    let lies_in = |span: Span| text.get(span.range()).is_some();
    for span in spans::spans(analysis) {
        assert!(lies_in(span), "{span:?} does not lie in the text");
    }
}
