//! The annotated texts of people/train.

use super::text;
use anyhow::{Context, Result};
use copydesk::{
    model::{Aligned, Labeller, tagger::BlockTags},
    people::{
        BlockNames, View,
        candidates::{Candidate, label},
    },
    syntax::{self, Block, Language, Prose},
    text::Span,
};
use serde::Deserialize;
use std::path::Path;

/// A text with the names of people and of other things in it. Spans are code points, as in the corpora.
#[derive(Clone, Deserialize)]
pub struct Annotated {
    pub corpus: String,
    pub text: String,
    pub people: Vec<Name>,
    pub not_people: Vec<Name>,
}

/// An annotated name.
#[derive(Clone, Deserialize)]
pub struct Name {
    pub start: usize,
    pub end: usize,
    #[serde(default, rename = "type")]
    pub kind: String,
}

/// The corpus of made-up texts.
pub const MADE_UP: &str = "synthetic";

/// The corpora, in the order in which they are read.
const CORPORA: [&str; 5] = ["gum", "wikigold", "re3d", "uner_ewt", "crossner_politics"];

/// Reads people/train.
pub fn read(data: &Path) -> Result<Vec<Annotated>> {
    let mut all = Vec::new();
    for name in CORPORA {
        let path = data.join("people/train").join(name).with_extension("jsonl");
        for line in text::lines(&path)? {
            let mut annotated: Annotated = serde_json::from_str(&line?).with_context(|| path.display().to_string())?;
            if annotated.corpus == "gum" {
                annotated.drop_doubtful();
            }
            all.push(annotated);
        }
    }
    Ok(all)
}

/// Names of bodies in the corpora, in order, without doubles.
pub fn bodies(all: &[Annotated]) -> Vec<String> {
    let mut bodies = std::collections::BTreeSet::new();
    for annotated in all {
        let chars: Vec<char> = annotated.text.chars().collect();
        for name in annotated.not_people.iter().filter(|name| other_label(&name.kind) == Some(label::BODY)) {
            let body: String = chars[name.start..name.end].iter().collect();
            if body.starts_with(char::is_uppercase) && !body.contains('\n') {
                bodies.insert(body);
            }
        }
    }
    bodies.into_iter().collect()
}

impl Annotated {
    /// Drops "people" that are titles or kin alone, or part of a longer name of something else: GUM marks every noun.
    fn drop_doubtful(&mut self) {
        let chars: Vec<char> = self.text.chars().collect();
        let longer: Vec<(usize, usize)> = (self.not_people.iter())
            .filter(|name| matches!(name.kind.as_str(), "organization" | "place" | "event" | "abstract" | "object"))
            .map(|name| (name.start, name.end))
            .collect();
        self.people.retain(|name| {
            let word: String = chars[name.start..name.end].iter().collect::<String>().to_lowercase();
            let goes_on =
                chars.get(name.end) == Some(&' ') && chars.get(name.end + 1).is_some_and(|c| c.is_uppercase());
            let inside = longer
                .iter()
                .any(|&(start, end)| start <= name.start && name.end <= end && end - start > name.end - name.start);
            !NO_NAMES.contains(&word.as_str()) && !(inside && goes_on)
        });
    }
}

/// What GUM marks as the name of a person and is none.
const NO_NAMES: [&str; 32] = [
    "student",
    "faculty",
    "protector",
    "regent",
    "v.p.",
    "vp",
    "staff",
    "board",
    "senate",
    "house",
    "anonymous",
    "mom",
    "dad",
    "mum",
    "grandma",
    "grandpa",
    "mama",
    "papa",
    "daddy",
    "mommy",
    "god",
    "lord",
    "general",
    "president",
    "secretary",
    "chief",
    "justice",
    "emperor",
    "king",
    "queen",
    "captain",
    "doctor",
];

/// A block of an annotated text with its candidates and their gold labels.
pub struct LabelledBlock {
    pub block: Block,
    pub prose: Prose,
    pub names: BlockNames,
    /// Not asked for: roles alone depend on it.
    pub tags: BlockTags,
    pub gold: Vec<u8>,
}

/// An annotated text as the engine sees it.
pub struct Labelled {
    pub text: String,
    pub blocks: Vec<LabelledBlock>,
    /// Names of people, in bytes.
    pub people: Vec<Span>,
    /// Which quarter of the corpora it belongs to, for cross-validation.
    pub fold: usize,
    pub corpus: String,
}

static NOTHING: &Aligned<[u8]> = &Aligned([]);

impl Labelled {
    pub fn new(annotated: &Annotated, fold: usize) -> Self {
        let text = annotated.text.clone();
        let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let span = |name: &Name| Span::new(bytes[name.start], bytes[name.end]);
        let people: Vec<Span> = annotated.people.iter().map(span).collect();
        let mut spans: Vec<(Span, u8)> = people.iter().map(|&span| (span, label::PERSON)).collect();
        let mut others: Vec<(Span, u8)> = (annotated.not_people.iter())
            .filter_map(|name| Some((span(name), other_label(&name.kind)?)))
            .filter(|(span, _)| span.of(&text).starts_with(char::is_uppercase))
            .collect();
        others.sort_by_key(|(span, _)| std::cmp::Reverse(span.len()));
        for other in others {
            if !spans.iter().any(|(span, _)| span.overlaps(other.0)) {
                spans.push(other);
            }
        }
        spans.sort();
        let unlabelled = Labeller::new(NOTHING);
        let blocks = (syntax::parse(&text, Language::PlainText).blocks.into_iter())
            .filter(|block| block.kind.is_prose())
            .map(|block| {
                let words = block.span.of(&text);
                let prose = Prose::new(words, &block.markup);
                let names = BlockNames::with(&unlabelled, words, &prose);
                let gold = gold_labels(&names.candidates, &prose, block.span.start, &spans);
                let tags = BlockTags::new(prose.sentences.len(), |_| None);
                LabelledBlock { block, prose, names, tags, gold }
            })
            .collect();
        Self { text, blocks, people, fold, corpus: annotated.corpus.clone() }
    }

    /// The blocks as the engine looks at them, with names that a model has scored.
    pub fn views_with<'a>(&'a self, names: &'a [BlockNames]) -> Vec<View<'a>> {
        let mut views = self.views();
        views.iter_mut().zip(names).for_each(|(view, names)| view.names = names);
        views
    }

    /// The blocks as the engine looks at them.
    pub fn views(&self) -> Vec<View<'_>> {
        (self.blocks.iter())
            .map(|LabelledBlock { block, prose, names, tags, .. }| View {
                text: block.span.of(&self.text),
                base: block.span.start,
                prose,
                tags,
                names,
            })
            .collect()
    }
}

/// The label of a name that is no person's; nothing for times and quantities.
fn other_label(kind: &str) -> Option<u8> {
    match kind.to_lowercase().as_str() {
        "time" | "date" | "temporal" | "quantity" | "money" => None,
        "place" | "location" | "loc" | "country" => Some(label::PLACE),
        "organization" | "organisation" | "org" | "politicalparty" => Some(label::BODY),
        _ => Some(label::OTHER),
    }
}

fn gold_labels(candidates: &[Candidate], prose: &Prose, base: u32, spans: &[(Span, u8)]) -> Vec<u8> {
    let mut labels = Vec::with_capacity(candidates.len());
    let mut last: Option<usize> = None;
    for candidate in candidates {
        let span = prose.tokens[candidate.token as usize].span.shift(base);
        let from = spans.partition_point(|(name, _)| name.end <= span.start);
        let found = spans.get(from).filter(|(name, _)| name.overlaps(span)).map(|_| from);
        labels.push(match found {
            None => label::OUTSIDE,
            Some(at) => {
                let first = spans[at].1;
                let inside = first != label::OTHER && candidate.joined && last == Some(at);
                first + u8::from(inside)
            }
        });
        last = found;
    }
    for (label, candidate) in labels.iter_mut().zip(candidates) {
        if !candidate.capital && matches!(*label, label::PERSON | label::PLACE | label::BODY) {
            *label = label::OUTSIDE;
        }
    }
    labels
}
