//! What the engine costs: `cargo bench --bench engine`.

mod article;

use copydesk::{
    analysis::{Analysis, Facts, Memo, Settings, analyze, survey},
    attribution,
    boilerplate::{self, BlockLine, KeptLines},
    model::tagger::{self, Room},
    people::{self, Card, KeptNames},
    syntax::{self, Article, Language, Prose},
    text::{Buffer, Change, Encoding, LineIndex, Position},
    workspace::Entry,
};
use divan::{Bencher, counter::BytesCount};

/// A short article, a long one, a book.
const SIZES: [usize; 4] = [5_000, 26_000, 105_000, 1_000_000];

fn main() {
    divan::main();
}

fn run(text: &str, language: Language, memo: &mut Memo) -> Analysis {
    analyze(text, language, &Settings::default(), memo, &|| false).expect("nobody cancels")
}

#[divan::bench(args = SIZES)]
fn line_index(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| LineIndex::new(&text));
}

#[divan::bench(args = SIZES)]
fn position_and_back(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    let lines = LineIndex::new(&text);
    bencher.bench(|| {
        let position = lines.position(&text, size as u32 / 2, Encoding::Utf16);
        lines.offset(&text, position, Encoding::Utf16)
    });
}

#[divan::bench(args = SIZES)]
fn edit(bencher: Bencher, size: usize) {
    let mut buffer = Buffer::new(&article::plain(size), 0);
    let at = Position { line: 10, character: 20 };
    let after = Position { line: 10, character: 21 };
    let insert = Change { range: Some((at, at)), text: "é".into() };
    let delete = Change { range: Some((at, after)), text: String::new() };
    bencher.bench_local(|| buffer.apply(&[insert.clone(), delete.clone()], 1, Encoding::Utf16));
}

#[divan::bench(args = SIZES)]
fn text_of_a_rope(bencher: Bencher, size: usize) {
    let buffer = Buffer::new(&article::plain(size), 0);
    bencher.counter(BytesCount::new(size)).bench(|| buffer.text());
}

#[divan::bench(args = SIZES)]
fn blocks_of_plain_text(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| syntax::parse(&text, Language::PlainText));
}

#[divan::bench(args = SIZES)]
fn blocks_of_markdown(bencher: Bencher, size: usize) {
    let text = article::markdown(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| syntax::parse(&text, Language::Markdown));
}

#[divan::bench(args = SIZES)]
fn sentences_and_tokens(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    let article = syntax::parse(&text, Language::PlainText);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let tokens = article.blocks.iter().map(|block| Prose::new(block.span.of(&text), &block.markup).tokens.len());
        tokens.sum::<usize>()
    });
}

#[divan::bench(args = SIZES)]
fn tagger(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    let article = syntax::parse(&text, Language::PlainText);
    let words = |block: &syntax::Block| block.span.of(&text);
    let blocks: Vec<(&str, Prose)> =
        article.blocks.iter().map(|block| (words(block), Prose::new(words(block), &block.markup))).collect();
    bencher
        .counter(BytesCount::of_str(&text))
        .bench(|| blocks.iter().map(|(words, prose)| tagger::tag(words, prose).len()).sum::<usize>());
}

/// A text with its blocks and what each says by itself, never looked at before.
struct Read {
    text: String,
    article: Article,
    facts: Vec<Facts>,
}

impl Read {
    fn new(size: usize) -> Self {
        let text = article::plain(size);
        let article = syntax::parse(&text, Language::PlainText);
        let facts = article.blocks.iter().map(|block| Facts::new(block, block.span.of(&text), None)).collect();
        Self { text, article, facts }
    }

    fn each<Value>(&self, look: impl Fn(&syntax::Block, &str, &Facts) -> Value) -> Vec<Value> {
        let blocks = self.article.blocks.iter().zip(&self.facts);
        blocks.map(|(block, facts)| look(block, block.span.of(&self.text), facts)).collect()
    }
}

/// Every line by itself, then all of them in their document.
#[divan::bench(args = SIZES)]
fn furniture(bencher: Bencher, size: usize) {
    bencher.counter(BytesCount::new(size)).with_inputs(|| Read::new(size)).bench_refs(|read| {
        let lines = read.each(|block, words, _| BlockLine::new(block, words));
        (lines, boilerplate::find(&read.article, &read.facts, &mut KeptLines::default()))
    });
}

/// The candidates of every block, then the people of the whole text.
#[divan::bench(args = SIZES)]
fn people(bencher: Bencher, size: usize) {
    bencher.counter(BytesCount::new(size)).with_inputs(|| Read::new(size)).bench_refs(|read| {
        let furniture = vec![None; read.facts.len()];
        people::find(&read.text, &read.article, &read.facts, &furniture, &mut KeptNames::default())
    });
}

/// Parts of speech, phrases, cues and sources of every block, then the statements of the whole text.
#[divan::bench(args = SIZES)]
fn speech(bencher: Bencher, size: usize) {
    bencher.counter(BytesCount::new(size)).with_inputs(|| Read::new(size)).bench_refs(|read| {
        let furniture = vec![None; read.facts.len()];
        attribution::find(
            &read.text,
            &read.article,
            &read.facts,
            &furniture,
            &people::People::default(),
            &[],
            &mut Room::default(),
        )
    });
}

/// What a hover says of the first person.
#[divan::bench(args = SIZES)]
fn card(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    let analysis = run(&text, Language::PlainText, &mut Memo::default());
    bencher.bench(|| analysis.people.people.first().map(|person| Card::new(&text, person)));
}

/// What the workspace's index keeps of an article on disk, from its text.
#[divan::bench(args = SIZES)]
fn index_entry(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let analysis = survey(&text, Language::PlainText, &|| false).expect("nobody cancels");
        Entry::new(&text, &analysis, Encoding::Utf16)
    });
}

#[divan::bench(args = SIZES)]
fn analysis_from_scratch(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| run(&text, Language::PlainText, &mut Memo::default()));
}

#[divan::bench(args = SIZES)]
fn analysis_of_markdown(bencher: Bencher, size: usize) {
    let text = article::markdown(size);
    bencher.counter(BytesCount::of_str(&text)).bench(|| run(&text, Language::Markdown, &mut Memo::default()));
}

/// One letter typed in the middle of a paragraph in the middle of the text, analysed with the memo of the text before.
#[divan::bench(args = SIZES)]
fn keystroke(bencher: Bencher, size: usize) {
    let text = article::plain(size);
    let middle = text[size / 2..].find(" the ").map_or(0, |at| size / 2 + at + 1);
    let mut memo = Memo::default();
    run(&text, Language::PlainText, &mut memo);
    let mut letters = ('a'..='z').cycle();
    bencher.bench_local(|| {
        let mut typed = text.clone();
        typed.insert(middle, letters.next().unwrap_or('a'));
        run(&typed, Language::PlainText, &mut memo)
    });
}
