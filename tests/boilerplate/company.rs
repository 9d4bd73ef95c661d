//! Lines that are furniture by their place, by what stands beside them, or since they come again.

use crate::check;

#[test]
fn a_trail_of_links_and_a_search_box_over_the_title() {
    check(
        "\
Search for:
^^^^^^^^^^^ navigation

Home » Outdoors » Ten lakes to swim in before the summer ends
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation

Ten lakes to swim in before the summer ends

The water in the upper lakes of the county has been warmer than the air since June, and the bathing season has been made three weeks longer.

The county tests the water every Monday and hangs the figures out at the piers, where you can read them before you jump. Go to Settings > Alerts > Water on the county's app to be told.

The first of the ten is the lake of Vesterby, where the old pier has been given new planks and the changing huts a coat of red paint.

The last is so high up that you will have it to yourself on most days, and so cold that you will understand why.
",
    );
}

#[test]
fn a_button_that_comes_again_between_the_paragraphs() {
    check(
        "\
Three novels for a long winter

We read the three novels that the islanders have been talking about since Christmas, and one of them twice. Two are about storms, and the third is about a man who sells umbrellas.

A ferry captain loses his licence and finds a use for the winter. Brekke writes about boredom as others write about war, and by the last chapter you will not want the ice to melt.

Add to my list →
^^^^^^^^^^^^^^^^ label

A short book about a long street. It rains on every page, and still nobody buys an umbrella, for reasons that become clear when it is too late for everyone in it.

Add to my list →
^^^^^^^^^^^^^^^^ label

The third is the longest and the best of them. It tells of a lighthouse whose keeper has been dead for a year before anybody on the mainland finds out.

Add to my list →
^^^^^^^^^^^^^^^^ label

All three are in the shops on Friday, and in the library of Vesterby as soon as the librarian has finished with them.
",
    );
}

#[test]
fn steps_with_arrows_stay() {
    check(
        "\
How the council's new tool reads its letters

The clerk of Vesterby has built a small tool that reads the letters to the council and sorts them by street. She showed us how it goes about its work.

Open the letter and find the name of a street →

Look up which of the five districts it is in →

Put the letter on the pile of that district →

The five piles are carried to the five desks at noon, as they have been since 1911. What has changed is that nobody has to stay late on the day before an election.

The tool makes about one mistake a day, the clerk says, which is one fewer than she used to make herself.
",
    );
}

#[test]
fn the_moment_of_publication_under_a_standfirst() {
    check(
        "\
Ferry crews end their strike

The crews of the Brandsund ferries went back to work on Tuesday after nine days, with four per cent more pay and a promise of new bunks by the summer.

March 5, 2024 at 9:45 am
^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp

The chairman of their union, Henrik Aalto, said that the bunks had been promised twice before, and that he would believe in them when he had slept in one.

The company said that the strike had cost it 2.1 million crowns, and that it would take until Easter to bring the freight across that is waiting on the quay.

The first ferry left at noon with 43 lorries and a brass band. It was back at four o'clock without the band, which had missed the bell.
",
    );
}

#[test]
fn credits_in_a_list_and_the_name_of_an_agency() {
    check(
        "\
The best kettles for a small kitchen

We boiled water in eleven kettles for a week, and timed how long each took to bring a litre of it to the boil. Only three of them are worth the room that they take up.

* Credit: Tern House / Ida Brekke
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ photo-credit

The first is the slowest of the three, and the only one that you can hold when it is full. Its handle stays cool, its lid closes by itself, and it can be mended.

Getty Images
^^^^^^^^^^^^ photo-credit

The second boils a litre in two minutes and says so with a shriek. We grew fond of it all the same, and it now stands in the editor's kitchen.

The third is made of glass. You can see the water begin to move in it, which is a fine thing to look at while you wait.
",
    );
}

#[test]
fn the_label_of_a_contents_list_without_its_list() {
    check(
        "\
How to start a company on the islands

Table of Contents
^^^^^^^^^^^^^^^^^ contents-list

A company on the islands is started with a form, a fee and a good deal of patience. The form has four pages, of which the last two may be left empty by everybody but brewers.

The fee is 400 crowns, and is paid at the harbour office. The harbour master will ask you what the company is for, and write down what you say.

The patience is needed after that. The register is kept on the mainland, and the mail goes out on Thursdays if the weather lets it.

When the letter comes, frame it. It is the only proof that you will ever be given, and the mayor likes to see it on the wall.
",
    );
}

#[test]
fn a_guide_that_sends_its_readers_on() {
    check(
        "\
How to mend a wall by the sea

A wall by the sea is mended in summer, when the mortar has time to harden. Begin at the bottom, where the water has been at the joints, and rake them out by hand.

Read more: lime and sand for walls that stand in salt water

Mix the mortar drier than you would inland, and press it in with a narrow iron. What sticks out is cut off the next morning, and the joints are brushed with water twice a day.

Read more: the irons and brushes that a mason needs in the first year

Leave the upper courses until the lower ones bear your weight. In most years that is after three weeks, and in wet ones it is after five.

Read more: what the harbour board pays towards a wall of stone

The best walls of the coast are a hundred years old, and have been mended every summer since they were built.
",
    );
}
