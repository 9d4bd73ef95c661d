//! What is wrong with a document, on its way to the client: published, or named and made when it asks.

use super::{
    documents::{Kind, Snapshot},
    outgoing::{self, Outgoing},
    serve::Outbox,
    session::Session,
    waits::Woken,
};
use crate::workspace::{Config, PeopleFile};
use serde::Serialize;
use serde_json::value::RawValue;
use std::path::Path;
use tower_lsp::ls_types::{
    Diagnostic, Uri,
    notification::{Notification, PublishDiagnostics},
};

/// Bytes of a text about which any request is answered in a moment.
const QUICK: usize = 128 << 10;

impl Session {
    /// Everything that is wrong with `snapshot`, as the client shows it; nothing while there is no analysis.
    pub(super) fn diagnostics(&self, snapshot: &Snapshot) -> Vec<Diagnostic> {
        self.outgoing(snapshot).iter().map(Diagnostic::from).collect()
    }

    /// The name of all that is wrong with `snapshot`, and that itself unless the client knows it by this name.
    pub(super) fn news(&self, snapshot: &Snapshot, known: Option<&str>) -> (String, Option<Vec<Diagnostic>>) {
        let diagnostics = self.outgoing(snapshot);
        let mut written = snapshot.written();
        written.renew(diagnostics);
        let name = written.name();
        let is_news = known != Some(&*name);
        (name, is_news.then(|| written.diagnostics().map(Diagnostic::from).collect()))
    }

    /// Publishes what was found in `snapshot`, and then answers here what waited for it: this thread is awake. Leaves to
    /// the runtime what would keep the next version waiting.
    pub(super) fn tell(&self, snapshot: &Snapshot, woken: Woken) {
        let mut quick = (snapshot.size() <= QUICK).then_some(woken);
        self.report(snapshot);
        while let Some(woken) = quick.as_mut().filter(|woken| !woken.is_empty() && !snapshot.is_outdated()) {
            self.outbox.write_after(|| woken.go_on());
        }
    }

    /// Publishes what was found in `snapshot`, with its version, unless the client asks for diagnostics itself. Waits for
    /// a client that does not read.
    pub(super) fn report(&self, snapshot: &Snapshot) {
        if !self.peer().pulls {
            self.outbox.wait_for_room();
            let diagnostics = self.outgoing(snapshot);
            let findings = diagnostics.len();
            let publication = publication(snapshot, diagnostics);
            // Under the lock, so that nothing is published after the document was closed.
            let documents = self.documents();
            if !snapshot.is_closed() && snapshot.is_news(findings) {
                publication.into_iter().for_each(|publication| self.outbox.leave(publication));
            }
            drop(documents);
            self.outbox.write();
        }
        self.wake();
    }

    fn outgoing<'a>(&self, snapshot: &'a Snapshot) -> Vec<Outgoing<'a>> {
        let peer = self.peer();
        let problems = match snapshot.kind {
            Kind::Article(_) | Kind::Other => {
                let findings = snapshot.analysis().map_or(&[][..], |analysis| &analysis.findings);
                let own = findings.iter().map(|finding| outgoing::diagnostic(finding, snapshot, peer));
                return own.chain(self.repeats(snapshot)).collect();
            }
            Kind::Configuration => Config::parse(snapshot.text(), Path::new("")).1,
            Kind::People => PeopleFile::parse(snapshot.text()).1,
        };
        problems.into_iter().map(|problem| outgoing::problem(problem, snapshot, peer)).collect()
    }
}

/// The parameters of `textDocument/publishDiagnostics`.
#[derive(Serialize)]
struct Publication<'a> {
    uri: &'a Uri,
    diagnostics: Vec<&'a RawValue>,
    version: i32,
}

/// The message that publishes `diagnostics` of `snapshot`; `None` for what is no JSON.
fn publication(snapshot: &Snapshot, diagnostics: Vec<Outgoing>) -> Option<Vec<u8>> {
    let mut written = snapshot.written();
    written.renew(diagnostics);
    let params = Publication { uri: &snapshot.uri, diagnostics: written.json().collect(), version: snapshot.version() };
    Outbox::notification(PublishDiagnostics::METHOD, &params)
}
