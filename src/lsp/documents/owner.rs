use super::{Analysts, Snapshot, desk::Desk};
use crate::{
    analysis::Settings,
    syntax::Language,
    text::{Buffer, Change, Encoding},
};
use std::{collections::HashMap, sync::Arc};
use tower_lsp::ls_types::Uri;

/// The open documents. Changes come in the client's order; whoever reads gets a snapshot.
#[derive(Debug, Default)]
pub(in crate::lsp) struct Documents {
    open: HashMap<Arc<Uri>, Document>,
    analysts: Analysts,
}

#[derive(Debug)]
struct Document {
    buffer: Buffer,
    latest: Arc<Snapshot>,
}

impl Documents {
    /// No documents, analysed by `analysts` once there are some.
    pub(in crate::lsp) fn new(analysts: Analysts) -> Self {
        Self { open: HashMap::new(), analysts }
    }

    /// Opens a document, or opens it anew when it is open already.
    pub(in crate::lsp) fn open(
        &mut self,
        uri: Uri,
        language: Option<Language>,
        buffer: Buffer,
        settings: Arc<Settings>,
    ) -> Arc<Snapshot> {
        self.close(&uri);
        let uri = Arc::new(uri);
        let latest = Arc::new(Snapshot::new(uri.clone(), language, settings, Arc::default(), buffer.clone()));
        self.open.insert(uri, Document { buffer, latest: latest.clone() });
        self.analysts.ask(latest.clone());
        latest
    }

    /// Applies the changes of one notification. `None`: no such document.
    pub(in crate::lsp) fn change(
        &mut self,
        uri: &Uri,
        changes: &[Change],
        version: i32,
        encoding: Encoding,
    ) -> Option<Arc<Snapshot>> {
        let document = self.open.get_mut(uri)?;
        document.buffer.apply(changes, version, encoding);
        let settings = document.latest.settings.clone();
        Some(document.renew(settings, &self.analysts))
    }

    /// Analyses every document anew whose settings `settings` changes.
    pub(in crate::lsp) fn reconfigure(&mut self, settings: impl Fn(&Uri) -> Arc<Settings>) {
        for (uri, document) in &mut self.open {
            let settings = settings(uri);
            if settings != document.latest.settings {
                document.renew(settings, &self.analysts);
            }
        }
    }

    /// Closes a document. Answers whether it was open.
    pub(in crate::lsp) fn close(&mut self, uri: &Uri) -> bool {
        let closed = self.open.remove(uri);
        closed.inspect(|document| document.latest.desk.close()).is_some()
    }

    /// The document as it stands now.
    pub(in crate::lsp) fn snapshot(&self, uri: &Uri) -> Option<Arc<Snapshot>> {
        self.open.get(uri).map(|document| document.latest.clone())
    }

    /// Every open document as it stands now, by name.
    pub(in crate::lsp) fn snapshots(&self) -> Vec<Arc<Snapshot>> {
        let mut all: Vec<_> = self.open.values().map(|document| document.latest.clone()).collect();
        all.sort_by(|a, b| a.uri.cmp(&b.uri));
        all
    }
}

impl Document {
    fn renew(&mut self, settings: Arc<Settings>, analysts: &Analysts) -> Arc<Snapshot> {
        let old = &self.latest;
        let desk: Arc<Desk> = old.desk.clone();
        self.latest = Arc::new(Snapshot::new(old.uri.clone(), old.language, settings, desk, self.buffer.clone()));
        analysts.ask(self.latest.clone());
        self.latest.clone()
    }
}
