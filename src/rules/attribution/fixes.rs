//! Ways to mend a claim; each leaves a grammatical text.

use crate::{
    attribution::{Claim, singular},
    rules::{Context, Edit, Fix},
    text::Span,
};
use std::borrow::Cow;

/// Names of the article that are offered as a source.
const NAMES: usize = 3;

/// Puts a person of the article in the place of the source, or asks who it is.
pub fn of_source(context: &Context, claim: &Claim) -> Vec<Fix> {
    let Some(source) = claim.source else { return Vec::new() };
    let subject = source.end <= claim.cue.start;
    let verb = if subject { singular(claim.cue.of(context.text)) } else { None };
    let named = names(context, claim).map(|name| {
        let mut edits = vec![Edit { span: source, text: name.to_owned() }];
        edits.extend(verb.clone().map(|verb| Edit { span: claim.cue, text: verb }));
        Fix { title: format!("Name {name} as the source").into(), edits, safe: false }
    });
    named.chain([insertion(source.end, " [who?]", "Ask for the source: [who?]")]).collect()
}

/// Adds a person of the article as the agent, or asks for one.
pub fn of_passive(context: &Context, claim: &Claim) -> Vec<Fix> {
    if !claim.cue.of(context.text).contains(' ') {
        return vec![insertion(claim.span.end, " [according to whom?]", "Ask for the source: [according to whom?]")];
    }
    let named = names(context, claim)
        .map(|name| insertion(claim.cue.end, &format!(" by {name}"), format!("Name {name} as the source")));
    named.chain([insertion(claim.cue.end, " [by whom?]", "Ask for the source: [by whom?]")]).collect()
}

/// Adds a person of the article as the speaker of words that end their sentence, or asks who speaks.
pub fn of_quotation(context: &Context, claim: &Claim) -> Vec<Fix> {
    let words = claim.span.of(context.text);
    let closing = words.chars().next_back().map_or(0, char::len_utf8);
    let ends_sentence = words[..words.len() - closing].ends_with('.');
    let named = names(context, claim).filter(|_| ends_sentence).map(|name| {
        let stop = claim.span.end - closing as u32 - 1;
        let edits = vec![
            Edit { span: Span { start: stop, end: stop + 1 }, text: ",".into() },
            Edit { span: Span { start: claim.span.end, end: claim.span.end }, text: format!(" {name} said.") },
        ];
        Fix { title: format!("Name {name} as the speaker").into(), edits, safe: false }
    });
    named.chain([insertion(claim.span.end, " [who said so?]", "Ask for the speaker: [who said so?]")]).collect()
}

/// Asks where a figure or a judgement comes from.
pub fn of_unsourced(_: &Context, claim: &Claim) -> Vec<Fix> {
    vec![insertion(claim.span.end, " [source?]", "Ask for the source: [source?]")]
}

fn insertion(at: u32, text: &str, title: impl Into<Cow<'static, str>>) -> Fix {
    Fix { title: title.into(), edits: vec![Edit { span: Span { start: at, end: at }, text: text.into() }], safe: false }
}

/// Names of people of the article, those named nearest to the claim first.
fn names<'a>(context: &'a Context, claim: &Claim) -> impl Iterator<Item = &'a str> {
    let mut near = nearest(context.mentions, claim.span.start, context.people.people.len().min(NAMES));
    let name = |person: usize| context.people.people[person].name.as_str();
    near.sort_unstable_by_key(|&(distance, person)| (distance, name(person)));
    near.into_iter().take(NAMES).map(move |(_, person)| name(person))
}

/// The people with the `count` least distances of a mention from byte `at`, with that distance; more where several are
/// equally far.
fn nearest(mentions: &[(Span, usize)], at: u32, count: usize) -> Vec<(u32, usize)> {
    let mut after = mentions.partition_point(|(mention, _)| mention.start < at);
    let mut before = after;
    let mut near: Vec<(u32, usize)> = Vec::with_capacity(count);
    loop {
        let left = before.checked_sub(1).map(|index| (at - mentions[index].0.start, mentions[index].1));
        let right = mentions.get(after).map(|(mention, person)| (mention.start - at, *person));
        let is_left = match (left, right) {
            (Some(left), Some(right)) => left.0 <= right.0,
            (left, _) => left.is_some(),
        };
        let Some((distance, person)) = (if is_left { left } else { right }) else { return near };
        if near.len() >= count && near.last().is_none_or(|farthest| farthest.0 < distance) {
            return near;
        }
        if near.iter().all(|(_, other)| *other != person) {
            near.push((distance, person));
        }
        if is_left { before -= 1 } else { after += 1 }
    }
}
