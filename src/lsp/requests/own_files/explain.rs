use super::place::Place;
use crate::{
    lsp::documents::{Kind, Snapshot},
    rules,
    text::Span,
    workspace::{config_key, person_key},
};

/// What the key or rule at byte `offset` does, in Markdown, and its bytes.
pub(in crate::lsp::requests) fn card(snapshot: &Snapshot, offset: u32) -> Option<(String, Span)> {
    let text = snapshot.text();
    let place = Place::new(text, offset)?;
    let word = place.word.of(text);
    let docs = match snapshot.kind {
        Kind::Configuration => of_configuration(place.section, word),
        Kind::People => person_key(word).map(|key| format!("`{word}`\n\n{}", key.docs)),
        Kind::Article(_) | Kind::Other => None,
    };
    Some((docs?, place.word))
}

fn of_configuration(section: &str, word: &str) -> Option<String> {
    if let Some(rule) = rules::by_id(word) {
        return Some(rule.documentation());
    }
    let key = config_key(section, word).or_else(|| config_key("", word))?;
    Some(format!("`{word}`\n\n{}\n\nDefault: `{}`\n\n```toml\n{}\n```", key.docs, key.default, key.example))
}
