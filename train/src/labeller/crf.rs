use super::{Corpus, Labels, Order, Sequence, Weights};

/// A conditional random field, trained by AdaGrad; the weights are the mean over the ends of the later epochs.
pub struct Crf {
    pub epochs: usize,
    pub rate: f32,
    /// Pull of each touched weight towards zero.
    pub l2: f32,
    pub seed: u64,
}

/// Gradients below this are not worth a visit to the weights.
const FAINT: f32 = 1e-3;

struct State<'a> {
    labels: &'a Labels,
    /// Emissions, then transitions, then starts.
    weights: Vec<f32>,
    squares: Vec<f32>,
    /// Where transitions and starts begin.
    steps: usize,
    starts: usize,
}

impl Crf {
    pub fn train(&self, corpus: &Corpus, labels: &Labels) -> Weights {
        let count = labels.count;
        let steps = corpus.features() * count;
        let starts = steps + count * count;
        let mut state =
            State { labels, weights: vec![0.0; starts + count], squares: vec![1e-2; starts + count], steps, starts };
        let mut mean = vec![0.0; starts + count];
        let mut kept = 0;
        let mut order = Order::new(corpus.sequences.len(), self.seed);
        for epoch in 0..self.epochs {
            for at in order.shuffle() {
                self.learn(&corpus.sequences[at], &mut state);
            }
            if epoch >= self.epochs / 2 {
                mean.iter_mut().zip(&state.weights).for_each(|(sum, weight)| *sum += weight);
                kept += 1;
            }
        }
        mean.iter_mut().for_each(|sum| *sum /= kept.max(1) as f32);
        Weights::new(corpus, labels, &mean)
    }

    fn learn(&self, sequence: &Sequence, state: &mut State) {
        let count = state.labels.count;
        let expected = Expected::new(sequence, state);
        let mut step = |at: usize, gradient: f32| {
            let gradient = gradient + self.l2 * state.weights[at];
            state.squares[at] += gradient * gradient;
            state.weights[at] -= self.rate * gradient / state.squares[at].sqrt();
        };
        for token in 0..sequence.len() {
            for label in 0..count {
                let gold = f64::from(u8::from(usize::from(sequence.gold[token]) == label));
                let gradient = (expected.labels[token * count + label] - gold) as f32 * sequence.weight;
                if gradient.abs() > FAINT {
                    for &feature in sequence.features(token) {
                        step(feature as usize * count + label, gradient);
                    }
                }
                if token == 0 {
                    step(state.starts + label, gradient);
                }
            }
        }
        let mut steps = expected.steps;
        for pair in sequence.gold.windows(2) {
            steps[usize::from(pair[0]) * count + usize::from(pair[1])] -= 1.0;
        }
        for (at, gradient) in steps.into_iter().enumerate() {
            if gradient != 0.0 {
                step(state.steps + at, gradient as f32 * sequence.weight);
            }
        }
    }
}

/// What the weights expect of a sequence: shares of labels a token, and sums of steps from label to label.
struct Expected {
    labels: Vec<f64>,
    steps: Vec<f64>,
}

impl Expected {
    fn new(sequence: &Sequence, state: &State) -> Self {
        let count = state.labels.count;
        let tokens = sequence.len();
        let emissions = emissions(sequence, state);
        let step: Vec<f64> = (0..count * count)
            .map(|at| match state.labels.forbids(at / count, at % count) {
                true => 0.0,
                false => f64::from(state.weights[state.steps + at]).exp(),
            })
            .collect();
        let mut forward = vec![0.0; tokens * count];
        let mut scale = vec![0.0; tokens];
        for token in 0..tokens {
            for to in 0..count {
                let reach = match token {
                    0 if state.labels.forbids_start(to) => 0.0,
                    0 => f64::from(state.weights[state.starts + to]).exp(),
                    _ => (0..count).map(|from| forward[(token - 1) * count + from] * step[from * count + to]).sum(),
                };
                forward[token * count + to] = reach * emissions[token * count + to];
            }
            let here = &mut forward[token * count..(token + 1) * count];
            scale[token] = here.iter().sum::<f64>().max(1e-300);
            here.iter_mut().for_each(|share| *share /= scale[token]);
        }
        let mut backward = vec![1.0; tokens * count];
        for token in (0..tokens.saturating_sub(1)).rev() {
            for from in 0..count {
                let ahead: f64 = (0..count)
                    .map(|to| {
                        let next = (token + 1) * count + to;
                        step[from * count + to] * emissions[next] * backward[next]
                    })
                    .sum();
                backward[token * count + from] = ahead / scale[token + 1];
            }
        }
        let mut steps = vec![0.0; count * count];
        for token in 1..tokens {
            for from in 0..count {
                for to in 0..count {
                    let here = token * count + to;
                    steps[from * count + to] += forward[(token - 1) * count + from]
                        * step[from * count + to]
                        * emissions[here]
                        * backward[here]
                        / scale[token];
                }
            }
        }
        let labels = forward.iter().zip(&backward).map(|(forward, backward)| forward * backward).collect();
        Self { labels, steps }
    }
}

/// e to the score of each label of each token, the best of a token being 1.
fn emissions(sequence: &Sequence, state: &State) -> Vec<f64> {
    let count = state.labels.count;
    let mut all = Vec::with_capacity(sequence.len() * count);
    for token in 0..sequence.len() {
        let mut scores = vec![0.0f32; count];
        for &feature in sequence.features(token) {
            let row = &state.weights[feature as usize * count..][..count];
            scores.iter_mut().zip(row).for_each(|(score, weight)| *score += weight);
        }
        let most = scores.iter().copied().fold(f32::MIN, f32::max);
        all.extend(scores.iter().enumerate().map(|(label, score)| match sequence.allowed[token] & (1 << label) {
            0 => 0.0,
            _ => f64::from(score - most).exp(),
        }));
    }
    all
}
