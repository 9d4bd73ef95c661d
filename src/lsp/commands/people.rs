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
    let people = &view.analysis.people.people;
    let mut said = vec![Vec::new(); people.len()];
    for statement in &view.analysis.statements.attributions {
        let theirs = statement.person.and_then(|person| said.get_mut(person));
        theirs.into_iter().for_each(|theirs| theirs.push(statement.content));
    }
    people.iter().zip(said).map(|(person, said)| describe(view, person, &said)).collect()
}

/// `said`: the person's statements.
fn describe(view: &View, person: &Person, said: &[Span]) -> Value {
    json!({
        "name": person.name,
        "variants": person.variants,
        "roles": person.roles.iter().map(|span| passage(view, *span)).collect::<Vec<_>>(),
        "statements": said.iter().map(|span| passage(view, *span)).collect::<Vec<_>>(),
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
