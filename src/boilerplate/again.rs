//! The lines of an article of which little has changed: what stands far from a change is not measured again, and trees
//! are asked only about what is new.

use super::{
    Lines,
    features::{Groups, Standing, Touched},
    model::MODEL,
    verdicts::Verdicts,
};
use crate::analysis::Facts;
use std::fmt;

/// What was found of the lines of the last version of an article.
#[derive(Default)]
pub struct KeptLines(Option<Last>);

struct Last {
    /// The lines. Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    gaps: Vec<u32>,
    standing: Standing,
    groups: Groups,
    verdicts: Verdicts,
}

/// The lines of a version, and what is known of them.
pub(super) struct Version<'a> {
    pub lines: Lines<'a>,
    pub groups: Groups,
    /// What the trees said of the lines last.
    pub verdicts: Verdicts,
    /// What of the lines may be other than in the last version.
    pub touched: Touched,
    blocks: Vec<Facts>,
    gaps: Vec<u32>,
}

impl KeptLines {
    /// The version whose lines are those of `facts`, with `gaps[i]` blank lines before line `i`.
    pub(super) fn follow<'a>(&mut self, facts: &'a [Facts], gaps: Vec<u32>) -> Version<'a> {
        match self.0.take() {
            None => Version::new(facts, gaps, Verdicts::open(facts.len())),
            Some(last) if last.gaps != gaps || last.groups.is_worn() => last.begin_again(facts, gaps),
            Some(last) => match Facts::only_change(&last.blocks, facts.iter()) {
                None => last.begin_again(facts, gaps),
                Some(None) => last.stay(facts),
                Some(Some(at)) => last.change(facts, at),
            },
        }
    }

    /// Keeps a version for the next.
    pub(super) fn keep(&mut self, version: Version) {
        let Version { lines, groups, verdicts, blocks, gaps, .. } = version;
        self.0 = Some(Last { blocks, gaps, standing: lines.into_standing(), groups, verdicts });
    }
}

impl Last {
    /// A version that differs in more than a line: what the trees said of other lines is all that is known.
    fn begin_again(self, facts: &[Facts], gaps: Vec<u32>) -> Version<'_> {
        let verdicts = self.verdicts.follow(&self.blocks, facts);
        Version::new(facts, gaps, verdicts)
    }

    /// A version with the same lines.
    fn stay(self, facts: &[Facts]) -> Version<'_> {
        let Self { blocks, gaps, standing, groups, verdicts } = self;
        let lines = Lines::standing(lines(facts), standing);
        Version { touched: Touched::none(lines.len()), lines, groups, verdicts, blocks, gaps }
    }

    /// A version of which line `at` alone says something else.
    fn change(self, facts: &[Facts], at: usize) -> Version<'_> {
        let Self { mut blocks, gaps, standing, mut groups, verdicts } = self;
        let last = std::mem::replace(&mut blocks[at], facts[at].clone());
        let mut lines = Lines::standing(lines(facts), standing);
        if !lines.follow(at, &MODEL.tables) {
            return Version::new(facts, gaps, verdicts);
        }
        let touched = groups.follow(&lines, at, last.line.look.words, &MODEL.tables);
        Version { lines, groups, verdicts, touched, blocks, gaps }
    }
}

impl<'a> Version<'a> {
    /// One of which nothing is known but what the trees said last.
    fn new(facts: &'a [Facts], gaps: Vec<u32>, verdicts: Verdicts) -> Self {
        let lines =
            Lines::new(lines(facts), facts.iter().map(|facts| facts.line.score).collect(), &gaps, &MODEL.tables);
        let groups = Groups::new(&lines, &MODEL.tables);
        Self { touched: Touched::all(lines.len()), lines, groups, verdicts, blocks: facts.to_vec(), gaps }
    }
}

fn lines(facts: &[Facts]) -> Vec<&super::BlockLine> {
    facts.iter().map(|facts| &facts.line).collect()
}

impl fmt::Debug for KeptLines {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptLines")
    }
}
