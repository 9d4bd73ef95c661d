//! Which word lists a word stands in. The lists are the files of `lexicon/`; every token is looked up once.

use crate::syntax::Token;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// A set of word lists.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lists(u128);

impl Lists {
    /// The two have a list in common.
    pub fn any(self, other: Lists) -> bool {
        self.0 & other.0 != 0
    }

    /// The lists of both.
    pub const fn or(self, other: Lists) -> Lists {
        Lists(self.0 | other.0)
    }
}

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The lists in which the word, or the word that it is a form of, stands.
    pub lists: Lists,
    /// Hash ([`Token::hash_of`]) of the word that it is a form of; 0 for words of no list.
    pub lemma: u32,
}

/// How the words of a list are inflected.
#[derive(Clone, Copy, PartialEq)]
enum Shape {
    Verb,
    Noun,
    Word,
}

macro_rules! lists {
    ($($name:ident $shape:ident $file:literal,)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms, reason = "each name is a constant below")]
        enum Number { $($name),+ }
        $(
            #[doc = concat!("`lexicon/", $file, ".txt`")]
            pub const $name: Lists = Lists(1 << Number::$name as u64);
        )+
        static FILES: &[(Lists, Shape, &str)] =
            &[$(($name, Shape::$shape, include_str!(concat!("lexicon/", $file, ".txt")))),+];
    };
}

lists! {
    SAYING Verb "verbs_saying",
    BELIEVING Verb "verbs_believing",
    ASSERTING Verb "verbs_asserting",
    AGENTLESS Verb "verbs_agentless",
    DOCUMENTING Verb "verbs_document",
    QUOTE_ONLY Verb "verbs_quote_only",
    SEEN_AS Verb "verbs_seen_as",
    SAID_TO Verb "verbs_said_to",
    SEEN_WIDELY Verb "verbs_seen_widely",
    DEEMED Verb "verbs_deemed",
    EVALUATING Verb "verbs_evaluating",
    VOICING Verb "verbs_voicing",
    PLAIN Verb "verbs_plain",
    PERCEIVING Verb "verbs_perceiving",
    PHRASAL Verb "verbs_phrasal",
    PONDERING Verb "verbs_pondering",
    LABELLING Verb "verbs_labelling",
    ASPECT Verb "verbs_aspect",
    PHASE Verb "verbs_phase",
    NEVER_NOUN Verb "verbs_never_nouns",
    TRAILING Verb "verbs_trailing",
    PORTRAYING Verb "verbs_portraying",
    RUMOURED Verb "verbs_rumoured",
    EXPECTING Verb "verbs_expecting",
    TOLD Verb "verbs_told",
    CLAUSAL Verb "verbs_clausal",
    STANCE Verb "verbs_stance",
    SEEMING Verb "verbs_seeming",
    NAMING Verb "verbs_naming",
    HEARER Verb "verbs_hearer",
    PERSON Noun "people",
    SPOKESMAN Noun "spokesmen",
    GROUP Noun "groups",
    DOCUMENT Noun "documents",
    STANCE_NOUN Noun "stance_nouns",
    HOLDER Noun "stance_holders",
    RESULT Word "results",
    CLAIM Noun "claim_nouns",
    CLAIM_VAGUE Noun "claim_nouns_vague",
    CLAIM_BARE Noun "claim_nouns_bare",
    CONCERN Noun "concern_nouns",
    TIME Noun "time_nouns",
    BODY Noun "bodies",
    PARTITIVE Word "partitives",
    COLLECTIVE Word "collective_heads",
    MASS Word "mass_people",
    PARTY Word "party_names",
    BE Word "words_be",
    HAVE Word "words_have",
    DO Word "words_do",
    MODAL Word "words_modal",
    STRONG_MODAL Word "words_modal_strong",
    FINITE Word "words_finite",
    SKIPPED_ADVERB Word "words_adverbs",
    WIDE Word "words_wide",
    WEIGHING Word "words_weighing",
    PAST Word "words_past",
    ALMOST Word "words_almost",
    GREETING Word "greetings",
    HEDGE Word "words_hedges",
    QUANTIFIER Word "words_quantifiers",
    BARE_QUANTIFIER Word "words_bare_quantifiers",
    PRONOUN Word "words_pronouns",
    DEFINITE Word "words_definite",
    NOBODY Word "words_nobody",
    SUBORDINATOR Word "words_subordinators",
    INSTITUTION Word "institutions",
    METONYM Word "words_metonyms",
    NATIONALITY Noun "nationalities",
    POST_ADJECTIVE Word "postnominal_adjectives",
    POST_PARTICIPLE Word "postnominal_participles",
    ATTITUDE Word "attitudes",
    ANONYMITY Word "anonymity",
    SHARE Word "shares",
    PROVISION Noun "provisions",
    MAGNITUDE Word "magnitudes",
    CURRENCY Word "currencies",
    ABOUT Word "about",
    JUDGEMENT Word "judgements",
    CALENDAR Word "calendar",
    ANONYMOUSLY Word "anonymously",
    THING Word "things",
    LORE Noun "lore",
    WORK Noun "works",
    FRACTION Noun "fractions",
    ABOUT_OPENING Word "about_opening",
    CHANGING Verb "verbs_changing",
    SPENDING Verb "verbs_spending",
    COSTING Verb "verbs_costing",
    WHOLE Noun "wholes",
    SCORED Noun "scored",
    TRADED Noun "traded",
    UNIT Noun "units",
    COUNTED Noun "counted",
    COUNTER Noun "counters",
    STUDY Noun "studies",
    COUNTING Verb "verbs_counting",
}

static IRREGULAR: &str = include_str!("lexicon/verbs_irregular.txt");

static SINGULAR: &str = include_str!("lexicon/verbs_singular.txt");

static ENTRIES: LazyLock<FxHashMap<u32, Entry>> = LazyLock::new(|| {
    let mut entries = FxHashMap::default();
    for (list, shape, file) in FILES {
        for word in entries_of(file) {
            for form in forms(word, *shape) {
                let entry: &mut Entry = entries.entry(Token::hash_of(&form)).or_default();
                entry.lists = entry.lists.or(*list);
                if entry.lemma == 0 || *shape == Shape::Verb {
                    entry.lemma = Token::hash_of(word);
                }
            }
        }
    }
    entries
});

static IRREGULAR_FORMS: LazyLock<FxHashMap<&str, Vec<&str>>> = LazyLock::new(|| {
    entries_of(IRREGULAR)
        .filter_map(|line| line.split_once(' '))
        .map(|(verb, forms)| (verb, forms.split(' ').collect()))
        .collect()
});

/// What is known of the word whose [`Token::lower`] is `hash`.
pub fn look_up(hash: u32) -> Entry {
    ENTRIES.get(&hash).copied().unwrap_or_default()
}

/// The third person singular of a present tense in the plural. `None` for words that are no such form.
pub fn singular(verb: &str) -> Option<String> {
    let hash = Token::hash_of(verb);
    if let Some((_, form)) =
        entries_of(SINGULAR).filter_map(|line| line.split_once(' ')).find(|(plural, _)| *plural == verb)
    {
        return Some(form.to_owned());
    }
    let entry = look_up(hash);
    (entry.lemma == hash && entry.lists.any(SAYING.or(BELIEVING).or(ASSERTING))).then(|| sibilant(verb))
}

/// The entries of a word list: its lines without comments.
fn entries_of(file: &str) -> impl Iterator<Item = &str> {
    file.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

fn forms(word: &str, shape: Shape) -> Vec<String> {
    let mut forms = vec![word.to_owned()];
    match shape {
        Shape::Word => {}
        Shape::Noun => forms.push(plural(word)),
        Shape::Verb => {
            forms.push(sibilant(word));
            match IRREGULAR_FORMS.get(word) {
                Some(irregular) => forms.extend(irregular.iter().map(|form| (*form).to_owned())),
                None => forms.push(past(word)),
            }
            forms.push(gerund(word));
        }
    }
    forms
}

fn plural(noun: &str) -> String {
    match noun.strip_suffix("man") {
        Some(stem) => format!("{stem}men"),
        None if noun.ends_with("child") => format!("{noun}ren"),
        None => sibilant(noun),
    }
}

/// The form in -s of a noun or a verb.
fn sibilant(word: &str) -> String {
    match stem_before_y(word) {
        Some(stem) => format!("{stem}ies"),
        None if word.ends_with(['s', 'x', 'z']) || word.ends_with("ch") || word.ends_with("sh") => format!("{word}es"),
        None => format!("{word}s"),
    }
}

fn past(verb: &str) -> String {
    match stem_before_y(verb) {
        Some(stem) => format!("{stem}ied"),
        None if verb.ends_with('e') => format!("{verb}d"),
        None => format!("{verb}ed"),
    }
}

fn gerund(verb: &str) -> String {
    match verb.strip_suffix('e') {
        Some(stem) if !stem.ends_with('e') => format!("{stem}ing"),
        _ => format!("{verb}ing"),
    }
}

/// What stands before the y of a word in consonant and y.
fn stem_before_y(word: &str) -> Option<&str> {
    word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'i', 'o', 'u']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_listed_words_stand_in_their_lists() {
        for (word, list) in [
            ("says", SAYING),
            ("said", SAYING),
            ("denied", SAYING),
            ("arguing", ASSERTING),
            ("stressed", SAYING),
            ("spokeswomen", PERSON),
            ("authorities", BODY),
            ("Analysts", PERSON),
            ("wall street", METONYM),
        ] {
            assert!(look_up(Token::hash_of(word)).lists.any(list), "{word}");
        }
        assert_eq!(look_up(Token::hash_of("found")).lemma, Token::hash_of("find"));
        assert_eq!(look_up(Token::hash_of("zymurgy")), Entry::default());
    }

    #[test]
    fn lists_are_sorted_without_doubles() {
        for (_, _, file) in FILES {
            let entries: Vec<&str> = entries_of(file).collect();
            assert!(file.starts_with("# "), "no word on where it comes from: {:?}", entries.first());
            for pair in entries.windows(2) {
                assert!(pair[0] < pair[1], "{} before {}", pair[0], pair[1]);
            }
        }
    }
}
