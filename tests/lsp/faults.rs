//! Whatever comes, the session goes on.

use crate::client::Client;
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.md";
const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const CANCELLED: i64 = -32800;
const CONTENT_MODIFIED: i64 = -32801;

#[track_caller]
fn assert_alive(client: &mut Client) {
    let about = json!({ "textDocument": { "uri": "file:///never" } });
    assert_eq!(client.request("textDocument/documentSymbol", about), Value::Null);
}

#[test]
fn malformed_messages_are_complained_of() {
    let frame = |body: &[u8]| [format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes(), body].concat();
    for (body, code) in [
        (&b"{\"jsonrpc\":\"2.0\",\"method\":"[..], PARSE_ERROR),
        (b"[1,2,3]", INVALID_REQUEST),
        (b"", PARSE_ERROR),
        (b"\xff\xfe", PARSE_ERROR),
    ] {
        let mut client = Client::new();
        client.send_bytes(&frame(body));
        assert_eq!(client.complaint(), code, "{body:?}");
        assert_alive(&mut client);
    }
}

#[test]
fn wrong_lengths_cost_what_they_cover() {
    let body = r#"{"jsonrpc":"2.0","method":"no/such"}"#;
    for difference in [-5, 5] {
        let mut client = Client::new();
        let length = body.len() as i64 + difference;
        client.send_bytes(format!("Content-Length: {length}\r\n\r\n{body}").as_bytes());
        client.notify("no/such", json!({}));
        assert_eq!(client.complaint(), PARSE_ERROR);
        assert_alive(&mut client);
    }
}

#[test]
fn messages_come_in_pieces_and_in_one() {
    let mut client = Client::new();
    let body = json!({ "jsonrpc": "2.0", "method": "no/such", "params": "é😀".repeat(50) }).to_string();
    let frame = format!("Content-Type: x; charset=utf-8\r\nContent-Length: {}\r\n\r\n{body}", body.len());
    for piece in frame.as_bytes().chunks(11) {
        client.send_bytes(piece);
    }
    client.send_bytes(frame.repeat(3).as_bytes());
    assert_alive(&mut client);
}

#[test]
fn a_flood_of_notifications_is_worked_off() {
    let mut client = Client::new();
    for _ in 0..50_000 {
        client.notify("no/such", json!({}));
    }
    assert_alive(&mut client);
}

#[test]
fn a_flood_of_changes_ends_with_the_last() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One\n");
    for version in 2..2000 {
        client.change(URI, version, json!([{ "text": format!("# Heading {version}\n") }]));
    }
    client.published(URI, 1999);
    let outline = client.request("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(outline[0]["name"], "Heading 1999");
    client.close(URI);
}

#[test]
fn a_cancelled_request_is_answered_at_once_and_once() {
    let mut client = Client::with(json!({ "capabilities": { "textDocument": { "diagnostic": {} } } }));
    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    client.notify("$/cancelRequest", json!({ "id": waiting }));
    assert_eq!(client.answer(waiting)["error"]["code"], CANCELLED);
    client.notify("$/cancelRequest", json!({ "id": waiting }));
    client.notify("$/cancelRequest", json!({ "id": 12345 }));
    assert_alive(&mut client);
}

#[test]
fn thousands_of_cancelled_requests_are_each_answered_once() {
    let mut client = Client::new();
    client.open(URI, "markdown", "# One\n");
    let about = json!({ "textDocument": { "uri": URI } });
    let ids: Vec<i64> = (0..2000).map(|_| client.ask("textDocument/documentSymbol", about.clone())).collect();
    for id in &ids {
        client.notify("$/cancelRequest", json!({ "id": id }));
    }
    for id in ids {
        let answer = client.answer(id);
        assert!(answer["result"].is_array() || answer["error"]["code"] == CANCELLED, "{answer}");
    }
    client.close(URI);
}

#[test]
fn wrong_parameters_are_refused() {
    let mut client = Client::new();
    assert_eq!(client.refused("textDocument/hover", json!({ "nonsense": true })), -32602);
    client.notify("textDocument/didOpen", json!({ "nonsense": true }));
    client.notify("workspace/didChangeConfiguration", json!({ "settings": { "copydesk": { "rules": [1] } } }));
    assert_alive(&mut client);
}

/// An article that takes a while.
fn long_article() -> String {
    "Harbour master Sofia Lindqvist said on Monday that the pier will open.\n\n".repeat(20_000)
}

#[test]
fn a_request_is_cancelled_while_the_text_is_still_being_analysed() {
    let mut client = Client::new();
    client.open_quietly(URI, "markdown", &long_article());
    let asked = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    client.notify("$/cancelRequest", json!({ "id": asked }));
    assert_eq!(client.answer(asked)["error"]["code"], CANCELLED);
    assert!(client.nothing_else_came(), "it was answered before the analysis ended");
    client.change(URI, 2, json!([{ "text": "" }]));
    client.published(URI, 2);
    client.close(URI);
}

#[test]
fn a_request_about_a_version_that_is_gone_is_told_so() {
    let mut client = Client::new();
    client.open_quietly(URI, "markdown", &long_article());
    let asked = client.ask("textDocument/documentSymbol", json!({ "textDocument": { "uri": URI } }));
    client.change(URI, 2, json!([{ "text": "" }]));
    assert_eq!(client.answer(asked)["error"]["code"], CONTENT_MODIFIED);
    client.published(URI, 2);
    client.close(URI);
}

#[test]
fn a_client_that_does_not_read_while_requests_wait_loses_no_answer() {
    let (mut client, reader) = Client::deaf();
    let begun = client.ask("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    client.open_quietly(URI, "markdown", &"# Heading\n\nExperts argue that the pier will fail.\n\n".repeat(200));
    let about = json!({ "textDocument": { "uri": URI } });
    let start = json!({ "line": 0, "character": 0 });
    let mut waiting = Vec::new();
    for version in 2..=100 {
        let change = json!([{ "range": { "start": start, "end": start }, "text": "# More\n\n" }]);
        client.change(URI, version, change);
        waiting.push(client.ask("textDocument/documentSymbol", about.clone()));
    }
    client.hear(reader);
    client.answer(begun);
    for asked in waiting {
        let answer = client.answer(asked);
        assert!(answer["result"].is_array() || answer["error"]["code"] == CONTENT_MODIFIED, "{answer}");
    }
    client.published(URI, 100);
    client.close(URI);
}
