//! What the server says it can do is what it does, what the tests test and what the page says.

use crate::client::Client;
use copydesk::lsp::{Reference, Understood, reference};
use serde_json::json;
use std::{fs, path::Path};

const PAGE: &str = "docs/protocol.md";

#[test]
fn everything_that_is_announced_is_answered() {
    let mut client = Client::new();
    let capabilities = client.capabilities.clone();
    let about = json!({ "textDocument": { "uri": "file:///a.md" } });
    for (capability, method) in [
        ("documentSymbolProvider", "textDocument/documentSymbol"),
        ("foldingRangeProvider", "textDocument/foldingRange"),
        ("documentLinkProvider", "textDocument/documentLink"),
        ("codeLensProvider", "textDocument/codeLens"),
        ("semanticTokensProvider", "textDocument/semanticTokens/full"),
    ] {
        assert!(!capabilities[capability].is_null(), "{capability}");
        client.request(method, about.clone());
    }
    assert_eq!(capabilities["textDocumentSync"]["change"], 2);
    assert!(capabilities["diagnosticProvider"].is_null(), "this client does not ask for diagnostics");
}

#[test]
fn everything_is_tested_and_the_page_is_fresh() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let tests = Tests::read(&root.join("tests/lsp"));
    let page = page(&reference(), &tests);
    let path = root.join(PAGE);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page can be written");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    assert_eq!(written, page, "{PAGE} is stale: UPDATE_DOCS=1 cargo test --test lsp");
}

/// The test files by name.
struct Tests(Vec<(String, String)>);

impl Tests {
    fn read(folder: &Path) -> Self {
        let mut files = Vec::new();
        for entry in fs::read_dir(folder).expect("the tests are there").flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let text = fs::read_to_string(entry.path()).unwrap_or_default();
            if !["capabilities.rs", "client.rs"].contains(&&*name) {
                files.push((name, text));
            }
        }
        files.sort();
        Self(files)
    }

    /// Links to the files that name `what`; not to name it fails the test.
    fn of(&self, what: &str) -> String {
        let quoted = format!("\"{what}\"");
        let files = self.0.iter().filter(|file| file.1.contains(&quoted));
        let links: Vec<_> = files.map(|(name, _)| format!("[{name}](../tests/lsp/{name})")).collect();
        assert!(!links.is_empty(), "nothing tests {what}");
        links.join(", ")
    }
}

fn page(reference: &Reference, tests: &Tests) -> String {
    let table = |title: &str, lines: &[Understood]| {
        let row = |Understood { name, purpose, since }: &Understood| {
            format!("| `{name}` | {purpose} | {since} | {} |\n", tests.of(name))
        };
        let rows: String = lines.iter().map(row).collect();
        format!("\n## {title}\n\n| name | what it does | since | tested by |\n|---|---|---|---|\n{rows}")
    };
    "# Protocol\n\nWhat `copydesk lsp` understands of the Language Server Protocol 3.17. Positions are counted in UTF-8, \
     UTF-16 or UTF-32, as the editor prefers. Findings are pushed with the version that they belong to, or asked for by \
     editors that can; never both.\n\nThis page is generated from the tables that dispatch: \
     `UPDATE_DOCS=1 cargo test --test lsp`.\n"
        .to_owned()
        + &table("Requests", &reference.requests)
        + &table("Notifications", &reference.notifications)
        + &table("Commands", &reference.commands)
}
