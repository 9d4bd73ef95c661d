use super::{Quotation, SourceKind, Statements};
use crate::{people::People, syntax::Article, text::Span};
use std::borrow::Cow;

/// A row of the table of sources: who said what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row<'a> {
    /// The source's name with the words that stand for it here, or those words; "nobody" where there is none.
    pub source: String,
    /// What the source is.
    pub kind: SourceKind,
    /// The word that ties the two; empty where there is none.
    pub cue: &'a str,
    /// How it is given.
    pub quotation: Quotation,
    /// What is said, as a reader sees it.
    pub words: Cow<'a, str>,
    /// Where it is said. Bytes of the file.
    pub content: Span,
}

/// The statements of an article as a table, by place.
pub fn table<'a>(text: &'a str, article: &Article, people: &People, statements: &Statements) -> Vec<Row<'a>> {
    let row = |statement: &super::Attribution| {
        let person = statement.person.and_then(|index| people.people.get(index));
        let phrase = statement.source.map(|span| article.visible(text, span)).filter(|phrase| !phrase.is_empty());
        let source = match (person, phrase) {
            (Some(person), Some(phrase)) if !phrase.contains(&person.name) => format!("{} ({phrase})", person.name),
            (Some(person), _) => person.name.clone(),
            (None, phrase) => phrase.unwrap_or("nobody".into()).into_owned(),
        };
        Row {
            source,
            kind: statement.source_kind,
            cue: statement.cue.map_or("", |span| span.of(text)),
            quotation: statement.quotation,
            words: article.visible(text, statement.content),
            content: statement.content,
        }
    };
    statements.attributions.iter().map(row).collect()
}

impl Statements {
    /// How many statements have a source that is named or identified.
    pub fn with_known_source(&self) -> usize {
        let known = |kind| matches!(kind, SourceKind::Named | SourceKind::Described);
        self.attributions.iter().filter(|statement| known(statement.source_kind)).count()
    }
}

impl SourceKind {
    /// As the answers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Described => "described",
            Self::Vague => "vague",
            Self::Anonymous => "anonymous",
            Self::None => "none",
        }
    }
}

impl Quotation {
    /// As the answers call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Indirect => "indirect",
            Self::Mixed => "mixed",
        }
    }
}
