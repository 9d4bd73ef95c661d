use super::{Volume, shelf::Edition};
use crate::{boilerplate::Sketch, lsp::session::Session, workspace::Place};
use rustc_hash::FxHashMap;
use std::path::Path;

/// Passages beyond those of the current version that are kept, so that an undo finds them.
const SPARE: usize = 64;

/// Where the passages of a document stand in other articles, kept for the next version. What it holds never changes what
/// is told: it only saves looking it up again.
#[derive(Debug, Default)]
pub(in crate::lsp) struct KeptPlaces {
    /// The articles for which it is right.
    edition: Edition,
    /// The places by sketch.
    places: FxHashMap<Sketch, Vec<(Volume, Place)>>,
}

impl KeptPlaces {
    /// The places in other articles than `here` of passages like each of `sketches`, at most one an article.
    pub(super) fn of(
        &mut self,
        sketches: &[&[u32]],
        session: &Session,
        here: Option<&Path>,
    ) -> Vec<&[(Volume, Place)]> {
        let edition = session.edition(here);
        if self.edition != edition || self.places.len() > 2 * sketches.len() + SPARE {
            self.places.clear();
            self.edition = edition;
        }
        let new: Vec<&[u32]> = sketches.iter().copied().filter(|&sketch| !self.places.contains_key(sketch)).collect();
        if !new.is_empty() {
            let volumes = session.volumes_like(new.iter().copied(), here);
            let found = new.iter().zip(volumes).map(|(&sketch, volumes)| (sketch.into(), places(sketch, volumes)));
            self.places.extend(found);
        }
        sketches.iter().map(|&sketch| self.places.get(sketch).map_or(&[][..], Vec::as_slice)).collect()
    }
}

/// Where passages like `sketch` stand in `volumes`.
fn places(sketch: &[u32], volumes: Vec<Volume>) -> Vec<(Volume, Place)> {
    let place = |volume: Volume| Some((volume.entry.passages.find(sketch)?.place, volume));
    volumes.into_iter().filter_map(place).map(|(place, volume)| (volume, place)).collect()
}
