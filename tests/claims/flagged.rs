//! What nobody stands behind.

use crate::{check_claims, findings};
use copydesk::{
    analysis::{self, Memo, Settings},
    rules::Severity,
    syntax::Language,
};

#[test]
fn an_emoji_before_the_source_is_no_part_of_it() {
    check_claims(
        "
🐟 Experts argue that the hall will pay for itself.
  ^^^^^^^^^^^^^ vague-source
",
    );
}

#[test]
fn crowds_and_unnamed_documents_are_vague() {
    check_claims(
        "
Experts argue that the harbour wall will not last another winter.
^^^^^^^^^^^^^ vague-source
The wall, several analysts have said, was never paid for.
          ^^^^^^^^^^^^^^^^^^^^^^^^^^ vague-source
The wall cost twice the budget, according to officials.
                                ^^^^^^^^^^^^^^^^^^^^^^ vague-source
Studies show that old walls fall first.
^^^^^^^^^^^^ vague-source
",
    );
}

#[test]
fn crowds_that_a_nation_or_a_relative_clause_names_are_vague() {
    check_claims(
        "
Many Norwegians believe that the bridge will never be built.
^^^^^^^^^^^^^^^^^^^^^^^ vague-source
The families, many of whom say the plan is cruel, left the hall.
              ^^^^^^^^^^^^^^^^ vague-source
The doctor has been called a fraud by fellow physicians.
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vague-source
That is far from how experts say the bridge will behave.
                     ^^^^^^^^^^^ vague-source
Mara Venn (Lindhaven), a supporter of the bridge, told the council that it was safe.
Norwegians voted on Monday, and some calls into the hotline went unanswered.
There are people here who think in years rather than days.
Bakers make what they call a “slack” dough, what bakers call a “slack” dough.
",
    );
}

#[test]
fn passives_hide_who_says_so() {
    check_claims(
        "
The wall is widely seen as a waste of money.
         ^^^^^^^^^^^^^^ agentless-passive
It is believed that the wall was built in a year.
   ^^^^^^^^^^^ agentless-passive
The mayor reportedly left before the vote.
          ^^^^^^^^^^ agentless-passive
",
    );
}

#[test]
fn one_unnamed_person_is_anonymous() {
    check_claims(
        "
A senior official said that the ferry line would be sold.
^^^^^^^^^^^^^^^^^^^^^^ anonymous-source
",
    );
}

#[test]
fn lore_has_nobody_behind_it() {
    check_claims(
        "
Legend has it that the bell rings by itself in a storm.
^^^^^^^^^^^^^ vague-source
According to local legend, the bell rings by itself in a storm.
^^^^^^^^^^^^^^^^^^^^^^^^^ vague-source
Conventional wisdom holds that the bell is older than the town.
^^^^^^^^^^^^^^^^^^^^^^^^^ vague-source
The rumour was that the bell had been sold, and the legend of the bell draws visitors.
Officials hold a meeting that lasts all day, and the council holds the keys.
",
    );
}

#[test]
fn what_is_generally_accepted_has_nobody_behind_it() {
    check_claims(
        "
It is generally accepted that the bridge is unsafe.
   ^^^^^^^^^^^^^^^^^^^^^ agentless-passive
The bridge is considered as the finest of its kind.
           ^^^^^^^^^^^^^ agentless-passive
The offer was accepted by residents, and the bids were accepted on Monday.
When a bridge sways, it is said to be live. The year as a whole was quiet, seen as a whole.
The twins are portrayed as rivals in the film, and the hero is depicted as a fool in the third season.
The clerk was accused of theft, and he defended people accused of fraud.
",
    );
}

#[test]
fn what_nobody_says_hides_behind_there_is() {
    check_claims(
        "
There is a widespread belief that the wall is hollow.
                      ^^^^^^ agentless-passive
The skipper has been called the last of his kind.
            ^^^^^^^^^^^^^^^ agentless-passive
The union is also alleged to have paid for the wall.
          ^^^^^^^^^^^^^^^ agentless-passive
There is some controversy surrounding the victory claims of the club.
Some of the walls show cracks, and many of his works depict the sea.
The boat had been called the Gull. Most Norwegians believe that the wall will fall, the poll found.
Neighbours call the police when it smokes, and the district is considered on par with the old one.
",
    );
}

#[test]
fn a_capital_that_only_opens_the_sentence_makes_no_name() {
    check_claims(
        "
Treasury officials said the harbour tax would go. The clerks of the Treasury met on Monday.
Herring buyers said the harbour tax would go. They pay it for every box of herring.
^^^^^^^^^^^^^^^^^^^ vague-source
",
    );
}

#[test]
fn a_named_answer_makes_the_finding_a_hint() {
    let found = findings("Experts argue that the wall will fall. Ilse Brandt said it would fall within a year.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Hint);
}

#[test]
fn a_named_source_under_the_next_heading_answers_nothing() {
    let text = "Experts argue that the wall will fall before the spring, and the council has no money for a new one.\n\n\
                What the Mayor Wants\n\nIlse Brandt said it would fall within a year, and she wants a new one built.";
    let found = findings(text);
    assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Warning]);
}

#[test]
fn a_lead_in_is_flagged_once_for_its_bullets() {
    check_claims(
        "
Experts say the council should do three things:
^^^^^^^^^^^ vague-source

- mend the wall before the winter storms come
- raise the harbour dues for the larger ships
- ask the county for a loan on better terms
",
    );
}

#[test]
fn a_long_insertion_is_no_part_of_the_finding() {
    check_claims(
        "
Critics of the plan, which passed by seven votes to six on Tuesday night, have described it as a gift.
^^^^^^^ vague-source
",
    );
}

#[test]
fn an_explanation_tells_what_ties_words_and_source() {
    let text =
        "“The wall is old, and it will fall before spring,” Ilse Brandt said. According to the mayor, it is safe.";
    let settings = Settings::default();
    let analysis = analysis::analyze(text, Language::PlainText, &settings, &mut Memo::default(), &|| false);
    let attributions = analysis.map(|analysis| analysis.statements.attributions).unwrap_or_default();
    let why: Vec<String> = attributions.iter().map(|attribution| attribution.why.to_string()).collect();
    assert_eq!(
        why,
        [
            "it is whose words the cue right after them tells; a proper name stands in the phrase or beside it",
            "it is the phrase behind “according to”; definite: the phrase points back to somebody the article has named \
             or described",
        ]
    );
}
