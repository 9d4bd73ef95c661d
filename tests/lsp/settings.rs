//! Configuration: from the editor and from files, once and on change.

use crate::client::Client;
use serde_json::{Value, json};
use std::{fs, path::Path};
use tempfile::TempDir;

const ARTICLE: &str = "The pier will open in May.\n\nShare this article\n";
const OFF: &str = "[rules]\n\"boilerplate/*\" = \"off\"\n";

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn uri(&self, name: &str) -> String {
        format!("file://{}", self.folder.path().join(name).display())
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap_or(Path::new("/"))).expect("the folder can be written");
        fs::write(path, text).expect("the folder can be written");
    }
}

fn count(diagnostics: &Value) -> usize {
    diagnostics.as_array().expect("a list").len()
}

#[test]
fn the_nearest_configuration_upwards_counts() {
    let desk = Desk::new();
    desk.write("copydesk.toml", OFF);
    desk.write("inner/copydesk.toml", "");
    let mut client = Client::new();
    for (name, findings) in [("a.txt", 0), ("deep/er/a.txt", 0), ("inner/a.txt", 1)] {
        let uri = desk.uri(name);
        assert_eq!(count(&client.open(&uri, "plaintext", ARTICLE)), findings, "{name}");
        client.close(&uri);
    }
}

#[test]
fn excluded_files_are_no_articles() {
    let desk = Desk::new();
    desk.write("copydesk.toml", "exclude = [\"templates/\"]\n");
    let mut client = Client::new();
    let uri = desk.uri("templates/a.txt");
    assert_eq!(count(&client.open(&uri, "plaintext", ARTICLE)), 0);
    client.close(&uri);
}

#[test]
fn a_file_that_changes_is_read_again() {
    let desk = Desk::new();
    let uri = desk.uri("a.txt");
    let mut client = Client::new();
    assert_eq!(count(&client.open(&uri, "plaintext", ARTICLE)), 1);
    desk.write("copydesk.toml", OFF);
    let change = json!({ "uri": desk.uri("copydesk.toml"), "type": 1 });
    client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    assert_eq!(count(&client.published(&uri, 1)), 0);

    fs::remove_file(desk.folder.path().join("copydesk.toml")).expect("the file is there");
    client.notify("workspace/didDeleteFiles", json!({ "files": [{ "uri": desk.uri("copydesk.toml") }] }));
    assert_eq!(count(&client.published(&uri, 1)), 1);
    client.close(&uri);
}

#[test]
fn files_that_the_editor_saves_creates_or_renames_are_read_again() {
    let desk = Desk::new();
    let (article, config) = (desk.uri("a.txt"), desk.uri("copydesk.toml"));
    let mut client = Client::new();
    assert_eq!(count(&client.open(&article, "plaintext", ARTICLE)), 1);
    desk.write("copydesk.toml", OFF);
    client.notify("workspace/didCreateFiles", json!({ "files": [{ "uri": config }] }));
    assert_eq!(count(&client.published(&article, 1)), 0);

    let (old, new) = (desk.folder.path().join("copydesk.toml"), desk.folder.path().join("old.toml"));
    fs::rename(old, new).expect("the file is there");
    let renamed = json!({ "oldUri": config, "newUri": desk.uri("old.toml") });
    client.notify("workspace/didRenameFiles", json!({ "files": [renamed] }));
    assert_eq!(count(&client.published(&article, 1)), 1);

    desk.write("copydesk.toml", OFF);
    client.notify("textDocument/didSave", json!({ "textDocument": { "uri": config } }));
    assert_eq!(count(&client.published(&article, 1)), 0);
    client.close(&article);
}

#[test]
fn settings_at_the_start_override_the_file() {
    let desk = Desk::new();
    desk.write("copydesk.toml", OFF);
    let settings = json!({ "rules": { "boilerplate/share-prompt": "error" } });
    let mut client = Client::with(json!({ "initializationOptions": { "copydesk": settings } }));
    let uri = desk.uri("a.txt");
    assert_eq!(client.open(&uri, "plaintext", ARTICLE)[0]["severity"], 1);
    client.close(&uri);
}

#[test]
fn settings_are_asked_for_once_and_when_they_change() {
    let ask = json!({ "configuration": true, "didChangeConfiguration": { "dynamicRegistration": true } });
    let mut client = Client::with(json!({ "capabilities": { "workspace": ask } }));
    let wishes = client.serve("client/registerCapability", Value::Null);
    assert_eq!(wishes["registrations"][0]["method"], "workspace/didChangeConfiguration");
    let asked = client.serve("workspace/configuration", json!([{ "rules": { "boilerplate/*": "off" } }]));
    assert_eq!(asked["items"], json!([{ "section": "copydesk" }]));

    let uri = "untitled:Untitled-1";
    client.open_quietly(uri, "plaintext", ARTICLE);
    while count(&client.published(uri, 1)) > 0 {}
    client.notify("workspace/didChangeConfiguration", json!({ "settings": null }));
    client.serve("workspace/configuration", json!([{ "rules": {} }]));
    assert_eq!(count(&client.published(uri, 1)), 1);
    client.close(uri);
}

#[test]
fn clients_that_send_settings_along_are_heard_too() {
    let uri = "untitled:Untitled-1";
    let mut client = Client::new();
    client.open(uri, "plaintext", ARTICLE);
    let settings = json!({ "settings": { "copydesk": { "rules": { "boilerplate/*": "off" } } } });
    client.notify("workspace/didChangeConfiguration", settings);
    assert_eq!(count(&client.published(uri, 1)), 0);
    client.close(uri);
}

#[test]
fn the_client_is_asked_to_watch_the_files_that_matter() {
    let watch = json!({ "didChangeWatchedFiles": { "dynamicRegistration": true } });
    let mut client = Client::with(json!({ "capabilities": { "workspace": watch } }));
    let wishes = client.serve("client/registerCapability", Value::Null);
    let globs = wishes["registrations"][0]["registerOptions"]["watchers"].to_string();
    for name in ["**/copydesk.toml", "**/people.toml", "ignored.json", "md"] {
        assert!(globs.contains(name), "{globs}");
    }
}

#[test]
fn mistakes_in_the_configuration_are_marked_in_it() {
    let mut client = Client::new();
    let uri = "file:///desk/copydesk.toml";
    let mistakes = client.open(uri, "toml", "exclude = []\nexlude = []\n");
    assert_eq!(count(&mistakes), 1);
    assert_eq!(mistakes[0]["range"]["start"], json!({ "line": 1, "character": 0 }));
    client.change(uri, 2, json!([{ "text": "exclude = []\n" }]));
    assert_eq!(count(&client.published(uri, 2)), 0);
    client.close(uri);
}

#[test]
fn folders_come_and_go() {
    let desk = Desk::new();
    desk.write("copydesk.toml", OFF);
    let mut client = Client::new();
    let uri = "untitled:Untitled-1";
    assert_eq!(count(&client.open(uri, "plaintext", ARTICLE)), 1);
    let folder = json!([{ "uri": desk.uri(""), "name": "desk" }]);
    let event = json!({ "event": { "added": folder, "removed": [] } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(count(&client.published(uri, 1)), 0);
    let event = json!({ "event": { "added": [], "removed": folder } });
    client.notify("workspace/didChangeWorkspaceFolders", event);
    assert_eq!(count(&client.published(uri, 1)), 1);
    client.close(uri);
}

#[test]
fn the_files_of_ours_explain_and_complete_themselves() {
    let mut client = Client::new();
    let uri = "file:///desk/copydesk.toml";
    client.open(uri, "toml", "exclude = []\n\n[rules]\n\"boilerplate/share-prompt\" = \"off\"\n\"boiler\n");
    let at = |line: u32, character: u32| json!({ "line": line, "character": character });
    let hover = client.request_at("textDocument/hover", uri, &at(0, 3));
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.contains("not articles")), "{hover}");
    let hover = client.request_at("textDocument/hover", uri, &at(3, 5));
    assert!(
        hover["contents"]["value"].as_str().is_some_and(|text| text.contains("# boilerplate/share-prompt")),
        "{hover}"
    );
    assert_eq!(hover["range"], json!({ "start": at(3, 1), "end": at(3, 25) }));

    let labels = |answer: &Value| -> Vec<String> {
        answer
            .as_array()
            .expect("a list")
            .iter()
            .map(|item| item["label"].as_str().expect("a label").to_owned())
            .collect()
    };
    let keys = labels(&client.request_at("textDocument/completion", uri, &at(0, 0)));
    assert!(keys.contains(&"exclude".to_owned()) && keys.contains(&"[people]".to_owned()), "{keys:?}");
    let severities = labels(&client.request_at("textDocument/completion", uri, &at(3, 30)));
    assert!(severities.contains(&"\"warning\"".to_owned()), "{severities:?}");
    let rules = client.request_at("textDocument/completion", uri, &at(4, 7));
    assert!(labels(&rules).contains(&"\"boilerplate/*\"".to_owned()), "{rules}");
    assert_eq!(rules[0]["textEdit"]["range"], json!({ "start": at(4, 0), "end": at(4, 7) }));
    client.close(uri);

    let uri = "file:///desk/people.toml";
    client.open(uri, "toml", "[[person]]\nname = \"Sofia Lindqvist\"\n");
    let hover = client.request_at("textDocument/hover", uri, &at(1, 1));
    assert!(hover["contents"]["value"].as_str().is_some_and(|text| text.starts_with("`name`")), "{hover}");
    assert!(labels(&client.request_at("textDocument/completion", uri, &at(1, 0))).contains(&"role".to_owned()));
    client.close(uri);
}
