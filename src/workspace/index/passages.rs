use super::Place;
use crate::boilerplate::{Sketch, is_same_passage};

/// Hashes of a passage's sketch that it is looked up by: two that are alike share one of them as good as always.
const HASHES: usize = 3;

/// A paragraph of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    /// What it is known by; never empty.
    pub sketch: Sketch,
    /// Where it stands.
    pub place: Place,
}

/// The paragraphs of one article that are long enough to be known again, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Passages {
    all: Box<[Passage]>,
    /// The hashes that they are looked up by, ascending, each with the number of its passage.
    by_hash: Box<[(u32, u32)]>,
}

impl Passages {
    /// The one that stands first of those that count as the same as the passage known by `sketch`.
    pub fn find(&self, sketch: &[u32]) -> Option<&Passage> {
        let alike = keys(sketch).flat_map(|hash| self.with(hash));
        alike.filter(|&number| is_same_passage(&self.all[number].sketch, sketch)).min().map(|first| &self.all[first])
    }

    /// What they are looked up by.
    pub(super) fn hashes(&self) -> impl Iterator<Item = u32> {
        self.by_hash.iter().map(|&(hash, _)| hash)
    }

    /// Bytes that they take beside themselves.
    pub(super) fn size(&self) -> usize {
        let sketches: usize = self.all.iter().map(|passage| size_of_val(&*passage.sketch)).sum();
        size_of_val(&*self.all) + size_of_val(&*self.by_hash) + sketches
    }

    /// The numbers of the passages that are looked up by `hash`.
    fn with(&self, hash: u32) -> impl Iterator<Item = usize> {
        let from = self.by_hash.partition_point(|&(other, _)| other < hash);
        self.by_hash[from..].iter().take_while(move |&&(other, _)| other == hash).map(|&(_, number)| number as usize)
    }
}

impl FromIterator<Passage> for Passages {
    fn from_iter<I: IntoIterator<Item = Passage>>(passages: I) -> Self {
        let all: Box<[Passage]> = passages.into_iter().collect();
        let numbered = (0..).zip(&all);
        let mut by_hash: Vec<(u32, u32)> =
            numbered.flat_map(|(number, passage)| keys(&passage.sketch).map(move |hash| (hash, number))).collect();
        by_hash.sort_unstable();
        Self { all, by_hash: by_hash.into() }
    }
}

/// What a passage known by `sketch` is looked up by.
pub(super) fn keys(sketch: &[u32]) -> impl Iterator<Item = u32> {
    sketch.iter().take(HASHES).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Position;

    fn passage(line: u32, sketch: &[u32]) -> Passage {
        let start = Position { line, ..Position::default() };
        Passage { sketch: sketch.into(), place: Place { start, ..Place::default() } }
    }

    #[test]
    fn the_first_passage_that_is_the_same_is_found() {
        let sketches: [&[u32]; 4] = [&[1, 2, 7, 8], &[2, 3, 4, 5], &[1, 3, 4, 5], &[9, 10, 11, 12]];
        let passages: Passages = (0..).zip(sketches).map(|(line, sketch)| passage(line, sketch)).collect();
        let found = |sketch: &[u32]| passages.find(sketch).map(|passage| passage.place.start.line);
        assert_eq!(found(&[1, 3, 4, 5]), Some(1));
        assert_eq!(found(&[1, 3, 5, 6]), Some(2));
        assert_eq!(found(&[9, 10, 20, 30]), None, "half of it is not the same");
        assert_eq!(found(&[]), None);
    }
}
