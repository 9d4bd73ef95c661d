use crate::{
    people::{self, Person},
    rules::{Context, Finding, Severity, rule},
    text::Span,
};

rule! {
    /// A surname speaks that the article never introduces.
    ///
    /// A reader who meets "Marchetti said" wants to know who that is. The rule looks only at articles that introduce other
    /// people by their full names, and at names that say something; a name with a title ("Mayor Marchetti") or a role
    /// anywhere in the article is introduced.
    ///
    /// ## Fires
    /// ```text
    /// Anna Kowalska, the chief engineer, welcomed the plan. "It will save us years," Kowalska said.
    ///
    /// Pavel Novak, a lawyer for the owners, called the plan too dear. Marchetti said that the vote would be close.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Anna Kowalska, the chief engineer, welcomed the plan. "It will save us years," Kowalska said.
    ///
    /// Pavel Novak, a lawyer for the owners, called the plan too dear. Mayor Marchetti said that the vote would be close.
    /// ```
    "people/unintroduced-name", Severity::Information, on, check
}

/// People with full names from which on an article counts as one that introduces its people.
const INTRODUCED: usize = 2;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let people = &context.people.people;
    let is_full = |person: &&Person| person.name.contains(' ');
    if people.iter().filter(is_full).count() < INTRODUCED {
        return;
    }
    let unknown = people.iter().filter(|person| !is_full(person) && person.roles.is_empty());
    findings.extend(unknown.filter_map(|person| speaking(context, person)).map(|span| finding(context, span)));
}

/// The first mention of `person`, if one of them is the subject of a verb of saying.
fn speaking(context: &Context, person: &Person) -> Option<Span> {
    let speaks = |mention: &&Span| people::speaks(context.text, context.article, context.facts, **mention);
    person.mentions.iter().find(speaks).and(person.mentions.first().copied())
}

fn finding(context: &Context, span: Span) -> Finding {
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: format!(
            "{} is never introduced: give the full name or the role at the first mention",
            span.of(context.text)
        )
        .into(),
        fixes: Vec::new(),
        related: Vec::new(),
    }
}
