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
    /// Asks for the edit of a code action once it is chosen.
    pub resolves_actions: bool,
    /// Shows outlines as trees.
    pub shows_trees: bool,
    /// Folds whole lines only.
    pub folds_lines: bool,
    /// Shows documents when asked to.
    pub shows_documents: bool,
    /// Shows progress when asked to.
    pub shows_progress: bool,
    /// Answers `workspace/configuration`.
    pub tells_settings: bool,
    /// Takes the wish to be told when settings change.
    pub registers_settings: bool,
    /// Takes the wish to be told when files change.
    pub registers_files: bool,
    /// Asks again for diagnostics when told to.
    pub refreshes_diagnostics: bool,
    /// Asks again for inlay hints when told to.
    pub refreshes_hints: bool,
    /// Asks again for code lenses when told to.
    pub refreshes_lenses: bool,
    /// Asks again for semantic tokens when told to.
    pub refreshes_tokens: bool,
    /// Reads Markdown in hovers.
    pub reads_markdown: bool,
    /// Asks for the place of a workspace symbol once it is chosen.
    pub resolves_symbols: bool,
    /// Asks whether something can be renamed before it asks for a name.
    pub prepares_rename: bool,
}

impl Peer {
    /// The client that announced `client`.
    pub(super) fn new(client: &ClientCapabilities) -> Self {
        let text = client.text_document.clone().unwrap_or_default();
        let workspace = client.workspace.clone().unwrap_or_default();
        let window = client.window.clone().unwrap_or_default();
        let action = text.code_action.unwrap_or_default();
        let pushed = text.publish_diagnostics.and_then(|push| push.related_information);
        let pulled = text.diagnostic.as_ref().and_then(|pull| pull.related_information);
        let resolves =
            |name: &str| action.resolve_support.as_ref().is_some_and(|of| of.properties.iter().any(|p| p == name));
        let symbols = text.document_symbol.unwrap_or_default();
        let formats = text.hover.and_then(|hover| hover.content_format);
        Self {
            encoding: incoming::encoding(client),
            pulls: text.diagnostic.is_some(),
            shows_related: pulled.or(pushed) == Some(true),
            edits_versions: workspace.workspace_edit.is_some_and(|edit| edit.document_changes == Some(true)),
            takes_actions: action.code_action_literal_support.is_some(),
            resolves_actions: action.data_support == Some(true) && resolves("edit"),
            shows_trees: symbols.hierarchical_document_symbol_support == Some(true),
            folds_lines: text.folding_range.is_some_and(|folding| folding.line_folding_only == Some(true)),
            shows_documents: window.show_document.is_some_and(|show| show.support),
            shows_progress: window.work_done_progress == Some(true),
            tells_settings: workspace.configuration == Some(true),
            registers_settings: workspace
                .did_change_configuration
                .is_some_and(|of| of.dynamic_registration == Some(true)),
            registers_files: workspace.did_change_watched_files.is_some_and(|of| of.dynamic_registration == Some(true)),
            refreshes_diagnostics: workspace.diagnostics.is_some_and(|of| of.refresh_support == Some(true)),
            refreshes_hints: workspace.inlay_hint.is_some_and(|of| of.refresh_support == Some(true)),
            refreshes_lenses: workspace.code_lens.is_some_and(|of| of.refresh_support == Some(true)),
            refreshes_tokens: workspace.semantic_tokens.is_some_and(|of| of.refresh_support == Some(true)),
            reads_markdown: formats.is_none_or(|formats| formats.contains(&MarkupKind::Markdown)),
            resolves_symbols: workspace.symbol.is_some_and(|symbol| symbol.resolve_support.is_some()),
            prepares_rename: text.rename.is_some_and(|rename| rename.prepare_support == Some(true)),
        }
    }
}
