//! Writes models/furniture.md: where the weights come from and what they reach.

use super::figures::{Figures, Measured};
use crate::trees::Forest;
use anyhow::Result;
use copydesk::boilerplate::feature_names;
use std::{collections::BTreeMap, path::Path};

/// What a reader found among the false alarms.
const READING: &str = "## Read by eye\n\nThe 47 false alarms of the pages kept for measuring (article) on 2026-11-24: 26 \
    are lines that the labels count to the article and a writer would delete (dates, bylines, notes on the author, \
    \"Photo via\", numbers of comments, \"From Wikipedia\"), 21 are ours: headlines of the article among those of others, \
    dates in a list of versions, names in a list of programs.\n\nThe kinds of the 21 furniture lines of the four sample \
    articles are all named right.\n";

/// Features that the card names.
const NAMED: usize = 25;

pub fn write(models: &Path, forest: &Forest, train: &BTreeMap<String, Figures>, dev: &Measured) -> Result<()> {
    let size = std::fs::metadata(models.join("furniture.bin"))?.len();
    let card = format!(
        "# furniture.bin\n\nTells the lines of a pasted page that are page furniture from those of the article. {size} \
         bytes. Written by `cargo run --release -p train -- boilerplate`; the same corpora give the same bytes.\n\n\
         ## How\n\nA logistic regression over hashed features of a line's own text (one byte a weight), then {} boosted \
         trees with {} nodes over {} features of the line in its document. No feature tells an absolute place in the \
         file. Training pages are cut to a random number of furniture lines at either end. The thresholds are those of \
         a share of false alarms on training lines, each scored by weights that did not see its site.\n\n\
         ## Data\n\nLines of 690 pages (labels: content, heading, boilerplate, ambiguous; the last are left out):\n\n\
         - WCXB, Murrough-Foley/web-content-extraction-benchmark, 562 pages, CC-BY-4.0\n\
         - scrapinghub/article-extraction-benchmark, 90 pages, MIT\n\
         - mozilla/readability test pages, 38 pages, Apache-2.0\n\n\
         and, as text that nothing was pasted around, the lines that no phrase names of GUM without its NC genres \
         (CC-BY, CC-BY-SA, public domain), UNER-EWT (CC-BY-SA), re3d without its NC part and wikigold (CC-BY).\n\n\
         The texts belong to their publishers; none is in the file. The pages measured below are of other sites.\n\n\
         ## Figures\n\nR: share of furniture lines found; R-in: the same between the paragraphs of the article; FA: share of \
         article lines wrongly reported; none: share of pages without any such line.\n\nOn training pages, out of fold:\n\n\
         {}\nOn the pages kept for measuring:\n\n{}\nLines of these pages (article) that a phrase names, by the kind it names:\n\n{}\n{READING}\n## What the trees look at\n\nThe {NAMED} features that gain most:\n\n{}",
        forest.roots.len(),
        forest.nodes.len(),
        feature_names().len(),
        table(train),
        table(&dev.by_page()),
        kinds(&dev.by_kind("article")),
        gains(forest),
    );
    println!("{card}");
    Ok(std::fs::write(models.join("furniture.md"), card)?)
}

fn table(figures: &BTreeMap<String, Figures>) -> String {
    let rows = figures.iter().map(|(name, figures)| {
        let share = |part: u32, all: u32| f64::from(part) / f64::from(all.max(1));
        format!(
            "| {name} | {:.3} | {:.3} | {:.2} % | {} |\n",
            share(figures.found, figures.furniture),
            share(figures.found_inside, figures.inside),
            100.0 * share(figures.wrong, figures.article),
            if figures.documents == 0 {
                "–".to_owned()
            } else {
                format!("{:.0} %", 100.0 * share(figures.right_documents, figures.documents))
            },
        )
    });
    format!("| pages | R | R-in | FA | none |\n|---|---|---|---|---|\n{}", rows.collect::<String>())
}

fn kinds(figures: &BTreeMap<String, Figures>) -> String {
    let rows = figures.iter().map(|(name, figures)| {
        format!("| {name} | {} | {} | {} | {} |\n", figures.furniture, figures.found, figures.article, figures.wrong)
    });
    let head = "| kind | furniture lines | found | article lines | wrongly reported |\n|---|---|---|---|---|\n";
    format!("{head}{}", rows.collect::<String>())
}

fn gains(forest: &Forest) -> String {
    let all: f64 = forest.gains.iter().sum();
    let mut named: Vec<(f64, String)> = forest.gains.iter().copied().zip(feature_names()).collect();
    named.sort_by(|a, b| b.0.total_cmp(&a.0));
    named.iter().take(NAMED).map(|(gain, name)| format!("- {name} ({:.1} %)\n", 100.0 * gain / all)).collect()
}
