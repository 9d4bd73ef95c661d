//! Names and roles: one spelling, an introduction for everybody, roles that agree.

use super::{Rule, rules};

rules! {
    conflicting_role: RULE;
    house_spelling: RULE;
    inconsistent_name: RULE;
    unintroduced_name: RULE;
}
