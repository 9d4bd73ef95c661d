use super::inputs::{Article, Inputs};
use crate::{
    people::{Card, Person},
    text::{Encoding, Span},
    workspace::{self, PeopleFile, TeamPerson},
};
use anyhow::Context;
use clap::{Args, Subcommand};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::ExitCode,
};

#[derive(Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// Print entries for people.toml instead, each person once, without those it has already.
    #[arg(long)]
    export: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Prints entries for people.toml from Wikidata (JSON, CSV) or Popolo (JSON).
    Import {
        /// The file; `-` is standard input.
        file: PathBuf,
        /// Append to this people.toml those whom it does not have yet.
        #[arg(long, value_name = "FILE")]
        into: Option<PathBuf>,
    },
}

pub(super) fn run(arguments: &Arguments) -> anyhow::Result<ExitCode> {
    if let Some(Command::Import { file, into }) = &arguments.command {
        return import(file, into.as_deref());
    }
    let mut out = anstream::stdout().lock();
    if arguments.export {
        let mut seen = BTreeSet::new();
        let outcome = arguments.inputs.each(entries, |people| {
            let new = people.into_iter().filter(|person| seen.insert(person.name.clone()));
            new.map(|person| person.to_toml()).try_for_each(|entry| writeln!(out, "{entry}"))
        })?;
        return Ok(outcome.status());
    }
    Ok(arguments.inputs.each(show, |text| out.write_all(text.as_bytes()))?.status())
}

/// The people of an article whom the team's file does not have.
fn entries(article: Article) -> Vec<TeamPerson> {
    let known = &article.around.people;
    let new = article.analysis.people.people.iter().filter(|person| known.find(&person.name).is_none());
    new.map(|person| TeamPerson::of_article(person, &article.source.text)).collect()
}

fn show(article: Article) -> String {
    let text = &article.source.text;
    let lines = &article.analysis.lines;
    let line = |span: &Span| lines.position(text, span.start, Encoding::Utf32).line + 1;
    let mut shown = format!("{}\n", article.name);
    for (index, person) in article.analysis.people.people.iter().enumerate() {
        let statements = &article.analysis.statements.attributions;
        let said = statements.iter().filter(|statement| statement.person == Some(index)).count();
        _ = writeln!(shown, "  {}{}", person.name, counts(person, said, &line));
        for role in Card::new(text, person).roles {
            _ = writeln!(shown, "    {}  (line {})", role.words, role.places.first().map_or(1, line));
        }
        if !person.variants.is_empty() {
            _ = writeln!(shown, "    also written {}", person.variants.join(", "));
        }
    }
    shown
}

fn counts(person: &Person, said: usize, line: &impl Fn(&Span) -> u32) -> String {
    let first = person.mentions.first().map_or(1, line);
    let named = match person.mentions.len() {
        1 => format!("  (line {first}"),
        times => format!("  ({times} mentions from line {first}"),
    };
    match said {
        0 => named + ")",
        1 => named + "; 1 statement)",
        _ => format!("{named}; {said} statements)"),
    }
}

fn import(file: &Path, into: Option<&Path>) -> anyhow::Result<ExitCode> {
    let name = || file.display().to_string();
    let text = if file == Path::new("-") {
        io::read_to_string(io::stdin()).with_context(name)?
    } else {
        fs::read_to_string(file).with_context(name)?
    };
    let mut people = workspace::import_people(&text).with_context(name)?;
    let standing = match into.map(fs::read_to_string) {
        Some(Ok(text)) => text,
        Some(Err(error)) if error.kind() != io::ErrorKind::NotFound => return Err(error.into()),
        _ => String::new(),
    };
    let (known, _) = PeopleFile::parse(&standing);
    people.retain(|person| known.find(&person.name).is_none());
    let entries: Vec<String> = people.iter().map(TeamPerson::to_toml).collect();
    let entries = entries.join("\n");
    match into {
        Some(path) if !entries.is_empty() => {
            let gap = if standing.is_empty() { "" } else { "\n" };
            fs::write(path, format!("{standing}{gap}{entries}")).with_context(|| path.display().to_string())?;
        }
        Some(_) => {}
        None => print!("{entries}"),
    }
    Ok(ExitCode::SUCCESS)
}
