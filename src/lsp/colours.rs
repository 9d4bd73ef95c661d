use rustc_hash::FxHasher;
use std::{
    collections::HashMap,
    hash::{Hash, Hasher},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};
use tower_lsp::ls_types::{SemanticToken, Uri};

/// The semantic tokens that each open document was last sent, so that the next answer may be a change of them.
#[derive(Debug, Default)]
pub(super) struct Colours(Mutex<HashMap<Arc<Uri>, Vec<SemanticToken>>>);

impl Colours {
    /// Keeps the tokens of a document; answers their name. Equal tokens have equal names.
    pub(super) fn keep(&self, uri: &Arc<Uri>, tokens: Vec<SemanticToken>) -> String {
        let name = name(&tokens);
        self.lock().insert(uri.clone(), tokens);
        name
    }

    /// The tokens that were last kept of a document, if they are called `wanted`.
    pub(super) fn kept(&self, uri: &Uri, wanted: &str) -> Option<Vec<SemanticToken>> {
        self.lock().get(uri).filter(|tokens| name(tokens) == wanted).cloned()
    }

    /// Forgets a document that was closed.
    pub(super) fn forget(&self, uri: &Uri) {
        self.lock().remove(uri);
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<Arc<Uri>, Vec<SemanticToken>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn name(tokens: &[SemanticToken]) -> String {
    let mut hasher = FxHasher::default();
    for token in tokens {
        [token.delta_line, token.delta_start, token.length, token.token_type].hash(&mut hasher);
    }
    format!("{:016x}", hasher.finish())
}
