//! One check of `cargo xtask test`.

use crate::shell::say;
use anyhow::Result;
use std::time::Instant;

/// A named check.
pub struct Step {
    pub name: String,
    pub check: Box<dyn Fn() -> Result<Outcome>>,
}

/// How a check ended, with a few words on it.
pub enum Outcome {
    Passed(String),
    Skipped(String),
    Failed(String),
}

impl Step {
    pub fn new(name: impl Into<String>, check: impl Fn() -> Result<Outcome> + 'static) -> Self {
        Self { name: name.into(), check: Box::new(check) }
    }

    /// Runs the check and prints its line, after all that it had to say when it failed.
    pub fn report(&self) -> Outcome {
        let start = Instant::now();
        let outcome = (self.check)().unwrap_or_else(|error| Outcome::Failed(format!("{error:#}")));
        let seconds = start.elapsed().as_secs();
        match &outcome {
            Outcome::Passed(detail) => say(&format!("ok      {} ({seconds} s) {detail}", self.name)),
            Outcome::Skipped(reason) => say(&format!("skipped {}: {reason}", self.name)),
            Outcome::Failed(log) => say(&format!("{}\nFAILED  {} ({seconds} s)", log.trim_end(), self.name)),
        }
        outcome
    }
}
