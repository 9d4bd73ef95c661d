//! Suppression: what a writer has asked the rules to leave alone, in the text itself.
//!
//! Comments of their own (`<!-- copydesk-ignore RULE… -->` for the next block, `copydesk-off` and `copydesk-on` for
//! regions) and the front-matter key `copydesk`. Rules are named by id, by `group/*` or by `group`; without a name
//! every rule is meant. What follows ` -- ` is the writer's reason.

use super::Finding;
use crate::{
    syntax::{Article, BlockKind},
    text::Span,
};

/// The directives of one article.
#[derive(Debug, Default)]
pub struct Directives<'a> {
    /// By place.
    ignores: Vec<Ignore<'a>>,
    /// By place.
    switches: Vec<Switch<'a>>,
}

/// Rules are left alone inside one block.
#[derive(Debug)]
struct Ignore<'a> {
    block: Span,
    rules: Vec<&'a str>,
}

/// From `at` on, rules are off or on again.
#[derive(Debug)]
struct Switch<'a> {
    at: u32,
    on: bool,
    rules: Vec<&'a str>,
}

impl<'a> Directives<'a> {
    /// Reads the directives of an article.
    pub fn new(text: &'a str, article: &Article) -> Self {
        let mut all = Self::default();
        let mut waiting: Vec<Vec<&str>> = Vec::new();
        for block in &article.blocks {
            match block.kind {
                BlockKind::FrontMatter => all.switches.extend(front_matter(text, block.span)),
                BlockKind::Comment => all.read_comment(block.span, text, &mut waiting),
                BlockKind::Markup => {}
                _ => {
                    let block = block.span;
                    all.ignores.extend(waiting.drain(..).map(|rules| Ignore { block, rules }));
                }
            }
        }
        all
    }

    /// There are none.
    pub fn is_empty(&self) -> bool {
        self.ignores.is_empty() && self.switches.is_empty()
    }

    /// A directive asks to leave `finding` alone.
    pub fn silence(&self, finding: &Finding) -> bool {
        self.is_ignored(finding) || self.is_switched_off(finding)
    }

    fn is_ignored(&self, finding: &Finding) -> bool {
        let first = self.ignores.partition_point(|ignore| ignore.block.end <= finding.span.start);
        let mut here = self.ignores[first..].iter().take_while(|ignore| ignore.block.start < finding.span.end);
        here.any(|ignore| names(&ignore.rules, finding.rule))
    }

    fn is_switched_off(&self, finding: &Finding) -> bool {
        let before = self.switches.partition_point(|switch| switch.at <= finding.span.start);
        let last = self.switches[..before].iter().rfind(|switch| names(&switch.rules, finding.rule));
        last.is_some_and(|switch| !switch.on)
    }

    fn read_comment(&mut self, comment: Span, text: &'a str, waiting: &mut Vec<Vec<&'a str>>) {
        let Some((name, rules)) = directive(comment.of(text)) else { return };
        let switch = |on| Switch { at: comment.start, on, rules: rules.clone() };
        match name {
            "copydesk-ignore" => waiting.push(rules),
            "copydesk-off" => self.switches.push(switch(false)),
            "copydesk-on" => self.switches.push(switch(true)),
            _ => {}
        }
    }
}

/// The rules that an article's directives name, wherever they stand. Bytes of the file.
pub fn named_rules(text: &str, article: &Article) -> Vec<Span> {
    let mut all = Vec::new();
    for block in &article.blocks {
        let names = match block.kind {
            BlockKind::FrontMatter => front_matter(text, block.span).map_or_else(Vec::new, |switch| switch.rules),
            BlockKind::Comment => directive(block.span.of(text)).map_or_else(Vec::new, |(_, rules)| rules),
            _ => continue,
        };
        all.extend(names.into_iter().map(|name| place(text, name)));
    }
    all
}

/// `pattern` (an id, `group/*` or `group`) names the rule `id`.
pub fn names_rule(pattern: &str, id: &str) -> bool {
    let group = pattern.strip_suffix("/*").unwrap_or(pattern);
    pattern == id || id.strip_prefix(group).is_some_and(|name| name.starts_with('/'))
}

fn names(patterns: &[&str], id: &str) -> bool {
    patterns.is_empty() || patterns.iter().any(|pattern| names_rule(pattern, id))
}

/// Name and rules of the directive that a comment holds; `None` for other comments.
fn directive(comment: &str) -> Option<(&str, Vec<&str>)> {
    let inside = comment.trim().strip_prefix("<!--")?.strip_suffix("-->")?.trim();
    let name = inside.split_whitespace().next()?;
    let asked = inside[name.len()..].split(" -- ").next().unwrap_or_default();
    name.starts_with("copydesk-").then(|| (name, rule_names(asked).collect()))
}

/// The front-matter key `copydesk`: `off`, or the rules that are off in the whole file, as a YAML or TOML list.
fn front_matter(text: &str, block: Span) -> Option<Switch<'_>> {
    let body = block.of(text);
    let key = body.match_indices("copydesk").map(|(at, _)| at).find(|&at| {
        body[..at].ends_with(['\n', '\r']) && body[at + "copydesk".len()..].trim_start().starts_with([':', '='])
    })?;
    let value = body[key + "copydesk".len()..].trim_start().get(1..)?;
    let rules: Vec<&str> = value_lines(value).flat_map(rule_names).collect();
    match rules.as_slice() {
        [] | ["on" | "true"] => None,
        ["off" | "false"] => Some(Switch { at: 0, on: false, rules: Vec::new() }),
        _ => Some(Switch { at: 0, on: false, rules }),
    }
}

/// The lines of a front-matter value: the rest of the key's own, and those that continue it. Comments are left out.
fn value_lines(value: &str) -> impl Iterator<Item = &str> {
    let mut lines = value.lines().map(|line| line.split('#').next().unwrap_or_default());
    let first = lines.next();
    let goes_on = |line: &&str| {
        !line.starts_with("---") && (line.trim().is_empty() || line.starts_with([' ', '\t', '-', ']', '"', '\'']))
    };
    first.into_iter().chain(lines.take_while(goes_on))
}

fn rule_names(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || matches!(c, ',' | '[' | ']' | '"' | '\''))
        .filter(|word| !word.is_empty() && *word != "-")
}

/// Where `piece`, a slice of `text`, stands in it.
fn place(text: &str, piece: &str) -> Span {
    let start = piece.as_ptr() as usize - text.as_ptr() as usize;
    Span::new(start, start + piece.len())
}
