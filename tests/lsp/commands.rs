//! Commands.

use crate::client::Client;
use serde_json::{Value, json};
use std::fs;

const URI: &str = "file:///desk/draft.txt";
const ARTICLE: &str = "Harbour master Sofia Lindqvist said on Monday that the pier will open.\n\nShare this article\n";

fn run(client: &mut Client, command: &str, arguments: Value) -> Value {
    client.request("workspace/executeCommand", json!({ "command": command, "arguments": arguments }))
}

#[test]
fn cleaning_asks_the_editor_to_delete_the_furniture() {
    let mut client = Client::new();
    client.open(URI, "plaintext", ARTICLE);
    let params = json!({ "command": "copydesk.clean", "arguments": [URI] });
    let running = client.ask("workspace/executeCommand", params);
    let asked = client.serve("workspace/applyEdit", json!({ "applied": true }));
    assert_eq!(asked["edit"]["documentChanges"][0]["edits"].as_array().map(Vec::len), Some(1));
    client.answer(running);
    client.close(URI);
}

#[test]
fn the_people_are_told_with_roles_and_mentions() {
    let mut client = Client::new();
    client.open(URI, "plaintext", ARTICLE);
    let people = run(&mut client, "copydesk.people", json!([URI]));
    assert_eq!(people[0]["name"], "Sofia Lindqvist");
    assert_eq!(people[0]["mentions"][0]["range"]["start"], json!({ "line": 0, "character": 15 }));
    client.close(URI);
}

#[test]
fn the_figures_of_a_status_bar_are_answered() {
    let mut client = Client::new();
    client.open(
        URI,
        "plaintext",
        "Sofia Lindqvist said that the pier will open.\n\nExperts argue that it will fall.\n",
    );
    let summary = run(&mut client, "copydesk.summary", json!([URI]));
    assert_eq!(summary, json!({ "words": 14, "people": 1, "statements": 2, "sourced": 1 }));
    client.close(URI);
}

#[test]
fn the_table_of_sources_is_answered_and_shown() {
    let mut client = Client::new();
    client.open(URI, "plaintext", ARTICLE);
    let answer = run(&mut client, "copydesk.sources", json!([URI]));
    assert!(answer["markdown"].as_str().is_some_and(|table| table.starts_with("# Sources")), "{answer}");

    let params = json!({ "command": "copydesk.openSources", "arguments": [URI] });
    let running = client.ask("workspace/executeCommand", params);
    let shown = client.serve("window/showDocument", json!({ "success": true }));
    let path = shown["uri"].as_str().and_then(|uri| uri.strip_prefix("file://")).expect("a file");
    assert!(fs::read_to_string(path).is_ok_and(|table| table.starts_with("# Sources")), "{path}");
    client.answer(running);
    client.close(URI);
}

#[test]
fn a_finding_that_is_none_stays_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = format!("file://{}/draft.txt", folder.path().display());
    let mut client = Client::new();
    let diagnostics = client.open(&uri, "plaintext", ARTICLE);
    let range = &diagnostics[0]["range"];
    let params = json!({ "textDocument": { "uri": uri }, "range": range, "context": { "diagnostics": [] } });
    let actions = client.request("textDocument/codeAction", params);
    let ignore =
        actions.as_array().expect("a list").iter().find(|action| action["command"]["command"] == "copydesk.ignore");
    let command = &ignore.expect("it is offered")["command"];
    run(&mut client, "copydesk.ignore", command["arguments"].clone());
    assert_eq!(client.published(&uri, 1), json!([]));
    assert!(folder.path().join(".copydesk/ignored.json").is_file());
    client.close(&uri);
}

#[test]
fn restarting_reads_everything_anew() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = format!("file://{}/draft.txt", folder.path().display());
    let mut client = Client::new();
    assert_eq!(client.open(&uri, "plaintext", ARTICLE).as_array().map(Vec::len), Some(1));
    let config = "[rules]\n\"boilerplate/*\" = \"off\"\n";
    fs::write(folder.path().join("copydesk.toml"), config).expect("the folder can be written");
    run(&mut client, "copydesk.restart", json!([]));
    assert_eq!(client.published(&uri, 1), json!([]));
    client.close(&uri);
}

#[test]
fn unknown_commands_and_documents_are_refused() {
    let mut client = Client::new();
    for (command, arguments) in [
        ("copydesk.fly", json!([])),
        ("copydesk.people", json!([])),
        ("copydesk.people", json!(["file:///never/opened.md"])),
        ("copydesk.apply", json!([1])),
    ] {
        let params = json!({ "command": command, "arguments": arguments });
        assert_eq!(client.refused("workspace/executeCommand", params), -32602, "{command}");
    }
}
