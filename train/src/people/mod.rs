//! Names of people: the lists, the labeller and the filter behind `copydesk::people`.

mod corpus;
mod lists;
mod names;
mod text;

use anyhow::{Context, Result, bail};
use std::path::Path;

/// Rows of the names model: two to the power of this.
const BITS: u32 = 17;
/// Weights below this count as nothing.
const LEAST: f32 = 0.02;

/// Reads the corpora under `data` and writes `models/names.*`.
pub fn train(data: &Path, models: &Path) -> Result<()> {
    let words = lists::read(data)?;
    let table = lists::table(&words);
    println!("names.lists.bin: {} words, {} bytes", words.len(), table.len());
    write(models, "names.lists.bin", &table)?;
    if table != copydesk::people::lists::LISTS {
        bail!("the lists changed; they are part of the program that trains: run this again");
    }
    let annotated = corpus::read(data)?;
    let texts: Vec<_> = annotated.iter().zip(0..).map(|(text, at)| corpus::Labelled::new(text, at % 4)).collect();
    let weights = names::train(&texts, |_| true);
    write(models, "names.bin", &weights.file(BITS, LEAST))
}

fn write(models: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = models.join(name);
    std::fs::write(&path, bytes).with_context(|| path.display().to_string())
}
