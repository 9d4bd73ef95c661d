use super::Entry;
use crate::{
    analysis::survey,
    text::Encoding,
    workspace::{ReadError, read},
};
use std::{
    fs, io,
    panic::{AssertUnwindSafe, catch_unwind},
    path::Path,
    time::SystemTime,
};
use thiserror::Error;

/// Larger files are no articles but data; they are not kept, in bytes.
const LARGEST_KEPT: u64 = 2 << 20;

/// Which state of a file something was made from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Stamp {
    changed: Option<SystemTime>,
    length: u64,
}

/// Why a file is not kept.
#[derive(Debug, Error)]
pub enum Skipped {
    /// It could not be read.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// It is a device, a pipe or a broken link.
    #[error("no ordinary file")]
    Odd,
    /// It is too long to be an article.
    #[error("larger than {} MB: not indexed", LARGEST_KEPT >> 20)]
    TooLarge,
    /// The engine panicked on it.
    #[error("the analysis panicked")]
    Failed,
    /// Whoever asked does not want it any longer.
    #[error("cancelled")]
    Cancelled,
}

impl Stamp {
    /// The state of the file at `path` now.
    pub fn of(path: &Path) -> Result<Self, Skipped> {
        let file = fs::metadata(path).map_err(ReadError::from)?;
        match file.is_file() {
            true if file.len() > LARGEST_KEPT => Err(Skipped::TooLarge),
            true => Ok(Self { changed: file.modified().ok(), length: file.len() }),
            false => Err(Skipped::Odd),
        }
    }
}

impl Skipped {
    /// There is no such file.
    pub fn is_gone(&self) -> bool {
        matches!(self, Self::Unreadable(ReadError::Disk(error)) if error.kind() == io::ErrorKind::NotFound)
    }
}

/// Reads the article at `path`; its places count in `encoding`.
pub fn read_entry(path: &Path, encoding: Encoding, cancelled: &dyn Fn() -> bool) -> Result<(Stamp, Entry), Skipped> {
    let stamp = Stamp::of(path)?;
    let source = read(path)?;
    let look = || {
        let analysis = survey(&source.text, source.language, cancelled)?;
        Some(Entry::new(&source.text, &analysis, encoding))
    };
    match catch_unwind(AssertUnwindSafe(look)) {
        Ok(Some(entry)) => Ok((stamp, entry)),
        Ok(None) => Err(Skipped::Cancelled),
        Err(_) => Err(Skipped::Failed),
    }
}
