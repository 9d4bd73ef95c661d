use crate::{
    lsp::{documents::Snapshot, environment::file_path, session::Session},
    workspace::read,
};
use rustc_hash::{FxHashSet, FxHasher};
use std::{
    hash::{Hash, Hasher},
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_lsp::ls_types::{Diagnostic, Uri};

/// An article of the workspace that nobody has open.
#[derive(Clone, Debug)]
pub(in crate::lsp) struct Unopened {
    /// What the client would call it.
    pub uri: Uri,
    /// What its findings are called: another name when the file, the settings or what lies around it changed.
    pub name: String,
    path: Arc<Path>,
}

impl Session {
    /// The articles on disk that nobody has open, by path.
    pub(in crate::lsp) fn unopened(&self) -> Vec<Unopened> {
        let open: FxHashSet<PathBuf> =
            self.documents().snapshots().iter().filter_map(|snapshot| file_path(&snapshot.uri)).collect();
        let edition = self.environment().edition();
        let index = self.library.0.index();
        let closed = index.stamps().filter(|(path, _)| !open.contains(&***path));
        let named = closed.filter_map(|(path, stamp)| {
            let mut hasher = FxHasher::default();
            (stamp, edition).hash(&mut hasher);
            let name = format!("disk {:016x}", hasher.finish());
            Some(Unopened { uri: Uri::from_file_path(path)?, name, path: path.clone() })
        });
        named.collect()
    }

    /// What is wrong with `article`, read and analysed here and now; nothing with what cannot be read any longer.
    pub(in crate::lsp) fn diagnostics_on_disk(&self, article: &Unopened) -> Vec<Diagnostic> {
        let around = self.environment().around(&article.uri);
        match read(&article.path) {
            Ok(source) => self.diagnostics(&Snapshot::of_file(article.uri.clone(), &source, around)),
            Err(error) => {
                tracing::warn!("{}: {error}", article.path.display());
                Vec::new()
            }
        }
    }
}
