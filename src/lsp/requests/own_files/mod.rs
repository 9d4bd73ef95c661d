//! Help inside `copydesk.toml` and `people.toml`: what a key or rule does, and which there are.

mod complete;
mod explain;
mod place;

pub(super) use complete::items;
pub(super) use explain::card;
