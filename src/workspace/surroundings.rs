use super::{CONFIG_FILE, Config, IGNORED_FILE, IgnoredList, PEOPLE_FILE, PeopleFile, Problem};
use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// What lies around an article: the nearest `copydesk.toml`, `people.toml` and list of ignored findings upwards from
/// its folder. Each is looked for by itself.
#[derive(Clone, Debug, Default)]
pub struct Surroundings {
    /// What the files ask together; its settings are complete.
    pub config: Config,
    /// The `copydesk.toml` that counts.
    pub config_path: Option<PathBuf>,
    /// The team's people.
    pub people: PeopleFile,
    /// The `people.toml` that counts.
    pub people_path: Option<PathBuf>,
    /// The list of ignored findings that counts.
    pub ignored_path: Option<PathBuf>,
    /// Mistakes in these files.
    pub problems: Vec<FileProblem>,
}

/// A mistake in one of the files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileProblem {
    /// The file.
    pub path: PathBuf,
    /// Line and column, from one, the column in code points.
    pub place: (u32, u32),
    /// What is wrong.
    pub problem: Problem,
}

impl Surroundings {
    /// What lies around the articles in `folder`, an absolute path. `editor`: an editor's settings, which override.
    pub fn of(folder: &Path, editor: Option<&serde_json::Value>) -> Self {
        let config = nearest(folder, CONFIG_FILE);
        Self::around(folder, config, editor)
    }

    /// The same with the configuration file `config`, wherever it lies.
    pub fn with_config(folder: &Path, config: PathBuf) -> Self {
        Self::around(folder, Some(config), None)
    }

    /// One of the files lies in `folder` itself, so its surroundings may differ from its parent's.
    pub fn begin_in(folder: &Path) -> bool {
        [CONFIG_FILE, PEOPLE_FILE, IGNORED_FILE].iter().any(|name| folder.join(name).is_file())
    }

    fn around(folder: &Path, config: Option<PathBuf>, editor: Option<&serde_json::Value>) -> Self {
        let mut all = Self { config_path: config, ..Self::default() };
        all.read_config();
        if let Some(settings) = editor {
            all.config.overlay(settings);
        }
        all.read_people(folder);
        all.read_ignored(folder);
        all
    }

    fn read_config(&mut self) {
        let Some(path) = self.config_path.clone() else { return };
        let Some(text) = self.text_of(&path) else { return };
        let folder = path.parent().unwrap_or(Path::new(""));
        let (config, problems) = Config::parse(&text, folder);
        self.config = config;
        self.report(&path, &text, problems);
    }

    fn read_people(&mut self, folder: &Path) {
        let base = self.config_path.as_deref().and_then(Path::parent).unwrap_or(folder);
        let named = self.config.people_file.as_ref().map(|file| base.join(file));
        let Some(path) = named.or_else(|| nearest(folder, PEOPLE_FILE)) else { return };
        let Some(text) = self.text_of(&path) else { return };
        let (people, problems) = PeopleFile::parse(&text);
        self.config.settings.house_names = people.house_names();
        self.people = people;
        self.report(&path, &text, problems);
        self.people_path = Some(path);
    }

    fn read_ignored(&mut self, folder: &Path) {
        let Some(path) = nearest(folder, IGNORED_FILE) else { return };
        match IgnoredList::read(&path) {
            Ok(list) => self.config.settings.ignored = list.fingerprints().collect(),
            Err(error) => self.report(&path, "", vec![Problem::new(Default::default(), error.to_string())]),
        }
        self.ignored_path = Some(path);
    }

    /// The text of the file at `path`; a problem where it cannot be read.
    fn text_of(&mut self, path: &Path) -> Option<String> {
        match fs::read_to_string(path) {
            Ok(text) => Some(text),
            Err(error) => {
                self.report(path, "", vec![Problem::new(Default::default(), error.to_string())]);
                None
            }
        }
    }

    fn report(&mut self, path: &Path, text: &str, problems: Vec<Problem>) {
        self.problems.extend(problems.into_iter().map(|problem| FileProblem {
            path: path.to_owned(),
            place: problem.place(text),
            problem,
        }));
    }
}

/// [`Surroundings`] by folder: folders between which none of the files lies share theirs.
#[derive(Debug, Default)]
pub struct Neighbourhoods {
    known: HashMap<PathBuf, Arc<Surroundings>>,
}

impl Neighbourhoods {
    /// What lies around the articles in `folder`, an absolute path; `look` looks where nobody has looked before.
    pub fn of(&mut self, folder: &Path, look: &dyn Fn(&Path) -> Surroundings) -> Arc<Surroundings> {
        if let Some(known) = self.known.get(folder) {
            return known.clone();
        }
        let around = match folder.parent() {
            Some(parent) if !Surroundings::begin_in(folder) => self.of(parent, look),
            _ => Arc::new(look(folder)),
        };
        self.known.insert(folder.to_owned(), around.clone());
        around
    }
}

fn nearest(folder: &Path, name: &str) -> Option<PathBuf> {
    folder.ancestors().map(|folder| folder.join(name)).find(|path| path.is_file())
}
