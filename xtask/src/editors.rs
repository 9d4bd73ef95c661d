//! The real editors that the tests drive: where they come from, and their tests.
//!
//! Each is looked for on this machine. With CI=true a missing one is installed (Debian, npm), and one that cannot be
//! had fails; elsewhere its test is skipped with what is missing.

use crate::{
    binary, root,
    shell::{command, has, output, say},
    target,
    test::{Outcome, Step},
    vsix,
};
use anyhow::{Context, Result, bail};
use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
};

/// Downloads that outlive a checkout: `COPYDESK_EDITORS`, else `~/.cache/copydesk/editors`.
pub fn cache() -> PathBuf {
    env::var_os("COPYDESK_EDITORS").map_or_else(
        || PathBuf::from(env::var_os("HOME").unwrap_or_default()).join(".cache/copydesk/editors"),
        PathBuf::from,
    )
}

/// Are we to install what is missing?
fn installing() -> bool {
    env::var("CI").is_ok_and(|value| value == "true")
}

/// One editor under test.
struct Editor {
    name: &'static str,
    source: Source,
    /// The program that is started, with what it needs before its own arguments.
    program: fn() -> Vec<String>,
    /// Debian packages that the test needs beside it.
    packages: &'static [&'static str],
    /// The driver in tests/editors; it gets the program as its arguments.
    driver: &'static [&'static str],
}

enum Source {
    /// The system's own package.
    Debian,
    /// Unpacked aside from another Debian suite.
    Suite(&'static str),
    /// VS Code's web server, from npm.
    Npm,
}

const NEOVIM: &[&str] = &["bash", "tests/editors/neovim/run.sh"];
const HELIX: &[&str] = &["bash", "tests/editors/helix/run.sh"];

const VS_CODE: Editor = Editor {
    name: "VS Code",
    source: Source::Npm,
    program: vscode,
    packages: &["chromium-headless-shell", "fonts-dejavu-core", "fonts-noto-color-emoji", "ripgrep", "pngquant"],
    driver: &["node", "tests/editors/vscode/run.mjs"],
};

const EDITORS: &[Editor] = &[
    VS_CODE,
    Editor {
        name: "Neovim of Debian 12",
        source: Source::Debian,
        program: || vec!["nvim".into()],
        packages: &["neovim"],
        driver: NEOVIM,
    },
    Editor {
        name: "Neovim of Debian 13",
        source: Source::Suite("trixie"),
        program: || from_suite("trixie", "nvim"),
        packages: &[],
        driver: NEOVIM,
    },
    Editor {
        name: "Neovim of Debian sid",
        source: Source::Suite("sid"),
        program: || from_suite("sid", "nvim"),
        packages: &[],
        driver: NEOVIM,
    },
    Editor {
        name: "Helix of Debian 13",
        source: Source::Suite("trixie"),
        program: || from_suite("trixie", "hx"),
        packages: &["tmux"],
        driver: HELIX,
    },
    Editor {
        name: "Helix of Debian sid",
        source: Source::Suite("sid"),
        program: || from_suite("sid", "hx"),
        packages: &["tmux"],
        driver: HELIX,
    },
    Editor {
        name: "Emacs",
        source: Source::Debian,
        program: || vec!["emacs".into()],
        packages: &["emacs-nox", "elpa-eglot", "elpa-markdown-mode"],
        driver: &["bash", "tests/editors/emacs/run.sh"],
    },
];

/// The arguments of its driver: the editor, the extension, and where the pictures go.
fn vscode() -> Vec<String> {
    let parts = [cache().join("vscode"), vsix::path(true), target().join("pictures")];
    parts.iter().map(|part| part.display().to_string()).collect()
}

/// Takes the pictures of the documentation.
pub fn pictures() -> Result<()> {
    output(command("cargo").args(["build", "--quiet", "--release"]))?;
    vsix::build(Some(&binary()))?;
    output(&mut VS_CODE.command())?;
    for name in vsix::PICTURES {
        let picture = target().join("pictures").join(name);
        std::fs::copy(&picture, root().join("docs/images").join(name))?;
    }
    Ok(())
}

fn from_suite(suite: &str, program: &str) -> Vec<String> {
    vec![cache().join(suite).join("run").display().to_string(), program.into()]
}

/// The extension's own checks and package, then every editor.
pub fn steps() -> Vec<Step> {
    let mut steps = vec![Step::new("VS Code extension", extension)];
    steps.extend(EDITORS.iter().map(|editor| Step::new(editor.name, || editor.test())));
    steps
}

fn extension() -> Result<Outcome> {
    if !has(vsix::NPM) {
        return missing("npm");
    }
    let file = vsix::build(Some(&binary()))?;
    Ok(Outcome::Passed(format!("{} KB", file.metadata()?.len() / 1024)))
}

/// A missing tool fails where everything has to be there.
fn missing(what: &str) -> Result<Outcome> {
    if installing() {
        bail!("{what} is missing");
    }
    Ok(Outcome::Skipped(format!("{what} is missing (CI=true as root on Debian installs it)")))
}

impl Editor {
    /// Drives the editor; a second try is allowed, since windows and terminals can be slow.
    fn test(&self) -> Result<Outcome> {
        if installing() {
            self.install().with_context(|| format!("{} cannot be had", self.name))?;
        }
        if let Some(what) = self.lacks() {
            return missing(&what);
        }
        let log = output(&mut self.command()).or_else(|first| {
            say(&format!("{first:#}\n{}: trying again", self.name));
            output(&mut self.command())
        })?;
        let checks = log.lines().filter(|line| line.starts_with("PASS")).count();
        if checks == 0 {
            bail!("{log}\n{} checked nothing", self.name);
        }
        Ok(Outcome::Passed(format!("{checks} checks")))
    }

    fn command(&self) -> Command {
        let mut built = command(self.driver[0]);
        built.args(&self.driver[1..]).args((self.program)()).env("COPYDESK", binary());
        built
    }

    /// What the test needs and this machine has not.
    fn lacks(&self) -> Option<String> {
        let folder = match self.source {
            Source::Debian => None,
            Source::Suite(suite) => Some(cache().join(suite)),
            Source::Npm => Some(cache().join("vscode")),
        };
        if let Some(folder) = folder.filter(|folder| !folder.join(".ready").exists()) {
            return Some(folder.display().to_string());
        }
        if matches!(self.source, Source::Npm) && !vsix::path(true).exists() {
            return Some("the packed extension".into());
        }
        self.packages.iter().find(|package| !installed(package)).map(|package| format!("Debian's {package}"))
    }

    fn install(&self) -> Result<()> {
        let absent: Vec<&str> = self.packages.iter().copied().filter(|package| !installed(package)).collect();
        if !absent.is_empty() {
            setup("debian.sh", absent)?;
        }
        match self.source {
            Source::Debian => Ok(()),
            Source::Suite(suite) => aside(&cache().join(suite), "newer.sh", &[suite], &["neovim", "hx"]),
            Source::Npm => aside(&cache().join("vscode"), "vscode.sh", &[], &[]),
        }
    }
}

/// Runs a script that fills `folder`, unless it did so before.
fn aside(folder: &Path, script: &str, before: &[&str], after: &[&str]) -> Result<()> {
    if folder.join(".ready").exists() {
        return Ok(());
    }
    let name = folder.display().to_string();
    setup(script, before.iter().copied().chain([name.as_str()]).chain(after.iter().copied()))
}

fn setup<'a>(script: &str, arguments: impl IntoIterator<Item = &'a str>) -> Result<()> {
    output(command("bash").arg(root().join("tests/editors/setup").join(script)).args(arguments))?;
    Ok(())
}

/// Does dpkg know the package as installed?
fn installed(package: &str) -> bool {
    output(command("dpkg-query").args(["-W", "-f", "${Status}", package]))
        .is_ok_and(|status| status.ends_with("ok installed"))
}
