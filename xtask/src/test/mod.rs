//! `cargo xtask test`: every check, one line each, and a summary.

mod floors;
mod protocol;
mod rust;
mod sarif;
mod step;

use crate::{editors, shell::say};
use anyhow::Result;
use clap::Args;
pub use step::{Outcome, Step};

#[derive(Args)]
pub struct Arguments {
    /// Runs only the steps whose names begin with one of these words.
    only: Vec<String>,
}

/// Every step, cheap ones first. Later ones use the release build of `release build`.
fn steps() -> Vec<Step> {
    let mut steps = rust::steps();
    steps.extend(floors::steps());
    steps.push(protocol::step());
    steps.push(sarif::step());
    steps.extend(editors::steps());
    steps
}

/// Runs the steps that were asked for; true when none failed.
pub fn run(arguments: &Arguments) -> Result<bool> {
    let chosen =
        |step: &Step| arguments.only.is_empty() || arguments.only.iter().any(|word| step.name.starts_with(word));
    let outcomes: Vec<Outcome> = steps().iter().filter(|step| chosen(step)).map(Step::report).collect();
    let count = |wanted: fn(&Outcome) -> bool| outcomes.iter().filter(|outcome| wanted(outcome)).count();
    let failed = count(|outcome| matches!(outcome, Outcome::Failed(_)));
    say(&format!(
        "{} passed, {failed} failed, {} skipped",
        count(|outcome| matches!(outcome, Outcome::Passed(_))),
        count(|outcome| matches!(outcome, Outcome::Skipped(_))),
    ));
    Ok(failed == 0)
}
