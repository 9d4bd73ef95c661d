//! People: hover, definition, references, highlights, rename, completion.

use crate::{
    client::Client,
    fixture::{Fixture, assert_drawn},
};
use serde_json::{Value, json};

const URI: &str = "file:///desk/draft.md";

const ARTICLE: &str = "
# Lowbridge Wall To Be Rebuilt

The mayor of Lowbridge, Ilse Brandt, said on Tuesday that the wall would be rebuilt.
                        ^^^^^^^^^^^ 1

“We have waited long enough,” Brandt said. Pavel Orlenko, the council leader, agreed.
                              ^^^^^^ 2

Reporters asked Brandt’s office for the plan on Wednesday. Orlenko had no comment.
                ^^^^^^ 3
";

struct Desk {
    client: Client,
    fixture: Fixture,
}

impl Desk {
    fn new(drawn: &str) -> Self {
        Self::with(drawn, json!({}))
    }

    /// A client whose `textDocument` capabilities `patch` changes.
    fn with(drawn: &str, patch: Value) -> Self {
        let fixture = Fixture::new(drawn);
        let mut client = Client::with(json!({ "capabilities": { "textDocument": patch } }));
        client.open(URI, "markdown", &fixture.text);
        Self { client, fixture }
    }

    #[track_caller]
    fn ask_at(&mut self, method: &str, label: &str) -> Value {
        let position = self.fixture.marked(label)["start"].clone();
        self.client.request_at(method, URI, &position)
    }

    /// What a hover over the mark `label` says.
    #[track_caller]
    fn hover(&mut self, label: &str) -> String {
        let hover = self.ask_at("textDocument/hover", label);
        assert_eq!(hover["range"], self.fixture.marked(label));
        hover["contents"]["value"].as_str().expect("a text").to_owned()
    }

    /// The text after the person at the mark `label` was renamed.
    #[track_caller]
    fn renamed(&mut self, label: &str, name: &str) -> String {
        let position = self.fixture.marked(label)["start"].clone();
        let params = json!({ "textDocument": { "uri": URI }, "position": position, "newName": name });
        let edit = self.client.request("textDocument/rename", params);
        let document = &edit["documentChanges"][0];
        assert_eq!(document["textDocument"], json!({ "uri": URI, "version": 1 }));
        let changes: Vec<Value> = document["edits"].as_array().expect("edits").iter().rev().cloned().collect();
        applied(&self.fixture.text, &changes)
    }

    fn close(mut self) {
        self.client.close(URI);
    }
}

/// `text` after `changes`, the last first, each within a line.
fn applied(text: &str, changes: &[Value]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for change in changes {
        let (start, end) = (&change["range"]["start"], &change["range"]["end"]);
        let line = &mut lines[start["line"].as_u64().expect("a line") as usize];
        let byte = |line: &str, at: &Value| {
            let mut units = at["character"].as_u64().expect("a column") as usize;
            let inside = |c: &char| (units > 0, units -= c.len_utf16().min(units)).0;
            line.chars().take_while(inside).map(char::len_utf8).sum::<usize>()
        };
        let range = byte(line, start)..byte(line, end);
        line.replace_range(range, change["newText"].as_str().expect("a text"));
    }
    lines.join("\n") + "\n"
}

#[test]
fn a_hover_tells_who_a_person_is_from_any_mention() {
    let mut desk = Desk::new(ARTICLE);
    let card = desk.hover("1");
    let first: Vec<&str> = card.lines().take(5).collect();
    let heading = "**Ilse Brandt**, the mayor of Lowbridge";
    assert_eq!(first, [heading, "", "In this article:", "", "- The mayor of Lowbridge (line 3)"]);
    assert!(card.contains("Named 3 times, first in line 3."), "{card}");
    assert_eq!(desk.hover("2"), card);
    assert_eq!(desk.hover("3"), card);
    desk.close();
}

#[test]
fn a_hover_is_plain_where_the_client_reads_no_markdown() {
    let mut desk = Desk::with(ARTICLE, json!({ "hover": { "contentFormat": ["plaintext"] } }));
    let hover = desk.ask_at("textDocument/hover", "2");
    assert_eq!(hover["contents"]["kind"], "plaintext");
    let card = hover["contents"]["value"].as_str().expect("a text");
    let start = "Ilse Brandt, the mayor of Lowbridge\n\nIn this article:\n- The mayor of Lowbridge (line 3)\n\nNamed";
    assert!(card.starts_with(start), "{card}");
    desk.close();
}

#[test]
fn an_article_cannot_put_links_into_a_hover() {
    let mut desk = Desk::new(
        "
The plan is ready, said Ilse Brandt, the mayor of [Lowbridge](command:x) <img src=y>.
                        ^^^^^^^^^^^ her
",
    );
    let card = desk.hover("her");
    assert!(!card.contains("](command") && !card.contains("<img"), "{card}");
    desk.close();
}

#[test]
fn spellings_that_differ_are_pointed_out() {
    let mut desk = Desk::new(
        "
The mayor, Sergei Orlenko, spoke first. Later Sergey Orlenko left the hall.
           ^^^^^^^^^^^^^^ him
",
    );
    let card = desk.hover("him");
    let warning = "**Warning:** the name is spelled in 2 ways:\n\n- Sergei Orlenko (line 1)\n- Sergey Orlenko (line 1)";
    assert!(card.contains(warning), "{card}");
    desk.close();
}

#[test]
fn nothing_is_said_of_other_words() {
    let mut desk = Desk::new(
        "
The wall of Lowbridge will be rebuilt in spring, and Ilse Brandt was glad.
    ^ here
",
    );
    assert_eq!(desk.ask_at("textDocument/hover", "here"), Value::Null);
    assert_eq!(desk.ask_at("textDocument/documentHighlight", "here"), Value::Null);
    assert_eq!(desk.ask_at("textDocument/definition", "here"), Value::Null);
    desk.close();
}

#[test]
fn a_definition_is_the_first_mention() {
    let mut desk = Desk::new(ARTICLE);
    assert_eq!(desk.ask_at("textDocument/definition", "3")["range"], desk.fixture.marked("1"));
    desk.close();
}

#[test]
fn all_mentions_are_references_and_highlights() {
    let mut desk = Desk::new(ARTICLE);
    let number = |(at, place): (usize, &Value)| (place["range"].clone(), (at + 1).to_string());
    let highlights = desk.ask_at("textDocument/documentHighlight", "2");
    let named: Vec<&Value> = highlights.as_array().expect("a list").iter().collect();
    let marks: Vec<_> =
        named.into_iter().filter(|place| is_mention(place, &desk.fixture)).enumerate().map(number).collect();
    assert_drawn(&desk.fixture, &marks);

    let position = desk.fixture.marked("2")["start"].clone();
    let context = json!({ "includeDeclaration": false });
    let params = json!({ "textDocument": { "uri": URI }, "position": position, "context": context });
    let references = desk.client.request("textDocument/references", params);
    let ranges: Vec<&Value> = references.as_array().expect("a list").iter().map(|place| &place["range"]).collect();
    assert!(!ranges.contains(&&desk.fixture.marked("1")), "the first mention is the declaration");
    assert!(ranges.contains(&&desk.fixture.marked("3")));
    desk.close();
}

/// A place that the fixture draws: pronouns are highlighted too, where they are sure.
fn is_mention(place: &Value, fixture: &Fixture) -> bool {
    fixture.marks.iter().any(|(range, _)| *range == place["range"])
}

#[test]
fn full_and_short_forms_are_renamed_together() {
    let mut desk = Desk::new(ARTICLE);
    let text = desk.renamed("2", "Ilsa Brand");
    assert_eq!(text, desk.fixture.text.replace("Ilse", "Ilsa").replace("Brandt", "Brand"));
    let text = desk.renamed("3", "Brand");
    assert_eq!(text, desk.fixture.text.replace("Brandt", "Brand"));
    desk.close();
}

#[test]
fn a_rename_begins_with_the_full_name() {
    let mut desk = Desk::with(ARTICLE, json!({ "rename": { "prepareSupport": true } }));
    assert_eq!(desk.client.capabilities["renameProvider"], json!({ "prepareProvider": true }));
    let prepared = desk.ask_at("textDocument/prepareRename", "2");
    assert_eq!(prepared, json!({ "range": desk.fixture.marked("2"), "placeholder": "Ilse Brandt" }));
    desk.close();
}

#[test]
fn what_is_no_name_is_not_renamed() {
    const REQUEST_FAILED: i64 = -32803;
    let mut desk = Desk::new(ARTICLE);
    let at = |line: u32, name: &str| {
        let position = json!({ "line": line, "character": 25 });
        json!({ "textDocument": { "uri": URI }, "position": position, "newName": name })
    };
    assert_eq!(desk.client.refused("textDocument/prepareRename", at(6, "")), REQUEST_FAILED);
    assert_eq!(desk.client.refused("textDocument/rename", at(6, "Ilsa")), REQUEST_FAILED);
    assert_eq!(desk.client.refused("textDocument/rename", at(2, "  ")), REQUEST_FAILED);
    assert_eq!(desk.client.refused("textDocument/rename", at(2, "<b>Ilsa</b>")), REQUEST_FAILED);
    desk.close();
}

/// What completion offers at the end of `typed`, written after the article: label, and what it replaces.
fn offered(typed: &str) -> Vec<(String, String)> {
    let drawn = format!("{ARTICLE}\n{typed}\n");
    let mut desk = Desk::new(&drawn);
    let line = desk.fixture.text.lines().count() - 1;
    let position = json!({ "line": line, "character": typed.encode_utf16().count() });
    let answer = desk.client.request_at("textDocument/completion", URI, &position);
    let items = answer["items"].as_array().cloned().unwrap_or_default();
    let offer = |item: &Value| {
        let range = &item["textEdit"]["range"];
        assert_eq!(range["end"], position);
        let start = range["start"]["character"].as_u64().expect("a column") as usize;
        (item["label"].as_str().expect("a label").to_owned(), typed.chars().skip(start).collect())
    };
    let offers = items.iter().map(offer).collect();
    desk.close();
    offers
}

fn offers(items: &[(&str, &str)]) -> Vec<(String, String)> {
    items.iter().map(|(label, replaced)| ((*label).to_owned(), (*replaced).to_owned())).collect()
}

#[test]
fn names_complete_from_a_capital_on() {
    assert_eq!(offered("On Friday Bra"), offers(&[("Ilse Brandt", "Bra"), ("Brandt", "Bra")]));
    assert_eq!(offered("On Friday Ilse B"), offers(&[("Ilse Brandt", "Ilse B"), ("Brandt", "B")]));
    assert_eq!(offered("On Friday bra"), []);
    assert_eq!(offered("On Friday "), []);
}

#[test]
fn roles_complete_after_a_name_and_a_comma() {
    assert_eq!(offered("On Friday Pavel Orlenko, "), offers(&[("the council leader", "")]));
    assert_eq!(offered("On Friday Pavel Orlenko, the c"), offers(&[("the council leader", "the c")]));
}

#[test]
fn a_completion_tells_who_the_person_is() {
    let mut desk = Desk::new(&format!("{ARTICLE}\nOn Friday Bra\n"));
    let line = desk.fixture.text.lines().count() - 1;
    let position = json!({ "line": line, "character": 13 });
    let answer = desk.client.request_at("textDocument/completion", URI, &position);
    let item = desk.client.request("completionItem/resolve", answer["items"][0].clone());
    let card = item["documentation"]["value"].as_str().expect("a text");
    assert!(card.starts_with("**Ilse Brandt**, the mayor of Lowbridge"), "{card}");
    desk.close();
}

#[test]
fn a_hover_tells_who_says_the_words_and_why() {
    let mut desk = Desk::new(
        "
The mayor of Lowbridge, Ilse Brandt, spoke on Tuesday.

“We have waited long enough for the wall,” Brandt said.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation
                                                  ^^^^ cue

Experts say that the wall will hold.
        ^^^ open
",
    );
    for label in ["quotation", "cue"] {
        let card = desk.hover(label);
        assert!(card.starts_with("Source: **Ilse Brandt**, the mayor of Lowbridge\n\nWhy: "), "{card}");
    }
    let card = desk.hover("open");
    assert!(card.starts_with("Source: **Experts** (nobody in particular)\n\nWhy: "), "{card}");
    desk.close();
}
