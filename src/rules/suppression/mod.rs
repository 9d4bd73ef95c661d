//! Rules about the directives that silence rules.

use super::{Rule, rules};

rules! {
    unknown_rule: RULE;
}
