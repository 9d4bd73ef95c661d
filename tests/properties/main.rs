//! What holds for any text and any edits, tried on random ones.
//!
//! `COPYDESK_LONG=600 cargo test --release --test properties` tries for ten minutes a property, as a fuzzer would.

mod analysis;
mod generate;
mod spans;
mod syntax;
mod text;
