//! The readings of the parts of a text, joined to one of the whole.

use super::{parts::Part, reading::Reading};
use crate::{
    attribution::{Attribution, Statements},
    boilerplate::Kind,
    people::Joining,
};

/// Joins readings part by part, in the order of the text.
pub(super) struct Joined<'a> {
    furniture: Vec<Option<Kind>>,
    people: Joining<'a>,
    statements: Statements,
    words: usize,
}

impl<'a> Joined<'a> {
    /// Nothing yet of a text of so many `blocks`.
    pub fn new(blocks: usize) -> Self {
        Self {
            furniture: Vec::with_capacity(blocks),
            people: Joining::default(),
            statements: Statements::default(),
            words: 0,
        }
    }

    /// Adds a part that starts at byte `base` of the file.
    pub fn add(&mut self, part: &'a Part, base: u32) {
        let Reading { furniture, people, statements, words } = &part.reading;
        self.words += words;
        self.furniture.extend_from_slice(furniture);
        let people = self.people.add(people, &part.identities, base);
        let moved = |attribution: &Attribution| attribution.moved(base, |person| people[person]);
        self.statements.attributions.extend(statements.attributions.iter().map(moved));
        self.statements.stances.extend(statements.stances.iter().map(moved));
        self.statements.claims.extend(statements.claims.iter().map(|claim| claim.moved(base)));
    }

    /// The reading of the whole.
    pub fn finish(self) -> Reading {
        let Self { furniture, people, statements, words } = self;
        Reading { furniture, people: people.finish(), statements, words }
    }
}
