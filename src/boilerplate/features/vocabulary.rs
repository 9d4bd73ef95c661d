//! The words that a line shares with the body: an article's own headings share many, other stories' headlines few.

use super::{Lines, MISSING, Part, Sums, Touched};
use crate::boilerplate::model::Tables;
use rustc_hash::{FxBuildHasher, FxHashMap};
use std::ops::Range;

pub(super) const NAMES: [&str; 12] = [
    "shared with body",
    "frequency in body",
    "shared with next paragraphs",
    "shared with last paragraphs",
    "rareness",
    "rarest absent",
    "shared around",
    "shared 3 before",
    "shared 3 after",
    "from title",
    "same as title",
    "covered by title",
];

/// Paragraphs ahead and behind whose words count as near.
const NEAR: u32 = 3;
/// Lines before and after a line that are around it.
const AROUND: usize = 4;
/// Words that may be typed and deleted before all are numbered again, at least.
const WORN: usize = 1024;
/// Words a title has.
const TITLE: std::ops::RangeInclusive<u32> = 3..=26;

pub(in crate::boilerplate) struct Vocabulary {
    index: Index,
    measures: Vec<Measures>,
    shared: Sums,
    title: Option<usize>,
    /// Words that were numbered when all lines were counted.
    words: usize,
}

#[derive(Clone, Copy, Default, PartialEq)]
struct Measures {
    shared: f32,
    frequency: f32,
    next: f32,
    last: f32,
    rareness: f32,
    rarest_absent: f32,
    same_as_title: f32,
    covered_by_title: f32,
}

impl Vocabulary {
    pub fn new(lines: &Lines, tables: &Tables) -> Self {
        let index = Index::new(lines);
        let mut measures: Vec<Measures> = (0..lines.len()).map(|at| index.measure(lines, at, tables)).collect();
        index.look_near(lines, tables, 0..lines.len(), &mut measures);
        let title = title(lines, &measures);
        index.compare_with_title(tables, title, 0..lines.len(), &mut measures);
        let words = index.hashes.len();
        Self { shared: shared(&measures), index, measures, title, words }
    }

    /// Takes over to a version with the same body, of which line `at` alone says something else.
    pub fn follow(&mut self, lines: &Lines, at: usize, tables: &Tables, touched: &mut Touched) {
        let last = self.measures.clone();
        self.replace(lines, at, tables);
        let title = title(lines, &self.measures);
        if title == self.title && title != Some(at) {
            self.index.compare_with_title(tables, title, at..at + 1, &mut self.measures);
        } else {
            self.index.compare_with_title(tables, title, 0..lines.len(), &mut self.measures);
            self.title = title;
            touched.add_all(Part::Words);
        }
        self.shared = shared(&self.measures);
        touched.add_changes(Part::Words, &last, &self.measures, AROUND);
    }

    /// Takes the words of line `at` in place of those that it had, and measures all lines that they touch.
    fn replace(&mut self, lines: &Lines, at: usize, tables: &Tables) {
        let recounted = self.index.replace(lines, at);
        let index = &self.index;
        let measured_anew = |line: usize| line == at || index.words(line).iter().any(|&word| recounted[word as usize]);
        for line in (0..lines.len()).filter(|&line| measured_anew(line)) {
            let Measures { next, last, same_as_title, covered_by_title, .. } = self.measures[line];
            let measures = index.measure(lines, line, tables);
            self.measures[line] = Measures { next, last, same_as_title, covered_by_title, ..measures };
        }
        index.look_near(lines, tables, around(lines, at), &mut self.measures);
    }

    /// Most of the words that are numbered stand no longer anywhere.
    pub fn is_worn(&self) -> bool {
        self.index.hashes.len() > 2 * self.words + WORN
    }

    pub fn write(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        let measures = &self.measures[at];
        debug_assert!(at < lines.len());
        row.extend([
            measures.shared,
            measures.frequency,
            measures.next,
            measures.last,
            measures.rareness,
            measures.rarest_absent,
            self.shared.mean(at.saturating_sub(AROUND), at + 1 + AROUND),
            self.shared.mean(at.saturating_sub(3), at),
            self.shared.mean(at + 1, at + 4),
            self.title.map_or(MISSING, |title| (at as f32 - title as f32).clamp(-40.0, 40.0)),
            measures.same_as_title,
            measures.covered_by_title,
        ]);
    }
}

/// The words of a document by number.
struct Index {
    /// Numbers of the words of all lines in a row, and where each line's begin.
    words: Vec<u32>,
    starts: Vec<usize>,
    /// By number: rareness is looked up by hash, counts are of paragraphs of the body.
    hashes: Vec<u32>,
    counts: Vec<u32>,
    /// The number of each word.
    numbers: FxHashMap<u32, u32>,
}

impl Index {
    fn new(lines: &Lines) -> Self {
        let total = lines.lines.iter().map(|line| line.topic.len()).sum();
        let mut index = Self {
            words: Vec::with_capacity(total),
            starts: Vec::with_capacity(lines.len() + 1),
            hashes: Vec::new(),
            counts: Vec::new(),
            numbers: FxHashMap::with_capacity_and_hasher(total / 2, FxBuildHasher),
        };
        for (at, line) in lines.lines.iter().enumerate() {
            index.starts.push(index.words.len());
            for &hash in &line.topic {
                let number = index.number(hash);
                index.counts[number as usize] += u32::from(lines.is_body(at));
                index.words.push(number);
            }
        }
        index.starts.push(index.words.len());
        index
    }

    fn number(&mut self, hash: u32) -> u32 {
        *self.numbers.entry(hash).or_insert_with(|| {
            self.hashes.push(hash);
            self.counts.push(0);
            self.hashes.len() as u32 - 1
        })
    }

    /// Takes the words of line `at` in place of those that it had. Answers for each word whether it is counted anew.
    fn replace(&mut self, lines: &Lines, at: usize) -> Vec<bool> {
        let new: Vec<u32> = lines.lines[at].topic.iter().map(|&hash| self.number(hash)).collect();
        let old = self.starts[at]..self.starts[at + 1];
        let mut recounted = vec![false; self.hashes.len()];
        if lines.is_body(at) {
            for &word in &self.words[old.clone()] {
                self.counts[word as usize] -= 1;
                recounted[word as usize] = true;
            }
            for &word in &new {
                self.counts[word as usize] += 1;
                recounted[word as usize] ^= true;
            }
        }
        let (gone, come) = (old.len(), new.len());
        self.words.splice(old, new);
        self.starts[at + 1..].iter_mut().for_each(|start| *start = *start + come - gone);
        recounted
    }

    fn words(&self, at: usize) -> &[u32] {
        &self.words[self.starts[at]..self.starts[at + 1]]
    }

    fn rareness(&self, word: u32, tables: &Tables) -> f32 {
        tables.rareness(self.hashes[word as usize])
    }

    fn measure(&self, lines: &Lines, at: usize, tables: &Tables) -> Measures {
        let words = self.words(at);
        let (mut all, mut seen, mut frequency, mut absent) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
        for &word in words {
            let rareness = self.rareness(word, tables);
            let count = self.counts[word as usize];
            all += rareness;
            frequency += (1.0 + count as f32).ln();
            if count > u32::from(lines.is_body(at)) {
                seen += rareness;
            } else {
                absent = absent.max(rareness);
            }
        }
        if words.is_empty() {
            return Measures {
                shared: -1.0,
                frequency: -1.0,
                rareness: -1.0,
                next: -1.0,
                last: -1.0,
                ..Measures::default()
            };
        }
        let count = words.len() as f32;
        Measures {
            shared: seen / all.max(1e-6),
            frequency: frequency / count,
            rareness: all / count,
            rarest_absent: absent,
            ..Measures::default()
        }
    }

    /// Fills in what each of `wanted` shares with the next and with the last paragraphs, walking once each way.
    fn look_near(&self, lines: &Lines, tables: &Tables, wanted: Range<usize>, measures: &mut [Measures]) {
        let mut place: Vec<u32> = vec![u32::MAX; self.hashes.len()];
        for at in (wanted.start..reach_after(lines, wanted.end)).rev() {
            let next = lines.before[at] as u32 + u32::from(lines.is_body(at));
            if wanted.contains(&at) {
                measures[at].next = self.share(at, tables, |word| place[word as usize] < next.saturating_add(NEAR));
                if next as usize >= lines.body.len() {
                    measures[at].next = -2.0;
                }
            }
            if lines.is_body(at) {
                self.words(at).iter().for_each(|&word| place[word as usize] = lines.before[at] as u32);
            }
        }
        let mut place: Vec<i64> = vec![i64::MIN; self.hashes.len()];
        for at in reach_before(lines, wanted.start)..wanted.end {
            let passed = lines.before[at] as i64;
            if wanted.contains(&at) {
                measures[at].last = self.share(at, tables, |word| place[word as usize] >= passed - i64::from(NEAR));
                if passed == 0 {
                    measures[at].last = -2.0;
                }
            }
            if lines.is_body(at) {
                self.words(at).iter().for_each(|&word| place[word as usize] = passed);
            }
        }
    }

    /// Fills in what each of `wanted` shares with the title.
    fn compare_with_title(
        &self,
        tables: &Tables,
        title: Option<usize>,
        wanted: Range<usize>,
        measures: &mut [Measures],
    ) {
        let mut of_title = vec![false; self.hashes.len()];
        let mut weight = 0.0;
        for &word in title.map_or(&[][..], |title| self.words(title)) {
            of_title[word as usize] = true;
            weight += self.rareness(word, tables);
        }
        for at in wanted {
            let (mut all, mut both) = (0.0, 0.0);
            for &word in self.words(at) {
                let rareness = self.rareness(word, tables);
                all += rareness;
                both += if of_title[word as usize] { rareness } else { 0.0 };
            }
            let empty = all == 0.0 || weight == 0.0;
            measures[at].same_as_title = if empty { -1.0 } else { both / (all + weight - both) };
            measures[at].covered_by_title = if all == 0.0 { -1.0 } else { both / all };
        }
    }

    /// Share of a line's words for which `found` holds, by rareness; −1 for a line without words.
    fn share(&self, at: usize, tables: &Tables, found: impl Fn(u32) -> bool) -> f32 {
        let (mut all, mut shared) = (0.0, 0.0);
        for &word in self.words(at) {
            let rareness = self.rareness(word, tables);
            all += rareness;
            shared += if found(word) { rareness } else { 0.0 };
        }
        if all == 0.0 { -1.0 } else { shared / all }
    }
}

/// The line after the [`NEAR`] paragraphs of the body from line `at` on.
fn reach_after(lines: &Lines, at: usize) -> usize {
    let passed = lines.before.get(at).copied().unwrap_or(lines.body.len());
    lines.body.get(passed + NEAR as usize).copied().unwrap_or(lines.len())
}

/// The first of the [`NEAR`] paragraphs of the body before line `at`.
fn reach_before(lines: &Lines, at: usize) -> usize {
    lines.before.get(at).and_then(|passed| passed.checked_sub(NEAR as usize)).map_or(0, |first| lines.body[first])
}

/// The lines among whose near paragraphs line `at` is, and the line itself.
fn around(lines: &Lines, at: usize) -> Range<usize> {
    if !lines.is_body(at) {
        return at..at + 1;
    }
    reach_before(lines, at)..(reach_after(lines, at + 1) + 1).min(lines.len())
}

fn shared(measures: &[Measures]) -> Sums {
    Sums::new(measures.len(), |at| measures[at].shared.max(0.0))
}

/// The line at or before the first paragraph that is most likely the article's title.
fn title(lines: &Lines, measures: &[Measures]) -> Option<usize> {
    let worth = |at: usize| {
        measures[at].shared + 0.15 * f32::from(lines.blank[at] > 0.0) + 0.1 * measures[at].frequency
            - 0.15 * lines.score[at].max(0.0)
            - 0.3 * lines.named(at)
            + 0.02 * lines.lines[at].look.words.min(12.0)
    };
    let may_be = |&at: &usize| {
        let look = &lines.lines[at].look;
        TITLE.contains(&(look.words as u32)) && !(look.is_closed() && look.words > 16.0)
    };
    let first = *lines.body.first()?;
    (0..=first).filter(may_be).max_by(|&a, &b| worth(a).total_cmp(&worth(b)).then(b.cmp(&a)))
}
