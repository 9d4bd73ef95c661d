use super::Kind;
use std::ops::Range;

/// Adjacent blocks of one kind of page furniture; blank lines may stand between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// What they are.
    pub kind: Kind,
    /// Their numbers.
    pub blocks: Range<usize>,
}

/// The runs of an article whose blocks are this `furniture`, in order.
pub fn runs(furniture: &[Option<Kind>]) -> Vec<Run> {
    let mut end = 0;
    let alike = furniture.chunk_by(|one, next| one == next);
    alike
        .filter_map(|run| {
            let start = end;
            end += run.len();
            run[0].map(|kind| Run { kind, blocks: start..end })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_of_one_kind_are_one_run() {
        let (tags, label) = (Some(Kind::Tags), Some(Kind::Label));
        let run = |kind, blocks| Run { kind, blocks };
        assert_eq!(
            runs(&[None, tags, tags, label, None, None, tags]),
            [run(Kind::Tags, 1..3), run(Kind::Label, 3..4), run(Kind::Tags, 6..7)]
        );
        assert_eq!(runs(&[]), []);
    }
}
