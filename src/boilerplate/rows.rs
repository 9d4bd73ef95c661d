//! Rows of the article that are taken for furniture line by line: facts ("Author: …", "Genre: …"), lists of sources,
//! and "Contact:" over an address.

use super::{Kind, Lines, shape::Ending};

/// Bare web addresses that make a list of sources, at least.
const SOURCES: usize = 3;

/// Takes them out of `furniture`.
pub(super) fn keep(lines: &Lines, furniture: &mut [bool]) {
    for at in 0..lines.len() {
        let beside = [at.checked_sub(1), Some(at + 1)];
        if is_credit(lines, at) && beside.into_iter().flatten().any(|beside| is_fact(lines, furniture, at, beside)) {
            furniture[at] = false;
            keep_head(lines, furniture, at);
        }
        if is_lead(lines, at) && furniture.get(at + 1) == Some(&false) {
            furniture[at] = false;
        }
    }
    let is_source = |at: &usize| lines.lines[*at].look.link && lines.lines[*at].phrase.is_none();
    let sources: Vec<usize> = (0..lines.len()).filter(is_source).collect();
    if sources.len() >= SOURCES {
        let named = |at: usize| at > 0 && lines.lines[at - 1].is_sure();
        sources.into_iter().filter(|&at| !named(at)).for_each(|at| furniture[at] = false);
    }
}

/// The line over the facts from line `at` on is the title of what they are about.
fn keep_head(lines: &Lines, furniture: &mut [bool], at: usize) {
    let head = at.checked_sub(1).filter(|&head| lines.lines[head].phrase.is_none());
    head.into_iter().for_each(|head| furniture[head] = false);
}

/// Line `at` is a word of menus with a colon: what it leads to is no menu. The label of a search box leads to nothing.
fn is_lead(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    let apart = lines.blank.get(at + 1).is_none_or(|blank| *blank > 0.0);
    let label = line.is_named() && apart;
    let menu = line.phrase.is_some_and(|phrase| phrase.kind == Kind::Navigation);
    line.look.ending == Ending::Open && menu && !label
}

/// Line `at` names who wrote or drew something after a colon.
fn is_credit(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    line.headed && line.phrase.is_some_and(|phrase| phrase.kind == Kind::Byline)
}

/// Line `beside`, right above or under line `at`, is another fact of the article.
fn is_fact(lines: &Lines, furniture: &[bool], at: usize, beside: usize) -> bool {
    let Some(line) = lines.lines.get(beside) else { return false };
    let together = lines.blank[at.max(beside)] == 0.0;
    together && !furniture[beside] && line.headed && line.look.is_title() && line.phrase.is_none()
}
