//! The line labeller: a linear score of each line's own text, then trees over the document.

mod card;
pub mod corpus;
mod figures;
mod file;
mod linear;
mod stops;
mod thresholds;

use crate::trees::{Forest, Rows, Settings};
use anyhow::Result;
use copydesk::boilerplate::{
    self, BlockLine, Features, Lines, feature_names,
    model::{Tables, place},
};
use corpus::{Document, Page};
use linear::{Examples, Linear};
use rustc_hash::{FxHashMap, FxHashSet, FxHasher};
use std::{
    hash::{Hash, Hasher},
    path::Path,
};
use thresholds::Thresholds;

/// Sizes of the tables, as powers of two.
const OWN_BITS: u32 = 18;
const RARENESS_BITS: u32 = 16;
/// Folds by site: a line is never scored by weights that saw its site.
const FOLDS: u64 = 4;
/// What a line of a whole page's furniture counts beside a line near an article.
const FAR_WEIGHT: f32 = 0.5;
/// Crops of each page with a random number of furniture lines at the ends.
const CROPS: u64 = 2;
/// Furniture lines at an end of a crop at most, and the share of ends with none.
const MOST_LINES: u64 = 15;
const BARE: f64 = 0.35;

const TREES: Settings = Settings { rounds: 400, leaves: 15, rate: 0.05, least: 60, ridge: 5.0, features: 0.3 };

/// Trains from the corpora in `data` and writes into `models`.
pub fn train(data: &Path, models: &Path) -> Result<()> {
    let pages = corpus::read(data, "train")?;
    let mut documents = documents(&pages);
    documents.extend(corpus::read_prose(data)?.iter().map(document));
    eprintln!("{} training documents", documents.len());
    let tables = tables(&documents);
    let far = far_lines(&pages);
    let linears = fold_linears(&documents, &far);
    eprintln!("linear scores fitted");
    let set = TrainingSet::new(&documents, &linears, &tables);
    eprintln!("{} lines of {} features", set.target.len(), feature_names().len());
    let held_out = set.held_out_scores();
    let thresholds = Thresholds::choose(&set, &held_out);
    let everything: Vec<u32> = (0..set.target.len() as u32).collect();
    let forest = Forest::fit(&set.rows, &everything, &set.target, &set.weight, &TREES);
    let stops = stops::choose(&set, &forest, &thresholds);
    let linear = Linear::mean(&linears).rounded();
    file::write(models, &linear, &tables, &forest, &thresholds, &stops)?;
    let dev: Vec<Document> = measured(&corpus::read(data, "dev")?);
    let train_figures = figures::held_out(&set, &held_out, &thresholds);
    let measured = figures::Measured::new(&dev, &linear, &tables, &forest, &thresholds);
    card::write(models, &forest, &train_figures, &measured)
}

/// Lines of a document whose lines count one each. Those of a document twice as long count less, but together more: a
/// page of a hundred prices is one page.
const USUAL_LINES: f32 = 50.0;
/// Lines below which a document counts as if it had so many.
const FEWEST_LINES: f32 = 5.0;

/// What a line that a phrase names counts beside one of none: whether such a line is of the article or not is what the
/// trees are asked most.
const NAMED_WEIGHT: f32 = 3.0;

/// Lines with features, targets, weights and folds.
struct TrainingSet {
    rows: Rows,
    target: Vec<f32>,
    weight: Vec<f32>,
    fold: Vec<u64>,
    /// Number of its phrase evidence, and which document it is of.
    evidence: Vec<usize>,
    document: Vec<usize>,
    inside: Vec<bool>,
    variant: Vec<String>,
    /// The rules beside the trees take it, whatever the trees say.
    ruled: Vec<bool>,
}

impl TrainingSet {
    fn new(documents: &[Document], linears: &[Linear], tables: &Tables) -> Self {
        let mut set = Self {
            rows: Rows::new(&[], feature_names().len()),
            target: Vec::new(),
            weight: Vec::new(),
            fold: Vec::new(),
            evidence: Vec::new(),
            document: Vec::new(),
            inside: Vec::new(),
            variant: Vec::new(),
            ruled: Vec::new(),
        };
        let mut values = Vec::new();
        let mut row = Vec::new();
        for (number, document) in documents.iter().enumerate() {
            let fold = fold(&document.site);
            let own = document.own_scores(&linears[fold as usize]);
            let lines = Lines::new(document.lines.iter().collect(), own, &document.gaps, tables);
            let features = Features::new(&lines, tables);
            let ruled = boilerplate::settle(&document.article, &lines, vec![false; lines.len()]);
            let labelled = document.labels.iter().flatten().count() as f32;
            for (at, label) in document.labels.iter().enumerate() {
                let Some(label) = *label else { continue };
                features.row(at, &mut row);
                values.extend_from_slice(&row);
                let evidence = document.lines[at].evidence();
                let named = if evidence > 0 { NAMED_WEIGHT } else { 1.0 };
                set.weight.push((USUAL_LINES / labelled.max(FEWEST_LINES)).sqrt() * named);
                set.target.push(f32::from(label));
                set.fold.push(fold);
                set.evidence.push(evidence);
                set.document.push(number);
                set.inside.push(document.inside[at]);
                set.variant.push(document.variant.clone());
                set.ruled.push(ruled[at].is_some());
            }
        }
        set.rows = Rows::new(&values, feature_names().len());
        set
    }

    /// The score of each line by trees that did not see its site.
    fn held_out_scores(&self) -> Vec<f32> {
        let mut scores = vec![0.0; self.target.len()];
        for fold in 0..FOLDS {
            let (held, seen): (Vec<u32>, Vec<u32>) =
                (0..self.target.len() as u32).partition(|&row| self.fold[row as usize] == fold);
            let forest = Forest::fit(&self.rows, &seen, &self.target, &self.weight, &TREES);
            for row in held {
                scores[row as usize] = forest.score_binned(&self.rows, row, forest.trees.len());
            }
            eprintln!("fold {fold} fitted");
        }
        scores
    }
}

fn documents(pages: &[Page]) -> Vec<Document> {
    let mut documents = Vec::new();
    for page in pages.iter().filter(|page| page.source != "trafilatura") {
        if matches!(page.variant.as_str(), "article" | "pasted") {
            documents.push(document(page));
        }
        if page.variant == "article" {
            documents.extend((0..CROPS).map(|crop| {
                let lines = |end: u64| {
                    let draw = draw((&page.id, crop, end));
                    if (draw % 1000) as f64 / 1000.0 < BARE { 0 } else { (draw / 1000 % (MOST_LINES + 1)) as usize }
                };
                document(&page.cropped(lines(0), lines(1)))
            }));
        }
    }
    documents
}

/// The pages that figures are given for.
fn measured(pages: &[Page]) -> Vec<Document> {
    let wanted = |page: &&Page| page.source != "trafilatura" && page.variant != "full";
    pages.iter().filter(wanted).map(document).collect()
}

fn document(page: &Page) -> Document {
    Document::new(page, |hash| place(hash, OWN_BITS) as u32)
}

fn draw(what: impl Hash) -> u64 {
    let mut hasher = FxHasher::default();
    what.hash(&mut hasher);
    hasher.finish() >> 16
}

fn fold(site: &str) -> u64 {
    draw(("fold", site)) % FOLDS
}

/// Odds of phrase evidence and rareness of words, by the lines around each article.
fn tables(documents: &[Document]) -> Tables {
    let mut counts = vec![[0.0_f64; 2]; BlockLine::EVIDENCE];
    let mut articles: FxHashMap<u32, u32> = FxHashMap::default();
    let near: Vec<&Document> = documents.iter().filter(|document| document.variant == "article").collect();
    for document in &near {
        for (line, label) in document.lines.iter().zip(&document.labels) {
            label.iter().for_each(|&label| counts[line.evidence()][usize::from(label)] += 1.0);
        }
        let words: FxHashSet<u32> = document.lines.iter().flat_map(|line| line.topic().iter().copied()).collect();
        words.into_iter().for_each(|word| *articles.entry(word).or_default() += 1);
    }
    let all = counts.iter().fold([0.0, 0.0], |all, count| [all[0] + count[0], all[1] + count[1]]);
    let usual = all[0] / all[1];
    let odds =
        counts.iter().map(|[article, furniture]| ((furniture + 2.0) / (article + 2.0 * usual) * usual).ln() as f32);
    let count = near.len() as f32 + 1.0;
    let mut rareness = vec![(count / 1.5).ln(); 1 << RARENESS_BITS];
    for (&word, &documents) in articles.iter().filter(|(_, documents)| **documents >= 3) {
        let entry = &mut rareness[place(word, RARENESS_BITS)];
        *entry = entry.min((count / (documents as f32 + 0.5)).ln());
    }
    let unit = rareness.iter().fold(0.0_f32, |most, &one| most.max(one)) / f32::from(u8::MAX);
    let rareness = rareness.into_iter().map(|rareness| (rareness / unit).round() as u8);
    Tables { odds: odds.collect(), rareness: rareness.collect(), rareness_unit: unit }
}

/// Own-text features of furniture anywhere on the pages, by fold.
struct FarLine {
    site: String,
    text: String,
    own: Vec<u32>,
}

fn far_lines(pages: &[Page]) -> Vec<FarLine> {
    let mut far = Vec::new();
    for page in pages.iter().filter(|page| page.variant == "full" && page.source != "trafilatura") {
        let document = document(page);
        for (at, label) in document.labels.iter().enumerate() {
            if *label == Some(true) {
                let text = document.article.blocks[at].span.of(&document.text).to_owned();
                far.push(FarLine { site: document.site.clone(), text, own: document.own[at].clone() });
            }
        }
    }
    far
}

/// A linear score for each fold, fitted without its sites.
fn fold_linears(documents: &[Document], far: &[FarLine]) -> Vec<Linear> {
    let near: Vec<&Document> = documents.iter().filter(|document| document.variant == "article").collect();
    std::thread::scope(|scope| {
        let fits: Vec<_> = (0..FOLDS)
            .map(|held| {
                scope.spawn({
                    let near = &near;
                    move || fit_linear(near, far, held)
                })
            })
            .collect();
        fits.into_iter().filter_map(|fit| fit.join().ok()).collect()
    })
}

fn fit_linear(near: &[&Document], far: &[FarLine], held: u64) -> Linear {
    let mut examples = Examples::default();
    let mut seen: FxHashSet<(&str, &str)> = FxHashSet::default();
    for document in near.iter().filter(|document| fold(&document.site) != held) {
        for (at, label) in document.labels.iter().enumerate() {
            let Some(label) = *label else { continue };
            examples.push(document.own[at].iter().copied(), f32::from(label), 1.0);
            if label {
                seen.insert((&document.site, document.article.blocks[at].span.of(&document.text)));
            }
        }
    }
    for line in far.iter().filter(|line| fold(&line.site) != held) {
        if seen.insert((&line.site, &line.text)) {
            examples.push(line.own.iter().copied(), 1.0, FAR_WEIGHT);
        }
    }
    linear::fit(&examples, 1 << OWN_BITS)
}
