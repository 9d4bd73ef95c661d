//! Trails of links that say where on a site a page stands: "Home » News » Local".

/// What stands between the links.
const MARKS: [char; 6] = ['>', '»', '›', '▸', '/', '|'];

/// The line begins with "Home" and a mark.
pub(super) fn is_trail(text: &str) -> bool {
    let Some((start, rest)) = text.split_at_checked(HOME.len()) else { return false };
    start.eq_ignore_ascii_case(HOME) && rest.trim_start().starts_with(MARKS)
}

const HOME: &str = "home";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trail_begins_at_home() {
        assert!(is_trail("Home » Travel » Ten lakes to swim in"));
        assert!(is_trail("HOME/News"));
        assert!(!is_trail("Home and away"));
        assert!(!is_trail("Homes > 200 square metres"));
        assert!(!is_trail("Go to Settings > Privacy > Location"));
    }
}
