use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A strong judgement is the author's own.
    ///
    /// Flags words such as “undeniably”, “unprecedented” and “crucially” in sentences without a source. In a report the
    /// judgement is a source's; in an opinion piece it is yours, so the rule is off by default.
    ///
    /// ## Fires
    /// ```text
    /// The new harbour wall is an unprecedented triumph of the builder's art over the sea.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Mara Venn called the new harbour wall an unprecedented triumph of the builder's art.
    /// ```
    "attribution/unsourced-assertion", Severity::Information, off, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::UnsourcedAssertion, context, message, fixes::of_unsourced, findings);
}

fn message(word: &str) -> String {
    format!("“{word}” is a judgement, and nobody is said to make it. Give it to a source, or show what it rests on.")
}
