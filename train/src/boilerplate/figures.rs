//! How many lines are found and how many wrongly, by variant.

use super::{Thresholds, TrainingSet, corpus::Document, linear::Linear};
use crate::trees::Forest;
use copydesk::boilerplate::{BlockLine, Kind, model::Tables};
use std::collections::BTreeMap;

/// Counts of lines and documents.
#[derive(Clone, Debug, Default)]
pub struct Figures {
    pub furniture: u32,
    pub found: u32,
    pub inside: u32,
    pub found_inside: u32,
    pub article: u32,
    pub wrong: u32,
    pub documents: u32,
    pub right_documents: u32,
}

impl Figures {
    fn count(&mut self, furniture: bool, inside: bool, found: bool) {
        let found = u32::from(found);
        if furniture {
            self.furniture += 1;
            self.found += found;
            self.inside += u32::from(inside);
            self.found_inside += if inside { found } else { 0 };
        } else {
            self.article += 1;
            self.wrong += found;
        }
    }
}

/// Figures of the training lines by scores out of fold; documents are not counted.
pub fn held_out(set: &TrainingSet, scores: &[f32], thresholds: &Thresholds) -> BTreeMap<String, Figures> {
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for (at, &score) in scores.iter().enumerate() {
        let threshold = thresholds.of(set.evidence[at]);
        let entry = figures.entry(set.variant[at].clone()).or_default();
        entry.count(set.target[at] > 0.5, set.inside[at], score > threshold);
    }
    figures
}

/// Pages with what is said of their lines by the weights that are written.
pub struct Measured<'a> {
    pages: Vec<(&'a Document, Vec<Option<Kind>>)>,
}

impl<'a> Measured<'a> {
    pub fn new(
        documents: &'a [Document],
        linear: &Linear,
        tables: &Tables,
        forest: &Forest,
        thresholds: &Thresholds,
    ) -> Self {
        let trees = forest.trees();
        let takes = |row: &[f32], evidence: usize| trees.score(row) > thresholds.of(evidence);
        let answers = |document: &Document| document.answers(document.own_scores(linear), tables, takes);
        Self { pages: documents.iter().map(|document| (document, answers(document))).collect() }
    }

    /// Figures by variant, and by variant and source.
    pub fn by_page(&self) -> BTreeMap<String, Figures> {
        let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
        for (document, answers) in &self.pages {
            for group in [document.variant.clone(), format!("{}, {}", document.variant, document.source)] {
                let entry = figures.entry(group).or_default();
                let wrong = entry.wrong;
                each(document, |at, furniture| entry.count(furniture, document.inside[at], answers[at].is_some()));
                entry.documents += 1;
                entry.right_documents += u32::from(entry.wrong == wrong);
            }
        }
        figures
    }

    /// Figures of the pages of one variant by kind and source. The kind of a line is what is said of it; of a line that
    /// nothing is said of, what a phrase names. Article lines that neither holds for do not count.
    pub fn by_kind(&self, variant: &str) -> BTreeMap<(&'static str, String), Figures> {
        let mut figures: BTreeMap<(&'static str, String), Figures> = BTreeMap::new();
        for (document, answers) in self.pages.iter().filter(|(document, _)| document.variant == variant) {
            each(document, |at, furniture| {
                let named = BlockLine::kind_of_evidence(document.lines[at].evidence()).map(|(kind, _)| kind);
                let kind = answers[at].or(named).map_or(NO_KIND, Kind::noun);
                let entry = figures.entry((kind, document.source.clone())).or_default();
                entry.count(furniture, document.inside[at], answers[at].is_some());
            });
        }
        figures
    }
}

/// Stands for the kind of a line that no phrase names and nothing is said of.
pub const NO_KIND: &str = "no kind";

/// Calls `take` with each block of a document that has a label, and whether it is furniture.
fn each(document: &Document, mut take: impl FnMut(usize, bool)) {
    for (at, label) in document.labels.iter().enumerate() {
        label.iter().for_each(|&furniture| take(at, furniture));
    }
}
