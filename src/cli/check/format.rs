use super::{Checked, Tally, annotations, json, sarif, snippets};
use crate::rules::Severity;
use clap::ValueEnum;

/// How findings are printed.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Snippets for people, with a summary.
    Text,
    /// A list of articles with their findings.
    Json,
    /// A finding a line.
    Jsonl,
    /// SARIF 2.1.0, for code-scanning services.
    Sarif,
    /// Workflow commands that GitHub shows beside the lines.
    Github,
    /// GitLab's Code Quality report.
    Gitlab,
}

impl Format {
    /// What stands before everything.
    pub fn open(self) -> String {
        match self {
            Self::Json | Self::Gitlab => "[\n".into(),
            Self::Sarif => sarif::open(),
            Self::Text | Self::Jsonl | Self::Github => String::new(),
        }
    }

    /// What an article gives.
    pub fn items(self, article: &Checked) -> Vec<String> {
        let reported = article.findings.iter().filter(|reported| reported.ignored.is_none());
        match self {
            Self::Text => article.findings.iter().map(|reported| snippets::item(article, reported)).collect(),
            Self::Json => vec![json::article(article)],
            Self::Jsonl => article.findings.iter().map(|reported| json::finding(article, reported)).collect(),
            Self::Sarif => article.findings.iter().map(|reported| sarif::item(article, reported)).collect(),
            Self::Github => reported.map(|reported| annotations::github(article, reported)).collect(),
            Self::Gitlab => reported.map(|reported| annotations::gitlab(article, reported)).collect(),
        }
    }

    /// What stands between two items.
    pub fn separator(self) -> &'static str {
        match self {
            Self::Json | Self::Gitlab | Self::Sarif => ",\n",
            Self::Text => "\n",
            Self::Jsonl | Self::Github => "",
        }
    }

    /// What stands after everything.
    pub fn close(self, tally: &Tally) -> String {
        match self {
            Self::Text => summary(tally),
            Self::Json | Self::Gitlab => "\n]\n".into(),
            Self::Sarif => sarif::close(),
            Self::Jsonl | Self::Github => String::new(),
        }
    }
}

fn summary(tally: &Tally) -> String {
    let total: usize = tally.findings.iter().sum();
    let ignored = match tally.ignored {
        0 => String::new(),
        count => format!(" ({count} ignored)"),
    };
    if tally.articles == 0 {
        return String::new();
    }
    if total == 0 {
        return format!("{}: nothing found{ignored}\n", count(tally.articles, "article"));
    }
    let by_severity: Vec<String> = Severity::ALL
        .into_iter()
        .zip(tally.findings)
        .rev()
        .filter(|(_, found)| *found > 0)
        .map(|(severity, found)| plural(found, severity.name()))
        .collect();
    let fixable = match tally.fixable {
        0 => String::new(),
        count => format!("\n{count} can be fixed with --fix"),
    };
    format!(
        "\n{} in {} of {}: {}{ignored}{fixable}\n",
        count(total, "finding"),
        tally.with_findings,
        count(tally.articles, "article"),
        by_severity.join(", "),
    )
}

fn count(number: usize, noun: &str) -> String {
    if number == 1 { format!("1 {noun}") } else { format!("{number} {noun}s") }
}

/// `2 warnings`, but `2 information`.
fn plural(number: usize, severity: &str) -> String {
    if severity == Severity::Information.name() { format!("{number} {severity}") } else { count(number, severity) }
}
