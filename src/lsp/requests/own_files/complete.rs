use super::place::Place;
use crate::{
    lsp::{
        documents::{Kind, Snapshot},
        outgoing,
    },
    rules::{self, Severity},
    text::{Encoding, Span},
    workspace::{CONFIG_KEYS, PEOPLE_KEYS},
};
use tower_lsp::ls_types::{CompletionItem, CompletionItemKind, CompletionTextEdit, TextEdit};

/// What may stand at byte `offset`.
pub(in crate::lsp::requests) fn items(snapshot: &Snapshot, offset: u32, encoding: Encoding) -> Vec<CompletionItem> {
    let Some(place) = Place::new(snapshot.text(), offset) else { return Vec::new() };
    let choices = match (snapshot.kind, place.section, place.is_value) {
        (Kind::Configuration, "rules", true) => severities(),
        (Kind::Configuration, "rules", false) => rule_names(),
        (Kind::Configuration, section, false) => keys(section),
        (Kind::People, _, false) => person_keys(),
        _ => Vec::new(),
    };
    choices.into_iter().map(|choice| item(snapshot, place.quoted, choice, encoding)).collect()
}

/// Something that may be written, and what it is.
struct Choice {
    text: String,
    about: String,
    kind: CompletionItemKind,
}

fn severities() -> Vec<Choice> {
    let names = ["off", "on"].into_iter().chain(Severity::ALL.map(Severity::name));
    let choice =
        |name| Choice { text: format!("\"{name}\""), about: String::new(), kind: CompletionItemKind::ENUM_MEMBER };
    names.map(choice).collect()
}

/// Every rule and every group, each with its quotation marks.
fn rule_names() -> Vec<Choice> {
    let choice = |name: &str, about: &str| Choice {
        text: format!("\"{name}\""),
        about: about.to_owned(),
        kind: CompletionItemKind::PROPERTY,
    };
    let mut groups: Vec<_> = rules::all().iter().map(|rule| rule.group()).collect();
    groups.dedup();
    let groups = groups.into_iter().map(|group| choice(&format!("{group}/*"), "all of the group"));
    groups.chain(rules::all().iter().map(|rule| choice(rule.id, rule.title()))).collect()
}

/// The keys of a table; at the top also the tables.
fn keys(section: &str) -> Vec<Choice> {
    let here = CONFIG_KEYS.iter().filter(|key| key.section == section).map(|key| Choice {
        text: key.name.to_owned(),
        about: key.docs.to_owned(),
        kind: CompletionItemKind::PROPERTY,
    });
    let mut tables: Vec<_> = CONFIG_KEYS.iter().map(|key| key.section).filter(|name| !name.is_empty()).collect();
    tables.dedup();
    let tables = tables.into_iter().map(|name| Choice {
        text: format!("[{name}]"),
        about: "a table of keys".to_owned(),
        kind: CompletionItemKind::MODULE,
    });
    here.chain(tables.filter(|_| section.is_empty())).collect()
}

fn person_keys() -> Vec<Choice> {
    let key = |name: &str, docs: &str| Choice {
        text: name.to_owned(),
        about: docs.to_owned(),
        kind: CompletionItemKind::PROPERTY,
    };
    PEOPLE_KEYS.iter().map(|of| key(of.name, of.docs)).collect()
}

fn item(snapshot: &Snapshot, replaced: Span, choice: Choice, encoding: Encoding) -> CompletionItem {
    let edit = TextEdit { range: outgoing::range(replaced, snapshot, encoding), new_text: choice.text.clone() };
    CompletionItem {
        label: choice.text,
        kind: Some(choice.kind),
        detail: Some(choice.about).filter(|about| !about.is_empty()),
        text_edit: Some(CompletionTextEdit::Edit(edit)),
        ..CompletionItem::default()
    }
}
