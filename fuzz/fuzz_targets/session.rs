//! Sequences of messages: the session goes on, and every request is answered once.

#![no_main]

use copydesk::lsp;
use copydesk_fuzz::Text;
use libfuzzer_sys::fuzz_target;
use serde_json::{Value, json};
use std::{
    collections::HashMap,
    io::{self, Cursor, Write},
    sync::{Arc, LazyLock, Mutex},
};

/// Every request that the server understands but those that begin and end a session.
static REQUESTS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let names = lsp::reference().requests.into_iter().map(|request| request.name);
    names.filter(|name| !["initialize", "shutdown"].contains(name)).collect()
});

#[derive(arbitrary::Arbitrary, Debug)]
enum Message {
    Open { document: u8, is_markdown: bool, text: Text },
    Change { document: u8, version: u8, from: (u8, u8), to: (u8, u8), text: Box<str> },
    Replace { document: u8, version: u8, text: Text },
    Close { document: u8 },
    Ask { request: u8, document: u8, at: (u8, u8) },
    Cancel { request: u8 },
    Settings { rule: Box<str>, level: Box<str> },
}

fuzz_target!(|messages: Vec<Message>| {
    let mut input = Vec::new();
    let mut asked = 0;
    frame(&mut input, &json!({ "id": 0, "method": "initialize", "params": { "capabilities": {} } }));
    frame(&mut input, &json!({ "method": "initialized", "params": {} }));
    for message in messages.iter().take(40) {
        let mut body = body(message);
        if matches!(message, Message::Ask { .. }) {
            asked += 1;
            body["id"] = asked.into();
        }
        frame(&mut input, &body);
    }
    frame(&mut input, &json!({ "id": asked + 1, "method": "shutdown" }));
    frame(&mut input, &json!({ "method": "exit" }));

    let output = Output::default();
    let end = lsp::serve_on(Cursor::new(input), output.clone()).expect("a runtime");
    assert_eq!(end, lsp::End::Exit);
    let answers = output.answers();
    for id in [0, asked + 1] {
        assert_eq!(answers.get(&id), Some(&1), "answers to request {id}");
    }
    assert!(answers.values().all(|&count| count == 1), "a request was answered twice: {answers:?}");
});

fn frame(input: &mut Vec<u8>, body: &Value) {
    let mut body = body.clone();
    body["jsonrpc"] = "2.0".into();
    let body = body.to_string();
    write!(input, "Content-Length: {}\r\n\r\n{body}", body.len()).expect("memory");
}

fn body(message: &Message) -> Value {
    let uri = |document: &u8| format!("file:///desk/{}.md", document % 3);
    let position = |(line, character): &(u8, u8)| json!({ "line": line, "character": character });
    match message {
        Message::Open { document, is_markdown, text } => {
            let language = if *is_markdown { "markdown" } else { "plaintext" };
            let item = json!({ "uri": uri(document), "languageId": language, "version": 1, "text": text.0 });
            json!({ "method": "textDocument/didOpen", "params": { "textDocument": item } })
        }
        Message::Change { document, version, from, to, text } => {
            let range = json!({ "start": position(from), "end": position(to) });
            change(&uri(document), *version, &json!({ "range": range, "text": text }))
        }
        Message::Replace { document, version, text } => change(&uri(document), *version, &json!({ "text": text.0 })),
        Message::Close { document } => {
            json!({ "method": "textDocument/didClose", "params": { "textDocument": { "uri": uri(document) } } })
        }
        Message::Ask { request, document, at } => {
            let method = REQUESTS.get(usize::from(*request) % (REQUESTS.len() + 1)).unwrap_or(&"no/such");
            let (at, text_document) = (position(at), json!({ "uri": uri(document) }));
            let params = json!({
                "textDocument": text_document, "position": at, "positions": [at], "newName": "Ilse Brandt",
                "range": { "start": { "line": 0, "character": 0 }, "end": at },
                "context": { "includeDeclaration": true, "diagnostics": [] }, "query": "a",
                "command": "copydesk.people", "arguments": [uri(document)],
            });
            json!({ "method": method, "params": params })
        }
        Message::Cancel { request } => json!({ "method": "$/cancelRequest", "params": { "id": request } }),
        Message::Settings { rule, level } => {
            let settings = json!({ "copydesk": { "rules": { rule.as_ref(): level } } });
            json!({ "method": "workspace/didChangeConfiguration", "params": { "settings": settings } })
        }
    }
}

fn change(uri: &str, version: u8, change: &Value) -> Value {
    let document = json!({ "uri": uri, "version": version });
    json!({
        "method": "textDocument/didChange",
        "params": { "textDocument": document, "contentChanges": [change] },
    })
}

/// What the server wrote.
#[derive(Clone, Default)]
struct Output(Arc<Mutex<Vec<u8>>>);

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().expect("no panic while writing").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Output {
    /// How often each request was answered.
    fn answers(&self) -> HashMap<i64, usize> {
        let written = String::from_utf8(self.0.lock().expect("no panic while writing").clone()).expect("text");
        let mut answers = HashMap::new();
        let mut rest = written.as_str();
        while let Some((header, body)) = rest.split_once("\r\n\r\n") {
            let length: usize = header.trim_start_matches("Content-Length: ").parse().expect("one header");
            let (message, after) = body.split_at(length);
            let message: Value = serde_json::from_str(message).expect("JSON");
            if let (Some(id), None) = (message["id"].as_i64(), message.get("method")) {
                *answers.entry(id).or_default() += 1;
            }
            rest = after;
        }
        answers
    }
}
