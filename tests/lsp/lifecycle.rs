//! The manners of a session's beginning and end.

use crate::client::Client;
use copydesk::lsp::End;
use serde_json::{Value, json};

const SHUT_DOWN: i64 = -32600;
const NOT_INITIALIZED: i64 = -32002;

#[test]
fn nothing_is_answered_before_the_beginning() {
    let mut client = Client::raw();
    let position = json!({ "textDocument": { "uri": "file:///a.md" }, "position": { "line": 0, "character": 0 } });
    assert_eq!(client.refused("textDocument/hover", position), NOT_INITIALIZED);
    client.open_quietly("file:///a.md", "markdown", "Share this article");
    client.request("initialize", json!({ "processId": null, "rootUri": null, "capabilities": {} }));
    client.notify("initialized", json!({}));
    let about = json!({ "textDocument": { "uri": "file:///a.md" } });
    assert_eq!(client.request("textDocument/documentSymbol", about), Value::Null, "it was opened too early");
}

#[test]
fn a_session_begins_once() {
    let mut client = Client::new();
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    assert_eq!(client.refused("initialize", params), SHUT_DOWN);
}

#[test]
fn nothing_is_answered_after_the_shutdown() {
    let mut client = Client::new();
    assert_eq!(client.request("shutdown", Value::Null), Value::Null);
    let about = json!({ "textDocument": { "uri": "file:///a.md" } });
    assert_eq!(client.refused("textDocument/documentSymbol", about), SHUT_DOWN);
    assert_eq!(client.end(true), End::Exit);
}

#[test]
fn an_exit_without_a_shutdown_is_told_apart() {
    assert_eq!(Client::new().end(true), End::AbruptExit);
}

#[test]
fn the_end_of_the_input_ends_the_server() {
    assert_eq!(Client::new().end(false), End::Closed);
}

#[test]
fn a_request_under_way_does_not_hold_up_the_end() {
    let pulls = json!({ "capabilities": { "textDocument": { "diagnostic": {} } } });
    let mut client = Client::with(pulls);
    client.ask("workspace/diagnostic", json!({ "previousResultIds": [] }));
    assert_eq!(client.end(false), End::Closed);
}

#[test]
fn unknown_requests_are_refused_and_unknown_notifications_passed_over() {
    let mut client = Client::new();
    assert_eq!(client.refused("no/such", json!({})), -32601);
    client.notify("no/such", json!({}));
    client.notify("$/no/such", json!({}));
    client.notify("$/setTrace", json!({ "value": "verbose" }));
}
