//! Entries of people.toml for people of articles.

use super::{environment::file_path, outgoing, session::Session};
use crate::{
    people::{FullName, Person},
    text::{Encoding, LineIndex, Span},
    workspace::{PeopleFile, Place, Surroundings, TeamPerson},
};
use std::{fs, path::Path};
use tower_lsp::ls_types::{Location, Uri};

/// The team's entry for `person`, by one of the spellings of the name or by another rendering of it.
pub(super) fn entry<'a>(people: &'a PeopleFile, person: &Person) -> Option<&'a TeamPerson> {
    let spellings = std::iter::once(&person.name).chain(&person.variants);
    spellings.clone().find_map(|name| people.find(name)).or_else(|| named(people, &person.name))
}

/// The team's entry for whoever may be called `name`.
pub(super) fn named<'a>(people: &'a PeopleFile, name: &str) -> Option<&'a TeamPerson> {
    if let Some(entry) = people.find(name) {
        return Some(entry);
    }
    let name = FullName::new(name)?;
    let is_it = |own: &str| FullName::new(own).is_some_and(|own| own.is_same_person(&name));
    people.people.iter().find(|entry| entry.names().any(is_it))
}

/// Where the entry for `person` stands in people.toml as it is now, in the editor or on disk.
pub(super) fn entry_location(session: &Session, around: &Surroundings, person: &Person) -> Option<Location> {
    let path = around.people_path.as_deref()?;
    let (uri, text) = current(session, path)?;
    let (people, _) = PeopleFile::parse(&text);
    let place = entry(&people, person)?.place;
    Some(Location { uri, range: outgoing::range_of(first_line(&text, place, session.peer().encoding)) })
}

/// The text of the file at `path` and what the client calls it.
fn current(session: &Session, path: &Path) -> Option<(Uri, String)> {
    let open = session.documents().snapshots().into_iter().find(|open| file_path(&open.uri).as_deref() == Some(path));
    match open {
        Some(snapshot) => Some(((*snapshot.uri).clone(), snapshot.text().to_owned())),
        None => Some((Uri::from_file_path(path)?, fs::read_to_string(path).ok()?)),
    }
}

/// The first line of `span`.
fn first_line(text: &str, span: Span, encoding: Encoding) -> Place {
    let lines = LineIndex::new(text);
    let end = lines.line(text, lines.line_of(span.start)).end.min(span.end.max(span.start));
    let position = |offset| lines.position(text, offset, encoding);
    Place { start: position(span.start), end: position(end) }
}
