//! What a writer can silence in the text, and how an ignored finding is recognised again.

use copydesk::{
    rules::{
        Finding, Fingerprint, Severity,
        suppress::{self, Directives},
    },
    syntax::{self, Language},
    text::Span,
};

const VAGUE: &str = "attribution/vague-source";

fn finding(text: &str, marked: &str, rule: &'static str) -> Finding {
    let start = text.find(marked).expect("the marked words stand in the text");
    Finding {
        rule,
        severity: Severity::Warning,
        span: Span::new(start, start + marked.len()),
        message: "".into(),
        fixes: Vec::new(),
        related: Vec::new(),
    }
}

fn silenced(text: &str, language: Language, marked: &str, rule: &'static str) -> bool {
    let article = syntax::parse(text, language);
    Directives::new(text, &article).silence(&finding(text, marked, rule))
}

fn silenced_in_both(text: &str, marked: &str, rule: &'static str) -> bool {
    let markdown = silenced(text, Language::Markdown, marked, rule);
    assert_eq!(markdown, silenced(text, Language::PlainText, marked, rule), "the languages differ on {text:?}");
    markdown
}

#[test]
fn ignore_covers_the_next_block_alone() {
    let text = "<!-- copydesk-ignore -->\n\nExperts argue that talks resume.\n\nAnalysts say that they fail.\n";
    assert!(silenced_in_both(text, "Experts argue", VAGUE));
    assert!(!silenced_in_both(text, "Analysts say", VAGUE));
}

#[test]
fn ignore_covers_the_rules_it_names() {
    for (names, silent) in [
        ("attribution/vague-source", true),
        ("attribution/*", true),
        ("attribution", true),
        ("people/unintroduced-name, attribution/vague-source", true),
        ("attribution/vague-source -- the desk agreed", true),
        ("people/*", false),
        ("attribution/vague", false),
    ] {
        let text = format!("<!-- copydesk-ignore {names} -->\n\nExperts argue that talks resume.\n");
        assert_eq!(silenced_in_both(&text, "Experts argue", VAGUE), silent, "{names}");
    }
}

#[test]
fn a_region_ends_where_it_is_switched_on_again() {
    let text = "First, experts argue.\n\n<!-- copydesk-off -->\n\nSecond, experts argue.\n\n\
                <!-- copydesk-on attribution/vague-source -->\n\nThird, experts argue.\n";
    assert!(!silenced_in_both(text, "First", VAGUE));
    assert!(silenced_in_both(text, "Second", VAGUE));
    assert!(!silenced_in_both(text, "Third", VAGUE));
    assert!(silenced_in_both(text, "Third", "people/unintroduced-name"));
}

#[test]
fn front_matter_silences_the_file() {
    for (value, silent) in [
        (": off", true),
        (": \"off\" # archive", true),
        (": [people/*, attribution/vague-source]", true),
        (":\n  - attribution/vague-source", true),
        (":\n- attribution/vague-source", true),
        (": on", false),
        (": [people/unintroduced-name]", false),
    ] {
        let text =
            format!("---\ntitle: Ferry\ncopydesk{value}\ndate: 2026-03-01\n---\n\nExperts argue that talks resume.\n");
        assert_eq!(silenced(&text, Language::Markdown, "Experts argue", VAGUE), silent, "{value}");
    }
    let toml = "+++\ncopydesk = [\n  \"attribution/vague-source\",\n]\n+++\n\nExperts argue that talks resume.\n";
    assert!(silenced(toml, Language::Markdown, "Experts argue", VAGUE));
}

#[test]
fn directives_in_code_and_other_comments_say_nothing() {
    let code = "```html\n<!-- copydesk-off -->\n```\n\nExperts argue that talks resume.\n";
    assert!(!silenced(code, Language::Markdown, "Experts argue", VAGUE));
    let comment = "<!-- ask copydesk-off about this -->\n\nExperts argue that talks resume.\n";
    assert!(!silenced_in_both(comment, "Experts argue", VAGUE));
}

#[test]
fn every_named_rule_is_found_at_its_place() {
    let text = "<!-- copydesk-ignore attribution/vage, people/* -->\n\nExperts argue.\n";
    let article = syntax::parse(text, Language::PlainText);
    let names: Vec<&str> = suppress::named_rules(text, &article).into_iter().map(|span| span.of(text)).collect();
    assert_eq!(names, ["attribution/vage", "people/*"]);
}

fn fingerprint(text: &str, marked: &str) -> Fingerprint {
    let finding = finding(text, marked, VAGUE);
    let article = syntax::parse(text, Language::PlainText);
    let block = article.block_at(finding.span.start).expect("a block holds the finding");
    Fingerprint::new(&finding, text, article.blocks[block].span)
}

#[test]
fn a_fingerprint_survives_moving_and_reflowing_the_paragraph() {
    let before = fingerprint("Rain fell.\n\nOn Monday experts argue that “talks” will resume soon.\n", "experts argue");
    let after =
        fingerprint("On  Monday\u{a0}experts argue that \"talks\" will resume soon.\n\nRain.\n", "experts argue");
    assert_eq!(before, after);
    assert_eq!(Fingerprint::parse(&before.to_string()), Some(before));
}

#[test]
fn a_fingerprint_changes_with_the_words_around() {
    let text = "On Monday experts argue that talks will resume.\n";
    let other = "On Monday experts argue that taxes will rise.\n";
    assert_ne!(fingerprint(text, "experts argue"), fingerprint(other, "experts argue"));
    assert_ne!(fingerprint(text, "experts argue"), fingerprint(text, "Monday experts"));
    assert_eq!(Fingerprint::parse("+123456789abcdef"), None);
}
