use super::{
    Features, KeptLines, Kind, Lines, clear, company, headings, model::MODEL, naming, rows, typed, verdicts::Verdicts,
};
use crate::{analysis::Facts, syntax::Article};

/// The kind of furniture that each block of the article is; `None` for what belongs to the article. What `kept` holds of
/// the last version is used again, and replaced.
pub fn find(article: &Article, facts: &[Facts], kept: &mut KeptLines) -> Vec<Option<Kind>> {
    if facts.is_empty() {
        return Vec::new();
    }
    let lines = facts.iter().map(|facts| &facts.line).collect();
    let scores = facts.iter().map(|facts| facts.line.score).collect();
    let lines = Lines::new(lines, scores, &gaps(article), &MODEL.tables);
    let (vocabulary, mut verdicts) = kept.follow(&lines, facts);
    let features = Features::with(&lines, vocabulary);
    let furniture = by_trees(&lines, &features, &mut verdicts);
    kept.keep(features.into_vocabulary(), verdicts, &lines, facts);
    settle(article, &lines, furniture)
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

/// Which lines the trees take for furniture; those that a phrase names need less.
fn by_trees(lines: &Lines, features: &Features, verdicts: &mut Verdicts) -> Vec<bool> {
    let mut row = Vec::new();
    (0..lines.len())
        .map(|at| {
            let line = lines.lines[at];
            line.look.words > 0.0 && {
                features.row(at, &mut row);
                verdicts.score(at, &row) > MODEL.threshold(line.evidence())
            }
        })
        .collect()
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
