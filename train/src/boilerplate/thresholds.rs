//! Scores of the trees above which a line is reported: one where no phrase names it, and one for each phrase evidence.

use super::{TrainingSet, corpus::PROSE_VARIANT};
use copydesk::boilerplate::BlockLine;
use rustc_hash::{FxHashMap, FxHashSet};

/// Share of pasted pages with a false alarm, out of fold, at the threshold that all others are at most.
const WRONG_PAGES: f64 = 0.135;
/// Found lines that are worth one more page with a false alarm, and what a false alarm costs besides.
const WORTH: f64 = 5.0;
const COST: f64 = 0.3;
/// The same for the sure phrases of which the pages have few.
const RARE_WORTH: f64 = 4.0;
/// Found lines of one page that count: a page of a hundred prices is one page.
const COUNTED: usize = 3;
/// Furniture lines below which a phrase evidence takes the threshold of its group.
const FEW: usize = 300;
/// Lowest threshold.
const LEAST: f32 = -2.0;

/// Thresholds by number of phrase evidence.
#[derive(Clone, Debug)]
pub struct Thresholds(Vec<f32>);

/// A line by its score out of fold: furniture or not, and of which document.
struct Scored {
    score: f32,
    furniture: bool,
    document: usize,
}

impl Thresholds {
    /// By the scores of the training lines out of fold. Texts that nothing was pasted around do not count, nor do lines
    /// that the rules take anyhow.
    pub fn choose(set: &TrainingSet, scores: &[f32]) -> Self {
        let pasted: Vec<usize> = (0..scores.len()).filter(|&at| set.variant[at] != PROSE_VARIANT).collect();
        let open: Vec<usize> = pasted.iter().copied().filter(|&at| !set.ruled[at]).collect();
        let scored =
            |&at: &usize| Scored { score: scores[at], furniture: set.target[at] > 0.5, document: set.document[at] };
        let lines = |wanted: &dyn Fn(usize) -> bool| -> Vec<Scored> {
            let mut lines: Vec<Scored> = open.iter().filter(|at| wanted(set.evidence[**at])).map(scored).collect();
            lines.sort_by(|a, b| b.score.total_cmp(&a.score));
            lines
        };
        let most = most(&lines(&|_| true));
        let is_lost =
            |at: &usize| set.target[*at] < 0.5 && (set.ruled[*at] || set.evidence[*at] == 0 && scores[*at] > most);
        let lost = pasted.iter().copied().filter(is_lost).map(|at| set.document[at]).collect();
        let groups = [(1, WORTH), (2, WORTH), (3, RARE_WORTH)]
            .map(|(group, worth)| lowered(&lines(&|evidence| group_of(evidence) == group), most, worth, &lost));
        let of = |evidence: usize| {
            let group = group_of(evidence);
            let lines = lines(&|other| other == evidence);
            match (group, lines.iter().filter(|line| line.furniture).count()) {
                (0, _) => most,
                (_, furniture) if furniture < FEW => groups[group - 1],
                _ => lowered(&lines, most, WORTH, &lost),
            }
        };
        Self((0..BlockLine::EVIDENCE).map(of).collect())
    }

    /// The threshold of lines with this number of phrase evidence.
    pub fn of(&self, evidence: usize) -> f32 {
        self.0[evidence]
    }

    /// All of them.
    pub fn by_evidence(&self) -> &[f32] {
        &self.0
    }
}

/// No phrase, a likely one, a credit or date, a sure one.
fn group_of(evidence: usize) -> usize {
    match BlockLine::kind_of_evidence(evidence) {
        None => 0,
        Some((kind, _)) if kind.is_credit() => 2,
        Some((_, sure)) => 1 + 2 * usize::from(sure),
    }
}

/// The score that an article line has on the allowed share of pages. `lines`: by score, the highest first.
fn most(lines: &[Scored]) -> f32 {
    let pages: FxHashSet<usize> = lines.iter().map(|line| line.document).collect();
    let allowed = (pages.len() as f64 * WRONG_PAGES) as usize;
    let mut wrong: FxHashSet<usize> = FxHashSet::default();
    let first = lines.iter().filter(|line| !line.furniture).find(|line| {
        wrong.insert(line.document);
        wrong.len() > allowed
    });
    first.map_or(0.0, |line| line.score)
}

/// The threshold at or below `most` at which what is found is worth most. `lines`: by score, the highest first. `lost`:
/// pages that have a false alarm anyhow.
fn lowered(lines: &[Scored], most: f32, worth_of_page: f64, lost: &FxHashSet<usize>) -> f32 {
    let mut pages: FxHashSet<usize> = FxHashSet::default();
    let mut found_on: FxHashMap<usize, usize> = FxHashMap::default();
    let (mut found, mut wrong, mut best) = (0.0, 0.0, (f64::MIN, most));
    for (at, line) in lines.iter().enumerate().take_while(|(_, line)| line.score > LEAST) {
        if line.furniture {
            let count = found_on.entry(line.document).or_default();
            *count += 1;
            found += if *count <= COUNTED { 1.0 } else { 0.0 };
        } else {
            wrong += 1.0;
            pages.extend(Some(line.document).filter(|page| !lost.contains(page)));
        }
        let next = lines.get(at + 1).map_or(LEAST, |next| next.score.max(LEAST));
        let worth = found - COST * wrong - worth_of_page * pages.len() as f64;
        if next <= most && worth > best.0 {
            best = (worth, f32::midpoint(line.score.min(most), next));
        }
    }
    best.1
}
