use super::pattern::key;
use crate::boilerplate::words::Word;

/// Words that may come next in a phrase: a bit for each, of which some share one. It tells from most other words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Ahead(u64);

impl Ahead {
    /// Any word, or the end of the line.
    pub const ANYTHING: Self = Self(u64::MAX);

    /// The words of this [`key`].
    pub fn word(key: u32) -> Self {
        Self(1 << (key % u64::BITS))
    }

    /// These or those.
    pub fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// `word` may be one of them; `None`: the line ends.
    pub fn may_be(self, word: Option<&Word>) -> bool {
        let holds = |hash| self.0 & Self::word(hash).0 != 0;
        self == Self::ANYTHING || word.is_some_and(|word| holds(word.hash) || holds(key(word)))
    }
}
