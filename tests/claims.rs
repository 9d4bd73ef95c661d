//! The claims that rules flag and leave alone, drawn under the lines.

use copydesk::{
    analysis::{self, Memo, Settings},
    rules::{self, Finding, Severity},
    syntax::Language,
};
use similar::TextDiff;

/// Every rule of the group on, whatever its default.
fn findings(text: &str) -> Vec<Finding> {
    let mut settings = Settings::default();
    for rule in rules::all() {
        let severity = (rule.group() == "attribution").then_some(rule.severity);
        settings.severities.insert(rule.id.into(), severity);
    }
    let analysis = analysis::analyze(text, Language::PlainText, &settings, &mut Memo::default(), &|| false);
    analysis.map(|analysis| analysis.findings).unwrap_or_default()
}

/// Checks the findings of the attribution rules against marks drawn under the lines: carets under the words, then the
/// rule's name.
#[track_caller]
fn check_claims(fixture: &str) {
    let is_mark = |line: &&str| line.trim_start().starts_with('^');
    let text: Vec<&str> = fixture.trim().lines().filter(|line| !is_mark(line)).collect();
    let mut drawn = String::new();
    let mut start = 0;
    let found = findings(&text.join("\n"));
    for line in &text {
        drawn += line;
        drawn.push('\n');
        for finding in &found {
            let at = finding.span.start as usize;
            if (start..start + line.len().max(1)).contains(&at) {
                let before = line[..at - start].chars().count();
                let under = finding.span.of(&text.join("\n")).chars().count();
                let rule = finding.rule.trim_start_matches("attribution/");
                drawn += &format!("{}{} {rule}\n", " ".repeat(before), "^".repeat(under));
            }
        }
        start += line.len() + 1;
    }
    let expected = format!("{}\n", fixture.trim());
    assert!(drawn == expected, "{}", TextDiff::from_lines(&expected, &drawn).unified_diff());
}

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
fn a_named_answer_makes_the_finding_a_hint() {
    let found = findings("Experts argue that the wall will fall. Ilse Brandt said it would fall within a year.");
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].severity, Severity::Hint);
}

#[test]
fn identified_sources_are_left_alone() {
    check_claims(
        "
The minister's lawyer said the wall would stand, and her aides agreed that it would.
A Coastwatch poll shows that the town is divided, and police said the square was empty.
Pentagon officials said the budget was sound. The company denied that the wall had moved.
Ilse Brandt told reporters that the wall would hold. Officials met on Monday to see it.
The village is known as the Gate, and the mayor is expected to visit it on Monday.
The clerk is accused of theft and was charged with fraud before the county court.
",
    );
}

#[test]
fn words_inside_somebodys_content_are_theirs() {
    check_claims(
        "
Ilse Brandt said that experts argue about the wall every year.
“Experts argue that the wall will fall,” Ilse Brandt said.
Ilse Brandt believes critics say too little about the wall.
",
    );
}

#[test]
fn what_only_might_be_said_is_no_claim() {
    check_claims(
        "
Critics could say that the wall is old. Would experts agree that it will fall?
It cannot be described simply as a wall. The band played “Experts Say” at the fair.
",
    );
}

#[test]
fn headings_say_nothing() {
    check_claims(
        "
Experts Argue Over the Wall

The council met on Monday in the old town hall, and the meeting lasted for three hours.
",
    );
}

#[test]
fn quotations_attributed_beside_them_have_a_speaker() {
    check_claims(
        "
The mayor spoke first: “The wall is old, and it will fall before the spring.”

“We have no money for it,” she added. “We never had a penny for it, not in all these years.”

Tarn Weiss disagreed. “The wall has stood for a hundred years, and it will stand for another.”
",
    );
}

#[test]
fn fixes_leave_grammatical_sentences() {
    let text = "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen as a risk.";
    let mended = |at: usize| {
        let found = findings(text);
        found[at].fixes.iter().map(|fix| rules::apply(text, [fix])).collect::<Vec<_>>()
    };
    assert_eq!(
        mended(0),
        [
            "Mara Venn designed the wall. Mara Venn argues that it will fall. It is widely seen as a risk.",
            "Mara Venn designed the wall. Experts [who?] argue that it will fall. It is widely seen as a risk.",
        ]
    );
    assert_eq!(
        mended(1),
        [
            "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen by Mara Venn as a risk.",
            "Mara Venn designed the wall. Experts argue that it will fall. It is widely seen [by whom?] as a risk.",
        ]
    );
}

/// The text with each claim rewritten in turn.
fn rewritten(text: &str) -> Vec<String> {
    let settings = Settings::default();
    let analysis = analysis::analyze(text, Language::PlainText, &settings, &mut Memo::default(), &|| false);
    let claims = analysis.map(|analysis| analysis.statements.claims).unwrap_or_default();
    let fixes = claims.iter().filter_map(|claim| rules::rewrite(text, claim));
    fixes.map(|fix| rules::apply(text, [&fix])).collect()
}

#[test]
fn bare_lead_ins_are_rewritten_with_the_source_behind() {
    for (text, expected) in [
        ("Experts say that the wall will fall.", "The wall will fall, according to [source]."),
        ("Experts say the wall will fall by May.", "The wall will fall by May, according to [source]."),
        ("It is believed that the wall is hollow.", "The wall is hollow, according to [source]."),
        ("The wall will fall, experts say.", "The wall will fall, according to [source]."),
        ("The mayor reportedly left before the vote.", "The mayor left before the vote, according to [source]."),
    ] {
        assert_eq!(rewritten(text), [expected]);
    }
}

#[test]
fn sentences_whose_grammar_does_not_show_how_are_not_rewritten() {
    for text in ["Critics called the wall a waste of money.", "In May, experts say, the wall will fall."] {
        assert!(rewritten(text).is_empty(), "{text}: {:?}", rewritten(text));
    }
}

#[test]
fn speakers_told_in_an_apposition_are_not_the_names_before_it() {
    check_claims(
        "
The bill went to the Harbour Board and the Fisheries Office, a former official said.
                                                             ^^^^^^^^^^^^^^^^^^^^^^ anonymous-source
Ilse Brandt, a former official, said that the wall would hold. Tarn Weiss, now 81 and retired, said so too.
",
    );
}

#[test]
fn what_trails_a_sentence_stands_for_all_of_it() {
    check_claims(
        "
Ilse Brandt said that the wall would hold and that it was cheap, people familiar with the talks said.
                                                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anonymous-source
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
fn charges_and_names_are_no_reports() {
    check_claims(
        "
The clerk was fined for allegedly hiding the plans. The yard is best described as a shed.
The lawyers are accused of fraud before the county court, and the clerk was charged with theft.
A judge agreed on Monday, and two candidates claimed victory. The quay is known as the Long Wall.
",
    );
}

#[test]
fn polls_with_a_pollster_and_documents_with_an_author_are_named() {
    check_claims(
        "
A poll by Coastwatch shows that the town is divided, according to documents she filed on Monday.
According to a report in the Brandsund Courier, the wall is hollow.
Polls in the town show that people are divided, and according to one report the wall is hollow.
^^^^^^^^^^^^^^^^^^^^^^ vague-source
",
    );
}

#[test]
fn words_inside_quotations_are_the_speakers() {
    check_claims(
        "
“My father told me ‘experts say the wall will fall’ every single winter,” Ilse Brandt said.

“Critics say it is ugly,” Tarn Weiss said. “Officials say it is cheap, and they are wrong.”

The band closed with “Some Say It Never Rains”, and the so-called “experts” went home.
",
    );
}

#[test]
fn dialogue_belongs_to_its_speakers() {
    check_claims(
        "
“Is the wall safe?” asked Ilse Brandt.

“It has stood for a hundred years, and it will stand for another,” said Tarn Weiss.

“That is no answer at all, and you know it.”

“It is the only answer that I have got.”
",
    );
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
fn a_named_source_under_the_next_heading_answers_nothing() {
    let text = "Experts argue that the wall will fall before the spring, and the council has no money for a new one.\n\n\
                What the Mayor Wants\n\nIlse Brandt said it would fall within a year, and she wants a new one built.";
    let found = findings(text);
    assert_eq!(found.iter().map(|finding| finding.severity).collect::<Vec<_>>(), [Severity::Warning]);
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

#[test]
fn actions_are_no_claims() {
    check_claims(
        "
Many residents believe in ghosts, and neighbours call on one another. People say hello in the street.
Doctors told him to rest. Sailors told stories, and parents told their children the truth.
Players claimed third place. Students report to the office. Shareholders agreed to the sale.
Buyers expect to get a discount. Monks wrote the book. Neighbours called the police, and sailors call it the Widow.
Officials refused to say why. Parents can say no, and experts may differ.
The plan was seen by thousands of visitors, and the picture was viewed as many as a million times.
",
    );
}

#[test]
fn those_who_speak_for_a_body_are_identified() {
    check_claims(
        "
An agency spokesman said the quay was safe, and a spokeswoman for the bank said it would lend the money.
Critics of the Harbour Board claim that it is slow. Critics like Tarn Weiss say that it is slow.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ vague-source
",
    );
}

#[test]
fn a_reference_or_a_document_names_the_source() {
    check_claims(
        "
Herring move north in warm years (Brandt, 1998), and biologists suggest that they will stay.
In a recent editorial in the Courier, it was stated that the wall is hollow.
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
fn figures_that_somebody_counted_want_a_source() {
    check_claims(
        "
More than 600,000 people live on the islands north of the strait.
^^^^^^^^^^^^^^^^^ unsourced-figure

At least 30 towns have a ferry of their own. None of them is paid for by the state.
^^^^^^^^^^^ unsourced-figure

Only 40 percent of tenants in the old quarter own a boat.
     ^^^^^^^^^^ unsourced-figure

One in five pupils in the county has never seen the sea.
^^^^^^^^^^^ unsourced-figure

Catches in the fjord fell by 12 percent between the two wars.
                             ^^^^^^^^^^ unsourced-figure

His office is closed this week for the meeting of the Harbour Union, which gave nearly $5.9 million toward his campaign.
                                                                                ^^^^^^^^^^^^^^^^^^^ unsourced-figure

There are about 4,000 boats in the harbour, and nearly half of fishermen are older than sixty.
          ^^^^^^^^^^^ unsourced-figure

Two million Norwegians have a cabin by the water.
^^^^^^^^^^^ unsourced-figure
",
    );
}

#[test]
fn figures_that_nobody_needs_to_count_are_left_alone() {
    check_claims(
        "
About 200 people gathered on the quay on Monday, and at least 12 of them were taken to the station.

The ferry, built in 1962, is more than 60 years old and runs 14 miles to the island in about 45 minutes.

The house sold for $1.2 million, a coffee costs about $4, and the ring is worth nearly $30,000.

The bill passed by 51 votes to 44, and Lindhaven won 3-1 in front of the home crowd.

Shares in the yard fell 5 percent on Tuesday, and the index rose 1.2 percent.

Add about 400 grams of flour, and let at least half of the dough rest overnight.

The plan would give 40 percent of tenants a vote, and the limit is 1,500 boats a year.

You need more than 300 members to found a guild here, and we have over 400 people on our list.

At the hearing he made a remark about 40 percent of the country, and the top 1 percent of earners.

Call 555 0199 or write to 12 Harbour Street, Lindhaven 40213, before 5 May 2024.
",
    );
}

#[test]
fn figures_with_a_source_near_them_are_left_alone() {
    check_claims(
        "
More than 600,000 people live on the islands, the county said in March.

The survey by the Coastwatch Institute is the third of its kind.

Only 40 percent of tenants in the old quarter own a boat.

Mara Venn, the harbour master, said the fleet was shrinking. There are about 4,000 boats in the harbour.

About 30 percent of islanders leave for good (Brandt, 1998).

Ferries carry one in five commuters, according to the Lindhaven Transit Authority.
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
fn a_long_insertion_is_no_part_of_the_finding() {
    check_claims(
        "
Critics of the plan, which passed by seven votes to six on Tuesday night, have described it as a gift.
^^^^^^^ vague-source
",
    );
}
