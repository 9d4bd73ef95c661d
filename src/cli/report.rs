//! The machine-readable answer (DESIGN section 5): all offsets are code points from the start of the file.

use super::code_points::CodePoints;
use crate::{
    analysis::{Analysis, Section},
    attribution::Attribution,
    people::Person,
    rules::{Finding, Fix},
    syntax::Language,
    text::Span,
};
use serde::Serialize;

/// What the engine knows of one article.
#[derive(Serialize)]
pub(super) struct Report<'a> {
    schema: u8,
    /// The article's number in the input, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<&'a serde_json::Value>,
    /// The article's path, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<&'a str>,
    language: &'static str,
    words: usize,
    outline: Vec<Heading<'a>>,
    people: Vec<Named<'a>>,
    attributions: Vec<Statement>,
    diagnostics: Vec<Diagnostic<'a>>,
}

#[derive(Clone, Copy, Serialize)]
struct Range {
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct Heading<'a> {
    title: &'a str,
    level: u8,
    #[serde(flatten)]
    range: Range,
    section_end: u32,
    children: Vec<Heading<'a>>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    mentions: Vec<Range>,
    roles: Vec<Role<'a>>,
    variants: &'a [String],
    statements: Vec<usize>,
}

#[derive(Serialize)]
struct Role<'a> {
    text: &'a str,
    #[serde(flatten)]
    range: Range,
}

#[derive(Serialize)]
struct Statement {
    content: Range,
    source: Option<Range>,
    cue: Option<Range>,
    person: Option<usize>,
    quotation: &'static str,
    source_kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    why: Option<String>,
}

#[derive(Serialize)]
struct Diagnostic<'a> {
    rule: &'static str,
    severity: &'static str,
    #[serde(flatten)]
    range: Range,
    message: &'a str,
    fixes: Vec<Remedy<'a>>,
}

#[derive(Serialize)]
struct Remedy<'a> {
    title: &'a str,
    edits: Vec<Replacement<'a>>,
}

#[derive(Serialize)]
struct Replacement<'a> {
    #[serde(flatten)]
    range: Range,
    text: &'a str,
}

impl<'a> Report<'a> {
    /// The report on `analysis`, without id and path. `explain`: with a reason for each source.
    pub fn new(analysis: &'a Analysis, points: &CodePoints<'a>, explain: bool) -> Self {
        let mut statements = vec![Vec::new(); analysis.people.people.len()];
        for (index, attribution) in analysis.statements.attributions.iter().enumerate() {
            if let Some(own) = attribution.person.and_then(|person| statements.get_mut(person)) {
                own.push(index);
            }
        }
        Self {
            schema: 1,
            id: None,
            path: None,
            language: language(analysis.article.language),
            words: analysis.words,
            outline: analysis.outline.iter().map(|section| points.heading(section)).collect(),
            people: (analysis.people.people.iter().zip(statements))
                .map(|(person, statements)| points.named(person, statements))
                .collect(),
            attributions: (analysis.statements.attributions.iter().chain(&analysis.statements.stances))
                .map(|attribution| points.statement(attribution, explain))
                .collect(),
            diagnostics: analysis.findings.iter().map(|finding| points.diagnostic(finding)).collect(),
        }
    }
}

impl<'a> CodePoints<'a> {
    fn range(&self, span: Span) -> Range {
        Range { start: self.at(span.start), end: self.at(span.end) }
    }

    fn heading(&self, section: &Section) -> Heading<'a> {
        Heading {
            title: self.text_of(section.heading),
            level: section.level,
            range: self.range(section.heading),
            section_end: self.at(section.span.end),
            children: section.children.iter().map(|child| self.heading(child)).collect(),
        }
    }

    fn named<'b>(&self, person: &'b Person, statements: Vec<usize>) -> Named<'b>
    where
        'a: 'b,
    {
        let role = |&span| Role { text: self.text_of(span), range: self.range(span) };
        Named {
            name: &person.name,
            mentions: person.mentions.iter().map(|&span| self.range(span)).collect(),
            roles: person.roles.iter().map(role).collect(),
            variants: &person.variants,
            statements,
        }
    }

    fn statement(&self, attribution: &Attribution, explain: bool) -> Statement {
        Statement {
            content: self.range(attribution.content),
            source: attribution.source.map(|span| self.range(span)),
            cue: attribution.cue.map(|span| self.range(span)),
            person: attribution.person,
            quotation: attribution.quotation.name(),
            source_kind: attribution.source_kind.name(),
            why: explain.then(|| attribution.why.to_string()),
        }
    }

    fn diagnostic<'b>(&self, finding: &'b Finding) -> Diagnostic<'b> {
        Diagnostic {
            rule: finding.rule,
            severity: finding.severity.name(),
            range: self.range(finding.span),
            message: &finding.message,
            fixes: finding.fixes.iter().map(|fix| self.remedy(fix)).collect(),
        }
    }

    fn remedy<'b>(&self, fix: &'b Fix) -> Remedy<'b> {
        let edits = fix.edits.iter().map(|edit| Replacement { range: self.range(edit.span), text: &edit.text });
        Remedy { title: &fix.title, edits: edits.collect() }
    }
}

fn language(language: Language) -> &'static str {
    match language {
        Language::Markdown => "markdown",
        Language::PlainText => "plaintext",
    }
}
