use super::{Weights, stored};
use copydesk::model::Header;

impl Weights {
    /// The model file: the weightiest features that the table of 2^`bits` rows holds, each weight in eight bits.
    /// Weights below `least` (in trained units) count as nothing.
    pub fn file(&self, bits: u32, least: f32) -> Vec<u8> {
        let count = self.labels.count;
        let scale = self.scale();
        let header = Header::new(count, bits, scale);
        let stride = header.stride();
        let mut checks = vec![0u16; header.rows()];
        let mut rows = vec![0i8; header.rows() * stride];
        for feature in self.by_weight(least) {
            let (places, check) = header.places(self.hashes[feature]);
            // A feature whose check already stands in its reach would be taken for that one.
            if places.iter().any(|&place| checks[place] == check) {
                continue;
            }
            let Some(place) = places.into_iter().find(|&place| checks[place] == 0) else { continue };
            checks[place] = check;
            let weights = &self.emissions[feature * count..][..count];
            for (slot, weight) in rows[place * stride..].iter_mut().zip(weights) {
                *slot = if weight.abs() < least { 0 } else { (weight / scale).round().clamp(-127.0, 127.0) as i8 };
            }
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
        for piece in [
            slice_bytes(&checks),
            rows.iter().map(|&weight| weight as u8).collect(),
            slice_bytes(&starts),
            slice_bytes(&transitions),
        ] {
            file.extend(piece);
            file.resize(file.len().next_multiple_of(64), 0);
        }
        file
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

fn bytes_of(header: &Header) -> Vec<u8> {
    bytemuck::bytes_of(header).to_vec()
}

fn slice_bytes<Number: bytemuck::Pod>(numbers: &[Number]) -> Vec<u8> {
    bytemuck::cast_slice(numbers).to_vec()
}
