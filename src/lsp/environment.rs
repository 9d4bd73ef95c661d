use crate::workspace::Surroundings;
use serde_json::Value;
use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::Arc,
};
use tower_lsp::ls_types::Uri;

/// What lies around the documents: the workspace's folders, the editor's settings, and the configuration on disk, read
/// once a folder until it changes.
#[derive(Debug, Default)]
pub(super) struct Environment {
    folders: Vec<PathBuf>,
    settings: Value,
    read: HashMap<PathBuf, Arc<Surroundings>>,
    edition: u64,
}

/// What the editor's settings say that is none of the engine's business.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Preferences {
    /// Show whom "he said" means.
    pub inlay_hints: bool,
    /// Show counts and the table of sources over the title.
    pub code_lens: bool,
    /// Tell the findings of all articles of the workspace, not of open ones alone.
    pub whole_workspace: bool,
}

impl Environment {
    /// What lies around the document `uri`. One that is no file belongs to the first folder of the workspace.
    pub(super) fn around(&mut self, uri: &Uri) -> Arc<Surroundings> {
        let path = file_path(uri);
        let folder = path.as_deref().and_then(Path::parent).or(self.folders.first().map(PathBuf::as_path));
        let folder = folder.unwrap_or(Path::new("")).to_owned();
        let settings = &self.settings;
        self.read.entry(folder).or_insert_with_key(|folder| Arc::new(Surroundings::of(folder, Some(settings)))).clone()
    }

    /// The folders of the workspace.
    pub(super) fn folders(&self) -> &[PathBuf] {
        &self.folders
    }

    /// The editor's settings.
    pub(super) fn settings(&self) -> &Value {
        &self.settings
    }

    /// Adds and removes folders of the workspace.
    pub(super) fn change_folders(&mut self, added: impl Iterator<Item = PathBuf>, removed: &[PathBuf]) {
        self.folders.retain(|folder| !removed.contains(folder));
        for folder in added {
            if !self.folders.contains(&folder) {
                self.folders.push(folder);
            }
        }
    }

    /// Takes the editor's settings: the object `copydesk`, or one that holds it. Says whether they are news.
    pub(super) fn configure(&mut self, settings: Value) -> bool {
        let settings = match settings {
            Value::Object(mut outer) if outer.contains_key("copydesk") => outer.remove("copydesk").unwrap_or_default(),
            settings => settings,
        };
        let is_news = settings != self.settings;
        if is_news {
            self.settings = settings;
            self.forget();
        }
        is_news
    }

    /// What else the editor's settings say.
    pub(super) fn preferences(&self) -> Preferences {
        let flag = |pointer: &str, default| self.settings.pointer(pointer).and_then(Value::as_bool).unwrap_or(default);
        Preferences {
            inlay_hints: flag("/inlayHints", false),
            code_lens: flag("/codeLens", true),
            whole_workspace: self.settings.pointer("/diagnosticMode").is_some_and(|mode| mode == "workspace"),
        }
    }

    /// Reads everything anew when it is next asked for: something on disk changed.
    pub(super) fn forget(&mut self) {
        self.read.clear();
        self.edition += 1;
    }

    /// Another number whenever what lies around the documents may be another.
    pub(super) fn edition(&self) -> u64 {
        self.edition
    }
}

/// The file that `uri` names; `None` for buffers that were never saved and for files of other systems.
pub(super) fn file_path(uri: &Uri) -> Option<PathBuf> {
    if !uri.scheme().as_str().eq_ignore_ascii_case("file") {
        return None;
    }
    uri.to_file_path().map(|path| path.into_owned())
}
