use crate::{
    lsp::{documents::Snapshot, environment::file_path, outgoing, session::Session},
    people::FullName,
    workspace::{Entry, Place},
};
use rustc_hash::FxHashMap;
use std::{
    ffi::OsString,
    path::Path,
    sync::{Arc, Weak},
};
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

/// The open documents by path.
type Open = FxHashMap<OsString, Arc<Snapshot>>;

/// A state of the articles of the workspace, beside one of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Edition {
    /// Of those on disk.
    index: u64,
    /// The open ones, and whether they were analysed.
    open: Vec<(Weak<Snapshot>, bool)>,
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        let is_same =
            |((one, read), (other, also_read)): (&(Weak<_>, _), &(_, _))| one.ptr_eq(other) && read == also_read;
        self.index == other.index
            && self.open.len() == other.open.len()
            && self.open.iter().zip(&other.open).all(is_same)
    }
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
        self.volumes(|_| true)
    }

    /// There are other articles on disk than `here`.
    pub(super) fn stands_beside_others(&self, here: Option<&Path>) -> bool {
        self.library.0.index().holds_another(here)
    }

    /// Which state of the articles but `here` counts.
    pub(super) fn edition(&self, here: Option<&Path>) -> Edition {
        let snapshots = self.documents().snapshots();
        let others = snapshots.iter().filter(|snapshot| file_path(&snapshot.uri).as_deref() != here);
        let open = others.map(|other| (Arc::downgrade(other), other.analysis().is_some())).collect();
        Edition { index: self.library.0.index().edition(), open }
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
        let open = self.open_articles();
        let volumes = |kept: Vec<_>| kept.into_iter().map(|kept| self.volume(kept, &open)).collect();
        kept.into_iter().map(volumes).collect()
    }

    /// Those articles on disk that are wanted, by path; open ones as they stand in the editor. `wanted` is asked of what
    /// stands on disk.
    fn volumes(&self, wanted: impl Fn(&Entry) -> bool) -> Vec<Volume> {
        let open = self.open_articles();
        let index = self.library.0.index();
        let kept = index.articles().filter(|(path, entry)| wanted(entry) || open.contains_key(path.as_os_str()));
        let kept: Vec<_> = kept.map(|(path, entry)| (path.clone(), entry.clone())).collect();
        drop(index);
        kept.into_iter().map(|kept| self.volume(kept, &open)).collect()
    }

    fn open_articles(&self) -> Open {
        let snapshots = self.documents().snapshots().into_iter();
        snapshots.filter_map(|snapshot| Some((file_path(&snapshot.uri)?.into(), snapshot))).collect()
    }

    fn volume(&self, (path, kept): (Arc<Path>, Arc<Entry>), open: &Open) -> Volume {
        let snapshot = open.get(path.as_os_str());
        let entry = snapshot.and_then(|snapshot| snapshot.entry(self.peer().encoding)).unwrap_or(kept);
        Volume { path, entry, open: snapshot.map(|snapshot| snapshot.uri.clone()) }
    }

    /// The articles of the workspace but `here` that name the person called `name`, by path.
    pub(in crate::lsp) fn namings(&self, name: &FullName, here: &Uri) -> Vec<Naming> {
        let here = file_path(here);
        let named = self.volumes(|entry| entry.may_name(name)).into_iter();
        let others = named.filter(|volume| here.as_ref().map(|here| here.as_os_str()) != Some(volume.path.as_os_str()));
        let naming = |volume: Volume| {
            let mentions = volume.entry.find(name).flat_map(|person| person.mentions.iter().copied());
            let mut mentions: Vec<Place> = mentions.collect();
            mentions.sort_unstable_by_key(|place| place.start);
            (!mentions.is_empty()).then_some(Naming { volume, mentions })
        };
        others.filter_map(naming).collect()
    }
}
