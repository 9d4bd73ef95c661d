//! The editor's settings and the files around the articles: asked for once, and again when they change.

use super::session::{Session, told};
use crate::workspace::{CONFIG_FILE, IGNORED_FILE, PEOPLE_FILE};
use serde_json::{Value, json};
use std::sync::Arc;
use tower_lsp::ls_types::{ConfigurationItem, Registration};

/// The name of our settings in the editor's.
const SECTION: &str = "copydesk";

/// Asks for the settings and to be told of changes, and begins to read the workspace. The client is awaited by a task, never by its notification.
pub(super) fn begin(session: &Arc<Session>) {
    session.library.start(session);
    session.library.search();
    let session = session.clone();
    tokio::spawn(async move {
        let wishes = wishes(&session);
        if !wishes.is_empty() {
            told(session.client.register_capability(wishes).await);
        }
        ask(&session).await;
    });
}

/// The settings changed. Clients that tell settings when asked are asked; the others sent them along.
pub(super) fn changed(session: &Arc<Session>, settings: Value) {
    if session.peer().tells_settings {
        let session = session.clone();
        tokio::spawn(async move { ask(&session).await });
    } else if settings.is_object() {
        take(session, settings);
    }
}

async fn ask(session: &Arc<Session>) {
    if !session.peer().tells_settings {
        return;
    }
    let item = ConfigurationItem { scope_uri: None, section: Some(SECTION.to_owned()) };
    match session.client.configuration(vec![item]).await {
        Ok(mut settings) => {
            if let Some(settings @ Value::Object(_)) = settings.pop() {
                take(session, settings);
            }
        }
        Err(error) => tracing::info!("the client told no settings: {error}"),
    }
}

fn take(session: &Arc<Session>, settings: Value) {
    let is_news = session.environment().configure(settings);
    if is_news {
        session.renew();
    }
}

/// What the client is asked to tell us of, as far as it takes such wishes.
fn wishes(session: &Session) -> Vec<Registration> {
    let wish = |method: &str, options: Value| Registration {
        id: format!("copydesk {method}"),
        method: method.to_owned(),
        register_options: Some(options),
    };
    let globs = [CONFIG_FILE, PEOPLE_FILE, IGNORED_FILE, "*.{md,markdown,txt}"];
    let watchers: Vec<Value> = globs.iter().map(|glob| json!({ "globPattern": format!("**/{glob}") })).collect();
    let peer = session.peer();
    let mut wishes = Vec::new();
    if peer.registers_settings {
        wishes.push(wish("workspace/didChangeConfiguration", json!({ "section": SECTION })));
    }
    if peer.registers_files {
        wishes.push(wish("workspace/didChangeWatchedFiles", json!({ "watchers": watchers })));
    }
    wishes
}
