//! Who said what: the table of sources, a statement a line.

use copydesk::{
    analysis::{Memo, Settings, analyze},
    attribution::table,
    syntax::Language,
};

/// Each line of `expected` is a statement of `text`: its source, a colon, its words.
#[track_caller]
fn check_sources(text: &str, expected: &str) {
    let analysis = analyze(text, Language::PlainText, &Settings::default(), &mut Memo::default(), &|| false);
    let analysis = analysis.expect("nobody cancels");
    let rows = table(text, &analysis.people, &analysis.statements);
    let lines: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.source, row.content.of(text))).collect();
    assert_eq!(lines.join("\n"), expected.trim());
}

#[test]
fn whom_it_was_told_is_no_part_of_it() {
    check_sources(
        "Mayor Oda Lindqvist told the council that the roof would not last. Ole Dahl told reporters he was tired. Anna \
         Vik warned residents of the old quay on Monday that the ice was thin. Ida Moe told the truth.\n",
        "
Oda Lindqvist: that the roof would not last
Ole Dahl: he was tired
Anna Vik: that the ice was thin
Ida Moe: the truth
",
    );
}

#[test]
fn a_heading_between_paragraphs_says_nothing() {
    check_sources(
        "The Market Moves\n\nThe council of Brandsund voted on Tuesday to move the fish market from the quay to a new \
         hall.\n\nRead more: Ferry crews end their strike after nine days\n\nWhat the Stallholders Say\n\nHenrik Aalto, \
         chairman of the stallholders' guild, said the new rents were twice the old ones.\n",
        "Henrik Aalto: the new rents were twice the old ones",
    );
}
