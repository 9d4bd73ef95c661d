use super::{DocumentRequest, View};
use crate::{
    attribution::Claim,
    lsp::{commands, edits, outgoing, peer::Peer},
    rules::{self, Edit, Finding, Fix},
    text::Span,
};
use serde_json::json;
use tower_lsp::ls_types::{
    CodeAction, CodeActionContext, CodeActionKind, CodeActionOptions, CodeActionOrCommand, CodeActionParams,
    CodeActionProviderCapability, CodeActionResponse, Command, Diagnostic, NumberOrString, ServerCapabilities, Uri,
    request::CodeActionRequest,
};

/// Deletes all page furniture; runs on save where the editor is told so.
const FIX_ALL: CodeActionKind = CodeActionKind::new("source.fixAll.copydesk");

/// Findings and claims with actions of their own in one answer: a menu of more helps nobody who has selected the whole
/// article.
const MOST: usize = 50;

/// `textDocument/codeAction`.
pub(in crate::lsp) struct CodeActions;

impl DocumentRequest for CodeActions {
    type Method = CodeActionRequest;
    const PURPOSE: &str = "mend a finding or all of a rule, ignore it, rewrite a claim with its source, clean the article";

    fn announce(peer: &Peer, server: &mut ServerCapabilities) {
        server.code_action_provider = Some(CodeActionProviderCapability::Options(CodeActionOptions {
            code_action_kinds: Some(vec![CodeActionKind::QUICKFIX, CodeActionKind::REFACTOR_REWRITE, FIX_ALL]),
            resolve_provider: peer.resolves_actions.then_some(true),
            ..CodeActionOptions::default()
        }));
    }

    fn document(params: &CodeActionParams) -> &Uri {
        &params.text_document.uri
    }

    fn answer(view: &View, params: CodeActionParams) -> Option<CodeActionResponse> {
        let span = view.span(params.range);
        let context = &params.context;
        let mut actions = Vec::new();
        if wants(context, &CodeActionKind::QUICKFIX) {
            let here: Vec<_> = view.analysis.findings.iter().filter(|finding| touch(finding.span, span)).collect();
            here.iter().take(MOST).for_each(|finding| mend(view, finding, context, &mut actions));
            mend_all(view, &here, &mut actions);
        }
        if wants(context, &CodeActionKind::REFACTOR_REWRITE) {
            actions.extend(rewritten(view, span));
        }
        if wants(context, &FIX_ALL) {
            actions.extend(many(view, "Clean the article".to_owned(), FIX_ALL, edits::cleaning(view.analysis, view.text()), None));
        }
        Some(actions.into_iter().map(|action| offer(view, action)).collect())
    }
}

/// Gives `action`, which was offered without its edit, the edit.
pub(super) fn resolve(view: &View, action: CodeAction) -> CodeAction {
    let rule = action.data.as_ref().and_then(|data| data.get("rule")?.as_str());
    let edits = match rule {
        Some(rule) => edits::mending(view.analysis, rule),
        None => edits::cleaning(view.analysis, view.text()),
    };
    CodeAction { edit: Some(outgoing::edit_of(&edits, view.snapshot, view.peer())), data: None, ..action }
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
    let comment = edits::ignoring(view.analysis, view.snapshot, finding);
    actions.extend(comment.map(|fix| quickfix(view, &fix, about.clone())));
    actions.extend(commands::ignoring(view, finding).map(|command| CodeAction {
        title: command.title.clone(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics: about,
        command: Some(command),
        ..CodeAction::default()
    }));
}

/// For each rule that found something here and more elsewhere: mends all of it.
fn mend_all(view: &View, here: &[&Finding], actions: &mut Vec<CodeAction>) {
    let mut rules: Vec<_> = here.iter().map(|finding| finding.rule).collect();
    rules.sort_unstable();
    rules.dedup();
    for rule in rules {
        let count = edits::mendable(view.analysis, rule).count();
        if count > 1 {
            let title = format!("Mend all {count} findings of {rule}");
            let edits = edits::mending(view.analysis, rule);
            actions.extend(many(view, title, CodeActionKind::QUICKFIX, edits, Some(rule)));
        }
    }
}

/// The claims that findings here report, each with its source behind it.
fn rewritten(view: &View, span: Span) -> impl Iterator<Item = CodeAction> {
    let findings = &view.analysis.findings;
    let reported = |claim: &&Claim| findings.binary_search_by_key(&claim.span, |finding| finding.span).is_ok();
    let claims = view.analysis.statements.claims.iter().filter(move |claim| touch(claim.span, span));
    let fixes = claims.filter(reported).filter_map(|claim| rules::rewrite(view.text(), claim)).take(MOST);
    fixes.map(|fix| CodeAction { kind: Some(CodeActionKind::REFACTOR_REWRITE), ..quickfix(view, &fix, None) })
}

fn quickfix(view: &View, fix: &Fix, diagnostics: Option<Vec<Diagnostic>>) -> CodeAction {
    CodeAction {
        title: fix.title.clone().into_owned(),
        kind: Some(CodeActionKind::QUICKFIX),
        diagnostics,
        edit: Some(outgoing::edit_of(&fix.edits, view.snapshot, view.peer())),
        ..CodeAction::default()
    }
}

/// An action of many edits, left out where the client asks for them once it is chosen. `None` without any.
fn many(view: &View, title: String, kind: CodeActionKind, edits: Vec<Edit>, rule: Option<&str>) -> Option<CodeAction> {
    if edits.is_empty() {
        return None;
    }
    let action = CodeAction { title, kind: Some(kind), ..CodeAction::default() };
    Some(if view.peer().resolves_actions {
        let (uri, version) = (view.snapshot.uri.as_str(), view.snapshot.version());
        CodeAction { data: Some(json!({ "uri": uri, "version": version, "rule": rule })), ..action }
    } else {
        CodeAction { edit: Some(outgoing::edit_of(&edits, view.snapshot, view.peer())), ..action }
    })
}

/// The client's own diagnostic of `finding`, so that it can tie the action to it.
fn about(view: &View, finding: &Finding, context: &CodeActionContext) -> Option<Vec<Diagnostic>> {
    let range = view.range(finding.span);
    let is_code = |code: &NumberOrString| matches!(code, NumberOrString::String(id) if id == finding.rule);
    let is_it = |diagnostic: &&Diagnostic| diagnostic.range == range && diagnostic.code.as_ref().is_some_and(is_code);
    context.diagnostics.iter().find(is_it).map(|diagnostic| vec![diagnostic.clone()])
}

/// As the client takes it: clients that know no actions get a command that does the same.
fn offer(view: &View, action: CodeAction) -> CodeActionOrCommand {
    if view.peer().takes_actions {
        return CodeActionOrCommand::CodeAction(action);
    }
    CodeActionOrCommand::Command(action.command.unwrap_or_else(|| Command {
        title: action.title,
        command: commands::APPLY.to_owned(),
        arguments: Some(vec![json!(action.edit)]),
    }))
}
