//! A long article: every request takes no more than its size deserves.
//!
//! `cargo test --release --test lsp long -- --nocapture` prints the times.

use crate::client::Client;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const URI: &str = "file:///desk/long.md";

/// Sections of the longest article: three megabytes.
const SECTIONS: usize = 8_000;

/// How much longer than an eighth of it an article may take, once it takes a noticeable time: eight times as long where
/// every place is looked at once, sixty-four times where every place is compared with every other. A busy machine has
/// its share.
const MOST_GROWTH: f64 = 32.0;
const NOTICEABLE: Duration = Duration::from_millis(20);

/// The fastest of so many tries counts.
const TRIES: usize = 2;

/// Sections with a claim, a line of furniture, somebody new, and somebody who speaks everywhere.
fn chapters(sections: usize) -> String {
    const SYLLABLES: [&str; 10] = ["ba", "de", "ki", "lo", "mu", "na", "re", "si", "to", "vu"];
    let word = |number: usize| -> String {
        format!("{number:05}").bytes().map(|digit| SYLLABLES[usize::from(digit - b'0')]).collect()
    };
    let section = |number: usize| {
        let (level, quay, minister) =
            (if number.is_multiple_of(3) { "##" } else { "###" }, word(number), word(number * 7));
        format!(
            "{level} Chapter {number} of the harbour files\n\n\
             Experts argue that the pier of {quay} will fail. Anna K{minister}, the transport minister, said the talks \
             would resume. She left early. Mayor Marta Orlenko, the owner of quay {quay}, said it would open. \
             “We will go on with quay {number},” Orlenko said.\n\n\
             Share this article\n\n"
        )
    };
    "# The Harbour Files\n\n".to_owned() + &(0..sections).map(section).collect::<String>()
}

/// What only an attacker or a broken export writes: links that begin in links.
fn links(sections: usize) -> String {
    "# Links\n\n".to_owned()
        + &"http://a.example/(".repeat(12 * sections)
        + "\n\n"
        + &"](a".repeat(60 * sections)
        + "\n"
}

/// The requests that are about a whole document, or about one place in it.
fn requests(text: &str) -> Vec<(&'static str, Value)> {
    let line = text.lines().position(|line| line.contains("Orlenko")).unwrap_or_default();
    let column = text.lines().nth(line).and_then(|line| line.find("Orlenko")).unwrap_or_default();
    let name = json!({ "line": line, "character": column + 1 });
    let document = json!({ "uri": URI });
    let whole =
        json!({ "start": { "line": 0, "character": 0 }, "end": { "line": text.lines().count(), "character": 0 } });
    let about = json!({ "textDocument": document });
    let at = json!({ "textDocument": document, "position": name });
    let over = json!({ "textDocument": document, "range": whole, "context": { "diagnostics": [] } });
    let declared = json!({ "textDocument": document, "position": name, "context": { "includeDeclaration": true } });
    let renamed = json!({ "textDocument": document, "position": name, "newName": "Orlanka" });
    let selected = json!({ "textDocument": document, "positions": [name] });
    let command = |name| json!({ "command": name, "arguments": [URI] });
    let mut requests = vec![
        ("textDocument/codeAction", over.clone()),
        ("textDocument/codeLens", about.clone()),
        ("textDocument/completion", at.clone()),
        ("textDocument/documentHighlight", at.clone()),
        ("textDocument/documentLink", about.clone()),
        ("textDocument/documentSymbol", about.clone()),
        ("textDocument/foldingRange", about.clone()),
        ("textDocument/hover", at),
        ("textDocument/inlayHint", over),
        ("textDocument/references", declared),
        ("textDocument/selectionRange", selected),
        ("textDocument/semanticTokens/full", about),
        ("workspace/executeCommand", command("copydesk.people")),
        ("workspace/executeCommand", command("copydesk.sources")),
        ("workspace/executeCommand", command("copydesk.summary")),
    ];
    if text.contains("Orlenko") {
        requests.push(("textDocument/rename", renamed));
    }
    requests
}

/// What each request about `text` takes.
fn times(text: &str) -> Vec<(String, Duration)> {
    let mut client = Client::with(json!({ "initializationOptions": { "copydesk": { "inlayHints": true } } }));
    client.open(URI, "markdown", text);
    let mut time = |(method, params): (&str, Value)| {
        let mut once = || {
            let asked = Instant::now();
            client.request(method, params.clone());
            asked.elapsed()
        };
        let fastest = (0..TRIES).map(|_| once()).min().unwrap_or_default();
        (format!("{method} {}", params["command"].as_str().unwrap_or_default()), fastest)
    };
    let times = requests(text).into_iter().map(&mut time).collect();
    client.close(URI);
    times
}

#[test]
fn no_request_takes_more_than_the_size_of_the_article_deserves() {
    let mut slow = Vec::new();
    for article in [chapters, links] {
        let (eighth, whole) = (times(&article(SECTIONS / 8)), times(&article(SECTIONS)));
        for ((request, whole), (_, eighth)) in whole.into_iter().zip(eighth) {
            println!("{request:52} {eighth:>10.2?} {whole:>10.2?}");
            if whole > NOTICEABLE && whole > eighth.mul_f64(MOST_GROWTH) {
                slow.push((request, eighth, whole));
            }
        }
    }
    assert!(slow.is_empty(), "{slow:?}");
}
