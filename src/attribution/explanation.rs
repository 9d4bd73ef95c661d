//! Why a source was found, in words for the reader.

use super::{cues::Form, source::Class};
use std::fmt;

/// Why a statement was given its source: what ties the two, and why the source counts as what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Explanation {
    pub(super) tie: Tie,
    pub(super) class: Class,
}

/// What ties a statement to its source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// The cue tells the content in the author's words.
    Cue(Form, bool),
    /// Quoted words with their cue right after them.
    Behind,
    /// Quoted words with their cue before them in the sentence.
    Before,
    /// Quoted words with their cue later in the sentence.
    Later,
    /// Quoted words after other quoted words of the paragraph.
    SameSpeaker,
    /// Quoted words of a paragraph in which somebody else speaks.
    Paragraph,
    /// A name and a colon before quoted words.
    Colon,
    /// A name behind a dash, after quoted words.
    Signed,
    /// The subject of a verb, and a colon before quoted words.
    Led,
    /// Whose the quoted words are: "Venn's “…”".
    Owned,
    /// Quoted words that open a paragraph after one in which somebody speaks.
    Carried,
    /// Quoted words after a paragraph that ends with a colon.
    LeadIn,
    /// A view or a plan, or what something seems to be.
    Stance,
    Nothing,
}

impl Tie {
    fn words(self, class: Class) -> &'static str {
        match self {
            Self::Cue(Form::Passive | Form::Reduced, _) if class == Class::Nobody => "the passive names no agent",
            Self::Cue(Form::According, _) => "it is the phrase behind “according to”",
            Self::Cue(Form::Passive | Form::Reduced, _) => "the passive names its agent with “by”",
            Self::Cue(Form::Hedge, _) => "the adverb tells that somebody says so",
            Self::Cue(Form::Noun | Form::OwnedNoun, _) => "it is whose claim the noun tells of",
            Self::Cue(_, true) => "it is the phrase behind the verb of saying",
            Self::Cue(..) => "it is the subject of the cue",
            Self::Behind => "it is whose words the cue right after them tells",
            Self::Before => "it is whose words the cue before them tells",
            Self::Later => "it is whose words the cue later in the sentence tells",
            Self::SameSpeaker => "the quotation before it in the paragraph is theirs, and nobody else is named since",
            Self::Paragraph => "nobody else speaks in the paragraph",
            Self::Colon => "the name and a colon stand before the words",
            Self::Signed => "the name behind a dash signs the words",
            Self::Led => "it is the subject of the clause that leads up to the words with a colon",
            Self::Owned => "the words stand in the genitive behind it",
            Self::Carried => "they spoke last in the paragraph before",
            Self::LeadIn => "the paragraph before leads up to the words with a colon",
            Self::Stance => "the sentence tells a view or a plan, not words",
            Self::Nothing => "no cue stands in the sentence or beside it",
        }
    }
}

impl fmt::Display for Explanation {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}; {}", self.tie.words(self.class), self.class.why())
    }
}
