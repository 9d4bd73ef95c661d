use super::Problem;
use crate::text::Span;
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A value of TOML or JSON with its place: what configuration is read from, whoever wrote it.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// Bytes of the file; empty for JSON.
    pub span: Span,
    /// The value.
    pub value: Value,
}

/// See [`Node`].
#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Bool(bool),
    List(Vec<Node>),
    Table(Vec<Entry>),
    /// A number, a date or nothing; as written.
    Other(String),
}

/// A key and its value.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    pub key: String,
    /// Where the key stands. Bytes of the file; empty for JSON.
    pub key_span: Span,
    pub node: Node,
}

impl Node {
    /// Reads TOML; what cannot be read is a problem, and the rest still counts.
    pub fn of_toml(text: &str, problems: &mut Vec<Problem>) -> Vec<Entry> {
        let (table, errors) = DeTable::parse_recoverable(text);
        problems.extend(errors.iter().map(|error| {
            let span = error.span().map_or_else(Span::default, |range| span_of(&range));
            Problem::new(span, error.message())
        }));
        entries(table.get_ref())
    }

    /// Reads JSON. Keys in camel case (`trustedSources`) are those of TOML (`trusted-sources`).
    pub fn of_json(value: &serde_json::Value) -> Self {
        use serde_json::Value as Json;
        let value = match value {
            Json::String(text) => Value::Text(text.clone()),
            Json::Bool(on) => Value::Bool(*on),
            Json::Array(items) => Value::List(items.iter().map(Self::of_json).collect()),
            Json::Object(fields) => Value::Table(
                (fields.iter().filter(|(_, value)| !value.is_null()))
                    .map(|(key, value)| Entry {
                        key: kebab_case(key),
                        key_span: Span::default(),
                        node: Self::of_json(value),
                    })
                    .collect(),
            ),
            Json::Number(_) | Json::Null => Value::Other(value.to_string()),
        };
        Self { span: Span::default(), value }
    }

    /// The text; a problem where it is something else.
    pub fn text(&self, problems: &mut Vec<Problem>) -> Option<String> {
        match &self.value {
            Value::Text(text) => Some(text.clone()),
            _ => self.wrong("a text in quotation marks", problems),
        }
    }

    /// The text, or a date as written; a problem where it is something else.
    pub fn text_or_date(&self, problems: &mut Vec<Problem>) -> Option<String> {
        match &self.value {
            Value::Text(text) | Value::Other(text) => Some(text.clone()),
            _ => self.wrong("a text or a date", problems),
        }
    }

    /// `true` or `false`; a problem where it is something else.
    pub fn bool(&self, problems: &mut Vec<Problem>) -> Option<bool> {
        match self.value {
            Value::Bool(on) => Some(on),
            _ => self.wrong("true or false", problems),
        }
    }

    /// The texts of a list with their places; a problem for every item that is none.
    pub fn texts(&self, problems: &mut Vec<Problem>) -> Vec<(String, Span)> {
        let Value::List(items) = &self.value else {
            return self.wrong("a list of texts: [\"…\", \"…\"]", problems).unwrap_or_default();
        };
        items.iter().filter_map(|item| Some((item.text(problems)?, item.span))).collect()
    }

    /// The entries of a table; a problem where it is something else.
    pub fn entries(&self, problems: &mut Vec<Problem>) -> &[Entry] {
        match &self.value {
            Value::Table(entries) => entries,
            _ => self.wrong("a table", problems).unwrap_or_default(),
        }
    }

    fn wrong<Wanted>(&self, wanted: &str, problems: &mut Vec<Problem>) -> Option<Wanted> {
        let found = match &self.value {
            Value::Text(_) => "a text",
            Value::Bool(_) => "true or false",
            Value::List(_) => "a list",
            Value::Table(_) => "a table",
            Value::Other(_) => "a number or a date",
        };
        problems.push(Problem::new(self.span, format!("expected {wanted}, found {found}")));
        None
    }
}

fn entries(table: &DeTable) -> Vec<Entry> {
    let mut entries: Vec<Entry> = (table.iter())
        .map(|(key, value)| Entry { key: key.get_ref().to_string(), key_span: span_of(&key.span()), node: node(value) })
        .collect();
    entries.sort_by_key(|entry| entry.key_span);
    entries
}

fn node(spanned: &Spanned<DeValue>) -> Node {
    let value = match spanned.get_ref() {
        DeValue::String(text) => Value::Text(text.to_string()),
        DeValue::Boolean(on) => Value::Bool(*on),
        DeValue::Integer(number) => Value::Other(number.to_string()),
        DeValue::Float(number) => Value::Other(number.to_string()),
        DeValue::Datetime(date) => Value::Other(date.to_string()),
        DeValue::Array(items) => Value::List(items.iter().map(node).collect()),
        DeValue::Table(table) => Value::Table(entries(table)),
    };
    Node { span: span_of(&spanned.span()), value }
}

fn span_of(range: &Range<usize>) -> Span {
    Span::new(range.start, range.end)
}

fn kebab_case(key: &str) -> String {
    if key.contains('/') {
        return key.to_owned();
    }
    let mut kebab = String::with_capacity(key.len() + 2);
    for c in key.chars() {
        if c.is_ascii_uppercase() && !kebab.is_empty() {
            kebab.push('-');
        }
        kebab.push(c.to_ascii_lowercase());
    }
    kebab
}
