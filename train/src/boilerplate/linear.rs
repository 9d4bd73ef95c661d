//! Logistic regression over hashed features with a quadratic penalty, by limited-memory BFGS.

/// Rows of hashed features, with target (0 or 1) and weight.
#[derive(Default)]
pub struct Examples {
    places: Vec<u32>,
    ends: Vec<usize>,
    targets: Vec<f32>,
    weights: Vec<f32>,
}

/// Weights of the features, and what every score begins with.
#[derive(Clone)]
pub struct Linear {
    pub weights: Vec<f32>,
    pub start: f32,
}

/// What one example may pull against the penalty (the C of the literature).
const PULL: f64 = 0.05;
const STEPS: usize = 60;
const MEMORY: usize = 8;

impl Examples {
    pub fn push(&mut self, places: impl IntoIterator<Item = u32>, target: f32, weight: f32) {
        self.places.extend(places);
        self.ends.push(self.places.len());
        self.targets.push(target);
        self.weights.push(weight);
    }

    fn rows(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, &end)| &self.places[start..end])
    }

    /// The loss at `point` (the last number is the start), and its slope.
    fn loss(&self, point: &[f64], slope: &mut [f64]) -> f64 {
        let start = point.len() - 1;
        let mut loss = 0.0;
        for (slope, &weight) in slope.iter_mut().zip(&point[..start]) {
            *slope = weight;
            loss += 0.5 * weight * weight;
        }
        slope[start] = 0.0;
        for ((row, &target), &weight) in self.rows().zip(&self.targets).zip(&self.weights) {
            let score = row.iter().map(|&place| point[place as usize]).sum::<f64>() + point[start];
            let sign = if target > 0.5 { 1.0 } else { -1.0 };
            let margin = score * sign;
            let pull = PULL * f64::from(weight);
            loss += pull * if margin > 0.0 { (-margin).exp().ln_1p() } else { margin.exp().ln_1p() - margin };
            let push = -sign * pull / (1.0 + margin.exp());
            row.iter().for_each(|&place| slope[place as usize] += push);
            slope[start] += push;
        }
        loss
    }
}

/// Fits weights for features below `size`.
pub fn fit(examples: &Examples, size: usize) -> Linear {
    let mut point = vec![0.0; size + 1];
    let mut slope = vec![0.0; size + 1];
    let mut loss = examples.loss(&point, &mut slope);
    let mut memory: Vec<(Vec<f64>, Vec<f64>, f64)> = Vec::new();
    for step in 0..STEPS {
        let direction = direction(&slope, &memory);
        let descent = dot(&direction, &slope);
        let mut length = if step == 0 { 1.0 / dot(&slope, &slope).sqrt() } else { 1.0 };
        let mut next_slope = vec![0.0; size + 1];
        let (next, next_loss) = loop {
            let next: Vec<f64> = point.iter().zip(&direction).map(|(at, by)| at + length * by).collect();
            let next_loss = examples.loss(&next, &mut next_slope);
            if next_loss <= loss + 1e-4 * length * descent || length < 1e-10 {
                break (next, next_loss);
            }
            length /= 2.0;
        };
        let moved: Vec<f64> = next.iter().zip(&point).map(|(new, old)| new - old).collect();
        let turned: Vec<f64> = next_slope.iter().zip(&slope).map(|(new, old)| new - old).collect();
        let product = dot(&moved, &turned);
        if product > 1e-12 {
            if memory.len() == MEMORY {
                memory.remove(0);
            }
            memory.push((moved, turned, product));
        }
        let gain = loss - next_loss;
        (point, slope, loss) = (next, next_slope, next_loss);
        if gain < 1e-5 * loss.abs() {
            break;
        }
    }
    let start = point.pop().unwrap_or_default() as f32;
    Linear { weights: point.into_iter().map(|weight| weight as f32).collect(), start }
}

/// The two-loop recursion: which way to go from a slope, by the last moves.
fn direction(slope: &[f64], memory: &[(Vec<f64>, Vec<f64>, f64)]) -> Vec<f64> {
    let mut way: Vec<f64> = slope.iter().map(|slope| -slope).collect();
    let mut shares = Vec::with_capacity(memory.len());
    for (moved, turned, product) in memory.iter().rev() {
        let share = dot(moved, &way) / product;
        way.iter_mut().zip(turned).for_each(|(way, turned)| *way -= share * turned);
        shares.push(share);
    }
    if let Some((_, turned, product)) = memory.last() {
        let scale = product / dot(turned, turned);
        way.iter_mut().for_each(|way| *way *= scale);
    }
    for ((moved, turned, product), share) in memory.iter().zip(shares.into_iter().rev()) {
        let other = dot(turned, &way) / product;
        way.iter_mut().zip(moved).for_each(|(way, moved)| *way += (share - other) * moved);
    }
    way
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

impl Linear {
    /// The mean of several.
    pub fn mean(all: &[Self]) -> Self {
        let mut mean = Self { weights: vec![0.0; all[0].weights.len()], start: 0.0 };
        let share = 1.0 / all.len() as f32;
        for one in all {
            mean.weights.iter_mut().zip(&one.weights).for_each(|(mean, weight)| *mean += weight * share);
            mean.start += one.start * share;
        }
        mean
    }

    /// The weights as bytes, and what a unit is worth.
    pub fn bytes(&self) -> (Vec<i8>, f32) {
        let most = self.weights.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
        let unit = (most / 127.0).max(f32::MIN_POSITIVE);
        (self.weights.iter().map(|weight| (weight / unit).round() as i8).collect(), unit)
    }

    /// The weights that [`Linear::bytes`] keeps.
    pub fn rounded(&self) -> Self {
        let (bytes, unit) = self.bytes();
        Self { weights: bytes.into_iter().map(|byte| f32::from(byte) * unit).collect(), start: self.start }
    }

    /// The score of a line by its features.
    pub fn score(&self, places: &[u32]) -> f32 {
        places.iter().map(|&place| self.weights[place as usize]).sum::<f32>() + self.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_examples_apart_by_the_feature_that_differs() {
        let mut examples = Examples::default();
        for _ in 0..200 {
            examples.push([0, 1], 1.0, 1.0);
            examples.push([0, 2], 0.0, 1.0);
        }
        let linear = fit(&examples, 4);
        assert!(linear.score(&[0, 1]) > 1.0);
        assert!(linear.score(&[0, 2]) < -1.0);
        assert_eq!(linear.weights[3], 0.0);
    }
}
