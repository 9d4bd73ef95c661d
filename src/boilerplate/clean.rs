use super::{Kind, deletion};
use crate::{syntax::Article, text::Span};

/// What to cut out of the file so that its furniture is gone, with the blank lines that would be left doubled.
/// Bylines, date stamps, photo credits and origin notes go with `credits` only. Blocks that cannot be cut out whole
/// stay. Ascending and apart; bytes of the file.
pub fn clean(text: &str, article: &Article, furniture: &[Option<Kind>], credits: bool) -> Vec<Span> {
    let goes = |at: usize| furniture[at].is_some_and(|kind| credits || !kind.is_credit());
    let mut cuts: Vec<Span> = Vec::new();
    let mut at = 0;
    while at < furniture.len() {
        let end = at + (at..furniture.len()).take_while(|&block| goes(block)).count();
        match deletion(text, article, at..end) {
            Some(cut) => cuts.push(cut),
            None => cuts.extend((at..end).filter_map(|block| deletion(text, article, block..block + 1))),
        }
        at = end.max(at) + 1;
    }
    cuts.dedup_by(|next, last| {
        let touches = next.start <= last.end;
        if touches {
            *last = last.join(*next);
        }
        touches
    });
    cuts
}
