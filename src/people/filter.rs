//! The last look at each name: a small learned filter over what the model, the lists and the article say of it.

mod numbers;

use super::{
    BlockNames, View,
    candidates::{around, label},
    echoes::EchoKind,
    evidence::Evidence,
    names::Mention,
    tagger::Tags,
    words::Classes,
};
use crate::model::Aligned;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::Arc;

/// Numbers that the filter weighs.
pub const COUNT: usize = 102;

/// Least probability of a name.
const LEAST: f32 = 0.40;
/// Least probability of a name of several words whose last is the surname of another: "P. Orlenko" beside "Pavel
/// Orlenko".
const LEAST_SUPPORTED: f32 = 0.15;
/// Least probability of a lone name in an article that introduces its people by their full names.
const LEAST_UNSUPPORTED: f32 = 0.80;

/// The same where it speaks: "Orlenko said".
const LEAST_SPEAKING: f32 = 0.60;

/// What introduces a person whom the article does not name in full.
const INTRODUCTIONS: u16 = around::TITLE_BEFORE | around::KIN_BEFORE;

static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/names.filter.bin"));

/// Weights of a filter; the last one is the constant.
#[derive(Clone, Copy, Debug)]
pub struct Filter<'a>(&'a [f32]);

impl<'a> Filter<'a> {
    /// The filter that ships.
    pub fn shipped() -> Filter<'static> {
        Filter::new(&WEIGHTS.0)
    }

    /// The filter of `COUNT + 1` little-endian `f32` on a boundary of four; with fewer it lets every name pass.
    pub fn new(bytes: &'a [u8]) -> Self {
        Self(bytemuck::try_cast_slice(bytes).unwrap_or_default())
    }

    /// Probability that the name with these numbers is a person's.
    pub fn probability(self, numbers: &[f32; COUNT]) -> f32 {
        let Some((weights, [constant, ..])) = self.0.split_at_checked(COUNT) else { return 1.0 };
        let sum = numbers.iter().zip(weights).map(|(number, weight)| number * weight).sum::<f32>() + constant;
        1.0 / (1.0 + (-sum).exp())
    }
}

/// Keeps the mentions that are people's names.
pub(super) fn keep(filter: Filter, article: &Seen, mentions: &[Mention]) -> Vec<Mention> {
    let wary = article.introduces_people();
    (mentions.iter())
        .filter(|&&mention| {
            let probability = filter.probability(&article.numbers(mention));
            probability >= article.least(mention, wary)
        })
        .copied()
        .collect()
}

/// An article as the filter sees it.
pub struct Seen<'a> {
    views: &'a [View<'a>],
    evidence: &'a Evidence,
    tags: &'a [Arc<Tags>],
    counts: Counts,
}

/// What the filter counts in an article.
#[derive(Default)]
pub(super) struct Counts {
    /// Words that end a name of several words, and how many names; and words that begin one.
    last: FxHashMap<u32, u32>,
    first: FxHashSet<u32>,
    /// How often each word is a name by itself.
    alone: FxHashMap<u32, u32>,
    /// Probability of being part of a person's name over all places of a word: sum, greatest, places.
    occurrences: FxHashMap<u32, (f32, f32, u32)>,
    /// Places of a word before a word of firms.
    firms: FxHashMap<u32, u32>,
    /// Places of a word that the model took for part of a place's, body's or other name: all, and those of several words.
    others: FxHashMap<u32, (u32, u32)>,
    full: usize,
    lone: usize,
    lone_unsupported: usize,
    /// Words and marks.
    pub tokens: usize,
    pronouns: bool,
}

impl Counts {
    /// What the filter tells apart of the length of an article of so many `tokens`: whether it is short, and long.
    pub fn length(tokens: usize) -> (bool, bool) {
        (tokens < 60, tokens > 250)
    }
}

impl<'a> Seen<'a> {
    /// Looks at `mentions` in the article of `views`.
    pub fn new(views: &'a [View<'a>], evidence: &'a Evidence, tags: &'a [Arc<Tags>], mentions: &[Mention]) -> Self {
        let mut seen = Self::with(views, evidence, tags, Counts::default());
        seen.counts.tokens = views.iter().map(|view| view.prose.tokens.len()).sum();
        seen.counts.pronouns = views.iter().any(|view| has_pronoun(view.names));
        for &mention in mentions {
            let [first, last] = seen.edges(mention);
            if mention.end - mention.first > 1 {
                seen.counts.first.insert(first);
                *seen.counts.last.entry(last).or_default() += 1;
                seen.counts.full += 1;
            } else {
                *seen.counts.alone.entry(first).or_default() += 1;
            }
        }
        seen.counts.lone = mentions.len() - seen.counts.full;
        seen.counts.lone_unsupported = mentions.iter().filter(|&&mention| seen.is_without_full(mention)).count();
        seen.note_occurrences();
        seen
    }

    /// The same, where everything is counted already.
    pub(super) fn with(views: &'a [View<'a>], evidence: &'a Evidence, tags: &'a [Arc<Tags>], counts: Counts) -> Self {
        Self { views, evidence, tags, counts }
    }

    /// What was counted.
    pub(super) fn into_counts(self) -> Counts {
        self.counts
    }

    fn note_occurrences(&mut self) {
        let Counts { alone, occurrences, firms, others, .. } = &mut self.counts;
        for (view, tags) in self.views.iter().zip(self.tags) {
            let candidates = &view.names.candidates;
            for (at, (candidate, &person)) in candidates.iter().zip(&tags.person).enumerate() {
                if !candidate.capital || !alone.contains_key(&candidate.word) {
                    continue;
                }
                let known = occurrences.entry(candidate.word).or_default();
                *known = (known.0 + person, known.1.max(person), known.2 + 1);
                if candidate.around & around::COMPANY_AFTER != 0 {
                    *firms.entry(candidate.word).or_default() += 1;
                }
                if tags.labels[at] >= label::PLACE {
                    let (all, joint) = others.entry(candidate.word).or_default();
                    let goes_on = candidates.get(at + 1).is_some_and(|next| next.joined && next.capital);
                    *all += 1;
                    *joint += u32::from(candidate.joined && at > 0 && candidates[at - 1].capital || goes_on);
                }
            }
        }
    }

    fn token(&self, mention: Mention, at: u32) -> u32 {
        self.views[mention.view].prose.tokens[at as usize].lower
    }

    /// First and last word of a mention.
    fn edges(&self, mention: Mention) -> [u32; 2] {
        match self.views[mention.view].names.between(mention.first, mention.end) {
            [first, .., last] => [first.word, last.word],
            [only] => [only.word; 2],
            [] => [0; 2],
        }
    }

    fn is_lone(mention: Mention) -> bool {
        mention.end - mention.first == 1
    }

    /// A lone name no part of a full name of the article.
    fn is_without_full(&self, mention: Mention) -> bool {
        let [word, _] = self.edges(mention);
        Self::is_lone(mention) && !self.counts.last.contains_key(&word) && !self.counts.first.contains(&word)
    }

    /// The least probability of `mention`; the article may be `wary` of lone names.
    fn least(&self, mention: Mention, wary: bool) -> f32 {
        if wary && self.is_unsupported(mention) {
            if self.speaks(mention) { LEAST_SPEAKING } else { LEAST_UNSUPPORTED }
        } else if self.shares_surname(mention) {
            LEAST_SUPPORTED
        } else {
            LEAST
        }
    }

    /// A name of several words whose last word ends another such name.
    fn shares_surname(&self, mention: Mention) -> bool {
        let last = self.counts.last.get(&self.edges(mention)[1]);
        !Self::is_lone(mention) && last.is_some_and(|&names| names > 1)
    }

    /// A lone name that neither a full name nor, anywhere, a title or word of kin introduces.
    fn is_unsupported(&self, mention: Mention) -> bool {
        let [word, _] = self.edges(mention);
        let introduced = self.evidence.get(&word).map_or(0, |word| word.around) & INTRODUCTIONS != 0;
        self.is_without_full(mention) && !self.follows_title(mention) && !introduced
    }

    fn speaks(&self, mention: Mention) -> bool {
        let after = self.views[mention.view].prose.tokens.get(mention.end as usize);
        after.is_some_and(|token| Classes::of(token.lower).any(Classes::SPEECH))
    }

    fn follows_kin(&self, mention: Mention) -> bool {
        let first = self.views[mention.view].names.between(mention.first, mention.end).first();
        first.is_some_and(|first| first.around & around::KIN_BEFORE != 0)
    }

    fn follows_title(&self, mention: Mention) -> bool {
        let before = mention.first.checked_sub(1).map(|at| Classes::of(self.token(mention, at)));
        before.is_some_and(|classes| classes.any(Classes::TITLE.or(Classes::HONORIFIC)))
    }

    /// The article names people in full, as news does before it names them short.
    fn introduces_people(&self) -> bool {
        self.counts.full >= 2
    }
}

/// A pronoun of a person stands in the block.
pub(super) fn has_pronoun(names: &BlockNames) -> bool {
    names.echoes.iter().any(|echo| !matches!(echo.kind, EchoKind::Role(_)))
}
