use super::listed::Listed;
use crate::{
    rules::{Context, Finding, Severity, rule::rule},
    syntax::Language,
    text::Span,
};
use regex::Regex;
use std::sync::LazyLock;

rule! {
    /// Something is still to be filled in.
    ///
    /// Flags what writers leave to be filled in later: TK, brackets such as `[insert quote]` or `[TBD]`, rows of X, and
    /// printers' Latin. An article must not go out with them.
    ///
    /// ## Fires
    /// ```text
    /// The wall will cost TK million and be ready by [insert date].
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// "We [the council] will pay for it," she said outside the TK Maxx in Quay Street.
    /// ```
    "boilerplate/placeholder", Severity::Warning, on, check
}

static FILLER: LazyLock<Listed> = LazyLock::new(|| Listed::new(include_str!("lexicon/filler.txt")));

/// TK alone or doubled, without a capitalised word after it (TK Maxx is a shop); rows of X.
static MARKS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?-u:\b)(?:(?:TK)+|TKs?|X{4,})(?-u:\b)(?: [A-Z])?").ok());

/// Brackets, with a parenthesis that makes them the text of a Markdown link.
static BRACKETS: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"[\[{<]([A-Za-z][^\]}>\n]{0,80})[\]}>]\(?").ok());

/// What stands first in brackets that wait to be filled in, in lower case.
static OPENINGS: LazyLock<Vec<&str>> = LazyLock::new(|| {
    let entries = include_str!("lexicon/placeholders.txt").lines();
    entries.filter(|line| !line.is_empty() && !line.starts_with('#')).collect()
});

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let mut spans: Vec<Span> = FILLER.find(context).map(|(span, _)| span).collect();
    spans.extend(marks(context));
    spans.extend(brackets(context));
    spans.sort_unstable();
    spans.dedup_by(|next, last| last.covers(*next));
    findings.extend(spans.into_iter().filter(|span| is_prose(context, *span)).map(finding));
}

fn marks<'a>(context: &'a Context) -> impl Iterator<Item = Span> + 'a {
    let found = MARKS.iter().flat_map(|marks| marks.find_iter(context.text));
    found.filter(|found| !found.as_str().contains(' ')).map(|found| Span::new(found.start(), found.end()))
}

fn brackets<'a>(context: &'a Context) -> impl Iterator<Item = Span> + 'a {
    let found = BRACKETS.iter().flat_map(|brackets| brackets.captures_iter(context.text));
    found.filter_map(|found| {
        let (whole, inside) = (found.get(0)?, found.get(1)?);
        let link = context.article.language == Language::Markdown && whole.as_str().ends_with('(');
        (!link && waits(inside.as_str())).then(|| Span::new(whole.start(), inside.end() + 1))
    })
}

/// The words in brackets begin with an entry of the list.
fn waits(inside: &str) -> bool {
    let inside = inside.to_ascii_lowercase();
    OPENINGS.iter().any(|opening| {
        inside.strip_prefix(opening).is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()))
    })
}

fn is_prose(context: &Context, span: Span) -> bool {
    let block = context.article.block_at(span.start).and_then(|index| context.article.blocks.get(index));
    block.is_some_and(|block| {
        let within = span.relative_to(block.span.start);
        block.kind.is_prose() && block.span.covers(span) && !block.markup.iter().any(|markup| markup.covers(within))
    })
}

fn finding(span: Span) -> Finding {
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: "This is still to be filled in".into(),
        fixes: Vec::new(),
        related: Vec::new(),
    }
}
