use crate::{
    analysis::{self, Analysis, Memo, Settings},
    syntax::Language,
};
use std::panic::{AssertUnwindSafe, catch_unwind};
use thiserror::Error;

/// The engine fell over an article: our mistake, which costs that article alone.
#[derive(Debug, Error)]
#[error("internal error on this article; please report it with the text")]
pub(super) struct EngineError;

/// Analyses one text from scratch.
pub(super) fn analyze(text: &str, language: Language, settings: &Settings) -> Result<Analysis, EngineError> {
    let whole = || analysis::analyze(text, language, settings, &mut Memo::default(), &|| false);
    catch_unwind(AssertUnwindSafe(whole)).ok().flatten().ok_or(EngineError)
}
