use super::{Person, fold::folded, words::Classes};
use crate::{syntax::Token, text::Span};
use rustc_hash::FxHashMap;

/// A person as one article shows them: what a hover says first. Spans are bytes of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Card {
    /// The fullest form of the name.
    pub name: String,
    /// What the person is: each role once, by first place.
    pub roles: Vec<Said>,
    /// How the name is spelled, by first place; empty where all mentions agree.
    pub spellings: Vec<Said>,
    /// Number of mentions by name.
    pub mentions: usize,
    /// The first of them.
    pub first: Span,
}

/// Words of the article and everywhere they stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// The words on one line, without markup.
    pub words: String,
    /// Where they stand, in order; never empty.
    pub places: Vec<Span>,
}

impl Card {
    /// The card of `person` of the article `text`.
    pub fn new(text: &str, person: &Person) -> Self {
        Self {
            name: person.name.clone(),
            roles: gathered(text, person.roles.iter().copied().filter(|role| !is_address(role.of(text)))),
            spellings: spellings(text, person),
            mentions: person.mentions.len(),
            first: person.mentions.first().copied().unwrap_or_default(),
        }
    }
}

impl Card {
    /// The first role as it reads behind the name: "the mayor", also where a sentence begins with it.
    pub fn lead(&self) -> Option<String> {
        let words = &self.roles.first()?.words;
        let first = words.split(' ').next().unwrap_or_default();
        let is_function = Classes::of(Token::hash_of(first)).any(Classes::FUNCTION);
        Some(if is_function { words.replacen(first, &first.to_lowercase(), 1) } else { words.clone() })
    }
}

/// `span` of `text` on one line, without emphasis marks.
pub fn one_line(text: &str, span: Span) -> String {
    let plain = span.of(text).replace(['*', '_', '`'], "");
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A form of address says nothing of what a person is.
fn is_address(words: &str) -> bool {
    Classes::of(Token::hash_of(words)).any(Classes::HONORIFIC)
}

/// The words of `spans`; what differs in case alone is one.
fn gathered(text: &str, spans: impl Iterator<Item = Span>) -> Vec<Said> {
    let mut all: Vec<Said> = Vec::new();
    let (mut as_written, mut as_read) = (FxHashMap::default(), FxHashMap::default());
    for span in spans {
        let at = *as_written.entry(span.of(text)).or_insert_with(|| {
            let words = one_line(text, span);
            *as_read.entry(folded(&words)).or_insert_with(|| {
                all.push(Said { words, places: Vec::new() });
                all.len() - 1
            })
        });
        all[at].places.push(span);
    }
    all
}

/// The mentions that spell the name otherwise, and those in its fullest form beside them.
fn spellings(text: &str, person: &Person) -> Vec<Said> {
    if person.variants.is_empty() {
        return Vec::new();
    }
    let is_form = |words: &str| words == person.name || person.variants.iter().any(|variant| variant == words);
    let mut all = gathered(text, person.mentions.iter().copied());
    all.retain(|said| is_form(&said.words));
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spans(text: &str, words: &str) -> Vec<Span> {
        text.match_indices(words).map(|(at, words)| Span::new(at, at + words.len())).collect()
    }

    #[test]
    fn a_role_that_stands_twice_is_one_with_both_places() {
        let text = "The mayor, Ilse Brandt, spoke.\nThe Mayor, Ilse Brandt, left.";
        let roles = [spans(text, "The mayor"), spans(text, "The Mayor")].concat();
        let mentions = spans(text, "Ilse Brandt");
        let card = Card::new(text, &Person { name: "Ilse Brandt".into(), mentions, roles, ..Person::default() });
        assert_eq!(card.roles.len(), 1);
        assert_eq!(card.roles[0].places.len(), 2);
        assert_eq!((card.mentions, card.spellings.len()), (2, 0));
        assert_eq!(card.lead().as_deref(), Some("the mayor"));
    }

    #[test]
    fn spellings_are_listed_where_they_differ() {
        let text = "Ilse Brandt spoke. Ilse **Brant** left. Brandt came back.";
        let mentions = [spans(text, "Ilse Brandt"), spans(text, "Ilse **Brant**")].concat();
        let person =
            Person { name: "Ilse Brandt".into(), mentions, variants: vec!["Ilse Brant".into()], ..Person::default() };
        let spellings: Vec<_> = Card::new(text, &person).spellings.into_iter().map(|said| said.words).collect();
        assert_eq!(spellings, ["Ilse Brandt", "Ilse Brant"]);
    }
}
