//! Who is named where. Marks stand under the line they speak of: `^^^1` a mention of person 1, `~~~1` what that person
//! is, `===1` a word that stands for that person. All people and places are invented.

use copydesk::{
    analysis::{self, Analysis, Memo, Settings},
    syntax::Language,
    text::Span,
};

/// What a mark shows.
const MENTION: char = '^';
const ROLE: char = '~';
const REFERENCE: char = '=';

/// The mentions of `fixture` are those drawn, no more and no fewer.
#[track_caller]
fn check_people(fixture: &str) {
    check(fixture, Language::PlainText, &[MENTION]);
}

/// The same for a text in Markdown.
#[track_caller]
fn check_people_markdown(fixture: &str) {
    check(fixture, Language::Markdown, &[MENTION]);
}

/// The mentions and roles are those drawn.
#[track_caller]
fn check_roles(fixture: &str) {
    check(fixture, Language::PlainText, &[MENTION, ROLE]);
}

/// The mentions and the words that stand for people are those drawn.
#[track_caller]
fn check_references(fixture: &str) {
    check(fixture, Language::PlainText, &[MENTION, REFERENCE]);
}

#[track_caller]
fn check(fixture: &str, language: Language, kinds: &[char]) {
    let is_marks = |line: &&str| {
        !line.is_empty() && line.chars().all(|c| " ^~=123456789".contains(c)) && line.contains(['^', '~', '='])
    };
    let text: String = fixture.lines().filter(|line| !is_marks(line)).map(|line| format!("{line}\n")).collect();
    let analysis = analysis::analyze(&text, language, &Settings::default(), &mut Memo::default(), &|| false)
        .expect("nobody cancels");
    let drawn = draw(&text, &marks(&analysis, kinds));
    if drawn.trim() != fixture.trim() {
        let diff = similar::TextDiff::from_lines(fixture.trim(), drawn.trim());
        panic!("expected (-) and found (+):\n{}", diff.unified_diff().context_radius(9));
    }
}

/// A span, how it is drawn, and the number of its person.
type Mark = (Span, char, usize);

fn marks(analysis: &Analysis, kinds: &[char]) -> Vec<Mark> {
    let mut marks = Vec::new();
    for (person, number) in analysis.people.people.iter().zip(1..) {
        for (spans, kind) in [(&person.mentions, MENTION), (&person.roles, ROLE), (&person.references, REFERENCE)] {
            if kinds.contains(&kind) {
                marks.extend(spans.iter().map(|&span| (span, kind, number)));
            }
        }
    }
    marks.sort();
    marks
}

/// The lines of `text`, each with its marks under it.
fn draw(text: &str, marks: &[Mark]) -> String {
    let mut drawn = String::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        drawn += line;
        let column = |offset: u32| text[start..offset as usize].chars().count();
        let mut under = String::new();
        for (span, kind, number) in marks.iter().filter(|(span, ..)| (start..end).contains(&(span.start as usize))) {
            let (from, to) = (column(span.start), column(span.end));
            under.extend(std::iter::repeat_n(' ', from.saturating_sub(under.chars().count())));
            under.extend(std::iter::repeat_n(*kind, to - from));
            under += &number.to_string();
        }
        if !under.is_empty() {
            drawn += &under;
            drawn.push('\n');
        }
        start = end;
    }
    drawn
}

mod forms {
    use super::*;

    #[test]
    fn a_surname_that_others_bear_as_a_given_name_stays_a_surname() {
        check_people(
            "
“The buses start moving,” said Jonas Reet, who heads the transport committee.
                               ^^^^^^^^^^1
Reet told the chamber that the journey takes 41 minutes.
^^^^1
",
        );
    }

    #[test]
    fn full_name_and_surname_are_one_person() {
        check_people(
            "
Pavel Orlenko opened the bridge on Monday. Orlenko said the work had taken two years.
^^^^^^^^^^^^^1                             ^^^^^^^1
Reporters asked Mr. Orlenko about the cost.
                    ^^^^^^^1
",
        );
    }

    #[test]
    fn an_initial_and_the_surname_are_the_same_person() {
        check_people(
            "
Pavel Orlenko opened the bridge on Monday. Orlenko said the work had taken two years.
^^^^^^^^^^^^^1                             ^^^^^^^1
The minutes name P. Orlenko as the chairman of the committee.
                 ^^^^^^^^^^1
",
        );
    }

    #[test]
    fn possessives_stay_outside() {
        check_people(
            "
Anna Kowalska's report was read aloud. Kowalska’s colleagues applauded.
^^^^^^^^^^^^^1                         ^^^^^^^^1
",
        );
    }

    #[test]
    fn initials_suffixes_and_hyphens_belong_to_the_name() {
        check_people(
            "
George W. Hartley Jr. met Marie-Claire Dubois and J.K. Whitman on Tuesday, the mayor said.
^^^^^^^^^^^^^^^^^^^^^1    ^^^^^^^^^^^^^^^^^^^2    ^^^^^^^^^^^^3
",
        );
    }

    #[test]
    fn particles_and_apostrophes_belong_to_the_name() {
        check_people(
            "
Pieter van der Berg and Sean O'Connell said that the talks would go on.
^^^^^^^^^^^^^^^^^^^1    ^^^^^^^^^^^^^^2
",
        );
    }

    #[test]
    fn names_of_east_asia_are_whole() {
        check_people(
            "
Chinese Foreign Minister Zhang Weimin met South Korean President Park Jae-hyun in Beijing, where Zhang Weimin said the visit went well.
                         ^^^^^^^^^^^^1                           ^^^^^^^^^^^^^2                  ^^^^^^^^^^^^1
",
        );
    }

    #[test]
    fn nicknames_in_marks_stay_inside() {
        check_people(
            "
Former champion Roberto \"Stone\" Marquez said he would retire. Marquez is 41.
                ^^^^^^^^^^^^^^^^^^^^^^^1                      ^^^^^^^1
",
        );
    }

    #[test]
    fn diacritics_are_letters() {
        check_people(
            "
Jiří Dvořáček told reporters that José Núñez had resigned. Dvořáček gave no reason.
^^^^^^^^^^^^^1                    ^^^^^^^^^^2              ^^^^^^^^1
",
        );
    }

    #[test]
    fn shouted_lines_name_people_too() {
        check_people(
            "
MAYOR SERGEI ORLENKO OPENS THE PORT AGAIN
      ^^^^^^^^^^^^^^1

Sergei Orlenko said on Monday that the port would reopen in May after a year of repairs.
^^^^^^^^^^^^^^1
",
        );
    }

    #[test]
    fn markup_is_no_part_of_a_name() {
        check_people_markdown(
            "
Deputy mayor **Anna Kowalska** said on Monday that the plan of [Pavel Novak](https://example.org) was sound.
               ^^^^^^^^^^^^^1                                   ^^^^^^^^^^^2
",
        );
    }
}

mod persons {
    use super::*;

    #[test]
    fn renderings_of_one_name_are_one_person() {
        check_people(
            "
Sergei Orlenko arrived on Monday, the ministry said. Officials met Sergey Orlenko at the airport.
^^^^^^^^^^^^^^1                                                    ^^^^^^^^^^^^^^1
",
        );
    }

    #[test]
    fn two_people_of_one_surname_stay_apart() {
        check_people(
            "
Martin Hartley and Susan Hartley were at the hearing. Mr. Hartley spoke first, and Ms. Hartley said little.
^^^^^^^^^^^^^^1    ^^^^^^^^^^^^^2                         ^^^^^^^1                     ^^^^^^^2
",
        );
    }
}

mod namesakes {
    use super::*;

    #[test]
    fn a_bare_surname_stays_with_the_person_whom_the_article_is_about() {
        check_people(
            "
Tomas Hartley, the former head of the port authority, took bribes, a court heard on Tuesday.
^^^^^^^^^^^^^1
Hartley, 58, denies the charges. His wife, Ilse Hartley, sat in the second row of the court.
^^^^^^^1                                   ^^^^^^^^^^^^2
The prosecutor said that Hartley had met the owner of the firm, Ruben Katz, in a hotel.
                         ^^^^^^^1                               ^^^^^^^^^^3
Ms. Hartley shook her head. Hartley himself said nothing.
    ^^^^^^^2                ^^^^^^^1
",
        );
    }

    #[test]
    fn a_title_tells_two_people_of_one_surname_apart() {
        check_people(
            "
President Marcus Thorne and his adviser Simone Thorne met the press on Monday, as they do every week.
          ^^^^^^^^^^^^^1                ^^^^^^^^^^^^^2
Simone Thorne spoke of the economy. President Thorne spoke of the floods in the north.
^^^^^^^^^^^^^2                                ^^^^^^1
",
        );
    }

    #[test]
    fn kin_named_by_the_given_name_are_people() {
        check_people(
            "
Margaret Holloway died at her home on Monday. Her death was confirmed by her son, Peter.
^^^^^^^^^^^^^^^^^1                                                                ^^^^^2
",
        );
    }
}

mod traps {
    use super::*;

    #[test]
    fn trades_and_ranks_stay_outside() {
        check_people(
            "
Baker Uwe Wendt keeps the receipts in a frame, said Detective Inspector Hanne Skov, who has seen them.
      ^^^^^^^^^1                                                        ^^^^^^^^^^2
Anyone with information should call DI Skov or write to Cllr Sheila Wraxall.
                                       ^^^^2                 ^^^^^^^^^^^^^^3
",
        );
    }

    #[test]
    fn invented_firms_and_papers_are_no_people() {
        check_people(
            "
Castor Freight has agreed to buy Skagerlinje, the Salzow Courier reported on Wednesday. Bovey Homes declined to comment.
",
        );
    }

    #[test]
    fn places_peoples_and_bodies_are_no_people() {
        check_people(
            "
Iraqi troops left Baghdad for Basra, the Foreign Ministry in London said. Washington and Moscow welcomed it.
",
        );
    }

    #[test]
    fn firms_teams_laws_and_prizes_are_no_people() {
        check_people(
            "
Shares of Morgan Industries fell after the Nobel Prize was announced. The Hartley Act does not cover Douglas & Sons Inc.
",
        );
    }

    #[test]
    fn headline_words_are_no_people() {
        check_people(
            "
Ukraine Conflict: What We Know About the Cold War Archives

The ministry published the archives of the period on Monday, and historians have begun to read them in earnest.

Previous Article
",
        );
    }

    #[test]
    fn days_after_a_name_stay_outside() {
        check_people(
            "
The court heard Pavel Orlenko Monday and will hear Anna Kowalska on Tuesday, the clerk said.
                ^^^^^^^^^^^^^1                     ^^^^^^^^^^^^^2
",
        );
    }
}

mod roles {
    use super::*;

    #[test]
    fn titles_before_and_appositions_after() {
        check_roles(
            "
Russian Foreign Minister Pavel Orlenko met Anna Kowalska, the head of the port authority, on Monday.
~~~~~~~~~~~~~~~~~~~~~~~~1^^^^^^^^^^^^^1    ^^^^^^^^^^^^^2 ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~2
",
        );
    }

    #[test]
    fn what_somebody_heads_or_is() {
        check_roles(
            "
Pavel Orlenko, who heads the port authority, said so. Anna Kowalska is a former judge, she told reporters.
^^^^^^^^^^^^^1     ~~~~~~~~~~~~~~~~~~~~~~~~1          ^^^^^^^^^^^^^2   ~~~~~~~~~~~~~~2
",
        );
    }

    #[test]
    fn the_role_may_come_first() {
        check_roles(
            "
The head of the port authority, Pavel Orlenko, said that the quay would reopen in May.
~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~1 ^^^^^^^^^^^^^1
",
        );
    }
}

mod references {
    use super::*;

    #[test]
    fn a_pronoun_stands_for_the_one_person_it_fits() {
        check_references(
            "
Pavel Orlenko opened the bridge on Monday. He said that his office had paid for it.
^^^^^^^^^^^^^1                             ==1          ===1
",
        );
    }

    #[test]
    fn a_pronoun_that_fits_two_people_stands_for_nobody() {
        check_references(
            "
Pavel Orlenko met Martin Hartley on Monday. He said that the bridge was paid for.
^^^^^^^^^^^^^1    ^^^^^^^^^^^^^^2
",
        );
    }

    #[test]
    fn a_role_noun_stands_for_the_one_who_holds_the_role() {
        check_references(
            "
Foreign Minister Pavel Orlenko met the press on Monday. The road is closed, the minister said.
                 ^^^^^^^^^^^^^1                                             ============1
",
        );
    }
}

#[test]
fn an_index_gives_the_roles_that_an_open_article_gives() {
    let text = "The harbour union boss Mara Venn spoke first. Later the ferry company chairman Tarn Weiss left.\n";
    let people = |analysis: Option<Analysis>| analysis.expect("nobody cancels").people;
    let open = analysis::analyze(text, Language::PlainText, &Settings::default(), &mut Memo::default(), &|| false);
    let open = people(open);
    let roles: Vec<&str> = open.people.iter().flat_map(|person| &person.roles).map(|role| role.of(text)).collect();
    assert_eq!(roles, ["harbour union boss", "ferry company chairman"]);
    assert_eq!(people(analysis::survey(text, Language::PlainText, &|| false)), open);
}
