use super::{about, document};
use crate::{
    lsp::{requests::View, session::Session},
    people::Person,
    text::Span,
};
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp::jsonrpc::Result;

/// The longest text of a passage, in characters.
const LONGEST: usize = 120;

pub(super) async fn run(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    about(&session, &snapshot, people).await.map(|people| Some(people.into()))
}

fn people(view: &View) -> Vec<Value> {
    let people = view.analysis.people.people.iter().enumerate();
    people.map(|(index, person)| describe(view, index, person)).collect()
}

fn describe(view: &View, index: usize, person: &Person) -> Value {
    let statements = view.analysis.statements.attributions.iter().filter(|statement| statement.person == Some(index));
    json!({
        "name": person.name,
        "variants": person.variants,
        "roles": person.roles.iter().map(|span| passage(view, *span)).collect::<Vec<_>>(),
        "statements": statements.map(|statement| passage(view, statement.content)).collect::<Vec<_>>(),
        "mentions": person.mentions.iter().map(|span| passage(view, *span)).collect::<Vec<_>>(),
    })
}

fn passage(view: &View, span: Span) -> Value {
    json!({ "text": excerpt(span.of(view.text())), "range": view.range(span) })
}

/// The words on one line, shortened.
pub(super) fn excerpt(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", line[..end].trim_end()),
        None => line,
    }
}
