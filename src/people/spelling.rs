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
    let (x, y) = (transliterated(a), transliterated(b));
    if x == y {
        return Likeness::Transliterated;
    }
    let long = a.chars().count().min(b.chars().count()) >= LEAST_LETTERS;
    if long && skeleton(&x) == skeleton(&y) && strsim::levenshtein(&x, &y) <= 1 {
        return Likeness::Near;
    }
    Likeness::Different
}

/// A form of `part` that renderings of one foreign name share.
pub(super) fn transliterated(part: &str) -> String {
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
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(c) = rest.chars().next() {
        if let Some((from, to)) = RULES.iter().find(|(from, _)| rest.starts_with(from)) {
            out.push_str(to);
            rest = &rest[from.len()..];
        } else {
            if c.is_alphanumeric() && !out.ends_with(c) {
                out.push(c);
            }
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

/// The consonants of a transliterated part, "h" left out.
fn skeleton(part: &str) -> String {
    part.chars().enumerate().filter(|&(at, c)| at == 0 || !"aeiouh".contains(c)).map(|(_, c)| c).collect()
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
