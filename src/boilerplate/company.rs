//! Lines that are furniture by the company they keep, where the line itself says nothing and the trees say too little.

use super::{Kind, Lines, shape::Ending};
use rustc_hash::{FxHashMap, FxHashSet};

/// Words of the title of another article in a list, and how many such lists have at most.
const LISTED: std::ops::RangeInclusive<u32> = 2..=20;
const ITEMS: usize = 12;
/// Words of the title of another article.
const TITLE: std::ops::RangeInclusive<u32> = 3..=26;
/// Name lines over a note on the author, at most.
const NAMES: usize = 3;

/// Paragraphs of the shortest article under which a note on its author is looked for.
const BODY: usize = 4;

/// Adds them to `furniture`.
pub(super) fn add(lines: &Lines, furniture: &mut [bool]) {
    add_listed(lines, furniture);
    add_pointed_titles(lines, furniture);
    add_author(lines, furniture);
    add_introduced(lines, furniture);
    add_lone_counter(lines, furniture);
    add_addresses(lines, furniture);
    add_twins(lines, furniture);
    add_buttons(lines, furniture);
    add_moments(lines, furniture);
}

/// The titles under "Related articles" or "Most read" after the last paragraph, up to a blank line where none stands
/// above the first of them.
fn add_listed(lines: &Lines, furniture: &mut [bool]) {
    for head in end_of_body(lines, furniture)..lines.len().saturating_sub(1) {
        if !(furniture[head] && heads_list(lines, head)) {
            continue;
        }
        let tight = lines.blank[head + 1] == 0.0;
        let listed = |&at: &usize| {
            let look = &lines.lines[at].look;
            let title = LISTED.contains(&(look.words as u32)) && look.is_title();
            title && !lines.lines[at].is_named() && !(tight && lines.blank[at] > 0.0)
        };
        let count = (head + 1..lines.len()).take(ITEMS).take_while(listed).count();
        furniture[head + 1..=head + count].fill(true);
    }
}

/// Line `at` says what the titles under it are.
fn heads_list(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    let kind = line.phrase.is_some_and(|phrase| matches!(phrase.kind, Kind::RelatedLink | Kind::TopList));
    kind && line.is_sure() && line.look.is_short() && !line.look.prompt && !line.headed
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

/// The first line after which no paragraph of the body comes but notes on authors and furniture.
fn end_of_body(lines: &Lines, furniture: &[bool]) -> usize {
    let plain = |&&paragraph: &&usize| !is_of_author(lines, paragraph) && !furniture[paragraph];
    lines.body.iter().rev().find(plain).map_or(0, |&last| last)
}

/// A phrase of notes on authors names line `at`.
fn is_of_author(lines: &Lines, at: usize) -> bool {
    lines.lines[at].phrase.is_some_and(|phrase| phrase.kind == Kind::AuthorBio)
}

/// Notes on the author after the last paragraph, where the article has not named that person before: those that it
/// names are what it is about.
fn add_introduced(lines: &Lines, furniture: &mut [bool]) {
    for at in end_of_body(lines, furniture).max(1)..lines.len() {
        let line = lines.lines[at];
        let note = is_of_author(lines, at) && line.look.is_closed() && lines.before[at] >= BODY;
        let Some(name) = line.introduces.filter(|_| note) else { continue };
        let mut before = lines.body.iter().take_while(|&&paragraph| paragraph < at);
        if !before.any(|&paragraph| lines.lines[paragraph].topic.binary_search(&name).is_ok()) {
            furniture[at] = true;
        }
    }
}

/// Line `at` introduces the person whose name stands alone on the line before.
pub(super) fn is_author_note(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    is_of_author(lines, at) && line.look.is_closed() && at > 0 && is_name(lines, at - 1, line.first_two)
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

/// Lines that a phrase names and that stand word for word elsewhere on the page where they are furniture. Headings read
/// like menus, so that more than a word is asked of menus and credits.
fn add_twins(lines: &Lines, furniture: &mut [bool]) {
    let is_telling = |&at: &usize| {
        let line = lines.lines[at];
        !furniture[at]
            && line.phrase.is_some_and(|phrase| match phrase.kind {
                Kind::TopList => false,
                Kind::CallToAction
                | Kind::Comments
                | Kind::Newsletter
                | Kind::Paywall
                | Kind::RelatedLink
                | Kind::SharePrompt => true,
                _ => line.look.words >= 2.0,
            })
    };
    let telling: Vec<usize> = (0..lines.len()).filter(is_telling).collect();
    if telling.is_empty() {
        return;
    }
    let known: FxHashSet<u32> = (0..lines.len()).filter(|&at| furniture[at]).map(|at| lines.lines[at].whole).collect();
    telling.into_iter().for_each(|at| furniture[at] = known.contains(&lines.lines[at].whole));
}

/// Times that a line with an arrow stands on a page of which it is a button, at least.
const BUTTONS: usize = 3;

/// The same line with an arrow at its end again and again: "Add to reading list →".
fn add_buttons(lines: &Lines, furniture: &mut [bool]) {
    let arrows = || (0..lines.len()).filter(|&at| lines.lines[at].look.ending == Ending::Arrow);
    let mut times: FxHashMap<u32, usize> = FxHashMap::default();
    arrows().for_each(|at| *times.entry(lines.lines[at].whole).or_default() += 1);
    arrows().filter(|&at| times[&lines.lines[at].whole] >= BUTTONS).for_each(|at| furniture[at] = true);
}

/// Words of the longest line that tells a day and a time, and how many such lines a page has at most: those of a live
/// report, of a timetable or of a log are more.
const MOMENT: f32 = 10.0;
const MOMENTS: usize = 2;

/// A day of a year with a time of day, alone on its line.
fn add_moments(lines: &Lines, furniture: &mut [bool]) {
    let is_moment = |&at: &usize| {
        let line = lines.lines[at];
        let look = &line.look;
        let date = line.phrase.is_some_and(|phrase| phrase.kind == Kind::DateStamp);
        date && look.year && look.colon >= 0.0 && look.words <= MOMENT && !look.is_closed() && !line.headed
    };
    let moments: Vec<usize> = (0..lines.len()).filter(is_moment).collect();
    if moments.len() <= MOMENTS {
        moments.into_iter().for_each(|at| furniture[at] = true);
    }
}
