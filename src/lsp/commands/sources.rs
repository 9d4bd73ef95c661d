use super::{about, document, people::excerpt};
use crate::{
    attribution::{self, Row},
    lsp::{requests::View, session::Session},
};
use serde_json::{Value, json};
use std::{
    fs::{self, File, OpenOptions},
    hash::{Hash, Hasher},
    io::{self, Write},
    path::Path,
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
    let row = |row: &Row| {
        json!({
            "source": row.source,
            "text": excerpt(&row.words),
            "range": view.range(row.content),
        })
    };
    statements(view).iter().map(row).collect()
}

fn statements<'a>(view: &'a View) -> Vec<Row<'a>> {
    attribution::table(view.text(), &view.analysis.article, &view.analysis.people, &view.analysis.statements)
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
    match fs::remove_file(&path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => own_file(&path)?.write_all(markdown.as_bytes())?,
    }
    Uri::from_file_path(&path).ok_or_else(|| io::Error::other("no address for the file"))
}

/// A new file that nobody else may read: the table holds words of a draft. Fails where something stands at `path`, so a
/// link that somebody put there is never followed.
fn own_file(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// The table in Markdown: who said what, with lines.
fn table(view: &View) -> String {
    let statements = statements(view);
    if statements.is_empty() {
        return "# Sources\n\nNobody is quoted in this article.\n".to_owned();
    }
    let rows: String = statements.iter().map(|statement| row(view, statement)).collect();
    format!("# Sources\n\n| Line | Source | Kind | Statement |\n|---:|---|---|---|\n{rows}")
}

fn row(view: &View, row: &Row) -> String {
    let line = view.range(row.content).start.line + 1;
    let (source, kind, content) = (cell(&row.source), row.kind.name(), cell(&row.words));
    format!("| {line} | {source} | {kind} | {content} |\n")
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
