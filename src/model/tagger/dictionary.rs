use super::{Tag, Tags};
use crate::model::Aligned;
use bytemuck::{Pod, Zeroable};

/// A word of the dictionary. The tags' highest bit says that the word bears no others; its cluster stands below it.
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
/// Where the cluster stands: above the tags.
const CLUSTER: u32 = Tag::ALL.len() as u32;

impl Entry {
    /// The tags that the word was seen with; `None` for words of text without tags.
    pub fn tags(self) -> Option<Tags> {
        Some(Tags(self.tags & Tags::ALL.0)).filter(|tags| tags.0 != 0)
    }

    /// The word bears no other tags.
    pub fn closed(self) -> bool {
        self.tags & CLOSED != 0
    }

    /// The class of words that stand in the same company, from 1 to [`Dictionary::CLUSTERS`]; 0 for none.
    pub fn cluster(self) -> u32 {
        (self.tags & !CLOSED) >> CLUSTER
    }
}

/// What the dictionary is told of a word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// See [`Dictionary::key`].
    pub key: u32,
    /// The tags that it was seen with; none for words of text without tags.
    pub tags: Tags,
    /// It bears no others.
    pub closed: bool,
    /// See [`Entry::cluster`].
    pub cluster: u8,
}

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

    /// Clusters that an entry has room for.
    pub const CLUSTERS: usize = (1 << (31 - CLUSTER)) - 1;

    /// The table of these words.
    pub fn table(words: &[Word]) -> Vec<Entry> {
        let mut table = vec![Entry::default(); (words.len() * 4 / 3 + 1).next_power_of_two()];
        for word in words {
            let mut place = place(word.key, table.len());
            while table[place].key != 0 {
                place = (place + 1) & (table.len() - 1);
            }
            let closed = if word.closed { CLOSED } else { 0 };
            table[place] = Entry { key: word.key, tags: word.tags.0 | u32::from(word.cluster) << CLUSTER | closed };
        }
        table
    }

    /// The key of a word by [`crate::syntax::Token::lower`] and whether it is written with a capital.
    pub fn key(lower: u32, capital: bool) -> u32 {
        (lower ^ if capital { 0x5bd1_e995 } else { 0 }).max(1)
    }

    /// What is known of the word of `key`.
    pub fn look_up(&self, key: u32) -> Option<Entry> {
        if self.0.is_empty() {
            return None;
        }
        let from = place(key, self.0.len());
        let entry = (self.0[from..].iter().chain(&self.0[..from])).find(|entry| entry.key == key || entry.key == 0)?;
        (entry.key == key).then_some(*entry)
    }
}

fn place(key: u32, places: usize) -> usize {
    (key.wrapping_mul(0x9e37_79b1) >> 7) as usize & (places - 1)
}
