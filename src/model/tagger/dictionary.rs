use super::Tags;
use crate::model::Aligned;
use bytemuck::{Pod, Zeroable};

/// A word of the dictionary. The tags' highest bit says that the word bears no others.
#[repr(C)]
#[derive(Clone, Copy, Debug, Default, Pod, Zeroable)]
pub struct Entry {
    /// The word: see [`Dictionary::key`]; 0 in an empty place.
    pub key: u32,
    /// The tags it was seen with.
    pub tags: u32,
}

/// Marks a word seen so often that it bears no other tags.
const CLOSED: u32 = 1 << 31;

/// The words of the training corpora and the tags that they bore, as a hash table that is used as it lies: a power of
/// two of places, a word in the first free place from its own on.
#[derive(Clone, Copy, Debug)]
pub struct Dictionary(&'static [Entry]);

impl Dictionary {
    /// Reads a file in place. A file of another layout knows no word.
    pub fn new(file: &'static Aligned<[u8]>) -> Self {
        Self::read(&file.0)
    }

    /// Reads a table in place from bytes that lie on a boundary of four. Other bytes know no word.
    pub fn read(bytes: &'static [u8]) -> Self {
        let entries: &[Entry] = bytemuck::try_cast_slice(bytes).unwrap_or(&[]);
        Self(if entries.len().is_power_of_two() { entries } else { &[] })
    }

    /// The table of these words: key, tags, and whether it bears no others.
    pub fn table(words: &[(u32, Tags, bool)]) -> Vec<Entry> {
        let mut table = vec![Entry::default(); (words.len() * 3 / 2 + 1).next_power_of_two()];
        for &(key, tags, closed) in words {
            let mut place = place(key, table.len());
            while table[place].key != 0 {
                place = (place + 1) & (table.len() - 1);
            }
            table[place] = Entry { key, tags: tags.0 | if closed { CLOSED } else { 0 } };
        }
        table
    }

    /// The key of a word by [`crate::syntax::Token::lower`] and whether it is written with a capital.
    pub fn key(lower: u32, capital: bool) -> u32 {
        (lower ^ if capital { 0x5bd1_e995 } else { 0 }).max(1)
    }

    /// The tags that the word of `key` was seen with, and whether it bears no others. `None` for unknown words.
    pub fn tags(&self, key: u32) -> Option<(Tags, bool)> {
        if self.0.is_empty() {
            return None;
        }
        let from = place(key, self.0.len());
        let entry = (self.0[from..].iter().chain(&self.0[..from])).find(|entry| entry.key == key || entry.key == 0)?;
        (entry.key == key).then_some((Tags(entry.tags & !CLOSED), entry.tags & CLOSED != 0))
    }
}

fn place(key: u32, places: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 7) as usize & (places - 1)
}
