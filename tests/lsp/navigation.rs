//! Outline, folds, selections, links.

use crate::{
    client::Client,
    fixture::{Fixture, assert_drawn},
};
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.md";

fn about() -> Value {
    json!({ "textDocument": { "uri": URI } })
}

fn opened(fixture: &Fixture, client: &mut Client) {
    client.open(URI, "markdown", &fixture.text);
}

const SECTIONS: &str = "
# Harbour Plan

The pier will open in May.

## What Comes Next
";

#[test]
fn headings_are_an_outline_with_words_and_findings() {
    let mut client = Client::new();
    let text = "# Harbour Plan\n\nThe pier will open.\n\n## What Comes Next\n\nShare this article\n";
    client.open(URI, "markdown", text);
    let outline = client.request("textDocument/documentSymbol", about());
    assert_eq!(outline[0]["name"], "Harbour Plan");
    let child = &outline[0]["children"][0];
    assert_eq!((&child["name"], &child["detail"]), (&json!("What Comes Next"), &json!("6 words, 1 finding")));
    assert_eq!(child["selectionRange"]["start"]["line"], 4);
    assert_eq!(child["range"]["end"]["line"], 7);
    client.close(URI);
}

#[test]
fn clients_that_know_no_trees_get_a_flat_outline() {
    let flat = json!({ "documentSymbol": { "hierarchicalDocumentSymbolSupport": false } });
    let mut client = Client::with(json!({ "capabilities": { "textDocument": flat } }));
    opened(&Fixture::new(SECTIONS), &mut client);
    let outline = client.request("textDocument/documentSymbol", about());
    let names: Vec<_> = outline.as_array().expect("a list").iter().map(|symbol| &symbol["name"]).collect();
    assert_eq!(names, ["Harbour Plan", "What Comes Next"]);
    assert_eq!(outline[1]["containerName"], "Harbour Plan");
    client.close(URI);
}

fn folds(client: &mut Client) -> Vec<(Value, String)> {
    let folds = client.request("textDocument/foldingRange", about());
    let mark = |fold: &Value| {
        let place = |line: &str, column: &str| json!({ "line": fold[line], "character": fold[column] });
        let range = json!({ "start": place("startLine", "startCharacter"), "end": place("endLine", "endCharacter") });
        (range, fold["kind"].as_str().expect("a kind").to_owned())
    };
    folds.as_array().expect("a list").iter().map(mark).collect()
}

#[test]
fn front_matter_sections_and_furniture_fold() {
    let fixture = Fixture::new(
        "
---
title: Harbour
---

# Harbour Plan

The pier will open in May.

## What Comes Next

Share this article

Share this story
",
    );
    let mut client = Client::new();
    opened(&fixture, &mut client);
    let lines: Vec<_> = folds(&mut client)
        .into_iter()
        .map(|(range, kind)| (range["start"]["line"].clone(), range["end"]["line"].clone(), kind))
        .collect();
    let fold = |start: u32, end: u32, kind: &str| (json!(start), json!(end), kind.to_owned());
    assert_eq!(lines, [fold(0, 2, "imports"), fold(4, 12, "region"), fold(8, 12, "region"), fold(10, 12, "comment")]);
    client.close(URI);
}

#[track_caller]
fn check_selection(drawn: &str) {
    let fixture = Fixture::new(drawn);
    let mut client = Client::new();
    opened(&fixture, &mut client);
    let params = json!({ "textDocument": { "uri": URI }, "positions": [fixture.cursor()] });
    let answer = client.request("textDocument/selectionRange", params);
    let mut marks = vec![(fixture.marked("here"), "here".to_owned())];
    let mut step = Some(&answer[0]);
    while let Some(selection) = step {
        marks.push((selection["range"].clone(), marks.len().to_string()));
        step = selection.get("parent");
    }
    assert_drawn(&fixture, &marks);
    client.close(URI);
}

#[test]
fn a_selection_grows_by_word_sentence_paragraph_and_text() {
    check_selection(
        "
The pier opened. The council will vote in June.
                     ^ here
                     ^^^^^^^ 1
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 2
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 3
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ 4 (to 1:0)
",
    );
}

#[test]
fn addresses_and_relative_targets_are_links_outside_code() {
    let fixture = Fixture::new(
        "
See https://harbour.example/plan, and [the vote](vote.md).
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://harbour.example/plan
                                                 ^^^^^^^ file:///desk/vote.md

    https://code.example
",
    );
    let mut client = Client::new();
    opened(&fixture, &mut client);
    let links = client.request("textDocument/documentLink", about());
    let mark = |link: &Value| (link["range"].clone(), link["target"].as_str().expect("a target").to_owned());
    let marks: Vec<_> = links.as_array().expect("a list").iter().map(mark).collect();
    assert_drawn(&fixture, &marks);
    client.close(URI);
}
