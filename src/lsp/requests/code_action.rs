use super::{DocumentRequest, View};
use crate::{
    lsp::{outgoing, peer::Peer},
    rules::{Edit, Finding, Fix},
    syntax::Language,
    text::Span,
};
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOptions, CodeActionOrCommand, CodeActionParams,
    CodeActionProviderCapability, CodeActionResponse, Diagnostic, NumberOrString, ServerCapabilities, Uri,
    request::CodeActionRequest,
};

/// Deletes all page furniture; runs on save where the editor is told so.
const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.copydesk");

/// `textDocument/codeAction`.
pub(in crate::lsp) struct CodeActions;

impl DocumentRequest for CodeActions {
    type Method = CodeActionRequest;
    const PURPOSE: &str = "mend or ignore a finding, clean the article";

    fn announce(_: &Peer, server: &mut ServerCapabilities) {
        server.code_action_provider = Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, FIX_ALL]),
            ..CodeActionOptions::default()
        }));
    }

    fn document(params: &CodeActionParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: CodeActionParams) -> Option<CodeActionResponse> {
        if !view.peer().takes_actions {
            return None;
        }
        let span = view.span(params.range);
        let context = &params.context;
        let mut actions = Vec::new();
        if wants(context, &CodeActionKind::QUICKFIX) {
            let here = view.analysis.findings.iter().filter(|finding| touch(finding.span, span));
            here.for_each(|finding| mend(view, finding, context, &mut actions));
        }
        if wants(context, &FIX_ALL) {
            actions.extend(clean(view));
        }
        Some(actions.into_iter().map(CodeActionOrCommand::CodeAction).collect())
    }
}

/// The client asks for actions of `kind`: for all, for that kind, or for one that it is part of.
fn wants(context: &CodeActionContext, kind: &CodeActionKind) -> bool {
    let holds = |wanted: &CodeActionKind| {
        let rest = kind.as_str().strip_prefix(wanted.as_str());
        wanted.as_str().is_empty() || rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
    };
    context.only.as_ref().is_none_or(|only| only.iter().any(holds))
}

/// The two share a byte, or a cursor touches the finding.
fn touch(finding: Span, asked: Span) -> bool {
    finding.overlaps(asked) || finding.touches(asked.start)
}

/// The ways to mend or silence `finding`.
fn mend(view: &View, finding: &Finding, context: &CodeActionContext, actions: &mut Vec<CodeAction>) {
    let about = about(view, finding, context);
    let fixes = finding.fixes.iter().enumerate().map(|(at, fix)| CodeAction {
        is_preferred: (at == 0 && fix.safe).then_some(true),
        ..quickfix(view, fix, about.clone())
    });
    actions.extend(fixes);
    actions.extend(ignore_here(view, finding).map(|fix| quickfix(view, &fix, about)));
}

fn quickfix(view: &View, fix: &Fix, diagnostics: Option<Vec<Diagnostic>>) -> CodeAction {
    CodeAction {
        title: fix.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics,
        edit: Some(outgoing::workspace_edit(fix, view.snapshot, view.peer())),
        ..CodeAction::default()
    }
}

/// The client's own diagnostic of `finding`, so that it can tie the action to it.
fn about(view: &View, finding: &Finding, context: &CodeActionContext) -> Option<Vec<Diagnostic>> {
    let range = view.range(finding.span);
    let is_it = |diagnostic: &&Diagnostic| {
        let code = diagnostic.code.as_ref();
        diagnostic.range == range && code.is_some_and(|code| matches!(code, NumberOrString::String(id) if id == finding.rule))
    };
    context.diagnostics.iter().find(is_it).map(|diagnostic| vec![diagnostic.clone()])
}

/// A comment before the block that silences the rule there. Plain text has no comments.
fn ignore_here(view: &View, finding: &Finding) -> Option<Fix> {
    let article = &view.analysis.article;
    if article.language != Language::Markdown {
        return None;
    }
    let block = article.blocks.get(article.block_at(finding.span.start)?)?;
    let line = view.snapshot.lines().line(view.text(), block.lines.0 as usize);
    let before = Span { start: line.start, end: block.span.start.max(line.start) }.of(view.text());
    let margin: String = before.chars().take_while(|c| matches!(c, ' ' | '>')).collect();
    let text = format!("{margin}<!-- copydesk-ignore {} -->\n", finding.rule);
    let edit = Edit { span: Span { start: line.start, end: line.start }, text };
    Some(Fix { title: format!("Ignore {} here", finding.rule), edits: vec![edit], safe: false })
}

/// Deletes all page furniture; `None` when there is none.
fn clean(view: &View) -> Option<CodeAction> {
    let furniture = view.analysis.findings.iter().filter(|finding| finding.rule.starts_with("boilerplate/"));
    let mut edits: Vec<Edit> = Vec::new();
    for fix in furniture.filter_map(|finding| finding.fixes.first()).filter(|fix| fix.safe) {
        if fix.edits.iter().all(|edit| edits.iter().all(|other| !other.span.overlaps(edit.span))) {
            edits.extend(fix.edits.iter().cloned());
        }
    }
    let fix = Fix { title: "Clean the article".to_owned(), edits, safe: true };
    (!fix.edits.is_empty()).then(|| CodeAction {
        title: fix.title.clone(),
        kind: Some(FIX_ALL),
        edit: Some(outgoing::workspace_edit(&fix, view.snapshot, view.peer())),
        ..CodeAction::default()
    })
}
