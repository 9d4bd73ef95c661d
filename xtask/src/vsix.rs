//! The VS Code extension with the release build inside.

use crate::{
    binary, root,
    shell::{command, output},
    target,
};
use anyhow::{Context, Result};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

/// The extension for this platform.
pub fn path() -> PathBuf {
    target().join("dist").join(format!("copydesk-{}.vsix", platform()))
}

/// Checks the extension's types, bundles it, and packs it with the server. npm's downloads may be tried three times.
pub fn build() -> Result<PathBuf> {
    let folder = root().join("editors/vscode");
    install(&folder)?;
    output(npm(&folder).args(["run", "--silent", "check"]))?;
    let file = path();
    fs::create_dir_all(target().join("dist"))?;
    let server = put_server_inside(&folder)?;
    let package = ["run", "--silent", "package", "--", "--target", &platform(), "--out"];
    let packed = output(npm(&folder).args(package).arg(&file));
    fs::remove_dir_all(server)?;
    packed.map(|_| file)
}

/// Copies the release build and its licences into the extension; gives the server's folder.
fn put_server_inside(folder: &Path) -> Result<PathBuf> {
    let server = folder.join("server");
    fs::create_dir_all(&server)?;
    let inside = server.join(binary().file_name().context("the binary has a name")?);
    fs::copy(binary(), inside).with_context(|| format!("{} is not built", binary().display()))?;
    for licence in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
        fs::copy(root().join(licence), server.join(licence)).with_context(|| format!("{licence} is missing"))?;
    }
    Ok(server)
}

fn install(folder: &Path) -> Result<()> {
    let ready = folder.join("node_modules/.package-lock.json");
    let fresh = || {
        Some(
            fs::metadata(&ready).ok()?.modified().ok()?
                >= folder.join("package-lock.json").metadata().ok()?.modified().ok()?,
        )
    };
    if fresh().unwrap_or(false) {
        return Ok(());
    }
    let once = || output(npm(folder).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]));
    once().or_else(|_| once()).or_else(|_| once())?;
    Ok(())
}

fn npm(folder: &Path) -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
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
