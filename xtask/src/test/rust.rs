//! What cargo itself checks.

use super::step::{Outcome, Step};
use crate::shell::{output, words};
use anyhow::Result;

pub fn steps() -> Vec<Step> {
    vec![
        cargo("format", "cargo fmt --all --check"),
        cargo("lints", "cargo clippy --quiet --workspace --all-targets -- -D warnings"),
        Step::new("tests", tests),
        Step::new("documentation", documentation),
        cargo("release build", "cargo build --quiet --release"),
    ]
}

fn cargo(name: &str, line: &'static str) -> Step {
    Step::new(name, move || {
        output(&mut words(line))?;
        Ok(Outcome::Passed(String::new()))
    })
}

/// Unit, property, end-to-end and documentation tests.
fn tests() -> Result<Outcome> {
    let log = output(&mut words("cargo test --quiet --workspace --no-fail-fast"))?;
    Ok(Outcome::Passed(format!("{} tests", passed(&log))))
}

/// How many tests the closing lines of cargo's runners count as passed.
fn passed(log: &str) -> usize {
    log.lines()
        .filter_map(|line| line.strip_prefix("test result: ok. ")?.split(' ').next()?.parse::<usize>().ok())
        .sum()
}

fn documentation() -> Result<Outcome> {
    output(
        words("cargo doc --quiet --workspace --no-deps --document-private-items").env("RUSTDOCFLAGS", "-D warnings"),
    )?;
    Ok(Outcome::Passed(String::new()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_tests_of_all_runners_are_counted() {
        let log = "running 2 tests\n..\ntest result: ok. 2 passed; 0 failed; 0 ignored\n\ntest result: ok. 40 passed; 0 failed\n";
        assert_eq!(super::passed(log), 42);
    }
}
