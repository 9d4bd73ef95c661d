//! Workspace: configuration, people.toml, ignored findings, the index of the articles on disk.
