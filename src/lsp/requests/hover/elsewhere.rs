//! What others than the article say of a person.

use super::{View, person::shortened};
use crate::{
    lsp::{
        library::Naming,
        markup::{Line, Markup},
        team,
    },
    people::{
        FullName, Person,
        known::{self, Known, Office},
        one_line,
    },
    workspace::TeamPerson,
};
use rustc_hash::FxHashSet;
use std::path::PathBuf;

/// The other articles that name `person`, the team's entry, and the built-in list of office holders.
pub(super) fn sections(view: &View, person: &Person, markup: &mut Markup) {
    other_articles(view, person, markup);
    team(view, person, markup);
    office_holder(view, person, markup);
}

fn other_articles(view: &View, person: &Person, markup: &mut Markup) {
    let Some(name) = FullName::new(&person.name) else { return };
    let namings = view.session.namings(&name, &view.snapshot.uri);
    if !namings.is_empty() {
        markup.paragraph(Line::of("Other articles:"));
        let folders = view.session.environment().folders().to_vec();
        markup.list(shortened(namings.iter().map(|naming| article(naming, &folders))));
    }
}

/// An article by its path in the workspace, with a link to its first mention.
fn article(naming: &Naming, folders: &[PathBuf]) -> Line {
    let path = &naming.volume.path;
    let inside = folders.iter().find_map(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
    let name = inside.display().to_string();
    let line = naming.mentions.first().map_or(1, |place| place.start.line + 1);
    let linked = match naming.volume.uri() {
        Some(uri) => Line::default().link(name, format!("{}#L{line}", uri.as_str())),
        None => Line::of(name),
    };
    linked.text(match naming.mentions.len() {
        1 => format!(" (line {line})"),
        times => format!(" ({times} times, first in line {line})"),
    })
}

/// What the team's people.toml says.
fn team(view: &View, person: &Person, markup: &mut Markup) {
    let around = &view.snapshot.around;
    let Some(entry) = team::entry(&around.people, person) else { return };
    let head = match team::entry_location(view.session, around, person) {
        Some(place) => {
            let line = place.range.start.line + 1;
            Line::default().link("people.toml", format!("{}#L{line}", place.uri.as_str()))
        }
        None => Line::of("people.toml"),
    };
    markup.paragraph(head.text(":"));
    markup.list(team_lines(entry));
}

/// The lines of an entry of people.toml.
fn team_lines(entry: &TeamPerson) -> Vec<Line> {
    let since = entry.since.as_ref().map_or_else(String::new, |since| format!(" (since {since})"));
    let role = entry.role.as_ref().map_or_else(String::new, |role| format!(", {role}"));
    let mut lines = vec![Line::default().strong(&entry.name).text(format!("{role}{since}"))];
    lines.extend(entry.pronunciation.as_ref().map(|sound| Line::of(format!("said: {sound}"))));
    lines.extend(entry.note.as_ref().map(Line::of));
    let checked = entry.checked.as_ref().map(|date| format!("checked {date}"));
    lines.extend(match (&entry.source, checked) {
        (Some(source), Some(checked)) => Some(Line::default().link("source", source).text(format!(", {checked}"))),
        (Some(source), None) => Some(Line::default().link("source", source)),
        (None, Some(checked)) => Some(Line::of(checked)),
        (None, None) => None,
    });
    lines
}

/// What the built-in list says, always with its date.
fn office_holder(view: &View, person: &Person, markup: &mut Markup) {
    if !view.snapshot.around.config.office_holders {
        return;
    }
    let mut written = FxHashSet::default();
    let once = person.roles.iter().filter(|role| written.insert(role.of(view.text())));
    let roles: Vec<String> = once.map(|role| one_line(view.text(), *role)).collect();
    let Some(known) = known::look_up(&person.name, roles.iter().map(String::as_str)) else { return };
    let Some(office) = known.offices.first() else { return };
    let closeness = if known.same_spelling { "Known" } else { "Closest known" };
    let line = Line::of(format!("{closeness} as of {}: ", office.as_of));
    markup.paragraph(line.link(&known.name, item(&known)).text(format!(", {}.", held(office))));
}

/// "Minister of Foreign Affairs, Russia, since 2004-03-09".
fn held(office: &Office) -> String {
    let country = if office.country.is_empty() { String::new() } else { format!(", {}", office.country) };
    let time = match (office.from, office.to) {
        (Some(from), Some(to)) => format!(", {from} to {to}"),
        (Some(from), None) => format!(", since {from}"),
        (None, Some(to)) => format!(", until {to}"),
        (None, None) => String::new(),
    };
    format!("{}{country}{time}", office.role)
}

fn item(known: &Known) -> String {
    format!("https://www.wikidata.org/wiki/Q{}", known.item)
}
