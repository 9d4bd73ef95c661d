use super::{KeptLines, Kind, Lines, clear, company, headings, naming, rows, typed};
use crate::{analysis::Facts, syntax::Article};

/// The kind of furniture that each block of the article is; `None` for what belongs to the article. What `kept` holds of
/// the last version is used again, and replaced.
pub fn find(article: &Article, facts: &[Facts], kept: &mut KeptLines) -> Vec<Option<Kind>> {
    if facts.is_empty() {
        return Vec::new();
    }
    let mut version = kept.follow(facts, gaps(article));
    let furniture = version.verdicts.judge(&version.lines, &version.groups, &mut version.touched).to_vec();
    let kinds = settle(article, &version.lines, furniture);
    kept.keep(version);
    kinds
}

/// The kinds of the lines of `article` where trees took some for `furniture`: what phrases and the company of a line say
/// besides is added, and what belongs to the article all the same is left out.
pub fn settle(article: &Article, lines: &Lines, mut furniture: Vec<bool>) -> Vec<Option<Kind>> {
    clear::add(lines, &mut furniture);
    company::add(lines, &mut furniture);
    headings::keep(article, lines, &mut furniture);
    headings::keep_dates(lines, &mut furniture);
    rows::keep(lines, &mut furniture);
    typed::keep(lines, &mut furniture);
    naming::name(lines, &furniture)
}

/// Blank lines before each block.
pub fn gaps(article: &Article) -> Vec<u32> {
    let mut end = 0;
    article
        .blocks
        .iter()
        .map(|block| {
            let gap = block.lines.0.saturating_sub(end);
            end = block.lines.1;
            gap
        })
        .collect()
}
