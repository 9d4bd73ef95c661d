use super::{TeamPerson, day};
use serde_json::Value;
use std::collections::BTreeMap;

/// A row of a table: cells by column.
pub(super) type Row = BTreeMap<String, String>;

const NAME: &[&str] = &["itemLabel", "personLabel", "humanLabel", "name", "label"];
const ALIASES: &[&str] = &["itemAltLabel", "personAltLabel", "altLabels", "aliases"];
const ROLE: &[&str] = &[
    "positionLabel",
    "officeLabel",
    "roleLabel",
    "position",
    "role",
    "itemDescription",
    "personDescription",
    "description",
];
const SINCE: &[&str] = &["start", "startDate", "startTime", "since"];
const END: &[&str] = &["end", "endDate", "endTime", "until"];
const SOURCE: &[&str] = &["item", "person", "human", "source"];

/// The rows of the query service's JSON.
pub(super) fn of_bindings(bindings: &[Value]) -> Vec<Row> {
    bindings.iter().map(|binding| cells(binding, |cell| &cell["value"])).collect()
}

/// The rows of its simple JSON: a list of objects.
pub(super) fn of_objects(items: &[Value]) -> Vec<Row> {
    items.iter().map(|item| cells(item, |cell| cell)).collect()
}

/// The people of a table. Rows whose role has ended are left out.
pub(super) fn people(rows: &[Row]) -> Vec<TeamPerson> {
    rows.iter().filter(|row| cell(row, END).is_none()).filter_map(person).collect()
}

fn person(row: &Row) -> Option<TeamPerson> {
    let aliases = cell(row, ALIASES).map(|all| all.split([',', '|']).map(|one| one.trim().to_owned()).collect());
    Some(TeamPerson {
        name: cell(row, NAME)?.to_owned(),
        aliases: aliases.unwrap_or_default(),
        role: cell(row, ROLE).map(str::to_owned),
        since: cell(row, SINCE).and_then(day),
        source: cell(row, SOURCE).filter(|link| link.starts_with("http")).map(str::to_owned),
        ..TeamPerson::default()
    })
}

fn cell<'a>(row: &'a Row, columns: &[&str]) -> Option<&'a str> {
    columns.iter().find_map(|column| row.get(*column)).map(String::as_str)
}

fn cells(object: &Value, cell: impl Fn(&Value) -> &Value) -> Row {
    let fields = object.as_object().into_iter().flatten();
    fields.filter_map(|(column, value)| Some((column.clone(), cell(value).as_str()?.to_owned()))).collect()
}
