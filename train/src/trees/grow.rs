use super::{BINS, Rows, Settings};
use copydesk::model::Node;

/// A tree, its leaves with their members (places in the subset), and the gain of each split by feature.
pub struct Tree {
    pub nodes: Vec<Node>,
    pub leaves: Vec<(f32, Vec<u32>)>,
    pub gains: Vec<(usize, f64)>,
}

/// Sums of slopes and of curvatures, and rows, by feature and bin.
struct Histogram(Vec<[f32; 3]>);

struct Leaf {
    members: Vec<u32>,
    histogram: Histogram,
    best: Option<Split>,
    /// Where the node stands in the unordered list.
    place: usize,
}

#[derive(Clone, Copy)]
struct Split {
    feature: usize,
    bin: usize,
    gain: f64,
}

/// A node before it is put in order: a leaf's score, or a split with the places of its two sides.
enum Draft {
    Leaf(f32),
    Split { feature: usize, bound: f32, sides: [usize; 2] },
}

/// Grows one tree by always splitting the leaf that gains most.
pub fn tree(rows: &Rows, subset: &[u32], slopes: &[[f32; 2]], settings: &Settings, seed: u64) -> Tree {
    let grower = Grower { rows, subset, slopes, settings, features: features(rows.width, settings.features, seed) };
    let mut drafts = vec![Draft::Leaf(0.0)];
    let mut leaves = vec![grower.leaf((0..subset.len() as u32).collect(), 0, None)];
    let mut gains = Vec::new();
    while leaves.len() < settings.leaves {
        let Some(index) = best_leaf(&leaves) else { break };
        let leaf = leaves.swap_remove(index);
        let Some(split) = leaf.best else { break };
        gains.push((split.feature, split.gain));
        let sides = [drafts.len(), drafts.len() + 1];
        drafts[leaf.place] =
            Draft::Split { feature: split.feature, bound: rows.bounds[split.feature][split.bin], sides };
        drafts.extend([Draft::Leaf(0.0), Draft::Leaf(0.0)]);
        leaves.extend(grower.split(leaf, split, sides));
    }
    let leaves: Vec<(f32, Vec<u32>)> = (leaves.into_iter())
        .map(|leaf| {
            let value = grower.value(&leaf);
            drafts[leaf.place] = Draft::Leaf(value);
            (value, leaf.members)
        })
        .collect();
    let mut nodes = Vec::new();
    order(&drafts, 0, &mut nodes);
    Tree { nodes, leaves, gains }
}

fn best_leaf(leaves: &[Leaf]) -> Option<usize> {
    let gain = |index: &usize| leaves[*index].best.map_or(0.0, |split| split.gain);
    (0..leaves.len()).filter(|index| leaves[*index].best.is_some()).max_by(|a, b| gain(a).total_cmp(&gain(b)))
}

/// Appends the node at `place` and all below it, the side of "at most" first.
fn order(drafts: &[Draft], place: usize, nodes: &mut Vec<Node>) {
    match drafts[place] {
        Draft::Leaf(value) => nodes.push(Node { feature: Node::LEAF, skip: 0, value }),
        Draft::Split { feature, bound, sides } => {
            let at = nodes.len();
            nodes.push(Node { feature: feature as u16, skip: 0, value: bound });
            order(drafts, sides[0], nodes);
            nodes[at].skip = (nodes.len() - at) as u16;
            order(drafts, sides[1], nodes);
        }
    }
}

/// The features that a tree may ask about, drawn by its number.
fn features(width: usize, share: f32, seed: u64) -> Vec<usize> {
    let mut state = seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ 0x2545_f491_4f6c_dd1d;
    let mut draw = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 40) as f32 / (1_u64 << 24) as f32
    };
    (0..width).filter(|_| draw() < share).collect()
}

struct Grower<'a> {
    rows: &'a Rows,
    subset: &'a [u32],
    slopes: &'a [[f32; 2]],
    settings: &'a Settings,
    features: Vec<usize>,
}

impl Grower<'_> {
    fn leaf(&self, members: Vec<u32>, place: usize, histogram: Option<Histogram>) -> Leaf {
        let histogram = histogram.unwrap_or_else(|| self.histogram(&members));
        let best = self.best_split(&histogram);
        Leaf { members, histogram, best, place }
    }

    fn histogram(&self, members: &[u32]) -> Histogram {
        let mut bins = vec![[0.0_f32; 3]; self.rows.width * BINS];
        for &member in members {
            let [slope, curve] = self.slopes[member as usize];
            let row = self.rows.row(self.subset[member as usize]);
            for &feature in &self.features {
                let bin = &mut bins[feature * BINS + usize::from(row[feature])];
                bin[0] += slope;
                bin[1] += curve;
                bin[2] += 1.0;
            }
        }
        Histogram(bins)
    }

    fn best_split(&self, histogram: &Histogram) -> Option<Split> {
        let mut best: Option<Split> = None;
        for &feature in &self.features {
            let bins = &histogram.0[feature * BINS..][..BINS];
            let all = sum(bins);
            let mut low = [0.0_f64; 3];
            for bin in 0..self.rows.bounds[feature].len() {
                (0..3).for_each(|part| low[part] += f64::from(bins[bin][part]));
                let high = [all[0] - low[0], all[1] - low[1], all[2] - low[2]];
                let least = f64::from(self.settings.least);
                if low[2] < least || high[2] < least {
                    continue;
                }
                let gain = self.worth(low) + self.worth(high) - self.worth(all);
                if gain > best.map_or(1e-3, |best| best.gain) {
                    best = Some(Split { feature, bin, gain });
                }
            }
        }
        best
    }

    fn worth(&self, sums: [f64; 3]) -> f64 {
        sums[0] * sums[0] / (sums[1] + f64::from(self.settings.ridge))
    }

    fn split(&self, leaf: Leaf, split: Split, places: [usize; 2]) -> [Leaf; 2] {
        let goes_low =
            |&member: &u32| usize::from(self.rows.row(self.subset[member as usize])[split.feature]) <= split.bin;
        let (low, high): (Vec<u32>, Vec<u32>) = leaf.members.into_iter().partition(goes_low);
        let small_is_low = low.len() <= high.len();
        let small = self.histogram(if small_is_low { &low } else { &high });
        let mut large = leaf.histogram;
        for (large, small) in large.0.iter_mut().zip(&small.0) {
            (0..3).for_each(|part| large[part] -= small[part]);
        }
        let (of_low, of_high) = if small_is_low { (small, large) } else { (large, small) };
        [self.leaf(low, places[0], Some(of_low)), self.leaf(high, places[1], Some(of_high))]
    }

    fn value(&self, leaf: &Leaf) -> f32 {
        let slopes = leaf.members.iter().fold([0.0_f64; 2], |sums, &member| {
            let [slope, curve] = self.slopes[member as usize];
            [sums[0] + f64::from(slope), sums[1] + f64::from(curve)]
        });
        (f64::from(self.settings.rate) * slopes[0] / (slopes[1] + f64::from(self.settings.ridge))) as f32
    }
}

fn sum(bins: &[[f32; 3]]) -> [f64; 3] {
    bins.iter().fold([0.0; 3], |sums, bin| {
        [sums[0] + f64::from(bin[0]), sums[1] + f64::from(bin[1]), sums[2] + f64::from(bin[2])]
    })
}
