use super::fuzzy::Query;
use crate::{
    lsp::{environment::file_path, library::Volume, session::Session},
    workspace::Place,
};
use serde_json::{Value, json};
use std::{cmp::Reverse, collections::BTreeMap};
use tower_lsp::ls_types::{
    Location, OneOf, SymbolInformation, SymbolKind, Uri, WorkspaceLocation, WorkspaceSymbol,
};

/// A heading or a person of the workspace.
#[derive(Clone, Debug)]
pub(in crate::lsp::requests) struct Found {
    name: String,
    kind: SymbolKind,
    /// The article of a heading; how many articles name a person.
    container: String,
    volume: Volume,
    place: Place,
}

/// A person over all articles.
struct Known<'a> {
    fit: u32,
    articles: usize,
    volume: &'a Volume,
    mentions: usize,
    place: Place,
}

/// What fits `query`, the best first.
pub(super) fn search(session: &Session, query: &str) -> Vec<Found> {
    let query = Query::new(query);
    let shelf = session.shelf();
    let mut found: Vec<(u32, Found)> = Vec::new();
    for volume in &shelf {
        for heading in &volume.entry.headings {
            if let Some(fit) = query.fit(&heading.words) {
                found.push((fit, Found::heading(volume, heading.words.to_string(), heading.place)));
            }
        }
    }
    found.extend(people(&shelf, &query).into_iter().map(|(name, known)| (known.fit, Found::person(name, known))));
    found.sort_by_cached_key(|(fit, found)| (Reverse(*fit), found.name.len(), found.name.clone()));
    found.into_iter().map(|(_, found)| found).collect()
}

/// The heading or person called `name` in the article of `uri`, as it stands now.
pub(in crate::lsp::requests) fn at(session: &Session, data: &Value) -> Option<Location> {
    let (uri, name): (Uri, _) = (data["uri"].as_str()?.parse().ok()?, data["name"].as_str()?);
    let path = file_path(&uri)?;
    let volume = session.shelf().into_iter().find(|volume| *volume.path == *path)?;
    let heading = volume.entry.headings.iter().find(|heading| *heading.words == *name).map(|heading| heading.place);
    let person = || volume.entry.people.iter().find(|person| *person.name == *name);
    let place = heading.or_else(|| person()?.mentions.first().copied());
    volume.location(place.unwrap_or_default())
}

/// Everybody with a full name that fits, at home in the article with the most mentions.
fn people<'a>(shelf: &'a [Volume], query: &Query) -> BTreeMap<&'a str, Known<'a>> {
    let mut people: BTreeMap<&str, Known> = BTreeMap::new();
    for volume in shelf {
        for person in volume.entry.people.iter().filter(|person| person.name.contains(' ')) {
            let (mentions, Some(&place)) = (person.mentions.len(), person.mentions.first()) else { continue };
            let Some(fit) = query.fit(&person.name) else { continue };
            let here = Known { fit, articles: 0, volume, mentions, place };
            let known = people.entry(&person.name).or_insert(here);
            if known.mentions < mentions {
                *known = Known { fit, articles: known.articles, volume, mentions, place };
            }
            known.articles += 1;
        }
    }
    people
}

impl Found {
    fn heading(volume: &Volume, name: String, place: Place) -> Self {
        let container = volume.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { name, kind: SymbolKind::STRING, container, volume: volume.clone(), place }
    }

    fn person(name: &str, known: Known) -> Self {
        let container = match known.articles {
            1 => known.volume.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            articles => format!("{articles} articles"),
        };
        Self { name: name.to_owned(), kind: SymbolKind::OBJECT, container, volume: known.volume.clone(), place: known.place }
    }

    /// With its place. `None` where the article's path cannot be written as a URI.
    #[expect(deprecated, reason = "a field of the protocol's type that has to be given")]
    pub(super) fn placed(&self) -> Option<SymbolInformation> {
        Some(SymbolInformation {
            name: self.name.clone(),
            kind: self.kind,
            tags: None,
            deprecated: None,
            location: self.volume.location(self.place)?,
            container_name: Some(self.container.clone()),
        })
    }

    /// Without its place, which is looked up when it is chosen.
    pub(super) fn unplaced(&self) -> Option<WorkspaceSymbol> {
        let uri = self.volume.uri()?;
        Some(WorkspaceSymbol {
            name: self.name.clone(),
            kind: self.kind,
            tags: None,
            container_name: Some(self.container.clone()),
            data: Some(json!({ "uri": uri.as_str(), "name": self.name })),
            location: OneOf::Right(WorkspaceLocation { uri }),
        })
    }
}
