use super::{
    code_points::CodePoints,
    engine,
    inputs::{Article, Inputs},
    pipeline,
    report::Report,
};
use crate::{
    analysis::{LONGEST, Settings, Unread},
    syntax::Language,
};
use anyhow::bail;
use clap::Args;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::{
    io::{self, Read, Write},
    process::ExitCode,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// Read `{"id","text","language"}` a line from standard input and answer each with a line, in order.
    #[arg(long, conflicts_with_all = ["paths", "stdin_name"])]
    stdin_jsonl: bool,
    /// Say why each source was found.
    #[arg(long)]
    explain: bool,
}

/// A line of the input.
#[derive(Deserialize)]
struct Line<'a> {
    #[serde(default)]
    id: Value,
    #[serde(borrow)]
    text: std::borrow::Cow<'a, str>,
    #[serde(default)]
    language: Option<Named>,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Named {
    Markdown,
    PlainText,
}

/// What can be told from a line that is not what it should be.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Rest {
    id: Value,
}

#[derive(Serialize)]
struct Failure {
    id: Value,
    error: String,
}

/// How much is read at a time. What a read brings is answered at once, so a slow writer gets each answer without delay.
const CHUNK: usize = 256 << 10;

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut out = io::stdout().lock();
    if arguments.stdin_jsonl {
        arguments.inputs.check()?;
        let around = arguments.inputs.around(&std::env::current_dir().unwrap_or_default());
        let settings = around.config.settings;
        let answer = |batch: io::Result<Vec<u8>>| batch.map(|lines| answers(&lines, &settings, arguments.explain));
        pipeline::ordered(arguments.inputs.jobs(), Batches::default(), answer, |answers| {
            out.write_all(&answers?)?;
            out.flush()
        })?;
        return Ok(ExitCode::SUCCESS);
    }
    let answer = |article: Article| {
        let points = CodePoints::new(&article.source.text, article.source.marked);
        let mut report = Report::new(&article.analysis, &points, arguments.explain);
        report.path = Some(&article.name);
        let mut line = Vec::new();
        write_line(&report, &mut line);
        line
    };
    Ok(arguments.inputs.each(answer, |line| out.write_all(&line))?.status())
}

/// Standard input in pieces of whole lines.
#[derive(Default)]
struct Batches {
    /// The beginning of a line whose end has not come.
    rest: Vec<u8>,
    ended: bool,
}

impl Iterator for Batches {
    type Item = io::Result<Vec<u8>>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut input = io::stdin().lock();
        while !self.ended {
            let from = self.rest.len();
            self.rest.resize(from + CHUNK, 0);
            let read = input.read(&mut self.rest[from..]);
            self.rest.truncate(from + read.as_ref().map_or(0, |&read| read));
            match read {
                Ok(read) => self.ended = read == 0,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error));
                }
            }
            if let Some(last) = memchr::memrchr(b'\n', &self.rest[from..]) {
                let rest = self.rest.split_off(from + last + 1);
                return Some(Ok(std::mem::replace(&mut self.rest, rest)));
            }
        }
        let last = std::mem::take(&mut self.rest);
        (!last.is_empty()).then_some(Ok(last))
    }
}

/// The answers to whole lines of input.
fn answers(lines: &[u8], settings: &Settings, explain: bool) -> Vec<u8> {
    let mut out = Vec::with_capacity(lines.len());
    let lines = lines.strip_suffix(b"\n").unwrap_or(lines);
    for line in lines.split(|&byte| byte == b'\n') {
        if let Err(error) = answer(line, settings, explain, &mut out) {
            let Rest { id } = serde_json::from_slice(line).unwrap_or_default();
            write_line(&Failure { id, error: error.to_string() }, &mut out);
        }
    }
    out
}

fn answer(line: &[u8], settings: &Settings, explain: bool, out: &mut Vec<u8>) -> anyhow::Result<()> {
    let Line { id, text, language } = serde_json::from_slice(line)?;
    let body = text.strip_prefix('\u{feff}');
    let marked = body.is_some();
    let body = body.unwrap_or(&text);
    let language = match language {
        Some(Named::Markdown) => Language::Markdown,
        Some(Named::PlainText) | None => Language::PlainText,
    };
    let analysis = engine::analyze(body, language, settings)?;
    if analysis.unread == Some(Unread::TooLong) {
        bail!("longer than {} MB", LONGEST >> 20);
    }
    let mut report = Report::new(&analysis, &CodePoints::new(body, marked), explain);
    report.id = Some(&id);
    write_line(&report, out);
    Ok(())
}

/// Appends `value` as a line of JSON. Our values have text keys alone and memory does not fail: this cannot.
fn write_line(value: &impl Serialize, out: &mut Vec<u8>) {
    _ = serde_json::to_writer(&mut *out, value);
    out.push(b'\n');
}
