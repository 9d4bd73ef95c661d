//! Which articles a command works on, and what lies around them.

use super::{TROUBLE, engine, pipeline, progress::Progress};
use crate::{
    analysis::{Analysis, LONGEST, Unread},
    rules::{self, suppress},
    workspace::{self, Neighbourhoods, ReadError, Source, Surroundings},
};
use anyhow::{Context, bail};
use clap::Args;
use std::{
    io::{self, Read},
    path::{Path, PathBuf, absolute},
    process::ExitCode,
    sync::Arc,
    thread,
};

/// The arguments that say which articles, and under what configuration.
#[derive(Args)]
pub(super) struct Inputs {
    /// Files, or folders that are searched for .md, .markdown and .txt; `-` is standard input.
    #[arg(default_value = ".")]
    paths: Vec<PathBuf>,
    /// What standard input is called: decides its language and configuration.
    #[arg(long, value_name = "NAME")]
    stdin_name: Option<PathBuf>,
    /// Only these rules: ids, or groups as `people/*`.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    select: Vec<String>,
    /// Without these rules.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    ignore: Vec<String>,
    /// This configuration file, wherever the articles lie.
    #[arg(long, value_name = "FILE", conflicts_with = "no_workspace")]
    config: Option<PathBuf>,
    /// Read no copydesk.toml, people.toml or list of ignored findings.
    #[arg(long)]
    no_workspace: bool,
    /// Threads; as many as there are cores where absent.
    #[arg(long, value_name = "N")]
    jobs: Option<usize>,
}

/// An article that a command works on.
pub(super) struct Article {
    /// Its path as the user wrote it.
    pub name: String,
    /// Where it lies; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Its text.
    pub source: Source,
    /// What lies around it.
    pub around: Arc<Surroundings>,
    /// What the engine says.
    pub analysis: Analysis,
}

/// How a run went.
#[derive(Default)]
pub(super) struct Outcome {
    /// Articles that were analysed.
    pub articles: usize,
    /// What could not be: one line each has been printed.
    pub failed: usize,
}

impl Outcome {
    /// The exit status of a command that reports nothing but trouble.
    pub fn status(&self) -> ExitCode {
        if self.failed > 0 { ExitCode::from(TROUBLE) } else { ExitCode::SUCCESS }
    }
}

/// A file to read, or why there is none.
type Found = Result<Place, Trouble>;

struct Place {
    name: String,
    path: Option<PathBuf>,
    around: Arc<Surroundings>,
}

struct Trouble {
    name: String,
    what: String,
}

impl Inputs {
    /// Standard input is among them.
    pub fn reads_stdin(&self) -> bool {
        self.paths.iter().any(|path| path == Path::new("-"))
    }

    /// How many threads to use.
    pub fn jobs(&self) -> usize {
        let cores = || thread::available_parallelism().map_or(1, usize::from);
        self.jobs.filter(|&jobs| jobs > 0).unwrap_or_else(cores)
    }

    /// Analyses every article on all cores: `work` on any thread, `sink` on this one in order. What cannot be read is
    /// said on standard error, and the rest goes on.
    pub fn each<Output: Send>(
        &self,
        work: impl Fn(Article) -> Output + Sync,
        mut sink: impl FnMut(Output) -> io::Result<()>,
    ) -> anyhow::Result<Outcome> {
        self.check()?;
        let mut outcome = Outcome::default();
        let mut progress = Progress::new();
        let analyse = |found: Found| -> Result<Output, Trouble> { Ok(work(self.read(found?)?)) };
        pipeline::ordered(self.jobs(), self.found(), analyse, |answer| {
            progress.clear();
            match answer {
                Ok(output) => {
                    outcome.articles += 1;
                    sink(output)?;
                }
                Err(Trouble { name, what }) => {
                    outcome.failed += 1;
                    eprintln!("copydesk: {name}: {what}");
                }
            }
            progress.tick(outcome.articles);
            Ok(())
        })?;
        progress.clear();
        Ok(outcome)
    }

    /// What lies around `folder` under these arguments.
    pub fn around(&self, folder: &Path) -> Surroundings {
        let mut around = match (&self.config, self.no_workspace) {
            (_, true) => Surroundings::default(),
            (Some(config), _) => Surroundings::with_config(folder, absolute(config).unwrap_or_else(|_| config.clone())),
            (None, false) => Surroundings::of(folder, None),
        };
        if !self.select.is_empty() {
            around.config.select(&self.select);
        }
        around.config.ignore(&self.ignore);
        around
    }

    /// Mistakes in the arguments themselves.
    pub fn check(&self) -> anyhow::Result<()> {
        for pattern in self.select.iter().chain(&self.ignore) {
            check_rule(pattern)?;
        }
        if let Some(config) = self.config.as_ref().filter(|config| !config.is_file()) {
            bail!("{}: no such configuration file", config.display());
        }
        Ok(())
    }

    fn found(&self) -> impl Iterator<Item = Found> + Send {
        let mut finder = Finder { inputs: self, known: Neighbourhoods::default() };
        let mut paths = self.paths.iter();
        let mut walk: Box<dyn Iterator<Item = Found> + Send + '_> = Box::new(std::iter::empty());
        std::iter::from_fn(move || {
            loop {
                if let Some(found) = walk.next() {
                    match found {
                        Ok(place) => match finder.settle(place) {
                            Some(place) => return Some(Ok(place)),
                            None => continue,
                        },
                        trouble => return Some(trouble),
                    }
                }
                walk = self.places(paths.next()?);
            }
        })
    }

    /// The files that one of the paths stands for.
    fn places(&self, path: &Path) -> Box<dyn Iterator<Item = Found> + Send + '_> {
        let around = Arc::new(Surroundings::default());
        if path == Path::new("-") {
            let name = self.stdin_name.as_deref().unwrap_or(Path::new("<stdin>")).display().to_string();
            return Box::new(std::iter::once(Ok(Place { name, path: None, around })));
        }
        if !path.is_dir() {
            return Box::new(std::iter::once(Ok(Place { name: name_of(path), path: Some(path.to_owned()), around })));
        }
        let name = path.display().to_string();
        let mut files = workspace::articles(path).peekable();
        if files.peek().is_none() {
            let what = "no articles (.md, .markdown, .txt) in this folder; name a file to have it checked".to_owned();
            return Box::new(std::iter::once(Err(Trouble { name, what })));
        }
        Box::new(files.map(move |file| match file {
            Ok(path) => Ok(Place { name: name_of(&path), path: Some(path), around: around.clone() }),
            Err(error) => Err(Trouble { name: name.clone(), what: error.to_string() }),
        }))
    }

    fn read(&self, place: Place) -> Result<Article, Trouble> {
        let Place { name, path, around } = place;
        let source = match &path {
            Some(path) => workspace::read(path),
            None => read_stdin(self.stdin_name.as_deref()),
        };
        let source = match source {
            Ok(source) => source,
            Err(error) => return Err(Trouble { name, what: explain(&error) }),
        };
        match engine::analyze(&source.text, source.language, &around.config.settings) {
            Ok(Analysis { unread: Some(Unread::TooLong), .. }) => {
                let what = format!("longer than {} MB; not analysed, split it", LONGEST >> 20);
                Err(Trouble { name, what })
            }
            Ok(analysis) => Ok(Article { name, path, source, around, analysis }),
            Err(error) => Err(Trouble { name, what: error.to_string() }),
        }
    }
}

/// `pattern` names at least one rule; otherwise says what comes near.
pub(super) fn check_rule(pattern: &str) -> anyhow::Result<()> {
    if rules::all().iter().any(|rule| suppress::names_rule(pattern, rule.id)) {
        return Ok(());
    }
    match rules::nearest(pattern) {
        Some(near) => bail!("there is no rule `{pattern}`; did you mean `{near}`?"),
        None => bail!("there is no rule `{pattern}`; `copydesk rules` lists them"),
    }
}

/// Writes `bytes` in a file's place.
pub(super) fn overwrite(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes).with_context(|| path.display().to_string())
}

/// Gives the places their surroundings.
struct Finder<'a> {
    inputs: &'a Inputs,
    known: Neighbourhoods,
}

impl Finder<'_> {
    /// `None` for what the configuration excludes.
    fn settle(&mut self, place: Place) -> Option<Place> {
        let named = place.path.as_deref().or(self.inputs.stdin_name.as_deref()).unwrap_or(Path::new("-"));
        let path = absolute(named).unwrap_or_else(|_| named.to_owned());
        let folder = path.parent().unwrap_or(&path);
        let around = self.known.of(folder, &|folder| {
            let around = self.inputs.around(folder);
            for file in &around.problems {
                let (line, column) = file.place;
                eprintln!("copydesk: {}:{line}:{column}: {}", file.path.display(), file.problem.message);
            }
            around
        });
        (!around.config.excludes(&path)).then_some(Place { around, ..place })
    }
}

fn name_of(path: &Path) -> String {
    path.strip_prefix("./").unwrap_or(path).display().to_string()
}

fn read_stdin(name: Option<&Path>) -> Result<Source, ReadError> {
    let mut bytes = Vec::new();
    io::stdin().lock().take(workspace::LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > workspace::LARGEST_FILE {
        return Err(ReadError::TooLarge);
    }
    Source::new(bytes, workspace::language_of(name.unwrap_or(Path::new("-"))))
}

fn explain(error: &ReadError) -> String {
    match error {
        ReadError::Disk(error) if error.kind() == io::ErrorKind::NotFound => "no such file; check the path".to_owned(),
        _ => error.to_string(),
    }
}
