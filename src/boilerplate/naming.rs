//! What kind of furniture a line is, once it is known to be furniture.

use super::{Kind, Lines, company};

/// Words of the shortest line that is taken for a headline.
const HEADLINE: f32 = 5.0;
/// Words of the shortest line that is taken for a sentence.
const SENTENCE: f32 = 12.0;

/// The kinds of the lines that are `furniture`: by their phrases, else by the line before them, else by their looks.
pub(super) fn name(lines: &Lines, furniture: &[bool]) -> Vec<Option<Kind>> {
    let mut kinds: Vec<Option<Kind>> = Vec::with_capacity(lines.len());
    for at in 0..lines.len() {
        let before = at.checked_sub(1).and_then(|before| kinds[before]);
        let kind = furniture[at].then(|| {
            let company = by_company(lines, furniture, at).or_else(|| by_head(lines, at, before));
            let phrase = lines.lines[at].phrase.map(|phrase| phrase.kind);
            phrase.or(company).unwrap_or_else(|| by_looks(lines, at))
        });
        kinds.push(kind);
    }
    kinds
}

/// A name over a note on its bearer.
fn by_company(lines: &Lines, furniture: &[bool], at: usize) -> Option<Kind> {
    if !lines.lines[at].look.name {
        return None;
    }
    let first_two = lines.lines[at].first_two;
    let same = |&at: &usize| lines.lines[at].look.name && lines.lines[at].first_two == first_two;
    let note = at + (at..lines.len()).take_while(same).count();
    let noted = note < lines.len() && furniture[note] && company::is_author_note(lines, note);
    noted.then_some(Kind::AuthorBio)
}

/// What a line inherits from the named line right before it: the title that a link points to, the entries of tags and
/// of contents.
fn by_head(lines: &Lines, at: usize, before: Option<Kind>) -> Option<Kind> {
    let short = lines.lines[at].look.is_short();
    match before? {
        Kind::Navigation if lines.lines[at - 1].pointer => Some(Kind::Navigation),
        kind @ (Kind::Tags | Kind::ContentsList) if short => Some(kind),
        kind @ Kind::AuthorBio if !short => Some(kind),
        _ => None,
    }
}

fn by_looks(lines: &Lines, at: usize) -> Kind {
    let look = &lines.lines[at].look;
    if look.count {
        Kind::Counter
    } else if look.link {
        Kind::RelatedLink
    } else if look.words >= SENTENCE && look.is_closed() && look.addressed + look.ourselves > 0.0 {
        Kind::CallToAction
    } else if look.words >= HEADLINE {
        Kind::Teaser
    } else {
        Kind::Label
    }
}
