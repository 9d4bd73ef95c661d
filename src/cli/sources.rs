use super::inputs::{Article, Inputs};
use crate::{
    attribution::{self, Row},
    text::{Encoding, LineIndex},
};
use clap::{Args, ValueEnum};
use serde::Serialize;
use std::{fmt::Write as _, io::Write as _, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// How the table is printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Markdown,
    /// A statement a line.
    Json,
    Csv,
}

/// A statement as the formats for machines have it.
#[derive(Serialize)]
struct Statement<'a> {
    path: &'a str,
    line: u32,
    source: &'a str,
    kind: &'static str,
    cue: &'a str,
    quotation: &'static str,
    statement: String,
}

/// Longest excerpt of a statement for people, in characters.
const EXCERPT: usize = 100;

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    let mut out = anstream::stdout().lock();
    if let Format::Csv = arguments.format {
        out.write_all(b"path,line,source,kind,cue,quotation,statement\n")?;
    }
    let show = |article: Article| arguments.format.show(&article);
    Ok(arguments.inputs.each(show, |text| out.write_all(text.as_bytes()))?.status())
}

impl Format {
    fn show(self, article: &Article) -> String {
        let text = &article.source.text;
        let known = &article.analysis.statements;
        let rows = attribution::table(text, &article.analysis.article, &article.analysis.people, known);
        let statements = rows.iter().map(|row| statement(article, &article.analysis.lines, row));
        match self {
            Self::Text => {
                let share = format!("{} of {} statements have a known source", known.with_known_source(), rows.len());
                statements.fold(format!("{}: {share}\n", article.name), |shown, row| shown + &row.text())
            }
            Self::Markdown => {
                let head = format!("# {}\n\n| line | source | kind | statement |\n|---:|---|---|---|\n", article.name);
                statements.fold(head, |shown, row| shown + &row.markdown()) + "\n"
            }
            Self::Json => statements.map(|row| serde_json::to_string(&row).unwrap_or_default() + "\n").collect(),
            Self::Csv => statements.map(|row| row.csv()).collect(),
        }
    }
}

impl Statement<'_> {
    fn text(&self) -> String {
        format!("{:>6}  {} ({}): {}\n", self.line, self.source, self.kind, excerpt(&self.statement))
    }

    fn markdown(&self) -> String {
        let cells = [self.source, self.kind, &excerpt(&self.statement)].map(escape_cell);
        format!("| {} | {} |\n", self.line, cells.join(" | "))
    }

    fn csv(&self) -> String {
        let line = self.line.to_string();
        let cells = [self.path, &line, self.source, self.kind, self.cue, self.quotation, &self.statement];
        cells.map(csv_cell).join(",") + "\n"
    }
}

fn statement<'a>(article: &'a Article, lines: &LineIndex, row: &'a Row) -> Statement<'a> {
    let text = &article.source.text;
    Statement {
        path: &article.name,
        line: lines.position(text, row.content.start, Encoding::Utf32).line + 1,
        source: &row.source,
        kind: row.kind.name(),
        cue: row.cue,
        quotation: row.quotation.name(),
        statement: row.words.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

fn excerpt(text: &str) -> String {
    match text.char_indices().nth(EXCERPT) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// Text as the plain text of a Markdown cell: nothing in it is markup.
fn escape_cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if "\\`*_[]<>|#!&".contains(c) {
            escaped.push('\\');
        }
        _ = escaped.write_char(if c.is_control() { ' ' } else { c });
    }
    escaped
}

fn csv_cell(text: &str) -> String {
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.to_owned() }
}
