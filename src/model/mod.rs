//! Two small learners, what remembers their answers, and what spares them looks. Weights are files under `models/`,
//! embedded and read in place.

mod aligned;
mod asked;
mod labeller;
mod recall;
mod sieve;
pub mod tagger;
mod trees;

pub use aligned::Aligned;
pub use asked::Asked;
pub use labeller::{FORBIDDEN, Header, Labeller, Place, Scratch, feature, feature_pair};
pub use recall::Recall;
pub use sieve::Sieve;
pub use trees::{Answers, Node, Questions, Scorer, Stop, Tree, Trees};
