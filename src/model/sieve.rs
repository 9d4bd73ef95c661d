/// Tells most of the hashes that are none of some apart from them, faster than a table finds out.
pub struct Sieve {
    bits: Vec<u64>,
    /// Bits of a hash that are left out.
    shift: u32,
}

impl Sieve {
    /// Bits for each hash that is held, at least: of those that are not, at most one in as many passes.
    const SPARE: usize = 16;
    /// Fewest and most bits, as powers of two: half a kilobyte, and a megabyte.
    const BITS: std::ops::RangeInclusive<u32> = 12..=23;

    /// Holds about `count` `hashes`.
    pub fn new(count: usize, hashes: impl Iterator<Item = u32>) -> Self {
        let mut sieve = Self::with_room(count);
        hashes.for_each(|hash| sieve.insert(hash));
        sieve
    }

    /// Holds nothing yet, and has room for `count` hashes.
    pub fn with_room(count: usize) -> Self {
        let bits = (count * Self::SPARE).next_power_of_two().ilog2().clamp(*Self::BITS.start(), *Self::BITS.end());
        Self { bits: vec![0; 1 << (bits - 6)], shift: u32::BITS - bits }
    }

    /// Holds `hash` from now on.
    pub fn insert(&mut self, hash: u32) {
        let bit = self.bit(hash);
        self.bits[bit / 64] |= 1 << (bit % 64);
    }

    /// `hash` may be held; where the answer is no, it is not.
    pub fn may_hold(&self, hash: u32) -> bool {
        let bit = self.bit(hash);
        self.bits[bit / 64] & 1 << (bit % 64) != 0
    }

    fn bit(&self, hash: u32) -> usize {
        (hash.wrapping_mul(0x9e37_79b1) >> self.shift) as usize
    }
}
