//! Lines that are furniture by the company they keep, where the line itself says nothing and the trees say too little.

use super::{Kind, Lines};

/// Words of the title of another article.
const TITLE: std::ops::RangeInclusive<u32> = 3..=26;
/// Name lines over a note on the author, at most.
const NAMES: usize = 3;

/// Adds them to `furniture`.
pub(super) fn add(lines: &Lines, furniture: &mut [bool]) {
    add_related_links(lines, furniture);
    add_pointed_titles(lines, furniture);
    add_author(lines, furniture);
    add_lone_counter(lines, furniture);
    add_addresses(lines, furniture);
}

/// Links to other articles between the paragraphs of this one, where they stand apart from the text.
fn add_related_links(lines: &Lines, furniture: &mut [bool]) {
    for at in 1..lines.len() {
        let line = lines.lines[at];
        let link = line.is_sure() && line.phrase.is_some_and(|phrase| phrase.kind == Kind::RelatedLink);
        let short = line.look.is_short() && !line.look.is_closed() && !line.look.bullet;
        if link && short && lines.blank[at] > 0.0 {
            furniture[at] = true;
        }
    }
}

/// The title under "Previous Article" and "Next Article", where no text of its own follows.
fn add_pointed_titles(lines: &Lines, furniture: &mut [bool]) {
    for at in 1..lines.len() {
        let look = &lines.lines[at].look;
        let pointed = lines.lines[at - 1].pointer && furniture[at - 1];
        let follows = furniture.get(at + 1).is_none_or(|found| *found);
        if pointed && follows && TITLE.contains(&(look.words as u32)) && !look.is_paragraph() {
            furniture[at] = true;
        }
    }
}

/// A note on the author after the last paragraph, with the name lines over it: the note begins with that name. An
/// article that is a list of people has several such notes, and keeps them.
fn add_author(lines: &Lines, furniture: &mut [bool]) {
    let mut notes = (1..lines.len()).filter(|&at| is_author_note(lines, at));
    let (Some(note), None) = (notes.next(), notes.next()) else { return };
    if lines.body.iter().any(|&paragraph| paragraph > note) {
        return;
    }
    let name = lines.lines[note].first_two;
    let names = (note.saturating_sub(NAMES)..note).rev().take_while(|&at| is_name(lines, at, name)).count();
    furniture[note - names..=note].fill(true);
}

/// Line `at` introduces the person whose name stands alone on the line before.
pub(super) fn is_author_note(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    let named = line.phrase.is_some_and(|phrase| phrase.kind == Kind::AuthorBio);
    named && line.look.is_closed() && at > 0 && is_name(lines, at - 1, line.first_two)
}

/// Line `at` is a name and nothing else, and begins with the words that `first_two` is the hash of.
fn is_name(lines: &Lines, at: usize, first_two: u32) -> bool {
    lines.lines[at].look.name && lines.lines[at].first_two == first_two
}

/// A number alone on its line outside the body, the only such line: numbered sections and tables have more. Years and
/// times of day head the parts of an article.
fn add_lone_counter(lines: &Lines, furniture: &mut [bool]) {
    let mut counts = (0..lines.len()).filter(|&at| lines.lines[at].look.count);
    let (Some(at), None) = (counts.next(), counts.next()) else { return };
    if lines.lines[at].look.year || lines.lines[at].look.colon >= 0.0 {
        return;
    }
    let outside = lines.before[at] == 0 || lines.after(at) == 0;
    if outside && !lines.is_body(at) && lines.len() > 2 {
        furniture[at] = true;
    }
}

/// A bare web address right under a line that a phrase surely names, with nothing of the body after it.
fn add_addresses(lines: &Lines, furniture: &mut [bool]) {
    for at in 1..lines.len() {
        let under = furniture[at - 1] && lines.lines[at - 1].is_sure();
        if under && lines.lines[at].look.link && lines.after(at) == 0 {
            furniture[at] = true;
        }
    }
}
