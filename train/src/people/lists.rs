//! The name and place lists, and the case of words in open text, as one hash table.

use super::text;
use anyhow::{Context, Result};
use copydesk::{
    people::{
        fold::folded,
        lists::{HashTable, Listed, mark},
    },
    syntax::{Token, TokenKind},
};
use rustc_hash::{FxHashMap, FxHashSet};
use std::path::Path;

/// Evidence for one word, in lower case without diacritics.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    given: u32,
    surname: u32,
    place: f32,
    capital: u32,
    small: u32,
    marks: u16,
}

/// The evidence of all lists by word, in lower case without diacritics.
pub type Words = FxHashMap<String, Evidence>;

/// Reads the lists under `data`, and how open text writes each word.
pub fn read(data: &Path) -> Result<Words> {
    let lists = data.join("people/lists");
    let mut words = Words::default();
    read_names(&lists, &mut words)?;
    read_places(&lists, &mut words)?;
    read_case(data, &mut words)?;
    read_own(&mut words);
    Ok(words)
}

/// The table that ships: every listed name and place, and the words that open text writes often enough.
pub fn table(words: &Words) -> Vec<u8> {
    let entries: Vec<(u32, u16)> = (words.iter())
        .map(|(word, evidence)| (Token::hash_of(word), evidence.packed().bits()))
        .filter(|&(_, bits)| bits != 0)
        .collect();
    HashTable::pack(&{
        let mut entries = entries;
        entries.sort_unstable();
        entries
    })
}

impl Evidence {
    fn packed(&self) -> Listed {
        let given = [0, 1, 2, 2, 3][self.given.min(4) as usize];
        let place = match self.place {
            p if p < 0.5 => 0,
            p if p < 2.0 => 1,
            p if p < 10.0 => 2,
            _ => 3,
        };
        let seen = self.capital + self.small;
        let case = if seen < 3 {
            0
        } else {
            let odds = ((self.small as f32 + 0.3) / (self.capital as f32 + 0.3)).log10();
            1 + (2.0 + odds * 1.2).round().clamp(0.0, 4.0) as u16
        };
        let common = u16::from(seen > 40) * mark::COMMON;
        Listed::pack(given, self.surname as u16, place, case, self.marks | common)
    }
}

fn read_names(lists: &Path, words: &mut Words) -> Result<()> {
    for word in names(&lists.join("first_all.txt"))? {
        words.entry(word).or_default().given += 1;
    }
    let mut countries = FxHashMap::<String, FxHashSet<String>>::default();
    for row in csv(&lists.join("fore_sig.csv"))? {
        let [country, .., gender, _, name] = row.as_slice() else { continue };
        for word in name.split_whitespace().filter(|word| is_word(word)) {
            let word = folded(word);
            let evidence = words.entry(word.clone()).or_default();
            evidence.marks |= match gender.as_str() {
                "F" => mark::FEMININE,
                "M" => mark::MASCULINE,
                _ => 0,
            };
            countries.entry(word).or_default().insert(country.clone());
        }
    }
    for (word, countries) in countries {
        words.entry(word).or_default().given += 1 + countries.len() as u32;
    }
    for (file, marks) in [
        ("sur_all.txt", 0),
        ("sur_us.txt", 0),
        ("sur_ru.txt", 0),
        ("sur_cn.txt", mark::CHINESE),
        ("sur_kr.txt", mark::KOREAN),
    ] {
        for word in names(&lists.join(file))? {
            let evidence = words.entry(word).or_default();
            evidence.surname += 1;
            evidence.marks |= marks;
        }
    }
    let mut countries = FxHashMap::<String, FxHashSet<String>>::default();
    for row in csv(&lists.join("sur_sig.csv"))? {
        let (Some(country), Some(name)) = (row.first(), row.get(5)) else { continue };
        for word in name.split_whitespace().filter(|word| is_word(word)) {
            countries.entry(folded(word)).or_default().insert(country.clone());
        }
    }
    for (word, countries) in countries {
        words.entry(word).or_default().surname += 1 + countries.len() as u32;
    }
    Ok(())
}

/// Names that come with this program.
const WOMEN: &str = include_str!("../../names/women.txt");
const MEN: &str = include_str!("../../names/men.txt");
const GIVEN: &str = include_str!("../../names/given.txt");
const SURNAMES: &str = include_str!("../../names/surnames.txt");

/// The names that come with this program; those that open text writes without a capital are left out.
fn read_own(words: &mut Words) {
    for (list, marks) in [(WOMEN, mark::FEMININE), (MEN, mark::MASCULINE), (GIVEN, 0)] {
        for word in own_names(list) {
            if let Some(evidence) = named(words, word) {
                evidence.given += 1;
                evidence.marks |= marks;
            }
        }
    }
    for word in own_names(SURNAMES) {
        if let Some(evidence) = named(words, word) {
            evidence.surname += 1;
        }
    }
}

/// The given names and the surnames that come with this program, as they are written.
pub fn own_given_and_surnames() -> (Vec<String>, Vec<String>) {
    let owned = |list: &'static str| own_names(list).map(str::to_owned);
    (owned(WOMEN).chain(owned(MEN)).collect(), owned(SURNAMES).collect())
}

fn own_names(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.starts_with('#'))
}

fn named<'a>(words: &'a mut Words, word: &str) -> Option<&'a mut Evidence> {
    let evidence = words.entry(folded(word)).or_default();
    (evidence.small < 20 || evidence.small < 10 * evidence.capital).then_some(evidence)
}

fn read_places(lists: &Path, words: &mut Words) -> Result<()> {
    for row in csv(&lists.join("cities.csv"))?.into_iter().skip(1) {
        for (column, weight) in [(0, 1.0), (2, 2.0), (1, 5.0)] {
            let Some(name) = row.get(column) else { continue };
            let parts: Vec<_> = name.split(|c: char| !c.is_alphanumeric()).filter(|part| is_word(part)).collect();
            let share = if parts.len() == 1 { weight } else { weight * 0.3 };
            for part in parts {
                words.entry(folded(part)).or_default().place += share;
            }
        }
    }
    Ok(())
}

/// Counts how words are written inside sentences, where a capital means something.
fn read_case(data: &Path, words: &mut Words) -> Result<()> {
    let mut counts = FxHashMap::<String, (u32, u32)>::default();
    text::for_each_line(data, |line, prose| {
        for sentence in &prose.sentences {
            let tokens = &prose.tokens_of(sentence)[1..];
            let tokens: Vec<_> = tokens.iter().filter(|token| token.kind == TokenKind::Word).collect();
            if tokens.iter().filter(|token| token.capital).count() * 2 > tokens.len() {
                continue;
            }
            for token in tokens {
                let count = counts.entry(folded(token.of(line))).or_default();
                *(if token.capital { &mut count.0 } else { &mut count.1 }) += 1;
            }
        }
    })?;
    for (word, (capital, small)) in counts {
        if capital + small >= 3 {
            let evidence = words.entry(word).or_default();
            (evidence.capital, evidence.small) = (capital, small);
        }
    }
    Ok(())
}

/// The one-word names of a list, folded and in order.
pub fn sorted_names(path: &Path) -> Result<Vec<String>> {
    let mut names: Vec<_> = names(path)?.into_iter().collect();
    names.sort();
    Ok(names)
}

/// The `most` commonest words of open text that have no capital, of four letters or more.
pub fn common_words(words: &Words, most: usize) -> Vec<String> {
    let mut common: Vec<(u32, &String)> = (words.iter())
        .filter(|(word, evidence)| word.len() > 3 && evidence.small > 10 * evidence.capital)
        .map(|(word, evidence)| (evidence.small, word))
        .collect();
    common.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    common.into_iter().take(most).map(|(_, word)| word.clone()).collect()
}

/// The one-word names of a list, folded, without doubles.
fn names(path: &Path) -> Result<FxHashSet<String>> {
    let text = std::fs::read(path).with_context(|| path.display().to_string())?;
    let text = String::from_utf8_lossy(&text);
    Ok(text.trim_start_matches('\u{feff}').lines().map(str::trim).filter(|word| is_word(word)).map(folded).collect())
}

fn is_word(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-'))
}

/// The rows of a comma-separated file; quoted fields may hold commas.
pub fn csv(path: &Path) -> Result<Vec<Vec<String>>> {
    text::lines(path)?.map(|line| Ok(fields(&line?))).collect()
}

fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => {
                if let Some(field) = fields.last_mut() {
                    field.push(c);
                }
            }
        }
    }
    fields
}
