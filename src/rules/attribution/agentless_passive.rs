use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A passive hides who says so.
    ///
    /// Flags judgements and reports in the passive without an agent ("is widely seen as", "has been described as", "it
    /// is believed that") and words that stand for one ("reportedly"). Somebody sees, describes, believes: say who, or
    /// say it on your own account.
    ///
    /// Names ("is known as"), charges before a court, what is expected and what may be thought are left alone.
    ///
    /// ## Fires
    /// ```text
    /// The ferry line is widely regarded as the most expensive on the coast.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The ferry line is regarded by the harbour board as the most expensive on the coast.
    /// ```
    "attribution/agentless-passive", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::AgentlessPassive, context, message, fixes::of_passive, findings);
}

fn message(claim: &str) -> String {
    format!("“{claim}” hides who says so. Add “by” and a source, or attribute the sentence.")
}
