use super::{
    PEOPLE_KEYS, Problem,
    node::{Entry, Node, Value},
    person_key,
    problem::did_you_mean,
};
use crate::{
    analysis::HouseName,
    people::{Card, Person},
    text::Span,
};
use std::collections::BTreeSet;

/// The name of the file.
pub const PEOPLE_FILE: &str = "people.toml";

/// A person as the team knows them: one `[[person]]` of `people.toml`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TeamPerson {
    /// The name as this house writes it.
    pub name: String,
    /// Other forms that are right too.
    pub aliases: Vec<String>,
    /// Spellings that are wrong.
    pub misspellings: Vec<String>,
    /// What the person is.
    pub role: Option<String>,
    /// Since when the role holds, as written.
    pub since: Option<String>,
    /// Where it was looked up: a link.
    pub source: Option<String>,
    /// When it was last checked, as written.
    pub checked: Option<String>,
    /// Anything else.
    pub note: Option<String>,
    /// How the name is said.
    pub pronunciation: Option<String>,
    /// The entry's place. Bytes of `people.toml`; empty for people who come from elsewhere.
    pub place: Span,
}

/// The team's people, in the order of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PeopleFile {
    /// The entries with a name.
    pub people: Vec<TeamPerson>,
}

impl PeopleFile {
    /// Reads the text of a `people.toml`. Mistakes are answered beside it and cost nothing else.
    pub fn parse(text: &str) -> (Self, Vec<Problem>) {
        let mut problems = Vec::new();
        let mut people = Vec::new();
        for entry in Node::of_toml(text, &mut problems) {
            match (entry.key.as_str(), &entry.node.value) {
                ("person", Value::List(items)) => {
                    people.extend(items.iter().filter_map(|item| person(item, &mut problems)));
                }
                ("person", _) => {
                    let message = "people are written as `[[person]]`, with two brackets";
                    problems.push(Problem::new(entry.key_span, message));
                }
                (key, _) => {
                    let message = format!("unknown key `{key}`; people are written as `[[person]]`");
                    problems.push(Problem::new(entry.key_span, message));
                }
            }
        }
        report_doubles(&people, &mut problems);
        (Self { people }, problems)
    }

    /// The entry that calls somebody `name`, by name or alias. Case does not count.
    pub fn find(&self, name: &str) -> Option<&TeamPerson> {
        let name = name.to_lowercase();
        self.people.iter().find(|person| person.names().any(|own| own.to_lowercase() == name))
    }

    /// The names, for the engine.
    pub fn house_names(&self) -> Vec<HouseName> {
        let house_name = |person: &TeamPerson| HouseName {
            name: person.name.clone(),
            aliases: person.aliases.clone(),
            misspellings: person.misspellings.clone(),
        };
        self.people.iter().map(house_name).collect()
    }
}

impl TeamPerson {
    /// What an article says of `person`, as a first entry for the team: its fullest name and first role.
    pub fn of_article(person: &Person, text: &str) -> Self {
        Self { name: person.name.clone(), role: Card::new(text, person).lead(), ..Self::default() }
    }

    /// Every right form of the name, the house's own first.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str)
    }

    /// As an entry of `people.toml`.
    pub fn to_toml(&self) -> String {
        let texts = |items: &[String]| {
            let quoted: Vec<String> = items.iter().map(|item| quoted(item)).collect();
            (!items.is_empty()).then(|| format!("[{}]", quoted.join(", ")))
        };
        let text = |text: &Option<String>| text.as_deref().map(quoted);
        let lines = [
            ("name", Some(quoted(&self.name))),
            ("aliases", texts(&self.aliases)),
            ("misspellings", texts(&self.misspellings)),
            ("role", text(&self.role)),
            ("since", text(&self.since)),
            ("source", text(&self.source)),
            ("checked", text(&self.checked)),
            ("note", text(&self.note)),
            ("pronunciation", text(&self.pronunciation)),
        ];
        let mut toml = String::from("[[person]]\n");
        for (key, value) in lines {
            if let Some(value) = value {
                toml += &format!("{key} = {value}\n");
            }
        }
        toml
    }
}

fn person(node: &Node, problems: &mut Vec<Problem>) -> Option<TeamPerson> {
    let mut person = TeamPerson { place: node.span, ..TeamPerson::default() };
    let entries = node.entries(problems);
    for entry in entries {
        match person_key(&entry.key) {
            Some(key) => (key.read)(&mut person, &entry.node, problems),
            None => {
                let hint = did_you_mean(&entry.key, PEOPLE_KEYS.iter().map(|key| key.name));
                problems.push(Problem::new(entry.key_span, format!("unknown key `{}`{hint}", entry.key)));
            }
        }
    }
    check_source(&mut person, entries, problems);
    if person.name.trim().is_empty() {
        problems.push(Problem::new(node.span, "this person has no name; write name = \"…\""));
        return None;
    }
    Some(person)
}

/// A source that is no link is reported and dropped: hovers make links of it.
fn check_source(person: &mut TeamPerson, entries: &[Entry], problems: &mut Vec<Problem>) {
    let is_link = |source: &str| ["https://", "http://"].iter().any(|scheme| source.starts_with(scheme));
    if person.source.as_deref().is_some_and(|source| !is_link(source)) {
        let span = entries.iter().find(|entry| entry.key == "source").map_or(person.place, |entry| entry.node.span);
        problems.push(Problem::new(span, "a source is a link: https://…"));
        person.source = None;
    }
}

fn report_doubles(people: &[TeamPerson], problems: &mut Vec<Problem>) {
    let mut seen = BTreeSet::new();
    for person in people {
        if !seen.insert(person.name.to_lowercase()) {
            problems.push(Problem::new(person.place, format!("{} stands twice; the first entry counts", person.name)));
        }
    }
}

fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' => quoted += "\\\"",
            '\\' => quoted += "\\\\",
            c if c.is_control() => quoted += &format!("\\u{:04X}", c as u32),
            c => quoted.push(c),
        }
    }
    quoted + "\""
}
