//! The independent client of ../shared/accept: manners of the protocol, random edits, latencies.

use super::step::{Outcome, Step};
use crate::{
    binary,
    python::python,
    root,
    shell::{command, output},
};
use anyhow::{Result, bail};
use std::path::PathBuf;

pub fn step() -> Step {
    Step::new("protocol", check)
}

fn check() -> Result<Outcome> {
    let script = root().join("../shared/accept/lsp_check.py");
    if !script.exists() {
        return Ok(Outcome::Skipped("../shared does not lie beside the checkout".into()));
    }
    let python = python()?;
    let log = output(
        command(python)
            .arg(script)
            .args(["--cmd", &format!("{} lsp", binary().display())])
            .args(["--encoding", "utf-16,utf-8,utf-32", "--edits", "400", "--big", "1000"])
            .args(articles()?),
    )?;
    let count = |mark: &str| log.lines().filter(|line| line.starts_with(mark)).count();
    match count("FAIL") {
        0 => Ok(Outcome::Passed(format!("{} checks", count("PASS")))),
        failures => bail!("{log}\n{failures} of the client's checks failed"),
    }
}

/// The four sample articles and two of our own in Markdown.
fn articles() -> Result<Vec<PathBuf>> {
    let mut found = files(root().join("../shared/articles"), "txt")?;
    found.extend(files(root().join("examples"), "md")?.into_iter().take(2));
    Ok(found)
}

fn files(folder: PathBuf, ending: &str) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = match folder.read_dir() {
        Ok(entries) => entries.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?,
        Err(_) => Vec::new(),
    };
    found.retain(|path| path.extension().is_some_and(|it| it == ending));
    found.sort();
    Ok(found)
}
