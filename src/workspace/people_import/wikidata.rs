use super::{TeamPerson, day, items, text};
use serde_json::{Map, Value};

/// "instance of", and the item "human".
const INSTANCE_OF: &str = "P31";
const HUMAN: &str = "Q5";
const POSITION_HELD: &str = "P39";
const START: &str = "P580";
const END: &str = "P582";

/// The humans among Wikidata entities. Positions have a name where their item is among the entities too; otherwise the
/// person's description stands for the role.
pub(super) fn people(entities: &Map<String, Value>) -> Vec<TeamPerson> {
    let humans = entities.iter().filter(|(_, entity)| {
        let kinds = items(&entity["claims"][INSTANCE_OF]).iter();
        kinds.map(|claim| &claim["mainsnak"]["datavalue"]["value"]["id"]).any(|id| id == HUMAN)
    });
    humans.filter_map(|(id, entity)| person(id, entity, entities)).collect()
}

fn person(id: &str, entity: &Value, entities: &Map<String, Value>) -> Option<TeamPerson> {
    let held = items(&entity["claims"][POSITION_HELD]).iter();
    let current = held
        .filter(|claim| claim["qualifiers"][END].is_null())
        .max_by_key(|claim| qualifier_time(claim, START).unwrap_or_default());
    let position = current.and_then(|claim| {
        let item = claim["mainsnak"]["datavalue"]["value"]["id"].as_str()?;
        label(entities.get(item)?)
    });
    let since = position.as_ref().and(current).and_then(|claim| day(qualifier_time(claim, START)?));
    Some(TeamPerson {
        name: label(entity)?,
        aliases: items(&entity["aliases"]["en"]).iter().filter_map(|alias| text(&alias["value"])).collect(),
        role: position.or_else(|| text(&entity["descriptions"]["en"]["value"])),
        since,
        source: Some(format!("https://www.wikidata.org/wiki/{id}")),
        ..TeamPerson::default()
    })
}

/// In English where there is such a label, in all languages' or any otherwise.
fn label(entity: &Value) -> Option<String> {
    let labels = &entity["labels"];
    let any = || labels.as_object()?.values().find_map(|label| text(&label["value"]));
    text(&labels["en"]["value"]).or_else(|| text(&labels["mul"]["value"])).or_else(any)
}

fn qualifier_time<'a>(claim: &'a Value, property: &str) -> Option<&'a str> {
    items(&claim["qualifiers"][property]).first()?["datavalue"]["value"]["time"].as_str()
}
