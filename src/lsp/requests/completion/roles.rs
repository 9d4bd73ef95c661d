use super::{Offer, View};
use crate::{
    lsp::team,
    people::{Card, plain},
    text::Span,
};

/// After a name and a comma: what the person is, as the article and the team's people.toml say it.
pub(super) fn offers(view: &View, offset: u32) -> Vec<Offer> {
    let Some((person, typed)) = begun(view, offset) else { return Vec::new() };
    let person = &view.analysis.people.people[person];
    let beginning = plain(typed.of(view.text()));
    let mut roles: Vec<String> = Card::new(view.text(), person).roles.into_iter().map(|role| role.words).collect();
    roles.extend(team::entry(&view.snapshot.around.people, person).and_then(|entry| entry.role.clone()));
    roles.retain(|role| plain(role).starts_with(&beginning) && plain(role) != beginning);
    let mut known = Vec::new();
    roles.retain(|role| !known.contains(&plain(role)) && (known.push(plain(role)), true).1);
    let offer = |role: String| Offer {
        filter: role.clone(),
        text: role,
        replaces: typed,
        detail: Some(person.name.clone()),
        person: person.name.clone(),
    };
    roles.into_iter().map(offer).collect()
}

/// The person whose name and a comma stand before `offset`, and what was typed since, on the same line.
fn begun(view: &View, offset: u32) -> Option<(usize, Span)> {
    let lines = view.snapshot.lines();
    let line = lines.line(view.text(), lines.line_of(offset));
    let before = Span { start: line.start, end: offset.max(line.start) }.of(view.text());
    let comma = before.rfind(", ")?;
    let typed = Span { start: line.start + comma as u32 + 2, end: offset };
    let is_words = typed.of(view.text()).chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '\'' | '’'));
    let named = line.start + comma as u32;
    let (person, mention) = view.mention_at(named)?;
    (is_words && mention.end == named).then_some((person, typed))
}
