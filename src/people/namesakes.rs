//! Whom a name means that several people of an article bear: a surname shared by husband and wife.

use super::named::{Gender, Named};

/// What the article has said so far of a person who may be meant.
#[derive(Clone, Debug, Default)]
pub(super) struct Standing {
    /// The form of address, the given name or the pronouns say so.
    pub gender: Option<Gender>,
    /// Nouns of the titles before the name, by [`crate::syntax::Token::lower`].
    pub titles: Vec<u32>,
    /// Introduced as somebody's kin: "his wife, Ilse Brandt".
    pub kin: bool,
    /// Times the whole name stands in the article.
    pub full: usize,
    /// Times a part of the name meant this person so far.
    pub short: usize,
    /// Times a part of the name meant this person before a namesake was named.
    pub established: usize,
    /// First mention by the whole name.
    pub first: Option<usize>,
    /// Last mention so far.
    pub last: Option<usize>,
}

impl Standing {
    /// Takes in what a mention says, whatever its form.
    pub fn learn(&mut self, name: &Named) {
        self.gender = self.gender.or(name.gender);
        self.kin |= name.kin;
        if let Some(title) = name.title.filter(|title| !self.titles.contains(title)) {
            self.titles.push(title);
        }
    }

    /// Whether the mention may mean this person at all.
    pub fn fits(&self, name: &Named) -> bool {
        !matches!((self.gender, name.gender), (Some(own), Some(said)) if own != said)
    }

    /// How likely the mention means this person rather than a namesake. News names the person whom an article is about
    /// by the surname, and kin in full or by the given name.
    fn likeness(&self, name: &Named, nearness: i32, earliest: bool) -> i32 {
        let one = i32::from;
        let title = match name.title {
            Some(title) if self.titles.contains(&title) => 8,
            Some(_) if !self.titles.is_empty() => -2,
            _ => 0,
        };
        let pronoun = match (self.gender, name.pronoun) {
            (Some(own), Some(said)) if own == said => 1,
            (Some(_), Some(_)) => -2,
            _ => 0,
        };
        let address = 2 * one(name.gender.is_some() && self.gender == name.gender);
        let salience = 3 * one(self.established > 0) + one(self.short > 0) + one(earliest);
        title + pronoun + address + salience + nearness - 3 * one(self.kin) - one(self.full > 1)
    }
}

/// Which of the people `bearers`, indices of `standings`, `name` means; `None` where there are none.
pub(super) fn choose(name: &Named, bearers: &[usize], standings: &[Standing]) -> Option<usize> {
    let lasts = || bearers.iter().filter_map(|&group| standings[group].last);
    let nearest = lasts().max();
    let earliest = bearers.iter().filter_map(|&group| standings[group].first).min();
    // Two people named in one breath are equally near.
    let together = nearest.is_some_and(|nearest| lasts().any(|last| last + 1 == nearest));
    let rank = |standing: &Standing| {
        let near = i32::from(nearest.is_some() && standing.last == nearest) * if together { 1 } else { 2 };
        let early = earliest.is_some() && standing.first == earliest;
        (standing.likeness(name, near, early), standing.last, std::cmp::Reverse(standing.first))
    };
    bearers.iter().copied().max_by_key(|&group| rank(&standings[group]))
}
