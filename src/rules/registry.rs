use super::{Rule, attribution, boilerplate, people, suppression};
use std::sync::LazyLock;

/// The rules of every group.
static GROUPS: &[&[&Rule]] = &[attribution::RULES, boilerplate::RULES, people::RULES, suppression::RULES];

static RULES: LazyLock<Vec<&Rule>> = LazyLock::new(|| {
    let mut rules = GROUPS.concat();
    rules.sort_unstable_by_key(|rule| rule.id);
    rules
});

/// Every rule, by id.
pub fn all() -> &'static [&'static Rule] {
    &RULES
}

/// The rule called `id`.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}

/// The id, or `group/*`, that is written most like `name`; `None` where nothing comes near.
pub fn nearest(name: &str) -> Option<String> {
    let groups = RULES.iter().filter_map(|rule| rule.id.split_once('/')).map(|(group, _)| format!("{group}/*"));
    let known = RULES.iter().map(|rule| rule.id.to_owned()).chain(groups);
    let alike = |id: &str| {
        let tail = id.split_once('/').map_or(id, |(_, tail)| tail);
        strsim::jaro_winkler(name, id).max(strsim::jaro_winkler(name, tail))
    };
    let best = known.map(|id| (alike(&id), id)).max_by(|a, b| a.0.total_cmp(&b.0))?;
    (best.0 > 0.8).then_some(best.1)
}

/// The generated documentation: a page a rule by file name, and an index.
pub fn pages() -> Vec<(String, String)> {
    let file = |rule: &Rule| format!("{}.md", rule.id.replace('/', "-"));
    let mut index = String::from(
        "# Rules\n\nThese pages are generated from the rules' own documentation: `copydesk rules --write docs/rules`.\n\n\
         | rule | default | finds |\n|---|---|---|\n",
    );
    let mut pages = Vec::with_capacity(RULES.len() + 1);
    for rule in all() {
        let default = if rule.on { rule.severity.name() } else { "off" };
        index += &format!("| [`{}`]({}) | {default} | {} |\n", rule.id, file(rule), rule.title());
        pages.push((file(rule), rule.documentation()));
    }
    pages.push(("README.md".into(), index));
    pages
}
