use super::{fixes, report};
use crate::{
    attribution::ClaimKind,
    rules::{Context, Finding, Severity, rule},
};

rule! {
    /// Quoted words have no speaker.
    ///
    /// Flags quotations of five words or more when nobody speaks in their paragraph or beside it. The reader takes
    /// quotation marks for a promise that somebody said exactly this. Say who, or take the marks away.
    ///
    /// Titles, words talked about, quotations that go on from the paragraph before and pull quotes are left alone.
    ///
    /// ## Fires
    /// ```text
    /// The harbour wall was built in a single year, a marvel “of stone and stubbornness above the sea”.
    /// ```
    ///
    /// ## Does not fire
    /// ```text
    /// The harbour wall is a marvel “of stone and stubbornness above the sea”, Mara Venn wrote.
    /// ```
    "attribution/unattributed-quote", Severity::Warning, off, check
}

fn check(context: &Context, findings: &mut Vec<Finding>) {
    report(&RULE, ClaimKind::UnattributedQuote, context, message, fixes::of_quotation, findings);
}

fn message(_: &str) -> String {
    "Nobody is said to speak these words. Add a speaker, or take the quotation marks away.".into()
}
