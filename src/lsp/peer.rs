use super::incoming;
use crate::text::Encoding;
use tower_lsp::ls_types::{ClientCapabilities, MarkupKind};

/// What the client can do, as it said at `initialize`.
#[derive(Clone, Debug, Default)]
pub(super) struct Peer {
    /// What the columns of positions count.
    pub encoding: Encoding,
    /// Asks for diagnostics itself; nothing is pushed then.
    pub pulls: bool,
    /// Shows other places that explain a diagnostic.
    pub shows_related: bool,
    /// Takes edits that are bound to a version.
    pub edits_versions: bool,
    /// Takes code actions, not only commands.
    pub takes_actions: bool,
    /// Shows outlines as trees.
    pub shows_trees: bool,
    /// Folds whole lines only.
    pub folds_lines: bool,
    /// Reads Markdown in hovers.
    pub reads_markdown: bool,
}

impl Peer {
    /// The client that announced `client`.
    pub(super) fn new(client: &ClientCapabilities) -> Self {
        let text = client.text_document.clone().unwrap_or_default();
        let workspace = client.workspace.clone().unwrap_or_default();
        let pushed = text.publish_diagnostics.and_then(|push| push.related_information);
        let pulled = text.diagnostic.as_ref().and_then(|pull| pull.related_information);
        let formats = text.hover.and_then(|hover| hover.content_format);
        Self {
            encoding: incoming::encoding(client),
            pulls: text.diagnostic.is_some(),
            shows_related: pulled.or(pushed).unwrap_or(false),
            edits_versions: workspace.workspace_edit.and_then(|edit| edit.document_changes).unwrap_or(false),
            takes_actions: text.code_action.is_some_and(|action| action.code_action_literal_support.is_some()),
            shows_trees: text
                .document_symbol
                .and_then(|symbols| symbols.hierarchical_document_symbol_support)
                .unwrap_or(false),
            folds_lines: text.folding_range.and_then(|folding| folding.line_folding_only).unwrap_or(false),
            reads_markdown: formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
        }
    }
}
