//! Text: spans, ropes with versions, and the one place where byte offsets and positions are converted.

mod breaks;
mod buffer;
mod ends;
mod kept;
mod lines;
mod position;
mod span;
mod units;
mod words;

pub use buffer::{Buffer, Change};
pub use ends::CommonEnds;
pub use kept::KeptText;
pub use lines::LineIndex;
pub use position::{Encoding, Position};
pub use span::Span;
pub use words::count_words;
