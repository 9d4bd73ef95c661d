//! The server, driven as an editor drives it: over an in-memory pipe, and over standard input and output.
//!
//! Fixtures are texts with marks drawn under their lines; see [`fixture`].

mod client;
mod fixture;

mod actions;
mod answers;
mod capabilities;
mod commands;
mod diagnostics;
mod faults;
mod library;
mod lifecycle;
mod long;
mod navigation;
mod people;
mod process;
mod settings;
mod sync;
