use super::{commands::COMMANDS, requests};

/// The version that answered first whatever says nothing else.
pub(super) const FIRST_VERSION: &str = "0.1.0";

/// What the server understands, for `docs/protocol.md`.
#[derive(Debug)]
pub struct Reference {
    /// Requests, from the table that dispatches and announces them.
    pub requests: Vec<Understood>,
    /// Notifications.
    pub notifications: Vec<Understood>,
    /// Commands of `workspace/executeCommand`.
    pub commands: Vec<Understood>,
}

/// A request, notification or command.
#[derive(Debug)]
pub struct Understood {
    /// Its name in the protocol.
    pub name: &'static str,
    /// What it does here.
    pub purpose: &'static str,
    /// The version of Copydesk that understood it first.
    pub since: &'static str,
}

/// What the server understands, by name.
pub fn reference() -> Reference {
    let mut requests = requests::understood();
    requests.extend(from_the_first(&[
        ("initialize", "agrees on the encoding of positions and on what both sides can do"),
        ("shutdown", "ends the session; `exit` then ends the server with success"),
    ]));
    requests.sort_unstable_by_key(|request| request.name);
    let notifications = from_the_first(&[
        ("$/cancelRequest", "gives a request up; it is answered at once"),
        ("$/setTrace", "is taken note of in the log"),
        ("exit", "ends the server: with success after `shutdown`, else with failure"),
        ("initialized", "asks for settings and to be told of changes; reads the workspace"),
        ("textDocument/didChange", "follows every edit, in order"),
        ("textDocument/didClose", "takes the findings away"),
        ("textDocument/didOpen", "begins to analyse a document"),
        ("textDocument/didSave", "reads configuration and people anew when they are saved"),
        ("window/workDoneProgress/cancel", "stops reading the workspace"),
        ("workspace/didChangeConfiguration", "asks for the settings again, or takes those that come along"),
        ("workspace/didChangeWatchedFiles", "reads what changed on disk"),
        ("workspace/didChangeWorkspaceFolders", "adds and removes folders"),
        ("workspace/didCreateFiles", "reads what was created"),
        ("workspace/didDeleteFiles", "forgets what was deleted"),
        ("workspace/didRenameFiles", "follows what was renamed"),
    ]);
    let commands: Vec<_> = COMMANDS.iter().map(|command| (command.name, command.purpose)).collect();
    Reference { requests, notifications, commands: from_the_first(&commands) }
}

fn from_the_first(named: &[(&'static str, &'static str)]) -> Vec<Understood> {
    named.iter().map(|&(name, purpose)| Understood { name, purpose, since: FIRST_VERSION }).collect()
}
