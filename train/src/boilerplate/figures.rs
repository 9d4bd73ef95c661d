//! How many lines are found and how many wrongly, by variant.

use super::{Thresholds, TrainingSet, corpus::Document, linear::Linear};
use crate::trees::Forest;
use copydesk::boilerplate::model::Tables;
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
        let threshold = if set.sure[at] { thresholds.sure } else { thresholds.any };
        let entry = figures.entry(set.variant[at].clone()).or_default();
        entry.count(set.target[at] > 0.5, set.inside[at], score > threshold);
    }
    figures
}

/// Figures of documents by variant, and by variant and source.
pub fn of(
    documents: &[Document],
    linear: &Linear,
    tables: &Tables,
    forest: &Forest,
    thresholds: &Thresholds,
) -> BTreeMap<String, Figures> {
    let mut figures: BTreeMap<String, Figures> = BTreeMap::new();
    for document in documents {
        let own = document.own.iter().map(|own| linear.score(own)).collect();
        let scores = document.scores(own, tables, &forest.trees());
        let groups = [document.variant.clone(), format!("{}, {}", document.variant, document.source)];
        for group in groups {
            let entry = figures.entry(group).or_default();
            let wrong = entry.wrong;
            for (at, label) in document.labels.iter().enumerate() {
                let Some(label) = *label else { continue };
                let threshold = if document.lines[at].is_sure() { thresholds.sure } else { thresholds.any };
                entry.count(label, document.inside[at], scores[at] > threshold);
            }
            entry.documents += 1;
            entry.right_documents += u32::from(entry.wrong == wrong);
        }
    }
    figures
}
