use super::{commands::COMMANDS, requests};

/// What the server understands, for `docs/protocol.md`: names of the protocol, each with what it does here.
#[derive(Debug)]
pub struct Reference {
    /// Requests, from the table that dispatches and announces them.
    pub requests: Vec<(&'static str, &'static str)>,
    /// Notifications.
    pub notifications: Vec<(&'static str, &'static str)>,
    /// Commands of `workspace/executeCommand`.
    pub commands: Vec<(&'static str, &'static str)>,
}

/// What the server understands, by name.
pub fn reference() -> Reference {
    let mut requests = requests::purposes();
    requests.extend([
        ("initialize", "agrees on the encoding of positions and on what both sides can do"),
        ("shutdown", "ends the session; `exit` then ends the server with success"),
    ]);
    requests.sort_unstable();
    let notifications = vec![
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
    ];
    let commands = COMMANDS.iter().map(|command| (command.name, command.purpose)).collect();
    Reference { requests, notifications, commands }
}
