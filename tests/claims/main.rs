//! The claims that rules flag and leave alone, drawn under the lines.

mod figures;
mod fixes;
mod flagged;
mod left_alone;

use copydesk::{
    analysis::{self, Memo, Settings},
    rules::{self, Finding},
    syntax::Language,
};
use similar::TextDiff;

/// Every rule of the group on, whatever its default.
fn findings(text: &str) -> Vec<Finding> {
    let mut settings = Settings::default();
    for rule in rules::all() {
        let severity = (rule.group() == "attribution").then_some(rule.severity);
        settings.severities.insert(rule.id.into(), severity);
    }
    let analysis = analysis::analyze(text, Language::PlainText, &settings, &mut Memo::default(), &|| false);
    analysis.map(|analysis| analysis.findings).unwrap_or_default()
}

/// Checks the findings of the attribution rules against marks drawn under the lines: carets under the words, then the
/// rule's name.
#[track_caller]
fn check_claims(fixture: &str) {
    let is_mark = |line: &&str| line.trim_start().starts_with('^');
    let text: Vec<&str> = fixture.trim().lines().filter(|line| !is_mark(line)).collect();
    let mut drawn = String::new();
    let mut start = 0;
    let found = findings(&text.join("\n"));
    for line in &text {
        drawn += line;
        drawn.push('\n');
        for finding in &found {
            let at = finding.span.start as usize;
            if (start..start + line.len().max(1)).contains(&at) {
                let before = line[..at - start].chars().count();
                let under = finding.span.of(&text.join("\n")).chars().count();
                let rule = finding.rule.trim_start_matches("attribution/");
                drawn += &format!("{}{} {rule}\n", " ".repeat(before), "^".repeat(under));
            }
        }
        start += line.len() + 1;
    }
    let expected = format!("{}\n", fixture.trim());
    assert!(drawn == expected, "{}", TextDiff::from_lines(&expected, &drawn).unified_diff());
}
