//! Mentions → people: full names first, then short forms to the nearest person they fit.

use super::{
    View,
    fold::folded,
    lists::{Listed, listed},
    names::Mention,
    spelling::{Likeness, likeness, transliterated},
    words::{Classes, full_given_name},
};
use crate::{
    syntax::{Token, TokenKind},
    text::Span,
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::rc::Rc;

/// No more people who share a part of their names are compared with a name: no article tells so many apart.
const MOST_NEAR: usize = 64;

/// Whether a name or its form of address speaks of a man or a woman.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gender {
    /// He.
    Man,
    /// She.
    Woman,
}

/// A mention with its name taken apart.
#[derive(Clone, Debug)]
pub(super) struct Named {
    /// Bytes of the file, without a possessive.
    pub span: Span,
    /// The name as written, without markup.
    pub surface: Rc<str>,
    /// Its parts without particles and suffixes, folded. Never empty.
    pub parts: Rc<[String]>,
    /// What the form of address before it or the given name says.
    pub gender: Option<Gender>,
    /// It stands in capitals.
    pub shouted: bool,
}

/// A person in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// What its mentions say; nothing when they disagree.
    pub gender: Option<Gender>,
    /// Distinct full forms.
    forms: Vec<Rc<[String]>>,
}

/// Takes the mentions of an article apart.
pub(super) fn named(views: &[View], mentions: &[Mention]) -> Vec<Named> {
    let mut known = FxHashMap::default();
    mentions.iter().map(|mention| take_apart(&views[mention.view], *mention, &mut known)).collect()
}

/// `known`: the names taken apart so far, by their text in the file.
fn take_apart<'a>(view: &View<'a>, mention: Mention, known: &mut FxHashMap<&'a str, (Rc<str>, Rc<[String]>)>) -> Named {
    let tokens = &view.prose.tokens[mention.first as usize..mention.end as usize];
    let span = view.span(mention);
    let take = || {
        let surface = surface(view, tokens);
        let parts = parts(&surface);
        (surface.into(), parts.into())
    };
    let (surface, parts) = known.entry(span.relative_to(view.base).of(view.text)).or_insert_with(take).clone();
    let gender = gender(view, mention, tokens, &parts);
    let shouted = !surface.chars().any(char::is_lowercase);
    Named { span, surface, parts, gender, shouted }
}

/// The parts of a name without particles and suffixes, folded; of a name of nothing else, all. Never empty.
pub(super) fn parts(surface: &str) -> Vec<String> {
    let mut parts: Vec<String> = (surface.split([' ', '-', '.', '\u{2010}', '\u{2011}', '"', '“', '”']))
        .map(|part| folded(part.trim_matches(['\'', '’', '‘', ','])))
        .filter(|part| !part.is_empty())
        .collect();
    let all = parts.clone();
    parts.retain(|part| !Classes::of(Token::hash_of(part)).any(Classes::SUFFIX.or(Classes::PARTICLE)));
    if parts.is_empty() {
        parts = if all.is_empty() { vec![folded(surface)] } else { all };
    }
    parts
}

/// The words of a name with single blanks, without the markup between them.
fn surface(view: &View, tokens: &[Token]) -> String {
    let mut surface = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|end| end < token.span.start) {
            surface.push(' ');
        }
        surface.push_str(token.of(view.text));
        end = Some(token.span.end);
    }
    surface
}

fn gender(view: &View, mention: Mention, tokens: &[Token], parts: &[String]) -> Option<Gender> {
    let before = (mention.first as usize).checked_sub(1).map(|at| &view.prose.tokens[at]);
    let address = before.map(|token| Classes::of(token.lower)).filter(|classes| classes.any(Classes::HONORIFIC));
    if let Some(classes) = address {
        match (classes.any(Classes::MASCULINE), classes.any(Classes::FEMININE)) {
            (true, false) => return Some(Gender::Man),
            (false, true) => return Some(Gender::Woman),
            _ => {}
        }
    }
    let given: Listed =
        tokens.iter().find(|token| token.kind == TokenKind::Word).map(|token| listed(token, token.of(view.text)))?;
    match (given.masculine(), given.feminine()) {
        (true, false) if parts.len() > 1 || given.surname() == 0 => Some(Gender::Man),
        (false, true) if parts.len() > 1 || given.surname() == 0 => Some(Gender::Woman),
        _ => None,
    }
}

/// Groups mentions to people, by first mention.
pub(super) fn group(names: &[Named]) -> Vec<Group> {
    let mut grouping =
        Grouping { names, groups: Vec::new(), by_part: FxHashMap::default(), of: vec![None; names.len()] };
    for (at, name) in names.iter().enumerate() {
        if name.parts.len() > 1 {
            grouping.place_full(at);
        }
    }
    grouping.place_short();
    grouping.finish()
}

struct Grouping<'a> {
    names: &'a [Named],
    groups: Vec<Group>,
    /// Groups that have a part of this transliterated form.
    by_part: FxHashMap<String, Vec<usize>>,
    /// The group of each mention.
    of: Vec<Option<usize>>,
}

impl Grouping<'_> {
    fn place_full(&mut self, at: usize) {
        let name = &self.names[at];
        let fits = |group: &&usize| self.groups[**group].forms.iter().any(|form| same_person(&name.parts, form));
        let found = self.near(&name.parts).iter().find(fits).copied();
        let group = found.unwrap_or_else(|| {
            self.groups.push(Group::default());
            self.groups.len() - 1
        });
        if !self.groups[group].forms.contains(&name.parts) {
            self.groups[group].forms.push(name.parts.clone());
            for part in name.parts.iter() {
                let known = self.by_part.entry(transliterated(part)).or_default();
                if let Err(place) = known.binary_search(&group) {
                    known.insert(place, group);
                }
            }
        }
        self.of[at] = Some(group);
    }

    /// The groups that have a part like `part`; of many, the last.
    fn with_part(&self, part: &str) -> impl Iterator<Item = &usize> + use<'_> {
        self.by_part.get(&transliterated(part)).into_iter().flat_map(|groups| groups.iter().rev().take(MOST_NEAR).rev())
    }

    /// Groups that share the first or the last part with `parts`.
    fn near(&self, parts: &[String]) -> Vec<usize> {
        let mut near = Vec::new();
        for part in [parts.last(), parts.first()].into_iter().flatten() {
            for group in self.with_part(part) {
                if !near.contains(group) {
                    near.push(*group);
                }
            }
        }
        near
    }

    /// Gives every one-part mention to the person whose name holds the part: as surname rather than given name, to
    /// the one named last before rather than to one named later.
    fn place_short(&mut self) {
        let mut last_seen: Vec<Option<usize>> = vec![None; self.groups.len()];
        let mut first_seen: Vec<usize> = vec![usize::MAX; self.groups.len()];
        for (at, group) in self.of.iter().enumerate() {
            if let Some(group) = *group {
                first_seen[group] = first_seen[group].min(at);
            }
        }
        let genders = self.genders();
        let mut alone: FxHashMap<&str, usize> = FxHashMap::default();
        for at in 0..self.names.len() {
            if let Some(group) = self.of[at] {
                last_seen[group] = Some(at);
                continue;
            }
            let name = &self.names[at];
            let part = &name.parts[0];
            let best = (self.with_part(part))
                .filter(|&&group| !matches!((genders[group], name.gender), (Some(a), Some(b)) if a != b))
                .filter_map(|&group| Some((self.standing(group, part)?, group)))
                .max_by_key(|&(standing, group)| {
                    (last_seen[group].is_some(), standing, last_seen[group], usize::MAX - first_seen[group])
                });
            let group = match best {
                Some((_, group)) => group,
                None => *alone.entry(part).or_insert_with(|| {
                    self.groups.push(Group::default());
                    last_seen.push(None);
                    first_seen.push(at);
                    self.groups.len() - 1
                }),
            };
            last_seen[group] = Some(at);
            self.of[at] = Some(group);
        }
    }

    /// How well `part` stands for the person: 3 as surname, 2 as given name, 1 as another part.
    fn standing(&self, group: usize, part: &str) -> Option<u8> {
        let forms = &self.groups[group].forms;
        let is = |other: &String| likeness(other, part) >= Likeness::Transliterated;
        let last = forms.iter().any(|form| form.last().is_some_and(is));
        let first = forms.iter().any(|form| form.first().is_some_and(is));
        if last {
            Some(3)
        } else if first {
            Some(2)
        } else {
            forms.iter().flat_map(|form| form.iter()).any(is).then_some(1)
        }
    }

    /// What the mentions of each group say; nothing when they disagree.
    fn genders(&self) -> Vec<Option<Gender>> {
        let mut genders: Vec<(Option<Gender>, bool)> = vec![(None, true); self.groups.len()];
        for (name, group) in self.names.iter().zip(&self.of) {
            let (Some(gender), Some(group)) = (name.gender, *group) else { continue };
            let (known, agree) = &mut genders[group];
            *agree &= known.is_none_or(|known| known == gender);
            *known = Some(gender);
        }
        genders.into_iter().map(|(gender, agree)| gender.filter(|_| agree)).collect()
    }

    fn finish(mut self) -> Vec<Group> {
        for (at, group) in self.of.iter().enumerate() {
            if let Some(group) = *group {
                self.groups[group].mentions.push(at);
            }
        }
        for (group, gender) in self.genders().into_iter().enumerate() {
            self.groups[group].gender = gender;
        }
        self.groups.retain(|group| !group.mentions.is_empty());
        self.groups.sort_by_key(|group| group.mentions[0]);
        self.groups
    }
}

/// Two full names, folded, are one person's.
pub(super) fn same_person(a: &[String], b: &[String]) -> bool {
    let (Some(a_first), Some(a_last), Some(b_first), Some(b_last)) = (a.first(), a.last(), b.first(), b.last()) else {
        return false;
    };
    if holds(a, b) || holds(b, a) {
        return true;
    }
    let surname = likeness(a_last, b_last);
    let given = likeness(a_first, b_first);
    if surname >= Likeness::Transliterated {
        return given >= Likeness::Transliterated
            || full_given_name(a_first) == full_given_name(b_first)
            || is_initial_of(a_first, b_first)
            || is_initial_of(b_first, a_first);
    }
    surname == Likeness::Near && given >= Likeness::Transliterated && a.len() == b.len()
}

/// Every part of `short` stands in `long`.
fn holds(long: &[String], short: &[String]) -> bool {
    short.iter().all(|part| long.contains(part))
}

fn is_initial_of(initial: &str, name: &str) -> bool {
    initial.chars().nth(1).is_none() && name.starts_with(initial)
}

/// The fullest form among a group's mentions: most parts, then not shouted, then most often, then first.
pub(super) fn fullest<'a>(names: &'a [Named], group: &Group) -> &'a Named {
    let mut counts: FxHashMap<&str, usize> = FxHashMap::default();
    for &at in &group.mentions {
        *counts.entry(&names[at].surface).or_default() += 1;
    }
    let rank = |name: &Named| {
        let letters = name.parts.iter().filter(|part| part.len() > 1).count();
        (letters, name.parts.len(), !name.shouted, counts[&*name.surface])
    };
    let first = &names[group.mentions[0]];
    group
        .mentions
        .iter()
        .map(|&at| &names[at])
        .fold(first, |best, name| if rank(name) > rank(best) { name } else { best })
}

/// Other spellings of the name among a group's mentions, by first use: not short forms, initials or nicknames.
pub(super) fn variants(names: &[Named], group: &Group, full: &Named) -> Vec<String> {
    let mut seen = FxHashSet::default();
    (group.mentions.iter().map(|&at| &names[at]))
        .filter(|name| seen.insert(&name.surface) && spells_otherwise(&name.parts, &full.parts))
        .map(|name| name.surface.to_string())
        .collect()
}

/// A part of `name` is another spelling of a part of `full`.
pub(super) fn spells_otherwise(name: &[String], full: &[String]) -> bool {
    let is_other = |part: &String| {
        let best = full.iter().map(|other| likeness(part, other)).max();
        matches!(best, Some(Likeness::Near | Likeness::Transliterated))
    };
    name.iter().any(is_other)
}
