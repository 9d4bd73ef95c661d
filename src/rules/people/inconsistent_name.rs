use crate::{
    people::{Card, Person, Said},
    rules::{Context, Edit, Finding, Fix, Related, Severity, rule},
    text::Span,
};

rule! {
    /// A person's name is spelled in two ways.
    ///
    /// Readers take two spellings for two people, and one of them is usually wrong. The finding stands at every mention
    /// in the rarer spelling; the fix writes the usual one there. Short forms, initials, nicknames and capitals are no
    /// other spellings.
    ///
    /// ## Fires
    /// ```text
    /// Sergei Orlenko is the mayor of Dalnov. Sergei Orlenko has held the office for ten years, he told reporters.
    ///
    /// The council said on Monday that Sergey Orlenko would resign.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Sergei Orlenko is the mayor of Dalnov. Mr. Orlenko has held the office for ten years, he told reporters.
    ///
    /// The council said on Monday that S. Orlenko would resign.
    /// ```
    "people/inconsistent-name", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for person in &context.people.people {
        if !person.variants.is_empty() {
            report(context.text, person, findings);
        }
    }
}

fn report(text: &str, person: &Person, findings: &mut Vec<Finding>) {
    let mut spellings = Card::new(text, person).spellings;
    let parts = |name: &str| name.split(' ').count();
    spellings.retain(|spelling| {
        spelling.words.chars().any(char::is_lowercase) && parts(&spelling.words) == parts(&person.name)
    });
    // The commonest first; of equally common ones that which stands first.
    spellings.sort_by_key(|spelling| std::cmp::Reverse(spelling.places.len()));
    if let [usual, others @ ..] = spellings.as_slice() {
        let places = others.iter().flat_map(|other| other.places.iter().map(move |&place| (other, place)));
        findings.extend(places.map(|(other, place)| finding(usual, other, place)));
    }
}

fn finding(usual: &Said, other: &Said, span: Span) -> Finding {
    let related = usual.places.first().map(|&span| Related { span, message: format!("spelled {} here", usual.words).into() });
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: format!("{} is spelled {} elsewhere in this article", other.words, usual.words).into(),
        fixes: vec![Fix {
            title: format!("Write {}", usual.words).into(),
            edits: vec![Edit { span, text: usual.words.clone() }],
            safe: false,
        }],
        related: related.into_iter().collect(),
    }
}
