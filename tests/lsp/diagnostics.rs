//! Findings, pushed or pulled.

use crate::{
    client::Client,
    fixture::{Fixture, assert_drawn},
};
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.txt";

fn marks(diagnostics: &Value) -> Vec<(Value, String)> {
    let diagnostics = diagnostics.as_array().expect("a list");
    diagnostics.iter().map(|of| (of["range"].clone(), of["code"].as_str().expect("a code").to_owned())).collect()
}

#[track_caller]
fn check(drawn: &str) {
    let fixture = Fixture::new(drawn);
    let mut client = Client::new();
    let diagnostics = client.open(URI, "plaintext", &fixture.text);
    assert_drawn(&fixture, &marks(&diagnostics));
    client.close(URI);
}

const FURNITURE: &str = "
The second pier will open in May, the harbour master told the council 😀.

Share this article
^^^^^^^^^^^^^^^^^^ boilerplate/share-prompt

The ferry line will run until the autumn, and then the town will decide.
";

#[test]
fn findings_stand_under_their_words() {
    check(FURNITURE);
}

#[test]
fn columns_are_counted_as_agreed() {
    let text = "The pier will open soon.\n\n> 😀 Share this article\n";
    for (encoding, start) in [("utf-8", 7), ("utf-16", 5), ("utf-32", 4)] {
        let offered = json!({ "capabilities": { "general": { "positionEncodings": [encoding, "utf-16"] } } });
        let mut client = Client::with(offered);
        assert_eq!(client.capabilities["positionEncoding"], encoding);
        client.open("file:///a.md", "markdown", text);
        let range =
            json!({ "start": { "line": 2, "character": start }, "end": { "line": 2, "character": start + 18 } });
        let change = json!([{ "range": range, "text": "x" }]);
        client.change("file:///a.md", 2, change);
        client.published("file:///a.md", 2);
        let everything = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 9, "character": 0 } });
        let params = json!({ "textDocument": { "uri": "file:///a.md" }, "positions": [everything["start"]] });
        let answer = client.request("textDocument/selectionRange", params);
        let mut outermost = &answer[0];
        while let Some(parent) = outermost.get("parent") {
            outermost = parent;
        }
        assert_eq!(outermost["range"]["end"], json!({ "line": 3, "character": 0 }));
        client.close("file:///a.md");
    }
}

#[test]
fn a_finding_says_all_that_an_editor_can_show() {
    let mut client = Client::new();
    let fixture = Fixture::new(FURNITURE);
    let diagnostics = client.open(URI, "plaintext", &fixture.text);
    let finding = &diagnostics[0];
    assert_eq!(finding["severity"], 3);
    assert_eq!(finding["source"], "copydesk");
    assert_eq!(finding["tags"], json!([1]), "furniture fades");
    let docs = finding["codeDescription"]["href"].as_str().expect("an address");
    assert!(docs.ends_with("boilerplate-share-prompt.md"), "{docs}");
    assert_eq!(finding["data"]["fixes"][0]["edits"][0]["newText"], "");
    client.close(URI);
}

#[test]
fn every_analysed_version_is_published_once_with_its_number() {
    let mut client = Client::new();
    client.open(URI, "plaintext", "Share this article\n");
    let whole = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 1, "character": 0 } });
    client.change(URI, 2, json!([{ "range": whole, "text": "The pier will open in May.\n" }]));
    assert_eq!(client.published(URI, 2), json!([]));
    client.change(URI, 3, json!([{ "text": "Share this article\n" }]));
    assert_eq!(client.published(URI, 3).as_array().map(Vec::len), Some(1));
    client.close(URI);
}

#[test]
fn findings_move_with_their_words() {
    let insert = |line: usize, text: &str| {
        let place = json!({ "line": line, "character": 0 });
        json!({ "range": { "start": place, "end": place }, "text": text })
    };
    let first_line = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 1, "character": 0 } });
    let text = "The pier will open.\n\nShare this article\n\nExperts argue that the plan will fail.\n";
    let edits = [
        (insert(0, "😀"), "😀The pier will open.\n\nShare this article\n\nExperts argue that the plan will fail.\n"),
        (insert(0, "\n"), "\n😀The pier will open.\n\nShare this article\n\nExperts argue that the plan will fail.\n"),
        (
            insert(5, "😀 "),
            "\n😀The pier will open.\n\nShare this article\n\n😀 Experts argue that the plan will fail.\n",
        ),
        (
            json!({ "range": first_line, "text": "" }),
            "😀The pier will open.\n\nShare this article\n\n😀 Experts argue that the plan will fail.\n",
        ),
    ];
    for encoding in ["utf-8", "utf-16", "utf-32"] {
        let with = || Client::with(json!({ "capabilities": { "general": { "positionEncodings": [encoding] } } }));
        let mut client = with();
        assert_eq!(client.open(URI, "plaintext", text).as_array().map(Vec::len), Some(2));
        for (version, (edit, text)) in (2..).zip(&edits) {
            client.change(URI, version, json!([edit]));
            let mut anew = with();
            assert_eq!(client.published(URI, version), anew.open(URI, "plaintext", text), "{encoding}: {text}");
            anew.close(URI);
        }
        client.close(URI);
    }
}

#[test]
fn a_burst_of_typing_ends_with_the_findings_of_the_last_version() {
    let mut client = Client::new();
    client.open(URI, "plaintext", "The pier will open in May.\n\n");
    for (at, key) in "Share this article".chars().enumerate() {
        let place = json!({ "line": 2, "character": at });
        let change = json!([{ "range": { "start": place, "end": place }, "text": key.to_string() }]);
        client.change(URI, at as i32 + 2, change);
    }
    assert_eq!(marks(&client.published(URI, 19))[0].1, "boilerplate/share-prompt");
    client.close(URI);
}

#[test]
fn buffers_without_a_file_and_files_of_other_systems_are_articles_too() {
    let uris = [
        "untitled:Untitled-1",
        "file:///C%3A/Users/x/a%20b.md",
        "file:///c:/x.txt",
        "vscode-vfs://github/desk/a.md",
        "file:///tmp/%C3%A9%20%F0%9F%98%80.txt",
    ];
    let mut client = Client::new();
    for uri in uris {
        assert_eq!(client.open(uri, "plaintext", "Share this article\n").as_array().map(Vec::len), Some(1), "{uri}");
        client.close(uri);
    }
}

#[test]
fn what_is_no_article_has_no_findings() {
    let mut client = Client::new();
    assert_eq!(client.open("file:///a.json", "json", "Share this article\n"), json!([]));
    client.close("file:///a.json");
}

#[test]
fn texts_above_ten_megabytes_keep_their_positions_and_are_not_analysed() {
    let mut client = Client::new();
    let text = "Share this article\n\nThe pier will open.\n\n".repeat(300_000);
    assert_eq!(client.open(URI, "plaintext", &text), json!([]));
    let message = client.notification("window/showMessage");
    assert!(message["message"].as_str().is_some_and(|text| text.contains("10 MB")), "{message}");
    client.change(URI, 2, json!([{ "text": "Share this article\n" }]));
    assert_eq!(client.published(URI, 2).as_array().map(Vec::len), Some(1));
    client.close(URI);
}

fn pulling() -> Client {
    let workspace = json!({ "diagnostics": { "refreshSupport": true } });
    Client::with(json!({ "capabilities": { "textDocument": { "diagnostic": {} }, "workspace": workspace } }))
}

#[test]
fn a_client_that_asks_is_answered_and_nothing_is_pushed() {
    let mut client = pulling();
    client.open_quietly(URI, "plaintext", "Share this article\n");
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    assert_eq!(report["kind"], "full");
    assert_eq!(marks(&report["items"])[0].1, "boilerplate/share-prompt");

    let again = json!({ "textDocument": { "uri": URI }, "previousResultId": report["resultId"] });
    let report = client.request("textDocument/diagnostic", again.clone());
    assert_eq!(report["kind"], "unchanged");

    client.change(URI, 2, json!([{ "text": "The pier will open.\n" }]));
    let report = client.request("textDocument/diagnostic", again);
    assert_eq!((&report["kind"], &report["items"]), (&json!("full"), &json!([])));
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
}

#[test]
fn a_client_that_asks_is_told_of_findings_that_moved() {
    let mut client = pulling();
    client.open_quietly(URI, "plaintext", "Share this article\n");
    let report = client.request("textDocument/diagnostic", json!({ "textDocument": { "uri": URI } }));
    let start = json!({ "line": 0, "character": 0 });
    client.change(URI, 2, json!([{ "range": { "start": start, "end": start }, "text": "The pier will open.\n\n" }]));
    let again = json!({ "textDocument": { "uri": URI }, "previousResultId": report["resultId"] });
    let moved = client.request("textDocument/diagnostic", again);
    assert_eq!((&moved["kind"], &moved["items"][0]["range"]["start"]["line"]), (&json!("full"), &json!(2)));
    client.notify("textDocument/didClose", json!({ "textDocument": { "uri": URI } }));
}

#[test]
fn the_whole_workspace_is_told_when_there_is_news() {
    let mut client = pulling();
    client.open_quietly(URI, "plaintext", "Share this article\n");
    let report = client.request("workspace/diagnostic", json!({ "previousResultIds": [] }));
    let item = &report["items"][0];
    assert_eq!((&item["uri"], &item["version"], &item["kind"]), (&json!(URI), &json!(1), &json!("full")));

    let known = json!([{ "uri": URI, "value": item["resultId"] }]);
    let waiting = client.ask("workspace/diagnostic", json!({ "previousResultIds": known }));
    client.change(URI, 2, json!([{ "text": "The pier will open.\n" }]));
    let report = client.answer(waiting);
    assert_eq!(report["result"]["items"][0]["items"], json!([]));

    let params = json!({ "previousResultIds": known, "partialResultToken": "part" });
    let report = client.request("workspace/diagnostic", params);
    assert_eq!(report["items"], json!([]));
    let part = client.notification("$/progress");
    assert_eq!((&part["token"], &part["value"]["items"][0]["uri"]), (&json!("part"), &json!(URI)));
}
