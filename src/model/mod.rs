//! Two small learners and nothing else. Weights are files under `models/`, embedded and read in place.

mod aligned;
mod labeller;
pub mod tagger;
mod trees;

pub use aligned::Aligned;
pub use labeller::{FORBIDDEN, Header, Labeller, Scratch, feature, feature_pair};
pub use trees::{Node, Trees};
