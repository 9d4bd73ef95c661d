//! Attribution: who said what, and which claims have nobody behind them.
//!
//! A grammar over parts of speech. Block by block and memoised: `quotations` finds quoted words; `repair` puts tags
//! right, `phrases` and `verbs` group words; `cues` finds the words that tie content to a source, with the help
//! of `subjects` and `inversion`; `source` tells what kind of source a phrase is, `contents` what is said,
//! `speakers` who speaks quoted words, `claims` which claims are open, but for what `guards` excuses, `figures` which
//! figures and judgements have no source, by what `sourcing` finds of one; `stances` what sentences without a cue tell
//! of views and plans. Nobody looks at sentences that are `silent` by their words alone. `explanation` puts into words
//! why a source was found. Then `article` ties blocks together, sources to people by `references`, and tells names from
//! words that open a sentence by `openers`.

mod article;
mod block;
mod claims;
mod contents;
mod cues;
mod explanation;
mod figures;
mod guards;
mod inversion;
mod lexicon;
mod openers;
mod phrases;
mod quotations;
mod references;
mod repair;
mod sentence;
mod silent;
mod source;
mod sourcing;
mod speakers;
mod stances;
mod subjects;
mod table;
mod verbs;
mod words;

pub use article::find;
pub use block::BlockSpeech;
pub use explanation::Explanation;
pub use openers::KeptOpeners;
pub use table::{Row, table};
pub use verbs::singular;

use crate::text::Span;

/// How the content of an attribution is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quotation {
    /// The words themselves, in quotation marks.
    Direct,
    /// In the author's words.
    Indirect,
    /// In the author's words with quoted pieces.
    Mixed,
}

/// What the source of an attribution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SourceKind {
    /// A proper name is in its phrase, or it refers back to one.
    Named,
    /// Definite and identified in the article without a name: "the minister", "police".
    Described,
    /// A bare plural, quantified or collective noun: "experts".
    Vague,
    /// One person, not named: "a senior official".
    Anonymous,
    /// Nobody.
    None,
}

/// One statement and whom it comes from. All spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribution {
    /// What is said; a direct quotation with its marks.
    pub content: Span,
    /// Who says it, the whole noun phrase.
    pub source: Option<Span>,
    /// The word that ties the two: "said", "according to".
    pub cue: Option<Span>,
    /// Index of the source in [`crate::people::People::people`].
    pub person: Option<usize>,
    /// How the content is given.
    pub quotation: Quotation,
    /// What the source is.
    pub source_kind: SourceKind,
    /// Why this source was found.
    pub why: Explanation,
}

impl Attribution {
    /// The same in a text in which it stands `by` bytes later, and in which the people are numbered by `person`.
    pub fn moved(&self, by: u32, person: impl Fn(usize) -> usize) -> Self {
        Self {
            content: self.content.shift(by),
            source: self.source.map(|source| source.shift(by)),
            cue: self.cue.map(|cue| cue.shift(by)),
            person: self.person.map(person),
            ..*self
        }
    }
}

/// What a claim lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ClaimKind {
    /// Its source is a bare plural, quantified or collective noun, or an unnamed document.
    VagueSource,
    /// A passive without an agent.
    AgentlessPassive,
    /// Its source is one unnamed person.
    AnonymousSource,
    /// Quoted words without a speaker.
    UnattributedQuote,
    /// A figure without a source.
    UnsourcedFigure,
    /// A strong evaluation or prediction in the author's voice.
    UnsourcedAssertion,
}

/// A claim that nobody stands behind. Spans are bytes of the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// What it lacks.
    pub kind: ClaimKind,
    /// The vague source or the passive cue with its verb.
    pub span: Span,
    /// The cue alone, auxiliaries included.
    pub cue: Span,
    /// The source's phrase, without what modifies it from behind.
    pub source: Option<Span>,
    /// What is claimed, where the grammar can tell.
    pub content: Option<Span>,
    /// The sentence that claims it.
    pub sentence: Span,
    /// A named source says the like within the next two sentences: the finding sinks to a hint.
    pub answered: bool,
}

impl Claim {
    /// The same in a text in which it stands `by` bytes later.
    pub fn moved(&self, by: u32) -> Self {
        Self {
            span: self.span.shift(by),
            cue: self.cue.shift(by),
            source: self.source.map(|source| source.shift(by)),
            content: self.content.map(|content| content.shift(by)),
            sentence: self.sentence.shift(by),
            ..*self
        }
    }
}

/// The statements and the open claims of one article, each in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Statements {
    /// Who said what.
    pub attributions: Vec<Attribution>,
    /// Who thinks or plans what, and what things seem to be, in sentences in which nobody says anything.
    pub stances: Vec<Attribution>,
    /// Claims that nobody stands behind.
    pub claims: Vec<Claim>,
}
