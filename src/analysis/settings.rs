use crate::{
    boilerplate::HousePhrases,
    rules::{Fingerprint, Rule, Severity},
};
use std::collections::{BTreeMap, BTreeSet};

/// What a configuration asks of the engine. The default is what a file without configuration gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Severity by rule id or by `group/*`; `None` switches the rules off. An id beats its group; rules that are absent
    /// keep their defaults.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// Bodies that count as named sources here, in lower case.
    pub trusted_sources: Vec<String>,
    /// What makes the line it stands in page furniture here.
    pub furniture_phrases: HousePhrases,
    /// Stock phrases of this house beside the built-in ones, in lower case.
    pub stock_phrases: Vec<String>,
    /// How the team spells the names it knows.
    pub house_names: Vec<HouseName>,
    /// Findings that a person has called none.
    pub ignored: BTreeSet<Fingerprint>,
}

/// A person whose name the team has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseName {
    /// The name as the team writes it.
    pub name: String,
    /// Other forms that are right too.
    pub aliases: Vec<String>,
    /// Spellings that the team has ruled out.
    pub misspellings: Vec<String>,
}

impl Settings {
    /// The severity that `rule` reports with; `None` when it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        let group = || self.severities.get(&format!("{}/*", rule.group()));
        let set = || self.severities.get(rule.id).or_else(group);
        match (!self.severities.is_empty()).then(set).flatten() {
            Some(severity) => *severity,
            None => rule.on.then_some(rule.severity),
        }
    }
}
