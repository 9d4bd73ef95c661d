//! What has somebody behind it, or claims nothing.

use crate::check_claims;

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
