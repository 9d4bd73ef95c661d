//! The card of the names model, with what it reaches on texts that it was not trained on.

use super::{
    corpus::{self, Labelled, LabelledBlock},
    text,
};
use anyhow::Result;
use copydesk::{
    model::Labeller,
    people::{BlockNames, filter::Filter, names},
    text::Span,
};
use std::path::Path;

/// Names found against the gold of a corpus.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    exact: usize,
    /// Found where no person is named.
    wrong: usize,
    words: usize,
}

/// The text of `names.md`; `sizes`: files and their bytes.
pub fn text(data: &Path, labeller: &Labeller, filter: Filter, sizes: &[(&str, usize)]) -> Result<String> {
    let mut card = HEAD.to_owned();
    for (name, size) in sizes {
        let what = FILES.iter().find(|(file, _)| file == name).map_or("", |(_, what)| what);
        card += &format!("| {name} | {size} | {what} |\n");
    }
    card += BODY;
    for name in ["cleanconll", "gum"] {
        let mut score = Score::default();
        for line in text::lines(&data.join("people/dev").join(name).with_extension("jsonl"))? {
            score.add(labeller, filter, &Labelled::new(&serde_json::from_str::<corpus::Annotated>(&line?)?, 0));
        }
        card += &score.row(name);
    }
    Ok(card)
}

impl Score {
    fn add(&mut self, labeller: &Labeller, filter: Filter, text: &Labelled) {
        let names: Vec<BlockNames> = (text.blocks.iter())
            .map(|LabelledBlock { block, prose, .. }| BlockNames::with(labeller, block.span.of(&text.text), prose))
            .collect();
        let views = text.views_with(&names);
        let found: Vec<Span> = (names::find_with(labeller, filter, &views).into_iter())
            .map(|mention| views[mention.view].span(mention).shift(views[mention.view].base))
            .collect();
        self.gold += text.people.len();
        self.found += found.len();
        self.exact += found.iter().filter(|span| text.people.contains(span)).count();
        self.wrong += found.iter().filter(|span| !text.people.iter().any(|person| person.overlaps(**span))).count();
        self.words += text.text.split_whitespace().count();
    }

    fn row(&self, name: &str) -> String {
        let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        let (precision, recall) = (share(self.exact, self.found), share(self.exact, self.gold));
        let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        let wrong = 1000.0 * self.wrong as f64 / self.words.max(1) as f64;
        format!("| {name} | {} | {precision:.1} | {recall:.1} | {f1:.1} | {wrong:.2} |\n", self.gold)
    }
}

const FILES: [(&str, &str); 4] = [
    ("names.bin", "weights of a linear-chain labeller, eight bits each, read in place"),
    ("names.filter.bin", "weights of a logistic regression over each name and the article around it"),
    ("names.lists.bin", "words (as hashes) with their strength as given name, surname, place, and their usual case"),
    ("known.bin", "office holders of 2022 and 2023 and the United States Congress, with offices and dates"),
];

const HEAD: &str = "\
# names: names of people

Written by `cargo run --release -p train -- people`; the same corpora give the same bytes.

| file | bytes | what |
|---|---|---|
";

const BODY: &str = "
Labels: person, place, body (each with its first and later words), other name, none. Only words with a capital, and the
particles and full stops between them, are looked at; all others are outside every name.
Learner: conditional random field (AdaGrad), over the word, its affixes and shape, its neighbours, the lists, and how the
whole article uses the word. The filter learns from names that models of three quarters of the corpora propose in the
fourth.

Corpora: GUM without its non-commercial genres (CC BY, CC BY-SA, public domain), wikigold (CC BY 4.0), CrossNER politics
(MIT, Wikipedia text CC BY-SA), re3d without its non-commercial part (CC BY 3.0 AU, Open Government Licence, public
domain), UNER English EWT (CC BY-SA 4.0), and 450 pages and 500 articles made up from the lists.
Licence of the weights: CC BY-SA 4.0, with credit to the corpora.

Lists: smashew/NameDatabases (Unlicense), sigpwned/popular-names-by-country (CC0), Faker (MIT), GeoNames cities
(CC BY 4.0). Case of words: WCXB (CC BY 4.0), Universal Dependencies EWT and GUM (CC BY-SA 4.0). Office holders:
Wikidata (CC0) by way of every-politician-scrapers, unitedstates/congress-legislators (CC0).

Reached on corpora that gave no weight and no list (names with exact edges, before page furniture is left out):

| corpus | names | precision | recall | F1 | false per 1000 words |
|---|---|---|---|---|---|
";
