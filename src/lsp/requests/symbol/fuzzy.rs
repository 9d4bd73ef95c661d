use crate::people::plain;

/// What somebody typed to find a name by.
pub(super) struct Query(Vec<char>);

impl Query {
    /// `typed` without case, marks and blanks.
    pub(super) fn new(typed: &str) -> Self {
        Self(plain(typed).chars().filter(|c| !c.is_whitespace()).collect())
    }

    /// How well `name` fits, more is better: its letters are those of the query in order, best at the beginnings of
    /// words and one after the other. `None`: they are not. An empty query fits all names alike.
    pub(super) fn fit(&self, name: &str) -> Option<u32> {
        if name.is_ascii() {
            self.fit_letters(name.chars().map(|c| c.to_ascii_lowercase()))
        } else {
            self.fit_letters(plain(name).chars())
        }
    }

    fn fit_letters(&self, name: impl Iterator<Item = char>) -> Option<u32> {
        let mut wanted = self.0.iter().peekable();
        let (mut fit, mut before, mut adjoins) = (0, ' ', false);
        for c in name {
            let starts_word = !before.is_alphanumeric();
            before = c;
            match wanted.peek() {
                None => break,
                Some(&&letter) if letter == c && (starts_word || adjoins || fit > 0) => {
                    fit += if starts_word { 8 } else if adjoins { 4 } else { 1 };
                    adjoins = true;
                    wanted.next();
                }
                Some(_) => adjoins = false,
            }
        }
        wanted.peek().is_none().then_some(fit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_in_order_from_the_beginning_of_a_word_fit() {
        let fit = |query: &str, name| Query::new(query).fit(name);
        assert!(fit("ib", "Ilse Brandt").is_some());
        assert!(fit("brandt", "Ilse Brandt").is_some());
        assert!(fit("ILSE BRA", "Ilse Brandt").is_some());
        assert!(fit("dvorak", "Jan Dvořák").is_some());
        assert_eq!(fit("ndt", "Ilse Brandt"), None);
        assert_eq!(fit("ilseb", "Brandt Ilse"), None);
        assert_eq!(fit("", "Ilse Brandt"), Some(0));
    }

    #[test]
    fn whole_beginnings_fit_better_than_scattered_letters() {
        let fit = |name| Query::new("bra").fit(name);
        assert!(fit("Ilse Brandt") > fit("Bear Roca"));
    }
}
