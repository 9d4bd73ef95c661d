//! What the server says it can do.

use crate::client::Client;
use serde_json::json;

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
