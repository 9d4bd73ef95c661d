use super::{Corpus, Labels, Order, Sequence, Weights};

/// A structured perceptron; the weights are their mean over the whole training.
pub struct Perceptron {
    pub epochs: usize,
    /// What a wrong label gains while training, so that right ones win by a margin. 0 = none.
    pub margin: f32,
    pub seed: u64,
}

const NEVER: f32 = -1e9;

struct State {
    count: usize,
    /// Emissions, then transitions, then starts.
    weights: Vec<f32>,
    /// Each weight's changes, multiplied by the time at which they came.
    changes: Vec<f64>,
    time: f64,
    /// Where transitions and starts begin.
    steps: usize,
    starts: usize,
}

impl Perceptron {
    /// Trains; `watch(epoch, share of right labels while training)` is told after each epoch.
    pub fn train(&self, corpus: &Corpus, labels: &Labels, mut watch: impl FnMut(usize, f64)) -> Weights {
        let count = labels.count;
        let steps = corpus.features() * count;
        let starts = steps + count * count;
        let mut weights = vec![0.0; starts + count];
        for at in 0..count * count {
            if labels.forbids(at / count, at % count) {
                weights[steps + at] = NEVER;
            }
        }
        labels.forbidden_starts.iter().for_each(|&label| weights[starts + usize::from(label)] = NEVER);
        let changes = vec![0.0; weights.len()];
        let mut state = State { count, weights, changes, time: 1.0, steps, starts };
        let mut order = Order::new(corpus.sequences.len(), self.seed);
        for epoch in 0..self.epochs {
            let right: usize =
                order.shuffle().into_iter().map(|at| self.learn(&corpus.sequences[at], &mut state)).sum();
            watch(epoch, right as f64 / corpus.tokens().max(1) as f64);
        }
        let mean: Vec<f32> = (state.weights.iter().zip(&state.changes))
            .map(|(weight, change)| weight - (change / state.time) as f32)
            .collect();
        Weights::new(corpus, labels, &mean)
    }

    /// Learns from one sequence; answers how many of its labels were right before.
    fn learn(&self, sequence: &Sequence, state: &mut State) -> usize {
        let guess = self.decode(sequence, state);
        let gold = &sequence.gold;
        for token in 0..sequence.len() {
            let (right, wrong) = (usize::from(gold[token]), usize::from(guess[token]));
            if right != wrong {
                for &feature in sequence.features(token) {
                    let row = feature as usize * state.count;
                    state.move_weight(row + right, row + wrong, sequence.weight);
                }
            }
            let (right, wrong) = match token {
                0 => (state.starts + right, state.starts + wrong),
                _ => (
                    state.steps + usize::from(gold[token - 1]) * state.count + right,
                    state.steps + usize::from(guess[token - 1]) * state.count + wrong,
                ),
            };
            if right != wrong {
                state.move_weight(right, wrong, sequence.weight);
            }
        }
        state.time += 1.0;
        gold.iter().zip(&guess).filter(|(gold, guess)| gold == guess).count()
    }

    fn decode(&self, sequence: &Sequence, state: &State) -> Vec<u8> {
        let count = state.count;
        let mut back = vec![0u8; sequence.len() * count];
        let mut so_far = state.weights[state.starts..].to_vec();
        for token in 0..sequence.len() {
            let mut reached = vec![0.0f32; count];
            for &feature in sequence.features(token) {
                let row = &state.weights[feature as usize * count..][..count];
                reached.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
            }
            for (label, score) in reached.iter_mut().enumerate() {
                if sequence.allowed[token] & (1 << label) == 0 {
                    *score = NEVER;
                } else if label != usize::from(sequence.gold[token]) {
                    *score += self.margin;
                }
            }
            if token == 0 {
                reached.iter_mut().zip(&so_far).for_each(|(score, start)| *score += start);
            } else {
                let mut best = vec![f32::MIN; count];
                for (from, before) in so_far.iter().enumerate() {
                    let row = &state.weights[state.steps + from * count..][..count];
                    for to in 0..count {
                        if before + row[to] > best[to] {
                            best[to] = before + row[to];
                            back[token * count + to] = from as u8;
                        }
                    }
                }
                reached.iter_mut().zip(&best).for_each(|(score, best)| *score += best);
            }
            so_far = reached;
        }
        let mut label = (0..count).max_by(|&a, &b| so_far[a].total_cmp(&so_far[b])).unwrap_or(0);
        let mut labels = vec![0; sequence.len()];
        for (token, slot) in labels.iter_mut().enumerate().rev() {
            *slot = label as u8;
            label = usize::from(back[token * count + label]);
        }
        labels
    }
}

impl State {
    fn move_weight(&mut self, right: usize, wrong: usize, by: f32) {
        self.weights[right] += by;
        self.weights[wrong] -= by;
        self.changes[right] += f64::from(by) * self.time;
        self.changes[wrong] -= f64::from(by) * self.time;
    }
}
