//! Names of people: the lists, the labeller and the filter behind `copydesk::people`.

mod card;
mod corpus;
mod filter;
mod known;
mod lists;
mod names;
mod stories;
mod synthetic;
mod text;

use crate::labeller;
use anyhow::{Context, Result, bail};
use copydesk::people::filter::Filter;
use std::path::Path;

/// Rows of the names model: two to the power of this.
const BITS: u32 = 17;
/// Made-up pages beside the corpora.
const PAGES: usize = 450;
/// Made-up articles beside them.
const STORIES: usize = 500;
/// Weights below this count as nothing.
const LEAST: f32 = 0.02;

/// Reads the corpora under `data` and writes `models/names.*`.
pub fn train(data: &Path, models: &Path) -> Result<()> {
    let words = lists::read(data)?;
    let lists = write_lists(models, &words)?;
    let known = known::table(data)?;
    write(models, "known.bin", &known)?;
    let mut annotated = corpus::read(data)?;
    let mut generator = synthetic::Generator::new(data, corpus::bodies(&annotated), &words)?;
    annotated.extend((0..PAGES).map(|_| generator.page()));
    annotated.extend((0..STORIES).map(|_| generator.article()));
    let texts: Vec<_> = annotated.iter().zip(0..).map(|(text, at)| corpus::Labelled::new(text, at % 4)).collect();
    let weights = names::train(&texts, |_| true).file(BITS, LEAST);
    write(models, "names.bin", &weights)?;
    let filter = filter::train(&texts, BITS, LEAST)?;
    write(models, "names.filter.bin", &filter)?;
    let sizes = [
        ("names.bin", weights.len()),
        ("names.filter.bin", filter.len()),
        ("names.lists.bin", lists.len()),
        ("known.bin", known.len()),
    ];
    let card = card::text(data, &labeller::open(&weights)?, Filter::new(&filter), &sizes)?;
    print!("{card}");
    write(models, "names.md", card.as_bytes())
}

/// Writes the lists that features look words up in. They are part of this very program: when they changed, it must be
/// built and run again.
fn write_lists(models: &Path, words: &lists::Words) -> Result<Vec<u8>> {
    let lists = lists::table(words);
    write(models, "names.lists.bin", &lists)?;
    if lists != copydesk::people::lists::LISTS {
        bail!("the lists changed, and this program was built with the old ones: run it again");
    }
    Ok(lists)
}

fn write(models: &Path, name: &str, bytes: &[u8]) -> Result<()> {
    let path = models.join(name);
    std::fs::write(&path, bytes).with_context(|| path.display().to_string())
}
