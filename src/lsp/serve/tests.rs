//! A panic in a handler costs the answer of that handler.

use super::*;
use std::io::{PipeReader, pipe};
use tower_lsp::{jsonrpc::Result, ls_types::*};

/// Panics where it is asked: before its first wait, and after it.
struct Panicking;

impl LanguageServer for Panicking {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult::default())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn hover(&self, _: HoverParams) -> Result<Option<Hover>> {
        panic!("at once")
    }

    async fn did_save(&self, _: DidSaveTextDocumentParams) {
        panic!("in a notification")
    }

    async fn symbol(&self, _: WorkspaceSymbolParams) -> Result<Option<WorkspaceSymbolResponse>> {
        tokio::task::yield_now().await;
        panic!("after a wait")
    }
}

/// Reads until the answers to all of `ids` came.
fn read(mut reader: PipeReader, ids: &[i32]) -> String {
    let mut text = String::new();
    while !ids.iter().all(|id| text.contains(&format!("\"id\":{id}"))) {
        let mut piece = [0; 4096];
        let length = reader.read(&mut piece).expect("the server writes");
        assert!(length > 0, "the server ended early: {text}");
        text += std::str::from_utf8(&piece[..length]).expect("text");
    }
    text
}

#[test]
fn the_session_goes_on_after_a_panic() {
    let (server_reads, mut writer) = pipe().expect("a pipe");
    let (reader, server_writes) = pipe().expect("a pipe");
    let place = r#""textDocument":{"uri":"file:///a.md"}"#;
    for message in [
        r#""id":1,"method":"initialize","params":{"capabilities":{}}"#.to_owned(),
        format!(r#""id":2,"method":"textDocument/hover","params":{{{place},"position":{{"line":0,"character":0}}}}"#),
        format!(r#""method":"textDocument/didSave","params":{{{place}}}"#),
        r#""id":3,"method":"workspace/symbol","params":{"query":""}"#.to_owned(),
        r#""id":4,"method":"no/such""#.to_owned(),
    ] {
        let body = format!(r#"{{"jsonrpc":"2.0",{message}}}"#);
        write!(writer, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
    }
    let serving = thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("a runtime");
        serve(runtime.handle(), server_reads, server_writes, |_| LspService::new(|_| Panicking))
    });
    let answers = read(reader, &[1, 2, 3, 4]);
    drop(writer);
    assert_eq!(serving.join().expect("the server ends").expect("it ran"), End::Closed);
    for (id, code) in [(2, -32603), (3, -32603), (4, -32601)] {
        let answer = answers.split("Content-Length").find(|answer| answer.contains(&format!("\"id\":{id}")));
        assert!(answer.is_some_and(|answer| answer.contains(&code.to_string())), "{id}: {answers}");
    }
}
