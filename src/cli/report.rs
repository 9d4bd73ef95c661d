//! The machine-readable answer (DESIGN section 5): all offsets are code points from the start of the file.

use crate::{
    analysis::{Analysis, Section},
    attribution::{Quotation, SourceKind},
    rules::{Fix, Severity},
    syntax::Language,
    text::Span,
};
use serde_json::{Map, Value, json};

/// The object that describes `analysis` of `text`.
pub(super) fn object(text: &str, analysis: &Analysis) -> Map<String, Value> {
    let points = CodePoints::new(text);
    let people: Vec<Value> = analysis
        .people
        .people
        .iter()
        .enumerate()
        .map(|(index, person)| {
            let statements: Vec<usize> = (analysis.statements.attributions.iter().enumerate())
                .filter(|(_, attribution)| attribution.person == Some(index))
                .map(|(at, _)| at)
                .collect();
            let roles: Vec<Value> = person.roles.iter().map(|role| points.text_span(text, *role)).collect();
            json!({
                "name": person.name,
                "mentions": person.mentions.iter().map(|span| points.span(*span)).collect::<Vec<_>>(),
                "roles": roles,
                "variants": person.variants,
                "statements": statements,
            })
        })
        .collect();
    let attributions: Vec<Value> = (analysis.statements.attributions.iter())
        .map(|attribution| {
            json!({
                "content": points.span(attribution.content),
                "source": attribution.source.map(|span| points.span(span)),
                "cue": attribution.cue.map(|span| points.span(span)),
                "person": attribution.person,
                "quotation": quotation(attribution.quotation),
                "source_kind": source_kind(attribution.source_kind),
            })
        })
        .collect();
    let diagnostics: Vec<Value> = (analysis.findings.iter())
        .map(|finding| {
            let fixes: Vec<Value> = finding.fixes.iter().map(|fix| fix_value(&points, fix)).collect();
            let mut value = points.span(finding.span);
            value["rule"] = finding.rule.into();
            value["severity"] = severity(finding.severity).into();
            value["message"] = finding.message.clone().into();
            value["fixes"] = fixes.into();
            value
        })
        .collect();
    let language = match analysis.article.language {
        Language::Markdown => "markdown",
        Language::PlainText => "plaintext",
    };
    let outline: Vec<Value> = analysis.outline.iter().map(|section| section_value(&points, text, section)).collect();
    let mut object = Map::new();
    object.insert("schema".into(), 1.into());
    object.insert("language".into(), language.into());
    object.insert("words".into(), analysis.words.into());
    object.insert("outline".into(), outline.into());
    object.insert("people".into(), people.into());
    object.insert("attributions".into(), attributions.into());
    object.insert("diagnostics".into(), diagnostics.into());
    object
}

fn section_value(points: &CodePoints, text: &str, section: &Section) -> Value {
    let children: Vec<Value> = section.children.iter().map(|child| section_value(points, text, child)).collect();
    let mut value = points.span(section.heading);
    value["title"] = section.heading.of(text).into();
    value["level"] = section.level.into();
    value["section_end"] = points.at(section.span.end).into();
    value["children"] = children.into();
    value
}

fn fix_value(points: &CodePoints, fix: &Fix) -> Value {
    let edits: Vec<Value> = (fix.edits.iter())
        .map(|edit| {
            let mut value = points.span(edit.span);
            value["text"] = edit.text.clone().into();
            value
        })
        .collect();
    json!({ "title": fix.title, "edits": edits })
}

fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Information => "information",
        Severity::Hint => "hint",
    }
}

fn quotation(quotation: Quotation) -> &'static str {
    match quotation {
        Quotation::Direct => "direct",
        Quotation::Indirect => "indirect",
        Quotation::Mixed => "mixed",
    }
}

fn source_kind(kind: SourceKind) -> &'static str {
    match kind {
        SourceKind::Named => "named",
        SourceKind::Described => "described",
        SourceKind::Vague => "vague",
        SourceKind::Anonymous => "anonymous",
        SourceKind::None => "none",
    }
}

/// Byte offsets as code points: one mark every 64 bytes, the rest is counted.
struct CodePoints<'a> {
    text: &'a str,
    marks: Vec<u32>,
}

impl<'a> CodePoints<'a> {
    fn new(text: &'a str) -> Self {
        let mut marks = Vec::new();
        if !text.is_ascii() {
            let mut count = 0;
            for chunk in text.as_bytes().chunks(64) {
                marks.push(count);
                count += count_points(chunk);
            }
        }
        Self { text, marks }
    }

    fn at(&self, offset: u32) -> u32 {
        let offset = (offset as usize).min(self.text.len());
        let Some(&before) = self.marks.get(offset / 64).or(self.marks.last()) else {
            return offset as u32;
        };
        let from = (offset / 64).min(self.marks.len() - 1) * 64;
        before + count_points(&self.text.as_bytes()[from..offset])
    }

    fn span(&self, span: Span) -> Value {
        json!({ "start": self.at(span.start), "end": self.at(span.end) })
    }

    fn text_span(&self, text: &str, span: Span) -> Value {
        let mut value = self.span(span);
        value["text"] = span.of(text).into();
        value
    }
}

fn count_points(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&byte| byte & 0xc0 != 0x80).count() as u32
}
