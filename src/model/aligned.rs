/// Bytes that start on a boundary on which every number of a model file may be read in place.
///
/// `static WEIGHTS: &Aligned<[u8]> = &Aligned(*include_bytes!("../../models/tagger.bin"));`
#[repr(C, align(64))]
pub struct Aligned<Bytes: ?Sized>(pub Bytes);
