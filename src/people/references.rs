//! Pronouns and role nouns → people, only where one person fits.

use super::{
    View,
    echoes::{Echo, EchoKind},
    group::Group,
    named::{Gender, Named},
    names::Mention,
    words::Classes,
};
use crate::{syntax::Token, text::Span};
use rustc_hash::FxHashMap;

/// How many sentences back a pronoun may look.
const SENTENCES_BACK: u32 = 2;

/// The references of each group, in order; parallel to `groups`. `roles[i]`: the roles of group `i`.
pub(super) fn find(
    views: &[View],
    mentions: &[Mention],
    names: &[Named],
    groups: &[Group],
    roles: &[Vec<Span>],
    text: &str,
) -> Vec<Vec<Span>> {
    let mut of = vec![0; names.len()];
    for (index, group) in groups.iter().enumerate() {
        group.mentions.iter().for_each(|&at| of[at] = index);
    }
    let article = Article { views, mentions, of: &of, groups, holders: holders(roles, text) };
    let mut references = vec![Vec::new(); groups.len()];
    for (view, block) in views.iter().enumerate() {
        for echo in &block.names.echoes {
            if let Some(person) = article.meant_by(view, echo) {
                references[person].push(echo.span.shift(block.base));
            }
        }
    }
    references
}

/// The one group whose roles hold each noun; nobody where a second group has it.
fn holders(roles: &[Vec<Span>], text: &str) -> FxHashMap<u32, Option<usize>> {
    let mut holders = FxHashMap::default();
    for (group, roles) in roles.iter().enumerate() {
        for noun in roles.iter().flat_map(|role| nouns(role.of(text))) {
            let holder = holders.entry(noun).or_insert(Some(group));
            *holder = holder.filter(|holder| *holder == group);
        }
    }
    holders
}

/// The nouns of persons in a role, by hash.
fn nouns(role: &str) -> impl Iterator<Item = u32> {
    let words = role.split(|c: char| !c.is_alphanumeric() && c != '-').filter(|word| !word.is_empty());
    words.map(Token::hash_of).filter(|&word| Classes::of(word).any(Classes::TITLE))
}

struct Article<'a> {
    views: &'a [View<'a>],
    mentions: &'a [Mention],
    /// The group of each mention.
    of: &'a [usize],
    groups: &'a [Group],
    /// See [`holders`].
    holders: FxHashMap<u32, Option<usize>>,
}

impl Article<'_> {
    /// The one person that `echo` in block `view` can stand for.
    fn meant_by(&self, view: usize, echo: &Echo) -> Option<usize> {
        let before = self.mentions.partition_point(|mention| (mention.view, mention.first) < (view, echo.token));
        match echo.kind {
            EchoKind::Role(noun) => self.holder(before, noun),
            EchoKind::Man => self.nearest(view, echo, before, Gender::Man),
            EchoKind::Woman => self.nearest(view, echo, before, Gender::Woman),
        }
    }

    /// The one person named so far whose roles hold the noun; nobody where a second person of the article has it.
    fn holder(&self, before: usize, noun: u32) -> Option<usize> {
        let holder = (*self.holders.get(&noun)?)?;
        (self.groups[holder].mentions[0] < before).then_some(holder)
    }

    /// The one person of the sentence or those right before it whom the pronoun fits.
    fn nearest(&self, view: usize, echo: &Echo, before: usize, gender: Gender) -> Option<usize> {
        let here = self.sentence(view, echo.token);
        let mut found = None;
        for (&mention, &group) in self.mentions[..before].iter().zip(&self.of[..before]).rev() {
            if !self.is_near(mention, view, here) {
                break;
            }
            let fits = self.groups[group].gender.is_none_or(|known| known == gender);
            if fits && found.is_some_and(|other| other != group) {
                return None;
            }
            found = if fits { Some(group) } else { found };
        }
        found
    }

    fn is_near(&self, mention: Mention, view: usize, sentence: u32) -> bool {
        let there = self.sentence(mention.view, mention.first);
        let last = self.views[mention.view].prose.sentences.len() as u32;
        match view - mention.view {
            0 => sentence - there <= SENTENCES_BACK,
            1 => sentence + (last - there) <= SENTENCES_BACK,
            _ => false,
        }
    }

    fn sentence(&self, view: usize, token: u32) -> u32 {
        self.views[view].prose.sentences.partition_point(|sentence| sentence.tokens.1 <= token) as u32
    }
}
