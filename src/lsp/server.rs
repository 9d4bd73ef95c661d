use super::{
    environment::file_path, incoming, library::is_search, outgoing, peer::Peer, requests, session::Session, settings,
};
use crate::workspace::{CONFIG_FILE, IGNORED_FILE, PEOPLE_FILE};
use std::{path::PathBuf, sync::Arc};
use tower_lsp::{LanguageServer, jsonrpc::Result, ls_types::*};

/// The face of a [`Session`] to the protocol: notifications here, requests through the table of [`requests`].
///
/// Whatever changes a document is done when its handler is first polled, without waiting for anything: that is what
/// keeps the client's order.
pub(super) struct Server(pub Arc<Session>);

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let peer = Peer::new(&params.capabilities);
        let capabilities = ServerCapabilities {
            position_encoding: Some(outgoing::encoding(peer.encoding)),
            text_document_sync: Some(synchronisation()),
            workspace: Some(workspace()),
            ..ServerCapabilities::default()
        };
        let capabilities = requests::capabilities(&peer, capabilities);
        let mut environment = self.0.environment();
        environment.change_folders(folders(&params).into_iter(), &[]);
        environment.configure(params.initialization_options.unwrap_or_default());
        drop(environment);
        self.0.begin(peer);
        let server_info = ServerInfo { name: "copydesk".into(), version: Some(env!("CARGO_PKG_VERSION").into()) };
        Ok(InitializeResult { capabilities, server_info: Some(server_info), ..InitializeResult::default() })
    }

    async fn initialized(&self, _: InitializedParams) {
        settings::begin(&self.0);
    }

    async fn shutdown(&self) -> Result<()> {
        self.0.library.cancel();
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        self.0.open(params.text_document);
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let changes = incoming::changes(params.content_changes);
        if self.0.documents().change(&uri, &changes, version, self.0.peer().encoding).is_none() {
            tracing::warn!("a change of a document that is not open: {}", uri.as_str());
        }
    }

    async fn did_save(&self, params: DidSaveTextDocumentParams) {
        self.files_changed(std::iter::once(params.text_document.uri));
    }

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.0.close(params.text_document.uri);
    }

    async fn did_change_configuration(&self, params: DidChangeConfigurationParams) {
        settings::changed(&self.0, params.settings);
    }

    async fn did_change_workspace_folders(&self, params: DidChangeWorkspaceFoldersParams) {
        let paths = |folders: Vec<WorkspaceFolder>| folders.into_iter().filter_map(|folder| file_path(&folder.uri));
        let removed: Vec<PathBuf> = paths(params.event.removed).collect();
        self.0.environment().change_folders(paths(params.event.added), &removed);
        self.0.renew();
    }

    async fn did_change_watched_files(&self, params: DidChangeWatchedFilesParams) {
        self.files_changed(params.changes.into_iter().map(|change| change.uri));
    }

    async fn did_create_files(&self, params: CreateFilesParams) {
        self.files_changed(params.files.iter().filter_map(|file| file.uri.parse().ok()));
    }

    async fn did_rename_files(&self, params: RenameFilesParams) {
        let uris = params.files.iter().flat_map(|file| [&file.old_uri, &file.new_uri]);
        self.files_changed(uris.filter_map(|uri| uri.parse().ok()));
    }

    async fn did_delete_files(&self, params: DeleteFilesParams) {
        self.files_changed(params.files.iter().filter_map(|file| file.uri.parse().ok()));
    }

    requests::routes!();
}

impl Server {
    /// `$/setTrace`: the log level is the command line's business, so this is only taken note of.
    pub(super) async fn set_trace(&self, params: SetTraceParams) {
        tracing::info!("the client set its trace to {:?}", params.value);
    }

    /// `window/workDoneProgress/cancel`: the person does not want to wait for the workspace to be read.
    pub(super) async fn cancel_progress(&self, params: WorkDoneProgressCancelParams) {
        if is_search(&params.token) {
            self.0.library.cancel();
        }
    }

    /// Files or folders were written, created, renamed or deleted.
    fn files_changed(&self, uris: impl Iterator<Item = Uri>) {
        let mut is_around = false;
        for uri in uris {
            is_around |= is_surrounding(&uri);
            file_path(&uri).into_iter().for_each(|path| self.0.library.changed(path));
        }
        if is_around {
            self.0.renew();
        }
    }
}

/// The file tells how articles near it are analysed.
fn is_surrounding(uri: &Uri) -> bool {
    let path = uri.path().as_str();
    [CONFIG_FILE, PEOPLE_FILE, IGNORED_FILE].iter().any(|name| path.ends_with(name))
}

/// The workspace's folders, the one folder that older clients send included.
#[expect(deprecated, reason = "older clients send nothing else")]
fn folders(params: &InitializeParams) -> Vec<PathBuf> {
    match &params.workspace_folders {
        Some(folders) => folders.iter().filter_map(|folder| file_path(&folder.uri)).collect(),
        None => params.root_uri.iter().filter_map(file_path).collect(),
    }
}

fn synchronisation() -> TextDocumentSyncCapability {
    TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        save: Some(TextDocumentSyncSaveOptions::Supported(true)),
        ..TextDocumentSyncOptions::default()
    })
}

fn workspace() -> WorkspaceServerCapabilities {
    let glob = "**/{copydesk.toml,people.toml,*.md,*.markdown,*.txt}";
    let pattern = FileOperationPattern { glob: glob.to_owned(), matches: None, options: None };
    let files = FileOperationRegistrationOptions {
        filters: vec![FileOperationFilter { scheme: Some("file".to_owned()), pattern }],
    };
    WorkspaceServerCapabilities {
        workspace_folders: Some(WorkspaceFoldersServerCapabilities {
            supported: Some(true),
            change_notifications: Some(OneOf::Left(true)),
        }),
        file_operations: Some(WorkspaceFileOperationsServerCapabilities {
            did_create: Some(files.clone()),
            did_rename: Some(files.clone()),
            did_delete: Some(files),
            ..WorkspaceFileOperationsServerCapabilities::default()
        }),
    }
}
