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

/// Takes the action that puts `finding` on the list of ignored findings.
fn ignore(client: &mut Client, uri: &str, finding: &Value) {
    let context = json!({ "diagnostics": [] });
    let params = json!({ "textDocument": { "uri": uri }, "range": finding["range"], "context": context });
    let actions = client.request("textDocument/codeAction", params);
    let ignore =
        actions.as_array().expect("a list").iter().find(|action| action["command"]["command"] == "copydesk.ignore");
    let command = &ignore.expect("it is offered")["command"];
    run(client, "copydesk.ignore", command["arguments"].clone());
}

#[test]
fn a_finding_that_is_none_stays_away() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = format!("file://{}/draft.txt", folder.path().display());
    let mut client = Client::new();
    let diagnostics = client.open(&uri, "plaintext", ARTICLE);
    ignore(&mut client, &uri, &diagnostics[0]);
    assert_eq!(client.published(&uri, 1), json!([]));
    assert!(folder.path().join(".copydesk/ignored.json").is_file());
    client.close(&uri);
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_list_of_ignored_findings_as_it_was() {
    let folder = tempfile::tempdir().expect("a folder");
    let uri = format!("file://{}/draft.txt", folder.path().display());
    let mut client = Client::new();
    let text = format!("{ARTICLE}\nSubscribe to our newsletter\n\nExperts argue that the pier will fall.\n");
    let diagnostics = client.open(&uri, "plaintext", &text);
    let (first, last) = (&diagnostics[0], diagnostics.as_array().and_then(|all| all.last()).expect("findings"));
    ignore(&mut client, &uri, first);
    client.published(&uri, 1);
    let list = folder.path().join(".copydesk/ignored.json");
    let before = fs::read_to_string(&list).expect("the list is written");

    // Where the new list is written before it takes the old one's place, there is no room.
    let beside = list.with_extension(format!("{}.tmp", std::process::id()));
    std::os::unix::fs::symlink("/dev/full", &beside).expect("the folder can be written");
    ignore(&mut client, &uri, last);
    let told = client.notification("window/showMessage");
    assert!(told["message"].as_str().is_some_and(|told| told.contains("ignored.json")), "{told}");
    assert_eq!(fs::read_to_string(&list).expect("the list is there"), before);
    assert!(!beside.exists(), "nothing is left beside it");

    ignore(&mut client, &uri, last);
    client.published(&uri, 1);
    assert!(fs::read_to_string(&list).is_ok_and(|after| after.len() > before.len()), "with room again, it is written");
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
