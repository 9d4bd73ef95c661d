use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A source is not named.
    ///
    /// Flags assertions of one person without a name ("a senior official said"), of people described by what they know
    /// ("people familiar with the talks"), and words spoken on condition of anonymity. Often that is a choice; the
    /// finding is there so that it is one. Name the source, or tell the reader why it cannot be named and how it knows.
    ///
    /// ## Fires
    /// ```text
    /// A senior official said that the ferry line would be sold.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// A senior official, Tarn Weiss, said that the ferry line would be sold.
    /// ```
    "attribution/anonymous-source", Severity::Information, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::AnonymousSource, context, message, fixes::of_source, findings);
}

fn message(claim: &str) -> String {
    format!("“{claim}” gives no name. Name the source, or say why it stays unnamed and how it knows.")
}
