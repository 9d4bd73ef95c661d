//! Rules: what a finding is called, how bad it is, what it says and how it is mended.
//!
//! A rule is one file (or a family's) and one line in [`registry`]. Its doc comment is its documentation: printed by
//! `copydesk rules RULE`, linked from the editor, written to `docs/rules/`.

mod finding;
mod registry;
mod rule;

pub use finding::{Edit, Finding, Fix, Related, Severity};
pub use registry::{all, by_id};
pub use rule::{Context, Rule};
