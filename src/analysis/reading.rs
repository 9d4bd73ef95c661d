use super::{Facts, Settings, words};
use crate::{
    attribution::{self, Statements},
    boilerplate::{self, KeptLines, Kind},
    model::tagger::Room,
    people::{self, KeptNames, People},
    syntax::Article,
};

/// What the passes over a text that is read as one article make of its blocks. Spans are bytes of that text.
#[derive(Debug)]
pub(super) struct Reading {
    /// What furniture each block is.
    pub furniture: Vec<Option<Kind>>,
    /// The named people.
    pub people: People,
    /// Who said what, and the open claims.
    pub statements: Statements,
    /// How many words there are, furniture included.
    pub words: usize,
}

/// What the passes over the last version counted, for the next.
#[derive(Debug, Default)]
pub(super) struct Kept {
    lines: KeptLines,
    names: KeptNames,
    room: Room,
}

impl Kept {
    /// A version was read: another is likely to follow.
    pub fn expect_another(&mut self) {
        self.room.remember();
    }
}

/// What a text is read for.
#[derive(Clone, Copy)]
pub(super) enum Wanted<'a> {
    /// Furniture and people.
    People,
    /// Statements too, all under these settings.
    Everything(&'a Settings),
}

impl Reading {
    /// Reads `text`, whose blocks say `facts`; `kept` is of the last version. `None` when `cancelled` said so between two passes.
    pub fn new(
        text: &str,
        article: &Article,
        facts: &[Facts],
        wanted: Wanted,
        kept: &mut Kept,
        cancelled: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let go_on = || (!cancelled()).then_some(());
        let mut furniture = boilerplate::find(article, facts, &mut kept.lines);
        if let Wanted::Everything(settings) = wanted {
            boilerplate::mark_house_phrases(text, article, facts, &settings.furniture_phrases, &mut furniture);
        }
        go_on()?;
        let people = people::find(text, article, facts, &furniture, &mut kept.names);
        go_on()?;
        let statements = match wanted {
            Wanted::People => Statements::default(),
            Wanted::Everything(settings) => {
                let trusted = &settings.trusted_sources;
                attribution::find(text, article, facts, &furniture, &people, trusted, &mut kept.room)
            }
        };
        Some(Self { furniture, people, statements, words: words::count(text, article, facts) })
    }
}
