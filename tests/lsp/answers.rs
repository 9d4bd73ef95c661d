//! Hover, lenses, colours, hints.

use crate::{
    client::Client,
    fixture::{Fixture, assert_drawn},
};
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.txt";

const ARTICLE: &str = "
Harbour master Sofia Lindqvist said on Monday that the pier will open.
               ^^^^^^^^^^^^^^^ class

The council thanked Lindqvist for the plan.
                    ^^^^^^^^^ class

Share this article
^^^^^^^^^^^^^^^^^^ comment
";

fn about() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

/// Semantic tokens as marks.
fn colours(client: &Client, answer: &Value) -> Vec<(Value, String)> {
    let legend = &client.capabilities["semanticTokensProvider"]["legend"]["tokenTypes"];
    let numbers: Vec<u64> = answer["data"].as_array().expect("a list").iter().filter_map(Value::as_u64).collect();
    let (mut line, mut start) = (0, 0);
    let mut marks = Vec::new();
    for token in numbers.chunks(5) {
        start = if token[0] == 0 { start + token[1] } else { token[1] };
        line += token[0];
        let end = json!({ "line": line, "character": start + token[2] });
        let range = json!({ "start": { "line": line, "character": start }, "end": end });
        marks.push((range, legend[token[3] as usize].as_str().expect("a type").to_owned()));
    }
    marks
}

/// People and furniture only: cues and quotations are the claims' business.
fn of_people_and_furniture(marks: Vec<(Value, String)>) -> Vec<(Value, String)> {
    marks.into_iter().filter(|(_, kind)| kind == "class" || kind == "comment").collect()
}

#[test]
fn people_and_furniture_have_colours() {
    let fixture = Fixture::new(ARTICLE);
    let mut client = Client::new();
    client.open(URI, "plaintext", &fixture.text);
    let answer = client.request("textDocument/semanticTokens/full", about());
    assert_drawn(&fixture, &of_people_and_furniture(colours(&client, &answer)));

    let second = json!({ "start": { "line": 2, "character": 0 }, "end": { "line": 3, "character": 0 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": second });
    let answer = client.request("textDocument/semanticTokens/range", params);
    let lines: Vec<_> = colours(&client, &answer).iter().map(|mark| mark.0["start"]["line"].clone()).collect();
    assert!(!lines.is_empty() && lines.iter().all(|line| *line == 2), "{lines:?}");
    client.close(URI);
}

#[test]
fn colours_are_told_as_changes_of_what_the_client_has() {
    let fixture = Fixture::new(ARTICLE);
    let mut client = Client::new();
    client.open(URI, "plaintext", &fixture.text);
    let before = client.request("textDocument/semanticTokens/full", about());
    let top = json!({ "line": 0, "character": 0 });
    client.change(URI, 2, json!([{ "range": { "start": top, "end": top }, "text": "\n" }]));
    client.published(URI, 2);
    let params = json!({ "textDocument": { "uri": URI }, "previousResultId": before["resultId"] });
    let delta = client.request("textDocument/semanticTokens/full/delta", params.clone());
    assert_eq!(delta["edits"].as_array().map(Vec::len), Some(1), "{delta}");
    assert!(delta["edits"][0]["deleteCount"].as_u64() < before["data"].as_array().map(|data| data.len() as u64));

    let mut data = before["data"].as_array().expect("a list").clone();
    let edit = &delta["edits"][0];
    let start = edit["start"].as_u64().expect("a place") as usize;
    let deleted = edit["deleteCount"].as_u64().expect("a count") as usize;
    data.splice(start..start + deleted, edit["data"].as_array().expect("a list").iter().cloned());
    let now = client.request("textDocument/semanticTokens/full", about());
    assert_eq!(Value::from(data), now["data"]);

    let whole = client.request(
        "textDocument/semanticTokens/full/delta",
        json!({
            "textDocument": { "uri": URI },
            "previousResultId": "of another session",
        }),
    );
    assert_eq!(whole["data"], now["data"]);
    client.close(URI);
}

#[test]
fn the_lens_over_the_title_counts() {
    let mut client = Client::new();
    client.open("file:///a.md", "markdown", "# Harbour Plan\n\nThe pier opened.\n\n## Next\n");
    let lenses = client.request("textDocument/codeLens", json!({ "textDocument": { "uri": "file:///a.md" } }));
    assert_eq!(lenses[0]["range"]["start"], json!({ "line": 0, "character": 2 }));
    let lens = client.request("codeLens/resolve", lenses[0].clone());
    let title = lens["command"]["title"].as_str().expect("a title");
    assert_eq!(title, "8 words · 0 people");
    assert_eq!(lens["command"]["command"], "copydesk.openSources");

    client.change("file:///a.md", 2, json!([{ "text": "" }]));
    client.published("file:///a.md", 2);
    assert_eq!(client.refused("codeLens/resolve", lenses[0].clone()), -32801);
    client.close("file:///a.md");
}

#[test]
fn hints_are_off_until_asked_for() {
    let everything = json!({ "start": { "line": 0, "character": 0 }, "end": { "line": 99, "character": 0 } });
    let params = json!({ "textDocument": { "uri": URI }, "range": everything });
    let mut client = Client::new();
    client.open(URI, "plaintext", &Fixture::new(ARTICLE).text);
    assert_eq!(client.request("textDocument/inlayHint", params), json!([]));
    client.close(URI);
}

#[test]
fn questions_about_documents_that_are_not_open_get_empty_answers() {
    let mut client = Client::new();
    let uri = "file:///never/opened.md";
    let position = json!({ "line": 3, "character": 9 });
    {
        let method = "textDocument/hover";
        assert_eq!(client.request_at(method, uri, &position), Value::Null, "{method}");
    }
    for method in [
        "textDocument/documentSymbol",
        "textDocument/foldingRange",
        "textDocument/documentLink",
        "textDocument/codeLens",
        "textDocument/semanticTokens/full",
    ] {
        assert_eq!(client.request(method, json!({ "textDocument": { "uri": uri } })), Value::Null, "{method}");
    }
}
