//! `cargo xtask plots`: what time and memory grow with, drawn for docs/speed.md.

use crate::{binary, root, shell::say};
use anyhow::{Context, Result, bail, ensure};
use plotters::prelude::*;
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::{Path, PathBuf},
    process::{Command, Stdio},
    time::Instant,
};
use wait4::Wait4;

/// Sizes of one article, in kilobytes.
const SIZES: &[usize] = &[1, 3, 10, 30, 100, 300, 1_000, 3_000, 10_000];
/// Numbers of articles of [`EACH`] kilobytes.
const COUNTS: &[usize] = &[1, 10, 100, 1_000, 10_000];
const EACH: usize = 10;

/// What one run cost.
struct Cost {
    seconds: f64,
    megabytes: f64,
}

/// Measures the release build, prints tables, and draws docs/images/speed-*.svg.
pub fn run() -> Result<()> {
    ensure!(binary().exists(), "no release build: cargo build --release");
    let sentences = sentences()?;
    let one = |size: usize| cost([article(&sentences, size << 10, 0)].into_iter());
    let many = |count: usize| cost((0..count).map(|seed| article(&sentences, EACH << 10, seed)));
    draw("size", "one article, kilobytes", SIZES, &one)?;
    draw("count", "articles of 10 KB", COUNTS, &many)
}

/// The sentences of our example articles.
fn sentences() -> Result<Vec<String>> {
    let mut sentences = Vec::new();
    for entry in fs::read_dir(root().join("examples"))? {
        let path = entry?.path();
        let is_article = path.extension().is_some_and(|it| it == "txt" || it == "md") && !path.ends_with("README.md");
        let text = if is_article { fs::read_to_string(path)? } else { String::new() };
        let paragraphs = text.lines().filter(|line| line.len() > 80 && !line.starts_with(['|', '#', '>', '-']));
        sentences.extend(paragraphs.flat_map(|line| line.split_inclusive(". ")).map(|it| it.trim().to_owned()));
    }
    sentences.sort();
    ensure!(!sentences.is_empty(), "examples hold no article");
    Ok(sentences)
}

/// A text of `size` bytes: paragraphs of three sentences in an order that depends on `seed`.
fn article(sentences: &[String], size: usize, seed: usize) -> String {
    let mut state = seed as u64 + 1;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) as usize % sentences.len()
    };
    let mut text = String::new();
    while text.len() < size {
        let paragraph = [next(), next(), next()].map(|at| sentences[at].as_str()).join(" ");
        text += &paragraph;
        text += "\n\n";
    }
    text
}

/// Analyses `articles` in one process. They are not held: a child's peak of memory begins with its parent's.
fn cost(articles: impl Iterator<Item = String>) -> Result<Cost> {
    let input = crate::target().join("plots.jsonl");
    let mut file = BufWriter::new(File::create(&input)?);
    for (id, text) in articles.enumerate() {
        let line = serde_json::json!({ "id": id.to_string(), "text": text, "language": "plaintext" });
        writeln!(file, "{line}")?;
    }
    file.flush()?;
    let began = Instant::now();
    let child = Command::new(binary())
        .args(["analyze", "--stdin-jsonl"])
        .stdin(File::open(&input)?)
        .stdout(Stdio::null())
        .spawn()?;
    let used = child.wait4()?;
    let seconds = began.elapsed().as_secs_f64();
    if !used.status.success() {
        bail!("{}", used.status);
    }
    fs::remove_file(input)?;
    Ok(Cost { seconds, megabytes: used.rusage.maxrss as f64 / f64::from(1 << 20) })
}

/// Measures each of `steps`, prints a table and draws time and memory against it.
fn draw(name: &str, axis: &str, steps: &[usize], measure: &dyn Fn(usize) -> Result<Cost>) -> Result<()> {
    let mut time = Vec::new();
    let mut memory = Vec::new();
    say(&format!("| {axis} | time | memory, peak |\n|---:|---:|---:|"));
    for &step in steps {
        let cost = measure(step)?;
        say(&format!("| {step} | {:.3} s | {:.1} MB |", cost.seconds, cost.megabytes));
        time.push((step as f64, cost.seconds));
        memory.push((step as f64, cost.megabytes));
    }
    plot(&picture(&format!("{name}-time")), axis, "seconds", &time)?;
    plot(&picture(&format!("{name}-memory")), axis, "megabytes", &memory)
}

fn picture(name: &str) -> PathBuf {
    root().join(format!("docs/images/speed-{name}.svg"))
}

/// Draws `points` on logarithmic axes.
fn plot(file: &Path, x: &str, y: &str, points: &[(f64, f64)]) -> Result<()> {
    let (first, last) = (points.first().context("nothing was measured")?.0, points[points.len() - 1].0);
    let low = points.iter().map(|point| point.1).fold(f64::INFINITY, f64::min) / 2.0;
    let high = points.iter().map(|point| point.1).fold(0.0, f64::max) * 2.0;
    let area = SVGBackend::new(file, (640, 400)).into_drawing_area();
    area.fill(&WHITE)?;
    let mut chart = ChartBuilder::on(&area)
        .margin(12)
        .x_label_area_size(44)
        .y_label_area_size(64)
        .build_cartesian_2d((first..last).log_scale(), (low..high).log_scale())?;
    chart.configure_mesh().light_line_style(WHITE).x_desc(x).y_desc(y).draw()?;
    chart.draw_series(LineSeries::new(points.iter().copied(), &BLUE))?;
    chart.draw_series(points.iter().map(|&point| Circle::new(point, 3, BLUE.filled())))?;
    Ok(area.present()?)
}
