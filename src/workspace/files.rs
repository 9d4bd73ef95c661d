use crate::syntax::Language;
use ignore::WalkBuilder;
use std::{
    fs, io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Files above this many bytes are not even read.
pub const LARGEST_FILE: u64 = 256 << 20;

const BYTE_ORDER_MARK: char = '\u{feff}';

/// An article as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its text without a byte order mark.
    pub text: String,
    /// A byte order mark stood before the text.
    pub marked: bool,
    /// How it is written.
    pub language: Language,
}

/// Why an article could not be read. Says what to do.
#[derive(Debug, Error)]
pub enum ReadError {
    /// The disk said no.
    #[error("{0}")]
    Disk(#[from] io::Error),
    /// The bytes are no UTF-8.
    #[error("no UTF-8 at byte {at}; save it as UTF-8")]
    Encoding {
        /// The first byte that is none.
        at: usize,
    },
    /// The file is longer than [`LARGEST_FILE`].
    #[error("larger than {} MB; split it", LARGEST_FILE >> 20)]
    TooLarge,
}

impl Source {
    /// Bytes as an article of `language`.
    pub fn new(bytes: Vec<u8>, language: Language) -> Result<Self, ReadError> {
        let mut text =
            String::from_utf8(bytes).map_err(|error| ReadError::Encoding { at: error.utf8_error().valid_up_to() })?;
        let marked = text.starts_with(BYTE_ORDER_MARK);
        if marked {
            text.drain(..BYTE_ORDER_MARK.len_utf8());
        }
        Ok(Self { text, marked, language })
    }

    /// The bytes of a file that holds `text` in this one's place, with its byte order mark.
    pub fn bytes_with(&self, text: &str) -> Vec<u8> {
        let mark = if self.marked { "\u{feff}" } else { "" };
        [mark.as_bytes(), text.as_bytes()].concat()
    }
}

/// Reads the article at `path`.
pub fn read(path: &Path) -> Result<Source, ReadError> {
    if fs::metadata(path)?.len() > LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    Source::new(fs::read(path)?, language_of(path))
}

/// Markdown by its extension, plain text otherwise.
pub fn language_of(path: &Path) -> Language {
    if has_extension(path, &["md", "markdown"]) { Language::Markdown } else { Language::PlainText }
}

/// Searching a folder takes the file for an article: its extension says so.
pub fn is_article_file(path: &Path) -> bool {
    has_extension(path, &["md", "markdown", "txt"])
}

/// The article files under `folder`, sorted, without what `.gitignore` and the like exclude. Links are not followed.
pub fn articles(folder: &Path) -> impl Iterator<Item = Result<PathBuf, ignore::Error>> + use<> {
    let walk = WalkBuilder::new(folder).require_git(false).sort_by_file_name(|a, b| a.cmp(b)).build();
    walk.filter_map(|entry| match entry {
        Ok(entry) => {
            let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
            (is_file && is_article_file(entry.path())).then(|| Ok(entry.into_path()))
        }
        Err(error) => Some(Err(error)),
    })
}

fn has_extension(path: &Path, extensions: &[&str]) -> bool {
    let own = path.extension().and_then(|extension| extension.to_str());
    own.is_some_and(|own| extensions.iter().any(|extension| own.eq_ignore_ascii_case(extension)))
}
