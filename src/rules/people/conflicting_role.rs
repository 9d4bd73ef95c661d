use crate::{
    people::{Person, conflicting_roles},
    rules::{Context, Finding, Related, Severity, rule},
    text::Span,
};

rule! {
    /// Two titles of one person disagree.
    ///
    /// "Foreign Minister Orlenko" in one paragraph and "Defense Minister Orlenko" in another: one of them is wrong, unless
    /// the article says that the person changed office. Only titles of the same noun are compared, and only where no word
    /// such as "former", "then" or "deputy" explains the difference.
    ///
    /// ## Fires
    /// ```text
    /// Foreign Minister Pavel Orlenko arrived on Monday and met his hosts in the old town hall.
    ///
    /// Defense Minister Pavel Orlenko said that the talks would go on, and that an agreement was near.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Foreign Minister Pavel Orlenko arrived on Monday and met his hosts in the old town hall.
    ///
    /// The minister, Pavel Orlenko, was the former defense minister of the region, and knew the hall well.
    /// ```
    "people/conflicting-role", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for person in &context.people.people {
        findings
            .extend(conflict(context.text, person).map(|(first, second)| finding(context.text, person, first, second)));
    }
}

/// The first two roles of `person` that disagree.
fn conflict(text: &str, person: &Person) -> Option<(Span, Span)> {
    let (first, second) = conflicting_roles(person.roles.iter().map(|role| role.of(text)))?;
    Some((person.roles[first], person.roles[second]))
}

fn finding(text: &str, person: &Person, first: Span, second: Span) -> Finding {
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span: second,
        message: format!("{} was called “{}” before", person.name, first.of(text)).into(),
        fixes: Vec::new(),
        related: vec![Related { span: first, message: format!("“{}” here", first.of(text)).into() }],
    }
}
