use super::inputs::check_rule;
use crate::rules::{self, Rule, suppress};
use anyhow::Context;
use clap::Args;
use std::{fs, io::Write, path::PathBuf, process::ExitCode};

#[derive(Args)]
pub(super) struct Arguments {
    /// The rule to explain, or a group as `people/*`.
    rule: Option<String>,
    /// Write the documentation of every rule to this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "rule")]
    write: Option<PathBuf>,
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if let Some(folder) = &arguments.write {
        fs::create_dir_all(folder).with_context(|| folder.display().to_string())?;
        for (name, page) in rules::pages() {
            let path = folder.join(name);
            fs::write(&path, page).with_context(|| path.display().to_string())?;
        }
        return Ok(ExitCode::SUCCESS);
    }
    let mut out = anstream::stdout().lock();
    match &arguments.rule {
        None => rules::all().iter().try_for_each(|rule| writeln!(out, "{}", line(rule)))?,
        Some(pattern) => {
            check_rule(pattern)?;
            let named = rules::all().iter().filter(|rule| suppress::names_rule(pattern, rule.id));
            let pages: Vec<String> = named.map(|rule| rule.documentation()).collect();
            write!(out, "{}", pages.join("\n"))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn line(rule: &Rule) -> String {
    let default = if rule.on { rule.severity.name() } else { "off" };
    format!("{:<32} {default:<12} {}", rule.id, rule.title())
}
