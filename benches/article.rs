//! Articles of any length, made up and always the same.

const PEOPLE: [(&str, &str, &str); 12] = [
    ("Anna", "Koroleva", "the transport minister"),
    ("Tom", "Vale", "chairman of Harbor Lines Inc."),
    ("Ikechukwu", "Okafor", "a professor at the University of Northport"),
    ("Jo", "Lind", "who heads the dockers’ union"),
    ("Marta", "Silveira", "the mayor of Northport"),
    ("Li", "Wenhao", "foreign ministry spokesman"),
    ("Ray", "Ortiz", "a retired colonel"),
    ("Sofia", "Marchetti", "chief economist of the Coastal Bank"),
    ("Henrik", "Dahl", "the opposition leader"),
    ("Amara", "Diallo", "an engineer"),
    ("Pavel", "Novotny", "the deputy prime minister"),
    ("Grace", "Whitfield", "a shipping analyst"),
];

const OPENINGS: [&str; 10] = [
    "In a wide-ranging interview on Monday,",
    "After two days of talks in the old customs house,",
    "According to officials,",
    "Despite pressure from the capital,",
    "As the number of idle cranes rose to 45 percent,",
    "At a news conference in Geneva,",
    "Ahead of the U.S. visit in September,",
    "While experts argue about the costs,",
    "For the third time this year,",
    "Earlier in the week,",
];

const CLAUSES: [&str; 14] = [
    "the harbor was widely described as the weakest link of the northern route",
    "the ministry had to find $1.2 billion for the new terminal",
    "nobody in the town council would say who signed the contract",
    "the talks about tariffs, quotas and port fees would resume in May",
    "the bank’s figures showed growth of 3.5 percent in the second quarter",
    "the long-delayed railway was to be opened by the end of 2027",
    "several analysts have described the plan as a turning point",
    "the dockers didn’t expect the strike to last more than a week",
    "ships from Sino-Russian joint ventures waited outside the breakwater",
    "a report by the Coastal Institute called the repairs “long overdue”",
    "the government’s critics, who had warned of this for years, were not invited",
    "the fishermen of the eastern villages lost a third of their catch",
    "the court in Northport is expected to rule on the appeal next month",
    "two people familiar with the matter confirmed the figures",
];

const FURNITURE: [&str; 6] = [
    "Read More: Cranes of the North",
    "Share this article",
    "Subscribe to our newsletter",
    "Monday, June 17, 2024",
    "Leave A Reply",
    "Photo: Northport Harbor Authority",
];

/// Numbers that follow from a seed.
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % bound
    }

    fn of<T: Copy>(&mut self, all: &[T]) -> T {
        all[self.below(all.len())]
    }
}

/// An article in plain text of about `bytes` bytes.
pub fn plain(bytes: usize) -> String {
    let mut chance = Chance(bytes as u64);
    let mut text = String::from("Harbor Talks End Without a Deal as Cranes Stand Idle\n\n");
    while text.len() < bytes {
        match chance.below(12) {
            0 => text += "What Comes Next for the Northern Route\n\n",
            1 => {
                text += chance.of(&FURNITURE);
                text += "\n\n";
            }
            2 => (0..3).for_each(|_| text += &format!("- {}\n", chance.of(&CLAUSES))),
            _ => paragraph(&mut text, &mut chance),
        }
    }
    text
}

/// The same article in Markdown.
pub fn markdown(bytes: usize) -> String {
    let text = plain(bytes).replace("What Comes Next", "## What Comes Next");
    format!("---\ntitle: Harbor talks\n---\n\n# {}", text.replace("Koroleva", "**Koroleva**"))
}

fn paragraph(text: &mut String, chance: &mut Chance) {
    for _ in 0..3 + chance.below(3) {
        let (first, last, role) = chance.of(&PEOPLE);
        let clause = chance.of(&CLAUSES);
        *text += &match chance.below(5) {
            0 => format!("{} {first} {last}, {role}, said {clause}. ", chance.of(&OPENINGS)),
            1 => format!("“We know that {clause},” {last} told reporters. “And we will not wait.” "),
            2 => format!("{} {clause}. ", chance.of(&OPENINGS)),
            3 => format!("{last} added that {clause}, while {}. ", chance.of(&CLAUSES)),
            _ => format!("It is believed that {clause}. "),
        };
    }
    *text += "\n\n";
}
