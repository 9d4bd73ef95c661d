use super::{Analysts, Kind, Snapshot};
use crate::{
    text::{Buffer, Change, Encoding},
    workspace::Surroundings,
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
        kind: Kind,
        buffer: Buffer,
        around: Arc<Surroundings>,
    ) -> Arc<Snapshot> {
        self.close(&uri);
        let uri = Arc::new(uri);
        let latest = Arc::new(Snapshot::new(uri.clone(), kind, around, Arc::default(), buffer.clone()));
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
        let around = document.latest.around.clone();
        Some(document.renew(around, &self.analysts))
    }

    /// Analyses every document anew for which `around` tells what lies around it now.
    pub(in crate::lsp) fn renew(&mut self, around: impl Fn(&Uri) -> Option<Arc<Surroundings>>) {
        for (uri, document) in &mut self.open {
            if let Some(around) = around(uri) {
                document.renew(around, &self.analysts);
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
    fn renew(&mut self, around: Arc<Surroundings>, analysts: &Analysts) -> Arc<Snapshot> {
        let old = &self.latest;
        let latest = Snapshot::new(old.uri.clone(), old.kind, around, old.desk.clone(), self.buffer.clone());
        let latest = Arc::new(latest);
        // The old one is dropped while an analyst is at work: it may be large.
        analysts.ask(latest.clone());
        self.latest = latest.clone();
        latest
    }
}
