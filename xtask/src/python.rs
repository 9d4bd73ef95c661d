//! A Python with packages of the index, in an environment of its own beside the editors.

use crate::{
    editors,
    shell::{command, output},
};
use anyhow::Result;
use std::{fs, path::PathBuf};

/// What the checks written in Python import.
const PACKAGES: &[&str] = &["lsprotocol", "jsonschema"];

/// The interpreter, with all packages there.
pub fn python() -> Result<PathBuf> {
    let folder = editors::cache().join("python");
    let program = folder.join("bin/python");
    let installed = folder.join(".installed");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&installed).ok().as_ref() != Some(&wanted) {
        output(command("python3").args(["-m", "venv"]).arg(&folder))?;
        output(command(&program).args(["-m", "pip", "install", "--quiet", "--retries", "3"]).args(PACKAGES))?;
        fs::write(installed, wanted)?;
    }
    Ok(program)
}
