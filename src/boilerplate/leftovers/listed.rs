use crate::text::Span;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// Lists of phrases that are searched for in one pass, without regard to case.
pub(super) struct Listed {
    phrases: Option<AhoCorasick>,
    /// The number of each phrase's list.
    lists: Vec<usize>,
}

impl Listed {
    /// The phrases of lexicon files; apostrophes also match in their typographic form.
    pub fn new(lists: &[&str]) -> Self {
        Self::with(lists, StartKind::Unanchored)
    }

    /// The same for phrases that are looked for at the start of a block alone.
    pub fn of_openings(list: &str) -> Self {
        Self::with(&[list], StartKind::Anchored)
    }

    fn with(lists: &[&str], start: StartKind) -> Self {
        let (mut phrases, mut numbers) = (Vec::new(), Vec::new());
        for (number, list) in lists.iter().enumerate() {
            for entry in list.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
                let curly = entry.contains('\'').then(|| entry.replace('\'', "\u{2019}"));
                phrases.extend(std::iter::once(entry.to_owned()).chain(curly));
                numbers.resize(phrases.len(), number);
            }
        }
        let built = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(start)
            .build(phrases);
        Self { phrases: built.ok(), lists: numbers }
    }

    /// Where phrases stand in `block` as whole words, and of which list by its number.
    pub fn find<'a>(&'a self, block: &'a str) -> impl Iterator<Item = (usize, Span)> + 'a {
        let found = self.phrases.iter().flat_map(move |phrases| phrases.find_iter(block));
        let found = found.map(|found| (self.lists[found.pattern()], Span::new(found.start(), found.end())));
        found.filter(move |(_, span)| is_whole(block, *span))
    }

    /// The phrase that `block` begins with.
    pub fn opening(&self, block: &str) -> Option<Span> {
        let found = self.phrases.as_ref()?.try_find(Input::new(block).anchored(Anchored::Yes)).ok()??;
        Some(Span::new(found.start(), found.end())).filter(|span| is_whole(block, *span))
    }
}

/// No word goes on before or after the span.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].chars().next_back();
    let after = text[span.end as usize..].chars().next();
    let first = text[span.range()].chars().next();
    let last = text[span.range()].chars().next_back();
    let joined =
        |a: Option<char>, b: Option<char>| a.is_some_and(char::is_alphanumeric) && b.is_some_and(char::is_alphanumeric);
    !joined(before, first) && !joined(last, after)
}
