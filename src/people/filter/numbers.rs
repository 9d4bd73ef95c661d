//! What the filter weighs.

use super::{
    super::{
        candidates::{Candidate, Casing, around},
        features,
        names::Mention,
        words::Classes,
    },
    COUNT, Counts, Seen,
};
use crate::syntax::{Token, TokenKind};

impl Seen<'_> {
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
