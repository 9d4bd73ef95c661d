//! Page furniture as a writer meets it: what is marked, what is left alone, and what deleting leaves.

mod company;
mod delete;
mod kinds;
mod lists;
mod pages;
mod short;
mod traps;
mod typed;

use copydesk::{
    analysis::{self, Analysis, Memo, Settings},
    syntax::Language,
    text::Span,
};

/// Analyses under the default settings.
fn analyze(text: &str, language: Language) -> Analysis {
    analysis::analyze(text, language, &Settings::default(), &mut Memo::default(), &|| false).expect("nobody cancels")
}

/// Checks what of plain text is furniture. In the fixture it is underlined with carets, and the kind stands beside
/// them.
fn check(fixture: &str) {
    check_as(fixture, Language::PlainText);
}

/// [`check`] for Markdown.
fn check_markdown(fixture: &str) {
    check_as(fixture, Language::Markdown);
}

fn check_as(fixture: &str, language: Language) {
    let is_drawing = |line: &&str| line.trim_start().starts_with('^');
    let text: String = fixture.lines().filter(|line| !is_drawing(line)).map(|line| format!("{line}\n")).collect();
    let drawn = draw(&text, &analyze(&text, language));
    assert!(
        drawn == fixture,
        "{}",
        similar::TextDiff::from_lines(fixture, &drawn).unified_diff().header("drawn", "found")
    );
}

fn draw(text: &str, analysis: &Analysis) -> String {
    let mut drawn = String::new();
    let mut start = 0;
    for line in text.lines() {
        drawn += &format!("{line}\n");
        let whole = Span { start, end: start + line.len() as u32 };
        let found = (analysis.findings.iter())
            .find(|finding| finding.rule.starts_with("boilerplate/") && finding.span.overlaps(whole));
        if let Some(finding) = found.filter(|_| !line.trim().is_empty()) {
            let kind = finding.rule.trim_start_matches("boilerplate/");
            let from = finding.span.start.saturating_sub(start) as usize;
            let to = (finding.span.end.min(whole.end) - start) as usize;
            let blank = " ".repeat(line[..from].chars().count());
            drawn += &format!("{blank}{} {kind}\n", "^".repeat(line[from..to].chars().count()));
        }
        start += line.len() as u32 + 1;
    }
    drawn
}
