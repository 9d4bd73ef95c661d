//! Texts that are too long for one article: they are read in parts, and nobody notices but by the speed.

use copydesk::{
    analysis::{Analysis, Memo, Settings, analyze},
    boilerplate::HousePhrases,
    syntax::Language,
};
use std::cell::Cell;

/// Articles of a volume that is far too long for one.
const ARTICLES: usize = 500;

/// A year of a small paper in one file: so many short articles.
fn volume(articles: usize) -> String {
    const PLACES: [&str; 7] =
        ["Harnsund", "Ostrava Quay", "Lower Veld", "Tarn Bridge", "Elmswick", "Port Sorrel", "Kell"];
    const NAMES: [&str; 5] = ["Ingrid Sollen", "Tomas Verhage", "Adaeze Nwosu", "Piet Harkema", "Lucia Brandolini"];
    let article = |number: usize| {
        let (place, name) = (PLACES[number % 7], NAMES[number % 5]);
        let surname = name.rsplit(' ').next().unwrap_or(name);
        format!(
            "The {number}th winter of {place}\n\n\
             {name}, who keeps the ferry at {place}, said on Monday that the {number} boats of the old fleet would stay \
             ashore until the ice had gone from the upper basin. The council wrote to the owners in the same week.\n\n\
             Experts argue that the basin of {place} will freeze for the {number}th time, and that the piers built after \
             the flood are too weak for it. The harbour office has counted the cracks since the spring.\n\n\
             “We have waited for {number} years and nobody came,” {surname} said. She walked along the quay and showed \
             the visitors where the rails had sunk into the mud under the weight of the last cargo.\n\n\
             Share this article\n\n\
             The letters of the owners fill {number} boxes in the town hall, where the clerk has numbered every page, and \
             the oldest of them is a bill for rope and tar that was never paid.\n\n"
        )
    };
    (1..=articles).map(article).collect()
}

fn read(text: &str, settings: &Settings, memo: &mut Memo) -> Analysis {
    analyze(text, Language::PlainText, settings, memo, &|| false).expect("nobody cancels")
}

fn fresh(text: &str, settings: &Settings) -> Analysis {
    read(text, settings, &mut Memo::default())
}

#[test]
fn typing_in_a_long_text_gives_what_reading_it_gives() {
    let (mut text, settings, mut memo) = (volume(ARTICLES), Settings::default(), Memo::default());
    read(&text, &settings, &mut memo);
    for place in ["the 7th time", "the 211th time", "the 499th time"] {
        for typed in [" and", " Marta", " Okoye", ".\n\nCritics", " say"] {
            let at = text.find(place).expect("it stands there") + place.len();
            text.insert_str(at, typed);
            assert!(read(&text, &settings, &mut memo) == fresh(&text, &settings), "{typed:?} after {place:?}");
        }
    }
}

#[test]
fn a_long_text_names_a_person_once() {
    let first = "Marta Orlenko, the transport minister, opened the winter session of the council and spoke for an hour \
                 about the ferries and their owners.\n\n";
    let last = "Minister Orlenko said that the ferries would be sold. Orlenko left before the vote was counted, and the \
                council went on without her until the evening.\n\n";
    let text = format!("{first}{}{last}", volume(ARTICLES));
    let analysis = fresh(&text, &Settings::default());
    let named: Vec<_> = analysis.people.people.iter().filter(|person| person.name.contains("Orlenko")).collect();
    let [minister] = named.as_slice() else { panic!("{named:?}") };
    assert_eq!(minister.name, "Marta Orlenko");
    let mentions: Vec<&str> = minister.mentions.iter().map(|span| span.of(&text)).collect();
    assert_eq!(mentions, ["Marta Orlenko", "Orlenko", "Orlenko"]);
    let said = analysis.statements.attributions.iter().rev().find(|said| said.content.of(&text).contains("be sold"));
    let speaker = said.and_then(|said| said.person).map(|person| &*analysis.people.people[person].name);
    assert_eq!(speaker, Some("Marta Orlenko"));
    for name in ["Ingrid Sollen", "Piet Harkema"] {
        assert_eq!(analysis.people.people.iter().filter(|person| person.name == name).count(), 1, "{name}");
    }
}

#[test]
fn a_long_text_has_its_claims_and_its_furniture_everywhere() {
    let text = volume(ARTICLES);
    let analysis = fresh(&text, &Settings::default());
    let count = |rule: &str| analysis.findings.iter().filter(|finding| finding.rule == rule).count();
    assert_eq!(count("attribution/vague-source"), ARTICLES);
    assert_eq!(count("boilerplate/share-prompt"), ARTICLES);
    assert_eq!(analysis.words, text.split_whitespace().count());
    let experts = analysis.findings.iter().filter(|finding| finding.rule == "attribution/vague-source");
    experts.for_each(|finding| assert!(finding.span.of(&text).starts_with("Experts"), "{finding:?}"));
}

#[test]
fn a_long_text_that_was_not_read_to_its_end_is_read_anew() {
    let (text, settings, mut memo) = (volume(ARTICLES), Settings::default(), Memo::default());
    // A look at each block, then at the passes over a few parts.
    let left = Cell::new(text.lines().filter(|line| !line.is_empty()).count() + 7);
    let patience = || left.replace(left.get().saturating_sub(1)) == 0;
    assert!(analyze(&text, Language::PlainText, &settings, &mut memo, &patience).is_none());
    assert!(read(&text, &settings, &mut memo) == fresh(&text, &settings));
}

#[test]
fn the_phrases_of_a_house_count_as_soon_as_they_are_set() {
    let (text, mut memo) = (volume(ARTICLES), Memo::default());
    read(&text, &Settings::default(), &mut memo);
    let mut furniture_phrases = HousePhrases::default();
    furniture_phrases.add("boxes in the town hall").expect("a phrase");
    let house = Settings { furniture_phrases, ..Settings::default() };
    let analysis = read(&text, &house, &mut memo);
    assert_eq!(
        analysis.findings.iter().filter(|finding| finding.rule == "boilerplate/call-to-action").count(),
        ARTICLES
    );
    assert!(analysis == fresh(&text, &house));
}
