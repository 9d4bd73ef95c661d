use crate::rules::{Finding, Fingerprint};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Where the list lies, from the workspace's folder.
pub const IGNORED_FILE: &str = ".copydesk/ignored.json";

/// The findings that people of a workspace have called none, by fingerprint. The file has one a line, sorted, so that
/// version control merges it well; the rule and the words are there for people and count for nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IgnoredList(BTreeMap<Fingerprint, IgnoredFinding>);

/// What the list keeps of a finding for people to read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IgnoredFinding {
    /// Id of the rule.
    pub rule: String,
    /// The marked words, shortened.
    pub words: String,
}

/// Why a list could not be read or written.
#[derive(Debug, Error)]
pub enum IgnoredListError {
    /// The disk said no.
    #[error("{}: {source}", path.display())]
    Disk {
        /// The file.
        path: PathBuf,
        /// What the disk said.
        source: io::Error,
    },
    /// Somebody broke the file.
    #[error("{}: no list of ignored findings ({source}); mend or delete it", path.display())]
    Broken {
        /// The file.
        path: PathBuf,
        /// What is wrong, with line and column.
        source: serde_json::Error,
    },
}

#[derive(Serialize, Deserialize)]
struct Line {
    fingerprint: String,
    #[serde(flatten)]
    finding: IgnoredFinding,
}

impl IgnoredList {
    /// Longest excerpt of the marked words, in characters.
    const WORDS: usize = 80;

    /// Reads the list; a file that does not exist is an empty list.
    pub fn read(path: &Path) -> Result<Self, IgnoredListError> {
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(IgnoredListError::Disk { path: path.to_owned(), source }),
        };
        let lines: Vec<Line> =
            serde_json::from_str(&text).map_err(|source| IgnoredListError::Broken { path: path.to_owned(), source })?;
        let known = |line: Line| Some((Fingerprint::parse(&line.fingerprint)?, line.finding));
        Ok(Self(lines.into_iter().filter_map(known).collect()))
    }

    /// Writes the list, whole or not at all: to a file beside it, which then takes its place.
    pub fn write(&self, path: &Path) -> Result<(), IgnoredListError> {
        let disk = |source| IgnoredListError::Disk { path: path.to_owned(), source };
        fs::create_dir_all(path.parent().unwrap_or(Path::new("."))).map_err(disk)?;
        let beside = path.with_extension(format!("{}.tmp", std::process::id()));
        write_synced(&beside, &self.to_json()).and_then(|()| fs::rename(&beside, path)).map_err(|error| {
            _ = fs::remove_file(&beside);
            disk(error)
        })
    }

    /// Adds `finding` of `text`.
    pub fn add(&mut self, fingerprint: Fingerprint, finding: &Finding, text: &str) {
        let words = finding.span.of(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let words = words.chars().take(Self::WORDS).collect();
        self.0.insert(fingerprint, IgnoredFinding { rule: finding.rule.to_owned(), words });
    }

    /// Takes a finding off the list; says whether it was there.
    pub fn remove(&mut self, fingerprint: Fingerprint) -> bool {
        self.0.remove(&fingerprint).is_some()
    }

    /// The fingerprints, for the engine.
    pub fn fingerprints(&self) -> impl Iterator<Item = Fingerprint> {
        self.0.keys().copied()
    }

    fn to_json(&self) -> String {
        let lines: Vec<String> = (self.0.iter())
            .map(|(fingerprint, finding)| {
                let line = Line { fingerprint: fingerprint.to_string(), finding: finding.clone() };
                serde_json::to_string(&line).unwrap_or_default()
            })
            .collect();
        if lines.is_empty() { "[]\n".to_owned() } else { format!("[\n{}\n]\n", lines.join(",\n")) }
    }
}

fn write_synced(path: &Path, text: &str) -> io::Result<()> {
    use io::Write;
    let mut file = fs::File::create(path)?;
    file.write_all(text.as_bytes())?;
    file.sync_all()
}
