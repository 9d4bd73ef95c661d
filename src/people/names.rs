//! Where the article names people.

use super::{
    View,
    candidates::{Candidate, Casing, around, label},
    evidence::{self, Evidence},
    filter::{self, Filter, Seen},
    repair,
    tagger::{self, Tags},
};
use crate::model::{Labeller, Scratch};
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

/// The mentions of an article, in order, by a model and a filter that do not ship and whose scores the views hold. They
/// do not overlap.
pub fn find_with(labeller: &Labeller, filter: Filter, views: &[View]) -> Vec<Mention> {
    let evidence = evidence::gather(views);
    let found = Proposals::new(labeller, views, &evidence);
    filter::keep(filter, &found.seen(views, &evidence), &found.mentions)
}

/// What the model and the repairs take for names, before the filter.
pub struct Proposals {
    /// In order.
    pub mentions: Vec<Mention>,
    /// What the model says of each view.
    pub(super) tags: Vec<Arc<Tags>>,
    /// What the names say of other words.
    pub(super) company: Company,
}

impl Proposals {
    /// Labels the article and mends what the labels say.
    pub fn new(labeller: &Labeller, views: &[View], evidence: &Evidence) -> Self {
        let mut tags = tagger::tag(labeller, views, evidence);
        let mut mentions: Vec<Mention> =
            tags.iter().enumerate().flat_map(|(index, tags)| labelled(index, tags)).collect();
        let company = Company::of(views, &mut mentions);
        let mut all = Vec::with_capacity(mentions.len() + mentions.len() / 4);
        let mut rest = mentions.as_slice();
        let mut scratch = Scratch::default();
        for (index, (view, tags)) in views.iter().zip(&mut tags).enumerate() {
            let (own, later) = rest.split_at(rest.partition_point(|mention| mention.view == index));
            rest = later;
            tagger::weigh(labeller, view, |candidate| company.may_name(candidate, evidence), tags, &mut scratch);
            company.add(index, view, tags, own, &mut all);
        }
        Self { mentions: all, tags, company }
    }

    /// The article as the filter sees it.
    pub fn seen<'a>(&'a self, views: &'a [View<'a>], evidence: &'a Evidence) -> Seen<'a> {
        Seen::new(views, evidence, &self.tags, &self.mentions)
    }
}

/// The names of view number `index` as they are labelled.
pub(super) fn labelled(index: usize, tags: &Tags) -> impl Iterator<Item = Mention> + '_ {
    tags.names.iter().map(move |&(first, end)| Mention { view: index, first, end })
}

/// What the names of an article say of its other words.
#[derive(Default)]
pub(super) struct Company {
    /// Names of two words, by [`crate::syntax::Token::lower`].
    pairs: FxHashSet<(u32, u32)>,
    /// The first letters of the given names before surnames.
    initials: FxHashMap<u32, char>,
    /// All words of names.
    words: FxHashSet<u32>,
    surnames: FxHashSet<u32>,
    givens: FxHashSet<u32>,
    /// Names of two words, by the words of their candidates.
    doubles: FxHashSet<(u32, u32)>,
}

impl Company {
    /// Mends `mentions`, the labelled names of all views in order, by each other.
    fn of(views: &[View], mentions: &mut [Mention]) -> Self {
        let mut company = Self { pairs: pairs(views, mentions), ..Self::default() };
        for block in mentions.chunk_by_mut(|a, b| a.view == b.view) {
            company.complete(&views[block[0].view], block);
        }
        company.initials = initials(views, mentions);
        mentions.iter_mut().for_each(|mention| company.behead(&views[mention.view], mention));
        company.words = words(views, mentions);
        company.surnames = surnames(views, mentions);
        company.givens = givens(views, mentions);
        company.doubles = doubles(views, mentions);
        company
    }

    /// Mends the labelled names of one block in the same way.
    pub(super) fn mend(&self, view: &View, mentions: &mut [Mention]) {
        self.complete(view, mentions);
        mentions.iter_mut().for_each(|mention| self.behead(view, mention));
    }

    /// Completes halves of names of two words that stand whole elsewhere.
    fn complete(&self, view: &View, mentions: &mut [Mention]) {
        if !self.pairs.is_empty() {
            repair::complete(view, mentions, &self.pairs);
        }
    }

    /// Takes ranks in capitals off surnames that stand with a given name elsewhere: "DI Skov" beside "Hanne Skov".
    fn behead(&self, view: &View, mention: &mut Mention) {
        let [first, last] = view.names.between(mention.first, mention.end) else { return };
        let rank = view.words_of(mention.first);
        let initial = self.initials.get(&last.word);
        if first.casing == Casing::Prose && repair::is_rank(rank) && initial.is_some_and(|&own| !rank.starts_with(own))
        {
            mention.first = last.token;
        }
    }

    /// Whether it counts how likely `candidate` is part of a name.
    pub(super) fn may_name(&self, candidate: &Candidate, evidence: &Evidence) -> bool {
        self.words.contains(&candidate.word)
            || candidate.listed.given() > 0 && {
                let around = evidence.get(&candidate.word).map_or(0, |word| word.around);
                around & around::KIN_BEFORE != 0
            }
    }

    /// Appends to `all` the names of view number `index`: `own`, which are labelled and mended, and those that the
    /// company speaks for.
    pub(super) fn add(&self, index: usize, view: &View, tags: &Tags, own: &[Mention], all: &mut Vec<Mention>) {
        let candidates = &view.names.candidates;
        let from = all.len();
        all.extend_from_slice(own);
        if !self.doubles.is_empty() {
            all.extend(repair::repeated(index, candidates, own, &self.doubles));
            all[from..].sort_unstable();
        }
        let rescued = repair::rescue(index, candidates, &all[from..], |candidate, at| {
            self.surnames.contains(&candidate.word) && tags.person[at] > least(candidate)
                || self.givens.contains(&candidate.word) && tags.person[at] > LEAST_GIVEN
                || is_kin(candidate)
        });
        if !rescued.is_empty() {
            all.extend(rescued);
            all[from..].sort_unstable();
        }
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

/// Names of two words, by the words of their candidates.
fn doubles(views: &[View], mentions: &[Mention]) -> FxHashSet<(u32, u32)> {
    let pair = |mention: &Mention| match views[mention.view].names.between(mention.first, mention.end) {
        [first, last] => Some((first.word, last.word)),
        _ => None,
    };
    mentions.iter().filter_map(pair).collect()
}

/// The first letters of the given names before surnames.
fn initials(views: &[View], mentions: &[Mention]) -> FxHashMap<u32, char> {
    let initial = |mention: &Mention| {
        let [.., last] = views[mention.view].names.between(mention.first, mention.end) else { return None };
        let given = views[mention.view].words_of(mention.first);
        let is_full = mention.end - mention.first > 1 && given.contains(char::is_lowercase);
        Some((last.word, given.chars().next()?)).filter(|_| is_full)
    };
    mentions.iter().filter_map(initial).collect()
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

/// Names of two words, by [`crate::syntax::Token::lower`].
fn pairs(views: &[View], mentions: &[Mention]) -> FxHashSet<(u32, u32)> {
    let whole = mentions.iter().filter(|mention| mention.end - mention.first == 2);
    let pair = |mention: &Mention| {
        let tokens = &views[mention.view].prose.tokens;
        (tokens[mention.first as usize].lower, tokens[mention.first as usize + 1].lower)
    };
    whole.map(pair).collect()
}

/// The names that the `labels` of a block say, their edges mended: the first token of each and the token after its last.
pub(super) fn named(view: &View, labels: &[u8]) -> Vec<(u32, u32)> {
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
