//! The program itself, over standard input and output.

use crate::client::messages;
use serde_json::{Value, json};
use std::{
    io::{Read, Write},
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver},
    time::{Duration, Instant},
};

const PATIENCE: Duration = Duration::from_secs(30);

struct Server {
    child: Child,
    input: Option<ChildStdin>,
    output: Receiver<Value>,
}

impl Server {
    fn start(arguments: &[&str]) -> Self {
        let (mut child, output) = spawn(arguments);
        Self { input: child.stdin.take(), child, output: messages(output) }
    }

    fn begun(arguments: &[&str], process: Value) -> Self {
        let mut server = Self::start(arguments);
        let params = json!({ "processId": process, "rootUri": null, "capabilities": {} });
        server.send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params }));
        assert!(server.receive()["result"]["capabilities"].is_object());
        server.send(json!({ "jsonrpc": "2.0", "method": "initialized", "params": {} }));
        server
    }

    fn send(&mut self, message: Value) {
        self.write(&frame(&message)).expect("the server reads");
    }

    fn write(&mut self, bytes: &[u8]) -> std::io::Result<()> {
        self.input.as_mut().expect("the pipe is open").write_all(bytes)
    }

    fn receive(&self) -> Value {
        self.output.recv_timeout(PATIENCE).expect("a message")
    }

    /// Waits for the end; the exit status.
    fn status(&mut self) -> Option<i32> {
        let start = Instant::now();
        loop {
            match self.child.try_wait().expect("a child") {
                Some(status) => return status.code(),
                None if start.elapsed() > PATIENCE => panic!("the server does not end"),
                None => std::thread::yield_now(),
            }
        }
    }

    fn errors(&mut self) -> String {
        let mut text = String::new();
        let mut stderr = self.child.stderr.take().expect("a pipe");
        stderr.read_to_string(&mut text).expect("text");
        text
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn spawn(arguments: &[&str]) -> (Child, ChildStdout) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
    command.arg("lsp").args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    let output = child.stdout.take().expect("a pipe");
    (child, output)
}

fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

#[test]
fn a_whole_session_ends_with_success_and_a_quiet_log() {
    let mut server = Server::begun(&["--stdio"], Value::Null);
    let item = json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 7, "text": "Share this article\n" });
    let params = json!({ "textDocument": item });
    server.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": params }));
    let published = server.receive();
    assert_eq!(published["params"]["version"], 7);
    assert_eq!(published["params"]["diagnostics"][0]["code"], "boilerplate/share-prompt");
    server.send(json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    assert_eq!(server.receive()["result"], Value::Null);
    server.send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.status(), Some(0), "with the pipe still open");
    assert_eq!(server.errors(), "");
}

#[test]
fn an_exit_without_a_shutdown_is_a_failure() {
    let mut server = Server::begun(&[], Value::Null);
    server.send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.status(), Some(1));
}

#[test]
fn the_end_of_the_input_ends_the_server() {
    let mut server = Server::begun(&[], Value::Null);
    server.input = None;
    assert_eq!(server.status(), Some(1));
}

#[test]
fn a_message_that_ends_halfway_ends_the_server() {
    let mut server = Server::begun(&[], Value::Null);
    server.write(b"Content-Length: 1000\r\n\r\n{\"jsonrpc\"").expect("the server reads");
    server.input = None;
    assert_eq!(server.status(), Some(1));
}

#[test]
fn a_client_that_dies_takes_the_server_along_though_the_pipe_is_open() {
    let mut client = Command::new("sleep").arg("600").spawn().expect("a process");
    let mut server = Server::begun(&[], json!(client.id()));
    client.kill().expect("it can be killed");
    client.wait().expect("it ends");
    assert_eq!(server.status(), Some(1));
}

#[test]
fn a_client_that_stops_reading_does_not_hold_up_the_end() {
    let (mut child, _unread) = spawn(&[]);
    let mut server = Server { input: child.stdin.take(), child, output: mpsc::channel().1 };
    let params = json!({ "processId": null, "rootUri": null, "capabilities": {} });
    server.send(json!({ "jsonrpc": "2.0", "id": 1, "method": "initialize", "params": params }));
    let headings: String = (0..500).map(|at| format!("# Heading {at}\n\n")).collect();
    let item = json!({ "uri": "file:///a.md", "languageId": "markdown", "version": 1, "text": headings });
    server.send(json!({ "jsonrpc": "2.0", "method": "textDocument/didOpen", "params": { "textDocument": item } }));
    let about = json!({ "textDocument": { "uri": "file:///a.md" } });
    for id in 2..100 {
        server.send(json!({ "jsonrpc": "2.0", "id": id, "method": "textDocument/documentSymbol", "params": about }));
    }
    server.input = None;
    assert_eq!(server.status(), Some(1));
}

#[cfg(unix)]
#[test]
fn a_signal_ends_the_server() {
    let mut server = Server::begun(&[], Value::Null);
    let killed = Command::new("kill").arg(server.child.id().to_string()).status().expect("kill runs");
    assert!(killed.success());
    assert_eq!(server.status(), None, "ended by the signal");
}

#[test]
fn the_log_goes_where_it_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("copydesk.log");
    let mut server = Server::begun(&["--log-file", path.to_str().expect("text"), "--log", "info"], Value::Null);
    server.send(json!({ "jsonrpc": "2.0", "id": 2, "method": "shutdown" }));
    server.receive();
    server.send(json!({ "jsonrpc": "2.0", "method": "exit" }));
    assert_eq!(server.status(), Some(0));
    assert!(std::fs::read_to_string(path).is_ok_and(|log| log.contains("INFO")));
}
