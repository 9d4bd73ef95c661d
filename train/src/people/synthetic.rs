//! Made-up pages: results of matches, menus, bylines and datelines, with names from the lists. The corpora hold few of
//! them, and names stand there without the sentences that tell them elsewhere.

use super::{
    corpus::{Annotated, MADE_UP, Name},
    lists::{self, Words},
};
use anyhow::Result;
use std::path::Path;

/// Draws names and words.
pub struct Generator {
    pub(super) random: Random,
    pub(super) given: Vec<String>,
    pub(super) surnames: Vec<String>,
    pub(super) own_given: Vec<String>,
    pub(super) own_surnames: Vec<String>,
    chinese: Vec<String>,
    korean: Vec<String>,
    russian: Vec<String>,
    cities: Vec<String>,
    countries: Vec<String>,
    bodies: Vec<String>,
    words: Vec<String>,
}

/// A text that is being written.
#[derive(Default)]
pub(super) struct Page {
    text: String,
    length: usize,
    people: Vec<Name>,
    others: Vec<Name>,
}

impl Page {
    pub(super) fn add(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self.length += text.chars().count();
        self
    }

    /// Adds a name of the kind "P" (a person), "place", "org" or "misc".
    pub(super) fn name(&mut self, kind: &str, text: &str) -> &mut Self {
        let start = self.length;
        self.add(text);
        let name = Name { start, end: self.length, kind: kind.to_owned() };
        if kind == "P" {
            self.people.push(name)
        } else {
            self.others.push(name)
        }
        self
    }

    fn annotated(self) -> Annotated {
        Annotated { corpus: MADE_UP.into(), text: self.text, people: self.people, not_people: self.others }
    }
}

const SPORTS: [&str; 12] = [
    "SOCCER",
    "BASEBALL",
    "TENNIS",
    "CRICKET",
    "GOLF",
    "ATHLETICS",
    "CYCLING",
    "RUGBY",
    "BASKETBALL",
    "HOCKEY",
    "BOXING",
    "SWIMMING",
];
const MENU: [&str; 15] = [
    "Share on Facebook",
    "Read More",
    "Sign Up",
    "Subscribe Now",
    "Most Popular",
    "Related Articles",
    "Top Stories",
    "Follow Us",
    "Sign In",
    "Privacy Policy",
    "Terms of Use",
    "Breaking News",
    "Latest News",
    "About Us",
    "Contact Us",
];
const BY: [&str; 7] = ["By ", "by ", "Reporting by ", "Posted by ", "Written by ", "By: ", "Photo: "];
const AFTER_BYLINE: [&str; 6] =
    ["Staff Writer", "Updated 10:15 a.m. EST", "March 3, 2019", "Associated Press", "Senior Reporter", "Correspondent"];
const TITLES: [&str; 7] =
    ["President ", "Prime Minister ", "spokesman ", "analyst ", "Foreign Minister ", "Senator ", "Mr. "];
const PARTICLES: [&str; 10] = ["van der", "de la", "bin", "von", "de", "van", "del", "da", "al", "dos"];
const INITIALS: [&str; 10] = ["A", "B", "C", "D", "E", "F", "J", "M", "R", "W"];
const CONTESTS: [&str; 6] = ["Open", "Grand Prix", "Cup", "Championship", "League", "Masters"];
const SECTIONS: [&str; 6] = ["News", "Weather", "Sports", "Travel", "Jobs", "Events"];

impl Generator {
    /// Reads the lists under `data`; `bodies` are names of bodies from the corpora, `words` what open text writes.
    pub fn new(data: &Path, bodies: Vec<String>, words: &Words) -> Result<Self> {
        let folder = data.join("people/lists");
        let rows = lists::csv(&folder.join("cities.csv"))?;
        let column = |at: usize| rows.iter().skip(1).filter_map(move |row| row.get(at).cloned());
        let (own_given, own_surnames) = lists::own_given_and_surnames();
        let mut countries: Vec<String> = column(1).collect();
        countries.sort();
        countries.dedup();
        Ok(Self {
            random: Random(11),
            given: lists::sorted_names(&folder.join("first_all.txt"))?,
            surnames: lists::sorted_names(&folder.join("sur_us.txt"))?,
            chinese: lists::sorted_names(&folder.join("sur_cn.txt"))?,
            korean: lists::sorted_names(&folder.join("sur_kr.txt"))?,
            russian: lists::sorted_names(&folder.join("sur_ru.txt"))?,
            own_given,
            own_surnames,
            cities: column(0).collect(),
            countries,
            bodies,
            words: lists::common_words(words, 4000),
        })
    }

    /// A made-up article.
    pub fn article(&mut self) -> Annotated {
        let mut page = Page::default();
        self.story(&mut page);
        page.annotated()
    }

    /// A page.
    pub fn page(&mut self) -> Annotated {
        let mut page = Page::default();
        match self.random.below(100) {
            0..75 => self.results(&mut page),
            75..90 => self.menu(&mut page),
            _ => self.report(&mut page),
        }
        page.annotated()
    }

    fn results(&mut self, page: &mut Page) {
        page.add(&self.random.of(&SPORTS)).add(" - ");
        if self.random.chance(40) {
            let (_, surname) = self.person();
            page.name("P", &surname.to_uppercase()).add(" ").add(&self.phrase(3).to_uppercase());
        } else {
            page.name("place", &self.country().to_uppercase())
                .add(" ")
                .add(&self.phrase(2).to_uppercase())
                .add(" RESULTS");
        }
        let date = format!(
            " {}-{:02}-{:02}\n",
            1990 + self.random.below(36),
            1 + self.random.below(12),
            1 + self.random.below(28)
        );
        page.add(".\n").name("place", &self.city().to_uppercase()).add(&date);
        let head = self.random.of(&[
            "Results of ",
            "Leading results in the ",
            "Result from the ",
            "Scores in the ",
            "Standings after the ",
        ]);
        let contest = format!("{} {}", self.city(), self.random.of(&CONTESTS));
        page.add(&head)
            .name("misc", &contest)
            .add(" on ")
            .add(&self.random.of(&["Monday", "Tuesday", "Friday", "Sunday"]))
            .add(":\n");
        let kind = self.random.below(6);
        for place in 1..=4 + self.random.below(12) {
            self.result(page, kind, place);
        }
        if self.random.chance(50) {
            let (given, surname) = self.person();
            page.name("P", &format!("{given} {surname}")).add(" ").add(&self.phrase(5)).add(" ");
            page.name("org", &self.city())
                .add(" on Sunday. ")
                .name("P", &surname)
                .add(" said ")
                .add(&self.phrase(6))
                .add(".\n");
        }
    }

    fn result(&mut self, page: &mut Page, kind: usize, place: usize) {
        let number = |random: &mut Random| random.below(130).to_string();
        match kind {
            0 => {
                let time = format!(") {}.{}\n", self.random.below(130), self.random.below(100));
                page.add(&format!("{place}. "))
                    .name("P", &self.mention(85))
                    .add(" (")
                    .name("place", &self.country())
                    .add(&time);
            }
            1 => {
                let (first, second) = (number(&mut self.random), number(&mut self.random));
                page.name("org", &self.team()).add(" ").add(&first).add(" ");
                page.name("org", &self.team()).add(" ").add(&second).add("\n");
            }
            2 => {
                page.name("P", &self.mention(85)).add(" (").name("place", &self.country()).add(") beat ");
                let score = format!(") 6-{} 7-5\n", self.random.below(5));
                page.name("P", &self.mention(85)).add(" (").name("place", &self.country()).add(&score);
            }
            3 => {
                let row: Vec<_> = (0..6).map(|_| number(&mut self.random)).collect();
                page.name("org", &self.city()).add("  ").add(&row.join(" ")).add("\n");
            }
            4 => {
                let how = self.random.of(&["b", "c", "lbw b", "run out", "not out"]);
                page.name("P", &self.person().1).add(" ").add(&how).add(" ");
                let runs = number(&mut self.random);
                page.name("P", &self.person().1).add(" ").add(&runs).add("\n");
            }
            _ => {
                let runs = number(&mut self.random);
                page.add(&runs).add(" ").name("P", &self.mention(85)).add(" ").name("org", &self.team()).add(", ");
                page.name("P", &self.mention(85)).add(" (").name("place", &self.country()).add(") 12 7\n");
            }
        }
    }

    fn menu(&mut self, page: &mut Page) {
        for _ in 0..5 + self.random.below(9) {
            match self.random.below(100) {
                0..35 => {
                    let count = 2 + self.random.below(12);
                    page.add(&self.titled(count)).add("\n");
                }
                35..50 => {
                    let body = self.body();
                    let count = 1 + self.random.below(3);
                    page.name("org", &body).add(" ").add(&self.titled(count)).add("\n");
                }
                50..60 => {
                    page.name("place", &self.city()).add(" ").add(&self.random.of(&SECTIONS)).add("\n");
                }
                60..75 => {
                    page.add(&self.random.of(&BY)).name("P", &self.mention(100));
                    page.add(&self.random.of(&["", " | ", ", ", "\n"])).add(&self.random.of(&AFTER_BYLINE)).add("\n");
                }
                75..85 => {
                    let (before, after) = (1 + self.random.below(3), 2 + self.random.below(4));
                    page.add(&self.titled(before))
                        .add(" ")
                        .name("P", &self.mention(100))
                        .add(" ")
                        .add(&self.titled(after))
                        .add("\n");
                }
                _ => {
                    page.add(&self.random.of(&MENU)).add("\n");
                }
            }
        }
    }

    fn report(&mut self, page: &mut Page) {
        let (given, surname) = self.person();
        let dateline = self.random.of(&[" (Reuters) - ", " — ", ", March 4 (AP) - ", " - "]);
        page.name("place", &self.city().to_uppercase()).add(&dateline).add("The ").add(&self.phrase(5)).add(" ");
        page.name("place", &self.country()).add(" ").add(&self.phrase(4)).add(", ").add(&self.random.of(&TITLES));
        let full = if self.random.chance(15) {
            format!("{given} {} {surname}", self.random.of(&PARTICLES))
        } else {
            format!("{given} {surname}")
        };
        page.name("P", &full).add(" said ").add(&self.phrase(4)).add(". ");
        page.name("P", &surname).add(" ").add(&self.phrase(5)).add(".\n");
        page.name("org", &self.body()).add(" ").add(&self.phrase(6)).add(" ").name("place", &self.city()).add(".\n");
    }

    /// Given name and surname.
    fn person(&mut self) -> (String, String) {
        let random = &mut self.random;
        let given = random.of(&self.given);
        match random.below(106) {
            0..40 => (capitalised(&given), capitalised(&random.of(&self.surnames))),
            40..80 => (capitalised(&random.of(&self.given)), capitalised(&random.of(&self.surnames))),
            80..90 => (capitalised(&given), capitalised(&random.of(&self.russian))),
            _ => self.eastern(),
        }
    }

    /// Surname and given name of a Chinese or, seldom, Korean person.
    pub(super) fn eastern(&mut self) -> (String, String) {
        let random = &mut self.random;
        if random.chance(62) {
            let syllables = ["wen", "bin", "jun", "xiao", "ming", "li", "hua", "zhi", "guo", "ping", "fei", "yan"];
            let second = if random.chance(60) { random.of(&syllables) } else { String::new() };
            let name = format!("{}{second}", random.of(&syllables));
            (capitalised(&random.of(&self.chinese)), capitalised(&name))
        } else {
            let syllables = ["hui", "jae", "min", "seo", "yoon", "hyun", "jong", "un", "sung", "hye", "kyung", "woo"];
            let name = format!("{}-{}", capitalised(&random.of(&syllables)), random.of(&syllables));
            (capitalised(&random.of(&self.korean)), name)
        }
    }

    /// A full name in `percent` of the cases, else a surname or an initial with it.
    fn mention(&mut self, percent: usize) -> String {
        let (given, surname) = self.person();
        if self.random.chance(percent) {
            match self.random.below(100) {
                0..6 => format!("{given} {} {surname}", self.random.of(&PARTICLES)),
                6..12 => format!("{given} {}. {surname}", self.random.of(&INITIALS)),
                _ => format!("{given} {surname}"),
            }
        } else if self.random.chance(60) {
            surname
        } else {
            format!("{}. {surname}", given.chars().take(1).collect::<String>())
        }
    }

    fn team(&mut self) -> String {
        let city = self.city();
        if self.random.chance(20) { city.to_uppercase() } else { city }
    }

    pub(super) fn city(&mut self) -> String {
        self.random.of(&self.cities)
    }

    pub(super) fn country(&mut self) -> String {
        self.random.of(&self.countries)
    }

    pub(super) fn body(&mut self) -> String {
        self.random.of(&self.bodies)
    }

    pub(super) fn letter(&mut self) -> String {
        self.random.of(&INITIALS)
    }

    /// `words` common words.
    pub(super) fn common(&mut self, words: usize) -> String {
        self.phrase(words)
    }

    fn phrase(&mut self, words: usize) -> String {
        let words: Vec<_> = (0..words).map(|_| self.random.of(&self.words)).collect();
        words.join(" ")
    }

    pub(super) fn titled(&mut self, words: usize) -> String {
        let words: Vec<_> = (0..words).map(|_| capitalised(&self.random.of(&self.words))).collect();
        words.join(" ")
    }
}

pub(super) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// A generator of numbers that always gives the same ones.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
        ((self.0 >> 33) % end.max(1) as u64) as usize
    }

    pub(super) fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub(super) fn of<Item: AsRef<str>>(&mut self, items: &[Item]) -> String {
        items[self.below(items.len())].as_ref().to_owned()
    }
}
