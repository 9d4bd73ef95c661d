//! Classes of words.

use super::lists::HashTable;

/// Words that stand in like places in open text share a class; `train` makes them.
pub static CLUSTERS: &[u8] = include_bytes!("../../models/names.clusters.bin");

/// The class of the word whose [`crate::syntax::Token::lower`] is `hash`; 0 for rare words.
pub(super) fn of(hash: u32) -> u16 {
    HashTable::new(CLUSTERS).get(hash)
}
