//! Other programs: run them in the checkout, keep what they print.

use anyhow::{Context, Result, bail};
use std::{
    io::{Read, Write},
    process::{Command, Stdio},
    thread,
};

/// A command that starts in the top folder of the checkout.
pub fn command(program: impl AsRef<std::ffi::OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(crate::root()).stdin(Stdio::null());
    command
}

/// `program` with arguments that are divided by blanks.
pub fn words(line: &str) -> Command {
    let mut parts = line.split_whitespace();
    let mut built = command(parts.next().unwrap_or_default());
    built.args(parts);
    built
}

/// Runs it to its end and gives all that it printed, standard output before standard error. An exit status other than
/// 0 is an error that carries the same text.
pub fn output(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let mut child = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .with_context(|| format!("{name} could not be started"))?;
    let mut errors = child.stderr.take();
    let reader = thread::spawn(move || {
        let mut bytes = Vec::new();
        errors.as_mut().map(|pipe| pipe.read_to_end(&mut bytes));
        bytes
    });
    let mut bytes = Vec::new();
    if let Some(pipe) = child.stdout.as_mut() {
        pipe.read_to_end(&mut bytes)?;
    }
    let status = child.wait()?;
    bytes.extend(reader.join().unwrap_or_default());
    let text = String::from_utf8_lossy(&bytes).into_owned();
    if !status.success() {
        bail!("{text}{name}: {status}");
    }
    Ok(text)
}

/// Is there such a program on PATH, and does it answer `--version`?
pub fn has(program: &str) -> bool {
    command(program)
        .arg("--version")
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// Says what is going on, at once.
pub fn say(line: &str) {
    println!("{line}");
    let _ = std::io::stdout().flush();
}
