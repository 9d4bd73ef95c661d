//! Any bytes on standard input: the server reads to their end and then ends.

#![no_main]

use copydesk::lsp;
use libfuzzer_sys::fuzz_target;
use std::io::{self, Cursor};

fuzz_target!(|input: &[u8]| {
    lsp::serve_on(Cursor::new(input.to_vec()), io::sink()).expect("a runtime");
});
