//! Rules about the directives that silence rules.

pub mod unknown_rule;
