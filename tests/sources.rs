//! Who said what: the table of sources, a statement a line.

use copydesk::{
    analysis::{Memo, Settings, analyze},
    attribution::table,
    syntax::Language,
};

/// Each line of `expected` is a statement of `text`: its source, a colon, its words.
#[track_caller]
fn check_sources(text: &str, expected: &str) {
    check_sources_in(Language::PlainText, text, expected);
}

#[track_caller]
fn check_sources_in(language: Language, text: &str, expected: &str) {
    let analysis = analyze(text, language, &Settings::default(), &mut Memo::default(), &|| false);
    let analysis = analysis.expect("nobody cancels");
    let rows = table(text, &analysis.article, &analysis.people, &analysis.statements);
    let lines: Vec<String> = rows.iter().map(|row| format!("{}: {}", row.source, row.words)).collect();
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

#[test]
fn a_signature_a_colon_or_a_genitive_tells_who_speaks() {
    check_sources(
        "“The wall will stand for a hundred years.”\n\n— Mara Venn, harbour master\n\nAsked whether the council would \
         pay, Ole Dahl shot back: “That would be good for all of us.”\n\n“Never,” Anna Vik boomed. “Not in my \
         lifetime.”\n\nThen Ida Moe turned to the window: “Nobody swims here after dark.”\n",
        "
Mara Venn: “The wall will stand for a hundred years.”
Ole Dahl: “That would be good for all of us.”
Anna Vik: “Never,”
Anna Vik: “Not in my lifetime.”
Ida Moe: “Nobody swims here after dark.”
",
    );
}

#[test]
fn a_pronoun_is_whom_the_paragraph_turns_to() {
    check_sources(
        "“I have never seen the contract,” Geir Haug said.\n\nIngrid Moe was not impressed. She called him a liar. His \
         daughter Liv Haug said the plan was sound.\n",
        "
Geir Haug: “I have never seen the contract,”
Ingrid Moe (She): him a liar
Liv Haug: the plan was sound
",
    );
}

#[test]
fn a_statement_is_told_once() {
    check_sources(
        "The council of Brandsund said in a statement that the hall was safe. Most visitors feel that nobody asked them.\n",
        "
The council of Brandsund: in a statement that the hall was safe
Most visitors: that nobody asked them
",
    );
}

#[test]
fn markup_is_no_part_of_what_is_told() {
    check_sources_in(
        Language::Markdown,
        "The [Brandsund Institute](https://example.org/b) said that the *old* pier would stand. “It will,” said \
         [Mara Venn](https://example.org/v).\n",
        "
The Brandsund Institute: that the old pier would stand
Mara Venn: “It will,”
",
    );
}
