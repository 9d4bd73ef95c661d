//! Classes of words that stand in like places: bigram classes by the exchange algorithm (Kneser and Ney 1993), on open
//! text.

use super::text;
use anyhow::Result;
use copydesk::{
    people::lists::HashTable,
    syntax::{Token, TokenKind},
};
use rustc_hash::FxHashMap;
use std::path::Path;

/// Words that get a class: the commonest.
const WORDS: usize = 16_000;
/// Classes; class 0 holds all rarer words and the borders of sentences.
const CLASSES: usize = 256;
const SWEEPS: usize = 10;

/// The table word → class.
pub fn table(data: &Path) -> Result<Vec<u8>> {
    let bigrams = Bigrams::read(data)?;
    let classes = Exchange::new(&bigrams).run();
    let entries: Vec<(u32, u16)> = bigrams.words.iter().copied().zip(classes).skip(1).collect();
    Ok(HashTable::pack(&entries))
}

/// Counts of neighbouring words. Word 0 is any rare word or border.
struct Bigrams {
    /// Hash of each word.
    words: Vec<u32>,
    counts: Vec<u32>,
    after: Vec<Vec<(u32, u32)>>,
    before: Vec<Vec<(u32, u32)>>,
    itself: Vec<u32>,
}

impl Bigrams {
    fn read(data: &Path) -> Result<Self> {
        let mut stream: Vec<u32> = vec![0];
        text::for_each_line(data, |_, prose| {
            for sentence in &prose.sentences {
                stream.extend(prose.tokens_of(sentence).iter().map(word));
                stream.push(0);
            }
        })?;
        let mut counts = FxHashMap::<u32, u32>::default();
        stream.iter().filter(|&&word| word != 0).for_each(|&word| *counts.entry(word).or_default() += 1);
        let mut words: Vec<(u32, u32)> = counts.into_iter().map(|(word, count)| (count, word)).collect();
        words.sort_by(|a, b| b.cmp(a));
        words.truncate(WORDS);
        let numbers: FxHashMap<u32, u32> = words.iter().map(|&(_, word)| word).zip(1..).collect();
        let mut pairs = FxHashMap::<(u32, u32), u32>::default();
        let mut totals = vec![0u32; words.len() + 1];
        let number = |word: &u32| numbers.get(word).copied().unwrap_or(0);
        for pair in stream.windows(2) {
            let pair = (number(&pair[0]), number(&pair[1]));
            *pairs.entry(pair).or_default() += 1;
            totals[pair.0 as usize] += 1;
        }
        let mut sorted: Vec<_> = pairs.into_iter().collect();
        sorted.sort_unstable();
        let mut after = vec![Vec::new(); totals.len()];
        let mut before = vec![Vec::new(); totals.len()];
        let mut itself = vec![0; totals.len()];
        for ((left, right), count) in sorted {
            if left == right {
                itself[left as usize] = count;
            } else {
                after[left as usize].push((right, count));
                before[right as usize].push((left, count));
            }
        }
        println!("clusters: {} words of open text", stream.len());
        let words = std::iter::once(0).chain(words.into_iter().map(|(_, word)| word)).collect();
        Ok(Self { words, counts: totals, after, before, itself })
    }
}

/// What a token counts as: its lower-cased form; all numbers are one word.
fn word(token: &Token) -> u32 {
    if token.kind == TokenKind::Number { Token::hash_of("0") } else { token.lower }
}

/// The classes while words change places.
struct Exchange<'a> {
    bigrams: &'a Bigrams,
    class: Vec<u16>,
    /// Bigrams of classes, row by row.
    pairs: Vec<u32>,
    totals: Vec<u32>,
    logs: Vec<f64>,
}

/// Counts of one word's neighbours by class, and the classes that occur.
#[derive(Default)]
struct Neighbours {
    counts: Vec<u32>,
    classes: Vec<usize>,
}

impl<'a> Exchange<'a> {
    fn new(bigrams: &'a Bigrams) -> Self {
        let class: Vec<u16> = (0..bigrams.words.len())
            .map(|word| if word == 0 { 0 } else { (1 + word % (CLASSES - 1)) as u16 })
            .collect();
        let mut pairs = vec![0; CLASSES * CLASSES];
        let mut totals = vec![0; CLASSES];
        for (word, after) in bigrams.after.iter().enumerate() {
            let from = usize::from(class[word]);
            totals[from] += bigrams.counts[word];
            pairs[from * CLASSES + from] += bigrams.itself[word];
            for &(next, count) in after {
                pairs[from * CLASSES + usize::from(class[next as usize])] += count;
            }
        }
        let logs = (0..1 << 16).map(|count| entropy(f64::from(count))).collect();
        Self { bigrams, class, pairs, totals, logs }
    }

    fn run(mut self) -> Vec<u16> {
        for sweep in 0..SWEEPS {
            let moved = (1..self.class.len()).filter(|&word| self.place(word)).count();
            println!("  sweep {sweep}: {moved} words moved");
        }
        self.class
    }

    /// Moves `word` to its best class; whether that is another one.
    fn place(&mut self, word: usize) -> bool {
        let after = self.neighbours(&self.bigrams.after[word]);
        let before = self.neighbours(&self.bigrams.before[word]);
        let old = usize::from(self.class[word]);
        self.shift(word, old, &after, &before, false);
        let best = (1..CLASSES)
            .map(|class| (self.gain(word, class, &after, &before), class))
            .fold((f64::MIN, old), |best, this| if this.0 > best.0 { this } else { best });
        self.shift(word, best.1, &after, &before, true);
        self.class[word] = best.1 as u16;
        best.1 != old
    }

    fn neighbours(&self, words: &[(u32, u32)]) -> Neighbours {
        let mut found = Neighbours { counts: vec![0; CLASSES], classes: Vec::new() };
        for &(word, count) in words {
            let class = usize::from(self.class[word as usize]);
            if found.counts[class] == 0 {
                found.classes.push(class);
            }
            found.counts[class] += count;
        }
        found
    }

    /// Puts `word` into `class` or takes it out.
    fn shift(&mut self, word: usize, class: usize, after: &Neighbours, before: &Neighbours, into: bool) {
        let change = |slot: &mut u32, count: u32| *slot = if into { *slot + count } else { *slot - count };
        for &next in &after.classes {
            change(&mut self.pairs[class * CLASSES + next], after.counts[next]);
        }
        for &last in &before.classes {
            change(&mut self.pairs[last * CLASSES + class], before.counts[last]);
        }
        change(&mut self.pairs[class * CLASSES + class], self.bigrams.itself[word]);
        change(&mut self.totals[class], self.bigrams.counts[word]);
    }

    /// What the likelihood gains when `word` enters `class`.
    fn gain(&self, word: usize, class: usize, after: &Neighbours, before: &Neighbours) -> f64 {
        let rise = |slot: u32, count: u32| self.log(slot + count) - self.log(slot);
        let mut gain = -2.0 * rise(self.totals[class], self.bigrams.counts[word]);
        for &next in after.classes.iter().filter(|&&next| next != class) {
            gain += rise(self.pairs[class * CLASSES + next], after.counts[next]);
        }
        for &last in before.classes.iter().filter(|&&last| last != class) {
            gain += rise(self.pairs[last * CLASSES + class], before.counts[last]);
        }
        let own = after.counts[class] + before.counts[class] + self.bigrams.itself[word];
        gain + rise(self.pairs[class * CLASSES + class], own)
    }

    fn log(&self, count: u32) -> f64 {
        self.logs.get(count as usize).copied().unwrap_or_else(|| entropy(f64::from(count)))
    }
}

fn entropy(count: f64) -> f64 {
    if count > 0.0 { count * count.ln() } else { 0.0 }
}
