use anyhow::Context;
use copydesk::{
    model::tagger::Tag,
    syntax::{Prose, Sentence as Bounds},
};
use std::{fs, path::Path};

/// A sentence cut into our own tokens, each with its gold tag.
pub struct Sentence {
    pub text: String,
    /// One sentence that holds all tokens.
    pub prose: Prose,
    pub tags: Vec<Tag>,
    /// Which tokens are words of the treebank, neither parts nor compounds of them.
    pub whole: Vec<bool>,
}

/// A word of the treebank.
struct Word {
    start: usize,
    end: usize,
    tag: Tag,
    hyphen: bool,
}

/// The sentences of a CoNLL-U file.
pub fn read(path: &Path) -> anyhow::Result<Vec<Sentence>> {
    let file = fs::read_to_string(path).with_context(|| path.display().to_string())?;
    Ok(file.split("\n\n").filter_map(sentence).collect())
}

fn sentence(lines: &str) -> Option<Sentence> {
    let mut text = String::new();
    let mut words = Vec::new();
    let mut inside = 0;
    let mut blank_after = false;
    for line in lines.lines().filter(|line| !line.starts_with('#')) {
        let fields: Vec<&str> = line.split('\t').collect();
        let &[id, form, _, upos, xpos, .., misc] = fields.as_slice() else { continue };
        if id.contains('.') {
            continue;
        }
        let blank = !misc.contains("SpaceAfter=No");
        let part = id.parse::<usize>().is_ok_and(|id| id <= inside);
        if !part && std::mem::replace(&mut blank_after, blank) && !text.is_empty() {
            text.push(' ');
        }
        if let Some((_, last)) = id.split_once('-') {
            inside = last.parse().unwrap_or(0);
            text.push_str(form);
            words.push(Word { start: text.len() - form.len(), end: text.len(), tag: Tag::Other, hyphen: false });
        } else if part {
            split_off(&mut words, form, tag(form, upos, xpos));
        } else {
            text.push_str(form);
            let start = text.len() - form.len();
            words.push(Word { start, end: text.len(), tag: tag(form, upos, xpos), hyphen: xpos == "HYPH" });
        }
    }
    let mut prose = Prose::new(&text, &[]);
    let span = prose.sentences.first()?.span.join(prose.sentences.last()?.span);
    prose.sentences = vec![Bounds { span, tokens: (0, prose.tokens.len() as u32) }];
    let tags = prose.tokens.iter().map(|token| tag_of(&words, token.span.range())).collect();
    let whole = (prose.tokens.iter().map(|token| token.span.range()))
        .map(|range| words.iter().any(|word| (word.start..word.end) == range))
        .collect();
    Some(Sentence { text, prose, tags, whole })
}

/// Cuts `form` off the front of the multiword token that stands last.
fn split_off(words: &mut Vec<Word>, form: &str, tag: Tag) {
    let Some(rest) = words.last_mut() else { return };
    let (start, whole) = (rest.start, rest.end);
    let end = (start + form.len()).min(whole);
    rest.start = end;
    let part = Word { start, end, tag, hyphen: false };
    let at = words.len() - 1;
    words.insert(at, part);
    if end == whole {
        words.pop();
    }
}

/// The tag of one of our tokens: of the word that it is, of the first word that it begins with, or of the compound
/// whose parts the treebank splits at hyphens.
fn tag_of(words: &[Word], range: std::ops::Range<usize>) -> Tag {
    let from = words.partition_point(|word| word.end <= range.start);
    let inside: Vec<&Word> = words[from..].iter().take_while(|word| word.start < range.end).collect();
    let first = inside.first().map_or(Tag::Other, |word| word.tag);
    let (Some(last), true) = (inside.last(), inside.iter().any(|word| word.hyphen)) else { return first };
    let next = words.get(from + inside.len()).map_or(Tag::Punctuation, |word| word.tag);
    match last.tag {
        Tag::Participle | Tag::Gerund | Tag::Adjective => Tag::Adjective,
        Tag::Proper | Tag::Verb | Tag::VerbPast | Tag::VerbThird | Tag::VerbPresent => last.tag,
        _ if matches!(next, Tag::Noun | Tag::NounPlural) => Tag::Adjective,
        _ => last.tag,
    }
}

/// A preposition also where it opens a clause ("after meeting"), as in the Penn treebank.
fn is_preposition(form: &str) -> bool {
    include_str!("prepositions.txt").lines().any(|line| line.eq_ignore_ascii_case(form))
}

fn tag(form: &str, upos: &str, xpos: &str) -> Tag {
    match (upos, xpos) {
        ("AUX", _) => Tag::Auxiliary,
        ("NOUN", "NNS") => Tag::NounPlural,
        ("NOUN", _) => Tag::Noun,
        ("PROPN", _) => Tag::Proper,
        ("ADJ", _) => Tag::Adjective,
        ("ADV", _) => Tag::Adverb,
        ("VERB", "VBP") => Tag::VerbPresent,
        ("VERB", "VBZ") => Tag::VerbThird,
        ("VERB", "VBD") => Tag::VerbPast,
        ("VERB", "VBN") => Tag::Participle,
        ("VERB", "VBG") => Tag::Gerund,
        ("VERB", _) => Tag::Verb,
        ("ADP", _) => Tag::Adposition,
        ("SCONJ", _) if is_preposition(form) => Tag::Adposition,
        ("SCONJ", _) => Tag::Subordinator,
        ("PART", _) => Tag::Particle,
        ("DET", "PRP$") | ("PRON", "PRP$") => Tag::Possessive,
        ("DET", _) => Tag::Determiner,
        ("PRON", _) => Tag::Pronoun,
        ("CCONJ", _) => Tag::Conjunction,
        ("NUM", _) => Tag::Number,
        ("INTJ", _) => Tag::Interjection,
        ("PUNCT", _) => Tag::Punctuation,
        ("SYM", _) => Tag::Symbol,
        _ => Tag::Other,
    }
}
