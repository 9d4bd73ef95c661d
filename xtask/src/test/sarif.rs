//! What `check --format sarif` prints, against the schema of the standard.

use super::step::{Outcome, Step};
use crate::{
    binary,
    python::python,
    shell::{command, output},
};
use anyhow::{Context, Result};
use std::{env, fs, path::PathBuf};

/// The crate that carries the official schema of SARIF 2.1.0, as `name@version`.
const CARRIER: &str = "serde-sarif@0.8.0";

/// Prints the number of results in the file of the second argument, which keeps to the schema in the first. The schema's
/// pattern of languages is broken (a bracket too many) and is left out.
const VALIDATE: &str = r#"
import json, sys
import jsonschema
def mended(node):
    if isinstance(node, list):
        return [mended(item) for item in node]
    if isinstance(node, dict):
        return {key: mended(value) for key, value in node.items() if not (key == "pattern" and "]?$" in str(value))}
    return node
schema, report = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:])
jsonschema.Draft7Validator(mended(schema)).validate(report)
print(len(report["runs"][0]["results"]), end="")
"#;

pub fn step() -> Step {
    Step::new("SARIF", check)
}

fn check() -> Result<Outcome> {
    let report = crate::target().join("examples.sarif");
    let findings = ["check", "examples", "--format", "sarif", "--show-ignored", "--fail-on", "never"];
    fs::write(&report, output(command(binary()).args(findings))?)?;
    let results = output(command(python()?).args(["-c", VALIDATE]).args([schema()?, report]))?;
    Ok(Outcome::Passed(format!("{results} results keep to the schema")))
}

/// The schema, from cargo's own store of sources; fetched there where it is missing.
fn schema() -> Result<PathBuf> {
    output(command("cargo").args(["info", "--quiet", CARRIER]))?;
    let home = env::var_os("CARGO_HOME")
        .map_or_else(|| PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cargo"), PathBuf::from);
    let registries = home.join("registry/src").read_dir().context("cargo keeps no sources")?;
    let inside = PathBuf::from(CARRIER.replace('@', "-")).join("src/schema.json");
    let found = registries.flatten().map(|registry| registry.path().join(&inside)).find(|path| path.exists());
    found.with_context(|| format!("{CARRIER} brings no schema.json"))
}
