//! What a writer types is not furniture, wherever the cursor stands.

use crate::{analyze, check};
use copydesk::syntax::Language;

const PASTED: &str = "\
The wall of Vesterby is to be rebuilt

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. She told the council so before the vote.

Related Articles
Bakers Fear New Rules On Ovens
Ferry Company Sold To Investors
Leave a Reply
\u{a9} 2024 Harbour Weekly. All rights reserved.

";

#[test]
fn a_sentence_under_the_furniture_does_not_fade_while_it_is_typed() {
    let sentence = "The mayor was ill on Monday.";
    for typed in 6..=sentence.len() {
        let text = format!("{PASTED}{}\n", &sentence[..typed]);
        let analysis = analyze(&text, Language::PlainText);
        let faded = analysis.findings.iter().any(|finding| finding.span.end as usize > PASTED.len());
        assert!(!faded, "{:?} fades", &sentence[..typed]);
    }
}

#[test]
fn two_paragraphs_under_the_furniture_stay() {
    let text = format!("{PASTED}The mayor was ill on Monday.\n\nHer deputy has to sign the papers.\n");
    let analysis = analyze(&text, Language::PlainText);
    assert!(analysis.findings.iter().all(|finding| finding.span.end as usize <= PASTED.len()));
}

#[test]
fn a_draft_of_a_few_short_lines() {
    check(
        "\
Storm over the sound

Two boats are missing.

Nobody knows why they sailed.

The harbour office has called the island twice since noon.
",
    );
}

#[test]
fn notes_before_the_first_paragraph_is_written() {
    check(
        "\
Call the harbour master

Ask who signed the contract.

How long will the repairs take?
",
    );
}
