//! Names and roles: one spelling, an introduction for everybody, roles that agree.

pub mod conflicting_role;
pub mod house_spelling;
pub mod inconsistent_name;
pub mod unintroduced_name;
