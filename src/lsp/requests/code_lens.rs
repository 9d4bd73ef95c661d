use super::{DocumentRequest, View};
use crate::{
    analysis::Analysis,
    lsp::{commands, peer::Peer},
    text::Span,
};
use serde_json::json;
use tower_lsp::ls_types::{
    CodeLens, CodeLensOptions, CodeLensParams, Command, ServerCapabilities, Uri, request::CodeLensRequest,
};

/// `textDocument/codeLens`.
pub(in crate::lsp) struct CodeLenses;

impl DocumentRequest for CodeLenses {
    type Method = CodeLensRequest;
    const PURPOSE: &str = "over the title: words, people and the share of statements with a known source";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.code_lens_provider = Some(CodeLensOptions { resolve_provider: Some(true) });
    }

    fn document(params: &CodeLensParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, _: CodeLensParams) -> Option<Vec<CodeLens>> {
        let is_wanted = view.session.environment().preferences().code_lens && view.analysis.words > 0;
        let data = Some(json!({ "uri": view.snapshot.uri.as_str(), "version": view.snapshot.version() }));
        Some(is_wanted.then(|| CodeLens { range: view.range(title(view)), command: None, data }).into_iter().collect())
    }
}

/// The first heading; the start of the text where there is none.
fn title(view: &View) -> Span {
    view.analysis.outline.first().map_or(Span::new(0, 0), |section| section.heading)
}

/// What the lens over the title says; a click shows the table of sources.
pub(super) fn command(view: &View) -> Command {
    Command {
        title: summary(view.analysis),
        command: commands::OPEN_SOURCES.to_owned(),
        arguments: Some(vec![view.snapshot.uri.as_str().into()]),
    }
}

fn summary(analysis: &Analysis) -> String {
    let statements = analysis.statements.attributions.len();
    let people = analysis.people.people.len();
    let mut parts = vec![counted(analysis.words, "word", "words"), counted(people, "person", "people")];
    if statements > 0 {
        let sourced = analysis.statements.with_known_source();
        parts.push(format!("{sourced} of {} with a known source", counted(statements, "statement", "statements")));
    }
    parts.join(" · ")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
