use super::{Weights, stored};
use copydesk::model::{Header, Place};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;

impl Weights {
    /// The model file: the weightiest features that 2^`bits` places hold, each weight in eight bits. Weights below
    /// `least` (in trained units) count as nothing.
    pub fn file(&self, bits: u32, least: f32) -> Vec<u8> {
        let count = self.labels.count;
        let scale = self.scale();
        let mut header = Header::new(count, bits, scale);
        let stride = header.stride();
        let quantised = |feature: usize| {
            let unit = |weight: &f32| {
                if weight.abs() < least { 0 } else { (weight / scale).round().clamp(-127.0, 127.0) as i8 }
            };
            let mut row: Vec<i8> = self.emissions[feature * count..][..count].iter().map(unit).collect();
            row.resize(stride, 0);
            row
        };
        let placed = self.placed(&header, least);
        let rows = Rows::new(placed.iter().map(|&(feature, ..)| (quantised(feature), self.asked[feature])));
        header.rows = rows.rows.len() as u32;
        let mut places = vec![Place::default(); header.room()];
        for (feature, place, check) in placed {
            places[place] = rows.number(&quantised(feature)).map_or(Place::default(), |row| Place { check, row });
        }
        let mut starts = vec![0i16; stride];
        let mut transitions = vec![0i16; count * stride];
        for label in 0..count {
            starts[label] = stored(self.starts[label], scale, self.labels.forbids_start(label));
            for to in 0..count {
                transitions[label * stride + to] =
                    stored(self.transitions[label * count + to], scale, self.labels.forbids(label, to));
            }
        }
        let mut file = bytes_of(&header);
        for piece in
            [slice_bytes(&places), slice_bytes(&rows.rows.concat()), slice_bytes(&starts), slice_bytes(&transitions)]
        {
            file.extend(piece);
            file.resize(file.len().next_multiple_of(64), 0);
        }
        file
    }

    /// The features that find a place: each with its place and the check that marks it there.
    fn placed(&self, header: &Header, least: f32) -> Vec<(usize, usize, u16)> {
        let mut checks = vec![0; header.room()];
        let mut placed = Vec::new();
        for feature in self.by_weight(least) {
            let (places, check) = header.places(self.hashes[feature]);
            // A feature whose check already stands in its reach would be taken for that one.
            if places.iter().any(|&place| checks[place] == check) {
                continue;
            }
            let Some(place) = places.into_iter().find(|&place| checks[place] == 0) else { continue };
            checks[place] = check;
            placed.push((feature, place, check));
        }
        placed
    }

    /// Trained units of one stored unit: all but a few outliers fit into eight bits.
    fn scale(&self) -> f32 {
        let mut sizes: Vec<f32> = self.emissions.iter().map(|weight| weight.abs()).filter(|size| *size > 0.0).collect();
        sizes.sort_by(f32::total_cmp);
        let most = sizes.get(sizes.len().saturating_sub(1 + sizes.len() / 5000)).copied().unwrap_or(1.0);
        most / 127.0
    }

    /// Features that bear weight, the weightiest first.
    fn by_weight(&self, least: f32) -> Vec<usize> {
        let count = self.labels.count;
        let weight = |feature: &usize| -> f32 {
            self.emissions[feature * count..][..count].iter().map(|w| w.abs()).filter(|w| *w >= least).sum()
        };
        let mut features: Vec<(f32, usize)> =
            (0..self.hashes.len()).map(|feature| (weight(&feature), feature)).filter(|(w, _)| *w > 0.0).collect();
        features.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        features.into_iter().map(|(_, feature)| feature).collect()
    }
}

/// The rows of a file, each once, those that are added most often first.
struct Rows {
    rows: Vec<Vec<i8>>,
    numbers: FxHashMap<Vec<i8>, u16>,
}

impl Rows {
    /// The rows of features, with how often each feature is looked up. As many as sixteen bits can number.
    fn new(features: impl Iterator<Item = (Vec<i8>, u32)>) -> Self {
        let mut asked: FxHashMap<Vec<i8>, u64> = FxHashMap::default();
        features.for_each(|(row, times)| *asked.entry(row).or_default() += u64::from(times));
        let mut rows: Vec<(Vec<i8>, u64)> = asked.into_iter().collect();
        rows.sort_unstable_by(|(a, a_asked), (b, b_asked)| (Reverse(a_asked), a).cmp(&(Reverse(b_asked), b)));
        rows.truncate(usize::from(u16::MAX) + 1);
        let rows: Vec<Vec<i8>> = rows.into_iter().map(|(row, _)| row).collect();
        let numbers = rows.iter().zip(0..).map(|(row, number)| (row.clone(), number)).collect();
        Self { rows, numbers }
    }

    /// The number of a row; `None` for one too many.
    fn number(&self, row: &[i8]) -> Option<u16> {
        self.numbers.get(row).copied()
    }
}

fn bytes_of(header: &Header) -> Vec<u8> {
    bytemuck::bytes_of(header).to_vec()
}

fn slice_bytes<Number: bytemuck::Pod>(numbers: &[Number]) -> Vec<u8> {
    bytemuck::cast_slice(numbers).to_vec()
}
