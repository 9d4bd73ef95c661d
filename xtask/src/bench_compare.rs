//! The benchmarks of this tree beside those of another commit, run in turns so that both see the same machine.

use crate::{root, shell, target};
use anyhow::{Context, Result};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

#[derive(clap::Args)]
pub struct Arguments {
    /// The commit to compare with.
    base: String,
    /// Only the benchmarks whose name holds this.
    #[arg(long)]
    filter: Option<String>,
    /// How often each side runs; of all runs the fastest counts.
    #[arg(long, default_value_t = 3)]
    rounds: u32,
}

/// Nanoseconds of the fastest run, by benchmark and size.
type Times = BTreeMap<String, f64>;

pub fn run(arguments: &Arguments) -> Result<()> {
    let checkout = Checkout::new(&arguments.base)?;
    let sides = [bench(&checkout.0, &target().join("bench-compare/target"))?, bench(root(), &target())?];
    let mut times = [Times::new(), Times::new()];
    for round in 1..=arguments.rounds {
        shell::say(&format!("round {round} of {}", arguments.rounds));
        for (side, times) in sides.iter().zip(&mut times) {
            let printed = shell::output(shell::command(side).arg("--bench").args(&arguments.filter))?;
            for (name, time) in read(&printed) {
                times.entry(name).and_modify(|known: &mut f64| *known = known.min(time)).or_insert(time);
            }
        }
    }
    report(&times);
    Ok(())
}

/// The commit in a folder of its own, for as long as it is needed.
struct Checkout(PathBuf);

impl Checkout {
    fn new(commit: &str) -> Result<Self> {
        let folder = target().join("bench-compare/base");
        let checkout = Self(folder);
        checkout.remove();
        shell::output(shell::words("git worktree add --detach --force").arg(&checkout.0).arg(commit))?;
        Ok(checkout)
    }

    /// Nothing to remove is no mistake.
    fn remove(&self) {
        _ = shell::output(shell::words("git worktree remove --force").arg(&self.0));
        _ = fs::remove_dir_all(&self.0);
    }
}

impl Drop for Checkout {
    fn drop(&mut self) {
        self.remove();
    }
}

/// Builds the benchmarks of the tree in `folder`; gives the program.
fn bench(folder: &Path, target: &Path) -> Result<PathBuf> {
    shell::say(&format!("building the benchmarks of {}", folder.display()));
    let mut cargo = shell::words("cargo bench --no-run --bench engine --message-format json");
    let printed = shell::output(cargo.current_dir(folder).env("CARGO_TARGET_DIR", target))?;
    let program = printed.lines().filter_map(|line| serde_json::from_str(line).ok()).find_map(program);
    program.context("cargo built no benchmarks")
}

fn program(message: serde_json::Value) -> Option<PathBuf> {
    let is_bench = message["target"]["name"] == "engine";
    message["executable"].as_str().filter(|_| is_bench).map(PathBuf::from)
}

/// The fastest times in what divan printed: a line a benchmark, and under it one a size.
fn read(printed: &str) -> Times {
    let mut times = Times::new();
    let mut bench = "";
    for line in printed.lines() {
        let Some((_, entry)) = line.split_once("─ ") else { continue };
        let words: Vec<&str> = entry.split('│').next().unwrap_or_default().split_whitespace().collect();
        let inner = !line.starts_with(['├', '╰']);
        match words[..] {
            [name] => bench = name,
            [name, number, unit] => {
                let name = if inner { format!("{bench} {name}") } else { name.to_owned() };
                times.extend(nanoseconds(number, unit).map(|time| (name, time)));
            }
            _ => {}
        }
    }
    times
}

fn nanoseconds(number: &str, unit: &str) -> Option<f64> {
    let scale = match unit {
        "ns" => 1.0,
        "µs" => 1e3,
        "ms" => 1e6,
        "s" => 1e9,
        _ => return None,
    };
    Some(number.parse::<f64>().ok()? * scale)
}

fn report([base, here]: &[Times; 2]) {
    println!("{:<40}{:>14}{:>14}{:>10}", "benchmark", "base µs", "here µs", "ratio");
    for (name, time) in here {
        match base.get(name) {
            Some(before) => {
                println!("{name:<40}{:>14.1}{:>14.1}{:>10.2}", before / 1e3, time / 1e3, time / before);
            }
            None => println!("{name:<40}{:>14}{:>14.1}{:>10}", "-", time / 1e3, "new"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn the_fastest_times_are_read() {
        let printed = "Timer precision: 20 ns\n\
            engine        fastest       │ slowest       │ median\n\
            ├─ furniture                │               │\n\
            │  ├─ 5000    1.5 ms        │ 2 ms          │ 1.7 ms\n\
            │  │          3.3 MB/s      │ 2.5 MB/s      │ 2.9 MB/s\n\
            │  ╰─ 26000   0.25 s        │ 1 s           │ 0.5 s\n\
            ╰─ words      12 µs         │ 13 µs         │ 12 µs\n";
        let times: Vec<(String, f64)> = read(printed).into_iter().collect();
        let expected = [("furniture 26000", 0.25e9), ("furniture 5000", 1.5e6), ("words", 12e3)];
        assert_eq!(times, expected.map(|(name, time)| (name.to_owned(), time)));
    }
}
