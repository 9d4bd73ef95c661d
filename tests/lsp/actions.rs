//! Code actions: mend, mend all, ignore, clean.

use crate::{client::Client, fixture::Fixture};
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.md";

const FURNITURE: &str = "
The second pier will open in May, the harbour master told the council.

Share this article
^ here

The ferry line will run until the autumn, and then the town will decide.

Share this story
";

fn actions_for(client: &mut Client, fixture: &Fixture, only: Value) -> Vec<Value> {
    let diagnostics = client.open(URI, "markdown", &fixture.text);
    let cursor = fixture.cursor();
    let mut context = json!({ "diagnostics": [diagnostics[0]] });
    if !only.is_null() {
        context["only"] = only;
    }
    let params =
        json!({ "textDocument": { "uri": URI }, "range": { "start": cursor, "end": cursor }, "context": context });
    let actions = client.request("textDocument/codeAction", params);
    actions.as_array().expect("a list").clone()
}

fn titles(actions: &[Value]) -> Vec<&str> {
    actions.iter().map(|action| action["title"].as_str().expect("a title")).collect()
}

/// `text` with the edits of an action made, as an editor makes them.
fn applied(text: &str, action: &Value) -> String {
    let document = &action["edit"]["documentChanges"][0];
    assert_eq!(document["textDocument"], json!({ "uri": URI, "version": 1 }));
    let offset = |place: &Value| {
        let line = place["line"].as_u64().expect("a line") as usize;
        let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
        start + place["character"].as_u64().expect("a column") as usize
    };
    let mut edits: Vec<_> = document["edits"].as_array().expect("a list").clone();
    edits.sort_by_key(|edit| std::cmp::Reverse(offset(&edit["range"]["start"])));
    let mut text = text.to_owned();
    for edit in edits {
        let range = offset(&edit["range"]["start"])..offset(&edit["range"]["end"]);
        text.replace_range(range, edit["newText"].as_str().expect("a text"));
    }
    text
}

#[test]
fn a_finding_can_be_mended_or_ignored() {
    let fixture = Fixture::new(FURNITURE);
    let mut client = Client::new();
    let actions = actions_for(&mut client, &fixture, Value::Null);
    assert_eq!(
        titles(&actions),
        [
            "Delete this block",
            "Ignore boilerplate/share-prompt here",
            "Ignore this finding: it is none",
            "Mend all 2 findings of boilerplate/share-prompt",
            "Clean the article",
        ]
    );
    let delete = &actions[0];
    assert_eq!((&delete["kind"], &delete["isPreferred"]), (&json!("quickfix"), &json!(true)));
    assert_eq!(delete["diagnostics"][0]["code"], "boilerplate/share-prompt");
    let mended = applied(&fixture.text, delete);
    assert!(!mended.contains("Share this article") && mended.contains("Share this story"), "{mended}");
    client.close(URI);
}

#[test]
fn ignoring_here_silences_the_block() {
    let fixture = Fixture::new(FURNITURE);
    let mut client = Client::new();
    let actions = actions_for(&mut client, &fixture, json!(["quickfix"]));
    let ignored = applied(&fixture.text, &actions[1]);
    assert!(ignored.contains("<!-- copydesk-ignore boilerplate/share-prompt -->\nShare this article\n"), "{ignored}");
    client.change(URI, 2, json!([{ "text": ignored }]));
    assert_eq!(client.published(URI, 2).as_array().map(Vec::len), Some(1), "only the second is left");
    client.close(URI);
}

#[test]
fn cleaning_deletes_all_furniture_and_nothing_else() {
    let fixture = Fixture::new(FURNITURE);
    let mut client = Client::new();
    let actions = actions_for(&mut client, &fixture, json!(["source.fixAll"]));
    assert_eq!(titles(&actions), ["Clean the article"]);
    assert_eq!(actions[0]["kind"], "source.fixAll.copydesk");
    let clean = applied(&fixture.text, &actions[0]);
    assert_eq!(clean.lines().filter(|line| !line.is_empty()).count(), 2, "{clean}");
    client.change(URI, 2, json!([{ "text": clean }]));
    assert_eq!(client.published(URI, 2), json!([]));
    client.close(URI);
}

#[test]
fn only_the_kinds_that_are_asked_for_are_offered() {
    let fixture = Fixture::new(FURNITURE);
    for (only, count) in [(json!(["refactor"]), 0), (json!(["source"]), 1), (json!(["quickfix"]), 4), (json!([""]), 5)]
    {
        let mut client = Client::new();
        assert_eq!(actions_for(&mut client, &fixture, only.clone()).len(), count, "{only}");
        client.close(URI);
    }
}

#[test]
fn edits_of_many_findings_come_once_they_are_chosen() {
    let resolve = json!({ "dataSupport": true, "resolveSupport": { "properties": ["edit"] } });
    let mut client = Client::with(json!({ "capabilities": { "textDocument": { "codeAction": resolve } } }));
    let fixture = Fixture::new(FURNITURE);
    let actions = actions_for(&mut client, &fixture, json!(["source", "quickfix"]));
    for at in [3, 4] {
        assert!(actions[at]["edit"].is_null(), "{}", actions[at]);
        let action = client.request("codeAction/resolve", actions[at].clone());
        let text = applied(&fixture.text, &action);
        assert!(!text.contains("Share this"), "{text}");
    }
    client.change(URI, 2, json!([{ "text": "" }]));
    client.published(URI, 2);
    assert_eq!(client.refused("codeAction/resolve", actions[4].clone()), -32801);
    client.close(URI);
}

#[test]
fn clients_that_know_no_actions_get_commands() {
    let mut client = Client::with(json!({ "capabilities": { "textDocument": { "codeAction": null } } }));
    let fixture = Fixture::new(FURNITURE);
    let actions = actions_for(&mut client, &fixture, Value::Null);
    assert_eq!(actions[0]["command"], "copydesk.apply");
    let params = json!({ "command": "copydesk.apply", "arguments": actions[0]["arguments"] });
    let running = client.ask("workspace/executeCommand", params);
    let edit = client.serve("workspace/applyEdit", json!({ "applied": true }));
    assert_eq!(edit["edit"]["documentChanges"][0]["textDocument"]["uri"], URI);
    client.answer(running);
    client.close(URI);
}

#[test]
fn a_claim_can_be_rewritten_with_its_source() {
    let fixture = Fixture::new(
        "
Ilse Brandt designed the harbour wall of the town in 1962, and the council paid for it.

Experts say that the wall will fall before the spring comes.
^ here
",
    );
    let mut client = Client::new();
    let actions = actions_for(&mut client, &fixture, json!(["refactor.rewrite"]));
    assert_eq!(titles(&actions), ["Rewrite: “…, according to [source]”"]);
    let mended = applied(&fixture.text, &actions[0]);
    assert!(mended.ends_with("The wall will fall before the spring comes, according to [source].\n"), "{mended}");
    client.close(URI);
}
