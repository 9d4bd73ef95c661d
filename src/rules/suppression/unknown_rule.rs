use crate::{
    rules::{self, Context, Edit, Finding, Fix, Severity, rule, suppress},
    text::Span,
};

rule! {
    /// A directive names a rule that does not exist.
    ///
    /// A misspelt id silences nothing, and nobody notices. The finding names the nearest id that exists, and the fix
    /// puts it there. Directives that silence nothing at the moment are left alone: the text may change back.
    ///
    /// ## Fires
    /// ```markdown
    /// <!-- copydesk-ignore attribution/vage-source -->
    /// Lavrov said that talks will resume.
    /// ```
    ///
    /// ## Does not fire
    /// ```markdown
    /// <!-- copydesk-ignore suppression/unknown-rule -->
    /// Lavrov said that talks will resume.
    /// ```
    "suppression/unknown-rule", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let known = |name: &str| rules::all().iter().any(|rule| suppress::names_rule(name, rule.id));
    let unknown = suppress::named_rules(context.text, context.article).into_iter();
    findings.extend(unknown.filter(|span| !known(span.of(context.text))).map(|span| finding(context.text, span)));
}

fn finding(text: &str, span: Span) -> Finding {
    let name = span.of(text);
    let nearest = rules::nearest(name);
    let message = match &nearest {
        Some(nearest) => format!("there is no rule `{name}`; the nearest is `{nearest}`"),
        None => format!("there is no rule `{name}`; `copydesk rules` lists them"),
    };
    let fixes = nearest.map(|nearest| Fix {
        title: format!("Write `{nearest}`").into(),
        edits: vec![Edit { span, text: nearest }],
        safe: false,
    });
    Finding {
        rule: RULE.id,
        severity: RULE.severity,
        span,
        message: message.into(),
        fixes: fixes.into_iter().collect(),
        related: Vec::new(),
    }
}
