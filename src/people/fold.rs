//! Letters without their marks: "Müller" → "muller", "Dvořák" → "dvorak".

/// Base letters and the marked forms that stand for them, in lower case.
const MARKED: [(&str, &str); 24] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"),
    ("ae", "æ"),
    ("c", "çćĉċč"),
    ("d", "ďđ"),
    ("dh", "ð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"),
    ("g", "ĝğġģ"),
    ("h", "ĥħḥ"),
    ("i", "ìíîïĩīĭįıịỉ"),
    ("j", "ĵ"),
    ("k", "ķ"),
    ("l", "ĺļľŀł"),
    ("n", "ñńņňṇ"),
    ("o", "òóôõöøōŏőơọỏốồổỗộớờởỡợ"),
    ("oe", "œ"),
    ("r", "ŕŗřṛ"),
    ("s", "śŝşšșṣ"),
    ("ss", "ß"),
    ("t", "ţťŧțṭ"),
    ("th", "þ"),
    ("u", "ùúûüũūŭůűųưụủứừửữự"),
    ("w", "ŵ"),
    ("y", "ýÿŷỳỹ"),
    ("z", "źżžẓ"),
];

/// `word` in lower case without marks; apostrophes become straight, combining marks vanish.
pub fn folded(word: &str) -> String {
    let mut out = String::new();
    fold(word, &mut out);
    out
}

/// Makes `out` what [`folded`] makes of `word`.
pub fn fold(word: &str, out: &mut String) {
    out.clear();
    if word.is_ascii() && !word.contains('`') {
        out.push_str(word);
        out.make_ascii_lowercase();
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase) {
        match c {
            '\u{2019}' | '\u{02bc}' | '\u{2018}' | '`' | '\u{02bb}' | '\u{02bf}' => out.push('\''),
            '\u{2010}' | '\u{2011}' => out.push('-'),
            '\u{0300}'..='\u{036f}' => {}
            _ if c.is_ascii() => out.push(c),
            _ => match MARKED.iter().find(|(_, marked)| marked.contains(c)) {
                Some((base, _)) => out.push_str(base),
                None => out.push(c),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_and_typographic_signs_go() {
        assert_eq!(folded("Müller"), "muller");
        assert_eq!(folded("O’Brien"), "o'brien");
        assert_eq!(folded("O`Brien"), "o'brien");
        assert_eq!(folded("Nguyễn"), "nguyen");
        assert_eq!(folded("Erdoğan"), "erdogan");
    }
}
