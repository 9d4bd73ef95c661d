//! The line itself.

use super::Lines;

pub(super) const NAMES: [&str; 18] = [
    "score",
    "odds of its phrase",
    "kind of its phrase",
    "words",
    "bytes",
    "stop words",
    "capitals",
    "title case",
    "digits",
    "upper case",
    "ending",
    "paragraph",
    "bullet",
    "prompt",
    "colon",
    "code",
    "blank before",
    "blank after",
];

pub(super) fn write(lines: &Lines, at: usize, row: &mut Vec<f32>) {
    let line = lines.lines[at];
    let look = &line.look;
    row.extend([
        lines.score[at],
        lines.odds[at],
        line.evidence() as f32,
        look.words,
        look.bytes,
        look.stop,
        look.capital,
        look.title,
        look.digits,
        look.upper,
        f32::from(look.ending as u8),
        f32::from(look.is_paragraph()),
        f32::from(look.bullet),
        f32::from(look.prompt),
        look.colon,
        look.code,
        lines.blank[at],
        lines.blank.get(at + 1).copied().unwrap_or(super::MISSING),
    ]);
}
