//! What is generated from the tables of keys: JSON schemas and the reference.

use super::keys::{CONFIG_KEYS, ConfigKey, PEOPLE_KEYS, Shape};
use crate::rules::{self, Severity};
use serde_json::{Map, Value, json};

/// The generated files by their names: both schemas and the reference.
pub fn generated() -> [(&'static str, String); 3] {
    let pretty = |value: &Value| serde_json::to_string_pretty(value).unwrap_or_default() + "\n";
    [
        ("config.schema.json", pretty(&config_schema())),
        ("people.schema.json", pretty(&people_schema())),
        ("configuration.md", config_reference()),
    ]
}

/// The JSON schema of `copydesk.toml`.
pub fn config_schema() -> Value {
    let mut properties = Map::new();
    for key in CONFIG_KEYS.iter().filter(|key| key.section.is_empty()) {
        properties.insert(key.name.into(), config_value(key));
    }
    for key in CONFIG_KEYS.iter().filter(|key| !key.section.is_empty()) {
        let section = properties.entry(key.section).or_insert_with(|| object(Map::new()));
        section["properties"][key.name] = config_value(key);
    }
    schema("copydesk.toml", properties)
}

/// The JSON schema of `people.toml`.
pub fn people_schema() -> Value {
    let mut person = Map::new();
    for key in PEOPLE_KEYS {
        person.insert(key.name.into(), value(key.shape, key.docs));
    }
    let mut person = object(person);
    person["required"] = json!(["name"]);
    let people = json!({ "type": "array", "items": person, "description": "The team's people." });
    schema("people.toml", Map::from_iter([("person".to_owned(), people)]))
}

/// The reference of `copydesk.toml` and `people.toml`, in Markdown.
pub fn config_reference() -> String {
    let mut page = String::from(
        "# Configuration\n\nCopydesk looks for `copydesk.toml` upwards from each article; the nearest file counts, \
         alone. A key that it does not know, or a value that makes no sense, is reported at its place and costs nothing \
         else. Editors send the same keys as settings (`copydesk.attribution.trustedSources`), and these override the \
         file.\n\nThis page is generated: `copydesk config --write docs`.\n\n",
    );
    for key in CONFIG_KEYS {
        let name = if key.section.is_empty() { key.name.into() } else { format!("{}.{}", key.section, key.name) };
        let table = if key.section.is_empty() { String::new() } else { format!("[{}]\n", key.section) };
        page += &format!(
            "## `{name}`\n\n{}\n\nDefault: `{}`\n\n```toml\n{table}{}\n```\n\n",
            key.docs, key.default, key.example
        );
    }
    page += "# People\n\n`people.toml` holds the people whose names and roles the team has settled, each as a table \
             `[[person]]`. The nearest file upwards from the article counts, or the one that `people.file` names. \
             [People](people.md) tells how to fill it, and what it is good for.\n\n";
    page += "```toml\n[[person]]\nname = \"Sofia Lindqvist\"\nmisspellings = [\"Sofia Lindquist\"]\nrole = \"harbour \
             master of Ostvik\"\nsince = \"2024-05\"\nsource = \"https://ostvik.example/harbour\"\nchecked = 2026-02-11\n```\n\n\
             | key | what it says |\n|---|---|\n";
    for key in PEOPLE_KEYS {
        page += &format!("| `{}` | {} |\n", key.name, key.docs);
    }
    page
}

fn schema(title: &str, properties: Map<String, Value>) -> Value {
    let mut schema = object(properties);
    schema["$schema"] = "http://json-schema.org/draft-07/schema#".into();
    schema["title"] = title.into();
    schema
}

fn object(properties: Map<String, Value>) -> Value {
    json!({ "type": "object", "additionalProperties": false, "properties": properties })
}

fn config_value(key: &ConfigKey) -> Value {
    value(key.shape, key.docs)
}

fn value(shape: Shape, docs: &str) -> Value {
    let mut value = match shape {
        Shape::Severities => severities(),
        Shape::Texts => json!({ "type": "array", "items": { "type": "string" } }),
        Shape::Text | Shape::Date => json!({ "type": "string" }),
        Shape::Bool => json!({ "type": "boolean" }),
    };
    value["description"] = docs.into();
    value
}

fn severities() -> Value {
    let names: Vec<&str> = ["off", "on"].into_iter().chain(Severity::ALL.map(Severity::name)).collect();
    let mut properties = Map::new();
    for rule in rules::all() {
        properties.insert(format!("{}/*", rule.group()), json!({ "enum": names }));
        properties.insert(rule.id.into(), json!({ "enum": names, "description": rule.title() }));
    }
    object(properties)
}
