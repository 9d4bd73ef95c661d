use super::{
    documents::{Analysts, Documents, Snapshot},
    outgoing,
    peer::Peer,
    serve::Outbox,
};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use tower_lsp::{
    Client,
    ls_types::{
        Diagnostic, MessageType, PublishDiagnosticsParams, ShowMessageParams, Uri,
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
    peer: OnceLock<Peer>,
    documents: Mutex<Documents>,
    analysts: Analysts,
}

impl Session {
    pub(super) fn new(client: Client, outbox: Outbox) -> Arc<Self> {
        let analysts = Analysts::default();
        let documents = Mutex::new(Documents::new(analysts.clone()));
        Arc::new(Self { client, outbox, peer: OnceLock::new(), documents, analysts })
    }

    /// Begins for `peer`; from now on documents are analysed.
    pub(super) fn begin(self: &Arc<Self>, peer: Peer) {
        if self.peer.set(peer).is_err() {
            return;
        }
        let session = Arc::downgrade(self);
        let report = move |snapshot: &Arc<Snapshot>| {
            if let Some(session) = session.upgrade() {
                session.report(snapshot);
            }
        };
        if let Err(error) = self.analysts.start(report) {
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

    /// Every finding of `snapshot` as the client shows it; none while there is no analysis.
    pub(super) fn diagnostics(&self, snapshot: &Snapshot) -> Vec<Diagnostic> {
        let findings = snapshot.analysis().map_or(&[][..], |analysis| &analysis.findings);
        findings.iter().map(|finding| outgoing::diagnostic(finding, snapshot, self.peer())).collect()
    }

    /// Closes a document and takes its diagnostics away.
    pub(super) fn close(&self, uri: Uri) {
        let mut documents = self.documents();
        if documents.close(&uri) && !self.peer().pulls {
            self.outbox.notify::<PublishDiagnostics>(&PublishDiagnosticsParams::new(uri, Vec::new(), None));
        }
    }

    /// Says something to the person.
    pub(super) fn show(&self, typ: MessageType, message: impl Into<String>) {
        self.outbox.notify::<ShowMessage>(&ShowMessageParams { typ, message: message.into() });
    }

    /// Publishes what was found in `snapshot`, with its version, unless the client asks for diagnostics itself.
    fn report(&self, snapshot: &Snapshot) {
        if self.peer().pulls {
            return;
        }
        self.outbox.wait_for_room();
        let diagnostics = self.diagnostics(snapshot);
        let params = PublishDiagnosticsParams::new((*snapshot.uri).clone(), diagnostics, Some(snapshot.version()));
        // Under the lock, so that nothing is published after the document was closed.
        let documents = self.documents();
        if !snapshot.is_closed() {
            self.outbox.notify::<PublishDiagnostics>(&params);
        }
        drop(documents);
    }
}
