//! Reads the corpora and writes the weights under `models/`, each with its card. Deterministic: the same corpora give
//! the same bytes.

mod boilerplate;
mod labeller;
mod people;
mod tagger;
mod trees;

use clap::{Parser, Subcommand};
use std::path::PathBuf;

#[derive(Parser)]
#[command(name = "train", about)]
struct Arguments {
    /// The folder of corpora (see its README.md).
    #[arg(long, default_value = "/work/shared/data", global = true)]
    data: PathBuf,
    /// Where the weights go.
    #[arg(long, default_value = "models", global = true)]
    models: PathBuf,
    #[command(subcommand)]
    model: Model,
}

#[derive(Subcommand)]
enum Model {
    /// Parts of speech: models/tagger.bin.
    Tagger,
    /// Names of people: models/names.bin.
    People,
    /// Lines of page furniture: models/furniture.bin.
    Boilerplate,
}

fn main() -> anyhow::Result<()> {
    let Arguments { data, models, model } = Arguments::parse();
    std::fs::create_dir_all(&models)?;
    match model {
        Model::Tagger => tagger::train(&data, &models),
        Model::People => people::train(&data, &models),
        Model::Boilerplate => boilerplate::train(&data, &models),
    }
}
