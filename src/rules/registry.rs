use super::Rule;

/// Every rule, by group and name. A new rule is one line here.
static RULES: &[&Rule] = &[];

/// Every rule, by group and name.
pub fn all() -> &'static [&'static Rule] {
    RULES
}

/// The rule called `id`.
pub fn by_id(id: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.id == id)
}
