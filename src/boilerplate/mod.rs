//! Boilerplate: which blocks are page furniture, and of what kind.

use crate::{analysis::Facts, syntax::Article};

/// A kind of page furniture; each has its rule `boilerplate/<kind>`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Kind {
    SharePrompt,
    Newsletter,
    RelatedLink,
    Comments,
    AuthorBio,
    Navigation,
    DateStamp,
    Byline,
    Counter,
    TopList,
    Advert,
    Consent,
    Copyright,
    PhotoCredit,
    Tags,
    SummaryWidget,
    Paywall,
    WireTail,
    CallToAction,
    ContentsList,
    Teaser,
    Label,
}

/// What one block says about itself as furniture, from its own text alone; memoised with the block.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BlockLine {}

/// The kind of furniture that each block of the article is; `None` for what belongs to the article.
pub fn find(_text: &str, article: &Article, _facts: &[Facts]) -> Vec<Option<Kind>> {
    vec![None; article.blocks.len()]
}
