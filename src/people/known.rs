//! The built-in list of office holders: who held which office in 2022 and 2023, from Wikidata by way of
//! every-politician-scrapers, and the members of the United States Congress (`models/names.md`).
//!
//! The list is old by nature. What it says is always shown with its date, and only where the article agrees with it in
//! role or country.

use super::{
    fold::folded,
    spelling::{Likeness, likeness},
    words::{Classes, entries},
};
use crate::syntax::Token;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

static FILE: &[u8] = include_bytes!("../../models/known.bin");

/// A day, month or year, as the list gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year.
    pub year: u16,
    /// 1 to 12; 0 where only the year is known.
    pub month: u8,
    /// 1 to 31; 0 where only the month is known.
    pub day: u8,
}

impl std::fmt::Display for Date {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{}", self.year)?;
        for part in [self.month, self.day].into_iter().take_while(|&part| part > 0) {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

/// An office that somebody holds or held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// "Minister of Foreign Affairs".
    pub role: String,
    /// "Russia"; empty for bodies of many countries.
    pub country: String,
    /// Since when.
    pub from: Option<Date>,
    /// Until when; nothing while it lasted at `as_of`.
    pub to: Option<Date>,
    /// The date of the list that says so.
    pub as_of: Date,
}

/// A person of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Known {
    /// The name as the list spells it.
    pub name: String,
    /// Number of the Wikidata item: 58217 is Q58217.
    pub item: u32,
    /// Offices, those that agree with the article first.
    pub offices: Vec<Office>,
    /// The article spells the name in the same letters, diacritics aside.
    pub same_spelling: bool,
}

/// The office holder whom the article may mean by `name`, whose roles there are `roles`. A name of the same spelling
/// needs a role or the country to agree; a slip of the pen both.
pub fn look_up<'a>(name: &str, roles: impl Iterator<Item = &'a str>) -> Option<Known> {
    let wanted = parts(name);
    let said: Vec<Vec<String>> = roles.map(words).filter(|role| !role.is_empty()).collect();
    if wanted.len() < 2 || said.is_empty() {
        return None;
    }
    let mut best: Option<(Likeness, Known)> = None;
    for mut known in people() {
        let likeness = resemblance(&parts(&known.name), &wanted);
        let needed = match likeness {
            Likeness::Different => continue,
            Likeness::Near => 2,
            Likeness::Transliterated | Likeness::Same => 1,
        };
        known.same_spelling = likeness == Likeness::Same;
        known.offices.sort_by_key(|office| std::cmp::Reverse(agreement(office, &said)));
        let agrees = known.offices.first().map_or(0, |office| agreement(office, &said));
        if agrees >= needed && best.as_ref().is_none_or(|(nearest, _)| likeness > *nearest) {
            best = Some((likeness, known));
        }
    }
    best.map(|(_, known)| known)
}

/// How alike two names are, in parts: as their least alike parts. A letter more or less is near.
fn resemblance(a: &[String], b: &[String]) -> Likeness {
    let part = |(a, b): (&String, &String)| {
        let slip = if strsim::levenshtein(a, b) <= 1 { Likeness::Near } else { Likeness::Different };
        likeness(a, b).max(slip)
    };
    if a.len() != b.len() {
        Likeness::Different
    } else {
        a.iter().zip(b).map(part).min().unwrap_or(Likeness::Different)
    }
}

fn parts(name: &str) -> Vec<String> {
    folded(name).split([' ', '-', '.']).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn words(text: &str) -> Vec<String> {
    let plain = folded(text);
    let words = plain.split(|c: char| !c.is_alphanumeric() && c != '\'').map(|word| word.trim_end_matches("'s"));
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// How well an office fits what the article says: 1 for the role or the country, 2 for both.
fn agreement(office: &Office, said: &[Vec<String>]) -> u8 {
    let role = words(&office.role);
    let country = words(&office.country);
    let fits = |said: &Vec<String>| u8::from(roles_agree(&role, said)) + u8::from(countries_agree(&country, said));
    said.iter().map(fits).max().unwrap_or(0)
}

/// Both hold a noun of persons, and another word beside it unless it stands for itself ("President").
fn roles_agree(role: &[String], said: &[String]) -> bool {
    let class = |word: &String| Classes::of(Token::hash_of(word));
    let shared: Vec<&String> =
        said.iter().filter(|word| role.contains(word) && !class(word).any(Classes::FUNCTION)).collect();
    let nouns = shared.iter().filter(|word| class(word).any(Classes::TITLE)).count();
    let content = |words: &[String]| words.iter().filter(|word| !class(word).any(Classes::FUNCTION)).count();
    nouns > 0 && (shared.len() > 1 || content(role).min(content(said)) == 1)
}

/// A word of what is said is the country's name or its adjective.
fn countries_agree(country: &[String], said: &[String]) -> bool {
    static ADJECTIVES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        entries(include_str!("lexicon/country_adjectives.txt")).filter_map(|line| line.split_once(' ')).collect()
    });
    let telling = country.iter().rfind(|word| word.len() > 3 && !UNTELLING.contains(&word.as_str()));
    let Some(telling) = telling else { return false };
    let quarter = |words: &[String]| words.iter().find(|word| matches!(word.as_str(), "north" | "south")).cloned();
    let same = |word: &String| {
        let stem = common_prefix(word, telling);
        stem >= 4 && stem + 2 >= telling.len() || ADJECTIVES.get(word.as_str()).is_some_and(|name| *name == telling)
    };
    said.iter().any(same) && quarter(country) == quarter(said)
}

/// Words of country names that do not tell countries apart.
static UNTELLING: LazyLock<Vec<&str>> = LazyLock::new(|| entries(include_str!("lexicon/country_words.txt")).collect());

fn common_prefix(a: &str, b: &str) -> usize {
    a.bytes().zip(b.bytes()).take_while(|(a, b)| a == b).count()
}

/// The people of the list, decoded as they lie.
///
/// The file: the number of strings (`u16`), then each string front-coded (letters shared with the one before, letters
/// that follow, both `u8`); the dates of the lists (`u8` count, then three bytes each); then, to the end, people: name
/// front-coded against the person before, item (`u32`), count of offices (`u8`), and for each the string numbers of
/// role and country (`u16`), list (`u8`), from and to (three bytes each, 0 for nothing). All little-endian.
fn people() -> impl Iterator<Item = Known> {
    let mut reader = Reader { bytes: FILE };
    let strings: Vec<String> = {
        let count = reader.number(2);
        let mut last = String::new();
        (0..count).map(|_| reader.string(&mut last)).collect()
    };
    let dates: Vec<Date> = (0..reader.number(1)).filter_map(|_| reader.date()).collect();
    let mut name = String::new();
    std::iter::from_fn(move || {
        if reader.bytes.is_empty() {
            return None;
        }
        let name = reader.string(&mut name);
        let item = reader.number(4) as u32;
        let string = |number: usize| strings.get(number).cloned().unwrap_or_default();
        let offices = (0..reader.number(1))
            .filter_map(|_| {
                let (role, country) = (string(reader.number(2)), string(reader.number(2)));
                let list = reader.number(1);
                let (from, to) = (reader.date(), reader.date());
                Some(Office { role, country, from, to, as_of: *dates.get(list)? })
            })
            .collect();
        Some(Known { name, item, offices, same_spelling: true })
    })
}

struct Reader<'a> {
    bytes: &'a [u8],
}

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> &'a [u8] {
        let (taken, rest) = self.bytes.split_at(length.min(self.bytes.len()));
        self.bytes = rest;
        taken
    }

    fn number(&mut self, bytes: usize) -> usize {
        self.take(bytes).iter().rev().fold(0, |number, byte| number << 8 | usize::from(*byte))
    }

    /// A string that shares its head with `last`, which becomes it.
    fn string(&mut self, last: &mut String) -> String {
        let (shared, length) = (self.number(1), self.number(1));
        let head = last.get(..shared).unwrap_or("").to_owned();
        *last = head + &String::from_utf8_lossy(self.take(length));
        last.clone()
    }

    fn date(&mut self) -> Option<Date> {
        let packed = self.number(3);
        let date = Date { year: (packed >> 9) as u16, month: (packed >> 5 & 15) as u8, day: (packed & 31) as u8 };
        (packed > 0).then_some(date)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(name: &str, role: &str) -> Option<(String, String, bool)> {
        let known = look_up(name, std::iter::once(role))?;
        let office = known.offices.into_iter().next()?;
        Some((known.name, office.country, known.same_spelling))
    }

    #[test]
    fn a_name_needs_a_role_or_country_that_agrees() {
        let lavrov = || Some(("Sergey Lavrov".to_owned(), "Russia".to_owned(), false));
        assert_eq!(found("Sergei Lavrov", "the head of the Russian Foreign Ministry"), lavrov());
        assert_eq!(found("Sergei Lavrov", "Russian Foreign Minister"), lavrov());
        assert_eq!(found("Sergey Lavrov", "a goalkeeper of Zenit"), None);
    }

    #[test]
    fn a_near_name_needs_both() {
        let choe = found("Choi Song Hui", "North Korean Foreign Minister");
        assert_eq!(choe, Some(("Choe Son-hui".to_owned(), "North Korea".to_owned(), false)));
        assert_eq!(found("Choi Song Hui", "South Korean Foreign Minister"), None);
        assert_eq!(found("Choi Song Hui", "Foreign Minister"), None);
    }

    #[test]
    fn what_it_says_is_dated() {
        let known = look_up("Sergey Lavrov", ["Foreign Minister"].into_iter()).expect("an office holder");
        assert_eq!(known.item, 58217);
        assert_eq!(known.offices[0].from.map(|date| date.to_string()).as_deref(), Some("2004-03-09"));
        assert!(known.offices[0].as_of.year >= 2022);
    }
}
