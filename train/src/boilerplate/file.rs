//! Writes models/furniture.bin as `copydesk::boilerplate::model` reads it.

use super::{OWN_BITS, RARENESS_BITS, Thresholds, linear::Linear};
use crate::trees::Forest;
use anyhow::Result;
use copydesk::{
    boilerplate::model::{Header, Tables},
    model::Stop,
};
use std::path::Path;

pub fn write(
    models: &Path,
    linear: &Linear,
    tables: &Tables,
    forest: &Forest,
    thresholds: &Thresholds,
    stops: &[Stop],
) -> Result<()> {
    let (own, own_scale) = linear.bytes();
    let header = Header {
        trees: forest.trees.len() as u32,
        start: forest.start,
        own_bits: OWN_BITS,
        own_scale,
        own_start: linear.start,
        rareness_bits: RARENESS_BITS,
        rareness_unit: tables.rareness_unit,
        stops: stops.len() as u32,
        ..Header::empty()
    };
    let parts: [&[u8]; 7] = [
        bytemuck::bytes_of(&header),
        bytemuck::cast_slice(&tables.odds),
        bytemuck::cast_slice(thresholds.by_evidence()),
        bytemuck::cast_slice(&forest.trees),
        bytemuck::cast_slice(stops),
        &tables.rareness,
        bytemuck::cast_slice(&own),
    ];
    let mut file = Vec::new();
    for part in parts {
        file.extend_from_slice(part);
        file.resize(file.len().next_multiple_of(64), 0);
    }
    std::fs::write(models.join("furniture.bin"), file)?;
    Ok(())
}
