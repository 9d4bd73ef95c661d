use super::{about, document, people::excerpt};
use crate::{
    attribution::{Attribution, SourceKind},
    lsp::{requests::View, session::Session},
};
use serde_json::{Value, json};
use std::{
    fs,
    hash::{Hash, Hasher},
    io,
    sync::Arc,
};
use tower_lsp::{
    jsonrpc::Result,
    ls_types::{MessageType, ShowDocumentParams, Uri},
};

pub(super) async fn run(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    let answer = about(&session, &snapshot, |view| json!({ "markdown": table(view), "rows": rows(view) })).await?;
    Ok(Some(answer))
}

/// The same as values, for editors that list places: who, what, where.
fn rows(view: &View) -> Vec<Value> {
    let row = |statement: &Attribution| {
        json!({
            "source": source(view, statement),
            "text": excerpt(statement.content.of(view.text())),
            "range": view.range(statement.content),
        })
    };
    view.analysis.statements.attributions.iter().map(row).collect()
}

/// Writes the table beside no article but among the temporary files, and shows it.
pub(super) async fn open(session: Arc<Session>, arguments: Vec<Value>) -> Result<Option<Value>> {
    let snapshot = document(&session, &arguments)?;
    let markdown = about(&session, &snapshot, table).await?;
    if !session.peer().shows_documents {
        session.show(MessageType::INFO, "This editor does not show documents; run `copydesk sources` instead.");
        return Ok(Some(json!({ "markdown": markdown })));
    }
    match write(&snapshot.uri, &markdown) {
        Ok(uri) => {
            let params = ShowDocumentParams { uri, external: None, take_focus: Some(true), selection: None };
            session.client.show_document(params).await?;
        }
        Err(error) => session.show(MessageType::ERROR, format!("The table could not be written: {error}")),
    }
    Ok(Some(json!({ "markdown": markdown })))
}

fn write(article: &Uri, markdown: &str) -> io::Result<Uri> {
    let mut hasher = rustc_hash::FxHasher::default();
    article.as_str().hash(&mut hasher);
    let path = std::env::temp_dir().join(format!("copydesk-sources-{:016x}.md", hasher.finish()));
    fs::write(&path, markdown)?;
    Uri::from_file_path(&path).ok_or_else(|| io::Error::other("no address for the file"))
}

/// The table in Markdown: who said what, with lines.
fn table(view: &View) -> String {
    let statements = &view.analysis.statements.attributions;
    if statements.is_empty() {
        return "# Sources\n\nNobody is quoted in this article.\n".to_owned();
    }
    let rows: String = statements.iter().map(|statement| row(view, statement)).collect();
    format!("# Sources\n\n| Line | Source | Kind | Statement |\n|---:|---|---|---|\n{rows}")
}

/// Who said it: the name of a person, with the words that stand for it here; else those words.
fn source(view: &View, statement: &Attribution) -> String {
    let person = statement.person.and_then(|index| view.analysis.people.people.get(index));
    let phrase = statement.source.map(|source| source.of(view.text()));
    match (person, phrase) {
        (Some(person), Some(phrase)) if !phrase.contains(&person.name) => format!("{} ({phrase})", person.name),
        (Some(person), _) => person.name.clone(),
        (None, phrase) => phrase.unwrap_or("nobody").to_owned(),
    }
}

fn row(view: &View, statement: &Attribution) -> String {
    let line = view.range(statement.content).start.line + 1;
    let kind = match statement.source_kind {
        SourceKind::Named => "named",
        SourceKind::Described => "described",
        SourceKind::Vague => "vague",
        SourceKind::Anonymous => "anonymous",
        SourceKind::None => "none",
    };
    format!("| {line} | {} | {kind} | {} |\n", cell(&source(view, statement)), cell(statement.content.of(view.text())))
}

/// Article text as the plain text of a cell: nothing in it is markup.
fn cell(text: &str) -> String {
    let mut escaped = String::new();
    for c in excerpt(text).chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '!' | '&') {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
