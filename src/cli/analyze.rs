use super::report;
use crate::{
    analysis::{self, Memo, Settings},
    syntax::Language,
};
use clap::Args;
use serde::Deserialize;
use std::{
    io::{self, BufRead, Write},
    process::ExitCode,
};

#[derive(Args)]
pub(super) struct Arguments {
    /// Reads `{"id","text","language"}` a line from standard input and answers a line each.
    #[arg(long)]
    stdin_jsonl: bool,
}

#[derive(Deserialize)]
struct Input {
    id: serde_json::Value,
    text: String,
    #[serde(default)]
    language: Option<String>,
}

pub(super) fn run(arguments: &Arguments) -> ExitCode {
    debug_assert!(arguments.stdin_jsonl);
    match answer_lines() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("copydesk: {error}");
            ExitCode::from(2)
        }
    }
}

fn answer_lines() -> io::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let answer = match serde_json::from_str::<Input>(&line?) {
            Ok(input) => answer(&input),
            Err(error) => serde_json::json!({ "id": null, "error": error.to_string() }),
        };
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn answer(input: &Input) -> serde_json::Value {
    let language = match input.language.as_deref() {
        Some("markdown") => Language::Markdown,
        _ => Language::PlainText,
    };
    let analysis = analysis::analyze(&input.text, language, &Settings::default(), &mut Memo::default(), &|| false);
    let mut object = analysis.map_or_else(Default::default, |analysis| report::object(&input.text, &analysis));
    object.insert("id".into(), input.id.clone());
    object.into()
}
