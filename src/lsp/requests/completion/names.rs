use super::{Offer, Typed, View};
use crate::{
    people::{Person, one_line, plain},
    text::Span,
    workspace::IndexedPerson,
};
use std::collections::{BTreeMap, BTreeSet};

/// The names that begin with what was typed: those of the article first, then the team's, then the workspace's.
pub(super) fn offers(view: &View, typed: &Typed) -> Vec<Offer> {
    if typed.is_empty() {
        return Vec::new();
    }
    let mut offers = Offers { typed, known: BTreeSet::new(), all: Vec::new() };
    of_article(view, &mut offers);
    of_team(view, &mut offers);
    of_workspace(view, &mut offers);
    offers.all
}

/// What was found so far, each name once.
struct Offers<'a> {
    typed: &'a Typed,
    known: BTreeSet<String>,
    all: Vec<Offer>,
}

impl Offers<'_> {
    /// Offers `text` about `person` if it was begun and is news.
    fn add(&mut self, text: &str, person: &str, detail: Option<String>) {
        let Some((replaces, filter)) = self.typed.begins(text) else { return };
        if self.known.insert(plain(text)) {
            let (text, filter, person) = (text.to_owned(), filter.to_owned(), person.to_owned());
            self.all.push(Offer { text, filter, replaces, detail, person });
        }
    }
}

fn of_article(view: &View, offers: &mut Offers) {
    let people = &view.analysis.people.people;
    let typed = offers.typed;
    let is_only_typed = |person: &Person| person.mentions.iter().all(|mention| typed.touches(*mention));
    for person in people.iter().filter(|person| !is_only_typed(person)) {
        let role = person.roles.first().map(|role| one_line(view.text(), *role));
        for form in forms(view, person, typed) {
            offers.add(&form, &person.name, role.clone());
        }
    }
}

/// The full name, the short form that is used most, and the name with the title that stands before it.
fn forms(view: &View, person: &Person, typed: &Typed) -> Vec<String> {
    let mut short: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    for mention in person.mentions.iter().filter(|mention| !typed.touches(**mention)) {
        let words = mention.of(view.text());
        if words.len() < person.name.len() && !words.contains(char::is_whitespace) {
            short.entry(words).or_insert((0, *mention)).0 += 1;
        }
    }
    let most_used = short.into_values().max_by_key(|(times, _)| *times).map(|(_, mention)| one_line(view.text(), mention));
    let titled = person.roles.iter().find_map(|role| titled(view, person, *role));
    [Some(person.name.clone()), most_used, titled].into_iter().flatten().collect()
}

/// `role` and the name right behind it; `None` where it is no title.
fn titled(view: &View, person: &Person, role: Span) -> Option<String> {
    let start = role.end + 1;
    let named = person.mentions.binary_search_by_key(&start, |mention| mention.start).ok()?;
    let whole = Span { end: person.mentions[named].end, ..role };
    let is_title = role.of(view.text()).trim_start_matches(['*', '_', '`']).starts_with(char::is_uppercase);
    is_title.then(|| one_line(view.text(), whole))
}

fn of_team(view: &View, offers: &mut Offers) {
    for person in &view.snapshot.around.people.people {
        let detail = [person.role.as_deref(), Some("people.toml")].into_iter().flatten().collect::<Vec<_>>();
        for name in person.names() {
            offers.add(name, &person.name, Some(detail.join(" · ")));
        }
    }
}

/// People of other articles whose full names are known, those of most articles first.
fn of_workspace(view: &View, offers: &mut Offers) {
    let shelf = view.session.shelf();
    let mut found: BTreeMap<&str, (usize, Option<&str>)> = BTreeMap::new();
    for IndexedPerson { name, role, .. } in shelf.iter().flat_map(|volume| &volume.entry.people) {
        if name.contains(' ') && (found.contains_key(&**name) || offers.typed.begins(name).is_some()) {
            let (articles, known) = found.entry(name).or_default();
            *articles += 1;
            *known = known.or(role.as_deref());
        }
    }
    let mut found: Vec<_> = found.into_iter().collect();
    found.sort_by_key(|(_, (articles, _))| std::cmp::Reverse(*articles));
    for (name, (articles, role)) in found {
        let articles = if articles == 1 { "1 article".to_owned() } else { format!("{articles} articles") };
        let detail = role.map_or(articles.clone(), |role| format!("{role} · {articles}"));
        offers.add(name, name, Some(detail));
    }
}

