//! Claims that nobody stands behind: a file a rule.

mod fixes;
mod rewrite;

pub use rewrite::rewrite;

use super::{Context, Finding, Fix, Rule, Severity, rules};
use crate::attribution::{Claim, ClaimKind};

rules! {
    agentless_passive: RULE;
    anonymous_source: RULE;
    unattributed_quote: RULE;
    unsourced_assertion: RULE;
    unsourced_figure: RULE;
    vague_source: RULE;
}

/// Reports the claims of `kind`. A claim that a named source answers right after sinks to a hint.
fn report(
    rule: &Rule,
    kind: ClaimKind,
    context: &Context,
    message: fn(&str) -> String,
    fixes: fn(&Context, &Claim) -> Vec<Fix>,
    findings: &mut Vec<Finding>,
) {
    for claim in context.statements.claims.iter().filter(|claim| claim.kind == kind) {
        let mut message = message(claim.span.of(context.text));
        if claim.answered {
            message += " A named source follows: if that is who says so, say it here.";
        }
        findings.push(Finding {
            rule: rule.id,
            severity: if claim.answered { Severity::Hint } else { rule.severity },
            span: claim.span,
            message: message.into(),
            fixes: fixes(context, claim),
            related: Vec::new(),
        });
    }
}
