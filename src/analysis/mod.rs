//! Analysis: the whole engine over one text, memoised by block.

mod facts;
mod memo;
mod outline;
mod settings;
mod silence;

pub use facts::Facts;
pub use memo::Memo;
pub use outline::Section;
pub use settings::{HouseName, Settings};
pub use silence::{Ignored, Silence};

use crate::{
    attribution::{self, Statements},
    boilerplate::{self, Kind},
    people::{self, People},
    rules::{self, Context, Finding, Fingerprint},
    syntax::{self, Article, Language},
};

/// All that the engine knows of one text. Spans are bytes of the file.
#[derive(Clone, Debug, PartialEq)]
pub struct Analysis {
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
}

/// Analyses `text` under `settings`, reusing from `memo` what unchanged blocks gave before. The answer depends on
/// `text`, `language` and `settings` alone. `None` when `cancelled` said so at a block.
pub fn analyze(
    text: &str,
    language: Language,
    settings: &Settings,
    memo: &mut Memo,
    cancelled: &dyn Fn() -> bool,
) -> Option<Analysis> {
    let article = syntax::parse(text, language);
    let facts = memo.facts(text, &article, cancelled)?;
    let furniture = boilerplate::find(text, &article, &facts);
    let people = people::find(text, &article, &facts, &furniture);
    let statements = attribution::find(text, &article, &facts, &furniture, &people, &settings.trusted_sources);
    let outline = outline::sections(text, &article, &furniture, &people);
    let context = Context {
        text,
        article: &article,
        facts: &facts,
        furniture: &furniture,
        people: &people,
        statements: &statements,
        settings,
    };
    let mut findings = Vec::new();
    for rule in rules::all() {
        if let Some(severity) = settings.severity(rule) {
            let from = findings.len();
            (rule.check)(&context, &mut findings);
            if severity != rule.severity {
                findings[from..].iter_mut().for_each(|finding: &mut Finding| finding.severity = severity);
            }
        }
    }
    findings.sort_by_key(|finding| (finding.span, finding.rule));
    let (findings, ignored) = silence::split(text, &article, settings, findings);
    let words = text.split_whitespace().count();
    Some(Analysis { article, facts, furniture, outline, people, statements, findings, ignored, words })
}

impl Analysis {
    /// What `finding` of this analysis of `text` is known by in the list of ignored findings.
    pub fn fingerprint(&self, text: &str, finding: &Finding) -> Fingerprint {
        silence::fingerprint(text, &self.article, finding)
    }
}
