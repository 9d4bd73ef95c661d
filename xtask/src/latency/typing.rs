//! A writer: opens the article, types at the rate of a key repeat, looks at a name now and then, types in a burst.

use super::{Arguments, client::Client, figures::Figures};
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::{
    thread,
    time::{Duration, Instant},
};

/// What is typed, over and over.
const WORDS: &str = " the harbour board said on Monday that the pier would open in May,";
/// Every so many keys the writer points at something and the outline is asked for.
const LOOKS: usize = 5;

/// One session from the start of the server to its end; the times are added to `figures`.
pub fn session(mut client: Client, text: &str, arguments: &Arguments, figures: &mut Figures) -> Result<()> {
    let (at, answer) = client.initialize()?;
    figures.initialized.push(at - client.spawned);
    let mut article = Article::new(text, &answer["result"]["capabilities"]);
    let pointed = article.place_of(arguments.hover.as_deref())?;
    let language = if client.uri.ends_with(".txt") { "plaintext" } else { "markdown" };
    let item = json!({ "uri": client.uri, "languageId": language, "version": 1, "text": text });
    client.notify("textDocument/didOpen", &json!({ "textDocument": item }))?;
    let at = findings(&mut client, 1)?;
    figures.first_findings.push(at - client.spawned);

    let pause = Duration::from_secs_f64(1.0 / arguments.rate);
    for (number, key) in WORDS.chars().cycle().take(arguments.keystrokes).enumerate() {
        let next = Instant::now() + pause;
        let pressed = article.press(key, &mut client)?;
        let looks = match number % LOOKS {
            0 => Some((Question::hover(&mut client, &pointed)?, Question::symbols(&mut client)?)),
            _ => None,
        };
        figures.keys.push(findings(&mut client, article.version)? - pressed);
        if let Some((hover, symbols)) = looks {
            let (waited, card) = hover.wait(&mut client)?;
            figures.hover.push(waited);
            figures.cards += usize::from(!card.is_null());
            figures.symbols.push(symbols.wait(&mut client)?.0);
        }
        thread::sleep(next.saturating_duration_since(Instant::now()));
    }

    let began = Instant::now();
    for key in WORDS.chars().cycle().take(arguments.keystrokes) {
        article.press(key, &mut client)?;
    }
    let whole = findings(&mut client, article.version)? - began;
    figures.burst.push(whole / arguments.keystrokes.max(1) as u32);

    if let Some((seconds, megabytes)) = client.cost() {
        figures.seconds.push(seconds);
        figures.megabytes.push(megabytes);
    }
    client.end()
}

/// When the findings of `version` came.
fn findings(client: &mut Client, version: i32) -> Result<Instant> {
    let uri = client.uri.clone();
    let (at, _) = client.hear(|message| {
        let params = &message["params"];
        message["method"] == "textDocument/publishDiagnostics"
            && params["uri"] == uri
            && (params["version"].is_null() || params["version"] == version)
    })?;
    Ok(at)
}

/// A request under way.
struct Question {
    id: i64,
    asked: Instant,
}

impl Question {
    fn hover(client: &mut Client, position: &Value) -> Result<Self> {
        Self::ask(client, "textDocument/hover", json!({ "position": position }))
    }

    fn symbols(client: &mut Client) -> Result<Self> {
        Self::ask(client, "textDocument/documentSymbol", json!({}))
    }

    fn ask(client: &mut Client, method: &str, mut params: Value) -> Result<Self> {
        params["textDocument"] = json!({ "uri": client.uri });
        let (id, asked) = client.ask(method, &params)?;
        Ok(Self { id, asked })
    }

    /// How long the answer took, and its result.
    fn wait(self, client: &mut Client) -> Result<(Duration, Value)> {
        let (at, mut answer) = client.answer(self.id)?;
        Ok((at - self.asked, answer["result"].take()))
    }
}

/// The article in the editor, and where the writer types: at the end of its longest line.
struct Article {
    lines: Vec<String>,
    line: usize,
    version: i32,
    /// The server takes ranges; others are sent the whole text.
    incremental: bool,
}

impl Article {
    fn new(text: &str, capabilities: &Value) -> Self {
        let lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
        let line = (0..lines.len()).max_by_key(|&line| lines[line].len()).unwrap_or(0);
        let sync = &capabilities["textDocumentSync"];
        Self { lines, line, version: 1, incremental: *sync == 2 || sync["change"] == 2 }
    }

    /// Within the first place of `words`, which no typing moves; without words the start of the line that is typed in.
    fn place_of(&self, words: Option<&str>) -> Result<Value> {
        let Some(words) = words else { return Ok(json!({ "line": self.line, "character": 1 })) };
        let find = |(line, text): (usize, &String)| Some((line, text[..text.find(words)?].encode_utf16().count()));
        let (line, column) = self.lines.iter().enumerate().find_map(find).context("the article lacks the words")?;
        Ok(json!({ "line": line, "character": column + 1 }))
    }

    /// Types `key`; when that was sent.
    fn press(&mut self, key: char, client: &mut Client) -> Result<Instant> {
        let column = self.lines[self.line].encode_utf16().count();
        self.lines[self.line].push(key);
        self.version += 1;
        let change = if self.incremental {
            let place = json!({ "line": self.line, "character": column });
            json!({ "range": { "start": place, "end": place }, "text": key.to_string() })
        } else {
            json!({ "text": self.lines.join("\n") })
        };
        let document = json!({ "uri": client.uri, "version": self.version });
        let params = json!({ "textDocument": document, "contentChanges": [change] });
        client.notify("textDocument/didChange", &params)
    }
}
