use super::{View, person};
use crate::{
    attribution::{Attribution, Quotation, SourceKind},
    lsp::markup::{Line, Markup},
    text::Span,
};

/// Who says the words at `offset`, which are a cue or a quotation, and why we think so; with the range of the cue or of
/// the quotation. `None` for all other words.
pub(super) fn card(view: &View, offset: u32) -> Option<(Markup, Span)> {
    let all = &view.analysis.statements.attributions;
    let touched = |span: &Option<Span>| span.filter(|span| span.touches(offset));
    let by_cue = all.iter().find_map(|statement| Some((statement, touched(&statement.cue)?)));
    let quoted = |statement: &&Attribution| statement.quotation != Quotation::Indirect;
    let by_words = || all.iter().filter(quoted).find(|statement| statement.content.contains(offset));
    let (statement, span) = by_cue.or_else(|| by_words().map(|statement| (statement, statement.content)))?;
    let mut markup = Markup::default();
    markup.paragraph(source(view, statement));
    markup.paragraph(Line::of(format!("Why: {}.", statement.why)));
    Some((markup, span))
}

fn source(view: &View, statement: &Attribution) -> Line {
    if let Some(person) = statement.person.filter(|&person| person < view.analysis.people.people.len()) {
        return Line::of("Source: ").and(person::headline(view, person));
    }
    let Some(source) = statement.source else {
        return Line::of("Source: nobody is named here.");
    };
    let words = person::excerpt(view.text(), source);
    Line::of("Source: ").strong(words).text(match statement.source_kind {
        SourceKind::Named => "",
        SourceKind::Described => " (described, not named)",
        SourceKind::Vague => " (nobody in particular)",
        SourceKind::Anonymous => " (one person, not named)",
        SourceKind::None => " (no source)",
    })
}
