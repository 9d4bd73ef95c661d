use super::{analysts, desk::Desk};
use crate::{
    analysis::{self, Analysis, Memo},
    lsp::{environment::file_path, library::KeptPlaces, written::Written},
    syntax::Language,
    text::{Buffer, Encoding, LineIndex},
    workspace::{Entry, Source, Surroundings},
};
use std::sync::{
    Arc, MutexGuard, OnceLock,
    atomic::{AtomicUsize, Ordering},
};
use tokio::sync::SetOnce;
use tower_lsp::ls_types::Uri;

/// One version of a document in one set of surroundings. Never changes; its text and analysis are made once, when somebody
/// wants them.
#[derive(Debug)]
pub(in crate::lsp) struct Snapshot {
    /// The name the client gave the document.
    pub uri: Arc<Uri>,
    /// What it is.
    pub kind: Kind,
    /// The configuration and the people that count for it.
    pub around: Arc<Surroundings>,
    /// Where the document is analysed.
    pub(super) desk: Arc<Desk>,
    /// Counts the snapshots of the document.
    pub(super) number: u64,
    buffer: Buffer,
    text: OnceLock<String>,
    /// Where its lines start, for whoever asks before the analysis is there.
    lines: OnceLock<LineIndex>,
    outcome: SetOnce<Outcome>,
    entry: OnceLock<Arc<Entry>>,
    published: AtomicUsize,
}

/// What a document is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::lsp) enum Kind {
    /// What the engine is for.
    Article(Language),
    /// A `copydesk.toml`.
    Configuration,
    /// A `people.toml`.
    People,
    /// Nothing that concerns us.
    Other,
}

/// What became of a snapshot's analysis.
#[derive(Debug)]
pub(in crate::lsp) enum Outcome {
    /// It is there.
    Done(Box<Analysis>),
    /// The text is too large, or no article.
    Off,
    /// A newer version came, or the document was closed, before it was finished.
    Outdated,
    /// The engine panicked; the log tells.
    Failed,
}

impl Snapshot {
    pub(super) fn new(uri: Arc<Uri>, kind: Kind, around: Arc<Surroundings>, desk: Arc<Desk>, buffer: Buffer) -> Self {
        let number = desk.next_number();
        Self {
            uri,
            kind,
            around,
            desk,
            number,
            buffer,
            text: OnceLock::new(),
            lines: OnceLock::new(),
            outcome: SetOnce::new(),
            entry: OnceLock::new(),
            published: AtomicUsize::new(usize::MAX),
        }
    }

    /// An article on disk that nobody has open, called `uri`; analysed here and now.
    pub(in crate::lsp) fn of_file(uri: Uri, source: &Source, around: Arc<Surroundings>) -> Self {
        let (kind, buffer) = (Kind::Article(source.language), Buffer::new(&source.text, 0));
        let snapshot = Self::new(Arc::new(uri), kind, around, Arc::default(), buffer);
        snapshot.settle(analysts::outcome(&snapshot, analysts::analyze, &mut Memo::default()));
        snapshot
    }

    /// The client's number of this version.
    pub(in crate::lsp) fn version(&self) -> i32 {
        self.buffer.version()
    }

    /// The whole text.
    pub(in crate::lsp) fn text(&self) -> &str {
        self.text.get_or_init(|| self.buffer.text())
    }

    /// Where its lines start.
    pub(in crate::lsp) fn lines(&self) -> &LineIndex {
        match self.analysis() {
            Some(analysis) => &analysis.lines,
            None => self.lines.get_or_init(|| LineIndex::new(self.text())),
        }
    }

    /// The language of the article; `None` for what is no article, is excluded by the configuration or too large.
    pub(in crate::lsp) fn article(&self) -> Option<Language> {
        let Kind::Article(language) = self.kind else { return None };
        let excluded = file_path(&self.uri).is_some_and(|path| self.around.config.excludes(&path));
        (!excluded && !self.is_too_large()).then_some(language)
    }

    /// Bytes of the text.
    pub(in crate::lsp) fn size(&self) -> usize {
        self.buffer.len()
    }

    /// The text is larger than what is analysed; its positions are right all the same.
    pub(in crate::lsp) fn is_too_large(&self) -> bool {
        self.size() > analysis::LONGEST
    }

    /// The first of the document since it was opened.
    pub(super) fn is_first(&self) -> bool {
        self.number == 1
    }

    /// A newer snapshot exists, or the document was closed.
    pub(in crate::lsp) fn is_outdated(&self) -> bool {
        self.desk.newest() != self.number
    }

    /// The document was closed.
    pub(in crate::lsp) fn is_closed(&self) -> bool {
        self.desk.is_closed()
    }

    /// Waits until the analysis is done or given up.
    pub(in crate::lsp) async fn outcome(&self) -> &Outcome {
        self.outcome.wait().await
    }

    /// The analysis; `None` while it is not there.
    pub(in crate::lsp) fn analysis(&self) -> Option<&Analysis> {
        match self.outcome.get() {
            Some(Outcome::Done(analysis)) => Some(analysis),
            _ => None,
        }
    }

    /// What the workspace's index would keep of it; `None` while there is no analysis.
    pub(in crate::lsp) fn entry(&self, encoding: Encoding) -> Option<Arc<Entry>> {
        let analysis = self.analysis()?;
        Some(self.entry.get_or_init(|| Arc::new(Entry::new(self.text(), analysis, encoding))).clone())
    }

    /// What was told of the document last. Held while what is to be told now is written.
    pub(in crate::lsp) fn written(&self) -> MutexGuard<'_, Written> {
        self.desk.written()
    }

    /// Where the last version's passages stand in other articles. Held while this one's are looked up.
    pub(in crate::lsp) fn kept_places(&self) -> MutexGuard<'_, KeptPlaces> {
        self.desk.kept_places()
    }

    /// Takes note that `findings` findings are published. Answers whether that is news: one analysis is published once,
    /// and again only when the workspace adds to it.
    pub(in crate::lsp) fn is_news(&self, findings: usize) -> bool {
        self.published.swap(findings, Ordering::Relaxed) != findings
    }

    /// The first outcome counts; later ones are dropped.
    pub(super) fn settle(&self, outcome: Outcome) {
        drop(self.outcome.set(outcome));
    }
}
