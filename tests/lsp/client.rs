//! A client of the server that leaves nothing unclaimed.

use copydesk::lsp::{self, End};
use serde_json::{Value, json};
use std::{
    collections::VecDeque,
    io::{BufRead, BufReader, PipeReader, PipeWriter, Read, Write, pipe},
    sync::mpsc::{self, Receiver},
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long anything may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// A session over an in-memory pipe. When it is dropped it shuts the server down and asserts that it ended well and
/// that every message was claimed.
pub struct Client {
    writer: Option<PipeWriter>,
    incoming: Receiver<Value>,
    unclaimed: VecDeque<Value>,
    server: Option<JoinHandle<End>>,
    last_id: i64,
    /// What the server answered to `initialize`.
    pub capabilities: Value,
}

impl Client {
    /// A client that can do everything but ask for diagnostics, and has no workspace.
    pub fn new() -> Self {
        Self::with(json!({}))
    }

    /// The same with `initialize` changed by `patch`: objects are merged.
    pub fn with(patch: Value) -> Self {
        let mut client = Self::raw();
        let mut params = json!({ "processId": null, "rootUri": null, "capabilities": abilities() });
        merge(&mut params, patch);
        client.capabilities = client.request("initialize", params)["capabilities"].clone();
        client.notify("initialized", json!({}));
        client
    }

    /// A client that has not said anything yet.
    pub fn raw() -> Self {
        let (mut client, reader) = Self::deaf();
        client.hear(reader);
        client
    }

    /// The same, and it reads nothing before it [hears](Self::hear).
    pub fn deaf() -> (Self, PipeReader) {
        let (server_reads, writer) = pipe().expect("a pipe");
        let (reader, server_writes) = pipe().expect("a pipe");
        let server = thread::spawn(move || lsp::serve_on(server_reads, server_writes).expect("a runtime"));
        let client = Self {
            writer: Some(writer),
            incoming: mpsc::channel().1,
            unclaimed: VecDeque::new(),
            server: Some(server),
            last_id: 0,
            capabilities: Value::Null,
        };
        (client, reader)
    }

    /// From now on what comes over `reader` is read.
    pub fn hear(&mut self, reader: PipeReader) {
        self.incoming = messages(reader);
    }

    /// Opens a document at version 1 and claims its findings.
    pub fn open(&mut self, uri: &str, language: &str, text: &str) -> Value {
        self.open_quietly(uri, language, text);
        self.published(uri, 1)
    }

    /// Opens a document at version 1.
    pub fn open_quietly(&mut self, uri: &str, language: &str, text: &str) {
        let item = json!({ "uri": uri, "languageId": language, "version": 1, "text": text });
        self.notify("textDocument/didOpen", json!({ "textDocument": item }));
    }

    /// Changes a document.
    pub fn change(&mut self, uri: &str, version: i32, changes: Value) {
        let document = json!({ "uri": uri, "version": version });
        self.notify("textDocument/didChange", json!({ "textDocument": document, "contentChanges": changes }));
    }

    /// Closes a document and claims that its findings go.
    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({ "textDocument": { "uri": uri } }));
        let gone = self.claim(|message| is_publication(message, uri) && message["params"]["version"].is_null());
        assert_eq!(gone["params"]["diagnostics"], json!([]));
    }

    /// Claims the findings of one version, those of versions before it too.
    pub fn published(&mut self, uri: &str, version: i32) -> Value {
        loop {
            let message = self.claim(|message| is_publication(message, uri));
            if message["params"]["version"] == version {
                return message["params"]["diagnostics"].clone();
            }
        }
    }

    /// Asks, and claims the result; an error fails the test.
    #[track_caller]
    pub fn request(&mut self, method: &str, params: Value) -> Value {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        assert!(answer.get("error").is_none(), "{method}: {answer}");
        answer["result"].clone()
    }

    /// Asks, and claims the code of the error; a result fails the test.
    #[track_caller]
    pub fn refused(&mut self, method: &str, params: Value) -> i64 {
        let id = self.ask(method, params);
        let answer = self.answer(id);
        answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("{method} was not refused: {answer}"))
    }

    /// Asks about a position of a document.
    #[track_caller]
    pub fn request_at(&mut self, method: &str, uri: &str, position: &Value) -> Value {
        self.request(method, json!({ "textDocument": { "uri": uri }, "position": position }))
    }

    /// Asks without waiting; the id to claim the answer with.
    pub fn ask(&mut self, method: &str, params: Value) -> i64 {
        self.last_id += 1;
        self.send(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }));
        self.last_id
    }

    /// Claims the answer to the request `id`.
    #[track_caller]
    pub fn answer(&mut self, id: i64) -> Value {
        self.claim(|message| message["id"] == id && message.get("method").is_none())
    }

    pub fn notify(&mut self, method: &str, params: Value) {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }));
    }

    /// Claims a notification of the server; its parameters.
    #[track_caller]
    pub fn notification(&mut self, method: &str) -> Value {
        self.claim(|message| message["method"] == method && message.get("id").is_none())["params"].clone()
    }

    /// Claims a request of the server and answers it; its parameters.
    #[track_caller]
    pub fn serve(&mut self, method: &str, result: Value) -> Value {
        let request = self.claim(|message| message["method"] == method && message.get("id").is_some());
        self.send(&json!({ "jsonrpc": "2.0", "id": request["id"], "result": result }));
        request["params"].clone()
    }

    /// Claims an answer that belongs to no request: the code of its error.
    #[track_caller]
    pub fn complaint(&mut self) -> i64 {
        let answer = self.claim(|message| message["id"].is_null() && message.get("error").is_some());
        answer["error"]["code"].as_i64().expect("a code")
    }

    /// Every message that came before the one claimed last was claimed too.
    pub fn nothing_else_came(&self) -> bool {
        self.unclaimed.is_empty()
    }

    pub fn send(&mut self, message: &Value) {
        let body = message.to_string();
        self.send_bytes(format!("Content-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
    }

    pub fn send_bytes(&mut self, bytes: &[u8]) {
        let writer = self.writer.as_mut().expect("the pipe is open");
        writer.write_all(bytes).expect("the server reads");
    }

    /// Closes the pipe to the server, or sends `exit` without `shutdown`; how the server ended.
    pub fn end(&mut self, exit: bool) -> End {
        if exit {
            self.notify("exit", Value::Null);
        }
        self.writer = None;
        self.server.take().expect("the server runs").join().expect("the server does not panic")
    }

    #[track_caller]
    fn claim(&mut self, is_it: impl Fn(&Value) -> bool) -> Value {
        if let Some(at) = self.unclaimed.iter().position(&is_it) {
            return self.unclaimed.remove(at).expect("it is there");
        }
        loop {
            let message = self.incoming.recv_timeout(PATIENCE);
            let message = message.unwrap_or_else(|_| panic!("no such message among {:?}", self.unclaimed));
            if is_it(&message) {
                return message;
            }
            self.unclaimed.push_back(message);
        }
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        if thread::panicking() || self.server.is_none() {
            return;
        }
        self.request("shutdown", Value::Null);
        assert_eq!(self.end(true), End::Exit);
        self.unclaimed.extend(self.incoming.iter());
        assert!(self.unclaimed.is_empty(), "unclaimed: {:#?}", self.unclaimed);
    }
}

fn is_publication(message: &Value, uri: &str) -> bool {
    message["method"] == "textDocument/publishDiagnostics" && message["params"]["uri"] == uri
}

/// The messages that come over `reader`, until it ends.
pub fn messages(reader: impl Read + Send + 'static) -> Receiver<Value> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut reader = BufReader::new(reader);
        while let Some(message) = message(&mut reader) {
            if sender.send(message).is_err() {
                return;
            }
        }
    });
    receiver
}

fn message(reader: &mut impl BufRead) -> Option<Value> {
    let mut header = String::new();
    reader.read_line(&mut header).ok()?;
    let length = header.strip_prefix("Content-Length: ")?.trim().parse().ok()?;
    reader.read_line(&mut header).ok()?;
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    serde_json::from_slice(&body).ok()
}

/// Everything that the server can make use of, but no pulling of diagnostics and nothing that makes it ask first.
fn abilities() -> Value {
    json!({
        "general": { "positionEncodings": ["utf-16"] },
        "workspace": { "applyEdit": true, "workspaceEdit": { "documentChanges": true } },
        "window": { "showDocument": { "support": true } },
        "textDocument": {
            "publishDiagnostics": { "relatedInformation": true, "versionSupport": true, "dataSupport": true },
            "hover": { "contentFormat": ["markdown", "plaintext"] },
            "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
            "codeAction": {
                "codeActionLiteralSupport": { "codeActionKind": { "valueSet": [] } },
                "isPreferredSupport": true,
            },
        },
    })
}

/// Merges objects; everything else is replaced.
fn merge(into: &mut Value, patch: Value) {
    match patch {
        Value::Object(patch) if into.is_object() => {
            patch.into_iter().for_each(|(key, value)| merge(&mut into[key], value))
        }
        patch => *into = patch,
    }
}
