use super::{Analysis, Memo, Settings, analyze};
use crate::{
    boilerplate::{self, Kind},
    syntax::Language,
    text::Span,
};

/// `text` without the page furniture that is reported under `settings`; bylines, date stamps, photo credits and origin
/// notes go with `credits` only. What is to be left alone stays. Cleaning what is clean changes nothing.
pub fn clean(text: &str, language: Language, settings: &Settings, credits: bool) -> String {
    let mut text = text.to_owned();
    let mut memo = Memo::default();
    while let Some(analysis) = analyze(&text, language, settings, &mut memo, &|| false) {
        let cuts = analysis.cuts(&text, credits);
        if cuts.is_empty() {
            break;
        }
        for cut in cuts.into_iter().rev() {
            text.replace_range(cut.range(), "");
        }
    }
    text
}

impl Analysis {
    /// What to cut out of `text`, which this is the analysis of, so that the page furniture is gone that is reported;
    /// credits as for [`clean`]. Ascending and apart; bytes of the file.
    pub fn cuts(&self, text: &str, credits: bool) -> Vec<Span> {
        boilerplate::clean(text, &self.article, &reported(self), credits)
    }
}

/// The kinds of the blocks that a finding reports as furniture.
fn reported(analysis: &Analysis) -> Vec<Option<Kind>> {
    let mut kinds = vec![None; analysis.furniture.len()];
    for finding in analysis.findings.iter().filter(|finding| finding.rule.starts_with("boilerplate/")) {
        let from = analysis.article.blocks.partition_point(|block| block.span.start < finding.span.start);
        let blocks = analysis.article.blocks[from..].iter().take_while(|block| finding.span.covers(block.span)).count();
        kinds[from..from + blocks].copy_from_slice(&analysis.furniture[from..from + blocks]);
    }
    kinds
}
