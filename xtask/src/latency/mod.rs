//! `cargo xtask latency`: what an editor waits for, over real pipes. Ours and any other server, in turn, in one run.

mod client;
mod figures;
mod typing;

use crate::{binary, shell::say};
use anyhow::{Context, Result, ensure};
use clap::Args;
use client::Client;
use figures::Figures;
use std::{fs, path::PathBuf};

#[derive(Args)]
pub struct Arguments {
    /// The article that is typed in.
    file: PathBuf,
    /// What the writer points at while typing: the first place of these words; else the start of the longest line.
    #[arg(long, value_name = "WORDS")]
    hover: Option<String>,
    /// Another server to measure in the same run; may be given again.
    #[arg(long = "cmd", value_name = "COMMAND")]
    commands: Vec<String>,
    /// Keys pressed at the rate of a key repeat, and once more as fast as they can be sent.
    #[arg(long, default_value_t = 300)]
    keystrokes: usize,
    /// Keys a second.
    #[arg(long, default_value_t = 30.0)]
    rate: f64,
    /// How often each server is measured; the servers take turns.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
}

/// Measures the release build and the other servers, and prints a table.
pub fn run(arguments: &Arguments) -> Result<()> {
    let text = fs::read_to_string(&arguments.file).with_context(|| arguments.file.display().to_string())?;
    let file = arguments.file.canonicalize()?;
    ensure!(binary().exists(), "no release build: cargo build --release");
    let mut commands = vec![format!("{} lsp", binary().display())];
    commands.extend(arguments.commands.iter().cloned());
    let mut servers: Vec<Figures> = commands.iter().map(|_| Figures::default()).collect();
    for _ in 0..arguments.rounds {
        for (command, figures) in commands.iter().zip(&mut servers) {
            let client = Client::start(command, &file).with_context(|| command.clone())?;
            typing::session(client, &text, arguments, figures).with_context(|| command.clone())?;
        }
    }
    let name = |command: &String| {
        let program = command.split_whitespace().next().unwrap_or_default();
        program.rsplit('/').next().unwrap_or_default().to_owned()
    };
    let names: Vec<String> = commands.iter().map(name).collect();
    say(&format!("{}, {} KB; {} rounds", file.display(), text.len() / 1024, arguments.rounds));
    say(&figures::table(&names, &servers));
    Ok(())
}
