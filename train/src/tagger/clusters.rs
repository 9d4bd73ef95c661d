//! Classes of words that stand in the same company, from text without tags.

use rustc_hash::FxHashMap;

/// Passes over the vocabulary.
const PASSES: usize = 8;

/// Groups the words of `sentences` that occur at least `least` times into `count` classes, by exchange: each word moves
/// to the class in which neighbouring classes tell most about each other. Classes are numbered from 1.
pub fn clusters(sentences: &[Vec<u32>], count: usize, least: u32) -> FxHashMap<u32, u8> {
    let mut seen: FxHashMap<u32, u32> = FxHashMap::default();
    sentences.iter().flatten().for_each(|&word| *seen.entry(word).or_default() += 1);
    let mut words: Vec<(u32, u32)> = seen.into_iter().filter(|&(_, times)| times >= least).collect();
    words.sort_unstable_by_key(|&(word, times)| (std::cmp::Reverse(times), word));
    let numbers: FxHashMap<u32, usize> = words.iter().enumerate().map(|(at, &(word, _))| (word, at)).collect();
    // The last number stands for the ends of sentences and for rare words.
    let rest = words.len();
    let mut pairs: FxHashMap<(usize, usize), u32> = FxHashMap::default();
    for sentence in sentences {
        let inner = sentence.iter().map(|word| numbers.get(word).copied().unwrap_or(rest));
        let ends = std::iter::once(rest);
        let mut last = rest;
        for number in inner.chain(ends) {
            *pairs.entry((last, number)).or_default() += 1;
            last = number;
        }
    }
    let mut exchange = Exchange::new(words.len(), count, pairs);
    for _ in 0..PASSES {
        (0..words.len()).for_each(|word| exchange.move_word(word));
    }
    words.iter().zip(&exchange.class).map(|(&(word, _), &class)| (word, class as u8 + 1)).collect()
}

/// Words in classes, and how often which class stands before which.
struct Exchange {
    /// Classes, with one more for the ends of sentences and for rare words.
    all: usize,
    class: Vec<usize>,
    /// The words before each word, with how often they stand there.
    before: Vec<Vec<(usize, f64)>>,
    after: Vec<Vec<(usize, f64)>>,
    /// How often each word follows itself.
    own: Vec<f64>,
    /// Pairs of classes, row by row the first.
    pairs: Vec<f64>,
    firsts: Vec<f64>,
    seconds: Vec<f64>,
}

/// How often the classes stand beside one word.
struct Company {
    before: Vec<f64>,
    after: Vec<f64>,
    own: f64,
    firsts: f64,
    seconds: f64,
}

fn entropy(times: f64) -> f64 {
    if times > 0.0 { times * times.ln() } else { 0.0 }
}

/// What `more` adds to the entropy of `times`.
fn growth(times: f64, more: f64) -> f64 {
    entropy(times + more) - entropy(times)
}

impl Exchange {
    fn new(words: usize, count: usize, pairs: FxHashMap<(usize, usize), u32>) -> Self {
        let all = count + 1;
        let mut this = Self {
            all,
            class: (0..words).map(|at| at % count).chain([count]).collect(),
            before: vec![Vec::new(); words + 1],
            after: vec![Vec::new(); words + 1],
            own: vec![0.0; words + 1],
            pairs: vec![0.0; all * all],
            firsts: vec![0.0; all],
            seconds: vec![0.0; all],
        };
        let mut pairs: Vec<_> = pairs.into_iter().collect();
        pairs.sort_unstable();
        for ((left, right), times) in pairs {
            let times = f64::from(times);
            if left == right {
                this.own[left] += times;
            } else {
                this.after[left].push((right, times));
                this.before[right].push((left, times));
            }
            let (first, second) = (this.class[left], this.class[right]);
            this.pairs[first * all + second] += times;
            this.firsts[first] += times;
            this.seconds[second] += times;
        }
        this
    }

    /// Moves `word` to the class that it fits best; it stays where no other is better.
    fn move_word(&mut self, word: usize) {
        let company = self.company(word);
        let from = self.class[word];
        self.shift(from, &company, -1.0);
        let mut best = (from, self.gain(from, &company));
        for class in 0..self.all - 1 {
            let gain = self.gain(class, &company);
            if gain > best.1 + 1e-9 {
                best = (class, gain);
            }
        }
        self.class[word] = best.0;
        self.shift(best.0, &company, 1.0);
    }

    fn company(&self, word: usize) -> Company {
        let sums = |words: &[(usize, f64)]| {
            let mut sums = vec![0.0; self.all];
            words.iter().for_each(|&(other, times)| sums[self.class[other]] += times);
            sums
        };
        let (before, after, own) = (sums(&self.before[word]), sums(&self.after[word]), self.own[word]);
        let (firsts, seconds) = (after.iter().sum::<f64>() + own, before.iter().sum::<f64>() + own);
        Company { before, after, own, firsts, seconds }
    }

    /// What the classes tell more about each other once a word of this company stands in `class`.
    fn gain(&self, class: usize, company: &Company) -> f64 {
        let pair = |first: usize, second: usize| self.pairs[first * self.all + second];
        let others = (0..self.all).filter(|&other| other != class);
        let beside: f64 = others
            .map(|other| {
                let before = company.before[other];
                let after = company.after[other];
                let left = if before > 0.0 { growth(pair(other, class), before) } else { 0.0 };
                left + if after > 0.0 { growth(pair(class, other), after) } else { 0.0 }
            })
            .sum();
        let within = growth(pair(class, class), company.before[class] + company.after[class] + company.own);
        beside + within - growth(self.firsts[class], company.firsts) - growth(self.seconds[class], company.seconds)
    }

    fn shift(&mut self, class: usize, company: &Company, sign: f64) {
        for other in 0..self.all {
            self.pairs[other * self.all + class] += sign * company.before[other];
            self.pairs[class * self.all + other] += sign * company.after[other];
        }
        self.pairs[class * self.all + class] += sign * company.own;
        self.firsts[class] += sign * company.firsts;
        self.seconds[class] += sign * company.seconds;
    }
}

#[cfg(test)]
mod tests {
    use super::clusters;

    #[test]
    fn words_in_the_same_company_share_a_class() {
        let (the, ran, slept, dog, cat) = (1, 2, 3, 4, 5);
        let sentences: Vec<Vec<u32>> = (0..60)
            .map(|at| vec![the, if at % 2 == 0 { dog } else { cat }, if at % 3 == 0 { ran } else { slept }])
            .collect();
        let classes = clusters(&sentences, 3, 2);
        assert_eq!(classes[&dog], classes[&cat]);
        assert_eq!(classes[&ran], classes[&slept]);
        assert_ne!(classes[&dog], classes[&ran]);
    }
}
