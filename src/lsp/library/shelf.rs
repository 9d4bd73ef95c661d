use crate::{
    lsp::{documents::Snapshot, environment::file_path, outgoing, session::Session},
    people::FullName,
    workspace::{Entry, Place},
};
use std::{collections::HashMap, path::Path, sync::Arc};
use tower_lsp::ls_types::{Location, Uri};

/// An article of the workspace.
#[derive(Clone, Debug)]
pub(in crate::lsp) struct Volume {
    /// Its file.
    pub path: Arc<Path>,
    /// What is known of it.
    pub entry: Arc<Entry>,
    /// What the client calls it, where it is open.
    open: Option<Arc<Uri>>,
}

/// The places of another article that name a person.
#[derive(Clone, Debug)]
pub(in crate::lsp) struct Naming {
    /// The article.
    pub volume: Volume,
    /// The mentions, in order; never empty.
    pub mentions: Vec<Place>,
}

impl Volume {
    /// What the client calls it; `None` for names that cannot be written as one.
    pub(in crate::lsp) fn uri(&self) -> Option<Uri> {
        self.open.as_deref().cloned().or_else(|| Uri::from_file_path(&self.path))
    }

    /// Where `place` of the article is found.
    pub(in crate::lsp) fn location(&self, place: Place) -> Option<Location> {
        Some(Location { uri: self.uri()?, range: outgoing::range_of(place) })
    }
}

impl Session {
    /// Every article of the workspace that is on disk, by path; open ones as they stand in the editor.
    pub(in crate::lsp) fn shelf(&self) -> Vec<Volume> {
        let kept = self.library.0.index().entries();
        self.volumes(kept)
    }

    /// There are other articles on disk than `here`.
    pub(super) fn stands_beside_others(&self, here: Option<&Path>) -> bool {
        self.library.0.index().holds_another(here)
    }

    /// Of each of `sketches` those but `here` that may hold a passage like it.
    pub(super) fn volumes_like<'a>(
        &self,
        sketches: impl Iterator<Item = &'a [u32]>,
        here: Option<&Path>,
    ) -> Vec<Vec<Volume>> {
        let index = self.library.0.index();
        let kept: Vec<_> = sketches.map(|sketch| index.entries_like(sketch, here)).collect();
        drop(index);
        let volumes = |kept: Vec<_>| if kept.is_empty() { Vec::new() } else { self.volumes(kept) };
        kept.into_iter().map(volumes).collect()
    }

    fn volumes(&self, kept: Vec<(Arc<Path>, Arc<Entry>)>) -> Vec<Volume> {
        let mut open: HashMap<_, Arc<Snapshot>> = HashMap::new();
        for snapshot in self.documents().snapshots() {
            open.extend(file_path(&snapshot.uri).map(|path| (path, snapshot)));
        }
        let encoding = self.peer().encoding;
        let volume = |(path, kept): (Arc<Path>, Arc<Entry>)| {
            let snapshot = open.get(&*path);
            let entry = snapshot.and_then(|snapshot| snapshot.entry(encoding)).unwrap_or(kept);
            Volume { path, entry, open: snapshot.map(|snapshot| snapshot.uri.clone()) }
        };
        kept.into_iter().map(volume).collect()
    }

    /// The articles of the workspace but `here` that name the person called `name`, by path.
    pub(in crate::lsp) fn namings(&self, name: &FullName, here: &Uri) -> Vec<Naming> {
        let here = file_path(here);
        let others = self.shelf().into_iter().filter(|volume| here.as_deref() != Some(&volume.path));
        let naming = |volume: Volume| {
            let mentions = volume.entry.find(name).flat_map(|person| person.mentions.iter().copied());
            let mut mentions: Vec<Place> = mentions.collect();
            mentions.sort_unstable_by_key(|place| place.start);
            (!mentions.is_empty()).then_some(Naming { volume, mentions })
        };
        others.filter_map(naming).collect()
    }
}
