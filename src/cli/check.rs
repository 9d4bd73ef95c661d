mod annotations;
mod format;
mod json;
mod sarif;
mod snippets;

use super::{
    TROUBLE, diff,
    inputs::{Article, Inputs, Outcome, overwrite},
};
use crate::{
    analysis::{Analysis, Silence},
    rules::{self, Finding, Fingerprint, Severity},
    text::{Encoding, LineIndex, Position, Span},
};
use anyhow::bail;
use clap::{Args, ValueEnum};
use format::Format;
use std::{io::Write, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// How findings are printed.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The mildest severity that gives exit status 1.
    #[arg(long, value_enum, value_name = "SEVERITY", default_value_t = FailOn::Warning)]
    fail_on: FailOn,
    /// Apply the fixes that are right without looking.
    #[arg(long)]
    fix: bool,
    /// Show what `--fix` would change, and change nothing.
    #[arg(long)]
    diff: bool,
    /// Show findings that are ignored, too.
    #[arg(long)]
    show_ignored: bool,
}

#[derive(Clone, Copy, ValueEnum)]
enum FailOn {
    Hint,
    Information,
    Warning,
    Error,
    /// Exit status 1 never.
    Never,
}

/// An article as it is reported.
struct Checked {
    name: String,
    text: String,
    lines: LineIndex,
    findings: Vec<Reported>,
}

/// A finding as it is reported.
struct Reported {
    finding: Finding,
    fingerprint: Fingerprint,
    ignored: Option<Silence>,
}

/// What a whole run found.
#[derive(Default)]
struct Tally {
    articles: usize,
    with_findings: usize,
    /// By severity, the mildest first.
    findings: [usize; Severity::ALL.len()],
    fixable: usize,
    ignored: usize,
}

/// What became of an article: its findings, or how it would change.
enum Done {
    Checked(Tally, Vec<String>),
    Diff(String),
    Failed(anyhow::Error),
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if arguments.fix && !arguments.diff && arguments.inputs.reads_stdin() {
        bail!("standard input cannot be fixed in place; use --diff, or `copydesk clean -`");
    }
    let mut out = anstream::stdout().lock();
    let mut tally = Tally::default();
    let mut differs = false;
    let mut failed = 0;
    let mut items = 0;
    if !arguments.diff {
        write!(out, "{}", arguments.format.open())?;
    }
    let outcome = arguments.inputs.each(
        |article| arguments.check(article),
        |done| {
            match done {
                Done::Checked(own, reports) => {
                    tally.add(&own);
                    for report in reports {
                        let gap = if items > 0 { arguments.format.separator() } else { "" };
                        write!(out, "{gap}{report}")?;
                        items += 1;
                    }
                }
                Done::Diff(diff) => {
                    differs |= !diff.is_empty();
                    write!(out, "{diff}")?;
                }
                Done::Failed(error) => {
                    failed += 1;
                    eprintln!("copydesk: {error:#}");
                }
            }
            Ok(())
        },
    )?;
    if !arguments.diff {
        write!(out, "{}", arguments.format.close(&tally))?;
    }
    let outcome = Outcome { failed: outcome.failed + failed, ..outcome };
    Ok(arguments.status(&outcome, &tally, differs))
}

impl Arguments {
    fn check(&self, article: Article) -> Done {
        let source = &article.source;
        if !self.fix && !self.diff {
            return self.report(article.name, article.source.text, &article.analysis);
        }
        let safe = article.analysis.findings.iter().filter_map(Finding::safe_fix);
        let fixed = rules::apply(&source.text, safe);
        if self.diff {
            return Done::Diff(diff::unified(&article.name, &source.text, &fixed));
        }
        if let Some(path) = article.path.as_deref().filter(|_| fixed != source.text)
            && let Err(error) = overwrite(path, &source.bytes_with(&fixed))
        {
            return Done::Failed(error);
        }
        let settings = &article.around.config.settings;
        match super::engine::analyze(&fixed, source.language, settings) {
            Ok(analysis) => self.report(article.name, fixed, &analysis),
            Err(error) => Done::Failed(anyhow::Error::new(error).context(article.name)),
        }
    }

    fn report(&self, name: String, text: String, analysis: &Analysis) -> Done {
        let ignored = analysis.ignored.iter().map(|ignored| (&ignored.finding, Some(ignored.by)));
        let all = analysis.findings.iter().map(|finding| (finding, None));
        let mut findings: Vec<Reported> = all
            .chain(ignored.filter(|_| self.show_ignored))
            .map(|(finding, ignored)| Reported {
                finding: finding.clone(),
                fingerprint: analysis.fingerprint(&text, finding),
                ignored,
            })
            .collect();
        findings.sort_by_key(|reported| (reported.finding.span, reported.finding.rule));
        let tally = Tally::of(analysis);
        let lines = analysis.lines.clone();
        Done::Checked(tally, self.format.items(&Checked { name, text, lines, findings }))
    }

    fn status(&self, outcome: &Outcome, tally: &Tally, differs: bool) -> ExitCode {
        let least = match self.fail_on {
            FailOn::Hint => Some(Severity::Hint),
            FailOn::Information => Some(Severity::Information),
            FailOn::Warning => Some(Severity::Warning),
            FailOn::Error => Some(Severity::Error),
            FailOn::Never => None,
        };
        let bad = |least| Severity::ALL.iter().zip(tally.findings).any(|(&level, count)| level >= least && count > 0);
        if outcome.failed > 0 {
            ExitCode::from(TROUBLE)
        } else if differs || least.is_some_and(bad) {
            ExitCode::FAILURE
        } else {
            ExitCode::SUCCESS
        }
    }
}

impl Checked {
    /// Line and column of a byte, both from one, the column in code points.
    fn place(&self, offset: u32) -> (u32, u32) {
        let Position { line, character } = self.lines.position(&self.text, offset, Encoding::Utf32);
        (line + 1, character + 1)
    }

    /// The places of a span's start and end.
    fn places(&self, span: Span) -> [(u32, u32); 2] {
        [self.place(span.start), self.place(span.end)]
    }
}

impl Tally {
    fn of(analysis: &Analysis) -> Self {
        let mut tally = Self { articles: 1, ignored: analysis.ignored.len(), ..Self::default() };
        for finding in &analysis.findings {
            tally.findings[finding.severity as usize] += 1;
            tally.fixable += usize::from(finding.safe_fix().is_some());
        }
        tally.with_findings = usize::from(!analysis.findings.is_empty());
        tally
    }

    fn add(&mut self, other: &Self) {
        self.articles += other.articles;
        self.with_findings += other.with_findings;
        self.fixable += other.fixable;
        self.ignored += other.ignored;
        self.findings.iter_mut().zip(other.findings).for_each(|(sum, count)| *sum += count);
    }
}
