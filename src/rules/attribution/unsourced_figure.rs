use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A figure has no source.
    ///
    /// Flags shares, amounts of money and big counts in paragraphs in which nobody speaks and no document is named. The
    /// reader cannot check them. Say who counted.
    ///
    /// Off by default: many figures are the reporter's own or were sourced further up, which no rule can see.
    ///
    /// ## Fires
    /// ```text
    /// The new harbour wall has cost the town $12 million so far, twice what had been planned.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The new harbour wall has cost the town $12 million so far, according to the treasurer.
    /// ```
    "attribution/unsourced-figure", Severity::Information, off, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::UnsourcedFigure, context, message, fixes::of_unsourced, findings);
}

fn message(figure: &str) -> String {
    format!("No source for “{figure}” stands in this paragraph. Say who counted.")
}
