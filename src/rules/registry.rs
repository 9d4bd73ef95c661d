use super::{Rule, boilerplate, suppression};

/// Every rule, by group and name. A new rule is one line here.
static RULES: &[&Rule] = &[
    &boilerplate::audience::ADVERT,
    &boilerplate::credits::AUTHOR_BIO,
    &boilerplate::credits::BYLINE,
    &boilerplate::audience::CALL_TO_ACTION,
    &boilerplate::audience::COMMENTS,
    &boilerplate::site::CONSENT,
    &boilerplate::site::CONTENTS_LIST,
    &boilerplate::site::COPYRIGHT,
    &boilerplate::audience::COUNTER,
    &boilerplate::credits::DATE_STAMP,
    &boilerplate::site::LABEL,
    &boilerplate::site::NAVIGATION,
    &boilerplate::audience::NEWSLETTER,
    &boilerplate::audience::PAYWALL,
    &boilerplate::credits::PHOTO_CREDIT,
    &boilerplate::links::RELATED_LINK,
    &boilerplate::audience::SHARE_PROMPT,
    &boilerplate::audience::SUMMARY_WIDGET,
    &boilerplate::site::TAGS,
    &boilerplate::links::TEASER,
    &boilerplate::links::TOP_LIST,
    &boilerplate::credits::WIRE_TAIL,
    &suppression::unknown_rule::RULE,
];

/// Every rule, by group and name.
pub fn all() -> &'static [&'static Rule] {
    RULES
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
