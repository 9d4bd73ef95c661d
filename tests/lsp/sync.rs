//! Text synchronisation: what the server has is what the editor has.

use crate::client::Client;
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.md";

/// The headings, by which the server's text is seen.
fn headings(client: &mut Client) -> Vec<String> {
    let outline = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    let name = |symbol: &Value| symbol["name"].as_str().expect("a name").to_owned();
    outline.as_array().expect("a list").iter().map(name).collect()
}

fn edit(start: (u32, u32), end: (u32, u32), text: &str) -> Value {
    let place = |(line, character)| json!({ "line": line, "character": character });
    json!({ "range": { "start": place(start), "end": place(end) }, "text": text })
}

#[test]
fn several_changes_of_one_notification_follow_one_another() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One 😀\n");
    let changes =
        json!([edit((0, 8), (0, 8), " two"), edit((0, 2), (0, 5), "Uno"), edit((9, 9), (9, 9), "\n# Last\n")]);
    client.change(URI, 2, changes);
    client.published(URI, 2);
    assert_eq!(headings(&mut client), ["Uno 😀 two", "Last"]);
    client.close(URI);
}

#[test]
fn positions_past_the_end_and_backward_ranges_are_clamped() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One\r\n");
    client.change(URI, 2, json!([edit((0, 9999), (0, 9999), "a"), edit((1, 5), (0, 0), "# Two")]));
    client.published(URI, 2);
    assert_eq!(headings(&mut client), ["Onea", "Two"]);
    client.close(URI);
}

#[test]
fn versions_may_go_backwards() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One\n");
    client.change(URI, -5, json!([{ "text": "# Two\n" }]));
    client.published(URI, -5);
    assert_eq!(headings(&mut client), ["Two"]);
    client.close(URI);
}

#[test]
fn a_document_opened_twice_is_opened_anew() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One\n");
    client.open(URI, "markdown", "# Two\n");
    assert_eq!(headings(&mut client), ["Two"]);
    client.close(URI);
}

#[test]
fn half_an_emoji_keeps_the_texts_equal() {
    let mut client = Client::new();
    client.open(URI, "markdown", "\n");
    let change = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{URI}","version":2}},"contentChanges":[{{"text":"\ud83d\n# Two\n"}}]}}}}"#
    );
    client.send_bytes(format!("Content-Length: {}\r\n\r\n{change}", change.len()).as_bytes());
    client.published(URI, 2);
    assert_eq!(headings(&mut client), ["Two"]);
    client.close(URI);
}

#[test]
fn changes_of_documents_that_are_not_open_are_passed_over() {
    let mut client = Client::new();
    client.change(URI, 2, json!([{ "text": "# Two\n" }]));
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
    client.notify("textDocument/didChange", json!({ "bad": 1 }));
    client.open(URI, "markdown", "# One\n");
    assert_eq!(headings(&mut client), ["One"]);
    client.close(URI);
}
