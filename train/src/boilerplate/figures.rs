//! How many lines are found and how many wrongly, by variant.

use super::{Thresholds, TrainingSet, corpus::Document, linear::Linear};
use crate::trees::Forest;
use copydesk::boilerplate::{BlockLine, model::Tables};
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

/// Pages with the scores of their lines by the weights that are written.
pub struct Measured<'a> {
    pages: Vec<(&'a Document, Vec<f32>)>,
    thresholds: &'a Thresholds,
}

impl<'a> Measured<'a> {
    pub fn new(
        documents: &'a [Document],
        linear: &Linear,
        tables: &Tables,
        forest: &Forest,
        thresholds: &'a Thresholds,
    ) -> Self {
        let scores = |document: &Document| document.scores(document.own_scores(linear), tables, &forest.trees());
        Self { pages: documents.iter().map(|document| (document, scores(document))).collect(), thresholds }
    }

    /// Figures by variant, and by variant and source.
    pub fn by_page(&self) -> BTreeMap<String, Figures> {
        let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
        for (document, scores) in &self.pages {
            for group in [document.variant.clone(), format!("{}, {}", document.variant, document.source)] {
                let entry = figures.entry(group).or_default();
                let wrong = entry.wrong;
                self.count(document, scores, |_, line| entry.count(line.furniture, line.inside, line.found));
                entry.documents += 1;
                entry.right_documents += u32::from(entry.wrong == wrong);
            }
        }
        figures
    }

    /// Figures of the lines that phrases name, by kind, on the pages of one variant.
    pub fn by_kind(&self, variant: &str) -> BTreeMap<String, Figures> {
        let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
        for (document, scores) in self.pages.iter().filter(|(document, _)| document.variant == variant) {
            self.count(document, scores, |evidence, line| {
                let kind = BlockLine::kind_of_evidence(evidence);
                let name = kind.map_or("no phrase".to_owned(), |(kind, _)| kind.noun().to_owned());
                figures.entry(name).or_default().count(line.furniture, line.inside, line.found);
            });
        }
        figures
    }

    /// Calls `take` with the phrase evidence of each line with a label.
    fn count(&self, document: &Document, scores: &[f32], mut take: impl FnMut(usize, Line)) {
        for (at, label) in document.labels.iter().enumerate() {
            let evidence = document.lines[at].evidence();
            label.iter().for_each(|&furniture| {
                let found = scores[at] > self.thresholds.of(evidence);
                take(evidence, Line { furniture, inside: document.inside[at], found });
            });
        }
    }
}

/// A line with its label and its answer.
struct Line {
    furniture: bool,
    inside: bool,
    found: bool,
}
