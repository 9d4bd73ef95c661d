use super::{incoming, outgoing, peer::Peer, requests, session::Session};
use crate::text::Buffer;
use std::sync::Arc;
use tower_lsp::{LanguageServer, jsonrpc::Result, ls_types::*};

/// The face of a [`Session`] to the protocol: notifications here, requests through the table of [`requests`].
///
/// Whatever changes a document is done when its handler is first polled, without waiting for anything: that is what
/// keeps the client's order.
pub(super) struct Server(pub Arc<Session>);

impl LanguageServer for Server {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        let peer = Peer::new(&params.capabilities);
        let capabilities = requests::capabilities(
            &peer,
            ServerCapabilities {
                position_encoding: Some(outgoing::encoding(peer.encoding)),
                text_document_sync: Some(synchronisation()),
                ..ServerCapabilities::default()
            },
        );
        self.0.begin(peer);
        let server_info = ServerInfo { name: "copydesk".into(), version: Some(env!("CARGO_PKG_VERSION").into()) };
        Ok(InitializeResult { capabilities, server_info: Some(server_info), ..InitializeResult::default() })
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_open(&self, params: DidOpenTextDocumentParams) {
        let TextDocumentItem { uri, language_id, version, text } = params.text_document;
        let language = incoming::language(&language_id, &uri);
        let snapshot = self.0.documents().open(uri, language, Buffer::new(&text, version), Arc::default());
        if snapshot.is_too_large() {
            self.0.show(MessageType::INFO, "This text is larger than 10 MB: Copydesk does not analyse it.");
        }
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        let VersionedTextDocumentIdentifier { uri, version } = params.text_document;
        let changes = incoming::changes(params.content_changes);
        if self.0.documents().change(&uri, &changes, version, self.0.peer().encoding).is_none() {
            tracing::warn!("a change of a document that is not open: {}", uri.as_str());
        }
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {}

    async fn did_close(&self, params: DidCloseTextDocumentParams) {
        self.0.close(params.text_document.uri);
    }

    requests::routes!();
}

fn synchronisation() -> TextDocumentSyncCapability {
    TextDocumentSyncCapability::Options(TextDocumentSyncOptions {
        open_close: Some(true),
        change: Some(TextDocumentSyncKind::INCREMENTAL),
        ..TextDocumentSyncOptions::default()
    })
}
