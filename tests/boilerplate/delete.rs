//! What deleting furniture leaves.

use crate::analyze;
use copydesk::{
    analysis::{self, Settings},
    boilerplate::deletion,
    rules::Edit,
    syntax::{self, Language},
};
use proptest::prelude::*;

/// The text after the blocks `blocks` are deleted.
fn without(text: &str, language: Language, blocks: std::ops::Range<usize>) -> Option<String> {
    let article = syntax::parse(text, language);
    let cut = deletion(text, &article, blocks)?;
    let mut left = text.to_owned();
    left.replace_range(cut.range(), "");
    Some(left)
}

#[test]
fn blank_lines_are_not_left_doubled() {
    let text = "One is first.\n\nTwo is second.\n\nThree is third.\n";
    assert_eq!(without(text, Language::PlainText, 1..2).as_deref(), Some("One is first.\n\nThree is third.\n"));
    let wide = "One is first.\n\n\nTwo is second.\n\nThree is third.\n";
    assert_eq!(without(wide, Language::PlainText, 1..2).as_deref(), Some("One is first.\n\n\nThree is third.\n"));
}

#[test]
fn the_first_and_the_last_block_take_their_blank_lines_along() {
    let text = "One is first.\r\n\r\nTwo is second.\r\n\r\nThree is third.\r\n";
    assert_eq!(without(text, Language::PlainText, 0..1).as_deref(), Some("Two is second.\r\n\r\nThree is third.\r\n"));
    assert_eq!(without(text, Language::PlainText, 2..3).as_deref(), Some("One is first.\r\n\r\nTwo is second.\r\n"));
    assert_eq!(without(text, Language::PlainText, 0..3).as_deref(), Some(""));
}

#[test]
fn a_heading_goes_with_its_underline() {
    let text = "One\n===\n\nText of one.\n\nTwo\n---\n\nText of two.\n";
    assert_eq!(without(text, Language::Markdown, 2..3).as_deref(), Some("One\n===\n\nText of one.\n\nText of two.\n"));
}

#[test]
fn paragraphs_of_markdown_do_not_run_into_one() {
    let text = "Text of one.\n## Two\nText of two.\n";
    assert_eq!(without(text, Language::Markdown, 1..2).as_deref(), Some("Text of one.\n\nText of two.\n"));
}

#[test]
fn an_item_that_others_hang_on_stays() {
    let text = "- Share this\n  - Kept below it\n- Other\n";
    assert_eq!(without(text, Language::Markdown, 0..1), None);
}

const LINES: [&str; 12] = [
    "The council voted on Tuesday to rebuild the old sea wall, which the storm had broken in three places last winter.",
    "The mayor said that the town would pay half of the cost and the state the rest, and that work would begin in April.",
    "Share this article",
    "Read More: The storm in pictures",
    "Leave a Reply",
    "Key Takeaways",
    "By Marisol Vance",
    "Published on March 4, 2024",
    "- Follow us on Facebook",
    "Home",
    "",
    "0",
];

fn page() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(LINES.to_vec()), 0..14).prop_map(|lines| lines.join("\n"))
}

fn language() -> impl Strategy<Value = Language> {
    prop::sample::select(vec![Language::PlainText, Language::Markdown])
}

/// The lines of a text that are not blank.
fn full_lines(text: &str) -> Vec<&str> {
    text.lines().filter(|line| !line.trim().is_empty()).collect()
}

proptest! {
    #[test]
    fn a_fix_deletes_the_reported_lines_alone(text in page(), language in language()) {
        let analysis = analyze(&text, language);
        for finding in analysis.findings.iter().filter(|finding| finding.rule.starts_with("boilerplate/")) {
            for Edit { span, text: inserted } in finding.fixes.iter().flat_map(|fix| &fix.edits) {
                prop_assert!(inserted.is_empty());
                let deleted = full_lines(span.of(&text)).len();
                let reported = full_lines(finding.span.of(&text)).len();
                prop_assert_eq!(deleted, reported);
                let mut left = text.clone();
                left.replace_range(span.range(), "");
                prop_assert_eq!(full_lines(&left).len(), full_lines(&text).len() - deleted);
            }
        }
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in page(), language in language(), credits: bool) {
        let settings = Settings::default();
        let once = analysis::clean(&text, language, &settings, credits);
        prop_assert_eq!(&analysis::clean(&once, language, &settings, credits), &once);
    }
}
