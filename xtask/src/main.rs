//! The project's chores: `cargo xtask test`, `cargo xtask bench-compare`, `cargo xtask latency`, `cargo xtask pictures`
//! and `cargo xtask dist`.

mod bench_compare;
mod dist;
mod editors;
mod latency;
mod plots;
mod python;
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
    /// Takes the pictures of docs/images anew, in the real VS Code, with the release build.
    Pictures,
    /// Runs the benchmarks of this tree beside those of another commit, in turns, and prints the ratios.
    BenchCompare(bench_compare::Arguments),
    /// Measures what an editor waits for: keystrokes, hover, outline; the release build beside other servers.
    Latency(latency::Arguments),
    /// Draws how time and memory grow with the text, for docs/speed.md.
    Plots,
    /// Makes the files of a release in target/dist: archive with manual page and completions, VS Code extensions.
    Dist(dist::Arguments),
}

fn main() -> ExitCode {
    let outcome = match Cli::parse().chore {
        Chore::Test(arguments) => test::run(&arguments),
        Chore::Pictures => editors::pictures().map(|()| true),
        Chore::BenchCompare(arguments) => bench_compare::run(&arguments).map(|()| true),
        Chore::Latency(arguments) => latency::run(&arguments).map(|()| true),
        Chore::Plots => plots::run().map(|()| true),
        Chore::Dist(arguments) => dist::run(&arguments).map(|()| true),
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

/// What the program is called on this system.
const PROGRAM: &str = if cfg!(windows) { "copydesk.exe" } else { "copydesk" };

/// The release build of the program.
fn binary() -> PathBuf {
    target().join("release").join(PROGRAM)
}
