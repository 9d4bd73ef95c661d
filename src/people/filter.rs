//! The last look at each name: a small learned filter over what the model, the lists and the article say of it.

use super::{
    BlockNames, View,
    candidates::{Candidate, Casing, around, label},
    echoes::EchoKind,
    evidence::Evidence,
    features,
    names::Mention,
    tagger::Tags,
    words::Classes,
};
use crate::{
    model::Aligned,
    syntax::{Token, TokenKind},
};
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

    /// What the filter weighs for `mention`.
    pub fn numbers(&self, mention: Mention) -> [f32; COUNT] {
        let view = &self.views[mention.view];
        let candidates = view.names.between(mention.first, mention.end);
        let mut numbers = Numbers::default();
        let (Some(first), Some(last)) = (candidates.first(), candidates.last()) else { return numbers.values };
        self.add_model(mention, first, &mut numbers);
        self.add_neighbours(mention, first, &mut numbers);
        self.add_lists(mention, candidates, &mut numbers);
        numbers.one_of(7, features::odds(first.listed) as usize);
        numbers.one_of(7, features::odds(last.listed) as usize);
        let joint = features::odds(last.listed) as usize + if Self::is_lone(mention) { 0 } else { 7 };
        numbers.one_of(14, joint);
        self.add_rivals(mention, candidates, &mut numbers);
        numbers.values
    }

    fn add_model(&self, mention: Mention, first: &Candidate, numbers: &mut Numbers) {
        let tags = &self.tags[mention.view];
        let names = self.views[mention.view].names;
        let from = names.index_of(mention.first);
        let least =
            (tags.person[from..names.index_of(mention.end)].iter().copied()).fold(1.0f32, f32::min).clamp(0.001, 0.999);
        let odds = (least / (1.0 - least)).ln();
        let (short, long) = Counts::length(self.counts.tokens);
        let lone = Self::is_lone(mention);
        let without = self.is_without_full(mention);
        let one = f32::from(u8::from(lone));
        let unsupported = f32::from(u8::from(without));
        numbers.add(odds);
        numbers.add(one);
        numbers.add(one * odds);
        numbers.set(lone && !without);
        numbers.add(unsupported);
        numbers.add(unsupported * odds);
        numbers.set(lone && self.counts.first.contains(&first.word));
        numbers.set(without && long);
        numbers.set(without && short);
        numbers.add(unsupported * self.counts.full.min(6) as f32 / 6.0);
        numbers.add(unsupported * self.counts.lone_unsupported as f32 / self.counts.lone.max(1) as f32);
        numbers.add(unsupported * (1.0 + self.counts.alone.get(&first.word).copied().unwrap_or(0) as f32).ln());
        let here = tags.person.get(from).copied().unwrap_or(0.0);
        let (sum, most, places) = self.counts.occurrences.get(&first.word).copied().unwrap_or_default();
        let others = places.saturating_sub(1);
        let mean = if others > 0 { (sum - here) / others as f32 } else { 0.5 };
        numbers.add(one * mean);
        numbers.add(one * if others > 0 { most } else { 0.5 });
        numbers.set(lone && others == 0);
        numbers.set(short);
        numbers.set(without && !self.counts.pronouns);
        let firms = self.counts.firms.get(&first.word).copied().unwrap_or(0) as f32;
        numbers.set(lone && firms > 0.0);
        numbers.add(one * firms / places.max(1) as f32);
    }

    /// What speaks for a firm, ship or place that a name is part of.
    fn add_rivals(&self, mention: Mention, candidates: &[Candidate], numbers: &mut Numbers) {
        let (first, last) = (&candidates[0], &candidates[candidates.len() - 1]);
        let lone = Self::is_lone(mention);
        let common = last.listed.case() >= 4 && last.listed.surname() < 2;
        numbers.set(!lone && common);
        numbers.set(!lone && common && last.listed.surname() == 0);
        numbers.set(!lone && first.listed.given() == 0);
        numbers.set(!lone && first.listed.given() == 0 && last.listed.surname() == 0);
        numbers.set(!lone && first.listed.given() > 1 && !common);
        numbers.set(!lone && first.around & around::THE_BEFORE != 0);
        numbers.set(!lone && first.listed.place() > 1);
        numbers.set(!lone && self.counts.last.contains_key(&first.word));
        numbers.set(lone && first.around & around::ORGANISATION_AFTER != 0);
        let kin = self.follows_kin(mention);
        numbers.set(kin);
        numbers.set(lone && kin);
        let (all, joint) = self.counts.others.get(&first.word).copied().unwrap_or_default();
        let (_, _, places) = self.counts.occurrences.get(&first.word).copied().unwrap_or_default();
        let share = |part: u32| part as f32 / places.max(1) as f32;
        let one = f32::from(u8::from(lone));
        numbers.add(one * share(all));
        numbers.add(one * share(joint));
        numbers.set(lone && joint > 0);
        let full = self.counts.last.get(&first.word).copied().unwrap_or(0);
        numbers.set(lone && full > 0 && joint > 0);
        numbers.add(one * (1.0 + full as f32).ln());
    }

    fn add_neighbours(&self, mention: Mention, first: &Candidate, numbers: &mut Numbers) {
        let view = &self.views[mention.view];
        let tokens = &view.prose.tokens;
        let before = mention.first.checked_sub(1).map(|at| &tokens[at as usize]);
        let after = tokens.get(mention.end as usize);
        let word = |token: Option<&Token>| token.map_or(0, |token| token.lower);
        let classes_before = Classes::of(word(before));
        let classes_after = Classes::of(word(after));
        let lone = Self::is_lone(mention);
        let without = self.is_without_full(mention);
        let title = self.follows_title(mention);
        let says = classes_after.any(Classes::SPEECH);
        numbers.set(title);
        numbers.set(without && title);
        numbers.set(says);
        numbers.set(without && says);
        numbers.set(classes_before.any(Classes::SPEECH));
        numbers.set(features::is_locative(word(before)));
        numbers.set(features::is_the(word(before)));
        numbers.set(features::is_possessive(word(after)));
        numbers.set(features::is_who(word(after)));
        numbers.set(after.is_some_and(|token| token.kind == TokenKind::Number));
        numbers.set(after.is_some_and(|token| token.of(view.text) == "("));
        numbers.set(classes_after.any(Classes::COMPANY));
        let quoted = |token: Option<&Token>| token.is_some_and(|token| token.kind == TokenKind::Quote);
        numbers.set(quoted(before) && quoted(after));
        let capital = |token: Option<&Token>| token.is_some_and(|t| t.kind == TokenKind::Word && t.capital);
        numbers.set(lone && capital(before) && !title);
        numbers.set(lone && capital(after));
        numbers.set(classes_before.any(Classes::DEMONYM));
        let trade = classes_after.any(Classes::TITLE.or(Classes::ROLE_MODIFIER)) && !classes_after.any(Classes::KIN);
        let small = after.is_some_and(|token| !token.capital);
        numbers.set(lone && trade && small);
        numbers.set(without && trade && small);
        numbers.set(lone && first.opens);
        numbers.set(first.casing == Casing::Titled);
        numbers.set(first.casing == Casing::Shouted);
        numbers.set(first.casing == Casing::Titled && lone);
    }

    fn add_lists(&self, mention: Mention, candidates: &[Candidate], numbers: &mut Numbers) {
        let lone = Self::is_lone(mention);
        let (first, last) = (&candidates[0], &candidates[candidates.len() - 1]);
        let evidence = self.evidence.get(&first.word).copied().unwrap_or_default();
        let common = first.listed.case() >= 4;
        numbers.set(lone && first.listed.place() > 0);
        numbers.set(lone && first.listed.place() > 1);
        numbers.set(common);
        numbers.set(lone && common);
        numbers.set(first.listed.given() > 0);
        numbers.set(lone && first.listed.given() > 0);
        numbers.set(last.listed.surname() > 0);
        numbers.set(candidates.iter().any(|candidate| candidate.classes.any(Classes::ORGANISATION)));
        numbers.set(candidates.iter().any(|candidate| candidate.classes.any(Classes::DEMONYM)));
        numbers.set(lone && evidence.small > 0);
        let anywhere = if lone { evidence.around } else { 0 };
        numbers.set(anywhere & around::ORGANISATION_AFTER != 0);
        numbers.set(anywhere & around::THE_BEFORE != 0);
        numbers.set(anywhere & around::PREPOSITION_BEFORE != 0);
        numbers.set(anywhere & around::TITLE_BEFORE != 0);
        numbers.set(anywhere & around::SPEECH_AFTER != 0);
        numbers.set(candidates.len() >= 4);
        let text = self.views[mention.view].prose.tokens[mention.first as usize].of(self.views[mention.view].text);
        numbers.set(text.len() > 1 && !text.chars().any(char::is_lowercase));
    }
}

/// A pronoun of a person stands in the block.
pub(super) fn has_pronoun(names: &BlockNames) -> bool {
    names.echoes.iter().any(|echo| !matches!(echo.kind, EchoKind::Role(_)))
}

/// The numbers in the order in which they are added.
struct Numbers {
    values: [f32; COUNT],
    at: usize,
}

impl Default for Numbers {
    fn default() -> Self {
        Self { values: [0.0; COUNT], at: 0 }
    }
}

impl Numbers {
    fn add(&mut self, value: f32) {
        if let Some(slot) = self.values.get_mut(self.at) {
            *slot = value;
        }
        self.at += 1;
    }

    fn set(&mut self, condition: bool) {
        self.add(f32::from(u8::from(condition)));
    }

    /// Adds `count` numbers that are 0, but the one at `index` is 1.
    fn one_of(&mut self, count: usize, index: usize) {
        (0..count).for_each(|at| self.set(at == index));
    }
}
