use crate::text::{Encoding, LineIndex, Position, Span};

/// A mistake in a file of ours (`copydesk.toml`, `people.toml`): it costs what it touches and nothing else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where. Bytes of the file; empty at its start for settings that come from no file.
    pub span: Span,
    /// What is wrong and what to do.
    pub message: String,
}

impl Problem {
    /// A problem at `span`.
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }

    /// Line and column of its start in `text`, both from one, the column in code points.
    pub fn place(&self, text: &str) -> (u32, u32) {
        let Position { line, character } = LineIndex::new(text).position(text, self.span.start, Encoding::Utf32);
        (line + 1, character + 1)
    }
}

/// `; did you mean …?` with that of `known` which is written most like `name`; empty where nothing comes near.
pub(super) fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let best = known.map(|known| (strsim::jaro_winkler(name, known), known)).max_by(|a, b| a.0.total_cmp(&b.0));
    match best {
        Some((likeness, known)) if likeness > 0.75 => format!("; did you mean `{known}`?"),
        _ => String::new(),
    }
}
