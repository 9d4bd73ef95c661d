use super::{
    colours::Colours,
    documents::{Analysts, Documents, Kind, Snapshot, analyze},
    environment::Environment,
    incoming,
    library::Library,
    peer::Peer,
    serve::Outbox,
    waits::Woken,
};
use crate::text::Buffer;
use serde::Serialize;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError},
};
use tokio::sync::watch;
use tower_lsp::{
    Client, jsonrpc,
    ls_types::{
        MessageType, ProgressToken, PublishDiagnosticsParams, ShowMessageParams, TextDocumentItem, Uri,
        notification::{PublishDiagnostics, ShowMessage},
    },
};

/// One client's session: what it can do, what it has open, and the ways to reach it.
#[derive(Debug)]
pub(super) struct Session {
    /// Asks the client.
    pub client: Client,
    /// Tells the client.
    pub outbox: Outbox,
    /// The articles of the workspace on disk.
    pub library: Library,
    /// What the client has of colours.
    pub colours: Colours,
    peer: OnceLock<Peer>,
    environment: Mutex<Environment>,
    documents: Mutex<Documents>,
    analysts: Analysts,
    analyses: watch::Sender<()>,
}

impl Session {
    pub(super) fn new(client: Client, outbox: Outbox) -> Arc<Self> {
        let analysts = Analysts::default();
        let documents = Mutex::new(Documents::new(analysts.clone()));
        Arc::new(Self {
            client,
            outbox,
            library: Library::default(),
            colours: Colours::default(),
            peer: OnceLock::new(),
            environment: Mutex::default(),
            documents,
            analysts,
            analyses: watch::Sender::new(()),
        })
    }

    /// Begins for `peer`; from now on documents are analysed.
    pub(super) fn begin(self: &Arc<Self>, peer: Peer) {
        if self.peer.set(peer).is_err() {
            return;
        }
        let session = Arc::downgrade(self);
        let report = move |snapshot: &Arc<Snapshot>, woken: Woken| {
            if let Some(session) = session.upgrade() {
                session.tell(snapshot, woken);
            }
        };
        if let Err(error) = self.analysts.start(analyze, report) {
            tracing::error!("nothing is analysed: {error}");
        }
    }

    /// What the client can do. A client that has not said so yet can do nothing.
    pub(super) fn peer(&self) -> &Peer {
        static UNKNOWN: OnceLock<Peer> = OnceLock::new();
        self.peer.get().unwrap_or_else(|| UNKNOWN.get_or_init(Peer::default))
    }

    /// The open documents. Held for moments only, never while something is analysed or awaited.
    pub(super) fn documents(&self) -> MutexGuard<'_, Documents> {
        self.documents.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The document at the version that `data` of ours names, sent to the client before.
    pub(super) fn snapshot_of(&self, data: Option<&Value>) -> jsonrpc::Result<Arc<Snapshot>> {
        let missing = || jsonrpc::Error::invalid_params("`data` names no document");
        let data = data.ok_or_else(missing)?;
        let uri: Uri = data["uri"].as_str().and_then(|uri| uri.parse().ok()).ok_or_else(missing)?;
        let snapshot = self.documents().snapshot(&uri).ok_or_else(jsonrpc::Error::content_modified)?;
        let is_current = data["version"].as_i64() == Some(snapshot.version().into());
        is_current.then_some(snapshot).ok_or_else(jsonrpc::Error::content_modified)
    }

    /// Changes whenever a document was analysed or closed, or the workspace was read.
    pub(super) fn analyses(&self) -> watch::Receiver<()> {
        self.analyses.subscribe()
    }

    /// Lets those look again who wait for [`Self::analyses`].
    pub(super) fn wake(&self) {
        self.analyses.send_replace(());
    }

    /// Sends a part of an answer ahead of it.
    pub(super) fn send_partial(&self, token: &ProgressToken, value: &impl Serialize) {
        self.outbox.notify_as("$/progress", &json!({ "token": token, "value": value }));
    }

    /// The workspace's folders, settings and files. Never asked for while the documents are held.
    pub(super) fn environment(&self) -> MutexGuard<'_, Environment> {
        self.environment.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Opens a document, or opens it anew.
    pub(super) fn open(&self, item: TextDocumentItem) {
        let kind = incoming::kind(&item.language_id, &item.uri);
        let around = self.environment().around(&item.uri);
        let buffer = Buffer::new(&item.text, item.version);
        let snapshot = self.documents().open(item.uri, kind, buffer, around);
        if matches!(kind, Kind::Article(_)) && snapshot.is_too_large() {
            self.show(MessageType::INFO, "Copydesk does not analyse this text: it is larger than 10 MB.");
        }
    }

    /// Something around the documents changed: reads it anew and analyses all of them again.
    pub(super) fn renew(self: &Arc<Self>) {
        self.environment().forget();
        self.library.search();
        let snapshots = self.documents().snapshots();
        let around: HashMap<_, _> =
            snapshots.iter().map(|snapshot| (snapshot.uri.clone(), self.environment().around(&snapshot.uri))).collect();
        self.documents().renew(|uri| around.get(uri).cloned());
        self.wake();
        self.refresh();
    }

    /// Lets the client ask again for what it has asked before.
    pub(super) fn refresh(self: &Arc<Self>) {
        let (session, peer) = (self.clone(), self.peer());
        let (diagnostics, hints, lenses, tokens) = (
            peer.pulls && peer.refreshes_diagnostics,
            peer.refreshes_hints,
            peer.refreshes_lenses,
            peer.refreshes_tokens,
        );
        tokio::spawn(async move {
            let client = &session.client;
            if diagnostics {
                told(client.workspace_diagnostic_refresh().await);
            }
            if hints {
                told(client.inlay_hint_refresh().await);
            }
            if lenses {
                told(client.code_lens_refresh().await);
            }
            if tokens {
                told(client.semantic_tokens_refresh().await);
            }
        });
    }

    /// Closes a document and takes its diagnostics away.
    pub(super) fn close(&self, uri: Uri) {
        self.colours.forget(&uri);
        let mut documents = self.documents();
        if documents.close(&uri) && !self.peer().pulls {
            self.outbox.notify::<PublishDiagnostics>(&PublishDiagnosticsParams::new(uri, Vec::new(), None));
        }
        drop(documents);
        self.wake();
    }

    /// Says something to the person.
    pub(super) fn show(&self, typ: MessageType, message: impl Into<String>) {
        self.outbox.notify::<ShowMessage>(&ShowMessageParams { typ, message: message.into() });
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.analysts.close();
    }
}

/// An answer of the client that only tells whether it did what it was asked.
pub(super) fn told(answer: jsonrpc::Result<()>) {
    if let Err(error) = answer {
        tracing::info!("the client declined: {error}");
    }
}
