//! Open text: the content lines of the pages of boilerplate/train and the sentences of pos/*.train.

use anyhow::{Context, Result};
use copydesk::syntax::Prose;
use serde::Deserialize;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

#[derive(Deserialize)]
struct Page {
    variant: String,
    lines: Vec<Line>,
}

#[derive(Deserialize)]
struct Line {
    text: String,
    label: String,
}

/// Calls `each` with every line of open text, split into sentences and tokens.
pub fn for_each_line(data: &Path, mut each: impl FnMut(&str, &Prose)) -> Result<()> {
    for line in lines(&data.join("boilerplate/train.jsonl"))? {
        let page: Page = serde_json::from_str(&line?).context("boilerplate/train.jsonl")?;
        if page.variant != "article" {
            continue;
        }
        for line in page.lines.iter().filter(|line| line.label == "content") {
            each(&line.text, &Prose::new(&line.text, &[]));
        }
    }
    for name in ["pos/ewt.train.conllu", "pos/gum.train.conllu"] {
        for line in lines(&data.join(name))? {
            if let Some(text) = line?.strip_prefix("# text = ") {
                each(text, &Prose::new(text, &[]));
            }
        }
    }
    Ok(())
}

/// The lines of the file at `path`.
pub fn lines(path: &Path) -> Result<impl Iterator<Item = std::io::Result<String>>> {
    let file = File::open(path).with_context(|| path.display().to_string())?;
    Ok(BufReader::new(file).lines())
}
