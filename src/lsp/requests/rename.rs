use super::{Request, View, analysed};
use crate::{
    lsp::{outgoing, peer::Peer, session::Session},
    people::{self, Person, one_line},
    rules::Edit,
    text::Span,
};
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, ErrorCode, Result},
    ls_types::{
        OneOf, Position, RenameOptions, RenameParams, ServerCapabilities, WorkDoneProgressOptions,
        WorkspaceEdit, request,
    },
};

/// The request is right, but cannot be done; editors show the reason.
const REQUEST_FAILED: ErrorCode = ErrorCode::ServerError(-32803);

/// `textDocument/rename`.
pub(in crate::lsp) struct Rename;

impl Request for Rename {
    type Method = request::Rename;
    const PURPOSE: &str = "another name for the person under the cursor: full and short forms of this article together";

    fn announce(peer: &Peer, server: &mut ServerCapabilities) {
        let options = RenameOptions {
            prepare_provider: Some(true),
            work_done_progress_options: WorkDoneProgressOptions::default(),
        };
        server.rename_provider = Some(if peer.prepares_rename { OneOf::Right(options) } else { OneOf::Left(true) });
    }

    async fn answer(session: Arc<Session>, params: RenameParams) -> Result<Option<WorkspaceEdit>> {
        let asked = &params.text_document_position;
        let snapshot = session.documents().snapshot(&asked.text_document.uri);
        let Some(snapshot) = snapshot else { return Ok(None) };
        let Some(view) = analysed(&session, &snapshot).await? else { return Ok(None) };
        let (person, mention) = named_at(&view, asked.position)?;
        let renamed = people::rename(view.text(), person, mention, &params.new_name);
        let edits = renamed.map_err(|error| refused(error.to_string()))?;
        let edits: Vec<Edit> = edits.into_iter().map(|(span, text)| Edit { span, text }).collect();
        Ok(Some(outgoing::edit_of(&edits, &snapshot, view.peer())))
    }
}

/// The person whose name stands at `position`, and the mention; or why nothing can be renamed there.
pub(super) fn named_at<'a>(view: &View<'a>, position: Position) -> Result<(&'a Person, Span)> {
    let offset = view.offset(position);
    let people = &view.analysis.people.people;
    if let Some((person, mention)) = view.mention_at(offset) {
        return Ok((&people[person], mention));
    }
    let Some((person, place)) = view.reference_at(offset) else {
        return Err(refused("no person is named here; put the cursor on a name".to_owned()));
    };
    let (words, name) = (one_line(view.text(), place), &people[person].name);
    Err(refused(format!("“{words}” stands for {name}; put the cursor on the name to change it")))
}

fn refused(reason: String) -> Error {
    Error { code: REQUEST_FAILED, message: reason.into(), data: None }
}
