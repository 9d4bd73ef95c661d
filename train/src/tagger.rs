//! Parts of speech, from Universal Dependencies.

mod card;
mod clusters;
mod conllu;

use crate::{
    boilerplate::corpus::{self, Label},
    labeller::{Corpus, Example, Labels, Perceptron, open},
};
use anyhow::Context;
use conllu::Sentence;
use copydesk::{
    model::tagger::{Dictionary, Tag, Tagger, Tags, Word, clues, features},
    syntax::Prose,
};
use rustc_hash::FxHashMap;
use std::{collections::BTreeMap, fs, path::Path};

const CORPORA: [&str; 2] = ["ewt", "gum"];
const EPOCHS: usize = 6;
/// Trainings in different orders, whose weights are added.
const TRAININGS: u64 = 4;
/// What a wrong tag gains while training.
const MARGIN: f32 = 4.0;
/// Each part of the corpus is learnt with a dictionary of the others, so that unknown words look as they will.
const FOLDS: usize = 10;
/// Features seen less often are not learnt.
const RARE: u32 = 4;
/// The table has two to the power of this many rows of 24 bytes.
const BITS: u32 = 16;
/// Weights below this count as nothing.
const LEAST: f32 = 0.1;
/// A word seen less often than this, in text with or without tags, stands in no cluster.
const COMPANY: u32 = 5;
/// A word seen less often than this has no entry.
const KNOWN: u32 = 2;
/// A word seen this often bears no tag that it was not seen with.
const CLOSED: u32 = 10;
/// A tag with a smaller share of a word's places is a slip of the annotators.
const SLIP: f32 = 0.003;

/// Trains from `data/pos` and writes `tagger.bin`, `tagger.words.bin` and `tagger.md` into `models`.
pub fn train(data: &Path, models: &Path) -> anyhow::Result<()> {
    let mut sentences = Vec::new();
    for corpus in CORPORA {
        sentences.extend(conllu::read(&data.join(format!("pos/{corpus}.train.conllu")))?);
    }
    let clusters = clusters::clusters(&company(data, &sentences)?, Dictionary::CLUSTERS, COMPANY);
    let table = Dictionary::table(&words(&clusters, sentences.iter()));
    let bytes: &[u8] = bytemuck::cast_slice(&table);
    fs::write(models.join("tagger.words.bin"), bytes).context("tagger.words.bin")?;
    let dictionary = Dictionary::read(bytemuck::cast_slice(table.clone().leak()));

    let mut corpus = Corpus::default();
    for fold in 0..FOLDS {
        let of_fold = |at: &usize| at % FOLDS == fold;
        let others = (0..sentences.len()).filter(|at| !of_fold(at)).map(|at| &sentences[at]);
        let others = Dictionary::read(bytemuck::cast_slice(Dictionary::table(&words(&clusters, others)).leak()));
        (0..sentences.len()).filter(of_fold).for_each(|at| corpus.push(examples(&sentences[at], &others), 1.0));
    }
    corpus.prune(RARE);
    println!("{} sentences, {} tokens, {} features", sentences.len(), corpus.tokens(), corpus.features());
    let labels = Labels { count: Tag::ALL.len(), forbidden: Vec::new(), forbidden_starts: Vec::new() };
    let train = |seed: u64| {
        let perceptron = Perceptron { epochs: EPOCHS, margin: MARGIN, seed };
        perceptron.train(&corpus, &labels, |epoch, right| println!("{seed}, epoch {epoch}: {:.2} %", 100.0 * right))
    };
    let weights = (2..=TRAININGS).fold(train(1), |sum, seed| sum.sum(&train(seed)));
    let file = weights.file(BITS, LEAST);
    fs::write(models.join("tagger.bin"), &file).context("tagger.bin")?;

    let tagger = Tagger { labeller: open(&file)?, words: dictionary };
    let mut figures = Vec::new();
    for corpus in CORPORA {
        let score = measure(&tagger, &conllu::read(&data.join(format!("pos/{corpus}.dev.conllu")))?);
        figures.push(card::row(corpus, &score));
    }
    println!("{}", figures.concat());
    fs::write(models.join("tagger.md"), card::text(&figures.concat(), file.len(), bytes.len())).context("tagger.md")
}

/// The sentences of the corpora and of the articles that the boilerplate is learnt from, as keys of the dictionary.
fn company(data: &Path, sentences: &[Sentence]) -> anyhow::Result<Vec<Vec<u32>>> {
    let mut company = Vec::new();
    let mut add = |prose: &Prose| {
        for sentence in &prose.sentences {
            let tokens = prose.tokens_of(sentence).iter().enumerate();
            company.push(tokens.map(|(at, token)| Dictionary::key(token.lower, token.capital && at > 0)).collect());
        }
    };
    sentences.iter().for_each(|sentence| add(&sentence.prose));
    for page in corpus::read(data, "train")?.iter().filter(|page| page.variant == "full") {
        let lines = page.lines.iter().filter(|line| line.label == Label::Content);
        lines.for_each(|line| add(&Prose::new(&line.text, &[])));
    }
    Ok(company)
}

/// The words that have a cluster or stand in `sentences`, by key.
fn words<'a>(clusters: &FxHashMap<u32, u8>, sentences: impl Iterator<Item = &'a Sentence>) -> Vec<Word> {
    let alone = |(&key, &cluster): (&u32, &u8)| (key, Word { key, tags: Tags(0), closed: false, cluster });
    let mut words: BTreeMap<u32, Word> = clusters.iter().map(alone).collect();
    for (key, tags, closed) in counted(sentences) {
        let cluster = clusters.get(&key).copied().unwrap_or(0);
        words.insert(key, Word { key, tags, closed, cluster });
    }
    words.into_values().collect()
}

/// The words of the corpora, by key, with the tags that they bore, and whether they bear no others.
fn counted<'a>(sentences: impl Iterator<Item = &'a Sentence>) -> Vec<(u32, Tags, bool)> {
    let mut counts: FxHashMap<u32, [u32; Tag::ALL.len()]> = FxHashMap::default();
    for sentence in sentences {
        for (at, (token, tag)) in sentence.prose.tokens.iter().zip(&sentence.tags).enumerate() {
            if at > 0 || !token.capital {
                counts.entry(Dictionary::key(token.lower, token.capital)).or_default()[*tag as usize] += 1;
            }
        }
    }
    (counts.into_iter())
        .filter_map(|(key, counts)| {
            let all: u32 = counts.iter().sum();
            let seen = Tag::ALL.into_iter().filter(|&tag| counts[tag as usize] as f32 > SLIP * all as f32);
            (all >= KNOWN).then(|| (key, seen.fold(Tags(0), Tags::with), all >= CLOSED))
        })
        .collect()
}

fn examples(sentence: &Sentence, words: &Dictionary) -> Vec<Example> {
    let mut around = Vec::new();
    clues(&sentence.text, &sentence.prose.tokens, words, &mut around);
    (sentence.tags.iter().enumerate())
        .map(|(at, &tag)| Example {
            features: features(&around, at).to_vec(),
            label: tag as u8,
            allowed: around[at].allowed.with(tag).0,
        })
        .collect()
}

/// Tokens judged and found right.
#[derive(Default)]
struct Score {
    all: usize,
    /// With the very tag.
    exact: usize,
    /// With a tag of the same universal part of speech.
    universal: usize,
}

/// Judges the tokens of `sentences` that are words of the treebank, neither parts nor compounds of them.
fn measure(tagger: &Tagger, sentences: &[Sentence]) -> Score {
    let mut score = Score::default();
    for sentence in sentences {
        let tags = tagger.tag(&sentence.text, &sentence.prose);
        for ((guess, gold), _) in tags.iter().zip(&sentence.tags).zip(&sentence.whole).filter(|(_, whole)| **whole) {
            score.all += 1;
            score.exact += usize::from(guess == gold);
            score.universal += usize::from(universal(*guess) == universal(*gold));
        }
    }
    score
}

/// One tag for all that share a universal part of speech.
fn universal(tag: Tag) -> Tag {
    match tag {
        Tag::NounPlural => Tag::Noun,
        Tag::VerbPresent | Tag::VerbThird | Tag::VerbPast | Tag::Participle | Tag::Gerund => Tag::Verb,
        Tag::Possessive => Tag::Pronoun,
        other => other,
    }
}
