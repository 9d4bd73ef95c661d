use super::View;
use crate::{
    attribution::Attribution,
    lsp::{
        library::Naming,
        markup::{Line, Markup},
        team,
    },
    people::{Card, FullName, Person, Said, one_line},
    text::Span,
    workspace::TeamPerson,
};
use std::path::PathBuf;

/// The longest excerpt of a statement, in characters.
const EXCERPT: usize = 140;
/// Entries of a list before the rest is only counted.
const LONGEST_LIST: usize = 6;

/// Who person number `person` is: name and role first, everything else below.
pub(super) fn card(view: &View, person: usize) -> Markup {
    let card = Card::new(view.text(), &view.analysis.people.people[person]);
    let mut markup = Markup::default();
    markup.paragraph(headline(view, person));
    spellings(view, &card, &mut markup);
    roles(view, &card, &mut markup);
    markup.paragraph(mentions(view, &card));
    statements(view, person, &mut markup);
    if let Some(name) = FullName::new(&card.name) {
        other_articles(view, &name, &mut markup);
    }
    team(view, &view.analysis.people.people[person], &mut markup);
    markup
}

/// Who is called `name`: a person of the article, or one whom the team or other articles know.
pub(in crate::lsp::requests) fn about(view: &View, name: &str) -> Markup {
    let people = &view.analysis.people.people;
    if let Some(person) = people.iter().position(|person| person.name == name) {
        return card(view, person);
    }
    let person = Person { name: name.to_owned(), ..Person::default() };
    let mut markup = Markup::default();
    markup.paragraph(Line::default().strong(name));
    if let Some(name) = FullName::new(name) {
        other_articles(view, &name, &mut markup);
    }
    team(view, &person, &mut markup);
    markup
}

/// Name and role in one line.
pub(super) fn headline(view: &View, person: usize) -> Line {
    let card = Card::new(view.text(), &view.analysis.people.people[person]);
    let line = Line::default().strong(&card.name);
    match card.roles.first() {
        Some(role) => line.text(format!(", {}", role.words)),
        None => line,
    }
}

fn roles(view: &View, card: &Card, markup: &mut Markup) {
    if !card.roles.is_empty() {
        markup.paragraph(Line::of("In this article:"));
        let role = |role: &Said| Line::of(format!("{} ({})", role.words, lines(view, &role.places)));
        markup.list(shortened(card.roles.iter().map(role).collect()));
    }
}

fn spellings(view: &View, card: &Card, markup: &mut Markup) {
    if !card.spellings.is_empty() {
        let ways = format!(" the name is spelled in {} ways:", card.spellings.len());
        markup.paragraph(Line::default().strong("Warning:").text(ways));
        let spelling = |form: &Said| Line::of(format!("{} ({})", form.words, lines(view, &form.places)));
        markup.list(shortened(card.spellings.iter().map(spelling).collect()));
    }
}

fn mentions(view: &View, card: &Card) -> Line {
    let line = view.line_number(card.first);
    Line::of(match card.mentions {
        1 => format!("Named once, in line {line}."),
        times => format!("Named {times} times, first in line {line}."),
    })
}

fn statements(view: &View, person: usize, markup: &mut Markup) {
    let all = view.analysis.statements.attributions.iter();
    let theirs: Vec<&Attribution> = all.filter(|statement| statement.person == Some(person)).collect();
    if !theirs.is_empty() {
        markup.paragraph(Line::of("Says here:"));
        let statement = |statement: &&Attribution| {
            let line = view.line_number(statement.content);
            Line::of(format!("{} (line {line})", excerpt(view.text(), statement.content)))
        };
        markup.list(shortened(theirs.iter().map(statement).collect()));
    }
}

fn other_articles(view: &View, name: &FullName, markup: &mut Markup) {
    let namings = view.session.namings(name, &view.snapshot.uri);
    if !namings.is_empty() {
        markup.paragraph(Line::of("Other articles:"));
        let folders = view.session.environment().folders().to_vec();
        markup.list(shortened(namings.iter().map(|naming| article(naming, &folders)).collect()));
    }
}

/// An article by its path in the workspace, with a link to its first mention.
fn article(naming: &Naming, folders: &[PathBuf]) -> Line {
    let path = &naming.volume.path;
    let inside = folders.iter().find_map(|folder| path.strip_prefix(folder).ok()).unwrap_or(path);
    let name = inside.display().to_string();
    let line = naming.mentions.first().map_or(1, |place| place.start.line + 1);
    let linked = match naming.volume.uri() {
        Some(uri) => Line::default().link(name, format!("{}#L{line}", uri.as_str())),
        None => Line::of(name),
    };
    linked.text(match naming.mentions.len() {
        1 => format!(" (line {line})"),
        times => format!(" ({times} times, first in line {line})"),
    })
}

/// What the team's people.toml says.
fn team(view: &View, person: &Person, markup: &mut Markup) {
    let around = &view.snapshot.around;
    let Some(entry) = team::entry(&around.people, person) else { return };
    let head = match team::entry_location(view.session, around, person) {
        Some(place) => {
            let line = place.range.start.line + 1;
            Line::default().link("people.toml", format!("{}#L{line}", place.uri.as_str()))
        }
        None => Line::of("people.toml"),
    };
    markup.paragraph(head.text(":"));
    markup.list(team_lines(entry));
}

/// The lines of an entry of people.toml.
pub(super) fn team_lines(entry: &TeamPerson) -> Vec<Line> {
    let since = entry.since.as_ref().map_or_else(String::new, |since| format!(" (since {since})"));
    let role = entry.role.as_ref().map_or_else(String::new, |role| format!(", {role}"));
    let mut lines = vec![Line::default().strong(&entry.name).text(format!("{role}{since}"))];
    lines.extend(entry.pronunciation.as_ref().map(|sound| Line::of(format!("said: {sound}"))));
    lines.extend(entry.note.as_ref().map(Line::of));
    let checked = entry.checked.as_ref().map(|date| format!("checked {date}"));
    lines.extend(match (&entry.source, checked) {
        (Some(source), Some(checked)) => Some(Line::default().link("source", source).text(format!(", {checked}"))),
        (Some(source), None) => Some(Line::default().link("source", source)),
        (None, Some(checked)) => Some(Line::of(checked)),
        (None, None) => None,
    });
    lines
}

/// The words of `span`, cut at a blank where they are long.
pub(super) fn excerpt(text: &str, span: Span) -> String {
    let words = one_line(text, span);
    let Some((end, _)) = words.char_indices().nth(EXCERPT) else { return words };
    let end = words[..end].rfind(' ').unwrap_or(end);
    format!("{} …", &words[..end])
}

/// "line 3", "lines 3, 7 and 9".
fn lines(view: &View, places: &[Span]) -> String {
    let mut lines: Vec<String> = places.iter().map(|&place| view.line_number(place).to_string()).collect();
    lines.dedup();
    if lines.len() > LONGEST_LIST {
        let more = lines.len() - LONGEST_LIST + 1;
        lines.truncate(LONGEST_LIST - 1);
        lines.push(format!("{more} more"));
    }
    match lines.as_slice() {
        [only] => format!("line {only}"),
        [ahead @ .., last] => format!("lines {} and {last}", ahead.join(", ")),
        [] => String::new(),
    }
}

/// `lines` without the last where they are many; these are counted.
pub(super) fn shortened(mut lines: Vec<Line>) -> Vec<Line> {
    if lines.len() > LONGEST_LIST {
        let more = lines.len() - LONGEST_LIST + 1;
        lines.truncate(LONGEST_LIST - 1);
        lines.push(Line::of(format!("{more} more")));
    }
    lines
}
