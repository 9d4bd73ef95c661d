use super::{find::repeats, originals::Originals};
use crate::analysis::Facts;
use std::{fmt, mem};

/// The passages of the last version of an article.
#[derive(Default)]
pub struct KeptRepeats(Option<Last>);

struct Last {
    /// Held so that no others come to lie where they lie: they are known by their place.
    blocks: Vec<Facts>,
    repeats: Vec<(usize, usize)>,
    /// Made for the first version that follows another: what is only read never needs it.
    originals: Option<Originals>,
}

impl KeptRepeats {
    /// Blocks that stand again, each with the first block that is like it, by place. What is kept of the last version is
    /// used again, and replaced.
    pub fn find(&mut self, facts: &[Facts]) -> &[(usize, usize)] {
        if !self.0.as_mut().is_some_and(|last| last.follow(facts)) {
            self.0 = None;
        }
        &self.0.get_or_insert_with(|| Last::new(facts)).repeats
    }
}

impl Last {
    fn new(facts: &[Facts]) -> Self {
        Self { blocks: facts.to_vec(), repeats: repeats(facts), originals: None }
    }

    /// Takes over to a version of which at most one block differs. Answers whether that is so; nothing changes where it is
    /// not.
    fn follow(&mut self, facts: &[Facts]) -> bool {
        let Some(change) = Facts::only_change(&self.blocks, facts.iter()) else { return false };
        let originals = self.originals.get_or_insert_with(|| Originals::new(&self.blocks, &self.repeats));
        if let Some(at) = change {
            let last = mem::replace(&mut self.blocks[at], facts[at].clone());
            match originals.follow(&self.blocks, at, last.line.sketch(), limit(facts.len())) {
                Some(false) => {}
                Some(true) => self.repeats = originals.repeats(),
                None => {
                    self.repeats = repeats(&self.blocks);
                    originals.set(&self.repeats);
                }
            }
        }
        true
    }
}

/// Looks at blocks that cost about as much as to find all repeats of so many blocks from nothing.
fn limit(blocks: usize) -> usize {
    blocks / 2 + 128
}

impl fmt::Debug for KeptRepeats {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str("KeptRepeats")
    }
}
