use crate::rules::{Rule, Severity};
use std::collections::BTreeMap;

/// What a configuration asks of the engine. The default is what a file without configuration gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Settings {
    /// Severity by rule id; `None` switches the rule off. Rules that are absent keep their defaults.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// Bodies that count as named sources here, in lower case.
    pub trusted_sources: Vec<String>,
}

impl Settings {
    /// The severity that `rule` reports with; `None` when it is off.
    pub fn severity(&self, rule: &Rule) -> Option<Severity> {
        match self.severities.get(rule.id) {
            Some(severity) => *severity,
            None => rule.on.then_some(rule.severity),
        }
    }
}
