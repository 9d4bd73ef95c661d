//! Any people.toml, and any file that people are imported from.

#![no_main]

use copydesk::workspace::{PeopleFile, import_people};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let (_, problems) = PeopleFile::parse(text);
    for problem in &problems {
        assert!(text.get(problem.span.range()).is_some(), "{problem:?}");
    }
    for person in import_people(text).unwrap_or_default() {
        let (read, problems) = PeopleFile::parse(&person.to_toml());
        assert!(problems.is_empty(), "{problems:?}");
        assert!(read.find(&person.name).is_some(), "{person:?} is not found in its own entry");
    }
});
