use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// A claim has a crowd for its source.
    ///
    /// Flags assertions whose source is a bare plural, a quantity or a group ("experts argue", "many observers doubt",
    /// "according to officials"), or documents without an author ("studies show"). The reader cannot tell who says so,
    /// nor ask. Name the person, the body or the study, or say how many of whom were asked and by whom.
    ///
    /// Bodies that are identified ("police", "Pentagon officials"), phrases that point back ("the minister", "his
    /// aides") and words inside somebody's quotation are left alone. Bodies that your readers know under a bare noun are
    /// listed under `trusted-sources` in `copydesk.toml`.
    ///
    /// ## Fires
    /// ```text
    /// Experts argue that the harbour wall will not last another winter.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// Ilse Brandt, an engineer at the port, argued that the harbour wall will not last another winter.
    /// ```
    "attribution/vague-source", Severity::Warning, on, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::VagueSource, context, message, fixes::of_source, findings);
}

fn message(claim: &str) -> String {
    format!("“{claim}” names nobody whom the reader could ask. Name a person, a body or a study as the source.")
}
