//! People from elsewhere: Wikidata (query results as JSON or CSV, entities as JSON) and Popolo JSON.

mod csv;
mod popolo;
mod rows;
mod wikidata;

use super::TeamPerson;
use serde_json::Value;
use thiserror::Error;

/// Why nothing could be imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// It looks like JSON and is none.
    #[error("no JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// There is nobody in it that we would recognise.
    #[error("no people in it; Wikidata query results (JSON, CSV), Wikidata entities and Popolo JSON are understood")]
    Nobody,
}

/// The people of `text`, each once, in its order. Of several roles the one that began last and has not ended counts.
pub fn import(text: &str) -> Result<Vec<TeamPerson>, ImportError> {
    let found = match text.trim_start().chars().next() {
        Some('{' | '[') => people_of_json(&serde_json::from_str(text)?),
        _ => rows::people(&csv::rows(text)),
    };
    let mut people: Vec<TeamPerson> = Vec::new();
    for person in found.into_iter().filter(|person| !person.name.trim().is_empty()) {
        match people.iter_mut().find(|known| known.name == person.name) {
            Some(known) if person.since > known.since => *known = person,
            Some(_) => {}
            None => people.push(person),
        }
    }
    if people.is_empty() { Err(ImportError::Nobody) } else { Ok(people) }
}

fn people_of_json(value: &Value) -> Vec<TeamPerson> {
    if let Some(entities) = value["entities"].as_object() {
        return wikidata::people(entities);
    }
    if let Some(bindings) = value["results"]["bindings"].as_array() {
        return rows::people(&rows::of_bindings(bindings));
    }
    if value["persons"].is_array() || value["name"].is_string() {
        return popolo::people(value);
    }
    let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
    if items.iter().any(|item| item["name"].is_string()) {
        return items.iter().flat_map(popolo::people).collect();
    }
    rows::people(&rows::of_objects(items))
}

/// `+2024-05-01T00:00:00Z` as `2024-05-01`, `2024-00-00` as `2024`.
fn day(time: &str) -> Option<String> {
    let day = time.trim_start_matches('+').split('T').next().unwrap_or_default();
    let day = day.strip_suffix("-00").unwrap_or(day);
    let day = day.strip_suffix("-00").unwrap_or(day);
    (!day.is_empty()).then(|| day.to_owned())
}

fn text(value: &Value) -> Option<String> {
    value.as_str().filter(|text| !text.is_empty()).map(str::to_owned)
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map(Vec::as_slice).unwrap_or_default()
}
