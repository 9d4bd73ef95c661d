use super::{View, elsewhere};
use crate::{
    attribution::Attribution,
    lsp::markup::{Line, Markup},
    people::{Card, Person, Said, one_line},
    text::Span,
};

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
    elsewhere::sections(view, &view.analysis.people.people[person], &mut markup);
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
    elsewhere::sections(view, &person, &mut markup);
    markup
}

/// Name and role in one line.
pub(super) fn headline(view: &View, person: usize) -> Line {
    let card = Card::new(view.text(), &view.analysis.people.people[person]);
    let line = Line::default().strong(&card.name);
    match card.lead() {
        Some(role) => line.text(format!(", {role}")),
        None => line,
    }
}

fn roles(view: &View, card: &Card, markup: &mut Markup) {
    if !card.roles.is_empty() {
        markup.paragraph(Line::of("In this article:"));
        let role = |role: &Said| Line::of(format!("{} ({})", role.words, lines(view, &role.places)));
        markup.list(shortened(card.roles.iter().map(role)));
    }
}

fn spellings(view: &View, card: &Card, markup: &mut Markup) {
    if !card.spellings.is_empty() {
        let ways = format!(" the name is spelled in {} ways:", card.spellings.len());
        markup.paragraph(Line::default().strong("Warning:").text(ways));
        let spelling = |form: &Said| Line::of(format!("{} ({})", form.words, lines(view, &form.places)));
        markup.list(shortened(card.spellings.iter().map(spelling)));
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
        markup.list(shortened(theirs.iter().map(statement)));
    }
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
    let mut numbers: Vec<usize> = places.iter().map(|&place| view.line_number(place)).collect();
    numbers.dedup();
    let shown = if numbers.len() > LONGEST_LIST { LONGEST_LIST - 1 } else { numbers.len() };
    let more = (shown < numbers.len()).then(|| format!("{} more", numbers.len() - shown));
    let lines: Vec<String> = numbers[..shown].iter().map(usize::to_string).chain(more).collect();
    match lines.as_slice() {
        [only] => format!("line {only}"),
        [ahead @ .., last] => format!("lines {} and {last}", ahead.join(", ")),
        [] => String::new(),
    }
}

/// `lines` without the last where they are many; these are counted, and never made.
pub(super) fn shortened(lines: impl ExactSizeIterator<Item = Line>) -> Vec<Line> {
    let all = lines.len();
    if all <= LONGEST_LIST {
        return lines.collect();
    }
    let shown = LONGEST_LIST - 1;
    lines.take(shown).chain([Line::of(format!("{} more", all - shown))]).collect()
}
