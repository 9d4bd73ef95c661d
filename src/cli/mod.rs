//! The command line.

mod analyze;
mod check;
mod clean;
mod code_points;
mod completions;
mod config;
mod diff;
mod engine;
mod inputs;
mod lsp;
mod outline;
mod people;
mod pipeline;
mod progress;
mod report;
mod rules;
mod sources;

use clap::{CommandFactory, Parser, Subcommand};
use std::{io, process::ExitCode};

/// Could not run, or not all of it.
const TROUBLE: u8 = 2;

/// Marks page furniture and unattributed claims in articles, tells who is named, and outlines them.
///
/// Everything happens on this machine; nothing is sent anywhere.
#[derive(Parser)]
#[command(name = "copydesk", version = env!("COPYDESK_VERSION"), about, long_about, propagate_version = false)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Shows what is to mend in articles; exit status 1 when something is.
    Check(check::Arguments),
    /// Prints what the engine knows of each article, one JSON object a line.
    Analyze(analyze::Arguments),
    /// Serves an editor over standard input and output.
    Lsp(lsp::Arguments),
    /// Prints the headings of articles.
    Outline(outline::Arguments),
    /// Prints who is named in articles, or imports people for people.toml.
    People(people::Arguments),
    /// Prints who said what, with lines.
    Sources(sources::Arguments),
    /// Prints or writes articles without page furniture.
    Clean(clean::Arguments),
    /// Lists the rules, or explains one.
    Rules(rules::Arguments),
    /// Shows the configuration that holds for a folder.
    Config(config::Arguments),
    /// Prints completions for a shell.
    Completions(completions::Arguments),
    /// Prints the manual page.
    Man,
}

/// Runs the command that the process was called with.
pub fn main() -> ExitCode {
    let outcome = match Cli::parse().command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Sources(arguments) => sources::run(&arguments),
        Command::Clean(arguments) => clean::run(&arguments),
        Command::Analyze(arguments) => analyze::run(&arguments),
        Command::Lsp(arguments) => Ok(lsp::run(&arguments)),
        Command::Outline(arguments) => outline::run(&arguments),
        Command::People(arguments) => people::run(&arguments),
        Command::Rules(arguments) => rules::run(&arguments),
        Command::Config(arguments) => config::run(&arguments),
        Command::Completions(arguments) => completions::run(&arguments, &mut Cli::command()),
        Command::Man => completions::manual(Cli::command()),
    };
    outcome.unwrap_or_else(|error| {
        if is_broken_pipe(&error) {
            return ExitCode::SUCCESS;
        }
        eprintln!("copydesk: {error:#}");
        ExitCode::from(TROUBLE)
    })
}

/// Whoever read our output has seen enough.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let io = error.downcast_ref::<io::Error>();
    let kind = io.map(io::Error::kind).or_else(|| error.downcast_ref::<serde_json::Error>()?.io_error_kind());
    kind == Some(io::ErrorKind::BrokenPipe)
}
