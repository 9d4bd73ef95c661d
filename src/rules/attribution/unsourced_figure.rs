use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A figure has no source.
    ///
    /// Flags figures that somebody must have counted: shares of people and things (“40 percent of tenants”, “one in five
    /// pupils”), trends of them, how many there are (“more than 600,000 people live there”), sums that were given, spent
    /// or lost. The reader cannot check them unless the text says whose they are. Say who counted.
    ///
    /// A figure has its source when somebody speaks in its sentence or in those beside it, when its paragraph names a
    /// document or whoever counts, or when one of the two paragraphs before names a study. What the reporter saw, dates,
    /// ages, prices, scores, distances, votes and markets, plans and limits are left alone.
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
    "attribution/unsourced-figure", Severity::Information, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::UnsourcedFigure, context, message, fixes::of_unsourced, findings);
}

fn message(figure: &str) -> String {
    format!("No source for “{figure}” stands near it. Say who counted.")
}
