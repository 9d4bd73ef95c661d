//! The articles of the workspace: other articles on hover, references and symbols across them, as files change.

use crate::client::Client;
use serde_json::{Value, json};
use std::{fs, path::Path};
use tempfile::TempDir;

const OTHER: &str = "# Council Votes\n\nIlse Brandt, the mayor, won the vote. Brandt thanked the council.\n";
const DRAFT: &str = "# Wall\n\nThe mayor, Ilse Brandt, spoke on Tuesday.\n";

/// A workspace on disk and a client in it.
struct Desk {
    folder: TempDir,
    client: Client,
}

impl Desk {
    fn new(files: &[(&str, &str)]) -> Self {
        Self::with(files, json!({}))
    }

    fn with(files: &[(&str, &str)], capabilities: Value) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        files.iter().for_each(|(name, text)| write(folder.path(), name, text));
        let folders = json!([{ "uri": uri(folder.path()), "name": "desk" }]);
        let client = Client::with(json!({ "workspaceFolders": folders, "capabilities": capabilities }));
        Self { folder, client }
    }

    fn uri(&self, name: &str) -> String {
        uri(&self.folder.path().join(name))
    }

    fn write(&self, name: &str, text: &str) {
        write(self.folder.path(), name, text);
    }

    /// Tells the server that the file called `name` was created, changed or deleted.
    fn tell(&mut self, name: &str) {
        let change = json!({ "uri": self.uri(name), "type": 2 });
        self.client.notify("workspace/didChangeWatchedFiles", json!({ "changes": [change] }));
    }

    fn symbols(&mut self, query: &str) -> Vec<String> {
        let symbols = self.client.request("workspace/symbol", json!({ "query": query }));
        let name = |symbol: &Value| symbol["name"].as_str().expect("a name").to_owned();
        symbols.as_array().expect("a list").iter().map(name).collect()
    }

    /// Asks for symbols until the server, which reads in the background, knows just `names`.
    #[track_caller]
    fn until_symbols(&mut self, query: &str, names: &[&str]) {
        let mut last = Vec::new();
        for _ in 0..200_000 {
            last = self.symbols(query);
            if last == names {
                return;
            }
        }
        assert_eq!(last, names);
    }

    /// Opens the draft; the hover over its mayor.
    fn hover(&mut self) -> String {
        let draft = self.uri("draft.md");
        let hover = self.client.request_at("textDocument/hover", &draft, &json!({ "line": 2, "character": 12 }));
        hover["contents"]["value"].as_str().expect("a text").to_owned()
    }
}

fn write(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

fn uri(path: &Path) -> String {
    format!("file://{}", path.display())
}

#[test]
fn headings_and_people_of_all_articles_are_symbols() {
    let mut desk = Desk::new(&[("a/votes.md", OTHER), ("draft.md", DRAFT), ("data.json", "{}"), ("bad.txt", "\u{1}")]);
    desk.until_symbols("ilse", &["Ilse Brandt"]);
    desk.until_symbols("cv", &["Council Votes"]);
    desk.until_symbols("", &["Wall", "Ilse Brandt", "Council Votes"]);
    let symbols = desk.client.request("workspace/symbol", json!({ "query": "council" }));
    assert_eq!(symbols[0]["location"]["uri"], desk.uri("a/votes.md"));
    assert_eq!(symbols[0]["location"]["range"]["start"], json!({ "line": 0, "character": 2 }));
    assert_eq!(symbols[0]["containerName"], "votes.md");
}

#[test]
fn a_symbol_is_placed_when_it_is_chosen() {
    let resolves = json!({ "workspace": { "symbol": { "resolveSupport": { "properties": ["location.range"] } } } });
    let mut desk = Desk::with(&[("votes.md", OTHER)], resolves);
    desk.until_symbols("council", &["Council Votes"]);
    let symbols = desk.client.request("workspace/symbol", json!({ "query": "council" }));
    assert_eq!(symbols[0]["location"], json!({ "uri": desk.uri("votes.md") }));
    let symbol = desk.client.request("workspaceSymbol/resolve", symbols[0].clone());
    assert_eq!(symbol["location"]["range"]["start"], json!({ "line": 0, "character": 2 }));
}

#[test]
fn other_articles_are_told_and_referred_to() {
    let mut desk = Desk::new(&[("votes.md", OTHER), ("draft.md", DRAFT)]);
    desk.until_symbols("", &["Wall", "Ilse Brandt", "Council Votes"]);
    let draft = desk.uri("draft.md");
    desk.client.open(&draft, "markdown", DRAFT);
    let link = format!("- [votes.md](<{}#L3>) (2 times, first in line 3)", desk.uri("votes.md"));
    assert!(desk.hover().contains(&format!("Other articles:\n\n{link}")), "{}", desk.hover());

    let position = json!({ "line": 2, "character": 12 });
    let context = json!({ "includeDeclaration": true });
    let params = json!({ "textDocument": { "uri": draft }, "position": position, "context": context });
    let references = desk.client.request("textDocument/references", params);
    let uris: Vec<_> = references.as_array().expect("a list").iter().map(|place| place["uri"].clone()).collect();
    assert_eq!(uris, [json!(draft), json!(desk.uri("votes.md")), json!(desk.uri("votes.md"))]);
    desk.client.close(&draft);
}

#[test]
fn open_buffers_win_over_the_disk() {
    let mut desk = Desk::new(&[("votes.md", OTHER), ("draft.md", DRAFT)]);
    desk.until_symbols("", &["Wall", "Ilse Brandt", "Council Votes"]);
    let (draft, votes) = (desk.uri("draft.md"), desk.uri("votes.md"));
    desk.client.open(&draft, "markdown", DRAFT);
    desk.client.open(&votes, "markdown", "# No Vote\n\nNobody came.\n");
    assert!(!desk.hover().contains("Other articles"));
    assert_eq!(desk.symbols("vote"), ["No Vote"]);
    desk.client.close(&votes);
    assert!(desk.hover().contains("Other articles"));
    desk.client.close(&draft);
}

#[test]
fn an_open_article_names_whom_its_file_does_not() {
    let mut desk = Desk::new(&[("votes.md", "# Council Votes\n"), ("draft.md", DRAFT)]);
    desk.until_symbols("council", &["Council Votes"]);
    let (draft, votes) = (desk.uri("draft.md"), desk.uri("votes.md"));
    desk.client.open(&draft, "markdown", DRAFT);
    assert!(!desk.hover().contains("Other articles"));
    desk.client.open(&votes, "markdown", OTHER);
    assert!(desk.hover().contains("[votes.md]"), "{}", desk.hover());
    desk.client.close(&votes);
    desk.client.close(&draft);
}

#[test]
fn a_buffer_that_was_never_saved_is_no_article_of_the_workspace() {
    let mut desk = Desk::new(&[("votes.md", OTHER)]);
    desk.until_symbols("council", &["Council Votes"]);
    let (draft, copy) = (desk.uri("draft.md"), desk.uri("copy.md"));
    desk.client.open(&draft, "markdown", DRAFT);
    let before = desk.hover();
    desk.client.open(&copy, "markdown", DRAFT);
    assert_eq!(desk.hover(), before);
    desk.client.close(&copy);
    desk.client.close(&draft);
}

#[test]
fn files_that_change_come_and_go_are_followed() {
    let mut desk = Desk::new(&[("votes.md", OTHER)]);
    desk.until_symbols("", &["Ilse Brandt", "Council Votes"]);
    desk.write("votes.md", "# Council Does Not Vote\n");
    desk.tell("votes.md");
    desk.until_symbols("", &["Council Does Not Vote"]);
    desk.write("new.txt", "Pavel Orlenko, the council leader, said on Friday that the vote would come.\n");
    desk.tell("new.txt");
    desk.until_symbols("orlenko", &["Pavel Orlenko"]);
    fs::remove_file(desk.folder.path().join("new.txt")).expect("it is there");
    desk.tell("new.txt");
    desk.until_symbols("orlenko", &[]);
}

#[test]
fn what_the_configuration_excludes_is_left_out() {
    let config = "exclude = [\"old/\"]\n";
    let mut desk = Desk::new(&[("copydesk.toml", config), ("old/votes.md", OTHER), ("draft.md", "# Wall\n")]);
    desk.until_symbols("", &["Wall"]);
    desk.write("copydesk.toml", "");
    desk.tell("copydesk.toml");
    desk.until_symbols("council", &["Council Votes"]);
}

#[test]
fn reading_many_articles_shows_progress() {
    // Long enough that they are not all read before the client has answered.
    let body = "The mayor, Ilse Brandt, said on Tuesday that the wall would stand.\n\n".repeat(300);
    let files: Vec<_> = (0..80).map(|n| (format!("{n}.md"), format!("# Heading {n}\n\n{body}"))).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (&**name, &**text)).collect();
    let mut desk = Desk::with(&files, json!({ "window": { "workDoneProgress": true } }));
    let created = desk.client.serve("window/workDoneProgress/create", Value::Null);
    let token = created["token"].clone();
    let mut seen = Vec::new();
    while seen.last() != Some(&json!("end")) {
        let progress = desk.client.notification("$/progress");
        assert_eq!(progress["token"], token);
        seen.push(progress["value"]["kind"].clone());
    }
    assert_eq!(seen[0], "begin");
    desk.client.notify("window/workDoneProgress/cancel", json!({ "token": token }));
    desk.until_symbols("heading 79", &["Heading 79"]);
}

#[test]
fn the_teams_entry_is_shown_and_gone_to() {
    let people = "[[person]]\nname = \"Ana Ruiz\"\n\n[[person]]\nname = \"Ilse Brandt\"\nrole = \"Mayor of Lowbridge\"\n\
                  source = \"https://lowbridge.example\"\nchecked = \"2024-02-01\"\n";
    let mut desk = Desk::new(&[("people.toml", people), ("draft.md", DRAFT)]);
    let draft = desk.uri("draft.md");
    desk.client.open(&draft, "markdown", DRAFT);
    let link = format!("[people.toml](<{}#L4>):", desk.uri("people.toml"));
    let entry =
        "\n\n- **Ilse Brandt**, Mayor of Lowbridge\n- [source](<https://lowbridge.example>), checked 2024-02-01";
    assert!(desk.hover().contains(&format!("{link}{entry}")), "{}", desk.hover());

    let position = json!({ "line": 2, "character": 12 });
    let definition = desk.client.request_at("textDocument/definition", &draft, &position);
    assert_eq!(definition["uri"], desk.uri("people.toml"));
    assert_eq!(definition["range"]["start"], json!({ "line": 3, "character": 0 }));
    desk.client.close(&draft);
}

const WALL: &str = "The council voted on Tuesday to rebuild the old harbour wall, and the work will begin in spring, when \
                    the ferry has left the old quay.";
const GUILD: &str = "Prices of bread rose by a tenth last year while wages stood still, the bakers’ guild wrote on \
                     Friday in a letter to its members.";
const FLOOD: &str = "Residents of the lower town had asked for it since the flood of two winters ago, when the water \
                     reached the market hall.";

fn paragraphs(paragraphs: &[&str]) -> String {
    paragraphs.join("\n\n") + "\n"
}

#[test]
fn a_passage_that_stands_in_another_article_is_told_with_the_place() {
    let (one, other) = (paragraphs(&["# Wall", WALL, GUILD]), paragraphs(&["# Flood", FLOOD, WALL]));
    let mut desk = Desk::new(&[("one.md", &one), ("other.md", &other)]);
    desk.until_symbols("", &["Wall", "Flood"]);
    let uri = desk.uri("one.md");
    let found = desk.client.open(&uri, "markdown", &one);
    assert_eq!(found[0]["code"], "boilerplate/repeated-passage");
    assert_eq!(found[0]["range"]["start"], json!({ "line": 2, "character": 0 }));
    let place = &found[0]["relatedInformation"][0]["location"];
    assert_eq!((&place["uri"], &place["range"]["start"]["line"]), (&json!(desk.uri("other.md")), &json!(4)));
    desk.client.close(&uri);
}

#[test]
fn another_version_of_the_same_article_is_no_repeat() {
    let (one, other) = (paragraphs(&["# Wall", WALL, GUILD]), paragraphs(&["# Walls", WALL, GUILD, FLOOD]));
    let mut desk = Desk::new(&[("one.md", &one), ("other.md", &other)]);
    desk.until_symbols("", &["Wall", "Walls"]);
    let uri = desk.uri("one.md");
    assert_eq!(desk.client.open(&uri, "markdown", &one), json!([]));
    desk.client.close(&uri);
}

#[test]
fn a_repeat_is_told_as_long_as_the_other_article_has_the_passage() {
    let (one, other) = (paragraphs(&["# Wall", WALL, GUILD]), paragraphs(&["# Flood", FLOOD, WALL]));
    let mut desk = Desk::new(&[("one.md", &one), ("other.md", &other)]);
    desk.until_symbols("", &["Wall", "Flood"]);
    let (uri, other_uri) = (desk.uri("one.md"), desk.uri("other.md"));
    desk.client.open(&uri, "markdown", &one);
    desk.client.open(&other_uri, "markdown", &other);
    let mut version = 1;
    let mut repeats_after_a_key = |desk: &mut Desk| {
        version += 1;
        let end = json!({ "line": 4, "character": 0 });
        desk.client.change(&uri, version, json!([{ "range": { "start": end, "end": end }, "text": "A" }]));
        desk.client.published(&uri, version).as_array().expect("a list").len()
    };
    assert_eq!(repeats_after_a_key(&mut desk), 1);

    desk.client.change(&other_uri, 2, json!([{ "text": paragraphs(&["# Flood", FLOOD]) }]));
    desk.client.published(&other_uri, 2);
    assert_eq!(repeats_after_a_key(&mut desk), 0, "the other has lost it in the editor");

    desk.client.close(&other_uri);
    assert_eq!(repeats_after_a_key(&mut desk), 1, "it still stands in the file");

    desk.write("other.md", &paragraphs(&["# Floods", FLOOD]));
    desk.tell("other.md");
    desk.until_symbols("", &["Wall", "Floods"]);
    assert_eq!(repeats_after_a_key(&mut desk), 0, "the file has lost it");
}

/// A client that asks for the findings of the whole workspace, and what it knows of them.
struct Puller {
    desk: Desk,
    known: Vec<Value>,
}

impl Puller {
    fn new(files: &[(&str, &str)]) -> Self {
        let mut desk = Desk::with(files, json!({ "textDocument": { "diagnostic": {} } }));
        let settings = json!({ "copydesk": { "diagnosticMode": "workspace" } });
        desk.client.notify("workspace/didChangeConfiguration", json!({ "settings": settings }));
        Self { desk, known: Vec::new() }
    }

    /// Asks until there is news of `name`: the codes of its findings.
    fn news_of(&mut self, name: &str) -> Vec<String> {
        let uri = self.desk.uri(name);
        loop {
            let params = json!({ "previousResultIds": self.known });
            let report = self.desk.client.request("workspace/diagnostic", params);
            let items = report["items"].as_array().expect("a list").clone();
            let known = |item: &Value| json!({ "uri": item["uri"], "value": item["resultId"] });
            self.known = items.iter().filter(|item| item["resultId"].is_string()).map(known).collect();
            if let Some(item) = items.iter().find(|item| item["uri"] == *uri && item["kind"] == "full") {
                let findings = item["items"].as_array().expect("a list");
                return findings.iter().map(|finding| finding["code"].as_str().unwrap_or("?").to_owned()).collect();
            }
        }
    }
}

#[test]
fn articles_that_nobody_has_open_are_checked_for_clients_that_want_it() {
    let mut puller = Puller::new(&[("votes.md", OTHER), ("wall.md", "# Wall\n\nExperts argue that it will fall.\n")]);
    assert_eq!(puller.news_of("wall.md"), ["attribution/vague-source"]);

    puller.desk.write("wall.md", "# Wall\n\nThe wall will fall, Ilse Brandt, the mayor, told the council.\n");
    puller.desk.tell("wall.md");
    assert_eq!(puller.news_of("wall.md"), [""; 0]);

    puller.desk.write("copydesk.toml", "[rules]\n\"people/unintroduced-name\" = \"warning\"\n");
    puller.desk.tell("copydesk.toml");
    puller.news_of("votes.md");
}

#[test]
fn an_open_article_is_told_as_it_stands_in_the_editor() {
    let mut puller = Puller::new(&[("wall.md", "# Wall\n\nExperts argue that it will fall.\n")]);
    puller.news_of("wall.md");
    let uri = puller.desk.uri("wall.md");
    puller.desk.client.open_quietly(&uri, "markdown", "# Wall\n\nThe wall stands.\n");
    assert_eq!(puller.news_of("wall.md"), [""; 0]);
    puller.desk.client.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
    assert_eq!(puller.news_of("wall.md"), ["attribution/vague-source"]);
}

#[test]
fn checking_the_workspace_shows_how_far_it_is() {
    let mut puller = Puller::new(&[("votes.md", OTHER)]);
    let uri = puller.desk.uri("votes.md");
    let params = json!({ "previousResultIds": [], "partialResultToken": "part", "workDoneToken": "work" });
    let report = puller.desk.client.request("workspace/diagnostic", params);
    assert_eq!(report["items"], json!([]));
    let mut next = || puller.desk.client.notification("$/progress");
    assert_eq!(next()["value"]["kind"], "begin");
    let part = next();
    assert_eq!((&part["token"], &part["value"]["items"][0]["uri"]), (&json!("part"), &json!(uri)));
    assert_eq!(next()["value"], json!({ "kind": "report", "percentage": 100 }));
    assert_eq!(next()["value"]["kind"], "end");
}
