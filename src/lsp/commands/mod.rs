//! The commands of `workspace/executeCommand`: what no other request can do, in every editor.

mod ignore;
mod people;
mod sources;
mod summary;

pub(super) use ignore::offer as ignoring;

use super::{
    documents::Snapshot,
    edits, outgoing,
    requests::{self, View},
    session::Session,
};
use futures_util::{FutureExt, future::BoxFuture};
use serde_json::Value;
use std::sync::Arc;
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{Uri, WorkspaceEdit},
};

/// Makes the edit in its argument: for clients that know commands but no actions.
pub(super) const APPLY: &str = "copydesk.apply";
/// Shows the table of sources of the document in its argument.
pub(super) const OPEN_SOURCES: &str = "copydesk.openSources";
/// Puts a finding on the workspace's list of ignored findings.
const IGNORE: &str = "copydesk.ignore";

/// A command.
pub(super) struct Command {
    /// What the client calls it.
    pub name: &'static str,
    /// What it does, for the table in `docs/protocol.md`.
    pub purpose: &'static str,
    run: Run,
}

/// What a command does with its arguments; its answer goes to the client.
type Run = fn(Arc<Session>, Vec<Value>) -> BoxFuture<'static, Result<Option<Value>>>;

/// Every command.
pub(super) static COMMANDS: &[Command] = &[
    Command {
        name: APPLY,
        purpose: "makes the edit in its argument, for clients that know no code actions",
        run: |session, arguments| apply(session, arguments).boxed(),
    },
    Command {
        name: "copydesk.clean",
        purpose: "deletes all page furniture of a document",
        run: |session, arguments| clean(session, arguments).boxed(),
    },
    Command {
        name: IGNORE,
        purpose: "puts a finding on the workspace's list of ignored findings",
        run: |session, arguments| ignore::run(session, arguments).boxed(),
    },
    Command {
        name: OPEN_SOURCES,
        purpose: "shows the table of who said what",
        run: |session, arguments| sources::open(session, arguments).boxed(),
    },
    Command {
        name: "copydesk.people",
        purpose: "answers the people of a document with roles, statements and mentions",
        run: |session, arguments| people::run(session, arguments).boxed(),
    },
    Command {
        name: "copydesk.restart",
        purpose: "reads configuration and people anew and analyses every document again",
        run: |session, _| restart(session).boxed(),
    },
    Command {
        name: "copydesk.sources",
        purpose: "answers the table of who said what, in Markdown",
        run: |session, arguments| sources::run(session, arguments).boxed(),
    },
    Command {
        name: "copydesk.summary",
        purpose: "answers how many words, people and statements a document has, and how many of these have a known source",
        run: |session, arguments| summary::run(session, arguments).boxed(),
    },
];

/// Runs the command called `name`.
pub(super) async fn run(session: Arc<Session>, name: &str, arguments: Vec<Value>) -> Result<Option<Value>> {
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(session, arguments).await,
        None => Err(Error::invalid_params(format!("no command {name}"))),
    }
}

async fn apply(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let edit = arguments.into_iter().next().unwrap_or_default();
    let edit: WorkspaceEdit = serde_json::from_value(edit).map_err(|error| Error::invalid_params(error.to_string()))?;
    session.client.apply_edit(edit).await?;
    Ok(None)
}

async fn clean(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    let edit = about(&session, &snapshot, |view| {
        let edits = edits::cleaning(view.analysis, view.text());
        (!edits.is_empty()).then(|| outgoing::edit_of(&edits, view.snapshot, view.peer()))
    });
    if let Some(edit) = edit.await? {
        session.client.apply_edit(edit).await?;
    }
    Ok(None)
}

async fn restart(session: Arc<Session>) -> Result<Option<Value>> {
    session.renew();
    Ok(None)
}

/// The open document that the first argument names.
fn document(session: &Session, arguments: &[Value]) -> Result<Arc<Snapshot>> {
    let uri = arguments.first().and_then(Value::as_str).and_then(|uri| uri.parse::<Uri>().ok());
    let uri = uri.ok_or_else(|| Error::invalid_params("the first argument must be the URI of a document"))?;
    let snapshot = session.documents().snapshot(&uri);
    snapshot.ok_or_else(|| Error::invalid_params(format!("{} is not open", uri.as_str())))
}

/// What `look` makes of the analysed document; its empty value where nothing is analysed.
async fn about<T: Default>(session: &Session, snapshot: &Snapshot, look: impl FnOnce(&View) -> T) -> Result<T> {
    Ok(requests::analysed(session, snapshot).await?.map_or_else(T::default, |view| look(&view)))
}
