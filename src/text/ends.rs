/// Bytes that are compared at once.
const STRIDE: usize = 64;

/// What two versions of a text have in common: the bytes at both ends. The two do not overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CommonEnds {
    /// How many bytes at the start; the last may be in the middle of a character.
    pub start: usize,
    /// How many bytes at the end; the first may be in the middle of a character.
    pub end: usize,
}

impl CommonEnds {
    /// Those of the versions `one` and `other`.
    pub fn of(one: &[u8], other: &[u8]) -> Self {
        let start = common_start(one, other);
        Self { start, end: common_end(&one[start..], &other[start..]) }
    }

    /// What stands in `version`, one of the two, between what they have in common.
    pub fn between(self, version: &[u8]) -> &[u8] {
        &version[self.start..version.len() - self.end]
    }
}

fn common_start(one: &[u8], other: &[u8]) -> usize {
    let (ones, others) = (one.as_chunks::<STRIDE>().0, other.as_chunks::<STRIDE>().0);
    let strides = STRIDE * ones.iter().zip(others).take_while(|(one, other)| one == other).count();
    strides + one[strides..].iter().zip(&other[strides..]).take_while(|(one, other)| one == other).count()
}

fn common_end(one: &[u8], other: &[u8]) -> usize {
    let (ones, others) = (one.as_rchunks::<STRIDE>().1, other.as_rchunks::<STRIDE>().1);
    let same = ones.iter().rev().zip(others.iter().rev()).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[..one.len() - STRIDE * same], &other[..other.len() - STRIDE * same]);
    STRIDE * same + one.iter().rev().zip(other.iter().rev()).take_while(|(one, other)| one == other).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_what_differs_is_left(start in "[ab]{0,200}", one in "[ab]{0,3}", other in "[ab]{0,3}", end in "[ab]{0,200}") {
            let (one, other) = ([&*start, &one, &end].concat(), [&*start, &other, &end].concat());
            let (one, other) = (one.as_bytes(), other.as_bytes());
            let common = CommonEnds::of(one, other);
            prop_assert_eq!(&one[..common.start], &other[..common.start]);
            prop_assert_eq!(&one[one.len() - common.end..], &other[other.len() - common.end..]);
            let (one, other) = (common.between(one), common.between(other));
            let ends = |text: &[u8]| (text.first().copied(), text.last().copied());
            if !one.is_empty() && !other.is_empty() {
                prop_assert_ne!(ends(one).0, ends(other).0);
                prop_assert_ne!(ends(one).1, ends(other).1);
            }
        }
    }
}
