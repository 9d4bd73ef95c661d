//! The VS Code extension as a file.

use crate::{
    dist, root,
    shell::{command, output},
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// npm's command; on Windows a script.
pub const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// The pictures of docs/images, which the walkthrough shows too.
pub const PICTURES: &[&str] = &["article.png", "claim.png", "fixes.png", "sources.png", "vscode.png"];

/// The extension for this platform, with the program inside; or the one for all platforms, without.
pub fn path(with_server: bool) -> PathBuf {
    let name = if with_server { format!("copydesk-{}.vsix", platform()) } else { "copydesk-no-server.vsix".into() };
    dist::folder().join(name)
}

/// Checks the extension's types and settings, bundles it, and packs it with `server` inside.
pub fn build(server: Option<&Path>) -> Result<PathBuf> {
    let folder = root().join("editors/vscode");
    let file = path(server.is_some());
    // The editor's test must not take an older one for this one.
    let _ = fs::remove_file(&file);
    install(&folder)?;
    output(npm(&folder).args(["run", "--silent", "check"]))?;
    fs::create_dir_all(dist::folder())?;
    copy_pictures(&folder)?;
    let mut package = npm(&folder);
    package.args(["run", "--silent", "package", "--", "--out"]).arg(&file);
    let Some(server) = server else { return output(&mut package).map(|_| file) };
    let inside = put_inside(server, &folder)?;
    let packed = output(package.args(["--target", &platform()]));
    fs::remove_dir_all(inside)?;
    packed.map(|_| file)
}

/// Copies the program and its licences into the extension; gives their folder.
fn put_inside(server: &Path, folder: &Path) -> Result<PathBuf> {
    let inside = folder.join("server");
    fs::create_dir_all(&inside)?;
    let name = server.file_name().context("the program has a name")?;
    fs::copy(server, inside.join(name)).with_context(|| format!("{} is not built", server.display()))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
        fs::copy(root().join(licence), inside.join(licence)).with_context(|| format!("{licence} is missing"))?;
    }
    Ok(inside)
}

/// Copies the pictures of the documentation for the walkthrough.
fn copy_pictures(folder: &Path) -> Result<()> {
    let inside = folder.join("media/pictures");
    fs::create_dir_all(&inside)?;
    for name in PICTURES {
        let picture = root().join("docs/images").join(name);
        fs::copy(&picture, inside.join(name)).with_context(|| format!("{} is missing", picture.display()))?;
    }
    Ok(())
}

/// Downloads what the extension is built with, unless it is there; tries three times.
fn install(folder: &Path) -> Result<()> {
    let changed = |file: &str| fs::metadata(folder.join(file)).and_then(|it| it.modified()).ok();
    let installed = changed("node_modules/.package-lock.json");
    if installed.is_some() && installed >= changed("package-lock.json") {
        return Ok(());
    }
    let once = || output(npm(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]));
    once().or_else(|_| once()).or_else(|_| once())?;
    Ok(())
}

fn npm(folder: &Path) -> Command {
    let mut npm = command(NPM);
    npm.current_dir(folder);
    npm
}

/// This platform as the Marketplace calls it.
fn platform() -> String {
    let system = match std::env::consts::OS {
        "macos" => "darwin",
        "windows" => "win32",
        other => other,
    };
    let machine = if std::env::consts::ARCH == "aarch64" { "arm64" } else { "x64" };
    format!("{system}-{machine}")
}
