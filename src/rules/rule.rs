use super::{Finding, Severity};
use crate::{analysis::Facts, attribution::Statements, boilerplate::Kind, people::People, syntax::Article};

/// What a rule looks at: the article and all that the engine found in it.
pub struct Context<'a> {
    /// The file's text.
    pub text: &'a str,
    /// Its blocks.
    pub article: &'a Article,
    /// What each block says by itself; parallel to `article.blocks`.
    pub facts: &'a [Facts],
    /// What furniture each block is; parallel to `article.blocks`.
    pub furniture: &'a [Option<Kind>],
    /// The people.
    pub people: &'a People,
    /// Statements and claims.
    pub statements: &'a Statements,
}

/// A rule: what it is called and how it is checked.
pub struct Rule {
    /// `group/name`.
    pub id: &'static str,
    /// Severity where the configuration says nothing.
    pub severity: Severity,
    /// Whether it reports where the configuration says nothing.
    pub on: bool,
    /// Its documentation in Markdown.
    pub docs: &'static str,
    /// Appends what it finds. The findings carry the default severity.
    pub check: fn(&Context, &mut Vec<Finding>),
}

/// Declares the rule of a file as `pub static RULE`; its doc comment becomes [`Rule::docs`].
///
/// ```ignore
/// rule! {
///     /// # What it does …
///     "attribution/vague-source", Severity::Warning, on, check
/// }
/// ```
macro_rules! rule {
    ($(#[doc = $doc:literal])+ $id:literal, $severity:expr, on, $check:path) => {
        rule!(@ [$($doc),+] $id, $severity, true, $check);
    };
    ($(#[doc = $doc:literal])+ $id:literal, $severity:expr, off, $check:path) => {
        rule!(@ [$($doc),+] $id, $severity, false, $check);
    };
    (@ [$($doc:literal),+] $id:literal, $severity:expr, $on:literal, $check:path) => {
        $(#[doc = $doc])+
        pub static RULE: $crate::rules::Rule = $crate::rules::Rule {
            id: $id,
            severity: $severity,
            on: $on,
            docs: concat!($($doc, "\n"),+),
            check: $check,
        };
    };
}
pub(crate) use rule;
