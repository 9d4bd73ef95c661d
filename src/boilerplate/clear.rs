//! Lines that their words alone make furniture, whatever the trees say: phrases of the sure lists.

use super::{Kind, Lines, phrases::Strength, shape::Ending};

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
        let named = || sparse && line.look.ending != Ending::Open || decides(lines, &body, at);
        furniture[at] |= line.is_named() && named()
            || at < body.first && is_byline(lines, furniture, at)
            || is_beside(lines, furniture, at, body.surrounds(at));
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
fn decides(lines: &Lines, body: &Body, at: usize) -> bool {
    let line = lines.lines[at];
    let inside = body.surrounds(at);
    let look = &line.look;
    let Some(phrase) = line.phrase.filter(|_| look.words <= LONGEST) else { return false };
    if inside && look.bullet && phrase.kind != Kind::PhotoCredit {
        return false;
    }
    match phrase.kind {
        Kind::Newsletter | Kind::SharePrompt | Kind::Comments | Kind::Consent | Kind::Paywall | Kind::Tags => true,
        Kind::TopList => !look.is_closed(),
        Kind::RelatedLink => {
            !look.is_closed()
                && look.is_short()
                && (lines.blank[at] > 0.0 || !inside)
                && !(inside && body.links >= LINKS && reads_on(lines, at))
        }
        Kind::PhotoCredit => !look.is_closed() && !look.small && !look.prompt && (!look.bullet || look.colon >= 0.0),
        Kind::ContentsList => look.words <= LABEL && look.ending == Ending::Word,
        Kind::DateStamp if inside => look.ending == Ending::Word && lines.score[at] > STAMP,
        Kind::Byline => !look.is_closed(),
        Kind::DateStamp | Kind::WireTail | Kind::Navigation => !look.is_closed() && !inside,
        Kind::AuthorBio | Kind::Advert => look.is_short() || !inside,
        _ => false,
    }
}

/// Words of the longest label of a contents list.
const LABEL: f32 = 4.0;
/// Own-text score from which a date stamp between paragraphs is none of the article.
const STAMP: f32 = 1.5;

/// Lines such as "Read more: …" between the paragraphs of an article that sends its readers on again and again, at least:
/// guides do, and mean it.
const LINKS: usize = 3;

/// Line `at` leads on to another article after a colon.
fn is_link(lines: &Lines, at: usize) -> bool {
    let line = lines.lines[at];
    line.headed && line.is_named() && line.phrase.is_some_and(|phrase| phrase.kind == Kind::RelatedLink)
}

/// Line `at` leads on in words like those of the text around it.
fn reads_on(lines: &Lines, at: usize) -> bool {
    is_link(lines, at) && lines.score[at] < 0.0
}

/// Paragraphs of the shortest article around which counters and bylines are looked for.
const BODY: usize = 4;

/// A counter alone before the first or after the last paragraph, or a byline beside other furniture.
fn is_beside(lines: &Lines, furniture: &[bool], at: usize, inside: bool) -> bool {
    let line = lines.lines[at];
    let Some(kind) = line.phrase.filter(|phrase| phrase.strength == Strength::Likely).map(|phrase| phrase.kind) else {
        return false;
    };
    let beside = at.checked_sub(1).is_some_and(|before| furniture[before]) || furniture.get(at + 1) == Some(&true);
    match kind {
        Kind::Counter => !inside && lines.body.len() >= BODY && line.look.words <= 2.0,
        Kind::Byline => beside && line.look.is_title() && !line.look.is_closed() && !line.headed,
        _ => false,
    }
}

/// The first and the last paragraph that no phrase names, and how many lines lead on to other articles.
struct Body {
    first: usize,
    last: usize,
    links: usize,
}

impl Body {
    fn new(lines: &Lines) -> Self {
        let mut paragraphs = lines.body.iter().copied().filter(|&at| !lines.lines[at].is_named());
        let first = paragraphs.next().unwrap_or(0);
        let links = (0..lines.len()).filter(|&at| is_link(lines, at)).count();
        Self { first, last: paragraphs.next_back().unwrap_or(first), links }
    }

    /// Line `at` stands between paragraphs of the body.
    fn surrounds(&self, at: usize) -> bool {
        self.first < at && at < self.last
    }
}
