use super::{
    Person,
    fold::folded,
    group::{same_person, spells_otherwise},
    named::Form,
    spelling::transliterated,
};
use crate::syntax::Token;

/// A full name, to know the person again in another text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullName {
    form: Form,
    key: u32,
}

impl FullName {
    /// `name` taken apart; `None` for a lone surname or given name, which may be anybody's.
    pub fn new(name: &str) -> Option<Self> {
        let form = Form::new(name);
        let [_, .., last] = &*form.keys else { return None };
        let key = Token::hash_of(last);
        Some(Self { form, key })
    }

    /// Equal for all that [`FullName::is_same_person`] may accept but slips of the surname: to look people up by.
    pub fn key(&self) -> u32 {
        self.key
    }

    /// The two may be one person's: the same parts, another transliteration, a nickname or an initial.
    pub fn is_same_person(&self, other: &Self) -> bool {
        self.key == other.key && same_person(&self.form, &other.form)
    }

    /// A part of `other` is another spelling of one of these parts; short forms and initials are none.
    pub fn spells_otherwise(&self, other: &Self) -> bool {
        spells_otherwise(&other.form, &self.form)
    }
}

/// A person as one part of a long text names them, to know them again in another part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Identity {
    /// By the whole name.
    Full(FullName),
    /// By a lone name; what it is looked up by.
    Lone(u32),
}

impl Identity {
    /// The identity of `person`.
    pub fn new(person: &Person) -> Self {
        let lone = || Token::hash_of(&transliterated(&folded(&person.name)));
        FullName::new(&person.name).map_or_else(|| Self::Lone(lone()), Self::Full)
    }
}

/// `name` in lower case without marks, its parts parted by single blanks: to compare what people type.
pub fn plain(name: &str) -> String {
    folded(name).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn same(a: &str, b: &str) -> bool {
        match (FullName::new(a), FullName::new(b)) {
            (Some(a), Some(b)) => a.is_same_person(&b),
            _ => false,
        }
    }

    #[test]
    fn a_person_is_known_again_by_the_full_name_alone() {
        assert!(same("Pavel Orlenko", "Pavel Orlenko"));
        assert!(same("Sergei Orlenko", "Sergey Orlenko"));
        assert!(same("Pavel Orlenko", "Pavel J. Orlenko"));
        assert!(!same("Pavel Orlenko", "Anna Orlenko"));
        assert!(!same("Orlenko", "Pavel Orlenko"));
        assert!(!same("Orlenko", "Orlenko"));
    }
}
