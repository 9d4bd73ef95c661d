//! Documents: what the client has open, and the analyses of it.
//!
//! [`Documents`] is the one owner. Each version is a [`Snapshot`] that never changes; [`Analysts`] analyse it off the
//! serve loop, at most one a document at a time, the latest version first.

mod analysts;
mod desk;
mod owner;
mod snapshot;

pub(super) use analysts::{Analysts, analyze};
pub(super) use owner::Documents;
pub(super) use snapshot::{Kind, Outcome, Snapshot};
