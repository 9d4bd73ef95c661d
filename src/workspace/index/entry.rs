use super::{Passage, Passages};
use crate::{
    analysis::{Analysis, Facts, Section},
    people::{FullName, Person, one_line},
    syntax::Block,
    text::{Encoding, LineIndex, Position, Span},
};
use std::mem::size_of;

/// Mentions, headings and passages of one article that are kept; more are left out.
const MOST_PLACES: usize = 4096;

/// What is kept of one article. Its places count in the encoding that it was made for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The people, by first mention.
    pub people: Vec<IndexedPerson>,
    /// The headings, in order.
    pub headings: Vec<IndexedHeading>,
    /// The paragraphs.
    pub passages: Passages,
    /// [`FullName::key`] of every person; parallel to `people`.
    keys: Vec<Option<u32>>,
}

/// A range of positions.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// Its first position.
    pub start: Position,
    /// The position behind it.
    pub end: Position,
}

/// A person of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedPerson {
    /// The fullest form of the name.
    pub name: Box<str>,
    /// The first thing that the article says the person is.
    pub role: Option<Box<str>>,
    /// Every mention, in order; never empty.
    pub mentions: Box<[Place]>,
}

/// A heading of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexedHeading {
    /// Its words on one line; never empty.
    pub words: Box<str>,
    /// 1 to 6.
    pub level: u8,
    /// Where it stands.
    pub place: Place,
}

impl Entry {
    /// What is kept of the article `text`.
    pub fn new(text: &str, analysis: &Analysis, encoding: Encoding) -> Self {
        let mut maker = Maker { text, lines: &analysis.lines, encoding, left: MOST_PLACES };
        let people: Vec<_> = analysis.people.people.iter().filter_map(|person| maker.person(person)).collect();
        let mut headings = Vec::new();
        maker.headings(&analysis.outline, &mut headings);
        let keys = people.iter().map(|person| FullName::new(&person.name).map(|name| name.key())).collect();
        Self { people, headings, passages: maker.passages(analysis), keys }
    }

    /// A person of the article may be called `name`. Quick, for thousands of articles.
    pub fn may_name(&self, name: &FullName) -> bool {
        self.keys.contains(&Some(name.key()))
    }

    /// The people who may be the one called `name`.
    pub fn find<'a>(&'a self, name: &'a FullName) -> impl Iterator<Item = &'a IndexedPerson> {
        let alike = self.keys.iter().zip(&self.people).filter(|(key, _)| **key == Some(name.key()));
        let same = |person: &&IndexedPerson| FullName::new(&person.name).is_some_and(|own| own.is_same_person(name));
        alike.map(|(_, person)| person).filter(same)
    }

    /// Bytes that the entry takes, about.
    pub(super) fn size(&self) -> usize {
        let person = |person: &IndexedPerson| {
            let words = person.name.len() + person.role.as_ref().map_or(0, |role| role.len());
            size_of::<IndexedPerson>() + 8 + words + size_of_val(&*person.mentions)
        };
        let heading = |heading: &IndexedHeading| size_of::<IndexedHeading>() + heading.words.len();
        let people: usize = self.people.iter().map(person).sum();
        size_of::<Self>() + people + self.passages.size() + self.headings.iter().map(heading).sum::<usize>()
    }
}

struct Maker<'a> {
    text: &'a str,
    lines: &'a LineIndex,
    encoding: Encoding,
    left: usize,
}

impl Maker<'_> {
    fn person(&mut self, person: &Person) -> Option<IndexedPerson> {
        let mentions: Box<[Place]> = person.mentions.iter().map_while(|mention| self.place(*mention)).collect();
        let role = person.roles.first().map(|role| one_line(self.text, *role).into());
        (!mentions.is_empty()).then(|| IndexedPerson { name: person.name.as_str().into(), role, mentions })
    }

    fn headings(&mut self, sections: &[Section], headings: &mut Vec<IndexedHeading>) {
        for section in sections {
            let words = one_line(self.text, section.heading);
            if let Some(place) = (!words.is_empty()).then(|| self.place(section.heading)).flatten() {
                headings.push(IndexedHeading { words: words.into(), level: section.level, place });
            }
            self.headings(&section.children, headings);
        }
    }

    /// Furniture stands in many articles and is no passage.
    fn passages(&mut self, analysis: &Analysis) -> Passages {
        let blocks = analysis.article.blocks.iter().zip(&analysis.facts).zip(&analysis.furniture);
        let own = blocks.filter(|((_, facts), kind)| kind.is_none() && !facts.line.sketch().is_empty());
        let passage = |((block, facts), _): ((&Block, &Facts), _)| {
            Some(Passage { sketch: facts.line.sketch().into(), place: self.place(block.span)? })
        };
        own.map_while(passage).collect()
    }

    /// `None` when no more are kept.
    fn place(&mut self, span: Span) -> Option<Place> {
        self.left = self.left.checked_sub(1)?;
        let position = |offset| self.lines.position(self.text, offset, self.encoding);
        Some(Place { start: position(span.start), end: position(span.end) })
    }
}
