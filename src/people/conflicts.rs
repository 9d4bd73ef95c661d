use super::words::{Classes, entries};
use crate::syntax::Token;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Words that tell offices of one noun apart.
static PORTFOLIOS: LazyLock<Vec<&str>> = LazyLock::new(|| entries(include_str!("lexicon/portfolios.txt")).collect());
/// Words by which an office may differ from another without a mistake.
static QUALIFIERS: LazyLock<Vec<&str>> =
    LazyLock::new(|| entries(include_str!("lexicon/role_qualifiers.txt")).collect());

/// No more titles of one person are compared with each other.
const MOST: usize = 64;

/// The first two of one person's `roles` that nobody can hold at once, by index: titles of the same noun, for different
/// portfolios or countries. Words that come again conflict with nothing that they did not conflict with before.
pub fn conflicting_roles<'a>(roles: impl Iterator<Item = &'a str>) -> Option<(usize, usize)> {
    let mut seen = FxHashSet::default();
    let capitals = roles.enumerate().filter(|(_, role)| is_in_capitals(role) && seen.insert(*role));
    let capitals: Vec<_> = capitals.take(MOST).collect();
    if capitals.len() < 2 {
        return None;
    }
    let mut titles: Vec<(usize, Title)> = Vec::new();
    for (at, role) in capitals {
        let Some(title) = Title::new(role) else { continue };
        if let Some((first, _)) = titles.iter().find(|(_, other)| title.conflicts(other)) {
            return Some((*first, at));
        }
        titles.push((at, title));
    }
    None
}

/// A title, and no apposition.
fn is_in_capitals(role: &str) -> bool {
    role.split(' ').all(|word| word.starts_with(char::is_uppercase))
}

/// A title of capitals, taken apart: "Russian Foreign Minister".
struct Title<'a> {
    noun: String,
    portfolios: Vec<&'a str>,
    peoples: Vec<String>,
}

impl Title<'_> {
    /// `None` for words that are no title, and for titles that explain themselves.
    fn new(role: &str) -> Option<Self> {
        let words: Vec<String> = role.split([' ', '-']).map(str::to_lowercase).collect();
        let explained = words.iter().any(|word| QUALIFIERS.contains(&word.as_str()));
        let class = |word: &String, class| Classes::of(Token::hash_of(word)).any(class);
        let noun = words.last().filter(|word| class(word, Classes::TITLE))?.clone();
        let portfolios =
            PORTFOLIOS.iter().copied().filter(|portfolio| words.iter().any(|word| word == portfolio)).collect();
        let peoples = words.iter().filter(|word| class(word, Classes::DEMONYM)).cloned().collect();
        (!explained).then_some(Self { noun, portfolios, peoples })
    }

    fn conflicts(&self, other: &Self) -> bool {
        self.noun == other.noun && (self.portfolio_differs(other) || self.people_differs(other))
    }

    fn portfolio_differs(&self, other: &Self) -> bool {
        let spelled = |word: &str| word.replace("defence", "defense").replace("labour", "labor");
        let words = |title: &Self| title.portfolios.iter().map(|word| spelled(word)).collect::<Vec<_>>();
        let (first, second) = (words(self), words(other));
        !first.is_empty() && !second.is_empty() && !first.iter().any(|word| second.contains(word))
    }

    fn people_differs(&self, other: &Self) -> bool {
        match (self.peoples.as_slice(), other.peoples.as_slice()) {
            ([first], [second]) => first != second,
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::conflicting_roles;

    fn roles_conflict(first: &str, second: &str) -> bool {
        conflicting_roles([first, second].into_iter()).is_some()
    }

    #[test]
    fn titles_of_one_noun_for_two_offices_conflict() {
        assert!(roles_conflict("Foreign Minister", "Defense Minister"));
        assert!(roles_conflict("Russian President", "Ukrainian President"));
    }

    #[test]
    fn other_titles_do_not() {
        assert!(!roles_conflict("Foreign Minister", "Russian Foreign Minister"));
        assert!(!roles_conflict("Defence Minister", "Defense Minister"));
        assert!(!roles_conflict("Foreign Minister", "former Defense Minister"));
        assert!(!roles_conflict("State Councillor and Foreign Minister", "Prime Minister"));
        assert!(!roles_conflict("President", "Chairman"));
        assert!(!roles_conflict("the foreign minister of Dalnov", "Prime Minister"));
    }
}
