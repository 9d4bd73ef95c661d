//! A panic in a handler costs the answer of that handler.

use super::*;
use std::{
    io::{PipeReader, PipeWriter, pipe},
    sync::Arc,
    thread::JoinHandle,
};
use tokio::sync::SetOnce;
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

/// Tells that it was asked, waits, and then panics or answers.
struct Waiting {
    asked: mpsc::Sender<()>,
    settled: Arc<SetOnce<()>>,
}

impl Waiting {
    async fn wait(&self) {
        self.asked.send(()).expect("the test runs");
        self.settled.wait().await;
    }
}

impl LanguageServer for Waiting {
    async fn initialize(&self, _: InitializeParams) -> Result<InitializeResult> {
        Ok(InitializeResult::default())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn code_lens(&self, _: CodeLensParams) -> Result<Option<Vec<CodeLens>>> {
        self.wait().await;
        panic!("after what it waited for")
    }

    async fn folding_range(&self, _: FoldingRangeParams) -> Result<Option<Vec<FoldingRange>>> {
        self.wait().await;
        Ok(None)
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

const INITIALIZE: &str = r#""id":1,"method":"initialize","params":{"capabilities":{}}"#;

fn write(writer: &mut impl Write, message: &str) {
    let body = format!(r#"{{"jsonrpc":"2.0",{message}}}"#);
    write!(writer, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("the server reads");
}

/// The one of `answers` to the request `id`.
fn answer(answers: &str, id: i32) -> &str {
    answers.split("Content-Length").find(|answer| answer.contains(&format!("\"id\":{id}"))).expect("it came")
}

fn serving<S: LanguageServer>(
    reader: PipeReader,
    writer: PipeWriter,
    build: impl FnOnce(Outbox) -> (LspService<S>, ClientSocket) + Send + 'static,
) -> JoinHandle<io::Result<End>> {
    thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).build().expect("a runtime");
        serve(runtime.handle(), reader, writer, build)
    })
}

#[test]
fn the_session_goes_on_after_a_panic() {
    let (server_reads, mut writer) = pipe().expect("a pipe");
    let (reader, server_writes) = pipe().expect("a pipe");
    let place = r#""textDocument":{"uri":"file:///a.md"}"#;
    for message in [
        INITIALIZE.to_owned(),
        format!(r#""id":2,"method":"textDocument/hover","params":{{{place},"position":{{"line":0,"character":0}}}}"#),
        format!(r#""method":"textDocument/didSave","params":{{{place}}}"#),
        r#""id":3,"method":"workspace/symbol","params":{"query":""}"#.to_owned(),
        r#""id":4,"method":"no/such""#.to_owned(),
    ] {
        write(&mut writer, &message);
    }
    let serving = serving(server_reads, server_writes, |_| LspService::new(|_| Panicking));
    let answers = read(reader, &[1, 2, 3, 4]);
    drop(writer);
    assert_eq!(serving.join().expect("the server ends").expect("it ran"), End::Closed);
    for (id, code) in [(2, -32603), (3, -32603), (4, -32601)] {
        assert!(answer(&answers, id).contains(&code.to_string()), "{id}: {answers}");
    }
}

#[test]
fn whoever_ends_a_wait_answers_and_is_unharmed_by_a_panic() {
    let (server_reads, mut writer) = pipe().expect("a pipe");
    let (reader, server_writes) = pipe().expect("a pipe");
    let ((asked, questions), settled) = (mpsc::channel(), Arc::new(SetOnce::new()));
    let (told, outbox) = mpsc::channel();
    let waited = settled.clone();
    let serving = serving(server_reads, server_writes, move |outbox| {
        told.send(outbox).expect("the test runs");
        LspService::new(|_| Waiting { asked, settled: waited })
    });
    write(&mut writer, INITIALIZE);
    for (id, method) in [(2, "codeLens"), (3, "foldingRange")] {
        let params = r#"{"textDocument":{"uri":"file:///a.md"}}"#;
        write(&mut writer, &format!(r#""id":{id},"method":"textDocument/{method}","params":{params}"#));
        questions.recv().expect("it is asked");
    }
    let outbox = outbox.recv().expect("an outbox");
    let mut woken = waits::gather(|| settled.set(()).expect("once"));
    while !woken.is_empty() {
        outbox.write_after(|| woken.go_on());
    }
    let answers = read(reader, &[1, 2, 3]);
    drop(writer);
    assert_eq!(serving.join().expect("the server ends").expect("it ran"), End::Closed);
    assert!(answer(&answers, 2).contains("-32603"), "{answers}");
    assert!(answer(&answers, 3).contains("\"result\":null"), "{answers}");
}
