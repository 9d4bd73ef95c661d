//! The built-in list of office holders: who held which office in 2022 and 2023, from Wikidata by way of
//! every-politician-scrapers, and the members of the United States Congress (`models/names.md`).
//!
//! The list is old by nature. What it says is always shown with its date, and only where the article agrees with it in
//! role or country.

mod file;

use super::{
    fold::{fold, folded},
    spelling::{Likeness, likeness},
    words::{Classes, entries},
};
use crate::syntax::Token;
use rustc_hash::FxHashMap;
use std::{cmp::Reverse, sync::LazyLock};

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
    let name = folded(name);
    let wanted: Vec<&str> = parts(&name).collect();
    let said: Vec<Vec<String>> = roles.map(words).filter(|role| !role.is_empty()).collect();
    if wanted.len() < 2 || said.is_empty() {
        return None;
    }
    let mut own = String::new();
    let alike = |name: &str| {
        fold(name, &mut own);
        Some(resemblance(&own, &wanted)).filter(|likeness| *likeness > Likeness::Different)
    };
    let mut best: Option<(Likeness, Known)> = None;
    for (likeness, mut known) in file::people(alike) {
        known.same_spelling = likeness == Likeness::Same;
        known.offices.sort_by_cached_key(|office| Reverse(agreement(office, &said)));
        let agrees = known.offices.first().map_or(0, |office| agreement(office, &said));
        let needed = if likeness == Likeness::Near { 2 } else { 1 };
        if agrees >= needed && best.as_ref().is_none_or(|(nearest, _)| likeness > *nearest) {
            best = Some((likeness, known));
        }
    }
    best.map(|(_, known)| known)
}

/// How alike the folded `name` is to one of the parts `wanted`: as their least alike parts.
fn resemblance(name: &str, wanted: &[&str]) -> Likeness {
    let mut own = parts(name);
    let mut least = Likeness::Same;
    for wanted in wanted {
        least = least.min(own.next().map_or(Likeness::Different, |own| part_likeness(own, wanted)));
        if least == Likeness::Different {
            return least;
        }
    }
    if own.next().is_none() { least } else { Likeness::Different }
}

/// A letter more, less or another one is near.
fn part_likeness(a: &str, b: &str) -> Likeness {
    let slip = if is_one_slip(a, b) { Likeness::Near } else { Likeness::Different };
    likeness(a, b).max(slip)
}

/// One letter more, less or another leads from `a` to `b`, or none does.
fn is_one_slip(a: &str, b: &str) -> bool {
    let same = |(a, b): &(char, char)| a == b;
    let head: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (a, b) = (&a[head..], &b[head..]);
    let tail: usize = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    [a, b].iter().all(|rest| rest[..rest.len() - tail].chars().nth(1).is_none())
}

/// The parts of a folded name.
fn parts(name: &str) -> impl Iterator<Item = &str> {
    name.split([' ', '-', '.']).filter(|part| !part.is_empty())
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{prelude::*, sample::Index};

    /// What [`look_up`] says, the plain way: every name taken apart, every two parts compared letter by letter.
    fn plainly(name: &str, roles: &[&str]) -> Option<Known> {
        let apart = |name: &str| parts(&folded(name)).map(str::to_owned).collect::<Vec<_>>();
        let alike = |(a, b): (&String, &String)| {
            let slip = if strsim::levenshtein(a, b) <= 1 { Likeness::Near } else { Likeness::Different };
            likeness(a, b).max(slip)
        };
        let wanted = apart(name);
        let said: Vec<Vec<String>> = roles.iter().map(|role| words(role)).filter(|role| !role.is_empty()).collect();
        let mut best: Option<(Likeness, Known)> = None;
        for ((), mut known) in file::people(|_| Some(())) {
            let own = apart(&known.name);
            let least = own.iter().zip(&wanted).map(alike).min().filter(|_| own.len() == wanted.len() && own.len() > 1);
            known.same_spelling = least == Some(Likeness::Same);
            known.offices.sort_by_key(|office| Reverse(agreement(office, &said)));
            let agrees = known.offices.iter().map(|office| agreement(office, &said)).max().unwrap_or(0);
            let enough = match least {
                None | Some(Likeness::Different) => false,
                Some(Likeness::Near) => agrees == 2,
                Some(_) => agrees >= 1,
            };
            if enough && best.as_ref().map(|(nearest, _)| *nearest) < least {
                best = least.map(|least| (least, known));
            }
        }
        best.map(|(_, known)| known)
    }

    /// `name` with a slip of the pen: the letter at a share of it left out, doubled, or another one.
    fn slipped(name: &str, (place, kind, letter): &(Index, u8, char)) -> String {
        let mut letters: Vec<char> = name.chars().collect();
        let at = place.index(letters.len());
        match kind {
            0 => _ = letters.remove(at),
            1 => letters.insert(at, *letter),
            2 => letters[at] = *letter,
            _ => {}
        }
        letters.into_iter().collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_quick_look_finds_whom_a_plain_one_finds(
            person in any::<Index>(),
            slips in prop::collection::vec((any::<Index>(), 0..5_u8, "[a-z é-]".prop_map(|s| s.chars().next().unwrap_or(' '))), 0..4),
            other in any::<Index>(),
        ) {
            let all: Vec<Known> = file::people(|_| Some(())).map(|((), known)| known).collect();
            let office = &person.get(&all).offices[0];
            let said = format!("the {} of {}", office.role, office.country);
            let name = slips.iter().fold(person.get(&all).name.clone(), |name, slip| slipped(&name, slip));
            for roles in [vec![&*said], vec!["the president"], vec![&other.get(&all).offices[0].role, "minister"]] {
                prop_assert_eq!(look_up(&name, roles.iter().copied()), plainly(&name, &roles), "{} as {:?}", name, roles);
            }
        }
    }

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
