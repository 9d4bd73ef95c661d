//! Fixes change the text as they say and nothing else; cleaning removes what was reported, and once.

#![no_main]

use copydesk::{
    analysis::{Memo, Settings, clean},
    rules::Fix,
};
use copydesk_fuzz::{Text, analysis, language};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: (bool, Text)| {
    let (is_markdown, Text(text)) = input;
    let language = language(is_markdown);
    let found = analysis(&text, language, &mut Memo::default());
    for fix in found.findings.iter().flat_map(|finding| &finding.fixes) {
        assert_applies(&text, fix);
    }

    let once = clean(&text, language, &Settings::default(), false);
    assert_eq!(clean(&once, language, &Settings::default(), false), once, "cleaning once more changes the text");
    assert!(is_within(&once, &text), "cleaning added something");
    if !found.findings.iter().any(|finding| finding.rule.starts_with("boilerplate/")) {
        assert_eq!(once, text, "cleaning removed what was not reported");
    }
});

/// The edits of `fix` are in order, apart, and change something.
fn assert_applies(text: &str, fix: &Fix) {
    let mut fixed = text.to_owned();
    let mut start = text.len() as u32;
    for edit in fix.edits.iter().rev() {
        assert!(edit.span.end <= start, "edits of {:?} overlap", fix.title);
        start = edit.span.start;
        fixed.replace_range(edit.span.range(), &edit.text);
    }
    assert_ne!(fixed, text, "{:?} does nothing", fix.title);
}

/// `part` is `whole` with characters left out.
fn is_within(part: &str, whole: &str) -> bool {
    let mut rest = whole.chars();
    part.chars().all(|wanted| rest.any(|c| c == wanted))
}
