use super::{TeamPerson, day, items, text};
use serde_json::Value;

/// The people of a Popolo document, or of one person that stands alone.
pub(super) fn people(document: &Value) -> Vec<TeamPerson> {
    let alone = std::slice::from_ref(document);
    let people = document["persons"].as_array().map_or(alone, Vec::as_slice);
    people.iter().filter_map(|value| person(value, document)).collect()
}

fn person(value: &Value, document: &Value) -> Option<TeamPerson> {
    let outside = items(&document["memberships"]).iter().filter(|membership| membership["person_id"] == value["id"]);
    let memberships = items(&value["memberships"]).iter().chain(outside.filter(|_| !value["id"].is_null()));
    let current = memberships
        .filter(|membership| membership["end_date"].is_null())
        .max_by_key(|membership| membership["start_date"].as_str().unwrap_or_default());
    Some(TeamPerson {
        name: text(&value["name"])?,
        aliases: items(&value["other_names"]).iter().filter_map(|other| text(&other["name"])).collect(),
        role: current.and_then(|membership| role(membership, document)),
        since: current.and_then(|membership| day(membership["start_date"].as_str()?)),
        source: source(value),
        note: text(&value["summary"]),
        ..TeamPerson::default()
    })
}

fn role(membership: &Value, document: &Value) -> Option<String> {
    let post = text(&membership["role"]).or_else(|| text(&membership["label"]));
    let known = items(&document["organizations"]).iter().find(|body| body["id"] == membership["organization_id"]);
    let body = known.and_then(|body| text(&body["name"])).or_else(|| text(&membership["organization"]["name"]));
    match (post, body) {
        (Some(post), Some(body)) => Some(format!("{post}, {body}")),
        (post, body) => post.or(body),
    }
}

fn source(person: &Value) -> Option<String> {
    let wikidata = items(&person["identifiers"]).iter().find(|identifier| identifier["scheme"] == "wikidata");
    let item = wikidata.and_then(|identifier| text(&identifier["identifier"]));
    let link = || {
        let mut links = items(&person["sources"]).iter().chain(items(&person["links"]));
        links.find_map(|link| text(&link["url"]))
    };
    item.map(|item| format!("https://www.wikidata.org/wiki/{item}")).or_else(link)
}
