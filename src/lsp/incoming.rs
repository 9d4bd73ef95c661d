//! From the protocol to ours. Nothing else does this.

use super::documents::{Kind, Snapshot};
use crate::{
    syntax::Language,
    text::{Change, Encoding, Position, Span},
    workspace::{CONFIG_FILE, PEOPLE_FILE, is_article_file, language_of},
};
use std::path::Path;
use tower_lsp::ls_types::{self as lsp, ClientCapabilities, PositionEncodingKind, TextDocumentContentChangeEvent, Uri};

/// The byte offset of `position` in the text of `snapshot`.
pub(super) fn offset(position: lsp::Position, snapshot: &Snapshot, encoding: Encoding) -> u32 {
    snapshot.lines().offset(snapshot.text(), self::position(position), encoding)
}

/// The bytes of `range` in the text of `snapshot`; a range that runs backwards is empty at its start.
pub(super) fn span(range: lsp::Range, snapshot: &Snapshot, encoding: Encoding) -> Span {
    let start = offset(range.start, snapshot, encoding);
    let end = offset(range.end, snapshot, encoding);
    Span { start, end: end.max(start) }
}

/// The changes of one notification.
pub(super) fn changes(events: Vec<TextDocumentContentChangeEvent>) -> Vec<Change> {
    let range = |range: lsp::Range| (position(range.start), position(range.end));
    events.into_iter().map(|event| Change { range: event.range.map(range), text: event.text }).collect()
}

/// The first encoding of positions that the client names and we know; UTF-16 where it names none.
pub(super) fn encoding(client: &ClientCapabilities) -> Encoding {
    let offered = client.general.as_ref().and_then(|general| general.position_encodings.as_deref());
    offered.unwrap_or_default().iter().find_map(known_encoding).unwrap_or_default()
}

fn known_encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}

/// What a document is, by its name or else by the client's language id.
pub(super) fn kind(language_id: &str, uri: &Uri) -> Kind {
    let path = uri.path().decode().to_string_lossy();
    let name = path.rsplit('/').next().unwrap_or_default();
    match (name, language_id) {
        (CONFIG_FILE, _) => Kind::Configuration,
        (PEOPLE_FILE, _) => Kind::People,
        (_, "markdown" | "quarto" | "rmd" | "mdx") => Kind::Article(Language::Markdown),
        (_, "plaintext" | "text") => Kind::Article(Language::PlainText),
        _ if !is_article_file(Path::new(name)) => Kind::Other,
        _ => Kind::Article(language_of(Path::new(name))),
    }
}

fn position(position: lsp::Position) -> Position {
    Position { line: position.line, character: position.character }
}
