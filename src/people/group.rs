//! Mentions → people: full names first, then short forms to the nearest person they fit.

use super::{
    named::{Form, Gender, Named},
    namesakes::{self, Standing},
    spelling::{Likeness, likeness_of},
    words::full_given_name,
};
use rustc_hash::{FxHashMap, FxHashSet};

/// No more people who share a part of their names are compared with a name: no article tells so many apart.
const MOST_NEAR: usize = 64;
/// No more full forms of one person are compared with a name.
const MOST_FORMS: usize = 8;

/// A person in the making.
#[derive(Clone, Debug, Default)]
pub(super) struct Group {
    /// Indices of its mentions, in order.
    pub mentions: Vec<usize>,
    /// What its mentions say; nothing when they disagree.
    pub gender: Option<Gender>,
    /// Distinct full forms.
    forms: Vec<Form>,
}

/// Takes back what the article as a whole contradicts. A lone name that is a surname in this article tells no gender, whoever else bears it as a given name: "Jonas Reet",
/// then "Reet". Forms of address still do.
pub(super) fn forget_given(names: &mut [Named]) {
    let full = names.iter().filter(|name| name.form.keys.len() > 1);
    let surnames: FxHashSet<String> = full.filter_map(|name| name.form.keys.last().cloned()).collect();
    for name in names.iter_mut().filter(|name| name.form.keys.len() == 1 && surnames.contains(&name.form.keys[0])) {
        name.gender = name.addressed;
    }
}

/// Groups mentions to people, by first mention.
pub(super) fn group(names: &[Named]) -> Vec<Group> {
    let mut grouping =
        Grouping { names, groups: Vec::new(), by_part: FxHashMap::default(), of: vec![None; names.len()] };
    for (at, name) in names.iter().enumerate() {
        if name.form.parts.len() > 1 {
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
    by_part: FxHashMap<&'a str, Vec<usize>>,
    /// The group of each mention.
    of: Vec<Option<usize>>,
}

impl<'a> Grouping<'a> {
    fn place_full(&mut self, at: usize) {
        let name = &self.names[at].form;
        let same = |form: &Form| same_person(name, form);
        let fits = |group: &&usize| self.groups[**group].forms.iter().take(MOST_FORMS).any(same);
        let found = self.near(&name.keys).iter().find(fits).copied();
        let group = found.unwrap_or_else(|| {
            self.groups.push(Group::default());
            self.groups.len() - 1
        });
        if !self.groups[group].forms.contains(name) {
            self.groups[group].forms.push(name.clone());
            for key in name.keys.iter() {
                let known = self.by_part.entry(key).or_default();
                if let Err(place) = known.binary_search(&group) {
                    known.insert(place, group);
                }
            }
        }
        self.of[at] = Some(group);
    }

    /// The groups that have a part with `key`; of many, the last.
    fn with_part(&self, key: &str) -> impl Iterator<Item = &usize> + use<'_, 'a> {
        self.by_part.get(key).into_iter().flat_map(|groups| groups.iter().rev().take(MOST_NEAR).rev())
    }

    /// Groups that share the first or the last part with the name of these `keys`.
    fn near(&self, keys: &[String]) -> Vec<usize> {
        let mut near = Vec::new();
        for key in [keys.last(), keys.first()].into_iter().flatten() {
            for group in self.with_part(key) {
                if !near.contains(group) {
                    near.push(*group);
                }
            }
        }
        near
    }

    /// Gives every one-part mention to the person whose name holds the part: as surname rather than given name, to
    /// one named before rather than to one named later.
    fn place_short(&mut self) {
        let mut standings = self.standings();
        let mut alone: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
        for (at, name) in self.names.iter().enumerate() {
            let group = match self.of[at] {
                Some(group) => group,
                None => {
                    let bearers = self.bearers(name, &standings);
                    let seen = bearers.iter().filter(|&&group| standings[group].last.is_some()).count();
                    let chosen = match bearers.as_slice() {
                        [only] => Some(*only),
                        all => namesakes::choose(name, all, &standings),
                    };
                    let group = chosen.unwrap_or_else(|| {
                        let known = alone.entry(&name.form.parts[0]).or_default();
                        known.iter().copied().find(|&group| standings[group].fits(name)).unwrap_or_else(|| {
                            self.groups.push(Group::default());
                            standings.push(Standing::default());
                            known.push(self.groups.len() - 1);
                            self.groups.len() - 1
                        })
                    });
                    standings[group].short += 1;
                    standings[group].established += usize::from(seen == 1 && standings[group].last.is_some());
                    group
                }
            };
            standings[group].learn(name);
            standings[group].last = Some(at);
            self.of[at] = Some(group);
        }
    }

    /// What the mentions by the whole name say of each group.
    fn standings(&self) -> Vec<Standing> {
        let genders = self.genders();
        let mut standings: Vec<Standing> =
            genders.into_iter().map(|gender| Standing { gender, ..Standing::default() }).collect();
        for (at, group) in self.of.iter().enumerate() {
            if let Some(group) = *group {
                standings[group].full += 1;
                standings[group].first = standings[group].first.or(Some(at));
            }
        }
        standings
    }

    /// The people whom a name of one part fits best: those named before, by what part of their name it is.
    fn bearers(&self, name: &Named, standings: &[Standing]) -> Vec<usize> {
        let key = &name.form.keys[0];
        let fits = |group: &usize| standings[*group].fits(name);
        let rank = |group: usize| Some((standings[group].last.is_some(), self.standing(group, key)?));
        let ranked: Vec<_> =
            self.with_part(key).copied().filter(fits).filter_map(|group| Some((rank(group)?, group))).collect();
        let best = ranked.iter().map(|&(rank, _)| rank).max();
        ranked.into_iter().filter(|&(rank, _)| Some(rank) == best).map(|(_, group)| group).collect()
    }

    /// How well the part with `key` stands for the person: 3 as surname, 2 as given name, 1 as another part.
    fn standing(&self, group: usize, key: &str) -> Option<u8> {
        let forms = &self.groups[group].forms;
        let is = |other: &String| other == key;
        let last = forms.iter().any(|form| form.keys.last().is_some_and(is));
        let first = forms.iter().any(|form| form.keys.first().is_some_and(is));
        if last {
            Some(3)
        } else if first {
            Some(2)
        } else {
            forms.iter().flat_map(|form| form.keys.iter()).any(is).then_some(1)
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

/// Two full names are one person's.
pub(super) fn same_person(a: &Form, b: &Form) -> bool {
    let (Some(a_first), Some(a_last)) = (a.pairs().next(), a.pairs().next_back()) else { return false };
    let (Some(b_first), Some(b_last)) = (b.pairs().next(), b.pairs().next_back()) else { return false };
    if holds(&a.parts, &b.parts) || holds(&b.parts, &a.parts) {
        return true;
    }
    let surname = likeness_of(a_last, b_last);
    if surname < Likeness::Near {
        return false;
    }
    let given = likeness_of(a_first, b_first);
    if surname >= Likeness::Transliterated {
        let (a, b) = (a_first.0, b_first.0);
        return given >= Likeness::Transliterated
            || full_given_name(a) == full_given_name(b)
            || is_initial_of(a, b)
            || is_initial_of(b, a);
    }
    given >= Likeness::Transliterated && a.parts.len() == b.parts.len()
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
        let parts = &name.form.parts;
        let letters = parts.iter().filter(|part| part.len() > 1).count();
        (letters, parts.len(), !name.shouted, counts[&*name.surface])
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
        .filter(|name| seen.insert(&name.surface) && spells_otherwise(&name.form, &full.form))
        .map(|name| name.surface.to_string())
        .collect()
}

/// A part of `name` is another spelling of a part of `full`.
pub(super) fn spells_otherwise(name: &Form, full: &Form) -> bool {
    let is_other = |part: (&str, &str)| {
        let best = full.pairs().map(|other| likeness_of(part, other)).max();
        matches!(best, Some(Likeness::Near | Likeness::Transliterated))
    };
    name.pairs().any(is_other)
}
