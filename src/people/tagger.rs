//! The names model over an article: labels of every candidate, and how sure they are.

use super::{
    View,
    candidates::{Candidate, label},
    evidence::{Brief, Evidence, WordEvidence},
    features, names,
};
use crate::{
    model::{Aligned, Labeller, Scratch},
    syntax::Prose,
};
use std::sync::{Arc, LazyLock};

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/names.bin"));

/// The model that ships.
pub static LABELLER: LazyLock<Labeller> = LazyLock::new(|| Labeller::new(WEIGHTS));

/// Sums what the local features of each candidate of a block weigh.
pub fn score(labeller: &Labeller, text: &str, prose: &Prose, candidates: &mut [Candidate]) {
    features::for_each(text, prose, candidates, |candidate, features| {
        labeller.score(features, &mut candidate.scores);
    });
}

/// What the model says of the candidates of one block; parallel to them.
#[derive(Clone, Debug, Default)]
pub struct Tags {
    /// The best label of each.
    pub labels: Vec<u8>,
    /// Probability that each is part of a person's name; no number for runs that nobody asked about.
    pub person: Vec<f32>,
    /// The names that the labels say, by their first token and the token after their last.
    pub names: Vec<(u32, u32)>,
    /// What the article said of each when it was labelled.
    briefs: Vec<Brief>,
}

/// The runs of a block: candidates with nothing between them.
pub fn runs(candidates: &[Candidate]) -> impl Iterator<Item = &[Candidate]> {
    candidates.chunk_by(|_, next| next.joined)
}

/// The labels that a candidate may bear, as a bit set.
pub fn allowed(candidate: &Candidate) -> u32 {
    let inside = 1 << label::PERSON_INSIDE | 1 << label::PLACE_INSIDE | 1 << label::BODY_INSIDE;
    if candidate.capital { (1 << label::COUNT) - 1 } else { inside | 1 << label::OUTSIDE | 1 << label::OTHER }
}

/// Labels the candidates of every block and makes names of the labels. Blocks of whose words the article says what it
/// said last are not looked at again.
pub fn tag(labeller: &Labeller, views: &[View], evidence: &Evidence) -> Vec<Arc<Tags>> {
    let (mut scratch, mut features) = (Scratch::default(), Vec::new());
    let mut briefs: Vec<Brief> = Vec::new();
    let nobody = Arc::new(Tags::default());
    let tag = |view: &View| {
        let candidates = &view.names.candidates;
        if candidates.is_empty() {
            return nobody.clone();
        }
        briefs.clear();
        briefs.extend(candidates.iter().map(|candidate| brief(candidate, evidence)));
        view.names.labelled.get_if(|tags| tags.briefs == briefs).unwrap_or_else(|| {
            let mut labels = Vec::with_capacity(candidates.len());
            for run in runs(candidates) {
                load(labeller, run, &briefs[labels.len()..], &mut features, &mut scratch);
                labels.extend_from_slice(labeller.best(&mut scratch));
            }
            labels.resize(candidates.len(), label::OUTSIDE);
            let person = vec![f32::NAN; candidates.len()];
            Arc::new(Tags { names: names::named(view, &labels), labels, person, briefs: briefs.clone() })
        })
    };
    views.iter().map(tag).collect()
}

/// Fills in the probabilities of every run of a block that holds a candidate that `may_be_name`.
pub fn weigh(
    labeller: &Labeller,
    view: &View,
    may_be_name: impl Fn(&Candidate) -> bool,
    tags: &mut Arc<Tags>,
    scratch: &mut Scratch,
) {
    let mut at = 0;
    for run in runs(&view.names.candidates) {
        if tags.person[at].is_nan() && run.iter().any(&may_be_name) {
            load(labeller, run, &tags.briefs[at..], &mut Vec::new(), scratch);
            let shares = labeller.marginals(scratch);
            for (slot, shares) in Arc::make_mut(tags).person[at..].iter_mut().zip(shares.chunks_exact(label::COUNT)) {
                *slot = shares[usize::from(label::PERSON)] + shares[usize::from(label::PERSON_INSIDE)];
            }
        }
        at += run.len();
    }
}

/// What the article says of a candidate, as far as it counts.
fn brief(candidate: &Candidate, evidence: &Evidence) -> Brief {
    let known = evidence.get(&candidate.word).filter(|_| candidate.capital);
    known.map(WordEvidence::brief).unwrap_or_default()
}

/// Puts `run` into `scratch`, with what the article says of each of it, by way of `document`.
fn load(labeller: &Labeller, run: &[Candidate], briefs: &[Brief], document: &mut Vec<u32>, scratch: &mut Scratch) {
    scratch.clear();
    for (candidate, brief) in run.iter().zip(briefs) {
        document.clear();
        features::of_document(candidate, *brief, |feature| document.push(feature));
        labeller.push_onto(&candidate.scores, allowed(candidate), document, scratch);
    }
}
