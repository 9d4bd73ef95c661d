//! Trains the filter behind the labeller: a logistic regression over the names that a labeller proposes in texts which
//! it was not trained on.

use super::{
    corpus::{self, Labelled, LabelledBlock},
    names,
};
use crate::labeller;
use anyhow::Result;
use copydesk::{
    model::Labeller,
    people::{BlockNames, evidence, filter::COUNT, names::Proposals},
    text::Span,
};

/// Parts of the corpora, each labelled by a model of the others.
const FOLDS: usize = 4;
/// Corpora of whole articles; the others hold single sentences, which say nothing of the article around a name.
const WHOLE: [&str; 4] = ["gum", "wikigold", "re3d", corpus::MADE_UP];
/// Strength of the pull towards zero.
const L2: f32 = 3.0;
const STEPS: usize = 3000;

/// A proposed name: its numbers, and whether a person's name stands there.
type Example = ([f32; COUNT], bool);

/// The file of the filter.
pub fn train(texts: &[Labelled], bits: u32, least: f32) -> Result<Vec<u8>> {
    let mut examples = Vec::new();
    for fold in 0..FOLDS {
        let weights = names::train(texts, |text| text.fold != fold);
        let labeller = labeller::open(&weights.file(bits, least))?;
        for text in texts.iter().filter(|text| text.fold == fold && WHOLE.contains(&text.corpus.as_str())) {
            propose(&labeller, text, &mut examples);
        }
    }
    let right = examples.iter().filter(|(_, right)| *right).count();
    println!("filter: {} names proposed, {right} right", examples.len());
    Ok(fit(&examples).iter().flat_map(|weight| weight.to_le_bytes()).collect())
}

fn propose(labeller: &Labeller, text: &Labelled, examples: &mut Vec<Example>) {
    let names: Vec<BlockNames> = (text.blocks.iter())
        .map(|LabelledBlock { block, prose, .. }| BlockNames::with(labeller, block.span.of(&text.text), prose))
        .collect();
    let views = text.views_with(&names);
    let evidence = evidence::gather(&views);
    let found = Proposals::new(labeller, &views, &evidence);
    let seen = found.seen(&views, &evidence);
    for &mention in &found.mentions {
        let span: Span = views[mention.view].span(mention).shift(views[mention.view].base);
        examples.push((seen.numbers(mention), text.people.iter().any(|person| person.overlaps(span))));
    }
}

/// Weights and, last, the constant: by full-batch gradient descent with AdaGrad.
fn fit(examples: &[Example]) -> Vec<f32> {
    let mut weights = vec![0.0f32; COUNT + 1];
    let mut squares = vec![1e-6f32; COUNT + 1];
    for _ in 0..STEPS {
        let mut gradient = vec![0.0f32; COUNT + 1];
        for (numbers, right) in examples {
            let sum: f32 = weights[COUNT] + numbers.iter().zip(&weights).map(|(x, w)| x * w).sum::<f32>();
            let error = 1.0 / (1.0 + (-sum).exp()) - f32::from(u8::from(*right));
            gradient.iter_mut().zip(numbers.iter().chain(&[1.0])).for_each(|(g, x)| *g += error * x);
        }
        for (at, weight) in weights.iter_mut().enumerate() {
            let slope = gradient[at] + if at < COUNT { L2 * *weight } else { 0.0 };
            squares[at] += slope * slope;
            *weight -= 0.5 * slope / squares[at].sqrt();
        }
    }
    weights
}
