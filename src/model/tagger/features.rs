use super::{Dictionary, Tag, Tags};
use crate::{
    model::{feature, feature_pair},
    syntax::{Letters, Token, TokenKind},
};

/// What a token tells about itself and its neighbours.
#[derive(Clone, Copy, Debug)]
pub struct Clue {
    word: u32,
    /// Hashes of its last two, three and four bytes.
    endings: [u32; 3],
    beginning: u32,
    shape: u32,
    /// Tags that the dictionary gives it; all for unknown words.
    class: u32,
    /// See [`super::Entry::cluster`].
    cluster: u32,
    /// The nearest auxiliary, relative word or mark before it, within [`REACH`] tokens; 0 for none.
    governor: u32,
    /// Tags that it may bear.
    pub allowed: Tags,
}

/// Stands beyond both ends of a sentence.
const OUTSIDE: Clue = Clue {
    word: 1,
    endings: [1; 3],
    beginning: 1,
    shape: 1,
    class: 0,
    cluster: Dictionary::CLUSTERS as u32 + 1,
    governor: 0,
    allowed: Tags(0),
};

/// Features a token.
pub const SPARSE: usize = 28;

/// Tokens over which a governor is felt.
const REACH: usize = 6;

/// The clues of one sentence, into `clues`.
pub fn clues(block: &str, tokens: &[Token], words: &Dictionary, clues: &mut Vec<Clue>) {
    clues.clear();
    let mut governor = 0;
    let mut since = 0;
    for (at, token) in tokens.iter().enumerate() {
        since += 1;
        let clue = clue(token.of(block), token, at == 0, words);
        clues.push(Clue { governor: if since > REACH { 0 } else { governor }, ..clue });
        if governs(&clue) {
            (governor, since) = (token.lower, 0);
        }
    }
}

/// The form of a verb after it depends on it, or begins anew.
fn governs(clue: &Clue) -> bool {
    let class = Tags(clue.class);
    let to = class.holds(Tag::Particle) && class.holds(Tag::Adposition);
    class == Tags::only(Tag::Punctuation)
        || class != Tags::ALL && (to || class.holds(Tag::Auxiliary) || class.holds(Tag::Subordinator))
}

fn clue(text: &str, token: &Token, first: bool, words: &Dictionary) -> Clue {
    let known = words.look_up(Dictionary::key(token.lower, token.capital && !first)).unwrap_or_default();
    let (class, allowed) = match known.tags() {
        Some(tags) if known.closed() && first && token.capital => (tags, tags.with(Tag::Proper)),
        Some(tags) if known.closed() => (tags, tags),
        Some(tags) => (tags, Tags::ALL),
        None => (Tags::ALL, Tags::ALL),
    };
    Clue {
        word: token.lower,
        endings: endings(text),
        beginning: text.bytes().take(3).fold(0, |hash, byte| hash << 8 | u32::from(byte.to_ascii_lowercase())),
        shape: shape(token, first),
        class: class.0,
        cluster: known.cluster(),
        governor: 0,
        allowed,
    }
}

fn endings(text: &str) -> [u32; 3] {
    let mut hash = 0;
    let mut bytes = text.bytes().rev().map(|byte| u32::from(byte.to_ascii_lowercase()));
    let mut next = || {
        hash = hash << 8 | bytes.next().unwrap_or(0);
        hash
    };
    next();
    [next(), next(), next()]
}

fn shape(token: &Token, first: bool) -> u32 {
    let kind = match token.kind {
        TokenKind::Word => 0,
        TokenKind::Clitic => 1,
        TokenKind::Number => 2,
        TokenKind::Quote => 3,
        TokenKind::Punctuation => 4,
        TokenKind::Address => 5,
    };
    let has = |letters| token.letters.has(letters);
    let flags = [
        has(Letters::SMALL),
        has(Letters::CAPITAL),
        has(Letters::CAPITALS),
        token.capital,
        has(Letters::DIGIT),
        has(Letters::HYPHEN),
        has(Letters::STOP),
        first,
    ];
    let bits = flags.iter().fold(0, |bits, &flag| bits << 1 | u32::from(flag));
    (bits << 3 | kind) << 3 | token.span.len().min(5) as u32
}

/// The features of the token at `at` of a sentence.
pub fn features(clues: &[Clue], at: usize) -> [u32; SPARSE] {
    let near = |offset: isize| at.checked_add_signed(offset).and_then(|at| clues.get(at)).unwrap_or(&OUTSIDE);
    let (before2, before, here, after, after2) = (near(-2), near(-1), &clues[at], near(1), near(2));
    [
        feature(2, here.endings[0]),
        feature(3, here.endings[1]),
        feature(4, here.endings[2]),
        feature(5, here.beginning),
        feature_pair(7, here.endings[1], here.shape),
        feature_pair(8, here.class, here.shape),
        feature(10, after.word),
        feature(11, before2.word),
        feature(12, after2.word),
        feature_pair(13, before.word, here.word),
        feature_pair(14, here.word, after.word),
        feature(15, before.endings[1]),
        feature(16, after.endings[1]),
        feature_pair(17, before.class, here.class),
        feature_pair(18, here.class, after.class),
        feature_pair(19, here.shape, after.shape),
        feature_pair(21, feature_pair(0, before.class, here.class), after.class),
        feature_pair(23, here.governor, here.endings[0]),
        feature_pair(24, feature_pair(0, here.governor, here.class), before.class),
        feature_pair(25, feature_pair(0, before2.class, before.class), here.class),
        feature_pair(26, feature_pair(0, before.shape, here.shape), after.shape),
        feature_pair(27, before2.word, before.word),
        feature_pair(30, here.cluster, here.shape),
        feature_pair(31, before.cluster, here.cluster),
        feature_pair(32, here.cluster, after.cluster),
        feature_pair(33, before.cluster, after.cluster),
        feature_pair(34, feature_pair(0, before.cluster, here.class), after.cluster),
        feature_pair(35, here.cluster, here.class),
    ]
}
