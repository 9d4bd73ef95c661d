use super::{
    BlockLine, Features, KeptLines, Kind, Lines, clear, company, headings, line::Verdict, model::MODEL, naming, rows,
    typed,
};
use crate::{analysis::Facts, syntax::Article};
use std::sync::Arc;

/// The kind of furniture that each block of the article is; `None` for what belongs to the article. What `kept` holds of
/// the last version is used again, and replaced.
pub fn find(article: &Article, facts: &[Facts], kept: &mut KeptLines) -> Vec<Option<Kind>> {
    if facts.is_empty() {
        return Vec::new();
    }
    let lines = facts.iter().map(|facts| &facts.line).collect();
    let scores = facts.iter().map(|facts| facts.line.score).collect();
    let lines = Lines::new(lines, scores, &gaps(article), &MODEL.tables);
    let features = Features::with(&lines, kept.vocabulary(&lines, facts));
    let furniture = by_trees(&lines, &features);
    kept.keep(features.into_vocabulary(), &lines, facts);
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
fn by_trees(lines: &Lines, features: &Features) -> Vec<bool> {
    let mut row = Vec::new();
    (0..lines.len())
        .map(|at| {
            let line = lines.lines[at];
            line.look.words > 0.0 && {
                features.row(at, &mut row);
                score(line, &row) > MODEL.threshold(line.evidence())
            }
        })
        .collect()
}

/// What the trees say of `line` with these features.
fn score(line: &BlockLine, row: &[f32]) -> f32 {
    let verdict = match line.verdict.get_if(|_| true) {
        Some(last) if last.scope.as_ref().is_some_and(|scope| MODEL.trees.is_in(scope, row)) => return last.score,
        Some(_) => {
            let (score, scope) = MODEL.trees.score_and_scope(row);
            Verdict { score, scope: Some(Arc::new(scope)) }
        }
        None => Verdict { score: MODEL.trees.score(row), scope: None },
    };
    let score = verdict.score;
    line.verdict.keep(verdict);
    score
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
