//! `cargo xtask dist`: what a release is made of.

use crate::{
    root,
    shell::{command, has, output, say},
    target, vsix,
};
use anyhow::{Context, Result};
use clap::Args;
use std::{
    fs,
    path::{Path, PathBuf},
};

#[derive(Args)]
pub struct Arguments {
    /// Builds for this target of rustc, which this machine must be able to run; without it for this machine.
    #[arg(long, value_name = "TRIPLE")]
    target: Option<String>,
}

const SHELLS: &[(&str, &str)] =
    &[("bash", "copydesk.bash"), ("zsh", "_copydesk"), ("fish", "copydesk.fish"), ("powershell", "copydesk.ps1")];
const TEXTS: &[&str] = &["README.md", "CHANGELOG.md", "LICENSE-MIT", "LICENSE-APACHE", "NOTICE"];

/// The folder of the files.
pub fn folder() -> PathBuf {
    target().join("dist")
}

/// Builds the program and packs the archive, the extension with the program inside, and the one without.
pub fn run(arguments: &Arguments) -> Result<()> {
    let program = build(arguments.target.as_deref())?;
    let name = match &arguments.target {
        Some(triple) => format!("copydesk-{triple}"),
        None => format!("copydesk-{}-{}", std::env::consts::ARCH, std::env::consts::OS),
    };
    let mut files = vec![archive(&program, &name)?];
    if has(vsix::NPM) {
        files.push(vsix::build(Some(&program))?);
        files.push(vsix::build(None)?);
    } else {
        say("no npm: the VS Code extension is left out");
    }
    for file in files {
        say(&format!("{} ({} KB)", file.display(), file.metadata()?.len() / 1024));
    }
    Ok(())
}

fn build(triple: Option<&str>) -> Result<PathBuf> {
    let mut cargo = command("cargo");
    cargo.args(["build", "--quiet", "--release"]);
    let mut folder = target();
    if let Some(triple) = triple {
        cargo.args(["--target", triple]);
        folder.push(triple);
    }
    output(&mut cargo)?;
    Ok(folder.join("release").join(crate::PROGRAM))
}

/// The program with its manual page, completions and texts, in one folder in one file.
fn archive(program: &Path, name: &str) -> Result<PathBuf> {
    let inside = folder().join(name);
    if inside.exists() {
        fs::remove_dir_all(&inside)?;
    }
    fs::create_dir_all(inside.join("completions"))?;
    fs::copy(program, inside.join(crate::PROGRAM)).with_context(|| format!("{} is not built", program.display()))?;
    for text in TEXTS {
        fs::copy(root().join(text), inside.join(text)).with_context(|| format!("{text} is missing"))?;
    }
    fs::write(inside.join("copydesk.1"), output(command(program).arg("man"))?)?;
    for (shell, file) in SHELLS {
        fs::write(inside.join("completions").join(file), output(command(program).args(["completions", shell]))?)?;
    }
    let file = folder().join(format!("{name}.tar.gz"));
    output(command("tar").arg("-C").arg(folder()).arg("-czf").arg(&file).arg(name))?;
    fs::remove_dir_all(inside)?;
    Ok(file)
}
