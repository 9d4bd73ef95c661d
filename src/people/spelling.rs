//! When two spellings may be one name.

/// Least letters of a name part that may differ by more than its transliteration.
const LEAST_LETTERS: usize = 5;

/// How one part of a name relates to another. Parts are folded (lower case, no diacritics).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// Different names.
    Different,
    /// A slip or a looser rendering: Akter and Akhtar.
    Near,
    /// Two renderings of one foreign name: Sergei and Sergey.
    Transliterated,
    /// The same letters.
    Same,
}

/// How `a` relates to `b`.
pub(super) fn likeness(a: &str, b: &str) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    if opening(a) != opening(b) {
        return Likeness::Different;
    }
    likeness_of((a, &transliterated(a)), (b, &transliterated(b)))
}

/// The same of two parts that come with what they are [`transliterated`].
pub(super) fn likeness_of((a, x): (&str, &str), (b, y): (&str, &str)) -> Likeness {
    if a == b {
        return Likeness::Same;
    }
    if x == y {
        return Likeness::Transliterated;
    }
    let long = || a.chars().count().min(b.chars().count()) >= LEAST_LETTERS;
    if skeleton(x).eq(skeleton(y)) && long() && strsim::levenshtein(x, y) <= 1 {
        return Likeness::Near;
    }
    Likeness::Different
}

/// Spellings that renderings of one foreign name exchange.
const RULES: [(&str, &str); 19] = [
    ("iy", "i"),
    ("yy", "i"),
    ("ii", "i"),
    ("ij", "i"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("ph", "f"),
    ("ck", "k"),
    ("ks", "x"),
    ("ou", "u"),
    ("oo", "u"),
    ("ee", "i"),
    ("ae", "e"),
    ("oe", "o"),
    ("ue", "u"),
    ("q", "k"),
    ("w", "v"),
    ("y", "i"),
];

/// A form of `part` that renderings of one foreign name share.
pub(super) fn transliterated(part: &str) -> String {
    let mut out = String::with_capacity(part.len());
    for piece in pieces(part) {
        match piece {
            Piece::Rule(to) => out.push_str(to),
            Piece::Letter(c) if !out.ends_with(c) => out.push(c),
            Piece::Letter(_) => {}
        }
    }
    out
}

/// The first letter of [`transliterated`]: parts that differ in it are different names.
fn opening(part: &str) -> Option<char> {
    match pieces(part).next()? {
        Piece::Rule(to) => to.chars().next(),
        Piece::Letter(c) => Some(c),
    }
}

/// A step of a transliteration.
enum Piece {
    /// What a rule writes.
    Rule(&'static str),
    /// A letter that stays.
    Letter(char),
}

fn pieces(part: &str) -> impl Iterator<Item = Piece> {
    let mut rest = part;
    std::iter::from_fn(move || {
        while let Some(c) = rest.chars().next() {
            if let Some((from, to)) = rule(rest.as_bytes()) {
                rest = &rest[from.len()..];
                return Some(Piece::Rule(to));
            }
            rest = &rest[c.len_utf8()..];
            if c.is_alphanumeric() {
                return Some(Piece::Letter(c));
            }
        }
        None
    })
}

/// The rule for the letters that `rest` starts with.
fn rule(rest: &[u8]) -> Option<(&'static str, &'static str)> {
    /// The letters with which rules start.
    const STARTS: u32 = {
        let mut starts = 0;
        let mut at = 0;
        while at < RULES.len() {
            starts |= 1 << (RULES[at].0.as_bytes()[0] - b'a');
            at += 1;
        }
        starts
    };
    let first = rest.first().filter(|first| first.is_ascii_lowercase())?;
    if STARTS & (1 << (first - b'a')) == 0 {
        return None;
    }
    RULES.iter().find(|(from, _)| rest.starts_with(from.as_bytes())).copied()
}

/// The consonants of a transliterated part, "h" left out.
fn skeleton(part: &str) -> impl Iterator<Item = char> {
    part.chars().enumerate().filter(|&(at, c)| at == 0 || !"aeiouh".contains(c)).map(|(_, c)| c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn renderings_and_slips_are_told_from_other_names() {
        assert_eq!(likeness("sergei", "sergey"), Likeness::Transliterated);
        assert_eq!(likeness("zelensky", "zelenskyy"), Likeness::Transliterated);
        assert_eq!(likeness("akter", "akhtar"), Likeness::Near);
        assert_eq!(likeness("maria", "mario"), Likeness::Near);
        assert_eq!(likeness("miller", "mills"), Likeness::Different);
        assert_eq!(likeness("jane", "john"), Likeness::Different);
        assert_eq!(likeness("hernandez", "fernandez"), Likeness::Different);
    }
}
