//! What one block says about sources and cues, from its own text alone.

use super::{
    claims::{self, OpenClaim},
    contents,
    cues::{self, Cue, Form, Opener},
    explanation::Tie,
    figures::{self, Figure},
    lexicon::{self as l, Lists},
    phrases, quotations,
    quotations::Quoted,
    repair,
    sentence::Sentence,
    silent,
    source::Class,
    sourcing::{self, Sourcing},
    speakers::{self, Speaker},
    stances::{self, Stance},
    subjects,
};
use crate::{
    model::tagger::Tag,
    syntax::{BlockKind, Prose},
    text::Span,
};

/// What one block says about sources and cues; memoised with the block. Spans are bytes of the block.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockSpeech {
    /// Quoted words, in order.
    pub(super) quotations: Vec<Quotation>,
    /// Cues outside quotations, in order.
    pub(super) cues: Vec<BlockCue>,
    /// Open claims, in order.
    pub(super) claims: Vec<BlockClaim>,
    /// The subject of the last clause of a block that ends with a colon: who says what stands in the next block.
    pub(super) lead_in: Option<Span>,
    /// Figures that want a source, in order.
    pub(super) figures: Vec<Figure>,
    /// What each sentence says of where its figures come from.
    pub(super) sourcing: Vec<Sourcing>,
    /// Judgements of sentences without a cue, in order.
    pub(super) judgements: Vec<Span>,
    /// Views and plans of sentences in which nobody says anything, in order.
    pub(super) stances: Vec<Stance>,
    /// One mark a sentence: a source that the reader can tell asserts something in it.
    pub(super) told: Vec<bool>,
}

/// Quoted words and who speaks them, as far as the block tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    pub quoted: Quoted,
    pub speaker: Speaker,
    /// How the block tells.
    pub tie: Tie,
    /// It reads like speech, not like a title or a word talked about.
    pub is_speech: bool,
    /// Words between its marks.
    pub words: usize,
}

/// A cue with its source and content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockCue {
    pub sentence: usize,
    /// Auxiliaries included.
    pub span: Span,
    /// With what modifies it from behind.
    pub source: Option<Span>,
    /// The base of the source's phrase.
    pub head: Option<Span>,
    pub form: Form,
    pub lists: Lists,
    pub class: Class,
    pub opener: Option<Opener>,
    pub inverted: bool,
    /// What is said, where it is told in the author's words.
    pub content: Option<Span>,
}

/// An open claim and the sentence it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BlockClaim {
    pub claim: OpenClaim,
    pub sentence: usize,
}

impl BlockSpeech {
    /// Blocks of this kind may say something: headings, table rows and captions do not.
    pub fn may_stand_in(kind: BlockKind) -> bool {
        matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::Quote)
    }

    /// In which sentences of a block of words `text` somebody may say something.
    pub fn speaking(text: &str, prose: &Prose) -> Box<[bool]> {
        let is_silent = |sentence| silent::is_silent(text, sentence, prose.tokens_of(sentence));
        prose.sentences.iter().map(|sentence| !is_silent(sentence)).collect()
    }

    /// Reads a block of words `text`, with its tokens. `tags` has those of each sentence in which somebody may say
    /// something.
    pub fn new<'a>(text: &str, prose: &Prose, mut tags: impl FnMut(usize) -> Option<&'a [Tag]>) -> Self {
        let quoted = quotations::find(text);
        let numbers = quotations::numbers(&quoted, &prose.tokens);
        let sentences = prose.sentences.len();
        let mut speech =
            Self { told: Vec::with_capacity(sentences), sourcing: Vec::with_capacity(sentences), ..Self::default() };
        let mut leads = Vec::new();
        for (index, bounds) in prose.sentences.iter().enumerate() {
            let range = bounds.tokens.0 as usize..bounds.tokens.1 as usize;
            let (tokens, numbers) = (&prose.tokens[range.clone()], &numbers[range]);
            let Some(tags) = tags(index) else {
                speech.told.push(false);
                speech.sourcing.push(sourcing::of(&Sentence::new(text, tokens, &[], numbers), &[]));
                continue;
            };
            let mut sentence = Sentence::new(text, tokens, tags, numbers);
            repair::tags(&mut sentence);
            phrases::find(&mut sentence);
            speech.add(index, &sentence);
            leads.extend(speakers::leads(&sentence));
            if bounds.span.of(text).ends_with(':') {
                let subject = subjects::of_main_verb(&sentence, sentence.len());
                speech.lead_in = subject.map(|subject| sentence.span(subject.start..subject.extent));
            }
        }
        speech.quotations = speakers::find(text, prose, &quoted, &speech.cues, &leads);
        speech
    }

    fn add(&mut self, index: usize, sentence: &Sentence) {
        let cues = cues::find(sentence);
        self.told.push(cues.iter().any(is_told));
        self.sourcing.push(sourcing::of(sentence, &cues));
        self.figures.extend(figures::find(sentence, index));
        self.judgements.extend(figures::judgement(sentence).filter(|_| cues.is_empty()));
        self.claims.extend(claims::find(sentence, &cues).map(|claim| BlockClaim { claim, sentence: index }));
        let from = self.cues.len();
        self.cues.extend(cues.iter().map(|cue| BlockCue::new(index, sentence, cue)));
        if self.cues[from..].iter().all(|cue| cue.content.is_none()) {
            self.stances.extend(stances::find(sentence));
        }
    }
}

/// A source that the reader can tell asserts something.
fn is_told(cue: &Cue) -> bool {
    cue.class == Class::Named
        && matches!(cue.form, Form::Active | Form::According | Form::Participle)
        && (cue.form == Form::According || cue.entry.lists.any(l::ASSERTING))
}

impl BlockCue {
    fn new(index: usize, s: &Sentence, cue: &Cue) -> Self {
        Self {
            sentence: index,
            span: s.span(cue.start..cue.end),
            source: cue.source.map(|source| s.span(source.start..source.extent.max(source.end))),
            head: cue.source.map(|source| s.span(source.start..source.end)),
            form: cue.form,
            lists: cue.entry.lists,
            class: cue.class,
            opener: cue.opener,
            inverted: cue.inverted,
            content: contents::of(s, cue),
        }
    }

    /// Where the cue or its source begins.
    pub fn start(&self) -> u32 {
        self.head.map_or(self.span.start, |head| head.start.min(self.span.start))
    }

    /// It says who speaks quoted words.
    pub fn can_quote(&self) -> bool {
        let verb = self.lists.any(l::SAYING.or(l::BELIEVING).or(l::ASSERTING));
        self.head.is_some()
            && !matches!(self.form, Form::Hedge | Form::OwnedNoun)
            && (verb || matches!(self.form, Form::According | Form::Noun))
    }

    /// It is a verb of saying with a source that the reader can tell.
    pub fn is_named_speech(&self) -> bool {
        let verb = matches!(self.form, Form::Active | Form::Participle);
        verb && self.class.identified() && self.lists.any(l::SAYING)
    }
}
