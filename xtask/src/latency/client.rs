//! A language client that takes the time of everything it hears.

use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    path::Path,
    process::{Child, ChildStdin, ChildStdout, Command, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

/// How long anything may take.
const PATIENCE: Duration = Duration::from_secs(60);

/// A session with one server about one document.
pub struct Client {
    child: Child,
    input: ChildStdin,
    heard: Receiver<(Instant, Value)>,
    /// Answers that nobody has waited for yet.
    answers: Vec<(Instant, Value)>,
    last_id: i64,
    /// When the process was started.
    pub spawned: Instant,
    /// The document.
    pub uri: String,
    folder: String,
}

impl Client {
    /// Starts `command`, words divided by blanks, to speak about `file`, an absolute path.
    pub fn start(command: &str, file: &Path) -> Result<Self> {
        let mut words = command.split_whitespace();
        let folder = file.parent().context("the file lies in a folder")?;
        let spawned = Instant::now();
        let mut child = Command::new(words.next().context("an empty command")?)
            .args(words)
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()?;
        let input = child.stdin.take().context("no input")?;
        let output = child.stdout.take().context("no output")?;
        let (said, heard) = mpsc::channel();
        thread::spawn(move || {
            let mut output = BufReader::new(output);
            while let Some(body) = read(&mut output) {
                let at = Instant::now();
                let Ok(message) = serde_json::from_slice(&body) else { return };
                if said.send((at, message)).is_err() {
                    return;
                }
            }
        });
        let (uri, folder) = (format!("file://{}", file.display()), format!("file://{}", folder.display()));
        Ok(Self { child, input, heard, answers: Vec::new(), last_id: 0, spawned, uri, folder })
    }

    /// The answer to `initialize`, with what a modern editor can do.
    pub fn initialize(&mut self) -> Result<(Instant, Value)> {
        let folders = json!([{ "uri": self.folder, "name": "desk" }]);
        let capabilities = json!({
            "general": { "positionEncodings": ["utf-16"] },
            "workspace": { "configuration": true, "workspaceFolders": true },
            "textDocument": {
                "publishDiagnostics": { "versionSupport": true, "relatedInformation": true, "dataSupport": true },
                "documentSymbol": { "hierarchicalDocumentSymbolSupport": true },
                "hover": { "contentFormat": ["markdown"] },
            },
        });
        let (id, _) = self.ask(
            "initialize",
            &json!({
                "processId": std::process::id(), "rootUri": self.folder,
                "workspaceFolders": folders, "capabilities": capabilities,
            }),
        )?;
        let answer = self.answer(id)?;
        self.notify("initialized", &json!({}))?;
        Ok(answer)
    }

    /// Asks without waiting; the id of the answer, and when it was asked.
    pub fn ask(&mut self, method: &str, params: &Value) -> Result<(i64, Instant)> {
        self.last_id += 1;
        let at = self.send(&json!({ "jsonrpc": "2.0", "id": self.last_id, "method": method, "params": params }))?;
        Ok((self.last_id, at))
    }

    /// Tells; when that was.
    pub fn notify(&mut self, method: &str, params: &Value) -> Result<Instant> {
        self.send(&json!({ "jsonrpc": "2.0", "method": method, "params": params }))
    }

    /// The answer to request `id`, and when it came.
    pub fn answer(&mut self, id: i64) -> Result<(Instant, Value)> {
        match self.answers.iter().position(|(_, answer)| answer["id"] == id) {
            Some(found) => Ok(self.answers.swap_remove(found)),
            None => self.hear(|message| message["id"] == id && message.get("method").is_none()),
        }
    }

    /// The next message that is `wanted`, and when it came. What the server asks meanwhile is answered with nothing.
    pub fn hear(&mut self, wanted: impl Fn(&Value) -> bool) -> Result<(Instant, Value)> {
        loop {
            let (at, message) = self.heard.recv_timeout(PATIENCE).context("the server says nothing any more")?;
            if wanted(&message) {
                return Ok((at, message));
            }
            match (message.get("id"), message.get("method")) {
                (Some(id), Some(method)) => {
                    let asked = message["params"]["items"].as_array().map_or(0, Vec::len);
                    let is_settings = method == "workspace/configuration";
                    let result = if is_settings { json!(vec![Value::Null; asked]) } else { Value::Null };
                    self.send(&json!({ "jsonrpc": "2.0", "id": id, "result": result }))?;
                }
                (Some(_), None) => self.answers.push((at, message)),
                _ => {}
            }
        }
    }

    /// Sends a message; when the first of it was written.
    fn send(&mut self, message: &Value) -> Result<Instant> {
        let body = message.to_string();
        let frame = format!("Content-Length: {}\r\n\r\n{body}", body.len());
        let at = Instant::now();
        self.input.write_all(frame.as_bytes())?;
        self.input.flush()?;
        Ok(at)
    }

    /// Seconds on a processor so far, and the most memory at a time in megabytes; `None` where there is no /proc.
    pub fn cost(&self) -> Option<(f64, f64)> {
        /// Ticks of the clock in /proc/PID/stat, a second.
        const TICKS: f64 = 100.0;
        let stat = fs::read_to_string(format!("/proc/{}/stat", self.child.id())).ok()?;
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
        let status = fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
        let kilobytes: f64 = peak.split_whitespace().next()?.parse().ok()?;
        Some((ticks / TICKS, kilobytes / 1024.0))
    }

    /// Ends the session as an editor does.
    pub fn end(mut self) -> Result<()> {
        let (id, _) = self.ask("shutdown", &Value::Null)?;
        self.answer(id)?;
        self.notify("exit", &Value::Null)?;
        let end = Instant::now() + PATIENCE;
        while self.child.try_wait()?.is_none() {
            if Instant::now() > end {
                self.child.kill()?;
                bail!("the server stays after exit");
            }
            thread::yield_now();
        }
        Ok(())
    }
}

/// The body of one message; `None` at the end.
fn read(output: &mut BufReader<ChildStdout>) -> Option<Vec<u8>> {
    let mut length = 0;
    loop {
        let mut line = String::new();
        if output.read_line(&mut line).ok()? == 0 {
            return None;
        }
        let line = line.trim().to_ascii_lowercase();
        if line.is_empty() {
            break;
        }
        if let Some(number) = line.strip_prefix("content-length:") {
            length = number.trim().parse().ok()?;
        }
    }
    let mut body = vec![0; length];
    output.read_exact(&mut body).ok()?;
    Some(body)
}
