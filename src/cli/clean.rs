use super::{
    diff,
    inputs::{Article, Inputs, overwrite},
};
use crate::rules::{self, Finding};
use anyhow::bail;
use clap::Args;
use std::{io::Write, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// Write each article back without its furniture.
    #[arg(long)]
    in_place: bool,
    /// Show what would go, and change nothing.
    #[arg(long, conflicts_with = "in_place")]
    diff: bool,
    /// Take out bylines, date stamps, photo credits and origin notes too.
    #[arg(long)]
    credits: bool,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if arguments.in_place && arguments.inputs.reads_stdin() {
        bail!("standard input cannot be cleaned in place; leave --in-place out");
    }
    let mut out = anstream::stdout().lock();
    let mut failed = 0;
    let outcome = arguments.inputs.each(
        |article| arguments.clean(&article),
        |cleaned| match cleaned {
            Ok(text) => out.write_all(text.as_bytes()),
            Err(error) => {
                failed += 1;
                eprintln!("copydesk: {error:#}");
                Ok(())
            }
        },
    )?;
    Ok(super::inputs::Outcome { failed: outcome.failed + failed, ..outcome }.status())
}

impl Arguments {
    /// What is to be printed.
    fn clean(&self, article: &Article) -> anyhow::Result<String> {
        let text = &article.source.text;
        let furniture = article.analysis.findings.iter().filter(|finding| finding.rule.starts_with("boilerplate/"));
        let cleaned = rules::apply(text, furniture.filter_map(Finding::safe_fix));
        if self.diff {
            return Ok(diff::unified(&article.name, text, &cleaned));
        }
        match article.path.as_deref().filter(|_| self.in_place) {
            Some(path) if cleaned != *text => overwrite(path, &article.source.bytes_with(&cleaned))?,
            Some(_) => {}
            None => return Ok(cleaned),
        }
        Ok(String::new())
    }
}
