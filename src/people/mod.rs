//! People: names in the text → who they are. Mentions are grouped to people with roles and spelling variants.

use crate::{analysis::Facts, syntax::Article, text::Span};

/// A named person of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// The fullest form of the name that the article gives.
    pub name: String,
    /// Every place that names the person, the name alone without title, in order. Bytes of the file.
    pub mentions: Vec<Span>,
    /// Pronouns and role nouns ("the minister") that stand for the person, in order. Bytes of the file.
    pub references: Vec<Span>,
    /// The exact words that say what the person is, in order. Bytes of the file.
    pub roles: Vec<Span>,
    /// Other spellings of the name ("Sergey" beside "Sergei"), not short forms.
    pub variants: Vec<String>,
}

/// The people of one article, by first mention.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People {
    /// By first mention.
    pub people: Vec<Person>,
}

impl People {
    /// Index of the person one of whose mentions touches byte `offset` of the file.
    pub fn at(&self, offset: u32) -> Option<usize> {
        self.people.iter().position(|person| person.mentions.iter().any(|span| span.touches(offset)))
    }
}

/// What one block says about names, from its own text alone; memoised with the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockNames {}

/// Finds and groups the named people of an article. `furniture[i]`: block `i` is page furniture; names in bylines and
/// author bios still count.
pub fn find(
    _text: &str,
    _article: &Article,
    _facts: &[Facts],
    _furniture: &[Option<crate::boilerplate::Kind>],
) -> People {
    People::default()
}
