//! Pages as they are pasted: each line of furniture is marked with its kind.

use crate::{check, check_markdown};

#[test]
fn widgets_around_an_article() {
    check(
        "\
The wall of Vesterby is to be rebuilt

No time to read?
^^^^^^^^^^^^^^^^ summary-widget
Get a summary
^^^^^^^^^^^^^ summary-widget

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

Read More: The winter storm in pictures
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related-link

Fishermen had asked for a higher wall, but the engineers advised against it, because the foundations would not carry the weight of more stone.

Leave A Reply
^^^^^^^^^^^^^ comments
",
    );
}

#[test]
fn the_titles_that_links_point_to() {
    check(
        "\
The wall of Vesterby is to be rebuilt

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

Previous Article
^^^^^^^^^^^^^^^^ navigation

Bakers Fear New Rules On Ovens And Flour
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation

Next Article
^^^^^^^^^^^^ navigation

Ferry Company Sold To Investors From The Capital
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ navigation
",
    );
}

#[test]
fn the_author_under_an_article() {
    check(
        "\
The wall of Vesterby is to be rebuilt

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

Marisol Vance
^^^^^^^^^^^^^ author-bio
Marisol Vance
^^^^^^^^^^^^^ author-bio
Marisol Vance is a reporter and columnist. She writes about harbours, bread and local politics for several papers of the coast, and her work has appeared in two books.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio
",
    );
}

#[test]
fn a_counter_under_the_title() {
    check(
        "\
The wall of Vesterby is to be rebuilt

0
^ counter

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.
",
    );
}

#[test]
fn furniture_in_markdown() {
    check_markdown(
        "\
# The wall of Vesterby is to be rebuilt

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

[Share this article](https://example.com/share)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ share-prompt

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

## Leave a Reply
   ^^^^^^^^^^^^^ comments

Your email address will not be published. Required fields are marked *
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ comments
",
    );
}

#[test]
fn links_and_prompts_between_paragraphs_in_any_case() {
    check(
        "\
Brandsund votes to move its fish market

The town council of Brandsund voted on Tuesday to move the fish market from the old quay to a new hall beside the ferry terminal. The market has stood on the quay since 1911.

The mayor, Oda Lindqvist, told the council that the roof of the old hall would not outlast another winter, and that the masons had said so twice.

Read more: Ferry crews end their strike after nine days
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related-link

Of the 43 stallholders, 29 have signed a letter against the move. The chairman of their guild, Henrik Aalto, said the new rents were twice the old ones.

Aalto said that his grandmother had sold herring at that corner, and that nobody had asked the stallholders what the corner was worth to them.

Sign up for our newsletter and never miss a story from the harbour.
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ newsletter

The county's heritage office has until 30 April to object. Its head, Maren Solheim, said that her office would look at the quay with fresh eyes.
",
    );
}

#[test]
fn links_of_markdown_fade_whole() {
    check_markdown(
        "\
# The wall of Vesterby is to be rebuilt

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

**[Follow us on Facebook](https://example.com/vesterby)**
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ share-prompt

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

- [Share on Facebook](https://example.com/share)
  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ share-prompt

Share this article: <https://example.com/wall>
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ share-prompt

https://example.com/2024/03/wall-of-vesterby
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ related-link
",
    );
}

#[test]
fn credits_around_an_article() {
    check(
        "\
The wall of Vesterby is to be rebuilt

By Marisol Vance
^^^^^^^^^^^^^^^^ byline
March 4, 2024 | 4 min read
^^^^^^^^^^^^^^^^^^^^^^^^^^ date-stamp

The council of Vesterby voted on Tuesday to rebuild the old sea wall, which the storm of last winter had broken in three places. The work will begin in April and take two years.

The mayor, Lise Holm, said that the town would pay half of the cost and the state the rest. \u{201c}We have waited long enough,\u{201d} she told the council before the vote.

(Reporting by Marisol Vance in Vesterby, Tove Aalund on Orm and Jens Dahl in Lund; editing by Per Holm)
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ wire-tail

Follow her on Twitter @marisolvance
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ author-bio
",
    );
}
