use crate::{
    rules,
    workspace::{self, Surroundings},
};
use anyhow::Context;
use clap::Args;
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf, absolute},
    process::ExitCode,
};

#[derive(Args)]
pub(super) struct Arguments {
    /// The folder, or an article in it.
    #[arg(default_value = ".")]
    path: PathBuf,
    /// Print the JSON schema of copydesk.toml instead.
    #[arg(long)]
    schema: bool,
    /// Write the schemas and the reference to this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "schema")]
    write: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &arguments.write {
        for (name, text) in workspace::generated() {
            let path = folder.join(name);
            fs::write(&path, text).with_context(|| path.display().to_string())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = anstream::stdout().lock();
    if arguments.schema {
        serde_json::to_writer_pretty(&mut out, &workspace::config_schema())?;
        writeln!(out)?;
        return Ok(ExitCode::SUCCESS);
    }
    let path = absolute(&arguments.path)?;
    let metadata = fs::metadata(&path).with_context(|| arguments.path.display().to_string())?;
    let folder = if metadata.is_dir() { path.as_path() } else { path.parent().unwrap_or(&path) };
    show(&Surroundings::of(folder, None), &mut out)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints what holds, in the words of copydesk.toml, and where it comes from.
fn show(around: &Surroundings, out: &mut impl Write) -> io::Result<()> {
    let from = |path: Option<&Path>| path.map_or_else(|| "none".into(), |path| path.display().to_string());
    writeln!(out, "# configuration: {}", from(around.config_path.as_deref()))?;
    writeln!(out, "# people: {} ({} entries)", from(around.people_path.as_deref()), around.people.people.len())?;
    let settings = &around.config.settings;
    writeln!(out, "# ignored: {} ({} findings)", from(around.ignored_path.as_deref()), settings.ignored.len())?;
    for file in &around.problems {
        let (line, column) = file.place;
        writeln!(out, "# mistake: {}:{line}:{column}: {}", file.path.display(), file.problem.message)?;
    }
    writeln!(out, "exclude = {}", list(&around.config.exclude))?;
    writeln!(out, "\n[rules]")?;
    for rule in rules::all() {
        let severity = settings.severity(rule).map_or("off", rules::Severity::name);
        writeln!(out, "\"{}\" = \"{severity}\"", rule.id)?;
    }
    writeln!(out, "\n[people]\noffice-holders = {}", around.config.office_holders)?;
    writeln!(out, "\n[boilerplate]\nphrases = {}", list(settings.furniture_phrases.written()))?;
    writeln!(out, "\n[attribution]\ntrusted-sources = {}", list(&settings.trusted_sources))?;
    writeln!(out, "\n[style]\nstock-phrases = {}", list(&settings.stock_phrases))
}

fn list(texts: &[String]) -> String {
    serde_json::to_string(texts).unwrap_or_default()
}
