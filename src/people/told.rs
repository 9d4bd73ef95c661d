//! What the blocks of an article tell of the people they name, remembered with each block.

use super::{
    View,
    named::{Known, Named, take_apart},
    names::Mention,
    roles,
};
use crate::text::Span;
use std::sync::Arc;

/// What one block tells of the people it names, with spans in bytes of the block.
#[derive(Debug)]
pub struct Told {
    /// The mentions of which it tells: their tokens.
    mentions: Box<[(u32, u32)]>,
    /// Each taken apart.
    names: Box<[Named]>,
    /// The roles around each.
    roles: Box<[Vec<Span>]>,
}

impl Told {
    fn new<'a>(view: &View<'a>, mentions: &[Mention], known: &mut Known<'a>) -> Self {
        let latest = |at: usize| mentions.get(at + 1).map(|next| next.first);
        let names = (0..mentions.len()).map(|at| take_apart(view, mentions[at], latest(at), known)).collect();
        let roles = (0..mentions.len()).map(|at| roles::around(view, mentions, at)).collect();
        Self { mentions: places(mentions).collect(), names, roles }
    }
}

/// Every mention of an article taken apart, and the roles around each; spans are bytes of the file. A block that names
/// whom it named last tells what it told last.
pub(super) fn gather(views: &[View], mentions: &[Mention]) -> (Vec<Named>, Vec<Vec<Span>>) {
    let mut known = Known::default();
    let (mut names, mut roles) = (Vec::with_capacity(mentions.len()), Vec::with_capacity(mentions.len()));
    for mentions in mentions.chunk_by(|a, b| a.view == b.view) {
        let view = &views[mentions[0].view];
        let is_same = |told: &Arc<Told>| told.mentions.iter().copied().eq(places(mentions));
        let told = view.names.told.get_if(is_same).unwrap_or_else(|| {
            let told = Arc::new(Told::new(view, mentions, &mut known));
            view.names.told.keep(told.clone());
            told
        });
        names.extend(told.names.iter().map(|name| Named { span: name.span.shift(view.base), ..name.clone() }));
        roles.extend(told.roles.iter().map(|roles| roles.iter().map(|role| role.shift(view.base)).collect::<Vec<_>>()));
    }
    (names, roles)
}

fn places(mentions: &[Mention]) -> impl Iterator<Item = (u32, u32)> {
    mentions.iter().map(|mention| (mention.first, mention.end))
}
