//! Times that were taken, and the table of them.

use std::time::Duration;

/// What was measured of one server, over all rounds.
#[derive(Default)]
pub struct Figures {
    pub initialized: Vec<Duration>,
    pub first_findings: Vec<Duration>,
    /// From a key to its findings, at the rate of a key repeat.
    pub keys: Vec<Duration>,
    /// From the first of a burst of keys to the findings of the last, for each key.
    pub burst: Vec<Duration>,
    pub hover: Vec<Duration>,
    /// Hovers whose answer was not empty.
    pub cards: usize,
    pub symbols: Vec<Duration>,
    /// On a processor, a session.
    pub seconds: Vec<f64>,
    /// The most memory at a time, in megabytes.
    pub megabytes: Vec<f64>,
}

/// The figures of `servers`, a column each.
pub fn table(names: &[String], servers: &[Figures]) -> String {
    let mut table = format!("| |{}\n|---|{}\n", cells(names.iter().cloned()), "---:|".repeat(names.len()));
    let mut row = |title: &str, figure: &dyn Fn(&Figures) -> String| {
        table += &format!("| {title} |{}\n", cells(servers.iter().map(figure)));
    };
    row("spawn to initialize answered, median", &|of| at(&of.initialized, 0.5));
    row("spawn to first findings, median", &|of| at(&of.first_findings, 0.5));
    row("key to findings, median", &|of| at(&of.keys, 0.5));
    row("key to findings, p99", &|of| at(&of.keys, 0.99));
    row("a key in a burst, mean", &|of| at(&of.burst, 0.5));
    row("hover while typing, median", &|of| at(&of.hover, 0.5));
    row("hover while typing, p99", &|of| at(&of.hover, 0.99));
    row("hovers that say something", &|of| format!("{} of {}", of.cards, of.hover.len()));
    row("symbols while typing, median", &|of| at(&of.symbols, 0.5));
    row("symbols while typing, p99", &|of| at(&of.symbols, 0.99));
    row("processor, a session", &|of| middle(&of.seconds).map_or("–".into(), |seconds| format!("{seconds:.2} s")));
    row("memory, peak", &|of| middle(&of.megabytes).map_or("–".into(), |megabytes| format!("{megabytes:.1} MB")));
    table
}

fn cells(values: impl Iterator<Item = String>) -> String {
    values.map(|value| format!(" {value} |")).collect()
}

/// The time that the `share` of all does not exceed, in milliseconds.
fn at(times: &[Duration], share: f64) -> String {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    let rank = (sorted.len() as f64 * share).ceil().max(1.0) as usize - 1;
    sorted.get(rank).map_or("–".into(), |time| format!("{:.2} ms", time.as_secs_f64() * 1e3))
}

fn middle(values: &[f64]) -> Option<f64> {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.get(sorted.len() / 2).copied()
}
