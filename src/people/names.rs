//! Where the article names people.

use super::{
    View,
    candidates::{Candidate, Casing, around, label},
    evidence::{self, Evidence},
    filter::{self, Filter, Seen},
    repair,
    tagger::{self, LABELLER, Tags},
};
use crate::model::Labeller;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

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
/// The same of a surname that the lists do not know as anything else.
const LEAST_STRANGE_SURNAME: f32 = 0.005;

/// The same of the given name of a person named in full.
const LEAST_GIVEN: f32 = 0.15;

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
    let kept = filter::keep(filter, &found.seen(views, &evidence), &found.mentions);
    tagger::keep(views, found.tags);
    kept
}

/// What the model and the repairs take for names, before the filter.
pub struct Proposals {
    /// In order.
    pub mentions: Vec<Mention>,
    tags: Vec<Arc<Tags>>,
}

impl Proposals {
    /// Labels the article and mends what the labels say.
    pub fn new(labeller: &Labeller, views: &[View], evidence: &Evidence) -> Self {
        let mut tags = tagger::tag(labeller, views, evidence, labelled);
        let mut mentions: Vec<Mention> = (tags.iter().enumerate())
            .flat_map(|(view, tags)| tags.names.iter().map(move |&(first, end)| Mention { view, first, end }))
            .collect();
        complete(views, &mut mentions);
        behead(views, &mut mentions);
        let words = words(views, &mentions);
        let is_kin_elsewhere = |candidate: &Candidate| {
            let around = evidence.get(&candidate.word).map_or(0, |word| word.around);
            around & around::KIN_BEFORE != 0 && candidate.listed.given() > 0
        };
        let may_be_name = |candidate: &Candidate| words.contains(&candidate.word) || is_kin_elsewhere(candidate);
        tagger::weigh(labeller, views, may_be_name, &mut tags);
        let (surnames, givens) = (surnames(views, &mentions), givens(views, &mentions));
        mentions.extend(repeated(views, &mentions));
        mentions.sort();
        let mut rescued = Vec::new();
        for (index, (view, tags)) in views.iter().zip(&tags).enumerate() {
            rescued.extend(repair::rescue(index, &view.names.candidates, &mentions, |candidate, at| {
                surnames.contains(&candidate.word) && tags.person[at] > least(candidate)
                    || givens.contains(&candidate.word) && tags.person[at] > LEAST_GIVEN
                    || is_kin(candidate)
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

/// "his sister Ilse": a given name after a word of kin.
fn is_kin(candidate: &Candidate) -> bool {
    candidate.around & around::KIN_BEFORE != 0 && candidate.listed.given() > 0
}

/// First words of names of several words that are given names and no places.
fn givens(views: &[View], mentions: &[Mention]) -> FxHashSet<u32> {
    let first = |mention: &Mention| match views[mention.view].names.between(mention.first, mention.end) {
        [first, _, ..] => (first.listed.given() > 1 && first.listed.place() < 3).then_some(first.word),
        _ => None,
    };
    mentions.iter().filter_map(first).collect()
}

/// Places of names of two words that the model found elsewhere alone.
fn repeated(views: &[View], mentions: &[Mention]) -> Vec<Mention> {
    let pair = |mention: &Mention| match views[mention.view].names.between(mention.first, mention.end) {
        [first, last] => Some((first.word, last.word)),
        _ => None,
    };
    let pairs: FxHashSet<(u32, u32)> = mentions.iter().filter_map(pair).collect();
    let mut found = Vec::new();
    for (index, view) in views.iter().enumerate().filter(|_| !pairs.is_empty()) {
        found.extend(repair::repeated(index, &view.names.candidates, mentions, &pairs));
    }
    found
}

/// Takes ranks in capitals off surnames that stand with a given name elsewhere: "DI Skov" beside "Hanne Skov".
fn behead(views: &[View], mentions: &mut [Mention]) {
    let initials: FxHashMap<u32, char> = (mentions.iter())
        .filter_map(|mention| {
            let [.., last] = views[mention.view].names.between(mention.first, mention.end) else { return None };
            let given = views[mention.view].words_of(mention.first);
            let is_full = mention.end - mention.first > 1 && given.contains(char::is_lowercase);
            Some((last.word, given.chars().next()?)).filter(|_| is_full)
        })
        .collect();
    for mention in mentions {
        let view = &views[mention.view];
        let [first, last] = view.names.between(mention.first, mention.end) else { continue };
        let rank = view.words_of(mention.first);
        let initial = initials.get(&last.word);
        if first.casing == Casing::Prose && repair::is_rank(rank) && initial.is_some_and(|&own| !rank.starts_with(own))
        {
            mention.first = last.token;
        }
    }
}

/// Least probability of the surname of a person named in full.
fn least(candidate: &Candidate) -> f32 {
    let strange = candidate.listed.place() == 0 && candidate.listed.case() < 2;
    if strange { LEAST_STRANGE_SURNAME } else { LEAST_SURNAME }
}

/// Last words of names of several words, and lone names after titles.
fn surnames(views: &[View], mentions: &[Mention]) -> FxHashSet<u32> {
    let last = |mention: &Mention| match views[mention.view].names.between(mention.first, mention.end) {
        [only] => (only.around & around::TITLE_BEFORE != 0).then_some(only.word),
        [.., last] => Some(last.word),
        [] => None,
    };
    mentions.iter().filter_map(last).collect()
}

/// The words of `mentions`.
fn words(views: &[View], mentions: &[Mention]) -> FxHashSet<u32> {
    mentions.iter().flat_map(|m| views[m.view].names.between(m.first, m.end)).map(|candidate| candidate.word).collect()
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

/// The names that the `labels` of a block say, their edges mended: the first token of each and the token after its last.
fn labelled(view: &View, labels: &[u8]) -> Vec<(u32, u32)> {
    let mut mentions = Vec::new();
    let mut open: Option<Mention> = None;
    for (candidate, &label) in view.names.candidates.iter().zip(labels) {
        let goes_on = label == label::PERSON_INSIDE && candidate.joined;
        match &mut open {
            Some(mention) if goes_on => mention.end = candidate.token + 1,
            _ => {
                mentions.extend(open.take());
                let begins = label == label::PERSON || label == label::PERSON_INSIDE;
                open = begins.then_some(Mention { view: 0, first: candidate.token, end: candidate.token + 1 });
            }
        }
    }
    mentions.extend(open);
    mentions.retain(|mention| mention.end - mention.first <= LONGEST);
    repair::mend(view, &mut mentions);
    mentions.into_iter().map(|mention| (mention.first, mention.end)).collect()
}
