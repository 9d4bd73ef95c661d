//! Two small learners, and what remembers their answers. Weights are files under `models/`, embedded and read in place.

mod aligned;
mod labeller;
mod recall;
pub mod tagger;
mod trees;

pub use aligned::Aligned;
pub use labeller::{FORBIDDEN, Header, Labeller, Scratch, feature, feature_pair};
pub use recall::Recall;
pub use trees::{Node, Scope, Trees};
