//! The keys of `copydesk.toml` and `people.toml`: one table each, which the readers, the schemas, the reference and
//! completion all use.

use super::{Config, Problem, TeamPerson, node::Node};
use crate::boilerplate::HousePhrases;

/// What a key holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Severities by rule.
    Severities,
    /// A list of texts.
    Texts,
    /// A text.
    Text,
    /// A text or a date.
    Date,
    /// `true` or `false`.
    Bool,
}

/// A key of `copydesk.toml`.
pub struct ConfigKey {
    /// The table it stands in; empty at the top.
    pub section: &'static str,
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What holds where it is absent, in TOML.
    pub default: &'static str,
    /// What it does.
    pub docs: &'static str,
    /// An example of its line, in TOML.
    pub example: &'static str,
    /// Puts its value into a configuration.
    pub(super) read: fn(&mut Config, &Node, &mut Vec<Problem>),
}

/// A key of a person in `people.toml`.
pub struct PersonKey {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub shape: Shape,
    /// What it says.
    pub docs: &'static str,
    /// Puts its value into a person.
    pub(super) read: fn(&mut TeamPerson, &Node, &mut Vec<Problem>),
}

/// The keys of `copydesk.toml`.
pub static CONFIG_KEYS: &[ConfigKey] = &[
    ConfigKey {
        section: "",
        name: "rules",
        shape: Shape::Severities,
        default: "{}",
        docs: "Severity by rule id or by `group/*`: `off`, `hint`, `information`, `warning`, `error`, or `on` for the \
               rule's own. An id beats its group.",
        example: "[rules]\n\"boilerplate/teaser\" = \"off\"\n\"people/*\" = \"error\"",
        read: Config::read_severities,
    },
    ConfigKey {
        section: "",
        name: "exclude",
        shape: Shape::Texts,
        default: "[]",
        docs: "Files that are not articles, as lines of a `.gitignore` in this folder.",
        example: "exclude = [\"templates/\", \"*.draft.md\"]",
        read: Config::read_exclude,
    },
    ConfigKey {
        section: "people",
        name: "file",
        shape: Shape::Text,
        default: "\"people.toml\"",
        docs: "The team's people, relative to this file. Without the key the nearest `people.toml` upwards counts.",
        example: "file = \"../desk/people.toml\"",
        read: |config, node, problems| config.people_file = node.text(problems).map(Into::into),
    },
    ConfigKey {
        section: "people",
        name: "office-holders",
        shape: Shape::Bool,
        default: "true",
        docs: "Whether hovering over a name may show the built-in list of office holders.",
        example: "office-holders = false",
        read: |config, node, problems| config.office_holders = node.bool(problems).unwrap_or(config.office_holders),
    },
    ConfigKey {
        section: "boilerplate",
        name: "phrases",
        shape: Shape::Texts,
        default: "[]",
        docs: "Page furniture of this house: a line that holds one of these phrases is `boilerplate/call-to-action`. \
               Between strokes stands a regular expression; `^` and `$` are the ends of the line. Case does not count.",
        example: "phrases = [\"Follow the Ferrol Courier on\", '/^Picture \\d+ of \\d+$/']",
        read: |config, node, problems| config.settings.furniture_phrases = house_phrases(node, problems),
    },
    ConfigKey {
        section: "attribution",
        name: "trusted-sources",
        shape: Shape::Texts,
        default: "[]",
        docs: "Bodies that every reader here can name: they count as named sources. Case does not count.",
        example: "trusted-sources = [\"the council\", \"the force\"]",
        read: |config, node, problems| config.settings.trusted_sources = lower_texts(node, problems),
    },
    ConfigKey {
        section: "style",
        name: "stock-phrases",
        shape: Shape::Texts,
        default: "[]",
        docs: "Phrases that this house avoids: `boilerplate/stock-phrase` reports them beside its own. That rule is \
               off unless `[rules]` switches it on.",
        example: "stock-phrases = [\"at the end of the day\"]",
        read: |config, node, problems| config.settings.stock_phrases = lower_texts(node, problems),
    },
];

/// The keys of a person in `people.toml`.
pub static PEOPLE_KEYS: &[PersonKey] = &[
    PersonKey {
        name: "name",
        shape: Shape::Text,
        docs: "The name as this house writes it. Required.",
        read: |person, node, problems| person.name = node.text(problems).unwrap_or_default(),
    },
    PersonKey {
        name: "aliases",
        shape: Shape::Texts,
        docs: "Other forms that are right too.",
        read: |person, node, problems| person.aliases = texts(node, problems),
    },
    PersonKey {
        name: "misspellings",
        shape: Shape::Texts,
        docs: "Spellings that this house has ruled out; `people/house-spelling` reports them.",
        read: |person, node, problems| person.misspellings = texts(node, problems),
    },
    PersonKey {
        name: "role",
        shape: Shape::Text,
        docs: "What the person is: \"mayor of Ferrol\".",
        read: |person, node, problems| person.role = node.text(problems),
    },
    PersonKey {
        name: "since",
        shape: Shape::Date,
        docs: "Since when the role holds: a year, a day, or a month in quotation marks.",
        read: |person, node, problems| person.since = node.text_or_date(problems),
    },
    PersonKey {
        name: "source",
        shape: Shape::Text,
        docs: "Where this was looked up: a link.",
        read: |person, node, problems| person.source = node.text(problems),
    },
    PersonKey {
        name: "checked",
        shape: Shape::Date,
        docs: "When somebody of the team last checked it.",
        read: |person, node, problems| person.checked = node.text_or_date(problems),
    },
    PersonKey {
        name: "note",
        shape: Shape::Text,
        docs: "Anything else worth knowing.",
        read: |person, node, problems| person.note = node.text(problems),
    },
    PersonKey {
        name: "pronunciation",
        shape: Shape::Text,
        docs: "How the name is said.",
        read: |person, node, problems| person.pronunciation = node.text(problems),
    },
];

/// The key `name` of the table `section` in `copydesk.toml`.
pub fn config_key(section: &str, name: &str) -> Option<&'static ConfigKey> {
    CONFIG_KEYS.iter().find(|key| key.section == section && key.name == name)
}

/// The key `name` of a person in `people.toml`.
pub fn person_key(name: &str) -> Option<&'static PersonKey> {
    PEOPLE_KEYS.iter().find(|key| key.name == name)
}

fn texts(node: &Node, problems: &mut Vec<Problem>) -> Vec<String> {
    node.texts(problems).into_iter().map(|(text, _)| text).collect()
}

/// Phrases and expressions; those that are none are problems, and the others count.
fn house_phrases(node: &Node, problems: &mut Vec<Problem>) -> HousePhrases {
    let mut phrases = HousePhrases::default();
    for (phrase, span) in node.texts(problems) {
        if let Err(error) = phrases.add(&phrase) {
            let error = error.to_string();
            let reason = error.lines().last().unwrap_or_default().trim_start_matches("error: ");
            problems.push(Problem::new(span, format!("no regular expression: {reason}")));
        }
    }
    phrases
}

fn lower_texts(node: &Node, problems: &mut Vec<Problem>) -> Vec<String> {
    node.texts(problems).into_iter().map(|(text, _)| text.to_lowercase()).collect()
}
