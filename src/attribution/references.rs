//! Which person a source is: by name, by pronoun, by role.

use super::source::Class;
use crate::{
    people::{People, Person},
    syntax::Token,
    text::Span,
};
use rustc_hash::FxHashMap;

/// Places that stand for people, in the order of the text.
pub struct References<'a> {
    text: &'a str,
    people: &'a People,
    /// Whose roles hold a word, by [`Token::hash_of`] the word.
    holders: FxHashMap<u32, Vec<usize>>,
    /// Mentions and references with the person's index, by place.
    places: Vec<(Span, usize)>,
}

impl<'a> References<'a> {
    /// The places of all `people`.
    pub fn new(text: &'a str, people: &'a People) -> Self {
        let mut places: Vec<(Span, usize)> = (people.people.iter().enumerate())
            .flat_map(|(index, person)| {
                person.mentions.iter().chain(&person.references).map(move |span| (*span, index))
            })
            .collect();
        places.sort_unstable();
        Self { text, people, holders: holders(text, people), places }
    }

    /// The person first named between two bytes.
    pub fn first_named(&self, from: u32, to: u32) -> Option<usize> {
        let after = self.places.partition_point(|(span, _)| span.start < from);
        self.places.get(after).filter(|(span, _)| span.end <= to).map(|(_, person)| *person)
    }

    /// The person that the phrase at `source`, of this class, stands for.
    pub fn person(&self, source: Span, class: Class) -> Option<usize> {
        let after = self.places.partition_point(|(span, _)| span.end <= source.start);
        let inside = self.places[after..].iter().take_while(|(span, _)| span.start < source.end);
        // "Venn's lawyer", "his daughter Liv"
        let owns = |span: Span| {
            let rest = &self.text[span.end as usize..source.end.max(span.end) as usize];
            rest.starts_with(['’', '\''])
        };
        let mut named = inside.filter(|(span, _)| !owns(*span)).map(|(_, person)| *person);
        let first = named.next();
        let first = if is_possessive(source.of(self.text)) { named.last().or(first) } else { first };
        if first.is_some() {
            return first;
        }
        match class {
            Class::Pronoun if is_person_pronoun(source.of(self.text)) => {
                self.last_before(after).map(|(_, person)| person)
            }
            Class::Described => self.by_role(source.of(self.text), source.start),
            _ => None,
        }
    }

    fn last_before(&self, after: usize) -> Option<(Span, usize)> {
        after.checked_sub(1).and_then(|last| self.places.get(last)).copied()
    }

    /// The person named last before `before` whose role holds the phrase's head noun: "the minister".
    fn by_role(&self, phrase: &str, before: u32) -> Option<usize> {
        let head = phrase.strip_prefix("the ").or_else(|| phrase.strip_prefix("The "))?;
        let head = head.split_whitespace().next_back().filter(|head| head.len() > 3)?;
        let holders = self.holders.get(&Token::hash_of(head))?;
        let last = |holder: &usize| Some((self.people.people[*holder].last_before(before)?, *holder));
        holders.iter().filter_map(last).max().map(|(_, holder)| holder)
    }
}

impl Person {
    /// The last place before byte `before` of the file that stands for the person.
    fn last_before(&self, before: u32) -> Option<Span> {
        let last = |places: &[Span]| {
            let end = places.partition_point(|span| span.end <= before);
            places[..end].last().copied()
        };
        last(&self.mentions).max(last(&self.references))
    }
}

/// For each word of the roles, the people who have it.
fn holders(text: &str, people: &People) -> FxHashMap<u32, Vec<usize>> {
    let mut holders: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
    for (index, person) in people.people.iter().enumerate() {
        let words = person.roles.iter().flat_map(|role| role.of(text).split(|c: char| !c.is_alphanumeric()));
        for word in words.filter(|word| word.len() > 3) {
            let known = holders.entry(Token::hash_of(word)).or_default();
            if known.last() != Some(&index) {
                known.push(index);
            }
        }
    }
    holders
}

/// The phrase opens with a possessive pronoun.
fn is_possessive(phrase: &str) -> bool {
    let first = phrase.split(' ').next().unwrap_or_default();
    phrase.contains(' ') && ["his", "her", "their"].iter().any(|pronoun| first.eq_ignore_ascii_case(pronoun))
}

fn is_person_pronoun(phrase: &str) -> bool {
    ["he", "she", "his", "her", "him"].iter().any(|pronoun| phrase.eq_ignore_ascii_case(pronoun))
}
