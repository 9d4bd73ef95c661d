//! The project's chores: `cargo xtask test`.

mod editors;
mod shell;
mod test;
mod vsix;

use clap::{Parser, Subcommand};
use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Parser)]
#[command(name = "cargo xtask", about = "The project's chores")]
struct Cli {
    #[command(subcommand)]
    chore: Chore,
}

#[derive(Subcommand)]
enum Chore {
    /// Runs every check: format, lints, tests, documentation, scores, protocol, editors.
    Test(test::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().chore {
        Chore::Test(arguments) => test::run(&arguments),
    };
    match outcome {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// The top folder of the checkout.
fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Where cargo builds: `CARGO_TARGET_DIR`, else `target` in the checkout.
fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root().join("target"), PathBuf::from)
}

/// The release build of the program.
fn binary() -> PathBuf {
    target().join("release").join(format!("copydesk{}", std::env::consts::EXE_SUFFIX))
}
