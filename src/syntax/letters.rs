/// What characters a token is written with: a set.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Letters(u8);

impl Letters {
    /// A small letter of ASCII.
    pub const SMALL: Self = Self(1);
    /// A capital of ASCII.
    pub const CAPITAL: Self = Self(1 << 1);
    /// Two of them, or more.
    pub const CAPITALS: Self = Self(1 << 2);
    /// A digit of ASCII.
    pub const DIGIT: Self = Self(1 << 3);
    /// A hyphen of ASCII.
    pub const HYPHEN: Self = Self(1 << 4);
    /// A full stop.
    pub const STOP: Self = Self(1 << 5);
    /// Any character beyond ASCII.
    pub const WIDE: Self = Self(1 << 6);

    /// Holds `other`.
    #[inline]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set with what `byte` is, or is part of.
    #[inline]
    pub(super) fn with(self, byte: u8) -> Self {
        let found = OF[usize::from(byte)];
        let second = self.0 & found & Self::CAPITAL.0;
        Self(self.0 | found | second << 1)
    }
}

const _: () = assert!(Letters::CAPITAL.0 << 1 == Letters::CAPITALS.0);

static OF: [u8; 256] = {
    let mut of = [0; 256];
    let mut byte = 0;
    while byte < of.len() {
        let found = match byte as u8 {
            b'a'..=b'z' => Letters::SMALL,
            b'A'..=b'Z' => Letters::CAPITAL,
            b'0'..=b'9' => Letters::DIGIT,
            b'-' => Letters::HYPHEN,
            b'.' => Letters::STOP,
            0x80.. => Letters::WIDE,
            _ => Letters(0),
        };
        of[byte] = found.0;
        byte += 1;
    }
    of
};

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_word_is_written_with_what_its_characters_are(word in "[a-cX-Z0-1é’.'-]{0,8}") {
            let letters = word.bytes().fold(Letters::default(), Letters::with);
            let count = |is: fn(&char) -> bool| word.chars().filter(is).count();
            prop_assert_eq!(letters.has(Letters::SMALL), count(char::is_ascii_lowercase) > 0);
            prop_assert_eq!(letters.has(Letters::CAPITAL), count(char::is_ascii_uppercase) > 0);
            prop_assert_eq!(letters.has(Letters::CAPITALS), count(char::is_ascii_uppercase) > 1);
            prop_assert_eq!(letters.has(Letters::DIGIT), count(char::is_ascii_digit) > 0);
            prop_assert_eq!(letters.has(Letters::HYPHEN), word.contains('-'));
            prop_assert_eq!(letters.has(Letters::STOP), word.contains('.'));
            prop_assert_eq!(letters.has(Letters::WIDE), !word.is_ascii());
        }
    }
}
