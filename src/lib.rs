//! Copydesk keeps articles in ropes, marks page furniture and claims that nobody stands behind, tells who a named
//! person is and gives the section headings as an outline.
//!
//! # Layers
//! Each layer may use those above it in this list and none below; `tests/layers.rs` walks the `use` lines and holds it.
//!
//! | layer | what |
//! |---|---|
//! | [`text`] | rope, versions, edits; byte offset ↔ position in UTF-8/16/32. Nothing else converts positions |
//! | [`syntax`] | text → [`syntax::Article`]: blocks, sentences, tokens. Byte ranges. Cannot fail |
//! | [`model`] | two small learners: a linear-chain labeller, and trees over a linear text score. Weights embedded |
//! | [`boilerplate`] | blocks → kinds of furniture; repeated passages; placeholders |
//! | [`people`] | mentions → people, roles, spelling variants |
//! | [`attribution`] | sources, cues, contents → who said what; which claims have nobody behind them |
//! | [`rules`] | one file a rule or family: id, default severity, documentation, check, fix. One registry |
//! | [`analysis`] | text → [`analysis::Analysis`]: the whole engine, memoised by block |
//! | [`workspace`] | configuration, people.toml, ignored findings, the index of the articles on disk |
//! | [`lsp`], [`cli`] | the only two faces; `lsp` alone knows protocol types |
//!
//! Two types of `analysis` are read above it: [`analysis::Facts`], what one block says by itself, and
//! [`analysis::Settings`], what the configuration asks for.
//!
//! `text` to `analysis` are pure: no input or output, no async, no protocol types, no panics; they return data, not
//! `Result`. A byte range is carried from the parser to the report; nothing is found again by searching for its text.

pub mod analysis;
pub mod attribution;
pub mod boilerplate;
pub mod cli;
pub mod lsp;
pub mod model;
pub mod people;
pub mod rules;
pub mod syntax;
pub mod text;
pub mod workspace;
