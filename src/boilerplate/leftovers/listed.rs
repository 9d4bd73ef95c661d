use crate::text::Span;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// A list of phrases that is searched for in one pass, without regard to case.
pub(super) struct Listed(Option<AhoCorasick>);

impl Listed {
    /// The phrases of a lexicon file; apostrophes also match in their typographic form.
    pub fn new(list: &str) -> Self {
        Self::with(list, StartKind::Unanchored)
    }

    /// The same for phrases that are looked for at the start of a block alone.
    pub fn of_openings(list: &str) -> Self {
        Self::with(list, StartKind::Anchored)
    }

    fn with(list: &str, start: StartKind) -> Self {
        let entries = list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
        let phrases = entries.flat_map(|entry| {
            let curly = entry.contains('\'').then(|| entry.replace('\'', "\u{2019}"));
            std::iter::once(entry.to_owned()).chain(curly)
        });
        let built = AhoCorasick::builder()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .start_kind(start)
            .build(phrases);
        Self(built.ok())
    }

    /// Where phrases stand in `block` as whole words.
    pub fn find<'a>(&'a self, block: &'a str) -> impl Iterator<Item = Span> + 'a {
        let found = self.0.iter().flat_map(move |phrases| phrases.find_iter(block));
        found.map(|found| Span::new(found.start(), found.end())).filter(move |span| is_whole(block, *span))
    }

    /// The phrase that `block` begins with.
    pub fn opening(&self, block: &str) -> Option<Span> {
        let found = self.0.as_ref()?.try_find(Input::new(block).anchored(Anchored::Yes)).ok()??;
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
