//! Figures that score.py of ../shared prints, and what they must not fall below.

use super::step::{Outcome, Step};
use crate::{
    binary, root,
    shell::{command, output},
};
use anyhow::{Context, Result, bail};

/// One figure of score.py's output with its bound.
struct Floor {
    /// Stands in the heading line of the part that holds the figure.
    part: &'static str,
    /// Begins the line of the figure.
    line: &'static str,
    figure: Figure,
    bound: Bound,
}

/// Where on the line the figure stands.
enum Figure {
    /// The first number after this word.
    After(&'static str),
    /// The nth column between blanks, from 0.
    Column(usize),
}

enum Bound {
    AtLeast(f64),
    AtMost(f64),
}

use Bound::{AtLeast, AtMost};
use Figure::{After, Column};

const fn floor(part: &'static str, line: &'static str, figure: Figure, bound: Bound) -> Floor {
    Floor { part, line, figure, bound }
}

/// What holds today, by task of score.py. Raise a bound when the engine has grown past it; never lower one unseen.
const FLOORS: &[(&str, &[Floor])] = &[
    (
        "articles",
        &[
            floor("samples.jsonl", "boilerplate lines", After("tp"), AtLeast(21.0)),
            floor("samples.jsonl", "boilerplate lines", After("fp"), AtMost(0.0)),
            floor("samples.jsonl", "right kind", After("kind"), AtLeast(21.0)),
            floor("samples.jsonl", "headings", After("tp"), AtLeast(12.0)),
            floor("samples.jsonl", "headings", After("fp"), AtMost(0.0)),
            floor("samples.jsonl", "people, exact spans", After("tp"), AtLeast(27.0)),
            floor("samples.jsonl", "people, exact spans", After("fp"), AtMost(0.0)),
            floor("samples.jsonl", "grouped right", After("right"), AtLeast(6.0)),
            floor("samples.jsonl", "roles", After("roles"), AtLeast(13.0)),
            floor("samples.jsonl", "vague/passive/anonymous", After("found"), AtLeast(8.0)),
            floor("samples.jsonl", "claim flags", After("elsewhere"), AtMost(0.0)),
            floor("samples.jsonl", "attributed sentences flagged", After("flagged"), AtMost(0.0)),
            floor("samples.jsonl", "speakers right", After("right"), AtLeast(1.0)),
            floor("real.jsonl", "boilerplate lines", After("false alarms"), AtMost(0.6)),
            floor("real.jsonl", "headings", After("F1"), AtLeast(85.0)),
            floor("real.jsonl", "people, exact spans", After("F1"), AtLeast(97.0)),
            floor("real.jsonl", "unsourced figures", After("found"), AtLeast(2.0)),
            floor("real.jsonl", "claim flags", After("elsewhere"), AtMost(3.0)),
            floor("real.jsonl", "speakers right", After("right"), AtLeast(84.0)),
        ],
    ),
    (
        "boilerplate",
        &[
            floor("variant", "article  all", Column(4), AtLeast(0.70)),
            floor("variant", "article  all", Column(6), AtLeast(0.25)),
            floor("variant", "article  all", Column(9), AtMost(0.4)),
            floor("variant", "article  all", Column(11), AtLeast(0.87)),
            floor("variant", "pasted   all", Column(3), AtLeast(0.88)),
            floor("variant", "pasted   all", Column(4), AtLeast(0.59)),
            floor("variant", "pasted   all", Column(9), AtMost(0.4)),
            floor("variant", "pasted   all", Column(11), AtLeast(0.87)),
            floor("variant", "clean    all", Column(9), AtMost(0.42)),
            floor("variant", "clean    all", Column(11), AtLeast(0.84)),
        ],
    ),
    (
        "people",
        &[
            floor("cleanconll.jsonl", "exact", After("F"), AtLeast(93.0)),
            floor("cleanconll.jsonl", "b3", After("F"), AtLeast(99.0)),
            floor("gum.jsonl", "exact", After("F"), AtLeast(77.0)),
        ],
    ),
    (
        "attribution",
        &[
            floor("documents", "(a) direct quotations", After("F1"), AtLeast(95.0)),
            floor("documents", "end to end", After("F1"), AtLeast(91.0)),
            floor("documents", "(b) sentence has", After("F1"), AtLeast(90.0)),
            floor("documents", "(d) silver unattributed", After("F1"), AtLeast(80.0)),
            floor("documents", "false alarms", After("named-source sentences"), AtMost(0.5)),
            floor("sentences 1502", "(c) weasel sentences", After("P"), AtLeast(88.0)),
            floor("sentences 1502", "(c) weasel sentences", After("R"), AtLeast(20.0)),
        ],
    ),
];

pub fn steps() -> Vec<Step> {
    FLOORS.iter().map(|(task, floors)| Step::new(format!("scores: {task}"), move || check(task, floors))).collect()
}

fn check(task: &str, floors: &[Floor]) -> Result<Outcome> {
    let script = root().join("../shared/score/score.py");
    if !script.exists() {
        return Ok(Outcome::Skipped("../shared does not lie beside the checkout".into()));
    }
    let log = output(command("python3").arg(script).arg("--bin").arg(binary()).args(["--brief", task]))?;
    let broken: Vec<String> =
        floors.iter().filter_map(|floor| floor.broken_in(&log).transpose()).collect::<Result<_>>()?;
    if !broken.is_empty() {
        bail!("{log}\n{}", broken.join("\n"));
    }
    Ok(Outcome::Passed(format!("{} figures hold", floors.len())))
}

impl Floor {
    /// What is wrong with the figure, when it is out of bounds.
    fn broken_in(&self, log: &str) -> Result<Option<String>> {
        let name = format!("{}, {}", self.part, self.line);
        let line = self.line_of(log).with_context(|| format!("{log}\nscore.py prints no line for {name}"))?;
        let got = self.figure.on(line).with_context(|| format!("score.py prints no figure for {name}: {line}"))?;
        Ok(match self.bound {
            AtLeast(bound) if got < bound => Some(format!("{name}: {got} is less than {bound}")),
            AtMost(bound) if got > bound => Some(format!("{name}: {got} is more than {bound}")),
            _ => None,
        })
    }

    fn line_of<'a>(&self, log: &'a str) -> Option<&'a str> {
        let mut lines = log.lines().map(str::trim).skip_while(|line| !line.contains(self.part));
        lines.find(|line| line.starts_with(self.line))
    }
}

impl Figure {
    fn on(&self, line: &str) -> Option<f64> {
        match *self {
            Figure::After(word) => number(line.split_once(&format!("{word} "))?.1),
            Figure::Column(nth) => number(line.split_whitespace().nth(nth)?),
        }
    }
}

/// The number at the start of `text`, blanks before it and anything after it allowed.
fn number(text: &str) -> Option<f64> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    text[..end].parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOG: &str = "\
== samples.jsonl: 4 articles, 3674 words
headings             P  40.9  R  75.0  F1  52.9   (tp 9 fp 13 fn 3)
  grouped right      5/6 (83.3%) people with several mentions
attributed sentences flagged             0/20
== real.jsonl: 13 articles, 10849 words
headings             P   7.1  R  25.9  F1  11.1   (tp 7 fp 92 fn 20)
variant  source        docs      P      R     F1
pasted   all            210  0.912  0.700  0.792
";

    fn broken(part: &'static str, line: &'static str, figure: Figure, bound: Bound) -> Option<String> {
        floor(part, line, figure, bound).broken_in(LOG).unwrap()
    }

    #[test]
    fn figures_within_their_bounds_are_fine() {
        assert_eq!(broken("samples", "headings", After("tp"), AtLeast(9.0)), None);
        assert_eq!(broken("real", "headings", After("R"), AtLeast(25.9)), None);
        assert_eq!(broken("samples", "grouped", After("right"), AtLeast(5.0)), None);
        assert_eq!(broken("samples", "attributed sentences", After("flagged"), AtMost(0.0)), None);
        assert_eq!(broken("variant", "pasted   all", Column(4), AtLeast(0.7)), None);
    }

    #[test]
    fn figures_out_of_bounds_are_named() {
        assert_eq!(
            broken("real", "headings", After("fp"), AtMost(5.0)).as_deref(),
            Some("real, headings: 92 is more than 5")
        );
        assert!(broken("variant", "pasted   all", Column(4), AtLeast(0.8)).is_some());
    }

    #[test]
    fn a_figure_that_is_not_printed_is_an_error() {
        assert!(floor("samples", "speed", After("MB"), AtLeast(1.0)).broken_in(LOG).is_err());
    }
}
