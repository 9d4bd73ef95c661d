//! The names of an article of which one block has changed: where that block names the same people as before, and says
//! the same of all other words, only its own names are looked at again.

use super::{
    BlockNames, View,
    candidates::Candidate,
    evidence::{self, Evidence},
    filter::{self, Counts, Filter, Seen},
    names::{self, Company, Mention, Proposals},
    tagger::{self, LABELLER, Tags},
};
use crate::{analysis::Facts, model::Scratch, syntax::Prose};
use rustc_hash::FxBuildHasher;
use std::{fmt, hash::BuildHasher, mem, ops::Range, sync::Arc};

/// Words that a small edit takes away and brings, at most; after a larger one all blocks are looked at again.
const TYPED: usize = 64;

/// How the names of the last version of an article were found.
#[derive(Default)]
pub struct KeptNames(Option<Last>);

struct Last {
    /// The blocks that were looked at. Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    evidence: Evidence,
    tags: Vec<Arc<Tags>>,
    company: Company,
    counts: Counts,
    /// What was taken for names before the filter, each with a hash of its words.
    proposals: Vec<(Mention, u64)>,
    names: Vec<Mention>,
}

impl KeptNames {
    /// The mentions of the article of `views`, in order; they do not overlap. `blocks`: whose views these are.
    pub(super) fn find(&mut self, views: &[View], blocks: &[&Facts]) -> Vec<Mention> {
        let again = self.0.as_mut().is_some_and(|last| last.follow(views, blocks));
        if !again {
            self.0 = Some(Last::new(views, blocks));
        }
        self.0.as_ref().map_or_else(Vec::new, |last| last.names.clone())
    }
}

impl Last {
    fn new(views: &[View], blocks: &[&Facts]) -> Self {
        let evidence = evidence::gather(views);
        let found = Proposals::new(&LABELLER, views, &evidence);
        let seen = found.seen(views, &evidence);
        let names = filter::keep(Filter::shipped(), &seen, &found.mentions);
        let counts = seen.into_counts();
        let Proposals { mentions, tags, company } = found;
        views.iter().zip(&tags).for_each(|(view, tags)| view.names.labelled.keep(tags.clone()));
        let blocks = blocks.iter().copied().cloned().collect();
        Self { blocks, evidence, tags, company, counts, proposals: printed(views, mentions), names }
    }

    /// Takes over to the version of `views` where at most one block differs and says the same as before of all words
    /// but its own. Answers whether that is so; nothing changes where it is not.
    fn follow(&mut self, views: &[View], blocks: &[&Facts]) -> bool {
        match Facts::only_change(&self.blocks, blocks.iter().copied()) {
            Some(Some(at)) => self.replace(at, views, blocks[at]).is_some(),
            Some(None) => true,
            None => false,
        }
    }

    /// Replaces block number `at`; `None` where other blocks must be looked at again.
    fn replace(&mut self, at: usize, views: &[View], block: &Facts) -> Option<()> {
        let tokens = self.length_with(at, &views[at])?;
        let (_, last) = self.blocks[at].named()?;
        let small = self.small_changes(last, views[at].names)?;
        let tags = self.label(at, views)?;
        let proposals = self.propose(at, views, &tags)?;

        for (word, times) in small {
            self.evidence.entry(word).and_modify(|known| known.small = times);
        }
        self.counts.tokens = tokens;
        self.blocks[at] = block.clone();
        views[at].names.labelled.keep(tags.clone());
        self.tags[at] = tags;
        let seen = Seen::with(views, &self.evidence, &self.tags, mem::take(&mut self.counts));
        let mentions: Vec<Mention> = proposals.iter().map(|(mention, _)| *mention).collect();
        let names = filter::keep(Filter::shipped(), &seen, &mentions);
        self.counts = seen.into_counts();
        let range = of_view(&self.proposals, at, |(mention, _)| mention.view);
        self.proposals.splice(range, proposals);
        let range = of_view(&self.names, at, |mention| mention.view);
        self.names.splice(range, names);
        Some(())
    }

    /// Words and marks of the article with `new` as block number `at`; `None` where its candidates, its pronouns or that
    /// length say something else than before.
    fn length_with(&self, at: usize, new: &View) -> Option<usize> {
        let ((prose, old), known) = (self.blocks[at].named()?, self.counts.tokens);
        let tokens = known - prose.tokens.len() + new.prose.tokens.len();
        let mut pairs = old.candidates.iter().zip(&new.names.candidates);
        let same = old.candidates.len() == new.names.candidates.len()
            && pairs.all(|(old, new)| is_same(old, new))
            && Counts::length(tokens) == Counts::length(known)
            && filter::has_pronoun(old) == filter::has_pronoun(new.names);
        same.then_some(tokens)
    }

    /// What the model says of block number `at`; `None` where it says something else than before.
    fn label(&self, at: usize, views: &[View]) -> Option<Arc<Tags>> {
        let ((prose, names), new) = (self.blocks[at].named()?, &views[at]);
        let mut tags = tagger::tag(&LABELLER, &views[at..=at], &self.evidence).pop()?;
        let may_name = |candidate: &Candidate| self.company.may_name(candidate, &self.evidence);
        tagger::weigh(&LABELLER, new, may_name, &mut tags, &mut Scratch::default());
        let place = |names: &BlockNames, prose: &Prose, mention: Mention| {
            let tokens = &prose.tokens[mention.first as usize..mention.end as usize];
            (names.index_of(mention.first), tokens.iter().map(|token| token.lower).collect::<Vec<_>>())
        };
        let before = names::labelled(at, &self.tags[at]).map(|mention| place(names, prose, mention));
        let same = is_alike(&self.tags[at], &tags)
            && before.eq(names::labelled(at, &tags).map(|mention| place(new.names, new.prose, mention)));
        same.then_some(tags)
    }

    /// What is taken for names in block number `at`; `None` where that is not the same words as before.
    fn propose(&self, at: usize, views: &[View], tags: &Tags) -> Option<Vec<(Mention, u64)>> {
        let ((_, names), new) = (self.blocks[at].named()?, &views[at]);
        let mut own: Vec<Mention> = names::labelled(at, tags).collect();
        self.company.mend(new, &mut own);
        let mut mentions = Vec::with_capacity(own.len());
        self.company.add(at, new, tags, &own, &mut mentions);
        let proposals = printed(views, mentions);
        let place = |names: &BlockNames, (mention, print): (Mention, u64)| {
            (names.index_of(mention.first), mention.end - mention.first, print)
        };
        let before = self.proposals[of_view(&self.proposals, at, |(mention, _)| mention.view)].iter();
        let now = proposals.iter().map(|&proposal| place(new.names, proposal));
        before.map(|&proposal| place(names, proposal)).eq(now).then_some(proposals)
    }

    /// How often each word that may be a name stands without a capital after all, where `old` says it otherwise than
    /// `new`; `None` where that makes a difference.
    fn small_changes(&self, old: &BlockNames, new: &BlockNames) -> Option<Vec<(u32, u32)>> {
        let same = old.small.iter().zip(&new.small).take_while(|(old, new)| old == new).count();
        let (old, new) = (&old.small[same..], &new.small[same..]);
        let same = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
        let (gone, come) = (&old[..old.len() - same], &new[..new.len() - same]);
        if gone.len() + come.len() > TYPED {
            return None;
        }
        let mut changes: Vec<(u32, u32)> = Vec::new();
        for &word in gone.iter().chain(come) {
            if let Some(known) = self.evidence.get(&word).filter(|_| changes.iter().all(|(other, _)| *other != word)) {
                let count = |words: &[u32]| words.iter().filter(|other| **other == word).count() as u32;
                let times = (known.small + count(come)).saturating_sub(count(gone));
                if (times > 0) != (known.small > 0) {
                    return None;
                }
                changes.push((word, times));
            }
        }
        Some(changes)
    }
}

/// Two candidates say the same of their word.
fn is_same(a: &Candidate, b: &Candidate) -> bool {
    (a.word, a.joined, a.capital, a.opens, a.casing, a.listed, a.classes, a.around)
        == (b.word, b.joined, b.capital, b.opens, b.casing, b.listed, b.classes, b.around)
}

/// The model says the same of each candidate.
fn is_alike(a: &Tags, b: &Tags) -> bool {
    a.labels == b.labels
        && a.person.iter().map(|share| share.to_bits()).eq(b.person.iter().map(|share| share.to_bits()))
}

/// Each mention with a hash of its words.
fn printed(views: &[View], mentions: Vec<Mention>) -> Vec<(Mention, u64)> {
    let print = |mention: Mention| {
        let view = &views[mention.view];
        (mention, FxBuildHasher.hash_one(view.span(mention).of(view.text)))
    };
    mentions.into_iter().map(print).collect()
}

/// Where those of view number `at` stand in `all`.
fn of_view<T>(all: &[T], at: usize, view: impl Fn(&T) -> usize) -> Range<usize> {
    all.partition_point(|one| view(one) < at)..all.partition_point(|one| view(one) <= at)
}

impl fmt::Debug for KeptNames {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptNames")
    }
}
