//! Names of people: the lists, the labeller and the filter behind `copydesk::people`.

mod corpus;
mod filter;
mod known;
mod lists;
mod names;
mod synthetic;
mod text;

use anyhow::{Context, Result, bail};
use std::path::Path;

/// Rows of the names model: two to the power of this.
const BITS: u32 = 17;
/// Made-up pages beside the corpora.
const PAGES: usize = 450;
/// Weights below this count as nothing.
const LEAST: f32 = 0.02;

/// Reads the corpora under `data` and writes `models/names.*`.
pub fn train(data: &Path, models: &Path) -> Result<()> {
    let words = lists::read(data)?;
    write_lists(models, &words)?;
    write(models, "known.bin", &known::table(data)?)?;
    let mut annotated = corpus::read(data)?;
    let mut generator = synthetic::Generator::new(data, corpus::bodies(&annotated), &words)?;
    annotated.extend((0..PAGES).map(|_| generator.page()));
    let texts: Vec<_> = annotated.iter().zip(0..).map(|(text, at)| corpus::Labelled::new(text, at % 4)).collect();
    let weights = names::train(&texts, |_| true);
    write(models, "names.bin", &weights.file(BITS, LEAST))?;
    write(models, "names.filter.bin", &filter::train(&texts, BITS, LEAST)?)
}

/// Writes the lists that features look words up in. They are part of this very program: when they changed, it must be
/// built and run again.
fn write_lists(models: &Path, words: &lists::Words) -> Result<()> {
    let lists = lists::table(words);
    write(models, "names.lists.bin", &lists)?;
    if lists != copydesk::people::lists::LISTS {
        bail!("the lists changed, and this program was built with the old ones: run it again");
    }
    Ok(())
}

fn write(models: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = models.join(name);
    std::fs::write(&path, bytes).with_context(|| path.display().to_string())
}
