//! data/boilerplate: pages as lines with labels.

use super::linear::Linear;
use anyhow::{Context, Result};
use copydesk::{
    boilerplate::{self, BlockLine, Kind, model::Tables},
    syntax::{self, Article, Block, Language},
};
use serde::Deserialize;
use std::{
    fs::File,
    io::{BufRead, BufReader},
    path::Path,
};

/// A page as the corpus has it.
#[derive(Clone, Deserialize)]
pub struct Page {
    pub id: String,
    pub source: String,
    pub site: String,
    pub variant: String,
    pub lines: Vec<Line>,
}

/// A line of a page.
#[derive(Clone, Deserialize)]
pub struct Line {
    pub text: String,
    pub label: Label,
}

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Label {
    Content,
    Heading,
    Boilerplate,
    Ambiguous,
}

impl Label {
    fn is_article(self) -> bool {
        matches!(self, Self::Content | Self::Heading)
    }
}

/// Reads the pages of `boilerplate/SPLIT.jsonl`.
pub fn read(data: &Path, split: &str) -> Result<Vec<Page>> {
    let path = data.join("boilerplate").join(split).with_extension("jsonl");
    let file = File::open(&path).with_context(|| path.display().to_string())?;
    (BufReader::new(file).lines().enumerate())
        .map(|(at, line)| serde_json::from_str(&line?).with_context(|| format!("{}:{}", path.display(), at + 1)))
        .collect()
}

/// Corpora of people/train whose texts are whole and free to learn from.
const PROSE: [&str; 4] = ["gum", "re3d", "uner_ewt", "wikigold"];

/// A text of people/train.
#[derive(Deserialize)]
struct Text {
    id: String,
    text: String,
}

/// Reads texts that nothing was pasted around, as pages without furniture. Each is its own site.
pub fn read_prose(data: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for corpus in PROSE {
        let path = data.join("people/train").join(corpus).with_extension("jsonl");
        let text = std::fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in text.lines() {
            let Text { id, text } = serde_json::from_str(line).with_context(|| path.display().to_string())?;
            let lines = text.lines().map(|line| Line { text: line.into(), label: Label::Content }).collect();
            pages.push(Page { site: id.clone(), id, source: corpus.into(), variant: PROSE_VARIANT.into(), lines });
        }
    }
    Ok(pages)
}

/// What variant prose is.
pub const PROSE_VARIANT: &str = "prose";
impl Page {
    /// The page with at most so many lines of furniture before and after its article.
    pub fn cropped(&self, before: usize, after: usize) -> Self {
        let article = |line: &Line| line.label.is_article();
        let first = self.lines.iter().position(article).unwrap_or(0);
        let last = self.lines.iter().rposition(article).map_or(self.lines.len(), |last| last + 1);
        let furniture = |range: std::ops::Range<usize>| {
            range.filter(|&at| self.lines[at].label == Label::Boilerplate).collect::<Vec<_>>()
        };
        let (ahead, behind) = (furniture(0..first), furniture(last..self.lines.len()));
        let start =
            if before == 0 { first } else { ahead.iter().rev().take(before).next_back().copied().unwrap_or(first) };
        let end = if after == 0 { last } else { behind.iter().take(after).next_back().map_or(last, |last| last + 1) };
        Self { variant: "random".into(), lines: self.lines[start..end].to_vec(), ..self.clone() }
    }

    /// The text that the labels are about.
    pub fn text(&self) -> String {
        self.lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

/// A page as the engine sees it.
pub struct Document {
    pub site: String,
    pub source: String,
    pub variant: String,
    pub article: Article,
    pub lines: Vec<BlockLine>,
    /// Own-text features by block, as places in the table of weights.
    pub own: Vec<Vec<u32>>,
    pub gaps: Vec<u32>,
    /// Whether each block is furniture; `None` where nobody can say.
    pub labels: Vec<Option<bool>>,
    /// Stands between paragraphs of the article.
    pub inside: Vec<bool>,
    pub text: String,
}

impl Document {
    /// Splits a page into blocks. `place`: where a feature's weight stands.
    pub fn new(page: &Page, place: impl Fn(u32) -> u32) -> Self {
        let text = page.text();
        let article = syntax::parse(&text, Language::PlainText);
        let words = |block: &Block| block.span.of(&text).to_owned();
        let lines: Vec<BlockLine> = article.blocks.iter().map(|block| BlockLine::new(block, &words(block))).collect();
        let own = (article.blocks.iter())
            .map(|block| BlockLine::own_features(block, &words(block)).into_iter().map(&place).collect())
            .collect();
        let mut labels: Vec<Option<bool>> = article.blocks.iter().map(|block| label(page, block)).collect();
        if page.variant == PROSE_VARIANT {
            leave_out_named(&lines, &mut labels);
        }
        let content = |line: &Line| line.label == Label::Content;
        let first = page.lines.iter().position(content).unwrap_or(0) as u32;
        let last = page.lines.iter().rposition(content).unwrap_or(0) as u32;
        let inside = article.blocks.iter().map(|block| first < block.lines.0 && block.lines.1 <= last).collect();
        let gaps = boilerplate::gaps(&article);
        Self {
            site: page.site.clone(),
            source: page.source.clone(),
            variant: page.variant.clone(),
            article,
            lines,
            own,
            gaps,
            labels,
            inside,
            text,
        }
    }

    /// The own-text scores of all blocks.
    pub fn own_scores(&self, linear: &Linear) -> Vec<f32> {
        self.own.iter().map(|own| linear.score(own)).collect()
    }

    /// The kinds of furniture that all blocks are, given own-text scores; `takes` answers whether the trees take a line
    /// with such features and phrase evidence.
    pub fn answers(&self, own: Vec<f32>, tables: &Tables, takes: impl Fn(&[f32], usize) -> bool) -> Vec<Option<Kind>> {
        let lines = boilerplate::Lines::new(self.lines.iter().collect(), own, &self.gaps, tables);
        let features = boilerplate::Features::new(&lines, tables);
        let mut row = Vec::new();
        let taken = (0..lines.len()).map(|at| {
            features.row(at, &mut row);
            takes(&row, self.lines[at].evidence())
        });
        boilerplate::settle(&self.article, &lines, taken.collect())
    }
}

/// Prose has date stamps and bylines, and nobody has labelled them.
fn leave_out_named(lines: &[BlockLine], labels: &mut [Option<bool>]) {
    let named = lines.iter().zip(labels).filter(|(line, _)| line.evidence() > 0);
    named.for_each(|(_, label)| *label = None);
}

/// The label of most of a block's bytes; `None` where lines of both sorts are in it.
fn label(page: &Page, block: &Block) -> Option<bool> {
    let lines = &page.lines[block.lines.0 as usize..(block.lines.1 as usize).min(page.lines.len())];
    let has = |wanted: fn(Label) -> bool| lines.iter().any(|line| !line.text.trim().is_empty() && wanted(line.label));
    match (has(|label| label == Label::Boilerplate), has(Label::is_article)) {
        (true, false) => Some(true),
        (false, true) => Some(false),
        _ => None,
    }
}
