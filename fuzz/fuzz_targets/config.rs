//! Any copydesk.toml: mistakes have a place in the file, and everything else in it counts.

#![no_main]

use copydesk::workspace::{Config, Problem};
use libfuzzer_sys::fuzz_target;
use std::path::Path;

fuzz_target!(|text: &str| {
    let (_, problems) = Config::parse(text, Path::new("/articles"));
    for Problem { span, message } in &problems {
        assert!(text.get(span.range()).is_some(), "{span:?}: {message}");
    }
});
