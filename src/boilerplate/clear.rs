//! Lines that their words alone make furniture, whatever the trees say: phrases of the sure lists.

use super::{Kind, Lines, shape::Ending};

/// Words of the longest line that a phrase decides. A longer paragraph may say something else besides.
const LONGEST: f32 = 45.0;

/// Paragraphs of the body below which every phrase of the sure lists decides: the trees were grown on longer articles.
const SPARSE: usize = 4;

/// Adds them to `furniture`.
pub(super) fn add(lines: &Lines, furniture: &mut [bool]) {
    let sparse = lines.body.len() < SPARSE;
    let body = Body::new(lines);
    for at in 0..lines.len() {
        let line = lines.lines[at];
        let named = || sparse && line.look.ending != Ending::Open || decides(lines, at, body.surrounds(at));
        furniture[at] |= line.is_named() && named() || at < body.first && is_byline(lines, furniture, at);
    }
}

/// Lines between a title and its byline, at most.
const STANDFIRST: usize = 3;

/// Line `at` says by whom the article is whose title stands above it.
fn is_byline(lines: &Lines, furniture: &[bool], at: usize) -> bool {
    let line = lines.lines[at];
    let by = line.phrase.is_some_and(|phrase| phrase.kind == Kind::Byline) && !line.headed;
    let name = line.look.words == 1.0 || line.look.words >= 3.0 && line.look.title == 1.0;
    by && name
        && line.look.is_title()
        && !line.look.bullet
        && furniture[at.saturating_sub(STANDFIRST)..at].contains(&false)
}

/// The phrase of line `at` is enough where the line stands. Articles keep credits, dates and notes of origin, and so
/// have headings and items that read like furniture; between its paragraphs more is asked than around them.
fn decides(lines: &Lines, at: usize, inside: bool) -> bool {
    let line = lines.lines[at];
    let look = &line.look;
    let Some(phrase) = line.phrase.filter(|_| look.words <= LONGEST && !(inside && look.bullet)) else { return false };
    match phrase.kind {
        Kind::Newsletter | Kind::SharePrompt | Kind::Comments | Kind::Consent | Kind::Paywall | Kind::Tags => true,
        Kind::TopList => !look.is_closed(),
        Kind::RelatedLink => !look.is_closed() && look.is_short() && (lines.blank[at] > 0.0 || !inside),
        Kind::PhotoCredit => !look.is_closed() && (look.colon >= 0.0 || look.words >= 3.0) && !look.small,
        Kind::Byline | Kind::DateStamp | Kind::WireTail => !look.is_closed() && !inside,
        Kind::AuthorBio | Kind::Advert => look.is_short() || !inside,
        _ => false,
    }
}

/// The first and the last paragraph that no phrase names.
struct Body {
    first: usize,
    last: usize,
}

impl Body {
    fn new(lines: &Lines) -> Self {
        let mut paragraphs = lines.body.iter().copied().filter(|&at| !lines.lines[at].is_named());
        let first = paragraphs.next().unwrap_or(0);
        Self { first, last: paragraphs.next_back().unwrap_or(first) }
    }

    /// Line `at` stands between paragraphs of the body.
    fn surrounds(&self, at: usize) -> bool {
        self.first < at && at < self.last
    }
}
