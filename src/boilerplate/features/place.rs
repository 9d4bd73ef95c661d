//! Where a line stands among the paragraphs of the body: by what is before and after it, never by its number.

use super::{Lines, MISSING, Part, Sums, Touched};

pub(super) const NAMES: [&str; 14] = [
    "share of body before",
    "share of body after",
    "body before",
    "body after",
    "paragraphs before",
    "paragraphs after",
    "since paragraph",
    "until paragraph",
    "from first paragraph",
    "from last paragraph",
    "zone",
    "since furniture",
    "score of that furniture",
    "until furniture",
];

/// Score from which a line counts as furniture that others may follow.
const FURNITURE: f32 = 2.0;
/// Farthest distance that is told apart, in lines.
const FAR: f32 = 40.0;

/// How many of the first features an edit anywhere in the document shifts: they measure the whole body.
pub(super) const SHIFTING: usize = 4;

pub(super) struct Place {
    /// Soft words of the body.
    mass: Sums,
    since: Vec<(f32, f32)>,
    until: Vec<f32>,
}

impl Place {
    pub fn new(lines: &Lines) -> Self {
        let mass = Sums::new(lines.len(), |at| weight(lines, at));
        Self { mass, since: since_furniture(lines), until: until_furniture(lines) }
    }

    /// Takes over to a version with the same body, of which line `at` alone says something else. What shifts in all lines
    /// touches none.
    pub fn follow(&mut self, lines: &Lines, at: usize, touched: &mut Touched) {
        self.mass.set(at, weight(lines, at));
        let since = std::mem::replace(&mut self.since, since_furniture(lines));
        touched.add_changes(Part::Place, &since, &self.since, 0);
        let until = std::mem::replace(&mut self.until, until_furniture(lines));
        touched.add_changes(Part::Place, &until, &self.until, 0);
    }

    /// The first features of line `at`; the others are written.
    pub fn shifting(&self, at: usize) -> [f32; SHIFTING] {
        let (before, after) = (self.mass.before(at), self.mass.after(at));
        let all = self.mass.before(self.mass.count()).max(1.0);
        [before / all, after / all, before, after]
    }

    pub fn write(&self, lines: &Lines, at: usize, row: &mut Vec<f32>) {
        let (first, last) = (lines.body[0], lines.body[lines.body.len() - 1]);
        let passed = lines.before[at];
        let previous = passed.checked_sub(1).map(|index| lines.body[index]);
        let next = lines.body.get(passed + usize::from(lines.is_body(at))).copied();
        let distance = |from: usize, to: usize| (to as f32 - from as f32).clamp(-FAR, FAR);
        let zone = if at < first {
            0.0
        } else if at > last {
            2.0
        } else {
            1.0
        };
        row.extend([
            passed as f32,
            lines.after(at) as f32,
            previous.map_or(FAR + 1.0, |previous| distance(previous, at)),
            next.map_or(FAR + 1.0, |next| distance(at, next)),
            distance(first, at),
            distance(last, at),
            zone,
            self.since[at].0,
            self.since[at].1,
            self.until[at],
        ]);
    }
}

/// Words of a line as far as they count for the body: few of a line that is likely furniture or no sentence.
fn weight(lines: &Lines, at: usize) -> f32 {
    let look = &lines.lines[at].look;
    let words = look.words.min(80.0) * (1.0 - lines.chance[at]);
    if look.words >= 12.0 && look.is_closed() { words } else { words * 0.15 }
}

/// Lines since the last one that is strongly furniture, with its score; a paragraph of the body forgets it.
fn since_furniture(lines: &Lines) -> Vec<(f32, f32)> {
    let mut state = (FAR, MISSING);
    (0..lines.len())
        .map(|at| {
            let answer = state;
            if lines.score[at] > FURNITURE {
                state = (0.0, lines.score[at]);
            }
            if lines.is_body(at) && lines.score[at] < 0.0 {
                state = (FAR, MISSING);
            }
            state.0 = (state.0 + 1.0).min(FAR);
            answer
        })
        .collect()
}

/// Lines until the next one that is strongly furniture, with no paragraph of the body between.
fn until_furniture(lines: &Lines) -> Vec<f32> {
    let mut state = FAR;
    let mut answers: Vec<f32> = (0..lines.len())
        .rev()
        .map(|at| {
            let answer = state;
            if lines.score[at] > FURNITURE {
                state = 0.0;
            }
            if lines.is_body(at) && lines.score[at] < 0.0 {
                state = FAR;
            }
            state = (state + 1.0).min(FAR);
            answer
        })
        .collect();
    answers.reverse();
    answers
}
