//! The people of the parts of a long text, joined to those of the whole.

use super::{FullName, Identity, People, Person};
use crate::text::Span;
use rustc_hash::FxHashMap;

/// No more people of one surname are compared with a name.
const MOST: usize = 64;

/// Joins people part by part, in the order of the text.
#[derive(Debug, Default)]
pub struct Joining<'a> {
    people: Vec<Person>,
    /// Those named in full, by surname, each with the name they are known by.
    full: FxHashMap<u32, Vec<(&'a FullName, usize)>>,
    /// Those known by a lone name alone.
    lone: FxHashMap<u32, usize>,
}

impl<'a> Joining<'a> {
    /// Adds the people of a part that starts at byte `base` of the file; `identities` are theirs. Answers for each
    /// which person of the whole it is: whoever bears the same full name; for a lone name the one person before who
    /// bears it as surname, or whoever was called by it alone.
    pub fn add(&mut self, part: &People, identities: &'a [Identity], base: u32) -> Vec<usize> {
        let people = part.people.iter().zip(identities);
        people.map(|(person, identity)| self.place(person, identity, base)).collect()
    }

    /// The people of the whole, by first mention.
    pub fn finish(self) -> People {
        People { people: self.people }
    }

    fn place(&mut self, person: &Person, identity: &'a Identity, base: u32) -> usize {
        let known = match identity {
            Identity::Full(name) => self.bearer(name),
            Identity::Lone(name) => self.only(*name).or_else(|| self.lone.get(name).copied()),
        };
        if let Some(known) = known {
            add_to(&mut self.people[known], person, base);
            return known;
        }
        let new = self.people.len();
        self.people.push(moved(person, base));
        match identity {
            Identity::Full(name) => self.full.entry(name.key()).or_default().push((name, new)),
            Identity::Lone(name) => drop(self.lone.insert(*name, new)),
        }
        new
    }

    /// Whoever was named before by the full name `name`.
    fn bearer(&self, name: &FullName) -> Option<usize> {
        let named = self.full.get(&name.key())?;
        let near = &named[named.len().saturating_sub(MOST)..];
        near.iter().find(|(other, _)| other.is_same_person(name)).map(|&(_, person)| person)
    }

    /// The one person named before whose surname is `surname`.
    fn only(&self, surname: u32) -> Option<usize> {
        match self.full.get(&surname)?.as_slice() {
            [(_, only)] => Some(*only),
            _ => None,
        }
    }
}

/// Adds to `known` what a later part tells of the same `person`.
fn add_to(known: &mut Person, person: &Person, base: u32) {
    known.mentions.extend(shifted(&person.mentions, base));
    known.references.extend(shifted(&person.references, base));
    known.roles.extend(shifted(&person.roles, base));
    if person.variants.is_empty() && person.name == known.name {
        return;
    }
    let Some(own) = FullName::new(&known.name) else { return };
    let is_other = |name: &&String| FullName::new(name).is_some_and(|name| name != own && own.spells_otherwise(&name));
    for other in person.variants.iter().chain(Some(&person.name)).filter(is_other) {
        if !known.variants.contains(other) {
            known.variants.push(other.clone());
        }
    }
}

fn moved(person: &Person, base: u32) -> Person {
    Person {
        name: person.name.clone(),
        mentions: shifted(&person.mentions, base).collect(),
        references: shifted(&person.references, base).collect(),
        roles: shifted(&person.roles, base).collect(),
        variants: person.variants.clone(),
    }
}

fn shifted(spans: &[Span], base: u32) -> impl Iterator<Item = Span> {
    spans.iter().map(move |span| span.shift(base))
}
