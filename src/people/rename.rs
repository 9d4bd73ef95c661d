//! Renaming a person: every mention keeps its form, full or short.

use super::{
    Person,
    fold::folded,
    spelling::{Likeness, likeness},
    words::{Classes, full_given_name},
};
use crate::{syntax::Token, text::Span};
use thiserror::Error;

/// Why a person cannot be given a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum RenameError {
    /// Nothing was typed.
    #[error("a name cannot be empty")]
    Empty,
    /// It holds what no name has.
    #[error("a name is made of letters on one line, without marks such as < > [ ] * or digits")]
    NoName,
}

/// Gives `person` of the article `text` the name `new`: what stands in place of which bytes, in order. Possessives stay,
/// and so do words that do not change.
///
/// `asked`: the mention that the person was asked about. Where it is a short form and `new` is one word, that part of
/// the name alone changes.
pub fn rename(text: &str, person: &Person, asked: Span, new: &str) -> Result<Vec<(Span, String)>, RenameError> {
    check(new)?;
    let old_words = split(&person.name);
    let old = Form::new(&old_words);
    let new_words = full_words(text, &old, asked, &split(new));
    let new = Form::new(&new_words);
    let mut edits = Vec::new();
    for mention in &person.mentions {
        let standing = placed_words(text, *mention);
        let words: Vec<&str> = standing.iter().map(|(_, word)| *word).collect();
        let mut renamed = Form::new(&words).renamed(&old, &new);
        if is_shouted(&words) && !is_shouted(&old_words) {
            renamed = renamed.into_iter().map(|word| word.to_uppercase()).collect();
        }
        edits.extend(difference(&standing, &renamed));
    }
    Ok(edits)
}

fn check(name: &str) -> Result<(), RenameError> {
    if name.trim().is_empty() {
        return Err(RenameError::Empty);
    }
    let odd = |c: char| c.is_control() || c.is_numeric() || "<>[]{}()*_`#|\\/@&=+~^".contains(c);
    let is_name = name.chars().any(char::is_alphabetic) && !name.chars().any(odd);
    if is_name { Ok(()) } else { Err(RenameError::NoName) }
}

/// The words of the whole new name, where `new` may be one part of it.
fn full_words<'a>(text: &'a str, old: &Form<'a>, asked: Span, new: &[&'a str]) -> Vec<&'a str> {
    let asked: Vec<&str> = placed_words(text, asked).into_iter().map(|(_, word)| word).collect();
    let (&[part], &[short], Some(_)) = (new, asked.as_slice(), old.given) else { return new.to_vec() };
    let mut whole = old.clone();
    if alike(short, old.last) || old.given.is_none_or(|given| !alike(short, given)) {
        whole.last = part;
    } else {
        whole.given = Some(part);
    }
    whole.words()
}

/// A name taken apart, in the order in which it is written.
#[derive(Clone, Debug)]
struct Form<'a> {
    given: Option<&'a str>,
    middle: Vec<&'a str>,
    particles: Vec<&'a str>,
    last: &'a str,
    suffixes: Vec<&'a str>,
}

impl<'a> Form<'a> {
    fn new(words: &[&'a str]) -> Self {
        let is = |word: &str, class| Classes::of(Token::hash_of(word)).any(class);
        let suffixes = words.iter().skip(1).rev().take_while(|word| is(word, Classes::SUFFIX)).count();
        let (words, suffixes) = words.split_at(words.len() - suffixes);
        let (last, before) = words.split_last().map_or(("", &[][..]), |(last, before)| (*last, before));
        let particles = before.iter().rev().take_while(|word| is(word, Classes::PARTICLE)).count();
        let (before, particles) = before.split_at(before.len() - particles);
        let (given, middle) = before.split_first().map_or((None, &[][..]), |(given, middle)| (Some(*given), middle));
        Self { given, middle: middle.to_vec(), particles: particles.to_vec(), last, suffixes: suffixes.to_vec() }
    }

    fn words(&self) -> Vec<&'a str> {
        let names = self.given.into_iter().chain(self.middle.iter().copied()).chain(self.particles.iter().copied());
        names.chain([self.last]).chain(self.suffixes.iter().copied()).collect()
    }

    /// What stands in place of this form of the name `old` once the person is called `new`.
    fn renamed(&self, old: &Form, new: &Form) -> Vec<String> {
        if old.given.is_none() {
            return new.words().into_iter().map(str::to_owned).collect();
        }
        let mut words = Vec::new();
        match self.given {
            Some(given) => {
                words.extend(new.given.map(|name| given_like(given, old, name)));
                if !self.middle.is_empty() {
                    words.extend(new.middle.iter().map(|&word| word.to_owned()));
                }
                words.extend(new.particles.iter().map(|&word| word.to_owned()));
                words.push(new.last.to_owned());
            }
            None => words.extend(self.short_renamed(old, new)),
        }
        if !self.suffixes.is_empty() {
            words.extend(new.suffixes.iter().map(|&word| word.to_owned()));
        }
        words
    }

    fn short_renamed(&self, old: &Form, new: &Form) -> Vec<String> {
        let given = old.given.filter(|given| !alike(self.last, old.last) && names_alike(self.last, given));
        match (given, new.given) {
            (Some(_), Some(name)) => return vec![given_like(self.last, old, name)],
            (Some(_), None) => return vec![new.last.to_owned()],
            (None, _) => {}
        }
        let middle = old.middle.iter().position(|word| alike(self.last, word) && !alike(self.last, old.last));
        if let Some(word) = middle.and_then(|at| new.middle.get(at)) {
            return vec![(*word).to_owned()];
        }
        let particles = if self.particles.is_empty() { &[][..] } else { &new.particles };
        particles.iter().map(|&word| word.to_owned()).chain([part_like(self.last, old.last, new.last)]).collect()
    }
}

/// The given name `new` in the form in which `given` gives the old one: an initial stays one, and a nickname stays where
/// the given name does not change.
fn given_like(given: &str, old: &Form, new: &str) -> String {
    let was_initial = old.given.is_some_and(|old| old.trim_end_matches('.').chars().nth(1).is_none());
    let mut letters = given.trim_end_matches('.').chars();
    let is_initial = letters.next().is_some() && letters.next().is_none();
    if is_initial && !was_initial {
        let stop = if given.ends_with('.') { "." } else { "" };
        return new.chars().next().map_or_else(String::new, |letter| format!("{letter}{stop}"));
    }
    let is_nickname = old.given.is_some_and(|old| !alike(given, old) && names_alike(given, old));
    let changes = old.given.is_none_or(|old| old != new);
    if is_nickname && !changes { given.to_owned() } else { new.to_owned() }
}

/// Of a hyphenated surname the part that stood alone, where the new one has as many parts.
fn part_like(word: &str, old: &str, new: &str) -> String {
    let (old, parts): (Vec<_>, Vec<_>) = (old.split('-').collect(), new.split('-').collect());
    let at = old.iter().position(|part| alike(word, part)).filter(|_| old.len() > 1 && old.len() == parts.len());
    at.map_or(new, |at| parts[at]).to_owned()
}

/// Two renderings of one part of a name.
fn alike(a: &str, b: &str) -> bool {
    likeness(&folded(a), &folded(b)) >= Likeness::Near
}

/// The same, or one given name and its short form.
fn names_alike(a: &str, b: &str) -> bool {
    alike(a, b) || full_given_name(&folded(a)) == full_given_name(&folded(b))
}

fn is_shouted(words: &[&str]) -> bool {
    let letters = || words.iter().flat_map(|word| word.chars()).filter(|c| c.is_alphabetic());
    letters().nth(1).is_some() && letters().all(char::is_uppercase)
}

fn split(name: &str) -> Vec<&str> {
    name.split_whitespace().collect()
}

/// The words of a mention and where each stands, without emphasis marks.
fn placed_words(text: &str, mention: Span) -> Vec<(Span, &str)> {
    let words = mention.of(text);
    let is_between = |c: char| c.is_whitespace() || matches!(c, '*' | '_' | '`');
    let mut placed = Vec::new();
    let mut at = 0;
    for word in words.split(is_between) {
        if !word.is_empty() {
            placed.push((Span::new(at, at + word.len()).shift(mention.start), word));
        }
        at += word.len() + words[at + word.len()..].chars().next().map_or(0, char::len_utf8);
    }
    placed
}

/// The replacements that make `new` of the words `standing`: word by word where they are as many, else of the words
/// between those that stay at both ends.
fn difference(standing: &[(Span, &str)], new: &[String]) -> Vec<(Span, String)> {
    if standing.len() == new.len() {
        let pairs = standing.iter().zip(new);
        let changed = pairs.filter(|((_, old), new)| old != new);
        return changed.map(|((span, _), new)| (*span, new.clone())).collect();
    }
    let fewer = standing.len().min(new.len());
    let mut ahead = standing.iter().zip(new).take_while(|((_, old), new)| old == new).count();
    let behind = standing.iter().rev().zip(new.iter().rev()).take_while(|((_, old), new)| old == *new).count();
    let mut behind = behind.min(fewer - ahead);
    // Words that only come or go are replaced together with a neighbour, so that the blanks stay right.
    if ahead + behind == fewer && fewer > 0 {
        *(if ahead > 0 { &mut ahead } else { &mut behind }) -= 1;
    }
    let gone = &standing[ahead..standing.len() - behind];
    let new = new[ahead..new.len() - behind].join(" ");
    match gone {
        [(first, _), .., (last, _)] => vec![(first.join(*last), new)],
        [(only, _)] => vec![(*only, new)],
        [] => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `drawn` after the person called `name`, whose mentions stand in brackets, is given the name `new`, asked for at
    /// mention number `asked`.
    fn renamed_at(asked: usize, drawn: &str, name: &str, new: &str) -> String {
        let (mut text, mut mentions) = (String::new(), Vec::new());
        for (at, piece) in drawn.split(['[', ']']).enumerate() {
            if at % 2 == 1 {
                mentions.push(Span::new(text.len(), text.len() + piece.len()));
            }
            text.push_str(piece);
        }
        let asked = mentions[asked];
        let person = Person { name: name.into(), mentions, ..Person::default() };
        for (span, new) in rename(&text.clone(), &person, asked, new).expect("a name").iter().rev() {
            text.replace_range(span.range(), new);
        }
        text
    }

    fn renamed(drawn: &str, name: &str, new: &str) -> String {
        renamed_at(0, drawn, name, new)
    }

    #[test]
    fn short_forms_change_with_the_full_name() {
        let text = "[Sergei Orlenko] left. [S. Orlenko]’s aides, [Sergei] and [ORLENKO] stayed.";
        let after = "Pavlo Orlenka left. P. Orlenka’s aides, Pavlo and ORLENKA stayed.";
        assert_eq!(renamed(text, "Sergei Orlenko", "Pavlo Orlenka"), after);
    }

    #[test]
    fn one_word_renames_the_part_that_was_asked_about() {
        let text = "[Brandt] spoke. [Ilse Brandt] left. [Ilse] came back.";
        let new = |asked, new| renamed_at(asked, text, "Ilse Brandt", new);
        assert_eq!(new(0, "Brand"), "Brand spoke. Ilse Brand left. Ilse came back.");
        assert_eq!(new(2, "Ilsa"), "Brandt spoke. Ilsa Brandt left. Ilsa came back.");
        assert_eq!(new(0, "Ilsa Brand"), "Brand spoke. Ilsa Brand left. Ilsa came back.");
    }

    #[test]
    fn middle_names_particles_and_suffixes_go_where_they_stood() {
        let text = "[Anna M. van der Holt Jr.]; Ms. [Holt]; [Anna van der Holt].";
        let after = "Anne M. van Hout Jr.; Ms. Hout; Anne van Hout.";
        assert_eq!(renamed(text, "Anna M. van der Holt Jr.", "Anne M. van Hout Jr."), after);
        assert_eq!(renamed("[Lu Smith-Orr]; [Smith]", "Lu Smith-Orr", "Lu Smyth-Orr"), "Lu Smyth-Orr; Smyth");
    }

    #[test]
    fn words_come_and_go_with_their_blanks() {
        assert_eq!(renamed("So [Ilse Brandt] said.", "Ilse Brandt", "Ilse"), "So Ilse said.");
        assert_eq!(renamed("So [Ilse] said.", "Ilse", "Ilse Brandt"), "So Ilse Brandt said.");
        assert_eq!(renamed("*[Ilse* Brandt]", "Ilse Brandt", "Ilsa Brand"), "*Ilsa* Brand");
        assert_eq!(renamed("[Ilse\nBrandt]", "Ilse Brandt", "Ilsa Brand"), "Ilsa\nBrand");
    }

    #[test]
    fn what_is_no_name_is_refused() {
        let person = Person { name: "Ilse Brandt".into(), ..Person::default() };
        let refused = |new| rename("", &person, Span::default(), new).err();
        assert_eq!(refused("  "), Some(RenameError::Empty));
        assert_eq!(refused("<b>Ilse</b>"), Some(RenameError::NoName));
        assert_eq!(refused("Ilse\nBrandt"), Some(RenameError::NoName));
        assert_eq!(refused("..."), Some(RenameError::NoName));
        assert_eq!(refused("Seán O’Neill-Brandt Jr."), None);
    }
}
