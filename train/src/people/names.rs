//! Trains the labeller of names.

use super::corpus::{self, Labelled};
use crate::labeller::{Corpus, Crf, Example, Labels, Weights};
use copydesk::people::{
    candidates::{Candidate, label},
    evidence, features, tagger,
};

/// The labels and the steps that never happen: a later word after anything but its own name.
pub fn labels() -> Labels {
    let inside = [label::PERSON_INSIDE, label::PLACE_INSIDE, label::BODY_INSIDE];
    let all = 0..label::COUNT as u8;
    let forbidden = inside.iter().flat_map(|&to| all.clone().map(move |from| (from, to)));
    Labels {
        count: label::COUNT,
        forbidden: forbidden.filter(|&(from, to)| from != to && from + 1 != to).collect(),
        forbidden_starts: inside.to_vec(),
    }
}

/// What a made-up text counts beside one of the corpora.
const MADE_UP_WEIGHT: f32 = 0.7;

/// Trains on the texts that `chosen` picks.
pub fn train(texts: &[Labelled], chosen: impl Fn(&Labelled) -> bool) -> Weights {
    let mut corpus = Corpus::default();
    for text in texts.iter().filter(|text| chosen(text)) {
        add(&mut corpus, text);
    }
    corpus.prune(2);
    println!("  {} words, {} features", corpus.tokens(), corpus.features());
    Crf { epochs: 12, rate: 0.05, l2: 1e-5, seed: 5 }.train(&corpus, &labels())
}

fn add(corpus: &mut Corpus, text: &Labelled) {
    let evidence = evidence::gather(&text.views());
    let weight = if text.corpus == corpus::MADE_UP { MADE_UP_WEIGHT } else { 1.0 };
    for block in &text.blocks {
        let mut candidates = block.names.candidates.clone();
        let mut all: Vec<Vec<u32>> = Vec::with_capacity(candidates.len());
        features::for_each(block.block.span.of(&text.text), &block.prose, &mut candidates, |candidate, local| {
            let mut found = local.to_vec();
            if let Some(evidence) = evidence.get(&candidate.word) {
                features::of_document(candidate, evidence.brief(), |feature| found.push(feature));
            }
            all.push(found);
        });
        let mut at = 0;
        for run in tagger::runs(&candidates) {
            let range = at..at + run.len();
            at = range.end;
            let gold = &block.gold[range.clone()];
            corpus.push(examples(run, gold, &all[range]), weight);
        }
    }
}

fn examples(run: &[Candidate], gold: &[u8], features: &[Vec<u32>]) -> Vec<Example> {
    (run.iter().zip(gold).zip(features))
        .map(|((candidate, &label), features)| Example {
            features: features.clone(),
            label,
            allowed: tagger::allowed(candidate),
        })
        .collect()
}
