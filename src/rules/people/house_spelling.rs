use crate::{
    analysis::HouseName,
    people::{FullName, Person, one_line, plain},
    rules::{Context, Edit, Finding, Fix, Severity, rule},
    text::Span,
};

rule! {
    /// The team spells this name otherwise.
    ///
    /// `people.toml` says how the team writes the names of people it knows, which other forms are right, and which
    /// spellings it has ruled out. The finding stands at a ruled-out spelling, and at another rendering of a full name
    /// that the team has settled. The fix writes the name as the team does.
    ///
    /// Diacritics count where the name stands in full; capitals and the form of apostrophes do not.
    ///
    /// ## Fires
    /// With `name = "Pavel Orlenko"` and `misspellings = ["Pawel Orlenko"]` in `people.toml`:
    ///
    /// ```text
    /// The mayor of Dalnov, Pawel Orlenko, said on Monday that the bridge would be closed for a year.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The mayor of Dalnov, Pavel Orlenko, said on Monday that the bridge would be closed for a year.
    /// ```
    "people/house-spelling", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let houses = &context.settings.house_names;
    if houses.is_empty() {
        return;
    }
    for mention in context.people.people.iter().flat_map(|person: &Person| &person.mentions) {
        let written = one_line(context.text, *mention);
        let house = houses.iter().find(|house| is_otherwise(house, &written));
        findings.extend(house.map(|house| finding(context.text, house, *mention)));
    }
}

/// `written` is a spelling of the person's name that the team does not use.
fn is_otherwise(house: &HouseName, written: &str) -> bool {
    let is = |form: &String| plain(form) == plain(written);
    let same_marks = |form: &String| with_marks(form) == with_marks(written);
    let is_full = FullName::new(written).is_some();
    let own = std::iter::once(&house.name).chain(&house.aliases);
    if own.clone().any(|form| is(form) && (same_marks(form) || !is_full)) {
        return false;
    }
    if own.clone().any(is) {
        return true;
    }
    let rendering = || match (FullName::new(&house.name), FullName::new(written)) {
        (Some(own), Some(other)) => own.is_same_person(&other) && own.spells_otherwise(&other),
        _ => false,
    };
    house.misspellings.iter().any(is) || rendering()
}

/// `name` with its diacritics, in lower case, so that capitals and the form of apostrophes do not count.
fn with_marks(name: &str) -> String {
    name.to_lowercase().replace(['’', 'ʼ', '‘'], "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

fn finding(text: &str, house: &HouseName, span: Span) -> Finding {
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: format!("{} is written {} here, by people.toml", span.of(text), house.name).into(),
        fixes: vec![Fix {
            title: format!("Write {}", house.name).into(),
            edits: vec![Edit { span, text: house.name.clone() }],
            safe: true,
        }],
        related: Vec::new(),
    }
}
