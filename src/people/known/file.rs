//! The list as it lies in the program. Most people are passed over by their names alone, so a look at the list costs
//! next to nothing, the first one too.

use super::{Date, Known, Office};
use std::cell::OnceCell;

static FILE: &[u8] = include_bytes!("../../../models/known.bin");

/// Bytes of an office.
const OFFICE: usize = 11;

/// The people of the list whose names are `wanted`, with what that said. Nothing else is read of the others.
///
/// The file: the number of strings (`u16`), then each string front-coded (letters shared with the one before, letters
/// that follow, both `u8`); the dates of the lists (`u8` count, then three bytes each); then, to the end, people: name
/// front-coded against the person before, item (`u32`), count of offices (`u8`), and for each the string numbers of
/// role and country (`u16`), list (`u8`), from and to (three bytes each, 0 for nothing). All little-endian.
pub(super) fn people<T>(mut wanted: impl FnMut(&str) -> Option<T>) -> impl Iterator<Item = (T, Known)> {
    let mut reader = Reader { bytes: FILE };
    let strings = Strings::new(&mut reader);
    let dates: Vec<Date> = (0..reader.number(1)).filter_map(|_| reader.date()).collect();
    let mut name = String::new();
    std::iter::from_fn(move || {
        while !reader.bytes.is_empty() {
            reader.string(&mut name);
            let item = reader.number(4) as u32;
            let count = reader.number(1);
            let mut offices = Reader { bytes: reader.take(count * OFFICE) };
            if let Some(why) = wanted(&name) {
                let offices = (0..count).filter_map(|_| offices.office(&strings, &dates)).collect();
                return Some((why, Known { name: name.clone(), item, offices, same_spelling: true }));
            }
        }
        None
    })
}

/// The strings of the list, decoded once somebody asks for one.
struct Strings {
    count: usize,
    /// Where they lie.
    coded: Reader,
    decoded: OnceCell<Vec<String>>,
}

impl Strings {
    /// Passes over the strings, where `reader` stands.
    fn new(reader: &mut Reader) -> Self {
        let count = reader.number(2);
        let coded = *reader;
        for _ in 0..count {
            reader.take(1);
            let length = reader.number(1);
            reader.take(length);
        }
        Self { count, coded, decoded: OnceCell::new() }
    }

    /// String number `number`; empty where there is none.
    fn get(&self, number: usize) -> String {
        let decoded = self.decoded.get_or_init(|| {
            let (mut reader, mut string) = (self.coded, String::new());
            let mut next = || {
                reader.string(&mut string);
                string.clone()
            };
            (0..self.count).map(|_| next()).collect()
        });
        decoded.get(number).cloned().unwrap_or_default()
    }
}

/// What is left of the file.
#[derive(Clone, Copy)]
struct Reader {
    bytes: &'static [u8],
}

impl Reader {
    fn take(&mut self, length: usize) -> &'static [u8] {
        let (taken, rest) = self.bytes.split_at(length.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }

    fn number(&mut self, bytes: usize) -> usize {
        self.take(bytes).iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    /// Makes `last` the string that shares its head with it.
    fn string(&mut self, last: &mut String) {
        let (shared, length) = (self.number(1), self.number(1));
        last.truncate(if last.is_char_boundary(shared) { shared } else { 0 });
        last.push_str(&String::from_utf8_lossy(self.take(length)));
    }

    fn date(&mut self) -> Option<Date> {
        let packed = self.number(3);
        let date = Date { year: (packed >> 9) as u16, month: (packed >> 5 & 15) as u8, day: (packed & 31) as u8 };
        (packed > 0).then_some(date)
    }

    /// `None` for an office of a list without a date.
    fn office(&mut self, strings: &Strings, dates: &[Date]) -> Option<Office> {
        let (role, country) = (strings.get(self.number(2)), strings.get(self.number(2)));
        let list = self.number(1);
        let (from, to) = (self.date(), self.date());
        Some(Office { role, country, from, to, as_of: *dates.get(list)? })
    }
}
