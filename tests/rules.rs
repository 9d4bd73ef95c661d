//! Every rule is well-formed, and its documentation tells the truth.

use copydesk::{
    analysis::{self, HouseName, Memo, Settings},
    rules::{self, Example, Rule, Severity},
};
use std::collections::BTreeSet;

#[test]
fn ids_are_unique_and_well_formed() {
    let mut seen = BTreeSet::new();
    for rule in rules::all() {
        assert!(seen.insert(rule.id), "{} stands twice", rule.id);
        let parts: Vec<&str> = rule.id.split('/').collect();
        let word = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        assert!(parts.len() == 2 && parts.iter().all(word), "{} is no group/name", rule.id);
    }
}

#[test]
fn documentation_has_a_title_and_examples_of_both_kinds() {
    for rule in rules::all() {
        assert!(rule.title().ends_with('.'), "{}: the first line is a sentence, not {:?}", rule.id, rule.title());
        let examples = rule.examples();
        assert!(examples.iter().any(|example| example.fires), "{} has no example that fires", rule.id);
        assert!(examples.iter().any(|example| !example.fires), "{} has no example that does not fire", rule.id);
    }
}

#[test]
fn examples_hold() {
    let lies: Vec<String> = rules::all().iter().flat_map(|rule| lies(rule)).collect();
    assert!(lies.is_empty(), "examples that do not do what they say:\n{}", lies.join("\n"));
}

fn lies(rule: &Rule) -> Vec<String> {
    let examples = rule.examples();
    let wrong = examples.into_iter().filter(|example| fires(rule, example) != example.fires);
    wrong.map(|example| format!("{}: should fire: {}\n{}", rule.id, example.fires, example.text)).collect()
}

/// What `people.toml` says in the examples of `people/house-spelling`.
fn house_name() -> HouseName {
    HouseName { name: "Pavel Orlenko".into(), aliases: vec![], misspellings: vec!["Pawel Orlenko".into()] }
}

fn fires(rule: &Rule, example: &Example) -> bool {
    let mut settings = Settings::default();
    settings.severities.insert(rule.id.into(), Some(Severity::Error));
    settings.house_names.push(house_name());
    let analysis = analysis::analyze(&example.text, example.language, &settings, &mut Memo::default(), &|| false)
        .expect("nobody cancels");
    analysis.findings.iter().any(|finding| finding.rule == rule.id)
}
