use crate::syntax::Token;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// What the lexicons say of a word: a set of classes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Classes(u32);

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal from $file:literal;)+) => {
        impl Classes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+
        }

        const LEXICONS: &[(Classes, &str)] = &[$((Classes::$name, include_str!(concat!("lexicon/", $file)))),+];
    };
}

classes! {
    /// A noun for what a person is: "president", "striker".
    TITLE = 0 from "titles.txt";
    /// A form of address: "Mr".
    HONORIFIC = 1 from "honorifics.txt";
    /// A verb of saying.
    SPEECH = 2 from "speech_verbs.txt";
    /// A month or weekday.
    CALENDAR = 3 from "calendar.txt";
    /// A word of names of bodies, places, events and laws.
    ORGANISATION = 4 from "organisations.txt";
    /// A word that follows the name of a firm.
    COMPANY = 5 from "companies.txt";
    /// "Jr", "III".
    SUFFIX = 6 from "suffixes.txt";
    /// "van", "bin".
    PARTICLE = 7 from "particles.txt";
    /// An article, pronoun, conjunction, preposition, auxiliary.
    FUNCTION = 8 from "function_words.txt";
    /// "former", "deputy".
    ROLE_MODIFIER = 9 from "role_modifiers.txt";
    /// Speaks of a man.
    MASCULINE = 10 from "masculine.txt";
    /// Speaks of a woman.
    FEMININE = 11 from "feminine.txt";
    /// A title that is a surname or given name too: "King".
    NAME_LIKE = 12 from "names_like_titles.txt";
    /// A people, faith or party: "Iraqi".
    DEMONYM = 13 from "demonyms.txt";
    /// A day of the week.
    WEEKDAY = 14 from "weekdays.txt";
    /// "wife", "brother".
    KIN = 15 from "kin.txt";
    /// A verb for holding an office: "heads".
    ROLE_VERB = 16 from "role_verbs.txt";
    /// A particle that begins a surname: "van".
    LEADING_PARTICLE = 17 from "leading_particles.txt";
    /// "the", "his".
    DETERMINER = 18 from "determiners.txt";
    /// "who", "but".
    CLAUSE_OPENER = 19 from "clause_openers.txt";
}

impl Classes {
    /// The classes of the word whose [`Token::lower`] is `hash`.
    pub fn of(hash: u32) -> Self {
        CLASSES.get(&hash).copied().unwrap_or_default()
    }

    /// The word is in one of the classes of `other`.
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both.
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

static CLASSES: LazyLock<FxHashMap<u32, Classes>> = LazyLock::new(|| {
    let mut classes = FxHashMap::<u32, Classes>::default();
    for (class, lexicon) in LEXICONS {
        for word in entries(lexicon) {
            for form in [word.to_owned(), format!("{word}.")] {
                let known = classes.entry(Token::hash_of(&form)).or_default();
                *known = known.or(*class);
            }
        }
    }
    classes
});

/// The entries of a lexicon: one a line, without comments.
pub(super) fn entries(lexicon: &'static str) -> impl Iterator<Item = &'static str> {
    lexicon.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// The full form of a given name's short form, both in lower case: "bill" → "william".
pub(super) fn full_given_name(short: &str) -> &str {
    static NICKNAMES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
        entries(include_str!("lexicon/nicknames.txt")).filter_map(|line| line.split_once(' ')).collect()
    });
    NICKNAMES.get(short).copied().unwrap_or(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_are_known_with_and_without_full_stop() {
        assert!(Classes::of(Token::hash_of("Sen.")).any(Classes::TITLE));
        assert!(Classes::of(Token::hash_of("senator")).any(Classes::TITLE));
        assert!(!Classes::of(Token::hash_of("table")).any(Classes::TITLE));
    }
}
