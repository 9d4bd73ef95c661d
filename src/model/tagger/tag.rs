/// A part of speech: those of Universal Dependencies, with the forms of verbs and the number of nouns told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Tag {
    /// A common noun in the singular, or without number.
    Noun,
    /// A common noun in the plural.
    NounPlural,
    /// A proper name, or a word of one.
    Proper,
    /// An adjective.
    Adjective,
    /// An adverb.
    Adverb,
    /// A verb in its base form: "to say".
    Verb,
    /// A verb in the present, not third person singular: "they say".
    VerbPresent,
    /// A verb in the third person singular: "says".
    VerbThird,
    /// A verb in the past tense: "said".
    VerbPast,
    /// A past participle: "is said".
    Participle,
    /// A present participle or gerund: "saying".
    Gerund,
    /// An auxiliary: be, have, do, and the modals.
    Auxiliary,
    /// A preposition, or the particle of a verb.
    Adposition,
    /// A word that opens a subordinate clause: that, if, while.
    Subordinator,
    /// To before a verb, not, and the possessive 's.
    Particle,
    /// An article, a demonstrative or a quantifier before a noun.
    Determiner,
    /// A pronoun.
    Pronoun,
    /// A possessive pronoun before a noun.
    Possessive,
    /// And, or, but.
    Conjunction,
    /// A number.
    Number,
    /// An interjection.
    Interjection,
    /// A punctuation mark.
    Punctuation,
    /// A symbol: $, %.
    Symbol,
    /// Anything else: foreign words, addresses.
    Other,
}

impl Tag {
    /// Every tag, in the order of their numbers.
    pub const ALL: [Tag; 24] = [
        Tag::Noun,
        Tag::NounPlural,
        Tag::Proper,
        Tag::Adjective,
        Tag::Adverb,
        Tag::Verb,
        Tag::VerbPresent,
        Tag::VerbThird,
        Tag::VerbPast,
        Tag::Participle,
        Tag::Gerund,
        Tag::Auxiliary,
        Tag::Adposition,
        Tag::Subordinator,
        Tag::Particle,
        Tag::Determiner,
        Tag::Pronoun,
        Tag::Possessive,
        Tag::Conjunction,
        Tag::Number,
        Tag::Interjection,
        Tag::Punctuation,
        Tag::Symbol,
        Tag::Other,
    ];

    /// The tag of this number; [`Tag::Other`] for any number beyond.
    pub fn of(number: u8) -> Self {
        Self::ALL.get(usize::from(number)).copied().unwrap_or(Tag::Other)
    }
}

/// A set of tags.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tags(pub u32);

impl Tags {
    /// Every tag.
    pub const ALL: Tags = Tags((1 << Tag::ALL.len()) - 1);

    /// The tag alone.
    pub const fn only(tag: Tag) -> Self {
        Self(1 << tag as u32)
    }

    /// The set with `tag` in it.
    pub fn with(self, tag: Tag) -> Self {
        Self(self.0 | 1 << tag as u32)
    }

    /// More than one tag is in the set.
    pub fn are_several(self) -> bool {
        self.0.count_ones() > 1
    }

    /// `tag` is in the set.
    pub fn holds(self, tag: Tag) -> bool {
        self.0 & (1 << tag as u32) != 0
    }
}
