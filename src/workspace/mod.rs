//! Workspace: what lies around an article on disk. Configuration, the team's people, ignored findings, the files.
//!
//! Together with the two faces the only layer that reads or writes files. A mistake in a file is a [`Problem`] at its
//! place; everything else in that file still counts.

mod config;
mod files;
mod ignored;
mod index;
mod keys;
mod node;
mod people_file;
mod people_import;
mod problem;
mod schema;
mod surroundings;

pub use config::{CONFIG_FILE, Config};
pub use files::{LARGEST_FILE, ReadError, Source, articles, is_article_file, language_of, read};
pub use ignored::{IGNORED_FILE, IgnoredFinding, IgnoredList, IgnoredListError};
pub use index::{Entry, Index, IndexedHeading, IndexedPerson, Passage, Passages, Place, Skipped, Stamp, read_entry};
pub use keys::{CONFIG_KEYS, ConfigKey, PEOPLE_KEYS, PersonKey, Shape, config_key, person_key};
pub use people_file::{PEOPLE_FILE, PeopleFile, TeamPerson};
pub use people_import::{ImportError, import as import_people};
pub use problem::Problem;
pub use schema::{config_reference, config_schema, generated, people_schema};
pub use surroundings::{FileProblem, Neighbourhoods, Surroundings};
