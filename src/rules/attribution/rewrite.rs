//! Claims rewritten with their source behind them: "Experts say it will rain." → "It will rain, according to \[source\]."

use crate::{
    attribution::{Claim, ClaimKind},
    rules::{Edit, Fix},
    text::Span,
};

const SOURCE: &str = "according to [source]";
/// A claim that ends with one of these ends its sentence.
const STOPS: [char; 3] = ['.', '!', '…'];

/// Rewrites the sentence of `claim`. `None` where its grammar does not show how.
pub fn rewrite(text: &str, claim: &Claim) -> Option<Fix> {
    let edits = match claim.kind {
        ClaimKind::AgentlessPassive if is_adverb(text, claim) => without_adverb(text, claim)?,
        ClaimKind::VagueSource | ClaimKind::AnonymousSource | ClaimKind::AgentlessPassive => turned(text, claim)?,
        _ => return None,
    };
    Some(Fix { title: format!("Rewrite: “…, {SOURCE}”").into(), edits, safe: false })
}

/// "It will rain, experts say." and "Experts say that it will rain.", or "It is believed that it will rain."
fn turned(text: &str, claim: &Claim) -> Option<Vec<Edit>> {
    let content = claim.content?;
    let (sentence, said) = (claim.sentence, claim.span);
    if content.start == sentence.start && content.end <= said.start {
        let ends = said.end < sentence.end && is_stop(Span { start: said.end, end: sentence.end }.of(text));
        return ends.then(|| vec![Edit { span: said, text: SOURCE.into() }]);
    }
    let lead = Span { start: sentence.start, end: said.start };
    let bare = lead.of(text).trim().is_empty() || claim.source.is_none() && lead.of(text).trim() == "It";
    let after = Span { start: content.end, end: sentence.end.max(content.end) };
    if !bare || content.start < said.end || !is_stop(after.of(text)) {
        return None;
    }
    let words = content.of(text);
    let clause = words.strip_prefix("that ").unwrap_or(words).trim_start();
    let first = clause.chars().next()?;
    let start = content.end - clause.len() as u32;
    let opening = Span { start: sentence.start, end: start + first.len_utf8() as u32 };
    Some(vec![
        Edit { span: opening, text: first.to_uppercase().collect() },
        Edit { span: Span { start: content.end, end: content.end }, text: format!(", {SOURCE}") },
    ])
}

/// The claim is one adverb: "reportedly".
fn is_adverb(text: &str, claim: &Claim) -> bool {
    claim.source.is_none() && claim.span == claim.cue && !claim.span.of(text).contains(char::is_whitespace)
}

/// "The mayor reportedly left." → "The mayor left, according to \[source\]."
fn without_adverb(text: &str, claim: &Claim) -> Option<Vec<Edit>> {
    let sentence = claim.sentence.of(text);
    let last = sentence.chars().next_back().filter(|last| STOPS.contains(last))?;
    let adverb = claim.span;
    let after = &text[adverb.end as usize..claim.sentence.end as usize];
    if adverb.start == claim.sentence.start || !after.starts_with(' ') {
        return None;
    }
    let stop = claim.sentence.end - last.len_utf8() as u32;
    Some(vec![
        Edit { span: Span { start: adverb.start, end: adverb.end + 1 }, text: String::new() },
        Edit { span: Span { start: stop, end: stop }, text: format!(", {SOURCE}") },
    ])
}

/// Nothing but the stop of a sentence.
fn is_stop(rest: &str) -> bool {
    let mut marks = rest.trim().chars();
    marks.next().is_some_and(|mark| STOPS.contains(&mark)) && marks.next().is_none()
}
