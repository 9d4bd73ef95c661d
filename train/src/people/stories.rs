//! Made-up articles: sentences with people, firms, teams, ships and streets in them, each in full at first and short
//! later. They teach that a name that looks like a person's may be a firm's, and which names stand for one person.

use super::synthetic::{Generator, Page, capitalised};
use std::sync::LazyLock;

/// A person, firm or other thing of one article.
#[derive(Clone, Default)]
struct Actor {
    full: String,
    short: String,
    given: String,
    named: bool,
}

/// Who and what one article is about.
struct Cast {
    people: [Actor; 3],
    kin: [Actor; 3],
    bodies: [Actor; 2],
    teams: [Actor; 2],
    ship: String,
    paper: String,
    storm: Actor,
    /// A product, pet or robot: a name that no person has, or a given name.
    thing: Actor,
}

static TEMPLATES: LazyLock<(Vec<&str>, Vec<&str>)> = LazyLock::new(|| {
    let lines = include_str!("stories.txt").lines().filter(|line| !line.starts_with('#'));
    let (first, rest): (Vec<_>, Vec<_>) = lines.partition(|line| line.starts_with('!'));
    (first.into_iter().map(|line| &line[1..]).collect(), rest)
});

const ROLES: [&str; 24] = [
    "chairman",
    "chief executive",
    "spokeswoman",
    "director",
    "mayor",
    "minister",
    "captain",
    "coach",
    "lawyer",
    "judge",
    "striker",
    "composer",
    "professor",
    "chef",
    "farmer",
    "clerk",
    "analyst",
    "founder",
    "baker",
    "editor",
    "deputy",
    "engineer",
    "pianist",
    "inspector",
];
const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const FIRM_TAILS: [&str; 14] = [
    "Group",
    "Holdings",
    "Partners",
    "Homes",
    "Freight",
    "Foods",
    "Energy",
    "Motors",
    "Capital",
    "Shipping",
    "Media",
    "Pharma",
    "Mills",
    "Consulting",
];
const TEAM_TAILS: [&str; 9] =
    ["United", "Rovers", "City", "Athletic", "Wanderers", "Town", "Tigers", "Sharks", "Albion"];
const PAPER_TAILS: [&str; 8] = ["Courier", "Gazette", "Post", "Times", "Echo", "Mail", "Chronicle", "Observer"];
const ROAD_TAILS: [&str; 9] = ["Close", "Lane", "Road", "Street", "Court", "Gardens", "Avenue", "Square", "Bridge"];
const ALLEYS: [&str; 6] = ["Queen", "King", "Prince", "St.", "Old", "Little"];
const LAW_TAILS: [&str; 5] = ["Act", "Plan", "Prize", "Inquiry", "Report"];

impl Generator {
    /// A made-up article.
    pub(super) fn story(&mut self, page: &mut Page) {
        let (first, rest) = &*TEMPLATES;
        let mut cast = self.cast();
        let opening = self.random.of(first);
        self.sentence(&opening, &mut cast, page);
        for _ in 0..5 + self.random.below(12) {
            page.add(if self.random.chance(55) { " " } else { "\n" });
            let sentence = self.random.of(rest);
            self.sentence(&sentence, &mut cast, page);
        }
        page.add("\n");
    }

    fn cast(&mut self) -> Cast {
        let people: [Actor; 3] = std::array::from_fn(|_| self.actor());
        let kin = people.clone().map(|person| {
            let given = self.given_name();
            Actor { full: format!("{given} {}", person.short), short: given.clone(), given, named: false }
        });
        let storm = Actor { full: format!("Storm {}", self.given_name()), ..Actor::default() };
        Cast {
            people,
            kin,
            bodies: std::array::from_fn(|_| self.firm()),
            teams: std::array::from_fn(|_| self.club()),
            ship: format!("{} {}", self.given_name(), self.given_name()),
            paper: format!("{} {}", self.city(), self.random.of(&PAPER_TAILS)),
            thing: {
                let name = if self.random.chance(85) { self.coined() } else { self.given_name() };
                Actor { full: name.clone(), short: name, ..Actor::default() }
            },
            storm: Actor { short: storm.full.trim_start_matches("Storm ").to_owned(), ..storm },
        }
    }

    /// A person with a name of some part of the world.
    fn actor(&mut self) -> Actor {
        let given = self.given_name();
        let surname = self.surname();
        let (full, short) = match self.random.below(100) {
            0..6 => {
                let short = format!("{} {surname}", self.random.of(&["van der", "de la", "von", "van", "de", "dos"]));
                (format!("{given} {short}"), short)
            }
            6..10 => {
                let short = format!("{}-{surname}", self.random.of(&["al", "al", "el"]));
                (format!("{given} bin {} {short}", self.given_name()), short)
            }
            10..16 => {
                let short = format!("{surname}-{}", self.surname());
                (format!("{given} {short}"), short)
            }
            16..21 => (format!("{given} {}. {surname}", given.chars().take(1).collect::<String>()), surname),
            21..24 => (format!("{}.{}. {surname}", self.letter(), self.letter()), surname),
            24..27 => (format!("{given} {surname} {}", self.random.of(&["Jr.", "III", "Sr."])), surname),
            27..31 => (format!("{given} \"{}\" {surname}", capitalised(&self.common(1))), surname),
            31..37 => (format!("{given} {} {surname}", self.given_name()), surname),
            37..48 => {
                let (surname, given) = self.eastern();
                (format!("{surname} {given}"), surname)
            }
            48..52 => {
                let last = self.given_name();
                (format!("{surname} {} {last}", self.random.of(&["Van", "Thi", "Minh", "Thanh"])), last)
            }
            _ => (format!("{given} {surname}"), surname),
        };
        Actor { full, short, given, named: false }
    }

    /// A firm or body: short forms are what stands before its common last word.
    fn firm(&mut self) -> Actor {
        let head = match self.random.below(5) {
            0 | 1 => self.surname(),
            2 => self.coined(),
            3 => self.city(),
            _ => self.given_name(),
        };
        let full = match self.random.below(10) {
            0..2 => self.body(),
            2 => head.clone(),
            3 => format!("{head} & {}", self.surname()),
            4..7 => format!("{head} {}", self.random.of(&FIRM_TAILS)),
            _ => format!("{head} {}", capitalised(&self.common(1))),
        };
        let short = if full.starts_with(&head) { head } else { full.clone() };
        Actor { full, short, ..Actor::default() }
    }

    fn club(&mut self) -> Actor {
        let (city, tail) = (self.city(), self.random.of(&TEAM_TAILS));
        let short = if self.random.chance(60) { city.clone() } else { tail.clone() };
        Actor { full: format!("{city} {tail}"), short, ..Actor::default() }
    }

    /// Writes a template; `{…}` stands for names and words.
    fn sentence(&mut self, template: &str, cast: &mut Cast, page: &mut Page) {
        let mut rest = template;
        let mut opens = true;
        while let Some((before, after)) = rest.split_once('{') {
            let (slot, after) = after.split_once('}').unwrap_or((after, ""));
            page.add(before);
            opens &= before.is_empty();
            self.slot(slot, opens, cast, page);
            opens = false;
            rest = after;
        }
        page.add(rest);
    }

    fn slot(&mut self, slot: &str, opens: bool, cast: &mut Cast, page: &mut Page) {
        let (kind, number) = slot.split_at(slot.find(|c: char| c.is_ascii_digit()).unwrap_or(slot.len()));
        let count = number.parse::<usize>().unwrap_or(1);
        let at = count.saturating_sub(1);
        let at_start = |text: String| if opens { capitalised(&text) } else { text };
        match kind {
            "p" => page.name("P", &at_start(self.form(&mut cast.people[at % 3], 80))),
            "k" => page.name("P", &self.form(&mut cast.kin[at % 3], 50)),
            "g" => page.name("P", &cast.kin[at % 3].given),
            "s" => page.name("P", &self.surname()),
            "b" => page.name("org", &self.form(&mut cast.bodies[at % 2], 60)),
            "t" => page.name("org", &self.form(&mut cast.teams[at % 2], 60)),
            "c" => page.name("place", &self.city()),
            "n" => page.name("place", &self.country()),
            "ship" => page.name("misc", &cast.ship),
            "paper" => page.name("org", &cast.paper),
            "storm" => page.name("misc", &self.form(&mut cast.storm, 80)),
            "road" => page.name("place", &format!("{} {}", self.given_or_surname(), self.random.of(&ROAD_TAILS))),
            "law" => page.name("misc", &format!("{} {}", self.surname(), self.random.of(&LAW_TAILS))),
            "work" => page.name("misc", &self.titled(count.max(2))),
            "role" => page.add(&at_start(self.role())),
            "x" => page.name("misc", &self.form(&mut cast.thing, 100)),
            "alley" => page.name(
                "place",
                &format!("{} {} {}", self.random.of(&ALLEYS), self.given_name(), self.random.of(&ROAD_TAILS)),
            ),
            "of" => page.name("misc", &self.surname()),
            "day" => page.add(&self.random.of(&DAYS)),
            "d" => page.add(&(1 + self.random.below(60)).to_string()),
            "W" => page.add(&self.titled(count)),
            _ => page.add(&at_start(self.common(count))),
        };
    }

    /// The full form at first, later the short one in `percent` of the cases.
    fn form(&mut self, actor: &mut Actor, percent: usize) -> String {
        let short = actor.named && self.random.chance(percent);
        actor.named = true;
        if short { actor.short.clone() } else { actor.full.clone() }
    }

    /// A noun for what a person is: of the short list, or of the lexicon.
    fn role(&mut self) -> String {
        static TITLES: LazyLock<Vec<&str>> = LazyLock::new(|| {
            let lines = include_str!("../../../src/people/lexicon/titles.txt").lines();
            lines.filter(|line| !line.starts_with('#') && line.len() > 4).collect()
        });
        if self.random.chance(50) { self.random.of(&ROLES) } else { self.random.of(&TITLES) }
    }

    fn given_or_surname(&mut self) -> String {
        if self.random.chance(50) { self.given_name() } else { self.surname() }
    }

    /// A word that is no name: the head of one surname and the tail of another.
    fn coined(&mut self) -> String {
        let (first, second) = (self.surname(), self.surname());
        let middle = |word: &str| word.char_indices().nth(word.chars().count().div_ceil(2)).map_or(0, |(at, _)| at);
        capitalised(&format!("{}{}", &first[..middle(&first)], &second[middle(&second)..]).to_lowercase())
    }

    /// A surname: of the lists, or one that they lack.
    fn surname(&mut self) -> String {
        match self.random.below(10) {
            0..3 => self.coined(),
            3..7 => self.random.of(&self.own_surnames),
            _ => capitalised(&self.random.of(&self.surnames)),
        }
    }

    fn given_name(&mut self) -> String {
        if self.random.chance(60) { self.random.of(&self.own_given) } else { capitalised(&self.random.of(&self.given)) }
    }
}
