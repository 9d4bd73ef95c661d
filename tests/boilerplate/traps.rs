//! Articles of our own that look like furniture here and there and hold none.

use crate::{check, check_markdown};

#[test]
fn an_essay_with_the_headings_of_widgets() {
    check(
        "\
Why small harbours outlive big ones

Key Takeaways

Small harbours cost little to keep and are hard to replace, says Odile Brandt, who has studied forty of them for the coastal institute in Vesterby.

How they are paid for

Most of the money comes from the boats that use them. In Vesterby each of the thirty skippers pays a fee of nine crowns a day, and the town adds the rest.

FAQ

Who repairs the walls? The skippers do, on two Saturdays in April, with stone that the town brings down from the quarry.

In Retrospect

Brandt thinks that the big ports of the last century were built for ships that never came, and that the small ones were built for ships that were already there.

Conclusion

A harbour lives as long as somebody needs it every week, and that is a matter of bread, not of plans.
",
    );
}

#[test]
fn a_recipe_with_its_ingredients() {
    check(
        "\
Barley bread from the island of Orm

My grandmother baked this bread every Friday, and she never wrote down how much of anything she took, so the amounts below are mine.

Ingredients

- 500 g barley flour
- 300 ml warm water
- 1 teaspoon salt
- 2 spoons of honey
- 10 g yeast

Method

Stir the yeast and the honey into the warm water and wait until it foams, which takes about ten minutes in a warm kitchen.

Work in the flour and the salt, knead the dough until it no longer sticks to the bowl, and let it rise under a cloth for two hours.

Bake it for forty minutes in a hot oven. It is done when it sounds hollow as you knock on its underside.
",
    );
}

#[test]
fn a_poem_in_short_lines() {
    check(
        "\
Low Water

The boats lie down
on their sides
like dogs.

Nobody calls them.

A boy walks out
past the last pole
with a bucket
and no bait.

He has all day.

The sea has
all day too.
",
    );
}

#[test]
fn a_story_told_in_dialogue() {
    check(
        "\
The Ferryman

\u{201c}You're late,\u{201d} he said.

\u{201c}Am I?\u{201d}

\u{201c}By a year.\u{201d}

She set her bag down on the wet planks and looked across the sound to where the lights of the village should have been, and there were none.

\u{201c}Where is everyone?\u{201d}

\u{201c}Home.\u{201d}

\u{201c}Whose home?\u{201d}

He did not answer. He untied the rope, pushed off with his foot as he always had, and let the current take them out into the dark before he reached for the oars.
",
    );
}

#[test]
fn an_interview_in_questions_and_answers() {
    check(
        "\
\u{201c}I count the stones every spring\u{201d}

Mason Tove Aalund has kept the sea wall of Vesterby in repair for thirty-one years. We met her on the wall.

How did you begin?

I was nineteen and needed work, and old Pedersen needed somebody who was not afraid of cold water. He showed me one course of stone and then went home for his dinner.

What is the hardest part?

The waiting. You can only lay stone between the tides, so you work for three hours and sit for nine, and people think that you are idle.

Will there be a wall in a hundred years?

If somebody counts the stones, yes. A wall does not fall down in a storm, it falls down in the ten quiet years before the storm in which nobody looked at it.
",
    );
}

#[test]
fn a_live_report_with_its_times() {
    check(
        "\
Storm over the sound: how the day went

The storm reached the coast before dawn and blew until the evening. Our reporters followed it from the harbour, the hospital and the power station.

06:40

The first trees fall across the road to Lund. The bus company takes its drivers off the coast lines, and the schools of the lower town stay shut, the council says.

09:15

The ferry Marie breaks loose from her moorings and drifts across the basin. Two tugs hold her against the north quay until her engines start, the harbour master reports.

14:30

Power is back in half of the town. The station's manager, Per Holm, says that crews will work through the night to reach the farms on the island.
",
    );
}

#[test]
fn a_comparison_with_a_table() {
    check_markdown(
        "\
# Three ferries compared

We sailed with each of the three ferries that cross the sound and noted what it cost, how long it took and how the coffee was.

| Ferry | Price | Time | Coffee |
|---|---|---|---|
| Marie | 12 | 45 min | Good |
| Sund | 9 | 60 min | None |
| Express | 21 | 20 min | Free |

## Price

The Sund is the cheapest by far, though it sails only twice a day, and the last boat back leaves at six in the evening.

## Verdict

- Take the Marie for the coffee
- Take the Sund with a bicycle
- Take the Express when it rains
",
    );
}

#[test]
fn an_obituary_with_the_names_of_the_family() {
    check(
        "\
Henrik Dahl, keeper of the light, dies at 91

Henrik Dahl, who kept the light on the point of Orm for thirty-eight years and taught two generations of children to swim in the cold pool below it, died on Sunday. He was 91.

He came to the island in the winter of 1957 to replace a keeper who had broken his leg, and he often said that he was still waiting for that man to come back.

He leaves behind:

- Karen, his wife
- Mette, Jens and Lars, his children
- seven grandchildren

The light will be dark for an hour on Friday evening, the harbour master said, for the first time since the war.
",
    );
}

#[test]
fn results_of_a_race() {
    check(
        "\
Aalund wins the race around the point

Tove Aalund won the rowing race around the point on Saturday for the fourth time, in a wind that turned back eleven of the thirty boats before they reached the light.

Results

1. Tove Aalund, 1:12:40
2. Jens Dahl, 1:14:05
3. Lise Holm, 1:15:31
4. Per Holm, 1:19:58

\u{201c}I thought of turning round twice,\u{201d} Aalund said at the quay. \u{201c}Both times the boat was already pointing the right way, so I went on.\u{201d}
",
    );
}

#[test]
fn a_travel_guide_with_opening_hours() {
    check(
        "\
A weekend in Vesterby

Vesterby is two hours from the capital by train, and the last of them is along the water. Sit on the left, bring a book, and do not read it.

Where to eat

The canteen at the fish market serves what was landed that morning, fried, with potatoes and a sauce that nobody will explain. Come before one, because they close when the fish is gone.

Open Monday to Saturday, 10 to 14

What to see

The sea wall can be walked from end to end in an hour. At its far end stands a hut in which the masons kept their tools, and in summer a woman sells coffee from its window.

Getting there

Trains leave every two hours from the central station, and a ticket costs 140 crowns each way.
",
    );
}

#[test]
fn headings_that_a_writer_marked_stay_above_a_newsletter_box() {
    check_markdown(
        "\
# Buttermilk rye bread

This loaf keeps for a week. My grandmother, Agnes Vance, baked it every Saturday in the oven behind the house, and
the whole street knew when it was done.

## Method

1. Warm the buttermilk.
2. Stir in the flour, salt and honey.

## Tips

**Can I freeze it?** Yes, for three months.

Sign up for our newsletter
^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter
",
    );
}

#[test]
fn known_headings_stay_above_short_text() {
    check(
        "\
Storm Edda: what we know so far

This page is updated through the day, as the harbour office and the two ferry companies send word. Times are local.

FAQ

Will schools open on Friday? The council decides tonight.

In Retrospect

Last year's storm, Dagny, cut power to 40,000 homes.
",
    );
}

#[test]
fn headings_that_read_like_buttons() {
    check(
        "\
How to close your account with the ferry company

The ferry company changed its web page in March, and nobody on the island can find anything on it any more. Here is how to leave it behind, step by step, as the harbour office explained it to us last week.

Log out

To log out of your account, press the picture of the anchor and wait until it turns grey. On old telephones the page has to be loaded twice before it does.

Contact

The company wants a letter. Its contact for complaints is the booking office in Vesterby, which opens on Mondays, and which answers no telephone on any other day of the week.

Subscribe

Readers who subscribe to the timetable by post keep it, even when the account is gone, because the post office has its own list and has never given it to anybody.

The office will send the money that is left within six weeks, its clerk, Mette Dahl, said.
",
    );
}

#[test]
fn dates_of_releases() {
    check(
        "\
What changed in Lantern, release by release

Lantern, the program with which the light-keepers of the coast write their logs, has had seven releases in two years. Its author, Tove Aalund, keeps the list on a card over her desk, and let us copy it.

Releases

4.2.4 May 2022
4.2.5 June 2022
4.3 July 2022
4.3.1 August 2022
4.4 January 2023

The next release will bring back the night mode, Aalund said. She had taken it out in a bad mood.
",
    );
}

#[test]
fn facts_of_a_book_over_its_review() {
    check(
        "\
Three new books about the sea

We read the three novels that the islanders have been talking about since Christmas, and one of them twice. Two are about storms, and the third is about a man who sells umbrellas.

Low Water, High Water

Author: Ida Brekke
Publisher: Tern House
Pages: 312

A ferry captain loses his licence and finds a use for the winter. Brekke writes about boredom as others write about war, and by the last chapter you will not want the ice to melt.

The Umbrella Seller

Author: Mikko Laine
Publisher: Quay Press
Pages: 198

A short book about a long street. It rains on every page, and still nobody buys an umbrella, for reasons that become clear when it is too late for everyone in it.
",
    );
}

#[test]
fn an_article_on_a_reporter() {
    check(
        "\
Reporter hurt as bridge falls

A bridge over the Lund fell on Tuesday evening while a camera team stood under it, the police said. Nobody was killed, but three people were taken to the hospital in Vesterby.

Jane Doell is a staff reporter at the Courier. She was speaking into her microphone when the first stones came down, and went on speaking until the line was cut.

The bridge was built in 1904 and had been closed to lorries since the spring. An engineer of the county, Per Holm, had warned that the eastern pillar was moving.

Doell was awake on Wednesday and asked for her notebook, her editor said. He brought it to her with a pencil, since she does not trust pens.
",
    );
}

#[test]
fn sources_with_their_addresses() {
    check(
        "\
What the coast costs us

The wall, the harbours and the lights of the coast cost every household 214 crowns a year, by our count. We added up what four offices publish, and none of them publishes it in the same way.

The figures are for 2023. Where an office gave none, we took those of the year before and say so in the table, which is at the end of this article.

Sources

1. Coast office, yearly report:
https://coast.example/report/2023
2. County of Vesterby, budget:
https://vesterby.example/budget
3. Harbour office, answers to our letters:
https://harbour.example/letters/17
",
    );
}
