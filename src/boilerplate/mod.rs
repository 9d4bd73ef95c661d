//! Boilerplate: which blocks are page furniture, and of what kind.
//!
//! Each line is looked at by itself once ([`BlockLine`]): its shape, what phrases name it, a linear score of its words.
//! Then trees look at each line among all of its document ([`Features`]).

mod again;
mod clean;
mod clear;
mod company;
mod dates;
mod delete;
mod features;
mod headings;
mod house;
mod kind;
mod label;
mod leftovers;
mod lexicon;
mod line;
pub mod model;
mod naming;
mod own;
mod phrases;
mod repeats;
mod rows;
mod runs;
mod shape;
mod trail;
mod typed;
mod verdicts;
mod words;

pub use again::KeptLines;
pub use clean::clean;
pub use delete::deletion;
pub use features::{Features, Lines, names as feature_names};
pub use house::{HousePhrases, mark as mark_house_phrases};
pub use kind::Kind;
pub use label::{find, gaps, settle};
pub use leftovers::{BlockLeftovers, Gap, stock_phrases};
pub use line::BlockLine;
pub use model::prepare_for_changes;
pub use repeats::{KeptRepeats, Sketch, is_same_passage, sketch};
pub use runs::{Run, runs};
