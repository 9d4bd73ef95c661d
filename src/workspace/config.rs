use super::{
    CONFIG_KEYS, Problem, config_key,
    node::{Entry, Node},
    problem::did_you_mean,
};
use crate::{
    analysis::Settings,
    rules::{self, Severity, suppress},
};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
};

/// The name of the file.
pub const CONFIG_FILE: &str = "copydesk.toml";

/// What a `copydesk.toml` asks, or an editor's settings, or both.
#[derive(Clone, Debug)]
pub struct Config {
    /// What the engine has to know. House names and ignored findings come from other files ([`super::Surroundings`]).
    pub settings: Settings,
    /// Where the team's people are, relative to the file's folder; `None` where it says nothing.
    pub people_file: Option<PathBuf>,
    /// Hovers may show the built-in list of office holders.
    pub office_holders: bool,
    /// The patterns of `exclude`, as written.
    pub exclude: Vec<String>,
    folder: PathBuf,
    excluded: Gitignore,
}

impl Default for Config {
    fn default() -> Self {
        Self::empty(PathBuf::new())
    }
}

impl Config {
    /// Reads the text of a `copydesk.toml` that lies in `folder`. Mistakes are answered beside it and cost nothing else.
    pub fn parse(text: &str, folder: &Path) -> (Self, Vec<Problem>) {
        let mut config = Self::empty(folder.to_owned());
        let mut problems = Vec::new();
        let entries = Node::of_toml(text, &mut problems);
        config.read(&entries, Unknown::Report, &mut problems);
        (config, problems)
    }

    /// Lets an editor's settings (the object `copydesk`) override what the file says. Settings that are the editor's
    /// own business are passed over.
    pub fn overlay(&mut self, settings: &serde_json::Value) -> Vec<Problem> {
        let mut problems = Vec::new();
        if settings.is_object() {
            let node = Node::of_json(settings);
            let entries = node.entries(&mut problems).to_vec();
            self.read(&entries, Unknown::PassOver, &mut problems);
        }
        problems
    }

    /// `path` is excluded. Paths outside the folder of the configuration never are.
    pub fn excludes(&self, path: &Path) -> bool {
        if self.exclude.is_empty() {
            return false;
        }
        let Ok(inside) = path.strip_prefix(&self.folder) else { return false };
        self.excluded.matched_path_or_any_parents(inside, false).is_ignore()
    }

    /// Leaves on only the rules that `patterns` name, switched on with their own severity where they are off.
    pub fn select(&mut self, patterns: &[String]) {
        for rule in rules::all() {
            let named = patterns.iter().any(|pattern| suppress::names_rule(pattern, rule.id));
            let severity = named.then(|| self.settings.severity(rule).unwrap_or(rule.severity));
            self.settings.severities.insert(rule.id.into(), severity);
        }
    }

    /// Switches off the rules that `patterns` name.
    pub fn ignore(&mut self, patterns: &[String]) {
        let named = |id| patterns.iter().any(|pattern| suppress::names_rule(pattern, id));
        for rule in rules::all().iter().filter(|rule| named(rule.id)) {
            self.settings.severities.insert(rule.id.into(), None);
        }
    }

    fn empty(folder: PathBuf) -> Self {
        Self {
            settings: Settings::default(),
            people_file: None,
            office_holders: true,
            exclude: Vec::new(),
            folder,
            excluded: Gitignore::empty(),
        }
    }

    fn read(&mut self, entries: &[Entry], unknown: Unknown, problems: &mut Vec<Problem>) {
        for entry in entries {
            if let Some(key) = config_key("", &entry.key) {
                (key.read)(self, &entry.node, problems);
            } else if CONFIG_KEYS.iter().any(|key| key.section == entry.key) {
                for inner in entry.node.entries(problems) {
                    match config_key(&entry.key, &inner.key) {
                        Some(key) => (key.read)(self, &inner.node, problems),
                        None => unknown.report(inner, &entry.key, problems),
                    }
                }
            } else {
                unknown.report(entry, "", problems);
            }
        }
    }

    pub(super) fn read_severities(&mut self, node: &Node, problems: &mut Vec<Problem>) {
        let mut asked = BTreeMap::new();
        for entry in node.entries(problems) {
            if !rules::all().iter().any(|rule| suppress::names_rule(&entry.key, rule.id)) {
                problems.push(unknown_rule(entry));
            } else if let Some(level) = entry.node.text(problems) {
                match Level::from_name(&level) {
                    Some(level) => _ = asked.insert(group_pattern(&entry.key), level),
                    None => problems.push(Problem::new(entry.node.span, unknown_level(&level))),
                }
            }
        }
        for (pattern, level) in asked {
            self.set_level(pattern, level);
        }
    }

    fn set_level(&mut self, pattern: String, level: Level) {
        let severities = &mut self.settings.severities;
        match level {
            Level::Off => _ = severities.insert(pattern, None),
            Level::At(severity) => _ = severities.insert(pattern, Some(severity)),
            Level::On => {
                for rule in rules::all().iter().filter(|rule| suppress::names_rule(&pattern, rule.id)) {
                    severities.insert(rule.id.into(), Some(rule.severity));
                }
            }
        }
    }

    pub(super) fn read_exclude(&mut self, node: &Node, problems: &mut Vec<Problem>) {
        let mut builder = GitignoreBuilder::new("");
        self.exclude.clear();
        for (pattern, span) in node.texts(problems) {
            match builder.add_line(None, &pattern) {
                Ok(_) => self.exclude.push(pattern),
                Err(error) => problems.push(Problem::new(span, format!("no pattern of files: {error}"))),
            }
        }
        match builder.build() {
            Ok(excluded) => self.excluded = excluded,
            Err(error) => problems.push(Problem::new(node.span, format!("no patterns of files: {error}"))),
        }
    }
}

/// What becomes of keys that are not ours.
#[derive(Clone, Copy)]
enum Unknown {
    Report,
    PassOver,
}

impl Unknown {
    fn report(self, entry: &Entry, section: &str, problems: &mut Vec<Problem>) {
        if matches!(self, Self::PassOver) {
            return;
        }
        let place = if section.is_empty() { String::new() } else { format!(" in [{section}]") };
        let names = CONFIG_KEYS.iter().filter(|key| key.section == section).map(|key| key.name);
        let sections = CONFIG_KEYS.iter().map(|key| key.section).filter(|name| section.is_empty() && !name.is_empty());
        let hint = did_you_mean(&entry.key, names.chain(sections));
        problems.push(Problem::new(entry.key_span, format!("unknown key `{}`{place}{hint}", entry.key)));
    }
}

/// What `[rules]` may say of a rule.
#[derive(Clone, Copy)]
enum Level {
    Off,
    On,
    At(Severity),
}

impl Level {
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "off" => Some(Self::Off),
            "on" => Some(Self::On),
            _ => Severity::from_name(name).map(Self::At),
        }
    }
}

/// `group` as `group/*`; ids as they are.
fn group_pattern(pattern: &str) -> String {
    if pattern.contains('/') { pattern.to_owned() } else { format!("{pattern}/*") }
}

fn unknown_rule(entry: &Entry) -> Problem {
    let hint = rules::nearest(&entry.key).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
    Problem::new(entry.key_span, format!("unknown rule `{}`{hint}", entry.key))
}

fn unknown_level(level: &str) -> String {
    let names = || ["off", "on"].into_iter().chain(Severity::ALL.map(Severity::name));
    let all: Vec<&str> = names().collect();
    format!("unknown severity `{level}`{}; there are {}", did_you_mean(level, names()), all.join(", "))
}
