//! Where the article names people.

use super::{
    View,
    candidates::label,
    evidence::{self, Evidence},
    tagger::{self, LABELLER, Tags},
};

/// A place that names a person: tokens `first..end` of the block of view `view`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mention {
    /// Index of the view.
    pub view: usize,
    /// First token.
    pub first: u32,
    /// Token after the last.
    pub end: u32,
}

/// The mentions of an article, in order; they do not overlap.
pub(super) fn find(views: &[View]) -> Vec<Mention> {
    let evidence: Evidence = evidence::gather(views);
    let tags = tagger::tag(&LABELLER, views, &evidence);
    labelled(views, &tags)
}

/// The mentions that the labels say.
fn labelled(views: &[View], tags: &[Tags]) -> Vec<Mention> {
    let mut mentions = Vec::new();
    for (index, (view, tags)) in views.iter().zip(tags).enumerate() {
        let mut open: Option<Mention> = None;
        for (candidate, &label) in view.names.candidates.iter().zip(&tags.labels) {
            let goes_on = label == label::PERSON_INSIDE && candidate.joined;
            match &mut open {
                Some(mention) if goes_on => mention.end = candidate.token + 1,
                _ => {
                    mentions.extend(open.take());
                    let begins = label == label::PERSON || label == label::PERSON_INSIDE;
                    open = begins.then_some(Mention { view: index, first: candidate.token, end: candidate.token + 1 });
                }
            }
        }
        mentions.extend(open);
    }
    mentions
}
