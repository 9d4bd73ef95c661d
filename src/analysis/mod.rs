//! Analysis: the whole engine over one text, memoised by block.
//!
//! Facts are what a block says by itself, a reading is what the passes over all blocks make of them. A text that is too
//! long for one article is read in parts, which are memoised as well.

mod clean;
mod facts;
mod guess;
mod joined;
mod memo;
mod outline;
mod parts;
mod reading;
mod sentences;
mod settings;
mod silence;
mod words;

pub use clean::clean;
pub use facts::Facts;
pub use guess::is_article;
pub use memo::Memo;
pub use outline::Section;
pub use settings::{HouseName, Settings};
pub use silence::{Ignored, Silence};

use crate::{
    attribution::Statements,
    boilerplate::{self, Kind},
    people::People,
    rules::{self, Context, Finding, Fingerprint},
    syntax::{self, Article, Block, Language},
    text::{LineIndex, Span, count_words},
};
use parts::Readings;
use reading::{Reading, Wanted};

/// Longer texts are not analysed. Bytes.
pub const LONGEST: usize = 10 << 20;

/// Why a text was not analysed: it has no blocks, and so no facts and no findings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It is longer than [`LONGEST`].
    TooLong,
    /// It is plainly no article ([`is_article`]).
    NoArticle,
}

/// All that the engine knows of one text. Spans are bytes of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
    /// Where the lines start.
    pub lines: LineIndex,
    /// The blocks.
    pub article: Article,
    /// What each block says by itself; parallel to the blocks.
    pub facts: Vec<Facts>,
    /// What furniture each block is; parallel to the blocks.
    pub furniture: Vec<Option<Kind>>,
    /// Sections under their headings.
    pub outline: Vec<Section>,
    /// The named people.
    pub people: People,
    /// Who said what, and the open claims.
    pub statements: Statements,
    /// What the rules report under the settings, by place.
    pub findings: Vec<Finding>,
    /// What they would report if nobody had asked to leave it alone, by place.
    pub ignored: Vec<Ignored>,
    /// Words of the article, furniture included.
    pub words: usize,
    /// Why there is nothing of all this; `None` for a text that was analysed.
    pub unread: Option<Unread>,
}

/// Analyses `text` under `settings`, reusing from `memo` what unchanged blocks gave before. The answer depends on
/// `text`, `language` and `settings` alone. `None` when `cancelled` said so at a block or between two passes.
pub fn analyze(
    text: &str,
    language: Language,
    settings: &Settings,
    memo: &mut Memo,
    cancelled: &dyn Fn() -> bool,
) -> Option<Analysis> {
    if let Some(why) = unread(text, |text| memo.is_article(text, language)) {
        return Some(Analysis::unread(text, language, why));
    }
    let (lines, article, facts) = memo.read(text, language, cancelled)?;
    let wanted = Wanted::Everything(settings);
    let reading = parts::read(text, &article, &facts, wanted, &mut memo.readings, cancelled)?;
    let mentions = reading.people.by_place();
    let analysis = Analysis::unchecked(text, lines, article, facts, reading, &mentions);
    let context = Context {
        text,
        article: &analysis.article,
        facts: &analysis.facts,
        furniture: &analysis.furniture,
        runs: &boilerplate::runs(&analysis.furniture),
        repeats: memo.passages.find(&analysis.facts),
        people: &analysis.people,
        mentions: &mentions,
        statements: &analysis.statements,
        settings,
    };
    if cancelled() {
        return None;
    }
    let findings = check(&context);
    let (findings, ignored) = silence::split(text, &analysis.article, settings, findings);
    Some(Analysis { findings, ignored, ..analysis })
}

/// An analysis without statements and findings, from scratch: what an index keeps, at less cost. `None` when `cancelled`
/// said so at a block.
pub fn survey(text: &str, language: Language, cancelled: &dyn Fn() -> bool) -> Option<Analysis> {
    if let Some(why) = unread(text, |text| is_article(text, language)) {
        return Some(Analysis::unread(text, language, why));
    }
    let lines = LineIndex::new(text);
    let article = syntax::parse_lines(text, &lines, language);
    let facts = |block: &Block| (!cancelled()).then(|| Facts::without_speech(block, block.span.of(text)));
    let facts: Vec<Facts> = article.blocks.iter().map(facts).collect::<Option<_>>()?;
    let kept = &mut Readings::default();
    let reading = parts::read(text, &article, &facts, Wanted::People, kept, cancelled)?;
    let mentions = reading.people.by_place();
    Some(Analysis::unchecked(text, lines, article, facts, reading, &mentions))
}

/// What the rules that are on report, by place.
fn check(context: &Context) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in rules::all() {
        if let Some(severity) = context.settings.severity(rule) {
            let from = findings.len();
            (rule.check)(context, &mut findings);
            if severity != rule.severity {
                findings[from..].iter_mut().for_each(|finding: &mut Finding| finding.severity = severity);
            }
        }
    }
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    findings
}

fn unread(text: &str, is_article: impl FnOnce(&str) -> bool) -> Option<Unread> {
    if text.len() > LONGEST {
        return Some(Unread::TooLong);
    }
    (!is_article(text)).then_some(Unread::NoArticle)
}

impl Analysis {
    /// The analysis of a text that no rule was asked about. `mentions`: those of the people, by place.
    fn unchecked(
        text: &str,
        lines: LineIndex,
        article: Article,
        facts: Vec<Facts>,
        reading: Reading,
        mentions: &[(Span, usize)],
    ) -> Self {
        let Reading { furniture, people, statements, words } = reading;
        Self {
            outline: outline::sections(text, &article, &furniture, mentions),
            lines,
            article,
            facts,
            furniture,
            people,
            statements,
            findings: Vec::new(),
            ignored: Vec::new(),
            words,
            unread: None,
        }
    }

    fn unread(text: &str, language: Language, why: Unread) -> Self {
        Self {
            lines: LineIndex::new(text),
            article: Article { language, blocks: Vec::new(), title: None },
            facts: Vec::new(),
            furniture: Vec::new(),
            outline: Vec::new(),
            people: People::default(),
            statements: Statements::default(),
            findings: Vec::new(),
            ignored: Vec::new(),
            words: count_words(text),
            unread: Some(why),
        }
    }

    /// What `finding` of this analysis of `text` is known by in the list of ignored findings.
    pub fn fingerprint(&self, text: &str, finding: &Finding) -> Fingerprint {
        silence::fingerprint(text, &self.article, finding)
    }
}
