//! The command line.

mod analyze;
mod lsp;
mod report;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Marks page furniture and unattributed claims in articles, tells who is named, and outlines them.
#[derive(Parser)]
#[command(name = "copydesk", version, about)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Prints what the engine knows of each article, one JSON object a line.
    Analyze(analyze::Arguments),
    /// Serves an editor over standard input and output.
    Lsp(lsp::Arguments),
}

/// Runs the command that the process was called with.
pub fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Lsp(arguments) => lsp::run(&arguments),
    }
}
