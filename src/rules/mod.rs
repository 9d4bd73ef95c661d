//! Rules: what a finding is called, how bad it is, what it says and how it is mended.
//!
//! A rule is one file (or a family's) and one line in its group's `mod.rs`. Its doc comment is its documentation: printed by
//! `copydesk rules RULE`, linked from the editor, written to `docs/rules/`. `rule` says how it is laid out.

mod apply;
mod attribution;
mod boilerplate;
mod finding;
mod fingerprint;
mod people;
mod registry;
mod rule;
pub mod suppress;
mod suppression;

pub use apply::apply;
pub use attribution::rewrite;
pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use fingerprint::Fingerprint;
pub use registry::{all, by_id, nearest, pages};
pub(crate) use rule::rule;
use rule::rules;
pub use rule::{Context, Example, Rule};
