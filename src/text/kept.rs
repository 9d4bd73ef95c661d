use super::{CommonEnds, LineIndex};

/// The last version of a text, for the next: what the two have in common is not looked at again.
#[derive(Debug, Default)]
pub struct KeptText(Option<Last>);

#[derive(Debug)]
struct Last {
    bytes: Vec<u8>,
    lines: LineIndex,
}

impl KeptText {
    /// The index of `text`, which is kept in place of the last version, and what it has in common with that: nothing where
    /// there was none.
    pub fn follow(&mut self, text: &str) -> (LineIndex, CommonEnds) {
        let Some(last) = &mut self.0 else {
            let lines = LineIndex::new(text);
            self.0 = Some(Last { bytes: text.into(), lines: lines.clone() });
            return (lines, CommonEnds { start: 0, end: 0 });
        };
        let (bytes, new) = (&mut last.bytes, text.as_bytes());
        let common = CommonEnds::of(bytes, new);
        let lines = last.lines.again(bytes.len(), text, common);
        bytes.splice(common.start..bytes.len() - common.end, common.between(new).iter().copied());
        last.lines.clone_from(&lines);
        (lines, common)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_version_is_indexed_as_if_it_were_the_first(
            pieces in prop::collection::vec("[a\r\né😀]{0,8}|[a-z \n]{600}|é{300}", 0..12),
            edits in prop::collection::vec((0.0..1.0, prop_oneof![Just(0.0), 0.0..1.0], "[a\r\né😀]{0,3}|[ab\n]{700}"), 1..8),
        ) {
            let mut text = pieces.concat();
            let mut kept = KeptText::default();
            for (start, length, piece) in edits {
                prop_assert_eq!(kept.follow(&text).0, LineIndex::new(&text));
                let at = |share: f64| text.floor_char_boundary((share.min(1.0) * text.len() as f64) as usize);
                text = [&text[..at(start)], &piece, &text[at(start + length)..]].concat();
            }
        }
    }
}
