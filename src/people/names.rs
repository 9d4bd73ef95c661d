//! Where the article names people.

use super::{
    View,
    candidates::label,
    evidence::{self, Evidence},
    filter::{self, Filter, Seen},
    repair,
    tagger::{self, LABELLER, Tags},
};
use crate::model::Labeller;
use rustc_hash::FxHashSet;

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

/// Least probability of a surname that the model did not take for one.
const LEAST_SURNAME: f32 = 0.06;

/// Most tokens of a name; longer runs of capitalised words are lists.
const LONGEST: u32 = 16;

/// The mentions of an article, in order; they do not overlap.
pub(super) fn find(views: &[View]) -> Vec<Mention> {
    find_with(&LABELLER, Filter::shipped(), views)
}

/// The same by a model and a filter that do not ship, whose scores the views hold.
pub fn find_with(labeller: &Labeller, filter: Filter, views: &[View]) -> Vec<Mention> {
    let evidence = evidence::gather(views);
    let found = Proposals::new(labeller, views, &evidence);
    filter::keep(filter, &found.seen(views, &evidence), &found.mentions)
}

/// What the model and the repairs take for names, before the filter.
pub struct Proposals {
    /// In order.
    pub mentions: Vec<Mention>,
    tags: Vec<Tags>,
}

impl Proposals {
    /// Labels the article and mends what the labels say.
    pub fn new(labeller: &Labeller, views: &[View], evidence: &Evidence) -> Self {
        let mut tags = tagger::tag(labeller, views, evidence);
        let mut mentions = labelled(views, &tags);
        mend(views, &mut mentions);
        complete(views, &mut mentions);
        tagger::weigh(labeller, views, evidence, &words(views, &mentions), &mut tags);
        let surnames: FxHashSet<u32> = (mentions.iter())
            .filter(|mention| mention.end - mention.first > 1)
            .map(|mention| views[mention.view].prose.tokens[mention.end as usize - 1].lower)
            .collect();
        let mut rescued = Vec::new();
        for (index, (view, tags)) in views.iter().zip(&tags).enumerate() {
            rescued.extend(repair::rescue(index, &view.names.candidates, &mentions, |candidate, at| {
                surnames.contains(&candidate.word) && tags.person[at] > LEAST_SURNAME
            }));
        }
        mentions.extend(rescued);
        mentions.sort();
        Self { mentions, tags }
    }

    /// The article as the filter sees it.
    pub fn seen<'a>(&'a self, views: &'a [View<'a>], evidence: &'a Evidence) -> Seen<'a> {
        Seen::new(views, evidence, &self.tags, &self.mentions)
    }
}

/// The words of `mentions`.
fn words(views: &[View], mentions: &[Mention]) -> FxHashSet<u32> {
    let tokens = mentions.iter().flat_map(|m| &views[m.view].prose.tokens[m.first as usize..m.end as usize]);
    tokens.map(|token| token.lower).collect()
}

/// Completes halves of names of two words that stand whole elsewhere.
fn complete(views: &[View], mentions: &mut [Mention]) {
    let whole = mentions.iter().filter(|mention| mention.end - mention.first == 2);
    let pair = |mention: &Mention| {
        let tokens = &views[mention.view].prose.tokens;
        (tokens[mention.first as usize].lower, tokens[mention.first as usize + 1].lower)
    };
    let pairs: FxHashSet<(u32, u32)> = whole.map(pair).collect();
    if pairs.is_empty() {
        return;
    }
    for block in mentions.chunk_by_mut(|a, b| a.view == b.view) {
        repair::complete(&views[block[0].view], block, &pairs);
    }
}

/// Mends the edges of the mentions of each block.
fn mend(views: &[View], mentions: &mut Vec<Mention>) {
    let mut mended = Vec::with_capacity(mentions.len());
    for block in mentions.chunk_by(|a, b| a.view == b.view) {
        let mut block = block.to_vec();
        repair::mend(&views[block[0].view], &mut block);
        mended.append(&mut block);
    }
    *mentions = mended;
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
    mentions.retain(|mention| mention.end - mention.first <= LONGEST);
    mentions
}
