use super::{IGNORE, about, document};
use crate::{
    lsp::{environment::file_path, requests::View, session::Session},
    rules::{Finding, Fingerprint},
    workspace::{IGNORED_FILE, IgnoredList, IgnoredListError},
};
use serde_json::Value;
use std::{path::PathBuf, sync::Arc};
use tower_lsp::{
    jsonrpc::{Error, Result},
    ls_types::{Command, MessageType},
};

/// The command that puts `finding` on the list. `None` for a document in no folder: there is no place for the list.
pub(in crate::lsp) fn offer(view: &View, finding: &Finding) -> Option<Command> {
    list_path(view)?;
    let fingerprint = view.analysis.fingerprint(view.text(), finding).to_string();
    Some(Command {
        title: "Ignore this finding: it is none".to_owned(),
        command: IGNORE.to_owned(),
        arguments: Some(vec![view.snapshot.uri.as_str().into(), fingerprint.into()]),
    })
}

pub(super) async fn run(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    let fingerprint = arguments.get(1).and_then(Value::as_str).and_then(Fingerprint::parse);
    let fingerprint = fingerprint.ok_or_else(|| Error::invalid_params("the second argument must be a fingerprint"))?;
    let added = about(&session, &snapshot, |view| add(view, fingerprint)).await?;
    match added {
        Some(Ok(())) => session.renew(),
        Some(Err(error)) => session.show(MessageType::ERROR, error.to_string()),
        None => session.show(MessageType::INFO, "This finding is gone already."),
    }
    Ok(None)
}

/// Adds the finding with `fingerprint` to the list; `None` when there is no such finding or no place for the list.
fn add(view: &View, fingerprint: Fingerprint) -> Option<std::result::Result<(), IgnoredListError>> {
    let text = view.text();
    let is_it = |finding: &&Finding| view.analysis.fingerprint(text, finding) == fingerprint;
    let finding = view.analysis.findings.iter().find(is_it)?;
    let path = list_path(view)?;
    Some(IgnoredList::read(&path).and_then(|mut list| {
        list.add(fingerprint, finding, text);
        list.write(&path)
    }))
}

/// The list that counts for the document; where there is none yet, in its folder of the workspace or beside it.
fn list_path(view: &View) -> Option<PathBuf> {
    if let Some(path) = &view.snapshot.around.ignored_path {
        return Some(path.clone());
    }
    let environment = view.session.environment();
    let folders = environment.folders();
    let folder = match file_path(&view.snapshot.uri) {
        Some(file) => {
            let of_workspace =
                folders.iter().filter(|folder| file.starts_with(folder)).max_by_key(|path| path.as_os_str().len());
            of_workspace.cloned().or_else(|| file.parent().map(PathBuf::from))
        }
        None => folders.first().cloned(),
    };
    folder.map(|folder| folder.join(IGNORED_FILE))
}
